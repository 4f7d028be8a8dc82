"""Running a generator of the engine on the command line, so that an interruption loses nothing."""

from __future__ import annotations

import signal
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from typing import Any


@contextmanager
def held_signals() -> Iterator[list[int]]:
    """Collects SIGINT and SIGTERM, so that nothing is interrupted while it computes or saves."""
    signals: list[int] = []
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda got, _frame: signals.append(got)) for number in numbers]
    try:
        yield signals
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def driven(steps: Generator[Any, None, Any], signals: list[int]) -> Generator[Any]:
    """The records of an engine generator.

    After a signal it is closed at its next step, so that it keeps what it has, and
    KeyboardInterrupt is raised.
    """
    with closing(steps):
        for record in steps:
            if record is not None:
                yield record
            if signals:
                raise KeyboardInterrupt
