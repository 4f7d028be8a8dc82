"""Rectifiers: linear on both sides of one or two kinks."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Annotated

from engine.activations.registry import Kink, Values, activation, constant_range
from engine.lazily import torch
from engine.parameters import Range
from engine.texts import phrase

if TYPE_CHECKING:
    from torch import Tensor


def _corner_at_zero(values: Values) -> list[Kink]:
    return [Kink(0.0, 1)]


@activation(
    "ReLU", phrase("Rectified linear unit"), family="rectifier",
    formula=r"\max(0, x)", year=2010,
    paper="Nair & Hinton, Rectified linear units improve restricted Boltzmann machines; "
          "Fukushima 1969",
    range=constant_range(0.0, math.inf, low_reached=True), kinks=_corner_at_zero,
    torch="torch.nn.ReLU", keras="keras.activations.relu", jax="jax.nn.relu",
    aliases=("rectifier", "ramp"),
)
def relu(x: Tensor) -> Tensor:
    """max(0, x)."""
    return torch.relu(x)


def _leaky_kinks(values: Values) -> list[Kink]:
    return [] if values["negative_slope"] == 1 else [Kink(0.0, 1)]


@activation(
    "Leaky ReLU", phrase("Leaky rectified linear unit"), family="rectifier",
    formula=r"\begin{cases} x & x \ge 0 \\ a\,x & x < 0 \end{cases}", year=2013,
    paper="Maas, Hannun & Ng, Rectifier nonlinearities improve neural network acoustic models",
    range=lambda v: constant_range(0.0 if v["negative_slope"] == 0 else -math.inf, math.inf,
                                   low_reached=v["negative_slope"] == 0)(v),
    kinks=_leaky_kinks,
    torch="torch.nn.LeakyReLU", keras="keras.activations.leaky_relu", jax="jax.nn.leaky_relu",
    aliases=("lrelu",),
)
def leaky_relu(
    x: Tensor, negative_slope: Annotated[float, Range(0, 1, step=0.01)] = 0.01
) -> Tensor:
    """x where x >= 0, else negative_slope * x."""
    return torch.where(x >= 0, x, negative_slope * x)
