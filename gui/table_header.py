"""The head of a table: names, and over a column of intervals the numbers of their axis."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from gui.interval_picture import paint_head
from gui.plot_look import Look
from gui.table_model import TableModel


class TableHeader(QHeaderView):
    """A horizontal head that can be pressed for another order."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """As usual; an axis over what has one."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        model = self.model()
        axis = model.interval_axis(section) if isinstance(model, TableModel) else None
        if axis is not None and isinstance(model, TableModel):
            painter.save()
            paint_head(painter, QRectF(rect), axis, model.table.columns[section], self._look)
            painter.restore()
