"""The Vectors page: bars that are dragged and typed, gates with a cursor, and both forms traced."""

import math
from dataclasses import replace

import numpy as np
import pytest
from page_setting import heights_in_keyboard_order, write_idx_folder
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from engine.analysis.softmax_facts import VectorRequest, vector_facts
from engine.figures import BarColumn, Matrix, RowBars
from engine.figures.csv import csv_text
from engine.figures.vectors import class_names, lower_figure, row_bars, scale_of
from gui import fonts, plot_matrix, plot_rows, preferences, theme
from gui.bar_editor import BarEditor
from gui.export import png_bytes, svg_bytes
from gui.pages.vectors import VectorsPage
from gui.pages.vectors_states import PRESETS, SoftmaxState, differences
from gui.pages.vectors_typed import typed_numbers
from gui.plot_image import fact_place
from gui.plot_look import Look
from gui.plot_matrix import cell_text, paint_matrix
from gui.plot_rows import paint_rows, places_of, value_words
from gui.plot_view import PlotView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot):
    page = VectorsPage()
    for part in (page, page.left, page.right, page.bar):
        qtbot.addWidget(part)
    page.resize(952, 700)
    page.show()
    with qtbot.waitSignal(page.softmax.runner.finished, timeout=30_000):
        page.begin()
    yield page
    page.close_work()


def computed(qtbot, tab, state):
    with qtbot.waitSignal(tab.runner.finished, timeout=30_000):
        tab.set_state(state)


def settled(qtbot, tab):
    qtbot.waitUntil(lambda: not tab.runner.running and not tab._waiting, timeout=30_000)


def test_opens_with_softmax_of_eight_logits(page):
    figure = page.picture()
    bars, matrix, lines = figure.panels
    logits, outputs = bars.row_bars.columns
    raised = np.exp(logits.values)
    assert outputs.values == pytest.approx(raised / raised.sum(), abs=1e-15)
    assert matrix.matrix.values.shape == (8, 8)
    assert [line.name for line in lines.lines] == ["p of Dress", "entropy / ln 8"]
    rows = {row.name: row.value for row in page.softmax.facts.rows.shown}
    assert rows["Sum"] == "1"
    assert rows["Largest"] == "Dress, 0.5243"
    assert rows["Entropy"].startswith("1.3665 nats")
    large = [row.value for row in page.softmax.facts.stability.shown]
    assert large[:2] == ["NaN", "NaN"]


def test_a_bar_is_dragged_to_a_step_and_the_outputs_follow(page, qtbot):
    editor = page.softmax.editor
    start, end = editor.place_of_value(1, 0.4), editor.place_of_value(1, -2.03)
    QTest.mousePress(editor, LEFT, pos=start)
    QTest.mouseMove(editor, end)
    assert editor.values[1] == -2.0
    QTest.mouseRelease(editor, LEFT, pos=end)
    settled(qtbot, page.softmax)
    assert page.softmax.state.logits[1] == -2.0
    assert page.softmax.state.chosen == 1
    shown = page.picture().panels[0].row_bars
    assert shown.selected == 1
    raised = np.exp(np.array(page.softmax.state.logits))
    assert shown.columns[1].values == pytest.approx(raised / raised.sum(), abs=1e-15)


def test_a_drag_is_taken_back_as_one(page, qtbot):
    editor, before = page.softmax.editor, page.softmax.state.logits
    QTest.mousePress(editor, LEFT, pos=editor.place_of_value(0, 2.1))
    for value in (1.5, 1.0, 0.5, -1.0):
        QTest.mouseMove(editor, editor.place_of_value(0, value))
    QTest.mouseRelease(editor, LEFT, pos=editor.place_of_value(0, -1.0))
    assert page.softmax.state.logits[0] == -1.0
    page.undo()
    assert page.softmax.state.logits == before
    assert page.can_undo() == (False, True)
    page.redo()
    assert page.softmax.state.logits[0] == -1.0
    settled(qtbot, page.softmax)


def test_the_scale_stays_while_a_bar_is_held(page, qtbot):
    editor = page.softmax.editor
    ends = (editor.bars.columns[0].minimum, editor.bars.columns[0].maximum)
    QTest.mousePress(editor, LEFT, pos=editor.place_of_value(3, 3.0))
    QTest.mouseMove(editor, editor.place_of_value(3, ends[1]) + QPoint(60, 0))
    settled(qtbot, page.softmax)
    held = editor.bars.columns[0]
    assert (held.minimum, held.maximum) == ends
    assert held.values[3] == ends[1]
    QTest.mouseRelease(editor, LEFT, pos=editor.place_of_value(3, ends[1]))
    settled(qtbot, page.softmax)
    assert editor.bars.columns[0].maximum > ends[1]


@pytest.mark.parametrize(("key", "value"), [
    (Qt.Key.Key_Right, 3.1), (Qt.Key.Key_Left, 2.9), (Qt.Key.Key_PageUp, 4.0),
    (Qt.Key.Key_PageDown, 2.0), (Qt.Key.Key_Home, 0.0),
])
def test_keys_change_the_selected_bar(page, qtbot, key, value):
    QTest.keyClick(page.softmax.editor, key)
    assert page.softmax.state.logits[3] == pytest.approx(value, abs=1e-12)
    settled(qtbot, page.softmax)


def test_keys_choose_add_and_remove(page, qtbot):
    editor = page.softmax.editor
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert page.softmax.state.chosen == 4
    assert page.can_undo() == (False, False)
    assert "Coat" in editor.accessibleDescription()
    QTest.keyClick(editor, Qt.Key.Key_Insert)
    assert len(page.softmax.state.logits) == 9
    settled(qtbot, page.softmax)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert len(page.softmax.state.logits) == 8
    settled(qtbot, page.softmax)


def test_entries_stay_between_2_and_16(page, qtbot):
    said = []
    page.message.connect(lambda kind, sentence: said.append((kind, sentence)))
    computed(qtbot, page.softmax, SoftmaxState(logits=(0.0, 1.0), chosen=0))
    QTest.keyClick(page.softmax.editor, Qt.Key.Key_Delete)
    assert len(page.softmax.state.logits) == 2
    assert said[-1][0] == "warning" and "2" in said[-1][1]
    computed(qtbot, page.softmax, SoftmaxState(logits=(0.0,) * 16, chosen=0))
    QTest.keyClick(page.softmax.editor, Qt.Key.Key_Insert)
    assert len(page.softmax.state.logits) == 16
    assert "16" in said[-1][1]


@pytest.mark.parametrize(("typed", "value"), [("-0.25", -0.25), ("7,5", 7.5), ("x", 3.0),
                                               ("1e999", 3.0)])
def test_a_number_is_typed_over_a_bar(page, qtbot, typed, value):
    editor = page.softmax.editor
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.field.isVisible() and editor.field.text() == "3"
    editor.field.setText(typed)
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    assert not editor.field.isVisible()
    assert page.softmax.state.logits[3] == value
    settled(qtbot, page.softmax)


def test_escape_leaves_the_bar_as_it_was(page):
    editor = page.softmax.editor
    editor.type_into(2, "5")
    assert page.softmax.state.chosen == 2
    QTest.keyClick(editor.field, Qt.Key.Key_Escape)
    assert not editor.field.isVisible()
    assert page.softmax.state.logits[2] == -1.2


def test_the_panel_sets_temperature_function_and_values(page, qtbot):
    panel, tab = page.softmax.panel, page.softmax
    with qtbot.waitSignal(tab.runner.finished):
        panel.slider.setValue(40)
    assert tab.state.temperature == 2.0
    assert panel.temperature.values() == {"temperature": 2.0}
    z = np.array(tab.state.logits) / 2
    assert page.picture().panels[0].row_bars.columns[1].values == pytest.approx(
        np.exp(z) / np.exp(z).sum(), abs=1e-15)
    with qtbot.waitSignal(tab.runner.finished):
        tab.panel.list.setCurrentRow(3)
    assert tab.state.key == "sparsemax"
    assert "Sparsemax" in page.selection()
    panel.text.setText("1, 2; 3")
    panel.text.editingFinished.emit()
    assert tab.state.logits == (1.0, 2.0, 3.0)
    settled(qtbot, tab)
    assert page.status()[0][0] == "Pullover"


def test_wrong_lists_are_refused_with_a_sentence(page):
    said = []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    for text in ("1", "one, two", ", ".join("1" * 17), "nan, 1"):
        page.softmax.panel.text.setText(text)
        page.softmax.panel.text.editingFinished.emit()
        assert said[-1] == "Type 2 to 16 numbers, separated by commas."
    assert len(page.softmax.state.logits) == 8


def test_values_that_a_function_cannot_take_are_said_in_a_line(page, qtbot):
    said = []
    page.message.connect(lambda kind, sentence: said.append((kind, sentence)))
    page.softmax.set_state(SoftmaxState(key="maxout", logits=(1.0, 2.0, 3.0), chosen=0))
    settled(qtbot, page.softmax)
    assert said[-1][0] == "warning" and said[-1][1]


def test_logits_of_1000_show_the_overflow_and_the_right_outputs(page, qtbot):
    logits = next(values for name, values in PRESETS if str(name) == "Logits of 1,000")
    computed(qtbot, page.softmax, SoftmaxState(logits=logits, chosen=0, view="stability"))
    upper, lower = page.picture().panels
    right = np.exp([-2.0, -1.0, 0.0])
    assert upper.row_bars.columns[1].values == pytest.approx(right / right.sum(), abs=1e-15)
    single, double, stable = lower.row_bars.columns
    assert np.isnan(single.values).all() and np.isnan(double.values).all()
    assert stable.values == pytest.approx(right / right.sum(), abs=1e-4)


def test_an_overlay_stands_on_the_same_rows(page, qtbot):
    computed(qtbot, page.softmax, replace(page.softmax.state, compared="sparsemax"))
    column = page.picture().panels[0].row_bars.columns[1]
    assert column.second_key == "sparsemax"
    assert math.fsum(column.second) == pytest.approx(1)
    text = csv_text(page.picture())
    header = next(line for line in text.splitlines() if line[0] != "#")
    assert header.startswith("name,logit,softmax,sparsemax,output,by logit 1")


def test_gates_have_a_cursor_that_map_slices_and_words_share(page, qtbot):
    with qtbot.waitSignal(page.gates.runner.finished, timeout=30_000):
        page.show_tab("gates")
    assert page.tab is page.gates
    relief, heat_map, upright, under, facts = page.picture().panels
    assert relief.cursor == heat_map.cursor
    assert heat_map.heat_map.signed
    page.gates.plot.placed.emit(0, -1.0, 2.0)
    value, gate, z = (float(text.replace("−", "-")) for _, text in page.status())
    assert (value, gate) == pytest.approx((-1.0, 2.0), abs=0.03)
    assert z == pytest.approx(value / (1 + math.exp(-gate)), abs=2e-3)
    page.gates.plot.stepped.emit(3, 0)
    assert float(page.status()[0][1].replace("−", "-")) > value
    computed(qtbot, page.gates, replace(page.gates.state, key="reglu"))
    page.gates.plot.placed.emit(0, 1.0, -2.0)
    words = page.gates.facts._cursor.text()
    assert "shut" in words


def test_gates_are_taken_back_by_themselves(page, qtbot):
    with qtbot.waitSignal(page.gates.runner.finished, timeout=30_000):
        page.show_tab("gates")
    page.gates.colour.chosen.emit("gradient")
    assert page.picture().panels[1].heat_map.shown == "gradient"
    assert page.can_undo() == (True, False)
    page.show_tab("softmax")
    assert page.can_undo() == (False, False)
    page.show_tab("gates")
    page.undo()
    assert page.picture().panels[1].heat_map.shown == "z"


def test_the_open_list_of_units_grows_with_the_size_of_texts(page, qapp):
    rows = page.gates.panel.list
    small = rows.height(), rows.sizeHintForRow(0)
    try:
        preferences.set_font_scale(1.5)
        fonts.apply(qapp)
        assert rows.minimumHeight() > 1.4 * small[0] and rows.sizeHintForRow(0) > 1.4 * small[1]
    finally:
        preferences.set_font_scale(1.0)
        fonts.apply(qapp)
    assert (rows.minimumHeight(), rows.sizeHintForRow(0)) == small


def test_colours_are_offered_where_they_are_used(page, qtbot):
    with qtbot.waitSignal(page.gates.runner.finished, timeout=30_000):
        page.show_tab("gates")
    choice = page.gates.panel.square.control("colours")
    assert not choice.isEnabled()
    assert "zero" in choice.toolTip()
    page.gates.colour.chosen.emit("gradient")
    assert choice.isEnabled()
    assert "zero" not in choice.toolTip()
    choice.set_value("cividis")
    choice.activated.emit(choice.currentIndex())
    assert page.picture().panels[1].heat_map.colours == "cividis"


@pytest.fixture
def traced(page, qtbot, tmp_path):
    folder = write_idx_folder(tmp_path / "data")
    page.trace.carry(replace(page.trace.state, source=str(folder)))
    with qtbot.waitSignal(page.trace.runner.finished, timeout=60_000):
        page.show_tab("trace")
    return page.trace


def test_trace_shows_where_the_forms_of_rrelu_first_differ(page, traced):
    assert "Activation 1" in traced._headline.text()
    table = traced.table.table
    marks = [str(dict(zip([c.name for c in table.columns], row, strict=True))["mark"])
             for row in table.rows]
    assert marks == ["equal", "equal", "first difference", "differ", "differ"]
    assert traced.layer == 2
    assert "rrelu" in page.picture().name
    assert "training=False" in traced.facts._reason.text()
    traced.table.select_row(1)
    assert traced.layer == 1
    assert str(page.picture().panels[0].title).startswith("Linear 1: module")


def test_trace_of_prelu_needs_training_to_differ(page, qtbot, traced):
    computed(qtbot, traced, replace(traced.state, key="prelu"))
    assert "exactly the same" in traced._headline.text()
    settings = replace(traced.state.settings, steps=3)
    computed(qtbot, traced, replace(traced.state, settings=settings))
    assert "Activation 1" in traced._headline.text()
    names = [row.name for row in traced.facts.rows.shown]
    assert "weight of activation 1" in names


def test_trace_of_typed_numbers_needs_no_picture(page, qtbot, traced):
    traced.panel.typed.setText("0.5, -1, 2")
    with qtbot.waitSignal(traced.runner.finished):
        traced.panel.typed.editingFinished.emit()
    assert traced.state.typed == (0.5, -1.0, 2.0)
    assert len(traced._trace.steps[0].module) == 3
    assert not traced.panel.data.isEnabled()
    assert page.picture().warning == ""


def test_a_picture_that_is_not_there_is_said_in_a_line(page, qtbot, traced):
    said = []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    settings = replace(traced.state.settings, sample=9_000)
    traced.set_state(replace(traced.state, settings=settings))
    settled(qtbot, traced)
    assert "9000" in said[-1] and "200" in said[-1]


def test_what_is_set_is_carried_to_another_window(page, qtbot):
    computed(qtbot, page.softmax, SoftmaxState(key="softmin", logits=(1.0, 2.0), chosen=1))
    other = VectorsPage()
    for part in (other, other.left, other.right, other.bar):
        qtbot.addWidget(part)
    other.carry(page.carried())
    assert other.softmax.state == page.softmax.state
    assert other.chosen.key == "softmax"
    other.close_work()


@pytest.mark.parametrize("view", ["jacobian", "cross_entropy", "stability"])
def test_every_view_is_exported(page, qtbot, view):
    page.softmax.set_state(replace(page.softmax.state, view=view, compared="entmax15"))
    settled(qtbot, page.softmax)
    picture = page.picture()
    image = QImage.fromData(png_bytes(picture, (900, 600), 1.0, "dark"))
    colours = {image.pixel(x, y) for x in range(0, 900, 7) for y in range(0, 600, 7)}
    assert len(colours) > 8
    assert b"Dress" in svg_bytes(picture, (900, 600))


def test_row_bars_of_another_length_have_their_own_names(page, qtbot):
    computed(qtbot, page.softmax, replace(page.softmax.state, key="crelu"))
    bars = row_bars(page.softmax._facts)
    assert len(bars.columns[1].values) == 16 and bars.columns[1].names[15] == "16"
    first, second = places_of(page.softmax.editor.rect().toRectF(), bars, Look())
    assert first.row_rect(7).bottom() == pytest.approx(second.row_rect(15).bottom())


def test_numbers_of_bars():
    assert value_words(math.nan, 4) == "NaN"
    assert value_words(math.inf, 4) == "\N{INFINITY}"
    assert value_words(0.0, 4) == "0"


def test_editor_without_bars_stays_quiet(qtbot):
    editor = BarEditor()
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClick(editor, Qt.Key.Key_Right)
    QTest.mouseClick(editor, LEFT, pos=QPoint(50, 50))
    assert editor.values == ()
    column = BarColumn("logit", "z", np.array([1.0, -1.0]), -4.0, 4.0)
    editor.show_bars(RowBars(("a", "b"), (column,), 1))
    assert "b" in editor.accessibleDescription()


def test_matrix_is_blue_below_zero_and_red_above(qtbot):
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    matrix = Matrix(np.array([[1.0, -1.0], [0.0, 0.5]]), ("a", "b"), ("1", "2"), "d")
    paint_matrix(painter, QRectF(0, 0, 300, 260), matrix, Look(theme.LIGHT, exact=True))
    painter.end()
    red, blue = image.pixelColor(40, 28), image.pixelColor(125, 28)
    assert red.red() > red.blue() + 50
    assert blue.blue() > blue.red() + 50


def test_single_changes_are_told_apart():
    before = SoftmaxState()
    moved = replace(before, logits=(9.0, *before.logits[1:]))
    assert differences(before, moved) == {("logit", 0)}
    assert differences(before, replace(before, temperature=2.0)) == {"temperature"}
    assert differences(before, replace(before, logits=(1.0, 2.0))) == {"logits"}


@pytest.mark.parametrize("tab", ["softmax", "gates", "trace"])
def test_tab_key_goes_down_the_panel(page, tab):
    panel = page.tabs[tab].panel
    page.left.setCurrentWidget(panel)
    page.left.resize(260, 900)
    page.left.show()
    heights = heights_in_keyboard_order(panel)
    assert len(heights) > 5
    assert heights == sorted(heights)


@pytest.mark.parametrize(("typed", "expected"), [
    ("1、2、3", (1, 2, 3)), ("１，２", (1, 2)), ("０．５；−１", (0.5, -1)),
    ("0,5; 1,5", (0.5, 1.5)),
    ("1, 2; 3", (1, 2, 3)), ("1 2\t3", (1, 2, 3)), ("1e-3,−2", (1e-3, -2)), ("", ()),
    ("1,,2", (1, 2)),
])
def test_lists_of_numbers_as_people_type_them(typed, expected):
    assert typed_numbers(typed) == expected


@pytest.mark.parametrize("typed", ["one", "1_000, 2", "1..2, 3", "0x10, 1"])
def test_what_is_no_list_of_numbers_is_refused(typed):
    with pytest.raises(ValueError):
        typed_numbers(typed)


@pytest.mark.parametrize("typed", ["1e308, -1e308", "1.7e308, 2", "1e400, 2", "1e7, 1"])
def test_a_logit_beyond_the_limit_is_refused_everywhere(page, typed):
    said = []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    page.softmax.panel.text.setText(typed)
    page.softmax.panel.text.editingFinished.emit()
    assert "from −1,000,000 to 1,000,000" in said[-1]
    assert page.softmax.panel.text.text().startswith("2.1")
    page.softmax.editor.type_into(0, typed.split(",")[0])
    QTest.keyClick(page.softmax.editor.field, Qt.Key.Key_Return)
    assert "from −1,000,000 to 1,000,000" in said[-1]
    assert len(page.softmax.state.logits) == 8 and page.softmax.state.logits[0] == 2.1


@pytest.mark.parametrize("values", [
    (math.nan, 1.0, -1.0), (1e308, -1e308, 1.0), (-1e308, -1e308, 1.0), (math.inf, 0.0, -math.inf),
    (5e-324, 0.0, 0.0)])
def test_any_numbers_are_painted(qapp, values):
    array = np.array(values)
    column = BarColumn("x", "x", array, *scale_of(values), second=array, second_label="again")
    matrix = Matrix(np.array([values] * 3), ("a", "b", "c"), ("1", "2", "3"), "m",
                    sums=array, sums_label="sum")
    for width, height in ((600, 300), (120, 60), (30, 12)):
        image = QImage(width, height, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint_rows(painter, QRectF(0, 0, width, height), RowBars(("a", "b", "c"), (column,), 0),
                   Look(), handles=True)
        paint_matrix(painter, QRectF(0, 0, width, height), matrix, Look())
        painter.end()


def test_cells_of_a_small_matrix_have_an_exponent():
    small = Matrix(np.array([[8e-7, -8e-7], [1e-20, 0.0]]), ("a", "b"), ("1", "2"), "m")
    assert [cell_text(float(value), small) for value in small.values.ravel()] == [
        "8.0e−7", "−8.0e−7", "0.000", "0"]
    usual = Matrix(np.array([[0.25, -4e-4]]), ("a",), ("1", "2"), "m")
    assert [cell_text(float(value), usual) for value in usual.values.ravel()] == ["0.250", "0.000"]


class Texts:
    """Notes what is written, with the rectangle that it covers."""

    def __init__(self, monkeypatch, module):
        self.written = []
        plain = module.draw_text

        def noted(painter, at, text, font, colour, **side):
            rect = plain(painter, at, text, font, colour, **side)
            self.written.append((text, rect))
            return rect

        monkeypatch.setattr(module, "draw_text", noted)

    def overlaps(self):
        """Texts that touch each other; a row's text may reach into the leading of the next."""
        rects = [(text, rect.adjusted(1, rect.height() * 0.3, -1, -rect.height() * 0.3))
                 for text, rect in self.written]
        return [(one, other) for i, (one, first) in enumerate(rects)
                for other, second in rects[i + 1:] if first.intersects(second)]


def painted(size, paint, *parts):
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, QRectF(0, 0, *size), *parts, Look())
    painter.end()


@pytest.mark.parametrize("width", [640, 1000])
def test_every_column_of_ten_is_named_beside_one_long_name(qapp, monkeypatch, width):
    names = ("T-shirt/top", "Trouser", "A very long name of a class of one's own", *"3456789")
    texts = Texts(monkeypatch, plot_matrix)
    painted((width, 400), paint_matrix, Matrix(np.eye(10), names, names, "m", digits=0))
    heads = [text for text, rect in texts.written if rect.top() < 20 and not text.isdecimal()
             or text in "3456789" and rect.top() < 20]
    assert len(heads) == 10
    assert all(name.startswith(head.rstrip("…")) and head.rstrip("…")
               for name, head in zip(names, heads, strict=True))
    assert texts.overlaps() == []


@pytest.mark.parametrize("size", [(330, 200), (700, 240), (200, 130)])
def test_texts_of_sixteen_entries_do_not_touch(qapp, monkeypatch, size):
    names = class_names(16)
    matrix = Matrix(np.eye(16) * 0.2, names, tuple(map(str, range(1, 17))), "m",
                    sums=np.zeros(16), sums_label="row sum")
    texts = Texts(monkeypatch, plot_matrix)
    painted(size, paint_matrix, matrix)
    assert texts.overlaps() == []
    assert not any("…" in text for text, _ in texts.written if text.strip("…").isdigit())
    assert "…" not in [text for text, _ in texts.written]
    column = BarColumn("g", "g", np.linspace(-0.0021, 0.0004, 16), -0.0025, 0.001)
    texts = Texts(monkeypatch, plot_rows)
    painted((max(size[0] // 2, 150), size[1] + 66), paint_rows, RowBars(names, (column,)))
    assert texts.overlaps() == []


@pytest.mark.parametrize("size", [(727, 277), (727, 292), (760, 340), (674, 335)])
def test_a_title_follows_the_figure(qtbot, size):
    """The axes are kept as a picture, which must not outlive what it shows."""
    plot = PlotView()
    qtbot.addWidget(plot)
    plot.resize(*size)
    plot.show()
    facts = vector_facts(VectorRequest("softmax", (1.0, 2.0, 3.0)))
    for view in ("jacobian", "cross_entropy", "jacobian", "stability", "cross_entropy"):
        figure = lower_figure(facts, view)
        plot.show_figure(figure)
        qtbot.wait(20)
        fresh = PlotView()
        qtbot.addWidget(fresh)
        fresh.resize(*size)
        fresh.show_figure(figure)
        assert alike(plot.grab().toImage(), fresh.grab().toImage()), view


def alike(one, other):
    """Whether no text differs: a cached picture rounds its edges a little otherwise."""
    pair = []
    for grabbed in (one, other):
        image = grabbed.convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), np.uint8)
        pair.append(pixels.reshape(image.height(), -1, 4)[:32, :, :3].astype(int))
    return int((np.abs(pair[0] - pair[1]).max(axis=2) > 100).sum()) < 40


@pytest.mark.parametrize("typed", ["1e308, -1e308", "1e39, 1", "nan, 1"])
def test_inputs_beyond_the_limit_are_refused(page, traced, typed):
    said = []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    traced.panel.typed.setText(typed)
    traced.panel.typed.editingFinished.emit()
    assert traced.state.typed == () and "1,000,000" in said[-1]
    assert "nan" not in traced._headline.text()


def test_export_of_the_trace_table_has_all_columns_in_full(page, qtbot, traced):
    assert [column.name for column in traced.table.table.columns][-1] == "mark"
    traced.table.setFocus()
    qtbot.waitUntil(lambda: traced._centre.in_table)
    text = csv_text(page.picture())
    first = float(traced._trace.steps[2].module[0])
    assert repr(first) in text and "module first,functional first" in text and "mean" in text
    assert "−" not in text


def test_the_cursor_of_the_gates_is_where_it_was_put(page, qtbot):
    with qtbot.waitSignal(page.gates.runner.finished, timeout=30_000):
        page.show_tab("gates")
    at = dict(page.status())
    assert at["b"] == "1.000" and at["z"] == f"{1.5 / (1 + math.exp(-1)):.4f}"
    computed(qtbot, page.gates, replace(page.gates.state, key="gtu"))
    assert page.gates.relief._title.text() == "z = tanh(a) · σ(b)"


@pytest.mark.parametrize("tab", ["softmax", "gates", "trace"])
def test_panels_fit_the_narrowest_window(page, tab):
    panel = page.tabs[tab].panel
    if tab == "softmax":
        page.softmax.set_state(replace(page.softmax.state, key="k_winners"))
    assert panel.widget().minimumSizeHint().width() <= 206


def test_facts_have_room_beside_a_low_map(qapp):
    facts = [fact_place(QRectF(0, 0, 200, 60), 23.0, 4, index) for index in range(4)]
    assert [place for _, place in facts] == [0, 1, 0, 1]
    assert facts[2][0].left() > facts[0][0].right() and facts[3][0].right() == 200
    assert [fact_place(QRectF(0, 0, 200, 95), 23.0, 4, index)[1] for index in range(4)] == [
        0, 1, 2, 3]


def test_the_reset_of_the_gates_takes_the_range_too(page, qtbot):
    with qtbot.waitSignal(page.gates.runner.finished, timeout=30_000):
        page.show_tab("gates")
    first = page.gates.state
    settings = replace(first.settings, low=-1.0, contours=3)
    computed(qtbot, page.gates, replace(first, settings=settings))
    with qtbot.waitSignal(page.gates.runner.finished, timeout=30_000):
        page.gates.panel._reset()
    assert page.gates.state == first
