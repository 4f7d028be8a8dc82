"""One run in depth: its confusion matrix, the pictures it gets wrong, its first weights."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from engine.data.images import ImageData
from engine.device import use_one_thread
from engine.errors import InputError, LabError
from engine.figures import Figure
from engine.networks.functions import NO_ACTIVATION
from engine.texts import Phrase
from engine.training.history import RunHistory
from engine.training.race_history import RaceHistory
from gui.collapse_dialog import CollapseDialog
from gui.pages.training_chooser import RunChooser
from gui.picker import name_of
from gui.plot_view import PlotView
from gui.runner import Runner
from gui.sections import link
from gui.segmented import Segmented
from gui.texts import tr

KINDS = ("confusion", "wrong", "weights")


@dataclass(frozen=True)
class RunPictures:
    """The pictures of the run whose checkpoint lies at `path`; a sentence where one cannot be."""

    path: Path
    confusion: Figure
    wrong: Figure
    weights: Figure | Phrase


def _tested(path: Path, data: ImageData) -> Generator[RunPictures | None]:
    """Reads the checkpoint back and tests it; torch is loaded here and not before."""
    from engine.figures.outcomes import confusion_figure, misclassified_figure
    from engine.figures.weights_images import first_weights_figure
    from engine.training.checkpoints import load
    from engine.training.outcomes import Outcomes, outcomes_of

    use_one_thread()
    checkpoint = load(path)
    found: Outcomes | None = None
    for item in outcomes_of(checkpoint, data):
        found = item if isinstance(item, Outcomes) else found
        yield None
    try:
        weights: Figure | Phrase = first_weights_figure(checkpoint, data)
    except InputError as error:
        weights = error.phrase
    yield RunPictures(path, confusion_figure(found, checkpoint.record, data),
                      misclassified_figure(found, checkpoint.record, data), weights)


def has_checkpoint(run: RunHistory) -> bool:
    """Whether a run has ended and was kept."""
    return run.status != "running" and run.checkpoint is not None and run.last is not None


def _beside(history: RaceHistory, seed: int) -> list[tuple[str, Path]]:
    """The kept runs of other functions by name, those of this seed first."""
    found = [(other, tr("{name}, seed {seed}", seed=other, name=name_of(entry.function)),
              run.checkpoint)
             for entry in history.entries for other, run in entry.runs.items()
             if entry.function != NO_ACTIVATION and has_checkpoint(run)]
    return [(name, path) for other, name, path in sorted(found, key=lambda item: item[0] != seed)]


class OutcomesView(QWidget):
    """Tests the chosen run once and shows one of its pictures; `chosen` as RunChooser's."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot, self._words, self._stack = PlotView(), QLabel(), QStackedWidget()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "lead")
        self._found: RunPictures | None = None
        self._wanted: Path | None = None
        self.runner = Runner(self)
        self.runner.records.connect(self._arrived)
        self.runner.failed.connect(self._failed)
        self.chooser = RunChooser(has_checkpoint)
        self.chooser.chosen.connect(self.chosen)
        self.kinds = Segmented(
            [("confusion", tr("Confusion")), ("wrong", tr("Wrong pictures")),
             ("weights", tr("First weights"))], tr("Picture"),
            tips=(tr("Confusion: which class is taken for which"),
                  tr("Wrong pictures: those that the run is surest of"),
                  tr("First weights: what each unit of the first layer looks for")))
        self.kinds.chosen.connect(self._draw)
        self.fold = link(tr("Linear collapse…"))
        self.fold.setToolTip(tr("This run has no activation: shows the single matrix that it is"))
        self.fold.clicked.connect(self._fold)
        self.fold.hide()
        self._foldable: tuple[Path, ImageData, list[tuple[str, Path]]] | None = None
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 20, 2)
        head.addWidget(self.kinds)
        head.addStretch(1)
        head.addWidget(self.fold)
        head.addWidget(self.chooser)
        for widget in (self._words, self.plot):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def show_race(self, history: RaceHistory, data: ImageData, selected: str) -> None:
        """Shows the run of the selected competitor, or says why there is none."""
        run = self.chooser.show_runs(history, selected)
        path = None if run is None else run.checkpoint
        folds = path is not None and run.function == NO_ACTIVATION
        self._foldable = (path, data, _beside(history, run.seed)) if folds else None
        self.fold.setVisible(folds)
        if path is not None and path == self._wanted:
            return
        self._wanted, self._found = path, None
        if path is None:
            self._say(tr("What a run takes for what will stand here when one has come to its "
                         "end."))
        else:
            self._say(tr("Testing the run on {count} pictures…",
                         count=f"{len(data.test_labels):,}"))
            self.runner.start(_tested(path, data))

    def _fold(self) -> None:
        """Opens the dialog that folds the run into one matrix."""
        path, data, others = self._foldable
        dialog = CollapseDialog(path, data, others, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_kind(self, kind: str) -> None:
        """Shows one of KINDS."""
        self.kinds.set_key(kind)
        self._draw()

    def picture(self) -> Figure | None:
        """The picture that is seen."""
        found = None if self._found is None else self._figure(self._found)
        return found if isinstance(found, Figure) else None

    @property
    def ready(self) -> bool:
        """Whether nothing is being tested."""
        return not self.runner.running

    def close_work(self) -> None:
        """Ends the test."""
        self.runner.shutdown()

    def _arrived(self, records: list[RunPictures]) -> None:
        if records[-1].path == self._wanted:
            self._found = records[-1]
            self._draw()

    def _failed(self, error: Exception) -> None:
        """A run that is not there any more, or damaged; faults of the program go on."""
        if not isinstance(error, LabError):
            raise error
        self._say(tr(error.phrase))

    def _figure(self, found: RunPictures) -> Figure | Phrase:
        return getattr(found, self.kinds.key)

    def _draw(self) -> None:
        if self._found is None:
            return
        figure = self._figure(self._found)
        if isinstance(figure, Figure):
            self.plot.show_figure(figure)
            self._stack.setCurrentWidget(self.plot)
        else:
            self._say(tr(figure))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._stack.setCurrentWidget(self._words)
