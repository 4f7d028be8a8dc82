"""A race in worker processes: two against one, STAF against ReLU, and against the usual loop.

The ratios of workers assume two free cores; the load is told beside them.
"""

from __future__ import annotations

import dataclasses
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import torch

from benchmarks.training import fastest, random_images, usual_loop
from engine.data.images import ImageData
from engine.data.sources import opened_now
from engine.training.race import RaceRecord, race
from engine.training.race_plan import RacePlan, race_plan
from engine.training.records import EpochDone, JobRecord, RunDone, StepsDone
from engine.training.settings import ARTICLE_FUNCTIONS, TrainingSettings
from engine.training.trainer import train
from engine.training.workers.crew import Crew
from engine.training.workers.local import LocalWorkers

_SECONDS = 12.0
_ROUNDS, _STAF_ROUNDS = 3, 4
_SETTINGS = TrainingSettings(momentum=0.9, shared_activation=True, device="cpu")


def rows() -> list[tuple[str, float, str | None]]:
    """The best of a few rounds, taken in turn, of what is measured in wall time."""
    torch.set_num_threads(1)
    data = random_images()
    with tempfile.TemporaryDirectory() as folder:
        source = _written(Path(folder), data)
        opened = opened_now(source)
        found = [*_throughput(source, opened), *_staf(opened)]
        found += _all_functions(source, opened, data)
    return found


def _written(folder: Path, data: ImageData) -> str:
    """The pictures as the four files that a worker opens."""
    for prefix, images, labels in (("train", data.train_images, data.train_labels),
                                   ("t10k", data.test_images, data.test_labels)):
        for name, array, head in (("images-idx3", images, (2051, len(images), 28, 28)),
                                  ("labels-idx1", labels, (2049, len(labels)))):
            (folder / f"{prefix}-{name}-ubyte").write_bytes(
                np.array(head, ">u4").tobytes() + array.tobytes())
    return str(folder)


def _throughput(source: str, data: ImageData) -> list[tuple[str, float, str | None]]:
    """Epochs in a second once all workers train, of long ReLU jobs."""
    long = race_plan([("relu", {})], dataclasses.replace(_SETTINGS, epochs=1000), range(8))
    rates: dict[int, list[float]] = {1: [], 2: []}
    for _ in range(_ROUNDS):
        for count, found in rates.items():
            found.append(_rate(long, data, LocalWorkers(count, source), count))
    return [("epochs in a second: 2 workers / 1 worker", max(rates[2]) / max(rates[1]), ">= 1.8"),
            ("the same, medians of all rounds",
             float(np.median(rates[2]) / np.median(rates[1])), None),
            ("load of the machine meanwhile (1 minute)", os.getloadavg()[0], None)]


def _rate(plan: RacePlan, data: ImageData, crew: Crew, count: int) -> float:
    """Epochs in a second of `count` jobs together, from the first epoch of the last on."""
    reached: dict[str, float] = {}
    began = 0.0
    with closing(race(plan, data, crew)) as steps:
        for told in _records(steps):
            if isinstance(told.record, (StepsDone, EpochDone)):
                reached[told.job] = told.record.epoch
            if not began and len(reached) == count and min(reached.values()) >= 0.2:
                began, start = time.monotonic(), sum(reached.values())
            if began and time.monotonic() - began >= _SECONDS:
                return (sum(reached.values()) - start) / (time.monotonic() - began)
    raise AssertionError("the race ended early")


def _records(steps: Iterator[RaceRecord | None]) -> Iterator[JobRecord]:
    return (told for told in steps if isinstance(told, JobRecord))


def _staf(data: ImageData) -> list[tuple[str, float, str | None]]:
    """An epoch in this process, as a worker runs it."""
    one = dataclasses.replace(_SETTINGS, epochs=1)
    times = fastest({key: lambda key=key: list(train([(key, {})], one, data))
                     for key in ("relu", "staf", "gelu")}, _STAF_ROUNDS)
    return [("epoch with STAF / epoch with ReLU", times["staf"] / times["relu"], "<= 6"),
            ("epoch with GELU / epoch with ReLU", times["gelu"] / times["relu"], None)]


def _all_functions(
    source: str, data: ImageData, pictures: ImageData
) -> list[tuple[str, float, str | None]]:
    """One epoch of the article's 13 functions by 2 workers, the starts included and not, against
    13 times an epoch of the usual loop with ReLU."""
    usual = fastest({"usual": usual_loop(pictures)}, 2)["usual"]
    plan = race_plan([(key, {}) for key in ARTICLE_FUNCTIONS],
                     dataclasses.replace(_SETTINGS, epochs=1), (7,))
    start = time.monotonic()
    trained: list[float] = []
    for told in _records(race(plan, data, LocalWorkers(2, source))):
        if isinstance(told.record, (StepsDone, RunDone)):
            trained.append(time.monotonic())
    count = len(ARTICLE_FUNCTIONS)
    return [("13 epochs of the usual loop / a race of 13 functions, 2 workers",
             count * usual / (trained[-1] - trained[0]), ">= 5"),
            ("the same with the start of the workers", count * usual / (trained[-1] - start),
             None)]
