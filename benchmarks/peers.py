"""The same epoch in JAX and in Keras, in one run with ours, where the extra peers is installed.

pip install -e '.[peers]', then python -m benchmarks peers. All compute on one core: JAX takes more
threads than its flags allow, so the process is pinned where the system can do that.
"""

from __future__ import annotations

import importlib.util
import os
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import torch

from benchmarks.training import BATCH, SETTINGS, WIDTHS, fastest, products, random_images
from engine.data.images import ImageData
from engine.networks.building import build
from engine.training.trainer import train

_ROUNDS = 6
_EVALUATION_BATCH = 1000


def rows() -> list[tuple[str, float, str | None]]:
    """The ratios of the fastest rounds, all alternating in each round; none without the extra."""
    if any(importlib.util.find_spec(name) is None for name in ("jax", "keras")):
        print("peers: jax and keras are not installed (pip install -e '.[peers]')")
        return []
    os.environ["KERAS_BACKEND"] = "jax"
    os.environ["XLA_FLAGS"] = ("--xla_cpu_multi_thread_eigen=false "
                               "intra_op_parallelism_threads=1")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    torch.set_num_threads(1)
    data = random_images()
    found = fastest({
        "products": products(),
        "relu": lambda: list(train([("relu", {})], SETTINGS, data)),
        "jax": _jax(data),
        "keras": _keras(data),
    }, _ROUNDS, time.process_time)
    return [
        ("epoch with ReLU / the same in JAX (jit)", found["relu"] / found["jax"], "<= 1.05"),
        ("epoch with ReLU / the same in Keras (JAX), model.fit", found["relu"] / found["keras"],
         "<= 1.0"),
        ("epoch in JAX (jit) / bare products", found["jax"] / found["products"], None),
        ("epoch in Keras (JAX) / bare products", found["keras"] / found["products"], None),
    ]


def _arrays(data: ImageData) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    return (data.train_images, data.train_labels.astype(np.int32),
            data.test_images, data.test_labels.astype(np.int32))


def _jax(data: ImageData) -> Callable[[], Any]:
    """A jitted step with SGD and momentum that gives its loss and answers; the same evaluation."""
    import jax
    import jax.numpy as jnp

    def logits_of(weights: Any, images: Any) -> Any:
        x = images.astype(jnp.float32) / 127.5 - 1
        for weight, bias in weights[:-1]:
            x = jax.nn.relu(x @ weight + bias)
        weight, bias = weights[-1]
        return x @ weight + bias

    def loss_of(weights: Any, images: Any, labels: Any) -> Any:
        logits = logits_of(weights, images)
        chances = jax.nn.log_softmax(logits)
        loss = -jnp.take_along_axis(chances, labels[:, None], 1).mean()
        return loss, (logits.argmax(1) == labels).sum()

    def step(weights: Any, momenta: Any, images: Any, labels: Any) -> Any:
        (loss, right), slopes = jax.value_and_grad(loss_of, has_aux=True)(weights, images, labels)
        momenta = jax.tree.map(lambda m, g: SETTINGS.momentum * m + g, momenta, slopes)
        weights = jax.tree.map(lambda w, m: w - SETTINGS.learning_rate * m, weights, momenta)
        return weights, momenta, loss, right

    stepping, judging = jax.jit(step, donate_argnums=(0, 1)), jax.jit(loss_of)
    images, labels, test_images, test_labels = _arrays(data)
    rng = np.random.default_rng(0)

    def epoch() -> None:
        network = build("relu", {}, SETTINGS, SETTINGS.seed)
        weights = [(jnp.array(linear.weight.detach().T.numpy()),
                    jnp.array(linear.bias.detach().numpy())) for linear in network.linears]
        momenta = jax.tree.map(jnp.zeros_like, weights)
        order, told = rng.permutation(len(labels)), []
        for start in range(0, len(labels), BATCH):
            chosen = order[start:start + BATCH]
            weights, momenta, *more = stepping(weights, momenta, images[chosen], labels[chosen])
            told.append(more)
        for start in range(0, len(test_labels), _EVALUATION_BATCH):
            part = slice(start, start + _EVALUATION_BATCH)
            told.append(judging(weights, test_images[part], test_labels[part]))
        jax.block_until_ready((weights, told))

    return epoch


def _keras(data: ImageData) -> Callable[[], Any]:
    """model.fit over one epoch with validation, on float images that were made before."""
    import keras

    images, labels, test_images, test_labels = _arrays(data)
    ready = [part.astype(np.float32) / 127.5 - 1 for part in (images, test_images)]
    layers = [keras.layers.Dense(width, activation="relu") for _, width in pairwise(WIDTHS[:-1])]
    model = keras.Sequential([keras.Input((WIDTHS[0],)), *layers, keras.layers.Dense(WIDTHS[-1])])
    model.compile(
        keras.optimizers.SGD(SETTINGS.learning_rate, momentum=SETTINGS.momentum),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
    return lambda: model.fit(ready[0], labels, batch_size=BATCH, epochs=1, verbose=0,
                             validation_data=(ready[1], test_labels),
                             validation_batch_size=_EVALUATION_BATCH)
