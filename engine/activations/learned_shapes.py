"""Functions whose whole shape is learned."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING, Annotated

from engine.activations.registry import Interval, Values, activation
from engine.lazily import torch
from engine.parameters import Vector
from engine.texts import phrase

if TYPE_CHECKING:
    from torch import Tensor

STAF_TERMS = 25


def _standard_normal(source: random.Random) -> tuple[float, ...]:
    return tuple(round(source.gauss(0.0, 1.0), 2) for _ in range(STAF_TERMS))


_DRAW = random.Random(7)
_AMPLITUDES, _FREQUENCIES, _PHASES = (_standard_normal(_DRAW) for _ in range(3))


def _staf_range(values: Values) -> Interval:
    """The sum of the amplitudes on both sides, terms of one frequency taken together.

    Both ends are reached where there is one frequency; with more it is what no value exceeds.
    """
    amplitudes: dict[float, complex] = {}
    level = 0.0
    for amplitude, frequency, phase in zip(values["C"], values["Omega"], values["Phi"],
                                           strict=True):
        turn = complex(math.cos(phase), math.sin(phase))
        if frequency == 0:
            level += amplitude * turn.imag
        else:  # sin(-w x + p) = sin(w x + pi - p)
            turn = turn if frequency > 0 else -turn.conjugate()
            amplitudes[abs(frequency)] = amplitudes.get(abs(frequency), 0) + amplitude * turn
    sizes = [abs(size) for size in amplitudes.values() if size]
    reached = len(sizes) <= 1
    return Interval(level - sum(sizes), level + sum(sizes), reached, reached)


@activation(
    "STAF", phrase("Sinusoidal trainable activation function"), family="learned",
    formula=r"\sum_{i=1}^{25} C_i\,\sin\left(\Omega_i x + \Phi_i\right)", year=2025,
    paper="Morsali et al., STAF: sinusoidal trainable activation functions for implicit neural "
          "representation",
    range=_staf_range, aliases=("sinusoidal",),
    note=phrase("25 sines as in the source article; in training all three vectors start from "
                "standard normal numbers, as in its code. The curve shows one such draw. The "
                "paper starts otherwise, for pictures learned from coordinates: frequencies "
                "uniform from 0 to 30, phases uniform from −π to π. That start does not train "
                "the article's network; with frequencies up to 3 it does as well as normal "
                "numbers. The range is the sum of the amplitudes, which no value exceeds."),
    settled="the sum is the same for every number of terms; 25 is that of the source article, the "
            "paper's examples have fewer",
)
def staf(
    x: Tensor,
    C: Annotated[tuple[float, ...], Vector(STAF_TERMS, learned=True)] = _AMPLITUDES,  # noqa: N803
    Omega: Annotated[  # noqa: N803
        tuple[float, ...], Vector(STAF_TERMS, learned=True)] = _FREQUENCIES,
    Phi: Annotated[tuple[float, ...], Vector(STAF_TERMS, learned=True)] = _PHASES,  # noqa: N803
) -> Tensor:
    """The sum over i of C_i sin(Omega_i x + Phi_i)."""
    from engine.activations.sine_sum import sine_sum

    as_x = {"dtype": x.dtype, "device": x.device}
    return sine_sum(x, *(torch.as_tensor(vector, **as_x) for vector in (C, Omega, Phi)))
