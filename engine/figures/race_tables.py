"""The results of a race as tables: one row for each competitor, and one for each pair."""

from __future__ import annotations

import math
from typing import Any

from engine.figures.cells import Cell
from engine.figures.figure import Column, Table
from engine.figures.intervals import IntervalCell
from engine.figures.race_words import (
    baseline_of,
    entry_key,
    entry_name,
    pair_words,
    race_notes,
    race_warning,
    setting_label,
    standing_words,
    value_words,
)
from engine.texts import Phrase, phrase
from engine.training.race_history import RaceHistory
from engine.training.race_plan import Variant
from engine.training.race_results import (
    EntryResult,
    compared,
    mean,
    ranked,
    results_of,
)
from engine.training.statistics import Comparison


def race_table(history: RaceHistory, baseline: str | None = None) -> Table:
    """One row for each competitor, the highest mean accuracy first, as far as results are there.

    Means and 95 % intervals (Student's t) are over the seeds that have a result; the last column
    says what they show against the baseline (its key; ReLU or the first without one).
    """
    results = results_of(history)
    base_entry = baseline_of(history, baseline)
    base = next(one for one in results if one.entry is base_entry)
    pairs = compared(results)
    rows = []
    for one in ranked(results):
        place, other = results.index(one), results.index(base)
        found = pairs.get((min(place, other), max(place, other)))
        rows.append(_row(one, standing_words(one, base, found, place)))
    against = entry_name(base_entry)
    return Table(
        name="race", title=phrase("Race"),
        columns=(
            Column("function", phrase("Function"), kind="key"), *variant_columns(history),
            Column("accuracy_mean", phrase("Accuracy"), digits=2, unit="%", scale=100.0),
            Column("accuracy_margin", phrase("95 % interval"), digits=2, scale=100.0, prefix="± "),
            Column("accuracy", phrase("Accuracy of each seed, mean and interval"),
                   kind="interval", digits=2, unit="%", scale=100.0),
            Column("loss_mean", phrase("Loss"), digits=3),
            Column("seconds_mean", phrase("Time"), digits=1, unit="s"),
            Column("seeds", phrase("Seeds"), kind="text"),
            Column("against", phrase("Against {name}", name=against), kind="text"),
        ),
        rows=tuple(rows), sorted_by="-accuracy_mean",
        notes=(*race_notes(history), ("intervals", "95 %, Student's t over seeds"),
               ("comparisons", str(method_words(history))), ("baseline", str(against))),
        warning=race_warning(history))


def method_words(history: RaceHistory) -> Phrase:
    """How pairs are compared, in a sentence for notes and for under a table."""
    count = math.comb(len(history.entries), 2)
    if not count:
        return phrase("There is nothing to compare: add a function, or values to the grid.")
    if len(history.plan.seeds) == 1:
        return phrase("Nothing is compared: one seed shows nothing of luck.")
    if count == 1:
        return phrase("Compared by seed: a paired t test at 5 %. The range in words is its "
                      "interval.")
    return phrase("Compared by seed: paired t tests, Holm over all {count} pairs at 5 %. The range "
                  "in words is the interval at the level of Holm's step for that pair.",
                  count=count)


def variant_columns(history: RaceHistory) -> tuple[Column, ...]:
    """A column for each setting of the grid."""
    return tuple(Column(name, setting_label(name), kind="text") for name, _ in history.plan.grid)


def variant_cells(one: EntryResult) -> tuple[Cell, ...]:
    """The point of the grid that a competitor stands at."""
    return point_cells(one.entry.variant)


def point_cells(variant: Variant) -> tuple[Cell, ...]:
    """A point of the grid; numbers are sorted as numbers."""
    return tuple(Cell(value_words(name, value), _order(value)) for name, value in variant)


def _order(value: Any) -> tuple[float, ...]:
    if isinstance(value, (bool, int, float)):
        return (float(value),)
    return tuple(float(part) if isinstance(part, (int, float)) else float(ord(part))
                 for part in value)


def interval_cell(one: EntryResult) -> IntervalCell | None:
    """Accuracies (fractions) of a competitor; None before the first."""
    if one.accuracy is None:
        return None
    found = one.accuracy_interval
    return IntervalCell(one.accuracy, found.low if found else None, found.high if found else None,
                        tuple(one.accuracies.items()), entry_key(one.entry))


def _row(one: EntryResult, words: Cell) -> tuple[Any, ...]:
    found = one.accuracy_interval
    return (entry_key(one.entry), *variant_cells(one), one.accuracy,
            found.half if found else None, interval_cell(one),
            mean([done.test_loss for done in one.last.values()]),
            mean([done.seconds for done in one.last.values()]),
            Cell(f"{len(one.last)} / {one.planned}", (len(one.last) / one.planned,)), words)


def pairs_table(history: RaceHistory) -> Table:
    """All pairs of competitors whose seeds are all there: the difference of accuracies seed by
    seed in points, the 95 % interval of that pair alone, p before and after Holm, and words.

    The words give the interval at the level of Holm's step, and so agree with what Holm says.
    """
    results = results_of(history)
    found = compared(results)
    order = sorted(found, key=lambda pair: (not found[pair].told_apart, _p(found[pair]),
                                            -abs(found[pair].difference)))
    points = {"digits": 2, "scale": 100.0}
    return Table(
        name="pairs", title=phrase("All pairs"),
        columns=(
            Column("first", phrase("First"), kind="key"),
            *_renamed(history, "first"),
            Column("second", phrase("Second"), kind="key"),
            *_renamed(history, "second"),
            Column("difference_mean", phrase("Difference, points"), **points),
            Column("difference_margin", phrase("95 % interval"), prefix="± ", **points),
            Column("difference", phrase("Difference of each seed, mean and interval"),
                   kind="interval", **points),
            Column("p", phrase("p"), digits=4),
            Column("holm_p", phrase("p after Holm"), digits=4),
            Column("held_low", phrase("Holm's step, from"), **points),
            Column("held_high", phrase("to"), **points),
            Column("words", phrase("What the seeds say"), kind="text"),
        ),
        rows=tuple(_pair_row(results, pair, found[pair]) for pair in order),
        notes=(*race_notes(history), ("intervals", "95 %, Student's t over seeds, each pair alone"),
               ("comparisons", str(method_words(history)))),
        warning=race_warning(history))


def _p(one: Comparison) -> float:
    return 2.0 if one.p is None else one.p


def _renamed(history: RaceHistory, whose: str) -> tuple[Column, ...]:
    return tuple(Column(f"{whose}_{column.name}", column.label, column.kind)
                 for column in variant_columns(history))


def _pair_row(results: list[EntryResult], pair: tuple[int, int], one: Comparison
              ) -> tuple[Any, ...]:
    first, second = (results[place] for place in pair)
    others = second.accuracies
    cell = IntervalCell(one.difference, one.interval.low, one.interval.high,
                        tuple((seed, value - others[seed])
                              for seed, value in first.accuracies.items()),
                        entry_key((first if one.difference > 0 else second).entry))
    words = pair_words(one, entry_name(first.entry), entry_name(second.entry))
    return (entry_key(first.entry), *variant_cells(first),
            entry_key(second.entry), *variant_cells(second), one.difference, one.interval.half,
            cell, one.p, one.holm_p, one.held.low if one.held else None,
            one.held.high if one.held else None, Cell(words, (not one.told_apart, _p(one))))

