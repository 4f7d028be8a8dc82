"""One panel of a figure: its curves between its axes, and the signs on them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TypeVar

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF

from engine.figures import Axis, Line, Panel
from gui.plot_axes import Axes
from gui.plot_bands import BandsItem, edges_of
from gui.plot_bars import BarsItem
from gui.plot_curve import Curve
from gui.plot_data import Span, clean_for_plot, place_of
from gui.plot_image import ImageItem
from gui.plot_look import Look, Shown, words
from gui.plot_signs import Signs
from gui.plot_ticks import Ticks, linear_ticks, log_ticks
from gui.theme import DASH, DOT, SOLID, LineStyle

_EMPTY = Ticks([], [])
_AXIS_TITLE = 23.0
_TRAIL = 0.55
_HIGH, _CLOSE, _LOW = 26.0, 16.0, 80.0
"""Between two ticks upwards; the same in a plot that is lower than the third."""

Places = TypeVar("Places", float, np.ndarray)


def opacity_of(line: Line) -> float:
    """1, weaker for what stands behind; f' over f is a little stronger than f''."""
    return 1.0 if not line.faint else 0.7 if line.order == 1 else 0.45


class PlotPanel:
    """Draws one Panel into a rectangle of a scene; its curves are reused from figure to figure."""

    def __init__(self, scene: pg.GraphicsScene, look: Look) -> None:
        self.look = look
        self.panel = Panel(Axis(""))
        self.x_axis = Axis("")
        self.styles: Mapping[str, LineStyle] = {}
        self.shown = Shown()
        self.rect = QRectF(0, 0, 100, 100)
        self.across, self.up = Span(0.0, 1.0), Span(0.0, 1.0)
        self.x_ticks, self.y_ticks = _EMPTY, _EMPTY
        self.labels_x = True
        self.left_room = 60.0
        self.legend_rect = QRectF()
        self.curves: list[Curve] = []
        self._pool: list[Curve] = []
        self._trail: list[Curve] = []
        self.box = pg.ViewBox(enableMenu=False, enableMouse=False, defaultPadding=0)
        self.box.disableAutoRange()
        self.box.setBorder(None)
        self.labels_y = True
        self._axes, self._signs, self._bars = Axes(self), Signs(self), BarsItem(self)
        self._image, self._bands = ImageItem(self), BandsItem(self)
        for item, height in ((self._axes, -10), (self._image, -5), (self._bands, -3),
                             (self.box, 0), (self._bars, 5), (self._signs, 10)):
            item.setZValue(height)
            scene.addItem(item)

    def set_visible(self, visible: bool) -> None:
        """Shows or hides all of it. Nothing is ever taken off the scene: an item that only the
        collector holds could be freed on another thread."""
        for item in (self._axes, self._image, self._bands, self.box, self._bars, self._signs):
            item.setVisible(visible)

    @property
    def has_axes(self) -> bool:
        """Whether values stand along its edges: only with curves, bars or a heat map."""
        panel = self.panel
        return (panel.relief is None and panel.gallery is None and panel.row_bars is None
                and panel.matrix is None and panel.pictures is None and panel.tiles is None
                and not panel.facts)

    @property
    def map_key(self) -> bool:
        """Whether a scale of colours stands over it."""
        return self.panel.heat_map is not None and self.panel.colour_bar

    def show(self, panel: Panel, x_axis: Axis, styles: Mapping[str, LineStyle],
             shown: Shown) -> None:
        """Takes another panel's contents; the spans stay."""
        self.panel, self.styles, self.shown = panel, styles, shown
        self.x_axis = panel.x or x_axis
        while len(self._pool) < len(panel.lines):
            self._pool.append(Curve(self.look))
            self.box.addItem(self._pool[-1], ignoreBounds=True)
        self.curves = self._pool[:len(panel.lines)]
        for curve in self._pool[len(panel.lines):]:
            curve.setVisible(False)
        self._show_trail(panel)
        for curve, line in zip(self.curves, panel.lines, strict=True):
            curve.show_line(line, (self.x_axis, panel.y), self.across, self.up)
        self.show_as(shown)

    def _show_trail(self, panel: Panel) -> None:
        """Where a moving curve has been: weaker and weaker, behind everything."""
        while len(self._trail) < len(panel.trail):
            self._trail.append(Curve(self.look))
            self.box.addItem(self._trail[-1], ignoreBounds=True)
        for age, curve in enumerate(self._trail):
            curve.setVisible(age < len(panel.trail))
        for age, (curve, line) in enumerate(zip(self._trail, panel.trail, strict=False)):
            curve.show_line(line, (self.x_axis, panel.y), self.across, self.up)
            curve.set_style(self.styles[line.key], False, _TRAIL * (1 - age / len(panel.trail)))
            curve.setZValue(-1)

    def show_as(self, shown: Shown) -> None:
        """Hides, selects and marks; the data stay."""
        self.shown = shown
        for curve, line in zip(self.curves, self.panel.lines, strict=True):
            curve.setVisible(line.key not in shown.hidden)
            curve.set_style(self._style(line), line.key == shown.selected,
                            opacity_of(line))
        self.update()

    def _style(self, line: Line) -> LineStyle:
        """The function's own, but for the dash where the line has one."""
        style = self.styles[line.key]
        dashes = {"solid": SOLID, "dashed": DASH, "dotted": DOT}
        return style._replace(dash_index=dashes[line.dash]) if line.dash else style

    def set_slope(self, slope: float | None) -> None:
        """Draws the tangent of the selected function with this slope, or none."""
        self._signs.slope = slope
        self._signs.refresh()

    def set_spans(self, across: Span, up: Span) -> None:
        """What is seen, in the axes' own coordinates."""
        if (across, up) == (self.across, self.up):
            return
        self.across, self.up = across, up
        self.box.setRange(xRange=across, yRange=up, padding=0)
        for curve in (*self.curves, *self._trail):
            curve.set_view(across, up)
        self.find_ticks()

    def place(self, rect: QRectF, left_room: float, labels_x: bool, labels_y: bool = True) -> None:
        """Where the plot lies; to its left is room for the axis, below it too."""
        self.labels_x, self.labels_y, self.left_room = labels_x, labels_y, left_room
        if rect != self.rect:
            self.rect = rect
            self.box.setGeometry(rect)
        self.find_ticks()

    def room_needed(self) -> float:
        """What the axis at the left needs for the title beside the texts of the ticks of now."""
        if not (self.labels_y and self.has_axes) or self.panel.bars is not None:
            return 0.0
        widest = max((self.look.width(text, self.look.font()) for text in self.y_ticks.texts),
                     default=0.0)
        return widest + 8 + (_AXIS_TITLE * self.look.font_scale if words(self.panel.y.label) else 0)

    def find_ticks(self) -> None:
        """Chooses the ticks for the spans and the size."""
        wide = 46.0 * self.look.font_scale
        high = (_HIGH if self.rect.height() > _LOW * self.look.font_scale else _CLOSE)
        high *= self.look.font_scale
        self.x_ticks = self._ticks(self.x_axis, self.across, self.rect.width(), wide)
        self.y_ticks = _EMPTY if self.panel.bars else \
            self._ticks(self.panel.y, self.up, self.rect.height(), high)
        self.update()

    @staticmethod
    def _ticks(axis: Axis, span: Span, length: float, gap: float) -> Ticks:
        if axis.logarithmic:
            return log_ticks(span.low, span.high, length, gap)
        return linear_ticks(span.low, span.high, length, gap, axis.whole)

    def update(self) -> None:
        """Paints again at the next opportunity."""
        for item in (self._axes, self._image, self._bands, self._bars, self._signs):
            item.refresh()

    def x_at(self, place: Places) -> Places:
        """Pixels of a place on the x axis, in the axis' own coordinates."""
        return self.rect.left() + (place - self.across.low) / self.across.size * self.rect.width()

    def y_at(self, place: Places) -> Places:
        """Pixels of a place on the y axis, in the axis' own coordinates."""
        return self.rect.bottom() - (place - self.up.low) / self.up.size * self.rect.height()

    def pixel(self, x: float, y: float) -> QPointF | None:
        """Where a value is seen; None where it cannot be drawn or lies outside."""
        place, height = place_of(x, self.x_axis.logarithmic), place_of(y, self.panel.y.logarithmic)
        if not math.isfinite(place + height):
            return None
        at = QPointF(self.x_at(place), self.y_at(height))
        return at if self.rect.adjusted(-0.5, -0.5, 0.5, 0.5).contains(at) else None

    def places_at(self, at: QPointF) -> tuple[float, float]:
        """(x, y) of a pixel, in the axes' own coordinates."""
        right = (at.x() - self.rect.left()) / self.rect.width()
        above = (self.rect.bottom() - at.y()) / self.rect.height()
        return self.across.low + right * self.across.size, self.up.low + above * self.up.size

    def visible_lines(self) -> list[Line]:
        """The lines that are not hidden."""
        return [line for line in self.panel.lines if line.key not in self.shown.hidden]

    def band_heights(self, across: Span) -> list[np.ndarray]:
        """Both edges of the bands that are not hidden, where x is seen, in the axis' own
        coordinates."""
        found: list[np.ndarray] = []
        for band in self.panel.bands:
            if band.key not in self.shown.hidden:
                x = clean_for_plot(band.x, self.x_axis.logarithmic)
                inside = (x >= across.low) & (x <= across.high)
                found += [edge[inside] for edge in edges_of(band, self.panel.y)]
        return found

    def visible_pixels(self) -> list[tuple[np.ndarray, np.ndarray]]:
        """The points of the curves that are not hidden, as drawn, in pixels."""
        return [(self.x_at(curve.drawn[0]), self.y_at(curve.drawn[1]))
                for curve in self.curves if curve.isVisible() and len(curve.drawn[0])]
