"""Neurons that do nothing on a whole data set: dead, constant or saturated ones, exactly.

A neuron that has shown once that it is none of these is not looked at again, layers below the
last undecided one are only passed through, and the scan ends when all is decided.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Generator, Iterator
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from engine.activations.layer import Layer
from engine.diagnostics.records import LayerCounts, ScanDone, ScanProgress
from engine.errors import InputError
from engine.networks.network import Network
from engine.networks.simple import SimpleNetwork
from engine.training.batches import normalised, tensor_of
from engine.training.progress import INTERVAL

COUNTS = ("dead", "constant", "saturated")
STATES = (*COUNTS, "other")
_FIRST_ROWS = 64


def scan(
    network: Network,
    images: np.ndarray,
    threshold: float = 0.01,
    batch: int = 1000,
    counts: Collection[str] = COUNTS,
) -> Generator[ScanProgress | ScanDone | None, None, None]:
    """Flags the neurons of each hidden layer over all `images`, uint8 of shape (n, 784).

    Yields None after each batch, ScanProgress at most every 50 ms and ScanDone at the end. Flags
    that are not among `counts` stay False. An output that is NaN is none of the three. The output
    of a neuron is that of its activation, before a residual link adds to it, and its derivative
    that by what goes into the activation. Raises InputError for networks of other kinds.
    """
    if not isinstance(network, SimpleNetwork):
        raise InputError("Neurons are counted in networks of linear layers only, and this is a "
                         "CNN or a transformer. Choose another run.")
    wanted, given = network.linears[0].in_features, images.shape[1]
    if wanted != given:
        raise InputError("This network takes pictures of {wanted} numbers, and those of this data "
                         "set have {given}. Choose the data that it was trained on.",
                         wanted=wanted, given=given)
    start = told = time.monotonic()
    layers = _layers(network.eval(), threshold, counts)
    device = network.linears[0].weight.device
    pixels = torch.empty(min(batch, len(images)), images.shape[1], device=device)
    for samples, fraction in _batches(tensor_of(images), batch):
        if not any(layer.undecided for layer in layers):
            break
        _look_at(layers, normalised(samples.to(device), out=pixels))
        now = time.monotonic()
        if now - told >= INTERVAL:
            told = now
            yield ScanProgress(fraction)
        else:
            yield None
    yield ScanDone(tuple(layer.counts() for layer in layers), len(images), threshold,
                   time.monotonic() - start)


def _layers(network: SimpleNetwork, threshold: float, counts: Collection[str]
            ) -> list[_LayerScan]:
    norms = network.norms or [None] * len(network.hidden)
    return [_LayerScan(_Hidden(*pair, norm, linked), threshold, counts) for pair, norm, linked
            in zip(network.hidden_layers(), norms, network.links(), strict=True)]


def bar_states(layer: LayerCounts) -> np.ndarray:
    """The first of dead, constant, saturated that fits each neuron, else other; shape (width,)."""
    return np.select([layer.dead, layer.constant, layer.saturated], COUNTS, default="other")


def _batches(images: Tensor, batch: int) -> Iterator[tuple[Tensor, float]]:
    """All samples in batches of one size, and the share of them that is through by then.

    The last one reaches back for samples that were seen before: rows of a product of another
    shape may differ in their last bit, which would make a constant neuron look like none.
    """
    batch = min(batch, len(images))
    for start in range(0, len(images), batch):
        end = min(start + batch, len(images))
        yield images[end - batch:end], end / len(images)


@torch.no_grad()
def _look_at(layers: list[_LayerScan], x: Tensor) -> None:
    """Passes a batch through the layers, up to the last one with an undecided neuron."""
    deepest = max(index for index, layer in enumerate(layers) if layer.undecided)
    for layer in layers[:deepest + 1]:
        z = layer.sums(x)
        outputs = layer.outputs(z)
        layer.look_at(z, outputs)
        x = x + outputs if layer.linked else outputs


class _Hidden(NamedTuple):
    """A hidden layer; `linked` says whether what goes in is added to what comes out."""

    linear: nn.Linear
    activation: nn.Module
    norm: nn.Module | None
    linked: bool


class _LayerScan:
    """What is still possible for the neurons of one layer, after the batches seen so far.

    `_even` are the columns whose outputs have all been the first one, `_flat` those whose
    derivative has stayed below the threshold.
    """

    def __init__(self, hidden: _Hidden, threshold: float, counts: Collection[str]) -> None:
        self.linear, self.activation, self._norm, self.linked = hidden
        linear = hidden.linear
        self._threshold, self._counts = threshold, counts
        columns = torch.arange(linear.out_features, device=linear.weight.device)
        self._rectifies = isinstance(self.activation, Layer) \
            and self.activation.activation.key == "relu"
        self._first: Tensor | None = None
        self._sums: Tensor | None = None
        self._even = columns if {"dead", "constant"} & set(counts) else columns[:0]
        self._flat = columns if "saturated" in counts else columns[:0]

    def sums(self, x: Tensor) -> Tensor:
        """What goes into the activation (n, width), in the same memory for each batch."""
        if self._sums is None:
            self._sums = x.new_empty(len(x), self.linear.out_features)
        sums = torch.addmm(self.linear.bias, x, self.linear.weight.T, out=self._sums)
        return sums if self._norm is None else self._norm(sums)

    def outputs(self, z: Tensor) -> Tensor:
        """What comes out of the activation (n, width); a ReLU's takes the place of z.

        That spares fresh memory for each batch, where nothing will be asked of z any more.
        """
        return torch.relu_(z) if self._rectifies and not len(self._flat) else self.activation(z)

    @property
    def undecided(self) -> bool:
        """Whether another sample could change a flag."""
        return bool(len(self._even) or len(self._flat))

    def look_at(self, z: Tensor, outputs: Tensor) -> None:
        """Drops the neurons that these pre-activations and outputs (n, width) speak against."""
        start = 0
        if self._first is None:
            self._first, start = outputs[0].clone(), min(_FIRST_ROWS, len(z))
            if "constant" not in self._counts:
                self._even = self._even[self._first == 0]
            self._compare(outputs[:start])
            self._differentiate(z[:start], outputs[:start])
        if start < len(z):
            self._compare(outputs[start:])
            self._differentiate(z[start:], outputs[start:])

    def _compare(self, outputs: Tensor) -> None:
        """Keeps the neurons whose least and greatest output are the first one; never with NaN."""
        if len(self._even):
            seen, first = _columns(outputs, self._even), self._first[self._even]
            self._even = self._even[(seen.amax(0) == first) & (seen.amin(0) == first)]

    def _differentiate(self, z: Tensor, outputs: Tensor) -> None:
        """Keeps the neurons whose greatest slope is below the threshold; never with NaN."""
        if len(self._flat):
            steepest = self._slopes(_columns(z, self._flat)).abs_().amax(0)
            whole = ~_columns(outputs, self._flat).amax(0).isnan()
            self._flat = self._flat[(steepest < self._threshold) & whole]

    def counts(self) -> LayerCounts:
        """The flags after all samples."""
        width = self.linear.out_features
        constant, saturated = np.zeros(width, bool), np.zeros(width, bool)
        constant[self._even.cpu().numpy()] = True
        saturated[self._flat.cpu().numpy()] = True
        zero = np.zeros(width, bool) if self._first is None else (self._first == 0).cpu().numpy()
        return LayerCounts(
            dead=constant & zero if "dead" in self._counts else np.zeros(width, bool),
            constant=constant if "constant" in self._counts else np.zeros(width, bool),
            saturated=saturated,
        )

    def _slopes(self, z: Tensor) -> Tensor:
        """f' at z by autograd; zero where the output does not depend on z."""
        with torch.enable_grad():
            z = z.detach().requires_grad_()
            outputs = self.activation(z)
            if not outputs.requires_grad:
                return torch.zeros_like(z)
            ones = outputs.new_ones(()).expand_as(outputs)
            (slopes,) = torch.autograd.grad(outputs, z, ones, allow_unused=True)
        return torch.zeros_like(z) if slopes is None else slopes.clone()


def _columns(values: Tensor, columns: Tensor) -> Tensor:
    """These columns; the whole where it is all of them, which saves a copy."""
    return values if len(columns) == values.shape[1] else values.index_select(1, columns)
