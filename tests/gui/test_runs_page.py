"""The Runs page: a table against a baseline, filters, notes, undo, files, live from the database.
"""

import json
import time
from dataclasses import asdict

import pytest
from page_setting import write_idx_folder
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QToolButton

from engine.data.sources import opened_now
from engine.figures import Figure, Table
from engine.figures.csv import csv_text
from engine.storage.runs import RunStore, runs_path
from engine.storage.runs_rows import EpochRow, RunHead
from engine.training.jobs import job_of
from engine.training.records import EpochDone
from engine.training.run_files import read_runs
from engine.training.run_keeping import kept
from engine.training.settings import TrainingSettings
from engine.training.trainer import train
from gui.application import make_application
from gui.export import export_to
from gui.pages.runs import RunsPage
from gui.right_panel import RightPanel
from gui.window import MainWindow

RUNS = (("relu", 7, 0.80, "finished"), ("gelu", 7, 0.85, "finished"), ("relu", 8, 0.78, "stopped"),
        ("staf", 7, 0.10, "diverged"))


def add(function="relu", seed=7, accuracy=0.8, status="finished", checkpoint=None, **settings):
    """Adds a run with two epochs; gives its number."""
    values = asdict(TrainingSettings(epochs=2, seed=seed, **settings))
    with RunStore() as store:
        number = store.begin(RunHead(
            f"{function} {seed} {time.monotonic()}", "job", "", function, "{}", None,
            json.dumps(values), seed, "Garments (not FashionMNIST)", "abc", False, "cpu",
            '[["torch", "2.13"]]', time.time(), checkpoint), "")
        for epoch in (1, 2):
            store.add_epoch(number, EpochRow(epoch, 2 / epoch, accuracy / 2, 1.5 / epoch,
                                             accuracy * epoch / 2, 3.0 * epoch))
        if status != "running":
            store.end(number, status, 6.0, diverged=(3, 2) if status == "diverged" else None)
    return number


def stored():
    with RunStore() as store:
        return {run.number: run for run in store.runs()}


@pytest.fixture
def page(qtbot):
    page = RunsPage()
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    yield page
    page.close_work()


@pytest.fixture
def filled(page, qtbot):
    numbers = [add(*run) for run in RUNS]
    listed(page, qtbot, page.begin)
    return page, numbers


def listed(page, qtbot, ask=None):
    with qtbot.waitSignal(page.runner.finished):
        (ask or page.refresh)()


def settled(page, qtbot):
    qtbot.waitUntil(lambda: not page.edits.busy)


def shown(page):
    return [run.number for run in page.shown_runs]


def choose(page, *numbers):
    page.table.choose(numbers)
    page._chosen_changed()


def cell(page, number, name):
    model = page.table.model()
    row = shown(page).index(number)
    column = [one.column.name for one in model.columns].index(name)
    return model.index(row, column).data()


def test_without_runs_there_is_one_button(page, qtbot):
    listed(page, qtbot, page.begin)
    assert page.empty.isVisible()
    assert page.picture() is None
    with qtbot.waitSignal(page.training_wanted):
        page.empty.button.click()


def test_damaged_runs_are_left_out_and_named(page, qtbot, tmp_path):
    numbers = [add(*run) for run in RUNS]
    with RunStore() as store:
        store._connection.execute("UPDATE runs SET begun = 'abc' WHERE number = ?", numbers[:1])
        store._connection.execute("UPDATE epochs SET test_loss = 'x' WHERE run = ? AND epoch = 1",
                                  numbers[1:2])
    said = []
    page.message.connect(lambda kind, words: said.append(words))
    listed(page, qtbot, page.begin)
    assert shown(page) == numbers[:0:-1]
    assert f"run {numbers[0]}." in said[-1]
    choose(page, numbers[1], numbers[2])
    qtbot.waitUntil(lambda: f"run {numbers[1]}." in said[-1])
    with qtbot.waitSignal(page._files.finished):
        page.export_runs(tmp_path / "two.json")
    assert len(read_runs(tmp_path / "two.json")) == 1


def test_words_of_the_page_are_its_own(page, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    panel = RightPanel(window)
    panel.add(page.panel)
    panel.show_for(page.panel)
    assert [button.text() for button in window.findChildren(QToolButton)
            if button.property("tab") is not None] == ["Details"]
    model = page.table.model()
    heads = [model.headerData(column, Qt.Orientation.Horizontal)
             for column in range(model.columnCount())]
    assert heads[0] == "Run no."  # "Run" is what the Training page does
    assert page.panel.note.accessibleName() == "Notes"  # "Note" is a sentence of the catalogue


def test_the_newest_run_is_first_and_cells_say_what_is_kept(filled):
    page, numbers = filled
    assert shown(page) == numbers[::-1]
    assert cell(page, numbers[1], "function") == "GELU"
    assert cell(page, numbers[1], "test_accuracy") == "85.00"
    assert cell(page, numbers[3], "test_accuracy") == "\N{EN DASH}"
    assert cell(page, numbers[3], "status") == "diverged at epoch 3, step 2"
    assert page.status() == (("runs", "4 / 4"),)


def test_a_pinned_run_stays_on_top_and_the_others_are_shown_against_it(filled, qtbot):
    page, (first, second, third, fourth) = filled
    choose(page, first)
    page.controls.pin.trigger()
    assert shown(page) == [first, fourth, third, second]
    assert cell(page, second, "accuracy_difference") == "+5.00"
    assert cell(page, third, "accuracy_difference") == "\N{MINUS SIGN}2.00"
    assert cell(page, fourth, "accuracy_difference") == "\N{EN DASH}"
    column = [one.column.name for one in page.table.model().columns].index("test_accuracy")
    page.table.horizontalHeader().sectionClicked.emit(column)
    assert shown(page) == [first, second, third, fourth]
    page.table.horizontalHeader().sectionClicked.emit(column)
    assert shown(page) == [first, third, second, fourth]  # what has no value stands last
    page.filters.boxes["function", "gelu"].setChecked(True)
    assert shown(page) == [first, second]
    choose(page, second)
    page.controls.pin.trigger()
    settled(page, qtbot)
    assert {number for number, run in stored().items() if run.pinned} == {second}
    page.undo()
    assert page.baseline.number == first
    page.undo()
    assert page.baseline is None
    page.redo()
    settled(page, qtbot)
    assert {number for number, run in stored().items() if run.pinned} == {first}


def test_filters_count_and_search_finds_settings_and_notes(filled, qtbot):
    page, (first, second, third, fourth) = filled
    assert page.filters._counts["function", "relu"].text() == "2"
    page.filters.boxes["function", "relu"].setChecked(True)
    assert shown(page) == [third, first]
    assert page.filters._counts["status", "diverged"].text() == "0"
    assert page.filters._counts["function", "gelu"].text() == "1"
    page.filters.boxes["status", "stopped"].setChecked(True)
    assert shown(page) == [third]
    page.filters.show_all.click()
    assert len(shown(page)) == 4
    page.find()
    qtbot.keyClicks(page.controls.search, "seed 8")
    assert shown(page) == [third]
    page.controls.search.setText("odd one")
    assert shown(page) == []
    assert page._nothing.isVisible()
    page.write_note(second, "The odd ONE out")  # no run but this has the words
    assert shown(page) == [second]
    page.reset_view()
    assert len(shown(page)) == 4


def test_what_differs_comes_first_in_the_panel(filled, qtbot):
    page, (first, second, third, _) = filled
    choose(page, first, third)
    facts = {row.name: row.value for row in page.panel.different.shown}
    assert facts == {"Seed": f"8 ({third})\n7 ({first})"}
    assert "Learning rate" in {row.name for row in page.panel.alike.shown}
    assert page.panel.headline.text() == "2 runs chosen"
    assert not page.panel.note.isVisibleTo(page.panel)
    choose(page, first)
    page.pin()
    choose(page, second)
    assert dict(page.panel.different.shown[0]._asdict())["value"] == \
        f"GELU ({second})\nReLU (baseline)"
    assert page.right_shown
    choose(page)
    assert not page.right_shown


def test_a_note_is_kept_when_the_keyboard_leaves_it(filled, qtbot):
    page, (first, second, *_) = filled
    choose(page, first)
    page.panel.show()
    qtbot.addWidget(page.panel)
    qtbot.keyClicks(page.panel.note, "try less momentum")
    choose(page, second)
    settled(page, qtbot)
    assert stored()[first].note == "try less momentum"
    assert stored()[second].note == ""
    assert cell(page, first, "note") == "try less momentum"
    page.undo()
    settled(page, qtbot)
    assert stored()[first].note == ""


def test_a_deleted_run_comes_back_by_the_link_and_by_undo(filled, qtbot):
    page, (first, second, third, fourth) = filled
    offers = []
    page.offer.connect(lambda *offer: offers.append(offer))
    choose(page, first, second)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert shown(page) == [fourth, third]
    settled(page, qtbot)
    assert set(stored()) == {third, fourth}
    choose(page, third)
    page.delete()
    assert [offer[1:3] for offer in offers] == [("2 runs were deleted.", "Undo"),
                                                (f"ReLU, run {third} was deleted.", "Undo")]
    offers[0][3]()
    assert set(shown(page)) == {first, second, fourth}
    page.redo()
    assert shown(page) == [fourth]
    page.undo()
    page.undo()
    assert len(shown(page)) == 4
    settled(page, qtbot)
    assert set(stored()) == {first, second, third, fourth}


def test_what_was_deleted_goes_when_the_window_closes(page, qtbot):
    path = runs_path().parent / "runs" / "now" / "relu-seed7.safetensors"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"weights")
    number, other = add(checkpoint=path), add("gelu")
    listed(page, qtbot, page.begin)
    choose(page, number)
    page.delete()
    assert path.exists()
    page.close_work()
    assert not path.exists()
    with RunStore() as store:
        store.edit("deleted", {number: None})
    assert set(stored()) == {other}


def test_a_run_under_way_is_not_deleted(page, qtbot):
    from engine.storage.life_signs import LifeSign
    from engine.storage.runs import writers_folder

    sign = LifeSign(writers_folder(runs_path()) / "me")
    number = add(status="running")
    with RunStore() as store:
        store._connection.execute("UPDATE runs SET writer = 'me'")
    listed(page, qtbot, page.begin)
    assert cell(page, number, "status") == "running, epoch 3"
    choose(page, number)
    said = []
    page.message.connect(lambda *words: said.append(words))
    page.delete()
    assert shown(page) == [number]
    assert "cannot be deleted" in said[-1][1]
    sign.end()


def test_curves_of_the_chosen_runs_are_compared_and_exported(filled, qtbot, tmp_path):
    page, (first, second, third, _) = filled
    choose(page, first, second, third)
    qtbot.waitUntil(lambda: set(page._epochs) >= {first, second, third})
    assert isinstance(page.picture(), Table)
    page.controls.compare.trigger()
    assert page.plot.isVisible()
    figure = page.picture()
    assert isinstance(figure, Figure)
    loss, accuracy = figure.panels
    assert {line.label.fields["number"] for line in accuracy.lines} == {first, second, third}
    assert len({line.key for line in accuracy.lines}) == 3
    values = {line.label.fields["number"]: line.y.tolist() for line in accuracy.lines}
    assert values[second] == [42.5, 85.0]
    assert len(page.panel.curve.figure.panels) == 1
    for name in ("a.png", "a.svg", "a.csv"):
        export_to(tmp_path / name, figure)
        assert (tmp_path / name).stat().st_size > 500
    page.controls.compare.trigger()
    assert not page.plot.isVisible()
    choose(page, first)
    table = page.picture()
    assert len(table.rows) == 4
    assert "setting learning_rate" in csv_text(table)
    export_to(tmp_path / "b.png", table)


def test_another_program_is_seen(filled, qtbot):
    page, numbers = filled
    choose(page, numbers[0])
    new = add("mish")
    qtbot.waitUntil(lambda: new in shown(page), timeout=10_000)
    assert page.table.chosen() == [numbers[0]]


def test_many_runs_are_chosen_without_looking_at_each(page, qtbot):
    with RunStore() as store:
        store._connection.execute("PRAGMA synchronous = OFF")
    for number in range(205):
        add(seed=number)
    listed(page, qtbot, page.begin)
    page.table.selectAll()
    assert len(page.table.chosen()) == 205
    assert page.panel.alike.shown == ()
    assert "at most 200" in page.panel._under.text()


def test_runs_go_into_files_and_come_from_them(filled, qtbot, tmp_path, monkeypatch):
    page, numbers = filled
    said = []
    page.message.connect(lambda *words: said.append(words[1]))
    choose(page, *numbers[:2])
    with qtbot.waitSignal(page._files.finished):
        page.export_runs(tmp_path / "runs.json")
    assert len(read_runs(tmp_path / "runs.json")) == 2
    choose(page)
    with qtbot.waitSignal(page._files.finished):
        page.export_runs(tmp_path / "runs.csv")
    assert (tmp_path / "runs.csv").read_text(encoding="utf-8-sig").count("Garments") >= 4
    page.export_runs(tmp_path / "runs.txt")
    assert "must end in" in said[-1]
    monkeypatch.setenv("ACTIVATION_LAB_HOME", str(tmp_path / "other"))
    listed(page, qtbot, page.begin)
    assert shown(page) == []
    with qtbot.waitSignal(page._files.finished):
        page.import_runs([tmp_path / "runs.json"])
    qtbot.waitUntil(lambda: len(shown(page)) == 2)
    assert "2 runs were imported." in said
    (tmp_path / "runs.json").write_text("{}")
    with qtbot.waitSignal(page._files.failed):
        page.import_runs([tmp_path / "runs.json"])
    assert "Nothing was imported" in said[-1]


def test_weights_are_opened_on_the_other_page(page, qtbot, tmp_path):
    weights = tmp_path / "relu.safetensors"
    weights.write_bytes(b"weights")
    there, gone = add(checkpoint=weights), add(checkpoint=tmp_path / "gone.safetensors")
    listed(page, qtbot, page.begin)
    choose(page, there)
    with qtbot.waitSignal(page.checkpoint_wanted) as told:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert told.args == [str(weights)]
    choose(page, gone)
    said = []
    page.message.connect(lambda *words: said.append(words[1]))
    page.open_checkpoint()
    assert "not on this computer" in said[-1]


def test_a_damaged_database_is_told(page, qtbot):
    runs_path().parent.mkdir(parents=True, exist_ok=True)
    runs_path().write_text("no database" * 100)
    said = []
    page.message.connect(lambda *words: said.append(words))
    listed(page, qtbot, page.begin)
    assert any(kind == "warning" and "set aside" in words for kind, words in said)
    assert page.empty.isVisible()


def test_an_edit_that_cannot_be_written_is_taken_back(filled, qtbot, monkeypatch):
    page, (first, *_) = filled
    said = []
    page.message.connect(lambda *words: said.append(words))

    def busy(*_):
        from engine.errors import StorageError

        raise StorageError("The database is busy.")

    with monkeypatch.context() as patched:
        patched.setattr(RunStore, "edit", busy)
        with qtbot.waitSignal(page.edits.failed):
            page.write_note(first, "lost")
    qtbot.waitUntil(lambda: page.edits.runs[first].note == "")
    assert ("error", "The database is busy.") in said
    assert page.can_undo() == (False, False)


def test_the_page_is_carried_into_another_window(qtbot, filled):
    page, (first, second, *_) = filled
    choose(page, first)
    page.delete()
    settled(page, qtbot)
    choose(page, second)
    page.table.set_sorting("seed", False)
    page.filters.boxes["status", "finished"].setChecked(True)
    other = RunsPage()
    qtbot.addWidget(other)
    other.carry(page.carried())
    page.close_work()
    assert other.table.chosen() == [second]
    assert other.table.sorting == ("seed", False)
    assert other.filters.filters().status == {"finished"}
    other.undo()
    settled(other, qtbot)
    assert first in stored()
    other.close_work()


def test_columns_have_room_for_what_they_show(filled, qtbot):
    page, numbers = filled
    model = page.table.model()
    metrics = page.table.fontMetrics()
    for place, one in enumerate(model.columns):
        if one.column.name in ("status", "data"):
            continue  # they are cut short, and the pointer is told
        for row in range(len(numbers)):
            text = model.index(row, place).data()
            assert page.table.columnWidth(place) >= metrics.horizontalAdvance(text) + 10


@pytest.fixture
def window(qtbot):
    make_application()
    window = MainWindow()
    qtbot.addWidget(window)
    yield window
    window.close_work()


def test_settings_of_a_run_are_set_again_on_the_training_page(window, qtbot):
    add("mish", learning_rate=0.03)
    window.show_page("runs")
    page = window.page
    listed(page, qtbot, page.begin)
    choose(page, *shown(page))
    page.controls.again.trigger()
    assert window.page.key == "training"
    assert window.page.panel.settings().learning_rate == 0.03
    assert [key for key, _ in window.page.panel.functions()] == ["mish"]


def test_the_copy_of_the_table_is_csv(window, qtbot):
    add()
    window.show_page("runs")
    listed(window.page, qtbot, window.page.begin)
    window.copy_data()
    assert "test_accuracy" in QGuiApplication.clipboard().text()


def test_a_stopped_run_goes_on_to_its_end(page, qtbot, tmp_path):
    source = str(write_idx_folder(tmp_path / "patterns"))
    data, settings = opened_now(source), TrainingSettings(hidden=(8,), epochs=3)
    folder = runs_path().parent / "runs" / "first"
    steps = kept(train([("relu", {})], settings, data, folder),
                 [job_of("relu", {}, settings, data.digest)], data)
    for record in steps:
        if isinstance(record, EpochDone):
            break
    steps.close()
    listed(page, qtbot, page.begin)
    [number] = shown(page)
    assert cell(page, number, "status") == "stopped at epoch 2"
    page.choose([number])
    page.set_data(str(write_idx_folder(tmp_path / "other", seed=4)))
    said = []
    page.message.connect(lambda *words: said.append(words[1]))
    with qtbot.waitSignal(page._trainer.failed):
        page.controls.go_on.trigger()
    assert "Choose its own data" in said[-1]
    page.set_data(source)
    with qtbot.waitSignal(page._trainer.finished, timeout=20_000):
        page.controls.go_on.trigger()
        assert page.task() is not None
        assert not page.controls.go_on.isEnabled()
    qtbot.waitUntil(lambda: cell(page, number, "status") == "finished")
    assert shown(page) == [number]
    assert page.task() is None
