"""The Training page: a real training of a small network, from the form to the table."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from page_setting import heights_in_keyboard_order, write_idx_folder
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from engine.data.sources import opened_now
from engine.errors import DataError, DownloadError
from engine.figures import Figure, Table
from engine.storage.folders import data_folder
from engine.training.checkpoints import load
from engine.training.records import EpochDone, JobRecord
from engine.training.settings import PRESETS, TrainingSettings
from engine.training.trainer import train
from gui import download_dialog
from gui.download_dialog import DownloadDialog
from gui.durations import in_words
from gui.pages.training import TrainingPage
from gui.pages.training_layers import LayersDialog
from gui.plot_data import Span
from gui.table_menu import TableMenu

SMALL = {"hidden": (16,), "epochs": 2, "batch_size": 50, "learning_rate": 0.05, "device": "cpu",
         "seeds": (7,), "where": "window"}
LONG = SMALL | {"epochs": 10_000}


@pytest.fixture
def folder(tmp_path):
    return write_idx_folder(tmp_path / "patterns")


@pytest.fixture
def page(qtbot):
    page = TrainingPage()
    qtbot.addWidget(page)
    qtbot.addWidget(page.left)
    qtbot.addWidget(page.bar)
    page.resize(900, 700)
    page.show()
    page.left.show()
    page.begin()
    yield page
    page.close_work()


def ready(page):
    return page.task() is None


def trained(qtbot, page, folder, functions=("relu",), values=SMALL):
    page.show_settings(str(folder), functions, values)
    page.run()
    qtbot.waitUntil(lambda: ready(page), timeout=60_000)


def rows(page):
    names = [column.name for column in page.table.table.columns]
    return [dict(zip(names, row, strict=True)) for row in page.table.table.rows]


def test_a_training_fills_the_table_and_keeps_its_runs(qtbot, page, folder):
    saved = []
    page.checkpoint_saved.connect(saved.append)
    trained(qtbot, page, folder, ("relu", "tanh"))
    settings = replace(TrainingSettings(), **{name: value for name, value in SMALL.items()
                                              if name not in ("seeds", "where")})
    records = list(train((("relu", {}), ("tanh", {})), settings, opened_now(str(folder))))
    expected = {r.function: r for r in records if isinstance(r, EpochDone)}
    assert {row["function"]: row["accuracy_mean"] for row in rows(page)} == {
        key: record.test_accuracy for key, record in expected.items()}
    assert expected["relu"].test_accuracy > 0.9
    paths = sorted((data_folder() / "runs").glob("*-own/*.safetensors"))
    assert [path.name for path in paths] == ["relu-seed7.safetensors", "tanh-seed7.safetensors"]
    assert sorted(saved) == [str(path) for path in paths]
    assert load(paths[0]).record.epochs[-1].test_accuracy == expected["relu"].test_accuracy


def test_the_curves_say_that_the_data_are_not_fashion_mnist(qtbot, page, folder):
    trained(qtbot, page, folder)
    figure = page.picture()
    assert isinstance(figure, Figure)
    assert "not FashionMNIST" in str(figure.warning)
    assert page.plot.figure.warning == figure.warning
    loss, accuracy = (panel.lines[-1] for panel in figure.panels)
    assert len(loss.y) == len(accuracy.y) == SMALL["epochs"]
    assert accuracy.y[-1] == 100 * page.runs[0].epochs[-1].test_accuracy


def test_test_training_and_both_change_the_curves(qtbot, page, folder):
    trained(qtbot, page, folder)
    shown = {}
    for which in ("test", "training", "both"):
        page.controls._which.set_key(which)
        page.controls.which_chosen.emit(which)
        shown[which] = [line.name for line in page.plot.figure.panels[1].lines]
    assert shown["test"] != shown["training"]
    assert set(shown["both"]) == {*shown["test"], *shown["training"]}


def test_stop_keeps_the_partial_run(qtbot, page, folder):
    page.show_settings(str(folder), ("relu", "tanh"), LONG)
    page.run()
    qtbot.waitUntil(lambda: bool(page.runs and page.runs[0].epochs), timeout=60_000)
    page.stop()
    assert page.strip.words().startswith("Stopping…")
    assert not page.controls.stop.isEnabled()
    qtbot.waitUntil(lambda: ready(page), timeout=60_000)
    done = len(page.runs[0].epochs)
    assert page.runs[0].status == "stopped"
    record = load(page.runs[0].checkpoint).record
    assert (record.status, len(record.epochs)) == ("stopped", done)
    assert page.strip.words().startswith("Stopped, 0 of 2 runs done")


def test_pause_holds_and_resume_goes_on(qtbot, page, folder):
    page.show_settings(str(folder), ("relu",), LONG)
    page.run()
    qtbot.waitUntil(lambda: bool(page.runs and page.runs[0].epochs), timeout=60_000)
    page.pause_or_resume()
    assert page.controls.pause.text() == "Resume"
    qtbot.wait(100)
    held = len(page.runs[0].epochs)
    qtbot.wait(200)
    assert len(page.runs[0].epochs) == held
    assert "paused" in page.strip.words()
    page.pause_or_resume()
    qtbot.waitUntil(lambda: len(page.runs[0].epochs) > held, timeout=60_000)
    assert page.controls.pause.text() == "Pause"


def test_everything_is_locked_while_it_runs(qtbot, page, folder):
    panel = page.panel
    page.show_settings(str(folder), ("relu",), LONG)
    page.run()
    locked = (panel.preset, panel.data, panel.functions_button,
              panel._network.control("hidden"), panel._training.control("epochs"), panel._reset)
    assert not any(widget.isEnabled() for widget in locked)
    assert panel._locked.isVisible()
    assert not page.controls.run.isEnabled()
    page.stop()
    qtbot.waitUntil(lambda: ready(page), timeout=60_000)
    assert all(widget.isEnabled() for widget in locked)
    assert page.controls.run.isEnabled()
    assert not page.controls.stop.isEnabled()


def test_a_diverged_run_says_where_and_has_no_accuracy(qtbot, page, folder):
    trained(qtbot, page, folder, ("identity",), SMALL | {"learning_rate": 1e6})
    (row,) = rows(page)
    assert str(row["against"]) == "the run diverged"
    assert row["accuracy_mean"] is None
    assert page.status() == ()
    assert load(page.runs[0].checkpoint).record.status == "diverged"


def test_the_strip_says_what_runs_and_how_far_it_is(qtbot, page, folder):
    page.show_settings(str(folder), ("silu", "relu"), LONG)
    page.run()
    qtbot.waitUntil(lambda: page.strip.words().startswith(
        ("SiLU, seed 7: epoch", "ReLU, seed 7: epoch")), timeout=60_000)  # the longest first
    qtbot.waitUntil(lambda: "left" in page.strip.words(), timeout=60_000)
    assert "of 10,000" in page.strip.words() or "of 10000" in page.strip.words()
    assert "0 of 2 runs done" in page.strip.words()
    words, fraction = page.task()
    assert words == "Training"
    assert 0 <= fraction < 0.5


def test_closing_during_a_run_leaves_no_thread_and_keeps_the_run(qtbot, page, folder):
    page.show_settings(str(folder), ("relu",), LONG)
    page.run()
    qtbot.waitUntil(lambda: bool(page.runs and page.runs[0].steps), timeout=60_000)
    path = page.runs[0].checkpoint
    page.close_work()
    assert not [thread for thread in threading.enumerate() if thread.name == "Runner"]
    assert load(path).record.status == "stopped"


def test_damaged_data_are_one_sentence_and_the_form_is_free_again(qtbot, page, folder):
    (folder / "t10k-labels-idx1-ubyte").write_bytes(b"\0\0\x08\1")
    errors = []
    page.runner.failed.connect(errors.append)
    trained(qtbot, page, folder)
    assert isinstance(errors[0], DataError)
    assert "t10k-labels-idx1-ubyte" in str(errors[0])
    assert page.picture() is None
    assert page.empty.isVisible()
    assert page.panel.preset.isEnabled()


def test_a_preset_sets_everything_and_a_change_makes_it_own(qtbot, page):
    panel = page.panel
    for index, preset in enumerate(PRESETS):
        panel.preset.setCurrentIndex(index)
        panel.preset.activated.emit(index)
        assert panel.settings() == preset.settings
        assert tuple(key for key, _ in panel.functions()) == preset.functions
        assert panel.preset_key() == preset.key
    page.show_settings("garments", ("relu", "gelu"), {"momentum": 0.5})
    assert panel.preset.currentText() == "Own settings"
    panel.reset()
    assert panel.preset_key() == PRESETS[-1].key
    assert panel.preset.findText("Own settings") < 0


def test_where_it_runs_is_no_part_of_a_preset(page):
    page.panel.set_settings(replace(PRESETS[0].settings, device="cpu"))
    assert page.panel.preset_key() == PRESETS[0].key


def test_without_a_function_nothing_runs(page):
    said = []
    page.message.connect(lambda kind, sentence: said.append((kind, sentence)))
    page.show_settings("garments", (), {})
    page.run()
    assert ready(page)
    assert said == [("warning", "No function is chosen. Choose at least one.")]


def test_a_wrong_text_in_the_form_is_not_passed_over(page):
    said = []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    field = page.panel._network.control("hidden")
    field = getattr(field, "field", field)
    field.setFocus()
    field.selectAll()
    field.insert("256, x")
    page.run()
    assert ready(page)
    assert len(said) == 1
    assert "x" in said[0]


def test_the_network_is_counted_and_its_layers_are_shown(qtbot, page):
    qtbot.waitUntil(lambda: page.panel._network._count.text().startswith("283,914"), timeout=60_000)
    page.panel._network._layers.click()
    found = []
    qtbot.waitUntil(lambda: bool(found.extend(page.window().findChildren(LayersDialog)) or found),
                    timeout=60_000)
    assert found[0]._table.rows[-1][-1] == 283_914
    found[0].close()


def test_the_first_run_starts_from_the_empty_page(qtbot, page, folder):
    assert page.empty.isVisible()
    page.show_settings(str(folder), ("relu",), SMALL)
    page.empty.button.click()
    assert not ready(page)
    qtbot.waitUntil(lambda: ready(page), timeout=60_000)
    assert not page.empty.isVisible()
    assert page.table.isVisible()


def test_a_row_and_its_curve_are_selected_together(qtbot, page, folder):
    trained(qtbot, page, folder, ("relu", "tanh"))
    page.table.select_row(0)
    first = str(page.table.selected_row()[0])
    assert page.plot.shown.selected == first
    page.table.select_row(1)
    assert page.plot.shown.selected == str(page.table.selected_row()[0]) != first
    page.plot.key_selected.emit(first)
    assert page.table.selected_row()[0] == first
    run = next(run for run in page.runs if run.function == first)
    assert page.status() == (("Epoch", "2"), ("Accuracy", f"{100 * run.last.test_accuracy:.2f} %"))


def test_with_the_keyboard_in_the_table_it_is_the_table_that_is_exported(qtbot, page, folder):
    trained(qtbot, page, folder)
    page.activateWindow()
    page.table.setFocus()
    qtbot.waitUntil(page.table.hasFocus)
    assert isinstance(page.picture(), Table)
    page.plot.setFocus()
    assert isinstance(page.picture(), Figure)


def test_the_table_can_be_copied_from_its_menu(qtbot, page, folder):
    trained(qtbot, page, folder)
    copy, *_ = page.table.findChild(TableMenu).menu().actions()
    copy.trigger()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert any(line.startswith("# data") for line in lines)
    header, row = (line for line in lines if not line.startswith("#"))
    accuracy = row.split(",")[header.split(",").index("accuracy_mean")]
    assert float(accuracy) == page.runs[0].last.test_accuracy


@pytest.mark.parametrize(("seconds", "words"), [
    (0, "0 s"), (43.4, "43 s"), (59.6, "1 min 0 s"), (125, "2 min 5 s"), (4320, "1 h 12 min")])
def test_spans_of_time_are_in_their_two_largest_units(seconds, words):
    assert in_words(seconds) == words


def test_functions_are_chosen_in_a_frame_under_the_button(qtbot, page):
    button = page.panel.functions_button
    assert button.currentText() == "ReLU"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    frame = button.frame
    assert frame.isVisible()
    button.panel.picker._toggle("gelu", True)
    assert button.currentText() == "2 functions"
    assert page.panel.preset.currentText() == "Own settings"
    qtbot.keyClick(frame, Qt.Key.Key_Escape)
    assert not frame.isVisible()


def choose(page, words):
    index = page.panel.data.findText(words)
    assert index >= 0
    page.panel.data.setCurrentIndex(index)
    page.panel.data.activated.emit(index)


def take_what_is_shown(qtbot, page):
    """Waits until the data that were chosen are read, and takes them."""
    dialog = page.panel.data._dialog
    qtbot.waitUntil(lambda: not dialog.runner.running)
    dialog.use.click()


def test_a_folder_of_data_can_be_chosen(qtbot, page, folder, monkeypatch):
    told = []
    page.data_changed.connect(told.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    choose(page, "Choose folder…")
    take_what_is_shown(qtbot, page)
    assert told == [str(folder)]
    assert page.panel.data.source() == str(folder)
    assert page.panel.data.currentText() == "patterns"


def test_a_cancelled_choice_changes_nothing(page, monkeypatch):
    before = page.panel.data.source()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    choose(page, "Choose folder…")
    assert page.panel.data.source() == before == page.panel.data.currentData()


@pytest.fixture
def nothing_found(monkeypatch):
    monkeypatch.delenv("ACTIVATION_LAB_DATA", raising=False)


def test_a_download_that_fails_says_why_and_offers_a_folder(
        qtbot, nothing_found, page, folder, monkeypatch):
    def failing():
        yield None
        raise DownloadError("{file} could not be downloaded.", file="train-images")

    monkeypatch.setattr(download_dialog, "_downloading", failing)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    choose(page, "Download FashionMNIST…")
    dialog = page.panel.data._dialog
    qtbot.waitUntil(dialog._folder.isVisible)
    assert dialog._words.text() == "train-images could not be downloaded."
    assert page.panel.data.source() == "garments"
    dialog._folder.click()
    take_what_is_shown(qtbot, page)
    assert page.panel.data.source() == str(folder)


def test_a_download_that_arrives_is_taken(qtbot, nothing_found, page, monkeypatch):
    def arriving():
        yield None
        write_idx_folder(data_folder() / "fashion-mnist", training=10, test=10)

    monkeypatch.setattr(download_dialog, "_downloading", arriving)
    choose(page, "Download FashionMNIST…")
    qtbot.waitUntil(lambda: page.panel.data.source() == "auto")
    assert page.panel.data.currentText() == "FashionMNIST"


def test_closing_the_dialog_stops_the_download(qtbot, nothing_found, monkeypatch):
    closed = []

    def endless():
        try:
            while True:
                yield None
        finally:
            closed.append(True)

    monkeypatch.setattr(download_dialog, "_downloading", endless)
    dialog = DownloadDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.runner.running
    dialog._stop.click()
    assert closed == [True]
    assert not dialog.isVisible()


def test_a_race_with_one_function_that_cannot_be_built_trains_none(qtbot, page, folder):
    errors, told = [], []
    page.runner.failed.connect(errors.append)
    page.runner.records.connect(told.extend)
    trained(qtbot, page, folder, ("relu", "sign"), SMALL | {"initialisation": "backward_gain"})
    assert "Sign has no such gain" in str(errors[0])
    assert not [item for item in told if isinstance(item, JobRecord)]


def test_two_trainings_at_once_have_folders_of_their_own(page):
    from gui.pages.training_steps import run_folder

    first = run_folder("own")
    Path(first).mkdir(parents=True)
    assert run_folder("own") != first


def test_tab_goes_down_the_panel(page):
    heights = heights_in_keyboard_order(page.left)
    assert len(heights) > 8
    assert heights == sorted(heights)


def test_training_uses_one_torch_thread(qtbot, page, folder):
    """Two torch threads and the window on two cores wait for each other busily."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(2)
    try:
        trained(qtbot, page, folder)
        seen = []
        reader = threading.Thread(target=lambda: seen.append(torch.get_num_threads()))
        reader.start()
        reader.join()
        assert seen == [1], "threads started after the training's own"
    finally:
        torch.set_num_threads(before)


def test_a_start_that_fails_keeps_what_was_shown(qtbot, page, folder, tmp_path):
    trained(qtbot, page, folder)
    shown = page.table.table.rows
    page.show_settings(str(tmp_path / "nothing"), ("tanh",), SMALL)
    with qtbot.waitSignal(page.runner.failed):
        page.run()
    assert page.table.table.rows == shown
    assert page.picture() is not None
    assert page._centre.currentWidget() is not page.empty


def test_a_zoom_between_two_epochs_is_drawn(qtbot, page, folder):
    trained(qtbot, page, folder)
    page.plot._zoom(0, Span(0.2, 0.3), Span(-0.1, 0.1))
    page.plot.grab()
    assert page.plot._canvas.panels[0].x_ticks.texts
