"""What was typed on the command line, read into values and checked."""

from __future__ import annotations

import argparse
import dataclasses
import math
from collections.abc import Sequence
from typing import Any, TypeVar

from engine.activations import find
from engine.data.settings import DataSettings
from engine.diagnostics.settings import ScanSettings
from engine.errors import InputError
from engine.networks.functions import JOINT, NO_ACTIVATION, check_function, split
from engine.parameters import Integers, Parameter, Range, parameters_of, read_value
from engine.training.settings import TrainingSettings

Settings = TypeVar("Settings", TrainingSettings, ScanSettings, DataSettings)


def option_of(parameter: Parameter) -> str:
    """The name of a declared value as an option: --learning-rate."""
    return f"--{parameter.name.replace('_', '-')}"


def read_option(name: str, text: str, declaration: Range | Integers, whole: bool = False) -> Any:
    """The value of an option. Raises InputError, naming the option, where it is wrong."""
    number = "int" if whole else "float"
    kind = "integers" if isinstance(declaration, Integers) else number
    return read_value(Parameter(name, kind, None, declaration), text)


def read_numbers(name: str, text: str) -> tuple[float, ...]:
    """Finite numbers with commas between, at least one."""
    return tuple(read_option(name, part, Range()) for part in text.split(","))


def read_interval(text: str) -> tuple[float, float]:
    """LOW:HIGH with low below high."""
    parts = text.split(":")
    if len(parts) != 2:
        raise InputError("--range must be LOW:HIGH, such as -5:5, got {text}.", text=repr(text))
    low, high = (read_option("--range", part, Range()) for part in parts)
    if not low < high:
        raise InputError("--range must go from a lower to a higher number, got {text}.", text=text)
    if not math.isfinite(high - low):
        raise InputError("--range is too wide: {text}.", text=text)
    return low, high


def read_orders(text: str) -> tuple[int, ...]:
    """The derivatives to draw, each of 0, 1, 2 at most once, in ascending order."""
    orders = read_option("--orders", text, Integers(0, 2, shortest=1, longest=3))
    if len(set(orders)) != len(orders):
        raise InputError("--orders names an order twice: {text}.", text=text)
    return tuple(sorted(orders))


def read_size(text: str, smallest: int, largest: int) -> tuple[int, int]:
    """WIDTHxHEIGHT in pixels."""
    parts = text.lower().split("x")
    if len(parts) != 2:
        raise InputError("--size must be WIDTHxHEIGHT, such as 1280x800, got {text}.",
                         text=repr(text))
    width, height = (read_option("--size", part, Range(smallest, largest), whole=True)
                     for part in parts)
    return width, height


def read_seeds(text: str) -> tuple[int, ...]:
    """The seeds of the runs, each once."""
    limits = next(p.declaration for p in parameters_of(TrainingSettings) if p.name == "seed")
    seeds = read_option("--seeds", text, Integers(limits.minimum, limits.maximum, shortest=1,
                                                  longest=1000))
    if len(set(seeds)) != len(seeds):
        raise InputError("--seeds names a seed twice: {text}.", text=text)
    return seeds


def read_settings(arguments: argparse.Namespace, base: Settings) -> Settings:
    """The settings of `base`, changed by the options that were given. Raises InputError."""
    values = dataclasses.asdict(base)
    for parameter in parameters_of(type(base)):
        given = getattr(arguments, parameter.name, None)
        if given is not None:
            named = dataclasses.replace(parameter, name=option_of(parameter))
            values[parameter.name] = given if isinstance(given, bool) else read_value(named, given)
    return type(base)(**values)


def read_functions(
    keys: Sequence[str], texts: Sequence[str], with_none: bool = False,
    kind: str | None = "elementwise",
) -> list[tuple[str, dict[str, Any]]]:
    """Each key once, with its values: the defaults, changed by the texts of --set.

    The functions must be of this kind; None takes all. `with_none` takes what can stand in a
    network: also no activation, gated units and rows such as relu/tanh.

    With one key a text is NAME=VALUE, with several KEY.NAME=VALUE; the names of a row are as in
    elu.alpha. Raises InputError for an unknown key or parameter, a key or parameter named twice,
    and a wrong value.
    """
    check = check_function if with_none else lambda key, values: find(key, kind).checked(values)
    for index, key in enumerate(keys):
        if key in keys[:index]:
            raise InputError("{key} is named twice.", key=key)
        check(key, None)
    given: dict[str, dict[str, Any]] = {key: {} for key in keys}
    for text in texts:
        key, name, value = _assignment(text, keys)
        if name in given[key]:
            raise InputError("--set gives {name} of {key} twice.", name=name, key=key)
        given[key][name] = _typed(key, name, value)
    return [(key, check(key, given[key])) for key in keys]


def _assignment(text: str, keys: Sequence[str]) -> tuple[str, str, str]:
    """(key, name, value) of NAME=VALUE or KEY.NAME=VALUE."""
    target, equals, value = text.partition("=")
    key, dot, name = target.strip().rpartition(".")
    if not equals or not name:
        raise InputError("--set must be NAME=VALUE or KEY.NAME=VALUE, got {text}.",
                         text=repr(text))
    if not dot:
        if len(keys) > 1:
            raise InputError(
                "With several functions --set must say which: KEY.{name}=VALUE, with KEY one of "
                "{keys}.", name=name, keys=", ".join(keys))
        return keys[0], name, value
    if key not in keys and len(keys) == 1 and key in split(keys[0]):
        return keys[0], target.strip(), value
    if key not in keys:
        for row in keys:
            if JOINT in row and key.startswith(f"{row}."):
                return row, target.strip().removeprefix(f"{row}."), value
        raise InputError("--set names {key}, which is not among the functions: {keys}.",
                         key=key, keys=", ".join(keys))
    return key, name, value


def _typed(key: str, name: str, text: str) -> Any:
    """The value in the parameter's own type; under an unknown name the check refuses the text."""
    if JOINT in key:
        part, _, name = name.rpartition(".")
        key = part if part in split(key) else NO_ACTIVATION
    for parameter in find(key, None).parameters if key != NO_ACTIVATION else ():
        if parameter.name == name:
            return read_value(parameter, text)
    return text
