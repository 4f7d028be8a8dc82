"""Asks what to do with runs of a race that came to their end before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.texts import tr

_WIDTH = 480


class KnownRunsDialog(QDialog):
    """`go_on_wanted` runs what is missing, `again_wanted` runs all; closing it does neither."""

    go_on_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, known: int, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Runs that are there"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        missing = count - known
        title = QLabel(tr("{known} of {count} runs are there already", known=known, count=count))
        title.setProperty("role", "headline")
        words = QLabel(tr("They came to their end before, with the same settings, seeds and data. "
                          "The same run gives the same numbers."))
        words.setWordWrap(True)
        self.go_on = QPushButton(tr("Go on with the {count} missing", count=missing) if missing
                                 else tr("Show the results"))
        self.again = QPushButton(tr("Run all again"))
        cancel = QPushButton(tr("Cancel"))
        self.go_on.setProperty("primary", True)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._go_on)
        self.again.clicked.connect(self._again)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (cancel, self.again, self.go_on):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(6)
        column.addLayout(buttons)
        self.go_on.setFocus()

    def _go_on(self) -> None:
        self.accept()
        self.go_on_wanted.emit()

    def _again(self) -> None:
        self.accept()
        self.again_wanted.emit()
