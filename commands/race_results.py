"""What the command race writes: tables, report and curves in its folder, and a summary."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from commands.output import columns
from engine.figures.csv import csv_bytes
from engine.figures.figure import Column, Table
from engine.figures.race import race_curves_figure
from engine.figures.race_report import race_report_markdown
from engine.figures.race_tables import pairs_table, race_table
from engine.figures.race_words import entry_key, entry_name, pair_words, race_notes, race_warning
from engine.storage.atomic import atomic_write
from engine.training.race_history import RaceHistory
from engine.training.race_results import EntryResult, compared, results_of
from engine.training.records import EpochDone
from engine.training.statistics import Comparison

Look = tuple[tuple[int, int], float, str]
"""Size of a picture, its scale, and its colours."""


def write_results(folder: Path, history: RaceHistory) -> None:
    """Writes results.csv: a row for each epoch of each run, in the order of the plan.

    A run that diverged ends with a row whose losses and accuracies are empty.
    """
    rows, states = [], []
    for entry in history.entries:
        grid = tuple(_said(value) for _, value in entry.variant)
        for seed, run in entry.runs.items():
            for epoch in run.epochs:
                function, *numbers = dataclasses.astuple(epoch)
                rows.append((function, *grid, *numbers))
            if run.diverged is not None:
                rows.append((run.function, *grid, seed, run.diverged.epoch, None, None, None, None,
                             run.diverged.seconds))
            states.append(("run", f"{entry_name(entry)}, seed {seed}: {run.status_text()}"))
    names = [field.name for field in dataclasses.fields(EpochDone)]
    heads = (Column("function", "function", "text"),
             *(Column(name, name, "text") for name, _ in history.plan.grid),
             *(Column(name, name) for name in names[1:]))
    atomic_write(folder / "results.csv", csv_bytes(Table(
        "results", "Epochs of all runs", heads, tuple(rows), (*race_notes(history), *states),
        race_warning(history))))


def write_tables(folder: Path, history: RaceHistory) -> None:
    """Writes summary.csv, a row for each competitor, and pairs.csv, a row for each pair."""
    functions = {entry_key(entry): entry.function for entry in history.entries}
    for name, table in (("summary", race_table(history)), ("pairs", pairs_table(history))):
        atomic_write(folder / f"{name}.csv", csv_bytes(_with_functions(table, functions)))


def _with_functions(table: Table, functions: Mapping[str, str]) -> Table:
    """The table with the keys of the functions alone: the settings have columns of their own."""
    keys = {index for index, column in enumerate(table.columns) if column.kind == "key"}
    return dataclasses.replace(table, rows=tuple(
        tuple(functions[value] if index in keys else value for index, value in enumerate(row))
        for row in table.rows))


def write_report(folder: Path, history: RaceHistory, look: Look) -> None:
    """Writes report.md, all in words and tables, and curves.png."""
    atomic_write(folder / "report.md", race_report_markdown(history))
    from gui.application import make_application
    from gui.export import export_to

    make_application()
    export_to(folder / "curves.png", race_curves_figure(history), *look)


def summary(history: RaceHistory) -> dict[str, Any]:
    """All competitors in the order of the plan, and all pairs that can be compared, for JSON.

    Accuracies are fractions; differences are first minus second.
    """
    results = results_of(history)
    return {"summary": [_competitor(one) for one in results],
            "pairs": [_pair(results, pair, one) for pair, one in compared(results).items()]}


def summary_text(history: RaceHistory) -> str:
    """The table of results as the window shows it, the best first."""
    table = race_table(history)
    shown = [index for index, column in enumerate(table.columns) if column.kind != "interval"]
    heads = [str(table.columns[index].label) for index in shown]
    functions = {entry_key(entry): entry.function for entry in history.entries}
    return columns(heads, [[_cell(table.columns[index], functions.get(row[index], row[index]))
                            for index in shown] for row in table.rows])


def _competitor(one: EntryResult) -> dict[str, Any]:
    found = one.accuracy_interval
    return {"function": one.entry.function, "grid": dict(one.entry.variant),
            "accuracy": one.accuracy, "accuracy_low": found.low if found else None,
            "accuracy_high": found.high if found else None, "seeds": one.accuracies,
            "planned": one.planned, "diverged": one.diverged}


def _pair(results: list[EntryResult], pair: tuple[int, int], one: Comparison) -> dict[str, Any]:
    first, second = (results[place].entry for place in pair)
    return {"first": {"function": first.function, "grid": dict(first.variant)},
            "second": {"function": second.function, "grid": dict(second.variant)},
            "difference": one.difference, "low": one.interval.low, "high": one.interval.high,
            "p": one.p, "holm_p": one.holm_p, "told_apart": one.told_apart,
            "words": str(pair_words(one, entry_name(first), entry_name(second)))}


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return "-"
    if column.kind != "number":
        return str(value)
    digits = "g" if column.digits is None else f".{column.digits}f"
    return f"{column.prefix}{value * column.scale:{digits}}{column.unit and ' ' + column.unit}"


def _said(value: Any) -> str:
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
