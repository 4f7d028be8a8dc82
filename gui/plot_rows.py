"""Columns of bars on the same rows: of a figure, and of the logits that can be dragged."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.figures import BarColumn, RowBars
from engine.figures.figure import Text
from gui import theme
from gui.plot_look import CENTRE, RIGHT, Look, draw_text, elided, words
from gui.plot_ticks import Ticks, linear_ticks, value_text

_HEAD, _FOOT = 44.0, 22.0
_GAP, _VALUE, _NAMES = 28.0, 62.0, 96.0
_TWO_VALUES = 112.0
_THICKEST, _LARGEST_TEXT, _SMALLEST_TEXT = 18.0, 12, 10
_SWATCH = 10.0
_TICK_GAP, _BETWEEN_TICKS = 44.0, 10.0


class Place(NamedTuple):
    """Where one column lies: its names end at `names`, its bars fill `plot`, and the values of
    signed bars end at `values` (0: they follow the bars)."""

    column: BarColumn
    left: float
    names: float
    plot: QRectF
    values: float

    def x_at(self, value: float) -> float:
        """The pixel of a value, within the plot."""
        low, high = self.column.minimum, self.column.maximum
        half = high / 2 - low / 2  # the whole span may be too large for a number
        share = (value / 2 - low / 2) / (half or 1.0)
        share = 0.0 if math.isnan(share) else min(max(share, 0.0), 1.0)
        return self.plot.left() + share * self.plot.width()

    def value_at(self, x: float) -> float:
        """The value at a pixel, within the scale."""
        low, high = self.column.minimum, self.column.maximum
        share = (x - self.plot.left()) / self.plot.width()
        return low + min(max(share, 0.0), 1.0) * (high - low)

    def row_rect(self, row: int) -> QRectF:
        """The stripe of one row."""
        high = self.plot.height() / len(self.column.values)
        return QRectF(self.plot.left(), self.plot.top() + row * high, self.plot.width(), high)


def places_of(rect: QRectF, bars: RowBars, look: Look) -> list[Place]:
    """The columns beside each other in a rectangle, all with the same rows."""
    scale = look.font_scale
    gap, names, left = _GAP * scale, _names_room(bars.names, look), rect.left()
    own = [_names_room(column.names, look) if column.names else 0.0 for column in bars.columns]
    own[0] = names
    room = [_TWO_VALUES * scale if column.second is not None else _VALUE * scale
            for column in bars.columns]
    free = rect.width() - sum(own) - sum(room) - gap * (len(bars.columns) - 1)
    wide = max(free / len(bars.columns), 20.0)
    top, high = rect.top() + _HEAD * scale, rect.height() - (_HEAD + _FOOT) * scale
    places = []
    for column, named, values in zip(bars.columns, own, room, strict=True):
        plot = QRectF(left + named, top, wide, max(high, 10.0))
        end = plot.right() + values - 4 if column.minimum < 0 else 0.0
        places.append(Place(column, left, left + named - 10, plot, end))
        left = plot.right() + values + gap
    return places


def paint_rows(painter: QPainter, rect: QRectF, bars: RowBars, look: Look,
               handles: bool = False) -> None:
    """All columns. `handles` marks the ends of the first column's bars, which can be dragged."""
    for index, place in enumerate(places_of(rect, bars, look)):
        names = place.column.names or (bars.names if index == 0 else ())
        _paint_head(painter, place, look)
        _paint_scale(painter, place, look)
        for row in range(len(place.column.values)):
            chosen = bars.selected == row and not place.column.names
            written = row % _rows_a_text(place, look) == 0
            if names and written:
                _paint_name(painter, place, row, names[row], look, chosen=chosen)
            _paint_row(painter, place, row, look, chosen=chosen, written=written)
            if handles and index == 0:
                _paint_handle(painter, place, row, look)


def value_words(value: float, digits: int) -> str:
    """As numbers are shown; what is no number is called so, for it is the point here."""
    return "NaN" if math.isnan(value) else value_text(value, digits)


def _names_room(names: tuple[Text, ...], look: Look) -> float:
    widest = max((look.width(words(name), look.font(12, bold=True)) for name in names),
                 default=0.0)
    return min(widest + 14, _NAMES * look.font_scale)


def _font_size(place: Place, look: Look) -> int:
    """12, down to 10 where the rows are narrow."""
    return max(int(min(_LARGEST_TEXT, place.row_rect(0).height() / look.font_scale)),
               _SMALLEST_TEXT)


def _rows_a_text(place: Place, look: Look) -> int:
    """1 where every row has room for its texts; else only every so many have some."""
    return math.ceil(_SMALLEST_TEXT * look.font_scale / place.row_rect(0).height() - 0.02)


def _paint_head(painter: QPainter, place: Place, look: Look) -> None:
    column, scale = place.column, look.font_scale
    y = place.plot.top() - 30 * scale
    covered = draw_text(painter, QPointF(place.plot.left(), y), words(column.label),
                        look.font(13, bold=True), look.colour("text"))
    if column.second is not None:
        x = covered.right() + 14
        painter.fillRect(QRectF(x, y - _SWATCH / 2, _SWATCH, _SWATCH), _colours(column, look)[1])
        draw_text(painter, QPointF(x + _SWATCH + 6, y), words(column.second_label), look.font(),
                  look.colour("secondary"))
    room = place.plot.width() + _VALUE * scale
    draw_text(painter, QPointF(place.plot.left(), y + 17 * scale),
              elided(words(column.subtitle), look.font(), room), look.font(),
              look.colour("secondary"))


def _paint_scale(painter: QPainter, place: Place, look: Look) -> None:
    """Grid lines with their numbers under the bars, and the line of zero."""
    plot = place.plot
    for at, text in zip(*_ticks(place, look), strict=True):
        x = float(int(place.x_at(at))) + 0.5
        zero = abs(at) < 1e-12
        painter.setPen(look.pen("outline" if zero else "grid"))
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
        draw_text(painter, QPointF(x, plot.bottom() + 12 * look.font_scale), text, look.font(),
                  look.colour("secondary"), side=CENTRE)


def _ticks(place: Place, look: Look) -> Ticks:
    """As many as there are without their numbers touching."""
    column, wide = place.column, place.plot.width()
    gap = _TICK_GAP * look.font_scale
    if not 1e-300 < column.maximum / 2 - column.minimum / 2 < 1e300:  # no round steps out there
        return Ticks([0.0], ["0"])
    while True:
        ticks = linear_ticks(column.minimum, column.maximum, wide, gap)
        widest = max((look.width(text, look.font()) for text in ticks.texts), default=0.0)
        apart = (place.x_at(ticks.places[1]) - place.x_at(ticks.places[0])
                 if len(ticks.places) > 1 else math.inf)
        if apart >= widest + _BETWEEN_TICKS * look.font_scale or gap > wide:
            return ticks
        gap *= 1.3


def _paint_name(painter: QPainter, place: Place, row: int, name: Text, look: Look,
                *, chosen: bool) -> None:
    font = look.font(_font_size(place, look), bold=chosen)
    at = QPointF(place.names, place.row_rect(row).center().y())
    draw_text(painter, at, elided(words(name), font, place.names - place.left), font,
              look.colour("text"), side=RIGHT)


def _paint_row(painter: QPainter, place: Place, row: int, look: Look, *, chosen: bool,
               written: bool) -> None:
    column, stripe = place.column, place.row_rect(row)
    thick = min(_THICKEST * look.font_scale, stripe.height() * 0.66)
    own, other = _colours(column, look)
    if column.keys:
        own = theme.styles_for(column.keys)[column.keys[row]].colour(look.tokens)
    shown = [(float(column.values[row]), look.colour("accent") if chosen else own)]
    if column.second is not None:
        shown.append((float(column.second[row]), other))
    each, ends = thick / len(shown), []
    for part, (value, colour) in enumerate(shown):
        zero = place.x_at(0.0)
        end = zero if math.isnan(value) else place.x_at(value)
        top = stripe.center().y() - thick / 2 + part * each
        painter.fillRect(QRectF(min(zero, end), top, abs(end - zero), each - (len(shown) > 1)),
                         colour)
        ends.append(max(zero, end))
    if written:
        _paint_values(painter, place, stripe, [value for value, _ in shown], end=max(ends),
                      look=look)


def _paint_values(painter: QPainter, place: Place, stripe: QRectF, values: list[float],
                  *, end: float, look: Look) -> None:
    size = _font_size(place, look)
    text = "  ".join(value_words(value, place.column.digits) for value in values)
    wrong = not all(map(math.isfinite, values))
    colour = look.colour("danger" if wrong else "text")
    if place.values:
        draw_text(painter, QPointF(place.values, stripe.center().y()), text, look.font(size),
                  colour, side=RIGHT)
    else:
        draw_text(painter, QPointF(end + 8, stripe.center().y()), text, look.font(size), colour)


def _paint_handle(painter: QPainter, place: Place, row: int, look: Look) -> None:
    stripe = place.row_rect(row)
    high = min(_THICKEST * look.font_scale, stripe.height() * 0.66) + 4
    x = place.x_at(float(place.column.values[row]))
    painter.setPen(QPen(look.colour("text"), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QLineF(x, stripe.center().y() - high / 2, x, stripe.center().y() + high / 2))


def _colours(column: BarColumn, look: Look) -> tuple[QColor, QColor]:
    """Those of the functions it shows, else the first of the palette."""
    shown = [key for key in (column.key, column.second_key) if key]
    styles = theme.styles_for(shown)
    first = styles[column.key].colour(look.tokens) if column.key else \
        QColor(look.tokens.functions[0])
    second = styles[column.second_key].colour(look.tokens) if column.second_key else first
    return first, second
