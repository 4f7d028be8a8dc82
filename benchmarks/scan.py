"""The scan for dead neurons against the matrix products that a full pass needs.

Half of the last layer never answers, so that no product can be skipped. Where no neuron is dead
the scan ends after its first batch: the last row.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np
import torch

from engine.diagnostics.dead_neurons import COUNTS, scan
from engine.diagnostics.settings import ScanSettings
from engine.networks.building import build
from engine.networks.network import INPUTS
from engine.networks.settings import NetworkSettings
from engine.networks.simple import SimpleNetwork
from engine.training.batches import normalised

_ROUNDS = 7
_IMAGES = 60_000
_FEW_IMAGES = 10_000
"""For the big network, whose whole set would take minutes; one of six of it changes no ratio."""
_BIG = ScanSettings().hidden
_ARTICLE = (256, 192, 128, 64)


def rows() -> list[tuple[str, float, str]]:
    """The ratios of the fastest rounds, all variants alternating in each round, one thread."""
    torch.set_num_threads(1)
    whole = np.random.default_rng(0).integers(0, 256, (_IMAGES, INPUTS), dtype=np.uint8)
    found = []
    for name, hidden, images in (("big network", _BIG, whole[:_FEW_IMAGES]),
                                 ("training network", _ARTICLE, whole)):
        relu, gelu = _with_silent_neurons("relu", hidden), _with_silent_neurons("gelu", hidden)
        seconds = _fastest({
            "products": _products(relu, images),
            "dead": _scanning(relu, images, ("dead",)),
            "relu": _scanning(relu, images, COUNTS),
            "gelu": _scanning(gelu, images, COUNTS),
            "lively": _scanning(build("gelu", {}, NetworkSettings(hidden=hidden), seed=7), images,
                                ("dead",)),
        })
        floor = seconds["products"]
        found += [
            (f"dead count alone / its products, {name}", seconds["dead"] / floor, "<= 1.2"),
            (f"all three counts, ReLU / products, {name}", seconds["relu"] / floor, "<= 2"),
            (f"all three counts, GELU / products, {name}", seconds["gelu"] / floor, "<= 3"),
            (f"dead count where none is dead / products, {name}", seconds["lively"] / floor, None),
        ]
    return found


def _with_silent_neurons(key: str, hidden: tuple[int, ...]) -> SimpleNetwork:
    """A fresh network in which half of the last layer stands far below zero."""
    network = build(key, {}, NetworkSettings(hidden=hidden), seed=7)
    with torch.no_grad():
        network.linears[-2].bias[::2] -= 50
    return network


def _products(network: SimpleNetwork, images: np.ndarray) -> Callable[[], None]:
    """The products alone, in the batches of the scan, from normalised images."""
    x = normalised(torch.from_numpy(images))
    batch = ScanSettings().batch
    layers = [linear.weight.detach() for linear in network.linears[:-1]]
    buffers = [torch.empty(batch, len(weight)) for weight in layers]

    def work() -> None:
        for part in x.split(batch):
            rows = part
            for weight, buffer in zip(layers, buffers, strict=True):
                rows = torch.mm(rows, weight.T, out=buffer)

    return work


def _scanning(
    network: SimpleNetwork, images: np.ndarray, counts: tuple[str, ...]
) -> Callable[[], None]:
    return lambda: deque(scan(network, images, counts=counts), maxlen=0) and None


def _fastest(variants: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Seconds of the least disturbed round of each variant."""
    seconds: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(_ROUNDS):
        for name, work in variants.items():
            start = time.perf_counter()
            work()
            seconds[name].append(time.perf_counter() - start)
    return {name: min(found) for name, found in seconds.items()}
