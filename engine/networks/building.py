"""A network from its settings, the function or functions under study and a seed."""

from __future__ import annotations

from itertools import pairwise
from math import prod

import torch
from torch import nn

from engine.activations import find
from engine.activations.layer import Layer
from engine.activations.registry import Values
from engine.errors import InputError
from engine.networks.cnn import ConvolutionalNetwork
from engine.networks.dropout import AlphaDropout, Dropout
from engine.networks.functions import (
    JOINT,
    NO_ACTIVATION,
    check_fit,
    split,
    start_values,
    values_of,
)
from engine.networks.initialisation import Start
from engine.networks.network import CLASSES, SHAPE, Network, Shape
from engine.networks.normalisation import normalisations
from engine.networks.seeds import generator
from engine.networks.settings import NetworkSettings
from engine.networks.simple import SimpleNetwork
from engine.networks.transformer import GatedLayer, Transformer


def build(
    key: str, values: Values | None, settings: NetworkSettings, seed: int, *,
    shape: Shape = SHAPE, classes: int = CLASSES, device: str = "cpu",
) -> Network:
    """A fresh network on the device with the function or functions `key` at `values`, or none.

    It takes flat images of `shape` (channels, height, width). Weights, learned parameters, noise
    of functions and of dropout come from generators of their own, so that networks of one seed
    have the same weights whatever their activation is, up to a computed gain. They are drawn on
    the CPU, and so are the same on every device; the noise is drawn on the device. Learned
    parameters are the first numbers of the seed itself, as in the source article, which seeds
    torch and makes the activation before the network.
    Raises InputError for an unknown key, a wrong value and what does not fit together.
    """
    values = start_values(key, values)
    _check_settings(key, settings)
    activations = _activations(key, values, settings, seed, device)
    start = Start(settings.initialisation, generator(seed, "linear weights"))
    dropout = _dropout(settings, seed, device)
    if settings.network == "simple":
        widths = (prod(shape), *settings.hidden, classes)
        behind = [None, *activations]
        linears = [start.linear(*pair, behind[index])
                   for index, pair in enumerate(pairwise(widths))]
        norms = normalisations(settings.normalisation, settings.hidden)
        network = SimpleNetwork(linears, activations, norms, dropout, settings.residual)
    else:
        kind = ConvolutionalNetwork if settings.network == "cnn" else Transformer
        network = kind(settings, activations, start, shape=shape, classes=classes,
                       dropout=dropout)
    return network.to(device)


def count_parameters(
    settings: NetworkSettings, key: str = NO_ACTIVATION, *,
    shape: Shape = SHAPE, classes: int = CLASSES,
) -> int:
    """How many weights and biases the network has, those of the activations left out.

    Raises InputError for what does not fit together.
    """
    _check_settings(key, settings)
    match settings.network:
        case "cnn":
            return ConvolutionalNetwork.count_parameters(settings, shape, classes)
        case "transformer":
            gated = [_is_gated(part) for part in _parts(key, settings)]
            return Transformer.count_parameters(settings, gated, shape, classes)
    return SimpleNetwork.count_parameters(settings, prod(shape), classes)


def _check_settings(key: str, settings: NetworkSettings) -> None:
    check_fit(key, settings)
    if settings.network == "transformer" and settings.normalisation != "none":
        raise InputError("A transformer has layer norm of its own. Set the normalisation to none.")
    if settings.network != "simple" and settings.residual:
        raise InputError("Residual links can be switched on for linear layers only: a transformer "
                         "always has them, and the channels of the small CNN change.")


def _parts(key: str, settings: NetworkSettings) -> tuple[str, ...]:
    """The key at each place of the network."""
    parts = split(key)
    return parts if len(parts) > 1 else parts * settings.places


def _activations(key: str, values: Values, settings: NetworkSettings, seed: int,
                 device: str) -> list[nn.Module]:
    """The module at each place; where they are shared, one for all places of a function."""
    start = torch.Generator().manual_seed(seed)
    noise = generator(seed, "training noise", device)
    made: list[nn.Module] = []
    shared: dict[str, nn.Module] = {}
    for part in _parts(key, settings):
        if settings.shared_activation and part in shared:
            made.append(shared[part])
            continue
        own = values_of(part, values) if JOINT in key else values
        made.append(activation_layer(part, own, start, noise))
        shared[part] = made[-1]
    return made


def activation_layer(key: str, values: Values, start: torch.Generator,
                     noise: torch.Generator) -> nn.Module:
    """The module of a single key: of a function, a gated unit, or none."""
    if key == NO_ACTIVATION:
        return nn.Identity()
    kind = GatedLayer if _is_gated(key) else Layer
    return kind(find(key, None), values, generator=start, noise=noise)


def _is_gated(key: str) -> bool:
    return key != NO_ACTIVATION and find(key, None).kind == "gated"


def _dropout(settings: NetworkSettings, seed: int, device: str) -> Dropout | None:
    if settings.dropout == 0:
        return None
    noise = generator(seed, "dropout noise", device)
    return (AlphaDropout if settings.alpha_dropout else Dropout)(settings.dropout, noise)
