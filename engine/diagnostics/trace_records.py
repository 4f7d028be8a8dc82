"""What is traced through a small network, and what a trace reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Any

import numpy as np

from engine.errors import InputError
from engine.parameters import Integers, Range, Switch, checked, parameters_of
from engine.texts import Phrase, phrase

MOST_TYPED, LARGEST_TYPED = 32, 1e6


@dataclass(frozen=True)
class TraceSettings:
    """The network and the sample; `validated` checks it."""

    hidden: Annotated[
        tuple[int, ...],
        Integers(1, 512, shortest=1, longest=4, label=phrase("Hidden"),
                 tip=phrase("Widths of the hidden layers, separated by commas")),
    ] = (128,)
    sample: Annotated[int, Range(1, 10_000, label=phrase("Test picture"))] = 1
    steps: Annotated[
        int, Range(0, 500, label=phrase("Training steps"), tip=phrase(
            "The module form is trained for so many batches of 64 pictures. The functional form "
            "has its linear weights, and calls the activation as it was written"))
    ] = 0
    training: Annotated[
        bool, Switch(label=phrase("Training mode"), tip=phrase(
            "network.train() as before a training step; else network.eval()"))
    ] = True
    seed: Annotated[int, Range(0, 2**31 - 1, label=phrase("Seed"))] = 7

    def validated(self) -> TraceSettings:
        """The same settings. Raises InputError where one is wrong."""
        return TraceSettings(**checked(parameters_of(TraceSettings), vars(self)))


@dataclass(frozen=True)
class TraceOrder:
    """A trace: the activation at its values, the settings, and typed inputs instead of a picture.

    `typed` is empty where a picture of the data set goes through the network.
    """

    key: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)
    settings: TraceSettings = TraceSettings()
    typed: tuple[float, ...] = ()

    def validated(self) -> TraceOrder:
        """The same order. Raises InputError where it is wrong."""
        self.settings.validated()
        check_typed(self.typed)
        return self


def check_typed(typed: Sequence[float]) -> None:
    """Raises InputError where there are too many inputs, or one is beyond LARGEST_TYPED."""
    if len(typed) > MOST_TYPED:
        raise InputError("Type at most {count} numbers, got {given}.", count=MOST_TYPED,
                         given=len(typed))
    for number in typed:
        if not abs(number) <= LARGEST_TYPED:  # NaN too
            raise InputError("Every input must be a number from {low} to {high}, got {value}.",
                             low=f"−{LARGEST_TYPED:,.0f}", high=f"{LARGEST_TYPED:,.0f}",
                             value=f"{number:.6g}".replace("-", "−"))


@dataclass(frozen=True)
class TraceProgress:
    """How far the training before a trace is: `fraction` from 0 to 1."""

    fraction: float


@dataclass(frozen=True, eq=False)
class TraceStep:
    """The values after one layer in both forms, float32 arrays of shape (width,).

    `module_code` and `functional_code` are how it is written; the input has none.
    """

    name: Phrase
    module_code: str
    functional_code: str
    module: np.ndarray
    functional: np.ndarray

    @property
    def difference(self) -> np.ndarray:
        """|module - functional|, float64 of shape (width,); 0 where both are the same infinity,
        or both no number."""
        with np.errstate(invalid="ignore"):
            gap = np.abs(self.module.astype(np.float64) - self.functional.astype(np.float64))
        same = (self.module == self.functional) | (np.isnan(self.module)
                                                   & np.isnan(self.functional))
        return np.where(same, 0.0, gap)

    @property
    def finite(self) -> bool:
        """Whether all values of both forms are."""
        return bool(np.isfinite(self.module).all() and np.isfinite(self.functional).all())

    @property
    def largest_difference(self) -> float:
        """The greatest |module - functional|; NaN where one of them is no number."""
        return float(self.difference.max(initial=0.0))


@dataclass(frozen=True, eq=False)
class Trace:
    """A sample on its way through a network in both forms.

    `steps` begin with the input. `first_difference` is the index of the first step whose forms
    are not exactly equal, None where there is none. `label` is the name of the right class, empty
    for typed inputs. `learned` holds the values of the module's own parameters as they are now.
    `shape` is that of the picture: channels, height and width.
    """

    order: TraceOrder
    steps: tuple[TraceStep, ...]
    first_difference: int | None
    label: str
    learned: Mapping[str, Any]
    shape: tuple[int, int, int] = (1, 28, 28)

    @property
    def picture(self) -> np.ndarray | None:
        """The traced picture, float32 of shape (height, width, channels) from -1 to 1; None for
        typed inputs."""
        if self.order.typed:
            return None
        return self.steps[0].module.reshape(self.shape).transpose(1, 2, 0)
