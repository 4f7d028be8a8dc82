"""The Runs page: every training that was kept, against a pinned baseline."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QSplitter, QStackedWidget, QVBoxLayout

from engine.errors import LabError
from engine.figures import Figure, Table
from engine.figures.runs import run_name, runs_figure, runs_table, shown_columns
from engine.storage.runs import Known
from engine.storage.runs_rows import EpochRow, StoredRun, plain_note
from engine.training.records import StepsDone
from engine.training.run_keeping import KeepingTold
from gui import problems
from gui.empty_page import EmptyPage
from gui.page import Page
from gui.pages.runs_bar import RunsBar
from gui.pages.runs_edits import RunsEdits
from gui.pages.runs_filters import RunFilters, RunFiltersPanel
from gui.pages.runs_panel import RunsPanel
from gui.pages.runs_steps import (
    Edit,
    EpochsRead,
    FilesTaken,
    FileWritten,
    RunsListed,
    RunsTold,
    Texts,
    begun,
    database_stamp,
    epochs_read,
    exported,
    gone_on,
    imported,
    listed,
    search_text,
)
from gui.pages.runs_table import RunsView
from gui.plot_look import Shown
from gui.plot_view import PlotView
from gui.runner import Runner
from gui.sections import inset
from gui.texts import tr

_LOOK_MS = 1500
_MOST_CURVES = 24
"""More curves than these in one picture cannot be told apart."""


@dataclass(frozen=True)
class RunsCarried:
    """What a person set and did on this page."""

    filters: RunFilters
    words: str
    chosen: tuple[int, ...]
    sorting: tuple[str, bool]
    compared: bool
    edits: tuple[Any, ...]


class RunsPage(Page):
    """Filters left, the table in the centre, settings, note and curve of the chosen runs right.

    `checkpoint_wanted` carries the weights of a run that the Neurons page is to open,
    `training_wanted` that a first run is to be trained, `settings_wanted` a StoredRun whose
    settings are to be set on the Training page.
    """

    key = "runs"
    icon = "runs"
    left_width = 216

    checkpoint_wanted = Signal(str)
    training_wanted = Signal()
    settings_wanted = Signal(object)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._texts: Texts = {}
        self._read: Known = {}
        self._epochs: dict[int, tuple[EpochRow, ...]] = {}
        self._stamp: tuple[tuple[int, int], ...] | None = None
        self._edits_when_asked = 0
        self._shown: list[StoredRun] = []
        self._known = False
        self._side, self._files, self._trainer = Runner(self), Runner(self), Runner(self)
        self._source = "auto"
        self._fraction: float | None = None
        self.edits = RunsEdits(self)
        self._make_parts()
        self._wire()
        self._show()

    @property
    def title(self) -> str:
        """The page's name."""
        return tr("Runs")

    def _make_parts(self) -> None:
        self.filters, self.panel = RunFiltersPanel(), RunsPanel()
        self.left, self.right = self.filters, self.panel
        self.controls = RunsBar(self.bar)
        self.menu_actions = self.controls.actions
        self.table, self.plot = RunsView(), PlotView()
        self.plot.hide()
        self._nothing = QLabel(tr("No run fits the filters and the search."))
        self._nothing.setProperty("role", "lead")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty = EmptyPage("runs", tr("No runs yet"), tr(
            "Each training run is kept here with its settings, numbers and weights, so that you "
            "can compare and repeat it."), tr("Train a first run"))
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(inset(self.table))
        self._parts.addWidget(self.plot)
        self._parts.setSizes([360, 340])
        self._stack = QStackedWidget()
        for widget in (self.empty, self._parts, self._nothing):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self._stack)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self._look)

    def _wire(self) -> None:
        self.offer_files(self.plot)
        self.filters.changed.connect(self._show)
        self.controls.searched.connect(self._show)
        self.table.chosen_changed.connect(self._chosen_changed)
        self.table.opened.connect(self.open_checkpoint)
        self.table.delete_wanted.connect(self.delete)
        self.table.sorted.connect(self._show)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.controls.pin.triggered.connect(self.pin)
        self.controls.compare.toggled.connect(self._compare)
        self.controls.open.triggered.connect(self.open_checkpoint)
        self.controls.again.triggered.connect(self._set_again)
        self.controls.go_on.triggered.connect(self.go_on)
        self.controls.delete.triggered.connect(self.delete)
        self.controls.give.triggered.connect(self._give)
        self.controls.take.triggered.connect(self._take)
        self.empty.pressed.connect(self.training_wanted)
        self.panel.note_typed.connect(self.write_note)
        self.edits.changed.connect(self._show)
        self.edits.failed.connect(self._edit_failed)
        self.runner.records.connect(self._arrived)
        self._side.records.connect(self._epochs_arrived)
        self._files.records.connect(self._file_done)
        self._trainer.records.connect(self._trained)
        for ended in (self._trainer.finished, self._trainer.cancelled, self._trainer.failed):
            ended.connect(self._training_over)
        for runner in (self._side, self._files, self._trainer):
            runner.failed.connect(self._side_failed)

    def begin(self) -> None:
        """Looks into the database for the first time."""
        self._ask(first=True)

    def refresh(self) -> None:
        """Lists the runs again."""
        self._ask(first=False)

    def _ask(self, first: bool) -> None:
        self._stamp = database_stamp()
        self._edits_when_asked = self.edits.count
        self.runner.start((begun if first else listed)(self._read, self._texts))

    def _look(self) -> None:
        """Lists again where somebody has written: a training here, or another program."""
        if self._known and not self.runner.running and not self.edits.busy \
                and database_stamp() != self._stamp:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Looks now, and while it is seen."""
        super().showEvent(event)
        self._look()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Looks no more."""
        super().hideEvent(event)
        self._clock.stop()

    def _arrived(self, records: list[Any]) -> None:
        for record in records:
            match record:
                case RunsTold():
                    self.message.emit("warning", tr(record.words))
                case RunsListed():
                    self._take_list(record)

    def _take_list(self, found: RunsListed) -> None:
        if self.edits.busy or self.edits.count != self._edits_when_asked:
            self._stamp = None  # an edit came between: look again
            return
        self._known = True
        before = self.edits.runs
        self.edits.take(found.runs)
        for number, run in self.edits.runs.items():
            if number in before and before[number].epochs != run.epochs:
                self._epochs.pop(number, None)
        self._show()

    @property
    def baseline(self) -> StoredRun | None:
        """The pinned run."""
        return next((run for run in self.edits.runs.values() if run.pinned), None)

    @property
    def shown_runs(self) -> list[StoredRun]:
        """The runs of the table from top to bottom."""
        return self.table.runs_in_order()

    def choose(self, numbers: Iterable[int]) -> None:
        """Chooses exactly these runs, where they are shown."""
        self.table.choose(numbers)
        self._chosen_changed()

    def chosen_runs(self) -> list[StoredRun]:
        """The chosen runs from top to bottom."""
        return [self.edits.runs[number] for number in self.table.chosen()
                if number in self.edits.runs]

    def _show(self) -> None:
        """The rows that fit, with counts beside the filters; the baseline always fits."""
        runs, baseline = list(self.edits.runs.values()), self.baseline
        self.filters.offer(runs)
        found = self._searched(runs)
        filters = self.filters.filters()
        self._shown = filters.passing(found)
        self.filters.show_counts(filters.counts(found))
        self.table.show_runs(self._shown, baseline, shown_columns(runs, baseline))
        there = self._parts if self._shown or baseline is not None else self._nothing
        self._stack.setCurrentWidget(there if runs else self.empty)
        self._chosen_changed()

    def _searched(self, runs: list[StoredRun]) -> list[StoredRun]:
        """The runs with these words one after the other ("seed 8"); else those with all of them."""
        words = self.controls.search.text().casefold().split()
        if not words:
            return runs
        texts = [(run, search_text(run, self._texts)) for run in runs]
        together = " ".join(words)
        return [run for run, text in texts if together in text] or \
            [run for run, text in texts if all(word in text for word in words)]

    def _chosen_changed(self) -> None:
        chosen = self.chosen_runs()
        self.panel.show_runs(chosen, self.baseline)
        missing = [run.number for run in self._drawn_runs(chosen)
                   if run.number not in self._epochs]
        if missing:
            self._side.start(epochs_read(missing))
        self._draw(chosen)
        self.controls.show_state(
            len(chosen), chosen[0].pinned if len(chosen) == 1 else None,
            len(chosen) == 1 and chosen[0].checkpoint is not None,
            len(chosen) == 1 and chosen[0].status in ("stopped", "crashed")
            and not self._trainer.running)
        self.controls.give.setEnabled(bool(self.shown_runs))
        self.right_toggled.emit()
        self.status_changed.emit()

    def _epochs_arrived(self, records: list[EpochsRead | RunsTold]) -> None:
        for record in records:
            match record:
                case EpochsRead():
                    self._epochs |= record.epochs
                case RunsTold():
                    self.message.emit("warning", tr(record.words))
        self._draw(self.chosen_runs())

    def _draw(self, chosen: list[StoredRun]) -> None:
        self.panel.show_epochs(self._drawn_runs(chosen), self._epochs)
        figure = self._figure(chosen)
        self.plot.setVisible(self.controls.compare.isChecked() and figure is not None)
        if figure is not None and not self.plot.isHidden():
            self.plot.show_figure(figure)

    def _figure(self, chosen: list[StoredRun]) -> Figure | None:
        known = [(run, self._epochs[run.number]) for run in self._drawn_runs(chosen)
                 if run.number in self._epochs]
        return runs_figure(known) if known else None

    def _drawn_runs(self, chosen: list[StoredRun]) -> list[StoredRun]:
        """The chosen runs beside the baseline, where one is chosen."""
        runs = chosen[:_MOST_CURVES]
        baseline = self.baseline
        return [*runs, baseline] if runs and baseline is not None and baseline not in runs else runs

    def _compare(self, on: bool) -> None:
        self._chosen_changed()
        if on:
            self.plot.setFocus()  # what Export takes follows the keyboard
        if on and len(self.table.chosen()) > _MOST_CURVES:
            self.message.emit("info", tr("The curves of the first {count} chosen runs are shown.",
                                         count=_MOST_CURVES))

    @property
    def right_shown(self) -> bool:
        """The right panel is there while a run is chosen."""
        return bool(self.table.chosen())

    def pin(self) -> None:
        """Makes the chosen run the baseline, or takes the pin off it."""
        chosen = self.chosen_runs()
        if len(chosen) == 1:
            [run], base = chosen, self.baseline
            before = {run.number: run.pinned}
            after = {run.number: not run.pinned}
            if base is not None and base.number != run.number:
                before[base.number], after[base.number] = True, False
            self.edits.make(Edit("pinned", before, after))

    def write_note(self, number: int, note: str) -> None:
        """Writes a note on a run."""
        run, note = self.edits.runs.get(number), plain_note(note)
        if run is not None and run.note != note:
            self.edits.make(Edit("note", {number: run.note}, {number: note}))

    def delete(self) -> None:
        """Takes the chosen runs away; a link above the table brings them back."""
        chosen = [run for run in self.chosen_runs() if run.status != "running"]
        if not chosen:
            if self.table.chosen():
                self.message.emit("info", tr("A run under way cannot be deleted. Stop it first."))
            return
        edit = Edit("deleted", {run.number: None for run in chosen},
                    {run.number: time.time() for run in chosen})
        self.edits.make(edit)
        words = tr("{name} was deleted.", name=tr(run_name(chosen[0]))) if len(chosen) == 1 else \
            tr("{count} runs were deleted.", count=f"{len(chosen):,}")

        def take_back() -> None:
            self.edits.undo_this(edit)

        self.offer.emit("info", words, tr("Undo"), take_back)

    def _edit_failed(self, error: Exception) -> None:
        self._side_failed(error)
        self.refresh()

    def _side_failed(self, error: Exception) -> None:
        if isinstance(error, LabError):
            self.message.emit("error", tr(error.phrase))
        else:
            problems.show_problem(self.window(), error)

    def open_checkpoint(self) -> None:
        """Shows the weights of the chosen run on the Neurons page."""
        chosen = self.chosen_runs()
        if len(chosen) != 1:
            return
        path = chosen[0].checkpoint
        if path is None or not path.exists():
            self.message.emit("warning", tr("The weights of this run are not on this computer."))
            return
        self.checkpoint_wanted.emit(str(path))

    def _set_again(self) -> None:
        chosen = self.chosen_runs()
        if len(chosen) == 1:
            self.settings_wanted.emit(chosen[0])

    def set_data(self, source: str) -> None:
        """Where the data of runs lie that are gone on with, as another page chose it."""
        self._source = source

    def go_on(self) -> None:
        """Trains the chosen run from its checkpoint to its end."""
        chosen = self.chosen_runs()
        if len(chosen) != 1 or self._trainer.running:
            return
        [run] = chosen
        if run.checkpoint is None or not run.checkpoint.exists():
            self.message.emit("warning", tr("The weights of this run are not on this computer."))
            return
        self._fraction = None
        garments = run.data_name.startswith("Garments")
        self._trainer.start(gone_on(run, "garments" if garments else self._source))
        self._chosen_changed()

    def _trained(self, records: list[Any]) -> None:
        for record in records:
            match record:
                case StepsDone():
                    self._fraction = record.fraction
                case KeepingTold():
                    self.message.emit("warning", tr(record.words))
        self.status_changed.emit()

    def _training_over(self) -> None:
        self.refresh()
        self._chosen_changed()

    def task(self) -> tuple[str, float | None] | None:
        """The run that is gone on with."""
        return (tr("Training"), self._fraction) if self._trainer.running else None

    def stop(self) -> None:
        """Ends the run that is gone on with; it keeps what it has."""
        self._trainer.cancel()

    def _give(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("Export runs"), str(Path.home() / "runs.json"),
            tr("Runs for another machine (*.json);;Table (*.csv)"))
        if path:
            target = Path(path) if Path(path).suffix else Path(f"{path}.json")
            self.export_runs(target)

    def export_runs(self, path: Path) -> None:
        """Writes the chosen runs, or all that are shown, as JSON or CSV by the suffix."""
        if path.suffix.lower() not in (".json", ".csv"):
            self.message.emit("warning", tr("The name of the file must end in .json or .csv."))
            return
        self._files.start(exported(path, self.chosen_runs() or self.shown_runs, self.baseline))

    def _take(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self, tr("Import runs"), str(Path.home()), tr("Runs of another machine (*.json)"))
        if paths:
            self.import_runs([Path(path) for path in paths])

    def import_runs(self, paths: list[Path]) -> None:
        """Takes the runs of files in; nothing of them is run."""
        self._files.start(imported(paths))

    def _file_done(self, records: list[FilesTaken | FileWritten | RunsTold]) -> None:
        for record in records:
            match record:
                case RunsTold():
                    self.message.emit("warning", tr(record.words))
                case FileWritten():
                    self.message.emit("info", tr("{count} runs are in {file}.",
                                                 count=f"{record.count:,}", file=str(record.path)))
                case FilesTaken():
                    self.message.emit("info", tr(
                        "{new} of {count} runs were imported; the others were here already.",
                        new=f"{record.new:,}", count=f"{record.all:,}")
                        if record.new < record.all else
                        tr("{count} runs were imported.", count=f"{record.new:,}"))
                    self.refresh()

    def _open_menu(self, place: QPoint) -> None:
        if self.table.chosen():
            self.menu().popup(self.table.viewport().mapToGlobal(place))

    def menu(self) -> QMenu:
        """What can be done with the chosen runs."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for action in self.menu_actions
                         if action is not self.controls.take])
        return menu

    def carried(self) -> RunsCarried:
        """Filters, words, choice, order, and what can be taken back."""
        return RunsCarried(
            self.filters.filters(), self.controls.search.text(), tuple(self.table.chosen()),
            self.table.sorting, self.controls.compare.isChecked(), self.edits.carried())

    def carry(self, carried: RunsCarried) -> None:
        """Sets them again."""
        self.edits.carry(carried.edits)
        self.table.set_sorting(*carried.sorting)
        self._show()
        self.filters.set_filters(carried.filters)
        self.controls.search.setText(carried.words)
        self._show()
        self.choose(carried.chosen)
        self.controls.compare.setChecked(carried.compared)

    def status(self) -> tuple[tuple[str, str], ...]:
        """How many runs are shown."""
        count = len(self.edits.runs)
        return ((tr("runs"), f"{len(self._shown):,} / {count:,}" if count else "0"),)

    def selection(self) -> str:
        """What is chosen."""
        chosen = self.chosen_runs()
        if not chosen:
            return tr("No run chosen") if self.edits.runs else ""
        if len(chosen) == 1:
            return tr(run_name(chosen[0]))
        return tr("{count} runs chosen", count=f"{len(chosen):,}")

    def picture(self) -> Figure | Table | None:
        """The curves where they are compared and the keyboard is not in the table; else the table:
        the chosen rows, or all that are shown."""
        if self.controls.compare.isChecked() and not self.table.hasFocus():
            figure = self._figure(self.chosen_runs())
            if figure is not None:
                return figure
        runs = self.shown_runs
        chosen = self.chosen_runs()
        return runs_table(chosen if len(chosen) > 1 else runs, self.baseline) if runs else None

    def shown(self) -> Shown | None:
        """Zoom and hidden curves, where the curves are the picture."""
        return self.plot.shown if isinstance(self.picture(), Figure) else None

    def can_undo(self) -> tuple[bool, bool]:
        """Whether there is an edit to take back, and to make again."""
        return self.edits.possible

    def undo(self) -> None:
        """Takes the last edit back."""
        self.message.emit("info", "")
        self.edits.undo()

    def redo(self) -> None:
        """Makes it again."""
        self.edits.redo()

    def find(self) -> None:
        """Puts the keyboard into the search field."""
        self.controls.search.setFocus()
        self.controls.search.selectAll()

    def reset_view(self) -> None:
        """Shows all runs and all epochs."""
        self.controls.search.clear()
        self.filters.clear()
        self.plot.reset_view()

    def remedies(self, error: Exception) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Another look, where the database was busy."""
        return ((tr("Look again"), self.refresh),) if isinstance(error, LabError) else ()

    def close_work(self) -> None:
        """Writes what was typed, and ends all work."""
        self._clock.stop()
        self.panel.note.settle()
        for runner in (self._side, self._files, self._trainer):
            runner.shutdown()
        super().close_work()
        self.edits.close()
