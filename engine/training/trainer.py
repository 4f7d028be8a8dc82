"""The training of one network for each function, as a generator of records."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from engine.activations.registry import Values
from engine.data.images import ImageData
from engine.device import chosen
from engine.errors import InputError, StorageError
from engine.networks.functions import start_values
from engine.training.checkpoints import Checkpoint, checkpoint_path
from engine.training.fitting import Fit, Record, Records
from engine.training.jobs import Job, job_of
from engine.training.progress import Progress
from engine.training.records import RunDone, RunStarted
from engine.training.rehearsal import rehearse
from engine.training.resuming import check_resumable
from engine.training.settings import TrainingSettings, checked_settings

__all__ = ["Record", "Records", "run", "train"]


def train(
    functions: Sequence[tuple[str, Values]],
    settings: TrainingSettings,
    data: ImageData,
    folder: Path | None = None,
) -> Records:
    """Trains a network for each (key, values), one after the other, from the same seed.

    Yields None after each batch, in evaluation too, and the records of engine.training.records.
    Each run is kept in `folder` as a checkpoint when it ends, and after every so many epochs where
    the settings say so; the run under way is kept as stopped when the generator is closed. Raises
    InputError, DeviceError and StorageError.
    """
    settings = checked_settings(dataclasses.asdict(settings))
    runs = _checked(functions)
    device = chosen(settings.device).name
    progress = _progress(len(runs), settings, data)
    for index, (key, values) in enumerate(runs):
        path = checkpoint_path(folder, key, settings.seed) if folder else None
        device = yield from run(job_of(key, values, settings, data.digest), data, path,
                                device=device, progress=progress, index=index, count=len(runs))


def run(
    job: Job,
    data: ImageData,
    path: Path | None = None,
    *,
    resume: Checkpoint | None = None,
    device: str | None = None,
    progress: Progress | None = None,
    index: int = 0,
    count: int = 1,
) -> Generator[Record | None, None, str]:
    """One job as `train` does it; returns the device on which it ended.

    `path` is where its checkpoint will lie. With `resume` it goes on where that stood, after the
    epochs that it had done are told again, to the numbers of an uninterrupted run: on the same
    kind of device bit for bit. Epochs, device and checkpoints may differ from that run's, nothing
    else. `device` is one that was chosen before. Raises InputError, DeviceError and StorageError.
    """
    if resume is not None:
        check_resumable(resume, job, data)
    device = chosen(job.settings.device).name if device is None else device
    progress = _progress(1, job.settings, data) if progress is None else progress
    _make(path)
    yield RunStarted(job.function, job.seed, index, count, device, path)
    rehearse(job, data, device)
    progress.begin(index)
    fit = Fit(job, data, device, progress, path=path, resumed=resume)
    try:
        yield from _timed(fit.epochs(), progress)
    finally:
        fit.keep()
    yield RunDone(job.function, job.seed, fit.status, fit.seconds, path, job.values)
    return fit.device


def _timed(records: Records, progress: Progress) -> Records:
    """The same; the clock of the runs leaves out what passes between two steps, pauses too."""
    with closing(records):
        for record in records:
            progress.hold()
            yield record
            progress.go_on()


def _progress(runs: int, settings: TrainingSettings, data: ImageData) -> Progress:
    return Progress(runs, settings.epochs, len(data.train_labels), len(data.test_labels))


def _checked(functions: Sequence[tuple[str, Values]]) -> list[tuple[str, dict[str, Any]]]:
    """The functions with what they start from. Raises InputError; for a key named twice too."""
    keys = [key for key, _ in functions]
    for key in keys:
        if keys.count(key) > 1:
            raise InputError("The function {key} is named twice.", key=key)
    if not keys:
        raise InputError("No function is chosen. Choose at least one.")
    return [(key, start_values(key, values)) for key, values in functions]


def _make(path: Path | None) -> None:
    """Creates the folder now, so that a wrong one is found before the training and not after."""
    try:
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError("{file} could not be written: {reason}. Choose another folder.",
                           file=str(path.parent), reason=error.strerror or str(error)) from error
