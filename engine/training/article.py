"""The comparison that the source article prints, as facts, and whether a race repeats it.

Source: seed document 003, section on the comparison of activation functions: four hidden layers
[256, 192, 128, 64], SGD with learning rate 1e-3, batches of 128, 15 epochs, single runs.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.training.race_history import RaceHistory
from engine.training.settings import TrainingSettings, find_preset

PRESETS = ("article-comparison", "article-comparison-0.8")


@dataclass(frozen=True)
class Printed:
    """A row of the article's table: accuracy in %, its column "final error (%)", time in s."""

    function: str
    name: str
    accuracy: float
    final_error: float
    seconds: float


TABLE: tuple[Printed, ...] = (
    Printed("sigmoid", "Sigmoid", 10.0, 2.30, 115.6),
    Printed("tanh", "Tanh", 82.3, 0.50, 114.3),
    Printed("relu", "ReLU", 81.3, 0.52, 115.2),
    Printed("gelu", "GELU", 80.5, 0.54, 115.2),
    Printed("mish", "Mish", 81.9, 0.51, 113.4),
    Printed("leaky_relu", "LeakyReLU", 80.8, 0.55, 114.4),
    Printed("silu", "SiLU", 78.3, 0.59, 114.3),
    Printed("hardswish", "Hardswish", 76.7, 0.64, 114.5),
    Printed("swish", "Swish", 78.5, 0.59, 116.1),
    Printed("prelu", "PReLU", 86.0, 0.40, 114.9),
    Printed("rrelu", "RReLU", 81.5, 0.52, 114.6),
    Printed("trainable_elu", "TeLU", 86.2, 0.39, 119.6),
    Printed("staf", "STAF", 85.4, 0.44, 270.2),
)
"""TeLU stands for the article's code of that name, which is a trainable ELU."""

INDEPENDENT = {"none": 82.5, "relu": 81.2}
"""Accuracies in % of an independent run at these settings with momentum 0.8, without an activation
and with ReLU: what an independent program measured before this one was written."""


def repeats_article(history: RaceHistory) -> float | None:
    """The momentum with which a race repeats the article's comparison on FashionMNIST, 0.9 (its
    text) or 0.8 (its code); None where settings or data are others. Seeds and functions are free.
    """
    settings = history.plan.settings
    if history.plan.grid or not history.is_fashion_mnist:
        return None
    for key in PRESETS:
        preset = find_preset(key).settings
        if all(getattr(settings, name) == getattr(preset, name) for name in decisive(preset)):
            return preset.momentum
    return None


def decisive(settings: TrainingSettings) -> tuple[str, ...]:
    """The settings that must be the same: all but the seed and where it is computed."""
    return tuple(name for name in settings.__dataclass_fields__ if name not in ("seed", "device"))
