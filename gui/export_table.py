"""A table as a picture: the same rows that the window shows, painted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from engine.figures import Column, Table
from engine.figures.cells import Cell
from engine.figures.intervals import shared_axis
from gui.curve_picture import SIZE, paint_curve
from gui.interval_picture import WIDTH, paint_head, paint_interval
from gui.plot_header import Header
from gui.plot_look import RIGHT, Look, draw_sample, draw_text, elided
from gui.table_model import cell_text, head_text
from gui.theme import styles_for

_INSET = 14.0
_ROW = 26.0
_GAP = 28.0
_SAMPLE = 34.0
_WIDEST = 360.0


class TablePicture:
    """Lays a Table out in its natural size and paints it into a given one."""

    def __init__(self, table: Table, look: Look) -> None:
        table = table.drawn or table
        self._table, self._look = table, look
        keys = [index for index, column in enumerate(table.columns) if column.kind == "key"]
        self._styles = styles_for(row[index] for row in table.rows for index in keys
                                  if row[index] is not None)
        self._heads = [head_text(column) for column in table.columns]
        self._cells = [[_words(column, value)
                        for column, value in zip(table.columns, row, strict=True)]
                       for row in table.rows]
        self._axes = [shared_axis([row[index] for row in table.rows])
                      if column.kind == "interval" else None
                      for index, column in enumerate(table.columns)]
        self._widths = [self._width(index) for index in range(len(table.columns))]

    def _width(self, index: int) -> float:
        look = self._look
        texts = [self._heads[index], *(cells[index] for cells in self._cells)]
        width = max(look.width(text, look.font(13)) for text in texts)
        kind = self._table.columns[index].kind
        if kind == "picture":
            width = max(width, SIZE.width() * look.font_scale)
        if kind == "interval":
            width = 1.5 * WIDTH * look.font_scale
        sample = _SAMPLE if kind == "key" else 0.0
        return min(width, _WIDEST * look.font_scale) + sample

    def natural_size(self) -> QSizeF:
        """Wide and high enough for every cell."""
        width = sum(self._widths) + _GAP * max(len(self._widths) - 1, 0) + 2 * _INSET
        rows = (len(self._cells) + 1) * _ROW * self._look.font_scale
        return QSizeF(width, rows + self._header(width)[1] + 2 * _INSET)

    def _header(self, width: float) -> tuple[Header, float]:
        header = Header(self._look)
        return header, header.set_texts(self._table.title, self._table.warning, width)

    def paint(self, painter: QPainter, width: float, height: float) -> None:
        """Fills the size; a table that is too large for it is made smaller as a whole."""
        look, natural = self._look, self.natural_size()
        shrink = min(1.0, width / natural.width(), height / natural.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(look.scale, look.scale)
        painter.fillRect(0, 0, round(width) + 1, round(height) + 1, look.colour("plot_ground"))
        painter.scale(shrink, shrink)
        header, top = self._header(width / shrink)
        header.paint(painter, None)
        middle = top + _INSET + _ROW * look.font_scale / 2
        self._paint_row(painter, middle, self._heads, "secondary", None)
        for number, cells in enumerate(self._cells):
            middle += _ROW * look.font_scale
            line = round(middle - _ROW * look.font_scale / 2) + 0.5
            painter.setPen(look.pen("hairline"))
            painter.drawLine(QPointF(_INSET, line), QPointF(width / shrink - _INSET, line))
            self._paint_row(painter, middle, cells, "text", number)

    def _paint_row(self, painter: QPainter, middle: float, cells: list[str], colour: str,
                   number: int | None) -> None:
        look, x = self._look, _INSET
        font = look.font(12 if number is None else 13)
        for index, (column, cell) in enumerate(zip(self._table.columns, cells, strict=True)):
            width = self._widths[index]
            if column.kind in ("number", "year"):
                draw_text(painter, QPointF(x + width, middle), cell, font, look.colour(colour),
                          side=RIGHT)
            elif column.kind == "picture" and number is not None:
                self._paint_curve(painter, QPointF(x, middle), self._table.rows[number][index])
            elif column.kind == "interval":
                self._paint_interval(painter, QPointF(x, middle), index, number)
            else:
                sample = _SAMPLE if column.kind == "key" else 0.0
                key = self._table.rows[number][index] if sample and number is not None else None
                if key is not None:
                    draw_sample(painter, QPointF(x, middle), 26, self._styles[key], look)
                value = None if number is None else self._table.rows[number][index]
                tone = value.tone if isinstance(value, Cell) else ""
                draw_text(painter, QPointF(x + sample, middle),
                          elided(cell, font, width - sample + 1), font,
                          look.colour(tone or colour))
            x += width + _GAP

    def _paint_interval(self, painter: QPainter, at: QPointF, index: int,
                        number: int | None) -> None:
        """The axis in the head, a picture in each row."""
        axis, column, look = self._axes[index], self._table.columns[index], self._look
        high = _ROW * look.font_scale
        rect = QRectF(at.x(), at.y() - high / 2, self._widths[index], high)
        if axis is None:
            return
        if number is None:
            paint_head(painter, rect, axis, column, look)
            return
        cell = self._table.rows[number][index]
        keyed = cell is not None and cell.key in self._styles
        colour = self._styles[cell.key].colour(look.tokens) if keyed else look.colour("text")
        paint_interval(painter, rect.adjusted(0, 1, 0, 0), cell, axis, column, colour=colour,
                       look=look)

    def _paint_curve(self, painter: QPainter, at: QPointF, curve: np.ndarray | None) -> None:
        if curve is not None:
            look = self._look
            wide, high = (length * look.font_scale for length in (SIZE.width(), SIZE.height() - 1))
            paint_curve(painter, QRectF(at.x(), at.y() - high / 2, wide, high), curve,
                        look.colour("text"), look.colour("hairline"))


def _words(column: Column, value: Any) -> str:
    """What stands in a cell; a sign is written out, for a picture has no pointer to ask with."""
    if column.kind == "sign":
        return cell_text(replace(column, kind="text"), value)
    return cell_text(column, value)
