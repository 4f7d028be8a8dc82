"""Trainings are kept while they run, whatever ends them; their results are found again."""

import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
import torch
from small_images import small_images

from engine.activations.own import OwnFunction, OwnParameter, add, remove
from engine.errors import StorageError
from engine.storage import runs_file
from engine.storage.runs import RunStore, runs_path, writers_folder
from engine.texts import phrase
from engine.training import run_keeping, trainer
from engine.training.checkpoints import load
from engine.training.jobs import job_of
from engine.training.records import (
    Adapted,
    Diverged,
    EpochDone,
    JobRecord,
    RunDone,
    RunStarted,
    StepsDone,
)
from engine.training.resuming import resumed_job
from engine.training.run_keeping import KeepingTold, finished_jobs, kept, records_of
from engine.training.settings import TrainingSettings

SETTINGS = TrainingSettings(hidden=(8,), epochs=2, batch_size=100, seed=3)
DATA = small_images(200, 100)


def training(keys=("relu",), settings=SETTINGS, folder=None, **more):
    functions = [(key, {}) for key in keys]
    jobs = [job_of(key, {}, settings, DATA.digest) for key in keys]
    return kept(trainer.train(functions, settings, DATA, folder), jobs, DATA, **more)


def records(steps):
    return [record for record in steps if record is not None]


def stored():
    with RunStore() as store:
        return [(run, store.epochs(run.number)) for run in store.runs()]


def test_what_passes_is_kept_and_not_changed(tmp_path):
    passed = records(training(("relu", "none"), folder=tmp_path))
    assert [record.function for record in passed if isinstance(record, RunDone)] == ["relu", "none"]
    runs = {run.function: (run, epochs) for run, epochs in stored()}
    assert set(runs) == {"relu", "none"}
    for key, (run, epochs) in runs.items():
        told = [record for record in passed
                if isinstance(record, EpochDone) and record.function == key]
        assert [(row.epoch, row.test_accuracy, row.train_loss, row.seconds) for row in epochs] == [
            (record.epoch, record.test_accuracy, record.train_loss, record.seconds)
            for record in told]
        assert (run.status, run.seed, run.epochs, run.device) == ("finished", 3, 2, "cpu")
        assert (run.data_name, run.data_digest) == (DATA.name, DATA.digest)
        assert run.settings["hidden"] == [8]
        assert dict(run.versions)["torch"] == version("torch")
        assert run.checkpoint == tmp_path / f"{key}-seed3.safetensors"
        assert run.peak_memory > 20 * 2**20
    assert not list(writers_folder(runs_path()).iterdir())


def test_a_closed_training_is_stopped_and_its_epochs_are_there():
    steps = training(settings=replace(SETTINGS, epochs=50))
    for record in steps:
        if isinstance(record, EpochDone) and record.epoch == 3:
            break
    steps.close()
    [(run, epochs)] = stored()
    assert (run.status, run.epochs, len(epochs)) == ("stopped", 3, 3)


def test_a_training_that_fails_is_crashed():
    def failing():
        yield RunStarted("relu", 3, 0, 1, "cpu", None)
        raise StorageError("The disk is gone.")

    job = job_of("relu", {}, SETTINGS, DATA.digest)
    with pytest.raises(StorageError, match="gone"):
        records(kept(failing(), [job], DATA))
    [(run, epochs)] = stored()
    assert (run.status, epochs) == ("crashed", ())


def test_a_diverged_run_says_where(tmp_path):
    passed = records(training(settings=replace(SETTINGS, learning_rate=1e6), folder=tmp_path))
    [told] = [record for record in passed if isinstance(record, Diverged)]
    [(run, _)] = stored()
    assert (run.status, run.diverged) == ("diverged", (told.epoch, told.step))
    assert run.result is None


def test_a_diverged_run_stays_so_when_the_race_is_closed_at_once():
    def steps():
        yield RunStarted("relu", 3, 0, 1, "cpu", None)
        yield Diverged("relu", 3, 1, 2, 0.5)
        yield None

    with closing(kept(steps(), [job_of("relu", {}, SETTINGS, DATA.digest)], DATA)) as passing:
        assert isinstance([next(passing), next(passing)][1], Diverged)
        next(passing)
    [(run, _)] = stored()
    assert (run.status, run.diverged) == ("diverged", (1, 2))


def test_what_was_done_otherwise_than_set_is_kept():
    def steps():
        yield RunStarted("relu", 3, 0, 1, "cpu", None)
        yield Adapted("relu", 3, phrase("The batch is {size} now.", size=64), 0.1)
        yield Adapted("relu", 3, phrase("It runs on the CPU."), 0.2)

    records(kept(steps(), [job_of("relu", {}, SETTINGS, DATA.digest)], DATA))
    [(run, _)] = stored()
    assert run.adapted == ("The batch is 64 now.", "It runs on the CPU.")


def epoch(number, accuracy=0.5):
    return EpochDone("relu", 3, number, 1.0, 0.4, 1.1, accuracy, float(number))


def test_a_job_that_begins_again_starts_from_nothing():
    job = job_of("relu", {}, SETTINGS, DATA.digest)
    started, done = RunStarted("relu", 3, 0, 1, "cpu", None), RunDone("relu", 3, "finished", 2.0,
                                                                      None, {})
    told = [started, epoch(1, 0.1), started, epoch(1, 0.2), epoch(2, 0.3), done]
    steps = (JobRecord(job.id, record) for record in told)
    assert len(records(kept(steps, [job], DATA, race="a race"))) == len(told)
    [(run, epochs)] = stored()
    assert (run.race, run.status, run.job) == ("a race", "finished", job.id)
    assert [row.test_accuracy for row in epochs] == [0.2, 0.3]
    assert run.peak_memory is None  # the worker's, which nobody told


def test_a_job_that_a_lost_worker_had_is_the_same_run_when_it_starts_again_here(tmp_path):
    job = job_of("relu", {}, SETTINGS, DATA.digest)
    gone = tmp_path / "worker"
    gone.mkdir()

    def on_a_worker(path):
        yield RunStarted("relu", 3, 0, 1, "cpu", path)
        yield epoch(1)
        if path.parent == gone:
            gone.rmdir()
        raise StorageError("The connection is lost.")

    for path in (gone / "relu.safetensors", Path("/no/such/folder/relu.safetensors")):
        with pytest.raises(StorageError, match="lost"):
            records(kept(on_a_worker(path), [job], DATA, race="a race"))
        [(run, _)] = stored()
        assert (run.status, run.checkpoint) == ("crashed", None)
    records(training(folder=tmp_path, race="a race"))
    [(run, epochs)] = stored()
    assert (run.status, len(epochs)) == ("finished", 2)
    assert run.checkpoint.exists()
    assert run.checkpoint.parent == tmp_path
    records(training(folder=tmp_path, race="another race"))
    assert len(stored()) == 2


def test_results_of_the_same_job_are_found_as_they_were_told():
    passed = records(training())
    job = job_of("relu", {}, SETTINGS, DATA.digest)
    other = job_of("relu", {}, replace(SETTINGS, seed=4), DATA.digest)
    found = finished_jobs([job.id, other.id])
    assert set(found) == {job.id}
    known = [told.record for told in found[job.id]]
    assert known == [record for record in passed if not isinstance(record, StepsDone)]


def test_nothing_is_found_before_anything_was_kept():
    assert finished_jobs(["0" * 32]) == {}
    assert not runs_path().exists()


def test_records_of_a_kept_run_tell_how_it_ended():
    records(training(settings=replace(SETTINGS, learning_rate=1e6)))
    [(run, epochs)] = stored()
    kinds = [type(record) for record in records_of(run, epochs)]
    assert kinds == [RunStarted, *[EpochDone] * run.epochs, Diverged, RunDone]


def test_a_training_goes_on_where_it_cannot_be_kept():
    runs_path().parent.mkdir(parents=True)
    with RunStore() as store:
        store._connection.execute(f"PRAGMA user_version = {runs_file.VERSION + 1}")
    passed = records(training())
    assert "later version" in str(passed[0].words)
    assert isinstance(passed[-1], RunDone)


def test_a_trouble_on_the_way_is_told_once(monkeypatch):
    def full(*_):
        raise StorageError("The disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(RunStore, "add_epoch", full)
        passed = records(training())
    told = [record for record in passed if isinstance(record, KeepingTold)]
    assert [str(one.words) for one in told] == ["These runs are not kept: The disk is full."]
    assert isinstance(passed[-1], RunDone)
    [(run, _)] = stored()
    assert run.status == "running"
    records(training())
    assert {run.status for run, _ in stored()} == {"finished", "crashed"}


def test_a_damaged_database_is_told_and_made_anew():
    runs_path().parent.mkdir(parents=True)
    runs_path().write_text("no database" * 100)
    passed = records(training())
    assert "set aside" in str(passed[0].words)
    assert len(stored()) == 1


def test_an_own_function_is_kept_with_its_formula():
    own = OwnFunction("own_mine", "mine", "a * x", (OwnParameter("a", 0.5),))
    add(own)
    try:
        records(training(("own_mine",)))
    finally:
        remove("own_mine")
    [(run, _)] = stored()
    assert run.own["formula"] == "a * x"
    assert run.values == {"a": 0.5}


def test_memory_is_that_of_this_process():
    before = run_keeping.memory_now("cpu")
    block = torch.ones(8_000_000, dtype=torch.float64)
    assert 0.9 < (run_keeping.memory_now("cpu") - before) / (8 * len(block)) < 1.5


def test_two_trainings_are_kept_at_once():
    code = """
import sys
sys.path.insert(0, sys.argv[1])
from test_run_keeping import records, training
records(training(("relu", "tanh")))
"""
    children = [subprocess.Popen([sys.executable, "-c", code, str(Path(__file__).parent)],
                                 cwd=Path(__file__).parent.parent.parent) for _ in range(2)]
    assert [child.wait() for child in children] == [0, 0]
    assert sorted((run.function, run.status) for run, _ in stored()) == [
        ("relu", "finished")] * 2 + [("tanh", "finished")] * 2


def test_a_run_that_goes_on_is_the_same_run(tmp_path):
    settings = replace(SETTINGS, epochs=4)
    steps = training(settings=settings, folder=tmp_path)
    for record in steps:
        if isinstance(record, EpochDone) and record.epoch == 2:
            break
    steps.close()
    [(run, _)] = stored()
    assert run.status == "stopped"
    with RunStore() as store:
        store.edit("note", {run.number: "mine"})
    checkpoint = load(run.checkpoint)
    job = resumed_job(checkpoint)
    records(kept(trainer.run(job, DATA, run.checkpoint, resume=checkpoint), [job], DATA))
    [(whole, epochs)] = stored()
    assert (whole.number, whole.status, whole.note) == (run.number, "finished", "mine")
    through = [record for record in records(trainer.train([("relu", {})], settings, DATA))
               if isinstance(record, EpochDone)]
    assert [(row.epoch, row.test_loss) for row in epochs] == [
        (record.epoch, record.test_loss) for record in through]
