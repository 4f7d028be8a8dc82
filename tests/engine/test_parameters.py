"""Declarations: what is read from them, what is checked, what the sentences say."""

import math
from dataclasses import dataclass
from typing import Annotated

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.activations import find
from engine.errors import InputError
from engine.parameters import (
    Choice,
    Integers,
    Parameter,
    Range,
    Switch,
    Vector,
    Words,
    check_value,
    checked,
    defaults_of,
    parameters_of,
    plain,
    read_value,
)
from engine.texts import phrase


@dataclass(frozen=True)
class Everything:
    """One field of each type."""

    rate: Annotated[float, Range(0, 2, step=0.5, label=phrase("Rate"))] = 0.25
    count: Annotated[int, Range(1, None)] = 3
    least: Annotated[float, Range(None, 5, learned=True)] = 1.0
    weights: Annotated[tuple[float, ...], Vector(3, -1, 1, learned=True)] = (0.0, 0.5, 1.0)
    widths: Annotated[tuple[int, ...], Integers(1, 10, shortest=1, longest=3)] = (4, 2)
    kind: Annotated[str, Choice(("sgd", "adam"))] = "sgd"
    shared: Annotated[bool, Switch()] = False
    folder: Annotated[str, Words()] = ""
    untold: int = 5


PARAMETERS = {parameter.name: parameter for parameter in parameters_of(Everything)}


def test_declarations_are_read_in_order():
    assert [(p.name, p.type) for p in PARAMETERS.values()] == [
        ("rate", "float"), ("count", "int"), ("least", "float"), ("weights", "vector"),
        ("widths", "integers"), ("kind", "choice"), ("shared", "bool"), ("folder", "text")]
    rate, count, weights = (PARAMETERS[name] for name in ("rate", "count", "weights"))
    assert (rate.minimum, rate.maximum, rate.step, rate.learned) == (0, 2, 0.5, False)
    assert str(rate.label) == "Rate"
    assert (count.minimum, count.maximum, count.step, count.label) == (1, None, 1, "count")
    assert (weights.length, weights.learned, weights.choices) == (3, True, None)
    assert PARAMETERS["kind"].choices == ("sgd", "adam")
    assert (PARAMETERS["kind"].minimum, PARAMETERS["kind"].step) == (None, None)


def test_functions_are_read_without_their_first_argument():
    def function(x, slope: Annotated[float, Range(0, 1)] = 0.5, other: int = 3):
        return x * slope * other

    assert [(p.name, p.default) for p in parameters_of(function)] == [("slope", 0.5)]


def test_given_values_join_the_defaults():
    parameters = PARAMETERS.values()
    complete = checked(parameters, {"rate": 2, "widths": [1, 2.0, 3], "weights": (1, 0, -1)})
    assert complete == defaults_of(parameters) | {
        "rate": 2.0, "widths": (1, 2, 3), "weights": (1.0, 0.0, -1.0)}
    assert isinstance(complete["rate"], float)
    assert all(isinstance(width, int) for width in complete["widths"])


@pytest.mark.parametrize(("name", "value", "sentence"), [
    ("rate", 3, "rate must be between 0 and 2, got 3."),
    ("rate", -1e-9, "rate must be between 0 and 2, got -1e-09."),
    ("rate", math.nan, "rate must be a finite number, got nan."),
    ("rate", math.inf, "rate must be a finite number, got inf."),
    ("rate", True, "rate must be a finite number, got True."),
    ("rate", "1", "rate must be a finite number, got 1."),
    ("count", 0, "count must be at least 1, got 0."),
    ("count", 2.5, "count must be a whole number, got 2.5."),
    ("least", 5.5, "least must be at most 5, got 5.5."),
    ("weights", (1, 0), "weights must have 3 values, got 2."),
    ("weights", (0, 0, 2), "weights must be between -1 and 1, got 2."),
    ("widths", (), "widths must have between 1 and 3 numbers, got 0."),
    ("widths", (1, 11), "widths must be between 1 and 10, got 11."),
    ("widths", (1.5,), "widths must be a whole number, got 1.5."),
    ("kind", "rmsprop", "kind must be one of sgd, adam, got rmsprop."),
    ("shared", 1, "shared must be true or false, got 1."),
])
def test_wrong_values_get_a_sentence(name, value, sentence):
    with pytest.raises(InputError) as caught:
        check_value(PARAMETERS[name], value)
    assert str(caught.value) == sentence
    assert caught.value.exit_code == 2


def test_unknown_names_get_a_sentence():
    with pytest.raises(InputError, match=r"There is no parameter speed\. Use one of: count, "):
        checked(PARAMETERS.values(), {"speed": 1})
    with pytest.raises(InputError, match=r"^relu has no parameters, so a cannot be set\.$"):
        find("relu").checked({"a": 1})


@pytest.mark.parametrize(("name", "text", "value"), [
    ("rate", " 0.5 ", 0.5), ("rate", "1e-3", 0.001), ("least", "\N{MINUS SIGN}2.5", -2.5),
    ("count", "12", 12), ("weights", "[0, 0.5; 1]", (0.0, 0.5, 1.0)), ("widths", "(4)", (4,)),
    ("widths", "7，8、9", (7, 8, 9)), ("widths", " 7 8\t 9 ", (7, 8, 9)),  # noqa: RUF001
    ("widths", "7 , 8 9", (7, 8, 9)), ("widths", "4 * 2 5", (4, 4, 5)),
    ("weights", "[0 0.5 \N{MINUS SIGN}1]", (0.0, 0.5, -1.0)),
    ("kind", " adam ", "adam"), ("shared", "TRUE", True), ("shared", "false", False),
    ("folder", " a b ", "a b")])
def test_typed_text_is_read(name, text, value):
    assert read_value(PARAMETERS[name], text) == value


@pytest.mark.parametrize(("name", "text", "words"), [
    ("rate", "", "rate must be a number"), ("rate", "1_0", "rate must be a number"),
    ("rate", "0,5", "rate must be a number"), ("rate", "nan", "rate must be a finite number"),
    ("count", "2.5", "count must be a whole number"), ("widths", "", "between 1 and 3 numbers"),
    ("widths", "1,,2", "widths must be numbers with commas between them, such as 7, 8, 9; got ''"),
    ("widths", "7.8.9", "with commas between them"), ("widths", "1-3", "with commas"),
    ("kind", "SGD", "must be one of"),
    ("shared", "yes", "true or false")])
def test_wrong_text_gets_a_sentence(name, text, words):
    with pytest.raises(InputError, match=words):
        read_value(PARAMETERS[name], text)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_plain_numbers_lose_nothing(number):
    assert float(plain(number)) == number
    assert not plain(number).endswith(".0")


def test_plain_numbers_are_short():
    assert [plain(value) for value in (3.0, 3, 0.25, 1e-06, 1234567.0)] == [
        "3", "3", "0.25", "1e-06", "1234567"]


def test_a_sentence_has_the_name_for_scripts_and_carries_the_label_for_the_window():
    parameter = Parameter("batch_size", "int", 8, Range(1, 9, label=phrase("Batch size")))
    with pytest.raises(InputError, match=r"^batch_size must be between 1 and 9, got 10\.$") as told:
        check_value(parameter, 10)
    assert told.value.phrase.fields["name"].template == "Batch size"
    bare = Parameter("beta", "float", 1.0, Range(0, 2))
    assert bare.said == "beta"
