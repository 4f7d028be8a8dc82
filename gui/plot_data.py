"""From the arrays of a figure to what can be drawn: breaks, ranges, clipping."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QRectF

from engine.figures import Axis, Bars, Break, Figure, Line, Panel

LARGEST = 1e150
"""Beyond this a value counts as not finite: its differences would overflow."""

_PADDING = 0.05
_KEPT_SHARE = 0.6
_EXPLODING = 1e6
_COLUMNS = 24


class Span(NamedTuple):
    """The two ends of an axis, in its own coordinates (log10 on a log axis)."""

    low: float
    high: float

    @property
    def size(self) -> float:
        """How long it is."""
        return self.high - self.low


def clean_for_plot(values: np.ndarray, logarithmic: bool = False) -> np.ndarray:
    """Values that can be drawn, as float64: all else is NaN, which is a gap; log10 on request."""
    values = np.asarray(values, dtype=np.float64)
    with np.errstate(all="ignore"):
        if logarithmic:
            values = np.log10(np.where(values > 0, values, np.nan))
        wrong = ~(np.abs(values) <= LARGEST)
    return np.where(wrong, np.nan, values) if wrong.any() else values


def place_of(value: float, logarithmic: bool = False) -> float:
    """One value in the coordinates of its axis, as clean_for_plot does it; NaN has no place."""
    if logarithmic:
        value = math.log10(value) if value > 0 else math.nan
    return float(value) if abs(value) <= LARGEST else math.nan


def drawn_points(line: Line, x_axis: Axis, y_axis: Axis) -> tuple[np.ndarray, np.ndarray]:
    """The line as drawn: at a break it runs to both limits, with a gap (NaN) between them."""
    x, y = np.asarray(line.x, np.float64), np.asarray(line.y, np.float64)
    if line.breaks:
        x, y = _with_breaks(x, y, line.breaks)
    return clean_for_plot(x, x_axis.logarithmic), clean_for_plot(y, y_axis.logarithmic)


def _with_breaks(
    x: np.ndarray, y: np.ndarray, breaks: Sequence[Break]
) -> tuple[np.ndarray, np.ndarray]:
    if not len(x):
        return x, y
    step = (x[-1] - x[0]) / max(len(x) - 1, 1)
    for gap in breaks:
        if not x[0] <= gap.x <= x[-1]:
            continue
        apart = np.abs(x - gap.x) > abs(step) * 1e-6
        x, y = x[apart], y[apart]
        at = int(np.searchsorted(x, gap.x))
        x = np.insert(x, at, [gap.x] * 3)
        y = np.insert(y, at, [gap.left, np.nan, gap.right])
    return x, y


def sample_at(line: Line, x: float) -> int | None:
    """The index of the sample nearest to x; None for an empty line."""
    if not len(line.x):
        return None
    at = int(np.searchsorted(line.x, x))
    near = [index for index in (at - 1, at) if 0 <= index < len(line.x)]
    return min(near, key=lambda index: abs(line.x[index] - x))


def value_at(line: Line, x: float) -> float | None:
    """The line's value at its sample nearest to x; None where it is undefined."""
    index = sample_at(line, x)
    if index is None:
        return None
    place, value = float(line.x[index]), float(line.y[index])
    for gap in line.breaks:
        if abs(gap.x - place) <= 1e-12 * max(1.0, abs(place)):
            return gap.value
    return None if np.isnan(value) else value


def order_of(panel: Panel, line: Line) -> int | None:
    """Which derivative a line shows; None where it is no function of the catalogue."""
    return panel.order if line.order is None else line.order


def orders_of(figure: Figure) -> dict[int, dict[str, Line]]:
    """Order of derivative to key to line; empty for a figure that shows no functions."""
    orders: dict[int, dict[str, Line]] = {}
    for panel in figure.panels:
        for line in panel.lines:
            order = order_of(panel, line)
            if order is not None:
                orders.setdefault(order, {}).setdefault(line.key, line)
    return orders


def slope_at(figure: Figure, key: str, x: float) -> float | None:
    """The slope of a function at its sample nearest to x: f' where the figure has it, else from
    the neighbouring samples of f; None where it has none."""
    orders = orders_of(figure)
    derivative, line = orders.get(1, {}).get(key), orders.get(0, {}).get(key)
    if derivative is not None:
        return value_at(derivative, x)
    if line is None:
        return None
    index = sample_at(line, x)
    if index is None or not 0 < index < len(line.x) - 1:
        return None
    places = [gap.x for gap in line.breaks]
    places += [mark.x for panel in figure.panels for mark in panel.marks
               if mark.key == key and mark.kind == "kink"]
    before, after = float(line.x[index - 1]), float(line.x[index + 1])
    if any(before < place < after for place in places):
        return None
    slope = float(line.y[index + 1] - line.y[index - 1]) / (after - before)
    return slope if np.isfinite(slope) else None


def fitted(values: Iterable[np.ndarray], axis: Axis, kept: Span | None = None) -> Span:
    """The span that shows these values (in the axis' own coordinates) with a little room.

    `kept`, the span shown now, stays where it still fits well, so that nothing jitters. A single
    value gets room around it; where one explodes, the span shows the others.
    """
    low, high = _bounds(np.concatenate([*values, np.empty(0)]))
    fixed = [_own(end, axis) for end in (axis.minimum, axis.maximum)]
    if fixed[0] is None and fixed[1] is None and kept is not None and _still_fits(low, high, kept):
        return kept
    if high - low <= 1e-12 * max(abs(low), abs(high)):
        room = 0.5 if axis.logarithmic else max(abs(low) * 0.5, 0.5)
        low, high = low - room, high + room
    room = (high - low) * _PADDING
    low = _at_least(low - room, axis.least) if fixed[0] is None else fixed[0]
    high = _at_most(high + room, axis.most) if fixed[1] is None else fixed[1]
    return Span(low, high) if high > low else Span(low - 0.5, low + 0.5)


def _at_most(value: float, limit: float | None) -> float:
    return value if limit is None else min(value, limit)


def _at_least(value: float, limit: float | None) -> float:
    return value if limit is None else max(value, limit)


def exact(values: Iterable[np.ndarray], axis: Axis) -> Span:
    """The span of an x axis: its own ends, else exactly those of the data."""
    finite = np.concatenate([*values, np.empty(0)])
    finite = finite[np.isfinite(finite)]
    low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
    low = _own(axis.minimum, axis) if axis.minimum is not None else low
    high = _own(axis.maximum, axis) if axis.maximum is not None else high
    if low is None or high is None or not high - low > 1e-12 * max(abs(low), abs(high)):
        centre = low if low is not None else 0.0
        room = max(abs(centre) * 1e-6, 0.5)
        return Span(centre - room, centre + room)
    return Span(low, high)


def bars_span(bars: Bars, axis: Axis) -> Span:
    """From 0 (or the axis' own end) to the longest bar (or the axis' own end)."""
    totals = sum((segment.values for segment in bars.segments), np.zeros(len(bars.names)))
    longest = float(np.nanmax(totals)) if len(totals) else 1.0
    low = axis.minimum if axis.minimum is not None else 0.0
    high = axis.maximum if axis.maximum is not None else longest
    return Span(low, high) if high > low else Span(low, low + 1.0)


def _own(end: float | None, axis: Axis) -> float | None:
    """An end of the axis in the axis' own coordinates."""
    if end is None or not axis.logarithmic:
        return end
    return math.log10(end) if end > 0 else None


def _bounds(values: np.ndarray) -> tuple[float, float]:
    values = values[np.isfinite(values)]
    if not len(values):
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    if max(-low, high) > _EXPLODING:
        first, last = (float(end) for end in np.quantile(values, (0.1, 0.9)))
        if (high - low) > 1e3 * (last - first) > 0:
            room = last - first
            return max(low, first - room), min(high, last + room)
    return low, high


def _still_fits(low: float, high: float, kept: Span) -> bool:
    return kept.low <= low and high <= kept.high and high - low >= _KEPT_SHARE * kept.size


def clipped(x: np.ndarray, y: np.ndarray, across: Span, up: Span) -> tuple[np.ndarray, np.ndarray]:
    """The polyline cut at a rectangle, with a NaN wherever it leaves it.

    Needed because a dash pattern over a far end would be drawn for ever, and because SVG has no
    clipping that every viewer knows. x and y of shape (n,) with NaN as gaps.
    """
    inside = (x >= across.low) & (x <= across.high) & (y >= up.low) & (y <= up.high)
    if (inside | np.isnan(y) | np.isnan(x)).all():
        return x, y
    start, end = _segments_inside(x, y, across, up)
    shown = ~np.isnan(start)
    first, dx, dy = np.flatnonzero(shown), np.diff(x)[shown], np.diff(y)[shown]
    if not len(first):
        return np.empty(0), np.empty(0)
    columns = []
    for origin, slope in ((x[first], dx), (y[first], dy)):
        whole = np.full((len(first), 3), np.nan)
        whole[:, 0] = origin + slope * start[shown]
        whole[:, 1] = origin + slope * end[shown]
        columns.append(whole)
    joined = np.ones((len(first), 3), dtype=bool)
    follows = (np.diff(first) == 1) & (end[shown][:-1] == 1) & (start[shown][1:] == 0)
    joined[:-1, 2] = ~follows
    joined[1:, 0] = ~follows
    return columns[0][joined], columns[1][joined]


def _segments_inside(
    x: np.ndarray, y: np.ndarray, across: Span, up: Span
) -> tuple[np.ndarray, np.ndarray]:
    """Liang and Barsky: where each segment enters and leaves, from 0 to 1; NaN where it misses."""
    start, end = np.zeros(len(x) - 1), np.ones(len(x) - 1)
    with np.errstate(all="ignore"):
        for values, span in ((x, across), (y, up)):
            step, origin = np.diff(values), values[:-1]
            to_low, to_high = (span.low - origin) / step, (span.high - origin) / step
            still = step == 0
            outside = still & ((origin < span.low) | (origin > span.high))
            enter = np.where(still, 0.0, np.minimum(to_low, to_high))
            leave = np.where(still, 1.0, np.maximum(to_low, to_high))
            start, end = np.maximum(start, enter), np.minimum(end, leave)
            start = np.where(outside, np.nan, start)
        start = np.where(start < end, start, np.nan)
    return start, end


def hidden_points(curves: Iterable[tuple[np.ndarray, np.ndarray]], rect: QRectF) -> int:
    """How many of 24 columns of each curve lie in a rectangle, all in pixels."""
    columns = np.linspace(rect.left(), rect.right(), _COLUMNS)
    count = 0
    for x, y in curves:
        heights = np.interp(columns, x, y, left=np.nan, right=np.nan)
        with np.errstate(invalid="ignore"):
            count += int(((heights >= rect.top() - 4) & (heights <= rect.bottom() + 4)).sum())
    return count
