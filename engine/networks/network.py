"""What every network offers to those who train, save and examine it."""

from __future__ import annotations

from torch import Tensor, nn

from engine.texts import Phrase

SHAPE = (1, 28, 28)
"""Channels, height and width of the pictures of FashionMNIST."""

CLASSES = 10
INPUTS = 784


class Network(nn.Module):
    """Maps flat normalised images (n, channels*height*width) to logits (n, classes).

    `activations` holds each module of the function under study once, from the input on: one for
    each place, or a single one that all places share.
    """

    activations: nn.ModuleList

    def places(self) -> list[tuple[Phrase, nn.Module]]:
        """Where the function stands, in words, and the module there, from the input on."""
        raise NotImplementedError

    def forward(self, x: Tensor) -> Tensor:
        """Logits of shape (n, classes) for float images of shape (n, inputs)."""
        raise NotImplementedError
