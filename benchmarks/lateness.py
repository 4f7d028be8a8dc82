"""How late a 5 ms timer of the GUI thread is while a training runs in the Runner."""

from __future__ import annotations

import os
import time

import numpy as np

_SECONDS = 10.0
_INTERVAL_MS = 5


def rows() -> list[tuple[str, float, str | None]]:
    """p99 and the largest lateness in milliseconds, torch being loaded and the page drawing live.

    Lateness is the gap since the last tick less 5 ms, cut at 0; two free cores are assumed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt, QTimer

    from engine.data.sources import opened_now
    from gui.application import make_application
    from gui.screens import shown_window
    from gui.waiting import let_live, wait_until

    make_application()
    opened_now("garments")
    with shown_window(1280, 800) as window:
        wait_until(lambda: len(window.pages) > 1 and not window.status.runner.running, 60)
        training = window.page_of("training")
        window.show_page("training")
        training.show_settings("garments", ("relu",), {"epochs": 50})
        training.run()
        wait_until(lambda: training.picture() is not None, 60)
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
    return [("lateness of a 5 ms timer while training, p99, ms", float(np.percentile(late, 99)),
             "<= 5"),
            ("lateness of a 5 ms timer while training, largest, ms", max(late), None)]
