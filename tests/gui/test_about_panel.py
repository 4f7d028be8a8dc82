"""The About tab computes in the background, and what is old is faded until it is replaced."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from engine.activations import Kink, find, registry
from engine.activations.verification import State
from engine.analysis.facts import Moments, Shape, VarianceMap
from engine.analysis.property_words import kink_words
from gui.about_panel import AboutPanel


@pytest.fixture
def panel(qtbot):
    panel = AboutPanel()
    qtbot.addWidget(panel)
    yield panel
    panel.close_work()


def values(panel, part=Shape):
    return {row.name: row.value for row in panel.facts[part].shown}


def show(qtbot, panel, key, **given):
    with qtbot.waitSignal(panel._runner.finished, timeout=30_000):
        panel.show_function(key, {key: find(key).checked(given)})


def test_nothing_is_computed_before_the_window_begins(qtbot, panel, monkeypatch):
    threads = []
    properties = panel._compute.__globals__["_findings"]

    def spied(*request):
        threads.append(threading.current_thread())
        yield from properties(*request)

    monkeypatch.setattr("gui.about_panel._findings", spied)
    panel.show_function("gelu", {"gelu": {}})
    assert not panel._runner.running
    assert set(values(panel).values()) == {"…"}
    with qtbot.waitSignal(panel._runner.finished, timeout=30_000):
        panel.begin()
    assert threads
    assert threading.main_thread() not in threads


def test_facts_of_gelu(qtbot, panel):
    panel.begin()
    show(qtbot, panel, "gelu")
    shape = values(panel)
    assert shape["Range"] == "[−0.1700, ∞)"
    assert shape["Minimum"] == "−0.1700 at x = −0.7518"
    assert shape["Largest |f′|"] == "1.1289 at x = 1.4142"
    assert shape["|f′| < 0.01"] == "x < −3.0674\nx near −0.7523"
    assert shape["Monotone"] == "no\nf(−4) > f(−0.75)\nf(−0.75) < f(4)"
    assert shape["Kinks"] == "none"
    assert shape["As x → ∞"] == "y = x"
    assert values(panel, Moments)["Forward gain"] == "1.5335"
    assert values(panel, VarianceMap)["Fixed points q"] == "q = 0, stable"
    assert not panel.facts[Shape].faded


def test_every_fact_says_how_sure_it_is(qtbot, panel):
    panel.begin()
    show(qtbot, panel, "selu")
    for part in (Shape, Moments, VarianceMap):
        for row in panel.facts[part].shown:
            meaning, sure = row.tip.split("\n")
            assert meaning.endswith(".")
            assert sure.split()[0] in ("Exact,", "Computed,", "Computed", "Searched", "Not")
    tips = {row.name: row.tip for row in panel.facts[Shape].shown}
    assert tips["Range"].endswith("Exact, from the declaration.")


def test_old_values_are_faded_until_the_new_ones_are_there(qtbot, panel):
    panel.begin()
    show(qtbot, panel, "elu", alpha=1.0)
    assert values(panel)["Range"] == "(−1, ∞)"
    for step in range(2, 6):
        panel.show_function("elu", {"elu": {"alpha": float(step)}})
        assert panel.facts[Shape].faded
    qtbot.waitUntil(lambda: not panel.facts[Shape].faded, timeout=30_000)
    assert values(panel)["Range"] == "(−5, ∞)"
    assert panel._asked[1] == {"alpha": 5.0}


def test_another_function_never_has_the_values_of_the_one_before(qtbot, panel):
    panel.begin()
    show(qtbot, panel, "relu")
    assert values(panel)["f′ = 0"] == "x < 0"
    panel.show_function("tanh", {"tanh": {}})
    assert set(values(panel).values()) == {"…"}
    qtbot.waitUntil(lambda: values(panel)["Range"] == "(−1, 1)", timeout=30_000)
    assert values(panel)["f′ = 0"] == "on no interval"


def test_coming_back_to_the_function_that_is_computed_shows_it(qtbot, panel):
    panel.begin()
    panel.show_function("relu", {"relu": {}})
    panel.show_function("tanh", {"tanh": {}})
    panel.show_function("relu", {"relu": {}})
    qtbot.waitUntil(lambda: values(panel)["Range"] == "[0, ∞)", timeout=30_000)
    qtbot.waitUntil(lambda: not panel._runner.running, timeout=30_000)
    assert values(panel)["Range"] == "[0, ∞)"
    assert not panel.facts[Shape].faded


def test_a_part_that_came_while_another_was_shown_is_computed_again(qtbot, panel):
    panel.begin()
    panel.show_function("relu", {"relu": {}})
    panel._shown = (find("tanh"), {})
    qtbot.waitUntil(lambda: not panel._runner.running, timeout=30_000)
    assert set(values(panel).values()) == {"…"}
    show(qtbot, panel, "relu")
    assert values(panel)["Range"] == "[0, ∞)"


def test_a_failed_computation_is_told(qtbot, panel, monkeypatch):
    told = []

    def failing(*request):
        raise RuntimeError("out of order")
        yield

    monkeypatch.setattr("gui.about_panel._findings", failing)
    monkeypatch.setattr("gui.about_panel.problems.show_problem",
                        lambda window, error: told.append(str(error)))
    panel.begin()
    with qtbot.waitSignal(panel._runner.failed):
        panel.show_function("relu", {"relu": {}})
    assert told == ["out of order"]
    assert values(panel) == {}


def test_no_function_hides_the_panel(qtbot, panel):
    panel.begin()
    show(qtbot, panel, "relu")
    panel.show_function("", {})
    assert not panel.widget().isVisibleTo(panel)


def test_a_kink_of_any_order_has_a_name():
    kinks = [Kink(float(order), order) for order in (0, 1, 2, 3)]
    names = [str(line).split(" breaks at ")[0] for line in kink_words(kinks, str)]
    assert names == ["f", "f′", "f″", "f‴"]
    assert [str(line).split(" breaks at ")[0] for line in
            kink_words(find("pdelu").kinks(), str)] == ["f⁽¹⁰⁾", "f″"]


@pytest.fixture
def other_relu():
    """The catalogue's ReLU is a little off while a test runs."""
    relu = find("relu")
    registry.register(replace(relu, function=lambda x: relu.function(x) + 1e-9))
    yield
    registry.register(relu)


def test_the_badge_says_what_this_machine_computes(qtbot, panel, other_relu):
    panel.begin()
    panel.show_function("relu", {"relu": {}})
    qtbot.waitUntil(lambda: panel.badge.state is State.CHANGED, timeout=30_000)
    qtbot.waitUntil(lambda: not panel._runner.running, timeout=30_000)


def test_every_line_of_a_value_is_seen_at_every_width(qtbot, panel):
    panel.resize(300, 1200)
    panel.show()
    panel.show_function("gelu", {"gelu": {}})
    for width in (260, 288, 240, 320, 272):
        panel.resize(width, 1200)
        qtbot.waitUntil(lambda: all(
            label.height() >= label.heightForWidth(label.width()) > 0
            for label in panel._names.findChildren(QLabel) if label.wordWrap()))
    tall = [label.height() for label in panel._names.findChildren(QLabel) if label.wordWrap()]
    assert max(tall) > min(tall)
