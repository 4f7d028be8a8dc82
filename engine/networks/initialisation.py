"""How the weights of a network start, every scheme from one generator.

The numbers of one seed are the same for all functions, up to the factor of a computed gain. All
schemes but PyTorch's default start the biases at zero. With n inputs and m outputs of a layer the
variances of the weights are 1/(3n) (default: uniform), 2/(n+m) (Glorot and Bengio 2010, uniform),
2/n (He et al. 2015, normal), 1/n (LeCun et al. 1998, normal) and gain^2/n (normal); orthogonal
matrices have orthonormal rows or columns (Saxe et al. 2014).
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from engine.activations.layer import Layer
from engine.analysis.gaussian import moments, nodes
from engine.errors import InputError


class Start:
    """Draws the layers of a network by one scheme, in the order in which they are asked for."""

    def __init__(self, scheme: str, weights: torch.Generator) -> None:
        self._scheme, self._weights = scheme, weights
        self._gains: dict[str, float] = {}

    def linear(
        self, inputs: int, outputs: int, behind: nn.Module | None = None, bias: bool = True
    ) -> nn.Linear:
        """A linear layer; `behind` is the activation that it stands behind, if any."""
        linear = nn.Linear(inputs, outputs, bias, device="meta").to_empty(device="cpu")
        self._fill(linear.weight, linear.bias, inputs, behind)
        return linear

    def convolution(
        self, inputs: int, outputs: int, side: int, behind: nn.Module | None = None
    ) -> nn.Conv2d:
        """A convolution of odd side that keeps the size of the picture."""
        layer = nn.Conv2d(inputs, outputs, side, padding=side // 2, device="meta")
        layer = layer.to_empty(device="cpu")
        self._fill(layer.weight, layer.bias, inputs * side**2, behind)
        return layer

    def table(self, *shape: int) -> nn.Parameter:
        """Learned positions, normal with standard deviation 0.02 as in BERT and ViT."""
        return nn.Parameter(0.02 * torch.randn(*shape, generator=self._weights))

    def _fill(self, weight: Tensor, bias: Tensor | None, inputs: int,
              behind: nn.Module | None) -> None:
        match self._scheme:
            case "default":
                nn.init.kaiming_uniform_(weight, a=math.sqrt(5), generator=self._weights)
                if bias is not None:
                    bound = 1 / math.sqrt(inputs)
                    nn.init.uniform_(bias, -bound, bound, generator=self._weights)
                return
            case "xavier":
                nn.init.xavier_uniform_(weight, generator=self._weights)
            case "orthogonal":
                nn.init.orthogonal_(weight, generator=self._weights)
            case "he":
                self._draw_normal(weight, math.sqrt(2 / inputs))
            case "lecun":
                self._draw_normal(weight, math.sqrt(1 / inputs))
            case "forward_gain" | "backward_gain":
                self._draw_normal(weight, self._gain(behind) / math.sqrt(inputs))
        if bias is not None:
            nn.init.zeros_(bias)

    def _gain(self, behind: nn.Module | None) -> float:
        """Computed once for layers of one function that start at the same values."""
        known = repr((behind.activation.key, behind.values())) if isinstance(behind, Layer) else ""
        if known not in self._gains:
            self._gains[known] = gain(behind, self._scheme)
        return self._gains[known]

    def _draw_normal(self, weight: Tensor, deviation: float) -> None:
        nn.init.normal_(weight, std=deviation, generator=self._weights)


def linear_layer(inputs: int, outputs: int, weights: torch.Generator) -> nn.Linear:
    """A linear layer with PyTorch's default distribution, both parts uniform in +-1/sqrt(inputs).

    Built without its own start values, which would be drawn from the global generator.
    """
    return Start("default", weights).linear(inputs, outputs)


def gain(behind: nn.Module | None, scheme: str) -> float:
    """What keeps a second moment through the activation: 1/sqrt(E f(z)^2) or 1/sqrt(E f'(z)^2).

    z is standard normal; f stands at the values that the layer starts from. 1 where there is no
    activation. Raises InputError where there is no such number, or f is a gated unit.
    """
    if not isinstance(behind, Layer):
        return 1.0
    item = behind.activation
    if item.kind == "elementwise":
        with torch.enable_grad():  # f' is found by autograd
            found = moments(nodes(item, behind.values()))
        fact = found.forward_gain if scheme == "forward_gain" else found.backward_gain
        if fact.value is not None:
            return fact.value
    raise InputError("{name} has no such gain, so the start weights cannot be computed from it. "
                     "Choose other start weights.", name=item.name)
