"""The lines above a plot: its title in a file, and its warning everywhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from engine.figures.figure import Text
from gui.plot_look import RIGHT, Look, draw_text, elided, words

_INSET = 14.0
_LINE = 24.0


class Header(QGraphicsItem):
    """A title at the left and a warning at the right; below it where both do not fit."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = self._warning = ""
        self._width = 0.0
        self._lines = 0

    def set_texts(self, title: Text, warning: Text, width: float) -> float:
        """Shows these; gives the height that they take, 0 without any."""
        self.prepareGeometryChange()
        look = self._look
        self._title, self._warning, self._width = words(title), words(warning), width
        wide = look.width(self._title, look.font(15, bold=True)) + \
            look.width(self._warning, look.font()) + 3 * _INSET
        both = bool(self._title and self._warning)
        self._lines = 2 if both and wide > width else int(bool(self._title or self._warning))
        self.setVisible(self._lines > 0)
        self.update()
        return self._lines * _LINE * look.font_scale

    def boundingRect(self) -> QRectF:  # noqa: N802
        """The whole width."""
        return QRectF(0, 0, self._width, self._lines * _LINE * self._look.font_scale + 8)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem,
              widget: QWidget | None = None) -> None:
        """Writes one or two lines."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, room = self._look, self._width - 2 * _INSET
        middle = 16 * look.font_scale
        if self._title:
            font = look.font(15, bold=True)
            draw_text(painter, QPointF(_INSET, middle), elided(self._title, font, room), font,
                      look.colour("text"))
        if self._warning:
            middle += (self._lines - 1) * _LINE * look.font_scale
            text = elided(self._warning, look.font(), room)
            draw_text(painter, QPointF(self._width - _INSET, middle), text, look.font(),
                      look.colour("warning"), side=RIGHT)
