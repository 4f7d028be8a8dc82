"""The keys of what a picture compares: a function, or a function at one point of a grid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_AT = "@"


def series_key(function: str, point: int, variant: Iterable[tuple[str, Any]]) -> str:
    """relu, or "relu@0 learning_rate=0.01" at point 0 of a grid, where it stands more than once."""
    inner = ", ".join(f"{name}={value}" for name, value in variant)
    return f"{function}{_AT}{point} {inner}" if inner else function


def function_of(key: str) -> str:
    """The function in the key of a series, which gives its name and its colour."""
    return key.split(_AT, 1)[0]


def point_of(key: str) -> int:
    """Which point of a grid a series stands at, from 0; that gives its dash."""
    number = key.partition(_AT)[2].split(" ", 1)[0]
    return int(number) if number.isdigit() else 0
