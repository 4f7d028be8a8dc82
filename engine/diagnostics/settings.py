"""The settings of a scan for dead neurons, declared once, and the source article's network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from engine.errors import InputError
from engine.parameters import Integers, Range, checked, parameters_of
from engine.texts import Phrase, phrase


@dataclass(frozen=True)
class ScanSettings:
    """What is scanned where no trained run is, and how; checked by `parameters.checked`."""

    hidden: Annotated[
        tuple[int, ...],
        Integers(1, 8192, longest=100, label=phrase("Hidden layers"),
                 tip=phrase("Widths of the hidden layers, separated by commas")),
    ] = (2048, 1024, 1024, 512, 512, 256, 128)
    seed: Annotated[int, Range(0, 2**31 - 1, label=phrase("Seed"))] = 7
    threshold: Annotated[
        float,
        Range(0, 1, step=0.01, label=phrase("Saturated below"),
              tip=phrase("A neuron is saturated if |f'| stays below this for all images")),
    ] = 0.01
    batch: Annotated[
        int, Range(1, 60_000, label=phrase("Batch size"),
                   tip=phrase("Images at once; it changes the speed and not the result"))
    ] = 1000


@dataclass(frozen=True)
class ScanPreset:
    """Settings under a name, with the function that belongs to them; `note` says where from."""

    key: str
    label: Phrase
    function: str
    settings: ScanSettings
    note: Phrase


SCAN_PRESETS: tuple[ScanPreset, ...] = (
    ScanPreset(
        "article-big", phrase("Article, big network"), "relu", ScanSettings(),
        phrase("Seven hidden layers from 2048 to 128, not trained"),
    ),
    ScanPreset(
        "article-training", phrase("Article, training network"), "relu",
        ScanSettings(hidden=(256, 192, 128, 64)),
        phrase("The four hidden layers of the training page, not trained"),
    ),
)


def checked_scan_settings(values: Mapping[str, Any]) -> ScanSettings:
    """The settings with these values, defaults for the others. Raises InputError."""
    return ScanSettings(**checked(parameters_of(ScanSettings), values))


def find_scan_preset(key: str) -> ScanPreset:
    """The preset of this key. Raises InputError naming all of them for an unknown one."""
    for preset in SCAN_PRESETS:
        if preset.key == key:
            return preset
    raise InputError("There is no preset {key}. Use one of: {known}.",
                     key=key, known=", ".join(preset.key for preset in SCAN_PRESETS))
