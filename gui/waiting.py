"""Waiting for the window from code that drives it: the self-test and the pictures of the pages."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, QTimer

_LOOK_MS = 20


def wait_until(reached: Callable[[], bool], seconds: float) -> bool:
    """Lets the window live until the condition holds; False where it did not in time."""
    if reached():
        return True
    loop, look, limit = QEventLoop(), QTimer(), QTimer()
    limit.setSingleShot(True)
    with _interrupts() as interrupted:
        def end_if_reached() -> None:
            if interrupted or reached():
                loop.quit()

        look.timeout.connect(end_if_reached)
        limit.timeout.connect(loop.quit)
        look.start(_LOOK_MS)
        limit.start(round(seconds * 1000))
        loop.exec()
        look.stop()
        limit.stop()
    if interrupted:
        raise KeyboardInterrupt
    return reached()


@contextmanager
def _interrupts() -> Iterator[list[int]]:
    """Collects Ctrl-C meanwhile: raised within a slot it would be printed and forgotten."""
    caught: list[int] = []
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, lambda number, frame: caught.append(number))
              for number in numbers]
    try:
        yield caught
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def let_live(seconds: float) -> None:
    """Lets the window paint and settle for a while."""
    wait_until(lambda: False, seconds)
