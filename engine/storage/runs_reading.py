"""Rows of the database of runs as StoredRuns, where what they hold can be right."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from engine.errors import StorageError
from engine.storage.runs_rows import STATUSES, EpochRow, RunHead, StoredRun
from engine.texts import Phrase, phrase

HEAD = tuple(field.name for field in fields(RunHead))
EPOCH = tuple(field.name for field in fields(EpochRow))
OTHERS = ("number", "status", "seconds", "peak_memory", "diverged_epoch", "diverged_step", "note",
          "adapted_text", "pinned", "epochs")
SELECT = (f"SELECT {', '.join(f'runs.{name}' for name in (*HEAD, *OTHERS))}, "
          f"{', '.join(f'last.{name}' for name in EPOCH)} FROM runs "
          "LEFT JOIN epochs AS last ON last.run = runs.number AND last.epoch = runs.epochs ")
Known = dict[int, tuple[tuple[Any, ...], StoredRun]]
"""Runs by their number, with the rows that they were made from."""

_TEXTS = ("uid", "job", "race", "function", "data_name", "data_digest", "device", "note")
_COUNTS = ("seed", "epochs")
_LATEST = 32_503_680_000.0
"""The year 3000, in seconds since 1970: no run began later."""


class DamagedRunError(StorageError):
    """A run of the database of which something cannot be read; the others can."""


def text(content: bytes) -> str | bytes:
    """A text of the database; the bytes themselves where they are no UTF-8."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content


def left_out(numbers: Iterable[int]) -> Phrase:
    """The sentence about damaged runs."""
    return phrase("Damaged in the database of runs, and left out: run {numbers}. All other runs "
                  "are shown.", numbers=", ".join(map(str, sorted(numbers))))


def right_runs(rows: Iterable[tuple[Any, ...]], damaged: set[int],
               known: Known | None = None) -> Iterator[StoredRun]:
    """The runs of SELECT's rows; the numbers of those that cannot be right go into `damaged`.

    Where a row is as in `known`, so is the object.
    """
    for row in rows:
        number = row[len(HEAD)]
        before = None if known is None else known.get(number)
        if before is None or before[0] != row:
            try:
                before = row, _run(row)
            except (ValueError, TypeError, KeyError, RecursionError):
                damaged.add(number)
                continue
            if known is not None:
                known[number] = before
        yield before[1]


def right_epochs(number: int, rows: Iterable[tuple[Any, ...]]) -> tuple[EpochRow, ...]:
    """The epochs of a run. Raises DamagedRunError."""
    try:
        return tuple(map(_epoch, rows))
    except ValueError as error:
        raise DamagedRunError("Run {number} of the database is damaged.",
                              number=number) from error


def _run(row: tuple[Any, ...]) -> StoredRun:
    """Raises ValueError, TypeError or KeyError for what no run of this program has."""
    head = dict(zip(HEAD, row, strict=False))
    others = dict(zip(OTHERS, row[len(HEAD):], strict=False))
    _check(head | others)
    last = row[len(HEAD) + len(OTHERS):]
    epoch, step = others.pop("diverged_epoch"), others.pop("diverged_step")
    checkpoint = head.pop("checkpoint")
    head["is_fashion_mnist"] = bool(head["is_fashion_mnist"])
    others["pinned"] = bool(others["pinned"])
    return StoredRun(
        **head, **others, checkpoint=None if checkpoint is None else Path(checkpoint),
        diverged=None if epoch is None else (epoch, step),
        last=None if last[0] is None else _epoch(last))


def _check(values: dict[str, Any]) -> None:
    for name in _TEXTS:
        if type(values[name]) is not str:
            raise ValueError(name)
    for name in _COUNTS:
        if type(values[name]) is not int or values[name] < 0:
            raise ValueError(name)
    pair = values["diverged_epoch"], values["diverged_step"]
    if any(type(value) not in (int, type(None)) for value in (*pair, values["peak_memory"])) \
            or (pair[0] is None) != (pair[1] is None):
        raise ValueError("diverged")
    if values["status"] not in STATUSES:
        raise ValueError("status")
    if not 0 <= _real(values["begun"]) <= _LATEST or _real(values["seconds"]) < 0:
        raise ValueError("begun")
    if type(values["checkpoint"]) not in (str, type(None)) or "\0" in (values["checkpoint"] or ""):
        raise ValueError("checkpoint")
    _check_json(*(values[name] for name in ("values_text", "own_text", "settings_text",
                                            "versions_text", "adapted_text")))


@lru_cache(maxsize=4096)
def _check_json(values: Any, own: Any, settings: Any, versions: Any, adapted: Any) -> None:
    """Raises what _run does; the runs of a race have the same texts."""
    if not all(type(content) is str for content in (values, settings, versions, adapted)) \
            or type(own) not in (str, type(None)):
        raise ValueError("text")
    if not isinstance(json.loads(values), dict) or not isinstance(json.loads(own or "{}"), dict):
        raise ValueError("values")
    if type(json.loads(settings)["epochs"]) is not int:
        raise ValueError("settings")
    if any(type(name) is not str or type(version) is not str
           for name, version in json.loads(versions)):
        raise ValueError("versions")
    if any(type(sentence) is not str for sentence in json.loads(adapted)):
        raise ValueError("adapted")


def _epoch(row: tuple[Any, ...]) -> EpochRow:
    """Raises ValueError."""
    if type(row[0]) is not int:
        raise ValueError("epoch")
    for value in row[1:]:
        _real(value)
    return EpochRow(*row)


def _real(value: Any) -> float:
    if type(value) not in (int, float) or not math.isfinite(value):
        raise ValueError("number")
    return value
