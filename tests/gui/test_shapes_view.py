"""The view of learned shapes: it follows a run, goes through its epochs, and draws sparingly."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSlider

from engine.figures import Figure, Table
from engine.texts import phrase
from engine.training.history import RunHistory
from engine.training.records import LayerShape, LearnedShapes
from gui.shapes_bar import PARAMETERS
from gui.shapes_view import ShapesView


def moment(epoch, weight, layers=2):
    return LearnedShapes("prelu", 7, epoch, tuple(
        LayerShape(phrase("Hidden layer {number}", number=number), "prelu", {"weight": weight})
        for number in range(1, layers + 1)))


def run_of(*weights, layers=2, status="finished"):
    run = RunHistory("prelu", 7, "cpu", None, status=status)
    for epoch, weight in enumerate(weights):
        run.add(moment(epoch, weight, layers))
    return run


@pytest.fixture
def view(qtbot):
    made = ShapesView()
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    yield made
    made.close_work()


def slope(view):
    """What the first plot shows at the left."""
    line = view.plot.figure.panels[0].lines[-1]
    return line.y[0] / line.x[0]


def test_a_run_is_shown_at_its_latest_epoch(view):
    view.show_run(run_of(0.25, 0.5, -1.0), epochs=15)
    assert slope(view) == -1.0
    assert view.slider.words() == "Epoch 2 of 15"
    assert [row[3:] for row in view.table.table.rows] == [(0.25, -1.0, -1.25)] * 2
    assert len(view.plot.figure.panels) == 2


def test_the_slider_goes_through_the_epochs_by_keyboard(view, qtbot):
    view.show_run(run_of(0.25, 0.5, -1.0), epochs=2)
    slider = view.findChild(QSlider)
    assert slider.accessibleName() == "Epoch"
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    assert (slope(view), view.slider.words()) == (0.5, "Epoch 1 of 2")
    assert slider.accessibleDescription() == "Epoch 1 of 2"
    assert view.table.table.rows[0][4] == 0.5
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert slope(view) == 0.25
    assert view.picture().panels[0].lines[-1].y[0] == pytest.approx(-5 * 0.25)


def test_it_moves_while_the_run_is_under_way(view, qtbot):
    run = run_of(0.25, status="running")
    view.show_run(run, epochs=3)
    run.add(moment(0.5, 0.4))
    view.show_run(run, epochs=3)
    assert slope(view) == 0.25  # not yet: at most five pictures a second
    qtbot.waitUntil(lambda: slope(view) == 0.4)
    assert view.slider.words() == "Epoch 0.5 of 3"
    run.add(moment(1, 0.6))
    view.show_run(run, epochs=3)
    qtbot.waitUntil(lambda: slope(view) == 0.6)
    qtbot.waitUntil(lambda: view.table.table.rows[0][4] == 0.6)


def test_an_earlier_epoch_stays_while_others_come(view, qtbot):
    run = run_of(0.25, 0.5, status="running")
    view.show_run(run, epochs=3)
    qtbot.keyClick(view.findChild(QSlider), Qt.Key.Key_Home)
    run.add(moment(1.5, 0.9))
    view.show_run(run, epochs=3)
    qtbot.wait(250)
    assert slope(view) == 0.25
    view.slider.follow()
    view.show_run(run, epochs=3)
    qtbot.waitUntil(lambda: slope(view) == 0.9)


def test_nothing_is_drawn_twice_or_unseen(view, qtbot, monkeypatch):
    drawn = []
    original = view.plot.show_figure
    monkeypatch.setattr(view.plot, "show_figure",
                        lambda *given, **more: (drawn.append(1), original(*given, **more)))
    run = run_of(0.25, 0.5)
    view.show_run(run)
    for _ in range(3):
        qtbot.wait(220)
        view.show_run(run)
    assert len(drawn) == 1
    view.hide()
    run.add(moment(2, 0.75))
    view.show_run(run)
    qtbot.wait(220)
    assert len(drawn) == 1
    view.show()
    assert (len(drawn), slope(view)) == (2, 0.75)


def test_it_plays_from_the_start_to_the_end(view, qtbot):
    view.show_run(run_of(0.25, 0.5, -1.0), epochs=2)
    view.slider.play_or_stop()
    assert view.slider.playing
    assert slope(view) == 0.25
    qtbot.waitUntil(lambda: not view.slider.playing)
    assert (slope(view), view.slider.epoch) == (-1.0, None)
    view.slider.play_or_stop()
    view.slider.play_or_stop()
    assert (view.slider.playing, slope(view)) == (False, 0.25)


def test_play_ends_in_the_epoch_under_way(view, qtbot):
    run = run_of(0.25, status="running")
    run.add(moment(0.5, 0.4))
    view.show_run(run, epochs=3)
    view.slider.play_or_stop()
    qtbot.waitUntil(lambda: not view.slider.playing)
    assert slope(view) == 0.4


def test_slopes_range_and_numbers_over_epochs(view):
    view.show_run(run_of(0.25, 0.5), epochs=1)
    view.bar.set_slopes(True)
    assert [line.dash for line in view.plot.figure.panels[0].lines] == \
        ["dotted", "dashed", "solid"]
    view.bar.set_range(-1, 2)
    assert (view.plot.figure.x.minimum, view.plot.figure.x.maximum) == (-1, 2)
    view.bar.show_what(PARAMETERS)
    np.testing.assert_array_equal(view.plot.figure.panels[0].lines[0].y, [0.25, 0.5])
    assert not view.slider.isVisible()
    assert view.picture().name == "parameters-prelu-seed7"


def test_wrong_ends_push_each_other_on(view):
    view.show_run(run_of(0.25, 0.5), epochs=1)
    view.bar.set_range(9, 10)
    assert (view.plot.figure.x.minimum, view.plot.figure.x.maximum) == (9, 10)


def test_many_layers_come_in_pages(view, qtbot):
    view.show_run(run_of(0.25, 0.5, layers=30), epochs=1)
    assert len(view.plot.figure.panels) == 24
    view.bar._on.click()
    assert [str(panel.title) for panel in view.plot.figure.panels][::5] == \
        ["Hidden layer 25", "Hidden layer 30"]
    assert view.bar._pages.text() == "Layers 25 to 30 of 30"
    assert not view.bar._on.isEnabled()
    view.show_run(run_of(0.25, 0.5), epochs=1)
    assert len(view.plot.figure.panels) == 2
    assert not view.bar._pages.isVisible()


def test_another_run_is_shown_whole(view):
    view.show_run(run_of(0.25, 0.5, 0.75), epochs=2)
    view.findChild(QSlider).setValue(0)
    view.show_run(run_of(0.1, 0.2), epochs=2)
    assert slope(view) == pytest.approx(0.2)


def test_without_learned_parameters_it_says_so(view):
    assert view.picture() is None
    view.show_run(RunHistory("relu", 7, "cpu", None))
    assert (view.currentIndex(), view.picture()) == (0, None)
    assert view._words.text() == "ReLU has no learned parameters: its curve stays as it is."
    view.show_run(run_of(0.25))
    assert view.currentIndex() == 1


def test_the_picture_is_that_of_the_part_with_the_keyboard(view, qtbot):
    view.show_run(run_of(0.25, 0.5), epochs=1, warning="Data: Garments")
    qtbot.waitUntil(view.isVisible)
    assert isinstance(view.picture(), Figure)
    assert view.picture().warning == "Data: Garments"
    view.activateWindow()
    view.table.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    assert isinstance(view.picture(), Table)
    assert view.shown is None
