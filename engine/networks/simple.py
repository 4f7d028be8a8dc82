"""The network of the source article: linear layers with the activation under study between them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from itertools import pairwise

import torch
from torch import Tensor, nn

from engine.activations import find
from engine.activations.layer import Layer
from engine.activations.registry import Values
from engine.networks.functions import NO_ACTIVATION, start_values

INPUTS = 784
CLASSES = 10


class SimpleNetwork(nn.Module):
    """Linear layers of the widths `hidden`, each followed by the activation, and a linear output.

    `linears` has one layer more than `hidden`. `activations` has one module for each hidden
    layer, or a single one that all of them share.
    """

    def __init__(self, linears: Sequence[nn.Linear], activations: Sequence[nn.Module]) -> None:
        super().__init__()
        self.linears = nn.ModuleList(linears)
        self.activations = nn.ModuleList(activations)

    @property
    def hidden(self) -> tuple[int, ...]:
        """The widths of the hidden layers, from the input on."""
        return tuple(linear.out_features for linear in self.linears[:-1])

    def hidden_layers(self) -> list[tuple[nn.Linear, nn.Module]]:
        """Each hidden layer's linear part and its activation, from the input on."""
        shared = len(self.activations) == 1
        return [(linear, self.activations[0 if shared else index])
                for index, linear in enumerate(self.linears[:-1])]

    def forward(self, x: Tensor) -> Tensor:
        """Logits of shape (n, 10) for normalised float images of shape (n, 784)."""
        for linear, activation in self.hidden_layers():
            x = activation(linear(x))
        return self.linears[-1](x)


def build(
    key: str, values: Values | None, hidden: Sequence[int], seed: int, shared: bool = False,
    *, device: str = "cpu",
) -> SimpleNetwork:
    """A fresh network on the device with the activation `key` at `values`, or none.

    Linear weights, learned parameters and noise in training come from generators of their own,
    so that networks of one seed have the same linear weights whatever their activation is. They
    are drawn on the CPU, and so are the same on every device; the noise is drawn on the device.
    Learned parameters are the first numbers of the seed itself, as in the source article, which
    seeds torch and makes the activation before the network.
    Raises InputError for an unknown key or a wrong value.
    """
    values = start_values(key, values)
    weights = generator(seed, "linear weights")
    linears = [linear_layer(inputs, outputs, weights)
               for inputs, outputs in pairwise((INPUTS, *hidden, CLASSES))]
    count = min(1, len(hidden)) if shared else len(hidden)
    if key == NO_ACTIVATION:
        return SimpleNetwork(linears, [nn.Identity() for _ in range(count)]).to(device)
    start = torch.Generator().manual_seed(seed)
    noise = generator(seed, "training noise", device)
    layers = [Layer(find(key), values, generator=start, noise=noise) for _ in range(count)]
    return SimpleNetwork(linears, layers).to(device)


def generator(seed: int, purpose: str, device: str = "cpu") -> torch.Generator:
    """A generator whose numbers depend on the seed and on what they are for."""
    digest = hashlib.sha256(f"{purpose}/{seed}".encode()).digest()
    return torch.Generator(device).manual_seed(int.from_bytes(digest[:8], "big") >> 1)


def count_parameters(hidden: Sequence[int]) -> int:
    """How many weights and biases the linear layers of these widths have."""
    return sum((inputs + 1) * outputs for inputs, outputs in pairwise((INPUTS, *hidden, CLASSES)))


def linear_layer(inputs: int, outputs: int, weights: torch.Generator) -> nn.Linear:
    """A linear layer with PyTorch's default distribution, both parts uniform in +-1/sqrt(inputs).

    Built without its own start values, which would be drawn from the global generator.
    """
    linear = nn.Linear(inputs, outputs, device="meta").to_empty(device="cpu")
    nn.init.kaiming_uniform_(linear.weight, a=math.sqrt(5), generator=weights)
    bound = 1 / math.sqrt(inputs)
    nn.init.uniform_(linear.bias, -bound, bound, generator=weights)
    return linear
