"""Jobs on the workers of a Dask cluster; only JSON and checkpoints travel."""

from __future__ import annotations

import ipaddress
import logging
import queue
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from engine.errors import DeviceError, InputError
from engine.storage.atomic import atomic_write
from engine.texts import phrase
from engine.training.jobs import Job
from engine.training.record_forms import error_of, record_of
from engine.training.records import JobRecord, RunDone, RunStarted
from engine.training.workers import remote
from engine.training.workers.crew import WAIT, JobNotice

_CONNECT_SECONDS = 10
_PATIENCE = 10.0
"""Seconds that running jobs have to send their checkpoints when the race is closed."""

_CLOSE_SECONDS = 5

_BROKEN = (OSError, TimeoutError, RuntimeError, AssertionError)
"""What a client raises on being closed while it tries in vain to connect again."""

_LOGS = ("distributed", "distributed.client", "distributed.core", "tornado.application")
"""What they would write with a traceback, a DeviceError says in a sentence."""

_LOOK_SECONDS = 1.0
"""Between two looks at how many workers there are."""

_SUFFIXES = (".safetensors", ".json")


def check_address(address: str) -> None:
    """Raises InputError where anybody on the way could read or run what is sent."""
    kind, separator, rest = address.strip().rpartition("://")
    host, _, port = rest.rpartition(":")
    host = host.strip("[]")
    kind = kind if separator else "tcp"
    if not rest or (kind != "inproc" and not (host and _is_port(port))):
        raise InputError("{address} is no address of a Dask scheduler. Write HOST:PORT, such as "
                         "127.0.0.1:8786.", address=address)
    if kind in ("tls", "inproc") or (kind == "tcp" and _is_here(host)):
        return
    raise InputError(
        "{address} is not this computer and not encrypted: whoever reaches it can run programs "
        "there. Use tls://HOST:PORT, or a tunnel to 127.0.0.1.", address=address)


def _is_port(text: str) -> bool:
    return text.isascii() and text.isdigit() and 0 < int(text) < 65536


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass
class _Task:
    """A job at the cluster; `begin` names the attempt whose records count, `worker` its place."""

    job: Job
    folder: Path | None
    future: Any
    begin: str = ""
    worker: str = ""
    stopped: bool = False


class DaskWorkers:
    """A crew of all threads of the workers at a scheduler, which open `source` there.

    Dask runs the jobs of a killed worker again. A lost connection raises DeviceError: what came
    is kept, and the race can go on with another crew.
    """

    def __init__(self, address: str, source: str) -> None:
        check_address(address)
        if find_spec("distributed") is None:
            raise DeviceError("Dask is not installed here. It comes with the program's sources, "
                              "installed by: {line}", line="pip install -e '.[cluster]'")
        self._address, self._source = address, source
        self._client: Any = None
        self._topic = f"activation-lab-{uuid.uuid4().hex}"
        self._arrived: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._tasks: dict[str, _Task] = {}
        self._held = False
        self._places, self._looked = 0, -_LOOK_SECONDS

    @property
    def places(self) -> int:
        """Threads of all workers, as of the last second."""
        if self._client is not None and time.monotonic() - self._looked > _LOOK_SECONDS:
            self._look()
        return self._places

    def open(self, jobs: int) -> None:
        """Connects, and checks that the workers have the same versions."""
        from distributed import Client

        for name in _LOGS:
            logging.getLogger(name).setLevel(logging.CRITICAL)
        try:
            self._client = Client(self._address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, TimeoutError, TypeError, ValueError) as error:
            raise DeviceError("No Dask scheduler answers at {address}: {reason}. Start one, or "
                              "run on this computer.", address=self._address,
                              reason=str(error).partition("\n")[0] or type(error).__name__
                              ) from error
        self._look()
        if not self._places:
            raise DeviceError("The Dask scheduler at {address} has no workers. Start some with: "
                              "{line}", address=self._address,
                              line=f"dask worker {self._address} --nthreads 1")
        for worker, answer in self._client.run(remote.facts, on_error="return").items():
            if not isinstance(answer, dict):
                raise DeviceError("The worker {worker} cannot run this program: {reason}. Install "
                                  "the same version there.", worker=worker, reason=str(answer))
            remote.check_facts(answer, worker)
        self._client.subscribe_topic(self._topic, self._event)

    def start(self, job: Job, folder: Path | None) -> None:
        """Sends the job's description."""
        token = uuid.uuid4().hex
        future = self._client.submit(remote.run_job, {
            "job": job.to_plain(), "id": job.id, "source": self._source, "topic": self._topic,
            "token": token, "keep": folder is not None, "facts": remote.facts(),
        }, key=f"activation-lab-{token}", pure=False)
        self._tasks[token] = _Task(job, folder, future)
        future.add_done_callback(lambda _: self._arrived.put((token, None)))

    def poll(self) -> Sequence[JobRecord | JobNotice]:
        """What the cluster has sent."""
        if self._client.status != "running":
            raise self._lost()
        return list(self._taken(WAIT))

    def stop(self, job: str) -> None:
        """Tells the job's worker; a job that no worker has yet is taken back."""
        for token, task in self._tasks.items():
            if task.job.id == job:
                task.stopped = True
                if task.worker:
                    self._tell(token, "stop", [task.worker])
                else:
                    task.future.cancel()
                    self._arrived.put((token, None))

    def hold(self, held: bool) -> None:
        """Lets the workers wait, or go on."""
        self._held = held
        self._tell(None, "hold" if held else "go", None)

    def close(self) -> None:
        """Stops what runs, takes its checkpoints and disconnects."""
        if self._client is None:
            return
        if self._client.status == "running":
            for task in list(self._tasks.values()):
                self.stop(task.job.id)
            until = time.monotonic() + _PATIENCE
            while self._tasks and time.monotonic() < until and self._client.status == "running":
                for _ in self._taken(WAIT):
                    pass
        self._tasks.clear()
        client, self._client = self._client, None
        with suppress(*_BROKEN):
            client.close(timeout=_CLOSE_SECONDS)

    def _look(self) -> None:
        workers = self._client.scheduler_info()["workers"] \
            if self._client.status == "running" else {}
        self._places = sum(worker["nthreads"] for worker in workers.values())
        self._looked = time.monotonic()

    def _event(self, event: tuple[float, Any]) -> None:
        """Called by the client's own thread; nothing but the queue is touched."""
        message = event[1]
        self._arrived.put((message["token"], message))

    def _tell(self, token: str | None, order: str, workers: list[str] | None) -> None:
        self._client.run(remote.obey, self._topic, token, order, workers=workers,
                         on_error="ignore")

    def _lost(self) -> DeviceError:
        return DeviceError("The connection to {address} is lost. What had come is kept; what is "
                           "missing can run on this computer, or there later.",
                           address=self._address)

    def _taken(self, seconds: float) -> Iterator[JobRecord | JobNotice]:
        """What is in the queue, waiting for the first of it."""
        with suppress(queue.Empty):
            token, message = self._arrived.get(timeout=seconds)
            while True:
                if token in self._tasks:
                    yield from self._over(token) if message is None else \
                        self._told(token, message)
                token, message = self._arrived.get_nowait()

    def _told(self, token: str, message: dict[str, Any]) -> Iterator[JobRecord | JobNotice]:
        """Records under way; those of an attempt that another has replaced are dropped."""
        task = self._tasks[token]
        for told in map(record_of, message["texts"]):
            if isinstance(told.record, RunStarted):
                yield from self._begun(token, task, message)
            if message["begin"] == task.begin and not isinstance(told.record, RunDone):
                yield told

    def _begun(self, token: str, task: _Task, message: dict[str, Any]) -> Iterator[JobNotice]:
        if task.begin:
            yield JobNotice(task.job.id, phrase(
                "The worker {worker} is gone. Its run begins again.", worker=task.worker))
        task.begin, task.worker = message["begin"], message["worker"]
        if self._held:
            self._tell(None, "hold", [task.worker])
        if task.stopped:
            self._tell(token, "stop", [task.worker])

    def _over(self, token: str) -> Iterator[JobRecord | JobNotice]:
        """The last record of a job, once its checkpoint is here."""
        task = self._tasks.pop(token)
        job, future = task.job, task.future
        if future.status == "finished":
            result = future.result()
            if "error" in result:
                raise error_of(result["error"])
            done = record_of(result["done"])
            yield JobRecord(job.id, _with_checkpoint(done.record, result["files"], task.folder))
        elif future.status == "cancelled" and task.stopped:
            yield JobRecord(job.id, RunDone(job.function, job.seed, "stopped", 0.0, None,
                                            job.values))
        elif future.status == "error":
            reason = str(future.exception()).partition("\n")[0]
            yield JobNotice(job.id, phrase("The run failed: {reason}.", reason=reason))
            yield JobRecord(job.id, RunDone(job.function, job.seed, "crashed", 0.0, None,
                                            job.values))
        else:  # a broken connection cancels all, even if it is there again
            raise self._lost()


def _with_checkpoint(done: RunDone, files: dict[str, bytes], folder: Path | None) -> RunDone:
    """The record with its checkpoint written into our own folder."""
    from dataclasses import replace

    kept = None
    for name, content in files.items() if folder is not None else ():
        if Path(name).name == name and Path(name).suffix in _SUFFIXES:
            atomic_write(folder / name, content)
            kept = folder / name if name.endswith(".safetensors") else kept
    return replace(done, checkpoint=kept)
