"""Pages that work on data which are neither 28 x 28 pixels nor ten classes."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel

from engine.data.images import ImageData
from engine.diagnostics.records import ScanDone
from gui.pages.training import TrainingPage
from gui.pages.vectors_states import TraceState
from gui.pages.vectors_trace import TraceTab
from gui.scan_steps import ScanOrder, scanning


@pytest.fixture
def colours(tmp_path):
    """An .npz of 4 x 6 colour pictures of three classes."""
    random = np.random.default_rng(8)
    labels = np.arange(60) % 3
    images = random.integers(0, 90, (60, 4, 6, 3), np.uint8)
    images[np.arange(60), :, :, labels] += 150
    path = tmp_path / "colours.npz"
    np.savez(path, images=images, labels=labels, classes=np.array(["red", "green", "blue"]))
    return str(path)


def test_a_fresh_network_is_scanned_on_pictures_of_any_shape(colours):
    records = [record for record in scanning(
        ScanOrder(colours, None, "relu", (7, 5), 3, 0.01)) if record is not None]
    data = next(record for record in records if isinstance(record, ImageData))
    done = next(record for record in records if isinstance(record, ScanDone))
    assert (data.shape, data.classes) == ((3, 4, 6), ("red", "green", "blue"))
    assert [layer.width for layer in done.layers] == [7, 5]


def test_a_colour_picture_is_traced_and_shown(qtbot, colours):
    tab = TraceTab()
    qtbot.addWidget(tab)
    qtbot.addWidget(tab.panel)
    qtbot.addWidget(tab.facts)
    tab.carry(TraceState(source=colours))
    tab.begin()
    qtbot.waitUntil(lambda: tab._trace is not None and not tab.runner.running)
    trace = tab._trace
    assert trace.shape == (3, 4, 6)
    assert trace.label in ("red", "green", "blue")
    assert len(trace.steps[-1].module) == 3
    assert tab.facts.rows.shown[0].value.startswith(("red, ", "green, ", "blue, "))
    colour = tab.facts._picture.pixmap().toImage().pixelColor(2, 2).getRgb()[:3]
    assert colour.index(max(colour)) == ("red", "green", "blue").index(trace.label)
    tab.close_work()


def test_parameters_are_counted_for_the_data_that_are_chosen(qtbot, colours):
    page = TrainingPage()
    for widget in (page, page.panel, page.bar):
        qtbot.addWidget(widget)
    page.panel.set_settings(replace(page.panel.settings(), hidden=(5,)))
    page.begin()
    choice = page.panel.data
    choice.show_data(colours)
    dialog = choice._dialog
    qtbot.waitUntil(lambda: not dialog.runner.running)
    dialog.use.click()
    weights = 4 * 6 * 3 * 5 + 5 + 5 * 3 + 3
    qtbot.waitUntil(lambda: any(f"{weights} " in label.text()
                                for label in page.panel.findChildren(QLabel)))
    page.close_work()
    choice.close_work()
