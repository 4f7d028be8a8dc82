"""Which runs can go on from a checkpoint, and as what."""

from __future__ import annotations

import dataclasses
from typing import Any

from engine.data.images import ImageData
from engine.errors import InputError, StorageError
from engine.training.checkpoints import Checkpoint
from engine.training.jobs import Job, job_of
from engine.training.settings import NOT_OF_THE_RESULT, TrainingSettings

CHANGEABLE = ("epochs", *NOT_OF_THE_RESULT)
"""Settings that may differ between a run and its continuation."""


def resumed_job(checkpoint: Checkpoint, **changes: Any) -> Job:
    """The job that continues the run; `changes` are settings that may differ.

    Raises StorageError where it keeps no state to go on from, and InputError.
    """
    record = checkpoint.record
    if record.part is None:
        raise StorageError("{file} cannot be resumed: its run had come to an end. Choose a run "
                           "that was stopped, or its state after an epoch.",
                           file=str(checkpoint.path))
    settings = dataclasses.replace(record.settings, **changes)
    return job_of(record.function, record.values, settings, record.data_digest)


def check_resumable(checkpoint: Checkpoint, job: Job, data: ImageData) -> None:
    """Raises InputError or StorageError where the job does not continue the checkpoint's run."""
    same = resumed_job(checkpoint, **{name: getattr(job.settings, name) for name in CHANGEABLE})
    record, settings = checkpoint.record, job.settings
    if data.digest != record.data_digest:
        raise InputError("This run was trained on {name}, not on {other}. Choose its own data.",
                         name=record.data_name, other=data.name)
    if (same.function, same.values) != (job.function, job.values):
        raise InputError("This run trains {function} with other values. A run goes on as it began.",
                         function=record.function)
    for field in dataclasses.fields(TrainingSettings):
        if getattr(same.settings, field.name) != getattr(settings, field.name):
            raise InputError("{name} was {value} in this run. A run goes on as it began.",
                             name=field.name, value=getattr(same.settings, field.name))
    _check_epochs(checkpoint, settings)


def _check_epochs(checkpoint: Checkpoint, settings: TrainingSettings) -> None:
    record = checkpoint.record
    done = len(record.epochs)
    if settings.epochs <= done:
        raise InputError("This run has done {done} epochs. Ask for more, got {epochs}.",
                         done=done, epochs=settings.epochs)
    if settings.epochs != record.settings.epochs and settings.schedule == "cosine":
        raise InputError("With a cosine schedule the number of epochs decides every learning rate. "
                         "This run has {epochs}.", epochs=record.settings.epochs)
