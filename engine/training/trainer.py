"""The training of one network for each function, as a generator of records."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from engine.activations.registry import Values
from engine.data.images import ImageData
from engine.device import chosen
from engine.errors import InputError, StorageError
from engine.networks.building import build
from engine.networks.functions import start_values
from engine.networks.network import CLASSES, Network
from engine.networks.seeds import generator
from engine.training.batches import Samples, evaluation_samples, training_samples
from engine.training.checkpoints import RunRecord, checkpoint_path, save
from engine.training.descent import Descent
from engine.training.progress import Progress
from engine.training.records import (
    Diverged,
    EpochDone,
    LearnedShapes,
    RunDone,
    RunStarted,
    StepsDone,
)
from engine.training.settings import TrainingSettings, checked_settings
from engine.training.shapes import ShapeWatch, plain_shapes
from engine.versions import versions

Record = RunStarted | StepsDone | EpochDone | LearnedShapes | Diverged | RunDone
Records = Generator[Record | None, None, None]


def train(
    functions: Sequence[tuple[str, Values]],
    settings: TrainingSettings,
    data: ImageData,
    folder: Path | None = None,
) -> Records:
    """Trains a network for each (key, values), one after the other, from the same seed.

    Yields None after each batch, in evaluation too, and the records of engine.training.records.
    Each run is kept in `folder` as a checkpoint when it ends; the run under way is kept as
    stopped when the generator is closed. Raises InputError, DeviceError and StorageError.
    """
    settings = checked_settings(dataclasses.asdict(settings))
    runs = _checked(functions)
    device = chosen(settings.device).name
    _make(folder)
    training, evaluation = training_samples(data, device), evaluation_samples(data, device)
    progress = Progress(len(runs), settings.epochs, len(training), len(evaluation))
    for index, (key, values) in enumerate(runs):
        path = checkpoint_path(folder, key, settings.seed) if folder else None
        yield RunStarted(key, settings.seed, index, len(runs), device, path)
        progress.begin(index)
        run = _Run(key, values, settings, device, progress)
        try:
            yield from run.epochs(training, evaluation)
        finally:
            run.keep(path, data)
        yield RunDone(key, settings.seed, run.status, run.seconds, path, values)


def _checked(functions: Sequence[tuple[str, Values]]) -> list[tuple[str, dict[str, Any]]]:
    """The functions with what they start from. Raises InputError; for a key named twice too."""
    keys = [key for key, _ in functions]
    for key in keys:
        if keys.count(key) > 1:
            raise InputError("The function {key} is named twice.", key=key)
    if not keys:
        raise InputError("No function is chosen. Choose at least one.")
    return [(key, start_values(key, values)) for key, values in functions]


def _make(folder: Path | None) -> None:
    """Creates the folder now, so that a wrong one is found before the training and not after."""
    try:
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError("{file} could not be written: {reason}. Choose another folder.",
                           file=str(folder), reason=error.strerror or str(error)) from error


class _Run:
    """One network in training; `status` is stopped until the run has come to an end."""

    def __init__(self, key: str, values: Values, settings: TrainingSettings, device: str,
                 progress: Progress) -> None:
        self.key, self.values, self.settings, self.device = key, values, settings, device
        self.progress = progress
        self.network = build(key, values, settings, settings.seed, device=device)
        self.shapes = ShapeWatch(self.network, key, settings.seed)
        self.descent = Descent(self.network, settings)
        self.order = generator(settings.seed, "batch order")
        self.status = "stopped"
        self.seconds = 0.0
        self.done: list[EpochDone] = []
        self.diverged: Diverged | None = None
        self.started = False

    def epochs(self, training: Samples, evaluation: Samples) -> Records:
        """All epochs, or those until the loss is no longer finite."""
        yield from self.shapes.whole(0)
        for epoch in range(1, self.settings.epochs + 1):
            trained = yield from self._train(training, epoch)
            if self.diverged is None:
                evaluated = yield from self._evaluate(evaluation)
                if not math.isfinite(evaluated[0]):
                    self._diverge(epoch, math.ceil(len(training) / self.settings.batch_size))
            self.seconds = self.progress.seconds
            if self.diverged is not None:
                self.status = "diverged"
                yield self.diverged
                return
            self.done.append(EpochDone(self.key, self.settings.seed, epoch, *trained, *evaluated,
                                       seconds=self.seconds))
            if epoch == self.settings.epochs:
                self.status = "finished"
            shapes = self.shapes.whole(epoch)
            yield self.done[-1]
            yield from shapes

    def keep(self, path: Path | None, data: ImageData) -> None:
        """Writes the checkpoint of a run that has made at least one step."""
        if path is None or not self.started:
            return
        if self.status == "stopped":
            self.seconds = self.progress.seconds
        ending = self.diverged and (self.diverged.epoch, self.diverged.step)
        save(path, self.network, RunRecord(
            self.key, dict(self.values), self.settings, tuple(self.done), self.status, ending,
            self.seconds, self.device, data.name, data.digest, data.is_fashion_mnist, versions(),
            shapes=plain_shapes(self.shapes.kept),
        ))

    def _train(
        self, samples: Samples, epoch: int
    ) -> Generator[StepsDone | LearnedShapes | None, None, tuple[float, float]]:
        """One epoch; returns loss and accuracy over its batches, each before its step."""
        self.network.train()
        total, seen, recent, told = 0.0, 0, _Mean(), _Answers(len(samples), self.device)
        batches = samples.shuffled(self.settings.batch_size, self.order)
        for step, (images, labels) in enumerate(batches, 1):
            loss, logits = self.descent.step(images, labels)
            self.started = True
            if not math.isfinite(loss):
                self._diverge(epoch, step)
                break
            count = len(labels)
            told.add(logits, labels, count)
            total, seen = total + loss * count, seen + count
            recent.add(loss, count)
            self.progress.trained(count)
            if self.progress.due():
                reached = epoch - 1 + seen / len(samples)
                yield self._steps_done(reached, recent.take())
                yield from self.shapes.live(reached)
            else:
                yield None
        return total / max(seen, 1), told.right() / max(seen, 1)

    def _evaluate(self, samples: Samples) -> Generator[None, None, tuple[float, float]]:
        """Loss and accuracy over all samples, in evaluation mode."""
        self.network.eval()
        total, hits = 0.0, 0
        for images, labels in samples.in_order():
            loss, right = _assess(self.network, images, labels)
            total, hits = total + loss.item(), hits + right
            self.progress.evaluated(len(labels))
            yield None
        return total / len(samples), int(hits) / len(samples)

    def _diverge(self, epoch: int, step: int) -> None:
        self.diverged = Diverged(self.key, self.settings.seed, epoch, step, self.progress.seconds)

    def _steps_done(self, epoch: float, loss: float) -> StepsDone:
        progress = self.progress
        return StepsDone(self.key, self.settings.seed, epoch, loss, progress.fraction,
                         progress.seconds, progress.seconds_left)


class _Answers:
    """The logits of an epoch, judged together at its end to keep the steps short."""

    def __init__(self, count: int, device: str) -> None:
        self._logits = torch.empty(count, CLASSES, device=device)
        self._labels: list[Tensor] = []
        self._count = 0

    def add(self, logits: Tensor, labels: Tensor, count: int) -> None:
        self._logits[self._count:self._count + count] = logits
        self._count += count
        self._labels.append(labels)

    def right(self) -> int:
        if not self._labels:
            return 0
        chosen = self._logits[:self._count].argmax(1)
        return int((chosen == torch.cat(self._labels)).sum())


class _Mean:
    """The mean over samples since it was last taken."""

    def __init__(self) -> None:
        self.total, self.count = 0.0, 0

    def add(self, value: float, samples: int) -> None:
        self.total, self.count = self.total + value * samples, self.count + samples

    def take(self) -> float:
        mean = self.total / self.count
        self.total, self.count = 0.0, 0
        return mean


@torch.no_grad()
def _assess(network: Network, images: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """The sum of the losses and the number of right answers."""
    logits = network(images)
    return cross_entropy(logits, labels, reduction="sum"), (logits.argmax(1) == labels).sum()
