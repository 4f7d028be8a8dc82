"""The Function page computes through the Runner, and what is set is what is drawn."""

import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.pages.function import FunctionPage

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def page(qtbot):
    page = FunctionPage()
    for part in (page, page.left, page.right, page.bar):
        qtbot.addWidget(part)
    with qtbot.waitSignal(page.runner.finished, timeout=30_000):
        page.begin()
    yield page
    page.close_work()


def lines(page):
    return {line.name: line for panel in page.picture().panels for line in panel.lines}


def test_opens_with_four_functions_and_three_orders(page):
    figure = page.picture()
    assert [panel.order for panel in figure.panels] == [0, 1, 2]
    assert [line.key for line in figure.panels[0].lines] == ["gelu", "silu", "relu", "elu"]
    assert (figure.x.minimum, figure.x.maximum) == (-4, 4)
    assert len(figure.panels[0].lines[0].x) == 2001


def test_a_parameter_moves_the_curve(qtbot, page):
    with qtbot.waitSignal(page.runner.finished):
        page.panel._forms["elu"].set_values({"alpha": 3.0})
        page.panel._forms["elu"].changed.emit({"alpha": 3.0})
    elu = lines(page)["elu"]
    negative = elu.x < 0
    np.testing.assert_allclose(elu.y[negative], 3 * np.expm1(elu.x[negative]), atol=1e-12)


def test_curves_are_computed_off_the_gui_thread(qtbot, page, monkeypatch):
    threads = []

    def spied(functions, low, high, points, known):
        threads.append(threading.current_thread())
        yield from ()

    monkeypatch.setattr("gui.pages.function.curves", spied)
    with qtbot.waitSignal(page.runner.finished):
        page.set_state(replace(page.state, low=-2.0))
    assert threads
    assert threading.main_thread() not in threads


def test_range_and_points_are_taken_over(qtbot, page):
    with qtbot.waitSignal(page.runner.finished):
        page.set_state(replace(page.state, low=-1.0, high=2.0, points=31))
    line = page.picture().panels[0].lines[0]
    np.testing.assert_array_equal(line.x, np.linspace(-1, 2, 31))


def test_hidden_orders_and_curves_are_not_exported(qtbot, page):
    with qtbot.waitSignal(page.runner.finished):
        page.set_state(replace(page.state, orders=(0, 2)))
    page._key_toggled("silu", False)
    figure = page.picture()
    assert [panel.order for panel in figure.panels] == [0, 2]
    assert "silu" not in [line.key for line in figure.panels[0].lines]
    page._key_toggled("silu", True)
    assert "silu" in [line.key for line in page.picture().panels[0].lines]


def test_undo_and_redo_take_back_one_change_each(qtbot, page):
    before = page.state
    page.set_state(replace(before, high=6.0))
    page.set_state(replace(page.state, orders=(0,)))
    assert page.can_undo() == (True, False)
    page.undo()
    assert (page.state.high, page.state.orders) == (6.0, (0, 1, 2))
    page.undo()
    assert page.state == before
    assert page.can_undo() == (False, True)
    page.redo()
    page.redo()
    assert (page.state.high, page.state.orders) == (6.0, (0,))


def test_many_steps_of_one_parameter_are_one_undo(page):
    before = page.state
    for alpha in (1.1, 1.2, 1.3):
        page.panel._forms["elu"].changed.emit({"alpha": alpha})
    page.undo()
    assert page.state == before


def test_a_wrong_range_is_refused_with_a_sentence(qtbot, page):
    with qtbot.waitSignal(page.message) as blocker:
        page.controls._low.setValue(9.0)
    assert "less than" in blocker.args[1]
    assert page.state.low == -4.0


def test_no_function_leaves_an_empty_page_that_recovers(qtbot, page):
    page.panel.picker._clear()
    qtbot.waitUntil(lambda: not page.runner.running)
    assert page.picture() is None
    page.panel.set_functions(["tanh"])
    with qtbot.waitSignal(page.runner.finished):
        page._functions_changed()
    assert list(lines(page)) == ["tanh", "tanh d1", "tanh d2"]


def test_about_says_the_formula_and_the_names(qtbot, page):
    page.select("relu")

    def words():
        return [label.text() for label in page.about.findChildren(type(page.about._name))]

    qtbot.waitUntil(lambda: "[0, ∞)" in words())
    texts = words()
    assert "torch.nn.ReLU" in [text.replace("\N{ZERO WIDTH SPACE}", "") for text in texts]
    assert any("breaks at 0" in text for text in texts)


def test_window_shows_before_torch_is_loaded():
    code = """
import sys
from gui.application import make_application
app = make_application()
from gui.window import MainWindow
window = MainWindow()
window.show()
window.grab()
assert "torch" not in sys.modules, "torch is loaded before the first paint"
window.close_work()
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_refused_values_go_back_to_those_that_are_drawn(qtbot, page):
    page.panel.set_functions(["hardtanh"])
    page._functions_changed()
    form = page.panel._forms["hardtanh"]
    form.control("min_val").field.setValue(5.0)
    assert form.values() == {"min_val": -1.0, "max_val": 1.0}
    page.controls._low.setValue(9.0)
    assert page.controls._low.value() == page.state.low


@pytest.mark.parametrize("before", [1.0, 2.0])
def test_a_parameter_that_goes_back_says_why_above_the_plot(qtbot, page, before):
    page.set_state(replace(page.state, functions=(("elu", {"alpha": before}),), selected="elu"))
    said = []
    page.message.connect(lambda kind, sentence: said.append((kind, sentence)))
    field = page.panel._forms["elu"].control("alpha").field
    field.selectAll()
    QTest.keyClicks(field, "11")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == before
    assert said[-1] == ("warning", "alpha must be between 0 and 10, got 11.")
    field.selectAll()
    QTest.keyClicks(field, "9")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said[-1][1] == "" and dict(page.state.functions)["elu"] == {"alpha": 9.0}
    qtbot.waitUntil(lambda: not page.runner.running)


def test_an_end_of_x_is_judged_when_it_is_typed(qtbot, page):
    said = []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    page.set_state(replace(page.state, low=2.0, high=10.0))
    said.clear()
    field = page.controls._high
    for text, high in (("15", 15.0), ("1", 15.0), ("1e9", 15.0), ("16", 16.0)):
        before = page.state.high
        said.clear()
        field.selectAll()
        QTest.keyClicks(field, text)
        assert not any(said) and page.state.high == before
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert page.state.high == field.value() == high
        assert bool(said and said[-1]) == (text in ("1", "1e9"))
    assert page.controls._points.value() == page.state.points
    qtbot.waitUntil(lambda: not page.runner.running)


def test_a_warning_goes_when_all_is_right_again(qtbot, page):
    said = []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    page.controls._low.setValue(9.0)
    page.controls._low.setValue(-3.0)
    assert said[0] != ""
    assert said[-1] == ""
    qtbot.waitUntil(lambda: not page.runner.running)
