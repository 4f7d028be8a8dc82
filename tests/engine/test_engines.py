import math

import pytest
import torch
from torch import nn
from torch.nn.functional import cross_entropy

from engine.networks.building import build
from engine.networks.seeds import generator
from engine.training.backpropagation import Backpropagation
from engine.training.derivatives import CLOSED
from engine.training.engines import Autograd, engine_for
from engine.training.settings import TrainingSettings

ROWS = 16
SHAPE = (1, 5, 8)


def batches(count):
    numbers = generator(3, "test")
    for index in range(count):
        rows = ROWS if index % 3 else ROWS - 5
        yield (torch.rand(rows, 40, generator=numbers, dtype=torch.float64) * 2 - 1,
               torch.randint(0, 10, (rows,), generator=numbers))


def network(key, settings, seed=5):
    made = build(key, {}, settings, seed, shape=SHAPE).double()
    return made.train()


def settings(**more):
    return TrainingSettings(**{"hidden": (12, 9, 7), "learning_rate": 0.003, "momentum": 0.8,
                               "batch_size": ROWS} | more)


def weights(trained):
    return torch.cat([parameter.detach().reshape(-1) for parameter in trained.parameters()])


AGREEING = [("sgd", False, key) for key in (*CLOSED, "hardswish", "binary_step", "rrelu")] + [
    ("adam", True, "relu"), ("sgd", True, "swish"), ("adam", False, "prelu")]


@pytest.mark.parametrize(("optimizer", "shared", "key"), AGREEING)
def test_both_engines_agree_over_200_steps(key, optimizer, shared):
    chosen = settings(optimizer=optimizer, shared_activation=shared)
    ours, theirs = network(key, chosen), network(key, chosen)
    derived, whole = Backpropagation(ours, chosen), Autograd(theirs, chosen)
    for images, labels in batches(200):
        mine, other = (engine.step(images, labels, 0.003)[0] for engine in (derived, whole))
        assert float(mine) == pytest.approx(float(other), rel=1e-12)
    distance = torch.linalg.vector_norm(weights(ours) - weights(theirs))
    assert distance <= 1e-13 * torch.linalg.vector_norm(weights(theirs))


def test_both_engines_agree_for_a_sum_of_sines():
    """Over few steps: its loss is so steep that the last digits grow tenfold every few steps."""
    chosen = settings()
    ours, theirs = network("staf", chosen), network("staf", chosen)
    derived, whole = Backpropagation(ours, chosen), Autograd(theirs, chosen)
    for images, labels in batches(5):
        for engine in (derived, whole):
            engine.step(images, labels, 1e-3)
    torch.testing.assert_close(weights(ours), weights(theirs), rtol=1e-12, atol=1e-14)


def plain_steps(trained, optimizer, count):
    """The usual loop of torch: one gradient for each parameter, no vector, no fused kernel."""
    for parameter in trained.parameters():  # an unused one is moved by neither
        parameter.grad = torch.zeros_like(parameter)
    for images, labels in batches(count):
        loss = cross_entropy(trained(images), labels)
        optimizer.zero_grad(set_to_none=False)
        loss.backward()
        optimizer.step()


@pytest.mark.parametrize("engine", [Autograd, Backpropagation])
@pytest.mark.parametrize("key", ["gelu", "prelu", "staf", "swish", "binary_step", "none"])
def test_steps_are_those_of_torch_optim(key, engine):
    chosen = settings()
    ours, theirs = network(key, chosen), network(key, chosen)
    made = engine(ours, chosen)
    for images, labels in batches(12):
        made.step(images, labels, 0.003)
    plain_steps(theirs, torch.optim.SGD(theirs.parameters(), 0.003, 0.8, foreach=False), 12)
    torch.testing.assert_close(weights(ours), weights(theirs), rtol=1e-8, atol=1e-11)


@pytest.mark.parametrize("more", [
    {"normalisation": "layer"}, {"residual": True, "hidden": (12, 12)}, {"dropout": 0.1},
    {"network": "cnn", "channels": (3,), "dense": 6}])
def test_other_networks_are_left_to_autograd(more):
    chosen = settings(**more)
    trained = network("relu", chosen)
    before = weights(trained).clone()
    engine = engine_for(trained, chosen)
    assert type(engine) is Autograd
    assert not Backpropagation.fits(trained)
    losses = [float(engine.step(images, labels, 0.01)[0]) for images, labels in batches(3)]
    assert all(map(math.isfinite, losses))
    assert not torch.equal(before, weights(trained))


def test_linear_layers_are_derived_by_hand():
    assert type(engine_for(network("relu", settings()), settings())) is Backpropagation
    assert type(engine_for(network("staf", settings()), settings())) is Backpropagation


@pytest.mark.parametrize("engine", [Autograd, Backpropagation])
def test_the_logits_are_those_before_the_step(engine):
    trained = network("relu", settings())
    images, labels = next(batches(1))
    expected = trained(images).detach().clone()
    loss, logits = engine(trained, settings()).step(images, labels, 0.01)
    torch.testing.assert_close(logits, expected)
    torch.testing.assert_close(loss, cross_entropy(expected, labels))
    assert not torch.equal(trained(images), expected)


@pytest.mark.parametrize("engine", [Autograd, Backpropagation])
@pytest.mark.parametrize("parts", [1, 3])
def test_a_loss_that_is_not_finite_changes_nothing(engine, parts):
    trained = network("relu", settings())
    images, labels = next(batches(1))
    made = engine(trained, settings())
    before = weights(trained).clone()
    loss, _ = made.step(images * math.nan, labels, 0.01, parts)
    assert math.isnan(float(loss))
    assert torch.equal(before, weights(trained))


@pytest.mark.parametrize("engine", [Autograd, Backpropagation])
@pytest.mark.parametrize("key", ["gelu", "prelu"])
@pytest.mark.parametrize("more", [{}, {"optimizer": "adam"}, {"gradient_clipping": 0.1}])
def test_a_batch_in_parts_is_the_same_batch(engine, key, more):
    chosen = settings(**more)
    whole, cut = network(key, chosen), network(key, chosen)
    one, other = engine(whole, chosen), engine(cut, chosen)
    for images, labels in batches(8):
        loss, logits = one.step(images, labels, 0.003)
        logits = logits.clone()
        again, same = other.step(images, labels, 0.003, 4)
        torch.testing.assert_close(again, loss)
        torch.testing.assert_close(same, logits)
    torch.testing.assert_close(weights(cut), weights(whole), rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize("key", [*CLOSED])
def test_closed_derivatives_hold_far_out(key):
    """In single precision, where e^x overflows, against autograd in double precision."""
    trained = build(key, {}, settings(hidden=(1,)), 5)
    activation = trained.placed[0]
    slots = {parameter: torch.zeros_like(parameter) for parameter in activation.parameters()}
    places = torch.tensor([-300.0, -89.0, -21.0, -3.0, -1e-3, 1e-3, 0.7, 19.9, 21.0, 89.0, 300.0])
    sums = places.clone()
    passage = CLOSED[key](activation, sums, slots)
    found = passage.forward().clone()
    slopes = torch.ones_like(places)
    passage.backward(slopes, 1.0)
    exact = places.double().requires_grad_()
    expected = activation.double()(exact)
    [derivative] = torch.autograd.grad(expected.sum(), [exact])
    torch.testing.assert_close(found.double(), expected.detach(), rtol=2e-6, atol=1e-6)
    torch.testing.assert_close(slopes.double(), derivative, rtol=2e-6, atol=1e-6)


def test_an_identity_module_is_nothing():
    assert isinstance(network("none", settings()).placed[0], nn.Identity)
