"""What the Training page has the Runner do."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from engine.activations import Values
from engine.data.images import ImageData
from engine.data.sources import opened
from engine.device import use_one_thread
from engine.errors import StorageError
from engine.figures import Table
from engine.figures.layers import summary_table
from engine.networks.settings import NetworkSettings
from engine.storage.folders import data_folder
from engine.training.history import RunHistory
from engine.training.race import RaceQueue, race
from engine.training.race_check import check_race
from engine.training.race_history import RaceHistory
from engine.training.race_plan import RacePlan
from engine.training.race_settings import RaceSettings, crew_of
from engine.training.records import JobRecord
from engine.training.run_keeping import finished_jobs, kept
from engine.training.unfinished_races import remembered


@dataclass(frozen=True)
class Order:
    """All that a race needs to know: what was set when Run was pressed."""

    source: str
    plan: RacePlan
    race: RaceSettings
    folder: Path


@dataclass(frozen=True)
class KnownRuns:
    """So many runs of the plan came to their end before; it was not said what to do with them."""

    count: int


def run_folder(preset: str) -> Path:
    """A folder for a new training, named by now and by the preset that is set."""
    now = datetime.now().astimezone().strftime("%Y-%m-%d %H-%M-%S")
    folder = data_folder() / "runs" / f"{now}-{preset}"
    number = 2
    while folder.exists():
        folder = folder.with_name(f"{now}-{preset}-{number}")
        number += 1
    return folder


def race_steps(
    order: Order, queue: RaceQueue, have: Mapping[str, RunHistory] | None, *, asking: bool = False
) -> Generator[Any, None, None]:
    """Opens the data, then races; the ImageData and the RaceHistory come between the records.

    `have` are runs by their jobs that need not run again, to which those of the database are
    added; None runs all of them. With `asking` it ends with KnownRuns where some are known.
    """
    use_one_thread()
    data: ImageData | None = None
    with closing(opened(order.source)) as opening:
        for item in opening:
            data = item if isinstance(item, ImageData) else data
            yield item
    yield from check_race(order.plan, data)
    history = RaceHistory(order.plan, data)
    jobs = order.plan.jobs(data.digest)
    before = {} if have is None else _finished([job.id for job in jobs if job.id not in have])
    if asking and before:
        yield KnownRuns(len(before))
        return
    _take_over(history, have or {})
    yield history
    from engine.training.kept_shapes import with_shapes  # loads torch

    for records in before.values():
        yield from with_shapes(records)
    crew = crew_of(order.race, order.plan, data, order.source)
    steps = race(order.plan, data, crew, queue, folder=order.folder,
                 known={*before, *(have or {})})
    yield from remembered(kept(steps, jobs, data, race=order.folder.name), order.plan, order.race,
                          order.source, data.digest)


def _finished(ids: list[str]) -> dict[str, tuple[JobRecord, ...]]:
    """What the database knows; one that cannot be read knows nothing, and is told of when the
    first run is to be kept."""
    try:
        return finished_jobs(ids)
    except StorageError:
        return {}


def _take_over(history: RaceHistory, have: Mapping[str, RunHistory]) -> None:
    for entry in history.entries:
        entry.runs.update({seed: have[job.id] for seed, job in entry.jobs.items()
                           if job.id in have})


def counted(settings: NetworkSettings, shape: tuple[int, int, int],
            classes: int) -> Generator[int, None, None]:
    """How many weights and biases a network has for pictures and classes of these data."""
    from engine.networks.building import count_parameters

    yield count_parameters(settings, shape=shape, classes=classes)


def layers(
    settings: NetworkSettings, function: tuple[str, Values], shape: tuple[int, int, int],
    classes: int,
) -> Generator[Table, None, None]:
    """The table of a network's layers, for pictures and classes of these data."""
    yield summary_table(settings, *function, shape=shape, classes=classes)
