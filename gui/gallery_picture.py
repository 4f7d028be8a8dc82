"""Small heat maps of several functions beside each other, each with its name under it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from engine.figures import Gallery
from gui import colour_maps, theme
from gui.plot_look import Look, draw_sample, draw_text, elided, words
from gui.theme import LineStyle

NAME = 26.0
GAP = 16.0
_LARGEST, _SMALLEST = 480.0, 48.0
_SAMPLE = 22.0


def cells_of(count: int, width: float, height: float, look: Look) -> list[QRectF]:
    """The rectangles of the maps, without their names, as large as the room lets them be."""
    name = NAME * look.font_scale
    best, columns = 0.0, 1
    for tried in range(1, max(count, 1) + 1):
        rows = math.ceil(count / tried)
        side = min((width - GAP * (tried - 1)) / tried,
                   (height - (GAP * 0.4) * (rows - 1)) / rows - name, _LARGEST * look.font_scale)
        if side > best:
            best, columns = side, tried
    return grid_of(count, columns, max(math.floor(best), 1), look)


def grid_of(count: int, columns: int, side: float, look: Look) -> list[QRectF]:
    """Squares of this side in rows of so many."""
    down = side + NAME * look.font_scale + GAP * 0.4
    return [QRectF((index % columns) * (side + GAP), (index // columns) * down, side, side)
            for index in range(count)]


def paint_gallery(painter: QPainter, rect: QRectF, gallery: Gallery, look: Look) -> None:
    """All maps into a rectangle."""
    cells = cells_of(len(gallery.heat_maps), rect.width(), rect.height(), look)
    styles = theme.styles_for(one.key for one in gallery.heat_maps)
    for index, cell in enumerate(cells):
        paint_cell(painter, cell.translated(rect.topLeft()), gallery, index, styles=styles,
                   look=look)


def paint_cell(painter: QPainter, cell: QRectF, gallery: Gallery, index: int,
               *, styles: Mapping[str, LineStyle], look: Look, selected: bool = False) -> None:
    """One map with its line sample and its name; the selected one has a frame."""
    heat_map = gallery.heat_maps[index]
    ratio = painter.device().devicePixelRatioF() * look.scale
    pixels = round(cell.width() * ratio), round(cell.height() * ratio)
    painter.drawImage(cell, colour_maps.picture(heat_map, *pixels, look.tokens))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if selected:
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.drawRect(cell.adjusted(-3, -3, 3, 3))
    else:
        painter.setPen(look.pen("hairline"))
        painter.drawRect(cell)
    middle = cell.bottom() + 15 * look.font_scale
    sample = _SAMPLE if heat_map.key and cell.width() > 1.8 * _SMALLEST else 0.0
    if sample:
        draw_sample(painter, QPointF(cell.left(), middle), sample, styles[heat_map.key], look)
    font = look.font(12, bold=selected)
    left = cell.left() + (sample + 6 if sample else 0)
    name = elided(words(gallery.names[index]), font, cell.right() - left)
    draw_text(painter, QPointF(left, middle), name, font, look.colour("text"))
