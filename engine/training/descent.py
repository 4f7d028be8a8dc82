"""Steps of the optimizer with the products of the linear layers written out.

Their gradients go straight into one vector, the momentum (SGD) or the gradient (Adam) of all
parameters; only the activations are left to autograd. The steps are those of torch.optim on a
network differentiated as a whole; on a CPU they take about four fifths of its time.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor, nn

from engine.networks.simple import SimpleNetwork
from engine.training.settings import TrainingSettings


class Descent:
    """Trains a network in place; its parameters become views into one vector."""

    def __init__(self, network: SimpleNetwork, settings: TrainingSettings) -> None:
        parameters = list(network.parameters())
        self._weights = _joined(parameters)
        self._kept = torch.zeros_like(self._weights)
        self._slots = dict(zip(parameters, _pieces(self._kept, parameters), strict=True))
        self._learned = [self._slots[p] for p in network.activations.parameters()]
        self._adam = _adam(self._weights, self._kept, settings)
        self._momentum = 0.0 if self._adam else settings.momentum
        self._rate = settings.learning_rate
        activations = [activation for _, activation in network.hidden_layers()]
        self._stages = [
            _Stage(linear, activation, self._slots, settings.batch_size)
            for linear, activation in zip(network.linears, [*activations, None], strict=True)
        ]
        self._ones = self._weights.new_ones(settings.batch_size)
        self._classes = torch.diag(self._ones.new_ones(network.linears[-1].out_features))

    @torch.no_grad()
    def step(self, images: Tensor, labels: Tensor) -> tuple[float, Tensor]:
        """One step for at most a batch of normalised images; the loss and the logits before it.

        The loss is the mean cross-entropy. Where it is not finite, nothing is changed. The logits
        are overwritten by the next step.
        """
        rows = len(images)
        logits = self._forward(images, rows)
        chances = torch.log_softmax(logits, 1)
        right = torch.index_select(self._classes, 0, labels)
        loss = -torch.dot(chances.view(-1), right.view(-1)).item() / rows
        if math.isfinite(loss):
            self._backward(chances.exp_().sub_(right), rows)
            self._descend()
        return loss, logits

    def _forward(self, x: Tensor, rows: int) -> Tensor:
        for stage in self._stages:
            x = stage.forward(x, rows)
        return x

    def _backward(self, slopes: Tensor, rows: int) -> None:
        """Adds the mean gradient to what is kept; `slopes` has each sample's in the logits."""
        for kept in self._learned:
            kept.mul_(self._momentum)
        share, ones = 1 / rows, self._ones[:rows]
        scale = {"beta": self._momentum, "alpha": share}
        for stage, before in zip(reversed(self._stages), [*self._stages[-2::-1], None],
                                 strict=True):
            stage.weight_kept.addmm_(slopes.T, stage.inputs, **scale)
            stage.bias_kept.addmv_(slopes.T, ones, **scale)
            if before is not None:
                slopes = before.through(stage.backward(slopes, rows), share)

    def _descend(self) -> None:
        if self._adam:
            self._adam.step()
        else:
            self._weights.add_(self._kept, alpha=-self._rate)


class _Stage:
    """A linear layer with the activation behind it; None behind the last one."""

    def __init__(self, linear: nn.Linear, activation: nn.Module | None,
                 slots: dict[nn.Parameter, Tensor], rows: int) -> None:
        self.weight_kept, self.bias_kept = slots[linear.weight], slots[linear.bias]
        self._weight, self._bias = linear.weight.detach(), linear.bias.detach()
        self._turned = self._weight.T
        self._sums = self._weight.new_empty(rows, linear.out_features)
        self._slopes = self._weight.new_empty(rows, linear.in_features)
        self._rows = rows
        self._activation = activation
        self._direct: bool | None = None
        self._learned = list(activation.parameters()) if activation else []
        self._kept = [slots[parameter] for parameter in self._learned]

    def forward(self, x: Tensor, rows: int) -> Tensor:
        """What the next stage takes of so many rows; keeps what the way back needs."""
        self.inputs = x
        sums = self._sums if rows == self._rows else self._sums[:rows]
        torch.addmm(self._bias, x, self._turned, out=sums)
        if self._activation is None:
            return sums
        self._before = sums.detach().requires_grad_()
        with torch.enable_grad():
            self._behind = self._activation.forward(self._before)
        return self._behind.detach()

    def backward(self, slopes: Tensor, rows: int) -> Tensor:
        """The gradient in the inputs from that in the sums."""
        inputs = self._slopes if rows == self._rows else self._slopes[:rows]
        return torch.mm(slopes, self._weight, out=inputs)

    def through(self, slopes: Tensor, share: float) -> Tensor:
        """The gradient before the activation; adds `share` of that of its learned parameters."""
        if not self._behind.requires_grad:
            return torch.zeros_like(slopes)
        if self._direct is None:
            self._direct = self._is_one_node()
        if self._direct:
            return self._behind.grad_fn(slopes)
        found = torch.autograd.grad(self._behind, [self._before, *self._learned], slopes,
                                    allow_unused=True)
        for kept, gradient in zip(self._kept, found[1:], strict=True):
            if gradient is not None:
                kept.add_(gradient, alpha=share)
        return torch.zeros_like(slopes) if found[0] is None else found[0]

    def _is_one_node(self) -> bool:
        """Whether a single operation of torch lies between: it can be called without the engine.

        That spares the engine's start, which costs more than the derivative of a ReLU.
        """
        node = self._behind.grad_fn
        if node is None or isinstance(node, torch.autograd.function.BackwardCFunction):
            return False
        following = node.next_functions
        return len(following) == 1 and getattr(following[0][0], "variable", None) is self._before


def _joined(parameters: Sequence[nn.Parameter]) -> Tensor:
    """One vector with all parameters, which become views into it."""
    vector = torch.cat([parameter.detach().reshape(-1) for parameter in parameters])
    for parameter, piece in zip(parameters, _pieces(vector, parameters), strict=True):
        parameter.data = piece
    return vector


def _pieces(vector: Tensor, shapes: Sequence[Tensor]) -> list[Tensor]:
    """The vector in parts of these shapes."""
    parts = vector.split([shape.numel() for shape in shapes])
    return [part.view(shape.shape) for part, shape in zip(parts, shapes, strict=True)]


def _adam(
    weights: Tensor, gradient: Tensor, settings: TrainingSettings
) -> torch.optim.Optimizer | None:
    """Adam on the whole vector; None where the optimizer is SGD."""
    if settings.optimizer != "adam":
        return None
    whole = nn.Parameter(weights)
    whole.grad = gradient
    return torch.optim.Adam([whole], lr=settings.learning_rate, fused=True)
