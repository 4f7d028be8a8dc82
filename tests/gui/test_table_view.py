"""A table keeps order and selection while results come in, and writes numbers as people do."""

import math

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor

from engine.figures import Column, Table
from engine.texts import phrase
from gui import theme
from gui.number_texts import shown_number
from gui.table_view import TableView, line_sample

COLUMNS = (
    Column("function", phrase("Function"), kind="key"),
    Column("accuracy", phrase("Accuracy"), digits=2, unit="%", scale=100.0),
    Column("loss", phrase("Loss"), digits=3),
    Column("parameters", phrase("Parameters")),
    Column("status", phrase("Status"), kind="text"),
)
RELU = ("relu", 0.8459, 0.432, 283914, phrase("finished"))
TANH = ("tanh", 0.8499, 0.423, 283914, "finished")
GELU = ("gelu", None, -0.5, 283914, "diverged")
NONE = ("none", 0.1, 0.0, 7850, "running")


def table(*rows, columns=COLUMNS, **more):
    return Table("results", "Results", columns, rows, **more)


@pytest.fixture
def view(qtbot):
    view = TableView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    view.show_table(table(RELU, TANH, GELU, NONE))
    return view


def shown(view, column=0):
    model = view.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_cells_are_written_for_people(view):
    assert shown(view) == ["ReLU", "Tanh", "GELU", "No activation"]
    assert shown(view, 1) == ["84.59", "84.99", "\N{EN DASH}", "10.00"]
    assert shown(view, 2) == ["0.432", "0.423", "\N{MINUS SIGN}0.500", "0"]
    assert shown(view, 3) == ["283,914"] * 3 + ["7,850"]
    assert shown(view, 4) == ["finished", "finished", "diverged", "running"]
    heads = [view.model().headerData(i, Qt.Orientation.Horizontal) for i in range(5)]
    assert heads == ["Function", "Accuracy, %", "Loss", "Parameters", "Status"]


def test_numbers_stand_right_and_words_left(view):
    model, role = view.model(), Qt.ItemDataRole.TextAlignmentRole
    sides = [bool(model.index(0, i).data(role) & Qt.AlignmentFlag.AlignRight) for i in range(5)]
    assert sides == [False, True, True, True, False]


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_what_is_absent_stands_last_in_both_directions(view, order):
    view.sortByColumn(1, order)
    ordered = ["No activation", "ReLU", "Tanh"]
    if order == Qt.SortOrder.DescendingOrder:
        ordered.reverse()
    assert shown(view) == [*ordered, "GELU"]
    head = view.model().headerData(1, Qt.Orientation.Horizontal)
    assert head[-1] == ("↓" if order == Qt.SortOrder.DescendingOrder else "↑")


def test_order_by_names_and_back(view):
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert shown(view) == ["GELU", "No activation", "ReLU", "Tanh"]
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert shown(view) == ["ReLU", "Tanh", "GELU", "No activation"]


def test_order_and_selection_survive_live_updates(view, qtbot):
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    view.select_row(shown(view).index("ReLU"))
    seen = []
    view.row_selected.connect(seen.append)
    better = ("relu", 0.9, 0.3, 283914, "running")
    silu = ("silu", 0.95, 0.2, 283914, "running")
    view.show_table(table(better, TANH, GELU, NONE, silu))
    assert shown(view) == ["SiLU", "ReLU", "Tanh", "No activation", "GELU"]
    assert view.selected_row() == better and seen == []
    view.show_table(table(TANH, better))
    assert shown(view) == ["ReLU", "Tanh"] and view.selected_row() == better and seen == []
    view.show_table(table(TANH))
    assert view.selected_row() == TANH and seen == [TANH]


def test_an_update_resets_nothing(view):
    resets = []
    view.model().modelReset.connect(lambda: resets.append(1))
    view.verticalScrollBar().setValue(1)
    for loss in (0.5, 0.4):
        view.show_table(table(("relu", 0.8, loss, 1, ""), TANH, GELU, NONE))
    assert not resets and shown(view, 2)[0] == "0.400"
    view.show_table(table(("x",), columns=(Column("n", "N", kind="text"),)))
    assert resets == [1] and shown(view) == ["x"]


def test_rows_of_one_function_are_told_apart_by_seed(qtbot):
    columns = (COLUMNS[0], Column("seed", "Seed", digits=0), COLUMNS[1])
    view = TableView()
    qtbot.addWidget(view)
    view.show_table(table(("relu", 7, 0.1), ("relu", 8, 0.2), columns=columns))
    view.select_row(1)
    view.show_table(table(("relu", 8, 0.3), ("relu", 7, 0.4), columns=columns))
    assert view.selected_row() == ("relu", 8, 0.3)


def test_a_person_selects_and_the_program_selects(view, qtbot):
    keys, rows = [], []
    view.key_selected.connect(keys.append)
    view.row_selected.connect(rows.append)
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert keys == ["tanh"] and rows == [TANH]
    view.select_key("none")
    assert view.selected_row() == NONE and keys == ["tanh"]
    view.select_key("unknown")
    assert view.selected_row() is None


def test_a_table_may_say_how_it_is_ordered(qtbot):
    view = TableView()
    qtbot.addWidget(view)
    view.show_table(table(RELU, TANH, NONE, sorted_by="-accuracy"))
    assert shown(view) == ["Tanh", "ReLU", "No activation"]


def test_an_empty_table_and_its_first_row(qtbot):
    view = TableView()
    qtbot.addWidget(view)
    view.show_table(table())
    assert view.model().rowCount() == 0 and view.selected_row() is None
    view.show_table(table(RELU))
    assert shown(view) == ["ReLU"]


def test_columns_fill_the_width_and_never_shrink_while_live(view):
    def widths():
        return [view.columnWidth(i) for i in range(5)]
    assert sum(widths()) == view.viewport().width()
    before = widths()
    view.show_table(table(("relu", 0.8459, 0.4, 1, "a"), TANH, GELU, NONE))
    assert widths() == before


@pytest.mark.parametrize(("value", "digits", "text"), [
    (0, None, "0"), (0.0, 3, "0"), (0.00001, 4, "0.0000"), (-1.4, 3, "−1.400"),
    (60000, None, "60,000"), (1234567.891, 1, "1,234,567.9"), (None, 2, "–"), (math.nan, 2, "–"),
    (math.inf, 2, "∞"), (-math.inf, None, "−∞"), (0.1 + 0.2, None, "0.3"), (1e-9, None, "1e−9"),
    (-2.5e20, None, "−2.5e20"), (5.0, None, "5"),
])
def test_shown_number(value, digits, text):
    assert shown_number(value, digits) == text


def colours_of(pixmap):
    image = pixmap.toImage()
    return {image.pixelColor(x, y).name() for x in range(image.width())
            for y in range(image.height()) if image.pixelColor(x, y).alpha() == 255}


def test_line_sample_has_colour_dash_and_size(qapp):
    solid, dashed = line_sample("gelu", 40, 12), line_sample("relu", 40, 12)
    assert solid.deviceIndependentSize().toSize() == QSize(40, 12)
    assert colours_of(solid) == {QColor(theme.LIGHT.functions[0]).name()}
    middle = solid.height() // 2
    rows = [[sample.toImage().pixelColor(x, middle).alpha() > 0 for x in range(40)]
            for sample in (solid, dashed)]
    assert all(rows[0]) and 0.5 < sum(rows[1]) / 40 < 0.8


def test_samples_in_a_table_follow_the_theme(view, qapp):
    def colour():
        return colours_of(view.model().index(2, 0).data(Qt.ItemDataRole.DecorationRole).pixmap(26))
    assert colour() == {QColor(theme.LIGHT.functions[0]).name()}
    theme.apply(qapp, "dark")
    try:
        assert colour() == {QColor(theme.DARK.functions[0]).name()}
    finally:
        theme.apply(qapp, "light")


def test_a_narrow_table_leaves_out_what_may_be_left_out(qtbot):
    from engine.figures.intervals import IntervalCell

    columns = (Column("function", "Function", kind="key"),
               *(Column(f"c{place}", f"Column number {place}") for place in range(5)),
               Column("range", "Range", kind="interval"))
    cell = IntervalCell(1.0, 0.5, 1.5, ((7, 0.9), (8, 1.1)), "relu")
    view = TableView()
    qtbot.addWidget(view)
    view.set_dispensable(("c1", "c3"))
    view.resize(1200, 200)
    view.show()
    view.show_table(Table("t", "t", columns, (("relu", *range(5), cell),)))
    hidden = [view.isColumnHidden(place) for place in range(7)]
    assert not any(hidden)
    wide = view.columnWidth(6)
    view.resize(620, 200)
    assert [place for place in range(7) if view.isColumnHidden(place)] in ([2], [2, 4])
    assert view.columnWidth(6) < wide
    view.resize(1200, 200)
    assert not any(view.isColumnHidden(place) for place in range(7))
    view.show_table(Table("t", "t", columns[:2], (("relu", 1.0),)))
    assert view._model.columnCount() == 2


def standing(words):
    return Table("t", "T", (Column("name", "Name", "text"), Column("loss", "Loss"),
                            Column("words", "Words", "text")), ((("relu"), 0.5, words),))


def test_columns_give_room_back_when_the_words_are_settled(qtbot):
    view = TableView()
    qtbot.addWidget(view)
    view.set_dispensable(("loss",))
    view.resize(420, 200)
    view.show()
    view.show_table(standing("running " * 20))
    assert view.isColumnHidden(1)
    view.show_table(standing("done"))
    assert view.isColumnHidden(1), "no column comes and goes while it runs"
    view.fit_again()
    assert not view.isColumnHidden(1)


def test_words_are_shortened_before_the_last_columns_go_and_never_cut(qtbot):
    view = TableView()
    qtbot.addWidget(view)
    view.set_dispensable((), last=("loss",))
    view.resize(420, 200)
    view.show()
    view.show_table(standing("not distinguishable " * 10))
    assert not view.isColumnHidden(1)
    assert sum(view.columnWidth(i) for i in range(3)) <= view.viewport().width()
    view.resize(250, 200)
    assert view.isColumnHidden(1)
