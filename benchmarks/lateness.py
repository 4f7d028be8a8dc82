"""How late a 5 ms timer of the GUI thread is while a race runs, and without one."""

from __future__ import annotations

import os
import time

import numpy as np

_SECONDS = 10.0
_INTERVAL_MS = 5


def rows() -> list[tuple[str, float, str | None]]:
    """p99 and the largest lateness in milliseconds, torch being loaded and the page drawing live.

    One run in the window's thread, then three functions in worker processes. Lateness is the gap
    since the last tick less 5 ms, cut at 0; two free cores are assumed. Without work it says what
    the machine itself does to a timer.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from engine.data.sources import opened_now
    from gui.application import make_application
    from gui.screens import shown_window
    from gui.waiting import wait_until

    make_application()
    opened_now("garments")
    with shown_window(1280, 800) as window:
        wait_until(lambda: len(window.pages) > 1 and not window.status.runner.running, 60)
        training = window.page_of("training")
        window.show_page("training")
        found = [("without training", _late())]
        for words, functions, where in (("in the window's thread", ("relu",), "window"),
                                        ("in two processes", ("relu", "gelu", "tanh"),
                                         "processes")):
            training.show_settings("garments", functions, {
                "epochs": 50, "seeds": (7,), "where": where, "workers": 2})
            training.run()
            wait_until(lambda: bool(training.runs and training.runs[0].epochs), 120)
            found.append((words, _late()))
            training.stop()
            wait_until(lambda: training.task() is None, 60)
    return [row for words, late in found for row in (
        (f"lateness of a 5 ms timer {words}, p99, ms", float(np.percentile(late, 99)),
         None if words == "without training" else "<= 5"),
        (f"lateness of a 5 ms timer {words}, largest, ms", max(late), None))]


def _late() -> list[float]:
    """The lateness of each tick over some seconds."""
    from PySide6.QtCore import Qt, QTimer

    from gui.waiting import let_live

    late: list[float] = []
    last = [time.perf_counter()]

    def tick() -> None:
        now = time.perf_counter()
        late.append(max(0.0, (now - last[0]) * 1000 - _INTERVAL_MS))
        last[0] = time.perf_counter()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(_INTERVAL_MS)
    let_live(_SECONDS)
    timer.stop()
    return late
