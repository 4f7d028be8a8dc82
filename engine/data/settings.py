"""How own data are read, and the one text that says a place together with that."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from engine.errors import InputError
from engine.parameters import Choice, Range, parameters_of, read_value
from engine.texts import phrase

MEBIBYTE = 2**20


@dataclass(frozen=True)
class DataSettings:
    """What can be set for data of one's own; FashionMNIST and the garments need none of it."""

    test_share: Annotated[float, Range(
        0.01, 0.9, step=0.05, label=phrase("Test share"),
        tip=phrase("Share of each class that is kept for the test, where the data have no test "
                   "set of their own"))] = 0.2
    split_seed: Annotated[int, Range(
        0, 2**31 - 1, label=phrase("Split seed"),
        tip=phrase("Draws which pictures are kept for the test, where the data have no test set "
                   "of their own"))] = 7
    picture_side: Annotated[int, Range(
        0, 512, label=phrase("Picture side"),
        tip=phrase("Width and height in pixels that pictures in class folders are brought to; "
                   "0: the size that most of them have"))] = 0
    label_set: Annotated[str, Choice(
        ("fine", "coarse"), (phrase("fine"), phrase("coarse")), label=phrase("Label set"),
        tip=phrase("Which labels of CIFAR-100: its 100 classes, or its 20 groups"))] = "fine"
    memory_limit: Annotated[int, Range(
        1, 65_536, label=phrase("Memory limit"),
        tip=phrase("The most MiB of pictures that are read"))] = 512

    @property
    def most_bytes(self) -> int:
        """The memory limit in bytes."""
        return self.memory_limit * MEBIBYTE


def source_text(place: str, settings: DataSettings) -> str:
    """The place with all settings that are not the default: photos#split_seed=3,test_share=0.3."""
    changed = [f"{parameter.name}={getattr(settings, parameter.name)}"
               for parameter in parameters_of(DataSettings)
               if getattr(settings, parameter.name) != parameter.default]
    return f"{place}#{','.join(changed)}" if changed else place


def read_source(text: str) -> tuple[str, DataSettings]:
    """The place and the settings that source_text wrote.

    A # in the name of a folder is part of the name. Raises InputError for a wrong value.
    """
    place, hash_sign, words = text.rpartition("#")
    known = {parameter.name: parameter for parameter in parameters_of(DataSettings)}
    pairs = [word.partition("=") for word in words.split(",")]
    if not hash_sign or not place or _exists(text) or \
            any(name not in known or not equals for name, equals, _ in pairs):
        return text, DataSettings()
    values = {name: read_value(known[name], value) for name, _, value in pairs}
    if len(values) != len(pairs):
        raise InputError("{text} sets a value twice.", text=text)
    return place, dataclasses.replace(DataSettings(), **values)


def _exists(text: str) -> bool:
    try:
        return Path(text).expanduser().exists()
    except (OSError, ValueError, RuntimeError):  # a name that no file can have
        return False
