"""What every network offers to those who train, save and examine it."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from engine.texts import Phrase

SHAPE = (1, 28, 28)
"""Channels, height and width of the pictures of FashionMNIST."""

CLASSES = 10
INPUTS = 784

Shape = tuple[int, int, int]
"""Channels, height and width of pictures."""


class Network(nn.Module):
    """Maps flat normalised images (n, channels*height*width) to logits (n, classes).

    `activations` holds each module of the functions under study once, from the input on; places
    that share an instance name it twice in `placed`.
    """

    activations: nn.ModuleList
    _order: list[int]

    def _place(self, activations: Sequence[nn.Module]) -> None:
        """Takes the activation of each place, from the input on."""
        distinct = {id(activation): activation for activation in activations}
        numbers = {known: number for number, known in enumerate(distinct)}
        self.activations = nn.ModuleList(distinct.values())
        self._order = [numbers[id(activation)] for activation in activations]

    @property
    def placed(self) -> list[nn.Module]:
        """The activation of each place, from the input on."""
        return [self.activations[number] for number in self._order]

    @property
    def plain(self) -> bool:
        """Whether it is linear layers with one activation behind each hidden one, and no more."""
        return False

    def place_names(self) -> list[Phrase]:
        """Where each of the places is, in words."""
        raise NotImplementedError

    def places(self) -> list[tuple[Phrase, nn.Module]]:
        """Where the functions stand, in words, and the module there, from the input on."""
        return list(zip(self.place_names(), self.placed, strict=True))

    def generators(self) -> list[torch.Generator]:
        """What feeds noise in training (RReLU, dropout), each once, in a fixed order."""
        found = [getattr(module, "noise", None) for module in self.modules()]
        return list({id(noise): noise for noise in found if noise is not None}.values())

    def forward(self, x: Tensor) -> Tensor:
        """Logits of shape (n, classes) for float images of shape (n, inputs)."""
        raise NotImplementedError
