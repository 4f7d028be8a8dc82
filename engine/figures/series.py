"""The keys of what a picture compares: a function, or a function at one point of a grid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

_AT = "@"


def series_key(function: str, variant: Iterable[tuple[str, Any]]) -> str:
    """relu, or relu@learning_rate=0.01 where the same function stands there more than once."""
    inner = ",".join(f"{name}={value}" for name, value in variant)
    return f"{function}{_AT}{inner}" if inner else function


def function_of(key: str) -> str:
    """The function in the key of a series, which gives its name and its look."""
    return key.split(_AT, 1)[0]
