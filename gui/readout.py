"""The table on a plot: legend, and the values at the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.figures import Figure, Line
from gui.plot_data import orders_of, value_at
from gui.plot_look import RIGHT, Look, Shown, draw_sample, draw_text, elided, words
from gui.plot_ticks import position_text, value_text
from gui.table_model import name_of
from gui.texts import tr
from gui.theme import LineStyle

_HEADS = {0: "f", 1: "f \N{PRIME}", 2: "f \N{DOUBLE PRIME}"}
_SAMPLE = 26.0
_INSET = 8.0
_NAME_LEFT = _INSET + _SAMPLE + 8
_ROOMY_ROWS = 8
_MUCH = 0.25


@dataclass(frozen=True)
class Row:
    """One function: its name, its values as texts, and how it is shown."""

    key: str
    name: str
    style: LineStyle
    values: tuple[str, ...] = ()
    hidden: bool = False
    selected: bool = False
    faint: bool = False


@dataclass(frozen=True)
class Content:
    """What the table says. `heads` and `corner` are empty for a legend without values."""

    rows: tuple[Row, ...] = ()
    heads: tuple[str, ...] = ()
    corner: str = ""


def content_of(figure: Figure, styles: Mapping[str, LineStyle], shown: Shown,
               span: float, with_hidden: bool = True) -> Content:
    """The table of a figure: values at the cursor where derivatives are shown, else a legend."""
    orders = orders_of(figure)
    reads = bool(orders) and shown.crosshair and shown.cursor is not None
    rows = []
    for key, line in _first_lines(figure).items():
        if key in shown.hidden and not with_hidden:
            continue
        values = tuple(_value(lines.get(key), shown.cursor) for lines in orders.values()) \
            if reads and shown.cursor is not None else ()
        rows.append(Row(key, _name(figure, line), styles[key], values, key in shown.hidden,
                        bool(orders) and key == shown.selected, line.faint))
    if not reads or shown.cursor is None:
        return Content(tuple(rows))
    corner = f"{words(figure.x.label)} = {position_text(shown.cursor, span)}"
    return Content(tuple(rows), tuple(_HEADS.get(order, str(order)) for order in orders), corner)


def _first_lines(figure: Figure) -> dict[str, Line]:
    """Key to the line that stands for it: the first that is not faint."""
    lines: dict[str, Line] = {}
    for line in (line for panel in figure.panels for line in panel.lines):
        if line.key not in lines or (lines[line.key].faint and not line.faint):
            lines[line.key] = line
    return lines


def _name(figure: Figure, line: Line) -> str:
    """The line's label; the function's name where several lines (seeds, orders) have its key."""
    labels = {words(other.label) for panel in figure.panels for other in panel.lines
              if other.key == line.key and other.faint == line.faint}
    return words(line.label) if len(labels) == 1 else name_of(line.key)


def _value(line: Line | None, cursor: float | None) -> str:
    return value_text(None if line is None or cursor is None else value_at(line, cursor))


class Readout(QGraphicsItem):
    """Paints a Content at its position; knows which part of it lies under a point."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._content = Content()
        self._rows: tuple[Row, ...] = ()
        self._names = self._values = 0.0

    def set_content(self, content: Content, room: float) -> None:
        """Shows this; rows that do not fit into the room (px) are counted in the last one, and on
        the screen those that would cover much of it. The selected one is always shown."""
        self.prepareGeometryChange()
        self._content = content
        self._rows = self._fitting(room)
        look = self._look
        bold = look.font(bold=True)
        most = 300 * look.font_scale
        self._names = min(most, max((look.width(row.name, bold) for row in content.rows),
                                    default=0.0))
        texts = [value for row in content.rows for value in row.values]
        widest = max((look.width(text, bold) for text in texts), default=0.0)
        self._values = max(widest, 44 * look.font_scale) + 18 if content.heads else 0.0
        corner = look.width(content.corner, bold) - _NAME_LEFT + _INSET
        self._names = max(self._names, corner)
        self.setVisible(bool(content.rows))
        self.update()

    @property
    def row_height(self) -> float:
        """26 with values, 20 as a legend or when there are many rows."""
        roomy = self._content.heads and len(self._content.rows) <= _ROOMY_ROWS
        return (26.0 if roomy else 20.0) * self._look.font_scale

    def _fitting(self, room: float) -> tuple[Row, ...]:
        """The rows that are shown; one more is kept for the count of the others."""
        rows = self._content.rows
        most = int(room // self.row_height) - bool(self._content.heads)
        if not self._look.exact:  # a file is read without asking for the others
            most = min(most, max(_ROOMY_ROWS + 1, int(_MUCH * room // self.row_height)))
        if len(rows) <= most:
            return rows
        shown = rows[:max(most - 1, 0)]
        chosen = tuple(row for row in rows[len(shown):] if row.selected)
        return shown[:len(shown) - len(chosen)] + chosen if shown else chosen

    def boundingRect(self) -> QRectF:  # noqa: N802
        """The table's size, from (0, 0)."""
        rows = len(self._rows)
        rows += (rows < len(self._content.rows)) + bool(self._content.heads)
        width = _NAME_LEFT + self._names + self._values * len(self._content.heads) + _INSET
        return QRectF(0, 0, round(width), round(rows * self.row_height))

    def part_at(self, at: QPointF) -> tuple[str, str] | None:
        """(key, "name" or "sample") of the row at a point in the item; None beside the rows."""
        number = int(at.y() // self.row_height) - bool(self._content.heads)
        if not self.boundingRect().contains(at) or not 0 <= number < len(self._rows):
            return None
        on_name = _NAME_LEFT - 4 <= at.x() <= _NAME_LEFT + self._names + 4
        return self._rows[number].key, "name" if on_name else "sample"

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem,
              widget: QWidget | None = None) -> None:
        """Paints the ground, the head and the rows with hairlines between them."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, rect, height = self._look, self.boundingRect(), self.row_height
        painter.fillRect(rect, look.colour("plot_ground"))
        middle = height / 2
        if self._content.heads:
            self._paint_head(painter, middle)
            middle += height
        for row in self._rows:
            if self._content.heads:
                painter.setPen(look.pen("hairline"))
                line = int(middle - height / 2) + 0.5
                painter.drawLine(QPointF(0, line), QPointF(rect.width(), line))
            self._paint_row(painter, row, middle)
            middle += height
        left = len(self._content.rows) - len(self._rows)
        if left:
            draw_text(painter, QPointF(_NAME_LEFT, middle), tr("and {count} more", count=left),
                      look.font(), look.colour("secondary"))

    def _paint_head(self, painter: QPainter, middle: float) -> None:
        look, rect = self._look, self.boundingRect()
        draw_text(painter, QPointF(_INSET, middle), self._content.corner, look.font(bold=True),
                  look.colour("text"))
        for number, head in enumerate(reversed(self._content.heads)):
            at = QPointF(rect.width() - _INSET - number * self._values, middle)
            draw_text(painter, at, head, look.font(italic=True), look.colour("secondary"),
                      side=RIGHT)

    def _paint_row(self, painter: QPainter, row: Row, middle: float) -> None:
        look, rect = self._look, self.boundingRect()
        painter.setOpacity(0.4 if row.hidden else 1.0)
        if not row.hidden:
            draw_sample(painter, QPointF(_INSET, middle), _SAMPLE, row.style, look,
                        faint=row.faint)
        font = look.font(bold=row.selected, struck=row.hidden)
        colour = look.colour("secondary" if row.hidden else "text")
        painter.setOpacity(1.0)
        name = elided(row.name, font, self._names + 1)
        draw_text(painter, QPointF(_NAME_LEFT, middle), name, font, colour)
        if row.hidden:
            return
        for number, value in enumerate(reversed(row.values)):
            at = QPointF(rect.width() - _INSET - number * self._values, middle)
            draw_text(painter, at, value, look.font(bold=row.selected), colour, side=RIGHT)
