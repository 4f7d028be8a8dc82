"""What a training reports: frozen records of numbers, detached and on the CPU."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.activations import Activation, find
from engine.activations.own import OwnFunction
from engine.texts import Phrase


@dataclass(frozen=True)
class RunStarted:
    """A run of one function begins; `checkpoint` is where it will be kept (None: nowhere)."""

    function: str
    seed: int
    index: int
    count: int
    device: str
    checkpoint: Path | None


@dataclass(frozen=True)
class StepsDone:
    """Training loss now; at most one in 50 ms. `epoch` is fractional, from 0 to the last.

    `loss` is the mean over the batches since the last record; `fraction` (0 to 1) and
    `seconds_left` are of all runs together.
    """

    function: str
    seed: int
    epoch: float
    loss: float
    fraction: float
    seconds: float
    seconds_left: float


@dataclass(frozen=True)
class EpochDone:
    """An epoch's figures: train_* over its batches, test_* afterwards in evaluation.

    Accuracies are fractions; losses are means over samples; `epoch` counts from 1 and `seconds`
    from the run's start.
    """

    function: str
    seed: int
    epoch: int
    train_loss: float
    train_accuracy: float
    test_loss: float
    test_accuracy: float
    seconds: float


@dataclass(frozen=True)
class LayerShape:
    """One activation with learned parameters as it is now; `place` says where it stands.

    `values` are all its parameters, fixed ones too: floats, vectors as tuples of floats. `own` is
    what a person typed where the function is an own one: the catalogue may have changed since.
    """

    place: Phrase
    function: str
    values: dict[str, Any]
    own: OwnFunction | None = None

    @property
    def activation(self) -> Activation:
        """The function itself."""
        return find(self.function) if self.own is None else self.own.activation()

    @property
    def learned(self) -> tuple[str, ...]:
        """The names of the parameters that training changes, in order."""
        return tuple(item.name for item in self.activation.parameters if item.learned)


@dataclass(frozen=True)
class LearnedShapes:
    """The activations with learned parameters, from the input on; one where all layers share it.

    `epoch` is 0 at the start, whole after an epoch and fractional while one is under way.
    """

    function: str
    seed: int
    epoch: float
    layers: tuple[LayerShape, ...]


@dataclass(frozen=True)
class Diverged:
    """The loss became NaN or infinite: epoch and step count from 1."""

    function: str
    seed: int
    epoch: int
    step: int
    seconds: float


@dataclass(frozen=True)
class Adapted:
    """The run goes on in another way than was asked, and `what` says how and why."""

    function: str
    seed: int
    what: Phrase
    seconds: float


@dataclass(frozen=True)
class RunDone:
    """A run has ended; `status` is finished, diverged or stopped, in a race also crashed."""

    function: str
    seed: int
    status: str
    seconds: float
    checkpoint: Path | None
    values: dict[str, Any]


@dataclass(frozen=True)
class JobRecord:
    """What a job of a race reports, under the job's id; the order within a job is kept."""

    job: str
    record: RunStarted | StepsDone | EpochDone | LearnedShapes | Adapted | Diverged | RunDone
