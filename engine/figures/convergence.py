"""How soon the competitors of a race reach a given accuracy."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.figures.cells import Cell
from engine.figures.figure import Axis, BarColumn, Column, Figure, Panel, RowBars, Table, Text
from engine.figures.intervals import IntervalCell
from engine.figures.race_tables import variant_cells, variant_columns
from engine.figures.race_words import entry_key, entry_name, race_notes, race_warning
from engine.texts import Phrase, phrase
from engine.training.history import RunHistory
from engine.training.race_history import RaceHistory
from engine.training.race_results import EntryResult, mean, results_of
from engine.training.records import EpochDone
from engine.training.statistics import interval

_SHARE = 0.95


def default_threshold(history: RaceHistory) -> float:
    """95 % of the best mean accuracy so far, rounded down to a whole per cent; a fraction."""
    best = max((one.accuracy for one in results_of(history) if one.accuracy is not None),
               default=0.0)
    return math.floor(100 * _SHARE * best) / 100


def first_reached(run: RunHistory, threshold: float) -> EpochDone | None:
    """The first epoch whose test accuracy is at least the threshold."""
    return next((epoch for epoch in run.epochs if epoch.test_accuracy >= threshold), None)


@dataclass(frozen=True)
class _Reached:
    """A competitor with the epochs in which its seeds reached the threshold, by seed."""

    result: EntryResult
    epochs: dict[int, EpochDone]

    @property
    def everywhere(self) -> bool:
        """Whether all planned seeds did: only then a mean says anything."""
        return len(self.epochs) == self.result.planned

    @property
    def mean_epoch(self) -> float | None:
        """The mean over all seeds."""
        return mean([float(one.epoch) for one in self.epochs.values()]) if self.everywhere \
            else None

    @property
    def mean_seconds(self) -> float | None:
        """The mean over all seeds."""
        return mean([one.seconds for one in self.epochs.values()]) if self.everywhere else None


def _all_reached(history: RaceHistory, threshold: float) -> list[_Reached]:
    """The soonest first, then those that did not with all seeds."""
    found = []
    for result in results_of(history):
        epochs = {seed: first_reached(run, threshold)
                  for seed, run in result.entry.runs.items()}
        found.append(_Reached(result, {seed: epochs[seed] for seed in result.entry.jobs
                                       if epochs.get(seed) is not None}))
    return sorted(found, key=lambda one: (not one.everywhere, one.mean_epoch or 0.0,
                                          -len(one.epochs)))


def convergence_table(history: RaceHistory, threshold: float | None = None) -> Table:
    """Epochs and time to a test accuracy (a fraction), mean over seeds; without one that of
    default_threshold. A competitor that did not reach it with every seed has no mean."""
    threshold = default_threshold(history) if threshold is None else threshold
    return Table(
        name="convergence", title=_title(threshold),
        columns=(
            Column("function", phrase("Function"), kind="key"), *variant_columns(history),
            Column("epochs_mean", phrase("Epochs"), digits=1),
            Column("epochs_margin", phrase("95 % interval"), digits=1, prefix="± "),
            Column("epochs", phrase("Epochs of each seed, mean and interval"), kind="interval",
                   digits=1),
            Column("seconds_mean", phrase("Time"), digits=1, unit="s"),
            Column("reached", phrase("Reached by"), kind="text"),
        ),
        rows=tuple(_row(one) for one in _all_reached(history, threshold)),
        notes=_notes(history, threshold), warning=race_warning(history), sorted_by="epochs_mean")


def _row(one: _Reached) -> tuple[Any, ...]:
    epochs = [float(epoch.epoch) for epoch in one.epochs.values()]
    found = interval(epochs) if one.everywhere else None
    cell = None if one.mean_epoch is None else IntervalCell(
        one.mean_epoch, found.low if found else None, found.high if found else None,
        tuple(zip(one.epochs, epochs, strict=True)), entry_key(one.result.entry))
    words = phrase("{reached} of {planned} seeds", reached=len(one.epochs),
                   planned=one.result.planned)
    return (entry_key(one.result.entry), *variant_cells(one.result), one.mean_epoch,
            found.half if found else None, cell, one.mean_seconds,
            Cell(words, (len(one.epochs) / one.result.planned,),
                 tone="" if one.everywhere else "secondary"))


def convergence_figure(history: RaceHistory, threshold: float | None = None) -> Figure:
    """The same means as bars, epochs and seconds side by side; who has none is named."""
    threshold = default_threshold(history) if threshold is None else threshold
    reached = _all_reached(history, threshold)
    shown = [one for one in reached if one.everywhere]
    bars = RowBars(tuple(entry_name(one.result.entry) for one in shown), (
        _bars("epochs", phrase("Epochs"), shown, [one.mean_epoch for one in shown]),
        _bars("seconds", phrase("Time, s"), shown, [one.mean_seconds for one in shown])))
    return Figure(
        name="convergence", title=phrase("Convergence speed"), x=Axis(""), legend=False,
        arrangement="columns",
        panels=(Panel(Axis(""), row_bars=bars if shown else None, title=_title(threshold),
                      subtitle=_missing([one for one in reached if not one.everywhere])),),
        notes=_notes(history, threshold), warning=race_warning(history))


def _bars(name: str, label: Text, shown: list[_Reached], values: list[float | None]) -> BarColumn:
    numbers = np.array(values, dtype=float)
    return BarColumn(name, label, numbers, 0.0, float(numbers.max(initial=1.0)), digits=1,
                     subtitle=phrase("mean over seeds"),
                     keys=tuple(entry_key(one.result.entry) for one in shown))


def _missing(left: list[_Reached]) -> Text:
    """Who did not reach it, or not yet, with all seeds; only the first few are named."""
    if not left:
        return ""
    names: Text = entry_name(left[0].result.entry)
    for one in left[1:4]:
        names = phrase("{first}, {second}", first=names, second=entry_name(one.result.entry))
    if len(left) > 4:
        return phrase("not with all seeds: {names} and {count} more", names=names,
                      count=len(left) - 4)
    return phrase("not with all seeds: {names}", names=names)


def _title(threshold: float) -> Phrase:
    return phrase("Until {accuracy} % test accuracy", accuracy=f"{100 * threshold:g}")


def _notes(history: RaceHistory, threshold: float) -> tuple[tuple[str, str], ...]:
    return (*race_notes(history), ("threshold", f"test accuracy at least {threshold:g}"),
            ("epochs", "first epoch after which it was reached, no value between epochs"))
