"""Where the ticks of an axis stand, and how numbers are written on a plot."""

from __future__ import annotations

import math
from typing import NamedTuple

from gui.number_texts import MINUS, shown_number

_MOST = 9
_COUNTED = 40


class Ticks(NamedTuple):
    """Places of the ticks in the axis' own coordinates (log10 on a log axis) and their texts."""

    places: list[float]
    texts: list[str]


def linear_ticks(low: float, high: float, length: float, gap: float, whole: bool = False) -> Ticks:
    """At most 9 ticks at 1, 2 or 5 times a power of ten, at least `gap` of `length` px apart.

    A short count that begins at 1 (epochs) has its first tick there.
    """
    step = _step(low, high, length, gap, whole)
    if whole and low == 1 and high <= _COUNTED:
        numbers = [float(number) for number in range(1, math.floor(high) + 1, round(step))]
        return Ticks(numbers, [tick_text(number, step) for number in numbers])
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    places = [number * step for number in range(first, last + 1)]
    return Ticks(places, [tick_text(place, step) for place in places])


def _step(low: float, high: float, length: float, gap: float, whole: bool) -> float:
    share = max(1 / (_MOST - 1), gap / max(length, 1.0))
    smallest = high * share - low * share  # in this order: a span may be too large for a number
    if whole and high - low >= 1:
        smallest = max(smallest, 1.0)
    power = math.floor(math.log10(smallest))
    steps = (mantissa * 10.0**exponent for exponent in range(power, power + 3)
             for mantissa in (1, 2, 5))
    return next(step for step in steps if step >= smallest * (1 - 1e-9))


def log_ticks(low: float, high: float, length: float, gap: float) -> Ticks:
    """Ticks of a log axis from 10**low to 10**high: decades, and parts of them where they fit."""
    for parts in ((1, 1.5, 2, 3, 4, 6, 8), (1, 2, 5), (1, 3), (1,)):
        places = [exponent + math.log10(part)
                  for exponent in range(math.floor(low), math.ceil(high) + 1) for part in parts]
        places = [place for place in places if low - 1e-9 <= place <= high + 1e-9]
        distances = [(b - a) / (high - low) * length
                     for a, b in zip(places, places[1:], strict=False)]
        if len(places) <= _MOST and min(distances, default=length) >= gap:
            break
    else:
        stride = max(math.ceil(len(places) / _MOST), 1)
        places = places[::stride]
    if len(places) < 2:
        return _linear_ticks_on_log(low, high, length, gap)
    return Ticks(places, [tick_text(10.0**place, None) for place in places])


def _linear_ticks_on_log(low: float, high: float, length: float, gap: float) -> Ticks:
    """For a part of a log axis with no round number in it."""
    ticks = linear_ticks(10.0**low, 10.0**high, length, gap)
    return Ticks([math.log10(place) for place in ticks.places if place > 0],
                 [text for place, text in zip(*ticks, strict=True) if place > 0])


def tick_text(value: float, step: float | None) -> str:
    """The number of a tick with as many decimals as the step needs; very large and small ones
    with an exponent."""
    if step is not None and abs(value) < step * 1e-6:
        return "0"
    size = abs(value)
    large = size >= 1e7 or (size >= 1e5 and (step is None or step >= 1e4))
    if large or size < 1e-4:
        digits = 6 if step is None else min(max(math.ceil(math.log10(size / step)), 1), 15)
        mantissa, exponent = f"{value:.{digits}e}".split("e")
        mantissa = mantissa.rstrip("0").rstrip(".")
        text = f"{mantissa}e{int(exponent)}"
    elif step is None:
        text = f"{value:.6g}"
    else:
        text = f"{value:.{max(0, -math.floor(math.log10(step) + 1e-9))}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", MINUS)


def value_text(value: float | None, digits: int = 4) -> str:
    """A value as it is read off: 4 decimals, exactly zero as 0, undefined as a dash."""
    return shown_number(value, digits if value is None or abs(value) < 1e5 else None)


def position_text(value: float, span: float) -> str:
    """A place on the x axis with the decimals that a thousandth of the span needs."""
    digits = min(max(0, 3 - math.floor(math.log10(span) + 1e-9)), 12) if span > 0 else 3
    return f"{value + 0.0:.{digits}f}".replace("-", MINUS)
