"""The painted part of a plot: a figure laid out in a scene, the same for screen and files."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from engine.figures import Axis, Figure
from gui.plot_corners import emptiest_corner, field_of, shares_of, table_rect
from gui.plot_cursor import Crosshair
from gui.plot_data import Span, bars_span, exact, fitted, order_of, orders_of, place_of, slope_at
from gui.plot_header import Header
from gui.plot_layout import places_of
from gui.plot_look import Look, Shown
from gui.plot_panel import PlotPanel
from gui.readout import Readout, content_of
from gui.theme import styles_for

EMPTY = Figure("empty", "", Axis(""), ())
_CROWDED = 24


class PlotCanvas(pg.GraphicsView):
    """Draws a Figure as a Shown says. Items are reused from one figure to the next."""

    def __init__(self, parent: QWidget | None = None, look: Look | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.look = look or Look()
        self.figure, self.shown = EMPTY, Shown()
        self.panels: list[PlotPanel] = []
        self._pool: list[PlotPanel] = []
        self.home = Span(0.0, 1.0)
        self._framed = False
        self._corner: tuple[float, float] | None = None
        self._structure: tuple[object, ...] = ()
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)
        self.scene().setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self._header, self._crosshair = Header(self.look), Crosshair(self.look)
        self.readout = Readout(self.look)
        for item, height in ((self._header, 15), (self._crosshair, 20), (self.readout, 30)):
            item.setZValue(height)
            self.scene().addItem(item)
        self.look_changed()

    def look_changed(self) -> None:
        """Takes the colours and fonts of now."""
        self.look.forget_fonts()
        self.setBackground(self.look.colour("plot_ground"))
        self.show_figure(self.figure, self.shown)

    def show_figure(self, figure: Figure, shown: Shown) -> None:
        """Draws another figure."""
        self.figure = figure
        while len(self._pool) < len(figure.panels):
            self._pool.append(PlotPanel(self.scene(), self.look))
        self.panels = self._pool[:len(figure.panels)]
        for panel in self._pool:
            panel.set_visible(panel in self.panels)
        lines = [line for panel in figure.panels for line in panel.lines]
        self._styles = styles_for(line.key for line in lines)
        self.look.crowded = len(self._styles) > _CROWDED
        for panel, content in zip(self.panels, figure.panels, strict=True):
            panel.show(content, figure.x, self._styles, shown)
        if shown.across is None:
            self.home = self._whole()
        sizes = () if orders_of(figure) else tuple(len(line.x) for line in lines)
        keys = tuple((panel.order, tuple(line.key for line in panel.lines))
                     for panel in figure.panels)
        before, self._structure = self._structure, (figure.arrangement, keys, sizes)
        if before[:2] != self._structure[:2]:
            self._corner = None
        self.arrange(shown, choose_corner=before != self._structure)

    def _whole(self) -> Span:
        bars = [panel.bars for panel in self.figure.panels if panel.bars is not None]
        if bars:
            return bars_span(bars[0], self.figure.x)
        found = list({id(curve.points[0]): curve.points[0] for panel in self.panels
                      if panel.panel.x is None for curve in panel.curves}.values())
        found += [panel.panel.heat_map.x[[0, -1]] for panel in self.panels
                  if panel.panel.heat_map is not None]
        return exact(found, self.figure.x)

    def arrange(self, shown: Shown, choose_corner: bool = False) -> None:
        """Lays the panels out for the size of now, and shows them so."""
        title = self._header.set_texts(self.figure.title if self.look.exact else "",
                                       self.figure.warning, self.width())
        places = places_of(self.figure, self.width(), self.height(), title, self.look)
        for panel, place in zip(self.panels, places, strict=True):
            panel.place(place.rect, place.left_room, place.labels_x, place.labels_y)
            panel.set_visible(place.seen)
        self.show_as(shown, choose_corner)

    def show_as(self, shown: Shown, choose_corner: bool = False) -> None:
        """Hides, selects, zooms and moves the cursor; the figure stays."""
        across_changed = shown.across != self.shown.across
        self.shown = shown
        for index, panel in enumerate(self.panels):
            if panel.shown is not shown:
                panel.show_as(shown)
            panel.set_spans(self._across(panel), self._up(index, keep=not across_changed))
        self._make_room()
        self._place_readout(choose_corner)
        self._place_cursor()

    def _make_room(self) -> None:
        """Moves plots under each other to the right where texts of ticks would meet the title."""
        if self.figure.arrangement != "rows":
            return
        needed = math.ceil(min(max((panel.room_needed() for panel in self.panels), default=0.0),
                               self.width() / 3))
        for panel in self.panels:
            if panel.has_axes and needed > panel.left_room:
                panel.place(panel.rect.adjusted(needed - panel.left_room, 0, 0, 0), needed,
                            panel.labels_x, panel.labels_y)

    def _across(self, panel: PlotPanel) -> Span:
        """What a panel shows of its x: the same as the others, but for one with an own axis."""
        if panel.panel.x is not None:
            return exact((curve.points[0] for curve in panel.curves), panel.panel.x)
        return self.shown.across or self.home

    def _up(self, index: int, keep: bool) -> Span:
        """What a panel shows upwards: the zoomed span, else one that fits what is visible."""
        panel, shown = self.panels[index], self.shown
        zoomed = shown.up[index] if index < len(shown.up) else None
        if zoomed is not None or panel.panel.bars is not None:
            return zoomed or Span(0.0, 1.0)
        if panel.panel.heat_map is not None:
            return exact([panel.panel.heat_map.y[[0, -1]]], panel.panel.y)
        across = self._across(panel)
        heights = panel.band_heights(across)
        for curve in panel.curves:
            if curve.isVisible():
                x, y = curve.points
                whole = not len(x) or (x[0] >= across.low and x[-1] <= across.high)
                heights.append(y if whole else y[(x >= across.low) & (x <= across.high)])
        same = keep and across == panel.across
        return fitted(heights, panel.panel.y, panel.up if same and heights else None)

    def _place_readout(self, choose_corner: bool) -> None:
        self.readout.setVisible(False)
        if not self.panels or not self.figure.legend or self.panels[0].panel.bars is not None:
            return
        panel, span = self.panels[0], (self.shown.across or self.home).size
        self.readout.set_content(
            content_of(self.figure, self._styles, self.shown, span, not self.look.exact),
            panel.rect.height() - 16)
        size = self.readout.boundingRect().size()
        if choose_corner or self._corner is None:
            self._corner = emptiest_corner(self.panels, self._field, size, self._corner)
        rect = table_rect(size, self._field, self.shown.legend_place or self._corner)
        self.readout.setPos(rect.topLeft())
        for panel in self.panels:
            taken = self.readout.isVisible() and rect.intersects(panel.rect)
            panel.legend_rect = rect if taken else QRectF()

    @property
    def _field(self) -> QRectF:
        """Where the table may lie."""
        return field_of(self.panels, self.figure.arrangement == "columns")

    def _place_cursor(self) -> None:
        shown = self.shown
        cursor = shown.cursor if shown.crosshair else None
        place = None if cursor is None else self.x_place(cursor)
        self._crosshair.set_place(self.panels, place, cursor or 0.0)
        for panel in self.panels:
            drawn = shown.tangent and any(order_of(panel.panel, line) == 0
                                          for line in panel.panel.lines)
            panel.set_slope(slope_at(self.figure, shown.selected, cursor)
                            if drawn and cursor is not None else None)

    def x_place(self, x: float) -> float | None:
        """A value of x in the coordinates of the x axis; None where a log axis has no place."""
        place = place_of(x, self.figure.x.logarithmic)
        return None if math.isnan(place) else place

    def x_value(self, place: float) -> float:
        """The value of x at a place of the x axis."""
        return float(10.0**place) if self.figure.x.logarithmic else place

    def panel_at(self, at: QPointF) -> int | None:
        """The index of the panel under a point."""
        for index, panel in enumerate(self.panels):
            if panel.rect.contains(at):
                return index
        return None

    def over_readout(self, at: QPointF) -> bool:
        """Whether the table lies under a point."""
        return self.readout.isVisible() and self.readout.sceneBoundingRect().contains(at)

    def place_readout_at(self, corner: QPointF) -> Shown:
        """What is shown with the table moved to here."""
        size = self.readout.boundingRect().size()
        return replace(self.shown, legend_place=shares_of(corner, size, self._field))

    def spans(self) -> tuple[Span, Sequence[Span]]:
        """What is seen: the span of x, and that of y of each panel."""
        return self.shown.across or self.home, [panel.up for panel in self.panels]

    def set_framed(self, framed: bool) -> None:
        """Draws the accent frame of the widget with the keyboard, within the edge."""
        self._framed = framed
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: N802
        """The frame lies over everything and belongs to the screen, not to the picture."""
        if self._framed:
            painter.resetTransform()
            painter.setPen(QPen(self.look.colour("accent"), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Lays everything out again."""
        super().resizeEvent(event)
        if hasattr(self, "readout"):
            if self.figure.arrangement == "columns":
                self._corner = None  # a share of two plots is another place in each of them
            self.arrange(self.shown, choose_corner=True)

    def paint_picture(self, painter: QPainter) -> None:
        """Paints the whole plot, ground and all, as large as the widget times the look's scale."""
        scene, size = self.scene(), QRectF(0, 0, self.width(), self.height())
        scale = self.look.scale
        target = QRectF(0, 0, size.width() * scale, size.height() * scale)
        painter.fillRect(target, self.look.colour("plot_ground"))
        scene.prepareForPaint()
        scene.render(painter, target, size)
