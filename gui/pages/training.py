"""The Training page: the same network trained with several functions, seen while it learns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.figures import Figure, Table
from engine.figures.training import curves_figure, results_table
from engine.training.history import History, RunHistory
from engine.training.records import RunDone, RunStarted, StepsDone
from gui import problems
from gui.empty_page import EmptyPage
from gui.page import Page
from gui.pages.training_bar import TrainingBar
from gui.pages.training_layers import LayersDialog
from gui.pages.training_progress import TrainingProgress
from gui.pages.training_settings import TrainingPanel
from gui.pages.training_steps import Order, counted, layers, run_folder, training_steps
from gui.picker import name_of
from gui.plot_look import Shown
from gui.runner import Runner
from gui.texts import tr
from gui.work_centre import WorkCentre

_LIVE_MS = 90
"""Curves are drawn at every other beat, 5.5 times a second; words and table in between."""


class TrainingPage(Page):
    """Settings left, curves over epochs, the strip that says how far it is, and the results."""

    key = "training"
    icon = "training"
    left_width = 296

    checkpoint_saved = Signal(str)
    data_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: Order | None = None
        self._history: History | None = None
        self._before: tuple[Order | None, History | None] = (None, None)
        self._selected = ""
        self._new_curves = self._new_rows = self._curves_turn = False
        self._stopping = self._begun = self._drawn = False
        self._side = Runner(self)
        self._make_parts()
        self._wire()

    @property
    def title(self) -> str:
        """The page's name."""
        return tr("Training")

    def _make_parts(self) -> None:
        self.panel = TrainingPanel()
        self.left = self.panel
        self.controls = TrainingBar(self.bar)
        self.menu_actions = [self.controls.run, self.controls.pause, self.controls.stop]
        self._centre = WorkCentre(self, EmptyPage("training", tr("No training yet"), tr(
            "Loss and accuracy of each function will stand here while the network learns, and a "
            "table of the results below them."), tr("Train a first run")), (470, 230))
        self.empty, self.plot = self._centre.empty, self._centre.plot
        self.strip, self.table = self._centre.strip, self._centre.table
        self._progress = TrainingProgress(self.strip)

    def _wire(self) -> None:
        self.empty.pressed.connect(self.run)
        self.controls.run.triggered.connect(self.run)
        self.controls.pause.triggered.connect(self.pause_or_resume)
        self.controls.stop.triggered.connect(self.stop)
        self.controls.which_chosen.connect(self._which_chosen)
        self.panel.changed.connect(self._settings_changed)
        self.panel.data.changed.connect(self.data_changed)
        self.panel.layers_wanted.connect(self._show_layers)
        self.panel.refused.connect(self._refused)
        self.table.key_selected.connect(self.select)
        self.plot.key_selected.connect(self.select)
        self.offer_files(self.plot)
        self.runner.records.connect(self._records_arrived)
        self.runner.finished.connect(self._ended)
        self.runner.cancelled.connect(self._ended)
        self.runner.failed.connect(self._ended)
        self._side.records.connect(self._side_arrived)
        self._side.failed.connect(self._side_failed)
        self._live = QTimer(self)
        self._live.setInterval(_LIVE_MS)
        self._live.timeout.connect(self._show_some)

    def begin(self) -> None:
        """Counts the parameters of the network that is set."""
        self._begun = True
        self._settings_changed()

    @property
    def history(self) -> History | None:
        """All runs of the training that is shown."""
        return self._history

    def show_settings(
        self, source: str, functions: Sequence[str], values: Mapping[str, Any]
    ) -> None:
        """Sets data, functions and some of the settings, as a person would in the panel."""
        self.panel.data.set_source(source)
        self.panel.set_functions(functions)
        self.panel.set_settings(replace(self.panel.settings(), **values))
        self._settings_changed()

    def run(self) -> None:
        """Trains what is set, from the start."""
        if self.runner.running:
            return
        functions = self.panel.functions()
        refused = self.panel.wrong or ("" if functions else
                                       tr("No function is chosen. Choose at least one."))
        if refused:
            self._refused(refused)
            return
        self._before = self._order, self._history
        self._order = Order(self.panel.data.source(), functions, self.panel.settings(),
                            run_folder(self.panel.preset_key()))
        self._history, self._stopping, self._drawn = None, False, False
        self._progress.begin(len(functions))
        self.panel.set_locked(True)
        self._centre.show_work()
        self.runner.start(training_steps(self._order))
        self._live.start()
        self._show_state()

    def pause_or_resume(self) -> None:
        """Holds the training at its next batch, or lets it go on."""
        if self.runner.paused:
            self.runner.resume()
        else:
            self.runner.pause()
        self._progress.hold(self.runner.paused)
        self._show_state()

    def stop(self) -> None:
        """Ends the training and keeps what has been trained so far."""
        if self.runner.running:
            self._stopping = True
            self.runner.cancel()
            self._progress.show_stopping(self._history)
            self._show_state()

    def select(self, key: str) -> None:
        """Marks the curves and the row of a function."""
        if key != self._selected:
            self._selected = key
            self.plot.select(key)
            self.table.select_key(key)
            self.status_changed.emit()

    def _records_arrived(self, records: list[Any]) -> None:
        for record in records:
            match record:
                case DataProgress():
                    if not self._stopping:
                        self._progress.show_data(record)
                case ImageData():
                    self._history = History(self._order.settings, record,
                                            list(self._order.functions))
                    self.panel.data.opened(self._order.source, record.is_fashion_mnist)
                case _:
                    self._add(record)

    def _add(self, record: Any) -> None:
        self._history.add(record)
        self._new_curves = True
        self._new_rows = self._new_rows or not isinstance(record, StepsDone)
        match record:
            case StepsDone():
                self._progress.step(record)
            case RunStarted() if self._selected not in dict(self._order.functions):
                self.select(record.function)
            case RunDone() if record.checkpoint is not None:
                self.checkpoint_saved.emit(str(record.checkpoint))

    def _ended(self) -> None:
        """The training is over: finished, stopped or failed."""
        stopping, self._stopping = self._stopping, False
        self._live.stop()
        self.panel.set_locked(False)
        if self._history is None or not self._history.runs:
            self._show_before()
        else:
            self._history.stop()
            self._tell_stopped()
            self._draw_curves()
            self._show_rows()
            self._progress.show_end(self._history, stopping)
        self._show_state()

    def _show_before(self) -> None:
        """Nothing was trained: what was shown before Run comes back."""
        self._order, self._history = self._before
        if self._history is None:
            self._centre.show_empty()
        else:
            self._progress.show_again(self._history)
            self._draw_curves()
            self._show_rows()

    def _tell_stopped(self) -> None:
        for run in self._history.runs:
            if run.status == "stopped" and run.checkpoint and Path(run.checkpoint).exists():
                self.checkpoint_saved.emit(str(run.checkpoint))

    def _show_some(self) -> None:
        """Shows curves, or words and rows, by turns: no beat keeps the window for long."""
        if self._history is None or not self._history.runs:
            return
        self._curves_turn = not self._curves_turn
        if self._curves_turn:
            if self._new_curves:
                self._draw_curves()
            return
        if not self._stopping:
            self._progress.show_run(self._history, self.runner.paused)
        if self._new_rows:
            self._show_rows()
        self.status_changed.emit()

    def _draw_curves(self) -> None:
        figure = curves_figure(self._history, self.controls.which)
        self.plot.show_figure(figure, keep_view=self._drawn)
        self._new_curves, self._drawn = False, True
        self.plot.select(self._selected)

    def _show_rows(self) -> None:
        self._new_rows = False
        self.table.show_table(results_table(self._history))
        self.table.select_key(self._selected)

    def _show_state(self) -> None:
        self.controls.show_state(self.runner.running, self.runner.paused, self._stopping)
        self.status_changed.emit()

    def _which_chosen(self) -> None:
        if self._history is not None and self._history.runs:
            self._draw_curves()

    def _settings_changed(self) -> None:
        if self._begun:
            self._side.start(counted(self.panel.settings()))

    def _show_layers(self) -> None:
        functions = self.panel.functions() or (("none", {}),)
        settings = self.panel.settings()
        self._side.start(layers(settings, *functions[0]))

    def _side_arrived(self, arrived: list[int | Table]) -> None:
        for item in arrived:
            if isinstance(item, Table):
                functions = self.panel.functions()
                name = name_of(functions[0][0]) if functions else name_of("none")
                LayersDialog(item, tr("With {name}; n is the number of images", name=name),
                             self.window()).open()
            else:
                self.panel.show_count(item)

    def _side_failed(self, error: Exception) -> None:
        problems.show_problem(self.window(), error)

    def _refused(self, sentence: str) -> None:
        self.message.emit("warning", sentence)

    def _shown_run(self) -> RunHistory | None:
        """The run of the selected function, or the one under way."""
        if self._history is None or not self._history.runs:
            return None
        chosen = [run for run in self._history.runs if run.function == self._selected]
        return (chosen or self._history.runs)[-1]

    def carried(self) -> tuple[Any, ...]:
        """What is set, and the training that is shown."""
        return (self.panel.data.source(), self.panel.functions(), self.panel.settings(),
                self._order, self._history, self._selected)

    def carry(self, carried: tuple[Any, ...]) -> None:
        """Sets the same, and shows the same training."""
        source, functions, settings, self._order, self._history, selected = carried
        self.panel.data.set_source(source)
        self.panel.set_functions(functions)
        self.panel.set_settings(settings)
        self._settings_changed()
        if self._history is not None:
            self._centre.show_work()
            self._draw_curves()
            self._show_rows()
            self._progress.show_again(self._history)
            self.select(selected)

    def status(self) -> tuple[tuple[str, str], ...]:
        """Epoch and accuracy of the selected run."""
        run = self._shown_run()
        if run is None or run.last is None:
            return ()
        return ((tr("Epoch"), str(run.last.epoch)),
                (tr("Accuracy"), f"{100 * run.last.test_accuracy:.2f} %"))

    def selection(self) -> str:
        """The function whose curves are marked."""
        run = self._shown_run()
        return "" if run is None else tr("{name} selected", name=name_of(run.function))

    def task(self) -> tuple[str, float | None] | None:
        """The training under way."""
        if not self.runner.running:
            return None
        words = tr("Paused") if self.runner.paused else tr("Training")
        return tr("Stopping…") if self._stopping else words, self._progress.fraction

    def picture(self) -> Figure | Table | None:
        """The curves, or the results where the keyboard is in their table."""
        if self._history is None or not self._history.runs:
            return None
        if self._centre.in_table:
            return results_table(self._history)
        return curves_figure(self._history, self.controls.which)

    def shown(self) -> Shown | None:
        """Zoom and hidden curves, where the curves are the picture."""
        return self.plot.shown if isinstance(self.picture(), Figure) else None

    def remedies(self, error: Exception) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Another folder, where the data are what is wrong."""
        return self.panel.data.remedies(error)

    def reset_view(self) -> None:
        """Shows all epochs again."""
        self.plot.reset_view()

    def find(self) -> None:
        """Opens the choice of functions."""
        if not self.runner.running:
            self.panel.functions_button.showPopup()

    def close_work(self) -> None:
        """Ends everything; the run under way is kept as stopped."""
        self._live.stop()
        self._side.shutdown()
        self.panel.data.close_work()
        super().close_work()
