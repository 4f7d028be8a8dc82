import numpy as np
import pytest
import torch
from small_images import small_images
from torch import nn

from engine.diagnostics.dead_neurons import bar_states, scan
from engine.diagnostics.records import LayerCounts, ScanDone, ScanProgress
from engine.diagnostics.settings import (
    SCAN_PRESETS,
    ScanSettings,
    checked_scan_settings,
    find_scan_preset,
)
from engine.errors import InputError
from engine.networks.building import build
from engine.networks.settings import NetworkSettings
from engine.networks.simple import SimpleNetwork

IMAGES = small_images(training=501).train_images


def done(*arguments, **more):
    *_, last = scan(*arguments, **more)
    assert isinstance(last, ScanDone)
    return last


def flags(layer):
    return layer.dead.tolist(), layer.constant.tolist(), layer.saturated.tolist()


def network_of(biases, activation, weight=0.0):
    """One hidden layer; weight 0 makes every neuron see its bias alone."""
    linear, output = nn.Linear(784, len(biases)), nn.Linear(len(biases), 10)
    with torch.no_grad():
        linear.weight.fill_(weight)
        linear.bias.copy_(torch.tensor(biases))
    return SimpleNetwork([linear, output], [activation])


def by_brute_force(network, threshold):
    """All outputs at once in numpy, with the derivative of ReLU written out."""
    x = IMAGES.astype(np.float64) / 127.5 - 1
    for linear in network.linears[:-1]:
        z = x @ linear.weight.detach().double().numpy().T + linear.bias.detach().double().numpy()
        x = np.maximum(z, 0)
        yield ((x == 0).all(0).tolist(), (x == x[0]).all(0).tolist(),
               ((z > 0) < threshold).all(0).tolist())


@pytest.mark.parametrize("batch", [1, 7, 64, 100, 501, 2000])
def test_equal_to_brute_force_for_any_batch(batch):
    network = build("relu", {}, NetworkSettings(hidden=(40, 30, 20, 20, 20, 20)), seed=5)
    expected = list(by_brute_force(network, 0.01))
    found = done(network, IMAGES, batch=batch)
    assert [flags(layer) for layer in found.layers] == expected
    assert sum(layer.dead.sum() for layer in found.layers) > 5
    assert not found.layers[0].dead.any()
    assert (found.samples, found.threshold) == (501, 0.01)
    assert found.seconds > 0


def test_one_sample_decides_wherever_it_stands():
    for position in (0, 63, 64, 250, 500):
        images = np.zeros((501, 784), np.uint8)
        images[position] = 255
        network = network_of([0.0, -1e6], nn.ReLU(), weight=1.0)
        for batch in (100, 2000):
            (layer,) = done(network, images, batch=batch).layers
            assert flags(layer) == ([False, True], [False, True], [False, True])


def test_dead_constant_and_saturated_are_told_apart():
    network = network_of([-1.0, 2.0, 0.0], nn.ReLU())
    (layer,) = done(network, IMAGES).layers
    assert flags(layer) == ([True, False, True], [True, True, True], [True, False, True])
    assert bar_states(layer).tolist() == ["dead", "constant", "dead"]


def test_saturation_follows_the_threshold():
    network = network_of([10.0, 5.0, 0.0], nn.Sigmoid())
    slopes = [1 / (1 + np.exp(-z)) * (1 - 1 / (1 + np.exp(-z))) for z in (10.0, 5.0, 0.0)]
    assert slopes[0] < 1e-4 < slopes[1] < 0.01 < slopes[2]
    for threshold, expected in ((1e-4, [True, False, False]), (0.01, [True, True, False])):
        assert done(network, IMAGES, threshold).layers[0].saturated.tolist() == expected


def test_a_small_slope_is_saturated_and_not_dead():
    network = build("leaky_relu", {"negative_slope": 0.005}, NetworkSettings(hidden=(6,)), seed=1)
    with torch.no_grad():
        network.linears[0].bias[:3] = -1e3
    (layer,) = done(network, IMAGES).layers
    assert layer.saturated.tolist()[:3] == [True, True, True]
    assert not layer.dead.any()
    assert not layer.constant.any()
    assert bar_states(layer).tolist()[:3] == ["saturated"] * 3
    assert not done(network, IMAGES, threshold=0.005).layers[0].saturated.any()


def test_an_output_that_does_not_depend_on_its_input_has_no_slope():
    class Step(nn.Module):
        def forward(self, x):
            return torch.where(x >= 0, 1.0, 0.0)

    (layer,) = done(network_of([1.0, -1.0], Step()), IMAGES).layers
    assert flags(layer) == ([False, True], [True, True], [True, True])


def test_nan_is_none_of_the_three():
    (layer,) = done(network_of([float("nan"), -1.0], nn.ReLU()), IMAGES).layers
    assert flags(layer) == ([False, True], [False, True], [False, True])


def test_no_activation_has_no_saturation():
    (layer,) = done(build("none", {}, NetworkSettings(hidden=(5,)), seed=1), IMAGES).layers
    assert flags(layer) == ([False] * 5,) * 3


def test_the_dead_count_alone_agrees():
    network = build("relu", {}, NetworkSettings(hidden=(40, 30, 20, 20, 20, 20)), seed=5)
    alone, whole = done(network, IMAGES, counts=("dead",)), done(network, IMAGES)
    for one, other in zip(alone.layers, whole.layers, strict=True):
        assert one.dead.tolist() == other.dead.tolist()
        assert not one.constant.any()
        assert not one.saturated.any()


def test_randomness_of_training_is_switched_off():
    network = build("rrelu", {}, NetworkSettings(hidden=(6, 5)), seed=1).train()
    assert [flags(a) for a in done(network, IMAGES).layers] == \
        [flags(a) for a in done(network, IMAGES).layers]
    assert not network.training


def test_it_stops_where_all_is_decided_and_yields_after_each_batch():
    lively = build("leaky_relu", {}, NetworkSettings(hidden=(6,)), seed=1)
    assert len(list(scan(lively, IMAGES, batch=100))) == 2
    dying = network_of([-1.0], nn.ReLU())
    yields = list(scan(dying, IMAGES, batch=100))
    assert len(yields) == 7
    assert all(item is None or isinstance(item, ScanProgress) for item in yields[:-1])


def test_progress_is_told(monkeypatch):
    monkeypatch.setattr("engine.diagnostics.dead_neurons.INTERVAL", 0.0)
    told = list(scan(network_of([-1.0], nn.ReLU()), IMAGES, batch=100))[:-1]
    assert [record.fraction for record in told] == pytest.approx(
        [count / 501 for count in (100, 200, 300, 400, 500, 501)])


def test_a_network_without_hidden_layers_has_nothing_to_count():
    assert done(build("relu", {}, NetworkSettings(hidden=()), seed=1), IMAGES).layers == ()


def test_bar_states_take_the_first_that_fits():
    layer = LayerCounts(dead=np.array([1, 0, 0, 0], bool), constant=np.array([1, 1, 0, 0], bool),
                        saturated=np.array([1, 1, 1, 0], bool))
    assert bar_states(layer).tolist() == ["dead", "constant", "saturated", "other"]
    assert layer.width == 4


def test_settings_and_presets():
    assert find_scan_preset("article-big").settings.hidden == (2048, 1024, 1024, 512, 512, 256, 128)
    for preset in SCAN_PRESETS:
        assert checked_scan_settings(vars(preset.settings)) == preset.settings
    with pytest.raises(InputError, match="threshold must be between 0 and 1, got 2"):
        checked_scan_settings({"threshold": 2})
    with pytest.raises(InputError, match="no preset big"):
        find_scan_preset("big")
    assert ScanSettings().batch == 1000


@pytest.mark.parametrize("more", [
    {"normalisation": "layer"}, {"normalisation": "batch"}, {"residual": True, "dropout": 0.5},
])
def test_normalised_and_linked_layers_are_counted_by_what_their_activation_gives(more):
    settings = NetworkSettings(hidden=(20, 20, 20), **more)
    network = build("relu", {}, settings, seed=5)
    with torch.no_grad():
        network.linears[1].bias[:4] -= 50
        for norm in network.norms:
            norm.bias[:3] = -50
    found = done(network, IMAGES, batch=100)
    x = torch.from_numpy(IMAGES).float() / 127.5 - 1
    with torch.no_grad():
        for index, (linear, activation) in enumerate(network.eval().hidden_layers()):
            z = network.norms[index](linear(x)) if network.norms else linear(x)
            outputs = activation(z)
            assert found.layers[index].dead.tolist() == (outputs == 0).all(0).tolist()
            x = x + outputs if settings.residual and index > 0 else outputs
    assert found.layers[1].dead.sum() >= 3


def test_networks_of_other_kinds_and_pictures_of_other_sizes_are_refused():
    with pytest.raises(InputError, match="linear layers only"):
        done(build("relu", {}, NetworkSettings(network="cnn"), seed=1), IMAGES)
    with pytest.raises(InputError, match="pictures of 784 numbers"):
        done(build("relu", {}, NetworkSettings(hidden=(4,)), seed=1), IMAGES[:, :100])
