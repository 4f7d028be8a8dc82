"""Whatever is exported of an own function says its formula, so that it can be repeated."""

import pytest

from engine.activations import find
from engine.activations.own import OwnFunction, OwnParameter, add, remove
from engine.analysis.curves import curves
from engine.figures.csv import csv_text
from engine.figures.formulas import formula_notes
from engine.figures.function import function_figure
from engine.figures.layers import summary_table
from engine.figures.precision import precision_figure
from engine.networks.settings import NetworkSettings

FORMULA = "where(x > 0, a*x, 0.1*x)"
NOTE = ("formula of own_mine", FORMULA)


@pytest.fixture(autouse=True)
def mine():
    add(OwnFunction("own_mine", "mine", FORMULA, (OwnParameter("a", 2.0),)))
    yield
    remove("own_mine")


def figure():
    made = [(find(key), find(key).defaults) for key in ("own_mine", "relu")]
    made.append((find("own_mine"), {"a": 3.0}))
    found = [curve for curve in curves(made, -1.0, 1.0, 5) if curve is not None]
    return function_figure(found, -1.0, 1.0)


def test_curves_say_the_formula_once():
    assert [note for note in figure().notes if note[0].startswith("formula")] == [NOTE]
    assert csv_text(figure()).count(f"# formula of own_mine: {FORMULA}\n") == 1


def test_a_curve_keeps_the_formula_that_it_was_computed_from():
    before = figure()
    add(OwnFunction("own_mine", "mine", "x + 1", ()))
    assert NOTE in before.notes
    assert formula_notes(["own_mine"]) == (("formula of own_mine", "x + 1"),)


def test_other_pictures_say_it_too():
    assert NOTE in precision_figure("own_mine", [], -1.0, 1.0).notes
    assert NOTE in summary_table(NetworkSettings(hidden=(4,)), "own_mine").notes
    assert formula_notes(["relu", "none", "own_mine", "own_mine", "own_gone"]) == (NOTE,)
    assert formula_notes([None]) == ()
