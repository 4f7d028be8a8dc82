"""Dropout whose noise comes from a generator of its own and not from the global one."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

_ALPHA = -1.7580993408473766
"""The limit of SELU at minus infinity, -scale*alpha (Klambauer et al. 2017)."""


class Dropout(nn.Module):
    """Sets a share `rate` of the numbers to zero in training and enlarges the others to match."""

    def __init__(self, rate: float, noise: torch.Generator) -> None:
        super().__init__()
        self.rate, self.noise = rate, noise

    def forward(self, x: Tensor) -> Tensor:
        """x, with the mean kept; x itself in evaluation."""
        if not self.training:
            return x
        return x * (self._kept(x) / (1 - self.rate))

    def _kept(self, x: Tensor) -> Tensor:
        return torch.empty_like(x).bernoulli_(1 - self.rate, generator=self.noise)

    def extra_repr(self) -> str:
        """The rate, for the text form of a network."""
        return f"{self.rate}"


class AlphaDropout(Dropout):
    """Sets them to SELU's limit instead, and keeps mean 0 and variance 1 by an affine map.

    Klambauer et al. 2017, section 2 (alpha dropout), with q = 1 - rate.
    """

    def forward(self, x: Tensor) -> Tensor:
        """x, with mean 0 and variance 1 kept; x itself in evaluation."""
        if not self.training:
            return x
        q, kept = 1 - self.rate, self._kept(x)
        scale = 1 / math.sqrt(q + _ALPHA**2 * q * (1 - q))
        return scale * (x * kept + _ALPHA * (1 - kept)) - scale * _ALPHA * (1 - q)
