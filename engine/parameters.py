"""One declaration of a value that a person can set; form, command line and check come from it.

A declaration is an annotation: `negative_slope: Annotated[float, Range(0, 1, step=0.01)] = 0.01`,
on an argument of a function or on a field of a dataclass.
"""

from __future__ import annotations

import dataclasses
import inspect
import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from engine.errors import InputError
from engine.texts import Named, Phrase

_SEPARATOR = re.compile("\\s*[,;\N{FULLWIDTH COMMA}\N{FULLWIDTH SEMICOLON}"
                        "\N{IDEOGRAPHIC COMMA}]\\s*|(?<![\\s*])\\s+(?![\\s*])")
"""Between the numbers of a list; spaces around a star belong to it."""

When = Callable[[Mapping[str, Any]], bool]
"""Whether a value matters beside the others, given by name; a form hides what does not."""


@dataclass(frozen=True)
class Range:
    """A number between two ends, both allowed; an end that is None is open.

    `learned` makes it an nn.Parameter in training. `logarithmic` steps by factors in a form.
    """

    minimum: float | None = None
    maximum: float | None = None
    step: float = 0.1
    learned: bool = False
    logarithmic: bool = False
    label: Phrase | None = None
    tip: Phrase | None = None
    when: When | None = None


@dataclass(frozen=True)
class Vector:
    """A fixed number of values, each within the range.

    A learned one that is `drawn` starts in training from normal random numbers, one that is not
    from its default.
    """

    length: int
    minimum: float | None = None
    maximum: float | None = None
    step: float = 0.1
    learned: bool = False
    label: Phrase | None = None
    tip: Phrase | None = None
    drawn: bool = True


@dataclass(frozen=True)
class Integers:
    """A list of whole numbers of any length from `shortest` to `longest`."""

    minimum: int
    maximum: int
    shortest: int = 0
    longest: int = 100
    label: Phrase | None = None
    tip: Phrase | None = None
    when: When | None = None


@dataclass(frozen=True)
class Choice:
    """One of a few names; `labels` says them in words, in the same order."""

    values: tuple[str, ...]
    labels: tuple[Phrase, ...] = ()
    label: Phrase | None = None
    tip: Phrase | None = None
    when: When | None = None


@dataclass(frozen=True)
class Switch:
    """Yes or no."""

    label: Phrase | None = None
    tip: Phrase | None = None
    when: When | None = None


@dataclass(frozen=True)
class Words:
    """Free text, such as a folder."""

    label: Phrase | None = None
    tip: Phrase | None = None
    when: When | None = None


Declaration = Range | Vector | Integers | Choice | Switch | Words


@dataclass(frozen=True)
class Parameter:
    """A named value with its declaration and its default.

    `type` is float, int, vector, integers, choice, bool or text.
    """

    name: str
    type: str
    default: Any
    declaration: Declaration

    @property
    def minimum(self) -> float | None:
        """The least allowed number, None where there is none."""
        return getattr(self.declaration, "minimum", None)

    @property
    def maximum(self) -> float | None:
        """The greatest allowed number, None where there is none."""
        return getattr(self.declaration, "maximum", None)

    @property
    def step(self) -> float | None:
        """What one press of an arrow adds, None where the value is no number."""
        if self.type == "int":
            return 1
        return getattr(self.declaration, "step", None)

    @property
    def learned(self) -> bool:
        """Whether training changes it."""
        return getattr(self.declaration, "learned", False)

    @property
    def drawn(self) -> bool:
        """Whether training starts it from random numbers instead of its default."""
        return self.learned and getattr(self.declaration, "drawn", False)

    @property
    def length(self) -> int | None:
        """How many values a vector has."""
        return getattr(self.declaration, "length", None)

    @property
    def choices(self) -> tuple[str, ...] | None:
        """The allowed names of a choice."""
        return self.declaration.values if isinstance(self.declaration, Choice) else None

    def matters(self, values: Mapping[str, Any]) -> bool:
        """Whether it changes anything beside these values of the others."""
        when = getattr(self.declaration, "when", None)
        return when is None or when(values)

    @property
    def label(self) -> Phrase | str:
        """What a form writes beside it."""
        return self.declaration.label or self.name

    @property
    def said(self) -> Named | str:
        """What a sentence calls it: the name, which the window says as the label."""
        label = self.declaration.label
        return self.name if label is None else Named(label.template, label.fields, self.name)


def parameters_of(declared: Callable[..., Any] | type) -> tuple[Parameter, ...]:
    """The declared values of a function (arguments after the first) or of a dataclass, in order.

    Arguments and fields without a declaration are not values a person sets, and are left out.
    """
    hints = get_type_hints(declared, include_extras=True, localns={"Tensor": object})
    if dataclasses.is_dataclass(declared):
        defaults = {field.name: field.default for field in dataclasses.fields(declared)}
    else:
        arguments = inspect.signature(declared).parameters
        defaults = {name: argument.default for name, argument in arguments.items()}
    found = []
    for name, default in defaults.items():
        hint = hints.get(name)
        if get_origin(hint) is Annotated:
            kind, declaration = get_args(hint)[:2]
            found.append(Parameter(name, _type_name(kind, declaration), default, declaration))
    return tuple(found)


def _type_name(kind: Any, declaration: Declaration) -> str:
    match declaration:
        case Range():
            return "int" if kind is int else "float"
        case Vector():
            return "vector"
        case Integers():
            return "integers"
        case Choice():
            return "choice"
        case Switch():
            return "bool"
        case Words():
            return "text"


def defaults_of(parameters: Iterable[Parameter]) -> dict[str, Any]:
    """Name to default, in order."""
    return {parameter.name: parameter.default for parameter in parameters}


def checked(parameters: Iterable[Parameter], values: Mapping[str, Any]) -> dict[str, Any]:
    """All parameters with the given values in their own types, defaults where none is given.

    Raises InputError for an unknown name, a wrong type or a value out of range.
    """
    parameters = tuple(parameters)
    known = {parameter.name for parameter in parameters}
    for name in values:
        if name not in known:
            raise InputError(
                "There is no parameter {name}. Use one of: {known}.",
                name=name, known=", ".join(sorted(known)),
            )
    return {
        p.name: check_value(p, values[p.name]) if p.name in values else p.default
        for p in parameters
    }


def check_value(parameter: Parameter, value: Any) -> Any:
    """The value in the parameter's own type. Raises InputError where it is wrong."""
    match parameter.type:
        case "float" | "int":
            return _check_number(parameter, value)
        case "vector":
            return _check_vector(parameter, value)
        case "integers":
            return _check_integers(parameter, value)
        case "choice":
            return _check_choice(parameter, value)
        case "bool":
            if not isinstance(value, bool):
                raise InputError("{name} must be true or false, got {value}.",
                                 name=parameter.said, value=value)
            return value
        case _:
            return str(value)


def read_value(parameter: Parameter, text: str) -> Any:
    """The value that a typed text means, checked. Raises InputError where it is wrong."""
    words = text.strip()
    match parameter.type:
        case "float" | "int":
            return check_value(parameter, _read_number(parameter, words))
        case "vector" | "integers":
            parts = _SEPARATOR.split(words.strip("[]() "))
            if parts == [""]:
                return check_value(parameter, ())
            numbers = (_read_numbers(parameter, part.strip()) for part in parts)
            return check_value(parameter, tuple(number for few in numbers for number in few))
        case "bool":
            if words.lower() not in ("true", "false"):
                raise InputError("{name} must be true or false, got {value}.",
                                 name=parameter.said, value=text)
            return words.lower() == "true"
        case _:
            return check_value(parameter, words)


def _read_numbers(parameter: Parameter, text: str) -> tuple[float, ...]:
    """One number, or in a list of whole ones the same several times: 16*100."""
    number, star, times = text.partition("*")
    if not star or parameter.type != "integers":
        return (_read_listed(parameter, text),)
    count = _read_listed(parameter, times.strip())
    if count != int(count) or not 0 < count <= parameter.declaration.longest:
        raise InputError("{name} can have a number 1 to {high} times, got {value}.",
                         name=parameter.said, high=parameter.declaration.longest,
                         value=repr(text))
    return (_read_listed(parameter, number.strip()),) * int(count)


def _read_listed(parameter: Parameter, text: str) -> float:
    """A number of a list."""
    number = _number(text)
    if number is None:
        raise InputError("{name} must be numbers with commas between them, such as 7, 8, 9; got "
                         "{value}.", name=parameter.said, value=repr(text))
    return _finite(parameter, number, text)


def _read_number(parameter: Parameter, text: str) -> float:
    number = _number(text)
    if number is None:
        raise InputError("{name} must be a number, got {value}.", name=parameter.said,
                         value=repr(text))
    return _finite(parameter, number, text)


def _number(text: str) -> float | None:
    try:
        return float(text.replace("\N{MINUS SIGN}", "-")) if "_" not in text else None
    except ValueError:
        return None


def _finite(parameter: Parameter, number: float, text: str) -> float:
    if not math.isfinite(number):  # 1e309 too: said as it was typed
        raise InputError("{name} must be a finite number, got {value}.",
                         name=parameter.said, value=text)
    return number


def _check_number(parameter: Parameter, value: Any) -> float | int:
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise InputError("{name} must be a finite number, got {value}.",
                         name=parameter.said, value=value)
    if parameter.type == "int" and value != int(value):
        raise InputError("{name} must be a whole number, got {value}.",
                         name=parameter.said, value=value)
    low, high = parameter.minimum, parameter.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        _refuse_range(parameter, value)
    return int(value) if parameter.type == "int" else float(value)


def _refuse_range(parameter: Parameter, value: Any) -> None:
    name, low, high = parameter.said, parameter.minimum, parameter.maximum
    if high is None:
        raise InputError("{name} must be at least {low}, got {value}.",
                         name=name, low=plain(low), value=plain(value))
    if low is None:
        raise InputError("{name} must be at most {high}, got {value}.",
                         name=name, high=plain(high), value=plain(value))
    raise InputError("{name} must be between {low} and {high}, got {value}.",
                     name=name, low=plain(low), high=plain(high), value=plain(value))


def _check_vector(parameter: Parameter, value: Any) -> tuple[float, ...]:
    values = _several(value)
    if len(values) != parameter.length:
        raise InputError("{name} must have {length} values, got {count}.",
                         name=parameter.said, length=parameter.length, count=len(values))
    return tuple(float(_check_number(parameter, item)) for item in values)


def _check_integers(parameter: Parameter, value: Any) -> tuple[int, ...]:
    declaration = parameter.declaration
    values = _several(value)
    if not declaration.shortest <= len(values) <= declaration.longest:
        raise InputError(
            "{name} must have between {low} and {high} numbers, got {count}.", name=parameter.said,
            low=declaration.shortest, high=declaration.longest, count=len(values),
        )
    whole = dataclasses.replace(parameter, type="int")
    return tuple(int(_check_number(whole, item)) for item in values)


def _several(value: Any) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else (value,)


def _check_choice(parameter: Parameter, value: Any) -> str:
    if value not in parameter.choices:
        raise InputError("{name} must be one of {choices}, got {value}.", name=parameter.said,
                         choices=", ".join(parameter.choices), value=value)
    return value


def plain(value: Any) -> str:
    """A number without needless digits: 3, 0.25, 1e-06."""
    return f"{value:.17g}" if isinstance(value, float) and value == int(value) else str(value)
