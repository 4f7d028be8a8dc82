"""The Training page: functions raced over seeds, seen while they learn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.errors import DeviceError, InputError
from engine.figures import Figure, Table
from engine.figures.race_words import entry_key, entry_name
from engine.texts import Phrase
from engine.training.history import RunHistory
from engine.training.race import JobNotice
from engine.training.race_history import Entry, RaceHistory
from engine.training.race_pace import RaceProgress
from engine.training.race_plan import race_plan
from engine.training.race_queue import RaceQueue
from engine.training.race_settings import RaceSettings, checked_race, read_grid
from engine.training.records import Adapted, Diverged, EpochDone, JobRecord, RunDone, RunStarted
from engine.training.run_keeping import KeepingTold
from engine.training.unfinished_races import UnfinishedRace, unfinished_races
from gui import problems
from gui.empty_page import EmptyPage
from gui.page import Page
from gui.pages.training_bar import VIEWS, TrainingBar
from gui.pages.training_known import KnownRunsDialog
from gui.pages.training_layers import LayersDialog
from gui.pages.training_progress import TrainingProgress, finished_count
from gui.pages.training_results import RaceResults
from gui.pages.training_settings import TrainingPanel
from gui.pages.training_steps import KnownRuns, Order, counted, layers, race_steps, run_folder
from gui.pages.training_views import RaceViews
from gui.picker import name_of
from gui.plot_look import Shown
from gui.runner import Runner
from gui.texts import tr
from gui.undo import Changes
from gui.work_centre import WorkCentre

_BEAT_MS = 100
_RACE = tuple(field.name for field in fields(RaceSettings))


class TrainingPage(Page):
    """Settings left, the race in one of its views, the strip, and the results."""

    key = "training"
    icon = "training"
    left_width = 296
    views = VIEWS

    checkpoint_saved = Signal(str)
    data_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: Order | None = None
        self._history: RaceHistory | None = None
        self._data: ImageData | None = None
        self._before: tuple[Order | None, RaceHistory | None] = (None, None)
        self._known: tuple[Order, KnownRuns] | None = None
        self._left: UnfinishedRace | None = None
        self._queue = RaceQueue()
        self._selected = ""
        self._new_rows = self._paused = self._stopping = self._begun = False
        self._turn = 0
        self._told: tuple[Any, ...] = ()
        self._changes: Changes[tuple[Any, ...]] = Changes()
        self._side, self._past = Runner(self), Runner(self)
        self._make_parts()
        self._state = self._set_state()
        self._wire()
        self._past.start(unfinished_races())

    @property
    def title(self) -> str:
        """The page's name."""
        return tr("Training")

    def _make_parts(self) -> None:
        self.panel = TrainingPanel()
        self.left = self.panel
        self.controls = TrainingBar(self.bar)
        self.menu_actions = [self.controls.run, self.controls.pause, self.controls.stop]
        self._results = RaceResults(self)
        self._centre = WorkCentre(self, EmptyPage("training", tr("No training yet"), tr(
            "Loss and accuracy of each function will stand here while the network learns, and a "
            "table of the results below them."), tr("Train a first run")), (440, 260),
            above=self._results.head, below=self._results.words)
        self.empty, self.plot = self._centre.empty, self._centre.plot
        self.strip, self.table = self._centre.strip, self._centre.table
        self._results.fill(self.table, self._centre.menu)
        self._views = RaceViews(self._centre)
        self._progress = TrainingProgress(self.strip)

    def _wire(self) -> None:
        self.empty.pressed.connect(self._run_pressed)
        self.controls.run.triggered.connect(self._run_pressed)
        self.controls.pause.triggered.connect(self.pause_or_resume)
        self.controls.stop.triggered.connect(self.stop)
        self.controls.which_chosen.connect(self._show_chosen)
        self.controls.view_chosen.connect(self._show_chosen)
        self._views.queue.stop_all_wanted.connect(self.stop)
        self.panel.changed.connect(self._edited)
        self.panel.data.changed.connect(self.data_changed)
        self.panel.layers_wanted.connect(self._show_layers)
        self.panel.refused.connect(self._refused)
        self.table.key_selected.connect(self.select)
        self.plot.key_selected.connect(self.select)
        self._results.baseline_chosen.connect(self._mark)
        self._views.chosen.connect(self._run_chosen)
        for plot in self._views.plots:
            self.offer_files(plot)
        self.runner.records.connect(self._records_arrived)
        for end in (self.runner.finished, self.runner.cancelled, self.runner.failed):
            end.connect(self._ended)
        self._side.records.connect(self._side_arrived)
        self._side.failed.connect(self._side_failed)
        self._past.records.connect(self._past_found)
        self._live = QTimer(self)
        self._live.setInterval(_BEAT_MS)
        self._live.timeout.connect(self._beat)

    def begin(self) -> None:
        """Counts the parameters of the network that is set."""
        self._begun = True
        self._count()

    @property
    def history(self) -> RaceHistory | None:
        """All runs of the race that is shown."""
        return self._history

    @property
    def queue(self) -> RaceQueue:
        """What may be changed while the race runs."""
        return self._queue

    @property
    def runs(self) -> list[RunHistory]:
        """The runs that have begun, competitor by competitor."""
        return [] if self._history is None else [
            run for entry in self._history.entries for run in entry.runs.values()]

    def show_settings(
        self, source: str, functions: Sequence[str], values: Mapping[str, Any]
    ) -> None:
        """Sets data, functions and some of the settings of training and race, as a person would
        in the panel."""
        race = {name: value for name, value in values.items() if name in _RACE}
        training = {name: value for name, value in values.items() if name not in _RACE}
        self.panel.data.set_source(source)
        self.panel.set_functions(functions)
        self.panel.set_race(replace(self.panel.race_settings(), **race))
        self.panel.set_settings(replace(self.panel.settings(), **training))
        self._edited()

    def run(self, *, asking: bool = True) -> None:
        """Races what is set; with `asking`, what to do where some of it has run before.

        Otherwise what is known is taken.
        """
        if self.runner.running:
            return
        if self.panel.wrong:
            self._refused(self.panel.wrong)
            return
        try:
            order = self._ordered()
        except InputError as error:
            self._refused(tr(error.phrase))
            return
        alone = order.plan.count == 1
        self._start(order, None if alone and asking else {}, asking=asking and not alone)

    def _run_pressed(self) -> None:
        self.run()

    def _ordered(self) -> Order:
        """What is set. Raises InputError where that is no race."""
        panel, race = self.panel, self.panel.race_settings()
        if not panel.functions():
            raise InputError("No function is chosen. Choose at least one.")
        checked_race(race)
        plan = race_plan(panel.functions(), panel.settings(), race.seeds, read_grid(race.grid))
        return Order(panel.data.source(), plan, race, run_folder(panel.preset_key()))

    def go_on(self) -> None:
        """Runs what is missing of the race that is shown."""
        if self._order is not None and not self.runner.running:
            self._start(replace(self._order, folder=run_folder(self.panel.preset_key())),
                        self._finished(), goes_on=True)

    def _finished(self) -> dict[str, RunHistory]:
        """The runs of the shown race that came to their end, by job."""
        entries = self._history.entries if self._history is not None else ()
        return {entry.jobs[seed].id: run for entry in entries
                for seed, run in entry.finished.items()}

    def _start(self, order: Order, have: Mapping[str, RunHistory] | None, *,
               asking: bool = False, goes_on: bool = False) -> None:
        self._before = self._order, self._history
        self._order, self._history, self._known = order, None, None
        self._queue, self._paused, self._stopping = RaceQueue(), False, False
        self.message.emit("info", "")
        self._views.begin()
        self._progress.begin(goes_on=goes_on)
        self.panel.set_locked(True)
        self._centre.show_work()
        self.runner.start(race_steps(order, self._queue, have, asking=asking))
        self._live.start()
        self._show_state()

    def pause_or_resume(self) -> None:
        """Holds all runs at their next batch, or lets them go on."""
        self._paused = not self._paused
        (self._queue.pause if self._paused else self._queue.resume)()
        self._show_state()

    def stop(self) -> None:
        """Ends the race and keeps what has been trained so far."""
        if not self.runner.running or self._stopping:
            return
        self._stopping = True
        if self._history is None:
            self.runner.cancel()
        else:
            self._queue.stop_all()
        self._progress.show_stopping(self._history)
        self._show_state()

    def select(self, key: str) -> None:
        """Marks the curves and the row of a competitor."""
        if key != self._selected:
            self._selected = key
            self._mark()
            self.status_changed.emit()

    def _run_chosen(self, key: str) -> None:
        """Another run to look at, maybe of the same competitor."""
        self._selected = key
        self._mark()
        self.status_changed.emit()

    def _mark(self) -> None:
        self._views.select(self._selected, self._queue)
        self.table.select_key(self._selected)

    def _records_arrived(self, records: list[Any]) -> None:
        for record in records:
            match record:
                case JobRecord():
                    self._add(record)
                case RaceProgress():
                    self._progress.take(record)
                case DataProgress():
                    if not self._stopping:
                        self._progress.show_data(record)
                case ImageData():
                    self._data = record
                    self.panel.data.opened(self._order.source, record)
                case KnownRuns():
                    self._known = self._order, record
                case RaceHistory():
                    self._take_history(record)
                case KeepingTold():
                    self.message.emit("warning", tr(record.words))
                case JobNotice():
                    self._tell(record.job, record.words)

    def _take_history(self, history: RaceHistory) -> None:
        self._history = history
        if self._selected not in {entry_key(entry) for entry in history.entries}:
            self._selected = ""
        self._show_all()

    def _add(self, told: JobRecord) -> None:
        self._history.add(told)
        record = told.record
        if isinstance(record, (RunStarted, EpochDone, Diverged, RunDone)):
            self._views.note(self._history)
            self._new_rows = self._new_rows or not isinstance(record, EpochDone)
        if isinstance(record, RunStarted) and not self._selected:
            self.select(entry_key(self._history.entry(told.job)))
        elif isinstance(record, RunDone) and record.checkpoint is not None:
            self.checkpoint_saved.emit(str(record.checkpoint))
        elif isinstance(record, Adapted):
            self._tell(told.job, record.what)

    def _tell(self, job_id: str, words: Phrase) -> None:
        """A line above the plot about one of the runs."""
        job = self._history.job(job_id)
        self.message.emit("warning", tr("{name}, seed {seed}: {words}", name=name_of(job.function),
                                        seed=job.seed, words=tr(words)))

    def _ended(self) -> None:
        """The race is over: finished, stopped or failed."""
        self._stopping = self._paused = False
        self._live.stop()
        self.panel.set_locked(False)
        self.controls.show_waiting(0)
        if self._history is None or not self.runs:
            self._show_before()
            if self._known is not None:
                self._ask(*self._known)
        else:
            self._history.stop()
            self._tell_stopped()
            self._show_all()
            self.table.fit_again()
            self._progress.show_end(self._history)
            self._offer_rest()
        self._show_state()

    def _ask(self, order: Order, known: KnownRuns) -> None:
        dialog = KnownRunsDialog(known.count, order.plan.count, self.window())
        dialog.go_on_wanted.connect(self._go_on_known)
        dialog.again_wanted.connect(self._run_again)
        dialog.open()

    def _go_on_known(self) -> None:
        self._start(self._known[0], {})

    def _run_again(self) -> None:
        self._start(self._known[0], None)

    def _offer_rest(self) -> None:
        missing = self._history.plan.count - finished_count(self._history)
        if missing:
            self.offer.emit("info", tr("{missing} of {count} runs are missing.", missing=missing,
                                       count=self._history.plan.count), tr("Go on"), self.go_on)

    def _show_before(self) -> None:
        """Nothing was trained: what was shown before Run comes back."""
        self._order, self._history = self._before
        if self._history is None:
            self._centre.show_empty()
        else:
            self._show_all()
            self._progress.show_end(self._history)

    def _tell_stopped(self) -> None:
        for run in self.runs:
            if run.status == "stopped" and run.checkpoint and Path(run.checkpoint).exists():
                self.checkpoint_saved.emit(str(run.checkpoint))

    def _past_found(self, races: list[UnfinishedRace]) -> None:
        """A race that a closed or killed program left."""
        self._left = race = races[-1]
        if not self.runner.running and self._history is None:
            self.offer.emit("info", tr(
                "A race was interrupted: {missing} of {count} runs are missing.",
                missing=race.missing, count=race.plan.count), tr("Go on"), self.take_up)

    def take_up(self) -> None:
        """Sets what the race of an earlier time was about, and runs what is missing of it."""
        race = self._left
        if self.runner.running or race is None:
            return
        self.panel.data.set_source(race.source)
        self.panel.set_functions(race.plan.functions)
        self.panel.set_settings(race.plan.settings)
        self.panel.set_race(race.race)
        race.forget()
        self._edited()
        self._start(Order(race.source, race.plan, race.race,
                          run_folder(self.panel.preset_key())), {})

    def _beat(self) -> None:
        """Draws one part at each beat: none keeps the window for long."""
        if self._history is None:
            return
        self._turn = (self._turn + 1) % 4
        if self._turn == 0:
            self._views.draw_what_is_new(self._queue)
        elif self._turn == 2:
            if self._new_rows:
                self._show_rows()
        else:
            self._show_progress()

    def _show_progress(self) -> None:
        if not self._stopping:
            found = self._under_way()
            run, epochs = (None, 0) if found is None else found
            self._progress.show_race(self._history, run, epochs)
        self.controls.show_waiting(len(self._queue.waiting))
        told = (self.status(), self.selection(), self.task())
        if told != self._told:
            self._told = told
            self.status_changed.emit()

    def _under_way(self) -> tuple[RunHistory, int] | None:
        """A run that is trained now with the number of its epochs; the selected one's first."""
        found = [(job, run) for job in reversed(self._queue.running)
                 if (run := self._history.run(job)) is not None and run.status == "running"]
        if not found:
            return None
        own = [pair for pair in found
               if entry_key(self._history.entry(pair[0])) == self._selected]
        job, run = (own or found)[0]
        return run, self._history.job(job).settings.epochs

    def _show_all(self) -> None:
        self._show_chosen()
        self._show_rows()

    def _show_chosen(self) -> None:
        """The view that the bar says."""
        self._views.show(self.controls.view, self.controls.which, self._history, self._data,
                         self._queue)
        self._mark()
        self.status_changed.emit()

    def _show_rows(self) -> None:
        self._new_rows = False
        self._results.show_race(self._history)
        self.table.select_key(self._selected)

    def _show_state(self) -> None:
        self.controls.show_state(self.runner.running, self._paused, self._stopping)
        self.status_changed.emit()

    def _set_state(self) -> tuple[Any, ...]:
        """All that is set."""
        panel = self.panel
        return panel.data.source(), panel.functions(), panel.settings(), panel.race_settings()

    def _edited(self) -> None:
        """A person changed what is set."""
        before, self._state = self._state, self._set_state()
        changed = _differences(before, self._state)
        if changed:
            self._changes.note(before, changed)
            self.status_changed.emit()
        self._count()

    def can_undo(self) -> tuple[bool, bool]:
        """Changes in the panel, while nothing runs."""
        return (False, False) if self.runner.running else self._changes.possible

    def undo(self) -> None:
        """Takes the last change of the settings back."""
        self._set_back(self._changes.back(self._state))

    def redo(self) -> None:
        """Makes it again."""
        self._set_back(self._changes.again(self._state))

    def _set_back(self, state: tuple[Any, ...] | None) -> None:
        if state is None:
            return
        source, functions, settings, race = state
        if source != self.panel.data.source():
            self.panel.data.set_source(source)
            self.data_changed.emit(source)
        self.panel.set_functions(functions)
        self.panel.set_race(race)
        self.panel.set_settings(settings)
        self._state = self._set_state()
        self._count()
        self.status_changed.emit()

    def _count(self) -> None:
        if self._begun:
            self.panel.wait_for_count()
            self._side.start(counted(self.panel.settings(), *self.panel.data.form()))

    def _show_layers(self) -> None:
        functions = self.panel.functions() or (("none", {}),)
        self._side.start(layers(self.panel.settings(), functions[0], *self.panel.data.form()))

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
        if isinstance(error, InputError):
            self.panel.show_unfit(tr(error.phrase))
        else:
            problems.show_problem(self.window(), error)

    def _refused(self, sentence: str) -> None:
        self.message.emit("warning", sentence)

    def _entry(self) -> Entry | None:
        """The selected competitor."""
        entries = self._history.entries if self._history is not None else ()
        return next((entry for entry in entries if entry_key(entry) == self._selected), None)

    def _shown_run(self) -> RunHistory | None:
        """The run that a view shows in depth, else the latest of the selected competitor."""
        if self._views.run is not None:
            return self._views.run
        entry = self._entry()
        runs = list(entry.runs.values()) if entry is not None else self.runs
        return runs[-1] if runs else None

    def carried(self) -> tuple[Any, ...]:
        """What is set, and the race that is shown."""
        return (self._set_state(), self._order, self._history, self._data, self._selected,
                self.controls.view, self.controls.which, self._results.baseline,
                self._results.which, self._changes)

    def carry(self, carried: tuple[Any, ...]) -> None:
        """Sets the same, and shows the same race."""
        (state, self._order, history, self._data, self._selected, view, which, baseline, table,
         self._changes) = carried
        self._set_back(state)
        self.controls.show_view(view)
        self.controls.show_which(which)
        self._history = history
        if history is not None:
            self._centre.show_work()
            self._results.set_baseline(baseline)
            self._results.show_which(table)
            self._show_all()
            self._progress.show_end(history)

    def status(self) -> tuple[tuple[str, str], ...]:
        """Epoch and accuracy of the selected run."""
        run = self._shown_run()
        if run is None or run.last is None:
            return ()
        return ((tr("Epoch"), str(run.last.epoch)),
                (tr("Accuracy"), f"{100 * run.last.test_accuracy:.2f} %"))

    def selection(self) -> str:
        """The competitor whose curves are marked, or the run that is shown in depth."""
        run = self._views.run
        entry = self._entry() if run is None else self._history.entry_of(run)
        if entry is None:
            return ""
        name = entry_name(entry)
        if run is not None:
            return tr("{name}, seed {seed}", seed=run.seed,
                      name=tr(name) if isinstance(name, Phrase) else name)
        return tr("{name} selected", name=tr(name) if isinstance(name, Phrase) else name)

    def task(self) -> tuple[str, float | None] | None:
        """The race under way."""
        if not self.runner.running:
            return None
        words = tr("Paused") if self._paused else tr("Training")
        fraction = self._progress.fraction
        return (tr("Stopping…") if self._stopping else words,
                None if fraction is None else round(fraction, 2))

    def picture(self) -> Figure | Table | None:
        """The view, or the table where the keyboard is in it."""
        if not self.runs:
            return None
        if self._centre.in_table:
            return self.table.table
        return self._views.picture()

    def shown(self) -> Shown | None:
        """Zoom and hidden curves, where the curves are the picture."""
        return self._views.shown if isinstance(self.picture(), Figure) else None

    def show_view(self, view: str) -> None:
        """Shows one of VIEWS."""
        self.controls.show_view(view)
        self._show_chosen()

    def remedies(self, error: Exception) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Another folder, where the data are what is wrong; this computer, where a cluster is."""
        if isinstance(error, DeviceError) and self._order is not None \
                and self._order.race.where == "dask":
            return ((tr("Finish on this computer"), self.finish_here),)
        return self.panel.data.remedies(error)

    def finish_here(self) -> None:
        """Runs what is missing of the race on this computer."""
        race = replace(self.panel.race_settings(), where="auto")
        self.panel.set_race(race)
        self._edited()
        if self._history is None:
            self.run()
        else:
            self._order = replace(self._order, race=replace(self._order.race, where="auto"))
            self.go_on()

    def reset_view(self) -> None:
        """Shows all epochs again."""
        self._views.reset_view()

    def find(self) -> None:
        """Opens the choice of functions."""
        if not self.runner.running:
            self.panel.functions_button.showPopup()

    def close_work(self) -> None:
        """Ends everything; the runs under way are kept as stopped."""
        self._live.stop()
        for runner in (self._side, self._past):
            runner.shutdown()
        self._views.close_work()
        self.panel.data.close_work()
        super().close_work()


def _differences(before: tuple[Any, ...], after: tuple[Any, ...]) -> frozenset[str]:
    """The names of what is set otherwise."""
    found = {name for name, one, other in zip(("source", "functions"), before, after, strict=False)
             if one != other}
    for one, other in zip(before[2:], after[2:], strict=True):
        others = asdict(other)
        found |= {name for name, value in asdict(one).items() if value != others[name]}
    return frozenset(found)
