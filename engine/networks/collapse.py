"""Linear collapse: a network without activations folded into the single matrix that it is."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from engine.errors import InputError
from engine.networks.network import Network
from engine.networks.simple import SimpleNetwork


@dataclass(frozen=True, eq=False)
class CollapseDone:
    """A network, and one matrix (classes, inputs) with a bias (classes,) in float32 that equals it.

    `difference` is the largest between their logits over all images, `largest` the largest logit.
    Accuracies are shares of right answers; `other_accuracy` is that of another network, if one
    was given. Parameters are weights and biases.
    """

    matrix: np.ndarray
    bias: np.ndarray
    layers: int
    parameters: int
    difference: float
    largest: float
    accuracy: float
    folded_accuracy: float
    samples: int
    other_accuracy: float | None = None
    other_parameters: int | None = None

    @property
    def folded_parameters(self) -> int:
        """Weights and biases of the single matrix."""
        return self.matrix.size + self.bias.size


def collapse(
    network: Network, batches: Iterable[tuple[Tensor, Tensor]], other: Network | None = None
) -> Generator[None | CollapseDone, None, None]:
    """Folds the network and compares it with the result.

    `batches` are normalised images (n, inputs) with their labels (n,). Yields None after each and
    CollapseDone at the end. Raises InputError for a network that is no single matrix, and for
    images of another size.
    """
    matrix, bias = folded(network)
    single = nn.Linear(matrix.shape[1], matrix.shape[0], device="meta").to_empty(device="cpu")
    with torch.no_grad():
        single.weight.copy_(matrix)
        single.bias.copy_(bias)
    difference = largest = 0.0
    samples, right = 0, [0, 0, 0]
    for pixels, truth in batches:
        _check_size(pixels, len(matrix.T))
        samples += len(truth)
        deep, flat = _logits(network, pixels), _logits(single, pixels)
        difference = max(difference, float((deep - flat).abs().max()))
        largest = max(largest, float(deep.abs().max()))
        answers = [deep, flat] if other is None else [deep, flat, _logits(other, pixels)]
        for place, logits in enumerate(answers):
            right[place] += int((logits.argmax(1) == truth).sum())
        yield None
    shares = [count / samples for count in right]
    yield CollapseDone(
        single.weight.detach().numpy(), single.bias.detach().numpy(), len(network.linears),
        _size(network), difference, largest, shares[0], shares[1], samples,
        *((None, None) if other is None else (shares[2], _size(other))))


def folded(network: Network) -> tuple[Tensor, Tensor]:
    """The matrix (classes, inputs) and the bias (classes,) of the whole network, in float64.

    W_L ... W_1 and W_L(... (W_2 b_1 + b_2) ...) + b_L. Raises InputError where anything but linear
    layers is in it.
    """
    if not isinstance(network, SimpleNetwork) or not network.plain \
            or not all(isinstance(module, nn.Identity) for module in network.activations):
        raise InputError("Only linear layers without activations, normalisation, dropout and "
                         "residual links are one matrix. Train such a network: the function "
                         "\"none\" stands for no activation.")
    matrix = torch.eye(network.linears[0].in_features, dtype=torch.float64)
    bias = matrix.new_zeros(len(matrix))
    with torch.no_grad():
        for linear in network.linears:
            weight = linear.weight.double().cpu()
            matrix, bias = weight @ matrix, weight @ bias + linear.bias.double().cpu()
    return matrix, bias


def _check_size(pixels: Tensor, wanted: int) -> None:
    if pixels.shape[1] != wanted:
        raise InputError("This network takes pictures of {wanted} numbers, and those of this data "
                         "set have {given}. Choose the data that it was trained on.",
                         wanted=wanted, given=pixels.shape[1])


@torch.no_grad()
def _logits(module: nn.Module, pixels: Tensor) -> Tensor:
    return module.eval()(pixels)


def _size(network: Network) -> int:
    return sum(parameter.numel() for parameter in network.parameters())
