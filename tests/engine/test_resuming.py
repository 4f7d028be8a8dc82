"""Runs that go on: from a checkpoint, after a full memory, and where a device fails."""

import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from small_images import small_images

from engine.errors import DataError, DeviceError, InputError, StorageError
from engine.texts import phrase
from engine.training import checkpoints, fitting, trainer
from engine.training.engines import Engine
from engine.training.jobs import job_of
from engine.training.kept_runs import epoch_path, kept_runs
from engine.training.records import Adapted, EpochDone, LearnedShapes, RunDone, StepsDone
from engine.training.resuming import resumed_job
from engine.training.settings import TrainingSettings

SETTINGS = TrainingSettings(hidden=(8, 6), learning_rate=0.02, momentum=0.8, batch_size=32,
                            epochs=3, device="cpu", checkpoint_every=1)


@pytest.fixture(scope="module")
def data():
    return small_images(training=200, test=50)


def job(data, key="relu", **more):
    return job_of(key, {}, replace(SETTINGS, **more), data.digest)


def told(records):
    """The figures of the epochs, without their times."""
    return [replace(record, seconds=0.0) for record in records if isinstance(record, EpochDone)]


def weights(path):
    return checkpoints.load(path).network.state_dict()


def same(one, other):
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


WAYS = [("relu", {}), ("gelu", {"optimizer": "adam", "schedule": "cosine"}), ("rrelu", {}),
        ("prelu", {"optimizer": "nesterov", "weight_decay": 0.01, "gradient_clipping": 1.0}),
        ("tanh", {"optimizer": "sgld", "schedule": "step", "step_epochs": 1}),
        ("relu", {"dropout": 0.3, "optimizer": "rmsprop", "warmup_epochs": 2}),
        ("relu", {"normalisation": "batch", "optimizer": "adamw"}),
        ("staf", {"shared_activation": True})]


@pytest.mark.parametrize(("key", "more"), WAYS, ids=lambda item: str(item)[:30])
def test_a_resumed_run_has_the_numbers_of_an_uninterrupted_one(data, tmp_path, key, more):
    whole, path = job(data, key, **more), tmp_path / "whole" / f"{key}.safetensors"
    expected = told(trainer.run(whole, data, path))
    start = checkpoints.load(epoch_path(path, 1))
    again = tmp_path / "again" / path.name
    assert told(trainer.run(resumed_job(start), data, again, resume=start)) == expected
    assert same(weights(again), weights(path))
    for epoch in (2, 3):
        one, other = (checkpoints.load(epoch_path(file, epoch)) for file in (path, again))
        assert same(one.tensors, other.tensors)
        assert one.record.shapes == other.record.shapes


@pytest.mark.parametrize("key", ["relu", "rrelu"])
@pytest.mark.parametrize("steps", [3, 7, 8, 12])  # an epoch has 7 steps and 1 evaluation
def test_a_stopped_run_goes_on_at_its_very_step(data, tmp_path, key, steps):
    whole = tmp_path / "whole" / "run.safetensors"
    expected = told(trainer.run(job(data, key, checkpoint_every=0), data, whole))
    stopped = tmp_path / "stopped" / "run.safetensors"
    records = trainer.run(job(data, key, checkpoint_every=0), data, stopped)
    for _ in range(steps):
        while isinstance(next(records), (trainer.RunStarted, EpochDone)):
            pass
    records.close()
    checkpoint = checkpoints.load(stopped)
    assert checkpoint.record.status == "stopped"
    assert checkpoint.record.part is not None
    again = tmp_path / "again" / "run.safetensors"
    assert told(trainer.run(resumed_job(checkpoint), data, again, resume=checkpoint)) == expected
    assert same(weights(again), weights(whole))


def test_learned_shapes_go_on_too(data, tmp_path):
    path = tmp_path / "a" / "prelu.safetensors"
    list(trainer.run(job(data, "prelu"), data, path))
    start = checkpoints.load(epoch_path(path, 2))
    records = list(trainer.run(resumed_job(start), data, tmp_path / "b.safetensors", resume=start))
    assert [shape.epoch for shape in records if isinstance(shape, LearnedShapes)] == [3]
    assert checkpoints.load(tmp_path / "b.safetensors").record.shapes == \
        checkpoints.load(path).record.shapes


def test_more_epochs_are_those_of_a_longer_run(data, tmp_path):
    path = tmp_path / "short.safetensors"
    list(trainer.run(job(data), data, path))
    start = checkpoints.load(epoch_path(path, 3))
    longer = told(trainer.run(resumed_job(start, epochs=5), data, resume=start))
    assert longer == told(trainer.run(job(data, epochs=5), data))


def test_files_after_each_nth_epoch_are_kept_and_not_listed(data, tmp_path):
    path = tmp_path / "runs" / "relu-seed7.safetensors"
    list(trainer.run(job(data, epochs=5, checkpoint_every=2), data, path))
    names = sorted(file.name for file in path.parent.iterdir())
    assert names == sorted(f"relu-seed7{part}.{suffix}" for part in ("", "-epoch2", "-epoch4")
                           for suffix in ("safetensors", "json"))
    record = checkpoints.load(epoch_path(path, 4)).record
    assert (record.status, len(record.epochs)) == ("stopped", 4)
    assert checkpoints.load(path).record.part is None
    [*_, found] = kept_runs(tmp_path)
    assert [run.path for run in found] == [path]


def test_time_goes_on_and_progress_counts_what_was_done(data, tmp_path):
    path = tmp_path / "run.safetensors"
    list(trainer.run(job(data), data, path))
    start = checkpoints.load(epoch_path(path, 2))
    start = replace(start, record=replace(start.record, seconds=100.0))
    records = list(trainer.run(resumed_job(start), data, resume=start))
    assert 100 < records[-1].seconds < 160
    assert all(2 / 3 <= record.fraction <= 1 for record in records
               if isinstance(record, StepsDone))


def test_what_does_not_continue_is_refused(data, tmp_path):
    path = tmp_path / "run.safetensors"
    list(trainer.run(job(data), data, path))
    with pytest.raises(StorageError, match="had come to an end"):
        resumed_job(checkpoints.load(path))
    start = checkpoints.load(epoch_path(path, 1))
    other = small_images(training=200, test=50, seed=9)
    with pytest.raises(InputError, match="trained on"):
        next(trainer.run(replace(resumed_job(start), data_digest=other.digest), other,
                         resume=start))
    for wrong, words in ((job(data, "gelu"), "other values"),
                         (job(data, learning_rate=0.5), "learning_rate was 0.02"),
                         (job(data, epochs=1), "has done 1 epochs")):
        with pytest.raises(InputError, match=words):
            next(trainer.run(wrong, data, resume=start))
    with pytest.raises(InputError, match="cosine"):
        wave = replace(start, record=replace(start.record, settings=replace(
            SETTINGS, schedule="cosine")))
        next(trainer.run(resumed_job(wave, epochs=9), data, resume=wave))


@pytest.mark.parametrize("change", [
    lambda tensors: tensors.pop("generator/order"),
    lambda tensors: tensors.pop("optimizer/momentum"),
    lambda tensors: tensors.update({"optimizer/momentum": torch.zeros(3)})])
def test_a_forged_state_is_refused(data, tmp_path, change):
    path = tmp_path / "run.safetensors"
    list(trainer.run(job(data), data, path))
    start = checkpoints.load(epoch_path(path, 1))
    change(start.tensors)
    with pytest.raises(StorageError, match="does not describe a run"):
        list(trainer.run(resumed_job(start), data, resume=start))


def test_a_record_without_shape_is_one_of_fashion_mnist(data, tmp_path):
    path = tmp_path / "run.safetensors"
    list(trainer.run(job(data, checkpoint_every=0), data, path))
    beside = path.with_suffix(".json")
    content = json.loads(beside.read_text("utf-8"))["content"]
    for name in ("image_shape", "classes", "adapted", "part"):
        del content[name]
    beside.write_text(json.dumps({"format": 1, "sha256": checkpoints._digest(content),
                                  "content": content}), "utf-8")
    record = checkpoints.load(path).record
    assert (record.image_shape, record.classes, record.part) == ((1, 28, 28), 10, None)


def test_another_shape_and_other_classes_are_trained_and_kept(data, tmp_path):
    colour = replace(data, train_images=np.ascontiguousarray(data.train_images[:, :48]),
                     test_images=np.ascontiguousarray(data.test_images[:, :48]), shape=(3, 4, 4),
                     train_labels=data.train_labels % 3, test_labels=data.test_labels % 3,
                     classes=("a", "b", "c"))
    path = tmp_path / "run.safetensors"
    list(trainer.run(job(colour), colour, path))
    kept = checkpoints.load(path)
    assert (kept.record.image_shape, kept.record.classes) == ((3, 4, 4), 3)
    assert kept.network(torch.zeros(1, 48)).shape == (1, 3)


def test_a_label_without_a_class_is_said_before_the_training(data):
    with pytest.raises(DataError, match="has the label 9, but only 5"):
        list(trainer.run(job(data), replace(data, classes=tuple("abcde"))))


class Full:
    """Steps with more rows than fit fail as those of a GPU do."""

    def __init__(self, monkeypatch, rows):
        self.original, self.rows, self.failed = Engine.step, rows, 0

        def step(engine, *given):
            return self.step(engine, *given)

        monkeypatch.setattr(Engine, "step", step)

    def step(self, engine, images, labels, rate, parts):
        if -(-len(labels) // parts) > self.rows:
            self.failed += 1
            raise torch.OutOfMemoryError("CUDA out of memory")
        return self.original(engine, images, labels, rate, parts)


def test_a_full_memory_halves_the_batch_and_the_result_stays(data, tmp_path, monkeypatch):
    expected = told(trainer.run(job(data), data))
    full = Full(monkeypatch, rows=10)
    records = list(trainer.run(job(data), data, tmp_path / "run.safetensors"))
    adapted = [record for record in records if isinstance(record, Adapted)]
    assert [record.what.fields["parts"] for record in adapted] == [2, 4]
    assert "from 4 parts" in str(adapted[-1].what)
    assert full.failed == 2
    for mine, other in zip(told(records), expected, strict=True):
        assert mine.train_loss == pytest.approx(other.train_loss, rel=1e-5)
        assert mine.test_loss == pytest.approx(other.test_loss, rel=1e-5)
    kept = checkpoints.load(tmp_path / "run.safetensors").record.adapted
    assert kept == tuple(str(record.what) for record in adapted)


def test_with_batch_normalisation_a_full_memory_ends_the_run(data, tmp_path, monkeypatch):
    Full(monkeypatch, rows=16)
    with pytest.raises(DeviceError, match="would change the result with batch normalisation"):
        list(trainer.run(job(data, normalisation="batch"), data, tmp_path / "run.safetensors"))


def test_a_full_memory_in_evaluation_takes_fewer_pictures_at_a_time(data, monkeypatch):
    expected, original = told(trainer.run(job(data), data)), fitting._assess

    def assess(network, images, labels):
        if len(labels) > 30:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return original(network, images, labels)

    monkeypatch.setattr(fitting, "_assess", assess)
    for mine, other in zip(told(trainer.run(job(data), data)), expected, strict=True):
        assert mine.test_accuracy == other.test_accuracy
        assert mine.test_loss == pytest.approx(other.test_loss, rel=1e-6)


def test_a_single_picture_that_does_not_fit_is_an_error(data, monkeypatch):
    Full(monkeypatch, rows=0)
    with pytest.raises(torch.OutOfMemoryError):
        list(trainer.run(job(data), data))


def test_a_lost_device_is_left_for_the_cpu_at_the_last_epoch(data, tmp_path, monkeypatch):
    """The numbers are those of an undisturbed run: here both devices are the same."""
    expected = told(trainer.run(job(data), data))
    steps, original = [], Engine.step

    def step(self, *given):
        steps.append(1)
        if len(steps) == 17:  # the third epoch's third step
            raise RuntimeError("CUDA error: unspecified launch failure")
        return original(self, *given)

    monkeypatch.setattr(Engine, "step", step)
    monkeypatch.setattr(fitting, "trouble", lambda error, device: phrase(
        "it was lost: {reason}", reason=str(error)))
    path = tmp_path / "run.safetensors"
    records = list(trainer.run(job(data), data, path))
    [adapted] = [record for record in records if isinstance(record, Adapted)]
    assert "on the CPU from the end of epoch 2" in str(adapted.what)
    assert told(records) == expected
    assert isinstance(records[-1], RunDone)
    assert checkpoints.load(path).record.adapted == (str(adapted.what),)


def test_an_error_of_the_program_is_not_taken_for_one_of_the_device(data, monkeypatch):
    def step(self, *given):
        raise RuntimeError("CUDA error: but there is none here")

    monkeypatch.setattr(Engine, "step", step)
    with pytest.raises(RuntimeError, match="none here"):
        list(trainer.run(job(data), data))
