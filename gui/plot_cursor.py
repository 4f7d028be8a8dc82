"""The crosshair: one dotted line through all panels with a tag on the x axis."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from gui.plot_look import CENTRE, Look, draw_text
from gui.plot_panel import PlotPanel
from gui.plot_ticks import position_text


class Crosshair(QGraphicsItem):
    """Follows the cursor of what is shown; stays away where the cursor lies outside."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._panels: Sequence[PlotPanel] = ()
        self._place: float | None = None
        self._text = ""

    def set_place(self, panels: Sequence[PlotPanel], place: float | None, value: float) -> None:
        """Stands at a place of the x axis (in its own coordinates); the tag says the value."""
        self.prepareGeometryChange()
        panels = [panel for panel in panels if panel.panel.bars is None]
        span = panels[0].across if panels else None
        inside = span is not None and place is not None and span.low <= place <= span.high
        self._panels, self._place = panels, place if inside else None
        if span is not None:
            self._text = position_text(value, span.size)
        self.setVisible(bool(inside))
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802
        """All panels, with the room below them for the tag."""
        covered = QRectF()
        for panel in self._panels:
            covered = covered.united(panel.rect)
        return covered.adjusted(-80, 0, 80, 50 * self._look.font_scale)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem,
              widget: QWidget | None = None) -> None:
        """Paints the line over the panels and the gaps between them, then the tags."""
        if self._place is None:
            return
        pen = QPen(self._look.colour("secondary"), 1)
        pen.setDashPattern([1, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        top = None
        for panel in self._panels:
            x = int(panel.x_at(self._place)) + 0.5
            top = panel.rect.top() if top is None else top
            painter.setPen(pen)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, self._look.exact)
            painter.drawLine(QPointF(x, top), QPointF(x, panel.rect.bottom()))
            top = panel.rect.bottom()
            if panel.labels_x:
                self._paint_tag(painter, QPointF(x, panel.rect.bottom()))
                top = None

    def _paint_tag(self, painter: QPainter, foot: QPointF) -> None:
        look = self._look
        font = look.font(bold=True)
        width, height = look.width(self._text, font) + 20, 19 * look.font_scale
        middle = foot.y() + 31 * look.font_scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tag = QRectF(foot.x() - width / 2, middle - height / 2, width, height)
        painter.fillRect(tag, look.colour("text"))
        draw_text(painter, QPointF(foot.x(), middle), self._text, font,
                  look.colour("plot_ground"), side=CENTRE)
