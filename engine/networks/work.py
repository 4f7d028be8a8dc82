"""How much a network has to compute for one picture."""

from __future__ import annotations

from itertools import pairwise
from math import prod
from typing import NamedTuple

from engine.networks.network import Shape
from engine.networks.settings import NetworkSettings


class Work(NamedTuple):
    """Of one picture going forward: multiplications with weights (and of attention), and how many
    numbers go through the function."""

    products: int
    elements: int


def work_of(settings: NetworkSettings, shape: Shape, classes: int) -> Work:
    """The work with a function that is not gated; gated units have two thirds of the elements."""
    channels, height, width = shape
    match settings.network:
        case "cnn":
            products = elements = 0
            for before, after in pairwise((channels, *settings.channels)):
                products += 9 * before * after * height * width
                elements += after * height * width
                height, width = height // 2, width // 2
            flat = settings.channels[-1] * height * width
            return Work(products + flat * settings.dense + settings.dense * classes,
                        elements + settings.dense)
        case "transformer":
            tokens = (height // settings.patch) * (width // settings.patch)
            side, inner = settings.token_width, settings.feed_forward
            block = tokens * (4 * side**2 + 2 * side * inner) + 2 * tokens**2 * side
            return Work(tokens * channels * settings.patch**2 * side + settings.blocks * block
                        + side * classes, settings.blocks * tokens * inner)
    widths = (prod(shape), *settings.hidden, classes)
    return Work(sum(before * after for before, after in pairwise(widths)), sum(settings.hidden))
