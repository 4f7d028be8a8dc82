"""The declaration of an activation function, and the list of all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.errors import InputError
from engine.parameters import Parameter, checked, defaults_of, parameters_of
from engine.texts import Phrase, phrase

if TYPE_CHECKING:
    from torch import Tensor

FAMILIES: dict[str, Phrase] = {
    "basic": phrase("Steps and lines"),
    "sigmoid": phrase("Sigmoids"),
    "rectifier": phrase("Rectifiers"),
    "smooth_rectifier": phrase("Smooth rectifiers"),
    "exponential": phrase("Exponential"),
    "learned": phrase("Learned shapes"),
}


class Kink(NamedTuple):
    """A place where a derivative breaks: `order` is the first that does (0: f itself jumps)."""

    position: float
    order: int


class Interval(NamedTuple):
    """The values that f takes: its ends, and whether each is reached."""

    low: float
    high: float
    low_reached: bool
    high_reached: bool


Values = Mapping[str, Any]
"""Name of a parameter to its value."""


@dataclass(frozen=True)
class Activation:
    """One function with all that is said of it.

    `function(x, **values)` maps a float tensor of any shape to one of the same shape, is
    differentiable twice by autograd away from its kinks, and is deterministic. `random(x,
    generator, **values)` is what a layer computes in training where that differs.
    """

    key: str
    name: str
    title: Phrase
    family: str
    formula: str
    year: int | None
    paper: str
    function: Callable[..., Tensor]
    find_kinks: Callable[[Values], list[Kink]]
    find_range: Callable[[Values], Interval]
    check: Callable[[Values], None] | None = None
    random: Callable[..., Tensor] | None = None
    torch: str | None = None
    keras: str | None = None
    jax: str | None = None
    aliases: tuple[str, ...] = ()
    note: Phrase | None = None
    kind: str = "elementwise"

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """What a person can set, from the function's own signature."""
        return parameters_of(self.function)

    def checked(self, values: Values | None = None) -> dict[str, Any]:
        """All parameters, the given ones checked. Raises InputError."""
        complete = checked(self.parameters, values or {})
        if self.check is not None:
            self.check(complete)
        return complete

    def kinks(self, values: Values | None = None) -> list[Kink]:
        """Where a derivative breaks at these values, in order of position."""
        return sorted(self.find_kinks(self.defaults | dict(values or {})))

    def range(self, values: Values | None = None) -> Interval:
        """The values that f takes at these parameters."""
        return self.find_range(self.defaults | dict(values or {}))

    @property
    def defaults(self) -> dict[str, Any]:
        """Name to default of each parameter."""
        return defaults_of(self.parameters)

    def __call__(self, x: Tensor, **values: Any) -> Tensor:
        """f(x) at these values, defaults for the others."""
        return self.function(x, **values)


_catalogue: dict[str, Activation] = {}


def no_kinks(values: Values) -> list[Kink]:
    """For functions that are smooth everywhere."""
    return []


def constant_range(
    low: float, high: float, low_reached: bool = False, high_reached: bool = False
) -> Callable[[Values], Interval]:
    """A range that no parameter moves."""
    interval = Interval(low, high, low_reached, high_reached)
    return lambda values: interval


def activation(
    name: str,
    title: Phrase,
    *,
    family: str,
    formula: str,
    year: int | None,
    paper: str,
    range: Callable[[Values], Interval],
    kinks: Callable[[Values], list[Kink]] = no_kinks,
    **more: Any,
) -> Callable[[Callable[..., Tensor]], Callable[..., Tensor]]:
    """Declares the decorated function an activation; its name is the key. See Activation."""

    def declare(function: Callable[..., Tensor]) -> Callable[..., Tensor]:
        key = function.__name__
        if key in _catalogue or family not in FAMILIES:
            raise ValueError(f"{key} is declared twice, or its family {family} is unknown")
        _catalogue[key] = Activation(
            key=key, name=name, title=title, family=family, formula=formula, year=year,
            paper=paper, function=function, find_kinks=kinks, find_range=range, **more,
        )
        return function

    return declare


def catalogue() -> dict[str, Activation]:
    """Key to activation, in the order of families and declarations. Loads no torch."""
    order = list(FAMILIES)
    return dict(sorted(_catalogue.items(), key=lambda item: order.index(item[1].family)))


def find(key: str) -> Activation:
    """The activation of this key. Raises InputError with the nearest keys for an unknown one."""
    if key in _catalogue:
        return _catalogue[key]
    near = get_close_matches(key.lower().replace("-", "_"), _catalogue, n=3, cutoff=0.5)
    if near:
        raise InputError("There is no function {key}. Did you mean {near}?",
                         key=key, near=", ".join(near))
    raise InputError("There is no function {key}. The command functions lists all of them.",
                     key=key)
