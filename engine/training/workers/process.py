"""A worker process: what `LocalWorkers` starts. It ends with the process that started it."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import time
import traceback
from collections.abc import Sequence
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from engine.data.images import ImageData
from engine.errors import DataError, LabError
from engine.storage.folders import log_folder
from engine.training.jobs import job_from_plain
from engine.training.record_forms import error_text, record_text
from engine.training.records import JobRecord
from engine.training.workers.run import JobRun
from engine.training.workers.serving import Order, serve

NICE = 10
_BELOW_NORMAL = 0x4000


def main(connection: Connection, source: str) -> None:
    """Runs the jobs that come through the connection until it closes or says "end".

    Sends lists of texts: records, or ["error", sentence] and ["fault", words], after which the
    process ends.
    """
    _behave()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):  # the parent is gone
        try:
            _Worker(connection, source).work()
        except LabError as error:
            connection.send(["error", error_text(error)])
        except Exception as error:  # a fault of the program: told, logged, and this process ends
            _log(traceback.format_exc())
            connection.send(["fault", f"{type(error).__name__}: {error}"])


class _Worker:
    """One connection, its data set, and the job under way."""

    def __init__(self, connection: Connection, source: str) -> None:
        self._connection, self._source = connection, source
        self._data: ImageData | None = None
        self._held = False
        self._ending = False

    def work(self) -> None:
        """All jobs, one after the other."""
        import engine.training.trainer  # noqa: F401  (torch loads while the parent prepares)

        while not self._ending:
            match self._connection.recv():
                case "end":
                    return
                case ["run", job, job_id, folder]:
                    self._run(job, job_id, folder)
                case ["hold", held]:
                    self._held = held

    def _run(self, content: Any, job_id: str, folder: str | None) -> None:
        job = job_from_plain(content)
        data = self._opened(job.data_digest)
        run = JobRun(job, data, None if folder is None else Path(folder), job_id)
        serve(run, self._send, self._order)

    def _opened(self, digest: str) -> ImageData:
        """The data set, which must be the one that the race is about."""
        if self._data is None:
            from engine.data.sources import opened_now

            self._data = opened_now(self._source)
        if self._data.digest != digest:
            raise DataError("The pictures of {source} have changed since the race began. "
                            "Begin another race with them.", source=self._source)
        return self._data

    def _send(self, told: Sequence[JobRecord]) -> None:
        self._connection.send(["told", *map(record_text, told)])

    def _order(self) -> Order:
        """What the parent has said since; LEAVE where it is gone."""
        order = Order.GO
        try:
            while self._connection.poll():
                match self._connection.recv():
                    case "end":
                        self._ending = True
                    case "stop":
                        order = Order.STOP
                    case ["hold", held]:
                        self._held = held
        except (EOFError, OSError):
            self._ending = True
        if self._ending:
            return Order.LEAVE
        return Order.HOLD if self._held and order is Order.GO else order


def _behave() -> None:
    """Leaves the machine to the window; an interruption is the parent's affair."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(1))
    if sys.platform == "win32":
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT, signal.SIGTERM))
        os.nice(NICE)
    _log("", keep_open=True)


def _log(words: str, keep_open: bool = False) -> None:
    """Into workers.log; a crash of the process itself writes its stack there too."""
    path = log_folder() / "workers.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        log = path.open("a", encoding="utf-8")
    except OSError:
        return
    if keep_open:
        faulthandler.enable(log)
        return
    with log:
        log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{words}\n")
