"""The optimizers, each on the vector of all parameters: what one does with the mean gradient."""

from __future__ import annotations

import math
from typing import Any, Protocol

import torch
from torch import Tensor, nn

from engine.networks.seeds import generator
from engine.training.settings import TrainingSettings

_STATE_NAMES = {"momentum_buffer": "momentum"}


class Optimizer(Protocol):
    """What an engine writes its gradient into, and what moves the weights.

    At the start of a step the content of `gradient` is multiplied by `carry` (0: overwritten);
    the mean gradient of the batch is added to it; then `step` is called.
    """

    gradient: Tensor
    carry: float

    def step(self, rate: float) -> None:
        """Moves the weights at this learning rate."""

    def state(self) -> dict[str, Tensor]:
        """What it keeps from step to step, by name; copies on the CPU."""

    def restore(self, state: dict[str, Tensor]) -> None:
        """Goes on from a state. Raises KeyError or ValueError where it is another one's."""

    def generators(self) -> list[torch.Generator]:
        """The sources of its random numbers."""


def optimizer_for(weights: Tensor, settings: TrainingSettings) -> Optimizer:
    """The optimizer that the settings name, for a vector that it changes in place."""
    name = settings.optimizer
    if name == "sgld":
        return Langevin(weights, settings)
    if name == "sgd" and not settings.gradient_clipping and weights.device.type == "cpu":
        return FoldedMomentum(weights, settings)
    return FromTorch(weights, settings)


class FoldedMomentum:
    """SGD whose gradient is added straight to the momentum: one vector less to read and write.

    The steps are those of torch.optim.SGD. A step that was begun cannot be begun again, as it
    must be where memory may run out: on a GPU the gradient is kept apart.
    """

    def __init__(self, weights: Tensor, settings: TrainingSettings) -> None:
        self.gradient = torch.zeros_like(weights)
        self.carry = settings.momentum
        self._weights, self._decay = weights, settings.weight_decay

    def step(self, rate: float) -> None:
        """Moves the weights against the momentum."""
        if self._decay:
            self.gradient.add_(self._weights, alpha=self._decay)
        self._weights.add_(self.gradient, alpha=-rate)

    def state(self) -> dict[str, Tensor]:
        """The momentum."""
        return {"momentum": _copied(self.gradient)}

    def restore(self, state: dict[str, Tensor]) -> None:
        """Goes on from a momentum."""
        _fill(self.gradient, state["momentum"])

    def generators(self) -> list[torch.Generator]:
        """None."""
        return []


class Langevin:
    """Stochastic gradient Langevin dynamics: w <- w - r g + sqrt(2 r T) e, e standard normal.

    Welling & Teh 2011, equation 4, with the gradient g of the mean loss and the temperature T in
    place of the factors of the posterior: it samples exp(-loss / T) for small rates r.
    """

    def __init__(self, weights: Tensor, settings: TrainingSettings) -> None:
        self.gradient, self._noise = torch.zeros_like(weights), torch.empty_like(weights)
        self.carry = 0.0
        self._weights, self._settings = weights, settings
        self._generator = generator(settings.seed, "langevin noise", str(weights.device))

    def step(self, rate: float) -> None:
        """Moves the weights against the gradient, and at random."""
        settings = self._settings
        _clip(self.gradient, settings.gradient_clipping)
        if settings.weight_decay:
            self.gradient.add_(self._weights, alpha=settings.weight_decay)
        self._weights.add_(self.gradient, alpha=-rate)
        if settings.temperature:
            self._noise.normal_(generator=self._generator)
            self._weights.add_(self._noise, alpha=math.sqrt(2 * rate * settings.temperature))

    def state(self) -> dict[str, Tensor]:
        """Nothing but its generator."""
        return {}

    def restore(self, state: dict[str, Tensor]) -> None:
        """Nothing."""

    def generators(self) -> list[torch.Generator]:
        """That of the noise."""
        return [self._generator]


class FromTorch:
    """An optimizer of torch.optim with its default constants, on the whole vector."""

    def __init__(self, weights: Tensor, settings: TrainingSettings) -> None:
        self._whole = nn.Parameter(weights)
        self.gradient = self._whole.grad = torch.zeros_like(weights)
        self.carry = 0.0
        self._clipping = settings.gradient_clipping
        self._optimizer = _torch_optimizer(self._whole, settings)

    def step(self, rate: float) -> None:
        """Moves the weights as torch.optim does."""
        _clip(self.gradient, self._clipping)
        self._optimizer.param_groups[0]["lr"] = rate
        self._optimizer.step()

    def state(self) -> dict[str, Tensor]:
        """Moments and the count of steps."""
        return {_STATE_NAMES.get(name, name): _copied(value)
                for name, value in self._optimizer.state[self._whole].items()
                if value is not None}

    def restore(self, state: dict[str, Tensor]) -> None:
        """Goes on from moments and a count of steps."""
        names = {kept: name for name, kept in _STATE_NAMES.items()}
        for value in state.values():
            if value.dim() and value.shape != self._whole.shape:
                raise ValueError("the state of another optimizer")
        whole = self._optimizer.state_dict()
        whole["state"] = {0: {names.get(name, name): value.clone()
                              for name, value in state.items()}} if state else {}
        self._optimizer.load_state_dict(whole)

    def generators(self) -> list[torch.Generator]:
        """None."""
        return []


def _torch_optimizer(whole: nn.Parameter, settings: TrainingSettings) -> torch.optim.Optimizer:
    common: dict[str, Any] = {"lr": settings.learning_rate,
                              "weight_decay": settings.weight_decay}
    match settings.optimizer:
        case "adam":
            return torch.optim.Adam([whole], fused=True, **common)
        case "adamw":
            return torch.optim.AdamW([whole], fused=True, **common)
        case "rmsprop":
            return torch.optim.RMSprop([whole], foreach=False, **common)
    nesterov = settings.optimizer == "nesterov" and settings.momentum > 0
    return torch.optim.SGD([whole], momentum=settings.momentum, nesterov=nesterov, fused=True,
                           **common)


def _clip(gradient: Tensor, length: float) -> None:
    """Shortens the gradient to `length` as torch.nn.utils.clip_grad_norm_ does; 0 leaves it."""
    if length:
        gradient.mul_((length / (torch.linalg.vector_norm(gradient) + 1e-6)).clamp_(max=1.0))


def _copied(tensor: Tensor) -> Tensor:
    return tensor.detach().to("cpu", copy=True)


def _fill(target: Tensor, values: Tensor) -> None:
    if values.shape != target.shape:
        raise ValueError("the state of another network")
    target.copy_(values)
