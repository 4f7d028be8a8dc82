"""Races with numbers chosen by hand, for the tests of their pictures and tables."""

from small_images import small_images

from engine.training.race_history import RaceHistory
from engine.training.race_plan import race_plan
from engine.training.records import Diverged, EpochDone, JobRecord, RunDone, RunStarted
from engine.training.settings import TrainingSettings


def race(runs, seeds=(7, 8, 9), *, epochs=2, grid=(), settings=None, is_fashion_mnist=False):
    """`runs` are function to seed to test accuracies of its epochs; fewer epochs: still running;
    a last "diverged" ends it so. The loss is 1 - accuracy, an epoch takes 2 s and a tenth of the
    seed; training is 0.01 better."""
    settings = settings or TrainingSettings(epochs=epochs, hidden=(8,))
    plan = race_plan([(key, None) for key in runs], settings, seeds, grid)
    history = RaceHistory(plan, small_images(20, 10, is_fashion_mnist=is_fashion_mnist))
    for entry in history.entries:
        for seed, accuracies in runs[entry.function].items():
            if grid and entry.variant != plan.variants[0]:
                continue
            _run(history, entry.jobs[seed], accuracies, settings.epochs)
    return history


def _run(history, job, accuracies, epochs):
    def tell(record):
        history.add(JobRecord(job.id, record))

    key, seed = job.function, job.seed
    tell(RunStarted(key, seed, 0, 1, "cpu", None))
    numbers = [value for value in accuracies if value != "diverged"]
    for epoch, value in enumerate(numbers, 1):
        tell(EpochDone(key, seed, epoch, 0.99 - value, value + 0.01, 1 - value, value,
                       epoch * (2 + seed / 10)))
    seconds = len(numbers) * (2 + seed / 10)
    if "diverged" in accuracies:
        tell(Diverged(key, seed, len(numbers) + 1, 3, seconds))
        tell(RunDone(key, seed, "diverged", seconds, None, {}))
    elif len(numbers) == epochs:
        tell(RunDone(key, seed, "finished", seconds, None, {}))
