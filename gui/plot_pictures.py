"""Rows of small pictures with their names, as large as the room lets them be."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from engine.figures import PictureRow, Pictures
from gui.plot_look import CENTRE, RIGHT, Look, draw_text, elided, words

_GAP, _BETWEEN, _NAME_GAP = 3.0, 26.0, 10.0
_LONGEST_NAME, _LARGEST, _MOST_COLUMNS = 130.0, 96.0, 8
_LONGEST_OF_CAPTIONED = 230.0
_LOWEST_TEXT, _CAPTION = 13.0, 14.0


class _Grid(NamedTuple):
    """`columns` of rows beside each other, each picture `wide` by `high`, names `names` wide, and
    `caption` of room under each picture."""

    columns: int
    wide: float
    high: float
    names: float
    caption: float


def paint_pictures(painter: QPainter, rect: QRectF, pictures: Pictures, look: Look) -> None:
    """All rows into a rectangle, in as many columns as let the pictures be largest."""
    rows = [row for row in pictures.rows if len(row.images)]
    if not rows:
        return
    grid = _grid(rect, rows, look)
    down = math.ceil(len(rows) / grid.columns)
    most = max(len(row.images) for row in rows)
    across = grid.names + most * (grid.wide + _GAP) + _BETWEEN
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, grid.wide < _width(rows[0]))
    for index, row in enumerate(rows):
        corner = QPointF(rect.left() + index // down * across,
                         rect.top() + index % down * (grid.high + grid.caption + _GAP))
        _paint_row(painter, corner, row, grid, look)


def _width(row: PictureRow) -> int:
    return row.images.shape[2]


def _grid(rect: QRectF, rows: list[PictureRow], look: Look) -> _Grid:
    height, width = rows[0].images.shape[1:3]
    most = max(len(row.images) for row in rows)
    widest = max(look.width(words(row.name), look.font()) + look.width(
        words(row.note), look.font(11)) for row in rows)
    captioned = any(row.captioned for row in rows)
    caption = _CAPTION * look.font_scale if captioned else 0.0
    longest = _LONGEST_OF_CAPTIONED if captioned else _LONGEST_NAME
    names = min(widest + 2 * _NAME_GAP, longest * look.font_scale)
    best = _Grid(1, 0.0, 0.0, names, caption)
    for columns in range(1, min(_MOST_COLUMNS, len(rows)) + 1):
        down = math.ceil(len(rows) / columns)
        high = min(rect.height() / down - _GAP - caption, _LARGEST * look.font_scale)
        room = (rect.width() - _BETWEEN * (columns - 1)) / columns - names
        wide = min(room / most - _GAP, high * width / height)
        if wide > best.wide:
            best = _Grid(columns, wide, wide * height / width, names, caption)
    room = rect.height() / math.ceil(len(rows) / best.columns) - _GAP - caption
    pitch = max(best.high, min(_LOWEST_TEXT * look.font_scale, room))
    return best._replace(high=pitch) if best.wide > 0 else _Grid(1, 1.0, 1.0, names, caption)


def _paint_row(painter: QPainter, corner: QPointF, row: PictureRow, grid: _Grid,
               look: Look) -> None:
    middle = corner.y() + grid.high / 2
    end = corner.x() + grid.names - _NAME_GAP
    note = words(row.note)
    taken = look.width(note, look.font(11)) + 6 if note else 0.0
    if grid.high >= _LOWEST_TEXT * look.font_scale * 0.8:
        draw_text(painter, QPointF(corner.x(), middle),
                  elided(words(row.name), look.font(), end - corner.x() - taken), look.font(),
                  look.colour("text"))
        draw_text(painter, QPointF(end, middle), note, look.font(11), look.colour("secondary"),
                  side=RIGHT)
    height, width = row.images.shape[1:3]
    high = grid.wide * height / width
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(look.pen("hairline"))
    for place, pixels in enumerate(row.images):
        cell = QRectF(corner.x() + grid.names + place * (grid.wide + _GAP), middle - high / 2,
                      grid.wide, high)
        painter.drawImage(cell, image_of(pixels))
        painter.drawRect(cell)
        text = words(row.captions[place]) if row.captioned else ""
        if text and look.width(text, look.font(11)) <= grid.wide:
            draw_text(painter, QPointF(cell.center().x(), cell.bottom() + grid.caption / 2), text,
                      look.font(11), look.colour("secondary"), side=CENTRE)
            painter.setPen(look.pen("hairline"))


def image_of(pixels: np.ndarray) -> QImage:
    """A picture, uint8 of shape (height, width, channels), as Qt has it; shares no memory."""
    height, width, channels = pixels.shape
    packed = np.ascontiguousarray(pixels)
    form = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
    return QImage(packed.data, width, height, channels * width, form).copy()
