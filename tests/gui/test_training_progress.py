"""What the strip of the Training page says of a race that is stopped and goes on."""

from types import SimpleNamespace

import pytest

from engine.training.race_pace import RaceProgress
from gui.pages.training_progress import TrainingProgress
from gui.progress_strip import ProgressStrip

NOTHING_DONE = SimpleNamespace(entries=(), plan=SimpleNamespace(count=2))


@pytest.fixture
def progress(qtbot):
    strip = ProgressStrip()
    qtbot.addWidget(strip)
    made = TrainingProgress(strip)
    made.strip = strip
    return made


def at(fraction, seconds):
    return RaceProgress(0, 1, 1, fraction, seconds, 5.0)


def test_what_is_given_up_does_not_count_as_done(progress):
    progress.begin()
    progress.take(at(0.25, 3.0))
    progress.show_stopping(NOTHING_DONE)
    progress.take(at(1.0, 3.0))
    assert progress.fraction == 0.25
    assert "25 %" in progress.strip.words()


def test_a_race_that_went_on_took_the_time_of_all_its_parts(progress):
    for goes_on, words in ((False, "took 10 s"), (True, "took 17 s"), (False, "took 7 s")):
        progress.begin(goes_on=goes_on)
        progress.take(at(0.5, 10.0 if words == "took 10 s" else 7.0))
        progress.show_end(NOTHING_DONE)
        assert words in progress.strip.words()
