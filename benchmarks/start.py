"""First paint and first curves of the window, against a start that imports torch first.

Such a start takes until its first curves are seen: before, it is of no use.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from statistics import median

_ROUNDS = 6
_PROGRAM = """
import sys, time
begun = time.perf_counter()
if {torch_first}:
    import torch
from gui.app import Session
from gui.application import make_application
app = make_application()
session = Session(app)
window = session.window
page = window.page_of("function")
seen = {{}}

def painted():
    seen["paint"] = time.perf_counter() - begun

def finished():
    if "curves" not in seen:
        window.repaint()
        seen["curves"] = time.perf_counter() - begun
        app.quit()

window.first_painted.connect(painted)
page.runner.finished.connect(finished)
window.show()
app.exec()
window.close_work()
print(seen["paint"], seen["curves"])
"""


def rows() -> list[tuple[str, float, str | None]]:
    """Medians of interleaved starts in fresh processes; torch is first in the baseline."""
    late, early = [], []
    for _ in range(_ROUNDS):
        late.append(_start(torch_first=False))
        early.append(_start(torch_first=True))
    paint, curves = (median(times) for times in zip(*late, strict=True))
    early_paint, whole = (median(times) for times in zip(*early, strict=True))
    return [
        ("first paint / a start that imports torch first", paint / whole, "<= 0.35"),
        ("first curves / a start that imports torch first", curves / whole, "<= 1.1"),
        ("first paint / the first paint alone of such a start", paint / early_paint, None),
        ("first curves / the first paint alone of such a start", curves / early_paint, None),
    ]


def _start(torch_first: bool) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"ACTIVATION_LAB_HOME": home}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM.format(torch_first=torch_first)],
            env=environment, check=True, capture_output=True, text=True)
    paint, curves = done.stdout.split()
    return float(paint), float(curves)
