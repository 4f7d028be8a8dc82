import math

import numpy as np
import pytest
from small_images import small_images

from engine.figures.layers import summary_table
from engine.figures.training import (
    _averaged,
    curves_figure,
    described,
    results_table,
)
from engine.networks.settings import NetworkSettings
from engine.training.history import History
from engine.training.records import Diverged, EpochDone, RunDone, RunStarted, StepsDone
from engine.training.settings import TrainingSettings

DATA = small_images(training=20, test=10)
SETTINGS = TrainingSettings(epochs=3)


def history(data=DATA):
    found = History(SETTINGS, data, [("relu", {}), ("prelu", {}), ("none", {}), ("staf", {})])
    for record in (
        None, RunStarted("relu", 7, 0, 4, "cpu", None),
        StepsDone("relu", 7, 0.5, 2.0, 0.1, 0.5, 4.0),
        EpochDone("relu", 7, 1, 1.5, 0.4, 1.25, 0.5, 1.0),
        StepsDone("relu", 7, 1.5, 1.2, 0.2, 1.5, 3.0),
        EpochDone("relu", 7, 2, 1.0, 0.6, 0.75, 0.8, 2.0),
        EpochDone("relu", 7, 3, 0.9, 0.7, 0.0, 0.75, 3.0),
        RunDone("relu", 7, "finished", 3.0, None, {}),
        RunStarted("prelu", 7, 1, 4, "cpu", None),
        EpochDone("prelu", 7, 1, 1.5, 0.4, 1.25, 0.875, 1.0),
        Diverged("prelu", 7, 2, 17, 1.5),
        RunDone("prelu", 7, "diverged", 1.5, None, {}),
        RunStarted("none", 7, 2, 4, "cpu", None),
        EpochDone("none", 7, 1, 1.5, 0.4, 0.5, 0.825, 1.0),
        StepsDone("none", 7, 1.25, 1.2, 0.6, 1.25, 3.0),
    ):
        found.add(record)
    return found


def lines(figure, panel):
    return {line.name: line for line in figure.panels[panel].lines}


def test_curves_of_the_test_set_with_the_training_loss_as_it_came():
    figure = curves_figure(history(), "test")
    losses, accuracies = lines(figure, 0), lines(figure, 1)
    assert list(losses) == ["relu training loss now", "relu test loss", "prelu test loss",
                            "none training loss now", "none test loss"]
    now = losses["relu training loss now"]
    assert (now.x.tolist(), now.y.tolist(), now.faint) == ([0.5, 1.5], [2.0, 1.2], True)
    assert losses["relu test loss"].x.tolist() == [1.0, 2.0, 3.0]
    np.testing.assert_array_equal(losses["relu test loss"].y, [1.25, 0.75, math.nan])
    assert accuracies["relu test accuracy (%)"].y.tolist() == [50.0, 80.0, 75.0]
    assert figure.panels[0].y.logarithmic
    assert (figure.x.maximum, figure.x.whole, figure.arrangement) == (3.0, True, "columns")
    assert [str(accuracies[name].label) for name in accuracies] == \
        ["ReLU", "PReLU", "No activation"]


@pytest.mark.parametrize(("which", "names"), [
    ("training", ["relu training accuracy (%)"]),
    ("both", ["relu training accuracy (%)", "relu test accuracy (%)"]),
])
def test_the_sets_that_are_asked_for_are_drawn(which, names):
    figure = curves_figure(history(), which)
    found = lines(figure, 1)
    assert [name for name in found if name.startswith("relu")] == names
    assert found["relu training accuracy (%)"].y.tolist() == pytest.approx([40.0, 60.0, 70.0])
    assert found["relu training accuracy (%)"].faint == (which == "both")


def test_results_are_ranked_and_a_divergence_has_no_accuracy():
    table = results_table(history())
    assert [column.name for column in table.columns] == \
        ["function", "test_accuracy", "test_loss", "seconds", "epochs", "status"]
    rows = [(*row[:-1], str(row[-1])) for row in table.rows]
    assert rows == [
        ("none", 0.825, 0.5, 1.25, 1, "running, epoch 2"),
        ("relu", 0.75, 0.0, 3.0, 3, "finished"),
        ("prelu", None, None, 1.5, 1, "diverged at epoch 2, step 17"),
    ]
    assert table.columns[1].scale == 100.0


def test_a_closed_training_is_told_by_hand():
    stopped = history()
    stopped.stop()
    assert [str(run.status_text()) for run in stopped.runs] == \
        ["finished", "diverged at epoch 2, step 17", "stopped at epoch 2"]


def test_closed_after_its_last_epoch_a_run_is_finished():
    last = history()
    for epoch in (2, 3):
        last.add(EpochDone("none", 7, epoch, 1.5, 0.4, 0.5, 0.825, 2.0))
    last.stop()
    assert str(last.runs[-1].status_text()) == "finished"


def test_seeds_are_told_apart_where_there_are_several():
    several = history()
    several.add(RunStarted("relu", 8, 0, 1, "cpu", None))
    several.add(EpochDone("relu", 8, 1, 1.5, 0.4, 1.25, 0.9, 1.0))
    table = results_table(several)
    assert (table.columns[1].name, table.rows[0][:3]) == ("seed", ("relu", 8, 0.9))
    found = lines(curves_figure(several), 1)
    assert str(found["relu seed 8 test accuracy (%)"].label) == "ReLU, seed 8"
    assert dict(table.notes)["seed"] == "7, 8"


def test_notes_and_warning():
    for picture in (curves_figure(history()), results_table(history())):
        notes = dict(picture.notes)
        assert notes["functions"] == ("relu; prelu(weight=0.25); none; staf(C drawn from the seed, "
                                      "Omega drawn from the seed, Phi drawn from the seed)")
        assert (notes["hidden"], notes["seed"], notes["device"]) == ("256, 192, 128, 64", "7",
                                                                     "cpu")
        assert (notes["momentum"], notes["learning rate"]) == ("0.9", "0.001")
        assert notes["data digest"] == f"sha256 {DATA.digest}"
        assert "torch" in notes
        assert str(picture.warning) == "Data: Garments, not FashionMNIST"
    real = history(small_images(20, 10, is_fashion_mnist=True))
    assert curves_figure(real).warning == results_table(real).warning == ""


def test_a_function_is_described_with_all_its_parameters():
    assert described("leaky_relu", {}) == "leaky_relu(negative_slope=0.01)"
    assert described("none", {}) == "none"


@pytest.mark.parametrize(("key", "shared", "learned"), [
    ("relu", False, [0, 0, 0, 0]), ("prelu", False, [1, 1, 1, 1]), ("prelu", True, [1, 0, 0, 0]),
    ("none", False, [0, 0, 0, 0]),
])
def test_the_summary_lists_layers_shapes_and_parameters(key, shared, learned):
    table = summary_table(NetworkSettings(shared_activation=shared), key)
    counts = [row[-1] for row in table.rows]
    assert counts[0:9:2] == [200_960, 49_344, 24_704, 8_256, 650]
    assert counts[1:8:2] == learned
    assert counts[-1] == 283_914 + sum(learned)
    assert [row[2] for row in table.rows[:3]] == ["n × 256", "n × 256", "n × 192"]
    assert str(table.rows[0][1]) == "Linear, 784 to 256"
    assert str(table.rows[1][1]) == {"relu": "ReLU", "prelu": "PReLU",
                                     "none": "No activation"}[key]


def test_the_loss_while_it_runs_is_drawn_as_means_of_equal_spans():
    """Records of single batches at the end of an epoch do not stand alone."""
    steps = [(epoch, 2.0 if epoch < 3 else 1.0) for epoch in np.linspace(0.01, 6, 600)]
    epoch, loss = _averaged(np.array(steps), 0.05)
    assert len(epoch) == 120
    np.testing.assert_allclose(epoch, np.arange(1, 121) * 0.05, atol=1e-9)
    np.testing.assert_allclose(loss[:59], 2.0)
    assert loss[59] == pytest.approx(1.8)
    np.testing.assert_allclose(loss[60:], 1.0)
