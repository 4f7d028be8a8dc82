"""How far a race is, and how long it will still take."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from engine.training.progress import INTERVAL
from engine.training.race_queue import RaceQueue
from engine.training.records import EpochDone, JobRecord, RunDone, RunStarted, StepsDone


@dataclass(frozen=True)
class RaceProgress:
    """Numbers of jobs, `done` including those of an earlier time; times in s.

    `fraction` (0 to 1) is of the estimated work; `seconds` are since the race began or went on,
    without pauses.
    """

    done: int
    running: int
    waiting: int
    fraction: float
    seconds: float
    seconds_left: float
    paused: bool = False


class Pace:
    """Compares what jobs took with what they were estimated to take."""

    def __init__(self, costs: Mapping[str, float], known: int) -> None:
        self._costs, self._known = costs, known
        self._parts: dict[str, float] = {}
        self._begun: dict[str, float] = {}
        self._took: dict[str, float] = {}
        self._epochs: dict[str, int] = {}
        self._start = self._told = time.monotonic()
        self._held_at: float | None = None

    def begin(self, job: str, epochs: int) -> None:
        """A job was given to the crew."""
        self._epochs[job] = epochs

    def add(self, told: JobRecord) -> None:
        """Takes what a job reports."""
        job, record = told.job, told.record
        match record:
            case RunStarted():
                self._begun[job], self._parts[job] = self._now(), 0.0
            case StepsDone() | EpochDone():
                self._parts[job] = min(1.0, record.epoch / self._epochs[job])
            case RunDone():
                self._took[job] = self._now() - self._begun.get(job, self._now())

    def hold(self, held: bool) -> None:
        """The clock stands while the race is paused."""
        now = time.monotonic()
        if held:
            self._held_at = now
        elif self._held_at is not None:
            self._start += now - self._held_at
            self._held_at = None

    def due(self) -> bool:
        """Whether progress may be told now; if so, the next is due 50 ms later."""
        now = time.monotonic()
        if now - self._told < INTERVAL:
            return False
        self._told = now
        return True

    def progress(self, queue: RaceQueue, places: int) -> RaceProgress:
        """How far the race is."""
        whole = sum(self._costs.values())
        left = sum(self._costs[job] * (1 - self._parts.get(job, 0.0))
                   for job in (*queue.running, *queue.waiting))
        fraction = 1.0 if not whole else 1 - left / whole
        return RaceProgress(
            self._known + len(self._took), len(queue.running), len(queue.waiting), fraction,
            self._now(), self._seconds_left(queue, places), queue.paused)

    def _now(self) -> float:
        """Seconds since the race began, without pauses."""
        until = time.monotonic() if self._held_at is None else self._held_at
        return until - self._start

    def _seconds_left(self, queue: RaceQueue, places: int) -> float:
        """The longest of those that run, or what is left shared by all places."""
        scale = self._scale(queue)
        running = [scale * self._costs[job] * (1 - self._parts.get(job, 0.0))
                   for job in queue.running]
        waiting = sum(scale * self._costs[job] for job in queue.waiting)
        share = (sum(running) + waiting) / max(1, places)
        return max([share, *running])

    def _scale(self, queue: RaceQueue) -> float:
        """Seconds for an estimated one, of all that has run so far."""
        took = estimated = 0.0
        for job, begun in self._begun.items():
            part = 1.0 if job in self._took else self._parts[job]
            if job in self._took or (job in queue.running and part > 0):
                took += self._took.get(job, self._now() - begun)
                estimated += part * self._costs[job]
        return took / estimated if took > 0 and estimated > 0 else 1.0
