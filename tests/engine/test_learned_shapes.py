"""Learned shapes: what their starts fit, kinks that move with the coefficients, and training."""

import math
from itertools import pairwise

import mpmath
import numpy as np
import pytest
import torch
from closed_forms import FORMS

from engine.activations import catalogue, find
from engine.activations.extremes import extremes, hull, rational_range, sign_changes, spread_grid
from engine.activations.layer import Layer
from engine.analysis.curves import evaluate
from engine.errors import InputError
from engine.networks.building import build
from engine.networks.settings import NetworkSettings

X = np.linspace(-3, 3, 601)
SILU = X / (1 + np.exp(-X))
LEAKY = np.where(X > 0, X, 0.01 * X)
STARTS = {"rational": (LEAKY, 0.04), "pau_b": (LEAKY, 0.04), "pau_c": (LEAKY, 0.04),
          "era": (SILU, 2.5e-4), "bspline": (SILU, 1e-4),
          "slaf": (SILU, 0.021), "kaf": (np.tanh(X), 0.013), "enn": (X, 0.11),
          "rowdy": (np.tanh(X), 1e-15), "laaf": (np.tanh(X), 1e-15), "uaf": (X, 1e-15),
          "taaf": (1 / (1 + np.exp(-X)), 1e-15)}


@pytest.mark.parametrize("key", STARTS)
def test_the_start_is_near_what_it_says(key):
    wanted, allowed = STARTS[key]
    assert abs(evaluate(find(key), {}, X).f - wanted).max() <= allowed


def test_the_rational_function_of_three_over_two_starts_near_relu_between_minus_one_and_one():
    x = np.linspace(-1, 1, 401)
    assert abs(evaluate(find("rational_3_2"), {}, x).f - np.maximum(x, 0)).max() < 0.0219


def test_series_start_as_projections_of_relu():
    """Their coefficients by mpmath's quadrature over the weight of each basis."""
    mp = mpmath

    def projected(basis, weight, low, high):
        norm = mp.quad(lambda x: basis(x) ** 2 * weight(x), [low, 0, high])
        return mp.quad(lambda x: x * basis(x) * weight(x), [0, high]) / norm

    for j in range(4):
        wanted = projected(lambda x, j=j: mp.legendre(j, x), lambda x: 1, -1, 1)
        assert find("lpaf").defaults["a"][j] == pytest.approx(float(wanted), abs=1e-12)
        wanted = projected(lambda x, j=j: mp.hermite(j, x), lambda x: mp.exp(-x * x), -mp.inf,
                           mp.inf)
        assert find("hpaf").defaults["a"][j] == pytest.approx(float(wanted), abs=1e-12)
        # T_j(cos t) = cos(j t), and the weight makes dt of dx.
        wanted = (mp.quad(lambda t, j=j: mp.cos(t) * mp.cos(j * t), [0, mp.pi / 2])
                  / mp.quad(lambda t, j=j: mp.cos(j * t) ** 2, [0, mp.pi]))
        assert find("chpaf").defaults["a"][j] == pytest.approx(float(wanted), abs=1e-12)
    fourier = find("fourier").defaults
    assert fourier["a"] == pytest.approx(float(mp.quad(lambda x: x, [0, mp.pi]) / (2 * mp.pi)))
    for j in range(1, 6):
        for name, wave in (("b", mp.cos), ("c", mp.sin)):
            wanted = mp.quad(lambda x, j=j, wave=wave: x * wave(j * x), [0, mp.pi]) / mp.pi
            assert fourier[name][j - 1] == pytest.approx(float(wanted), abs=1e-12)


def test_a_spline_has_as_many_coefficients_as_knots_less_degree_less_one():
    for key, ends in (("bspline", (-4.5, 4.5)), ("kan", (-2.2, 2.2))):
        knots = [kink.position for kink in find(key).kinks()]
        assert (knots[0], knots[-1]) == pytest.approx(ends)
        coefficients = next(p for p in find(key).parameters if p.name == "coefficients")
        assert coefficients.length == len(knots) - 3 - 1
        gaps = [high - low for low, high in pairwise(knots)]
        assert gaps == pytest.approx([gaps[0]] * len(gaps))


def test_spline_basis_adds_up_to_one_where_all_of_it_is_there():
    ones = {"coefficients": (1.0,) * 15}
    curve = evaluate(find("bspline"), ones, np.linspace(-3, 3, 101))
    assert abs(curve.f - 1).max() < 1e-15
    assert abs(curve.d2).max() < 1e-12
    assert [kink.position for kink in find("bspline").kinks(ones)] == [
        -4.5, -4.0, -3.5, -3.0, 3.0, 3.5, 4.0, 4.5]


def test_spline_with_its_ends_the_wrong_way_round_is_refused():
    with pytest.raises(InputError, match="low must be below high"):
        find("bspline").checked({"low": 2.0, "high": 2.0})


@pytest.mark.parametrize("key", ["bspline", "kan", "lutu"])
def test_what_is_no_number_stays_none_instead_of_failing(key):
    x = torch.tensor([math.nan, 0.5, math.inf, -math.inf, 1e38], dtype=torch.float32,
                     requires_grad=True)
    f = find(key)(x)
    f[1].backward()
    assert f[0].isnan()
    assert torch.isfinite(f[1])


def test_sign_changes_against_known_roots():
    # (x + 2)(x - 1/3)(x - 0.1)(x^2 + 1), then a double root, a triple root, and none.
    assert [place for place, _ in sign_changes(np.polynomial.polynomial.polyfromroots(
        [-2, 1 / 3, 0.1, 1j, -1j]).real)] == pytest.approx([-2, 0.1, 1 / 3], abs=1e-14)
    assert sign_changes([1.0, -2.0, 1.0]) == []
    assert sign_changes([-1.0, 3.0, -3.0, 1.0]) == [(pytest.approx(1, abs=1e-5), 3)]
    assert sign_changes([1.0, 0.0, 1.0]) == []
    assert sign_changes([0.0, 0.0]) == []
    assert sign_changes([-0.75, 0.5]) == [(1.5, 1)]


@pytest.mark.parametrize(("key", "values", "expected"), [
    ("rational", {}, [(0, 1)]), ("rational", {"b": [0, 1, 0, 1]}, []),
    ("rational", {"b": [0, 1, 1, 1]}, [(0, 3)]),
    ("rational", {"a": [0, 0, 1, 0, 0, 0], "b": [1, 0, 0, 0]}, [(0, 3)]),
    ("pau_b", {}, []), ("pau_b", {"b": [1, 0, 0, 0]}, [(0, 1)]),
    ("pau_b", {"b": [0, -1, 1, 0]}, [(1, 1)]), ("pau_b", {"b": [1, -2, 1, 0]}, [(0, 1)]),
    ("pau_b", {"b": [0, 0, 1, 0]}, [(0, 3)]), ("pau_c", {}, []),
    ("pau_c", {"b": [-1, 0, 1, 0, 0]}, [(-1, 1), (1, 1)]),
    ("poly_relu", {}, [(0, 1)]), ("poly_relu", {"a": [1, 0, 0, 2]}, [(0, 3)]),
    ("poly_relu", {"a": [1, 0, 0, 0]}, []), ("abu", {"a": [1, 0, 0, 1, 1]}, []),
    ("abu", {"a": [1, 1, 0, 1, 1]}, [(0, 2)]), ("kan", {"w_s": 0}, []),
])
def test_kinks_follow_the_coefficients(key, values, expected):
    assert [tuple(kink) for kink in find(key).kinks(find(key).checked(values))] == expected


def test_a_corner_at_an_awkward_place_has_both_its_sides():
    """The root of 1 - 3.1 x is no double; the sides must fall on both sides of it."""
    values = {"b": [1.0, -3.1, 0.0, 0.0], "a": [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]}
    curve = evaluate(find("pau_b"), values, X)
    assert [kink.position for kink in curve.kinks] == pytest.approx([0.0, 1 / 3.1], abs=1e-15)
    sides = curve.breaks[1][1]
    with mpmath.workdps(50):
        for side, got in ((-1, sides.left), (1, sides.right)):
            at = mpmath.mpf(1) / mpmath.mpf(3.1) + side * mpmath.mpf("1e-9")
            wanted = mpmath.diff(lambda x: FORMS["pau_b"](x, **values), at, h=1e-20)
            assert got == pytest.approx(float(wanted), abs=1e-7)
    assert sides.left > 0 > sides.right


@pytest.mark.parametrize("key", ["rational", "pau_b"])
@pytest.mark.parametrize("b", [[0, 3, 0, 0], [0, -3, 0, 0], [0, 0, 0, -2]])
def test_second_derivative_at_a_double_root_of_the_sum(key, b):
    values = {"a": [0.5, 1.0, 0.25, 0.0, 0.0, 0.0], "b": b}
    curve = evaluate(find(key), values, np.array([0.0]))
    # f = (a0 + a1 x + a2 x^2)(1 - |b2| x^2 + ...)
    assert curve.d2[0] == pytest.approx(2 * (0.25 - 0.5 * abs(b[1])), abs=1e-15)


def test_a_denominator_with_a_zero_is_refused():
    for b in ((1.0, 3.0, 1.0), (0.0, 1.0, 1.0), (0.0, 0.0, 0.0), (1.0, 1.0, 0.0)):
        with pytest.raises(InputError, match="denominator that is 0"):
            find("rational_3_2").checked({"b": b})
    assert find("rational_3_2").checked({"b": (-2.0, 0.0, 0.0)})["b"] == (-2.0, 0.0, 0.0)


def test_ranges_of_quotients_of_polynomials():
    line = (-math.inf, math.inf)
    assert rational_range((0, 1), ((*line, (1, 0, 1)),)) == (-0.5, 0.5, True, True)
    assert rational_range((1,), ((*line, (1, 0, 1)),)) == (0, 1, False, True)
    assert rational_range((0, 0, 2), ((*line, (1, 0, 1)),)) == (0, 2, True, False)
    assert rational_range((0, 1), ((*line, (1,)),)) == (-math.inf, math.inf, False, False)
    assert rational_range((3,), ((*line, (1,)),)) == (3, 3, True, True)
    assert rational_range((0,), ((*line, (1,)),)) == (0, 0, True, True)
    assert rational_range((0, 0, -1), ((*line, (1, 0)),)) == (-math.inf, 0, False, True)


def test_extremes_of_a_wave_with_many_turns():
    low, high = extremes(lambda x: np.sin(5 * x) * np.exp(-x * x / 50) + 0.01 * x,
                         np.linspace(-9, 9, 2001))
    fine = np.linspace(-1, 1, 4_000_001)
    wave = np.sin(5 * fine) * np.exp(-fine * fine / 50) + 0.01 * fine
    assert (low, high) == (pytest.approx(wave.min(), abs=1e-12),
                           pytest.approx(wave.max(), abs=1e-12))
    assert hull((1.0, 2.0), (0.0, math.inf)) == (0.0, math.inf, False, False)
    assert abs(spread_grid(45.0)[[0, -1]]) == pytest.approx(45)


def test_ranges_at_turning_values():
    assert find("fourier").range({"d": 0.0, "b": (1.0,) * 5, "a": 0.5}) == (5.5, 5.5, True, True)
    assert find("taaf").range({"beta": 0.0}) == (0.5, 0.5, True, True)
    assert find("taaf").range({"alpha": -2.0, "delta": 1.0}) == (-1, 1, False, False)
    assert find("laaf").range({"a": 0.0}) == (0, 0, True, True)
    assert find("uaf").range() == (-math.inf, math.inf, False, False)
    assert find("uaf").range({"A": 1.0, "D": 1.0}) == (0, 0, True, True)
    assert find("uaf").range({"C": 1.0, "D": 0.0}).high == math.inf
    assert find("abu").range({"a": (1.0, 0.0, 0.0, 0.0, 0.0)}) == (-1, 1, False, False)
    assert find("vaf").range({"a": (0.0,) * 4, "c": 2.0}) == (2, 2, True, True)
    mixture = find("mixture").range({"w": (0.0,) * 4, "b": (9.0, -90.0, -90.0, -90.0)})
    assert (mixture.low, mixture.high) == (pytest.approx(-1), math.inf)


def test_fitted_starts_are_where_training_starts_and_random_ones_are_drawn():
    drawn = {p.name for key in catalogue() for p in find(key).parameters if p.drawn}
    assert drawn == {"C", "Omega", "Phi", "w", "b", "a"}
    for key in ("rational", "bspline", "kaf", "fourier", "kan"):
        network = build(key, {}, NetworkSettings(hidden=(8,)), seed=3)
        _, activation = network.hidden_layers()[0]
        for name, value in activation.values().items():
            assert value == pytest.approx(find(key).defaults[name], rel=1e-6, abs=1e-6), name
    for key in ("mixture", "vaf"):
        one, same, other = (Layer(find(key), generator=torch.Generator().manual_seed(seed)).values()
                            for seed in (1, 1, 2))
        assert one == same != other


@pytest.mark.parametrize("key", ["rational", "bspline", "mixture", "kan", "enn"])
def test_a_learned_shape_learns_another_function(key):
    """Ten steps of gradient descent on the coefficients alone bring it nearer to a sine."""
    layer = Layer(find(key))
    x = torch.linspace(-2, 2, 200)
    optimiser = torch.optim.Adam(layer.parameters(), lr=0.03)
    losses = []
    for _ in range(40):
        optimiser.zero_grad()
        loss = (layer(x) - torch.sin(2 * x)).square().mean()
        loss.backward()
        losses.append(loss.item())
        optimiser.step()
    assert losses[-1] < 0.6 * losses[0]
