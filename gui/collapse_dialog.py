"""The dialog of linear collapse: a run without activations beside the single matrix that it is."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.data.images import ImageData
from engine.data.sources import opened
from engine.errors import LabError
from engine.figures import Figure, Table
from engine.texts import Phrase
from gui import fonts, problems
from gui.export_dialog import ExportDialog
from gui.plot_view import PlotView
from gui.runner import Runner
from gui.table_view import TableView
from gui.texts import tr

_TABLE_HEIGHT = 140


@dataclass(frozen=True)
class CollapseShown:
    """What the dialog shows: the sentences, the numbers and the picture of the matrix."""

    title: Phrase
    words: Phrase
    table: Table
    figure: Figure


def collapsing(
    checkpoint: Path, other: Path | None, data: ImageData | str
) -> Generator[CollapseShown | None, None, None]:
    """Opens runs and data, then folds the network; CollapseShown comes at the end.

    `data` may be the source that is to be opened.
    """
    from engine.device import use_one_thread
    from engine.figures.collapse import collapse_figure, collapse_table, headline, what_follows
    from engine.networks.collapse import collapse
    from engine.training.batches import evaluation_samples
    from engine.training.checkpoints import load

    use_one_thread()
    deep = load(checkpoint)
    yield None
    against = load(other) if other is not None else None
    if isinstance(data, str):
        with closing(opened(data)) as opening:
            for item in opening:
                data = item if isinstance(item, ImageData) else data
                yield None
    name = against.record.function if against else ""
    batches = evaluation_samples(data, "cpu").in_order()
    for done in collapse(deep.network, batches, against.network if against else None):
        yield None if done is None else CollapseShown(
            headline(done), what_follows(done, name), collapse_table(done, data, name),
            collapse_figure(done, data))


class CollapseDialog(QDialog):
    """Folds the run of a checkpoint at once, and again beside the run that is chosen.

    `others` are (name, checkpoint) of runs to compare with; the first is compared at the start.
    `data` may be the source that is to be opened.
    """

    def __init__(self, checkpoint: Path, data: ImageData | str,
                 others: Sequence[tuple[str, Path]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._checkpoint, self._data = checkpoint, data
        self._shown: CollapseShown | None = None
        self.setWindowTitle(tr("Linear collapse"))
        self.resize(820, 680)
        self.headline, self.words = QLabel(tr("Folding the network…")), QLabel()
        self.headline.setProperty("role", "headline")
        self.headline.setWordWrap(True)
        self.words.setWordWrap(True)
        self.table, self.picture = TableView(), PlotView()
        self.table.setFixedHeight(fonts.pixels(_TABLE_HEIGHT))
        self.others = QComboBox()
        self.others.setAccessibleName(tr("Compare with"))
        for name, path in others:
            self.others.addItem(name, path)
        self.others.addItem(tr("No other run"), None)
        self.others.activated.connect(self._begin)
        self._lay_out()
        self.runner = Runner(self)
        self.runner.records.connect(self._arrived)
        self.runner.failed.connect(self._failed)
        self._begin()

    def _lay_out(self) -> None:
        self._save, close = QPushButton(tr("Export…")), QPushButton(tr("Close"))
        self._save.setEnabled(False)
        self._save.clicked.connect(self._export)
        close.setProperty("primary", True)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        label = QLabel(tr("Compare with"))
        label.setProperty("role", "secondary")
        label.setBuddy(self.others)
        below = QHBoxLayout()
        for widget in (label, self.others):
            below.addWidget(widget)
        below.addStretch(1)
        below.addWidget(self._save)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for widget in (self.headline, self.words, self.table):
            column.addWidget(widget)
        column.addWidget(self.picture, 1)
        column.addLayout(below)
        close.setFocus()

    def _begin(self) -> None:
        self.runner.start(collapsing(self._checkpoint, self.others.currentData(), self._data))

    def _arrived(self, records: list[Any]) -> None:
        self._shown = shown = records[-1]
        self.headline.setText(tr(shown.title))
        self.words.setText(tr(shown.words))
        self.table.show_table(shown.table)
        self.picture.show_figure(shown.figure)
        self._save.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LabError):
            self.reject()
            problems.show_problem(self.parentWidget(), error)
            return
        self.headline.setText(tr("The network cannot be folded"))
        self.words.setText(tr(error.phrase))

    def _export(self) -> None:
        ExportDialog(self._shown.figure, self).open()

    def done(self, result: int) -> None:
        """Ends the work that is under way and waits for it."""
        self.runner.shutdown()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing ends the work too."""
        self.runner.shutdown()
        super().closeEvent(event)
