"""The command runs: the trainings that were kept, as a list or as files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from commands.output import Output, columns
from engine.errors import InputError
from engine.figures.csv import csv_bytes
from engine.figures.runs import runs_table, status_cell
from engine.storage.atomic import atomic_write
from engine.storage.folders import data_folder
from engine.storage.runs import RunStore, open_runs
from engine.storage.runs_reading import DamagedRunError
from engine.storage.runs_rows import StoredRun
from engine.training.run_files import read_runs, run_content, taken_in_checkpoints, write_runs

_HEADS = ("run", "function", "accuracy", "loss", "epochs", "seed", "time", "status", "begun",
          "data", "note")


def runs(arguments: argparse.Namespace, output: Output) -> None:
    """Lists the kept runs, the newest first; or writes them into a file, or takes some in."""
    _check(arguments)
    store, told = open_runs()
    with store:
        if told is not None:
            output.note(told)
        for _ in taken_in_checkpoints(store, data_folder() / "runs"):
            pass
        if arguments.import_file is not None:
            _take_in(store, Path(arguments.import_file), output)
            return
        found = [run for run in store.runs(status=arguments.status)
                 if arguments.function in (None, run.function)]
        if arguments.export is not None:
            _give(store, Path(arguments.export), found, output)
        else:
            output.result([_described(run) for run in found],
                          columns(_HEADS, [_row(run) for run in found]))
        damage = store.left_out()
        if damage is not None:
            output.note(damage)


def _check(arguments: argparse.Namespace) -> None:
    if arguments.import_file is not None and (
            arguments.export, arguments.function, arguments.status) != (None, None, None):
        raise InputError("--import takes in all runs of a file; use it alone.")
    if arguments.export is not None:
        if Path(arguments.export).suffix.lower() not in (".csv", ".json"):
            raise InputError("--export must end in .csv or .json, got {file}.",
                             file=repr(arguments.export))
        if arguments.json:
            raise InputError("Choose --export or --json: the runs are written into the file.")


def _give(store: RunStore, path: Path, found: Sequence[StoredRun], output: Output) -> None:
    """As JSON for another machine, or as a table of all that is kept but the epochs."""
    if path.suffix.lower() == ".json":
        contents, found = [], list(found)
        for run in tuple(found):
            try:
                contents.append(run_content(run, store.epochs(run.number)))
            except DamagedRunError:
                found.remove(run)
        write_runs(path, contents)
    else:
        baseline = next((run for run in store.runs() if run.pinned), None)
        atomic_write(path, csv_bytes(runs_table(found, baseline)))
    output.note(f"written: {path} ({len(found)} runs)")


def _take_in(store: RunStore, path: Path, output: Output) -> None:
    taken = [store.take_in(run, epochs) for run, epochs in read_runs(path)]
    new, known = sum(taken), len(taken) - sum(taken)
    output.result({"imported": new, "known": known},
                  f"{new} runs imported, {known} were here already")


def _described(run: StoredRun) -> dict[str, Any]:
    """All that is kept of a run; of its epochs the last."""
    content = run_content(run, [row for row in (run.last,) if row is not None])
    last = content.pop("epochs")
    return {"run": run.number, **content, "status": run.status, "job": run.job,
            "checkpoint": run.checkpoint, "baseline": run.pinned, "epochs_done": run.epochs,
            "last_epoch": last[0] if last else None}


def _row(run: StoredRun) -> tuple[str, ...]:
    result = run.result
    begun = datetime.fromtimestamp(run.begun, UTC).astimezone()
    return (
        str(run.number), run.function, f"{100 * result.test_accuracy:.2f} %" if result else "-",
        f"{result.test_loss:.4f}" if result else "-", str(run.epochs), str(run.seed),
        f"{run.seconds:.1f} s", str(status_cell(run)), begun.strftime("%Y-%m-%d %H:%M"),
        run.data_name, " ".join(run.note.split()))
