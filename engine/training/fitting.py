"""One network in training: its epochs as records, and what it does where its device fails."""

from __future__ import annotations

import gc
import math
from collections.abc import Generator
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from engine.data.images import ImageData
from engine.device import is_out_of_memory, trouble
from engine.errors import DeviceError, StorageError
from engine.networks.building import build
from engine.networks.network import Network
from engine.networks.seeds import generator
from engine.texts import Phrase, phrase
from engine.training.batches import EVALUATION_BATCH, evaluation_samples, training_samples
from engine.training.checkpoints import Checkpoint, RunRecord, save
from engine.training.engines import engine_for
from engine.training.jobs import Job
from engine.training.kept_runs import epoch_path
from engine.training.progress import Progress
from engine.training.records import (
    Adapted,
    Diverged,
    EpochDone,
    LearnedShapes,
    RunDone,
    RunStarted,
    StepsDone,
)
from engine.training.run_state import RunState, restore, state_of
from engine.training.schedules import Schedule
from engine.training.shapes import ShapeWatch, plain_shapes, shapes_from_plain
from engine.training.tally import EpochPart, Tally
from engine.versions import versions

Record = RunStarted | StepsDone | EpochDone | LearnedShapes | Adapted | Diverged | RunDone
Records = Generator[Record | None, None, None]


class Fit:
    """A run under way; `status` is stopped until it has come to an end."""

    def __init__(self, job: Job, data: ImageData, device: str, progress: Progress, *,
                 path: Path | None, resumed: Checkpoint | None) -> None:
        self.job, self.device, self.path = job, device, path
        self.status, self.seconds = "stopped", 0.0
        self._data, self._progress = data, progress
        self._done: list[EpochDone] = []
        self._diverged: Diverged | None = None
        self._adapted: list[Phrase] = []
        self._before = 0.0
        self._parts, self._evaluated_rows = 1, EVALUATION_BATCH
        self._tally: Tally | None = None
        self._started = False
        self._saved: RunState | None = None
        self._shapes: ShapeWatch | None = None
        self._steps = math.ceil(len(data.train_labels) / job.settings.batch_size)
        self._resumed, self._source = resumed, resumed and resumed.path
        if resumed is not None:
            self._done = list(resumed.record.epochs)
            self._before = resumed.record.seconds
            self._saved = RunState(resumed.network.state_dict(), resumed.tensors,
                                   resumed.record.part)

    def epochs(self) -> Records:
        """All epochs that are left, or those until the loss is no longer finite.

        Where a GPU fails it goes on on the CPU from the last epoch. Raises DeviceError where its
        memory is too small and smaller parts of a batch would change the result.
        """
        yield from self._done
        while True:
            try:
                self._begin()
                yield from self._epochs()
                return
            except RuntimeError as error:
                reason = trouble(error, self.device)
                if reason is None:
                    raise
            yield self._leave_device(reason)  # behind the handler, which held on to its memory

    def keep(self) -> None:
        """Writes the checkpoint of a run that has made at least one step."""
        if self.path is None or not self._started:
            return
        if self.status == "stopped":
            self.seconds = self._seconds()
        state = self._state() if self.status == "stopped" else None
        self._save(self.path, state)

    def _begin(self) -> None:
        """Network and data on the device, at the start or where the run stood."""
        job, data = self.job, self._data
        settings = job.settings
        self._training = training_samples(data, self.device)
        self._evaluation = evaluation_samples(data, self.device)
        self._network = build(job.function, job.values, settings, settings.seed, shape=data.shape,
                              classes=len(data.classes), device=self.device)
        self._engine = engine_for(self._network, settings)
        self._schedule = Schedule(settings, self._steps)
        self._order = generator(settings.seed, "batch order")
        self._part = EpochPart()
        if self._saved is not None:
            self._restore(self._saved)
        self._order_state = self._order.get_state()
        if self._shapes is None or self._saved is not None:
            self._watch_shapes()
        if self._resumed is not None:
            self._progress.resume(
                len(self._done) * len(self._training)
                + min(self._part.steps * settings.batch_size, len(self._training)),
                len(self._done) * len(self._evaluation))
            self._resumed = None

    def _restore(self, state: RunState) -> None:
        """Sets all to a state. Raises StorageError where the file has that of another run."""
        try:
            if state.part.steps > self._steps:
                raise ValueError("more steps than an epoch has")
            restore(self._engine, self._order, state)
        except (KeyError, ValueError, TypeError) as error:
            raise StorageError("{file} does not describe a run of this program ({reason}). "
                               "Choose another checkpoint.", file=str(self._source),
                               reason=str(error)) from error
        self._part = state.part

    def _watch_shapes(self) -> None:
        job, rows = self.job, ()
        if self._shapes is not None:
            rows = plain_shapes(shape for shape in self._shapes.kept
                                if shape.epoch <= len(self._done))
        elif self._resumed is not None:
            rows = self._resumed.record.shapes
        kept = shapes_from_plain(rows, self._network, job.function, job.seed)
        self._shapes = ShapeWatch(self._network, job.function, job.seed, kept)

    def _epochs(self) -> Records:
        job = self.job
        if not self._shapes.kept:
            yield from self._shapes.whole(0)
        for epoch in range(len(self._done) + 1, job.settings.epochs + 1):
            yield from self._train(epoch)
            if self._diverged is None:
                evaluated = yield from self._evaluate()
                if not math.isfinite(evaluated[0]):
                    self._diverge(epoch, self._steps)
            self.seconds = self._seconds()
            if self._diverged is not None:
                self.status = "diverged"
                yield self._diverged
                return
            self._done.append(EpochDone(
                job.function, job.seed, epoch, self._tally.loss(), self._tally.accuracy(),
                *evaluated, seconds=self.seconds))
            shapes = self._shapes.whole(epoch)
            self._tally, self._order_state = None, self._order.get_state()
            if epoch == job.settings.epochs:
                self.status = "finished"
            self._keep_epoch(epoch)
            yield self._done[-1]
            yield from shapes

    def _train(self, epoch: int) -> Records:
        """One epoch, or what is left of it."""
        self._network.train()
        settings, progress = self.job.settings, self._progress
        before, self._part = self._part, EpochPart()
        self._tally = tally = Tally(len(self._training), settings.batch_size, before)
        first = (epoch - 1) * self._steps
        reads_each = self.device == "cpu"
        for images, labels in self._training.shuffled(settings.batch_size, self._order,
                                                      before.steps):
            rate = self._schedule.rate(first + tally.steps)
            while (made := self._attempt(images, labels, rate)) is None:
                yield self._take_smaller_parts()
            self._started = True
            tally.add(*made, labels)
            progress.trained(len(labels))
            due = progress.due()
            if reads_each or due:
                lost = tally.read()
                if lost is not None:
                    self._diverge(epoch, lost)
                    return
            if due:
                reached = epoch - 1 + tally.seen / len(self._training)
                yield self._steps_done(reached, tally.recent())
                yield from self._shapes.live(reached)
            else:
                yield None
        lost = tally.read()
        if lost is not None:
            self._diverge(epoch, lost)

    def _attempt(self, images: Tensor, labels: Tensor, rate: float
                 ) -> tuple[Tensor, Tensor] | None:
        """A step; None where there was too little memory, and smaller parts may help."""
        try:
            return self._engine.step(images, labels, rate, self._parts)
        except RuntimeError as error:
            if not is_out_of_memory(error) or self._parts >= len(labels):
                raise
        return None

    def _take_smaller_parts(self) -> Adapted:
        """Halves what goes through the network at once. Raises DeviceError with batch norm."""
        if any(isinstance(module, nn.modules.batchnorm._BatchNorm)
               for module in self._network.modules()):
            raise DeviceError(
                "The memory of {device} is too small for a batch of {batch_size}. Smaller parts "
                "would change the result with batch normalisation; take a smaller batch.",
                device=self.device, batch_size=self.job.settings.batch_size)
        _free_memory()
        self._parts *= 2
        return self._adapt(phrase(
            "The memory of {device} is too small for a batch of {batch_size}: its gradient is "
            "added up from {parts} parts, which gives the same result.", device=self.device,
            batch_size=self.job.settings.batch_size, parts=self._parts))

    def _leave_device(self, reason: Phrase) -> Adapted:
        """Goes to the CPU, at the end of the last epoch."""
        self._network = self._engine = self._training = self._evaluation = None
        self._tally, self._parts, self._evaluated_rows = None, 1, EVALUATION_BATCH
        _free_memory()
        left, self.device = self.device, "cpu"
        return self._adapt(phrase(
            "{device} failed, {reason}. The run goes on on the CPU from the end of epoch {epoch}.",
            device=left, reason=reason, epoch=len(self._done)))

    def _adapt(self, what: Phrase) -> Adapted:
        self._adapted.append(what)
        return Adapted(self.job.function, self.job.seed, what, self._seconds())

    def _evaluate(self) -> Generator[Record | None, None, tuple[float, float]]:
        """Loss and accuracy over all test samples, in evaluation mode."""
        self._network.eval()
        while True:
            found = yield from self._evaluated()
            if found is not None:
                return found
            _free_memory()
            self._evaluated_rows //= 2

    def _evaluated(self) -> Generator[None, None, tuple[float, float] | None]:
        """The same with batches of one size; None where memory was too small for them."""
        samples = self._evaluation
        total, hits = [], 0
        try:
            for images, labels in samples.in_order(self._evaluated_rows):
                loss, right = _assess(self._network, images, labels)
                total.append(loss)
                hits = hits + right
                self._progress.evaluated(len(labels))
                yield None
        except RuntimeError as error:
            if not is_out_of_memory(error) or self._evaluated_rows == 1:
                raise
            return None
        return math.fsum(torch.stack(total).tolist()) / len(samples), int(hits) / len(samples)

    def _keep_epoch(self, epoch: int) -> None:
        """Takes the state for a GPU that may fail, and writes it where that is wanted."""
        every = self.job.settings.checkpoint_every
        wanted = self.path is not None and every and epoch % every == 0
        if wanted or self.device != "cpu":
            self._saved = self._state()
        if wanted:
            self._save(epoch_path(self.path, epoch), self._saved)

    def _state(self) -> RunState:
        """Where the run stands between two steps."""
        if self._tally is None:
            return state_of(self._engine, self._order_state, EpochPart())
        self._tally.read()
        return state_of(self._engine, self._order_state, self._tally.part())

    def _save(self, path: Path, state: RunState | None) -> None:
        """Writes a checkpoint, which can be resumed where a state is given."""
        job, data = self.job, self._data
        ending = self._diverged and (self._diverged.epoch, self._diverged.step)
        save(path, self._network, RunRecord(
            job.function, dict(job.values), job.settings, tuple(self._done), self.status, ending,
            self.seconds, self.device, data.name, data.digest, data.is_fashion_mnist, versions(),
            shapes=plain_shapes(self._shapes.kept), image_shape=data.shape,
            classes=len(data.classes), adapted=tuple(map(str, self._adapted)),
            part=None if state is None else state.part,
        ), None if state is None else state.tensors)

    def _seconds(self) -> float:
        return self._before + self._progress.seconds

    def _diverge(self, epoch: int, step: int) -> None:
        self._diverged = Diverged(self.job.function, self.job.seed, epoch, step, self._seconds())

    def _steps_done(self, epoch: float, loss: float) -> StepsDone:
        progress = self._progress
        return StepsDone(self.job.function, self.job.seed, epoch, loss, progress.fraction,
                         self._seconds(), progress.seconds_left)


@torch.no_grad()
def _assess(network: Network, images: Tensor, labels: Tensor) -> tuple[Tensor, Tensor]:
    """The sum of the losses and the number of right answers."""
    logits = network(images)
    return cross_entropy(logits, labels, reduction="sum"), (logits.argmax(1) == labels).sum()


def _free_memory() -> None:
    """What failed has let go of its tensors; the device gets their memory back."""
    gc.collect()
    if torch.cuda.is_initialized():
        torch.cuda.empty_cache()
