"""One sample through a small network, with its activations as modules and as function calls.

Both forms share every linear weight, so whatever differs comes from the activation: from a
parameter that a module owns, or from a mode that a function is not told.
"""

from __future__ import annotations

import math
import time
from collections.abc import Generator
from itertools import pairwise
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from engine.activations import find
from engine.data.images import ImageData
from engine.diagnostics.trace_forms import Forms, forms_of
from engine.diagnostics.trace_records import Trace, TraceOrder, TraceProgress, TraceStep
from engine.errors import InputError
from engine.networks.initialisation import linear_layer
from engine.networks.network import CLASSES, SHAPE
from engine.networks.seeds import generator
from engine.texts import phrase
from engine.training.batches import normalised, tensor_of
from engine.training.progress import INTERVAL

_BATCH, _RATE = 64, 0.1


def trace(
    order: TraceOrder, data: ImageData | None
) -> Generator[TraceProgress | Trace | None, None, None]:
    """Trains the module form for the steps that are asked for, then traces the sample.

    Yields None after each batch, TraceProgress at most every 50 ms, and the Trace at the end.
    `data` is needed unless the inputs are typed. Raises InputError for a wrong order.
    """
    order = order.validated()
    settings, item = order.settings, find(order.key)
    values = item.checked(order.values)
    shape, classes = (SHAPE, CLASSES) if data is None else (data.shape, len(data.classes))
    widths = (len(order.typed) or math.prod(shape), *settings.hidden,
              CLASSES if order.typed else classes)
    noise = generator(settings.seed, "training noise")
    weights = generator(settings.seed, "linear weights")
    linears = [linear_layer(*pair, weights) for pair in pairwise(widths)]
    forms = [forms_of(item, values, noise) for _ in settings.hidden]
    if settings.steps and data is not None and not order.typed:
        yield from _train(linears, forms, data, order)
    x, label = _sample(order, data)
    modules = nn.ModuleList(form.module for form in forms).train(settings.training)
    with torch.no_grad():
        steps = _steps(x, linears, forms)
    first = next((index for index, step in enumerate(steps) if step.largest_difference != 0), None)
    yield Trace(order, tuple(steps), first, label, _learned(modules), shape)


def _sample(order: TraceOrder, data: ImageData | None) -> tuple[Tensor, str]:
    """The input of shape (1, n), and the name of its class."""
    if order.typed:
        return torch.tensor([order.typed], dtype=torch.float32), ""
    index = order.settings.sample - 1
    if data is None or index >= len(data.test_images):
        raise InputError("The test set has {count} pictures, so there is none with the number "
                         "{number}.", count=0 if data is None else len(data.test_images),
                         number=order.settings.sample)
    pixels = tensor_of(data.test_images[index:index + 1])
    return normalised(pixels), data.classes[int(data.test_labels[index])]


def _train(linears: list[nn.Linear], forms: list[Forms], data: ImageData,
           order: TraceOrder) -> Generator[TraceProgress | None, None, None]:
    """Plain gradient descent on the cross-entropy of batches of 64, learned parameters too."""
    modules = [form.module.train() for form in forms]
    parameters = [p for module in (*linears, *modules) for p in module.parameters()]
    shuffle = generator(order.settings.seed, "batches")
    told = time.monotonic()
    for step in range(order.settings.steps):
        chosen = torch.randint(len(data.train_images), (_BATCH,), generator=shuffle).numpy()
        x = normalised(torch.from_numpy(data.train_images[chosen]))
        for linear, module in zip(linears, modules, strict=False):
            x = module(linear(x))
        right = torch.from_numpy(data.train_labels[chosen].astype(np.int64))
        loss = functional.cross_entropy(linears[-1](x), right)
        gradients = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            for parameter, gradient in zip(parameters, gradients, strict=True):
                parameter.sub_(gradient, alpha=_RATE)
        due = time.monotonic() - told >= INTERVAL
        told = time.monotonic() if due else told
        yield TraceProgress((step + 1) / order.settings.steps) if due else None


def _steps(x: Tensor, linears: list[nn.Linear], forms: list[Forms]) -> list[TraceStep]:
    """The input, then each layer: both forms go their own ways from the first layer on."""
    module = called = x
    steps = [TraceStep(phrase("Input"), "", "", _numbers(x), _numbers(x))]
    for index, linear in enumerate(linears, 1):
        module = linear(module)
        called = functional.linear(called, linear.weight, linear.bias)
        inputs, outputs = linear.in_features, linear.out_features
        steps.append(TraceStep(
            phrase("Linear {index}", index=index), f"nn.Linear({inputs}, {outputs})",
            "F.linear(x, weight, bias)", _numbers(module), _numbers(called)))
        if index <= len(forms):
            form = forms[index - 1]
            module, called = form.module(module), form.functional(called)
            steps.append(TraceStep(
                phrase("Activation {index}", index=index), form.module_code, form.functional_code,
                _numbers(module), _numbers(called)))
    module, called = nn.Softmax(dim=1)(module), functional.softmax(called, dim=1)
    steps.append(TraceStep(phrase("Probabilities"), "nn.Softmax(dim=1)", "F.softmax(x, dim=1)",
                           _numbers(module), _numbers(called)))
    return steps


def _learned(modules: nn.ModuleList) -> dict[str, Any]:
    """The learned parameters of the activations, named by their layer."""
    return {f"{name} of activation {index}": tensor.detach().flatten().tolist()
            for index, module in enumerate(modules, 1)
            for name, tensor in module.named_parameters()}


def _numbers(x: Tensor) -> np.ndarray:
    return x.detach()[0].numpy().copy()
