"""What a panel shows that is no curve: a map, a relief, a gallery, rows, pictures and so on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from engine.figures import HeatMap
from gui import colour_maps
from gui.colour_bar import BAR, paint_bar, paint_point
from gui.gallery_picture import paint_gallery
from gui.height_field import paint_relief
from gui.plot_axes import PanelItem
from gui.plot_layout import FACT
from gui.plot_look import RIGHT, Look, draw_text, words
from gui.plot_matrix import paint_matrix
from gui.plot_pictures import paint_pictures
from gui.plot_rows import paint_rows
from gui.plot_ticks import tick_text, value_text
from gui.plot_tiles import paint_tiles

if TYPE_CHECKING:
    from gui.plot_panel import PlotPanel

_FACT_GAP = 20.0
_DASHES = [5.0, 3.0]


class ImageItem(PanelItem):
    """Paints the content of a panel that has no curves of its own."""

    def __init__(self, panel: PlotPanel) -> None:
        super().__init__(panel)
        self._image = QImage()
        self._made_of: tuple[object, ...] = ()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem,
              widget: QWidget | None = None) -> None:
        """Paints whichever there is."""
        panel, look, rect = self.panel.panel, self.panel.look, self.panel.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if panel.heat_map is not None:
            self._paint_map(painter, panel.heat_map, widget)
        elif panel.relief is not None:
            paint_relief(painter, rect, panel.relief, panel.cursor, look)
        elif panel.gallery is not None:
            at = QPointF(rect.left(), rect.top() + BAR * look.font_scale / 2)
            if panel.gallery.heat_maps:
                paint_bar(painter, at, panel.gallery.heat_maps[0], look)
            paint_gallery(painter, rect.adjusted(0, BAR * look.font_scale, 0, 0), panel.gallery,
                          look)
        elif panel.row_bars is not None:
            paint_rows(painter, rect, panel.row_bars, look)
        elif panel.matrix is not None:
            paint_matrix(painter, rect, panel.matrix, look)
        elif panel.pictures is not None:
            paint_pictures(painter, rect, panel.pictures, look)
        elif panel.tiles is not None:
            paint_tiles(painter, rect, panel.tiles, look)
        elif panel.facts:
            self._paint_facts(painter)

    def _paint_map(self, painter: QPainter, heat_map: HeatMap, widget: QWidget | None) -> None:
        look, rect = self.panel.look, self.panel.rect
        painter.drawImage(rect, self._picture(heat_map, widget))
        at = self._cursor_place()
        paint_contours(painter, rect, heat_map, look, at)
        if at is not None:
            self._paint_cursor(painter, heat_map, at)
        painter.setPen(look.pen("axis"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        if self.panel.panel.colour_bar:
            at = QPointF(rect.left(), rect.top() - BAR * look.font_scale / 2 - 2)
            paint_bar(painter, at, heat_map, look)

    def _picture(self, heat_map: HeatMap, widget: QWidget | None) -> QImage:
        """Made again only where the map, its size or the theme has changed."""
        look, rect = self.panel.look, self.panel.rect
        ratio = look.scale if widget is None else look.scale * widget.devicePixelRatioF()
        width, height = (round(length * ratio) for length in (rect.width(), rect.height()))
        made_of = (heat_map, heat_map.shown, width, height, look.tokens)
        if made_of != self._made_of:
            self._made_of = made_of
            self._image = colour_maps.picture(heat_map, width, height, look.tokens)
        return self._image

    def _cursor_place(self) -> QPointF | None:
        """Where the cursor is seen, if it is."""
        cursor = self.panel.panel.cursor
        if cursor is None:
            return None
        at = QPointF(float(self.panel.x_at(cursor[0])), float(self.panel.y_at(cursor[1])))
        return at if self.panel.rect.adjusted(-1, -1, 1, 1).contains(at) else None

    def _paint_cursor(self, painter: QPainter, heat_map: HeatMap, at: QPointF) -> None:
        """A solid line along x, a dashed one along y, and a dot where they cross."""
        look, rect = self.panel.look, self.panel.rect
        ink, _ = colour_maps.line_colour(heat_map, look.tokens)
        pen = QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(rect.left(), at.y(), rect.right(), at.y()))
        pen.setDashPattern([part / 1.5 for part in _DASHES])
        painter.setPen(pen)
        painter.drawLine(QLineF(at.x(), rect.bottom(), at.x(), rect.top()))
        paint_point(painter, at)

    def _paint_facts(self, painter: QPainter) -> None:
        """Names left, numbers right, a hairline under each; more columns where they are high."""
        look, facts = self.panel.look, self.panel.panel.facts
        row = FACT * look.font_scale
        for index, (name, value) in enumerate(facts):
            rect, place = fact_place(self.panel.rect, row, len(facts), index)
            middle = rect.top() + (place + 0.5) * row
            draw_text(painter, QPointF(rect.left(), middle), words(name), look.font(),
                      look.colour("secondary"))
            draw_text(painter, QPointF(rect.right(), middle), value_text(value, 3),
                      look.font(), look.colour("text"), side=RIGHT)
            painter.setPen(look.pen("hairline"))
            line = round(middle + row / 2) - 0.5
            painter.drawLine(QLineF(rect.left(), line, rect.right(), line))


def fact_place(rect: QRectF, row: float, count: int, index: int) -> tuple[QRectF, int]:
    """The column of a fact, and its place in it; one column where all rows fit."""
    rows = max(int(rect.height() / row), 1)
    columns = math.ceil(count / rows)
    rows = math.ceil(count / columns)
    wide = (rect.width() - _FACT_GAP * (columns - 1)) / columns
    left = rect.left() + index // rows * (wide + _FACT_GAP)
    return QRectF(left, rect.top(), wide, rect.height()), index % rows


def paint_contours(painter: QPainter, rect: QRectF, heat_map: HeatMap, look: Look,
                   cursor: QPointF | None = None) -> None:
    """The lines of equal height over a map, each with its level where there is room."""
    if not heat_map.contours:
        return
    ink, halo = colour_maps.line_colour(heat_map, look.tokens)
    across, up = heat_map.x[-1] - heat_map.x[0], heat_map.y[-1] - heat_map.y[0]
    soft = QColor(ink)
    soft.setAlphaF(0.8)
    under = QColor(halo)
    under.setAlphaF(0.16)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    levels = [line.level for line in heat_map.contours]
    step = min(np.diff(levels), default=None)
    placed: list[tuple[QPointF, float]] = []
    for line in heat_map.contours:
        xs = rect.left() + (line.x - heat_map.x[0]) / across * rect.width()
        ys = rect.bottom() - (line.y - heat_map.y[0]) / up * rect.height()
        lines = []
        for piece in np.split(np.stack((xs, ys), axis=1), np.flatnonzero(np.isnan(xs))):
            whole = piece[~np.isnan(piece[:, 0])]
            lines.append(QPolygonF([QPointF(x, y) for x, y in whole.tolist()]))
        for pen in (QPen(under, 2.4), QPen(soft, 1)):
            painter.setPen(pen)
            for polygon in lines:
                painter.drawPolyline(polygon)
        at = _label_place(xs, ys, rect, [place for place, _ in placed], look,
                          cursor=cursor)
        if at is not None:
            placed.append((at, line.level))
    for at, level in placed:
        path = _level_path(at, tick_text(level, step), look)
        painter.setPen(QPen(halo, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
                            Qt.PenJoinStyle.RoundJoin))
        painter.drawPath(path)
        painter.fillPath(path, ink)


def _label_place(xs: np.ndarray, ys: np.ndarray, rect: QRectF, taken: list[QPointF],
                 look: Look, *, cursor: QPointF | None) -> QPointF | None:
    """A point of the line away from the edges, from the other labels and from the lines of the
    cursor, near the upper right."""
    gap = 32 * look.font_scale
    inner = rect.adjusted(gap / 2, gap / 2, -gap / 2, -gap / 2)
    with np.errstate(invalid="ignore"):
        free = ((xs > inner.left()) & (xs < inner.right()) & (ys > inner.top())
                & (ys < inner.bottom()))
        for place in taken:
            free &= np.hypot(xs - place.x(), ys - place.y()) > gap
        if cursor is not None:
            free &= (np.abs(xs - cursor.x()) > gap / 2) & (np.abs(ys - cursor.y()) > gap / 3)
    if not free.any():
        return None
    wanted = rect.left() + 0.86 * rect.width(), rect.top() + 0.3 * rect.height()
    distance = np.where(free, np.hypot(xs - wanted[0], ys - wanted[1]), np.inf)
    best = int(distance.argmin())
    return QPointF(float(xs[best]), float(ys[best]))


def _level_path(at: QPointF, text: str, look: Look) -> QPainterPath:
    """The outline of a text with its middle at a point."""
    path = QPainterPath()
    path.addText(0, 0, look.font(11, bold=True), text)
    path.translate(at - path.boundingRect().center())
    return path
