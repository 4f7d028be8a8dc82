"""A race in a folder of its own: its plan, and what each job reported, so that it can go on."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from engine.data.images import ImageData
from engine.errors import InputError, LabError, StorageError
from engine.storage.atomic import atomic_write
from engine.storage.life_signs import LifeSign, lives
from engine.storage.sealed import opened, sealed
from engine.training.race_plan import RacePlan
from engine.training.record_forms import record_of, record_text
from engine.training.records import JobRecord, LearnedShapes, RunDone, RunStarted, StepsDone

PLAN, RECORDS, _LOCK = "race.json", "records", "running"
_KIND, _FORM = "activation-lab-race-folder", 1
_ENDED = ("finished", "diverged")


class RaceFolder:
    """Keeps a race: a kill loses at most the epochs under way. No other process can run it here
    until `close` or the end of this one.

    `told` are the records of the jobs that had come to their end when the folder was opened, and
    `known` their ids.
    """

    def __init__(self, path: Path, plan: RacePlan, data: ImageData) -> None:
        """Begins the race in a new or empty folder, or goes on with the same one.

        Raises InputError where something else is in the folder, StorageError.
        """
        self.path = path
        jobs = [job.id for job in plan.jobs(data.digest)]
        content = _described(plan, data, jobs)
        _is_of(path, jobs)
        self._sign = _alone(path)
        try:
            if not _is_of(path, jobs):  # another process may have begun and ended one by now
                atomic_write(path / PLAN, sealed(content, _FORM, _KIND))
        except LabError:
            self._sign.end()
            raise
        self.told = [told for job in jobs for told in self._ended(job)]
        self.known = frozenset(told.job for told in self.told)

    def close(self) -> None:
        """Lets others go on with the race."""
        self._sign.end()

    def add(self, told: JobRecord) -> None:
        """Keeps a record; what a job told before it began again is dropped. Raises StorageError."""
        record = told.record
        if isinstance(record, StepsDone) or (
                isinstance(record, LearnedShapes) and record.epoch % 1):
            return
        path = self._file(told.job)
        try:
            path.parent.mkdir(exist_ok=True)
            with path.open("w" if isinstance(record, RunStarted) else "a",
                           encoding="utf-8") as file:
                file.write(f"{record_text(record)}\n")
        except OSError as error:
            raise StorageError("{file} could not be written: {reason}. Choose another folder.",
                               file=str(path), reason=error.strerror or str(error)) from error

    def _file(self, job: str) -> Path:
        return self.path / RECORDS / f"{job}.jsonl"

    def _ended(self, job: str) -> list[JobRecord]:
        """What a job reported; nothing where it did not come to its end."""
        try:
            lines = self._file(job).read_text(encoding="utf-8").splitlines()
            records = [record_of(line) for line in lines]
        except (OSError, ValueError):  # absent, cut off by a kill, or damaged: it runs again
            return []
        done = records and isinstance(records[-1], RunDone) and records[-1].status in _ENDED
        return [JobRecord(job, record) for record in records] if done else []


def _described(plan: RacePlan, data: ImageData, jobs: list[str]) -> dict[str, Any]:
    settings = dataclasses.asdict(plan.settings)
    del settings["seed"], settings["device"]
    return {"functions": list(plan.functions), "settings": settings, "seeds": list(plan.seeds),
            "grid": list(plan.grid), "data": {"name": data.name, "digest": data.digest},
            "jobs": jobs}


def _is_of(path: Path, jobs: list[str]) -> bool:
    """Whether the race of these jobs is in the folder; False where the folder is free.

    Raises InputError where anything else is in it.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
        occupied = any(inside.name != _LOCK for inside in path.iterdir())
        there = _jobs_of(path / PLAN) if occupied else None
    except (FileExistsError, NotADirectoryError):
        raise InputError("{folder} is not a folder. Name a new or an empty one.",
                         folder=str(path)) from None
    except OSError as error:
        raise StorageError("{folder} cannot be used: {reason}. Name another folder.",
                           folder=str(path), reason=error.strerror or str(error)) from error
    if occupied and there != jobs:
        raise InputError("{folder} is not empty and holds another race or other files. Name a new "
                         "folder, or give the settings and the data of the race that is there.",
                         folder=str(path))
    return occupied


def _alone(path: Path) -> LifeSign:
    """Takes the folder for this process; what a dead one left does not count.

    Raises InputError where the race runs there now, StorageError.
    """
    try:
        return LifeSign(path / _LOCK)
    except StorageError:
        if not lives(path / _LOCK):
            raise
    raise InputError("A race runs in {folder} now. Wait until it is over, or name another folder.",
                     folder=str(path))


def _jobs_of(path: Path) -> list[str] | None:
    """The jobs of a plan that was kept; None for anything else."""
    try:
        form, content = opened(path.read_bytes(), _KIND)
        return list(content["jobs"]) if form == _FORM else None
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None
