"""The user's own functions in the window: what is changed, kept and told to all who list them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from engine import library
from engine.activations import catalogue
from engine.activations.own import (
    LONGEST_NAME,
    OwnFunction,
    add,
    key_for,
    own_functions,
    remove,
)
from engine.errors import InputError, LabError
from engine.networks.functions import JOINT, NO_ACTIVATION
from engine.texts import Phrase

DRAFT = "own__draft"
"""The key of a function that is being written; no name gives it, and no list shows it."""

_NUMBER = re.compile(r"_\d+$")

Functions = tuple[tuple[str, dict[str, Any]], ...]


class _Changes(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: set[str] = set()


_changes = _Changes()
changed = _changes.changed
"""Emitted after a function came into the catalogue, went out of it, or became another."""


def listed() -> dict[str, Any]:
    """The elementwise functions of the catalogue, without the one that is being written."""
    return {key: item for key, item in catalogue().items() if key != DRAFT}


def follow() -> None:
    """Tells of functions that came with a checkpoint, which is read in the background."""
    now = set(own_functions()) - {DRAFT}
    if now != _changes.told:
        changed.emit()


def _remember() -> None:
    _changes.told = set(own_functions()) - {DRAFT}


def load() -> tuple[Phrase, ...]:
    """Takes the library into the catalogue; one sentence for each file that is damaged."""
    problems = library.load_library()
    _remember()
    return problems


def keep(own: OwnFunction) -> None:
    """Writes a function into the library, then makes it what its key means. Raises StorageError.

    Nothing is written of what cannot be made a function.
    """
    own.activation()
    library.save_function(own)
    add(own)
    changed.emit()


def delete(key: str) -> OwnFunction:
    """Takes a function out of library and catalogue, and gives it. Raises StorageError."""
    own = own_functions()[key]
    library.delete_function(key)
    remove(key)
    changed.emit()
    return own


def take_in(path: Path) -> tuple[OwnFunction, bool]:
    """Imports a file: the function as it is kept now, and whether it is new.

    The same function is not kept twice; another one of a key that is taken gets a free key.
    Raises StorageError.
    """
    own = library.read_function(path)
    for known in own_functions().values():
        if (known.name, known.formula, known.parameters) == (own.name, own.formula,
                                                             own.parameters) \
                and known.key != DRAFT:
            return known, False
    name = own.name if named(own.name) is None else free_name(own.name)
    usual = own.key not in catalogue(None) and own.key not in (DRAFT, *_keys()) \
        and own.key == own.key.lower()
    own = OwnFunction(own.key if usual else free_key(name), name, own.formula, own.parameters)
    keep(own)
    return own, True


def _keys() -> set[str]:
    """In small letters: on some disks own_A.json and own_a.json are one file."""
    return {key.lower() for key in catalogue(None)}


def free_key(name: str) -> str:
    """A key for a new function of this name."""
    return key_for(name, _keys())


def named(name: str, but: str | None = None) -> str | None:
    """The name of a function that a person would take for this one; `but` is a key left out."""
    same = (item.name for key, item in catalogue(None).items()
            if key not in (but, DRAFT) and item.name.casefold() == name.strip().casefold())
    return next(same, None)


def check_free(name: str, but: str | None = None) -> None:
    """Raises InputError where another function has this name."""
    other = named(name, but)
    if other is not None:
        raise InputError("There is a function named {name} already. Choose another name.",
                         name=other)


def free_name(name: str) -> str:
    """The name with the next number that no function has: mine, mine_2, mine_3."""
    stem, number = _NUMBER.sub("", name) or name, 2
    while named(found := f"{stem[:LONGEST_NAME - 1 - len(str(number))]}_{number}") is not None:
        number += 1
    return found


def fitting(functions: Iterable[tuple[str, dict[str, Any]]]) -> Functions:
    """Those functions that there still are, with the values that they still take."""
    known = catalogue(None)
    found = []
    for key, values in functions:
        if JOINT in key or key == NO_ACTIVATION:  # no own function is in a row
            found.append((key, values))
        elif key in known and key != DRAFT:
            item = known[key]
            kept = {name: value for name, value in values.items() if name in item.defaults}
            try:
                found.append((key, item.checked(kept)))
            except LabError:
                found.append((key, item.defaults))
    return tuple(found)


changed.connect(_remember)
