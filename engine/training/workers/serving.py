"""A job in a worker: stepped, its records gathered and sent at most every 50 ms."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from enum import Enum

from engine.training.progress import INTERVAL
from engine.training.records import JobRecord, RunDone
from engine.training.workers.crew import WAIT
from engine.training.workers.run import JobRun


class Order(Enum):
    """What a worker is told to do with its job."""

    GO = "go"
    HOLD = "hold"
    STOP = "stop"
    LEAVE = "leave"
    """Nobody wants the job's records any more."""


def serve(
    run: JobRun, send: Callable[[Sequence[JobRecord]], None], order: Callable[[], Order]
) -> None:
    """Runs the job to its end; the last record sent is its RunDone.

    `order` is asked about every 50 ms, or after each batch where one takes longer. On LEAVE the
    job keeps its checkpoint and nothing is sent.
    """
    gathered: list[JobRecord] = []
    asked = time.monotonic()
    while True:
        told = run.step()
        if told is not None:
            gathered.append(told)
            if isinstance(told.record, RunDone):
                send(gathered)
                return
        if time.monotonic() - asked >= INTERVAL:
            if gathered:
                send(gathered)
                gathered = []
            if not _goes_on(run, order):
                run.close()
                return
            asked = time.monotonic()


def _goes_on(run: JobRun, order: Callable[[], Order]) -> bool:
    """Obeys; waits while the job is held. Whether anybody still wants the job."""
    while (given := order()) is Order.HOLD:
        time.sleep(WAIT)
    if given is Order.STOP:
        run.stop()
    return given is not Order.LEAVE
