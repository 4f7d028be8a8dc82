"""Steps of training behind one interface: by autograd, or with the products written out."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from engine.networks.network import Network
from engine.training.optimizers import optimizer_for
from engine.training.parameter_vector import ParameterVector
from engine.training.settings import TrainingSettings


class Engine(ABC):
    """Trains a network in place; its parameters become views into one vector.

    The loss is the mean cross-entropy.
    """

    def __init__(self, network: Network, settings: TrainingSettings) -> None:
        self.network = network
        parameters = list(network.parameters())
        self._vector = ParameterVector(parameters)
        self.optimizer = optimizer_for(self._vector.values, settings)
        self._slots = self._vector.views(self.optimizer.gradient)
        self._on_cpu = self._vector.values.device.type == "cpu"

    @torch.no_grad()
    def step(self, images: Tensor, labels: Tensor, rate: float, parts: int = 1
             ) -> tuple[Tensor, Tensor]:
        """One step at a learning rate; the loss, a number in a tensor, and the logits before it.

        `images` are at most a batch, normalised. With several `parts` they go through the network
        one part after the other and their gradients are added up; only a network whose images
        know each other (batch normalisation) computes something else then. On a CPU nothing is
        changed where the loss is not finite; on a GPU that is not asked, so that nothing waits
        for it. The logits may be overwritten by the next step.
        """
        rows, carry = len(images), self.optimizer.carry
        if parts == 1:
            loss, logits = self._forward(images, labels, rows)
            if self._on_cpu and not math.isfinite(loss.item()):
                return loss, logits
            self._backward(rows, carry)
        else:
            loss, logits = self._in_parts(images, labels, parts)
            if self._on_cpu and not math.isfinite(loss.item()):
                return loss, logits
        self.optimizer.step(rate)
        return loss, logits

    def _in_parts(self, images: Tensor, labels: Tensor, parts: int) -> tuple[Tensor, Tensor]:
        """Loss and logits of the batch, whose gradients are then in their slots."""
        rows, carry = len(images), self.optimizer.carry
        size = -(-rows // parts)
        losses, logits = [], []
        for some, right in zip(images.split(size), labels.split(size), strict=True):
            loss, guesses = self._forward(some, right, rows)
            self._backward(rows, carry)
            carry = 1.0
            losses.append(loss)
            logits.append(guesses.clone())
        return torch.stack(losses).sum(), torch.cat(logits)

    @abstractmethod
    def _forward(self, images: Tensor, labels: Tensor, whole: int) -> tuple[Tensor, Tensor]:
        """Sum of the losses by `whole`, the rows of the whole batch, and the logits."""

    @abstractmethod
    def _backward(self, whole: int, carry: float) -> None:
        """Multiplies the slots by `carry` and adds the gradient of what `_forward` gave."""


class Autograd(Engine):
    """Any network and any function: the loss is differentiated as a whole."""

    def __init__(self, network: Network, settings: TrainingSettings) -> None:
        super().__init__(network, settings)
        for parameter, slot in self._slots.items():
            parameter.grad = slot

    def _forward(self, images: Tensor, labels: Tensor, whole: int) -> tuple[Tensor, Tensor]:
        with torch.enable_grad():
            logits = self.network(images)
            self._loss = cross_entropy(logits, labels, reduction="sum") / whole
        return self._loss.detach(), logits.detach()

    def _backward(self, whole: int, carry: float) -> None:
        if carry != 1.0:
            self.optimizer.gradient.mul_(carry)
        self._loss.backward()
        del self._loss


def engine_for(network: Network, settings: TrainingSettings) -> Engine:
    """The quicker one of those that can train the network."""
    from engine.training.backpropagation import Backpropagation

    return (Backpropagation if Backpropagation.fits(network) else Autograd)(network, settings)
