"""Where many small plots of one figure lie: in rows, as large as they can be."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QRectF

from engine.figures import Figure

LEFT, RIGHT, GAP, BELOW, HEAD = 52.0, 20.0, 16.0, 46.0, 24.0
"""Room for the texts of y, at the right edge, between plots, for the texts of x, for a title."""

_WIDE = 1.5
"""The shape that suits a curve: so many times as wide as high."""

_SMALLEST = 20.0


class Cell(NamedTuple):
    """A plot: its rectangle, the room at its left, and whether texts of x and y stand beside it."""

    rect: QRectF
    left_room: float
    labels_x: bool
    labels_y: bool


class _Grid(NamedTuple):
    """So many columns and rows of plots of one size."""

    columns: int
    rows: int
    wide: float
    high: float


def shares_y(figure: Figure) -> bool:
    """Whether all plots have the same axis of y, so that its texts stand at the left alone."""
    return all(panel.y == figure.panels[0].y for panel in figure.panels)


def cells_of(figure: Figure, room: QRectF, scale: float) -> list[Cell]:
    """One cell for each panel, row by row; `scale` is that of the font. Whole pixels."""
    count, shared = len(figure.panels), shares_y(figure)
    grid = max((_grid(count, columns, room, scale, shared=shared)
                for columns in ([figure.columns] if figure.columns else range(1, count + 1))),
               key=lambda grid: min(grid.wide / _WIDE, grid.high))
    left, between = LEFT * scale, GAP if shared else LEFT * scale
    cells = []
    for index in range(count):
        row, column = divmod(index, grid.columns)
        x = room.left() + left + column * (grid.wide + between)
        y = room.top() + HEAD * scale + row * (grid.high + (HEAD + GAP) * scale)
        first = column == 0
        cells.append(Cell(
            QRectF(round(x), round(y), round(grid.wide), round(grid.high)),
            left if first else between, labels_x=index + grid.columns >= count,
            labels_y=first or not shared))
    return cells


def _grid(count: int, columns: int, room: QRectF, scale: float, *, shared: bool) -> _Grid:
    rows = math.ceil(count / columns)
    between = GAP if shared else LEFT * scale
    wide = (room.width() - LEFT * scale - RIGHT - between * (columns - 1)) / columns
    high = (room.height() - BELOW * scale - HEAD * scale * rows - GAP * scale * (rows - 1)) / rows
    return _Grid(columns, rows, max(wide, _SMALLEST), max(high, _SMALLEST))
