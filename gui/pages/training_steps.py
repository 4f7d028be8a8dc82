"""What the Training page has the Runner do."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.activations import Values
from engine.data.images import ImageData
from engine.data.sources import opened
from engine.device import use_one_thread
from engine.figures import Table
from engine.figures.layers import summary_table
from engine.networks.settings import NetworkSettings
from engine.storage.folders import data_folder
from engine.training.settings import TrainingSettings


@dataclass(frozen=True)
class Order:
    """All that a training needs to know: what was set when Run was pressed."""

    source: str
    functions: tuple[tuple[str, dict[str, Any]], ...]
    settings: TrainingSettings
    folder: Path


def run_folder(preset: str) -> Path:
    """A folder for a new training, named by now and by the preset that is set."""
    now = datetime.now().astimezone().strftime("%Y-%m-%d %H-%M-%S")
    folder = data_folder() / "runs" / f"{now}-{preset}"
    number = 2
    while folder.exists():
        folder = folder.with_name(f"{now}-{preset}-{number}")
        number += 1
    return folder


def training_steps(order: Order) -> Generator[Any, None, None]:
    """Opens the data, then trains; the ImageData comes between the records of both."""
    from engine.training.trainer import train

    use_one_thread()
    data: ImageData | None = None
    with closing(opened(order.source)) as opening:
        for item in opening:
            data = item if isinstance(item, ImageData) else data
            yield item
    yield from train(order.functions, order.settings, data, order.folder)


def counted(settings: NetworkSettings) -> Generator[int, None, None]:
    """How many weights and biases a network has."""
    from engine.networks.building import count_parameters

    yield count_parameters(settings)


def layers(
    settings: NetworkSettings, key: str, values: Values
) -> Generator[Table, None, None]:
    """The table of a network's layers."""
    yield summary_table(settings, key, values)
