"""The jobs of a race that wait and run; the window changes it while another thread races."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence


class RaceQueue:
    """What a person may change while a race runs. Job ids everywhere.

    Any thread may call it and read it: wishes are taken over by the race at its next step (within
    some hundredths of a second), which alone changes `waiting`, `running` and `paused`.
    """

    def __init__(self) -> None:
        self.waiting: tuple[str, ...] = ()
        """In the order in which they will start."""
        self.running: tuple[str, ...] = ()
        self.removed: tuple[str, ...] = ()
        """Stopped before they began; a resumed race runs them."""
        self.paused = False
        self.stopping = False
        self._wishes: deque[Callable[[], Sequence[str]]] = deque()

    def move(self, job: str, places: int) -> None:
        """Puts a waiting job so many places later, or earlier where it is negative."""
        self._wishes.append(lambda: self._moved(job, places))

    def pause(self) -> None:
        """Starts no other job and holds those that run at their next batch."""
        self._wishes.append(lambda: self._set_paused(True))

    def resume(self) -> None:
        """Goes on."""
        self._wishes.append(lambda: self._set_paused(False))

    def stop(self, job: str) -> None:
        """Ends a running job, which keeps what it has, or takes a waiting one out."""
        self._wishes.append(lambda: self._stopped([job]))

    def stop_all(self) -> None:
        """Ends the race; every job that runs keeps what it has."""
        self._wishes.append(self._all_stopped)

    def fill(self, jobs: Sequence[str]) -> None:
        """The race begins with these waiting, in this order."""
        self.waiting, self.running, self.removed = tuple(jobs), (), ()

    def take_wishes(self) -> list[str]:
        """Fulfils what was wished since; gives the running jobs that must be stopped."""
        stopped: list[str] = []
        while self._wishes:
            stopped += self._wishes.popleft()()
        return stopped

    def take(self) -> str | None:
        """The next job, now running; None where none may start."""
        if self.paused or not self.waiting:
            return None
        job, *rest = self.waiting
        self.waiting, self.running = tuple(rest), (*self.running, job)
        return job

    def ended(self, job: str) -> None:
        """A running job is over."""
        self.running = tuple(other for other in self.running if other != job)

    def _moved(self, job: str, places: int) -> Sequence[str]:
        if job in self.waiting:
            others = [other for other in self.waiting if other != job]
            others.insert(max(0, self.waiting.index(job) + places), job)
            self.waiting = tuple(others)
        return ()

    def _set_paused(self, paused: bool) -> Sequence[str]:
        self.paused = paused
        return ()

    def _stopped(self, jobs: Sequence[str]) -> Sequence[str]:
        self.removed += tuple(job for job in self.waiting if job in jobs)
        self.waiting = tuple(job for job in self.waiting if job not in jobs)
        return [job for job in self.running if job in jobs]

    def _all_stopped(self) -> Sequence[str]:
        self.paused, self.stopping = False, True
        return self._stopped((*self.waiting, *self.running))
