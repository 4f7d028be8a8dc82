"""What is signal and what is luck: intervals over seeds, and all pairs compared seed by seed.

Student's t with Holm's correction. S. Holm, "A simple sequentially rejective multiple test
procedure", Scandinavian Journal of Statistics 6 (1979).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

CONFIDENCE = 0.95
_ROUNDING = 1e-12
"""A spread below this share of the values is that of floating point, not of seeds."""
_SMALLEST = 1e-300


@dataclass(frozen=True)
class Interval:
    """A mean with the ends of its confidence interval; `count` values, `spread` their standard
    deviation (n - 1). Without any spread both ends are the mean: nothing can be said of luck."""

    mean: float
    low: float
    high: float
    count: int
    spread: float

    @property
    def half(self) -> float:
        """From the mean to either end."""
        return self.high - self.mean


@dataclass(frozen=True)
class Comparison:
    """Two competitors by their places in the list: the differences first minus second.

    `interval` is that of this pair alone, at 95 %. `p` is that of the paired t test and `holm_p`
    the same adjusted for all pairs. `held` is the interval at the level of Holm's step for this
    pair: it leaves zero out exactly where the two are `told_apart`. p, holm_p and held are None
    where the difference has no spread, so that there is no test.
    """

    first: int
    second: int
    interval: Interval
    p: float | None
    holm_p: float | None
    held: Interval | None
    told_apart: bool

    @property
    def difference(self) -> float:
        """Mean of first minus second."""
        return self.interval.mean


def interval(values: Sequence[float], outside: float = 1 - CONFIDENCE) -> Interval | None:
    """Mean and t interval of values with the share `outside` left out; None for fewer than two."""
    count = len(values)
    if count < 2:
        return None
    mean = values[0] if min(values) == max(values) else math.fsum(values) / count
    spread = math.sqrt(math.fsum((value - mean) ** 2 for value in values) / (count - 1))
    if spread <= _ROUNDING * max(map(abs, values)):
        return Interval(mean, mean, mean, count, 0.0)
    half = critical_t(outside, count - 1) * spread / math.sqrt(count)
    return Interval(mean, mean - half, mean + half, count, spread)


def prediction(found: Interval, outside: float = 1 - CONFIDENCE) -> tuple[float, float]:
    """Where one more value of the same kind lies, but for the share `outside` of the cases."""
    half = critical_t(outside, found.count - 1) * found.spread * math.sqrt(1 + 1 / found.count)
    return found.mean - half, found.mean + half


def compare_all(results: Sequence[Mapping[int, float] | None],
                outside: float = 1 - CONFIDENCE) -> tuple[Comparison, ...]:
    """All pairs of results by seed (None: not all there yet), in the order of the list.

    Pairs that cannot be tested yet count for Holm as if they showed nothing, so what is told
    apart now stays so when they come. All results must have the same seeds, two or more.
    """
    pairs = [(first, second) for first, second in combinations(range(len(results)), 2)
             if results[first] is not None and results[second] is not None]
    differences = [_differences(results[first], results[second]) for first, second in pairs]
    alone = [interval(values, outside) for values in differences]
    tested = [None if one is None or not one.spread else _p_of(one) for one in alone]
    family = math.comb(len(results), 2)
    adjusted = holm([1.0 if p is None else p for p in tested]
                    + [1.0] * (family - len(pairs)))
    steps = _steps(tested, family, outside)
    found = []
    for index, (first, second) in enumerate(pairs):
        own = alone[index]
        if own is None:
            continue
        p, share = tested[index], steps[index]
        held = None if p is None else interval(differences[index], share)
        found.append(Comparison(first, second, own, p, None if p is None else adjusted[index],
                                held, p is not None and adjusted[index] <= outside))
    return tuple(found)


def holm(p_values: Sequence[float]) -> list[float]:
    """The p-values adjusted for all of them: rank i of m (from 0) times m - i, never falling."""
    adjusted, largest = [1.0] * len(p_values), 0.0
    for rank, index in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        largest = max(largest, min(1.0, p_values[index] * (len(p_values) - rank)))
        adjusted[index] = largest
    return adjusted


def _steps(tested: Sequence[float | None], family: int, outside: float) -> list[float]:
    """The level at which Holm tested each pair: smaller ones first, all after the first that
    shows nothing at the level of that one."""
    steps, step = [outside / max(family, 1)] * len(tested), 0
    known = [index for index, p in enumerate(tested) if p is not None]
    passed = True
    for index in sorted(known, key=lambda index: tested[index] or 0.0):
        steps[index] = outside / (family - step)
        passed = passed and (tested[index] or 0.0) * (family - step) <= outside
        step += passed
    return steps


def _differences(one: Mapping[int, float], other: Mapping[int, float]) -> list[float]:
    if one.keys() != other.keys():
        raise ValueError("paired results need the same seeds")
    return [one[seed] - other[seed] for seed in one]


def _p_of(one: Interval) -> float:
    return two_sided_p(one.mean / (one.spread / math.sqrt(one.count)), one.count - 1)


@lru_cache(maxsize=8192)
def two_sided_p(t: float, degrees: int) -> float:
    """The probability that Student's t is at least as far from zero (DLMF 8.17, its I_x)."""
    if math.isinf(t):
        return 0.0
    square = t * t
    near, far = square / (degrees + square), degrees / (degrees + square)
    if far < (degrees / 2 + 1) / (degrees / 2 + 2.5):
        return _incomplete_beta(degrees / 2, 0.5, far, near)
    return 1.0 - _incomplete_beta(0.5, degrees / 2, near, far)


@lru_cache(maxsize=4096)
def critical_t(outside: float, degrees: int) -> float:
    """The t that Student's t passes, up or down, with the probability `outside`."""
    low, high = 0.0, 1.0
    while two_sided_p(high, degrees) > outside:
        low, high = high, 2 * high
    while (middle := (low + high) / 2) not in (low, high):
        if two_sided_p(middle, degrees) > outside:
            low = middle
        else:
            high = middle
    return high


def _incomplete_beta(a: float, b: float, x: float, rest: float) -> float:
    """I_x(a, b), regularised, for x below (a + 1) / (a + b + 2); `rest` is 1 - x.

    Lentz's way through the continued fraction DLMF 8.17.22.
    """
    if x == 0:
        return 0.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
                     + a * math.log(x) + b * math.log(rest)) / a
    numerator, denominator, fraction, step = 1.0, 0.0, 1.0, 0
    while True:
        half = step // 2
        if step == 0:
            term = 1.0
        elif step % 2 == 0:
            term = half * (b - half) * x / ((a + step - 1) * (a + step))
        else:
            term = -(a + half) * (a + b + half) * x / ((a + step - 1) * (a + step))
        denominator = 1.0 / _not_zero(1.0 + term * denominator)
        numerator = _not_zero(1.0 + term / numerator)
        change = numerator * denominator
        fraction *= change
        step += 1
        if step > 1 and abs(change - 1.0) < 1e-16:
            return front * (fraction - 1.0)


def _not_zero(value: float) -> float:
    return value if abs(value) > _SMALLEST else _SMALLEST
