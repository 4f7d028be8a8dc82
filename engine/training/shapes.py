"""The learned shapes of a network: taken from it while it trains, and kept in plain JSON."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from engine.activations.layer import Layer
from engine.activations.own import own_of
from engine.networks.network import Network
from engine.texts import Phrase, phrase
from engine.training.records import LayerShape, LearnedShapes

LIVE_SECONDS = 0.5
"""Between two records while an epoch is under way, at least."""

PlainShapes = Mapping[str, Any]
"""One moment in JSON: epoch, and name to learned value for each layer."""


def learned_layers(network: Network) -> list[tuple[Phrase, Layer]]:
    """Where a function with learned parameters stands, and its layer, from the input on.

    One that all places share stands there once.
    """
    places = network.places()
    if len(places) > 1 and len({id(module) for _, module in places}) == 1:
        places = [(phrase("All layers"), places[0][1])]
    return [(place, module) for place, module in places if isinstance(module, Layer)
            and module.activation.kind == "elementwise"
            and any(parameter.learned for parameter in module.activation.parameters)]


def shapes_of(
    network: Network, function: str, seed: int, epoch: float
) -> LearnedShapes | None:
    """The shapes as they are now; None where nothing is learned or a value is not finite."""
    layers = tuple(_shape_of(place, layer) for place, layer in learned_layers(network))
    if not layers or not all(_finite(layer.values[name]) for layer in layers
                             for name in layer.learned):
        return None
    return LearnedShapes(function, seed, epoch, layers)


class ShapeWatch:
    """Takes the shapes of one network in training; `kept` are those of whole epochs."""

    def __init__(self, network: Network, function: str, seed: int,
                 kept: Iterable[LearnedShapes] = ()) -> None:
        self.kept = list(kept)
        self._network, self._function, self._seed = network, function, seed
        self._learns = bool(learned_layers(network))
        self._told = time.monotonic()

    def whole(self, epoch: int) -> list[LearnedShapes]:
        """The shapes at the start (0) or after an epoch, kept as well; empty without any."""
        found = self._now(epoch)
        self.kept += found
        return found

    def live(self, epoch: float) -> list[LearnedShapes]:
        """The shapes within an epoch; empty before half a second has gone since the last."""
        due = self._learns and time.monotonic() - self._told >= LIVE_SECONDS
        return self._now(epoch) if due else []

    def _now(self, epoch: float) -> list[LearnedShapes]:
        if not self._learns:
            return []
        self._told = time.monotonic()
        found = shapes_of(self._network, self._function, self._seed, epoch)
        return [] if found is None else [found]


def plain_shapes(shapes: Iterable[LearnedShapes]) -> tuple[dict[str, Any], ...]:
    """Epoch and learned values of each layer, as a checkpoint keeps them."""
    return tuple(
        {"epoch": moment.epoch,
         "layers": tuple({name: layer.values[name] for name in layer.learned}
                         for layer in moment.layers)}
        for moment in shapes)


def checked_shapes(rows: Any) -> tuple[dict[str, Any], ...]:
    """What `plain_shapes` gave, read back from JSON.

    Raises ValueError, TypeError, KeyError or AttributeError for anything else.
    """
    return tuple({"epoch": _number(row["epoch"]),
                  "layers": tuple({str(name): _value(value) for name, value in layer.items()}
                                  for layer in row["layers"])}
                 for row in rows)


def shapes_from_plain(
    rows: Iterable[PlainShapes], network: Network, function: str, seed: int
) -> Iterator[LearnedShapes]:
    """The shapes of a network of the same form. Raises ValueError where they do not fit it."""
    layers = [_shape_of(place, layer) for place, layer in learned_layers(network)]
    for row in rows:
        pairs = list(zip(layers, row["layers"], strict=True))
        if not all(_fits(layer, values) for layer, values in pairs):
            raise ValueError("the learned shapes are those of another network")
        yield LearnedShapes(function, seed, row["epoch"], tuple(
            replace(layer, values={**layer.values, **values}) for layer, values in pairs))


def _shape_of(place: Phrase, layer: Layer) -> LayerShape:
    return LayerShape(place, layer.activation.key, layer.values(), own_of(layer.activation))


def _fits(layer: LayerShape, values: Mapping[str, Any]) -> bool:
    """Whether these are the learned parameters of the layer, each as long as it is there."""
    return set(values) == set(layer.learned) and all(
        _length(values[name]) == _length(layer.values[name]) for name in values)


def _length(value: Any) -> int | None:
    return len(value) if isinstance(value, tuple) else None


def _finite(value: Any) -> bool:
    return all(map(math.isfinite, value)) if isinstance(value, tuple) else math.isfinite(value)


def _value(value: Any) -> float | tuple[float, ...]:
    return tuple(map(_number, value)) if isinstance(value, (list, tuple)) else _number(value)


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise ValueError(f"{value} is no finite number")
    return float(value)
