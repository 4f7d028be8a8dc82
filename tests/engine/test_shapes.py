"""Learned shapes: what a training tells of them, what is kept, and what is drawn."""

import csv
import io
from dataclasses import replace

import numpy as np
import pytest
import torch
from small_images import small_images

from engine.activations import find
from engine.activations.layer import Layer
from engine.activations.own import OwnFunction, OwnParameter, adopt
from engine.activations.registry import forget
from engine.errors import InputError, StorageError
from engine.figures.csv import csv_text
from engine.figures.shape_numbers import parameters_figure, shapes_table
from engine.figures.shapes import PAGE, ShapeCurves, epoch_words, shapes_at
from engine.networks.building import build
from engine.networks.settings import NetworkSettings
from engine.texts import phrase
from engine.training import checkpoints, shapes
from engine.training.checkpoints import load, save
from engine.training.history import History, RunHistory
from engine.training.kept_shapes import kept_run, with_shapes
from engine.training.records import (
    JobRecord,
    LayerShape,
    LearnedShapes,
    RunStarted,
    StepsDone,
)
from engine.training.settings import TrainingSettings
from engine.training.shapes import checked_shapes, plain_shapes, shapes_from_plain, shapes_of
from engine.training.trainer import train

SETTINGS = TrainingSettings(hidden=(12, 8), learning_rate=0.05, momentum=0.8, batch_size=64,
                            epochs=2, device="cpu")
LEARNING = ("prelu", "swish", "trainable_elu", "staf", "fourier", "rational", "bspline",
            "mixture", "abu", "apl")


@pytest.fixture(scope="module")
def data():
    return small_images(training=200, test=50)


def history_of(keys, data, folder=None, settings=SETTINGS):
    history = History(settings, data, [(key, {}) for key in keys])
    for record in train([(key, {}) for key in keys], settings, data, folder):
        history.add(record)
    return history


def run_of(*weights, hidden=2, live=None):
    """A PReLU run whose layers have these weights after each epoch, the second ten more."""
    def moment(epoch, weight):
        return LearnedShapes("prelu", 7, epoch, tuple(
            LayerShape(phrase("Hidden layer {number}", number=at + 1), "prelu",
                       {"weight": weight + 10 * at}) for at in range(hidden)))
    run = RunHistory("prelu", 7, "cpu", None)
    for epoch, weight in enumerate(weights):
        run.add(moment(epoch, weight))
    if live is not None:
        run.add(moment(*live))
    return run


@pytest.mark.parametrize("key", LEARNING)
def test_each_epoch_tells_what_the_network_has_learned(key, data, tmp_path):
    run = history_of([key], data, tmp_path).runs[0]
    assert [moment.epoch for moment in run.shapes] == [0, 1, 2]
    assert [str(layer.place) for layer in run.shapes[0].layers] == \
        ["Hidden layer 1", "Hidden layer 2"]
    start = build(key, {}, SETTINGS, SETTINGS.seed)
    trained = load(tmp_path / f"{key}-seed7.safetensors").network
    for moment, network in ((run.shapes[0], start), (run.shapes[2], trained)):
        for layer, module in zip(moment.layers, network.activations, strict=True):
            for name, parameter in module.named_parameters():
                told = torch.tensor(layer.values[name], dtype=torch.float32)
                assert torch.equal(told, parameter.detach())
    assert run.shapes[1].layers != run.shapes[0].layers
    assert run.shapes[2].layers != run.shapes[1].layers


@pytest.mark.parametrize("key", LEARNING)
def test_a_drawn_curve_is_what_the_layer_computes(key, data, tmp_path):
    run = history_of([key], data, tmp_path).runs[0]
    network = load(tmp_path / f"{key}-seed7.safetensors").network
    figure = ShapeCurves(-4, 4).figure(run)
    assert len(figure.panels) == 2
    for panel, module in zip(figure.panels, network.activations, strict=True):
        before, now = panel.lines
        assert (before.dash, before.faint, now.dash, now.faint) == ("dotted", False, "solid", False)
        with torch.no_grad():
            computed = module(torch.tensor(now.x, dtype=torch.float32)).double().numpy()
        np.testing.assert_allclose(now.y, computed, rtol=2e-4, atol=2e-4)
        assert abs(now.y - before.y).max() > 1e-6


def test_curves_of_prelu_have_their_closed_form_and_share_their_axes():
    run = run_of(0.25, -0.5, 1.5)
    figure = ShapeCurves(-2, 3).figure(run, 1, slopes=True)
    x = np.linspace(-2, 3, 301)
    for panel, slope, start in zip(figure.panels, (-0.5, 9.5), (0.25, 10.25), strict=True):
        lines = {line.name.removeprefix(str(panel.title)): line for line in panel.lines}
        np.testing.assert_allclose(lines[""].y, np.where(x > 0, x, slope * x), atol=1e-12)
        np.testing.assert_allclose(lines[" at the start"].y, np.where(x > 0, x, start * x),
                                   atol=1e-12)
        smooth = x != 0
        np.testing.assert_allclose(lines[" d1"].y[smooth], np.where(x > 0, 1.0, slope)[smooth])
        assert [(end.x, end.left, end.right) for end in lines[" d1"].breaks] == [(0, slope, 1)]
        assert panel.y == figure.panels[0].y
    assert (figure.x.minimum, figure.x.maximum, figure.arrangement) == (-2, 3, "grid")
    assert str(figure.title) == "PReLU, seed 7, epoch 1 (dotted: at the start; dashed: f′)"


def test_without_slopes_the_curve_is_the_same_and_only_that():
    layer = shapes_of(build("fourier", {}, SETTINGS, 7), "fourier", 7, 0).layers[0]
    curves = ShapeCurves()
    whole, alone = curves.curve(layer), curves.curve(layer, slopes=False)
    np.testing.assert_array_equal(whole.f, alone.f)
    assert np.isfinite(whole.d1).all()
    assert np.isnan(alone.d1).all()


def test_the_axis_fits_every_epoch_and_holds_still_while_they_go_by():
    run = run_of(0.25, -0.5, 1.5, hidden=1)
    curves = ShapeCurves(-2, 3)
    axes = [curves.figure(run, epoch).panels[0].y for epoch in (0, 1, 2)]
    assert axes[0] == axes[1] == axes[2]
    assert axes[0].minimum == pytest.approx(-3 - 0.05 * 6)
    assert axes[0].maximum == pytest.approx(3 + 0.05 * 6)
    other = curves.figure(run_of(1.0, hidden=1)).panels[0].y
    assert other.minimum == pytest.approx(-2 - 0.05 * 5)


def test_the_start_has_nothing_to_be_compared_with():
    figure = ShapeCurves().figure(run_of(0.25, 0.5), 0)
    assert [len(panel.lines) for panel in figure.panels] == [1, 1]


def test_an_epoch_under_way_is_shown_until_it_is_over():
    run = run_of(0.25, live=(0.4, 0.3))
    assert shapes_at(run).epoch == 0.4
    assert str(ShapeCurves().figure(run).title).startswith("PReLU, seed 7, epoch 0.4")
    run.add(LearnedShapes("prelu", 7, 1, run.shapes[0].layers))
    assert [moment.epoch for moment in run.shapes] == [0, 1]
    assert (run.live_shapes, shapes_at(run).epoch) == (None, 1)
    assert [epoch_words(epoch) for epoch in (3, 3.0, 2.96)] == ["3", "3", "3.0"]


def test_what_is_not_there_is_said():
    with pytest.raises(InputError, match="epoch 3 are not there. They are known for 0, 1"):
        shapes_at(run_of(0.25, 0.5), 3)
    with pytest.raises(InputError, match="ReLU has no learned parameters"):
        shapes_at(RunHistory("relu", 7, "cpu", None))
    with pytest.raises(InputError, match="from a smaller to a greater"):
        ShapeCurves(2, 2)


def test_values_beyond_what_a_person_may_set_are_drawn():
    run = RunHistory("snake", 7, "cpu", None)
    run.add(LearnedShapes("snake", 7, 0, (
        LayerShape(phrase("All layers"), "snake", {"a": -0.5}),)))
    with pytest.raises(InputError, match="must be between"):
        find("snake").checked({"a": -0.5})
    line = ShapeCurves().figure(run).panels[0].lines[0]
    np.testing.assert_allclose(line.y, line.x - 2 * np.sin(0.5 * line.x) ** 2, atol=1e-12)


def test_the_table_has_a_row_for_each_number():
    run = run_of(0.25, 0.5)
    assert [tuple(map(str, row[:2])) + row[2:] for row in shapes_table(run).rows] == [
        ("Hidden layer 1", "weight", None, 0.25, 0.5, 0.25),
        ("Hidden layer 2", "weight", None, 10.25, 10.5, 0.25)]
    staf = shapes_of(build("staf", {}, NetworkSettings(hidden=(4, 3)), 7), "staf", 7, 0)
    run = RunHistory("staf", 7, "cpu", None)
    run.add(staf)
    rows = shapes_table(run, 0).rows
    assert len(rows) == 2 * 75
    assert [row[2] for row in rows[:25]] == list(range(1, 26))
    generator = torch.Generator().manual_seed(7)
    np.testing.assert_array_equal([row[3] for row in rows[:25]],
                                  torch.randn(25, generator=generator).tolist())


def test_parameters_over_epochs():
    figure = parameters_figure(run_of(0.25, 0.5, -1.0, live=(2.5, 4.0)))
    assert [str(panel.title) for panel in figure.panels] == \
        ["Hidden layer 1: weight", "Hidden layer 2: weight"]
    line = figure.panels[0].lines[0]
    assert (line.x.tolist(), line.y.tolist()) == ([0, 1, 2, 2.5], [0.25, 0.5, -1.0, 4.0])
    assert figure.panels[0].y == figure.panels[1].y


def test_many_layers_come_in_pages():
    run = run_of(0.1, 0.2, hidden=100)
    curves = ShapeCurves()
    assert [len(curves.figure(run, first=first).panels) for first in (0, 96)] == [PAGE, 4]
    assert str(curves.figure(run, first=96).panels[0].title) == "Hidden layer 97"
    assert str(parameters_figure(run, first=96).panels[-1].title) == "Hidden layer 100: weight"


def test_csv_has_the_numbers_that_are_drawn():
    figure = ShapeCurves().figure(run_of(0.25, -0.5))
    text = csv_text(figure)
    rows = list(csv.reader(io.StringIO("".join(
        line for line in text.splitlines(keepends=True) if not line.startswith("#")))))
    assert rows[0] == ["x", "Hidden layer 1 at the start", "Hidden layer 1",
                       "Hidden layer 2 at the start", "Hidden layer 2"]
    read = np.array(rows[1:], dtype=float)
    np.testing.assert_array_equal(read[:, 2], figure.panels[0].lines[1].y)
    assert "# Hidden layer 1: weight=-0.5" in text


def test_a_function_without_learned_parameters_tells_nothing(data):
    history = history_of(["relu", "none", "leaky_relu"], data)
    assert [run.latest_shapes for run in history.runs] == [None] * 3


def test_a_shared_instance_is_one_layer(data):
    run = history_of(["prelu"], data, settings=replace(SETTINGS, shared_activation=True)).runs[0]
    assert [str(layer.place) for layer in run.shapes[-1].layers] == ["All layers"]


def test_while_an_epoch_runs_shapes_come_when_they_are_due(data, monkeypatch):
    now = [0.0]

    def clock():
        now[0] += 0.2
        return now[0]

    monkeypatch.setattr(shapes.time, "monotonic", clock)
    watch = shapes.ShapeWatch(build("prelu", {}, SETTINGS, 7), "prelu", 7)
    told = [bool(watch.live(0.1 * step)) for step in range(8)]
    assert told == [False, False, True, False, False, True, False, False]
    assert watch.kept == []
    assert len(watch.whole(1)) == len(watch.kept) == 1


def test_each_place_of_a_row_of_functions_has_its_own():
    settings = NetworkSettings(hidden=(6, 5, 4))
    key = "prelu/none/swish"
    run = RunHistory(key, 7, "cpu", None)
    run.add(shapes_of(build(key, {}, settings, 7), key, 7, 0))
    figure = ShapeCurves().figure(run)
    assert [str(panel.title) for panel in figure.panels] == \
        ["Hidden layer 1: PReLU", "Hidden layer 3: Swish"]
    assert [panel.lines[0].key for panel in figure.panels] == ["prelu", "swish"]
    assert [row[1:4] for row in shapes_table(run).rows] == \
        [("prelu", "weight", None), ("swish", "beta", None)]
    assert "/" not in figure.name + shapes_table(run).name + parameters_figure(run).name


@pytest.mark.parametrize(("network", "places"), [
    ("cnn", ["Convolution 1", "Convolution 2", "Linear layer"]),
    ("transformer", ["Block 1", "Block 2"])])
def test_other_networks_have_shapes_too(network, places):
    told = shapes_of(build("prelu", {}, NetworkSettings(network=network), 7), "prelu", 7, 0)
    assert [str(layer.place) for layer in told.layers] == places


def test_a_shape_that_is_not_finite_is_not_told():
    network = build("prelu", {}, SETTINGS, 7)
    with torch.no_grad():
        network.activations[1].weight.fill_(torch.inf)
    assert shapes_of(network, "prelu", 7, 1) is None


def test_own_formulas_keep_their_formula(data):
    own = OwnFunction("own_bent", "Bent", "max(x, 0) + a*sin(x)",
                      (OwnParameter("a", 0.5, -5.0, 5.0, 0.1, learned=True),))
    adopt(own)
    try:
        run = history_of(["own_bent"], data).runs[0]
    finally:
        forget("own_bent")
    layer = run.shapes[-1].layers[0]
    line = ShapeCurves().figure(run).panels[0].lines[-1]
    np.testing.assert_allclose(
        line.y, np.maximum(line.x, 0) + layer.values["a"] * np.sin(line.x), atol=1e-12)
    assert layer.values["a"] != 0.5


def test_a_kept_run_opens_with_its_shapes(data, tmp_path):
    told = history_of(["staf"], data, tmp_path).runs[0]
    back = kept_run(load(tmp_path / "staf-seed7.safetensors"))
    assert back.shapes == told.shapes
    assert [epoch.test_loss for epoch in back.epochs] == [e.test_loss for e in told.epochs]
    assert (back.status, back.seed, back.function) == ("finished", 7, "staf")


def test_a_stopped_run_keeps_the_shapes_of_its_epochs(data, tmp_path):
    steps = train([("prelu", {})], SETTINGS, data, tmp_path)
    for record in steps:
        if isinstance(record, LearnedShapes) and record.epoch == 1:
            break
    steps.close()
    back = kept_run(load(tmp_path / "prelu-seed7.safetensors"))
    assert [moment.epoch for moment in back.shapes] == [0, 1]
    assert back.shapes[1] == record


def test_jobs_that_ended_get_their_shapes_back(data, tmp_path):
    told = [JobRecord("one", record) for record in train(
        [("prelu", {}), ("relu", {})], SETTINGS, data, tmp_path) if record is not None]
    bare = [item for item in told if not isinstance(item.record, (LearnedShapes, StepsDone))]
    back = list(with_shapes(bare))
    assert [item for item in back if not isinstance(item.record, LearnedShapes)] == bare
    assert [item.record for item in back if isinstance(item.record, LearnedShapes)] == \
        [item.record for item in told if isinstance(item.record, LearnedShapes)
         and item.record.epoch in (0, 1, 2)]
    (tmp_path / "prelu-seed7.json").unlink()
    assert list(with_shapes(bare)) == bare


def test_an_older_file_has_its_start_and_its_end(data, tmp_path):
    told = history_of(["prelu"], data, tmp_path).runs[0]
    path = tmp_path / "prelu-seed7.safetensors"
    kept = load(path)
    save(path, kept.network, replace(kept.record, shapes=()))
    back = kept_run(load(path))
    assert back.shapes == [told.shapes[0], told.shapes[2]]
    save(path, kept.network, replace(kept.record, shapes=(), status="stopped"))
    assert [moment.epoch for moment in kept_run(load(path)).shapes] == [0]


def test_a_file_without_the_field_opens(data, tmp_path):
    import json

    history_of(["prelu"], data, tmp_path)
    beside = tmp_path / "prelu-seed7.json"
    whole = json.loads(beside.read_text("utf-8"))
    del whole["content"]["shapes"]
    whole["sha256"] = checkpoints._digest(whole["content"])
    beside.write_text(json.dumps(whole), "utf-8")
    assert load(beside.with_suffix(".safetensors")).record.shapes == ()


@pytest.mark.parametrize("rows", [
    [{"epoch": 0, "layers": [{"weight": 0.1}]}],
    [{"epoch": 0, "layers": [{"weight": 0.1}, {"slope": 0.1}]}],
    [{"epoch": 0, "layers": [{"weight": 0.1}, {"weight": [0.1]}]}],
])
def test_shapes_of_another_network_are_refused(rows, data, tmp_path):
    history_of(["prelu"], data, tmp_path)
    path = tmp_path / "prelu-seed7.safetensors"
    kept = load(path)
    save(path, kept.network, replace(kept.record, shapes=checked_shapes(rows)))
    with pytest.raises(StorageError, match="does not describe a run"):
        kept_run(load(path))


@pytest.mark.parametrize("rows", [
    [{"epoch": 0, "layers": [{"weight": "much"}]}], [{"epoch": None, "layers": []}],
    [{"epoch": 0, "layers": [{"weight": True}]}], [{"epoch": 0, "layers": [[1.0]]}], 3,
])
def test_what_is_no_shape_is_refused(rows):
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
        checked_shapes(rows)


def test_plain_shapes_come_back():
    network = build("staf", {}, SETTINGS, 7)
    told = shapes_of(network, "staf", 7, 0)
    plain = plain_shapes([told])
    assert set(plain[0]["layers"][0]) == {"C", "Omega", "Phi"}
    assert list(shapes_from_plain(checked_shapes(plain), network, "staf", 7)) == [told]


def test_layers_that_are_no_function_of_the_catalogue_have_no_shape():
    network = build("prelu", {}, SETTINGS, 7)
    network.activations[0] = torch.nn.PReLU()
    assert [str(place) for place, _ in shapes.learned_layers(network)] == ["Hidden layer 2"]
    assert isinstance(network.activations[1], Layer)


def test_a_run_that_begins_again_forgets_its_shapes(data):
    history = History(SETTINGS, data, [("prelu", {})])
    started = RunStarted("prelu", 7, 0, 1, "cpu", None)
    history.add(started)
    for moment in run_of(0.25, 0.5).shapes:
        history.add(moment)
    history.add(started)
    assert history.runs[0].shapes == []
