"""Linear collapse against the product of the matrices."""

import numpy as np
import pytest
import torch
from small_images import small_images

from engine.errors import InputError
from engine.figures.collapse import collapse_figure, collapse_table, headline, what_follows
from engine.networks.building import build
from engine.networks.collapse import collapse, folded
from engine.networks.seeds import generator
from engine.networks.settings import NetworkSettings

DEEP = NetworkSettings(hidden=(40, 30, 20))
IMAGES = torch.rand(2500, 784, generator=generator(1, "pictures")) * 2 - 1
LABELS = torch.randint(10, (2500,), generator=generator(1, "labels"))
BATCHES = list(zip(IMAGES.split(1000), LABELS.split(1000), strict=True))


def done(network, other=None):
    *steps, last = collapse(network, BATCHES, other)
    assert steps == [None] * 3
    return last


def test_the_matrix_is_the_product_and_the_outputs_agree():
    network = build("none", {}, DEEP, 7)
    a, b, c, d = (linear.weight.detach().double().numpy() for linear in network.linears)
    p, q, r, s = (linear.bias.detach().double().numpy() for linear in network.linears)
    matrix, bias = folded(network)
    np.testing.assert_allclose(matrix, d @ c @ b @ a, rtol=0, atol=1e-15)
    np.testing.assert_allclose(bias, d @ (c @ (b @ p + q) + r) + s, rtol=0, atol=1e-15)
    found = done(network)
    assert 0 < found.difference < 1e-5
    assert found.matrix.dtype == np.float32
    assert found.matrix.shape == (10, 784)
    assert found.folded_parameters == 7850
    assert found.parameters == sum(p.numel() for p in network.parameters())
    assert found.layers == 4


def test_accuracies_are_shares_of_right_answers():
    network, other = build("none", {}, DEEP, 7), build("relu", {}, DEEP, 8)
    found = done(network, other)
    with torch.no_grad():
        right = [float((n(IMAGES).argmax(1) == LABELS).double().mean()) for n in (network, other)]
    assert [found.accuracy, found.other_accuracy] == pytest.approx(right)
    assert found.folded_accuracy == pytest.approx(right[0], abs=1e-3)
    assert found.samples == 2500


@pytest.mark.parametrize(("key", "settings"), [
    ("relu", DEEP), ("none/none/relu", DEEP),
    ("none", NetworkSettings(hidden=(8,), normalisation="layer")),
    ("none", NetworkSettings(hidden=(8,), dropout=0.1)),
    ("none", NetworkSettings(hidden=(8, 8), residual=True)),
    ("none", NetworkSettings(network="cnn")), ("none", NetworkSettings(network="transformer")),
])
def test_what_is_no_matrix_is_refused(key, settings):
    with pytest.raises(InputError, match="Only linear layers"):
        folded(build(key, {}, settings, 1))


def test_pictures_of_another_size_are_refused():
    with pytest.raises(InputError, match="pictures of 784 numbers"):
        next(collapse(build("none", {}, DEEP, 7), [(IMAGES[:, :100], LABELS)]))


def test_the_table_has_the_network_its_matrix_and_the_other():
    data = small_images(20, 10)
    found = done(build("none", {}, DEEP, 7), build("relu", {}, DEEP, 8))
    table = collapse_table(found, data, "relu")
    assert [str(row[0]) for row in table.rows] == [
        "4 linear layers, no activation", "The same as one matrix", "ReLU"]
    assert [row[1] for row in table.rows] == [
        found.accuracy, found.folded_accuracy, found.other_accuracy]
    assert table.rows[1][2:] == (7850, found.difference)
    assert "4 linear layers are one matrix" in str(headline(found))
    assert "ReLU" in str(what_follows(found, "relu"))
    assert len(collapse_table(done(build("none", {}, DEEP, 7)), data).rows) == 2


def test_each_class_is_a_picture_of_its_row():
    data = small_images(20, 10)
    found = done(build("none", {}, DEEP, 7))
    gallery = collapse_figure(found, data).panels[0].gallery
    assert gallery.names == data.classes
    np.testing.assert_array_equal(gallery.heat_maps[3].values[::-1].ravel(),
                                  found.matrix[3].astype(float))
