"""What is loaded at the first step of a process, loaded before the clock of a run starts."""

from __future__ import annotations

import dataclasses

import torch
from torch.nn.functional import cross_entropy

from engine.data.images import ImageData
from engine.device import trouble
from engine.networks.building import build
from engine.training.engines import engine_for
from engine.training.jobs import Job
from engine.training.settings import TrainingSettings
from engine.training.shapes import shapes_of

_ROWS = 2
_rehearsed: set[tuple[str, TrainingSettings, str]] = set()


def rehearse(job: Job, data: ImageData, device: str) -> None:
    """One step of a narrow network like that of the job, once in a process for each kind.

    Torch loads several hundred modules and, on a GPU, its kernels at their first use: up to a
    second that is not the function's. Random numbers of the job are not touched. A device that
    fails here fails in the run too, which says so. Raises InputError as `build` does.
    """
    settings = _narrow(job.settings)
    which = job.function, settings, device
    if which in _rehearsed:
        return
    try:
        _step(job, settings, data, device)
    except RuntimeError as error:
        if trouble(error, device) is None:
            raise
        return
    _rehearsed.add(which)


def _narrow(settings: TrainingSettings) -> TrainingSettings:
    """The same kind of network with as many layers, and no more of the rest than it needs."""
    return dataclasses.replace(
        settings, seed=0, epochs=1, batch_size=_ROWS, hidden=(2,) * len(settings.hidden),
        channels=(2,) * len(settings.channels), dense=2, token_width=4, heads=1, feed_forward=4)


def _step(job: Job, settings: TrainingSettings, data: ImageData, device: str) -> None:
    network = build(job.function, job.values, settings, settings.seed, shape=data.shape,
                    classes=len(data.classes), device=device)
    engine = engine_for(network, settings)
    images = torch.zeros(_ROWS, data.train_images[0].size, device=device)
    labels = torch.zeros(_ROWS, dtype=torch.int64, device=device)
    engine.step(images, labels, settings.learning_rate, 1)
    engine.optimizer.step(settings.learning_rate)  # also where the loss was not finite
    shapes_of(network, job.function, settings.seed, 0)
    network.eval()
    with torch.no_grad():
        float(cross_entropy(network(images), labels, reduction="sum"))
