"""The engine for linear layers with elementwise functions between them, derived by hand.

The gradient products go straight into the optimizer's vector (for SGD its momentum), and all
memory of a step is taken once. The steps are those of autograd and torch.optim.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from engine.activations.layer import Layer
from engine.networks.network import Network
from engine.networks.simple import SimpleNetwork
from engine.training.derivatives import Passage, passage
from engine.training.engines import Engine
from engine.training.settings import TrainingSettings


class Backpropagation(Engine):
    """Rumelhart, Hinton & Williams 1986, with the layers' products written out."""

    network: SimpleNetwork

    def __init__(self, network: SimpleNetwork, settings: TrainingSettings) -> None:
        super().__init__(network, settings)
        self._plans: dict[int, _Plan] = {}

    @staticmethod
    def fits(network: Network) -> bool:
        """Whether it can train the network: a plain one whose functions are elementwise."""
        return isinstance(network, SimpleNetwork) and network.plain and all(
            isinstance(module, nn.Identity)
            or (isinstance(module, Layer) and module.activation.kind == "elementwise")
            for module in network.placed)

    def _forward(self, images: Tensor, labels: Tensor, whole: int) -> tuple[Tensor, Tensor]:
        rows = len(images)
        plan = self._plans.get(rows)
        if plan is None:
            plan = self._plans[rows] = _Plan(self.network, self._slots, rows)
        self._plan = plan
        return plan.forward(images, labels, whole)

    def _backward(self, whole: int, carry: float) -> None:
        self._plan.backward(1 / whole, carry)


class _Stage(NamedTuple):
    """A hidden layer: its products, bound to the memory that they work on."""

    weight: Tensor
    turned: Tensor
    bias: Tensor
    weight_slot: Tensor
    bias_slot: Tensor
    sums: Tensor
    slopes: Tensor
    slopes_turned: Tensor
    function: Passage


class _Plan:
    """The memory of a step for so many rows, and the operations on it.

    Logits and all that is made of them have a column for each image: softmax over columns of ten
    is many times quicker than over rows of ten.
    """

    def __init__(self, network: SimpleNetwork, slots: dict[nn.Parameter, Tensor],
                 rows: int) -> None:
        self._stages = [_stage(linear, activation, slots, rows)
                        for linear, activation in network.hidden_layers()]
        last = network.linears[-1]
        self._weight, self._bias = last.weight.detach(), last.bias.detach()[:, None]
        self._weight_slot, self._bias_slot = slots[last.weight], slots[last.bias]
        classes = last.out_features
        self._logits = self._weight.new_empty(classes, rows)
        self._chances, self._right = (torch.empty_like(self._logits) for _ in range(2))
        self._flat, self._flat_right = self._chances.view(-1), self._right.view(-1)
        self._columns = torch.diag(self._weight.new_ones(classes))
        self._ones = self._weight.new_ones(rows)
        self._learned = [slots[parameter] for parameter in network.activations.parameters()]

    def forward(self, images: Tensor, labels: Tensor, whole: int) -> tuple[Tensor, Tensor]:
        """Sum of the losses by `whole`, and the logits (rows, classes)."""
        inputs = self._inputs = [images]
        for stage in self._stages:
            torch.addmm(stage.bias, images, stage.turned, out=stage.sums)
            images = stage.function.forward()
            inputs.append(images)
        torch.addmm(self._bias, self._weight, images.T, out=self._logits)
        torch.ops.aten._log_softmax.out(self._logits, 0, False, out=self._chances)
        torch.index_select(self._columns, 1, labels, out=self._right)
        loss = torch.dot(self._flat, self._flat_right).div_(-whole)
        return loss, self._logits.T

    def backward(self, share: float, carry: float) -> None:
        """Adds `share` of each image's gradient to the slots, whose content counts `carry`."""
        for slot in self._learned:
            slot.mul_(carry)
        scale = {"beta": carry, "alpha": share}
        turned = self._chances.exp_().sub_(self._right)
        inputs, ones = self._inputs, self._ones
        self._weight_slot.addmm_(turned, inputs[-1], **scale)
        self._bias_slot.addmv_(turned, ones, **scale)
        above, slopes = self._weight, turned.T
        for index in range(len(self._stages) - 1, -1, -1):
            stage = self._stages[index]
            torch.mm(slopes, above, out=stage.slopes)
            stage.function.backward(stage.slopes, share)
            stage.weight_slot.addmm_(stage.slopes_turned, inputs[index], **scale)
            stage.bias_slot.addmv_(stage.slopes_turned, ones, **scale)
            above, slopes = stage.weight, stage.slopes


def _stage(linear: nn.Linear, activation: nn.Module, slots: dict[nn.Parameter, Tensor],
           rows: int) -> _Stage:
    weight = linear.weight.detach()
    sums = weight.new_empty(rows, linear.out_features)
    slopes = torch.empty_like(sums)
    return _Stage(weight, weight.T, linear.bias.detach(), slots[linear.weight],
                  slots[linear.bias], sums, slopes, slopes.T, passage(activation, sums, slots))
