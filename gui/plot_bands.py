"""The bands of a panel: what lies between the lowest and the highest of several curves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.figures import Axis, Band
from gui.plot_axes import PanelItem
from gui.plot_data import clean_for_plot

if TYPE_CHECKING:
    from gui.plot_panel import PlotPanel


class BandsItem(PanelItem):
    """Paints each band in the colour of its function, without an edge, behind the curves.

    On the screen they are kept as a picture while only curves or the cursor move.
    """

    def __init__(self, panel: PlotPanel) -> None:
        super().__init__(panel)
        self._painted: tuple[object, ...] = ()
        if not panel.look.exact:
            self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def boundingRect(self) -> QRectF:
        """The plot alone; nothing without a band, so that nothing is kept."""
        return QRectF(self.panel.rect) if self.panel.panel.bands else QRectF()

    def refresh(self) -> None:
        """Paints again only where something that is seen has changed."""
        panel = self.panel
        hidden = tuple(band.key in panel.shown.hidden for band in panel.panel.bands)
        styles = tuple(panel.styles.get(band.key) for band in panel.panel.bands)
        seen = (QRectF(panel.rect), panel.across, panel.up, panel.panel.bands, hidden, styles,
                panel.look.tokens)
        if seen != self._painted:
            moved, self._painted = self._painted[:1] != seen[:1], seen
            super().refresh()
            if moved and self.cacheMode() != QGraphicsItem.CacheMode.NoCache:
                # a picture that reaches beyond the view keeps its old part when its size changes
                self.setCacheMode(QGraphicsItem.CacheMode.NoCache)
                self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem,
              widget: QWidget | None = None) -> None:
        """Cut at the plot by geometry: not every viewer of SVG knows clipping."""
        panel = self.panel
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, panel.look.exact)  # 8 times as fast
        painter.setPen(Qt.PenStyle.NoPen)
        edge = QPolygonF(QRectF(panel.rect))
        for band in panel.panel.bands:
            if band.key in panel.shown.hidden:
                continue
            colour = panel.styles[band.key].colour(panel.look.tokens)
            colour.setAlphaF(panel.look.tokens.band_opacity)
            painter.setBrush(colour)
            for polygon in self._polygons(band):
                painter.drawPolygon(polygon.intersected(edge))

    def _polygons(self, band: Band) -> Iterator[QPolygonF]:
        """One for each piece without a gap."""
        x = self.panel.x_at(clean_for_plot(band.x, self.panel.x_axis.logarithmic))
        low, high = (self.panel.y_at(values) for values in edges_of(band, self.panel.panel.y))
        gaps = np.flatnonzero(np.isnan(x + low + high))
        for piece in np.split(np.arange(len(x)), gaps):
            inside = piece[~np.isin(piece, gaps)]
            if len(inside) > 1:
                there, back = inside.tolist(), inside[::-1].tolist()
                yield QPolygonF([*(QPointF(x[i], low[i]) for i in there),
                                 *(QPointF(x[i], high[i]) for i in back)])


def edges_of(band: Band, y_axis: Axis) -> tuple[np.ndarray, np.ndarray]:
    """Its lowest and highest values in the axis' own coordinates."""
    return (clean_for_plot(band.low, y_axis.logarithmic),
            clean_for_plot(band.high, y_axis.logarithmic))
