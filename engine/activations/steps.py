"""The step and the straight line."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated

from engine.activations.registry import Kink, Values, activation, constant_range
from engine.parameters import Range
from engine.texts import phrase

if TYPE_CHECKING:
    from torch import Tensor


def _jump_at_threshold(values: Values) -> list[Kink]:
    return [Kink(values["threshold"], 0)]


@activation(
    "Binary step", phrase("Binary step, the threshold unit"), family="basic",
    formula=r"\begin{cases} 1 & \quad x \ge \theta \\ 0 & \quad x < \theta \end{cases}", year=1943,
    paper="McCulloch & Pitts, A logical calculus of the ideas immanent in nervous activity",
    range=constant_range(0.0, 1.0, low_reached=True, high_reached=True), kinks=_jump_at_threshold,
    torch="torch.heaviside", jax="jax.numpy.heaviside",
    aliases=("heaviside", "threshold unit", "unit step"),
    note=phrase("The value at the threshold itself is a convention, here 1. The slope is 0 on both "
                "sides, so gradient descent cannot train what lies before it."),
)
def binary_step(x: Tensor, threshold: Annotated[float, Range(-100, 100, step=0.1)] = 0.0) -> Tensor:
    """1 where x >= threshold, else 0."""
    return (x >= threshold).to(x.dtype)


@activation(
    "Identity", phrase("Identity, the linear function"), family="basic", formula="x", year=None,
    paper="", range=constant_range(-math.inf, math.inf),
    torch="torch.nn.Identity", keras="keras.activations.linear", jax="jax.nn.identity",
    aliases=("linear",),
    note=phrase("A network with nothing but this is one linear map, however deep it is."),
)
def identity(x: Tensor) -> Tensor:
    """x itself."""
    return x
