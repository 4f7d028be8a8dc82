"""What the jobs of a race will cost, about, and the order in which they should start."""

from __future__ import annotations

import heapq
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from engine.activations import find
from engine.data.images import ImageData
from engine.device import use_one_thread
from engine.lazily import torch
from engine.networks.functions import NO_ACTIVATION, split, values_of
from engine.training.jobs import Job

if TYPE_CHECKING:
    from torch import Tensor

_ROUNDS = 4
_BATCH, _WIDTH = 128, 256
_STEP_SECONDS = 3e-4
"""What a step costs besides its numbers: Python, and the optimizer's calls."""


def estimated_costs(
    jobs: Sequence[Job], data: ImageData
) -> Generator[None, None, dict[str, float]]:
    """Seconds of each job by its id, from the time of its function and of a product of matrices.

    Good to a factor of two, which is enough to see which is the longest. Yields None in between.
    Raises InputError for a network that does not fit together or does not fit the data.
    """
    from engine.networks.building import count_parameters
    from engine.networks.work import work_of

    use_one_thread()
    matrix = torch.ones(_WIDTH, _WIDTH)
    product = _fastest(lambda: matrix @ matrix) / _WIDTH**3
    seconds: dict[tuple[str, str], float] = {}
    costs = {}
    for job in jobs:
        which = job.function, repr(job.values)
        if which not in seconds:
            seconds[which] = _seconds_per_element(job.function, job.values)
            yield None
        settings, form = job.settings, {"shape": data.shape, "classes": len(data.classes)}
        count_parameters(settings, job.function, **form)  # refuses what does not fit together
        work = work_of(settings, **form)
        each = (3 * product * work.products + seconds[which] * work.elements
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
    """Of the function and its derivative in training; the mean of those in a row."""
    from engine.networks.building import activation_layer

    parts, found = split(function), []
    for part in parts:
        if part == NO_ACTIVATION:
            continue
        layer = activation_layer(part, values_of(part, values) if len(parts) > 1 else values,
                                 torch.Generator().manual_seed(0),
                                 torch.Generator().manual_seed(0))
        inputs = 2 * _WIDTH if find(part, None).kind == "gated" else _WIDTH
        x = torch.linspace(-3, 3, _BATCH * inputs).reshape(_BATCH, inputs).requires_grad_()
        slopes = torch.ones(_BATCH, _WIDTH)
        found.append(_fastest(lambda layer=layer, x=x, slopes=slopes: _step(layer(x), slopes)))
    return sum(found) / len(parts) / (_BATCH * _WIDTH)


def _step(outputs: Tensor, slopes: Tensor) -> None:
    """The backward pass, where autograd knows one: it has none for jumps such as the step."""
    if outputs.requires_grad:
        outputs.backward(slopes)


def _fastest(work: Callable[[], Any]) -> float:
    """Seconds of the least disturbed of a few rounds, the first one for warming up."""
    seconds = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return min(seconds[1:])
