"""What can be seen of a race: curves over epochs or time, one run in depth, and the queue."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from engine.data.images import ImageData
from engine.figures import Figure, Table
from engine.figures.race import race_curves_figure, race_time_figure
from engine.figures.race_words import entry_key, race_warning
from engine.training.history import RunHistory
from engine.training.race_history import RaceHistory
from engine.training.race_queue import RaceQueue
from gui.pages.training_bar import CURVES
from gui.pages.training_chooser import RunChooser
from gui.pages.training_outcomes import OutcomesView
from gui.pages.training_pace import Pace
from gui.pages.training_queue import QueueView
from gui.plot_look import Shown
from gui.plot_view import PlotView
from gui.shapes_view import ShapesView
from gui.work_centre import WorkCentre

_CURVES_SECONDS, _OTHERS_SECONDS = 0.4, 0.3
_DEEP = ("confusion", "shapes")
"""The views of one run; they take the room of the table too."""


class RaceViews(QObject):
    """Draws the chosen view of a race, and again when it is told that something is new.

    `chosen` carries the key of the competitor whose run was chosen in a view.
    """

    chosen = Signal(str)

    def __init__(self, centre: WorkCentre) -> None:
        super().__init__(centre)
        self._centre = centre
        self.plot: PlotView = centre.plot
        self.queue, self.outcomes, self.shapes = QueueView(), OutcomesView(), ShapesView()
        self._chooser = RunChooser(_learns)
        self._widgets = {"queue": self.queue, "confusion": self.outcomes,
                         "shapes": self._under_chooser()}
        for widget in self._widgets.values():
            centre.add_view(widget)
        self.outcomes.chosen.connect(self.chosen)
        self._chooser.chosen.connect(self.chosen)
        self._view, self._which, self._selected = "curves", "test", ""
        self._history: RaceHistory | None = None
        self._run: RunHistory | None = None
        self._data: ImageData | None = None
        self._drawn = ""
        self._new = False
        self._pace, self._others_pace = Pace(_CURVES_SECONDS), Pace(_OTHERS_SECONDS)

    def _under_chooser(self) -> QWidget:
        holder, head, column = QWidget(), QHBoxLayout(), QVBoxLayout()
        head.setContentsMargins(20, 10, 20, 2)
        head.addStretch(1)
        head.addWidget(self._chooser)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.shapes, 1)
        holder.setLayout(column)
        return holder

    @property
    def plots(self) -> tuple[PlotView, ...]:
        """All plots, whose menus offer files."""
        return self.plot, self.outcomes.plot, self.shapes.plot

    @property
    def run(self) -> RunHistory | None:
        """The run that is shown in depth; None in the other views, and before there is one."""
        return self._run if self._view in _DEEP else None

    @property
    def view(self) -> str:
        """Which view is shown."""
        return self._view

    def begin(self) -> None:
        """Another race: what was zoomed to does not hold any more."""
        self._drawn, self._run = "", None

    def show(self, view: str, which: str, history: RaceHistory | None, data: ImageData | None,
             queue: RaceQueue) -> None:
        """Shows a view; curves are those of the test set, of training, or both."""
        self._view, self._which = view, which
        self._history, self._data = history, data
        self._centre.show_view(self._widgets.get(view, self.plot), view not in _DEEP)
        if history is not None:
            self.draw(queue)

    def note(self, history: RaceHistory) -> None:
        """An epoch or a run has ended."""
        self._history, self._new = history, True

    def draw_what_is_new(self, queue: RaceQueue) -> None:
        """Draws the view where something in it is new, and not too often."""
        if self._history is None:
            return
        if self._view in CURVES:
            if self._new and self._pace.due():
                with self._pace:
                    self.draw(queue)
        elif self._others_pace.due():
            with self._others_pace:
                self.draw(queue)

    def draw(self, queue: RaceQueue) -> None:
        """Draws the view as the race is now."""
        if self._view in CURVES:
            self._new = False
            self.plot.show_figure(self._curves(), keep_view=self._drawn == self._view)
            self.plot.select(self._selected)
            self._drawn = self._view
        elif self._view == "queue":
            self.queue.show_queue(self._history, queue)
        elif self._view == "confusion":
            if self._data is not None:
                self.outcomes.show_race(self._history, self._data, self._selected)
                self._run = self.outcomes.chooser.shown
        else:
            self._run = self._chooser.show_runs(self._history, self._selected) or self._any_run()
            self.shapes.show_run(self._run, self._epochs_of(self._run),
                                 race_warning(self._history))

    def _epochs_of(self, run: RunHistory | None) -> int:
        entry = None if run is None else self._history.entry_of(run)
        return 0 if entry is None else entry.jobs[run.seed].settings.epochs

    def _any_run(self) -> RunHistory | None:
        """A run of the selected competitor, which learns no shape and is named for it."""
        entries = [entry for entry in self._history.entries if entry.runs]
        own = [entry for entry in entries if entry_key(entry) == self._selected]
        return next((run for entry in own or entries for run in entry.runs.values()), None)

    def select(self, key: str, queue: RaceQueue) -> None:
        """Marks the curves of a competitor, or shows its run."""
        self._selected = key
        if self._view in CURVES:
            self.plot.select(key)
        elif self._history is not None:
            self.draw(queue)

    def picture(self) -> Figure | Table | None:
        """What is seen, for files."""
        match self._view:
            case "queue":
                return self.queue.picture
            case "confusion":
                return self.outcomes.picture()
            case "shapes":
                return self.shapes.picture()
        return None if self._history is None else self._curves()

    @property
    def shown(self) -> Shown | None:
        """Zoom and hidden curves of the plot that is seen."""
        if self._view in CURVES:
            return self.plot.shown
        return self.shapes.shown if self._view == "shapes" else None

    def reset_view(self) -> None:
        """Shows everything again."""
        (self.shapes if self._view == "shapes" else self.plot).reset_view()

    def close_work(self) -> None:
        """Ends what is tested and what plays."""
        self.outcomes.close_work()
        self.shapes.close_work()

    def _curves(self) -> Figure:
        make = race_time_figure if self._view == "time" else race_curves_figure
        return make(self._history, self._which)


def _learns(run: RunHistory) -> bool:
    return run.latest_shapes is not None
