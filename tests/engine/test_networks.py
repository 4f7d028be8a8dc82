import pytest
import torch
from torch import nn

from engine.errors import InputError
from engine.networks.building import build, count_parameters
from engine.networks.functions import check_function, start_values
from engine.networks.seeds import generator
from engine.networks.settings import NetworkSettings

HIDDEN = (256, 192, 128, 64)


def test_the_article_network_has_its_number_of_parameters():
    network = build("relu", {}, NetworkSettings(hidden=HIDDEN), seed=7)
    assert sum(p.numel() for p in network.parameters()) == 283_914
    assert count_parameters(NetworkSettings(hidden=HIDDEN)) == 283_914
    assert network.hidden == HIDDEN
    assert network(torch.zeros(3, 784)).shape == (3, 10)


def test_linear_weights_are_those_that_pytorch_draws():
    network = build("relu", {}, NetworkSettings(hidden=(30, 20)), seed=11)
    with torch.random.fork_rng():
        torch.manual_seed(generator(11, "linear weights").initial_seed())
        plain = [nn.Linear(784, 30), nn.Linear(30, 20), nn.Linear(20, 10)]
    for ours, theirs in zip(network.linears, plain, strict=True):
        assert torch.equal(ours.weight, theirs.weight)
        assert torch.equal(ours.bias, theirs.bias)


@pytest.mark.parametrize("key", ["staf", "rrelu", "prelu", "none"])
def test_linear_weights_do_not_depend_on_the_activation(key):
    relu = build("relu", {}, NetworkSettings(hidden=HIDDEN), seed=7)
    other = build(key, {}, NetworkSettings(hidden=HIDDEN), seed=7)
    for ours, theirs in zip(relu.linears, other.linears, strict=True):
        assert torch.equal(ours.weight, theirs.weight)
        assert torch.equal(ours.bias, theirs.bias)


def test_seeds_and_purposes_give_different_numbers():
    drawn = [torch.rand(4, generator=generator(seed, purpose)).tolist()
             for seed in (7, 8) for purpose in ("linear weights", "batch order")]
    assert len({tuple(numbers) for numbers in drawn}) == 4
    assert drawn[0] == torch.rand(4, generator=generator(7, "linear weights")).tolist()


@pytest.mark.parametrize("key", ["relu", "staf", "rrelu"])
def test_the_global_generator_is_left_alone(key):
    before = torch.get_rng_state()
    build(key, {}, NetworkSettings(hidden=(8, 6)), seed=7).train()(torch.zeros(5, 784))
    assert torch.equal(before, torch.get_rng_state())


def test_fresh_instances_and_a_shared_one():
    fresh = build("prelu", {}, NetworkSettings(hidden=HIDDEN), seed=7)
    shared = build("prelu", {}, NetworkSettings(shared_activation=True), seed=7)
    assert len({id(activation) for _, activation in fresh.hidden_layers()}) == 4
    assert len({id(activation) for _, activation in shared.hidden_layers()}) == 1
    assert sum(p.numel() for p in fresh.parameters()) == 283_914 + 4
    assert sum(p.numel() for p in shared.parameters()) == 283_914 + 1


def test_the_forward_pass_is_the_formula():
    network = build("leaky_relu", {"negative_slope": 0.2}, NetworkSettings(hidden=(5, 4)), seed=1)
    x = torch.randn(6, 784, generator=generator(1, "test"))
    expected = x
    for linear in network.linears[:-1]:
        z = expected @ linear.weight.T + linear.bias
        expected = z.clamp(min=0) + 0.2 * z.clamp(max=0)
    expected = expected @ network.linears[-1].weight.T + network.linears[-1].bias
    torch.testing.assert_close(network(x), expected)


def test_no_activation_is_one_linear_map():
    network = build("none", {}, NetworkSettings(hidden=(5, 4)), seed=1).double()
    x = torch.randn(3, 784, generator=generator(1, "test")).double()
    with torch.no_grad():
        torch.testing.assert_close(network(2 * x) - network(x), network(x) - network(0 * x))


def test_a_network_without_hidden_layers():
    network = build("relu", {}, NetworkSettings(hidden=(), shared_activation=True), seed=1)
    assert network(torch.zeros(2, 784)).shape == (2, 10)


def test_wrong_functions_are_refused():
    with pytest.raises(InputError, match="no function reluu"):
        build("reluu", {}, NetworkSettings(hidden=(4,)), seed=1)
    with pytest.raises(InputError, match="negative_slope must be between 0 and 1, got 3"):
        build("leaky_relu", {"negative_slope": 3.0}, NetworkSettings(hidden=(4,)), seed=1)
    with pytest.raises(InputError, match="No activation has no parameters"):
        check_function("none", {"alpha": 1.0})


def test_learned_vectors_at_their_default_are_drawn_from_the_seed():
    full = check_function("staf", {})
    assert start_values("staf", full) == start_values("staf", {}) == {}
    two = NetworkSettings(hidden=(4, 3))
    drawn = [build("staf", values, two, seed).activations[0].values()["C"]
             for values, seed in ((full, 7), ({}, 7), ({}, 8))]
    assert drawn[0] == drawn[1] != drawn[2]
    assert drawn[0] != full["C"]
    layers = build("staf", {}, NetworkSettings(hidden=(4, 3)), seed=7).activations
    assert layers[0].values()["C"] != layers[1].values()["C"]
    own = {"C": (0.5,) * 25}
    assert start_values("staf", own) == own
    network = build("staf", own, NetworkSettings(hidden=(4,)), seed=7)
    assert network.activations[0].values()["C"] == own["C"]
    assert start_values("prelu", {}) == check_function("prelu", {})
