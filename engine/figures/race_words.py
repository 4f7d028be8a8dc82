"""What a race says in words: who its competitors are, what any two show, and where it stands."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from engine.figures.cells import Cell
from engine.figures.data_set import data_notes, data_warning
from engine.figures.figure import Text
from engine.figures.formulas import formula_notes
from engine.figures.series import series_key
from engine.figures.training import described
from engine.networks.functions import function_name
from engine.parameters import Choice, Parameter, parameters_of, plain
from engine.texts import Phrase, phrase
from engine.training.race_history import Entry, RaceHistory
from engine.training.race_results import EntryResult
from engine.training.settings import TrainingSettings
from engine.training.statistics import Comparison
from engine.versions import versions


def entry_key(entry: Entry) -> str:
    """The key of a competitor in pictures and tables."""
    return series_key(entry.function, entry.point, entry.variant)


def entry_name(entry: Entry) -> Text:
    """The function's name, with its point of the grid where there is one."""
    name = function_name(entry.function)
    for setting, value in entry.variant:
        name = phrase("{name}, {setting} {value}", name=name, setting=setting_label(setting),
                      value=value_words(setting, value))
    return name


@cache
def setting_label(name: str) -> Text:
    """What a form calls a setting."""
    return next(parameter.label for parameter in _declared() if parameter.name == name)


def value_words(name: str, value: Any) -> Text:
    """What a form calls a value of a setting; numbers without needless digits."""
    declared = next(parameter.declaration for parameter in _declared() if parameter.name == name)
    if isinstance(declared, Choice) and declared.labels:
        return declared.labels[declared.values.index(value)]
    if isinstance(value, bool):
        return phrase("yes") if value else phrase("no")
    return _said(value)


@cache
def _declared() -> tuple[Parameter, ...]:
    return parameters_of(TrainingSettings)


def baseline_of(history: RaceHistory, key: str | None = None) -> Entry:
    """The competitor of this key; without one, or where it has left: ReLU, else the first."""
    by_key = {entry_key(entry): entry for entry in history.entries}
    relu = next((entry for entry in history.entries if entry.function == "relu"),
                history.entries[0])
    return by_key.get(key or "", relu)


def pair_words(one: Comparison, first: Text, second: Text) -> Phrase:
    """What the seeds say of two: which is better by how much, or that it cannot be said."""
    better = first if one.difference > 0 else second
    if one.told_apart and one.held is not None:
        low, high = sorted((abs(one.held.low), abs(one.held.high)))
        return phrase("{name} is better by {low} to {high} points", name=better,
                      **_points(low, high))
    if one.held is None and one.difference:
        return phrase("{name} is better by {difference} points with every seed: "
                      "no spread to test", name=better,
                      difference=_points(abs(one.difference), 1.0)["low"])
    return _undecided(one)


def against_words(one: Comparison, place: int) -> Phrase:
    """The same, said of the competitor at this place against the other one."""
    ahead = (one.difference > 0) == (place == one.first)
    if one.told_apart and one.held is not None:
        low, high = sorted((abs(one.held.low), abs(one.held.high)))
        points = _points(low, high)
        return phrase("better by {low} to {high} points", **points) if ahead else \
            phrase("worse by {low} to {high} points", **points)
    if one.held is None and one.difference:
        difference = _points(abs(one.difference), 1.0)["low"]
        return phrase("better by {difference} points with every seed: no spread to test",
                      difference=difference) if ahead else \
            phrase("worse by {difference} points with every seed: no spread to test",
                   difference=difference)
    return _undecided(one)


def _undecided(one: Comparison) -> Phrase:
    if one.held is None:
        return phrase("the same with every seed")
    return phrase("not distinguishable with {seeds} seeds", seeds=one.interval.count)


def _points(low: float, high: float) -> dict[str, str]:
    """Percentage points with one decimal, more where the lower end would read as nothing."""
    digits = next((digits for digits in (1, 2, 3) if round(100 * low, digits)), 4)
    return {"low": f"{100 * low:.{digits}f}", "high": f"{100 * high:.{digits}f}"}


def standing_cell(one: EntryResult) -> Cell | None:
    """Why nothing can be said of a competitor yet, or ever; None where all its seeds are in."""
    seeds = list(one.entry.jobs)
    if one.running:
        text = phrase("running, seed {seed} ({place} of {planned})", seed=one.running[0],
                      place=seeds.index(one.running[0]) + 1, planned=one.planned) \
            if len(one.running) == 1 else \
            phrase("running, {count} of {planned} seeds at once", count=len(one.running),
                   planned=one.planned)
        return Cell(text, (2.0,), tone="accent")
    if one.diverged:
        text = phrase("the run diverged") if one.planned == 1 else \
            phrase("{diverged} of {planned} runs diverged", diverged=one.diverged,
                   planned=one.planned)
        return Cell(text, (4.0,), tone="danger")
    if not one.complete:
        text = phrase("not yet") if one.planned == 1 else \
            phrase("not yet: {done} of {planned} seeds", done=len(one.last), planned=one.planned)
        return Cell(text, (3.0,), tone="secondary")
    return None


def standing_words(one: EntryResult, base: EntryResult, found: Comparison | None,
                   place: int) -> Cell:
    """The last column of the results: what the seeds say of one against the baseline."""
    standing = standing_cell(one)
    if standing is not None:
        return standing
    if one is base:
        return Cell(phrase("baseline"), (1.0,), tone="secondary")
    if base.diverged:
        return Cell(phrase("not compared: {name} diverged", name=entry_name(base.entry)), (3.0,),
                    tone="secondary")
    if not base.complete:
        text = phrase("not yet: {name} has {done} of {planned} seeds",
                      name=entry_name(base.entry), done=len(base.last), planned=base.planned)
        return Cell(text, (3.0,), tone="secondary")
    if found is None:
        return Cell(phrase("one seed: no interval"), (3.0,), tone="secondary")
    return Cell(against_words(found, place), (0.0,))


def _listed(seeds: Iterable[int]) -> str:
    return ", ".join(map(str, seeds))


def race_notes(history: RaceHistory) -> tuple[tuple[str, str], ...]:
    """Functions, settings, grid, seeds, data, devices and versions."""
    plan = history.plan
    grid = dict(plan.grid)
    values = dataclasses.asdict(plan.settings)
    settings = {parameter.name: values[parameter.name]
                for parameter in _declared()
                if parameter.name not in ("seed", "device", *grid) and parameter.matters(values)}
    devices = sorted({run.device for entry in history.entries for run in entry.runs.values()})
    return (
        ("functions", "; ".join(described(key, values) for key, values in plan.functions)),
        *formula_notes(key for key, _ in plan.functions),
        *_plain_notes(settings),
        *(("grid", f"{name} = {'; '.join(map(_said, values))}") for name, values in grid.items()),
        ("seeds", _listed(plan.seeds)),
        *data_notes(history.data_name, history.data_digest),
        ("device", ", ".join(devices) or plan.settings.device), *versions(),
    )


def _plain_notes(settings: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    return ((name.replace("_", " "), _said(value)) for name, value in settings.items())


def _said(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else plain(value)


def race_warning(history: RaceHistory) -> Text:
    """What must be readable where the data is not FashionMNIST."""
    return data_warning(history.data_name, history.is_fashion_mnist)
