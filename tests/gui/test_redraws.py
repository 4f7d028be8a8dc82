"""A plot survives many redraws.

PySide6 6.12.0 loses a reference to None with each call of a method that returns nothing, and ends
the process after some 700 redraws on Python 3.11; a short test in this process would not show it.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
CODE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
sys.path.insert(0, os.path.join("tests", "gui"))
from PySide6.QtWidgets import QApplication
application = QApplication([])
from gui.plot_curve import Curve
from gui.plot_view import PlotView
from sample_figures import functions

paints = 0
paint = Curve.paint
def counted(*arguments):
    global paints
    paints += 1
    paint(*arguments)
Curve.paint = counted

view = PlotView()
view.resize(300, 260)
view.show()
view.set_crosshair(True)
figures = [functions(("elu",), points=101, alpha=1 + step / 10, orders=(0,)) for step in range(10)]
for step in range(50):
    view.show_figure(figures[step % 10])
    application.processEvents()
before = sys.getrefcount(None), sys.getrefcount(True)
painted = paints
for step in range(2000):
    view.show_figure(figures[step % 10])
    application.processEvents()
assert paints - painted >= 2000, paints
print(sys.getrefcount(None) - before[0], sys.getrefcount(True) - before[1])
"""


def test_two_thousand_redraws_lose_no_reference():
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    for change in done.stdout.split():
        assert int(change) > -200
