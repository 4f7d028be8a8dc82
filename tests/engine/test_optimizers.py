import math

import pytest
import torch
from torch import nn

from engine.training.optimizers import FoldedMomentum, FromTorch, Langevin, optimizer_for
from engine.training.schedules import Schedule
from engine.training.settings import OPTIMIZERS, TrainingSettings

STEPS = 60


def valley(weights):
    """A bent valley with a gradient that is neither constant nor linear."""
    return (weights[:3].square().sum() - 1) ** 2 + (weights[3:] - weights[:3]).square().sum() * 3


def theirs(settings, parameters):
    common = {"lr": settings.learning_rate, "weight_decay": settings.weight_decay}
    match settings.optimizer:
        case "sgd" | "nesterov":
            return torch.optim.SGD(parameters, momentum=settings.momentum, foreach=False,
                                   nesterov=settings.optimizer == "nesterov", **common)
        case "adam":
            return torch.optim.Adam(parameters, foreach=False, **common)
        case "adamw":
            return torch.optim.AdamW(parameters, foreach=False, **common)
        case "rmsprop":
            return torch.optim.RMSprop(parameters, foreach=True, **common)


@pytest.mark.parametrize("clipping", [0.0, 0.5])
@pytest.mark.parametrize("decay", [0.0, 0.01])
@pytest.mark.parametrize("name", [name for name in OPTIMIZERS if name != "sgld"])
def test_each_is_that_of_torch(name, decay, clipping):
    settings = TrainingSettings(optimizer=name, learning_rate=0.01, weight_decay=decay,
                                gradient_clipping=clipping, momentum=0.8)
    start = torch.linspace(-1.3, 1.6, 6, dtype=torch.float64)
    ours, halves = start.clone(), [nn.Parameter(start[:3].clone()), nn.Parameter(start[3:].clone())]
    optimizer, expected = optimizer_for(ours, settings), theirs(settings, halves)
    for step in range(STEPS):
        rate = 0.01 / (1 + step / 20)
        leaf = ours.detach().clone().requires_grad_()
        [gradient] = torch.autograd.grad(valley(leaf), [leaf])
        optimizer.gradient.mul_(optimizer.carry).add_(gradient)
        optimizer.step(rate)
        expected.zero_grad()
        valley(torch.cat(halves)).backward()
        if clipping:
            nn.utils.clip_grad_norm_(halves, clipping)
        for group in expected.param_groups:
            group["lr"] = rate
        expected.step()
    torch.testing.assert_close(ours, torch.cat(halves).detach(), rtol=1e-12, atol=1e-14)
    assert not torch.allclose(ours, start)


def test_momentum_is_folded_only_where_its_gradient_is_not_needed():
    weights = torch.zeros(3)
    assert isinstance(optimizer_for(weights, TrainingSettings()), FoldedMomentum)
    for more in ({"gradient_clipping": 1.0}, {"optimizer": "nesterov"}, {"optimizer": "adam"}):
        assert isinstance(optimizer_for(weights, TrainingSettings(**more)), FromTorch)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_one_goes_on_from_its_state(name):
    settings = TrainingSettings(optimizer=name, learning_rate=0.01, temperature=0.1, seed=4)

    def steps(optimizer, weights, count):
        for _ in range(count):
            leaf = weights.detach().clone().requires_grad_()
            [gradient] = torch.autograd.grad(valley(leaf), [leaf])
            optimizer.gradient.mul_(optimizer.carry).add_(gradient)
            optimizer.step(0.01)

    first = torch.linspace(-1.3, 1.6, 6)
    whole = optimizer_for(first, settings)
    steps(whole, first, 7)
    second = first.clone()
    other = optimizer_for(second, settings)
    other.restore(whole.state())
    for source, kept in zip(other.generators(), whole.generators(), strict=True):
        source.set_state(kept.get_state())
    steps(whole, first, 5)
    steps(other, second, 5)
    assert torch.equal(first, second)


def test_the_state_of_another_network_is_refused():
    state = optimizer_for(torch.zeros(3), TrainingSettings()).state()
    with pytest.raises(ValueError, match="another"):
        optimizer_for(torch.zeros(4), TrainingSettings()).restore(state)
    adam = TrainingSettings(optimizer="adam")
    with pytest.raises(ValueError, match="another"):
        optimizer_for(torch.zeros(4), adam).restore({"exp_avg": torch.zeros(3)})


def langevin(**more):
    return TrainingSettings(optimizer="sgld", **more)


def test_langevin_noise_reaches_the_stationary_variance_of_a_quadratic():
    """For k w^2 / 2 a step is w (1 - r k) + sqrt(2 r T) e; the variance is 2 T / (k (2 - r k))."""
    curvature, rate, temperature = 2.0, 0.1, 0.3
    weights = torch.zeros(20_000, dtype=torch.float64)
    optimizer = Langevin(weights, langevin(temperature=temperature, seed=1))
    for _ in range(120):
        torch.mul(weights, curvature, out=optimizer.gradient)
        optimizer.step(rate)
    expected = 2 * temperature / (curvature * (2 - rate * curvature))
    error = expected * math.sqrt(2 / weights.numel())
    assert abs(float(weights.var()) - expected) < 4 * error
    assert abs(float(weights.mean())) < 4 * math.sqrt(expected / weights.numel())


def test_langevin_noise_depends_on_its_seed_alone():
    def walk(seed):
        weights = torch.zeros(5)
        optimizer = Langevin(weights, langevin(temperature=1.0, seed=seed))
        optimizer.step(0.1)
        return weights

    before = torch.get_rng_state()
    assert torch.equal(walk(3), walk(3))
    assert not torch.equal(walk(3), walk(4))
    assert torch.equal(before, torch.get_rng_state())


def test_langevin_without_temperature_is_plain_descent():
    weights = torch.ones(4)
    optimizer = Langevin(weights, langevin(temperature=0.0, weight_decay=0.5))
    optimizer.gradient.fill_(2.0)
    optimizer.step(0.1)
    torch.testing.assert_close(weights, torch.full((4,), 1 - 0.1 * 2.5))


def torch_rates(settings, steps_per_epoch):
    """The same schedule made of those of torch, stepped after each batch."""
    optimizer = torch.optim.SGD([nn.Parameter(torch.zeros(1))], settings.learning_rate)
    schedules = torch.optim.lr_scheduler
    warmup = settings.warmup_epochs * steps_per_epoch
    count = settings.epochs * steps_per_epoch
    match settings.schedule:
        case "step":
            main = schedules.StepLR(optimizer, settings.step_epochs * steps_per_epoch,
                                    settings.step_factor)
        case "cosine":
            main = schedules.CosineAnnealingLR(optimizer, count - warmup)
        case _:
            main = schedules.ConstantLR(optimizer, 1.0)
    if warmup:
        first = schedules.LinearLR(optimizer, 1 / warmup, 1.0, warmup - 1)
        main = schedules.SequentialLR(optimizer, [first, main], [warmup])
    rates = []
    for _ in range(count):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        main.step()
    return rates


@pytest.mark.filterwarnings("ignore:The epoch parameter:UserWarning")  # SequentialLR's own call
@pytest.mark.parametrize("warmup", [0, 2])
@pytest.mark.parametrize("schedule", ["constant", "step", "cosine"])
def test_rates_are_those_of_torch(schedule, warmup):
    settings = TrainingSettings(schedule=schedule, warmup_epochs=warmup, epochs=9, step_epochs=3,
                                step_factor=0.3, learning_rate=0.2)
    ours = Schedule(settings, 4)
    assert [ours.rate(step) for step in range(36)] == pytest.approx(
        torch_rates(settings, 4), rel=1e-10)


def test_a_warm_up_longer_than_the_run_only_grows():
    rates = [Schedule(TrainingSettings(schedule="cosine", warmup_epochs=5, epochs=2), 3).rate(step)
             for step in range(6)]
    assert rates == sorted(rates)
    assert rates[-1] < TrainingSettings().learning_rate
