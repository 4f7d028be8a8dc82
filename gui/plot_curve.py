"""A curve: pyqtgraph's item with the strokes of this program."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.figures import Axis, Line
from gui.plot_data import Span, clipped, drawn_points
from gui.plot_look import Look
from gui.plot_thinning import thinned
from gui.theme import LineStyle, Tokens

_ORDINARY = ((0.0, 0.0), (0.4, 0.4))
_HEAVY = ((-0.5, 0.0), (0.5, 0.0), (0.0, -0.5), (0.0, 0.5))
_HEAVIEST = tuple((x, y) for x in (-1.0, 0.0, 1.0) for y in (-1.0, 0.0, 1.0))


class Curve(pg.PlotCurveItem):
    """One line of a panel, in the panel's own coordinates.

    Only a pen of width 1 is fast, so a thicker line is the same line drawn again, shifted by
    parts of a device pixel. For a file it is one stroke of true width.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(antialias=True, skipFiniteCheck=False)
        self._look = look
        self._line: Line | None = None
        self._logarithmic: tuple[bool, ...] = ()
        self._seen: tuple[Span, Span] | None = None
        self._points = self._drawn = (np.empty(0), np.empty(0))
        self._view = QRectF()
        self._style = LineStyle(0, 0)
        self._selected = False
        self._opacity = 1.0
        self._pens: dict[tuple[float, Tokens], QPen] = {}

    @property
    def points(self) -> tuple[np.ndarray, np.ndarray]:
        """x and y in the panel's own coordinates, with NaN at gaps."""
        return self._points

    @property
    def drawn(self) -> tuple[np.ndarray, np.ndarray]:
        """As `points`, without those that would not be seen."""
        return self._drawn

    def set_style(self, style: LineStyle, selected: bool, opacity: float) -> None:
        """Colour and dash, and whether it is drawn stronger (selected) or weaker."""
        if (style, selected, opacity) == (self._style, self._selected, self._opacity):
            return
        self._style, self._selected, self._opacity = style, selected, opacity
        self._pens.clear()
        self.setZValue(opacity + selected)
        self.update()

    def show_line(self, line: Line, axes: tuple[Axis, Axis], across: Span, up: Span) -> None:
        """Other points between the axes of x and y; the same arrays again cost nothing."""
        logarithmic = tuple(axis.logarithmic for axis in axes)
        before = self._line
        if before is None or self._logarithmic != logarithmic or before.breaks != line.breaks \
                or before.x is not line.x or before.y is not line.y:
            self._points, self._seen = drawn_points(line, *axes), None
        self._line, self._logarithmic = line, logarithmic
        self.set_view(across, up)

    def set_view(self, across: Span, up: Span) -> None:
        """Cuts the points at what is seen now, and a little beyond."""
        if self._seen == (across, up):
            return
        self._seen = (across, up)
        room = Span(up.low - up.size * 0.02, up.high + up.size * 0.02)
        if self._look.exact:
            room = up
        self.prepareGeometryChange()
        self._view = QRectF(across.low, up.low, across.size, up.size)
        self._drawn = self._points if self._look.exact else thinned(*self._points, up.size)
        x, y = clipped(*self._drawn, across, room)
        self.setData(x=x, y=y, connect="finite")

    def boundingRect(self) -> QRectF:  # noqa: N802
        """What is seen now: points never lie outside of it."""
        return self._view

    def viewTransformChanged(self) -> None:  # noqa: N802
        """The rectangle is set with the view, so nothing depends on the transform."""

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem,
              widget: QWidget | None = None) -> None:
        """Strokes the path once for a file, several times on the screen."""
        if self.xData is None or len(self.xData) < 2:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setOpacity(self._opacity)
        if self._look.exact:
            self._stroke_once(painter)
        else:
            ratio = widget.devicePixelRatioF() if widget is not None else 1.0
            self._stroke_shifted(painter, ratio)

    def _stroke_shifted(self, painter: QPainter, ratio: float) -> None:
        painter.setPen(self._thin_pen(2.0 if ratio >= 2 else 1.0))
        base, path = painter.worldTransform(), self.getPath()
        for dx, dy in self._shifts(ratio):
            painter.setWorldTransform(base * QTransform.fromTranslate(dx / ratio, dy / ratio))
            painter.drawPath(path)

    def _shifts(self, ratio: float) -> tuple[tuple[float, float], ...]:
        if self._opacity < 1 or (self._look.crowded and not self._selected):
            return _ORDINARY[:1]
        if ratio >= 2:
            return _HEAVIEST if self._selected else _HEAVY
        return _HEAVY if self._selected else _ORDINARY

    def _stroke_once(self, painter: QPainter) -> None:
        """In pixels of the picture, so that a dash has the same length along the whole line."""
        path = painter.worldTransform().map(self.getPath())
        scale = self._look.scale
        width = (1.0 if self._opacity < 1 else 2.0 if self._selected else 1.4) * scale
        painter.setWorldTransform(QTransform())
        painter.setPen(self._pen(width, scale))
        painter.drawPath(path)

    def _thin_pen(self, dash_scale: float) -> QPen:
        """The pen of the screen, kept: making one takes as long as drawing with it."""
        key = dash_scale, self._look.tokens
        if key not in self._pens:
            self._pens[key] = self._pen(1.0, dash_scale)
            self._pens[key].setCosmetic(True)
        return self._pens[key]

    def _pen(self, width: float, dash_scale: float) -> QPen:
        pen = QPen(self._style.colour(self._look.tokens), width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if self._style.dashes:
            pen.setDashPattern([part * dash_scale / width for part in self._style.dashes])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen
