"""Small maps beside each other without names, pixel by pixel, with their scale of colours."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from engine.figures import HeatMap, Tiles
from gui import colour_maps
from gui.colour_bar import BAR, paint_bar
from gui.plot_look import Look

_GAP, _LARGEST = 3.0, 96.0


def paint_tiles(painter: QPainter, rect: QRectF, tiles: Tiles, look: Look) -> None:
    """As large as the room lets them be, row by row from the left."""
    if not len(tiles.values):
        return
    scale = _scale_of(tiles)
    paint_bar(painter, QPointF(rect.left(), rect.top() + BAR * look.font_scale / 2), scale, look)
    room = rect.adjusted(0, BAR * look.font_scale + 4, 0, 0)
    count, height, width = tiles.values.shape
    columns, wide, high = _fitting(count, width / height, room, look)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    shades = colour_maps.shades(tiles.values, scale, look.tokens)
    for index, shade in enumerate(shades):
        left = room.left() + index % columns * (wide + _GAP)
        top = room.top() + index // columns * (high + _GAP)
        painter.drawImage(QRectF(left, top, wide, high), colour_maps.image_of(shade))


def _fitting(count: int, ratio: float, room: QRectF, look: Look) -> tuple[int, float, float]:
    """Columns, and width and height of a tile."""
    best = (1, 1.0, 1.0)
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        high = min((room.height() - _GAP * (rows - 1)) / rows, _LARGEST * look.font_scale,
                   ((room.width() - _GAP * (columns - 1)) / columns) / ratio)
        if high > best[2]:
            best = (columns, high * ratio, high)
    return best


def _scale_of(tiles: Tiles) -> HeatMap:
    """The colours of all of them: the same around zero."""
    flat = np.asarray(tiles.values, dtype=float).reshape(len(tiles.values), -1)
    return HeatMap(np.arange(flat.shape[1], dtype=float), np.arange(len(flat), dtype=float),
                   (("value", flat),), "value", tiles.label, signed=True)
