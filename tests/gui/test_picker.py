"""Search by name, alias, family and Chinese name; ticking; parameters of the ticked functions."""

import pytest
from page_setting import heights_in_keyboard_order
from PySide6.QtCore import Qt

from engine.activations import catalogue
from gui import fonts, preferences
from gui.function_panel import FunctionPanel
from gui.picker import Picker


def visible(picker):
    return [key for key, item in picker._items.items() if not item.isHidden()]


@pytest.fixture
def picker(qtbot):
    picker = Picker(with_none=True)
    qtbot.addWidget(picker)
    return picker


def test_every_function_can_be_ticked(picker):
    assert set(visible(picker)) == {*catalogue(), *catalogue("gated"), "none"}


@pytest.mark.parametrize(("words", "key"), [
    ("GELU", "gelu"), ("leaky", "leaky_relu"), ("lrelu", "leaky_relu"), ("Sigmoids", "sigmoid"),
    ("高斯", "gelu"), ("S 形", "sigmoid"), ("gaussian error", "gelu"), ("no act", "none"),
])
def test_search_finds_by_name_alias_family_and_chinese(picker, words, key):
    picker.search.setText(words)
    assert key in visible(picker)
    assert len(visible(picker)) < len(catalogue())


def test_a_search_without_result_says_so(picker):
    picker.search.setText("zzz")
    assert visible(picker) == []
    assert "zzz" in picker._nothing.text()
    picker.search.clear()
    assert len(visible(picker)) == len(catalogue()) + len(catalogue("gated")) + 1


def test_ticking_adds_in_order_and_unticking_removes(qtbot, picker):
    with qtbot.waitSignal(picker.changed):
        picker._items["tanh"].setCheckState(0, Qt.CheckState.Checked)
    picker._items["relu"].setCheckState(0, Qt.CheckState.Checked)
    assert picker.keys == ("tanh", "relu")
    picker._shown.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert picker.keys == ("relu",)
    assert picker._items["tanh"].checkState(0) == Qt.CheckState.Unchecked


def test_set_keys_is_silent_and_skips_unknown_ones(qtbot, picker):
    with qtbot.assertNotEmitted(picker.changed):
        picker.set_keys(["relu", "nonsense", "relu", "elu"])
    assert picker.keys == ("relu", "elu")


def test_parameters_of_ticked_functions_can_be_set_and_reset(qtbot):
    panel = FunctionPanel()
    qtbot.addWidget(panel)
    panel.set_functions(["elu", "relu"])
    assert panel.functions() == (("elu", {"alpha": 1.0}), ("relu", {}))
    panel.set_functions([("elu", {"alpha": 2.5}), "leaky_relu"])
    assert dict(panel.functions())["elu"] == {"alpha": 2.5}
    with qtbot.waitSignal(panel.changed):
        panel.reset_all()
    assert dict(panel.functions())["elu"] == {"alpha": 1.0}


@pytest.mark.parametrize(("before", "after", "kept"), [
    (["elu", "celu"], ["elu", "celu", "prelu"], ["elu", "celu"]),
    (["elu", "celu", "prelu"], ["elu", "prelu"], ["elu", "prelu"]),
    (["elu", "prelu"], ["elu", "celu", "prelu"], ["elu"]),
    (["elu", "celu"], ["celu", "elu"], []),
    (["elu", "celu"], [], []),
])
def test_only_the_forms_that_change_are_made_again(qtbot, before, after, kept):
    panel = FunctionPanel()
    qtbot.addWidget(panel)
    panel.resize(276, 700)
    panel.show()
    panel.set_functions(before)
    forms = dict(panel._forms)
    panel.set_functions(after)
    assert list(panel._forms) == after == list(panel._heads)
    assert [key for key in after if panel._forms[key] is forms.get(key)] == kept
    places = [panel._column.indexOf(panel._forms[key]) for key in after]
    assert places == [2 * row + 1 for row in range(len(after))]
    assert panel._column.count() == 2 * len(after) + 1
    assert panel._parameters.isHidden() is not bool(after)
    panel._scroll.widget().layout().activate()
    heights = heights_in_keyboard_order(panel._scroll.widget())
    assert heights == sorted(heights) and len(set(heights)) >= len(after)


def test_values_that_do_not_go_together_are_refused_with_a_sentence(qtbot):
    panel = FunctionPanel()
    qtbot.addWidget(panel)
    panel.set_functions(["hardtanh"])
    with qtbot.waitSignal(panel.refused) as blocker:
        panel._forms["hardtanh"].changed.emit({"min_val": 2.0, "max_val": 1.0})
    assert "min_val" in blocker.args[0]
    assert dict(panel.functions())["hardtanh"] == {"min_val": -1.0, "max_val": 1.0}


def test_open_lists_grow_with_the_size_of_texts(qtbot, qapp, picker):
    def sizes(shown):
        family = shown._families["basic"]
        family.setExpanded(True)
        qapp.processEvents()
        return (shown._tree.visualItemRect(family).height(),
                shown._tree.visualItemRect(family.child(0)).height(),
                family.font(0).pixelSize(), shown._shown.height(), shown._shown.sizeHintForRow(0))

    picker.set_keys(["relu", "elu"])
    picker.resize(276, 600)
    picker.show()
    small = sizes(picker)
    try:
        preferences.set_font_scale(1.5)
        fonts.apply(qapp)
        grown = sizes(picker)
        later = Picker(with_none=True)
        qtbot.addWidget(later)
        later.set_keys(["relu", "elu"])
        later.resize(276, 600)
        later.show()
        assert grown == sizes(later)
        assert all(large > 1.4 * before for large, before in zip(grown, small, strict=True))
    finally:
        preferences.set_font_scale(1.0)
        fonts.apply(qapp)
    assert sizes(picker) == small


def test_families_are_closed_until_one_is_pressed_or_searched_in(picker):
    families = picker._families
    assert not any(family.isExpanded() for family in families.values())
    picker._tree.itemClicked.emit(families["sigmoid"], 0)
    assert families["sigmoid"].isExpanded()
    picker.search.setText("gelu")
    assert families["self_gated"].isExpanded()
    picker.search.setText("")
    assert [name for name, family in families.items() if family.isExpanded()] == ["sigmoid"]
    picker._tree.itemClicked.emit(families["sigmoid"], 0)
    assert not families["sigmoid"].isExpanded()
