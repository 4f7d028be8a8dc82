"""Kept runs in pictures and tables: differences against the baseline, what was set otherwise."""

import csv
import io
import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest

from engine.figures.csv import csv_text
from engine.figures.run_settings import compared_settings
from engine.figures.runs import (
    COLUMNS,
    DIFFERENCES,
    run_name,
    runs_figure,
    runs_table,
    shown_columns,
    status_cell,
)
from engine.storage.runs_rows import EpochRow, StoredRun
from engine.training.settings import TrainingSettings


def run(number, function="relu", accuracy=0.8, loss=0.5, **more):
    settings = asdict(replace(TrainingSettings(epochs=2, hidden=(8, 4)), **more.pop("set", {})))
    fields = {
        "uid": f"uid{number}", "job": "job", "race": "", "function": function,
        "values_text": '{"a": 0.5}', "own_text": None, "settings_text": json.dumps(settings),
        "seed": settings["seed"], "data_name": "Garments (not FashionMNIST)",
        "data_digest": "abc", "is_fashion_mnist": False, "device": "cpu",
        "versions_text": '[["torch", "2.13"]]', "begun": 1.76e9 + number,
        "checkpoint": Path(f"/runs/{number}.safetensors"), "number": number, "seconds": 3.0,
        "status": "finished", "epochs": 2, "last": EpochRow(2, 0.4, 0.9, loss, accuracy, 3.0)}
    return StoredRun(**fields | more)


def column(table, name):
    place = [one.name for one in table.columns].index(name)
    return [row[place] for row in table.rows]


def test_differences_are_against_the_baseline():
    base, better, diverged = run(1, accuracy=0.75, loss=0.6), run(2, accuracy=0.8125, loss=0.5), \
        run(3, status="diverged", diverged=(2, 7))
    table = runs_table([better, base, diverged], base)
    assert column(table, "accuracy_difference") == [0.0625, None, None]
    assert column(table, "loss_difference") == [pytest.approx(-0.1), None, None]
    assert column(table, "test_accuracy") == [0.8125, 0.75, None]
    assert column(table, "run") == [2, 1, 3]
    assert column(runs_table([better]), "accuracy_difference") == [None]


def test_the_file_has_all_that_is_kept_and_runs_no_formula():
    own = json.dumps({"key": "own_mine", "name": "mine", "formula": "-x", "parameters": []})
    table = runs_table([run(1, note="=1+1\nmore"), run(2, "own_mine", own_text=own)])
    lines = [line for line in csv_text(table).splitlines() if not line.startswith("#")]
    first, second = csv.DictReader(io.StringIO("\n".join(lines)))
    assert first["note"] == "'=1+1 more"
    assert float(first["test_accuracy"]) == 0.8
    assert first["setting hidden"] == "8, 4"
    assert float(first["setting learning_rate"]) == 1e-3
    assert (first["setting epochs"], first["seed"]) == ("2", "7")
    assert second["formula"] == "'-x"
    assert second["name"] == "mine"
    assert "Garments" in str(table.warning)


def test_columns_without_anything_to_say_stay_away():
    one = run(1)
    names = {each.column.name for each in COLUMNS}
    assert {each.column.name for each in shown_columns([one], None)} == \
        names - {*DIFFERENCES, "data", "note"}
    others = [one, run(2, data_digest="other", note="mine")]
    assert {each.column.name for each in shown_columns(others, one)} == names


@pytest.mark.parametrize(("fields", "words"), [
    ({"status": "finished"}, "finished"), ({"status": "stopped"}, "stopped at epoch 3"),
    ({"status": "running", "epochs": 0}, "running, epoch 1"),
    ({"status": "diverged", "diverged": (1, 4)}, "diverged at epoch 1, step 4"),
    ({"status": "crashed", "epochs": 1}, "broken off at epoch 2")])
def test_a_status_is_said_in_words(fields, words):
    assert str(status_cell(run(1, **fields))) == words


def test_curves_of_one_run_have_its_training_beside_them():
    epochs = [EpochRow(1, 2.0, 0.25, 1.5, 0.3, 1.0), EpochRow(2, 0.0, 0.5, 1.0, 0.6, 2.0)]
    figure = runs_figure([(run(4), epochs)])
    loss, accuracy = figure.panels
    assert [line.faint for line in loss.lines] == [True, False]
    assert np.array_equal(loss.lines[0].y, [2.0, np.nan], equal_nan=True)
    assert accuracy.lines[1].y.tolist() == [30.0, 60.0]
    assert figure.x.maximum == 2.0
    [(name, words)] = figure.notes
    assert name == "run 4"
    for part in ("relu(a=0.5)", "learning_rate 0.001", "sha256 abc", "torch 2.13"):
        assert part in words


def test_runs_of_one_function_have_keys_of_their_own():
    chosen = [(run(1), []), (run(2), []), (run(3, "gelu"), [])]
    [panel] = runs_figure(chosen, ("accuracy",)).panels
    assert [line.key for line in panel.lines] == ["relu@0 run=1", "relu@1 run=2", "gelu"]
    assert len({line.name for line in panel.lines}) == 3
    assert str(run_name(chosen[2][0])) == "GELU, run 3"


def test_settings_that_differ_come_first():
    rows = compared_settings([
        run(1, set={"learning_rate": 1e-2}), run(2, set={"seed": 9}, values_text='{"b": 2.0}')])
    differing = {str(row.name): tuple(map(str, row.values)) for row in rows if row.differs}
    assert differing == {"Learning rate": ("0.01", "0.001"), "Seed": ("7", "9"),
                         "a": ("0.5", "None"), "b": ("None", "2")}
    assert all(row.differs for row in rows[:4])
    assert not any(row.differs for row in rows[4:])
    same = {str(row.name): str(row.values[0]) for row in rows[4:]}
    assert same["Hidden layers"] == "8, 4"
    assert same["Optimizer"] == "SGD with momentum"
    assert same["One shared activation instance"] == "no"


def test_settings_of_an_older_version_have_their_defaults():
    old = replace(run(1), settings_text=json.dumps({"epochs": 2, "seed": 7, "hidden": [8, 4]}))
    assert not any(row.differs for row in compared_settings([old, run(2)]))


def test_data_of_one_name_is_told_apart_by_its_digest():
    rows = compared_settings([run(1), run(2, data_digest="0123456789")])
    [row] = [row for row in rows if row.differs]
    assert str(row.values[1]) == "Garments 01234567"
