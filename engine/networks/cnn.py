"""A small convolutional network with the function under study behind each of its layers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from torch import Tensor, nn

from engine.errors import InputError
from engine.networks.initialisation import Start
from engine.networks.network import Network, Shape
from engine.networks.normalisation import normalisations, picture_normalisations
from engine.networks.settings import NetworkSettings
from engine.texts import Phrase, phrase

SIDE = 3
"""Of the convolutions, in pixels."""


class ConvolutionalNetwork(Network):
    """Convolutions of 3 by 3, each with activation and 2 by 2 pooling, and two linear layers.

    A place is convolution -> norm -> activation -> maximum of 2 by 2 -> dropout; the last one is
    linear -> norm -> activation -> dropout, before the linear output.
    """

    def __init__(
        self, settings: NetworkSettings, activations: Sequence[nn.Module], start: Start, *,
        shape: Shape, classes: int, dropout: nn.Module | None = None,
    ) -> None:
        super().__init__()
        self._shape = shape
        channels, dense = settings.channels, settings.dense
        behind = [None, *activations]
        self.convolutions = nn.ModuleList(
            start.convolution(before, after, SIDE, behind[index])
            for index, (before, after) in enumerate(pairwise((shape[0], *channels))))
        self.linears = nn.ModuleList((
            start.linear(_flat(settings, shape), dense, behind[-2]),
            start.linear(dense, classes, behind[-1])))
        self._place(activations)
        self.picture_norms = picture_normalisations(settings.normalisation, channels)
        self.norms = normalisations(settings.normalisation, (dense,))
        self.pooling = nn.MaxPool2d(2)
        self.dropout = dropout

    def place_names(self) -> list[Phrase]:
        """The numbers of the convolutions, and the linear layer."""
        return [*(phrase("Convolution {number}", number=number)
                  for number in range(1, len(self.convolutions) + 1)), phrase("Linear layer")]

    def forward(self, x: Tensor) -> Tensor:
        """Logits of shape (n, classes) for normalised float images of shape (n, inputs)."""
        x = x.view(-1, *self._shape)
        *activations, last = self.placed
        for index, (layer, activation) in enumerate(zip(self.convolutions, activations,
                                                        strict=True)):
            x = layer(x)
            if self.picture_norms:
                x = self.picture_norms[index](x)
            x = self._thinned(self.pooling(activation(x)))
        x = self.linears[0](x.flatten(1))
        if self.norms:
            x = self.norms[0](x)
        return self.linears[1](self._thinned(last(x)))

    def _thinned(self, x: Tensor) -> Tensor:
        return x if self.dropout is None else self.dropout(x)

    @staticmethod
    def count_parameters(settings: NetworkSettings, shape: Shape, classes: int) -> int:
        """How many weights and biases it has, those of the activations left out."""
        channels, dense = settings.channels, settings.dense
        pictures = sum((before * SIDE**2 + 1) * after
                       for before, after in pairwise((shape[0], *channels)))
        scales = 0 if settings.normalisation == "none" else 2 * (sum(channels) + dense)
        return pictures + scales + (_flat(settings, shape) + 1) * dense + (dense + 1) * classes


def _flat(settings: NetworkSettings, shape: Shape) -> int:
    """How many numbers come out of the last pooling. Raises InputError where none do."""
    _, height, width = shape
    times = len(settings.channels)
    height, width = height >> times, width >> times
    if not (height and width):
        raise InputError("Pictures of {height} by {width} pixels cannot be halved {times} times. "
                         "Take fewer channels.", height=shape[1], width=shape[2], times=times)
    return settings.channels[-1] * height * width
