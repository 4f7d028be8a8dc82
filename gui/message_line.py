"""One line above a plot that needs no answer: icon, sentence, one link, close."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from gui import theme
from gui.icons import icon, pixmap
from gui.texts import tr

_ICON = 16
_LOOKS = {"info": ("information", "accent"), "warning": ("warning", "warning"),
          "error": ("error", "danger")}


class MessageLine(QFrame):
    """Hidden until `say`; a later sentence replaces the one that is shown."""

    link_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageLine")
        self._kind = "info"
        self._callback: Callable[[], None] | None = None
        self._picture, self._sentence = QLabel(), QLabel()
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._link = QPushButton()
        self._link.setProperty("link", True)
        self._link.clicked.connect(self._press)
        close = QToolButton()
        close.setIcon(icon("close", "secondary"))
        close.setIconSize(QSize(_ICON, _ICON))
        close.setToolTip(tr("Close this message"))
        close.setAccessibleName(tr("Close this message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 10, 4)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._link)
        row.addWidget(close)
        theme.changed.connect(self._draw)
        self.hide()

    @property
    def sentence(self) -> str:
        """What the line says."""
        return self._sentence.text()

    def say(self, kind: str, sentence: str, link: str = "",
            callback: Callable[[], None] | None = None) -> None:
        """Shows a sentence. `kind` is info, warning or error; `link` runs the callback."""
        self._kind = kind
        self._callback = callback
        self._sentence.setText(sentence)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self.setProperty("kind", kind)
        self.setAccessibleName(sentence)
        self._draw()
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()

    def _press(self) -> None:
        callback = self._callback
        self.hide()
        self.link_pressed.emit()
        if callback is not None:
            callback()

    def _draw(self) -> None:
        name, role = _LOOKS[self._kind]
        self._picture.setPixmap(pixmap(name, role, _ICON, self.devicePixelRatioF()))
