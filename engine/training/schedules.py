"""The learning rate of each step: constant, in steps or along a cosine, after a warm-up."""

from __future__ import annotations

import math

from engine.training.settings import TrainingSettings


class Schedule:
    """The learning rate of a run whose epochs have so many steps.

    The rates are those of torch.optim.lr_scheduler stepped after each batch: LinearLR from one
    n-th over the n steps of the warm-up, then StepLR, or CosineAnnealingLR to 0 (Loshchilov &
    Hutter 2017, without restarts) over the steps that are left.
    """

    def __init__(self, settings: TrainingSettings, steps_per_epoch: int) -> None:
        self._settings = settings
        self._warmup = settings.warmup_epochs * steps_per_epoch
        self._left = settings.epochs * steps_per_epoch - self._warmup
        self._drop = settings.step_epochs * steps_per_epoch

    @property
    def constant(self) -> bool:
        """Whether all steps have the same rate."""
        return self._settings.schedule == "constant" and self._warmup == 0

    def rate(self, step: int) -> float:
        """The learning rate of a step of the run, counted from 0."""
        settings, behind = self._settings, step - self._warmup
        if behind < 0:
            return settings.learning_rate * (step + 1) / self._warmup
        match settings.schedule:
            case "step":
                return settings.learning_rate * settings.step_factor ** (behind // self._drop)
            case "cosine":
                return settings.learning_rate * (1 + math.cos(math.pi * behind / self._left)) / 2
        return settings.learning_rate
