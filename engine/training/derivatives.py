"""Activations of a hidden layer forwards and backwards, for the engine that spares autograd.

The cheap and common functions have closed derivatives here; every other one is differentiated by
autograd, layer by layer. A passage belongs to one place of the network and one number of rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Protocol

import torch
from torch import Tensor, nn

from engine.activations.layer import Layer
from engine.networks.functions import NO_ACTIVATION

_ATEN = torch.ops.aten
_MISH_END = 20.0
"""From here on tanh(softplus(x)) rounds to 1 in float64; exp(x)^2 is far from overflow."""


class Passage(Protocol):
    """A function between the sums of a layer and the inputs of the next."""

    def forward(self) -> Tensor:
        """f of the sums, which it may overwrite; of their shape."""

    def backward(self, slopes: Tensor, share: float) -> None:
        """Turns the gradient behind f into that before it, in place.

        `share` times the gradient in each learned parameter is added to its slot.
        """


def passage(activation: nn.Module, sums: Tensor, slots: Mapping[nn.Parameter, Tensor]) -> Passage:
    """The passage for an activation whose sums will be in this tensor."""
    key = activation.activation.key if isinstance(activation, Layer) else NO_ACTIVATION
    if isinstance(activation, (Layer, nn.Identity)) and key in CLOSED:
        return CLOSED[key](activation, sums, slots)
    return Recorded(activation, sums, slots)


class Recorded:
    """Any activation, differentiated by autograd alone between two linear layers."""

    def __init__(self, activation: nn.Module, sums: Tensor,
                 slots: Mapping[nn.Parameter, Tensor]) -> None:
        self._activation, self._sums = activation, sums
        self._learned = list(activation.parameters())
        self._slots = [slots[parameter] for parameter in self._learned]
        self._direct: bool | None = None

    def forward(self) -> Tensor:
        """f of the sums, with its graph kept."""
        self._before = self._sums.detach().requires_grad_()
        with torch.enable_grad():
            self._behind = self._activation.forward(self._before)
        return self._behind.detach()

    def backward(self, slopes: Tensor, share: float) -> None:
        """By the graph; where nothing depends on the sums, the gradient is 0."""
        if not self._behind.requires_grad:
            slopes.zero_()
            return
        if self._direct is None:
            self._direct = self._is_one_node()
        if self._direct:
            slopes.copy_(self._behind.grad_fn(slopes))
            return
        found = torch.autograd.grad(self._behind, [self._before, *self._learned], slopes,
                                    allow_unused=True)
        for slot, gradient in zip(self._slots, found[1:], strict=True):
            if gradient is not None:
                slot.add_(gradient, alpha=share)
        if found[0] is None:
            slopes.zero_()
        else:
            slopes.copy_(found[0])

    def _is_one_node(self) -> bool:
        """Whether a single operation of torch lies between: it can be called without the engine.

        That spares the engine's start, which costs more than a cheap derivative.
        """
        node = self._behind.grad_fn
        if node is None or isinstance(node, torch.autograd.function.BackwardCFunction):
            return False
        following = node.next_functions
        return len(following) == 1 and getattr(following[0][0], "variable", None) is self._before


class _Closed:
    """What closed passages have: the layer, its sums and memory for f."""

    def __init__(self, layer: nn.Module, sums: Tensor,
                 slots: Mapping[nn.Parameter, Tensor]) -> None:
        self._layer, self._sums = layer, sums
        self._slots = slots
        self._prepare()

    def _prepare(self) -> None:
        """Takes the memory that is needed."""

    def _more(self) -> Tensor:
        return torch.empty_like(self._sums)


class _Identity(_Closed):
    def forward(self) -> Tensor:
        return self._sums

    def backward(self, slopes: Tensor, share: float) -> None:
        pass


class _Relu(_Closed):
    def forward(self) -> Tensor:
        return torch.relu_(self._sums)

    def backward(self, slopes: Tensor, share: float) -> None:
        _ATEN.threshold_backward.grad_input(slopes, self._sums, 0, grad_input=slopes)


class _LeakyRelu(_Closed):
    def _prepare(self) -> None:
        self._out, self._slope = self._more(), self._layer.fixed["negative_slope"]

    def forward(self) -> Tensor:
        return _ATEN.leaky_relu.out(self._sums, self._slope, out=self._out)

    def backward(self, slopes: Tensor, share: float) -> None:
        _ATEN.leaky_relu_backward.grad_input(slopes, self._sums, self._slope, False,
                                             grad_input=slopes)


class _Sigmoid(_Closed):
    def forward(self) -> Tensor:
        return torch.sigmoid_(self._sums)

    def backward(self, slopes: Tensor, share: float) -> None:
        _ATEN.sigmoid_backward.grad_input(slopes, self._sums, grad_input=slopes)


class _Tanh(_Closed):
    def forward(self) -> Tensor:
        return torch.tanh_(self._sums)

    def backward(self, slopes: Tensor, share: float) -> None:
        _ATEN.tanh_backward.grad_input(slopes, self._sums, grad_input=slopes)


class _Silu(_Closed):
    def _prepare(self) -> None:
        self._out = self._more()

    def forward(self) -> Tensor:
        return _ATEN.silu.out(self._sums, out=self._out)

    def backward(self, slopes: Tensor, share: float) -> None:
        _ATEN.silu_backward.grad_input(slopes, self._sums, grad_input=slopes)


class _Elu(_Closed):
    def _prepare(self) -> None:
        self._out, self._alpha = self._more(), self._layer.fixed["alpha"]

    def forward(self) -> Tensor:
        return _ATEN.elu.out(self._sums, self._alpha, out=self._out)

    def backward(self, slopes: Tensor, share: float) -> None:
        _ATEN.elu_backward.grad_input(slopes, self._alpha, 1, 1, False, self._sums,
                                      grad_input=slopes)


class _Gelu(_Closed):
    """x P(x) with the normal distribution P, whose density p gives f' = P(x) + x p(x)."""

    def _prepare(self) -> None:
        self._chance, self._out, self._density = self._more(), self._more(), self._more()

    def forward(self) -> Tensor:
        chance = torch.mul(self._sums, math.sqrt(0.5), out=self._chance)
        chance.erf_().mul_(0.5).add_(0.5)
        return torch.mul(self._sums, chance, out=self._out)

    def backward(self, slopes: Tensor, share: float) -> None:
        density = torch.square(self._sums, out=self._density).mul_(-0.5).exp_()
        slopes.mul_(self._chance.addcmul_(self._sums, density, value=1 / math.sqrt(2 * math.pi)))


class _Mish(_Closed):
    """x w with w = n / (n + 2) and n = exp(x)^2 + 2 exp(x); f' = w + 4 x (n - exp(x)) / (n + 2)^2.

    That is tanh(softplus(x)) without a logarithm.
    """

    def _prepare(self) -> None:
        self._power, self._whole, self._weight = self._more(), self._more(), self._more()
        self._out = self._more()

    def forward(self) -> Tensor:
        power = torch.clamp_max(self._sums, _MISH_END, out=self._power).exp_()
        whole = torch.add(power, 2, out=self._whole).mul_(power)
        torch.add(whole, 2, out=self._out)
        torch.div(whole, self._out, out=self._weight)
        return torch.mul(self._sums, self._weight, out=self._out)

    def backward(self, slopes: Tensor, share: float) -> None:
        rise = self._whole.sub_(self._power)
        below = self._power.add_(rise).add_(2).square_()
        slopes.mul_(self._weight.addcmul_(rise.div_(below), self._sums, value=4))


class _Swish(_Closed):
    """x s(beta x) with the sigmoid s; f' = s + beta f (1 - s), and x f (1 - s) in beta."""

    def _prepare(self) -> None:
        self._part, self._out, self._rest = self._more(), self._more(), self._more()
        self._beta = self._layer.beta.detach()
        self._slot = self._slots[self._layer.beta]

    def forward(self) -> Tensor:
        torch.mul(self._sums, self._beta, out=self._part).sigmoid_()
        return torch.mul(self._sums, self._part, out=self._out)

    def backward(self, slopes: Tensor, share: float) -> None:
        rest = torch.addcmul(self._out, self._out, self._part, value=-1, out=self._rest)
        self._sums.mul_(rest)
        self._slot.add_(torch.dot(self._sums.view(-1), slopes.view(-1)), alpha=share)
        slopes.mul_(self._part.addcmul_(rest, self._beta))


class _Prelu(_Closed):
    """max(x, 0) + a min(x, 0); at 0 the slope is a, as autograd has it."""

    learned = "weight"

    def _prepare(self) -> None:
        self._below, self._out, self._above = self._more(), self._more(), self._more()
        parameter = getattr(self._layer, self.learned)
        self._factor, self._slot = parameter.detach(), self._slots[parameter]

    def forward(self) -> Tensor:
        below = torch.clamp_max(self._sums, 0, out=self._below)
        out = torch.sub(self._sums, below, out=self._out)
        return out.addcmul_(below, self._factor)

    def backward(self, slopes: Tensor, share: float) -> None:
        self._slot.add_(torch.dot(self._below.view(-1), slopes.view(-1)), alpha=share)
        above = _ATEN.threshold_backward.grad_input(slopes, self._sums, 0, grad_input=self._above)
        torch.addcmul(above, slopes.sub_(above), self._factor, out=slopes)


class _TrainableElu(_Prelu):
    """max(x, 0) + a (exp(min(x, 0)) - 1)."""

    learned = "alpha"

    def forward(self) -> Tensor:
        below = torch.clamp_max(self._sums, 0, out=self._below)
        out = torch.sub(self._sums, below, out=self._out)
        return out.addcmul_(below.expm1_(), self._factor)

    def backward(self, slopes: Tensor, share: float) -> None:
        self._slot.add_(torch.dot(self._below.view(-1), slopes.view(-1)), alpha=share)
        above = _ATEN.threshold_backward.grad_input(slopes, self._sums, 0, grad_input=self._above)
        falling = self._below.add_(1).mul_(self._factor)
        torch.addcmul(above, slopes.sub_(above), falling, out=slopes)


CLOSED: dict[str, type[_Closed]] = {
    NO_ACTIVATION: _Identity, "identity": _Identity, "relu": _Relu, "leaky_relu": _LeakyRelu,
    "prelu": _Prelu, "sigmoid": _Sigmoid, "tanh": _Tanh, "silu": _Silu, "swish": _Swish,
    "gelu": _Gelu, "mish": _Mish, "elu": _Elu, "trainable_elu": _TrainableElu,
}
"""The passages with a closed derivative, by the key of their function."""
