"""Jobs one at a time in this process and thread."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from engine.data.images import ImageData
from engine.training.jobs import Job
from engine.training.records import JobRecord, RunDone
from engine.training.workers.crew import WAIT, JobNotice
from engine.training.workers.run import JobRun


class InProcess:
    """A crew of one: `poll` makes one step of the training."""

    places = 1

    def __init__(self, data: ImageData) -> None:
        self._data = data
        self._run: JobRun | None = None
        self._held = False

    def open(self, jobs: int) -> None:
        """Nothing is to be prepared."""

    def start(self, job: Job, folder: Path | None) -> None:
        """Begins the job; the one before must have ended."""
        self._run = JobRun(job, self._data, folder)

    def poll(self) -> Sequence[JobRecord | JobNotice]:
        """The record of one step, if it has one."""
        if self._run is None or self._held:
            time.sleep(WAIT)
            return ()
        return self._told(self._run.step())

    def stop(self, job: str) -> None:
        """Ends the job at its next step."""
        if self._run is not None and self._run.id == job:
            self._run.stop()

    def hold(self, held: bool) -> None:
        """Lets the job wait, or go on."""
        self._held = held

    def close(self) -> None:
        """Ends the job; it keeps its checkpoint."""
        if self._run is not None:
            self._run.close()
            self._run = None

    def _told(self, told: JobRecord | None) -> Sequence[JobRecord]:
        if told is None:
            return ()
        if isinstance(told.record, RunDone):
            self._run = None
        return (told,)
