"""Worker processes on this computer, each with one torch thread."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import active_children, get_context
from multiprocessing.connection import wait
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any

from engine.texts import Phrase, phrase
from engine.training.jobs import Job
from engine.training.record_forms import error_of, record_of
from engine.training.records import JobRecord, RunDone, RunStarted
from engine.training.workers import process
from engine.training.workers.crew import ATTEMPTS, WAIT, JobNotice

_PATIENCE = 10.0
"""Seconds that a worker has to keep its checkpoint before it is killed."""

_GONE = (EOFError, OSError)
_NAME = "Worker"


def living_workers() -> int:
    """How many worker processes of this program there are now."""
    return sum(child.name == _NAME for child in active_children())


@dataclass
class _Task:
    """A job given to a worker, and how often that was tried."""

    job: Job
    folder: Path | None
    attempts: int = 0
    begun: float = field(default_factory=time.monotonic)
    stopped: float | None = None
    fault: str = ""
    checkpoint: Path | None = None


class _Worker:
    """A process with its end of the pipe, and what it works on."""

    def __init__(self, source: str) -> None:
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=process.main, args=(theirs, source), name=_NAME, daemon=True)
        with theirs, _signals_held():
            self.process.start()
        self.task: _Task | None = None

    def say(self, message: Any) -> None:
        """Sends, where the process is still there; its end is noticed elsewhere."""
        with suppress(*_GONE):
            self.connection.send(message)

    def heard(self) -> list[Any]:
        """All messages that have come."""
        messages = []
        with suppress(*_GONE):
            while self.connection.poll():
                messages.append(self.connection.recv())
        return messages

    def bury(self) -> None:
        """Frees what the process held."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.connection.close()


class LocalWorkers:
    """A crew of so many processes, which open the data set from `source` for themselves.

    A worker that dies is replaced and its job begins again, twice at most.
    """

    def __init__(self, count: int, source: str) -> None:
        self.places = count
        self._source = source
        self._workers: list[_Worker] = []
        self._held = False

    def open(self, jobs: int) -> None:
        """Starts the processes: they load torch while the race prepares."""
        for _ in range(min(self.places, jobs)):
            self._workers.append(_Worker(self._source))

    def start(self, job: Job, folder: Path | None) -> None:
        """Gives the job to a free process, or to a new one."""
        self._give(_Task(job, folder))

    def poll(self) -> Sequence[JobRecord | JobNotice]:
        """What the processes say, and what has to be said of those that died."""
        ready = wait([end for worker in self._workers
                      for end in (worker.connection, worker.process.sentinel)], WAIT) \
            if self._workers else time.sleep(WAIT)
        told: list[JobRecord | JobNotice] = []
        for worker in list(self._workers) if ready else ():
            dead = worker.process.exitcode is not None
            told += self._read(worker)
            if dead:
                told += self._mourn(worker)
        told += self._lose_patience()
        return told

    def stop(self, job: str) -> None:
        """Tells the job's process; it is killed where it does not answer."""
        for worker in self._workers:
            if worker.task is not None and worker.task.job.id == job:
                worker.say("stop")
                worker.task.stopped = time.monotonic()

    def hold(self, held: bool) -> None:
        """Lets all processes wait, or go on."""
        self._held = held
        for worker in self._workers:
            worker.say(["hold", held])

    def close(self) -> None:
        """Ends all processes; each keeps the checkpoint of its job."""
        workers, self._workers = self._workers, []
        for worker in workers:
            worker.say("end")
        until = time.monotonic() + _PATIENCE
        for worker in workers:
            worker.process.join(max(0.0, until - time.monotonic()))
            worker.bury()

    def _give(self, task: _Task) -> None:
        free = [worker for worker in self._workers
                if worker.task is None and worker.process.is_alive()]
        worker = free[0] if free else _Worker(self._source)
        if not free:
            self._workers.append(worker)
        task.attempts, task.begun = task.attempts + 1, time.monotonic()
        worker.task = task
        worker.say(["run", task.job.to_plain(), task.job.id,
                    None if task.folder is None else str(task.folder)])
        if self._held:
            worker.say(["hold", True])

    def _read(self, worker: _Worker) -> Iterator[JobRecord]:
        """The records of what has come. Raises the LabError that a worker met."""
        for message in worker.heard():
            match message:
                case ["told", *texts]:
                    for told in map(record_of, texts):
                        if isinstance(told.record, RunStarted):
                            worker.task.checkpoint = told.record.checkpoint
                        if isinstance(told.record, RunDone):
                            worker.task = None
                        yield told
                case ["error", text]:
                    raise error_of(text)
                case ["fault", words] if worker.task is not None:
                    worker.task.fault = words

    def _mourn(self, worker: _Worker) -> Iterator[JobRecord | JobNotice]:
        """A process has ended: its job begins again, or is given up."""
        code = worker.process.exitcode
        self._workers.remove(worker)
        worker.bury()
        task = worker.task
        if task is None:
            return
        if task.stopped is not None:
            yield _done(task, "stopped")
        elif task.fault:
            yield JobNotice(task.job.id, phrase(
                "The run failed: {reason}. The log has the details.", reason=task.fault))
            yield _done(task, "crashed")
        elif task.attempts < ATTEMPTS:
            yield JobNotice(task.job.id, phrase(
                "The worker process ended unexpectedly ({reason}). Its run begins again.",
                reason=_ending(code)))
            self._give(task)
        else:
            yield JobNotice(task.job.id, phrase(
                "The worker process ended unexpectedly {count} times ({reason}). The run is given "
                "up.", count=task.attempts, reason=_ending(code)))
            yield _done(task, "crashed")

    def _lose_patience(self) -> Iterator[JobRecord | JobNotice]:
        """Kills what was told to stop and does not."""
        for worker in list(self._workers):
            task = worker.task
            if task is not None and task.stopped is not None \
                    and time.monotonic() - task.stopped > _PATIENCE:
                worker.process.kill()
                worker.process.join()
                yield from self._read(worker)
                yield from self._mourn(worker)


def _done(task: _Task, status: str) -> JobRecord:
    """The end of a job whose process cannot tell it any more."""
    job, path = task.job, task.checkpoint
    kept = path if path is not None and path.exists() else None
    return JobRecord(job.id, RunDone(job.function, job.seed, status,
                                     time.monotonic() - task.begun, kept, job.values))


def _ending(code: int | None) -> Phrase:
    if code is not None and code < 0:
        return phrase("signal {number}", number=-code)
    return phrase("exit code {number}", number=code)


@contextmanager
def _signals_held() -> Iterator[None]:
    """A child starts with them blocked, so that an interruption cannot meet it half made."""
    if sys.platform == "win32":
        yield
        return
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
