"""A network from its settings, the function under study and a seed."""

from __future__ import annotations

from itertools import pairwise
from math import prod

import torch
from torch import nn

from engine.activations import find
from engine.activations.layer import Layer
from engine.activations.registry import Values
from engine.networks.functions import NO_ACTIVATION, start_values
from engine.networks.network import CLASSES, SHAPE
from engine.networks.seeds import generator
from engine.networks.settings import NetworkSettings
from engine.networks.simple import SimpleNetwork, linear_layer


def build(
    key: str, values: Values | None, settings: NetworkSettings, seed: int, *,
    shape: tuple[int, int, int] = SHAPE, classes: int = CLASSES, device: str = "cpu",
) -> SimpleNetwork:
    """A fresh network on the device with the activation `key` at `values`, or none.

    It takes flat images of `shape` (channels, height, width). Linear weights, learned parameters
    and noise in training come from generators of their own, so that networks of one seed have
    the same linear weights whatever their activation is. They are drawn on the CPU, and so are
    the same on every device; the noise is drawn on the device. Learned parameters are the first
    numbers of the seed itself, as in the source article, which seeds torch and makes the
    activation before the network.
    Raises InputError for an unknown key or a wrong value.
    """
    values = start_values(key, values)
    weights = generator(seed, "linear weights")
    linears = [linear_layer(inputs, outputs, weights)
               for inputs, outputs in pairwise((prod(shape), *settings.hidden, classes))]
    count = len(settings.hidden)
    if settings.shared_activation:
        count = min(1, count)
    if key == NO_ACTIVATION:
        return SimpleNetwork(linears, [nn.Identity() for _ in range(count)]).to(device)
    start = torch.Generator().manual_seed(seed)
    noise = generator(seed, "training noise", device)
    layers = [Layer(find(key), values, generator=start, noise=noise) for _ in range(count)]
    return SimpleNetwork(linears, layers).to(device)


def count_parameters(
    settings: NetworkSettings, key: str = NO_ACTIVATION, *,
    shape: tuple[int, int, int] = SHAPE, classes: int = CLASSES,
) -> int:
    """How many weights and biases the network has, those of the activation left out."""
    return sum((inputs + 1) * outputs
               for inputs, outputs in pairwise((prod(shape), *settings.hidden, classes)))
