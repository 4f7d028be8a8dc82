"""The settings of a training, declared once, and the presets of the source article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from engine.errors import InputError
from engine.networks.settings import NetworkSettings
from engine.parameters import Choice, Range, checked, parameters_of
from engine.texts import Phrase, phrase

OPTIMIZERS: dict[str, Phrase] = {
    "sgd": phrase("SGD with momentum"),
    "nesterov": phrase("SGD with Nesterov momentum"),
    "adam": phrase("Adam"),
    "adamw": phrase("AdamW"),
    "rmsprop": phrase("RMSprop"),
    "sgld": phrase("SGLD (Langevin)"),
}

SCHEDULES: dict[str, Phrase] = {
    "constant": phrase("Constant"),
    "step": phrase("Steps"),
    "cosine": phrase("Cosine"),
}


def _has_momentum(values: Mapping[str, Any]) -> bool:
    return values["optimizer"] in ("sgd", "nesterov")


def _is_langevin(values: Mapping[str, Any]) -> bool:
    return values["optimizer"] == "sgld"


def _goes_in_steps(values: Mapping[str, Any]) -> bool:
    return values["schedule"] == "step"


@dataclass(frozen=True)
class TrainingSettings(NetworkSettings):
    """How a network is built and trained; every field is checked by `parameters.checked`.

    Settings of another optimizer or schedule than the chosen one change nothing.
    """

    optimizer: Annotated[
        str,
        Choice(tuple(OPTIMIZERS), tuple(OPTIMIZERS.values()), label=phrase("Optimizer")),
    ] = "sgd"
    learning_rate: Annotated[
        float, Range(1e-8, 1e6, step=1e-3, logarithmic=True, label=phrase("Learning rate"))
    ] = 1e-3
    momentum: Annotated[
        float,
        Range(0, 0.999, step=0.05, label=phrase("Momentum"), when=_has_momentum,
              tip=phrase("Used by SGD and Nesterov only; with 0 they are plain SGD")),
    ] = 0.9
    temperature: Annotated[
        float,
        Range(0, 1e3, step=1e-5, logarithmic=True, label=phrase("Temperature"),
              when=_is_langevin,
              tip=phrase("Noise of SGLD: 0 is plain SGD; 1 / number of training images samples "
                         "the posterior (Welling and Teh, 2011)")),
    ] = 1e-5
    weight_decay: Annotated[
        float,
        Range(0, 1, step=1e-4, label=phrase("Weight decay"),
              tip=phrase("Added to the gradient as this share of each weight; AdamW takes it "
                         "from the weights themselves")),
    ] = 0.0
    gradient_clipping: Annotated[
        float,
        Range(0, 1e6, step=0.1, label=phrase("Gradient clipping"),
              tip=phrase("The length of the whole gradient is at most this; 0 is off")),
    ] = 0.0
    schedule: Annotated[
        str,
        Choice(tuple(SCHEDULES), tuple(SCHEDULES.values()), label=phrase("Schedule"),
               tip=phrase("How the learning rate goes on after the warm-up")),
    ] = "constant"
    step_epochs: Annotated[
        int, Range(1, 10_000, label=phrase("Epochs of a step"), when=_goes_in_steps,
                   tip=phrase("After so many epochs the learning rate is multiplied again"))
    ] = 5
    step_factor: Annotated[
        float, Range(1e-6, 1, step=0.1, label=phrase("Factor of a step"), when=_goes_in_steps)
    ] = 0.1
    warmup_epochs: Annotated[
        int, Range(0, 10_000, label=phrase("Warm-up epochs"),
                   tip=phrase("Over these the learning rate grows evenly from nothing"))
    ] = 0
    batch_size: Annotated[int, Range(1, 60_000, label=phrase("Batch size"))] = 128
    epochs: Annotated[int, Range(1, 10_000, label=phrase("Epochs"))] = 15
    seed: Annotated[int, Range(0, 2**31 - 1, label=phrase("Seed"))] = 7
    device: Annotated[
        str,
        Choice(("auto", "cpu", "cuda"), (phrase("Automatic"), phrase("CPU"), phrase("CUDA")),
               label=phrase("Run on")),
    ] = "auto"
    checkpoint_every: Annotated[
        int, Range(0, 10_000, label=phrase("Checkpoint every"),
                   tip=phrase("Keeps the run after every so many epochs, to be resumed or "
                              "examined; 0 is at the end only"))
    ] = 0


NOT_OF_THE_RESULT = ("device", "checkpoint_every")
"""Settings that say where a run computes and what it keeps, and not what it computes."""


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
