"""The line on the screen has fewer points than the line, and is the same line."""

import numpy as np
import pytest

from engine.activations import catalogue
from engine.analysis.curves import curves
from gui.plot_thinning import FINENESS, thinned

X = np.linspace(-5, 5, 2001)


def off(x, y, height, few_x, few_y):
    """How far the thinned line is from the points of the line, as a share of the height."""
    return np.max(np.abs(np.interp(x, few_x, few_y) - y)) / height


@pytest.mark.parametrize("y", [np.sin(X), np.sin(12 * X), np.tanh(X), X**3 / 125, np.exp(-X * X),
                               np.abs(X), np.maximum(X, 0), np.sign(X) * np.sqrt(np.abs(X))],
                         ids=["sine", "fast-sine", "tanh", "cubic", "gauss", "kink", "relu",
                              "root"])
def test_a_curve_keeps_its_form_with_fewer_points(y):
    few = thinned(X, y, 2.0)
    assert len(few[0]) < len(X)
    assert off(X, y, 2.0, *few) <= 2 / FINENESS
    assert (few[0][0], few[0][-1]) == (-5, 5)


def test_a_straight_line_is_two_points_with_what_stands_between_pieces():
    few_x, _ = thinned(X, 3 * X + 1, 10.0)
    assert len(few_x) < 10


def test_every_function_is_drawn_to_a_part_of_a_pixel():
    found = [item for item in curves([(key, {}) for key in catalogue()], -5, 5, 2001)
             if item is not None]
    assert len(found) == len(catalogue())
    for curve in found:
        for values in (curve.f, curve.d1, curve.d2):
            y = np.where(np.abs(values) < 1e3, values, np.nan)
            if np.isfinite(y).sum() < 100:
                continue
            height = max(float(np.nanmax(y) - np.nanmin(y)), 1e-6)
            few_x, few_y = thinned(curve.x, y, height)
            inside = np.isfinite(y)
            assert np.isnan(few_y).sum() == np.isnan(y).sum()
            pieces = np.flatnonzero(np.diff(inside.astype(int))) + 1
            for piece in np.split(np.arange(len(y)), pieces):
                if inside[piece[0]] and len(piece) > 1:
                    part = (few_x >= curve.x[piece[0]]) & (few_x <= curve.x[piece[-1]])
                    part &= np.isfinite(few_y)
                    assert off(curve.x[piece], y[piece], height,
                               few_x[part], few_y[part]) <= 4 / FINENESS, curve.key


def test_gaps_and_jumps_stay():
    x = np.sort(np.concatenate([X, [0.0, 0.0]]))
    y = np.where(x < 0, -1.0, 1.0)
    y[1000], y[1001] = -1.0, np.nan
    few_x, few_y = thinned(x, y, 2.5)
    assert np.isnan(few_y).sum() == 1
    at = int(np.flatnonzero(np.isnan(few_y))[0])
    assert few_y[at - 1] == -1 and few_y[at + 1] == 1
    assert few_x[at - 1] == few_x[at + 1] == 0
