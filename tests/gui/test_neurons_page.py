"""The Neurons page: exact counts of a fresh and of a trained network, through the window."""

import shutil
import threading
import time

import numpy as np
import pytest
import torch
from page_setting import heights_in_keyboard_order, write_idx_folder
from PySide6.QtWidgets import QFileDialog

from engine.data.sources import opened_now
from engine.diagnostics.settings import SCAN_PRESETS, ScanSettings
from engine.errors import StorageError
from engine.figures import Figure, Table
from engine.networks.building import build
from engine.networks.settings import NetworkSettings
from engine.storage.folders import data_folder
from engine.training.checkpoints import load
from engine.training.kept_runs import kept_runs
from engine.training.settings import TrainingSettings
from engine.training.trainer import train
from gui.pages.neurons import NeuronsPage

HIDDEN = (40, 30, 20)


@pytest.fixture
def folder(tmp_path):
    return write_idx_folder(tmp_path / "patterns")


@pytest.fixture
def page(qtbot, folder):
    page = NeuronsPage()
    qtbot.addWidget(page)
    qtbot.addWidget(page.left)
    qtbot.addWidget(page.bar)
    page.resize(900, 700)
    page.show()
    page.left.show()
    page.set_data(str(folder))
    page.begin()
    page.panel._network.set_values({"hidden": HIDDEN})
    yield page
    page.close_work()


@pytest.fixture
def run(folder):
    """A kept run of Leaky ReLU with one epoch."""
    settings = TrainingSettings(hidden=(24, 12), epochs=1, batch_size=50, device="cpu")
    place = data_folder() / "runs" / "2026-01-01 00-00-00-own"
    list(train((("leaky_relu", {}),), settings, opened_now(str(folder)), place))
    return place / "leaky_relu-seed7.safetensors"


def ready(page):
    return page.task() is None


def wait(qtbot, page):
    qtbot.waitUntil(lambda: ready(page), timeout=60_000)


def counts(network, images):
    """Dead and constant neurons of each layer, by the plain definition."""
    x = torch.from_numpy(images).float() / 127.5 - 1
    found = []
    with torch.no_grad():
        for linear, activation in network.hidden_layers():
            x = activation(linear(x))
            found.append((int((x == 0).all(0).sum()), int((x == x[0]).all(0).sum())))
    return found


def test_a_fresh_network_is_counted(qtbot, page, folder):
    page.panel.button.click()
    assert page.panel.button.text() == "Stop"
    wait(qtbot, page)
    expected = counts(build("relu", None, NetworkSettings(hidden=HIDDEN), 7),
                      opened_now(str(folder)).train_images)
    names = [column.name for column in page.table.table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in page.table.table.rows]
    assert [(row["dead"], row["constant"]) for row in rows] == expected
    dead = sum(count for count, _ in expected)
    assert dead > 0
    assert page.headline() == f"{dead} of {sum(HIDDEN)} neurons are dead"
    assert page._under.text() == "ReLU, untrained, seed 7, 600 training images"
    assert page.panel.button.text() == "Scan again"


def test_the_bars_count_each_neuron_once(qtbot, page):
    page.scan()
    wait(qtbot, page)
    figure = page.picture()
    assert isinstance(figure, Figure)
    assert "not FashionMNIST" in str(figure.warning)
    total = np.sum([segment.values for segment in figure.panels[0].bars.segments], axis=0)
    assert np.allclose(total, 100)
    assert page.plot.figure.name == "neurons"


def test_another_seed_and_threshold_are_scanned(qtbot, page):
    page.panel._network.set_values({"seed": 11})
    page.panel._scan.set_values({"threshold": 1.0})
    page.panel.function.setCurrentIndex(page.panel.function.findData("sigmoid"))
    page.scan()
    wait(qtbot, page)
    done = page._result.done
    assert done.threshold == 1.0
    assert all(layer.saturated.all() for layer in done.layers)
    assert page._under.text().startswith("Sigmoid, untrained, seed 11")


def test_a_kept_run_is_listed_and_scanned(qtbot, run, page, folder):
    qtbot.waitUntil(lambda: page.panel.source.findData(str(run)) >= 0)
    index = page.panel.source.findData(str(run))
    assert page.panel.source.itemText(index).startswith("Leaky ReLU, seed 7, 1 epoch")
    page.panel.source.setCurrentIndex(index)
    page.panel.source.activated.emit(index)
    assert not page.panel._fresh.isVisible()
    assert "24, 12" in page.panel._about.text()
    page.scan()
    wait(qtbot, page)
    expected = counts(load(run).network, opened_now(str(folder)).train_images)
    layers = page._result.done.layers
    assert [(int(la.dead.sum()), int(la.constant.sum())) for la in layers] == expected
    assert [layer.width for layer in layers] == [24, 12]
    assert "seed 7" in page._under.text()


def test_the_newest_run_is_scanned(qtbot, run, page):
    page.scan_newest()
    qtbot.waitUntil(lambda: page.picture() is not None and ready(page), timeout=60_000)
    assert page.panel.order().checkpoint == run
    assert page._result.subject.function == "leaky_relu"


def test_a_run_that_is_saved_later_appears(qtbot, page, run):
    page.refresh_runs(str(run))
    qtbot.waitUntil(lambda: page.panel.source.findData(str(run)) >= 0)
    assert page.panel.order().checkpoint is None


def test_a_checkpoint_from_elsewhere_is_opened(qtbot, run, page, tmp_path, monkeypatch):
    other = tmp_path / "elsewhere.safetensors"
    shutil.move(run, other)
    shutil.move(run.with_suffix(".json"), other.with_suffix(".json"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(other), ""))
    index = page.panel.source.findText("Open checkpoint…")
    page.panel.source.activated.emit(index)
    assert page.panel.order().checkpoint == other
    page.scan()
    wait(qtbot, page)
    assert page._result.subject.hidden == (24, 12)


def test_a_damaged_checkpoint_is_one_sentence(qtbot, run, page):
    run.write_bytes(run.read_bytes()[:-100])
    errors = []
    page.runner.failed.connect(errors.append)
    page.panel.choose(run)
    page.scan()
    wait(qtbot, page)
    assert isinstance(errors[0], StorageError)
    assert run.name in str(errors[0])
    assert page.empty.isVisible()
    assert page.panel.source.isEnabled()


def endless(order):
    from engine.diagnostics.records import ScanProgress

    while True:
        time.sleep(0.005)
        yield ScanProgress(0.25)


def test_stop_ends_the_scan_and_keeps_the_last_result(qtbot, page, monkeypatch):
    page.scan()
    wait(qtbot, page)
    before = page.headline()
    monkeypatch.setattr("gui.pages.neurons.scanning", endless)
    page.scan()
    qtbot.waitUntil(lambda: "25 %" in page.strip.words())
    assert not page.panel.source.isEnabled()
    assert page.task() == ("Scan", 0.25)
    page.panel.button.click()
    assert page.panel.button.text() == "Stopping…"
    assert page.strip.words().startswith("Stopping…")
    wait(qtbot, page)
    assert page.headline() == before
    assert page.panel.source.isEnabled()
    assert not page.strip.isVisible()


def test_closing_during_a_scan_leaves_no_thread(qtbot, page, monkeypatch):
    monkeypatch.setattr("gui.pages.neurons.scanning", endless)
    page.scan()
    page.close_work()
    assert not [thread for thread in threading.enumerate() if thread.name == "Runner"]


def test_a_selected_layer_is_read_off_in_the_status_bar(qtbot, page):
    page.scan()
    wait(qtbot, page)
    layers = page._result.done.layers
    assert page.status()[0] == ("Layer", "all")
    page.table.select_row(2)
    assert page.status() == (("Layer", "3"), ("Dead", f"{int(layers[2].dead.sum())} / 20"))
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    assert isinstance(page.picture(), Table)


def test_presets_set_the_layers(page):
    for index, preset in enumerate(SCAN_PRESETS):
        page.panel.preset.setCurrentIndex(index)
        page.panel.preset.activated.emit(index)
        order = page.panel.order()
        assert (order.hidden, order.function) == (preset.settings.hidden, preset.function)
    page.panel._network.control("hidden").edited.emit((5,))
    page.panel._network.set_values({"hidden": (5,)})
    page.panel._edited()
    assert page.panel.preset.currentText() == "Own layers"
    page.panel._reset.click()
    assert page.panel.order().hidden == SCAN_PRESETS[-1].settings.hidden


def test_the_first_network_is_the_article_s_big_one(qtbot):
    page = NeuronsPage()
    qtbot.addWidget(page)
    qtbot.addWidget(page.left)
    assert page.panel.order().hidden == ScanSettings().hidden
    assert page.panel.preset.currentText() == "Article, big network"
    page.close_work()


def test_without_runs_the_way_to_the_training_page_is_offered(qtbot, page):
    index = page.panel.source.findText("Train a network")
    with qtbot.waitSignal(page.training_wanted):
        page.panel.source.activated.emit(index)
    assert page.panel.order().checkpoint is None


def test_kept_runs_leave_out_what_cannot_be_read(run):
    broken = run.with_name("broken-seed1.safetensors")
    shutil.copy(run, broken)
    broken.with_suffix(".json").write_text("{", encoding="utf-8")
    *_, found = kept_runs(data_folder() / "runs")
    assert [kept.path for kept in found] == [run]
    (kept,) = found
    assert (kept.function, kept.seed, kept.hidden, kept.epochs) == ("leaky_relu", 7, (24, 12), 1)
    assert kept.status == "finished"


def test_tab_goes_down_the_panel(page):
    heights = heights_in_keyboard_order(page.left)
    assert len(heights) > 8
    assert heights == sorted(heights)
