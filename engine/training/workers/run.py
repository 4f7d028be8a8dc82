"""One job's training, step by step; every kind of worker runs jobs by this."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from engine.data.images import ImageData
from engine.device import use_one_thread
from engine.errors import InputError, StorageError
from engine.training.jobs import Job
from engine.training.records import EpochDone, JobRecord, RunDone, RunStarted

if TYPE_CHECKING:
    from engine.training.checkpoints import Checkpoint


class JobRun:
    """A job under way on one torch thread; its last record is always a RunDone.

    Where the folder holds what an earlier attempt had done of it, it goes on from there.
    """

    def __init__(self, job: Job, data: ImageData, folder: Path | None,
                 job_id: str | None = None) -> None:
        from engine.training.checkpoints import checkpoint_path
        from engine.training.trainer import run

        use_one_thread()
        self.id, self._job = job_id or job.id, job
        path = checkpoint_path(folder, job.function, job.seed) if folder else None
        resume = _unfinished(path, job, data) if path else None
        self._steps = run(job, data, path, resume=resume)
        self._checkpoint: Path | None = None
        self._epochs = 0
        self._stopping = False
        self._seconds = resume.record.seconds if resume else 0.0

    def step(self) -> JobRecord | None:
        """Goes on for one batch; gives what the trainer tells. Not to be called after RunDone."""
        if self._stopping:
            return self._ended()
        start = time.monotonic()
        record = next(self._steps)
        self._seconds += time.monotonic() - start
        if record is None:
            return None
        if isinstance(record, RunStarted):
            self._checkpoint = record.checkpoint
        elif isinstance(record, EpochDone):
            self._epochs = record.epoch
        return JobRecord(self.id, record)

    def stop(self) -> None:
        """The next step ends the run, which keeps what it has."""
        self._stopping = True

    def close(self) -> None:
        """Ends the run at once; the trainer writes the checkpoint."""
        self._steps.close()

    def _ended(self) -> JobRecord:
        """What a closed generator cannot say."""
        self.close()
        job, path = self._job, self._checkpoint
        complete = self._epochs == job.settings.epochs
        kept = path if path is not None and path.exists() else None
        return JobRecord(self.id, RunDone(
            job.function, job.seed, "finished" if complete else "stopped",
            self._seconds, kept, job.values))


def _unfinished(path: Path, job: Job, data: ImageData) -> Checkpoint | None:
    """The furthest state of this job that an earlier attempt has left beside `path`."""
    from engine.training.checkpoints import load
    from engine.training.resuming import check_resumable

    found = []
    for kept in (path, *path.parent.glob(f"{path.stem}-epoch*{path.suffix}")):
        try:
            checkpoint = load(kept)
            check_resumable(checkpoint, job, data)
        except (StorageError, InputError):  # absent, damaged, of another job, or at its end
            continue
        found.append(checkpoint)
    return max(found, key=lambda one: (len(one.record.epochs), one.record.part.steps),
               default=None)
