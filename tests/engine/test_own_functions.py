"""Own functions: kinks and range by search, the library on disk, training, checkpoints, checks."""

import hashlib
import json
import math
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from small_images import small_images

from engine.activations import catalogue, find
from engine.activations.expression import FormulaError, parse
from engine.activations.own import (
    OwnFunction,
    OwnParameter,
    add,
    adopt,
    from_plain,
    key_for,
    own_functions,
    remove,
    to_plain,
)
from engine.analysis.curves import evaluate
from engine.analysis.formula_checks import findings
from engine.errors import InputError, StorageError
from engine.library import (
    LARGEST_FILE,
    delete_function,
    library_folder,
    load_library,
    read_function,
    save_function,
    write_function,
)
from engine.storage.sealed import digest, opened, sealed
from engine.training import checkpoints
from engine.training.settings import TrainingSettings
from engine.training.trainer import train


def made(formula, name="mine", **parameters):
    declared = tuple(OwnParameter(key, **parameters.get(key, {})) for key in parse(formula).names)
    return OwnFunction(key_for(name), name, formula, declared)


@pytest.fixture(autouse=True)
def clean():
    yield
    for key in own_functions():
        remove(key)


@pytest.mark.parametrize(("formula", "values", "kinks"), [
    ("x*sigmoid(x)", {}, []),
    ("abs(x - 0.3)", {}, [(0.3, 1)]),
    ("abs(x - a)", {"a": 1.7}, [(1.7, 1)]),
    ("where(x > 0, x, a*expm1(x))", {"a": 1.0}, [(0, 2)]),
    ("where(x > 0, x, a*expm1(x))", {"a": 0.5}, [(0, 1)]),
    ("where(x > 1, x**2, 2*x - 1)", {}, [(1, 2)]),
    ("x**3*(x > 0)", {}, [(0, 3)]),
    ("where(0.1*x > 0, 1, 0)", {}, [(0, 0)]),
    ("sqrt((x - 0.25)**2)", {}, [(0.25, 1)]),
    ("sqrt(abs(x))", {}, [(0, 1)]),
    ("1/(x - 2)", {}, [(2, 0)]),
    ("log(abs(x))", {}, [(0, 0)]),
    ("log(x)", {}, []),
    ("max(x, x**3)", {}, [(-1, 1), (0, 1), (1, 1)]),
    ("clamp(x**2, 1, 4)", {}, [(-2, 1), (-1, 1), (1, 1), (2, 1)]),
    ("leaky_relu(2*x - 1)", {}, [(0.5, 1)]),
    ("hardtanh(x)*2", {}, [(-1, 1), (1, 1)]),
    ("elu(x, a)", {"a": 2.0}, [(0, 1)]),
    ("x if x == x else -x", {}, []),
    ("abs(where(a > 1, x, e % x))", {"a": 2.0}, [(0, 1)]),
    ("max(x if a > 0 else 1, 0)", {"a": -1.0}, []),
])
def test_kinks_are_found_where_they_are(formula, values, kinks):
    found = made(formula).activation().kinks(values)
    assert [(kink.position, kink.order) for kink in found] == kinks


def test_kinks_of_curves_in_curved_places_lie_between_two_neighbouring_numbers():
    [left, right] = made("abs(x**2 - 2)").activation().kinks({})
    for kink, root in ((left, -math.sqrt(2)), (right, math.sqrt(2))):
        assert kink.order == 1
        assert kink.position == pytest.approx(root, rel=3e-16)


def test_a_formula_that_cannot_be_computed_is_said(monkeypatch):
    item = made("x + 1").activation()

    def broken(x):
        raise RuntimeError("no room\nmore")

    object.__setattr__(item, "function", broken)
    with pytest.raises(InputError, match="could not be checked: no room$"):
        list(findings(item, {}))


def test_where_f_does_not_exist_its_derivatives_do_not_either():
    curve = evaluate(made("log(x)").activation(), {}, np.array([-1.0, 2.0]))
    assert [order[0] for order in curve.orders] == pytest.approx([math.nan] * 3, nan_ok=True)
    assert [order[1] for order in curve.orders] == pytest.approx([math.log(2), 0.5, -0.25])


def test_jumps_nearer_than_numbers_can_tell_are_no_error():
    found = made(f"floor({'*'.join(['1e38'] * 8)}*x*1e4)").activation().kinks({})
    assert 0.0 in [kink.position for kink in found]


def test_many_jumps_are_those_nearest_to_zero():
    found = made("floor(x)").activation().kinks({})
    assert [kink.position for kink in found] == [float(n) for n in range(-200, 200)]
    assert {kink.order for kink in found} == {0}
    found = made("round(x)").activation().kinks({})
    assert {0.5, -0.5, 1.5} <= {kink.position for kink in found}


@pytest.mark.parametrize(("formula", "expected"), [
    ("x*sigmoid(x)", (-0.2784645427610738, math.inf, True, False)),
    ("tanh(x)", (-1, 1, False, False)),
    ("clamp(x, -1, 2)", (-1, 2, True, True)),
    ("exp(-x**2)", (0, 1, False, True)),
    ("sin(x)", (-1, 1, True, True)),
    ("x % 2", (0, 2, True, False)),
    ("x/(1 + abs(x))", (-1, 1, False, False)),
    ("log1p(x**2)", (0, math.inf, True, False)),
    ("sqrt(x)", (0, math.inf, True, False)),
    ("1/x", (-math.inf, math.inf, False, False)),
    ("3", (3, 3, True, True)),
    ("x**3", (-math.inf, math.inf, False, False)),
    ("1/(1 + x**2)", (0, 1, False, True)),
    ("where_safe(x > 0, x, expm1(x)) + sin(x)", (-2, math.inf, False, False)),
    ("where_safe(x > 0, x, expm1(5*x)) + sin(x)", (-2, math.inf, False, False)),
    ("where_safe(x > 0, x, expm1(0.1*x)) + sin(x)", (-2, math.inf, False, False)),
    ("tanh(x)*cos(x)", (-1, 1, False, False)),
    ("cos(x)", (-1, 1, True, True)),
    ("where(x > 3, x % 1 - 0.5, 0.4999*cos(x))", (-0.5, 0.5, True, False)),
    ("where(x < -5, sin(x), 0.5*sin(x))", (-1, 1, True, True)),
    ("sin(3*x) + exp(x - 700)", (-1, math.inf, True, False)),
    ("abs(where(pi > 0.5, x, 0.5))", (0, math.inf, True, False)),
])
def test_range(formula, expected):
    found = made(formula).activation().range({})
    assert (found.low, found.high) == pytest.approx(expected[:2], rel=1e-12, abs=1e-12)
    assert (found.low_reached, found.high_reached) == expected[2:]


@pytest.mark.parametrize("key", ["relu", "leaky_relu", "hardswish", "hardtanh", "elu", "mish",
                                 "softsign", "relu6", "binary_step", "hardsigmoid"])
def test_search_agrees_with_what_the_catalogue_declares(key):
    built_in, own = find(key), made(f"{key}(x)").activation()
    assert [kink for kink in built_in.kinks() if kink.order < 3] == \
        [kink for kink in own.kinks({}) if kink.order < 3]
    expected, found = built_in.range(), own.range({})
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-12)
    assert (found.low_reached, found.high_reached) == (expected.low_reached,
                                                       expected.high_reached)


def test_an_own_function_is_a_member_of_the_catalogue():
    own = made("x*sigmoid(b*x) - a*exp(-x**2)", "silu_dip", b={"default": 1.7, "learned": True},
               a={"default": 0.35, "minimum": 0.0, "maximum": 1.0, "step": 0.05})
    add(own)
    item = find("own_silu_dip")
    assert list(catalogue())[-1] == "own_silu_dip"
    assert [(p.name, p.type, p.default, p.minimum, p.maximum, p.step, p.learned)
            for p in item.parameters] == [("b", "float", 1.7, -10, 10, 0.1, True),
                                          ("a", "float", 0.35, 0, 1, 0.05, False)]
    with pytest.raises(InputError, match="a must be between 0 and 1"):
        item.checked({"a": 2.0})
    x = np.array([-1.4, 0.0, 3.0])
    curve = evaluate(item, {}, x)
    s = 1 / (1 + np.exp(-1.7 * x))
    bell = 0.35 * np.exp(-x**2)
    np.testing.assert_allclose(curve.f, x * s - bell, rtol=1e-13)
    np.testing.assert_allclose(curve.d1, s + 1.7 * x * s * (1 - s) + 2 * x * bell, rtol=1e-12)
    remove("own_silu_dip")
    assert "own_silu_dip" not in catalogue()


def test_one_sided_values_at_a_kink_are_those_of_the_two_sides():
    curve = evaluate(made("where(0.1*x > 0, x + 1, a*x)").activation(), {"a": 0.5}, np.zeros(1))
    [jump] = curve.breaks[0]
    assert (jump.x, jump.left, jump.right, jump.value) == pytest.approx((0, 0, 1, 0))
    assert math.isnan(curve.d1[0])


@pytest.mark.parametrize(("parameters", "words"), [
    ((), "not declared"),
    ((OwnParameter("a"), OwnParameter("a")), "declared twice"),
    ((OwnParameter("a"), OwnParameter("b")), "not in the formula"),
    ((OwnParameter("aa"),), "not in the formula"),
])
def test_declared_parameters_are_those_of_the_formula(parameters, words):
    with pytest.raises(InputError, match=words):
        OwnFunction("own_t", "t", "a*x", parameters)


def test_an_undeclared_name_is_told_with_its_column_and_the_nearest_one():
    with pytest.raises(FormulaError, match="Column 9: .*Did you mean scale") as caught:
        OwnFunction("own_t", "t", "scale*x+scal", (OwnParameter("scale"),))
    assert caught.value.column == 9


@pytest.mark.parametrize("wrong", [
    {"default": math.nan}, {"default": math.inf}, {"default": True}, {"default": "1"},
    {"minimum": 2.0}, {"default": 11.0}, {"minimum": 3.0, "maximum": 3.0}, {"step": 0.0},
    {"step": -1.0}, {"step": 100.0}, {"maximum": 1e300}, {"learned": 1},
])
def test_a_parameter_has_a_right_range(wrong):
    with pytest.raises(InputError):
        OwnParameter("a", **wrong)


@pytest.mark.parametrize(("key", "name"), [
    ("relu", "t"), ("own_../x", "t"), ("own_é", "t"), ("own_" + "x" * 60, "t"), ("own_t", ""),
    ("own_t", " t"), ("own_t", "a\nb"), ("own_t", "x" * 41), ("own_t", "\u202eabc"),
])
def test_keys_and_names_are_safe(key, name):
    with pytest.raises(InputError):
        OwnFunction(key, name, "x", ())


def test_keys_are_free_and_never_those_of_built_in_functions():
    assert key_for("GELU") == "own_gelu"
    assert key_for("我的函数") == "own_function"
    assert key_for("Ünï côdé!", ()) == "own_uni_code"
    assert key_for("GELU", ["own_gelu", "own_gelu_2"]) == "own_gelu_3"
    assert not any(key.startswith("own_") for key in catalogue(None))


def test_a_fixed_value_of_the_catalogue_cannot_be_learned():
    formula = "celu(x, alpha=a)"
    assert OwnFunction("own_t", "t", formula, (OwnParameter("a"),))
    with pytest.raises(FormulaError, match="cannot be learned"):
        OwnFunction("own_t", "t", formula, (OwnParameter("a", learned=True),))


def test_the_library_keeps_functions(tmp_path):
    own = made("a*x + sin(x)", "mine", a={"default": 0.5, "learned": True})
    path = save_function(own)
    assert path == library_folder() / "own_mine.json"
    assert read_function(path) == own
    assert load_library() == ()
    assert own_functions() == {"own_mine": own}
    delete_function("own_mine")
    delete_function("own_mine")
    assert not path.exists()


def test_a_damaged_file_is_one_sentence_and_the_others_load():
    save_function(made("x + 1", "good"))
    bad = library_folder() / "own_bad.json"
    bad.write_text("{", encoding="utf-8")
    (library_folder() / "own_other.json").write_bytes(
        (library_folder() / "own_good.json").read_bytes())
    problems = load_library()
    assert list(own_functions()) == ["own_good"]
    assert sorted(Path(p.fields["file"]).name for p in problems) == \
        ["own_bad.json", "own_other.json"]


def test_whatever_one_file_does_the_others_load(monkeypatch):
    save_function(made("x + 1", "good"))
    save_function(made("x + 2", "strange"))
    whole = OwnFunction.activation

    def activation(self):
        if self.name == "strange":
            raise AttributeError(self.name)
        return whole(self)

    monkeypatch.setattr(OwnFunction, "activation", activation)
    [problem] = load_library()
    assert Path(problem.fields["file"]).name == "own_strange.json"
    assert "damaged" in str(problem)
    assert list(own_functions()) == ["own_good"]


def content(**changes):
    return to_plain(made("a*x", "mine")) | changes


WRONG = [
    content(formula="__import__('os')"), content(formula="a*x*b"), content(formula="x"),
    content(formula="elu(alpha=a)"),
    content(name=""), content(key="relu"), content(more=1), content(parameters=[{}]),
    content(parameters="a"), content(formula=1), content(parameters=[{
        "name": "a", "default": 1, "minimum": 0, "maximum": 2, "step": 0.1, "learned": "yes"}]),
    content(parameters=[{"name": "a", "default": 5, "minimum": 0, "maximum": 2, "step": 0.1,
                         "learned": False}]),
    [], None, "x", 3, {"key": "own_t"},
]


@pytest.mark.parametrize("wrong", WRONG, ids=range(len(WRONG)))
def test_a_file_of_another_form_is_refused(tmp_path, wrong):
    path = tmp_path / "own_mine.json"
    path.write_text(sealed(wrong, 1, "activation-lab-function"), encoding="utf-8")
    with pytest.raises(StorageError):
        read_function(path)
    assert own_functions() == {}


@pytest.mark.parametrize("text", [
    b"", b"null", b"[]", b"\xff", b"{" * 5000, b"[" * 100_000, b" " * (LARGEST_FILE + 1),
    b'{"kind": "activation-lab-function", "format": 1, "sha256": "0", "content": {}}',
    b'{"kind": "activation-lab-function", "format": NaN}',
    b'{"kind": "activation-lab-function", "kind": "activation-lab-function"}',
    b'{"kind": "another", "format": 1}',
])
def test_a_damaged_file_is_refused(tmp_path, text):
    path = tmp_path / "own_mine.json"
    path.write_bytes(text)
    with pytest.raises(StorageError, match="damaged"):
        read_function(path)


def test_a_later_format_says_so(tmp_path):
    path = tmp_path / "own_mine.json"
    path.write_text(sealed(content(), 2, "activation-lab-function"), encoding="utf-8")
    with pytest.raises(StorageError, match="later version"):
        read_function(path)
    with pytest.raises(StorageError, match="could not be read"):
        read_function(tmp_path / "absent.json")


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.data())
def test_a_changed_byte_never_loads_as_another_function(tmp_path_factory, data):
    own = made("0.5*x + a*sin(x)", "mine")
    whole = sealed(to_plain(own), 1, "activation-lab-function").encode()
    at = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "changed.json"
    path.write_bytes(whole[:at] + bytes([byte]) + whole[at + 1:])
    with suppress(StorageError):
        assert read_function(path) == own


def test_the_seal_is_the_sha_256_of_the_content():
    text = sealed({"b": 1.5, "a": [True, None]}, 1, "k")
    assert opened(text.encode(), "k") == (1, {"a": [True, None], "b": 1.5})
    assert json.loads(text)["sha256"] == hashlib.sha256(
        b'{"a":[true,null],"b":1.5}').hexdigest() == digest({"a": [True, None], "b": 1.5})


def test_round_trip_in_plain_types():
    own = made("a*x", "mine", a={"learned": True})
    assert from_plain(json.loads(json.dumps(to_plain(own)))) == own


SETTINGS = TrainingSettings(hidden=(8, 6), epochs=1, batch_size=50, device="cpu")


def trained(tmp_path, own):
    add(own)
    data = small_images()
    records = list(train([(own.key, {})], SETTINGS, data, tmp_path))
    assert records[-1].status == "finished"
    return checkpoints.checkpoint_path(tmp_path, own.key, SETTINGS.seed)


def test_an_own_function_trains_and_its_parameter_is_learned(tmp_path):
    own = made("where_safe(x > 0, x, a*expm1(x))", "mine", a={"learned": True, "default": 0.5})
    network = checkpoints.load(trained(tmp_path, own)).network
    for layer in network.activations:
        assert list(dict(layer.named_parameters())) == ["a"]
        assert layer.a.item() != 0.5


def test_a_checkpoint_opens_without_the_function(tmp_path):
    own = made("b*x + a*sin(x)", "mine", a={"learned": True, "default": 0.5})
    path = trained(tmp_path, own)
    x = torch.linspace(-1, 1, 784).expand(3, 784)
    expected = checkpoints.load(path).network(x)
    remove(own.key)
    loaded = checkpoints.load(path)
    assert loaded.record.own == own
    assert loaded.record.function == own.key
    assert own_functions() == {own.key: own}
    torch.testing.assert_close(loaded.network(x), expected, rtol=0, atol=0)


def test_a_checkpoint_keeps_its_formula_beside_another_of_the_same_key(tmp_path):
    own = made("a*sin(x)", "mine")
    path = trained(tmp_path, own)
    other = OwnFunction(own.key, "mine", "x", ())
    add(other)
    loaded = checkpoints.load(path)
    assert loaded.record.function == "own_mine_2"
    assert own_functions()["own_mine"] == other
    assert own_functions()["own_mine_2"].formula == "a*sin(x)"
    assert checkpoints.load(path).record.function == "own_mine_2"


def test_a_checkpoint_has_the_formula_it_was_trained_with(tmp_path):
    """Even where the function was edited or taken out while it was trained."""
    own = made("a*sin(x)", "mine")
    add(own)
    steps = train([(own.key, {})], SETTINGS, small_images(), tmp_path)
    for _ in range(6):
        next(steps)
    add(OwnFunction(own.key, "mine", "x", ()))
    steps.close()
    remove(own.key)
    path = checkpoints.checkpoint_path(tmp_path, own.key, SETTINGS.seed)
    assert checkpoints.load(path).record.own == own


def test_a_checkpoint_with_a_wrong_formula_is_refused(tmp_path):
    path = trained(tmp_path, made("a*sin(x)", "mine"))
    beside = path.with_suffix(".json")
    whole = json.loads(beside.read_text(encoding="utf-8"))
    whole["content"]["own"]["formula"] = "a*__import__('os')"
    whole["sha256"] = digest(whole["content"])
    beside.write_text(json.dumps(whole), encoding="utf-8")
    with pytest.raises(StorageError, match="Column 3"):
        checkpoints.load(path)


def test_adopting_the_same_function_twice_gives_one_key():
    own = made("x + 1", "mine")
    assert adopt(own) == adopt(own) == "own_mine"
    assert adopt(OwnFunction("own_mine", "mine", "x + 2", ())) == "own_mine_2"
    assert len(own_functions()) == 2


def said(formula, **parameters):
    return {str(found.label): found for found in findings(
        made(formula, **parameters).activation(), {}) if found is not None}


def test_checks_of_a_right_formula_find_nothing():
    found = said("x*sigmoid(x)")
    assert all(item.warning is None for item in found.values())
    assert found["Jumps"].result.template == "none found"
    assert str(found["Range"].result) == "[−0.27846, ∞)"


@pytest.mark.parametrize(("formula", "label", "words"), [
    ("log(x)", "Value finite", "not finite at"),
    ("exp(x)", "Value finite", "x = 90 (float32)"),
    ("sqrt(abs(x))", "Derivative finite", "at x = 0"),
    ("x + (x > 1)", "Jumps", "jumps at 1."),
    ("x + 1", "f(0)", "does not map zero to zero"),
])
def test_checks_warn(formula, label, words):
    assert words in str(said(formula)[label].warning)


def test_a_trap_of_where_is_told_and_mended():
    found = said("where(x > 0, x, a*expm1(x))")["Derivative finite"]
    assert found.mended == "where_safe(x > 0, x, a*expm1(x))"
    assert "where_safe" in str(found.warning)
    assert said(found.mended)["Derivative finite"].warning is None


def test_checks_compare_the_derivative_with_the_slope(monkeypatch):
    own = made("x**2", "mine")
    item = own.activation()
    assert said("x**2")["Derivative right"].warning is None

    class Wrong(torch.autograd.Function):
        @staticmethod
        def forward(ctx, x):
            return x * x

        @staticmethod
        def backward(ctx, gradient):
            return gradient

    object.__setattr__(item, "function", Wrong.apply)
    found = [f for f in findings(item, {}) if f is not None]
    assert any("not the slope of f" in str(f.warning) for f in found)


def test_a_written_file_can_be_given_to_others(tmp_path):
    own = made("x + 1", "mine")
    write_function(tmp_path / "any name.json", own)
    assert read_function(tmp_path / "any name.json") == own
