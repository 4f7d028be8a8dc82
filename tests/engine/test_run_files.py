"""Runs go to another machine and come back as they were; a changed file is refused whole."""

import json
import os
from dataclasses import replace

import pytest
from small_images import small_images

from engine.activations.own import OwnFunction, OwnParameter, add, own_functions, remove
from engine.errors import StorageError
from engine.storage.runs import RunStore, runs_path
from engine.storage.sealed import sealed
from engine.training import trainer
from engine.training.jobs import job_of
from engine.training.run_files import (
    KIND,
    read_runs,
    run_content,
    taken_in_checkpoints,
    write_runs,
)
from engine.training.run_keeping import kept
from engine.training.settings import TrainingSettings

SETTINGS = TrainingSettings(hidden=(8,), epochs=2, batch_size=100, seed=3)
DATA = small_images(200, 100)


def train(key="relu", settings=SETTINGS, folder=None, keep=True):
    steps = trainer.train([(key, {})], settings, DATA, folder)
    if keep:
        steps = kept(steps, [job_of(key, {}, settings, DATA.digest)], DATA)
    for _ in steps:
        pass


def stored(store):
    return [(run, store.epochs(run.number)) for run in store.runs()]


@pytest.fixture
def exported(tmp_path):
    """A file with three runs, one of a function that nobody else has, and what it holds."""
    add(OwnFunction("own_mine", "mine", "a * x", (OwnParameter("a", 0.5),)))
    train("leaky_relu")
    train(settings=replace(SETTINGS, learning_rate=1e6))
    train("own_mine")
    remove("own_mine")
    with RunStore() as store:
        runs = stored(store)
        number = runs[0][0].number
        store.edit("note", {number: "=1+1, \N{GREEK SMALL LETTER ETA}"})
        store.add_adapted(number, "The batch was \N{GREEK SMALL LETTER ETA}.")
        runs = stored(store)
    path = tmp_path / "runs.json"
    write_runs(path, [run_content(*pair) for pair in runs])
    return path, runs


def test_every_value_comes_back(exported):
    path, runs = exported
    found = read_runs(path)
    assert len(found) == 3
    for (run, epochs), (got, rows) in zip(runs, found, strict=True):
        assert rows == epochs
        assert got == replace(run, number=0, checkpoint=None)
        assert got.job == run.job
    assert "own_mine" not in own_functions()


def test_another_machine_takes_them_in_once(exported, monkeypatch, tmp_path):
    path, runs = exported
    monkeypatch.setenv("ACTIVATION_LAB_HOME", str(tmp_path / "other"))
    with RunStore() as store:
        for _ in range(2):
            taken = [store.take_in(run, epochs) for run, epochs in read_runs(path)]
        assert taken == [False] * 3
        assert {(run.uid, run.note, run.status, epochs) for run, epochs in stored(store)} == {
            (run.uid, run.note, run.status, epochs) for run, epochs in runs}
        found = store.ended([run.job for run, _ in runs])
    assert {run.status for run in found.values()} == {"finished", "diverged"}


def test_a_file_changed_by_one_character_is_refused(exported):
    path, _ = exported
    whole = path.read_text(encoding="utf-8")
    for place in range(40, len(whole) - 3, len(whole) // 60):
        changed = "1" if whole[place] != "1" else "2"
        spoilt = whole[:place] + changed + whole[place + 1:]
        if json.loads(whole) == _tolerant(spoilt):
            continue
        path.write_text(spoilt, encoding="utf-8")
        with pytest.raises(StorageError, match="Nothing was imported|later version"):
            read_runs(path)


def _tolerant(text):
    try:
        return json.loads(text)
    except ValueError:
        return None


WRONG = {
    "more fields": lambda run: run | {"more": 1},
    "a field less": lambda run: {key: value for key, value in run.items() if key != "note"},
    "no function": lambda run: run | {"function": "no_such_function"},
    "a wrong value": lambda run: run | {"values": {"negative_slope": "steep"}},
    "a value of nothing": lambda run: run | {"values": {"no": 1.0}},
    "a wrong setting": lambda run: run | {"settings": run["settings"] | {"batch_size": 0}},
    "an unknown setting": lambda run: run | {"settings": run["settings"] | {"magic": 1}},
    "a status": lambda run: run | {"status": "running"},
    "diverged without a place": lambda run: run | {"status": "diverged"},
    "an accuracy above one": lambda run: run | {"epochs": [
        row | {"test_accuracy": 1.5} for row in run["epochs"]]},
    "an epoch twice": lambda run: run | {"epochs": [run["epochs"][0]] * 2},
    "finished too early": lambda run: run | {"epochs": run["epochs"][:1]},
    "text for a number": lambda run: run | {"seconds": "1"},
    "a time before 1970": lambda run: run | {"begun": -1.0},
    "memory as a fraction": lambda run: run | {"peak_memory": 1.5},
    "no sentences": lambda run: run | {"adapted": [1]},
    "an endless note": lambda run: run | {"note": "a" * 200_000},
    "a device that ends early": lambda run: run | {"device": "cpu\0"},
    "a lone surrogate": lambda run: run | {"note": "\ud800"},
    "an empty identity": lambda run: run | {"uid": ""},
    "a formula": lambda run: run | {"own": {"key": "relu", "name": "r", "formula": "import os",
                                            "parameters": []}},
    "a list": lambda run: [run],
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_sealed_file_with_wrong_content_is_refused(exported, wrong, tmp_path):
    run = run_content(*exported[1][-1])
    assert run["function"] == "leaky_relu"
    path = tmp_path / "wrong.json"
    whole = json.loads(sealed({"runs": [run, WRONG[wrong](run)]}, 1, KIND))
    path.write_text(json.dumps(whole), encoding="ascii")
    with pytest.raises(StorageError, match="Run 2 of .*Nothing was imported"):
        read_runs(path)


@pytest.mark.parametrize(("text", "words"), [
    (sealed({"runs": []}, 2, KIND), "later version"), (sealed({"runs": []}, 1, "other"), "damaged"),
    (sealed({"runs": {}}, 1, KIND), "no right run"), (sealed([], 1, KIND), "no right run"),
    ("[" * 100_000, "damaged"), ("", "damaged")])
def test_other_files_are_refused(tmp_path, text, words):
    path = tmp_path / "file.json"
    path.write_text(text)
    with pytest.raises(StorageError, match=words):
        read_runs(path)
    with pytest.raises(StorageError, match="could not be read"):
        read_runs(tmp_path / "absent.json")


def test_a_run_twice_in_a_file_is_refused(exported, tmp_path):
    run = run_content(*exported[1][0])
    path = tmp_path / "twice.json"
    write_runs(path, [run, run])
    with pytest.raises(StorageError, match="twice"):
        read_runs(path)


def test_a_run_under_way_is_written_as_stopped(exported):
    run, epochs = exported[1][0]
    assert run_content(replace(run, status="running"), epochs)["status"] == "stopped"


def test_checkpoints_from_before_the_database_are_taken_in_once():
    folder = runs_path().parent / "runs"
    train("relu", folder=folder / "a", keep=False)
    train("elu", replace(SETTINGS, learning_rate=1e6), folder / "b", keep=False)
    train("gelu", folder=folder / "c")
    (folder / "a" / "torn-seed1.safetensors").write_bytes(b"torn")
    (folder / "a" / "torn-seed1.json").write_text('{"format": 1, "content": {}, "sha256": ""}')
    os.utime(folder / "a" / "relu-seed3.json", (5000.0, 5000.0))
    with RunStore() as store:
        counts = [count for count in taken_in_checkpoints(store, folder) if count is not None]
        assert counts == [2]
        assert [count for count in taken_in_checkpoints(store, folder)
                if count is not None] == []
        runs = {run.function: (run, epochs) for run, epochs in stored(store)}
    assert set(runs) == {"relu", "elu", "gelu"}
    run, epochs = runs["relu"]
    assert run.checkpoint == folder / "a" / "relu-seed3.safetensors"
    assert (run.status, run.epochs, len(epochs)) == ("finished", 2, 2)
    assert run.begun == pytest.approx(5000.0 - run.seconds)
    assert run.job == job_of("relu", {}, SETTINGS, DATA.digest).id
    assert runs["elu"][0].status == "diverged"
