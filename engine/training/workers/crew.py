"""What a race asks of those who run its jobs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from engine.texts import Phrase
from engine.training.jobs import Job
from engine.training.records import JobRecord

WAIT = 0.02
"""Seconds for which `poll` waits where there is nothing to tell."""

ATTEMPTS = 3
"""How often a job begins before it is given up, where its worker dies each time."""


@dataclass(frozen=True)
class JobNotice:
    """A sentence about a job that its figures do not say: its worker ended, it runs again."""

    job: str
    words: Phrase


class Crew(Protocol):
    """Runs jobs, some at a time. Making one starts nothing; `open` does.

    The records of a job come in their order; the last is its RunDone, whose status is finished,
    diverged, stopped or crashed. A job whose worker died begins again with a RunStarted.
    """

    @property
    def places(self) -> int:
        """How many jobs run at a time; may change while a race runs."""

    def open(self, jobs: int) -> None:
        """Prepares for so many jobs: starts processes, or connects. Raises LabError."""

    def start(self, job: Job, folder: Path | None) -> None:
        """Begins a job where a place is free; its checkpoint goes into the folder."""

    def poll(self) -> Sequence[JobRecord | JobNotice]:
        """What has come since; waits at most a few hundredths of a second, or one batch.

        Raises LabError for what all jobs would meet: no data, no device, no disk, no connection.
        """

    def stop(self, job: str) -> None:
        """Ends a running job, which keeps what it has; its RunDone follows."""

    def hold(self, held: bool) -> None:
        """Lets the running jobs wait at their next batch, or go on."""

    def close(self) -> None:
        """Ends all at once; running jobs keep their checkpoints, and no process is left."""
