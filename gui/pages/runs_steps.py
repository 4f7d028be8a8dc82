"""What the Runs page has the Runner do."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.data.images import ImageData
from engine.data.sources import opened
from engine.device import use_one_thread
from engine.figures.csv import csv_bytes
from engine.figures.runs import run_function, runs_table
from engine.storage.atomic import atomic_write
from engine.storage.folders import data_folder
from engine.storage.runs import CHECKPOINTS_TAKEN, Known, RunStore, open_runs, runs_path
from engine.storage.runs_reading import DamagedRunError
from engine.storage.runs_rows import EpochRow, StoredRun
from engine.texts import Phrase

_AT_ONCE = 500
Texts = dict[int, tuple[StoredRun, str]]
"""By the number of a run, what it was and its text to search through."""

_NO_TEXT = str.maketrans({"_": " ", '"': "", "{": "", "}": "", ":": ""})


@dataclass(frozen=True)
class RunsListed:
    """All runs, the newest first."""

    runs: tuple[StoredRun, ...]


@dataclass(frozen=True)
class RunsTold:
    """A sentence about the database."""

    words: Phrase


@dataclass(frozen=True)
class EpochsRead:
    """The numbers of the epochs of some runs, by their number."""

    epochs: dict[int, tuple[EpochRow, ...]]


@dataclass(frozen=True)
class Edit:
    """A change that a person made: of one field of some runs, before and after."""

    field: str
    before: dict[int, Any]
    after: dict[int, Any]

    @property
    def reversed(self) -> Edit:
        """The same taken back."""
        return Edit(self.field, self.after, self.before)


@dataclass(frozen=True)
class FilesTaken:
    """How many runs of the files are new here, and how many there were."""

    new: int
    all: int


@dataclass(frozen=True)
class FileWritten:
    """A file with so many runs is there."""

    path: Path
    count: int


def database_stamp() -> tuple[tuple[int, int], ...]:
    """What differs as soon as anybody has written into the database: sizes and times of its files.

    Costs two looks at the disk; empty where there is no database.
    """
    path = runs_path()
    found = []
    for file in (path, path.with_name(f"{path.name}-wal")):
        try:
            state = file.stat()
        except OSError:
            continue
        found.append((state.st_size, state.st_mtime_ns))
    return tuple(found)


def begun(known: Known, texts: Texts) -> Generator[Any, None, None]:
    """The first look: mends what a crash left, takes old checkpoints in, then lists."""
    store, told = open_runs()
    with store:
        if told is not None:
            yield RunsTold(told)
        if store.fact(CHECKPOINTS_TAKEN) is None:  # torch need not be loaded for that later on
            from engine.training.run_files import taken_in_checkpoints

            for _ in taken_in_checkpoints(store, data_folder() / "runs"):
                yield None
        yield from _listed(store, known, texts)


def listed(known: Known, texts: Texts) -> Generator[Any, None, None]:
    """All runs as they are now; those of dead processes are marked first."""
    with RunStore() as store:
        store.mark_crashed()
        yield from _listed(store, known, texts)


def _listed(store: RunStore, known: Known, texts: Texts) -> Generator[Any, None, None]:
    runs = []
    for run in store.runs(known=known):
        runs.append(run)
        search_text(run, texts)
        if not len(runs) % _AT_ONCE:
            yield None
    yield RunsListed(tuple(runs))
    damage = store.left_out()
    if damage is not None:
        yield RunsTold(damage)


def search_text(run: StoredRun, texts: Texts) -> str:
    """What a search looks through: function, note, settings as "learning rate 0.01", data.

    Made once for each run and held in `texts`.
    """
    found = texts.get(run.number)
    if found is None or found[0] is not run:
        settings = run.settings_text.translate(_NO_TEXT)
        found = texts[run.number] = run, (
            f"{run.function} {run_function(run)} {run.note} {settings} {run.values_text} "
            f"{run.own_text or ''} {run.data_name} {run.device} {run.status} {run.race} "
            f"run {run.number}").casefold()
    return found[1]


def epochs_read(numbers: Sequence[int]) -> Generator[EpochsRead | RunsTold, None, None]:
    """The epochs of these runs; none for those that are damaged, and a sentence about them."""
    found: dict[int, tuple[EpochRow, ...]] = dict.fromkeys(numbers, ())
    with RunStore() as store:
        for number in numbers:
            with suppress(DamagedRunError):
                found[number] = store.epochs(number)
        yield EpochsRead(found)
        if store.damaged:
            yield RunsTold(store.left_out())


def written(edit: Edit) -> Generator[None, None, None]:
    """Writes an edit."""
    with RunStore() as store:
        store.edit(edit.field, edit.after)
    yield None


def exported(path: Path, runs: Sequence[StoredRun],
             baseline: StoredRun | None) -> Generator[FileWritten | RunsTold | None, None, None]:
    """Writes runs: a file ending in .json for another machine, else a table of all that is kept.

    Damaged ones are left out, and a sentence says so.
    """
    count, damage = len(runs), None
    if path.suffix.lower() == ".json":
        from engine.training.run_files import run_content, write_runs

        contents = []
        with RunStore() as store:
            for run in runs:
                with suppress(DamagedRunError):
                    contents.append(run_content(run, store.epochs(run.number)))
                yield None
            count, damage = len(contents), store.left_out()
        write_runs(path, contents)
    else:
        atomic_write(path, csv_bytes(runs_table(runs, baseline)))
    yield FileWritten(path, count)
    if damage is not None:
        yield RunsTold(damage)


def imported(paths: Sequence[Path]) -> Generator[FilesTaken | None, None, None]:
    """Takes the runs of these files in; all files are read and checked before the first is."""
    from engine.training.run_files import read_runs

    found = []
    for path in paths:
        found += read_runs(path)
        yield None
    new = 0
    with RunStore() as store:
        for run, epochs in found:
            new += store.take_in(run, epochs)
            yield None
    yield FilesTaken(new, len(found))


def gone_on(run: StoredRun, source: str) -> Generator[Any, None, None]:
    """Trains a run on from its checkpoint to its last epoch, on the data of `source`."""
    from engine.training.checkpoints import load
    from engine.training.resuming import resumed_job
    from engine.training.run_keeping import kept
    from engine.training.trainer import run as trained

    use_one_thread()
    checkpoint = load(run.checkpoint)
    job = resumed_job(checkpoint)
    data: ImageData | None = None
    with closing(opened(source)) as opening:
        for item in opening:
            data = item if isinstance(item, ImageData) else data
            yield item
    steps = trained(job, data, run.checkpoint, resume=checkpoint)
    yield from kept(steps, [job], data, race=run.race)


def emptied(numbers: Sequence[int]) -> int:
    """Takes deleted runs away for ever; gives how many."""
    with RunStore() as store:
        return store.purge(numbers)
