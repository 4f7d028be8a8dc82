"""How often the parts of a live page are drawn, so that the window stays smooth."""

from __future__ import annotations

import time

_SHARE = 120.0
"""Drawing one part takes at most this share of the time: one part in so many."""


class Pace:
    """Says when a part may be drawn again: `least` seconds after the last time, later where
    drawing took long."""

    def __init__(self, least: float) -> None:
        self._least = least
        self._next = 0.0
        self._begun = 0.0

    def due(self) -> bool:
        """Whether it may be drawn now."""
        return time.perf_counter() >= self._next

    def __enter__(self) -> None:
        self._begun = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        now = time.perf_counter()
        self._next = now + max(self._least, _SHARE * (now - self._begun))
