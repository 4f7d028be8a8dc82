"""Races that take a second: a small data set in a folder, which workers can open."""

import numpy as np

from engine.training.race import RaceProgress, race
from engine.training.race_history import RaceHistory
from engine.training.race_plan import race_plan
from engine.training.records import EpochDone, JobRecord
from engine.training.settings import TrainingSettings

SETTINGS = TrainingSettings(hidden=(8,), epochs=3, batch_size=50, learning_rate=0.05,
                            device="cpu")
ENDLESS = TrainingSettings(hidden=(8,), epochs=10_000, batch_size=50, device="cpu")


def write_small_set(folder, training=200, test=50, seed=1):
    """The four IDX files of ten classes that differ in one bright row."""
    folder.mkdir(parents=True, exist_ok=True)
    for prefix, count in (("train", training), ("t10k", test)):
        random = np.random.default_rng(seed + count)
        labels = np.arange(count, dtype=np.uint8) % 10
        images = random.integers(0, 60, (count, 28, 28), dtype=np.uint8)
        images[np.arange(count), 2 * labels + 3] += 180
        head = b"".join(n.to_bytes(4, "big") for n in (2051, count, 28, 28))
        (folder / f"{prefix}-images-idx3-ubyte").write_bytes(head + images.tobytes())
        head = b"".join(n.to_bytes(4, "big") for n in (2049, count))
        (folder / f"{prefix}-labels-idx1-ubyte").write_bytes(head + labels.tobytes())
    return folder


def small_plan(*keys, seeds=(1, 2), settings=SETTINGS, grid=()):
    return race_plan([(key, {}) for key in keys], settings, seeds, grid)


def whole(plan, data, crew, **more):
    """(history, all records) of a race that runs to its end."""
    history, told = RaceHistory(plan, data), []
    for item in race(plan, data, crew, **more):
        if item is None:
            continue
        told.append(item)
        if isinstance(item, JobRecord):
            history.add(item)
    assert isinstance(told[-1], RaceProgress)
    return history, told


def figures(history):
    """The numbers of all epochs by function, variant and seed: equal wherever a race runs."""
    return {(entry.function, entry.variant, seed): [
        (e.epoch, e.train_loss, e.train_accuracy, e.test_loss, e.test_accuracy)
        for e in run.epochs]
        for entry in history.entries for seed, run in entry.runs.items()}


def epochs_of(told):
    return [item for item in told
            if isinstance(item, JobRecord) and isinstance(item.record, EpochDone)]
