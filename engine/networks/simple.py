"""The network of the source article: linear layers with the activation under study between them."""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from engine.networks.network import Network
from engine.texts import Phrase, phrase


class SimpleNetwork(Network):
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

    def places(self) -> list[tuple[Phrase, nn.Module]]:
        """The activation of each hidden layer."""
        return [(phrase("Hidden layer {number}", number=number), activation)
                for number, (_, activation) in enumerate(self.hidden_layers(), 1)]

    def forward(self, x: Tensor) -> Tensor:
        """Logits of shape (n, classes) for normalised float images of shape (n, inputs)."""
        for linear, activation in self.hidden_layers():
            x = activation(linear(x))
        return self.linears[-1](x)


def linear_layer(inputs: int, outputs: int, weights: torch.Generator) -> nn.Linear:
    """A linear layer with PyTorch's default distribution, both parts uniform in +-1/sqrt(inputs).

    Built without its own start values, which would be drawn from the global generator.
    """
    linear = nn.Linear(inputs, outputs, device="meta").to_empty(device="cpu")
    nn.init.kaiming_uniform_(linear.weight, a=math.sqrt(5), generator=weights)
    bound = 1 / math.sqrt(inputs)
    nn.init.uniform_(linear.bias, -bound, bound, generator=weights)
    return linear
