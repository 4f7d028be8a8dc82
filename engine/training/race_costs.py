"""What the jobs of a race will cost, about, and the order in which they should start."""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import Any

from engine.activations import find
from engine.data.images import ImageData
from engine.lazily import torch
from engine.networks.functions import NO_ACTIVATION
from engine.training.jobs import Job

_ROUNDS = 4
_BATCH, _WIDTH = 128, 256
_STEP_SECONDS = 3e-4
"""What a step costs besides its numbers: Python, and the optimizer's calls."""


def estimated_costs(
    jobs: Sequence[Job], data: ImageData
) -> Generator[None, None, dict[str, float]]:
    """Seconds of each job by its id, from the time of its function and of a product of matrices.

    Good to a factor of two, which is enough to see which is the longest. Yields None in between.
    """
    from engine.networks.building import count_parameters

    matrix = torch.ones(_WIDTH, _WIDTH)
    product = _fastest(lambda: matrix @ matrix) / _WIDTH**3
    seconds: dict[tuple[str, str], float] = {}
    costs = {}
    for job in jobs:
        which = job.function, repr(job.values)
        if which not in seconds:
            seconds[which] = _seconds_per_element(job.function, job.values)
            yield None
        settings = job.settings
        products = 3 * product * count_parameters(settings, job.function)
        each = (products + seconds[which] * sum(settings.hidden)
                + _STEP_SECONDS / settings.batch_size)
        costs[job.id] = settings.epochs * len(data.train_labels) * each
    return costs


def starting_order(
    jobs: Sequence[Job], costs: Mapping[str, float], places: int
) -> list[Job]:
    """Seed by seed and within a seed the longest first, so that all functions show early.

    A job so long that the race would wait for it at its end goes before its turn.
    """
    rounds: dict[int, list[Job]] = {}
    for job in jobs:
        rounds.setdefault(job.seed, []).append(job)
    waiting = [job for found in rounds.values()
               for job in sorted(found, key=lambda job: -costs[job.id])]
    left = sum(costs[job.id] for job in waiting)
    free_at = [0.0] * max(1, places)
    order = []
    while waiting:
        now = free_at[0]
        share = (left + sum(until - now for until in free_at)) / len(free_at)
        longest = max(waiting, key=lambda job: costs[job.id])
        job = longest if costs[longest.id] >= share else waiting[0]
        waiting.remove(job)
        left -= costs[job.id]
        heapq.heapreplace(free_at, now + costs[job.id])
        order.append(job)
    return order


def _seconds_per_element(function: str, values: Mapping[str, Any]) -> float:
    """Of the function and its derivative in training."""
    if function == NO_ACTIVATION:
        return 0.0
    from engine.activations.layer import Layer

    layer = Layer(find(function), values, generator=torch.Generator().manual_seed(0),
                  noise=torch.Generator().manual_seed(0))
    x = torch.linspace(-3, 3, _BATCH * _WIDTH).reshape(_BATCH, _WIDTH).requires_grad_()
    slopes = torch.ones(_BATCH, _WIDTH)
    return _fastest(lambda: layer(x).backward(slopes)) / (_BATCH * _WIDTH)


def _fastest(work: Callable[[], Any]) -> float:
    """Seconds of the least disturbed of a few rounds, the first one for warming up."""
    seconds = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds[1:])
