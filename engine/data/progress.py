"""What a data set reports while it is opened, made or downloaded."""

from __future__ import annotations

import time
from dataclasses import dataclass

from engine.texts import Phrase

_INTERVAL_SECONDS = 0.05


@dataclass(frozen=True)
class DataProgress:
    """How far the work is: `fraction` from 0 to 1, and what is being done, in words."""

    fraction: float
    words: Phrase


class Pace:
    """Lets a report through at most every 50 ms."""

    def __init__(self) -> None:
        self._next = 0.0

    def due(self) -> bool:
        """Whether it is time for a report."""
        now = time.monotonic()
        if now < self._next:
            return False
        self._next = now + _INTERVAL_SECONDS
        return True
