"""A small transformer encoder over the patches of a picture (Dosovitskiy et al. 2021, ViT).

Its feed-forward layers take an elementwise function or a gated unit. They have no biases, as in
Shazeer 2020, so that both have the same number of parameters: with F = `feed_forward` and d =
`token_width` two matrices of d*F against three of d*G, G = 2F/3 rounded to the nearest whole
number (half up). The counts are equal where 3 divides F, else they differ by d in each block.
"""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn

from engine.activations.layer import Layer
from engine.errors import InputError
from engine.networks.initialisation import Start
from engine.networks.network import Network, Shape
from engine.networks.settings import NetworkSettings
from engine.texts import Phrase, phrase


class GatedLayer(Layer):
    """A gated unit of (..., 2m): the first half is the value, the second its gate."""

    def forward(self, x: Tensor) -> Tensor:
        """The m outputs at the present values."""
        value, gate = x.chunk(2, dim=-1)
        return self.activation.function(value, gate, **self.fixed, **self._parameters)


class Transformer(Network):
    """Patches -> tokens with learned positions -> blocks -> layer norm -> mean -> linear output.

    Normalisation stands before each part of a block (pre-norm, Xiong et al. 2020).
    """

    def __init__(
        self, settings: NetworkSettings, activations: Sequence[nn.Module], start: Start, *,
        shape: Shape, classes: int, dropout: nn.Module | None = None,
    ) -> None:
        super().__init__()
        width = settings.token_width
        self._patches = _Patches(settings, shape)
        self.embedding = start.linear(self._patches.inputs, width)
        self.positions = start.table(self._patches.count, width)
        self.blocks = nn.ModuleList(_Block(settings, activation, start, dropout)
                                    for activation in activations)
        self.norm = nn.LayerNorm(width)
        self.output = start.linear(width, classes)
        self._place(activations)

    def place_names(self) -> list[Phrase]:
        """The numbers of the blocks."""
        return [phrase("Block {number}", number=number)
                for number in range(1, len(self.blocks) + 1)]

    def forward(self, x: Tensor) -> Tensor:
        """Logits of shape (n, classes) for normalised float images of shape (n, inputs)."""
        x = self.embedding(self._patches.of(x)) + self.positions
        for block, activation in zip(self.blocks, self.placed, strict=True):
            x = block(x, activation)
        return self.output(self.norm(x).mean(1))

    @staticmethod
    def count_parameters(
        settings: NetworkSettings, gated: Sequence[bool], shape: Shape, classes: int
    ) -> int:
        """How many weights and biases it has; `gated` says of each block what stands in it."""
        width, patches = settings.token_width, _Patches(settings, shape)
        attention = (width + 1) * 3 * width + (width + 1) * width
        feed_forward = sum(width * (3 if gate else 2) * inner_width(settings, gate)
                           for gate in gated)
        return ((patches.inputs + 1 + patches.count) * width + 2 * width
                + settings.blocks * (attention + 4 * width) + feed_forward
                + (width + 1) * classes)


class Attention(nn.Module):
    """Scaled dot-product attention of all tokens to all (Vaswani et al. 2017); no parameters."""

    def __init__(self, heads: int) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, x: Tensor) -> Tensor:
        """(n, count, width) from queries, keys and values side by side, (n, count, 3*width)."""
        count, tokens, three = x.shape
        width = three // 3
        parts = x.view(count, tokens, 3, self.heads, width // self.heads)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        found = nn.functional.scaled_dot_product_attention(query, key, value)
        return found.transpose(1, 2).reshape(count, tokens, width)


class _Block(nn.Module):
    """x + attention(norm(x)), then x + feed_forward(norm(x))."""

    def __init__(self, settings: NetworkSettings, activation: nn.Module, start: Start,
                 dropout: nn.Module | None) -> None:
        super().__init__()
        width, gated = settings.token_width, isinstance(activation, GatedLayer)
        inner = inner_width(settings, gated)
        self.attention_norm, self.feed_forward_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.questions = start.linear(width, 3 * width)
        self.attention = Attention(settings.heads)
        self.answers = start.linear(width, width)
        self.inner = start.linear(width, 2 * inner if gated else inner, bias=False)
        self.outer = start.linear(inner, width, activation, bias=False)
        self.dropout = dropout

    def forward(self, x: Tensor, activation: nn.Module) -> Tensor:
        """Tokens (n, count, width) to tokens."""
        attended = self.attention(self.questions(self.attention_norm(x)))
        x = x + self._thinned(self.answers(attended))
        return x + self._thinned(self.outer(activation(self.inner(self.feed_forward_norm(x)))))

    def _thinned(self, x: Tensor) -> Tensor:
        return x if self.dropout is None else self.dropout(x)


class _Patches:
    """Square patches of a picture, row by row; raises InputError where they do not fit."""

    def __init__(self, settings: NetworkSettings, shape: Shape) -> None:
        self._shape, self._side = shape, settings.patch
        channels, height, width = shape
        if height % self._side or width % self._side:
            raise InputError("Patches of {side} pixels do not divide pictures of {height} by "
                             "{width}. Choose a side that divides both.",
                             side=self._side, height=height, width=width)
        if settings.token_width % settings.heads:
            raise InputError("{heads} heads do not divide a token width of {width}. Choose a "
                             "width that is a multiple of the heads.",
                             heads=settings.heads, width=settings.token_width)
        self.count = (height // self._side) * (width // self._side)
        self.inputs = channels * self._side**2

    def of(self, x: Tensor) -> Tensor:
        """(n, count, inputs) of flat pictures (n, channels*height*width)."""
        (channels, height, width), side = self._shape, self._side
        parts = x.view(-1, channels, height // side, side, width // side, side)
        return parts.permute(0, 2, 4, 1, 3, 5).reshape(-1, self.count, self.inputs)


def inner_width(settings: NetworkSettings, gated: bool) -> int:
    """How many outputs the function of a feed-forward layer has."""
    return (2 * settings.feed_forward + 1) // 3 if gated else settings.feed_forward
