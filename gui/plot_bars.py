"""Horizontal stacked bars of a panel, with a hatch for each state."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.figures import Bars
from gui.plot_axes import PanelItem
from gui.plot_look import RIGHT, draw_text, elided, words
from gui.theme import Tokens, neuron_brush

_THICKEST = 18.0
_SWATCH = 16.0


class BarsItem(PanelItem):
    """The bars with their names at the left, and what the states mean above them."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem,
              widget: QWidget | None = None) -> None:
        """Paints the bars, if the panel has them."""
        bars = self.panel.panel.bars
        if bars is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_key(painter, bars)
        row = self.panel.rect.height() / max(len(bars.names), 1)
        for index in range(len(bars.names)):
            self._paint_bar(painter, bars, index, row)

    def _paint_bar(self, painter: QPainter, bars: Bars, index: int, row: float) -> None:
        panel, look, rect = self.panel, self.panel.look, self.panel.rect
        middle = rect.top() + (index + 0.5) * row
        thick = min(_THICKEST * look.font_scale, row * 0.7)
        name = elided(words(bars.names[index]), look.font(), panel.left_room - 14)
        draw_text(painter, QPointF(rect.left() - 8, middle), name, look.font(),
                  look.colour("text"), side=RIGHT)
        start = 0.0
        for segment in bars.segments:
            value = float(segment.values[index])
            if not value > 0:
                continue
            left, right = panel.x_at(start), min(panel.x_at(start + value), rect.right())
            start += value
            bar = QRectF(left + 0.5, middle - thick / 2, max(right - left, 0.0), thick)
            paint_state(painter, bar, segment.state, look.tokens)

    def _paint_key(self, painter: QPainter, bars: Bars) -> None:
        look, rect = self.panel.look, self.panel.rect
        x, y = rect.left(), rect.top() - 10 * look.font_scale
        shown = [segment for segment in bars.segments if segment.values.any()]
        for segment in shown:
            swatch = QRectF(x, y - 5, _SWATCH, 10)
            paint_state(painter, swatch, segment.state, look.tokens)
            covered = draw_text(painter, QPointF(x + _SWATCH + 6, y), words(segment.label),
                                look.font(), look.colour("secondary"))
            x = covered.right() + 18


def paint_state(painter: QPainter, rect: QRectF, state: str, tokens: Tokens) -> None:
    """A rectangle in the colour and hatch of a neuron state.

    The hatch is made of lines and dots, not of a pattern brush: that has another size at another
    scale, and SVG has none.
    """
    ground, pattern = neuron_brush(state, tokens)
    painter.fillRect(rect, ground)
    if pattern is None:
        return
    if pattern.style() == Qt.BrushStyle.Dense6Pattern:
        _paint_dots(painter, rect, pattern.color())
        return
    slope = 1.0 if pattern.style() == Qt.BrushStyle.BDiagPattern else 0.0
    painter.setPen(QPen(pattern.color(), 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLines(_diagonals(rect) if slope else _rows(rect))


def _diagonals(rect: QRectF, gap: float = 5.0) -> list[QLineF]:
    """Lines rising at 45 degrees, cut at the rectangle; the grid starts at 0 for all bars."""
    lines = []
    total = int((rect.width() + rect.height()) / gap) + 2
    first = int(rect.left() / gap) * gap - rect.left()
    for number in range(total):
        start = rect.left() + first + number * gap - rect.height()
        low = max(0.0, rect.left() - start)
        high = min(rect.height(), rect.right() - start)
        if high > low:
            lines.append(QLineF(start + low, rect.bottom() - low,
                                start + high, rect.bottom() - high))
    return lines


def _rows(rect: QRectF, gap: float = 4.0) -> list[QLineF]:
    count = int(rect.height() / gap)
    heights = [rect.top() + (number + 0.5) * rect.height() / max(count, 1)
               for number in range(count)]
    return [QLineF(rect.left(), height, rect.right(), height) for height in heights]


def _paint_dots(painter: QPainter, rect: QRectF, colour: QColor, gap: float = 4.0) -> None:
    columns = int(rect.width() / gap)
    rows = int(rect.height() / gap)
    for column in range(columns):
        for row in range(rows):
            painter.fillRect(QRectF(rect.left() + (column + 0.5) * gap - 0.75,
                                    rect.top() + (row + 0.5) * rect.height() / rows - 0.75,
                                    1.5, 1.5), colour)
