"""A matrix of numbers as coloured cells, with names at its edges and the sums of its rows."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from engine.figures import HeatMap, Matrix
from gui import colour_maps
from gui.colour_bar import BAR, paint_bar
from gui.number_texts import MINUS
from gui.plot_look import CENTRE, LEFT, RIGHT, Look, draw_text, elided, words
from gui.plot_ticks import value_text

_TOP, _SUMS, _NAMES = 20.0, 66.0, 96.0
_WIDEST, _HIGHEST = 84.0, 46.0
_NUMBER_WIDTH, _NUMBER_HEIGHT = 40.0, 15.0
_NARROWEST, _BAR_ROOM = 9.0, 90.0
_SMALLEST_TEXT = 10
_LEAST_HEAD = 40.0
"""Pixels to which the name of a column is shortened before only some are named."""
_PALE = 140
_DIGITS = 3
_SMALL = 0.01
_TINIEST, _HUGEST = 1e-290, 1e300


class _Grid(NamedTuple):
    """The rectangle of the cells, and the size of one; whether there is room for the names of the
    rows and for their sums."""

    rect: QRectF
    wide: float
    high: float
    named: bool
    summed: bool


def paint_matrix(painter: QPainter, rect: QRectF, matrix: Matrix, look: Look) -> None:
    """Names at the left, numbers of the columns on top, cells, sums at the right, colours below."""
    scale = look.font_scale
    grid = _grid(rect, matrix, look)
    shown = matrix.values if matrix.shown is None else matrix.shown
    shades = colour_maps.shades(shown, scale_of(matrix), look.tokens)
    for row, shown in enumerate(shades):
        for column, colour in enumerate(shown):
            _paint_cell(painter, grid, (row, column), QColor(*colour.tolist()),
                        text=cell_text(float(matrix.values[row, column]), matrix), look=look)
    _paint_edges(painter, grid, rect, matrix, look)
    at = QPointF(grid.rect.left(), grid.rect.bottom() + BAR * scale * 0.75)
    colours = scale_of(matrix)
    signed = matrix.digits is None  # counts are written in their cells
    if signed and rect.right() - grid.rect.left() >= 3 * _BAR_ROOM * scale and \
            _TINIEST < colours.limits[1] < _HUGEST:
        paint_bar(painter, at, colours, look)


def cell_text(value: float, matrix: Matrix) -> str:
    """With three decimals; a matrix of small numbers with an exponent: no 0.000 on full colour."""
    if matrix.digits is not None:
        return value_text(value, matrix.digits)
    largest = np.abs(matrix.values).max(initial=0.0, where=np.isfinite(matrix.values))
    if largest >= _SMALL or not abs(value) > largest * 1e-3 or not np.isfinite(value):
        return value_text(value, _DIGITS)
    mantissa, exponent = f"{value:.1e}".split("e")
    return f"{mantissa}e{int(exponent)}".replace("-", MINUS)


def sum_text(value: float, matrix: Matrix) -> str:
    """A sum beside its row."""
    return cell_text(value, matrix) if matrix.sums_digits is None \
        else value_text(value, matrix.sums_digits)


def scale_of(matrix: Matrix) -> HeatMap:
    """The colours of the numbers, as of a heat map around zero."""
    rows, columns = matrix.values.shape
    return HeatMap(np.arange(columns, dtype=float), np.arange(rows, dtype=float),
                   (("value", matrix.values if matrix.shown is None else matrix.shown),), "value",
                   matrix.label, signed=True)


def _grid(rect: QRectF, matrix: Matrix, look: Look) -> _Grid:
    rows, columns = matrix.values.shape
    scale = look.font_scale
    widest = max((look.width(words(name), look.font()) for name in matrix.rows), default=0.0)
    names, sums = min(widest + 14, _NAMES * scale), _SUMS * scale
    high = min((rect.height() - _TOP * scale) / rows, _HIGHEST * scale)
    for named, summed in ((True, True), (True, False), (False, False)):
        left = names if named else look.width(str(rows), look.font()) + 14
        right = sums if summed and matrix.sums is not None else 0.0
        wide = min((rect.width() - left - right) / columns, _WIDEST * scale)
        if wide >= _NARROWEST * scale:
            break
    return _Grid(QRectF(rect.left() + left, rect.top() + _TOP * scale, wide * columns,
                        high * rows), wide, high, named, summed and matrix.sums is not None)


def _paint_cell(painter: QPainter, grid: _Grid, cell: tuple[int, int], colour: QColor,
                *, text: str, look: Look) -> None:
    left, top = grid.rect.left() + cell[1] * grid.wide, grid.rect.top() + cell[0] * grid.high
    place = QRectF(left, top, grid.wide, grid.high)
    painter.setPen(QPen(look.colour("plot_ground"), 1))
    painter.setBrush(colour if colour.alpha() else Qt.BrushStyle.NoBrush)
    painter.drawRect(place)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    scale = look.font_scale
    room = max(_NUMBER_WIDTH * scale, look.width(text, look.font(11)) + 4)
    if grid.wide >= room and grid.high >= _NUMBER_HEIGHT * scale:
        pale = colour.lightness() > _PALE
        ink = QColor("#1A1F26" if pale else "#FFFFFF") if colour.alpha() else look.colour("text")
        draw_text(painter, place.center(), text, look.font(11), ink, side=CENTRE)


def _paint_edges(painter: QPainter, grid: _Grid, rect: QRectF, matrix: Matrix,
                 look: Look) -> None:
    font, colour = look.font(), look.colour("secondary")
    high = grid.rect.top() - _TOP * look.font_scale / 2
    heads = [words(name) for name in matrix.columns]
    widest = max(look.width(head, font) for head in heads) + 4
    least = min(widest, _LEAST_HEAD * look.font_scale)
    step = max(math.ceil(least / grid.wide), 1)
    for index in range(0, len(heads), step):
        draw_text(painter, QPointF(grid.rect.left() + (index + 0.5) * grid.wide, high),
                  elided(heads[index], font, step * grid.wide - 4), font, colour, side=CENTRE)
    pitch = grid.high / look.font_scale
    small = look.font(max(int(min(12.0, pitch)), _SMALLEST_TEXT))
    for index in range(0, len(matrix.rows), max(math.ceil(_SMALLEST_TEXT / pitch - 0.02), 1)):
        middle = grid.rect.top() + (index + 0.5) * grid.high
        name = words(matrix.rows[index]) if grid.named else str(index + 1)
        text = elided(name, small, grid.rect.left() - rect.left() - 10)
        draw_text(painter, QPointF(grid.rect.left() - 10, middle), text, small,
                  look.colour("text"), side=RIGHT)
        if grid.summed:
            draw_text(painter, QPointF(grid.rect.right() + 12, middle),
                      sum_text(float(matrix.sums[index]), matrix), small, look.colour("text"))
    if grid.summed:
        draw_text(painter, QPointF(grid.rect.right() + 12, high), words(matrix.sums_label), font,
                  colour, side=LEFT)
