"""The only background work of the program: an engine generator, driven on a plain thread."""

from __future__ import annotations

import queue
import threading
from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

_INTERVAL_MS = 33
_QUICK_MS, _QUICK_LOOKS = 1, 40
"""A job of some milliseconds is seen at once; one that goes on is looked at 30 times a second."""
_NAME = "Runner"
_FINISHED = object()
_CANCELLED = object()


def living_threads() -> int:
    """How many background threads there are now."""
    return sum(thread.name == _NAME for thread in threading.enumerate())


class _Job:
    """One generator with its thread, its queue and its flags; it touches no Qt object."""

    def __init__(self, steps: Generator[Any, None, Any]) -> None:
        self.steps = steps
        self.queue: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self.cancelled = threading.Event()
        self.going = threading.Event()
        self.going.set()
        self.thread = threading.Thread(target=self._run, name=_NAME, daemon=True)

    def _run(self) -> None:
        try:
            self._drive()
        except Exception as error:  # carried to the window: problems.py shows and logs it
            self.queue.put(error)
        except BaseException:
            self.queue.put(_CANCELLED)
            raise

    def _drive(self) -> None:
        try:
            for record in self.steps:
                if record is not None:
                    self.queue.put(record)
                self.going.wait()
                if self.cancelled.is_set():
                    break
        finally:
            self.steps.close()
        self.queue.put(_CANCELLED if self.cancelled.is_set() else _FINISHED)


class Runner(QObject):
    """Runs one generator at a time in the background; lives on the GUI thread.

    `records` carries the list of records (all that are not None) of the last 33 ms. A job ends
    with exactly one of `finished`, `cancelled` or `failed`, unless it was superseded.
    """

    records = Signal(list)
    finished = Signal()
    cancelled = Signal()
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job: _Job | None = None
        self._abandoned: list[_Job] = []
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._drain)

    @property
    def running(self) -> bool:
        """Whether a job is under way."""
        return self._job is not None

    @property
    def paused(self) -> bool:
        """Whether the job waits."""
        return self._job is not None and not self._job.going.is_set()

    def start(self, steps: Generator[Any, None, Any]) -> None:
        """Begins a job; one that is under way is superseded and nothing of it arrives any more."""
        if self._job is not None:
            self._stop(self._job)
            self._abandoned.append(self._job)
        self._abandoned = [job for job in self._abandoned if job.thread.is_alive()]
        self._job = _Job(steps)
        self._job.thread.start()
        if not self._timer.isActive():  # frequent starts must not put the next look off for ever
            self._looks = 0
            self._timer.start(_QUICK_MS)

    def pause(self) -> None:
        """Holds the job at its next step."""
        if self._job is not None:
            self._job.going.clear()

    def resume(self) -> None:
        """Lets a held job go on."""
        if self._job is not None:
            self._job.going.set()

    def cancel(self) -> None:
        """Closes the generator at its next step, on its own thread; `cancelled` follows."""
        if self._job is not None:
            self._stop(self._job)

    def shutdown(self) -> None:
        """Cancels and waits until no thread is left; no signal follows."""
        jobs = [*self._abandoned, *([self._job] if self._job else [])]
        self._job, self._abandoned = None, []
        self._timer.stop()
        for job in jobs:
            self._stop(job)
        for job in jobs:
            job.thread.join()

    @staticmethod
    def _stop(job: _Job) -> None:
        job.cancelled.set()
        job.going.set()

    def _drain(self) -> None:
        job = self._job
        if job is None:
            self._timer.stop()
            return
        self._looks += 1
        if self._looks == _QUICK_LOOKS:
            self._timer.setInterval(_INTERVAL_MS)
        records, end = [], None
        while end is None:
            try:
                item = job.queue.get_nowait()
            except queue.Empty:
                break
            if item is _FINISHED or item is _CANCELLED or isinstance(item, Exception):
                end = item
            else:
                records.append(item)
        if records:
            self.records.emit(records)
        if end is not None and self._job is job:
            self._end(job, end)

    def _end(self, job: _Job, end: Any) -> None:
        job.thread.join()
        self._job = None
        self._timer.stop()
        if isinstance(end, Exception):
            self.failed.emit(end)
        elif end is _CANCELLED:
            self.cancelled.emit()
        else:
            self.finished.emit()
