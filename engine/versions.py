"""The versions that a result depends on, for the head of every export."""

from __future__ import annotations

import platform
from functools import cache

from engine import VERSION


@cache
def versions() -> tuple[tuple[str, str], ...]:
    """(name, version) of the program, Python, torch and numpy; loads none of them."""
    from importlib.metadata import version

    return (("Activation Lab", VERSION), ("Python", platform.python_version()),
            ("torch", version("torch")), ("numpy", version("numpy")))
