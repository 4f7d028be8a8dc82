"""The small picture of an interval in a cell of a table: the same in the window and in a file."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.figures import Column
from engine.figures.intervals import IntervalCell
from gui.number_texts import shown_number
from gui.plot_look import CENTRE, LEFT, RIGHT, Look, draw_text
from gui.plot_ticks import Ticks, linear_ticks
from gui.texts import tr

WIDTH = 144.0
"""Pixels that such a picture needs at 100 %."""

_INSET, _TICK_GAP = 10.0, 44.0
_DOT, _DIAMOND, _CAP = 2.0, 4.5, 4.0
_DOTS_ABOVE, _LINE_BELOW = 6.5, 2.5


class Scale(NamedTuple):
    """The axis of a column over the width of a cell."""

    low: float
    high: float
    left: float
    width: float

    def x_at(self, value: float) -> float:
        """The pixel of a value."""
        return self.left + (value - self.low) / (self.high - self.low) * self.width

    def holds(self, value: float) -> bool:
        """Whether it lies on the axis."""
        return self.low <= value <= self.high


def scale_of(axis: tuple[float, float], rect: QRectF) -> Scale:
    """The axis laid over a cell with a little room at both ends."""
    return Scale(*axis, rect.left() + _INSET, max(rect.width() - 2 * _INSET, 1.0))


def ticks_of(scale: Scale, column: Column, look: Look) -> Ticks:
    """Their places on the axis (values of the cells) and the texts that stand in the head."""
    factor = column.scale
    ticks = linear_ticks(scale.low * factor, scale.high * factor, scale.width,
                         _TICK_GAP * look.font_scale)
    return Ticks([place / factor for place in ticks.places], ticks.texts)


def paint_head(painter: QPainter, rect: QRectF, axis: tuple[float, float], column: Column,
               look: Look) -> None:
    """The numbers of the axis, in the place of the column's name."""
    scale = scale_of(axis, rect)
    for place, text in zip(*ticks_of(scale, column, look), strict=True):
        draw_text(painter, QPointF(scale.x_at(place), rect.center().y()), text, look.font(),
                  look.colour("secondary"), side=CENTRE)


def paint_interval(painter: QPainter, rect: QRectF, cell: IntervalCell | None,
                   axis: tuple[float, float], column: Column, *, colour: QColor,
                   look: Look) -> None:
    """Faint lines at the ticks, a dot for each seed, whiskers and a diamond at the mean.

    A mean beyond the axis is a number at its end with an arrow.
    """
    scale = scale_of(axis, rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for place in ticks_of(scale, column, look).places:
        zero = abs(place) < 1e-12 and column.scale * axis[0] < 0
        painter.setPen(look.pen("outline" if zero else "grid"))
        x = float(int(scale.x_at(place))) + 0.5
        painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
    if cell is not None and scale.holds(cell.mean):
        _paint_marks(painter, rect, cell, scale, colour, look=look)
    elif cell is not None:
        _paint_beyond(painter, rect, cell, scale, column, look=look)
    painter.restore()


def _paint_marks(painter: QPainter, rect: QRectF, cell: IntervalCell, scale: Scale,
                 colour: QColor, *, look: Look) -> None:
    size = look.font_scale
    middle, above = rect.center().y() + _LINE_BELOW * size, rect.center().y() - _DOTS_ABOVE * size
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    for _, value in cell.points:
        if scale.holds(value):
            painter.drawEllipse(QPointF(scale.x_at(value), above), _DOT * size, _DOT * size)
    painter.setPen(QPen(colour, 1.4 * size))
    if cell.low is not None and cell.high is not None and cell.high > cell.low:
        ends = [scale.x_at(min(max(end, scale.low), scale.high)) for end in (cell.low, cell.high)]
        painter.drawLine(QLineF(ends[0], middle, ends[1], middle))
        for end, x in zip((cell.low, cell.high), ends, strict=True):
            if scale.holds(end):
                painter.drawLine(QLineF(x, middle - _CAP * size, x, middle + _CAP * size))
    painter.setPen(Qt.PenStyle.NoPen)
    x, half = scale.x_at(cell.mean), _DIAMOND * size
    painter.drawPolygon(QPolygonF([QPointF(x, middle - half), QPointF(x + half, middle),
                                   QPointF(x, middle + half), QPointF(x - half, middle)]))


def _paint_beyond(painter: QPainter, rect: QRectF, cell: IntervalCell, scale: Scale,
                  column: Column, *, look: Look) -> None:
    number = shown_number(cell.mean * column.scale, 1)
    below = cell.mean < scale.low
    at = QPointF(rect.left() + 4 if below else rect.right() - 4, rect.center().y())
    text = f"\N{BLACK LEFT-POINTING SMALL TRIANGLE} {number}" if below \
        else f"{number} \N{BLACK RIGHT-POINTING SMALL TRIANGLE}"
    draw_text(painter, at, text, look.font(), look.colour("secondary"),
              side=LEFT if below else RIGHT)


def interval_text(column: Column, cell: IntervalCell) -> str:
    """The same in words, for the pointer and a screen reader."""
    def number(value: float) -> str:
        return shown_number(value * column.scale, column.digits)

    seeds = ", ".join(f"{seed}: {number(value)}" for seed, value in cell.points)
    if cell.low is None or cell.high is None:
        return tr("mean {mean}; seeds {seeds}", mean=number(cell.mean), seeds=seeds)
    return tr("mean {mean}, 95 % interval {low} to {high}; seeds {seeds}", mean=number(cell.mean),
              low=number(cell.low), high=number(cell.high), seeds=seeds)
