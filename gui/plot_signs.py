"""The signs of a panel: kinks, ends of jumps, single values, the cursor's dots and the tangent."""

from __future__ import annotations

import re

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.figures import Line, Mark
from gui.number_texts import MINUS
from gui.plot_axes import PanelItem
from gui.plot_data import (
    Span,
    clean_for_plot,
    clipped,
    hidden_points,
    sample_at,
    value_at,
)
from gui.plot_look import LEFT, RIGHT, draw_text, words
from gui.plot_ticks import tick_text, value_text
from gui.texts import tr

_MOST_DOTS = 400
_TANGENT_SHARE = 3.8 / 8
_HYPHEN = re.compile(r"(?<![\w-])-(?=\d)")


class Signs(PanelItem):
    """Everything of fixed size that stands on the curves."""

    slope: float | None = None
    """The slope of the tangent at the cursor; None draws none. The canvas sets it."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem,
              widget: QWidget | None = None) -> None:
        """Paints what lies inside the plot, the selected function last."""
        if self.panel.panel.bars is not None or not self.panel.has_axes:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._taken: list[QRectF] = [self.panel.legend_rect]
        self._tangent: QLineF | None = None
        lines = sorted(self.panel.visible_lines(),
                       key=lambda line: line.key == self.panel.shown.selected)
        self._paint_tangent(painter, lines)
        for line in lines:
            self._paint_samples(painter, line)
        for mark in self.panel.panel.marks:
            if mark.key not in self.panel.shown.hidden:
                self._paint_mark(painter, mark)
        self._paint_cursor_dots(painter, lines)
        self._paint_lines_off_the_axis(painter, lines)

    def _paint_samples(self, painter: QPainter, line: Line) -> None:
        if len(line.x) != 1 and not (line.dots and len(line.x) <= _MOST_DOTS):
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.panel.styles[line.key].colour(self.panel.look.tokens))
        painter.setOpacity(0.45 if line.faint else 1.0)
        for x, y in zip(line.x, line.y, strict=True):
            at = self.panel.pixel(float(x), float(y))
            if at is not None:
                painter.drawEllipse(at, 2.5, 2.5)
        painter.setOpacity(1.0)

    def _paint_mark(self, painter: QPainter, mark: Mark) -> None:
        panel, look = self.panel, self.panel.look
        at = panel.pixel(mark.x, mark.y)
        if at is None or (mark.kind == "kink" and not panel.shown.kinks):
            return
        colour = panel.styles[mark.key].colour(look.tokens)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if mark.kind in ("filled", "end") else look.colour("plot_ground"))
        if mark.kind == "kink":
            painter.drawPolygon(QPolygonF([at + QPointF(0, -5), at + QPointF(5, 0),
                                           at + QPointF(0, 5), at + QPointF(-5, 0)]))
        elif mark.kind != "text":
            radius = 4.5 if mark.kind == "end" else 3.5
            painter.drawEllipse(at, radius, radius)
        label = _HYPHEN.sub(MINUS, words(mark.label))
        if label:
            self._paint_label(painter, at, label)

    def _paint_label(self, painter: QPainter, at: QPointF, label: str) -> None:
        """Below the sign at its right, or where it covers least of curves and other labels."""
        look, rect = self.panel.look, self.panel.rect
        width, line = look.width(label, look.font()), 16 * look.font_scale
        places = [QRectF(left, at.y() + down * (1.3 + row) * line - line / 2, width, line)
                  for rows in (range(3), range(3, 6))
                  for left in (at.x() + 12, at.x() - 12 - width)
                  for down in (1.0, -1.0) for row in rows]
        places = [place for place in places if rect.contains(place)
                  and not any(place.intersects(other) for other in self._taken)
                  and not (self._tangent and _meet(place, self._tangent))]
        if not places:
            return
        curves = self.panel.visible_pixels()
        free = (place for place in places if hidden_points(curves, place) == 0)
        best = next(free, None) or min(places, key=lambda place: hidden_points(curves, place))
        self._taken.append(best)
        draw_text(painter, QPointF(best.left(), best.center().y()), label, look.font(),
                  look.colour("text"))

    def _paint_cursor_dots(self, painter: QPainter, lines: list[Line]) -> None:
        shown = self.panel.shown
        if not shown.crosshair or shown.cursor is None:
            return
        for line in lines:
            index, value = sample_at(line, shown.cursor), value_at(line, shown.cursor)
            at = None if index is None or value is None else \
                self.panel.pixel(float(line.x[index]), value)
            if at is None or (line.faint and line.order is None):
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.panel.styles[line.key].colour(self.panel.look.tokens))
            radius = 4.0 if line.key == shown.selected else 3.0
            painter.drawEllipse(at, radius, radius)

    def _paint_tangent(self, painter: QPainter, lines: list[Line]) -> None:
        """A straight piece through the selected function's value, with its slope in words."""
        panel, look, cursor = self.panel, self.panel.look, self.panel.shown.cursor
        line = next((line for line in lines if line.key == panel.shown.selected), None)
        if self.slope is None or cursor is None or line is None:
            return
        index, value = sample_at(line, cursor), value_at(line, cursor)
        if index is None or value is None:
            return
        x, half = float(line.x[index]), panel.across.size * _TANGENT_SHARE / 2
        xs = np.array([x - half, x + half])
        xs, ys = clipped(xs, value + self.slope * (xs - x), panel.across, panel.up)
        if len(xs) < 2:
            return
        ends = [QPointF(panel.x_at(xs[end]), panel.y_at(ys[end])) for end in (0, 1)]
        painter.setPen(QPen(look.colour("text"), 1))
        self._tangent = QLineF(*ends)
        painter.drawLine(self._tangent)
        text = tr("tangent, slope {slope}", slope=value_text(self.slope, 3))
        self._paint_tangent_text(painter, ends, text)

    def _paint_tangent_text(self, painter: QPainter, ends: list[QPointF], text: str) -> None:
        """Over the higher end of the line where there is room, else under it."""
        look, rect = self.panel.look, self.panel.rect
        width, line = look.width(text, look.font()), 16 * look.font_scale
        covered = self.panel.legend_rect
        for end, side in ((ends[0], LEFT), (ends[1], RIGHT)):
            for down in (-1, 1):
                left = end.x() if side == LEFT else end.x() - width
                place = QRectF(left, end.y() + down * 0.9 * line - line / 2, width, line)
                if rect.contains(place) and not place.intersects(covered):
                    draw_text(painter, QPointF(left, place.center().y()), text, look.font(),
                              look.colour("text"))
                    self._taken.append(place)
                    return

    def _paint_lines_off_the_axis(self, painter: QPainter, lines: list[Line]) -> None:
        """A line that lies wholly beyond an end of the axis is named at that end."""
        panel, look = self.panel, self.panel.look
        rows = {False: 0, True: 0}
        for line in lines if panel.panel.order is None else ():
            beyond = _beyond(line, panel.up, panel.panel.y.logarithmic)
            if beyond is None or line.faint:
                continue
            below, last = beyond
            step = 16 * look.font_scale * (rows[below] + 0.8)
            rows[below] += 1
            value = f"{tick_text(last, None)} {panel.panel.y.unit}".strip()
            arguments = {"name": words(line.label), "value": value}
            text = tr("{name} {value}, below the axis ↓", **arguments) if below else \
                tr("{name} {value}, above the axis ↑", **arguments)
            height = panel.rect.bottom() - step if below else panel.rect.top() + step
            right, width = panel.rect.right() - 6, look.width(text, look.font())
            place = QRectF(right - width, height - 8 * look.font_scale, width, 16 * look.font_scale)
            if place.intersects(panel.legend_rect):
                right = panel.legend_rect.left() - 6
            draw_text(painter, QPointF(right, height), text, look.font(), look.colour("text"),
                      side=RIGHT)


def _meet(place: QRectF, line: QLineF) -> bool:
    """Whether a rectangle and a straight piece have a point in common."""
    whole = QRectF(line.p1(), line.p2()).normalized().adjusted(0, 0, 1, 1)
    if not place.intersects(whole):
        return False
    sides = [(corner.x() - line.x1()) * line.dy() > (corner.y() - line.y1()) * line.dx()
             for corner in (place.topLeft(), place.topRight(), place.bottomLeft(),
                            place.bottomRight())]
    return any(sides) and not all(sides)


def _beyond(line: Line, up: Span, logarithmic: bool) -> tuple[bool, float] | None:
    """(whether below, last value) of a line of which nothing is inside the span."""
    heights = clean_for_plot(line.y, logarithmic)
    finite = heights[np.isfinite(heights)]
    if not len(finite) or (finite.max() >= up.low and finite.min() <= up.high):
        return None
    last = float(finite[-1])
    return bool(last < up.low), 10.0**last if logarithmic else last


