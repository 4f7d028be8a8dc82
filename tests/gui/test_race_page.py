"""The Training page as a race: seeds, words, queue, what is missing, and what one run is."""

import multiprocessing
import re

import pytest
import torch
from page_setting import write_idx_folder
from PySide6.QtWidgets import QToolButton

from engine.figures import Figure, Table
from engine.figures.race_words import entry_key
from engine.training.engines import Engine
from engine.training.unfinished_races import races_folder
from gui.collapse_dialog import CollapseDialog
from gui.page_bar import PageBar
from gui.pages.training import TrainingPage
from gui.pages.training_known import KnownRunsDialog
from gui.table_menu import TableMenu

SMALL = {"hidden": (16,), "epochs": 2, "batch_size": 50, "learning_rate": 0.05, "device": "cpu",
         "seeds": (7, 8), "where": "window"}
LONG = SMALL | {"epochs": 10_000}


@pytest.fixture
def folder(tmp_path):
    return write_idx_folder(tmp_path / "patterns")


def made(qtbot):
    page = TrainingPage()
    for widget in (page, page.left, page.bar):
        qtbot.addWidget(widget)
    page.resize(1000, 800)
    page.show()
    page.begin()
    return page


@pytest.fixture
def page(qtbot):
    page = made(qtbot)
    yield page
    page.close_work()


def done(page):
    return page.task() is None


def ran(qtbot, page, folder, functions=("relu", "tanh"), values=SMALL):
    page.show_settings(str(folder), functions, values)
    page.run()
    qtbot.waitUntil(lambda: done(page), timeout=60_000)


def cells(page, name):
    place = [column.name for column in page.table.table.columns].index(name)
    return {row[0]: row[place] for row in page.table.table.rows}


def begun(qtbot, page, folder, functions=("relu", "tanh"), values=LONG):
    page.show_settings(str(folder), functions, values)
    page.run()
    qtbot.waitUntil(lambda: bool(page.runs and page.runs[0].epochs), timeout=60_000)


def test_each_function_has_a_row_over_all_its_seeds(qtbot, page, folder):
    ran(qtbot, page, folder)
    assert {key: str(cell) for key, cell in cells(page, "seeds").items()} == {
        "relu": "2 / 2", "tanh": "2 / 2"}
    for entry in page.history.entries:
        accuracies = [run.last.test_accuracy for run in entry.runs.values()]
        assert cells(page, "accuracy_mean")[entry.function] == pytest.approx(
            sum(accuracies) / 2, abs=1e-12)
    assert page.strip.words().startswith("Done, 4 of 4 runs done")
    assert isinstance(page.picture(), Figure)


def test_the_last_column_compares_with_the_baseline_that_was_pinned(qtbot, page, folder):
    ran(qtbot, page, folder)
    assert str(cells(page, "against")["relu"]) == "baseline"
    page.table.select_row([row[0] for row in page.table._model._rows].index("tanh"))
    menu = page.table.findChild(TableMenu).menu()
    next(action for action in menu.actions() if "Compare all with Tanh" in action.text()).trigger()
    assert str(cells(page, "against")["tanh"]) == "baseline"
    assert page._results._against.currentText() == "Tanh"
    assert page.table.selected_row()[0] == "tanh"


def test_the_other_tables_are_reached_over_the_results(qtbot, page, folder):
    ran(qtbot, page, folder)
    for which, name in (("pairs", "pairs"), ("convergence", "convergence"), ("race", "race")):
        page._results.show_which(which)
        assert page.table.table.name == name
    page._results.show_which("pairs")
    assert "a paired t test at 5 %" in page._results.words.widget().text()


def test_what_a_stopped_race_did_is_kept_and_the_rest_is_offered(qtbot, page, folder):
    offered = []
    page.offer.connect(lambda *told: offered.append(told))
    values = SMALL | {"epochs": 80}
    page.show_settings(str(folder), ("relu", "tanh"), values)
    page.run()
    qtbot.waitUntil(lambda: any(run.status == "finished" for run in page.runs), timeout=60_000)
    page.stop()
    qtbot.waitUntil(lambda: done(page), timeout=60_000)
    kept = {id(run) for run in page.runs if run.status == "finished"}
    kind, sentence, words, go_on = offered[-1]
    assert (kind, words) == ("info", "Go on")
    assert sentence == f"{4 - len(kept)} of 4 runs are missing."
    assert not list(races_folder().glob("*.json"))
    go_on()
    qtbot.waitUntil(lambda: done(page), timeout=120_000)
    assert {run.status for run in page.runs} == {"finished"}
    assert kept <= {id(run) for run in page.runs}
    assert len(page.runs) == 4


def test_the_same_race_again_asks_what_to_do_with_its_runs(qtbot, page, folder):
    ran(qtbot, page, folder)
    before = page.history
    page.show_settings(str(folder), ("relu", "tanh"), SMALL | {"seeds": (7, 8, 9)})
    page.run()
    qtbot.waitUntil(lambda: bool(page.findChildren(KnownRunsDialog)), timeout=60_000)
    assert page.history is before, "what was there stays until it is decided"
    (dialog,) = page.findChildren(KnownRunsDialog)
    assert dialog.go_on.text() == "Go on with the 2 missing"
    dialog.go_on.click()
    qtbot.waitUntil(lambda: page.history not in (None, before) and done(page), timeout=60_000)
    assert len(page.runs) == 6
    for entry, old in zip(page.history.entries, before.entries, strict=True):
        for seed, run in old.runs.items():
            assert entry.runs[seed].epochs == run.epochs


def test_a_race_can_be_run_again_from_the_start(qtbot, page, folder):
    ran(qtbot, page, folder)
    before = page.history
    page.run()
    qtbot.waitUntil(lambda: bool(page.findChildren(KnownRunsDialog)), timeout=60_000)
    page.findChildren(KnownRunsDialog)[0].again.click()
    qtbot.waitUntil(lambda: page.history not in (None, before) and done(page), timeout=60_000)
    assert not {run.checkpoint for run in page.runs} & {
        run.checkpoint for entry in before.entries for run in entry.runs.values()}


def test_a_single_run_runs_again_unless_what_is_known_is_wanted(qtbot, page, folder):
    single = SMALL | {"seeds": (7,)}
    ran(qtbot, page, folder, ("relu",), single)
    first = page.runs[0].checkpoint
    ran(qtbot, page, folder, ("relu",), single)
    assert page.runs[0].checkpoint != first
    page.run(asking=False)
    qtbot.waitUntil(lambda: done(page), timeout=60_000)
    assert page.runs[0].epochs, "read back from the database"
    assert not page.runs[0].steps


def test_waiting_runs_are_moved_and_stopped(qtbot, page, folder):
    begun(qtbot, page, folder)
    page.show_view("queue")
    view, queue = page._views.queue, page.queue
    first, second, third = queue.waiting
    page._views.draw(queue)
    view.select(second)
    assert view.earlier.isEnabled()
    view.earlier.click()
    qtbot.waitUntil(lambda: queue.waiting == (second, first, third), timeout=10_000)
    page._views.draw(queue)
    view.select(third)
    view.stop.click()
    qtbot.waitUntil(lambda: queue.waiting == (second, first), timeout=10_000)
    assert isinstance(page.picture(), Table)
    (running,) = queue.running
    page._views.draw(queue)
    view.select(running)
    view.stop.click()
    qtbot.waitUntil(lambda: queue.running not in ((running,), ()), timeout=10_000)
    assert page.history.run(running).status == "stopped"
    view.stop_all.click()
    qtbot.waitUntil(lambda: done(page), timeout=60_000)


@pytest.mark.parametrize(("values", "words"), [
    ({"seeds": (7, 7)}, "7 is named twice in seeds."),
    ({"where": "dask", "scheduler": ""}, "Type the address of the Dask scheduler"),
    ({"where": "dask", "scheduler": "192.168.0.9:8786"}, "is not this computer and not encrypted"),
])
def test_a_wrong_race_is_one_sentence(qtbot, page, folder, values, words):
    said, failed = [], []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    page.runner.failed.connect(lambda error: failed.append(str(error)))
    page.show_settings(str(folder), ("relu",), SMALL | values)
    page.run()
    qtbot.waitUntil(lambda: done(page), timeout=60_000)
    assert any(words in sentence for sentence in (*said, *failed))
    assert page.empty.isVisible()


def test_one_run_is_seen_in_depth(qtbot, page, folder):
    ran(qtbot, page, folder, ("prelu", "tanh"))
    page.select("tanh")
    page.show_view("confusion")
    view = page._views.outcomes
    qtbot.waitUntil(lambda: page.picture() is not None, timeout=60_000)
    run = page.history.entries[1].runs[7]
    assert view.chooser._box.currentText() == "Seed 7: Tanh"
    counts = page.picture().panels[0].matrix.values
    assert counts.trace() / counts.sum() == run.last.test_accuracy
    for kind, name in (("wrong", "misclassified"), ("weights", "first_weights")):
        view.show_kind(kind)
        assert page.picture().name == name
    assert not page.table.isVisible()
    page.show_view("shapes")
    assert page.picture().name == "shapes-prelu-seed7", "the first that learns a shape"
    page.show_view("curves")
    assert page.table.isVisible()


def test_the_status_says_which_run_is_looked_at(qtbot, page, folder):
    ran(qtbot, page, folder, ("prelu", "tanh"))
    page.select("tanh")
    page.show_view("confusion")
    chooser = page._views.outcomes.chooser
    for seed in (7, 8):
        chooser._box.activated.emit(chooser._box.findText(f"Seed {seed}: Tanh"))
        run = page.history.entries[1].runs[seed]
        assert page.selection() == f"Tanh, seed {seed}"
        assert page.status()[1][1] == f"{100 * run.last.test_accuracy:.2f} %"
        qtbot.waitUntil(lambda: page.picture() is not None, timeout=60_000)
        assert f"Tanh, seed {seed}," in str(page.picture().panels[0].title)
    page.show_view("shapes")
    assert page.selection() == "PReLU, seed 7"
    page.show_view("curves")
    assert page.selection() == "Tanh selected"


def test_the_bar_leaves_export_its_room(qtbot, page):
    bar = PageBar()
    qtbot.addWidget(bar)
    bar.add_page(page)
    bar.show_page(page)
    bar.resize(1024, 44)
    bar.show()
    export = bar.findChild(QToolButton, "exportButton")
    for waiting in (0, 2998, 123456789):
        page.controls.show_waiting(waiting)
        assert bar._pages.geometry().right() < export.geometry().left()
        assert export.width() >= export.sizeHint().width()
        assert page.controls._needed() <= page.bar.width()
    page.bar.setParent(None)


def test_the_table_of_a_low_window_has_three_rows(qtbot, page, folder):
    ran(qtbot, page, folder, ("relu", "tanh", "gelu"))
    page.resize(715, 583)
    qtbot.waitUntil(lambda: page.table.viewport().height() >= sum(
        page.table.rowHeight(row) for row in range(3)), timeout=5_000)


def test_a_run_without_activation_is_folded_into_its_matrix(qtbot, page, folder):
    ran(qtbot, page, folder, ("none", "tanh"))
    view = page._views.outcomes
    page.select("tanh")
    page.show_view("confusion")
    assert not view.fold.isVisible()
    page.select("none")
    assert view.fold.isVisible()
    qtbot.waitUntil(lambda: view.ready, timeout=60_000)
    view.fold.click()
    dialog = page.window().findChild(CollapseDialog)
    assert [dialog.others.itemText(index) for index in range(dialog.others.count())] == [
        "Tanh, seed 7", "Tanh, seed 8", "No other run"]
    qtbot.waitUntil(lambda: not dialog.runner.running, timeout=60_000)
    rows = dialog.table.table.rows
    assert rows[0][1] == page.history.entries[0].runs[7].last.test_accuracy
    assert rows[2][1] == page.history.entries[1].runs[7].last.test_accuracy
    dialog.accept()


def test_another_window_shows_the_same_race(qtbot, page, folder):
    ran(qtbot, page, folder)
    page.select("tanh")
    page._results.set_baseline("tanh")
    page.show_view("time")
    other = made(qtbot)
    other.carry(page.carried())
    assert other.history is page.history
    assert other.table.table == page.table.table
    assert other.controls.view == "time"
    assert other.panel.race_settings() == page.panel.race_settings()
    assert other.selection() == "Tanh selected"
    assert other.strip.words().startswith("Done, 4 of 4 runs done")
    other.close_work()


def test_closing_while_it_runs_lets_the_next_start_go_on(qtbot, page, folder):
    values = SMALL | {"epochs": 80}
    page.show_settings(str(folder), ("relu", "tanh"), values)
    page.run()
    qtbot.waitUntil(lambda: any(run.status == "finished" for run in page.runs), timeout=60_000)
    page.close_work()
    offered = []
    other = TrainingPage()
    other.offer.connect(lambda *told: offered.append(told))
    for widget in (other, other.left, other.bar):
        qtbot.addWidget(widget)
    qtbot.waitUntil(lambda: bool(offered), timeout=10_000)
    assert re.fullmatch("A race was interrupted: [123] of 4 runs are missing.", offered[0][1])
    offered[0][3]()
    assert other.panel.race_settings().seeds == (7, 8)
    assert [key for key, _ in other.panel.functions()] == ["relu", "tanh"]
    qtbot.waitUntil(lambda: other.history is not None and bool(other.history.entries[0].finished),
                    timeout=60_000)
    other.stop()
    qtbot.waitUntil(lambda: done(other), timeout=60_000)
    other.close_work()
    assert not list(races_folder().glob("*.json"))


def test_worker_processes_race_and_none_is_left(qtbot, page, folder):
    page.show_settings(str(folder), ("relu", "tanh"), SMALL | {"where": "processes", "workers": 2})
    page.run()
    qtbot.waitUntil(lambda: done(page), timeout=240_000)
    assert len(page.runs) == 4
    assert {run.status for run in page.runs} == {"finished"}
    assert not multiprocessing.active_children()


def test_a_grid_makes_a_competitor_of_each_point(qtbot, page, folder):
    ran(qtbot, page, folder, ("relu",), SMALL | {"grid": "learning_rate=0.05,0.1"})
    assert [entry.variant for entry in page.history.entries] == [
        (("learning_rate", 0.05),), (("learning_rate", 0.1),)]
    assert len(page.table.table.rows) == 2
    second = entry_key(page.history.entries[1])
    page.select(second)
    assert page.selection() == "ReLU, Learning rate 0.1 selected"


def test_why_another_network_could_not_be_does_not_hold_a_run_up(qtbot, page, folder):
    page.show_settings(str(folder), ("relu",), SMALL | {"network": "transformer", "patch": 5})
    qtbot.waitUntil(lambda: "Patches of 5" in page.panel.wrong, timeout=60_000)
    page.run()
    assert done(page)
    page.show_settings(str(folder), ("relu",), SMALL | {"network": "simple", "patch": 5})
    page.run()
    assert not done(page)
    qtbot.waitUntil(lambda: done(page), timeout=60_000)
    assert {run.status for run in page.runs} == {"finished"}


def test_changes_of_the_settings_are_taken_back(qtbot, page, folder):
    page.show_settings(str(folder), ("relu",), SMALL)
    before = page.panel.race_settings()
    page.panel.race.set_settings(before.__class__(**{**vars(before), "seeds": (1, 2, 3)}))
    page.panel.race.changed.emit()
    assert page.can_undo() == (True, False)
    page.undo()
    assert page.panel.race_settings() == before
    page.redo()
    assert page.panel.race_settings().seeds == (1, 2, 3)


def test_the_bar_says_how_many_wait(qtbot, page, folder):
    begun(qtbot, page, folder)
    view = page.controls._view
    qtbot.waitUntil(lambda: view.words("queue") == "Queue 3", timeout=10_000)
    page.stop()
    qtbot.waitUntil(lambda: done(page), timeout=60_000)
    assert view.words("queue") == "Queue"


def test_a_narrow_bar_folds_its_choices(page):
    choices = page.controls._view, page.controls._which
    page.bar.show()
    page.bar.resize(1400, 44)
    assert [choice.folded for choice in choices] == [False, False]
    assert not page.controls._buttons[0].icon().isNull()
    page.bar.resize(400, 44)
    assert [choice.folded for choice in choices] == [True, True]
    assert page.controls._buttons[0].icon().isNull()
    told = []
    page.controls.view_chosen.connect(told.append)
    page.controls._view._box.activated.emit(1)
    assert told == [page.controls.view] == ["time"]


def test_what_was_done_otherwise_than_set_is_said(qtbot, page, folder, monkeypatch):
    original = Engine.step

    def step(engine, images, labels, rate, parts):
        if parts == 1:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return original(engine, images, labels, rate, parts)

    monkeypatch.setattr(Engine, "step", step)
    said = []
    page.message.connect(lambda kind, sentence: said.append((kind, sentence)))
    ran(qtbot, page, folder, ("relu",), SMALL | {"seeds": (7,)})
    warnings = [sentence for kind, sentence in said if kind == "warning"]
    assert any(sentence.startswith("ReLU, seed 7: ") and "2 parts" in sentence
               for sentence in warnings)
