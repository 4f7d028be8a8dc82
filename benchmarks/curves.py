"""f, f' and f'' of all functions at 2,001 points, against f alone."""

from __future__ import annotations

import time

import torch

from engine.activations import catalogue
from engine.analysis.curves import curves

_ROUNDS = 30
_LOW, _HIGH, _POINTS = -5.0, 5.0, 2001


def rows() -> list[tuple[str, float, str]]:
    """The ratio of the least disturbed of interleaved rounds, one thread, float64."""
    torch.set_num_threads(1)
    x = torch.linspace(_LOW, _HIGH, _POINTS, dtype=torch.float64)
    functions = [(item, item.checked()) for item in catalogue().values()]
    requests = [(item.key, values) for item, values in functions]
    alone, whole = [], []
    for _ in range(_ROUNDS):
        alone.append(_seconds(lambda: [item(x, **_tensors(v)).numpy() for item, v in functions]))
        whole.append(_seconds(lambda: list(curves(requests, _LOW, _HIGH, _POINTS))))
    return [("f, f', f'' of all functions / f alone", min(whole) / min(alone),
             "<= 12")]


def _tensors(values: dict[str, object]) -> dict[str, object]:
    return {name: torch.tensor(value, dtype=torch.float64) if isinstance(value, tuple) else value
            for name, value in values.items()}


def _seconds(work: object) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
