"""The dialog that says what happened, why, and what to do; the traceback stands behind Details."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.errors import LabError
from engine.storage.atomic import atomic_write
from gui import fonts, theme
from gui.icons import icon, pixmap
from gui.texts import tr

Action = tuple[str, Callable[[], None]]
_WIDTH, _ICON, _DETAILS_HEIGHT = 600, 30, 150


class ProblemDialog(QDialog):
    """Title, sentence and buttons; the last action is the primary one and has the keyboard."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None, *,
                 details: str, report: str, log: Path, actions: Sequence[Action] = ()) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Activation Lab")
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        self.title, self.sentence = title, sentence
        self._report, self._log = report, log
        self._callbacks: dict[QPushButton, Callable[[], None]] = {}
        self._picture = QLabel()
        self._note = _text("", "small")
        self._note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addLayout(self._head())
        column.addLayout(self._buttons(actions))
        self._make_details(details)
        column.addWidget(self._details)
        column.addWidget(self._note)
        self._primary.setFocus()  # a button takes it only once it stands in the dialog
        theme.changed.connect(self._draw)
        self._draw()

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(_text(self.title, "headline"))
        sentence = _text(self.sentence, "body")
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words.addWidget(sentence)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _buttons(self, actions: Sequence[Action]) -> QHBoxLayout:
        self._fold = QPushButton(tr("Details"))
        self._fold.setProperty("flat", True)
        self._fold.setCheckable(True)
        self._fold.setAutoDefault(False)
        self._fold.setIcon(icon("right", "text", checked_role="text"))
        self._fold.setIconSize(QSize(14, 14))
        self._fold.toggled.connect(self._unfold)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._fold)
        row.addStretch(1)
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        last = close
        for words, callback in actions:
            last = QPushButton(words)
            self._callbacks[last] = callback
            last.clicked.connect(self._act)
            row.addWidget(last)
        last.setProperty("primary", True)
        last.setDefault(True)
        self._primary = last
        return row

    def _make_details(self, details: str) -> None:
        self._text = QPlainTextEdit(details)
        self._text.setReadOnly(True)
        self._text.setFont(fonts.font("code"))
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._text.setFixedHeight(fonts.pixels(_DETAILS_HEIGHT))
        self._text.setAccessibleName(tr("Details"))
        self._text.setTabChangesFocus(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, name, slot in ((tr("Copy"), "copy", self._copy),
                                  (tr("Save report…"), "", self._save),
                                  (tr("Open log"), "", self._open_log)):
            button = QPushButton(words)
            if name:
                button.setIcon(icon(name))
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        self._details = QWidget()
        column = QVBoxLayout(self._details)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._text)
        column.addLayout(row)
        self._details.hide()

    @property
    def details(self) -> str:
        """What stands behind Details."""
        return self._text.toPlainText()

    def add(self, details: str, report: str) -> None:
        """Puts another problem that came meanwhile under the first."""
        self._text.appendPlainText("\n" + details)
        self._report += "\n" + report

    def _unfold(self, open_: bool) -> None:
        self._fold.setIcon(icon("down" if open_ else "right", "text", checked_role="text"))
        self._details.setVisible(open_)

    def _act(self) -> None:
        callback = self._callbacks[self.sender()]
        self.accept()
        callback()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._say(tr("The report is on the clipboard."))

    def _save(self) -> None:
        dialog = QFileDialog(self, tr("Save report"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile("activation-lab-report.txt")
        dialog.fileSelected.connect(self.save_report)
        dialog.open()

    def save_report(self, path: str) -> None:
        """Writes the report; where that fails, the dialog says so."""
        try:
            atomic_write(Path(path), self._report)
        except LabError as error:
            self._say(tr(error.phrase))
            return
        self._say(tr("Saved as {file}.", file=path))

    def _open_log(self) -> None:
        target = self._log if self._log.exists() else self._log.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))):
            self._say(tr("The log is {file}.", file=str(self._log)))

    def _say(self, words: str) -> None:
        self._note.setText(words)
        self._note.show()

    def _draw(self) -> None:
        self._picture.setPixmap(pixmap("error", "danger", _ICON, self.devicePixelRatioF()))


def _text(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setFixedWidth(fonts.pixels(_WIDTH - 40 - _ICON - 16))
    return label
