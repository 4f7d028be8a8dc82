"""What a person changed on the Runs page: taken back, made again, and written one by one."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine.errors import LabError
from engine.storage.runs_rows import StoredRun
from gui.pages.runs_steps import Edit, emptied, written
from gui.problems import log_problem
from gui.runner import Runner

_MOST = 200


class RunsEdits(QObject):
    """The runs as they are with all edits, of which the database may not know the last ones.

    `changed` comes after an edit, `failed` with why one could not be written.
    """

    changed = Signal()
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runs: dict[int, StoredRun] = {}
        self._gone: dict[int, StoredRun] = {}
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._waiting: list[Edit] = []
        self.count = 0
        self._runner = Runner(self)
        self._runner.finished.connect(self._write_next)
        self._runner.failed.connect(self._not_written)

    @property
    def busy(self) -> bool:
        """Whether something is not written yet."""
        return self._runner.running or bool(self._waiting)

    @property
    def possible(self) -> tuple[bool, bool]:
        """Whether there is something to take back, and to make again."""
        return bool(self._done), bool(self._undone)

    def take(self, runs: Sequence[StoredRun]) -> None:
        """The runs as the database has them, while nothing waits to be written."""
        self.runs = {run.number: run for run in runs}

    def make(self, edit: Edit) -> None:
        """A person changed something."""
        self._done = [*self._done[-_MOST:], edit]
        self._undone.clear()
        self._apply(edit)

    def undo(self) -> None:
        """Takes the last edit back."""
        if self._done:
            edit = self._done.pop()
            self._undone.append(edit)
            self._apply(edit.reversed)

    def redo(self) -> None:
        """Makes the edit again that was taken back last."""
        if self._undone:
            edit = self._undone.pop()
            self._done.append(edit)
            self._apply(edit)

    def undo_this(self, edit: Edit) -> None:
        """Takes back an edit that need not be the last any more."""
        if edit in self._done:
            self._done.remove(edit)
            self._undone.append(edit)
            self._apply(edit.reversed)

    def _apply(self, edit: Edit) -> None:
        for number, value in edit.after.items():
            self._apply_one(number, edit.field, value)
        self.count += 1
        self._waiting.append(edit)
        if not self._runner.running:
            self._write_next()
        self.changed.emit()

    def _apply_one(self, number: int, field: str, value: Any) -> None:
        if field == "deleted" and value is not None:
            if number in self.runs:
                self._gone[number] = self.runs.pop(number)
        elif field == "deleted":
            if number in self._gone:
                self.runs[number] = self._gone.pop(number)
        elif number in self.runs:
            self.runs[number] = dataclasses.replace(self.runs[number], **{field: value})

    def _write_next(self) -> None:
        if self._waiting:
            self._runner.start(written(self._waiting.pop(0)))

    def _not_written(self, error: Exception) -> None:
        """The database is as it was: what was changed here is forgotten."""
        self._waiting.clear()
        self._done.clear()
        self._undone.clear()
        self.failed.emit(error)

    def carried(self) -> tuple[Any, ...]:
        """What can be taken back, for another window; this one then keeps what was deleted."""
        found = (self.runs, self._gone, self._done, self._undone)
        self._gone = {}
        return found

    def carry(self, carried: tuple[Any, ...]) -> None:
        """Takes over what another window carried."""
        self.runs, self._gone, self._done, self._undone = carried

    def close(self) -> None:
        """Writes what waits, and empties what was deleted here: nobody can take it back."""
        self._runner.shutdown()
        try:
            for edit in self._waiting:
                list(written(edit))
            if self._gone:
                emptied(list(self._gone))
        except LabError as error:  # the window goes: nobody would see a dialog
            log_problem(error)
        finally:
            self._waiting, self._gone = [], {}
            self._done, self._undone = [], []
