"""The declaration of an activation function, and the list of all of them."""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from engine.errors import InputError
from engine.parameters import Parameter, checked, defaults_of, parameters_of
from engine.texts import Phrase, phrase

if TYPE_CHECKING:
    from torch import Tensor

FAMILIES: dict[str, Phrase] = {
    "basic": phrase("Steps and lines"),
    "sigmoid": phrase("Sigmoids"),
    "hard": phrase("Hard and clipped"),
    "rectifier": phrase("Rectifiers"),
    "exponential": phrase("Exponential and softplus"),
    "self_gated": phrase("Self-gated"),
    "periodic": phrase("Periodic"),
    "radial": phrase("Radial and polynomial"),
    "learned": phrase("Learned"),
    "vector": phrase("Vector functions"),
    "gate": phrase("Gated units"),
    "own": phrase("Your functions"),
}


KINDS: dict[str, Phrase] = {
    "elementwise": phrase("Elementwise"),
    "vector": phrase("Vector"),
    "gated": phrase("Gated unit"),
}
"""What a function maps: each number by itself, a whole vector, or a value with its gate."""


class Kink(NamedTuple):
    """A place where a derivative breaks: `order` is the first that does (0: f itself jumps).

    Orders above 2 count as well: they decide the smoothness class.
    """

    position: float
    order: int

    @property
    def sides(self) -> tuple[float, float]:
        """The nearest places on both sides; beside 0 the least that can still be multiplied."""
        if self.position == 0:
            return -sys.float_info.min, sys.float_info.min
        return (math.nextafter(self.position, -math.inf), math.nextafter(self.position, math.inf))


class Interval(NamedTuple):
    """The values that f takes: its ends, and whether each is reached."""

    low: float
    high: float
    low_reached: bool
    high_reached: bool

    @property
    def only(self) -> tuple[float, ...]:
        """All values that f takes, where they are few; else empty."""
        return ()


class FewValues(Interval):
    """The range of a function of steps: the interval around the few values that it takes."""

    _only: tuple[float, ...] = ()

    @classmethod
    def of(cls, *only: float) -> FewValues:
        """These values, ascending."""
        made = cls(only[0], only[-1], True, True)
        made._only = only
        return made

    @property
    def only(self) -> tuple[float, ...]:
        """All values that f takes."""
        return self._only


Values = Mapping[str, Any]
"""Name of a parameter to its value."""


@dataclass(frozen=True)
class Activation:
    """One function with all that is said of it.

    Elementwise, `function(x, **values)` maps a float tensor of any shape to one of the same shape,
    is differentiable twice by autograd away from its kinks, and is deterministic. `random(x,
    generator, **values)` is what a layer computes in training where that differs. A vector
    function maps the last axis of x, from (..., n) to (..., m), and `broken(x, **values)` says
    which of the m entries have no derivative at a vector x, as a bool tensor (m,). A gated unit
    is `function(value, gate, **values)` with both in one shape. `settled` says by which second
    source a formula was decided that sources print in different ways or that was known from
    memory alone.
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
    broken: Callable[..., Tensor] | None = None
    torch: str | None = None
    keras: str | None = None
    jax: str | None = None
    aliases: tuple[str, ...] = ()
    note: Phrase | None = None
    settled: str = ""
    kind: str = "elementwise"

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """What a person can set, from the function's own signature."""
        return parameters_of(self.function)

    def checked(self, values: Values | None = None) -> dict[str, Any]:
        """All parameters, the given ones checked. Raises InputError."""
        if values and not self.parameters:
            raise InputError("{function} has no parameters, so {name} cannot be set.",
                             function=self.key, name=next(iter(values)))
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

    def smoothness(self, values: Values | None = None) -> float:
        """How often it can be differentiated with a continuous result; -1 where it jumps."""
        return min((kink.order - 1 for kink in self.kinks(values)), default=math.inf)

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
        made = Activation(
            key=key, name=name, title=title, family=family, formula=formula, year=year,
            paper=paper, function=function, find_kinks=kinks, find_range=range, **more,
        )
        if key in _catalogue or family not in FAMILIES or made.kind not in KINDS:
            raise ValueError(f"{key} is there twice, or its family or kind is unknown")
        _catalogue[key] = made
        _sorted.cache_clear()
        return function

    return declare


def register(made: Activation) -> None:
    """Takes a function in, or in the place of the one that has its key.

    The list is made anew and not changed, for others may be reading it on their threads.
    """
    global _catalogue  # noqa: PLW0603
    _catalogue = {**_catalogue, made.key: made}
    _sorted.cache_clear()


def forget(key: str) -> None:
    """Takes a function out; nothing happens where there is none of this key."""
    global _catalogue  # noqa: PLW0603
    _catalogue = {name: item for name, item in _catalogue.items() if name != key}
    _sorted.cache_clear()


def catalogue(kind: str | None = "elementwise") -> dict[str, Activation]:
    """Key to activation of one kind (None: of all), in the order of families and declarations.

    Loads no torch.
    """
    return dict(_sorted(kind))


@cache
def _sorted(kind: str | None) -> dict[str, Activation]:
    order = {family: place for place, family in enumerate(FAMILIES)}
    found = [item for item in _catalogue.values() if kind in (None, item.kind)]
    return {item.key: item for item in sorted(found, key=lambda item: order[item.family])}


def known(key: str) -> Activation | None:
    """The activation of this key, of whatever kind, if there is one; for lists that ask often."""
    return _catalogue.get(key)


def find(key: str, kind: str | None = "elementwise") -> Activation:
    """The activation of this key and kind (None: any).

    Raises InputError with the nearest keys for an unknown one, and for one of another kind.
    """
    if key in _catalogue:
        found = _catalogue[key]
        if kind not in (None, found.kind):
            raise InputError(_OTHER_KIND[found.kind].template, key=key)
        return found
    near = get_close_matches(key.lower().replace("-", "_"), _catalogue, n=3, cutoff=0.5)
    if near:
        raise InputError("There is no function {key}. Did you mean {near}?",
                         key=key, near=", ".join(near))
    raise InputError("There is no function {key}. The command functions lists all of them.",
                     key=key)


_OTHER_KIND = {
    "elementwise": phrase("{key} maps single numbers. Choose a function of vectors or a gated "
                          "unit here."),
    "vector": phrase("{key} maps whole vectors, so it has no curve and no place in a hidden layer. "
                     "Use evaluate or the Vectors page."),
    "gated": phrase("{key} is a gated unit of two inputs, so it has no curve and no place in a "
                    "hidden layer here. Use evaluate or the Vectors page."),
}
