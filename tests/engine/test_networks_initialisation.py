"""Start weights against the formulas of their papers."""

import math

import mpmath
import pytest
import torch

from engine.errors import InputError
from engine.networks.building import build
from engine.networks.initialisation import gain
from engine.networks.settings import INITIALISATIONS, NetworkSettings

WIDTHS = (784, 300, 200, 10)


def network(scheme, key="relu", values=None, seed=7, **more):
    settings = NetworkSettings(hidden=WIDTHS[1:-1], initialisation=scheme, **more)
    return build(key, values, settings, seed)


@pytest.mark.parametrize(("scheme", "variance"), [
    ("default", lambda n, m: 1 / (3 * n)), ("xavier", lambda n, m: 2 / (n + m)),
    ("he", lambda n, m: 2 / n), ("lecun", lambda n, m: 1 / n),
])
def test_the_variance_is_that_of_the_paper(scheme, variance):
    for linear in network(scheme).linears[:-1]:
        weight = linear.weight.detach()
        outputs, inputs = weight.shape
        found = float(weight.var())
        spread = 4 * math.sqrt(2 / weight.numel())  # four deviations of a sample variance
        assert found == pytest.approx(variance(inputs, outputs), rel=spread)
        assert abs(float(weight.mean())) < 5 * math.sqrt(found / weight.numel())


@pytest.mark.parametrize(("scheme", "bound"), [
    ("default", lambda n, m: 1 / math.sqrt(n)), ("xavier", lambda n, m: math.sqrt(6 / (n + m)))])
def test_uniform_weights_fill_their_interval(scheme, bound):
    linear = network(scheme).linears[0]
    assert linear.weight.abs().max().item() == pytest.approx(bound(784, 300), rel=1e-3)
    assert linear.weight.abs().max().item() <= bound(784, 300)


@pytest.mark.parametrize("scheme", [name for name in INITIALISATIONS if name != "default"])
def test_biases_start_at_zero(scheme):
    assert all(linear.bias.abs().max().item() == 0 for linear in network(scheme).linears)


def test_orthogonal_matrices_are_orthogonal():
    for linear in network("orthogonal").linears:
        weight = linear.weight.double()
        product = weight @ weight.T if len(weight) <= weight.shape[1] else weight.T @ weight
        torch.testing.assert_close(product, torch.eye(len(product), dtype=torch.float64),
                                   atol=1e-5, rtol=0)


def selu_moment():
    """E f(z)^2 of SELU by mpmath, from its own numbers."""
    scale, alpha = mpmath.mpf("1.0507009873554805"), mpmath.mpf("1.6732632423543772")
    low = mpmath.quad(lambda z: (alpha * mpmath.expm1(z))**2 * mpmath.npdf(z), [-40, -5, 0])
    return float(scale**2 * (low + mpmath.mpf(1) / 2))


@pytest.mark.parametrize(("key", "values", "scheme", "expected"), [
    ("relu", {}, "forward_gain", math.sqrt(2)), ("relu", {}, "backward_gain", math.sqrt(2)),
    ("none", {}, "forward_gain", 1.0),
    ("leaky_relu", {"negative_slope": 0.2}, "forward_gain", math.sqrt(2 / (1 + 0.2**2))),
    ("prelu", {"weight": 0.5}, "backward_gain", math.sqrt(2 / (1 + 0.5**2))),
    ("selu", {}, "forward_gain", selu_moment()**-0.5),
    ("erf", {}, "backward_gain", (4 / math.pi / math.sqrt(5))**-0.5),
])
def test_the_gain_is_that_of_the_closed_form(key, values, scheme, expected):
    activation = build(key, values, NetworkSettings(hidden=(4,)), seed=1).activations[0]
    assert gain(activation, scheme) == pytest.approx(expected, rel=1e-9)


def test_selu_is_its_own_fixed_point():
    assert selu_moment() == pytest.approx(1, rel=1e-9)


def test_the_gain_stands_in_the_layers_behind_the_function():
    plain, scaled = network("lecun", "relu"), network("forward_gain", "relu")
    for index, (one, other) in enumerate(zip(plain.linears, scaled.linears, strict=True)):
        factor = 1 if index == 0 else math.sqrt(2)
        torch.testing.assert_close(other.weight, one.weight * factor)


def test_each_layer_of_a_row_of_functions_has_the_gain_of_the_one_before_it():
    plain, scaled = network("lecun"), network("forward_gain", "relu/none")
    torch.testing.assert_close(scaled.linears[1].weight, plain.linears[1].weight * math.sqrt(2))
    torch.testing.assert_close(scaled.linears[2].weight, plain.linears[2].weight)


def test_the_second_moment_stays_through_thirty_layers():
    settings = NetworkSettings(hidden=(400,) * 30, initialisation="forward_gain")
    deep = build("tanh", {}, settings, seed=3)
    x = torch.randn(200, 784, generator=torch.Generator().manual_seed(0))
    with torch.no_grad():
        for linear, activation in deep.hidden_layers():
            before = linear(x)
            x = activation(before)
    assert float(before.square().mean()) == pytest.approx(1, rel=0.25)


@pytest.mark.parametrize("scheme", [name for name in INITIALISATIONS if "gain" not in name])
@pytest.mark.parametrize("kind", ["simple", "cnn", "transformer"])
def test_one_seed_gives_equal_weights_to_all_functions(scheme, kind):
    first, *others = (build(key, {}, NetworkSettings(
        network=kind, hidden=(9, 7), channels=(3,), dense=6, token_width=8, heads=2, blocks=1,
        feed_forward=6, initialisation=scheme), seed=5)
        for key in ("relu", "staf", "rrelu", "none"))
    for other in others:
        weights = dict(other.named_parameters())
        for name, weight in first.named_parameters():
            assert torch.equal(weight, weights[name]), name


def test_a_function_without_a_gain_is_refused():
    with pytest.raises(InputError, match="has no such gain"):
        network("backward_gain", "binary_step")


def test_a_gated_unit_has_no_computed_gain():
    settings = NetworkSettings(network="transformer", initialisation="forward_gain")
    with pytest.raises(InputError, match="GLU has no such gain"):
        build("glu", {}, settings, seed=1)


def test_other_seeds_give_other_weights():
    assert not torch.equal(network("orthogonal", seed=1).linears[0].weight,
                           network("orthogonal", seed=2).linears[0].weight)
