"""Keeps every training in the database of runs while its records pass by."""

from __future__ import annotations

import dataclasses
import json
import time
import uuid
from collections.abc import Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.activations.own import to_plain
from engine.data.images import ImageData
from engine.errors import StorageError
from engine.storage.life_signs import LifeSign
from engine.storage.runs import RunStore, open_runs, runs_path, writers_folder
from engine.storage.runs_reading import DamagedRunError
from engine.storage.runs_rows import EpochRow, RunHead, StoredRun
from engine.texts import Phrase, phrase
from engine.training.jobs import Job
from engine.training.memory_use import forget, memory_now
from engine.training.records import (
    Adapted,
    Diverged,
    EpochDone,
    JobRecord,
    RunDone,
    RunStarted,
    StepsDone,
)
from engine.versions import versions


@dataclass(frozen=True)
class KeepingTold:
    """A sentence about the database: it was made anew, or the runs cannot be kept and why."""

    words: Phrase


def kept(
    steps: Generator[Any, None, Any], jobs: Iterable[Job], data: ImageData, *, race: str = "",
    path: Path | None = None,
) -> Generator[Any, None, None]:
    """All that `steps` yields, and each run of it a row of the database, an epoch at a time.

    `steps` are records of the trainer or JobRecords of a race; `jobs` are all that may come. A
    KeepingTold comes where the database has something to say; a training goes on without it
    rather than end. A job that goes on from the checkpoint of a stopped run, whose epochs are then
    told again, is the same run. Closing it closes `steps` first, then marks what still ran as
    stopped.
    """
    try:
        store, told = open_runs(path)
        keeper = _Keeper(store, jobs, data, race)
    except StorageError as error:
        yield KeepingTold(_unkept(error))
        yield from steps
        return
    if told is not None:
        yield KeepingTold(told)
    left = "crashed"
    try:
        for item in steps:
            trouble = keeper.take(item)
            if trouble is not None:
                yield KeepingTold(trouble)
            yield item
        left = "stopped"
    except GeneratorExit:
        left = "stopped"
        raise
    finally:
        steps.close()
        keeper.close(left)


def finished_jobs(
    ids: Iterable[str], path: Path | None = None
) -> dict[str, tuple[JobRecord, ...]]:
    """What the newest run of each of these jobs reported, where one came to its end.

    The records are RunStarted, EpochDone, Diverged and RunDone, as the race told them. Jobs that
    were stopped or crashed, never ran, or are damaged in the database, are not among them.
    Raises StorageError.
    """
    path = path or runs_path()
    if not path.exists():
        return {}
    found = {}
    with RunStore(path) as store:
        for job, run in store.ended(ids).items():
            with suppress(DamagedRunError):  # that job is trained again
                found[job] = tuple(JobRecord(job, record) for record in records_of(
                    run, store.epochs(run.number)))
    return found


def records_of(
    run: StoredRun, epochs: Iterable[EpochRow]
) -> Iterator[RunStarted | EpochDone | Diverged | RunDone]:
    """What a kept run reported while it ran; the times within an epoch were not kept."""
    function, seed = run.function, run.seed
    yield RunStarted(function, seed, 0, 1, run.device, run.checkpoint)
    for row in epochs:
        yield EpochDone(function, seed, **dataclasses.asdict(row))
    if run.diverged is not None:
        yield Diverged(function, seed, *run.diverged, run.seconds)
    if run.status != "running":
        yield RunDone(function, seed, run.status, run.seconds, run.checkpoint, run.values)


def head_of(job: Job, begun: float, *, uid: str, race: str, device: str, data_name: str,
            is_fashion_mnist: bool, versions_text: str, checkpoint: Path | None) -> RunHead:
    """What the database keeps of a job when it begins."""
    plain = job.to_plain()
    return RunHead(
        uid, job.id, race, job.function, _json(plain["values"]),
        None if job.own is None else _json(to_plain(job.own)), _json(plain["settings"]), job.seed,
        data_name, job.data_digest, is_fashion_mnist, device, versions_text, begun, checkpoint)


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, allow_nan=False)


def _here(path: Path | None) -> Path | None:
    """Wherever the program is started next time; None for a folder of another computer."""
    return None if path is None or not path.parent.exists() else path.absolute()


def _unkept(error: StorageError) -> Phrase:
    return phrase("These runs are not kept: {reason}", reason=error.phrase)


@dataclass
class _Kept:
    """A run under way: its number, and what it said last."""

    number: int
    device: str
    planned: int
    checkpoint: Path | None
    epochs: int = 0
    seconds: float = 0.0
    peak_memory: int | None = None
    diverged: bool = False


class _Keeper:
    """Writes what passes; after the first trouble it writes nothing more."""

    def __init__(self, store: RunStore, jobs: Iterable[Job], data: ImageData, race: str) -> None:
        self._jobs = {job.id: job for job in jobs}
        self._ids = {(job.function, job.seed): job.id for job in self._jobs.values()}
        self._data, self._race = data, race
        self._running: dict[str, _Kept] = {}
        self._writer = uuid.uuid4().hex
        self._sign: LifeSign | None = None
        self._store: RunStore | None = store
        try:
            self._sign = LifeSign(writers_folder(store.path) / self._writer)
        except StorageError:
            store.close()
            raise

    def take(self, item: Any) -> Phrase | None:
        """Writes what a record says; gives a sentence where that failed."""
        if self._store is None:
            return None
        job, record = (item.job, item.record) if isinstance(item, JobRecord) else (None, item)
        if not isinstance(record, (RunStarted, StepsDone, EpochDone, Adapted, Diverged,
                                   RunDone)):
            return None
        here = job is None
        job = self._ids[record.function, record.seed] if here else job
        try:
            self._write(job, record, here)
        except StorageError as error:
            self._let_go()
            return _unkept(error)
        return None

    def _write(self, job: str, record: Any, here: bool) -> None:
        if isinstance(record, RunStarted):
            if here:
                forget(record.device)
            self._begin(job, record)
            return
        run = self._running.get(job)
        if run is None:  # a job that crashed before it began
            return
        run.seconds = record.seconds
        if here:
            run.peak_memory = max(run.peak_memory or 0, memory_now(run.device) or 0) or None
        match record:
            case EpochDone():
                run.epochs = record.epoch
                self._store.add_epoch(run.number, EpochRow(
                    record.epoch, record.train_loss, record.train_accuracy, record.test_loss,
                    record.test_accuracy, record.seconds), run.peak_memory)
            case Adapted():
                self._store.add_adapted(run.number, str(record.what))
            case Diverged():
                run.diverged = True
                self._store.end(run.number, "diverged", record.seconds,
                                diverged=(record.epoch, record.step))
            case RunDone():
                del self._running[job]
                self._end(run, record.status, record.checkpoint)

    def _begin(self, job: str, record: RunStarted) -> None:
        described = self._jobs[job]
        before = self._running.get(job)
        checkpoint = _here(record.checkpoint)
        number = before.number if before else None
        if number is None and checkpoint is not None:
            number = self._store.unfinished(job, checkpoint)
        if number is None and self._race:
            number = self._lost(job)
        if number is not None:
            self._store.begin_again(number, self._writer)
            self._store.place_checkpoint(number, checkpoint)
        else:
            number = self._store.begin(head_of(
                described, time.time(), uid=uuid.uuid4().hex, race=self._race,
                device=record.device, data_name=self._data.name,
                is_fashion_mnist=self._data.is_fashion_mnist, versions_text=_json(versions()),
                checkpoint=checkpoint), self._writer)
        self._running[job] = _Kept(number, record.device, described.settings.epochs,
                                   record.checkpoint)

    def _lost(self, job: str) -> int | None:
        """The run of this job and race that ended on a worker and left no weights here."""
        for number, checkpoint in self._store.unfinished_in_race(job, self._race):
            if checkpoint is None or not checkpoint.exists():
                return number
        return None

    def _end(self, run: _Kept, status: str, checkpoint: Path | None) -> None:
        self._store.end(run.number, status, run.seconds, peak_memory=run.peak_memory)
        path = checkpoint or run.checkpoint
        self._store.place_checkpoint(
            run.number, path.absolute() if path is not None and path.exists() else None)

    def close(self, left: str) -> None:
        """Runs that never said their end are `left`: stopped or crashed."""
        if self._store is not None:
            try:
                for run in self._running.values():
                    complete = "finished" if run.epochs == run.planned else left
                    self._end(run, "diverged" if run.diverged else complete, None)
            except StorageError:  # they will be found as crashed at the next start
                pass
            finally:
                self._let_go()

    def _let_go(self) -> None:
        self._store.close()
        self._store = None
        self._sign.end()
