"""Where a table hides least of the curves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import QPointF, QRectF, QSizeF

from gui.plot_data import hidden_points
from gui.plot_panel import PlotPanel

CORNERS = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
"""As shares of the free room, in the order in which they are taken when equally empty."""

EDGES = tuple((x, y) for y in (0.75, 0.5, 0.25) for x in (1.0, 0.0))
"""Where a table goes when every corner is taken."""

_INSET = QPointF(10, 8)
_HIDDEN_COLUMNS = 6


def table_rect(size: QSizeF, rect: QRectF, place: tuple[float, float]) -> QRectF:
    """The rectangle of a table of this size at a place, in whole pixels."""
    free = room_of(size, rect)
    left = rect.left() + _INSET.x() + place[0] * free.x()
    top = rect.top() + _INSET.y() + place[1] * free.y()
    return QRectF(QPointF(round(left), round(top)), size)


def room_of(size: QSizeF, rect: QRectF) -> QPointF:
    """How far a table of this size can move in the rectangle."""
    return QPointF(max(rect.width() - size.width() - 2 * _INSET.x(), 0.0),
                   max(rect.height() - size.height() - 2 * _INSET.y(), 0.0))


def shares_of(corner: QPointF, size: QSizeF, rect: QRectF) -> tuple[float, float]:
    """The place of a table whose upper left corner was put here."""
    free, moved = room_of(size, rect), corner - rect.topLeft() - _INSET
    shares = [moved.x() / free.x() if free.x() else 0.0,
              moved.y() / free.y() if free.y() else 0.0]
    return min(max(shares[0], 0.0), 1.0), min(max(shares[1], 0.0), 1.0)


def field_of(panels: Sequence[PlotPanel], columns: bool) -> QRectF:
    """Where a table may lie: the first panel, or all that stand beside each other."""
    field = QRectF(panels[0].rect)
    for panel in panels[1:] if columns else ():
        field |= panel.rect
    return field


def emptiest_corner(panels: Sequence[PlotPanel], field: QRectF, size: QSizeF,
                    current: tuple[float, float] | None = None) -> tuple[float, float]:
    """The corner (or edge) of a panel in the field with least of the curves, as shares of it.

    The current one stays unless it has become much worse.
    """
    inside = [panel for panel in panels if field.contains(panel.rect)]
    curves = [curve for panel in inside for curve in panel.visible_pixels()]
    hidden: dict[tuple[float, float], int] = {}
    if current is not None:
        hidden[current] = hidden_points(curves, table_rect(size, field, current))
    for corners in (CORNERS, EDGES):
        if hidden and min(hidden.values()) <= _HIDDEN_COLUMNS:
            break
        for corner, panel in product(corners, inside):
            rect = table_rect(size, panel.rect, corner)
            hidden.setdefault(shares_of(rect.topLeft(), size, field), hidden_points(curves, rect))
    best = min(hidden, key=hidden.__getitem__)
    if current is not None and hidden[current] <= hidden[best] + _HIDDEN_COLUMNS:
        return current
    return best
