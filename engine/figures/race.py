"""A race as curves: what the seeds of a competitor have in common, and how far they lie apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from statistics import median

import numpy as np

from engine.figures.figure import Axis, Band, Figure, Line, Mark, Panel, Text
from engine.figures.race_words import entry_key, entry_name, race_notes, race_warning
from engine.texts import Phrase, phrase
from engine.training.history import RunHistory
from engine.training.race_history import Entry, RaceHistory

_SEEN_POINTS, _STEP = 25.0, 5.0
"""The axis of accuracy begins so far below the median, at a multiple of the step."""

_SETS = {"test": ("test",), "training": ("train",), "both": ("test", "train")}


def race_curves_figure(history: RaceHistory, which: str = "test") -> Figure:
    """Loss and accuracy over epochs, side by side; `which` is test, training or both.

    A line is the mean over the seeds that have begun, up to the last epoch that all of them have
    done; a band goes from the lowest to the highest of them. Seeds that are further go on faintly,
    and a dot says that a seed is trained now. Diverged runs are faint and count for nothing else.
    """
    epochs = max(job.settings.epochs for entry in history.entries for job in entry.jobs.values())
    x = Axis(phrase("epoch"), minimum=1.0, maximum=float(epochs), whole=True)
    return _figure(history, which, ("race", phrase("Race")), x)


def race_time_figure(history: RaceHistory, which: str = "test") -> Figure:
    """The same against the time since the start of a run, in s, which is a mean over seeds too."""
    x = Axis(phrase("time since the start of the run"), unit="s", minimum=0.0)
    return _figure(history, which, ("race_time", phrase("Race against time")), x,
                   against_time=True)


def _figure(history: RaceHistory, which: str, named: tuple[str, Phrase], x: Axis,
            *, against_time: bool = False) -> Figure:
    parts = [_part(entry, against_time) for entry in history.entries if entry.runs]
    banded = any(len(part.together) > 1 for part in parts)
    loss, accuracy = {
        "test": (phrase("Test loss"), phrase("Test accuracy")),
        "training": (phrase("Training loss"), phrase("Training accuracy")),
        "both": (phrase("Training and test loss"), phrase("Training and test accuracy")),
    }[which]
    y = Axis(phrase("Accuracy"), unit="%", minimum=_lowest_seen(parts, _SETS[which][0]),
             least=0.0, most=100.0)
    return Figure(
        name=named[0], title=named[1], x=x, arrangement="columns",
        panels=(_panel(parts, _SETS[which], "loss", Axis(phrase("Loss"), logarithmic=True),
                       (loss, phrase("log scale; thin: training") if which == "both"
                        else phrase("log scale"))),
                _panel(parts, _SETS[which], "accuracy", y,
                       (accuracy, phrase("band: lowest to highest seed") if banded else ""))),
        notes=race_notes(history), warning=race_warning(history))


@dataclass(frozen=True, eq=False)
class _Part:
    """A competitor's runs that count, the epochs that all of them have with their x, and those
    that diverged."""

    entry: Entry
    together: tuple[RunHistory, ...]
    epochs: int
    x: np.ndarray
    diverged: tuple[RunHistory, ...]
    against_time: bool
    known: dict[tuple[int, str], np.ndarray] = field(default_factory=dict)

    @property
    def live(self) -> bool:
        """Whether one of its runs is trained now."""
        return any(run.status == "running" for run in self.together)

    def x_of(self, run: RunHistory) -> np.ndarray:
        """The x of all epochs of a run."""
        return np.array([epoch.seconds if self.against_time else epoch.epoch
                         for epoch in run.epochs], dtype=float)

    def values(self, run: RunHistory, name: str, figure: str) -> np.ndarray:
        """Accuracy in %; a loss of nothing is undefined, a logarithmic axis has no place for it."""
        place = run.seed, f"{name}_{figure}"
        if place not in self.known:
            read = attrgetter(place[1])
            values = np.array([read(epoch) for epoch in run.epochs], dtype=float)
            self.known[place] = 100 * values if figure == "accuracy" else \
                np.where(values > 0, values, np.nan)
        return self.known[place]

    def rows(self, name: str, figure: str) -> np.ndarray:
        """The runs that count in rows, the epochs that all of them have in columns."""
        return np.array([self.values(run, name, figure)[:self.epochs] for run in self.together])


def _part(entry: Entry, against_time: bool) -> _Part:
    begun = [entry.runs[seed] for seed in entry.jobs
             if seed in entry.runs and entry.runs[seed].epochs]
    together = tuple(run for run in begun if run.diverged is None)
    epochs = min((len(run.epochs) for run in together), default=0)
    part = _Part(entry, together, epochs, np.empty(0),
                 tuple(run for run in begun if run.diverged is not None), against_time)
    if not together:
        return part
    x = np.mean([part.x_of(run)[:epochs] for run in together], axis=0)
    return _Part(entry, together, epochs, x, part.diverged, against_time)


def _panel(parts: Sequence[_Part], sets: Sequence[str], figure: str, y: Axis,
           titles: tuple[Text, Text]) -> Panel:
    lines: list[Line] = []
    bands, marks = [], []
    for part in parts:
        for name in sets:
            lines += _lines(part, name, figure, faint=name != sets[0])
        if len(part.together) > 1:
            bands.append(_band(part, sets[0], figure))
        if part.live and part.epochs:
            height = part.rows(sets[0], figure).mean(axis=0)[-1]
            marks.append(Mark(entry_key(part.entry), "end", float(part.x[-1]), float(height)))
    return Panel(y, tuple(lines), tuple(marks), bands=tuple(bands), title=titles[0],
                 subtitle=titles[1])


def _lines(part: _Part, name: str, figure: str, *, faint: bool) -> Iterator[Line]:
    """The mean of all seeds; then, faintly, those that are further and those that diverged."""
    key, label = entry_key(part.entry), entry_name(part.entry)
    if part.epochs:
        yield Line(key, _header(key, name, figure, "mean"), label, part.x,
                   part.rows(name, figure).mean(axis=0), faint=faint)
    if faint:
        return
    for run in (*part.together, *part.diverged):
        start = part.epochs - 1 if run.diverged is None else 0
        values, x = part.values(run, name, figure)[start:], part.x_of(run)[start:]
        if run.diverged is not None or len(values) > 1:
            yield Line(key, _header(key, name, figure, f"seed {run.seed}"), label, x, values,
                       faint=True)


def _band(part: _Part, name: str, figure: str) -> Band:
    key, values = entry_key(part.entry), part.rows(name, figure)
    return Band(key, _header(key, name, figure), part.x, values.min(axis=0), values.max(axis=0))


def _header(key: str, name: str, figure: str, what: str = "") -> str:
    unit = " (%)" if figure == "accuracy" else ""
    words = "training" if name == "train" else name
    return f"{key} {words} {figure}{f' {what}' if what else ''}{unit}"


def _lowest_seen(parts: Sequence[_Part], name: str) -> float | None:
    """Where the axis of accuracy begins, so that what is close can be told apart; None where
    everything can be shown."""
    rows = [part.rows(name, "accuracy") for part in parts if part.epochs]
    if not rows:
        return None
    lowest = median(float(row[:, -1].mean()) for row in rows) - _SEEN_POINTS
    kept = [float(row.min()) for row in rows if row[:, -1].mean() >= lowest]
    low = _STEP * math.floor(max(lowest, min(kept)) / _STEP)
    return low if low > max(0.0, min(float(row.min()) for row in rows)) else None
