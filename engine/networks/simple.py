"""The network of the source article: linear layers with the activation under study between them.

Normalisation, dropout and residual links can be added to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from torch import Tensor, nn

from engine.networks.network import Network
from engine.networks.settings import NetworkSettings
from engine.texts import Phrase, phrase


class SimpleNetwork(Network):
    """Linear layers, each hidden one followed by its activation, and a linear output.

    `linears` has one layer more than there are `activations`, of which each place has one; a
    single one is for all of them. `norms` stand between a linear layer and its activation, one
    for each or none at all. A hidden layer is x -> dropout(activation(norm(linear(x)))), plus x
    where `residual` and the width stays.
    """

    def __init__(
        self, linears: Sequence[nn.Linear], activations: Sequence[nn.Module],
        norms: nn.ModuleList | None = None, dropout: nn.Module | None = None,
        residual: bool = False,
    ) -> None:
        super().__init__()
        self.linears = nn.ModuleList(linears)
        every = len(linears) - 1 if len(activations) == 1 else 1
        self._place(list(activations) * every)
        self.norms = norms or nn.ModuleList()
        self.dropout = dropout
        self.residual = residual

    @property
    def hidden(self) -> tuple[int, ...]:
        """The widths of the hidden layers, from the input on."""
        return tuple(linear.out_features for linear in self.linears[:-1])

    @property
    def plain(self) -> bool:
        """Whether there is no normalisation, dropout or residual link."""
        return not (self.norms or self.dropout is not None or any(self.links()))

    def hidden_layers(self) -> list[tuple[nn.Linear, nn.Module]]:
        """Each hidden layer's linear part and its activation, from the input on."""
        return list(zip(self.linears[:-1], self.placed, strict=True))

    def links(self) -> list[bool]:
        """Which of the hidden layers have a residual link around them."""
        return [self.residual and linear.in_features == linear.out_features
                for linear in self.linears[:-1]]

    def place_names(self) -> list[Phrase]:
        """The numbers of the hidden layers."""
        return [phrase("Hidden layer {number}", number=number)
                for number in range(1, len(self.linears))]

    def forward(self, x: Tensor) -> Tensor:
        """Logits of shape (n, classes) for normalised float images of shape (n, inputs)."""
        links = self.links()
        for index, (linear, activation) in enumerate(self.hidden_layers()):
            hidden = linear(x)
            if self.norms:
                hidden = self.norms[index](hidden)
            hidden = activation(hidden)
            if self.dropout is not None:
                hidden = self.dropout(hidden)
            x = x + hidden if links[index] else hidden
        return self.linears[-1](x)

    @staticmethod
    def count_parameters(settings: NetworkSettings, inputs: int, classes: int) -> int:
        """How many weights and biases it has, those of the activations left out."""
        scales = 0 if settings.normalisation == "none" else 2 * sum(settings.hidden)
        return scales + sum((before + 1) * width for before, width
                            in pairwise((inputs, *settings.hidden, classes)))
