"""A function with its first two derivatives over a stretch of x, and where they break."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from engine.activations import Activation, Kink, Values, find
from engine.errors import InputError
from engine.lazily import torch


class Limits(NamedTuple):
    """A place where an order breaks: its limits from both sides, and its value there if any."""

    x: float
    left: float
    right: float
    value: float | None


@dataclass(frozen=True, eq=False)
class Curve:
    """f, f' and f'' of one function at x: float64 arrays of shape (n,).

    `values` holds all parameters. d1 and d2 are NaN exactly at those x where that order jumps or
    does not exist, or where f does not, and 0 on flat pieces. `kinks` are all of the function,
    also beyond x, and `heights` is f at each; `breaks[n]` are the places where the derivative of
    order n stops, with its one-sided limits.
    """

    activation: Activation
    values: dict[str, Any]
    x: np.ndarray
    f: np.ndarray
    d1: np.ndarray
    d2: np.ndarray
    kinks: tuple[Kink, ...]
    heights: tuple[float, ...]
    breaks: tuple[tuple[Limits, ...], ...]

    @property
    def key(self) -> str:
        """That of the function."""
        return self.activation.key

    @property
    def orders(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """f, f' and f''."""
        return self.f, self.d1, self.d2


def curves(
    requests: Sequence[tuple[str | Activation, Values]], low: float, high: float, points: int,
    known: Collection[Curve] = (),
) -> Iterator[Curve]:
    """One Curve after the other for each (key or function, values), at evenly spaced x.

    A curve that is among `known` already is given again instead of being computed. Raises
    InputError for an unknown key, a wrong value or an empty range.
    """
    if not (np.isfinite([low, high, high - low]).all() and low < high):
        raise InputError("The x range must go from a smaller to a greater number, got {low} to "
                         "{high}.", low=low, high=high)
    if points < 2:
        raise InputError("A curve needs at least 2 points, got {points}.", points=points)
    x = np.linspace(low, high, points)
    for key, values in requests:
        activation = find(key) if isinstance(key, str) else key
        complete = activation.checked(values)
        same = (curve for curve in known if curve.activation is activation
                and curve.values == complete and np.array_equal(curve.x, x))
        yield next(same, None) or evaluate(activation, complete, x)


def evaluate(activation: Activation, values: Values | None, x: np.ndarray) -> Curve:
    """f, f' and f'' at x (any finite numbers, in any order) in float64, by autograd twice.

    Raises InputError for a wrong value of a parameter.
    """
    complete = activation.checked(values)
    return _curve(activation, complete, tuple(activation.kinks(complete)), x)


def evaluate_learned(
    activation: Activation, values: Values, x: np.ndarray, slopes: bool = True
) -> Curve:
    """The same at all the values that a training has reached.

    They may lie beyond those that a person can set; where its kinks cannot be computed there, the
    curve has none. Without `slopes`, d1 and d2 are NaN, which costs a quarter of the time.
    """
    complete = dict(values)
    try:
        kinks = tuple(activation.kinks(complete))
    except (ArithmeticError, ValueError, InputError):
        kinks = ()
    return _curve(activation, complete, kinks, x, slopes)


def _curve(
    activation: Activation, complete: dict[str, Any], kinks: tuple[Kink, ...], x: np.ndarray,
    slopes: bool = True,
) -> Curve:
    x = np.array(x, dtype=np.float64)
    sides = [side for kink in kinks
             for side in (kink.sides[0], kink.position, kink.sides[1])]
    everywhere = np.concatenate((x, sides)) if kinks else x
    orders = (_derivatives if slopes else _height)(activation, complete, everywhere)
    count = len(x)
    breaks = tuple(
        tuple(_limits(kink, orders[order][count + 3 * i:count + 3 * i + 3], order)
              for i, kink in enumerate(kinks) if kink.order <= order)
        for order in range(3)
    )
    heights = tuple(orders[0][count + 1::3].tolist())
    f, d1, d2 = (order[:count] for order in orders)
    d1[np.isnan(f)] = np.nan
    d2[np.isnan(d1)] = np.nan
    for kink in kinks:
        at = x == kink.position
        if kink.order <= 1:
            d1[at] = np.nan
        if kink.order <= 2:
            d2[at] = np.nan
    return Curve(activation, complete, x, f, d1, d2, kinks, heights, breaks)


def _limits(kink: Kink, values: np.ndarray, order: int) -> Limits:
    """From the order's values just left of the kink, at it and just right of it.

    f always has a value; a derivative has none where it breaks.
    """
    left, value, right = (float(number) for number in values)
    return Limits(float(kink.position), left, right, value if order == 0 else None)


def _derivatives(
    activation: Activation, values: Values, points: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    x = torch.from_numpy(points).requires_grad_()
    f = activation.function(x, **values)
    d1 = d2 = None
    if f.grad_fn is not None or f is x:
        # Sums, for with gradients of outputs given autograd loads sympy: 0.3 s at the first curve.
        d1, = torch.autograd.grad(f.sum(), x, create_graph=True, materialize_grads=True)
        if d1.grad_fn is not None:
            d2, = torch.autograd.grad(d1.sum(), x, allow_unused=True)
    zero = np.zeros_like(points)
    return tuple(zero.copy() if order is None else order.numpy(force=True).copy()
                 for order in (f, d1, d2))


def _height(
    activation: Activation, values: Values, points: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """f alone."""
    with torch.no_grad():
        f = activation.function(torch.from_numpy(points), **values)
    unknown = np.full_like(points, np.nan)
    return f.numpy(force=True).copy(), unknown, unknown.copy()
