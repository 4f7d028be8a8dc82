"""The command runs, and that train keeps what it does."""

import csv
import json

import pytest
from test_cli_train import SMALL, data_folder, run, strict

from engine.storage.runs import RunStore, runs_path

__all__ = ["data_folder", "run"]


@pytest.fixture
def trained(run, data_folder, tmp_path):
    code, _, _ = run("train", "relu", "none", "--seeds", "1,2", *SMALL, "--data", data_folder,
                     "--out", tmp_path / "out")
    assert code == 0
    return tmp_path / "out"


def test_train_keeps_its_runs_where_runs_lists_them(run, trained):
    code, out, _ = run("runs", "--json")
    [listed] = strict(out)
    assert code == 0
    assert {(one["function"], one["settings"]["seed"], one["status"], one["epochs_done"])
            for one in listed} == {(key, seed, "finished", 2)
                                   for key in ("relu", "none") for seed in (1, 2)}
    with (trained / "results.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    for one in listed:
        [last] = [row for row in rows if row["function"] == one["function"]
                  and int(row["seed"]) == one["settings"]["seed"] and row["epoch"] == "2"]
        assert one["last_epoch"]["test_accuracy"] == float(last["test_accuracy"])
        assert one["checkpoint"] == str(trained / f"{one['function']}-seed{last['seed']}"
                                                  ".safetensors")


def test_train_need_not_keep(run, data_folder, tmp_path):
    code, _, _ = run("train", "relu", *SMALL, "--data", data_folder, "--out", tmp_path / "out",
                     "--no-keep")
    assert code == 0
    assert not runs_path().exists()


def test_a_damaged_run_is_left_out_and_named(run, trained, tmp_path):
    with RunStore() as store:
        first, second, *_ = sorted(one.number for one in store.runs())
        store._connection.execute("UPDATE runs SET settings_text = '{bad' WHERE number = ?",
                                  (first,))
        store._connection.execute("UPDATE epochs SET test_loss = 'x' WHERE run = ? AND epoch = 1",
                                  (second,))
    code, out, err = run("runs", "--json")
    assert code == 0
    assert len(strict(out)[0]) == 3
    assert f"left out: run {first}" in err
    code, _, err = run("runs", "--export", tmp_path / "all.json")
    assert code == 0
    assert f"left out: run {first}, {second}" in err
    assert "(2 runs)" in err
    assert run("runs", "--import", tmp_path / "all.json")[0] == 0


def test_runs_are_chosen_by_function_and_status(run, trained):
    with RunStore() as store:
        number = next(one.number for one in store.runs() if one.function == "relu")
        store.end(number, "diverged", 1.0, diverged=(2, 5))
        store.edit("note", {number: "too fast"})
    for options, count in ((("--function", "relu"), 2), (("--status", "diverged"), 1),
                           (("--function", "none", "--status", "diverged"), 0)):
        code, out, _ = run("runs", *options, "--json")
        assert (code, len(strict(out)[0])) == (0, count)
    _, out, _ = run("runs", "--status", "diverged")
    text = out.decode()
    assert "diverged at epoch 2, step 5" in text
    assert "too fast" in text


def test_runs_go_to_another_machine(run, trained, tmp_path, monkeypatch):
    path = tmp_path / "runs.json"
    code, _, err = run("runs", "--function", "relu", "--export", path)
    assert code == 0
    assert "2 runs" in err
    monkeypatch.setenv("ACTIVATION_LAB_HOME", str(tmp_path / "other"))
    for new in (2, 0):
        code, out, _ = run("runs", "--import", path, "--json")
        assert (code, strict(out)) == (0, [{"imported": new, "known": 2 - new}])
    code, out, _ = run("runs", "--json")
    assert {one["function"] for one in strict(out)[0]} == {"relu"}


def test_a_tampered_file_takes_nothing_in(run, trained, tmp_path):
    path = tmp_path / "runs.json"
    run("runs", "--export", path)
    whole = json.loads(path.read_text())
    whole["content"]["runs"][0]["epochs"][-1]["test_accuracy"] = 1.0
    path.write_text(json.dumps(whole))
    before = runs_path().read_bytes()
    code, out, err = run("runs", "--import", path)
    assert (code, out) == (1, b"")
    assert "Nothing was imported" in err
    assert runs_path().read_bytes() == before


def test_the_table_has_a_row_for_each_run(run, trained, tmp_path):
    path = tmp_path / "runs.csv"
    assert run("runs", "--export", path)[0] == 0
    lines = [line for line in path.read_text(encoding="utf-8-sig").splitlines()
             if not line.startswith("#")]
    rows = list(csv.DictReader(lines))
    assert [row["setting hidden"] for row in rows] == ["12, 8"] * 4


@pytest.mark.parametrize(("options", "words"), [
    (("--export", "runs.txt"), ".csv or .json"), (("--export", "a.csv", "--json"), "Choose"),
    (("--import", "a.json", "--status", "finished"), "alone"), (("--status", "good"), "good"),
    (("--import", "a.json", "--export", "b.csv"), "alone")])
def test_wrong_options_are_refused(run, options, words):
    code, out, err = run("runs", *options)
    assert (code, out) == (2, b"")
    assert words in err


def test_no_runs_are_an_empty_list(run):
    code, out, _ = run("runs", "--json")
    assert (code, strict(out)) == (0, [[]])


def test_a_race_is_kept_under_its_name(run, data_folder, tmp_path):
    code, _, err = run("race", "relu", "none", "--seeds", "1,2", *SMALL, "--data", data_folder,
                       "--workers", "1", "--out", tmp_path / "first")
    assert code == 0, err
    _, out, _ = run("runs", "--json")
    assert sorted((one["function"], one["race"]) for one in strict(out)[0]) == [
        ("none", "first"), ("none", "first"), ("relu", "first"), ("relu", "first")]
    code, _, _ = run("race", "relu", "--seeds", "1", *SMALL, "--data", data_folder,
                     "--workers", "1", "--out", tmp_path / "second", "--no-keep")
    assert code == 0
    _, out, _ = run("runs", "--json")
    assert len(strict(out)[0]) == 4
