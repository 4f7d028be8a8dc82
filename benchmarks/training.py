"""One epoch of the article's network on one thread, against bare products and the usual loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from PIL import Image

from engine.data.images import ImageData
from engine.networks.building import build
from engine.networks.network import CLASSES, INPUTS
from engine.training.batches import evaluation_samples, training_samples
from engine.training.settings import TrainingSettings
from engine.training.trainer import train

_ROUNDS, _SLOW_ROUNDS = 10, 3
_TRAINING, _EVALUATION, BATCH, _EVALUATION_BATCH = 60_000, 10_000, 128, 1000
SETTINGS = TrainingSettings(epochs=1, batch_size=BATCH, device="cpu")
WIDTHS = (INPUTS, *SETTINGS.hidden, CLASSES)


def rows() -> list[tuple[str, float, str]]:
    """The ratios of the fastest rounds, all variants alternating in each round, one thread.

    Times are of the processor.
    """
    torch.set_num_threads(1)
    data = random_images()
    variants: dict[str, Callable[[], Any]] = {
        "products": products(),
        "relu": lambda: list(train([("relu", {})], SETTINGS, data)),
        "gelu": lambda: list(train([("gelu", {})], SETTINGS, data)),
        "whole": lambda: _differentiated_whole(data),
    }
    seconds = fastest(variants, _ROUNDS, time.process_time)
    found = [
        ("epoch with ReLU / bare products", seconds["relu"] / seconds["products"], "<= 1.2"),
        ("epoch with GELU / bare products", seconds["gelu"] / seconds["products"], "<= 1.35"),
        ("the same by autograd and torch.optim alone, ReLU / bare products",
         seconds["whole"] / seconds["products"], None),
    ]
    slow = fastest({"relu": variants["relu"], "usual": usual_loop(data)}, _SLOW_ROUNDS,
                   time.process_time)
    found.append(("usual loop / epoch with ReLU", slow["usual"] / slow["relu"], ">= 3"))
    return found


def fastest(variants: dict[str, Callable[[], Any]], rounds: int,
            clock: Callable[[], float] = time.perf_counter) -> dict[str, float]:
    """Seconds of the least disturbed round of each variant, the first one for warming up.

    For work on one core time.process_time gives what an idle machine would take, on a busy one too.
    """
    seconds: dict[str, list[float]] = {name: [] for name in variants}
    for _ in range(rounds):
        for name, work in variants.items():
            start = clock()
            work()
            seconds[name].append(clock() - start)
    return {name: min(found[1:]) for name, found in seconds.items()}


def random_images() -> ImageData:
    """A data set of FashionMNIST's shape."""
    rng = np.random.default_rng(0)

    def some(count: int) -> tuple[np.ndarray, np.ndarray]:
        return (rng.integers(0, 256, (count, INPUTS), dtype=np.uint8),
                rng.integers(0, CLASSES, count, dtype=np.uint8))

    return ImageData("random", *some(_TRAINING), *some(_EVALUATION), False, "the benchmark", "")


def products() -> Callable[[], None]:
    """The matrix products alone: forwards, both backwards (one for the first layer), evaluation."""
    weights = [torch.randn(outputs, inputs) for inputs, outputs in pairwise(WIDTHS)]

    def buffers(rows: int) -> list[torch.Tensor]:
        return [torch.randn(rows, width) for width in WIDTHS]

    values, slopes, gradients = buffers(BATCH), buffers(BATCH), [w.clone() for w in weights]
    evaluated = buffers(_EVALUATION_BATCH)

    def work() -> None:
        for _ in range(_TRAINING // BATCH):
            for index, weight in enumerate(weights):
                torch.mm(values[index], weight.T, out=values[index + 1])
            for index in reversed(range(len(weights))):
                torch.mm(slopes[index + 1].T, values[index], out=gradients[index])
                if index:
                    torch.mm(slopes[index + 1], weights[index], out=slopes[index])
        for _ in range(_EVALUATION // _EVALUATION_BATCH):
            for index, weight in enumerate(weights):
                torch.mm(evaluated[index], weight.T, out=evaluated[index + 1])

    return work


def _differentiated_whole(data: ImageData) -> None:
    """The same data in memory, with nothing of ours but the network."""
    order = torch.Generator().manual_seed(0)
    _usual_epoch(training_samples(data, "cpu").shuffled(BATCH, order),
                 evaluation_samples(data, "cpu").in_order(), fused=True)


def usual_loop(data: ImageData) -> Callable[[], None]:
    """A Dataset making a PIL picture, a tensor and the normalisation per item."""

    class Pictures(torch.utils.data.Dataset):
        def __init__(self, images: np.ndarray, labels: np.ndarray) -> None:
            self.images = torch.from_numpy(images.reshape(-1, 28, 28))
            self.labels = torch.from_numpy(labels.astype(np.int64))

        def __len__(self) -> int:
            return len(self.labels)

        def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
            picture = Image.fromarray(self.images[index].numpy())
            tensor = torch.from_numpy(np.array(picture, np.uint8, copy=True)).view(28, 28, 1)
            tensor = tensor.permute(2, 0, 1).contiguous().to(torch.float32).div(255)
            mean, deviation = torch.as_tensor([0.5]), torch.as_tensor([0.5])
            return tensor.sub_(mean[:, None, None]).div_(deviation[:, None, None]), \
                int(self.labels[index])

    training = Pictures(data.train_images, data.train_labels)
    evaluation = Pictures(data.test_images, data.test_labels)
    loader = torch.utils.data.DataLoader
    return lambda: _usual_epoch(loader(training, batch_size=BATCH, shuffle=True),
                                loader(evaluation, batch_size=BATCH))


def _usual_epoch(training: Iterable[Any], evaluation: Iterable[Any], fused: bool = False) -> None:
    settings = SETTINGS
    network = build("relu", {}, settings, settings.seed)
    criterion = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(network.parameters(), settings.learning_rate, settings.momentum,
                                fused=fused)
    network.train()
    for images, labels in training:
        optimizer.zero_grad()
        logits = network(images.view(len(images), -1))
        loss = criterion(logits, labels)
        loss.backward()
        optimizer.step()
        loss.item()
        (logits.argmax(1) == labels).sum().item()
    network.eval()
    with torch.no_grad():
        for images, labels in evaluation:
            logits = network(images.view(len(images), -1))
            criterion(logits, labels).item()
            (logits.argmax(1) == labels).sum().item()
