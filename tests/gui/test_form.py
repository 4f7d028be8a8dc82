"""A form is its declarations: rows, ranges, defaults and sentences come from them alone."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from engine.activations import catalogue
from engine.parameters import Choice, Integers, Parameter, Range, Switch, Vector, Words
from engine.texts import phrase
from engine.training.settings import TrainingSettings, parameters_of
from gui.form import Form, tip_of
from gui.number_field import NumberField, number_text, stepped, stepped_by_factors

SLOPE = Parameter("negative_slope", "float", 0.01, Range(0, 1, step=0.01))
BETA = Parameter("beta", "float", 1.0, Range(step=0.1, learned=True))
RATE = Parameter("rate", "float", 1e-3, Range(1e-8, 1e6, logarithmic=True))
COUNT = Parameter("count", "int", 7, Range(0, 2**31 - 1, label=phrase("Seed")))
FORM = Parameter("form", "choice", "a", Choice(("a", "b"), (phrase("First"), phrase("Second"))))
SHARED = Parameter("shared", "bool", False, Switch(label=phrase("One shared instance")))
LAYERS = Parameter("layers", "integers", (256, 64), Integers(1, 8192, longest=3))
PHASES = Parameter("phases", "vector", (0.5, -0.25, 2.0), Vector(3, -10, 10, learned=True))
FOLDER = Parameter("folder", "text", "here", Words())
ALL = (SLOPE, BETA, RATE, COUNT, FORM, SHARED, LAYERS, PHASES, FOLDER)


@pytest.fixture
def form(qtbot):
    form = Form(ALL)
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.fixture
def seen(form):
    found = {"changed": [], "invalid": []}
    form.changed.connect(found["changed"].append)
    form.invalid.connect(found["invalid"].append)
    return found


def retype(widget, text):
    """Types over what is there; QTest has no key for signs beyond Latin-1, so they are pasted."""
    widget.selectAll()
    if text.isascii():
        QTest.keyClicks(widget, text)
    else:
        widget.lineEdit().insert(text)


def wheel(widget):
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, 120),
                        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                        Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(widget, event)


def test_values_are_the_defaults_in_their_own_types(form):
    values = form.values()
    assert values == {p.name: p.default for p in ALL}
    assert {name: type(value) for name, value in values.items()} == {
        "negative_slope": float, "beta": float, "rate": float, "count": int, "form": str,
        "shared": bool, "layers": tuple, "phases": tuple, "folder": str}
    assert form.at_defaults


def test_set_values_shows_and_says_nothing(form, seen):
    wanted = {"negative_slope": 0.25, "beta": -3.5, "rate": 3e-5, "count": 2**31 - 1, "form": "b",
              "shared": True, "layers": (9, 8, 7), "phases": (1.0, 2.0, 3.0), "folder": "there"}
    form.set_values(wanted)
    assert form.values() == wanted and seen == {"changed": [], "invalid": []}
    assert not form.at_defaults
    form.reset()
    assert form.at_defaults and seen["changed"] == [form.values()]


def test_typing_changes_at_once(form, seen):
    field = form.control("negative_slope").field
    retype(field, "0.25")
    assert [values["negative_slope"] for values in seen["changed"]] == [0.0, 0.2, 0.25]
    assert form.control("negative_slope").slider.value() == 25


@pytest.mark.parametrize(("text", "value"), [
    ("2.5", 2.5), ("2,5", 2.5), ("-1e-3", -0.001), ("\N{MINUS SIGN}4", -4.0), ("1E2", 100.0),
    (".5", 0.5), ("+3", 3.0), ("0.1234567890123456", 0.1234567890123456),
])
def test_numbers_are_read_as_people_type_them(form, text, value):
    retype(form.control("beta").field, text)
    assert form.values()["beta"] == value


@pytest.mark.parametrize(("text", "kept"), [
    ("1e999", 1e99), ("-", 2.0), ("1e", 1.0), ("nan", 2.0), ("inf", 2.0), ("", 2.0),
])
def test_what_is_no_finite_number_leaves_the_last_right_one(form, text, kept):
    """While it is typed, beginnings count; in the end what was there before."""
    field = form.control("beta").field
    retype(field, "2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.selectAll()
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)
    assert form.values()["beta"] == kept
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert form.values()["beta"] == float(field.text()) == 2.0


def test_a_value_out_of_range_is_said_and_not_taken(form, seen):
    control = form.control("negative_slope")
    retype(control.field, "0.5")
    retype(control.field, "3")
    assert form.values()["negative_slope"] == 0.5
    assert seen["invalid"][-1] == "negative_slope must be between 0 and 1, got 3."
    assert control.field.property("wrong") is True
    shown = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert seen["invalid"][-1] in shown
    retype(control.field, "0.75")
    assert seen["invalid"][-1] == "" and control.field.property("wrong") is False


def test_a_number_only_begun_is_not_called_wrong(form, seen):
    retype(form.control("beta").field, "-1e-2")
    assert seen["invalid"] == [] and form.values()["beta"] == -0.01


def test_whole_numbers_refuse_fractions(form, seen):
    field = form.control("count").field
    retype(field, "12")
    retype(field, "1.5")
    assert form.values()["count"] == 1
    assert seen["invalid"][-1] == "Seed must be a whole number, got 1.5."


def test_lists_are_checked_while_they_are_typed(form, seen):
    control = form.control("layers")
    retype(control, "128, 9000")
    assert form.values()["layers"] == (128, 900)
    assert seen["invalid"][-1] == "layers must be between 1 and 8192, got 9000."
    retype(control, "1,2,3,4")
    assert "between 0 and 3 numbers" in seen["invalid"][-1]
    assert form.values()["layers"] == (1, 2, 3)
    QTest.keyClick(control, Qt.Key.Key_Return)
    assert control.text() == "256, 64" and seen["invalid"][-1] == ""
    assert seen["changed"][-1]["layers"] == form.values()["layers"] == (256, 64)


@pytest.fixture
def settled(qtbot):
    """A form whose numbers are judged in the end, and what it said."""
    form = Form(ALL, live=False)
    qtbot.addWidget(form)
    form.show()
    said = []
    form.changed.connect(said.append)
    form.invalid.connect(said.append)
    return form, said


def test_a_number_that_is_judged_in_the_end_says_nothing_while_it_is_typed(settled):
    form, said = settled
    field = form.control("negative_slope").field
    retype(field, "0.25")
    assert said == [] and form.values()["negative_slope"] == 0.01
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [values["negative_slope"] for values in said] == [0.25]


@pytest.mark.parametrize(("name", "text", "before", "sentence"), [
    ("negative_slope", "0.5e9", 0.01, "negative_slope must be between 0 and 1, got 500000000."),
    ("count", "12.5", 7, "Seed must be a whole number, got 12.5."),
    ("beta", "-", 1.0, "beta must be a number, got '-'."),
])
def test_a_wrong_number_is_said_in_the_end_and_the_old_one_comes_back(
        settled, name, text, before, sentence):
    form, said = settled
    field = form.control(name).field
    retype(field, text)
    assert said == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == [sentence]
    assert form.values()[name] == before and float(field.text()) == before
    retype(field, "1")
    assert said == [sentence, ""]
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert form.values()[name] == 1 and said[2:] == ([] if before == 1 else [form.values()])


def test_beginnings_of_a_wrong_number_do_not_stay(form, seen):
    field = form.control("negative_slope").field
    retype(field, "12")
    assert form.values()["negative_slope"] == 1.0
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert form.values()["negative_slope"] == 0.01
    assert seen["changed"][-1]["negative_slope"] == 0.01


def test_a_vector_shows_one_value_at_a_time(form, seen):
    control = form.control("phases")
    control.index.setValue(2)
    assert control.field.value() == -0.25 and not seen["changed"]
    control.field.stepUp()
    assert form.values()["phases"] == (0.5, -0.15, 2.0)
    control.index.setValue(3)
    assert control.field.value() == 2.0


def test_choice_and_switch(form, seen):
    combo = form.control("form")
    assert [combo.itemText(i) for i in range(2)] == ["First", "Second"]
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    form.control("shared").click()
    assert seen["changed"][-1]["form"] == "b" and seen["changed"][-1]["shared"] is True
    assert form.control("shared").text() == "One shared instance"


def test_reset_of_a_row_is_faded_at_the_default(form, seen):
    reset = next(b for b in form.findChildren(QToolButton)
                 if b.accessibleName() == "Reset negative_slope")
    assert not reset.isEnabled()
    form.control("negative_slope").slider.setValue(30)
    assert reset.isEnabled() and form.values()["negative_slope"] == 0.3
    reset.click()
    assert not reset.isEnabled() and seen["changed"][-1]["negative_slope"] == 0.01


def test_every_control_has_a_name_and_a_tip(form):
    for parameter in ALL:
        control = form.control(parameter.name)
        assert control.accessibleName()
        for part in ("field", "slider", "index"):
            if getattr(control, part, None) is not None:
                assert getattr(control, part).accessibleName(), (parameter.name, part)
    assert tip_of(SLOPE) == "From 0 to 1\nDefault: 0.01"
    words = [label.text() for label in form.findChildren(QLabel)]
    assert words.count("learned") == 2 and "Seed" in words


def test_slider_only_where_few_steps_join_two_ends(form):
    assert form.control("negative_slope").slider.maximum() == 100
    for name in ("beta", "rate", "count"):
        assert form.control(name).slider is None


def test_slider_never_goes_beyond_the_range(qtbot):
    momentum = next(p for p in parameters_of(TrainingSettings) if p.name == "momentum")
    form = Form([momentum])
    qtbot.addWidget(form)
    slider = form.control("momentum").slider
    slider.setValue(slider.maximum())
    assert form.values()["momentum"] == 0.999


def test_locked_form_takes_nothing(form, seen):
    form.set_locked(True)
    retype(form.control("beta").field, "5")
    form.control("shared").click()
    assert form.at_defaults and not seen["changed"]
    form.set_locked(False)
    form.control("shared").click()
    assert form.values()["shared"] is True


def test_wheel_changes_only_what_has_the_keyboard(form, qtbot):
    other = QWidget(form)
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    other.setFocus()
    for widget in (form.control("beta").field, form.control("negative_slope").slider,
                   form.control("form")):
        wheel(widget)
    assert form.at_defaults
    form.activateWindow()
    field = form.control("beta").field
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    wheel(field)
    assert form.values()["beta"] == 1.1


@pytest.mark.parametrize("key", list(catalogue()))
def test_every_function_has_a_form_that_accepts_its_own_values(qtbot, key):
    activation = catalogue()[key]
    form = Form(activation.parameters)
    qtbot.addWidget(form)
    assert activation.checked(form.values()) == activation.defaults
    form.set_values(activation.defaults)
    assert form.at_defaults


def test_training_settings_make_a_form(qtbot):
    form = Form(parameters_of(TrainingSettings), labels={"seed": "First seed"}, resets=False)
    qtbot.addWidget(form)
    assert TrainingSettings(**form.values()) == TrainingSettings()
    assert form.control("seed").accessibleName() == "First seed"


def test_number_field_shows_and_keeps_all_digits(qtbot):
    field = NumberField(BETA)
    qtbot.addWidget(field)
    for value in (0.1, 1 / 3, -1e-300, 1.7976931348623157e308, 123456789.123, 0.1 + 0.2):
        field.setValue(value)
        assert field.value() == value and float(field.text()) == value


def test_a_narrow_number_field_shows_fewer_digits_and_keeps_the_value(qtbot):
    field = NumberField(BETA)
    qtbot.addWidget(field)
    field.setValue(1 / 3)
    field.resize(78, 28)
    field.show()
    room = field.lineEdit().contentsRect().width()
    assert field.text().startswith("0.333")
    assert field.fontMetrics().horizontalAdvance(field.text()) < room
    assert abs(float(field.text()) - 1 / 3) < 1e-3
    field.interpretText()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == 1 / 3
    field.setValue(0.25)
    assert field.text() == "0.25"
    field.setValue(123456.789)
    field.resize(300, 28)
    assert field.text() == "123456.789"
    field.setValue(1 / 3)
    assert float(field.text()) == 1 / 3


@pytest.mark.parametrize(("value", "decimals", "text"), [
    (1.0, 2, "1.00"), (0.9, 2, "0.90"), (0.001, 0, "0.001"), (1e-8, 0, "1e-8"), (2001.0, 0, "2001"),
    (-4.0, 0, "-4"), (1e22, 2, "1e22"), (0.125, 2, "0.125"),
])
def test_number_text(value, decimals, text):
    assert number_text(value, decimals) == text


def test_steps_have_no_binary_noise():
    value = 0.0
    for _ in range(30):
        value = stepped(value, 1, 0.1)
    assert value == 3.0
    assert stepped(0.25, -3, 0.05) == 0.1


def test_steps_by_factors_go_1_2_5():
    value, found = 1e-3, []
    for _ in range(4):
        value = stepped_by_factors(value, 1)
        found.append(value)
    assert found == [2e-3, 5e-3, 1e-2, 2e-2]
    assert stepped_by_factors(3e-3, 1) == 5e-3 and stepped_by_factors(3e-3, -1) == 2e-3
    assert stepped_by_factors(1e-3, -1) == 5e-4 and stepped_by_factors(0.0, 1) == 0.0


def test_what_does_not_matter_is_hidden_and_keeps_its_value(qtbot):
    only_b = Parameter("only_b", "float", 0.5, Range(0, 1, when=lambda v: v["form"] == "b"))
    elsewhere = Parameter("elsewhere", "float", 0.5, Range(0, 1, when=lambda v: v["absent"]))
    form = Form((FORM, only_b, elsewhere))
    qtbot.addWidget(form)
    form.show()
    assert not form.control("only_b").isVisible()
    assert form.control("elsewhere").isVisible()
    form.set_values({"form": "b", "only_b": 0.25})
    assert form.control("only_b").isVisible()
    form.set_values({"form": "a"})
    assert not form.control("only_b").isVisible()
    assert form.values()["only_b"] == 0.25
