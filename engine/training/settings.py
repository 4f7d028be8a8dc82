"""The settings of a training, declared once, and the presets of the source article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from engine.errors import InputError
from engine.networks.settings import NetworkSettings
from engine.parameters import Choice, Range, checked, parameters_of
from engine.texts import Phrase, phrase


@dataclass(frozen=True)
class TrainingSettings(NetworkSettings):
    """How a network is built and trained; every field is checked by `parameters.checked`."""

    optimizer: Annotated[
        str,
        Choice(("sgd", "adam"), (phrase("SGD with momentum"), phrase("Adam")),
               label=phrase("Optimizer")),
    ] = "sgd"
    learning_rate: Annotated[
        float, Range(1e-8, 1e6, step=1e-3, logarithmic=True, label=phrase("Learning rate"))
    ] = 1e-3
    momentum: Annotated[
        float,
        Range(0, 0.999, step=0.05, label=phrase("Momentum"), tip=phrase("Used by SGD only")),
    ] = 0.9
    batch_size: Annotated[int, Range(1, 60_000, label=phrase("Batch size"))] = 128
    epochs: Annotated[int, Range(1, 10_000, label=phrase("Epochs"))] = 15
    seed: Annotated[int, Range(0, 2**31 - 1, label=phrase("Seed"))] = 7
    device: Annotated[
        str,
        Choice(("auto", "cpu", "cuda"), (phrase("Automatic"), phrase("CPU"), phrase("CUDA")),
               label=phrase("Run on")),
    ] = "auto"


@dataclass(frozen=True)
class Preset:
    """Settings under a name, with the functions that belong to them; `note` says where from."""

    key: str
    label: Phrase
    functions: tuple[str, ...]
    settings: TrainingSettings
    note: Phrase


ARTICLE_FUNCTIONS = ("sigmoid", "tanh", "relu", "gelu", "mish", "leaky_relu", "silu", "hardswish",
                     "swish", "prelu", "rrelu", "trainable_elu", "staf")

PRESETS: tuple[Preset, ...] = (
    Preset(
        "article-single", phrase("Article, single run"), ("relu",),
        TrainingSettings(learning_rate=1e-2, momentum=0.9, epochs=10),
        phrase("SGD 1e-2, momentum 0.9, 10 epochs"),
    ),
    Preset(
        "article-comparison", phrase("Article, momentum 0.9"), ARTICLE_FUNCTIONS,
        TrainingSettings(momentum=0.9, shared_activation=True),
        phrase("As the article's text says"),
    ),
    Preset(
        "article-comparison-0.8", phrase("Article, momentum 0.8"), ARTICLE_FUNCTIONS,
        TrainingSettings(momentum=0.8, shared_activation=True),
        phrase("As the article's code has it; its printed table is that of 0.8"),
    ),
)


def checked_settings(values: Mapping[str, Any]) -> TrainingSettings:
    """The settings with these values, defaults for the others. Raises InputError."""
    return TrainingSettings(**checked(parameters_of(TrainingSettings), values))


def find_preset(key: str) -> Preset:
    """The preset of this key. Raises InputError naming all of them for an unknown one."""
    for preset in PRESETS:
        if preset.key == key:
            return preset
    raise InputError("There is no preset {key}. Use one of: {known}.",
                     key=key, known=", ".join(preset.key for preset in PRESETS))
