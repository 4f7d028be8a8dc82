"""The numbers of learned shapes: a table of one epoch, and their course over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from engine.figures.figure import Axis, Column, Figure, Line, Panel, Table, Text
from engine.figures.shapes import PAGE, ROOM, ends_of, shape_notes, shape_subject, shapes_at
from engine.figures.training import function_name
from engine.networks.functions import file_stem
from engine.texts import phrase
from engine.training.history import RunHistory
from engine.training.records import LayerShape, LearnedShapes

_WIDEST = 6
"""How many panels may stand beside each other so that a row is one parameter."""

_FEW = 4
"""More lines than these in one panel are drawn thin, so that each can be told."""


def shapes_table(run: RunHistory, epoch: float | None = None, *, warning: Text = "") -> Table:
    """Each learned number of each layer: at the start, after the epoch, and how far it moved.

    A vector has a row for each of its numbers, counted from 1. Raises InputError.
    """
    shown = shapes_at(run, epoch)
    start = run.shapes[0] if run.shapes else shown
    mixed = len({layer.function for layer in shown.layers}) > 1
    rows = tuple(
        (layer.place, *((layer.function,) if mixed else ()), name, index, was, now, now - was)
        for layer, before in zip(shown.layers, start.layers, strict=True)
        for name in layer.learned
        for index, was, now in _numbers(before.values[name], layer.values[name]))
    function = (Column("function", phrase("Function"), kind="key"),) if mixed else ()
    return Table(
        name=f"shapes-{file_stem(run.function)}-seed{run.seed}", title=shape_subject(run, shown),
        columns=(Column("layer", phrase("Layer"), kind="text"), *function,
                 Column("parameter", phrase("Parameter"), kind="text"),
                 Column("index", phrase("Index"), digits=0),
                 Column("start", phrase("Start"), digits=4),
                 Column("now", phrase("Now"), digits=4),
                 Column("change", phrase("Change"), digits=4)),
        rows=rows, notes=shape_notes(run, shown), warning=warning)


def parameters_figure(run: RunHistory, *, first: int = 0, warning: Text = "") -> Figure:
    """The learned numbers over epochs: a row for each parameter with a small panel a layer.

    Panels of one parameter share their axes; a vector has a line for each of its numbers.
    `first` is the layer to begin with where there are too many. Raises InputError.
    """
    shown = shapes_at(run)
    moments = [*run.shapes, *([run.live_shapes] if run.live_shapes is not None else [])]
    epochs = np.array([moment.epoch for moment in moments], dtype=float)
    names = list(dict.fromkeys(name for layer in shown.layers for name in layer.learned))
    layers = range(first, min(first + layers_a_page(run), len(shown.layers)))
    courses = {(index, name): _course(moments, index, name) for name in names
               for index in layers if name in shown.layers[index].learned}
    tidy = len(names) > 1 and len(courses) == len(names) * len(layers)
    panels = tuple(
        Panel(_shared(name, courses), tuple(_course_lines(shown.layers[index], name, epochs, y)),
              title=phrase("{layer}: {parameter}", layer=shown.layers[index].place,
                           parameter=name))
        for (index, name), y in courses.items())
    return Figure(
        name=f"parameters-{file_stem(run.function)}-seed{run.seed}",
        title=phrase("{name}, seed {seed}: learned parameters over epochs",
                     name=function_name(run.function), seed=run.seed),
        x=Axis(phrase("epoch"), minimum=0.0, maximum=max(float(epochs[-1]), 1.0), whole=True),
        panels=panels, notes=shape_notes(run, shown), arrangement="grid", legend=False,
        warning=warning, columns=len(layers) if tidy and len(layers) <= _WIDEST else 0)


def layers_a_page(run: RunHistory) -> int:
    """How many layers parameters_figure has room for at once."""
    each = max(len(layer.learned) for layer in shapes_at(run).layers)
    return max(1, PAGE // each)


def _numbers(was: Any, now: Any) -> Iterator[tuple[int | None, float, float]]:
    """(index, value at the start, value now); a single number has no index."""
    if not isinstance(now, tuple):
        yield None, was, now
        return
    for index, pair in enumerate(zip(was, now, strict=True), 1):
        yield index, *pair


def _course(moments: Sequence[LearnedShapes], index: int, name: str) -> np.ndarray:
    """The values of a parameter, shape (moments, numbers)."""
    values = [moment.layers[index].values[name] for moment in moments]
    return np.array(values, dtype=float).reshape(len(moments), -1)


def _shared(name: str, courses: dict[tuple[int, str], np.ndarray]) -> Axis:
    """The axis of all panels of one parameter."""
    found = [ends_of(y) for (_, other), y in courses.items() if other == name]
    low, high = min(low for low, _ in found), max(high for _, high in found)
    room = ROOM * (high - low) or max(0.1 * abs(high), 0.1)
    return Axis(name, minimum=low - room, maximum=high + room)


def _course_lines(
    layer: LayerShape, name: str, epochs: np.ndarray, y: np.ndarray
) -> Iterator[Line]:
    for column in range(y.shape[1]):
        suffix = f"[{column + 1}]" if y.shape[1] > 1 else ""
        label = f"{layer.place} {name}{suffix}"
        yield Line(layer.function, label, label, epochs, y[:, column], dots=len(epochs) < 2,
                   faint=y.shape[1] > _FEW, dash="solid")
