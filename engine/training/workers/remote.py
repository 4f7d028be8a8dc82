"""What runs on a worker of a Dask cluster; imported there by name, so it needs this program."""

from __future__ import annotations

import platform
import tempfile
import uuid
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from engine import VERSION
from engine.data.images import ImageData
from engine.errors import DataError, DeviceError, LabError
from engine.training.jobs import job_from_plain
from engine.training.record_forms import error_text, record_text
from engine.training.records import JobRecord
from engine.training.workers.run import JobRun
from engine.training.workers.serving import Order, serve

_stopped: set[str] = set()
"""Jobs that must end, by their tokens."""

_held: set[str] = set()
"""Topics of races that are paused."""

_opened: dict[str, ImageData] = {}

_AT_WORK = ("running", "paused", "init")
_GONE = ("cancelled", "released", "forgotten", "error")


def facts() -> dict[str, str]:
    """The versions that must agree, as the results depend on them."""
    return {"Activation Lab": VERSION, "Python": ".".join(platform.python_version_tuple()[:2]),
            "torch": version("torch").partition("+")[0]}


def check_facts(theirs: Any, worker: str) -> None:
    """Raises DeviceError where a worker's versions are others than ours."""
    wrong = [f"{name} {theirs.get(name)} / {ours}" for name, ours in facts().items()
             if theirs.get(name) != ours]
    if wrong:
        raise DeviceError("The worker {worker} has other versions than this computer: {versions}. "
                          "Install the same there.", worker=worker, versions=", ".join(wrong))


def obey(topic: str, token: str | None, order: str) -> None:
    """Takes an order: "stop" for a job, "hold" or "go" for all of a race."""
    if order == "stop" and token is not None:
        _stopped.add(token)
    elif order == "hold":
        _held.add(topic)
    else:
        _held.discard(topic)


def run_job(message: dict[str, Any]) -> dict[str, Any]:
    """Trains the job of a message; its records go out as events of the message's topic.

    Gives the last record and the files of the checkpoint, or the sentence of a LabError.
    """
    from distributed import get_worker

    try:
        check_facts(message["facts"], get_worker().address)
        with tempfile.TemporaryDirectory() as folder:
            done = _Serving(message).run(Path(folder))
            files = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
    except LabError as error:
        return {"error": error_text(error)}
    return {"done": done, "files": files if message["keep"] else {}}


class _Serving:
    """One job on this worker, with the ways to tell and to be told."""

    def __init__(self, message: dict[str, Any]) -> None:
        from distributed import get_worker

        self._worker = get_worker()
        self._key = self._worker.get_current_task()
        self._message = message
        self._begin = uuid.uuid4().hex
        self._done = ""

    def run(self, folder: Path) -> str:
        """The text of the last record; the others were told as they came."""
        message = self._message
        job = job_from_plain(message["job"])
        data = self._data(message["source"], job.data_digest)
        serve(JobRun(job, data, folder, message["id"]), self._send, self._order)
        _stopped.discard(message["token"])
        return self._done

    def _send(self, told: Sequence[JobRecord]) -> None:
        texts = [record_text(record) for record in told]
        self._done = texts[-1]
        self._worker.log_event(self._message["topic"], {
            "token": self._message["token"], "begin": self._begin,
            "worker": self._worker.address, "texts": texts})

    def _order(self) -> Order:
        task = self._worker.state.tasks.get(self._key)
        if task is None or task.state in _GONE or self._worker.status.name not in _AT_WORK:
            return Order.LEAVE
        if self._message["token"] in _stopped:
            return Order.STOP
        return Order.HOLD if self._message["topic"] in _held else Order.GO

    def _data(self, source: str, digest: str) -> ImageData:
        """The race's pictures: from the same place, or where this computer has FashionMNIST."""
        from engine.data.fashion_mnist import find_fashion_mnist
        from engine.data.sources import opened_now

        known = find_fashion_mnist()
        for place in (source, *(() if known is None else (str(known),))):
            if digest not in _opened:
                try:
                    data = opened_now(place)
                except DataError:
                    continue
                if data.digest == digest:
                    _opened.clear()
                    _opened[digest] = data
        if digest not in _opened:
            raise DataError("The worker {worker} has not the pictures of this race. Put them "
                            "there too, at {source}.", worker=self._worker.address, source=source)
        return _opened[digest]
