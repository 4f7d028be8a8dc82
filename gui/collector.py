"""Python's cycle collector, kept on the GUI thread.

Python collects on whichever thread happens to allocate. A worker that frees a cycle with a
graphics item in it destroys that item while the GUI thread paints it, and the program crashes.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_INTERVAL_MS = 250


class Collector(QObject):
    """Turns automatic collection off and looks after it from the event loop instead."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_INTERVAL_MS)
        timer.timeout.connect(self._look)
        timer.start()

    def _look(self) -> None:
        """Collects the oldest generation whose threshold is passed, as Python itself would."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return


def settle() -> None:
    """Sets what is loaded now (torch, half a million objects) apart, so that no look is slow."""
    gc.freeze()


def install(app: QObject) -> None:
    """Keeps collection on the thread of this application; once is enough."""
    if app.findChild(Collector) is None:
        Collector(app)
