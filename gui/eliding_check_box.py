"""A check box that is as narrow as its panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)


class ElidingCheckBox(QCheckBox):
    """As narrow as its panel: a text that does not fit is shortened, and the pointer is told."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As any check box, with the text that fits."""
        painter, option = QStylePainter(self), QStyleOptionButton()
        self.initStyleOption(option)
        whole = option.text
        place = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        option.text = self.fontMetrics().elidedText(
            whole, Qt.TextElideMode.ElideRight, place.width())
        self.setToolTip(whole if option.text != whole else "")
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
