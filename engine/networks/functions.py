"""What stands in a network: a key of the catalogue, none, or one key for each place.

Keys for the places, from the input on, are joined by a slash: "relu/tanh/none". The values of
such a row are named by the key that they belong to: {"elu.alpha": 0.5}.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from engine.activations import Activation, find
from engine.activations.own import FAMILY, OwnFunction, own_of
from engine.activations.registry import Values, known
from engine.errors import InputError
from engine.networks.settings import NetworkSettings
from engine.texts import Phrase, phrase

NO_ACTIVATION = "none"
"""The key of a network whose layers follow each other without an activation."""

JOINT = "/"
"""What stands between the keys of a row of functions."""

_LONGEST_STEM = 80


def split(key: str) -> tuple[str, ...]:
    """The keys in a row of functions; the key itself where it is a single one."""
    return tuple(part.strip() for part in key.split(JOINT))


def check_function(key: str, values: Values | None) -> dict[str, Any]:
    """All parameters of the function or functions `key`, the given ones checked.

    Raises InputError for an unknown key, a function of vectors, an unknown parameter or a wrong
    value.
    """
    if JOINT in key:
        return _check_row(key, values or {})
    if key != NO_ACTIVATION:
        return _known(key).checked(values)
    if values:
        raise InputError("No activation has no parameters, but {names} was given.",
                         names=", ".join(values))
    return {}


def start_values(key: str, values: Values | None) -> dict[str, Any]:
    """The values that a network starts from, checked, without those that its seed draws.

    Drawn are the learned vectors (STAF) that stand at their default. Raises InputError.
    """
    checked = check_function(key, values)
    if JOINT in key:
        return {f"{part}.{name}": value for part in dict.fromkeys(split(key))
                for name, value in start_values(part, values_of(part, checked)).items()}
    if key == NO_ACTIVATION:
        return checked
    drawn = {parameter.name for parameter in _known(key).parameters
             if parameter.drawn and checked[parameter.name] == tuple(parameter.default)}
    return {name: value for name, value in checked.items() if name not in drawn}


def values_of(part: str, values: Values) -> dict[str, Any]:
    """Those of the values of a row of functions that belong to one of its keys."""
    return {name.removeprefix(f"{part}."): value for name, value in values.items()
            if name.startswith(f"{part}.")}


def own_function(key: str) -> OwnFunction | None:
    """What a person typed, where the function is an own one. Raises InputError."""
    return None if key == NO_ACTIVATION or JOINT in key else own_of(_known(key))


def function_name(key: str) -> Phrase | str:
    """What a picture calls the function or functions of this key; also "none".

    One that is not there any more, as in the record of an old run, is called by its key.
    """
    *first, (part, times) = ((part, len(list(same))) for part, same in groupby(split(key)))
    item = known(part)
    name = phrase("No activation") if part == NO_ACTIVATION else item.name if item else part
    name = name if times == 1 else phrase("{count} × {name}", count=times, name=name)
    if not first:
        return name
    before = JOINT.join(JOINT.join((part,) * times) for part, times in first)
    return phrase("{names} / {name}", names=function_name(before), name=name)


def check_fit(key: str, settings: NetworkSettings) -> None:
    """Raises InputError where the function or functions `key` cannot stand in such a network."""
    parts, places = split(key), settings.places
    if len(parts) > 1 and places == 1:
        raise InputError("{name} are {count} functions, but this network has one place for one. "
                         "Name one function.", name=function_name(key), count=len(parts))
    if len(parts) > 1 and len(parts) != places:
        raise InputError("{name} are {count} functions, but this network has {places} places for "
                         "one. Name one function, or as many as there are places.",
                         name=function_name(key), count=len(parts), places=places)
    for part in parts:
        if part != NO_ACTIVATION and _known(part).kind == "gated" \
                and settings.network != "transformer":
            raise InputError("{key} is a gated unit of two inputs and has a place only in the "
                             "feed-forward blocks of a transformer. Choose that network or "
                             "another function.", key=part)


def hints(keys: Iterable[str], settings: NetworkSettings) -> tuple[Phrase, ...]:
    """What a person should know of functions in such a network, though they are allowed."""
    others = [part for key in keys for part in split(key) if part != "selu"]
    if not (settings.dropout and settings.alpha_dropout and others):
        return ()
    return (phrase("Alpha dropout keeps mean and variance for SELU alone, and {name} is another "
                   "function.", name=function_name(others[0])),)


def file_stem(key: str) -> str:
    """The key as a part of a file's name, short enough for any disk."""
    stem = key.replace(JOINT, "+")
    if len(stem) <= _LONGEST_STEM:
        return stem
    return f"{stem[:_LONGEST_STEM]}-{hashlib.sha256(stem.encode()).hexdigest()[:8]}"


def _check_row(key: str, values: Values) -> dict[str, Any]:
    parts = dict.fromkeys(split(key))
    for part in parts:
        if part != NO_ACTIVATION and _known(part).family == FAMILY:
            raise InputError("{name} is a function of your own. It can stand in all layers, but "
                             "not be one of several.", name=_known(part).name)
    complete = {f"{part}.{name}": value for part in parts
                for name, value in check_function(part, values_of(part, values)).items()}
    _refuse_others(key, values, complete)
    return complete


def _refuse_others(key: str, values: Values, known: Mapping[str, Any]) -> None:
    for name in values:
        if name not in known:
            raise InputError("There is no parameter {name} in {key}. Parameters of several "
                             "functions are named as in elu.alpha.", name=name, key=key)


def _known(key: str) -> Activation:
    """The elementwise function or the gated unit of this key. Raises InputError."""
    found = find(key, None)
    return found if found.kind == "gated" else find(key)
