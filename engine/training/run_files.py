"""Runs from elsewhere: files of another machine, and checkpoints from before the database."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
from collections.abc import Generator, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from engine.activations.own import OwnFunction, from_plain
from engine.errors import InputError, LabError, StorageError
from engine.networks.functions import start_values
from engine.storage.atomic import atomic_write
from engine.storage.runs import CHECKPOINTS_TAKEN, RunStore
from engine.storage.runs_rows import STATUSES, EpochRow, StoredRun, plain_note
from engine.storage.sealed import opened, sealed
from engine.training.checkpoints import read_plain
from engine.training.jobs import Job
from engine.training.run_keeping import head_of
from engine.training.settings import TrainingSettings, checked_settings

FORMAT = 1
KIND = "activation-lab-runs"
LARGEST_FILE = 512 * 2**20
LONGEST_NOTE = 100_000
_LONGEST_WORD = 1000
_LATEST = 32_503_680_000.0
"""The year 3000, in seconds since 1970: no run began later."""
_FIELDS = {"uid", "race", "function", "values", "own", "settings", "data", "device", "versions",
           "begun", "seconds", "peak_memory", "status", "diverged", "note",
           "adapted", "epochs"}
_REFUSED = (KeyError, TypeError, ValueError, AttributeError, OverflowError, InputError)


def run_content(run: StoredRun, epochs: Iterable[EpochRow]) -> dict[str, Any]:
    """A run as JSON has it. One under way is stopped as far as the file is concerned; where its
    weights lie and whether it is pinned stay here."""
    return {
        "uid": run.uid, "race": run.race, "function": run.function, "values": run.values,
        "own": run.own, "settings": run.settings,
        "data": {"name": run.data_name, "digest": run.data_digest,
                 "is_fashion_mnist": run.is_fashion_mnist},
        "device": run.device, "versions": [list(pair) for pair in run.versions],
        "begun": run.begun, "seconds": run.seconds, "peak_memory": run.peak_memory,
        "status": "stopped" if run.status == "running" else run.status,
        "diverged": None if run.diverged is None else list(run.diverged), "note": run.note,
        "adapted": list(run.adapted), "epochs": [dataclasses.asdict(row) for row in epochs],
    }


def write_runs(path: Path, contents: Iterable[dict[str, Any]]) -> None:
    """Writes runs as one file for another machine. Raises StorageError."""
    atomic_write(path, sealed({"runs": list(contents)}, FORMAT, KIND, indented=False))


def read_runs(path: Path) -> tuple[tuple[StoredRun, tuple[EpochRow, ...]], ...]:
    """The runs of such a file, every value checked. Raises StorageError, saying why not."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise StorageError("{file} could not be read: {reason}.", file=str(path),
                           reason=error.strerror or str(error)) from error
    try:
        form, content = opened(data if len(data) <= LARGEST_FILE else b"", KIND)
    except ValueError as error:
        raise StorageError("{file} is damaged, or holds no runs of this program. Nothing was "
                           "imported.", file=str(path)) from error
    if form > FORMAT:
        raise StorageError("{file} was written by a later version of the program. "
                           "Open it with that version.", file=str(path))
    found: list[tuple[StoredRun, tuple[EpochRow, ...]]] = []
    try:
        if set(content) != {"runs"} or not isinstance(content["runs"], list):
            raise ValueError("runs")
        for one in content["runs"]:
            found.append(_run(one))
    except _REFUSED as error:
        reason = error.phrase if isinstance(error, LabError) else str(error)
        raise StorageError("Run {number} of {file} is no right run ({reason}). Nothing was "
                           "imported.", number=len(found) + 1, file=str(path),
                           reason=reason) from error
    if len({run.uid for run, _ in found}) != len(found):
        raise StorageError("{file} holds a run twice. Nothing was imported.", file=str(path))
    return tuple(found)


def _run(content: dict[str, Any]) -> tuple[StoredRun, tuple[EpochRow, ...]]:
    """The checked run. Raises one of _REFUSED."""
    data = content["data"]
    if set(content) != _FIELDS or set(data) != {"name", "digest", "is_fashion_mnist"}:
        raise ValueError("fields")
    if content["status"] not in STATUSES[1:] or type(data["is_fashion_mnist"]) is not bool:
        raise ValueError("status")
    diverged = content["diverged"]
    if (diverged is not None) != (content["status"] == "diverged"):
        raise ValueError("diverged")
    own = None if content["own"] is None else from_plain(content["own"])
    job = Job(_word(content["function"]), _values(content, own),
              _settings(json.dumps(content["settings"])), _word(data["digest"]), own)
    epochs = tuple(_epoch(row, number) for number, row in enumerate(content["epochs"], start=1))
    if len(epochs) > job.settings.epochs or (content["status"] == "finished"
                                             and len(epochs) != job.settings.epochs):
        raise ValueError("epochs")
    head = head_of(
        job, _number(content["begun"], _LATEST), uid=_word(content["uid"]),
        race=_word(content["race"], least=0), device=_word(content["device"]),
        data_name=_word(data["name"]),
        is_fashion_mnist=data["is_fashion_mnist"],
        versions_text=json.dumps([[_word(name), _word(version)]
                                  for name, version in content["versions"]]), checkpoint=None)
    peak = content["peak_memory"]
    return StoredRun(
        **{field.name: getattr(head, field.name) for field in dataclasses.fields(head)},
        status=content["status"], seconds=_number(content["seconds"]),
        peak_memory=None if peak is None else _whole(peak),
        diverged=None if diverged is None else _pair(diverged),
        note=plain_note(_text(content["note"], LONGEST_NOTE, least=0)),
        adapted_text=json.dumps([_word(text) for text in content["adapted"]],
                                ensure_ascii=False), epochs=len(epochs),
        last=epochs[-1] if epochs else None), epochs


@lru_cache(maxsize=1024)
def _settings(text: str) -> TrainingSettings:
    """The checked settings; many runs of a file have the same."""
    return checked_settings(json.loads(text))


def _values(content: dict[str, Any], own: OwnFunction | None) -> dict[str, Any]:
    """The function's values, checked; an own function does not join the catalogue by that."""
    if own is None:
        return start_values(content["function"], content["values"])
    if content["function"] != own.key:
        raise ValueError("function")
    return own.activation().checked(content["values"])


def _epoch(row: dict[str, Any], number: int) -> EpochRow:
    names = [field.name for field in dataclasses.fields(EpochRow)]
    if set(row) != set(names) or _whole(row["epoch"]) != number:
        raise ValueError("epoch")
    return EpochRow(number, *(_number(row[name], 1.0 if name.endswith("accuracy") else math.inf)
                              for name in names[1:]))


def _text(text: Any, longest: int, least: int) -> str:
    if not isinstance(text, str) or not least <= len(text) <= longest:
        raise ValueError(f"{text!r:.40}")
    text.encode("utf-8")
    return text


def _word(text: Any, least: int = 1) -> str:
    """A name, in which nothing is that no file can hold."""
    if "\0" in _text(text, _LONGEST_WORD, least):
        raise ValueError(f"{text!r:.40}")
    return text


def _number(value: Any, most: float = math.inf) -> float:
    """A finite number from 0 to `most`."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) \
            or not math.isfinite(value) or not 0 <= value <= most:
        raise ValueError(f"{value!r:.40}")
    return float(value)


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**63:
        raise ValueError(f"{value!r:.40}")
    return value


def _pair(values: Any) -> tuple[int, int]:
    epoch, step = map(_whole, values)
    return epoch, step


def taken_in_checkpoints(store: RunStore, folder: Path) -> Generator[int | None, None, None]:
    """Takes the checkpoints of `folder` from before the database into it, once; gives how many.

    Yields None after each. What cannot be read is left out; opening it says why.
    """
    if store.fact(CHECKPOINTS_TAKEN) is not None:
        return
    count = 0
    for path in sorted(folder.glob("*/*.safetensors")):
        if not store.knows_checkpoint(path):
            count += any(store.take_in(run, epochs) for run, epochs in _of_checkpoint(path))
        yield None
    store.set_fact(CHECKPOINTS_TAKEN, str(count))
    yield count


def _of_checkpoint(path: Path) -> Iterator[tuple[StoredRun, tuple[EpochRow, ...]]]:
    """The run that a checkpoint is of, by its record alone; nothing where it cannot be read."""
    try:
        content, beside = read_plain(path), path.with_suffix(".json")
        written = beside.stat().st_mtime
        uid = hashlib.sha256(beside.read_bytes()).hexdigest()[:32]
        plain = {
            "uid": uid, "race": "", "own": content.get("own"), "peak_memory": None, "note": "",
            "adapted": [],
            "data": {"name": content["data_name"], "digest": content["data_digest"],
                     "is_fashion_mnist": content["is_fashion_mnist"]},
            "begun": max(0.0, written - content["seconds"]),
            "epochs": [{name: value for name, value in row.items()
                        if name not in ("function", "seed")} for row in content["epochs"]],
            **{name: content[name] for name in (
                "function", "values", "settings", "device", "versions", "seconds", "status",
                "diverged")}}
        run, epochs = _run(plain)
    except (*_REFUSED, LabError, OSError):
        return
    yield dataclasses.replace(run, checkpoint=path), epochs
