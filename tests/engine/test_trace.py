"""A sample through a small network in both forms, against numpy."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from small_images import small_images

from engine.activations import catalogue
from engine.data.images import ImageData
from engine.diagnostics.trace import trace
from engine.diagnostics.trace_records import Trace, TraceOrder, TraceProgress, TraceSettings
from engine.errors import InputError
from engine.figures.csv import csv_text
from engine.figures.trace import trace_figure, trace_headline, trace_table
from engine.networks.initialisation import linear_layer
from engine.networks.seeds import generator

TYPED = (0.5, -1.0, 2.0, 0.25)


@pytest.fixture(scope="module")
def data():
    return small_images()


def traced(key, data=None, values=None, typed=(), **settings):
    order = TraceOrder(key, values or {}, TraceSettings(**settings), typed)
    *_, found = trace(order, data)
    assert isinstance(found, Trace)
    return found


@pytest.mark.parametrize("key", catalogue())
def test_both_forms_agree_for_every_function_in_evaluation(key):
    assert traced(key, typed=TYPED, hidden=(6, 5), training=False).first_difference is None


@pytest.mark.parametrize("key", [key for key, item in catalogue().items() if item.random is None])
def test_both_forms_agree_in_training_where_nothing_is_random(key):
    assert traced(key, typed=TYPED, hidden=(6,), training=True).first_difference is None


def test_rrelu_differs_in_training_only():
    found = traced("rrelu", typed=TYPED, hidden=(32,))
    assert found.first_difference == 2
    before, after = found.steps[1].module, found.steps[2]
    slopes = after.module[before < 0] / before[before < 0]
    assert len(slopes) > 5 and slopes.min() >= 1 / 8 and slopes.max() <= 1 / 3
    assert np.ptp(slopes) > 0.01
    mean = (1 / 8 + 1 / 3) / 2
    assert after.functional[before < 0] == pytest.approx(mean * before[before < 0], rel=1e-6)
    assert (after.module == after.functional)[before >= 0].all()


def test_rrelu_is_the_same_each_time():
    first, again = (traced("rrelu", typed=TYPED, seed=3) for _ in range(2))
    assert (first.steps[2].module == again.steps[2].module).all()


def test_prelu_differs_once_its_own_parameter_has_moved(data):
    assert traced("prelu", data, hidden=(16,)).first_difference is None
    found = traced("prelu", data, hidden=(16,), steps=3)
    assert found.first_difference == 2
    slope = found.learned["weight of activation 1"][0]
    assert slope != 0.25
    sums, after = found.steps[1].module, found.steps[2]
    below = sums < 0
    assert after.module[below] == pytest.approx(slope * sums[below], rel=1e-6)
    assert after.functional[below] == pytest.approx(0.25 * sums[below], rel=1e-6)


@pytest.mark.parametrize("key", ["relu", "gelu", "tanh", "leaky_relu"])
def test_stateless_functions_agree_after_training_too(key, data):
    found = traced(key, data, hidden=(16, 8), steps=3)
    assert found.first_difference is None
    assert len(found.steps) == 7


def test_values_are_those_of_the_network(data):
    found = traced("leaky_relu", data, {"negative_slope": 0.2}, hidden=(16,), sample=5, seed=11)
    weights = generator(11, "linear weights")
    first, last = linear_layer(784, 16, weights), linear_layer(16, 10, weights)
    x = data.test_images[4] / 127.5 - 1
    z = x @ first.weight.detach().double().numpy().T + first.bias.detach().double().numpy()
    h = np.where(z < 0, 0.2 * z, z)
    logits = h @ last.weight.detach().double().numpy().T + last.bias.detach().double().numpy()
    p = np.exp(logits - logits.max())
    for step, expected in zip(found.steps, (x, z, h, logits, p / p.sum()), strict=True):
        assert step.module == pytest.approx(expected, abs=1e-5), step.name
    assert found.label == data.classes[int(data.test_labels[4])]
    assert found.picture.shape == (28, 28, 1)


def test_pictures_of_another_shape_and_other_classes_are_traced():
    random = np.random.default_rng(5)
    images = random.integers(0, 256, (30, 3 * 4 * 5), np.uint8)
    labels = (np.arange(30) % 4).astype(np.uint8)
    own = ImageData("own", images, labels, images, labels, False, "here", "0" * 64,
                    ("a", "b", "c", "d"), (3, 4, 5))
    found = traced("relu", own, hidden=(6,), sample=3, steps=2)
    assert [len(step.module) for step in found.steps] == [60, 6, 6, 4, 4]
    assert found.label == "c"
    pixels = images[2].reshape(3, 4, 5) / 127.5 - 1
    assert found.picture[1, 2] == pytest.approx(pixels[:, 1, 2], abs=1e-6)


def test_gradient_steps_are_plain_descent(data):
    """One step by hand, through autograd of a network written out."""
    weights = generator(7, "linear weights")
    first, last = linear_layer(784, 4, weights), linear_layer(4, 10, weights)
    chosen = torch.randint(600, (64,), generator=generator(7, "batches")).numpy()
    x = torch.from_numpy(data.train_images[chosen]).float() / 127.5 - 1
    right = torch.from_numpy(data.train_labels[chosen].astype(np.int64))
    loss = torch.nn.CrossEntropyLoss()(last(torch.relu(first(x))), right)
    loss.backward()
    expected = (last.bias - 0.1 * last.bias.grad).detach()
    found = traced("relu", data, hidden=(4,), steps=1)
    weight = (last.weight - 0.1 * last.weight.grad).detach()
    logits = weight @ torch.from_numpy(found.steps[2].module) + expected
    assert found.steps[3].module == pytest.approx(logits.numpy(), abs=1e-5)


def test_training_tells_how_far_it_is(data):
    found = list(trace(TraceOrder("relu", {}, TraceSettings(hidden=(64,), steps=200)), data))
    told = [one.fraction for one in found if isinstance(one, TraceProgress)]
    assert told == sorted(told)
    assert all(0 < fraction <= 1 for fraction in told)
    assert found.count(None) + len(told) == 200


@pytest.mark.parametrize("wrong", [
    TraceOrder("relu", {"nothing": 1}, typed=TYPED), TraceOrder("nothing", typed=TYPED),
    TraceOrder("relu", settings=TraceSettings(hidden=()), typed=TYPED),
    TraceOrder("relu", settings=TraceSettings(hidden=(600,)), typed=TYPED),
    TraceOrder("relu", typed=(float("nan"),)), TraceOrder("relu", typed=(1.0,) * 33),
    TraceOrder("relu", typed=(1e39, 1.0)), TraceOrder("relu", typed=(1.0, -1.1e6)),
    TraceOrder("relu", settings=TraceSettings(sample=201)), TraceOrder("relu"),
])
def test_wrong_orders_are_refused(wrong, data):
    with pytest.raises(InputError):
        list(trace(wrong, data if wrong.settings.sample == 201 else None))


def test_table_has_a_row_a_layer(data):
    found = traced("relu", data, hidden=(16,))
    table = trace_table(found, data)
    assert len(table.rows) == len(found.steps) == 5
    rows = [dict(zip([column.name for column in table.columns], row, strict=True))
            for row in table.rows]
    after = found.steps[2].module
    assert rows[2]["mean"] == pytest.approx(after.astype(float).mean())
    assert rows[2]["zeros"] == pytest.approx((after == 0).mean())
    assert rows[2]["min"] == 0 and rows[2]["max"] == pytest.approx(after.max())
    assert rows[0]["width"] == 784
    assert [row["difference"] for row in rows] == [0.0] * 5
    assert rows[2]["module first"] == rows[2]["functional first"] == float(after[0])
    assert f",{float(after[0])!r},{float(after[0])!r}," in csv_text(table)
    brief = trace_table(found, data, brief=True)
    assert [row[:5] for row in table.rows] == list(brief.rows)
    assert "not FashionMNIST" in str(table.warning)


@pytest.mark.parametrize("key", ["symexp", "rrelu", "relu", "silu"])
def test_a_headline_never_says_nan(key):
    found = traced(key, typed=(1e6, -1e6), hidden=(8,), training=False)
    assert "nan" not in str(trace_headline(found)).lower()
    trace_table(found, None)
    trace_figure(found, 2, None)
    assert ("not finite" in str(trace_headline(found))) == (key == "symexp")


def test_headline_says_where_only_one_form_is_finite():
    found = traced("relu", typed=TYPED, hidden=(4,))
    values = found.steps[2].module.copy()
    values[1] = np.nan
    broken = replace(found.steps[2], functional=values)
    steps = (*found.steps[:2], broken, *found.steps[3:])
    assert str(trace_headline(replace(found, steps=steps, first_difference=2))) == (
        "The forms first differ after Activation 1: there only one of them is finite")
    both = replace(found.steps[2], module=values, functional=values.copy())
    assert both.largest_difference == 0 and not both.finite


def test_headline_names_the_first_difference(data):
    assert "same" in str(trace_headline(traced("relu", data)))
    words = str(trace_headline(traced("rrelu", data)))
    assert "Activation 1" in words


def test_figure_reads_back(data):
    found = traced("rrelu", data, hidden=(16,))
    text = csv_text(trace_figure(found, 2, data))
    assert repr(float(found.steps[2].module[3])) in text
    assert repr(float(found.steps[2].functional[3])) in text
    assert "# function: rrelu" in text
