"""Modules that take a second to load, loaded when they are first used.

The catalogue must be readable before torch is loaded: the window shows it while torch loads.
"""

from __future__ import annotations

import importlib
from typing import Any


class LateModule:
    """Stands for a module and imports it at the first use of one of its names."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        value = getattr(importlib.import_module(self._name), attribute)
        setattr(self, attribute, value)
        return value


torch = LateModule("torch")
