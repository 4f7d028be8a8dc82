"""The weights of a network's first layer as small pictures: what each of its units looks for."""

from __future__ import annotations

from math import prod

import numpy as np
from torch import nn

from engine.data.images import ImageData
from engine.errors import InputError
from engine.figures.data_set import data_warning
from engine.figures.figure import Axis, Figure, Panel, Tiles
from engine.figures.outcomes import run_notes, run_words
from engine.networks.network import Network, Shape
from engine.texts import Phrase, phrase
from engine.training.checkpoints import Checkpoint

_MOST = 400


def first_weights_figure(checkpoint: Checkpoint, data: ImageData) -> Figure:
    """A tile for each unit, those with the largest weights first, all on one scale around zero.

    A unit of a linear layer sees the whole picture, a filter or a patch a part of it. Colours
    (red, green, blue) stand beside each other in a tile.
    """
    weights = first_weights(checkpoint.network, data.shape)
    order = np.argsort(-np.abs(weights).max(axis=(1, 2, 3)), kind="stable")[:_MOST]
    tiles = weights[order].transpose(0, 2, 1, 3).reshape(len(order), weights.shape[2], -1)
    record = checkpoint.record
    return Figure(
        name="first_weights", title=run_words(record), x=Axis(""), legend=False,
        panels=(Panel(Axis(""), title=phrase("Weights of the first layer"),
                      subtitle=_subtitle(len(order), weights),
                      tiles=Tiles(tiles, tuple(str(place + 1) for place in order),
                                  phrase("weight"), "unit")),),
        notes=run_notes(record, data),
        warning=data_warning(record.data_name, record.is_fashion_mnist))


def first_weights(network: Network, shape: Shape) -> np.ndarray:
    """What the units of the first layer multiply pictures with: (units, channels, height, width).

    Raises InputError where the first layer has no form of a picture.
    """
    channels = shape[0]
    for module in network.modules():
        if isinstance(module, nn.Conv2d):
            return module.weight.detach().cpu().numpy()
        if isinstance(module, nn.Linear):
            weight = module.weight.detach().cpu().numpy()
            side = round((weight.shape[1] / channels) ** 0.5)
            if weight.shape[1] == prod(shape):
                return weight.reshape(-1, *shape)
            if weight.shape[1] == channels * side * side:
                return weight.reshape(-1, channels, side, side)
            break
    raise InputError("The first layer of this network has no weights of the form of a picture. "
                     "Choose a run of another network.")


def _subtitle(count: int, weights: np.ndarray) -> Phrase:
    height, width = weights.shape[2:]
    if count < len(weights):
        return phrase("{count} of {all} units, the largest weights first; {width} × {height} each",
                      count=count, all=f"{len(weights):,}", width=width, height=height)
    return phrase("{count} units, the largest weights first; {width} × {height} each",
                  count=count, width=width, height=height)
