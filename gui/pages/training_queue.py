"""The queue of a race: the runs under way and those that wait, to be moved and stopped."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.figures import Table
from engine.figures.race_queue import queue_table
from engine.training.race_history import RaceHistory
from engine.training.race_queue import RaceQueue
from gui.icons import icon
from gui.table_menu import TableMenu
from gui.table_view import TableView
from gui.texts import tr

_INSET = 20


class QueueView(QWidget):
    """A row a job, with buttons for the selected one; `stop_all_wanted` asks for the end of all."""

    stop_all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: RaceHistory | None = None
        self._queue: RaceQueue | None = None
        self._jobs: dict[tuple[object, object], str] = {}
        self._said: tuple[object, ...] = ()
        self.table = TableView()
        self.table.setSortingEnabled(False)
        TableMenu(self.table)
        self._words = QLabel()
        self._words.setProperty("role", "secondary")
        row = QHBoxLayout()
        row.setSpacing(8)
        self.earlier = self._button(row, "up", tr("Earlier"), tr(
            "Earlier (Alt+Up): the selected run starts one place sooner"), "Alt+Up")
        self.later = self._button(row, "down", tr("Later"), tr(
            "Later (Alt+Down): the selected run starts one place later"), "Alt+Down")
        self.next = self._button(row, "", tr("Next"), tr(
            "Next: the selected run starts as soon as a place is free"), "")
        self.stop = self._button(row, "stop", tr("Stop this run"), tr(
            "Stop this run (Delete): it keeps what it has; one that waits is taken out"), "Delete")
        row.addSpacing(12)
        row.addWidget(self._words, 1)
        self.stop_all = self._button(row, "stop", tr("Stop all"), tr(
            "Stop all: ends the race and keeps what has been trained so far"), "")
        for button in (self.stop, self.stop_all):
            button.setProperty("danger", True)
        self._wire()
        column = QVBoxLayout(self)
        column.setContentsMargins(_INSET, 10, _INSET, 6)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.table, 1)

    def _button(self, row: QHBoxLayout, name: str, words: str, tip: str,
                shortcut: str) -> QPushButton:
        button = QPushButton(words)
        if name:
            button.setIcon(icon(name, "danger" if name == "stop" else "text"))
        button.setToolTip(tip)
        row.addWidget(button)
        if shortcut:
            keys = QShortcut(QKeySequence(shortcut), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(button.click)
        return button

    def _wire(self) -> None:
        self.earlier.clicked.connect(self._earlier)
        self.later.clicked.connect(self._later)
        self.next.clicked.connect(self._next)
        self.stop.clicked.connect(self._stop)
        self.stop_all.clicked.connect(self.stop_all_wanted)
        self.table.row_selected.connect(self._fit_buttons)

    def show_queue(self, history: RaceHistory, queue: RaceQueue) -> None:
        """Shows what runs and waits now; cheap where nothing has changed."""
        running, waiting, removed = queue.running, queue.waiting, queue.removed
        said = (id(history), running, waiting, removed,
                tuple(len(run.epochs) if (run := history.run(job)) else -1 for job in running))
        if said == self._said:
            return
        self._said, self._history, self._queue = said, history, queue
        jobs = list(dict.fromkeys((*running, *waiting, *removed)))
        table = queue_table(history, running, [job for job in waiting if job not in running],
                            removed)
        self._jobs = dict(zip(map(_place, table.rows), jobs, strict=True))
        self.table.show_table(table)
        self._words.setText(tr("{running} under way, {waiting} waiting",
                               running=len(running), waiting=len(waiting)))
        self._fit_buttons()

    @property
    def picture(self) -> Table | None:
        """The table, where there is something in it."""
        return self.table.table if self.table.table.rows else None

    @property
    def selected(self) -> str:
        """The job of the selected row; empty without one."""
        row = self.table.selected_row()
        return "" if row is None else self._jobs.get(_place(row), "")

    def select(self, job: str) -> None:
        """Selects the row of a job."""
        self.table.select_row(list(self._jobs.values()).index(job))

    def _fit_buttons(self, row: object = None) -> None:
        queue, job = self._queue, self.selected
        waiting = queue.waiting if queue is not None else ()
        place = waiting.index(job) if job in waiting else None
        self.earlier.setEnabled(bool(place))
        self.next.setEnabled(bool(place))
        self.later.setEnabled(place is not None and place + 1 < len(waiting))
        self.stop.setEnabled(queue is not None and (place is not None or job in queue.running))
        self.stop_all.setEnabled(queue is not None and bool(queue.running or waiting))

    def _earlier(self) -> None:
        self._queue.move(self.selected, -1)

    def _later(self) -> None:
        self._queue.move(self.selected, 1)

    def _next(self) -> None:
        self._queue.move(self.selected, -len(self._queue.waiting))

    def _stop(self) -> None:
        self._queue.stop(self.selected)


def _place(row: Sequence[object]) -> tuple[object, object]:
    """What tells the rows of the queue apart: competitor and seed."""
    return row[0], row[-2]
