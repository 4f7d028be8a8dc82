"""Learned shapes as pictures: the curve of each layer at an epoch, beside that of the start."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import numpy as np

from engine.analysis.curves import Curve, evaluate_learned
from engine.errors import InputError
from engine.figures.figure import Axis, Break, Figure, Line, Panel, Text
from engine.figures.formulas import formula_notes
from engine.figures.training import function_name
from engine.networks.functions import file_stem
from engine.parameters import plain
from engine.texts import phrase
from engine.training.history import RunHistory
from engine.training.records import LayerShape, LearnedShapes
from engine.versions import versions

POINTS = 301
"""Of a curve: enough for a small panel, and cheap while it moves."""

PAGE = 24
"""How many layers one picture has room for."""

ROOM = 0.05
"""What stays free over and under the curves, as a share of their height."""

_MEASURED = 12


def shapes_at(run: RunHistory, epoch: float | None = None) -> LearnedShapes:
    """The learned shapes after this epoch, 0 being the start; None: the latest there are.

    Raises InputError where there are none.
    """
    if epoch is None and run.latest_shapes is not None:
        return run.latest_shapes
    if not run.shapes:
        raise InputError("{name} has no learned parameters. Choose a run of a function that "
                         "learns its shape.", name=function_name(run.function))
    for shapes in run.shapes:
        if shapes.epoch == epoch:
            return shapes
    raise InputError("The shapes of epoch {epoch} are not there. They are known for {known}.",
                     epoch=epoch, known=", ".join(plain(kept.epoch) for kept in run.shapes))


class ShapeCurves:
    """Draws the shapes of runs over one stretch of x; keeps what it measured of each epoch."""

    def __init__(self, low: float = -5.0, high: float = 5.0) -> None:
        if not (math.isfinite(low) and math.isfinite(high) and low < high):
            raise InputError("The x range must go from a smaller to a greater number, got {low} "
                             "to {high}.", low=low, high=high)
        self.x = np.linspace(low, high, POINTS)
        self.low, self.high = low, high
        self._ends: dict[tuple[int, int, int], tuple[float, float]] = {}
        self._measured: LearnedShapes | None = None
        self._starts: dict[int, Curve] = {}

    def figure(
        self, run: RunHistory, epoch: float | None = None, *, slopes: bool = False,
        first: int = 0, warning: Text = "",
    ) -> Figure:
        """A small panel for each layer: its curve after the epoch, and dotted that of the start.

        All panels share both axes, which fit every epoch of the run. `slopes` adds f′, dashed.
        `first` is the layer to begin with where there are more than PAGE. Raises InputError where
        the run has no such shapes.
        """
        shown = shapes_at(run, epoch)
        layers = range(first, min(first + PAGE, len(shown.layers)))
        now = [self.curve(shown.layers[index], slopes) for index in layers]
        self._measure(run, layers)
        start = [self._starts.get(index) for index in layers] \
            if shown.epoch > 0 else [None] * len(now)
        axis = self._axis(layers, now, slopes=slopes)
        mixed = len({layer.function for layer in shown.layers}) > 1
        panels = tuple(
            Panel(axis, tuple(_lines(curve, before, shown.layers[index], slopes=slopes)),
                  title=_panel_title(shown.layers[index], mixed=mixed), order=0)
            for index, curve, before in zip(layers, now, start, strict=True))
        return Figure(
            name=f"shapes-{file_stem(run.function)}-seed{run.seed}",
            title=_title(run, shown, slopes=slopes),
            x=Axis("x", minimum=self.low, maximum=self.high, symbol=True), panels=panels,
            notes=shape_notes(run, shown), arrangement="grid", legend=False, warning=warning)

    def curve(self, layer: LayerShape, slopes: bool = True) -> Curve:
        """f of a layer in float64, and f′ and f″ where slopes are wanted."""
        return evaluate_learned(layer.activation, layer.values, self.x, slopes)

    def _axis(self, layers: range, drawn: Iterable[Curve], *, slopes: bool) -> Axis:
        """One axis of y for all panels; it holds while the epochs go by."""
        orders = (0, 1) if slopes else (0,)
        ends = [found for (_, index, order), found in self._ends.items()
                if index in layers and order in orders]
        ends += [ends_of(curve.orders[order]) for curve in drawn for order in orders]
        low = min((end[0] for end in ends if math.isfinite(end[0])), default=0.0)
        high = max((end[1] for end in ends if math.isfinite(end[1])), default=1.0)
        room = ROOM * (high - low) or 0.5
        return Axis("f(x)", minimum=low - room, maximum=high + room, symbol=True)

    def _measure(self, run: RunHistory, layers: range) -> None:
        """How far the curves of some epochs reach, the start among them, each computed once."""
        start = run.shapes[0] if run.shapes else None
        if start is not self._measured:
            self._ends, self._starts, self._measured = {}, {}, start
        every = max(1, math.ceil(len(run.shapes) / _MEASURED))
        for at in range(0, len(run.shapes), every):
            for index in layers:
                epoch = int(run.shapes[at].epoch)
                if (epoch, index, 0) not in self._ends:
                    curve = self.curve(run.shapes[at].layers[index])
                    if at == 0:
                        self._starts[index] = curve
                    for order in (0, 1):
                        self._ends[epoch, index, order] = ends_of(curve.orders[order])


def epoch_words(epoch: float) -> str:
    """An epoch as it is read: whole, or with one digit while it is under way."""
    return f"{epoch:.0f}" if float(epoch).is_integer() else f"{epoch:.1f}"


def shape_subject(run: RunHistory, shown: LearnedShapes) -> Text:
    """Function, seed and epoch in words."""
    return phrase("{name}, seed {seed}, epoch {epoch}", name=function_name(run.function),
                  seed=run.seed, epoch=epoch_words(shown.epoch))


def _title(run: RunHistory, shown: LearnedShapes, *, slopes: bool) -> Text:
    subject = shape_subject(run, shown)
    if slopes and shown.epoch > 0:
        return phrase("{subject} (dotted: at the start; dashed: f′)", subject=subject)
    if slopes:
        return phrase("{subject} (dashed: f′)", subject=subject)
    return phrase("{subject} (dotted: at the start)", subject=subject) if shown.epoch > 0 \
        else subject


def _panel_title(layer: LayerShape, *, mixed: bool) -> Text:
    if not mixed:
        return layer.place
    return phrase("{layer}: {function}", layer=layer.place, function=function_name(layer.function))


def shape_notes(run: RunHistory, shown: LearnedShapes) -> tuple[tuple[str, str], ...]:
    """Function, seed and epoch, and the values of every layer that was drawn from."""
    layers = tuple((str(layer.place), "; ".join(
        f"{name}={','.join(map(plain, value)) if isinstance(value, tuple) else plain(value)}"
        for name, value in layer.values.items())) for layer in shown.layers)
    return (("function", run.function),
            *formula_notes(dict.fromkeys(layer.own for layer in shown.layers)),
            ("seed", str(run.seed)), ("epoch", epoch_words(shown.epoch)), *layers,
            ("device", run.device), *versions())


def _lines(curve: Curve, before: Curve | None, layer: LayerShape, *,
           slopes: bool) -> Iterator[Line]:
    """The curve, before it that of the start, and f′ where it is asked for."""
    place = str(layer.place)
    if before is not None:
        yield _line(before, 0, f"{place} at the start", faint=False, dash="dotted")
    if slopes:
        yield _line(curve, 1, f"{place} d1", faint=True, dash="dashed")
    yield _line(curve, 0, place, faint=False, dash="solid")


def _line(curve: Curve, order: int, name: str, *, faint: bool, dash: str) -> Line:
    breaks = tuple(Break(*end) for end in curve.breaks[order]
                   if curve.x[0] <= end.x <= curve.x[-1])
    return Line(curve.key, name, name, curve.x, curve.orders[order], breaks=breaks, faint=faint,
                dash=dash, order=order)


def ends_of(values: np.ndarray) -> tuple[float, float]:
    """The least and the greatest finite value of an array; NaN twice without any."""
    finite = values[np.isfinite(values)]
    return (float(finite.min()), float(finite.max())) if len(finite) else (math.nan, math.nan)
