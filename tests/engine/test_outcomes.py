"""What a run makes of the test pictures, against the network asked picture by picture."""

import numpy as np
import pytest
import torch
from small_images import small_images

from engine.data.images import ImageData
from engine.errors import DataError, InputError
from engine.figures.csv import csv_text
from engine.figures.outcomes import (
    confusion_figure,
    frequent_confusions,
    misclassified_figure,
    misclassified_table,
)
from engine.figures.weights_images import first_weights, first_weights_figure
from engine.networks.building import build
from engine.networks.settings import NetworkSettings
from engine.training import checkpoints, trainer
from engine.training.outcomes import Outcomes, OutcomesProgress, outcomes, outcomes_of
from engine.training.settings import TrainingSettings

DATA = small_images(training=200, test=60)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs")
    settings = TrainingSettings(hidden=(6,), epochs=1, batch_size=50, learning_rate=0.02)
    for _ in trainer.train([("relu", {})], settings, DATA, folder):
        pass
    return checkpoints.load(checkpoints.checkpoint_path(folder, "relu", settings.seed))


@pytest.fixture(scope="module")
def found(trained):
    *progress, done = outcomes_of(trained, DATA)
    assert all(isinstance(one, OutcomesProgress) and 0 < one.fraction <= 1 for one in progress)
    return done


def test_each_picture_by_itself(trained, found):
    for place in range(len(DATA.test_labels)):
        pixels = torch.tensor(DATA.test_images[place:place + 1].astype(np.float32)) / 127.5 - 1
        logits = trained.network(pixels)[0].detach().double()
        shares = (logits - logits.max()).exp() / (logits - logits.max()).exp().sum()
        best = int(shares.argmax())
        assert found.predicted[place] == best
        assert found.confidence[place] == pytest.approx(float(shares[best]), abs=1e-6)
    assert found.accuracy == trained.record.epochs[-1].test_accuracy
    assert 0.1 < found.accuracy < 1.0  # some are wrong and some are right: the test sees both


def test_counts_and_the_order_of_the_wrong_ones(found):
    pairs = list(zip(found.labels.tolist(), found.predicted.tolist(), strict=True))
    for true in range(10):
        for predicted in range(10):
            assert found.counts[true, predicted] == pairs.count((true, predicted))
    assert sorted(found.wrong) == [i for i, (true, said) in enumerate(pairs) if true != said]
    assert (np.diff(found.confidence[found.wrong]) <= 0).all()


def test_other_data_are_refused(trained):
    with pytest.raises(DataError, match="trained with other data"):
        outcomes_of(trained, small_images(training=20, test=10, seed=4))


def known():
    """Three classes: one shirt taken for a bag twice, one bag for a shoe once."""
    labels = np.array([0, 0, 0, 1, 1, 2])
    predicted = np.array([0, 1, 1, 1, 2, 2])
    counts = np.array([[1, 2, 0], [0, 1, 1], [0, 0, 1]])
    images = np.arange(6 * 12, dtype=np.uint8).reshape(6, 12)
    data = ImageData("mine", images, labels, images, labels, False, "", "x" * 64,
                     ("shirt", "bag", "shoe"), (3, 2, 2))
    return Outcomes(labels, predicted, np.array([.9, .6, .8, .7, .5, .99]), counts), data


def test_the_matrix_has_counts_and_colours_only_for_mistakes(trained):
    outcome, data = known()
    figure = confusion_figure(outcome, trained.record, data)
    matrix = figure.panels[0].matrix
    assert (matrix.rows, matrix.columns) == (data.classes, data.classes)
    np.testing.assert_array_equal(matrix.shown, [[np.nan, 2, 0], [0, np.nan, 1], [0, 0, np.nan]])
    np.testing.assert_allclose(matrix.sums, [100 / 3, 50, 100])
    assert str(figure.panels[0].subtitle).endswith("3 of 6 right")
    assert csv_text(figure).splitlines()[-3:] == [
        "shirt,1,2,0,33.333333333333336", "bag,0,1,1,50.0", "shoe,0,0,1,100.0"]
    assert ("function", "relu") in figure.notes


def test_wrong_pictures_stand_in_rows_of_confusions_the_surest_first(trained):
    outcome, data = known()
    assert frequent_confusions(outcome) == [(0, 1), (1, 2)]
    first, second = misclassified_figure(outcome, trained.record, data).panels[0].pictures.rows
    assert (str(first.name), first.note, first.captions) == ("shirt taken for bag", "2",
                                                             ("80 %", "60 %"))
    assert second.captions == ("50 %",)
    assert first.images.shape == (2, 2, 2, 3)
    picture = data.test_images[2]  # channel by channel, each row by row
    assert first.images[0][1, 0].tolist() == [picture[2], picture[6], picture[10]]
    table = misclassified_table(outcome, trained.record, data)
    assert table.rows == ((2, "shirt", "bag", 0.8), (1, "shirt", "bag", 0.6),
                          (4, "bag", "shoe", 0.5))


def test_first_weights_are_those_of_the_units_in_the_form_of_the_picture(trained):
    weight = trained.network.linears[0].weight.detach().numpy()
    figure = first_weights_figure(trained, DATA)
    tiles = figure.panels[0].tiles
    order = np.argsort(-np.abs(weight).max(axis=1), kind="stable")
    assert tiles.names == tuple(str(unit + 1) for unit in order)
    np.testing.assert_array_equal(tiles.values[0][1], weight[order[0]][28:56])
    last = csv_text(figure).splitlines()[-1].split(",")
    assert (last[0], float(last[1]), float(last[-1])) == (
        tiles.names[-1], float(tiles.values[-1][0, 0]), float(tiles.values[-1][27, 27]))


@pytest.mark.parametrize(("kind", "shape", "expected"), [
    ("simple", (3, 4, 5), (6, 3, 4, 5)), ("cnn", (3, 8, 8), (16, 3, 3, 3)),
    ("transformer", (1, 8, 8), (64, 1, 4, 4))])
def test_first_weights_of_every_network(kind, shape, expected):
    settings = NetworkSettings(network=kind, hidden=(6,), patch=4)
    network = build("relu", None, settings, 7, shape=shape)
    assert first_weights(network, shape).shape == expected


def test_a_first_layer_without_the_form_of_a_picture_is_said():
    network = build("relu", None, NetworkSettings(hidden=(6,)), 7, shape=(1, 28, 28))
    with pytest.raises(InputError, match="no weights of the form of a picture"):
        first_weights(network, (3, 3, 5))


def test_outcomes_of_any_network_come_in_batches():
    network = build("relu", None, NetworkSettings(hidden=(6,)), 7)
    steps = list(outcomes(network, small_images(training=10, test=2500)))
    assert [round(step.fraction, 2) for step in steps[:-1]] == [0.4, 0.8, 1.0]
    assert steps[-1].counts.sum() == 2500
