"""The dialog that downloads FashionMNIST, shows how far it is, and says what went wrong."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.data.fashion_mnist import download_folder
from engine.data.progress import DataProgress
from engine.errors import LabError
from gui import problems
from gui.runner import Runner
from gui.texts import tr

_WIDTH = 520
_STEPS = 1000


def _downloading() -> Generator[DataProgress | None, None, None]:
    from engine.data.download import download

    yield from download(download_folder())


class DownloadDialog(QDialog):
    """Begins at once; `downloaded` comes when all four files are there and right."""

    downloaded = Signal()
    folder_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Download FashionMNIST"))
        self.setMinimumWidth(_WIDTH)
        self._title, self._words = QLabel(), QLabel()
        self._title.setProperty("role", "headline")
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(tr("Progress"))
        self._lay_out()
        self.runner = Runner(self)
        self.runner.records.connect(self._progressed)
        self.runner.finished.connect(self._finished)
        self.runner.failed.connect(self._failed)
        self._begin()

    def _lay_out(self) -> None:
        self._folder, self._again = QPushButton(tr("Choose folder…")), QPushButton(tr("Try again"))
        self._stop = QPushButton(tr("Stop"))
        self._stop.setProperty("danger", True)
        self._again.setProperty("primary", True)
        self._folder.clicked.connect(self._choose)
        self._again.clicked.connect(self._begin)
        self._stop.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._stop, self._folder, self._again):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for widget in (self._title, self._words, self._bar):
            column.addWidget(widget)
        column.addLayout(buttons)

    def _begin(self) -> None:
        self._title.setText(tr("Downloading FashionMNIST"))
        self._words.setText(tr("31 MB go into {folder}", folder=str(download_folder())))
        self._bar.setValue(0)
        self._show_failure(False)
        self.runner.start(_downloading())

    def _progressed(self, records: list[DataProgress]) -> None:
        self._words.setText(tr(records[-1].words))
        self._bar.setValue(round(_STEPS * records[-1].fraction))

    def _finished(self) -> None:
        self.accept()
        self.downloaded.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LabError):
            self.reject()
            problems.show_problem(self.parentWidget(), error)
            return
        self._title.setText(tr("FashionMNIST is not downloaded"))
        self._words.setText(tr(error.phrase))
        self._show_failure(True)
        self._again.setFocus()

    def _show_failure(self, failed: bool) -> None:
        self._bar.setVisible(not failed)
        self._folder.setVisible(failed)
        self._again.setVisible(failed)
        self._stop.setText(tr("Close") if failed else tr("Stop"))
        self._stop.setProperty("danger", not failed)
        self._stop.style().unpolish(self._stop)
        self._stop.style().polish(self._stop)

    def _choose(self) -> None:
        self.reject()
        self.folder_wanted.emit()

    def done(self, result: int) -> None:
        """Ends a download that is under way and waits for it."""
        self.runner.shutdown()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing is stopping."""
        self.runner.shutdown()
        super().closeEvent(event)
