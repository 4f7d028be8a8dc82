"""What stands in the centre of a page that has nothing to show yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import fonts, theme
from gui.icons import pixmap

_ICON, _WIDEST = 64, 420
_LINE = 0.9


class EmptyPage(QWidget):
    """A line icon, a title, one sentence of what will stand here, and one button."""

    pressed = Signal()

    def __init__(self, icon_name: str, title: str, sentence: str, button: str) -> None:
        super().__init__()
        self._icon_name = icon_name
        self._picture, self._title, self._sentence = QLabel(), QLabel(title), QLabel(sentence)
        self._title.setProperty("role", "title")
        self._sentence.setProperty("role", "lead")
        self._sentence.setWordWrap(True)
        self._sentence.setFixedWidth(fonts.pixels(_WIDEST))
        self.button = QPushButton(button)
        self.button.setProperty("primary", True)
        self.button.setMinimumHeight(34)
        self.button.clicked.connect(self._press)
        column = QVBoxLayout(self)
        column.addStretch(3)
        for label, gap in ((self._picture, 18), (self._title, 6), (self._sentence, 18)):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addLayout(_centred(label))
            column.addSpacing(gap)
        column.addLayout(_centred(self.button))
        column.addStretch(5)
        theme.changed.connect(self._draw_icon)
        self._draw_icon()

    def _press(self) -> None:
        self.pressed.emit()

    def _draw_icon(self) -> None:
        self._picture.setPixmap(pixmap(self._icon_name, "outline", _ICON,
                                       self.devicePixelRatioF(), line=_LINE))


def _centred(widget: QWidget) -> QHBoxLayout:
    """Between stretches, so that a wrapped text still gets the height it needs."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row
