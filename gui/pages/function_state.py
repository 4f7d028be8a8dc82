"""All that a person sets on the Function page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from gui import own_functions


@dataclass(frozen=True)
class FunctionState:
    """All that a person sets on this page; undo goes through a list of these."""

    functions: tuple[tuple[str, dict[str, Any]], ...] = ()
    selected: str = "gelu"
    low: float = -4.0
    high: float = 4.0
    points: int = 2001
    orders: tuple[int, ...] = (0, 1, 2)
    stacked: bool = True


def fitting(state: FunctionState) -> FunctionState:
    """The state without functions that are gone, and values that a function takes no more."""
    functions = own_functions.fitting(state.functions)
    keys = [key for key, _ in functions]
    selected = state.selected if state.selected in keys else (keys[0] if keys else "")
    return replace(state, functions=functions, selected=selected)


def differences(before: FunctionState, after: FunctionState) -> frozenset[tuple[str, str]]:
    """(key, parameter) or ("", field) of everything that differs between two states."""
    changed = frozenset(("", name) for name in ("low", "high", "points", "orders", "stacked")
                        if getattr(before, name) != getattr(after, name))
    old, new = dict(before.functions), dict(after.functions)
    if list(old) != list(new):
        return changed | {("", "functions"), ("", "order")}
    return changed | {(key, name) for key, values in new.items() for name in values
                      if values[name] != old[key].get(name)}
