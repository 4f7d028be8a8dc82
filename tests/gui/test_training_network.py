"""The Network section: what is shown and what is folded, shapes and rows of functions."""

import dataclasses

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from engine.networks.functions import check_fit
from engine.networks.settings import SHAPES, NetworkSettings
from engine.training.settings import TrainingSettings
from gui.function_row_dialog import FunctionRowDialog
from gui.functions_button import FunctionsButton
from gui.pages.training_network import FOLDED, NetworkForm
from gui.pages.training_settings import TrainingPanel
from gui.sections import section

ALWAYS = {"network", "shared_activation"}


@pytest.fixture
def form(qtbot):
    made = NetworkForm()
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.addWidget(section("Network", made.shapes))
    column.addWidget(made)
    qtbot.addWidget(whole)
    whole.show()
    yield made


def shown(form):
    return {name for name in form.values() if form.control(name).isVisible()}


@pytest.mark.parametrize(("kind", "own"), [
    ("simple", {"hidden"}), ("cnn", {"channels", "dense"}),
    ("transformer", {"patch", "token_width", "heads", "blocks", "feed_forward"}),
])
def test_each_kind_shows_its_own_rows(form, kind, own):
    form.set_values({"network": kind})
    assert shown(form) == ALWAYS | own
    assert form.shapes.isVisible() == (kind == "simple")


def test_folded_rows_are_shown_when_asked_for_or_when_they_are_set(form):
    assert not shown(form) & set(FOLDED)
    form._more.click()
    assert shown(form) & set(FOLDED) == set(FOLDED) - {"alpha_dropout"}
    form.set_values({"dropout": 0.1})
    assert "alpha_dropout" in shown(form)
    form._more.click()
    assert shown(form) & set(FOLDED) == {"dropout"}


def test_what_is_hidden_counts_as_its_default(form):
    form.set_values({"residual": True, "hidden": (8, 8), "normalisation": "batch"})
    form.set_values({"network": "transformer"})
    assert NetworkSettings(**form.values()) == NetworkSettings(network="transformer")
    form.set_values({"network": "simple"})
    assert form.values()["hidden"] == (8, 8)


def test_a_shape_sets_the_hidden_layers(qtbot, form):
    actions = form.shapes.menu().actions()
    with qtbot.waitSignal(form.changed) as signal:
        actions[-2].trigger()
    assert signal.args[0]["hidden"] == SHAPES[-2][1] == (16,) * 100
    assert form.control("hidden").text() == "16*100"


def test_shapes_are_locked_with_the_form(form):
    form.setEnabled(False)
    assert not form.shapes.isEnabled()
    form.setEnabled(True)
    assert form.shapes.isEnabled()


def test_repeats_are_typed_with_a_star(qtbot, form):
    field = form.control("hidden")
    with qtbot.waitSignal(form.changed):
        field.textEdited.emit("128, 32*3")
    assert form.values()["hidden"] == (128, 32, 32, 32)
    sentences = []
    form.invalid.connect(sentences.append)
    field.textEdited.emit("32*101")
    assert "100" in sentences[-1]


def test_a_row_of_functions_is_made_and_can_be_taken_back(qtbot):
    settings = dataclasses.replace(NetworkSettings(), hidden=(8, 8, 8))
    dialog = FunctionRowDialog(settings)
    qtbot.addWidget(dialog)
    first, second, third = dialog.boxes
    second.setCurrentIndex(second.findData("tanh"))
    third.setCurrentIndex(third.findData("none"))
    assert second.findData("glu") < 0
    with qtbot.waitSignal(dialog.chosen) as signal:
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Add").click()
    assert signal.args == ["relu/tanh/none"]
    check_fit(signal.args[0], settings)
    button = FunctionsButton()
    qtbot.addWidget(button)
    button.set_functions(["gelu", *signal.args])
    assert button.functions() == (("gelu", {}), ("relu/tanh/none", {}))
    assert button.toolTip() == "GELU, ReLU / Tanh / No activation"
    button.panel.picker._toggle("relu/tanh/none", False)
    assert button.functions() == (("gelu", {}),)
    button.frame.deleteLater()


def test_a_transformer_offers_gated_units_too(qtbot):
    dialog = FunctionRowDialog(NetworkSettings(network="transformer"))
    qtbot.addWidget(dialog)
    assert len(dialog.boxes) == 2
    assert dialog.boxes[0].findData("swiglu") > 0
    button = FunctionsButton()
    qtbot.addWidget(button)
    button.set_functions(["swiglu"])
    assert button.functions() == (("swiglu", {"beta": 1.0}),)
    button.frame.deleteLater()


def test_what_cannot_be_is_said_and_refused_until_it_can_be(qtbot):
    panel = TrainingPanel()
    qtbot.addWidget(panel)
    panel.show_unfit("Patches do not fit.")
    assert panel.wrong == "Patches do not fit."
    panel.show_count(283_914)
    assert panel.wrong == ""
    panel.functions_button.set_functions(["swiglu"])
    assert "swiglu is a gated unit" in panel.wrong
    panel._network.set_values({"network": "transformer"})
    assert panel.wrong == ""
    panel.set_settings(TrainingSettings(hidden=(8, 8), dropout=0.1, alpha_dropout=True))
    assert "SwiGLU is another function" in panel._network._hints.text()
    panel.set_settings(TrainingSettings(hidden=(8, 8)))
    assert panel._network._hints.isHidden()
    panel._add_row("relu/tanh")
    panel.functions_button.set_functions(["relu/tanh"])
    assert panel.wrong == ""
    panel.set_settings(TrainingSettings())
    assert "2 functions, but this network has 4 places" in panel.wrong
    panel.data.close_work()
    panel.functions_button.frame.deleteLater()
