"""The values that a formula takes, found by looking: a dense grid, refined, and both far ends."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from engine.activations.registry import Interval, Kink
from engine.lazily import torch

_FARTHEST = 1e100
_UNBOUNDED = 1e9
_SLOW_GROWTH = 0.3
_ABRUPT = 1e-10
_ROUNDS = 60
_NOTHING = 1e-60
_GOLDEN = 0.6180339887498949
_CRESTS, _CREST_STEP, _FEWEST = 40_000, 0.01, 3
_SAME, _CLOSE = 1e-8, 1e-3

Function = Callable[[Any, Mapping[str, Any]], Any]


def range_of(function: Function, values: Mapping[str, Any], kinks: Sequence[Kink]) -> Interval:
    """The ends of the range as they were found, and whether each is reached.

    A value that rounds to its limit only far out, as tanh does to 1, does not reach it. `kinks`
    are those of the function: beside a jump it may come near a value that it never has.
    """
    jumps = np.array([kink.position for kink in kinks if kink.order == 0])
    sides = np.array([side for kink in kinks for side in kink.sides if kink.order == 0])
    with torch.no_grad():
        found = []
        for sign in (-1.0, 1.0):
            end, reached = _highest(function, values, sign, jumps)
            if len(sides):
                beside = sign * _evaluated(function, sides, values)
                limit = float(f"{np.nanmax(beside, initial=-math.inf):.14g}")
                end, reached = (limit, False) if limit > end else (end, reached)
            found.append((math.copysign(math.inf, sign), False) if end > _UNBOUNDED
                         else (sign * _rounded(end) + 0.0, reached))
    (low, low_reached), (high, high_reached) = found
    return Interval(low, high, low_reached, high_reached)


def _rounded(value: float) -> float:
    """Without the last digits, which are noise, and 0 where it only comes near it far out."""
    return 0.0 if abs(value) < _NOTHING else float(f"{value:.15g}")


@cache
def _grid() -> np.ndarray:
    near = np.linspace(0, 30, 6001)
    far = np.geomspace(30, 1e4, 1200)[1:]
    farthest = np.geomspace(1e4, _FARTHEST, 97)[1:]
    positive = np.concatenate((near[1:], far, farthest))
    return np.concatenate((-positive[::-1], [0.0], positive))


def _highest(function: Function, values: Mapping[str, Any], sign: float,
             jumps: np.ndarray) -> tuple[float, bool]:
    """The supremum of sign * f, and whether some x has it."""
    x = _grid()
    y = sign * _evaluated(function, x, values)
    known = ~np.isnan(y)
    if not known.any():
        return math.nan, False
    x, y = x[known], y[known]
    best = int(y.argmax())
    if y[best] > _UNBOUNDED or _grows(x, y):
        return math.inf, False
    if 0 < best < len(y) - 1 and y[best - 1] < y[best] > y[best + 1] \
            and not ((jumps >= x[best - 1]) & (jumps <= x[best + 1])).any():
        top = _peak(function, values, sign, (x[best - 1], x[best + 1]), y[best])
        return _among_crests(function, values, sign, top, jumps)
    return float(y[best]), _arrives(x, y, y[best])


def _evaluated(function: Function, x: np.ndarray, values: Mapping[str, Any]) -> np.ndarray:
    return function(torch.from_numpy(x), values).numpy(force=True).astype(np.float64)


def _grows(x: np.ndarray, y: np.ndarray) -> bool:
    """Whether it still rises at a far end, however slowly (a logarithm, a root)."""
    for end in (y[x > 1e4], y[x < -1e4][::-1]):
        with np.errstate(invalid="ignore"):
            steps = np.diff(end[-40:])
        if len(steps) == 39 and (steps > 0).all() and steps[-1] > _SLOW_GROWTH * steps[0]:
            return True
    return False


def _peak(function: Function, values: Mapping[str, Any], sign: float,
          around: tuple[float, float], known: float) -> float:
    """The highest value within an interval, by golden section."""
    low, high = around
    for _ in range(_ROUNDS):
        inner = np.array([high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)])
        first, second = sign * _evaluated(function, inner, values)
        known = max(known, *(value for value in (first, second) if math.isfinite(value)), known)
        low, high = (low, inner[1]) if first > second else (inner[0], high)
    return float(known)


def _among_crests(function: Function, values: Mapping[str, Any], sign: float, top: float,
                  jumps: np.ndarray) -> tuple[float, bool]:
    """The supremum of sign * f where a crest has this top, and whether some x has it.

    Crests may near a height more and more outwards and none have it, as those of -exp(x) - sin(x)
    do on the left. In float64 the outer ones have it too: it is told from how the inner ones near.
    """
    sides = []
    for side in (-1.0, 1.0):
        x = side * np.arange(-1, _CRESTS + 1) * _CREST_STEP
        y = sign * _evaluated(function, x, values)
        at = 1 + np.flatnonzero((y[1:-1] > y[:-2]) & (y[1:-1] >= y[2:]))
        at = at[np.isfinite(y[at - 1] + y[at] + y[at + 1])]
        at = at[(np.abs(x[at, None] - jumps) > _CREST_STEP).all(axis=1)]
        if len(at):
            before, middle, after = y[at - 1], y[at], y[at + 1]
            heights = middle + (after - before) ** 2 / (8 * (2 * middle - before - after))
            low, high = sorted(x[at[heights.argmax()] + np.array([-1, 1])].tolist())
            top = _peak(function, values, sign, (low, high), top)
            sides.append(heights)
    near = [nearing for nearing in (_nearing(top - heights, max(1.0, abs(top)))
                                    for heights in sides) if nearing is not None]
    return top, not near or not all(near)


def _nearing(gaps: np.ndarray, scale: float) -> bool | None:
    """Whether crests near the top outwards, by what is missing to it; None where none comes up."""
    same = gaps <= _SAME * scale
    if not same.any():
        return None
    first = int(same.argmax())
    rising = first >= 2 and bool((np.diff(gaps[:first]) < 0).all())
    close = first >= 1 and gaps[first - 1] < _CLOSE * scale
    return bool(same[first:].all()) and len(same) - first >= _FEWEST and (rising or close)


def _arrives(x: np.ndarray, y: np.ndarray, top: float) -> bool:
    """Whether the top is reached at once and not by rounding: the value beside it is clearly less.

    On a stretch of equal values the ones just outside of it are looked at.
    """
    at = np.flatnonzero(y == top)
    if len(at) == len(y):
        return True
    edges = [y[index] for index in (at[0] - 1, at[-1] + 1) if 0 <= index < len(y)]
    inside = np.flatnonzero(np.diff(at) > 1)
    edges += [y[at[index] + 1] for index in inside]
    room = _ABRUPT * max(1.0, abs(top))
    far_end_only = len(at) == 1 and abs(x[at[0]]) == _FARTHEST
    return not far_end_only and any(top - edge > room for edge in edges)
