"""Training histories as pictures and tables."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from engine.activations.registry import Values
from engine.figures.data_set import data_notes, data_warning
from engine.figures.figure import Axis, Column, Figure, Line, Panel, Table, Text
from engine.figures.formulas import formula_notes
from engine.networks.functions import check_function, function_name, start_values
from engine.parameters import parameters_of
from engine.texts import phrase
from engine.training.history import History, RunHistory
from engine.versions import versions

WHICH = ("test", "training", "both")
_LIVE_POINTS_PER_EPOCH = 20
_LIVE_POINTS_AT_MOST = 300


def curves_figure(history: History, which: str = "test") -> Figure:
    """Loss and accuracy over epochs, side by side; `which` is test, training or both.

    The loss of training while it runs is also drawn, faintly, as means over a twentieth of an
    epoch (or a three hundredth of all). Accuracy is in %.
    """
    sets = ("training", "test") if which == "both" else (which,)
    runs = history.runs
    several = len(history.seeds) > 1
    span = max(1 / _LIVE_POINTS_PER_EPOCH, history.settings.epochs / _LIVE_POINTS_AT_MOST)
    losses = [line for run in runs for line in _loss_lines(run, sets, several, span)]
    accuracies = [line for run in runs for line in _epoch_lines(run, "accuracy", sets, several)]
    titles = {"test": (phrase("Test loss"), phrase("Test accuracy")),
              "training": (phrase("Training loss"), phrase("Training accuracy")),
              "both": (phrase("Training and test loss"), phrase("Training and test accuracy"))}
    loss, accuracy = titles[which]
    return Figure(
        name="training", title=phrase("Training"), arrangement="columns",
        x=Axis(phrase("epoch"), minimum=0.0, maximum=float(history.settings.epochs), whole=True),
        panels=(
            Panel(Axis(phrase("Loss"), logarithmic=True), tuple(losses), title=loss,
                  subtitle=phrase("log scale; thin: training loss while it runs")),
            Panel(Axis(phrase("Accuracy"), unit="%", least=0.0, most=100.0), tuple(accuracies),
                  title=accuracy),
        ),
        notes=training_notes(history), warning=_warning(history),
    )


def results_table(history: History) -> Table:
    """One row for each run, the most accurate first; a diverged run has no accuracy.

    Accuracy and loss are those of the test set after the last finished epoch.
    """
    several = len(history.seeds) > 1
    ranked = sorted(history.runs, key=lambda run: -run.last.test_accuracy if run.last else 1.0)
    seed = (Column("seed", phrase("Seed"), digits=0),) if several else ()
    return Table(
        name="results", title=phrase("Results"),
        columns=(
            Column("function", phrase("Function"), kind="key"), *seed,
            Column("test_accuracy", phrase("Accuracy"), digits=2, unit="%", scale=100.0),
            Column("test_loss", phrase("Loss"), digits=3),
            Column("seconds", phrase("Time"), digits=1, unit="s"),
            Column("epochs", phrase("Epochs done"), digits=0),
            Column("status", phrase("Status"), kind="text"),
        ),
        rows=tuple(_result(run, several) for run in ranked),
        notes=training_notes(history), warning=_warning(history), sorted_by="-test_accuracy",
    )


def described(key: str, values: Values) -> str:
    """A key with its parameters, as notes write it: leaky_relu(negative_slope=0.01)."""
    start = start_values(key, values)
    inner = ", ".join(f"{name}={start[name]}" if name in start else f"{name} drawn from the seed"
                      for name in check_function(key, values))
    return f"{key}({inner})" if inner else key


def training_notes(history: History) -> tuple[tuple[str, str], ...]:
    """Functions, parameters, settings, seeds, data, device and versions."""
    settings = dataclasses.asdict(history.settings)
    settings = {parameter.name: settings[parameter.name]
                for parameter in parameters_of(type(history.settings))
                if parameter.name not in ("seed", "device") and parameter.matters(settings)}
    seeds = history.seeds or [history.settings.seed]
    devices = sorted({run.device for run in history.runs})
    return (
        ("functions", "; ".join(described(key, values) for key, values in history.functions)),
        *formula_notes(key for key, _ in history.functions),
        *((name.replace("_", " "), _plain(value)) for name, value in settings.items()),
        ("seed", _plain(seeds)), *data_notes(history.data_name, history.data_digest),
        ("device", _plain(devices) or history.settings.device), *versions(),
    )


def _warning(history: History) -> Text:
    return data_warning(history.data_name, history.is_fashion_mnist)


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (tuple, list)) else str(value)


def _result(run: RunHistory, several: bool) -> tuple[Any, ...]:
    last = run.last
    return (run.function, *((run.seed,) if several else ()),
            last.test_accuracy if last else None, last.test_loss if last else None,
            run.seconds, len(run.epochs), run.status_text())


def _label(run: RunHistory, several: bool) -> Text:
    name = function_name(run.function)
    return phrase("{name}, seed {seed}", name=name, seed=run.seed) if several else name


def _loss_lines(
    run: RunHistory, sets: Sequence[str], several: bool, span: float
) -> Iterator[Line]:
    """The training loss while it ran, faintly, and the losses after each epoch."""
    label = _label(run, several)
    if run.steps:
        epoch, loss = _averaged(np.array(run.steps, dtype=float), span)
        yield Line(run.function, _column(run, "training loss now", several), label,
                   epoch, _positive(loss), faint=True)
    yield from _epoch_lines(run, "loss", sets, several)


def _averaged(steps: np.ndarray, span: float) -> tuple[np.ndarray, np.ndarray]:
    """Means over spans of epochs of (epoch, loss) rows, so that single batches do not hide the way.

    Where a record stands depends on the machine's speed; means over fixed spans hardly do.
    """
    ends = np.flatnonzero(np.diff(np.ceil(steps[:, 0] / span - 1e-6))) + 1
    parts = np.split(steps, ends)
    return (np.array([part[-1, 0] for part in parts]),
            np.array([part[:, 1].mean() for part in parts]))


def _epoch_lines(
    run: RunHistory, figure: str, sets: Sequence[str], several: bool
) -> Iterator[Line]:
    """A point for each finished epoch; training stands faintly beside test."""
    if not run.epochs:
        return
    epoch = np.array([done.epoch for done in run.epochs], dtype=float)
    for name in sets:
        field = f"{'train' if name == 'training' else 'test'}_{figure}"
        y = np.array([getattr(done, field) for done in run.epochs], dtype=float)
        y = 100 * y if figure == "accuracy" else _positive(y)
        yield Line(run.function, _column(run, f"{name} {figure}", several),
                   _label(run, several), epoch, y, dots=True,
                   faint=name == "training" and len(sets) > 1)


def _column(run: RunHistory, what: str, several: bool) -> str:
    unit = " (%)" if what.endswith("accuracy") else ""
    return f"{run.function}{f' seed {run.seed}' if several else ''} {what}{unit}"


def _positive(loss: np.ndarray) -> np.ndarray:
    """Undefined where a logarithmic axis has no place for it."""
    return np.where(loss > 0, loss, np.nan)
