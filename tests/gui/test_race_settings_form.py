"""The grid's dialog and box, and how often a live part is drawn."""

import pytest

from engine.training.race_settings import RaceSettings, read_grid
from engine.training.settings import TrainingSettings
from gui.pages import training_pace
from gui.pages.training_grid import GridBox, GridDialog
from gui.pages.training_pace import Pace
from gui.pages.training_race_form import RaceForm


@pytest.fixture
def dialog(qtbot):
    dialog = GridDialog((), TrainingSettings(), competitors=3, seeds=2)
    qtbot.addWidget(dialog)
    return dialog


def test_the_dialog_counts_the_runs_of_the_grid(dialog):
    assert dialog.grid() == (("learning_rate", (0.001, 0.01)),)
    assert dialog._sum.text() == "3 functions × 2 seeds × 2 points: 12 runs"
    dialog._add.click()
    dialog._axes[1].show_axis("hidden", ((64, 64), (128,)))
    assert dialog._sum.text() == "3 functions × 2 seeds × 4 points: 24 runs"
    assert dialog.grid()[1] == ("hidden", ((64, 64), (128,)))


@pytest.mark.parametrize(("text", "words"), [
    ("fast", "must be a number"), ("", "Learning rate has no value."),
    ("0.1, 0.1", "Learning rate has a value twice."),
])
def test_a_wrong_value_is_said_and_cannot_be_used(dialog, text, words):
    dialog._axes[0].field.setText(text)
    assert words in dialog._wrong.text()
    assert not dialog._use.isEnabled()


def test_a_setting_stands_in_a_grid_once(dialog):
    dialog._add.click()
    dialog._axes[1].show_axis("learning_rate", (1.0,))
    assert dialog._wrong.text() == "Learning rate stands in the grid twice."
    dialog._axes[1].removed.emit()
    assert dialog._wrong.text() == ""


def test_the_box_tells_a_grid_that_a_person_chose(qtbot, dialog):
    box = GridBox()
    qtbot.addWidget(box)
    told = []
    box.changed.connect(lambda: told.append(box.grid))
    dialog.chosen.connect(box.take)
    dialog.accept()
    assert told == [(("learning_rate", (0.001, 0.01)),)]
    assert box.currentText() == "2 points"
    dialog._use_none()
    assert box.currentText() == "None"


def test_the_form_carries_all_of_a_race(qtbot):
    form = RaceForm()
    qtbot.addWidget(form)
    settings = RaceSettings((1, 2), "momentum=0.8,0.9", "processes", 3)
    form.set_settings(settings)
    assert form.settings() == settings
    assert form.grid.grid == read_grid("momentum=0.8,0.9")
    assert not form.control("workers").isHidden()


def test_a_part_that_takes_long_to_draw_is_drawn_less_often(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(training_pace.time, "perf_counter", lambda: now[0])
    pace = Pace(0.4)
    assert pace.due()
    with pace:
        now[0] += 0.001
    now[0] += 0.39
    assert not pace.due()
    now[0] += 0.02
    assert pace.due()
    with pace:
        now[0] += 0.02
    now[0] += 2.0
    assert not pace.due()
    now[0] += 0.5
    assert pace.due()
