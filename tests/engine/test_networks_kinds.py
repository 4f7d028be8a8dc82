"""CNN, transformer, normalisation, dropout, residual links and rows of functions."""

import dataclasses
import math

import pytest
import torch
from torch import nn
from torch.nn.attention import SDPBackend, sdpa_kernel
from torch.utils.flop_counter import FlopCounterMode

from engine.errors import InputError
from engine.networks.building import build, count_parameters
from engine.networks.dropout import AlphaDropout
from engine.networks.functions import (
    check_fit,
    check_function,
    file_stem,
    function_name,
    hints,
    start_values,
)
from engine.networks.seeds import generator
from engine.networks.settings import SHAPES, NetworkSettings
from engine.networks.work import work_of
from engine.training.checkpoints import RunRecord, load, save
from engine.training.settings import TrainingSettings

SMALL = NetworkSettings(hidden=(12, 12), channels=(3, 5), dense=6, token_width=8, heads=2,
                        blocks=2, feed_forward=12, patch=7)


def settings(**more):
    return dataclasses.replace(SMALL, **more)


def weights_of(network):
    return sum(parameter.numel() for parameter in network.parameters()) \
        - sum(parameter.numel() for parameter in network.activations.parameters())


KINDS = [
    settings(), settings(normalisation="batch", dropout=0.2, residual=True),
    settings(normalisation="layer", dropout=0.2, alpha_dropout=True),
    settings(network="cnn"), settings(network="cnn", normalisation="batch", dropout=0.2),
    settings(network="cnn", normalisation="layer"),
    settings(network="transformer"), settings(network="transformer", dropout=0.2),
]


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize(("shape", "classes"), [((1, 28, 28), 10), ((3, 14, 21), 4)])
def test_every_kind_takes_flat_pictures_and_counts_its_parameters(kind, shape, classes):
    network = build("prelu", {}, kind, 3, shape=shape, classes=classes)
    images = torch.randn(4, math.prod(shape), generator=generator(1, "test"))
    for mode in (True, False):
        logits = network.train(mode)(images)
        assert logits.shape == (4, classes)
        assert bool(torch.isfinite(logits).all())
    assert weights_of(network) == count_parameters(kind, "prelu", shape=shape, classes=classes)
    assert len(network.places()) == kind.places == len(network.placed)


def test_the_cnn_has_the_number_of_parameters_of_its_formula():
    first, second = (9 * 1 + 1) * 3, (9 * 3 + 1) * 5
    assert count_parameters(settings(network="cnn")) \
        == first + second + (5 * 7 * 7 + 1) * 6 + (6 + 1) * 10
    assert count_parameters(settings(network="cnn", normalisation="batch")) \
        == count_parameters(settings(network="cnn")) + 2 * (3 + 5 + 6)


def test_the_cnn_is_the_chain_of_torchs_own_layers():
    network = build("relu", {}, settings(network="cnn"), 3)
    (one, two), (dense, last) = network.convolutions, network.linears
    plain = nn.Sequential(one, nn.ReLU(), nn.MaxPool2d(2), two, nn.ReLU(), nn.MaxPool2d(2),
                          nn.Flatten(), dense, nn.ReLU(), last)
    images = torch.randn(4, 784, generator=generator(1, "test"))
    torch.testing.assert_close(network(images), plain(images.view(4, 1, 28, 28)))


@pytest.mark.parametrize("width", [12, 192, 300])
@pytest.mark.parametrize("key", ["glu", "bilinear", "reglu", "geglu", "swiglu", "gtu"])
def test_gated_and_ungated_transformers_have_equally_many_parameters(key, width):
    kind = settings(network="transformer", feed_forward=width)
    gated, plain = build(key, {}, kind, 1), build("relu", {}, kind, 1)
    assert weights_of(gated) == weights_of(plain)
    assert weights_of(gated) == count_parameters(kind, key)
    assert gated.blocks[0].inner.out_features == 2 * (2 * width // 3)


@pytest.mark.parametrize("width", range(7, 13))
def test_where_three_does_not_divide_the_counts_differ_by_a_token_width_for_each_block(width):
    kind = settings(network="transformer", feed_forward=width)
    difference = count_parameters(kind, "swiglu") - count_parameters(kind, "relu")
    assert abs(difference) == (0 if width % 3 == 0 else kind.token_width * kind.blocks)


def test_the_gated_feed_forward_is_shazeers_formula():
    network = build("swiglu", {}, settings(network="transformer"), 1)
    block, x = network.blocks[0], torch.randn(2, 16, 8, generator=generator(1, "test"))
    value, gate = block.inner.weight.split(8)
    expected = (x @ value.T * nn.functional.silu(x @ gate.T)) @ block.outer.weight.T
    torch.testing.assert_close(block.outer(network.placed[0](block.inner(x))), expected)


def test_a_block_is_that_of_torchs_encoder():
    """nn.TransformerEncoderLayer, norm first, with our weights and without its biases."""
    network = build("relu", {}, settings(network="transformer"), 1)
    block = network.blocks[0]
    theirs = nn.TransformerEncoderLayer(8, 2, 12, dropout=0.0, batch_first=True, norm_first=True)
    with torch.no_grad():
        theirs.self_attn.in_proj_weight.copy_(block.questions.weight)
        theirs.self_attn.in_proj_bias.copy_(block.questions.bias)
        theirs.self_attn.out_proj.load_state_dict(block.answers.state_dict())
        theirs.linear1.weight.copy_(block.inner.weight)
        theirs.linear2.weight.copy_(block.outer.weight)
        theirs.linear1.bias.zero_()
        theirs.linear2.bias.zero_()
    x = torch.randn(3, 16, 8, generator=generator(1, "test"))
    torch.testing.assert_close(block(x, network.placed[0]), theirs(x), atol=1e-6, rtol=1e-5)


def test_patches_are_squares_of_the_picture():
    network = build("relu", {}, settings(network="transformer"), 1, shape=(3, 14, 21))
    pictures = torch.arange(2 * 3 * 14 * 21).float().view(2, 3, 14, 21)
    patches = network._patches.of(pictures.flatten(1))
    assert patches.shape == (2, 6, 3 * 49)
    expected = pictures[1, :, 7:14, 14:21].flatten()
    assert torch.equal(patches[1, 5], expected)


@pytest.mark.parametrize(("more", "sentence"), [
    ({"network": "transformer", "patch": 5}, "do not divide pictures of 28 by 28"),
    ({"network": "transformer", "heads": 3}, "3 heads do not divide a token width of 8"),
    ({"network": "transformer", "normalisation": "batch"}, "layer norm of its own"),
    ({"network": "cnn", "residual": True}, "linear layers only"),
    ({"network": "cnn", "channels": (2,) * 5}, "cannot be halved 5 times"),
])
def test_what_does_not_fit_is_refused_in_a_sentence(more, sentence):
    for make in (lambda: build("relu", {}, settings(**more), 1),
                 lambda: count_parameters(settings(**more))):
        with pytest.raises(InputError, match=sentence):
            make()


@pytest.mark.parametrize("network", ["simple", "cnn"])
def test_gated_units_are_refused_outside_the_transformer(network):
    with pytest.raises(InputError, match="glu is a gated unit"):
        build("glu", {}, settings(network=network), 1)


def test_functions_of_vectors_are_refused():
    with pytest.raises(InputError, match="maps whole vectors"):
        check_function("softmax", {})


def test_a_row_of_functions_puts_each_in_its_place():
    network = build("leaky_relu/tanh", {"leaky_relu.negative_slope": 0.2}, settings(), 5)
    x = torch.randn(6, 784, generator=generator(1, "test"))
    first, second, last = network.linears
    expected = last(torch.tanh(second(nn.functional.leaky_relu(first(x), 0.2))))
    torch.testing.assert_close(network(x), expected)
    with_none = build("none/tanh", {}, settings(), 5)
    torch.testing.assert_close(with_none(x), last(torch.tanh(second(first(x)))))


def test_a_row_must_fit_its_network():
    for kind, places in ((settings(), 2), (settings(network="cnn"), 3),
                         (settings(network="transformer", blocks=4), 4)):
        check_fit("/".join(["relu"] * places), kind)
        with pytest.raises(InputError, match=f"5 functions, but this network has {places} places"):
            check_fit("/".join(["relu"] * 5), kind)


def test_a_row_of_functions_has_no_room_in_one_place():
    with pytest.raises(InputError, match="2 functions, but this network has one place for one"):
        build("relu/elu", {}, NetworkSettings(hidden=(4,)), 1)


def test_values_of_a_row_are_named_by_their_function():
    assert check_function("elu/none/relu", {"elu.alpha": 0.5}) == {"elu.alpha": 0.5}
    assert check_function("elu/elu", {}) == {"elu.alpha": 1.0}
    assert start_values("staf/elu", {}) == {"elu.alpha": 1.0}
    with pytest.raises(InputError, match="no parameter alpha in elu/relu"):
        check_function("elu/relu", {"alpha": 0.5})
    with pytest.raises(InputError, match="no parameter gelu.alpha in elu/relu"):
        check_function("elu/relu", {"gelu.alpha": 0.5})
    with pytest.raises(InputError, match="no function reluu"):
        check_function("elu/reluu", {})


def test_the_name_of_a_row_counts_repeats():
    assert str(function_name("relu/tanh/none")) == "ReLU / Tanh / No activation"
    assert str(function_name("relu/tanh/tanh/tanh")) == "ReLU / 3 × Tanh"
    assert str(function_name("none")) == "No activation"
    assert str(function_name("gone")) == "gone"


def test_a_row_makes_a_short_name_of_a_file():
    assert file_stem("relu/tanh") == "relu+tanh"
    long, other = ("/".join(["tanh"] * 99 + [last]) for last in ("relu", "gelu"))
    assert len(file_stem(long)) < 100
    assert file_stem(long) != file_stem(other)


def test_a_shared_instance_is_shared_by_the_places_of_one_function():
    kind = settings(hidden=(4, 4, 4), shared_activation=True)
    network = build("prelu/staf/prelu", {}, kind, 5)
    first, second, third = network.placed
    assert first is third is not second
    assert len(network.activations) == 2
    assert [str(name) for name, _ in network.places()] == [
        "Hidden layer 1", "Hidden layer 2", "Hidden layer 3"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.dropout])
def test_dropout_noise_comes_from_the_seed_and_not_from_the_global_generator(kind):
    images = torch.randn(8, 784, generator=generator(1, "test"))
    state = torch.get_rng_state()
    one, same, other = (build("relu", {}, kind, 3) for _ in range(3))
    first = one.train()(images)
    assert torch.equal(first, same.train()(images))
    assert not torch.equal(first, one(images))
    other.load_state_dict(one.state_dict())
    for own, saved in zip(other.generators(), one.generators(), strict=True):
        own.set_state(saved.get_state())
    assert torch.equal(other.train()(images), one(images))
    assert torch.equal(one.eval()(images), one(images))
    assert torch.equal(state, torch.get_rng_state())


def test_dropout_keeps_the_mean_and_leaves_out_its_share():
    network = build("none", {}, settings(dropout=0.3), 3).train()
    dropped = network.dropout(torch.ones(200_000))
    assert float((dropped == 0).float().mean()) == pytest.approx(0.3, abs=0.01)
    assert float(dropped.max()) == pytest.approx(1 / 0.7)
    assert float(dropped.mean()) == pytest.approx(1, abs=0.01)


def test_alpha_dropout_is_torchs_and_keeps_mean_and_variance():
    ours = AlphaDropout(0.4, generator(1, "noise")).train()
    x = torch.randn(400_000, generator=generator(2, "noise"))
    dropped = ours(x)
    assert float(dropped.mean()) == pytest.approx(0, abs=0.01)
    assert float(dropped.var()) == pytest.approx(1, abs=0.02)
    with torch.random.fork_rng():
        torch.manual_seed(1)
        theirs = nn.functional.alpha_dropout(torch.ones(1000), 0.4, training=True)
    torch.testing.assert_close(ours(torch.ones(1000)).unique(), theirs.unique(), rtol=1e-4,
                               atol=1e-5)


def test_alpha_dropout_with_another_function_is_said():
    kind = settings(dropout=0.2, alpha_dropout=True)
    assert hints(["selu", "selu/selu"], kind) == ()
    assert "and ReLU is another function" in str(hints(["selu", "selu/relu"], kind)[0])
    assert hints(["relu"], settings(dropout=0.2)) == ()


def test_a_normalised_layer_with_a_link_is_its_formula():
    kind = settings(hidden=(784, 12, 12), normalisation="layer", residual=True)
    network = build("tanh", {}, kind, 3)
    assert network.links() == [True, False, True]
    x = torch.randn(6, 784, generator=generator(1, "test"))
    first, second, third, last = network.linears
    y = x + torch.tanh(nn.functional.layer_norm(first(x), (784,)))
    y = torch.tanh(nn.functional.layer_norm(second(y), (12,)))
    y = y + torch.tanh(nn.functional.layer_norm(third(y), (12,)))
    torch.testing.assert_close(network(x), last(y))


def test_batch_norm_takes_a_last_batch_of_one_sample():
    network = build("relu", {}, settings(normalisation="batch"), 3).train()
    network(torch.randn(8, 784, generator=generator(1, "test")))
    x = torch.randn(1, 784, generator=generator(2, "test"))
    torch.testing.assert_close(network(x), network.eval()(x))


def test_only_chains_of_linear_layers_are_plain():
    plain = [build("relu", {}, kind, 3).plain for kind in KINDS]
    assert plain == [True, *[False] * 7]
    assert build("relu", {}, settings(hidden=(5, 4), residual=True), 3).plain


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.parametrize("key", ["prelu", "staf"])
def test_every_kind_comes_back_from_a_checkpoint(tmp_path, kind, key):
    whole = TrainingSettings(**dataclasses.asdict(kind), seed=3)
    network = build(key, {}, whole, 3)
    network.train()(torch.randn(8, 784, generator=generator(1, "test")))
    record = RunRecord(
        function=key, values=start_values(key, {}), settings=whole, epochs=(), status="stopped",
        diverged=None, seconds=0.5, device="cpu", data_name="FashionMNIST",
        data_digest="ab" * 32, is_fashion_mnist=True, versions=(("torch", "2"),))
    path = tmp_path / "run.safetensors"
    save(path, network, record)
    back = load(path)
    images = torch.randn(3, 784, generator=generator(2, "test"))
    assert torch.equal(back.network(images), network.eval()(images))


def test_named_shapes_are_allowed_ones():
    for _, hidden in SHAPES:
        build("relu", {}, NetworkSettings(hidden=hidden), 1)
    assert (128,) in [hidden for _, hidden in SHAPES]


@pytest.mark.parametrize("key", ["relu", "glu"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.normalisation == "none"], ids=str)
def test_the_work_is_what_torchs_counter_finds(kind, key):
    if key == "glu" and kind.network != "transformer":
        pytest.skip("gated units stand in a transformer alone")
    network = build(key, {}, kind, 3, shape=(3, 14, 21), classes=4).eval()
    elements = []
    for module in network.activations:
        module.register_forward_hook(lambda module, x, y: elements.append(y[0].numel()))
    with FlopCounterMode(display=False) as counter, sdpa_kernel(SDPBackend.MATH), torch.no_grad():
        network(torch.zeros(2, 3 * 14 * 21))
    work = work_of(kind, (3, 14, 21), 4)
    assert work.products * 2 * 2 == counter.get_total_flops()  # two pictures, * and +
    assert sum(elements) == (work.elements * 2 // 3 if key == "glu" else work.elements)
