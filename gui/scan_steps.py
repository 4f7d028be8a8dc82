"""What the Neurons page has the Runner do."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.data.images import ImageData
from engine.data.sources import opened
from engine.diagnostics.records import ScanSubject


@dataclass(frozen=True)
class ScanOrder:
    """All that a scan needs to know; `checkpoint` is None for a fresh network of `hidden`."""

    source: str
    checkpoint: Path | None
    function: str
    hidden: tuple[int, ...]
    seed: int
    threshold: float


def scanning(order: ScanOrder) -> Generator[Any, None, None]:
    """Builds or opens the network, opens the data, then scans over all training images.

    The ScanSubject and the ImageData come before the records of the scan.
    """
    from engine.device import chosen, use_one_thread
    from engine.diagnostics.dead_neurons import scan

    use_one_thread()
    network, subject = _trained(order) if order.checkpoint is not None else (None, _fresh(order))
    yield subject
    data: ImageData | None = None
    with closing(opened(order.source)) as opening:
        for item in opening:
            data = item if isinstance(item, ImageData) else data
            yield item
    if network is None:
        network = _built(subject, data)
    device = chosen("auto").name
    yield from scan(network.to(device), data.train_images, order.threshold)


def _trained(order: ScanOrder) -> tuple[Any, ScanSubject]:
    from engine.training.foreign import SUFFIXES, open_checkpoint

    found = open_checkpoint(order.checkpoint)
    record = found.record
    epochs = None if order.checkpoint.suffix in SUFFIXES else len(record.epochs)
    return found.network, ScanSubject(record.function, record.values, record.settings.hidden,
                                      record.settings.seed, epochs)


def _fresh(order: ScanOrder) -> ScanSubject:
    from engine.networks.functions import check_function

    values = check_function(order.function, None)
    return ScanSubject(order.function, values, order.hidden, order.seed, 0)


def _built(subject: ScanSubject, data: ImageData) -> Any:
    """A fresh network for pictures and classes of these data."""
    from engine.networks.building import build
    from engine.networks.settings import NetworkSettings

    return build(subject.function, subject.values, NetworkSettings(hidden=subject.hidden),
                 subject.seed, shape=data.shape, classes=len(data.classes))
