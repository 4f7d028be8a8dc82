"""The database of runs: one file of SQLite in the user's data folder."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from engine.storage.folders import data_folder
from engine.storage.life_signs import lives
from engine.storage.runs_file import (
    DamagedRunsError,
    check,
    connected,
    said,
    set_aside,
    transaction,
)
from engine.storage.runs_reading import (
    EPOCH,
    HEAD,
    SELECT,
    DamagedRunError,
    Known,
    left_out,
    right_epochs,
    right_runs,
)
from engine.storage.runs_rows import EpochRow, RunHead, StoredRun, plain_note
from engine.texts import Phrase

DAYS_DELETED = 7
"""How long a deleted run can be brought back, where the program did not end properly."""

_AT_ONCE = 500

CHECKPOINTS_TAKEN = "checkpoints taken in"
"""The fact that says so of those from before there was a database."""

_EDITED = ("note", "pinned", "deleted")


def runs_path() -> Path:
    """Where the database lies; it need not be there yet."""
    return data_folder() / "runs.sqlite"


def writers_folder(path: Path) -> Path:
    """Where the processes that write into this database show that they live."""
    return path.with_name(f"{path.name}-writers")


def open_runs(path: Path | None = None) -> tuple[RunStore, Phrase | None]:
    """The database as the program begins with it, and a sentence where it had to be made anew.

    A damaged one is set aside, runs of dead processes are marked as crashed, and runs that were
    deleted long ago go. Raises StorageError.
    """
    path = path or runs_path()
    try:
        return _begun(path), None
    except DamagedRunsError:
        told = set_aside(path)
        return _begun(path), told


def _begun(path: Path) -> RunStore:
    """The database, checked and mended. Raises DamagedRunsError."""
    store = RunStore(path)
    try:
        store.check()
        store.mark_crashed()
        store.purge(before=time.time() - DAYS_DELETED * 86_400)
    except BaseException:
        store.close()
        raise
    return store


class RunStore:
    """One connection, for the thread that made it; every method raises StorageError.

    `damaged` has the numbers of the runs that were left out because they cannot be right.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or runs_path()
        self.damaged: set[int] = set()
        self._connection = connected(self.path)

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self.close()

    def check(self) -> None:
        """Raises DamagedRunsError where the file is damaged."""
        check(self._connection, self.path)

    def left_out(self) -> Phrase | None:
        """The sentence about the damaged runs that were met, if any."""
        return left_out(self.damaged) if self.damaged else None

    def begin(self, head: RunHead, writer: str) -> int:
        """A run begins; gives its number. `writer` names the life sign of this process."""
        with said(self.path), transaction(self._connection):
            return self._insert(head, writer, "running")

    def _insert(self, head: RunHead, writer: str, status: str) -> int:
        values = [str(value) if isinstance(value, Path) else value
                  for value in (getattr(head, name) for name in HEAD)]
        names = (*HEAD, "writer", "status", "seconds", "note", "pinned", "epochs")
        marks = ", ".join("?" * len(names))
        made = self._connection.execute(
            f"INSERT INTO runs ({', '.join(names)}) VALUES ({marks})",
            (*values, writer, status, 0.0, "", False, 0))
        return int(made.lastrowid or 0)

    def begin_again(self, number: int, writer: str) -> None:
        """A run starts from nothing: its worker was lost, or its epochs are told again."""
        with said(self.path), transaction(self._connection):
            self._connection.execute("DELETE FROM epochs WHERE run = ?", (number,))
            self._connection.execute("UPDATE runs SET epochs = 0, seconds = 0, status = 'running', "
                                     "diverged_epoch = NULL, diverged_step = NULL, "
                                     "adapted_text = '[]', writer = ? "
                                     "WHERE number = ?", (writer, number))

    def unfinished(self, job: str, checkpoint: Path) -> int | None:
        """The stopped or crashed run of this job whose weights lie there: it can go on."""
        with said(self.path):
            found = self._connection.execute(
                "SELECT number FROM runs WHERE job = ? AND checkpoint = ? AND deleted IS NULL "
                "AND status IN ('stopped', 'crashed') ORDER BY number DESC",
                (job, str(checkpoint))).fetchone()
        return None if found is None else int(found[0])

    def unfinished_in_race(self, job: str, race: str) -> list[tuple[int, Path | None]]:
        """The stopped or crashed runs of this job in a race, and where their weights are to lie."""
        with said(self.path):
            found = self._connection.execute(
                f"{SELECT} WHERE runs.job = ? AND runs.race = ? AND runs.deleted IS NULL "
                "AND runs.status IN ('stopped', 'crashed') ORDER BY runs.number DESC",
                (job, race)).fetchall()
        return [(run.number, run.checkpoint) for run in right_runs(found, self.damaged)]

    def place_checkpoint(self, number: int, checkpoint: Path | None) -> None:
        """Where the weights of a run lie; None for nowhere."""
        with said(self.path), transaction(self._connection):
            self._connection.execute(
                "UPDATE runs SET checkpoint = ? WHERE number = ?",
                (None if checkpoint is None else str(checkpoint), number))

    def add_epoch(self, number: int, row: EpochRow, peak_memory: int | None = None) -> None:
        """An epoch of a run is done; on the disk when this returns."""
        with said(self.path), transaction(self._connection):
            self._add_epochs(number, [row])
            self._connection.execute(
                "UPDATE runs SET epochs = ?, seconds = ?, "
                "peak_memory = coalesce(?, peak_memory) WHERE number = ?",
                (row.epoch, row.seconds, peak_memory, number))

    def _add_epochs(self, number: int, rows: Iterable[EpochRow]) -> None:
        self._connection.executemany(
            "INSERT OR REPLACE INTO epochs VALUES (?, ?, ?, ?, ?, ?, ?)",
            ((number, *astuple(row)) for row in rows))

    def add_adapted(self, number: int, sentence: str) -> None:
        """The program had to do something otherwise than it was set."""
        with said(self.path), transaction(self._connection):
            self._connection.execute(
                "UPDATE runs SET adapted_text = json_insert(adapted_text, '$[#]', ?) "
                "WHERE number = ?", (sentence, number))

    def end(self, number: int, status: str, seconds: float, *, peak_memory: int | None = None,
            diverged: tuple[int, int] | None = None) -> None:
        """A run has ended; what is None stays as it was."""
        with said(self.path), transaction(self._connection):
            self._connection.execute(
                "UPDATE runs SET status = ?, seconds = ?, "
                "peak_memory = coalesce(?, peak_memory), "
                "diverged_epoch = coalesce(?, diverged_epoch), "
                "diverged_step = coalesce(?, diverged_step) WHERE number = ?",
                (status, seconds, peak_memory, *(diverged or (None, None)), number))

    def mark_crashed(self) -> int:
        """Runs under way whose process is dead: finished where all epochs were done, else crashed.

        Gives how many.
        """
        with said(self.path):
            found = self._connection.execute(
                "SELECT DISTINCT writer FROM runs WHERE status = 'running'").fetchall()
            folder = writers_folder(self.path)
            dead = [writer for (writer,) in found  # a damaged name is nobody's
                    if not (type(writer) is str and writer.isalnum() and lives(folder / writer))]
            count = 0
            with transaction(self._connection):
                for writer in dead:
                    count += self._connection.execute(
                        "UPDATE runs SET status = CASE WHEN CASE WHEN json_valid(settings_text) "
                        "THEN epochs = json_extract(settings_text, '$.epochs') END "
                        "THEN 'finished' ELSE 'crashed' END WHERE status = 'running' "
                        "AND CAST(writer AS BLOB) = CAST(? AS BLOB)",
                        (writer,)).rowcount
            return count

    def runs(self, *, numbers: Sequence[int] | None = None, status: str | None = None,
             known: Known | None = None) -> Iterator[StoredRun]:
        """All runs that are not deleted (or those of these numbers), the newest first.

        What did not change is taken from `known`, which holds them for the next time.
        """
        where, values = "WHERE runs.deleted IS NULL", []
        if status is not None:
            where, values = f"{where} AND runs.status = ?", [status]
        if numbers is not None:
            where = f"{where} AND {_among('runs.number')}"
            values.append(json.dumps(list(numbers)))
        with said(self.path):
            cursor = self._connection.execute(
                f"{SELECT} {where} ORDER BY runs.begun DESC, runs.number DESC", values)
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from right_runs(rows, self.damaged, known)

    def epochs(self, number: int) -> tuple[EpochRow, ...]:
        """The numbers of all epochs of a run, in order. Raises DamagedRunError."""
        with said(self.path):
            rows = self._connection.execute(
                f"SELECT {', '.join(EPOCH)} FROM epochs WHERE run = ? ORDER BY epoch",
                (number,)).fetchall()
        try:
            return right_epochs(number, rows)
        except DamagedRunError:
            self.damaged.add(number)
            raise

    def ended(self, jobs: Iterable[str]) -> dict[str, StoredRun]:
        """The newest run of each of these jobs that came to its end, finished or diverged."""
        with said(self.path):
            rows = self._connection.execute(
                f"{SELECT} WHERE runs.deleted IS NULL AND runs.status IN "
                f"('finished', 'diverged') AND {_among('runs.job')} "
                "ORDER BY runs.begun, runs.number", (json.dumps(list(jobs)),))
            return {run.job: run for run in right_runs(rows, self.damaged)}

    def edit(self, field: str, values: dict[int, Any]) -> None:
        """Sets note, pinned or deleted (a time, None brings it back) of runs by their numbers."""
        if field not in _EDITED:
            raise ValueError(field)
        with said(self.path), transaction(self._connection):
            self._connection.executemany(
                f"UPDATE runs SET {field} = ? WHERE number = ?",
                ((plain_note(value) if field == "note" else value, number)
                 for number, value in values.items()))

    def purge(self, numbers: Sequence[int] = (), before: float | None = None) -> int:
        """Takes deleted runs away for ever, with their checkpoints in the data folder.

        Those of `numbers`, and those that were deleted before a time. Checkpoints in other folders
        are the person's own. Gives how many went.
        """
        with said(self.path), transaction(self._connection):
            gone = self._connection.execute(
                f"DELETE FROM runs WHERE deleted IS NOT NULL AND (deleted < ? OR "
                f"{_among('number')}) RETURNING checkpoint",
                (before if before is not None else -1.0, json.dumps(list(numbers)))).fetchall()
        for (checkpoint,) in gone:
            if type(checkpoint) is str and "\0" not in checkpoint and not self._in_use(checkpoint):
                _remove(Path(checkpoint), self.path.parent / "runs")
        return len(gone)

    def _in_use(self, checkpoint: str) -> bool:
        with said(self.path):
            return self._connection.execute("SELECT 1 FROM runs WHERE checkpoint = ?",
                                            (checkpoint,)).fetchone() is not None

    def take_in(self, run: StoredRun, epochs: Sequence[EpochRow]) -> bool:
        """Adds a run from elsewhere; one that is known stays, unless fewer of its epochs were.

        Gives whether it was taken. One that was deleted here comes back.
        """
        with said(self.path), transaction(self._connection):
            known = self._connection.execute(
                "SELECT number, CAST(epochs AS INTEGER), deleted, status FROM runs WHERE uid = ?",
                (run.uid,)).fetchone()
            if known is not None:
                number, done, deleted, status = known
                if deleted is None and (done >= run.epochs or status == "running"):
                    return False
                self._connection.execute("UPDATE runs SET deleted = NULL WHERE number = ?",
                                         (number,))
                if done >= run.epochs:
                    return True
                self._connection.execute("DELETE FROM epochs WHERE run = ?", (number,))
            else:
                number = self._insert(run, "", run.status)
            self._add_epochs(number, epochs)
            self._connection.execute(
                "UPDATE runs SET status = ?, seconds = ?, peak_memory = ?, diverged_epoch = ?, "
                "diverged_step = ?, note = CASE note WHEN '' THEN ? ELSE note END, "
                "adapted_text = ?, epochs = ? WHERE number = ?",
                (run.status, run.seconds, run.peak_memory, *(run.diverged or (None, None)),
                 plain_note(run.note), run.adapted_text, run.epochs, number))
            return True

    def knows_checkpoint(self, path: Path) -> bool:
        """Whether a run, deleted or not, was kept with this checkpoint."""
        return self._in_use(str(path))

    def fact(self, name: str) -> str | None:
        """What was written down under this name."""
        with said(self.path):
            found = self._connection.execute("SELECT value FROM facts WHERE name = ?",
                                             (name,)).fetchone()
        return None if found is None else str(found[0])

    def set_fact(self, name: str, value: str) -> None:
        """Writes something down for later starts."""
        with said(self.path), transaction(self._connection):
            self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def _among(column: str) -> str:
    """The condition that a column is in a list, given as one JSON text however long it is."""
    return f"{column} IN (SELECT value FROM json_each(?))"


def _remove(checkpoint: Path, ours: Path) -> None:
    """The files of a checkpoint in the folder `ours`, and their folder where it is left empty."""
    try:
        if not checkpoint.resolve().is_relative_to(ours.resolve()):
            return
        checkpoint.unlink(missing_ok=True)
        checkpoint.with_suffix(".json").unlink(missing_ok=True)
        if checkpoint.parent != ours and not any(checkpoint.parent.iterdir()):
            checkpoint.parent.rmdir()
    except OSError:  # it stays on the disk, where the person can see it
        return


