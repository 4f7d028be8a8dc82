"""A cell with a mean, its interval and the value of each seed, and the axis that such cells share.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_REACH, _HALVES = 4.0, 2.5
_ROOM = 0.04


@dataclass(frozen=True)
class IntervalCell:
    """`points` are (seed, value); low and high are None with fewer than two, and equal where the
    seeds do not differ. `key` gives the colour."""

    mean: float
    low: float | None
    high: float | None
    points: tuple[tuple[int, float], ...]
    key: str = ""

    @property
    def half(self) -> float:
        """From the mean to either end; 0 without an interval."""
        return 0.0 if self.high is None else self.high - self.mean


def shared_axis(cells: Sequence[IntervalCell | None]) -> tuple[float, float] | None:
    """The ends of an axis on which most cells are seen well; None without any.

    It shows all means that are not many times further from the median than most are, with their
    seeds, and intervals as far as that leaves the others apart. The others lie beyond its ends.
    """
    found = [cell for cell in cells if cell is not None and math.isfinite(cell.mean)]
    if not found:
        return None
    centre = median(cell.mean for cell in found)
    half = median(cell.half for cell in found)
    reach = max(_REACH * median(abs(cell.mean - centre) for cell in found), _HALVES * half)
    kept = [cell for cell in found if abs(cell.mean - centre) <= reach] or found
    low = min(cell.mean for cell in kept)
    high = max(cell.mean for cell in kept)
    seen = max(_HALVES * half, high - low)
    ends = [end for cell in kept
            for end in (cell.low, cell.high, *(value for _, value in cell.points))
            if end is not None and low - seen <= end <= high + seen]
    low, high = min([low, *ends]), max([high, *ends])
    room = (high - low) * _ROOM or max(abs(low) * 0.01, 1e-9)
    return low - room, high + room


def interval_columns(name: str, cells: Sequence[IntervalCell | None],
                     ) -> list[tuple[str, list[float | None]]]:
    """The numbers of such a column for CSV: its ends, then the value of each seed."""
    seeds = sorted({seed for cell in cells if cell is not None for seed, _ in cell.points})
    columns: list[tuple[str, list[float | None]]] = [
        (f"{name}_low", [None if cell is None else cell.low for cell in cells]),
        (f"{name}_high", [None if cell is None else cell.high for cell in cells])]
    return columns + [(f"{name}_seed_{seed}",
                       [None if cell is None else dict(cell.points).get(seed) for cell in cells])
                      for seed in seeds]
