"""What can be seen of a race: curves over epochs or time, one run in depth, and the queue."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from engine.figures import Figure, Table
from engine.figures.race import race_curves_figure, race_time_figure
from engine.training.race_history import RaceHistory
from engine.training.race_queue import RaceQueue
from gui.pages.training_bar import CURVES
from gui.pages.training_pace import Pace
from gui.pages.training_queue import QueueView
from gui.plot_view import PlotView
from gui.work_centre import WorkCentre

_CURVES_SECONDS, _QUEUE_SECONDS = 0.4, 0.3


class RaceViews(QObject):
    """Draws the chosen view of a race, and again when it is told that something is new."""

    def __init__(self, centre: WorkCentre) -> None:
        super().__init__(centre)
        self._centre = centre
        self.plot: PlotView = centre.plot
        self.queue = QueueView()
        centre.add_view(self.queue)
        self._view, self._which, self._selected = "curves", "test", ""
        self._history: RaceHistory | None = None
        self._drawn = ""
        self._new = False
        self._pace, self._queue_pace = Pace(_CURVES_SECONDS), Pace(_QUEUE_SECONDS)

    @property
    def view(self) -> str:
        """Which view is shown."""
        return self._view

    def begin(self) -> None:
        """Another race: what was zoomed to does not hold any more."""
        self._drawn = ""

    def show(self, view: str, which: str, history: RaceHistory | None,
             queue: RaceQueue) -> None:
        """Shows a view; curves are those of the test set, of training, or both."""
        self._view, self._which, self._history = view, which, history
        self._centre.show_view(self._widget())
        if history is not None:
            self.draw(queue)

    def _widget(self) -> QWidget:
        return self.queue if self._view == "queue" else self.plot

    def note(self, history: RaceHistory) -> None:
        """An epoch or a run has ended."""
        self._history, self._new = history, True

    def draw_what_is_new(self, queue: RaceQueue) -> None:
        """Draws the view where something in it is new, and not too often."""
        if self._history is None:
            return
        if self._view == "queue":
            if self._queue_pace.due():
                with self._queue_pace:
                    self.queue.show_queue(self._history, queue)
        elif self._new and self._pace.due():
            with self._pace:
                self.draw(queue)

    def draw(self, queue: RaceQueue) -> None:
        """Draws the view as the race is now."""
        self._new = False
        if self._view in CURVES:
            self.plot.show_figure(self._curves(), keep_view=self._drawn == self._view)
            self.plot.select(self._selected)
            self._drawn = self._view
        elif self._view == "queue":
            self.queue.show_queue(self._history, queue)

    def select(self, key: str) -> None:
        """Marks the curves of a competitor."""
        self._selected = key
        if self._view in CURVES:
            self.plot.select(key)

    def picture(self) -> Figure | Table | None:
        """What is seen, for files."""
        if self._history is None:
            return None
        return self.queue.picture if self._view == "queue" else self._curves()

    def _curves(self) -> Figure:
        make = race_time_figure if self._view == "time" else race_curves_figure
        return make(self._history, self._which)
