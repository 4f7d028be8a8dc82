import math

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from engine.networks.building import build
from engine.networks.seeds import generator
from engine.networks.settings import NetworkSettings
from engine.training.descent import Descent
from engine.training.settings import TrainingSettings

ROWS = 16


def batches(count):
    numbers = generator(3, "test")
    for index in range(count):
        rows = ROWS if index % 3 else ROWS - 5
        yield (torch.rand(rows, 784, generator=numbers, dtype=torch.float64) * 2 - 1,
               torch.randint(0, 10, (rows,), generator=numbers))


def by_autograd(network, settings, count):
    """The network differentiated as a whole, with the optimizer of torch."""
    if settings.optimizer == "adam":
        optimizer = torch.optim.Adam(network.parameters(), settings.learning_rate)
    else:
        optimizer = torch.optim.SGD(network.parameters(), settings.learning_rate,
                                    settings.momentum)
    losses = []
    for images, labels in batches(count):
        loss = cross_entropy(network(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
@pytest.mark.parametrize("key", ["relu", "gelu", "prelu", "staf", "swish", "binary_step", "none"])
def test_steps_are_those_of_autograd_and_torch_optim(key, optimizer, shared):
    settings = TrainingSettings(hidden=(12, 9, 7), optimizer=optimizer, learning_rate=0.003,
                                momentum=0.8, batch_size=ROWS, shared_activation=shared)
    ours = build(key, {}, settings, seed=5).double()
    theirs = build(key, {}, settings, seed=5).double()
    for parameter in theirs.parameters():  # an unused one is moved by neither
        parameter.grad = torch.zeros_like(parameter)
    descent = Descent(ours, settings)
    losses = [descent.step(images, labels)[0] for images, labels in batches(12)]
    assert losses == pytest.approx(by_autograd(theirs, settings, 12), rel=1e-9)
    for mine, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        torch.testing.assert_close(mine, other, rtol=1e-8, atol=1e-11)


def test_the_logits_are_those_before_the_step():
    network = build("relu", {}, NetworkSettings(hidden=(6,)), seed=1).double()
    images, labels = next(batches(1))
    expected = network(images).detach().clone()
    _, logits = Descent(network, TrainingSettings(hidden=(6,), batch_size=ROWS)).step(
        images, labels)
    torch.testing.assert_close(logits, expected)
    assert not torch.equal(network(images), expected)


def test_a_loss_that_is_not_finite_changes_nothing():
    network = build("relu", {}, NetworkSettings(hidden=(6,)), seed=1).double()
    images, labels = next(batches(1))
    descent = Descent(network, TrainingSettings(hidden=(6,), batch_size=ROWS))
    before = nn.utils.parameters_to_vector(network.parameters()).clone()
    loss, _ = descent.step(images * math.nan, labels)
    assert math.isnan(loss)
    assert torch.equal(before, nn.utils.parameters_to_vector(network.parameters()))
