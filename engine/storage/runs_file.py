"""The file of the database of runs: its tables, their versions, and what is wrong with a file."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from functools import cache
from pathlib import Path

from engine.errors import StorageError
from engine.storage.life_signs import LifeSign
from engine.storage.runs_reading import text
from engine.texts import Phrase, phrase

BUSY_SECONDS = 10.0
_APPLICATION = 0x414C5241
"""Marks the file as ours; "ALRA"."""

_LAST_VERSION = 1000
"""Of the tables; a larger number is damage."""

_VERSIONS = (
    """
    CREATE TABLE runs (
        number INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE, job TEXT NOT NULL,
        race TEXT NOT NULL, function TEXT NOT NULL, values_text TEXT NOT NULL, own_text TEXT,
        settings_text TEXT NOT NULL, seed INTEGER NOT NULL, data_name TEXT NOT NULL,
        data_digest TEXT NOT NULL, is_fashion_mnist INTEGER NOT NULL, device TEXT NOT NULL,
        versions_text TEXT NOT NULL, begun REAL NOT NULL, checkpoint TEXT,
        status TEXT NOT NULL, seconds REAL NOT NULL, peak_memory INTEGER,
        diverged_epoch INTEGER, diverged_step INTEGER, note TEXT NOT NULL,
        adapted_text TEXT NOT NULL DEFAULT '[]', pinned INTEGER NOT NULL, deleted REAL,
        writer TEXT NOT NULL, epochs INTEGER NOT NULL);
    CREATE INDEX runs_by_job ON runs (job);
    CREATE TABLE epochs (
        run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE, epoch INTEGER NOT NULL,
        train_loss REAL NOT NULL, train_accuracy REAL NOT NULL, test_loss REAL NOT NULL,
        test_accuracy REAL NOT NULL, seconds REAL NOT NULL, PRIMARY KEY (run, epoch)
    ) WITHOUT ROWID;
    CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
)
"""What leads from each version of the tables to the next; the first makes them."""

VERSION = len(_VERSIONS)


class DamagedRunsError(StorageError):
    """A file that is no database, or one whose pages do not fit together."""


def connected(path: Path) -> sqlite3.Connection:
    """A connection for this thread to the database of runs, made or brought up to date if need be.

    Raises DamagedRunsError, and StorageError for a newer or an unreachable file.
    """
    with said(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StorageError("{file} could not be written: {reason}. Choose another folder.",
                               file=str(path.parent),
                               reason=error.strerror or str(error)) from error
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.text_factory = text
        try:
            _prepare(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    version = _version(connection, path)  # a stranger's file is not touched
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    if version < VERSION:
        with transaction(connection):  # another program may have done it meanwhile
            for script in _VERSIONS[_version(connection, path):]:
                for statement in script.split(";"):
                    connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {_APPLICATION}")
            connection.execute(f"PRAGMA user_version = {VERSION}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers and a writer do not wait for each other; two that change the mode at once must."""
    deadline = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """0 for a file without tables. Raises for a later version and for a stranger's database."""
    _check_header(path)
    alone = not connection.in_transaction
    if alone:  # all three as they are at one time: another program may be making the tables
        connection.execute("BEGIN")
    try:
        version, mark, tables = (connection.execute(words).fetchone()[0] for words in (
            "PRAGMA user_version", "PRAGMA application_id", "SELECT count(*) FROM sqlite_master"))
    finally:
        if alone and connection.in_transaction:
            connection.execute("ROLLBACK")
    if (mark or version or tables) and (mark != _APPLICATION or not 0 < version <= _LAST_VERSION):
        raise damaged(path)
    if version > VERSION:
        raise StorageError("{file} was written by a later version of the program. "
                           "Open it with that version.", file=str(path))
    return version


def _check_header(path: Path) -> None:
    """Raises DamagedRunsError for what SQLite would take for a file that can only be read."""
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError:  # SQLite says why
        return
    if len(header) == 100 and (not {header[18], header[19]} <= {1, 2} or any(header[44:47])
                               or header[47] > 4 or any(header[56:59]) or header[59] > 1):
        raise damaged(path)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing; waits for another writer at the beginning."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):  # an error may have ended it already
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def said(path: Path) -> Iterator[None]:
    """Turns what SQLite says of this file into a sentence."""
    try:
        yield
    except UnicodeDecodeError as error:  # SQLite cites the damaged text of the file in its words
        raise damaged(path) from error
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise damaged(path) from error
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StorageError("{file} is in use by another program. Try again when that has "
                               "ended.", file=str(path)) from error
        raise StorageError("{file} could not be used: {reason}. Nothing more is kept in it until "
                           "that is mended.", file=str(path), reason=str(error)) from error


def damaged(path: Path) -> DamagedRunsError:
    """The error that says so."""
    return DamagedRunsError("{file} is damaged, or no database of this program.", file=str(path))


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raises DamagedRunsError where the pages of the file do not fit together, or its tables are
    not those of this program."""
    with said(path):
        found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if found != "ok" or not _tables() <= _tables_of(connection):
            raise damaged(path)


@cache
def _tables() -> set[tuple[str, str]]:
    """What a whole database has."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript("".join(_VERSIONS))
        return _tables_of(connection)


def _tables_of(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Names and definitions of tables and indexes, whatever their spaces."""
    return {(str(name), " ".join(str(words).split())) for name, words in connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")}


def set_aside(path: Path) -> Phrase | None:
    """Renames a damaged file, so that a new one can be made, and says so.

    None where another program has done it meanwhile. Raises StorageError.
    """
    sign = LifeSign(path.with_name(f"{path.name}.mending"))
    try:
        try:
            with closing(connected(path)) as connection:
                check(connection, path)
            return None
        except DamagedRunsError:
            return _renamed(path)
    finally:
        sign.end()


def _renamed(path: Path) -> Phrase:
    date = datetime.now().astimezone().strftime("%Y-%m-%d %H-%M-%S")
    target = path.with_name(f"{path.stem} damaged {date}{path.suffix}")
    number = 2
    while target.exists():
        target = path.with_name(f"{path.stem} damaged {date} {number}{path.suffix}")
        number += 1
    try:
        path.replace(target)
        for end in ("-wal", "-shm"):
            beside = path.with_name(path.name + end)
            if beside.exists():
                beside.replace(target.with_name(target.name + end))
    except OSError as error:
        raise StorageError("{file} is damaged and could not be set aside: {reason}.",
                           file=str(path), reason=error.strerror or str(error)) from error
    return phrase("The database of runs was damaged. It was set aside as {file}, and a new one "
                  "was begun. Runs whose checkpoints are kept are taken into it.",
                  file=target.name)
