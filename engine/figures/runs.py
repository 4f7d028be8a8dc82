"""Kept runs as a table with differences against a baseline, and their curves as a figure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np

from engine.activations.registry import known
from engine.figures.cells import Cell
from engine.figures.data_set import data_warning
from engine.figures.figure import Axis, Column, Figure, Line, Panel, Table, Text
from engine.figures.run_settings import plain_text, setting_names, short_data_name
from engine.figures.series import series_key
from engine.networks.functions import function_name
from engine.storage.runs_rows import STATUSES, EpochRow, StoredRun
from engine.texts import Phrase, phrase
from engine.versions import versions

WHICH = ("accuracy", "loss")
Baseline = StoredRun | None


@dataclass(frozen=True)
class RunColumn:
    """A column, what it holds for a run beside the baseline, and what its rows are sorted by.

    `order` is for cells that say something else than what they are sorted by.
    """

    column: Column
    value: Callable[[StoredRun, Baseline], Any]
    order: Callable[[StoredRun], Any] | None = None

    def sort_key(self, run: StoredRun, baseline: Baseline) -> Any:
        """What rows are sorted by; None stands last."""
        return self.value(run, baseline) if self.order is None else self.order(run)


def run_function(run: StoredRun) -> Text:
    """The function's name; that of an own one as it was when the run began."""
    if run.own_text is not None and known(run.function) is None:
        return str(run.own["name"])
    return function_name(run.function)


def run_name(run: StoredRun) -> Phrase:
    """The function and the number of the run."""
    return phrase("{name}, run {number}", name=run_function(run), number=run.number)


def status_cell(run: StoredRun) -> Cell:
    """How far a run is, or how it ended."""
    order = (float(STATUSES.index(run.status)),)
    match run.status:
        case "finished":
            return Cell(phrase("finished"), order)
        case "stopped":
            return Cell(phrase("stopped at epoch {epoch}", epoch=run.epochs + 1), order,
                        tone="secondary")
        case "diverged":
            epoch, step = run.diverged or (run.epochs + 1, 1)
            return Cell(phrase("diverged at epoch {epoch}, step {step}", epoch=epoch, step=step),
                        order, tone="danger")
        case "crashed":
            return Cell(phrase("broken off at epoch {epoch}", epoch=run.epochs + 1), order,
                        tone="danger")
    return Cell(phrase("running, epoch {epoch}", epoch=run.epochs + 1), order, tone="accent")


STATUS_NAMES: dict[str, Phrase] = {
    "running": phrase("running"), "finished": phrase("finished"), "stopped": phrase("stopped"),
    "diverged": phrase("diverged"), "crashed": phrase("broken off"),
}
"""What a status is called in a list of all of them."""


def _begun(run: StoredRun, _: Baseline) -> Cell:
    """By the clock of this place, to the minute."""
    when = datetime.fromtimestamp(run.begun, UTC).astimezone()
    return Cell(when.strftime("%Y-%m-%d %H:%M"), (run.begun,))


def _difference(name: str) -> Callable[[StoredRun, Baseline], float | None]:
    """This run's number less that of the baseline."""
    def difference(run: StoredRun, base: Baseline) -> float | None:
        if base is None or base.result is None or run.result is None:
            return None
        if run.number == base.number:
            return None
        return getattr(run.result, name) - getattr(base.result, name)
    return difference


def _number(name: str) -> Callable[[StoredRun, Baseline], float | None]:
    return lambda run, _: getattr(run.result, name) if run.result is not None else None


COLUMNS: tuple[RunColumn, ...] = (
    RunColumn(Column("run", phrase("Run no."), digits=0), lambda run, _: run.number),
    RunColumn(Column("function", phrase("Function"), kind="key"), lambda run, _: run.function,
              lambda run: str(run_function(run)).casefold()),
    RunColumn(Column("test_accuracy", phrase("Accuracy"), digits=2, unit="%", scale=100.0),
              _number("test_accuracy")),
    RunColumn(Column("accuracy_difference", phrase("± points"), digits=2, scale=100.0),
              _difference("test_accuracy")),
    RunColumn(Column("test_loss", phrase("Loss"), digits=3), _number("test_loss")),
    RunColumn(Column("loss_difference", phrase("± loss"), digits=3), _difference("test_loss")),
    RunColumn(Column("status", phrase("Status"), kind="text"), lambda run, _: status_cell(run),
              lambda run: (STATUSES.index(run.status), run.epochs)),
    RunColumn(Column("epochs", phrase("Epochs"), digits=0), lambda run, _: run.epochs),
    RunColumn(Column("seed", phrase("Seed"), digits=0), lambda run, _: run.seed),
    RunColumn(Column("seconds", phrase("Time"), digits=1, unit="s"), lambda run, _: run.seconds),
    RunColumn(Column("begun", phrase("Begun"), kind="text"), _begun, lambda run: run.begun),
    RunColumn(Column("data", phrase("Data"), kind="text"),
              lambda run, _: short_data_name(run.data_name),
              lambda run: run.data_name.casefold()),
    RunColumn(Column("note", phrase("Notes"), kind="text"),
              lambda run, _: " ".join(run.note.split()),
              lambda run: run.note.strip().casefold() or None),
)
"""What the window shows of each run."""

DIFFERENCES = ("accuracy_difference", "loss_difference")
"""Columns that say something only beside a baseline."""

_MORE: tuple[RunColumn, ...] = (
    RunColumn(Column("name", phrase("Name"), kind="text"), lambda run, _: run_function(run)),
    RunColumn(Column("parameters", phrase("Parameters"), kind="text"),
              lambda run, _: ", ".join(f"{name}={plain_text(value)}"
                                       for name, value in run.values.items())),
    RunColumn(Column("formula", phrase("Formula"), kind="text"),
              lambda run, _: run.own["formula"] if run.own else None),
    RunColumn(Column("train_accuracy", phrase("Training accuracy")), _number("train_accuracy")),
    RunColumn(Column("train_loss", phrase("Training loss")), _number("train_loss")),
    RunColumn(Column("diverged_epoch", phrase("Diverged at epoch"), digits=0),
              lambda run, _: run.diverged[0] if run.diverged else None),
    RunColumn(Column("diverged_step", phrase("Diverged at step"), digits=0),
              lambda run, _: run.diverged[1] if run.diverged else None),
    RunColumn(Column("baseline", phrase("Baseline"), kind="text"), lambda run, _: run.pinned),
    RunColumn(Column("data_digest", phrase("Data digest"), kind="text"),
              lambda run, _: run.data_digest),
    RunColumn(Column("device", phrase("Device"), kind="text"), lambda run, _: run.device),
    RunColumn(Column("peak_memory", phrase("Memory"), unit="bytes", digits=0),
              lambda run, _: run.peak_memory),
    RunColumn(Column("adapted", phrase("Done otherwise than set"), kind="text"),
              lambda run, _: " ".join(run.adapted) or None),
    RunColumn(Column("versions", phrase("Versions"), kind="text"),
              lambda run, _: ", ".join(f"{name} {version}" for name, version in run.versions)),
    RunColumn(Column("race", phrase("Race"), kind="text"), lambda run, _: run.race or None),
    RunColumn(Column("job", phrase("Job"), kind="text"), lambda run, _: run.job),
    RunColumn(Column("checkpoint", phrase("Checkpoint"), kind="text"),
              lambda run, _: str(run.checkpoint) if run.checkpoint else None),
)


def shown_columns(runs: Sequence[StoredRun], baseline: Baseline) -> tuple[RunColumn, ...]:
    """The columns that say something of these runs."""
    several = len({run.data_digest for run in runs}) > 1
    noted = any(run.note for run in runs)
    left_out = {*(() if baseline else DIFFERENCES), *(() if several else ("data",)),
                *(() if noted else ("note",))}
    return tuple(one for one in COLUMNS if one.column.name not in left_out)


def runs_table(runs: Sequence[StoredRun], baseline: Baseline = None) -> Table:
    """A row for each run in the order given, with all that is kept of it but its epochs.

    A picture of it has the columns that the window shows.
    """
    short = shown_columns(runs, baseline)
    drawn = _table(runs, baseline, short)
    return replace(_table(runs, baseline, (*COLUMNS, *_MORE, *_settings_columns(runs))),
                   drawn=drawn)


def _table(runs: Sequence[StoredRun], baseline: Baseline,
           columns: Sequence[RunColumn]) -> Table:
    rows = tuple(tuple(one.value(run, baseline) for one in columns) for run in runs)
    notes = (("runs", str(len(runs))),
             *((("baseline", str(run_name(baseline))),) if baseline else ()), *versions())
    return Table("runs", phrase("Runs"), tuple(one.column for one in columns), rows, notes,
                 _warning(runs))


def _settings_columns(runs: Sequence[StoredRun]) -> list[RunColumn]:
    """One for each setting that any of the runs has, but the seed, which has one already."""
    taken = {"seed", "epochs", "device"}

    def column(name: str) -> RunColumn:
        return RunColumn(Column(f"setting {name}", name, kind="text"),
                         lambda run, _: run.settings.get(name) if not isinstance(
                             run.settings.get(name), list) else plain_text(run.settings[name]))

    planned = RunColumn(Column("setting epochs", "epochs", digits=0),
                        lambda run, _: run.settings.get("epochs"))
    return [planned, *(column(name) for name in setting_names(runs) if name not in taken)]


def runs_figure(chosen: Sequence[tuple[StoredRun, Sequence[EpochRow]]],
                which: Sequence[str] = ("loss", "accuracy")) -> Figure:
    """Test loss and accuracy of the chosen runs over epochs; `which` of both, in order.

    Of a single run those of the training stand beside them, faintly.
    """
    runs = [run for run, _ in chosen]
    alone = len(chosen) == 1
    panels = {
        "loss": Panel(Axis(phrase("Loss"), logarithmic=True), _lines(chosen, "loss", alone),
                      title=phrase("Test loss"),
                      subtitle=phrase("log scale; thin: training") if alone
                      else phrase("log scale")),
        "accuracy": Panel(Axis(phrase("Accuracy"), unit="%", least=0.0, most=100.0),
                          _lines(chosen, "accuracy", alone), title=phrase("Test accuracy"),
                          subtitle=phrase("thin: training") if alone else ""),
    }
    planned = max((run.planned for run in runs), default=1)
    return Figure(
        name="runs", title=phrase("Curves of runs"), arrangement="columns",
        x=Axis(phrase("epoch"), minimum=0.0, maximum=float(planned), whole=True),
        panels=tuple(panels[name] for name in which), notes=_notes(runs), warning=_warning(runs))


def _lines(chosen: Sequence[tuple[StoredRun, Sequence[EpochRow]]], what: str,
           alone: bool) -> tuple[Line, ...]:
    """A point for each epoch; two runs of one function have dashes of their own."""
    functions = [run.function for run, _ in chosen]
    lines = []
    for place, (run, epochs) in enumerate(chosen):
        several = functions.count(run.function) > 1
        point = functions[:place].count(run.function)
        key = series_key(run.function, point, (("run", run.number),)) if several else run.function
        for half in ("train", "test") if alone else ("test",):
            y = np.array([getattr(row, f"{half}_{what}") for row in epochs], dtype=float)
            y = 100 * y if what == "accuracy" else np.where(y > 0, y, np.nan)
            unit = " (%)" if what == "accuracy" else ""
            words = "training" if half == "train" else "test"
            lines.append(Line(
                key, f"run {run.number} {run.function} {words} {what}{unit}", _label(run),
                np.array([row.epoch for row in epochs], dtype=float), y, dots=True,
                faint=half == "train"))
    return tuple(lines)


def _label(run: StoredRun) -> Phrase:
    return phrase("{name}, baseline", name=run_name(run)) if run.pinned else run_name(run)


def _notes(runs: Sequence[StoredRun]) -> tuple[tuple[str, str], ...]:
    """Each run with all that decides its numbers, and the versions it ran with."""
    found = []
    for run in runs:
        settings = "; ".join(f"{name} {plain_text(value)}" for name, value in run.settings.items())
        made = ", ".join(f"{name} {version}" for name, version in run.versions)
        values = ", ".join(f"{name}={plain_text(value)}" for name, value in run.values.items())
        formula = f"; {run.own['formula']}" if run.own else ""
        found.append((f"run {run.number}",
                      f"{run.function}({values}){formula}; {settings}; data {run.data_name} sha256 "
                      f"{run.data_digest}; device {run.device}; {made}"))
    return tuple(found)


def _warning(runs: Sequence[StoredRun]) -> Text:
    """What must be readable where some of the runs are not of FashionMNIST."""
    names = dict.fromkeys(run.data_name for run in runs if not run.is_fashion_mnist)
    return next((data_warning(name, False) for name in names), "")
