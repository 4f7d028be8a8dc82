"""What a plot makes of arrays: breaks, clipping, ranges, ticks and texts."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from sample_figures import functions

from engine.figures import Axis, Bars, Break, Line, Segment
from gui.plot_data import (
    Span,
    bars_span,
    clean_for_plot,
    clipped,
    drawn_points,
    exact,
    fitted,
    hidden_points,
    place_of,
    sample_at,
    slope_at,
    value_at,
)
from gui.plot_ticks import linear_ticks, log_ticks, position_text, value_text

AXIS = Axis("y")


def line(x, y, *breaks):
    return Line("relu", "relu", "ReLU", np.array(x, float), np.array(y, float), breaks)


def test_only_what_can_be_drawn_stays():
    values = np.array([1.0, math.nan, math.inf, -math.inf, 1e300, -2.0])
    assert np.array_equal(clean_for_plot(values), [1, *[math.nan] * 4, -2], equal_nan=True)
    logs = clean_for_plot(np.array([100.0, 0.0, -1.0, math.inf, 1e-3]), logarithmic=True)
    assert np.allclose(logs, [2, math.nan, math.nan, math.nan, -3], equal_nan=True)
    for value in (*values, 0.0, 100.0):
        for logarithmic in (False, True):
            assert np.array_equal(place_of(value, logarithmic),
                                  clean_for_plot(np.array([value]), logarithmic)[0],
                                  equal_nan=True)


@pytest.mark.parametrize("x", [[-1, -0.5, 0, 0.5, 1], [-1, -0.6, -0.2, 0.2, 0.6, 1]])
def test_a_line_runs_to_both_limits_with_a_gap(x):
    y = [float(place > 0) if place else math.nan for place in x]
    drawn_x, drawn_y = drawn_points(line(x, y, Break(0, 0, 1)), AXIS, AXIS)
    at = int(np.flatnonzero(np.isnan(drawn_y))[0])
    assert np.isnan(drawn_y).sum() == 1
    assert list(drawn_x[at - 1:at + 2]) == [0, 0, 0]
    assert (drawn_y[at - 1], drawn_y[at + 1]) == (0, 1)
    assert (np.diff(drawn_x) >= 0).all()


def test_a_break_outside_of_the_samples_changes_nothing():
    plain = line([1, 2, 3], [1, 2, 3], Break(0, 0, 1))
    assert np.array_equal(drawn_points(plain, AXIS, AXIS)[1], [1, 2, 3])


def length_inside(x, y, across, up):
    """The length of a polyline inside a rectangle, by brute force."""
    total, parts = 0.0, np.linspace(0, 1, 20_001)[:-1] + 0.5 / 20_000
    for x0, x1, y0, y1 in zip(x[:-1], x[1:], y[:-1], y[1:], strict=True):
        px, py = x0 + (x1 - x0) * parts, y0 + (y1 - y0) * parts
        inside = (px >= across.low) & (px <= across.high) & (py >= up.low) & (py <= up.high)
        total += inside.mean() * math.hypot(x1 - x0, y1 - y0)
    return total


@pytest.mark.parametrize("seed", range(8))
def test_clipping_keeps_exactly_what_is_inside(seed):
    random = np.random.default_rng(seed)
    x, y = np.sort(random.normal(size=12)), random.normal(scale=3, size=12)
    across, up = Span(-0.8, 0.9), Span(-2.0, 1.5)
    cut_x, cut_y = clipped(x, y, across, up)
    real = ~np.isnan(cut_x)
    assert (cut_x[real] >= across.low - 1e-9).all() and (cut_x[real] <= across.high + 1e-9).all()
    assert (cut_y[real] >= up.low - 1e-9).all() and (cut_y[real] <= up.high + 1e-9).all()
    lengths = np.hypot(np.diff(cut_x), np.diff(cut_y))
    assert np.nansum(lengths) == pytest.approx(length_inside(x, y, across, up), rel=1e-3)


def test_clipping_leaves_gaps_and_whole_lines_alone():
    x, y = np.arange(5.0), np.array([0.0, 1.0, math.nan, 1.0, 0.0])
    assert clipped(x, y, Span(0, 4), Span(0, 1))[1] is y
    cut_x, cut_y = clipped(x, y, Span(0, 4), Span(0, 0.5))
    assert np.allclose(cut_x, [0, 0.5, math.nan, 3.5, 4, math.nan], equal_nan=True)
    assert np.allclose(cut_y[:2], [0, 0.5])
    assert len(clipped(x, y + 10, Span(0, 4), Span(0, 1))[0]) == 0


def test_a_range_fits_with_a_little_room():
    span = fitted([np.array([-1.0, 3.0])], AXIS)
    assert span.low == pytest.approx(-1.2) and span.high == pytest.approx(3.2)


def test_a_range_stays_while_it_still_fits():
    kept = fitted([np.array([-1.0, 3.0])], AXIS)
    assert fitted([np.array([-1.1, 3.0])], AXIS, kept) is kept
    assert fitted([np.array([-1.0, 1.9])], AXIS, kept) is kept
    assert fitted([np.array([-1.3, 3.0])], AXIS, kept).low < -1.3
    assert fitted([np.array([-1.0, 0.0])], AXIS, kept).high < 0.2


@pytest.mark.parametrize("value", [0.0, 1.0, -250.0, 1e-12, 1e12])
def test_a_flat_line_gets_room_around_it(value):
    span = fitted([np.full(5, value)], AXIS)
    assert span.low < value < span.high
    assert span.size >= abs(value) * 0.5


def test_one_exploding_part_does_not_flatten_the_rest():
    span = fitted([np.concatenate([np.linspace(0, 1, 99), [1e30]])], AXIS)
    assert -1 <= span.low <= 0 and 1 <= span.high < 3


def test_nothing_finite_gives_a_range_all_the_same():
    for values in ([], [np.full(4, math.nan)]):
        assert fitted(values, AXIS).size > 0
        assert exact(values, AXIS).size > 0


def test_the_ends_of_an_axis_hold():
    assert fitted([np.array([0.0, 500.0])], Axis("y", minimum=60, maximum=90)) == (60, 90)
    assert fitted([np.array([0.0, 500.0])], Axis("y", minimum=-1)).low == -1
    assert exact([np.array([2.0, 9.0])], Axis("x", minimum=1, maximum=15)) == (1, 15)
    assert exact([np.array([0.0, 2.0])], Axis("x",
                 minimum=1, maximum=1000, logarithmic=True)) == (0, 3)
    assert exact([np.array([3.0])], AXIS).low < 3 < exact([np.array([3.0])], AXIS).high


def test_bars_reach_from_zero_to_their_axis_or_the_longest():
    made = Bars(("a", "b"), (Segment("dead", "Dead", np.array([1.0, 2.0])),
                             Segment("others", "Others", np.array([4.0, 1.0]))))
    assert bars_span(made, AXIS) == (0, 5)
    assert bars_span(made, Axis("x", maximum=100)) == (0, 100)


def test_values_are_read_at_the_nearest_sample():
    made = line([0, 1, 2, 3], [5, math.nan, 7, 8], Break(3, 8, 9), Break(2, 1, 2, 7))
    assert [sample_at(made, x) for x in (-9, 0.4, 0.6, 2.4, 99)] == [0, 0, 1, 2, 3]
    assert [value_at(made, x) for x in (0, 1, 2, 3)] == [5, None, 7, None]
    assert sample_at(line([], []), 0) is None and value_at(line([], []), 0) is None


def test_a_slope_is_that_of_the_derivative():
    figure = functions(points=2001)
    expected = value_at(figure.panels[1].lines[0], -1.4)
    assert slope_at(figure, "gelu", -1.4) == expected
    without = functions(points=2001, orders=(0,))
    assert slope_at(without, "gelu", -1.4) == pytest.approx(expected, abs=1e-5)
    assert slope_at(figure, "relu", 0.0) is None
    assert slope_at(without, "relu", 0.0) is None
    assert slope_at(without, "tanh", 0.0) is None


def test_hidden_points_counts_columns_of_curves():
    x = np.linspace(0, 100, 11)
    rect = QRectF(0, 0, 50, 50)
    assert hidden_points([(x, np.full(11, 200.0))], rect) == 0
    assert hidden_points([(x, np.full(11, 20.0))], rect) == 24


@pytest.mark.parametrize("seed", range(40))
def test_ticks_are_few_apart_and_say_where_they_stand(seed):
    random = np.random.default_rng(seed)
    low = float(random.normal() * 10.0 ** random.integers(-5, 6))
    high = low + float(10.0 ** random.uniform(-3, 6))
    length = float(random.uniform(60, 900))
    ticks = linear_ticks(low, high, length, 26)
    assert 1 <= len(ticks.places) <= 9 or length < 100
    assert all(low - 1e-9 * (high - low) <= place <= high + 1e-9 * (high - low)
               for place in ticks.places)
    if len(ticks.places) > 1:
        assert np.diff(ticks.places).min() / (high - low) * length >= 26 * 0.999
    for place, text in zip(*ticks, strict=True):
        written = float(text.replace("\N{MINUS SIGN}", "-"))
        assert written == pytest.approx(place, rel=1e-5, abs=(high - low) * 1e-6)


def test_ticks_of_the_design():
    assert linear_ticks(-4, 4, 600, 46).texts == ["−4", "−3", "−2", "−1", "0", "1", "2", "3", "4"]
    assert linear_ticks(-0.6, 1.1, 136, 26).texts == ["−0.5", "0", "0.5", "1"]
    assert linear_ticks(1, 15, 374, 40, whole=True).texts == [str(n) for n in range(1, 16, 2)]
    assert linear_ticks(0, 2, 800, 26, whole=True).texts == ["0", "1", "2"]
    assert linear_ticks(0, 3e6, 300, 26).texts[1] == "5e5"


def test_ticks_of_a_log_axis():
    assert log_ticks(-3, 2, 300, 26).texts == ["0.001", "0.01", "0.1", "1", "10", "100"]
    assert "1" in log_ticks(-0.4, 0.4, 330, 26).texts
    narrow = log_ticks(math.log10(2.1), math.log10(2.4), 300, 26)
    assert len(narrow.places) >= 2
    for low, high in ((-30, 30), (-0.01, 0.01), (-5, 0)):
        assert 2 <= len(log_ticks(low, high, 200, 26).places) <= 9


def test_numbers_are_written_as_the_design_says():
    assert [value_text(value) for value in (0.0, -0.0, 0.00001, -0.1289, None, math.nan)] == \
        ["0", "0", "0.0000", "−0.1289", "–", "–"]
    assert value_text(math.inf) == "∞" and value_text(-math.inf) == "−∞"
    assert [position_text(value, 8) for value in (-1.4, 0, -0.0)] == ["−1.400", "0.000", "0.000"]
    assert position_text(1234, 5000) == "1234"


@pytest.mark.parametrize(("low", "high", "whole"), [
    (1000, 1000.000001, False), (-1.9007451, -1.9007449, False), (0.2, 0.3, True),
    (3.0001, 3.0002, True), (-1e307, 1e307, False), (-1.7e308, 1.7e308, False),
    (99_990, 100_010, False), (0, 1e-7, False),
])
def test_ticks_differ_wherever_someone_zooms(low, high, whole):
    ticks = linear_ticks(low, high, 600, 46, whole)
    assert len(ticks.places) >= 2
    assert len(set(ticks.texts)) == len(ticks.texts)
    slack = (high / 2 - low / 2) * 1e-6
    assert all(low - slack <= place <= high + slack for place in ticks.places)


def test_near_zero_has_no_sign():
    assert value_text(-1e-9) == "0.0000"
    assert value_text(-0.0) == "0"
    assert value_text(-0.5) == "−0.5000"


def test_a_fit_stays_within_what_values_can_be():
    span = fitted([np.array([85.0])], Axis("", unit="%", least=0.0, most=100.0))
    assert span.high == 100
    assert 0 <= span.low < 85
    assert fitted([np.array([1.0, 99.0])], Axis("", least=0.0, most=100.0)) == (0, 100)
