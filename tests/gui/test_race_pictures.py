"""Bands, intervals, tiles and captioned pictures: the same on the screen and in files."""

import re
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from engine.figures import (
    Axis,
    Band,
    BarColumn,
    Column,
    Figure,
    Line,
    Matrix,
    Panel,
    PictureRow,
    Pictures,
    RowBars,
    Table,
    Tiles,
)
from engine.figures.cells import Cell
from engine.figures.intervals import IntervalCell
from gui import export, theme
from gui.interval_picture import paint_interval, scale_of
from gui.plot_look import Look, Shown
from gui.plot_view import PlotView
from gui.table_view import TableView

SIZE = (500, 400)


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


def banded(low=1.0, high=3.0, logarithmic=False, hidden_gap=False):
    x = np.arange(1.0, 6.0)
    edges = np.full(5, low), np.full(5, high)
    if hidden_gap:
        edges[0][2] = np.nan
    return Figure("race", "Race", Axis("epoch", minimum=1, maximum=5), (Panel(
        Axis("y", minimum=0.5, maximum=4.0, logarithmic=logarithmic),
        (Line("gelu", "gelu mean", "GELU", x, np.full(5, 2.0)),),
        bands=(Band("gelu", "gelu", x, *edges),)),), legend=False)


def image_of(picture, size=SIZE):
    image = QImage.fromData(QByteArray(export.png_bytes(picture, size, 1)))
    return image.convertToFormat(QImage.Format.Format_RGB32)


def pixels(image):
    return np.frombuffer(image.constBits(), np.uint8).reshape(
        image.height(), image.width(), 4)[:, :, 2::-1].astype(int)


def tinted():
    """The colour of GELU over the white ground, as strong as a band is."""
    colour, share = theme.style_of("gelu").colour(), theme.current().band_opacity
    return [round(255 + (part - 255) * share) for part in colour.getRgb()[:3]]


def near(image, colour):
    return np.abs(pixels(image) - colour).max(axis=2) <= 2


@pytest.mark.parametrize("logarithmic", [False, True])
def test_a_band_fills_what_lies_between_its_edges(qtbot, logarithmic):
    found = near(image_of(banded(logarithmic=logarithmic)), tinted())
    rows = np.flatnonzero(found.any(axis=1))
    low, high = (np.log10(4.0), np.log10(0.5)) if logarithmic else (4.0, 0.5)
    place = np.log10 if logarithmic else float
    whole = image_of(banded(0.5, 4.0, logarithmic))  # reaches from end to end of the axis
    ends = np.flatnonzero(near(whole, tinted()).any(axis=1))
    span = ends[-1] - ends[0]
    for row, value in ((rows[0], 3.0), (rows[-1], 1.0)):
        assert row == pytest.approx(ends[0] + span * (low - place(value)) / (low - high), abs=3)
    assert found.mean() > 0.2


def test_a_band_is_cut_at_the_plot_and_stops_at_a_gap(qtbot):
    beyond = near(image_of(banded(-50.0, 50.0)), tinted())
    whole = near(image_of(banded(0.5, 4.0)), tinted())
    assert (np.flatnonzero(beyond.any(axis=1)) == np.flatnonzero(whole.any(axis=1))).all()
    gap = near(image_of(banded(hidden_gap=True)), tinted()).sum()
    assert 0.3 < gap / near(image_of(banded()), tinted()).sum() < 0.6  # half of four pieces
    svg = export.svg_bytes(banded(-50.0, 50.0), SIZE)
    heights = [float(y) for line in re.findall(rb'points="([^"]+)"', svg)
               for y in re.findall(rb",(-?[\d.]+)", line)]
    assert heights == [] or max(map(abs, heights)) <= SIZE[1]


def test_a_hidden_function_has_no_band_and_the_axis_fits_the_bands(qtbot):
    view = PlotView()
    qtbot.addWidget(view)
    view.resize(*SIZE)
    figure = banded()
    free = Figure("race", "Race", figure.x, (Panel(Axis("y"), figure.panels[0].lines,
                                                   bands=figure.panels[0].bands),), legend=False)
    view.show_figure(free)
    view.show()
    up = view._canvas.panels[0].up
    assert up.low < 1.0
    assert up.high > 3.0

    def shown():
        return near(view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32), tinted())

    assert shown().mean() > 0.2
    view.set_hidden(["gelu"])
    assert not shown().any()


def test_the_note_of_a_line_off_the_axis_gives_way_to_the_legend(qtbot):
    figure = banded()
    x = np.arange(1.0, 6.0)
    off = Line("sigmoid", "sigmoid", "Sigmoid", x, np.full(5, 0.1))
    panel = replace(figure.panels[0], lines=(*figure.panels[0].lines, off))
    figure = replace(figure, panels=(panel,), legend=True)
    places = {}
    for share in (0.0, 1.0):
        svg = export.svg_bytes(figure, SIZE, shown=Shown(legend_place=(share, 1.0))).decode()
        texts = {text: float(x) + float(moved) for group in svg.split("<g")
                 for moved in re.findall(r'matrix\(1,0,0,1,([-\d.]+)', group)
                 for x, text in re.findall(
                     r'<text[^>]* x="([-\d.]+)"[^>]*>([^<>\n]+)</text>', group)}
        note = next(text for text in texts if "below the axis" in text)
        places[share] = texts[note], texts["GELU"]
    assert places[0.0][0] > places[0.0][1]  # the legend lies at the left: the note at the right end
    assert places[1.0][0] + 100 < places[1.0][1]


CELLS = (IntervalCell(0.85, 0.84, 0.86, ((7, 0.845), (8, 0.855)), "tanh"),
         IntervalCell(0.83, None, None, ((7, 0.83),), "relu"),
         IntervalCell(0.10, 0.10, 0.10, ((7, 0.1), (8, 0.1)), "sigmoid"),
         IntervalCell(0.84, 0.83, 0.85, ((7, 0.835), (8, 0.845)), "gelu"), None)


def table():
    columns = (Column("function", "Function", kind="key"),
               Column("margin", "Margin", digits=2, scale=100.0, prefix="± "),
               Column("accuracy", "Accuracy", kind="interval", digits=1, unit="%", scale=100.0),
               Column("words", "Words", kind="text"))
    keys = ("tanh", "relu", "sigmoid", "gelu", "elu")
    return Table("race", "Race", columns, tuple(
        (key, None if cell is None or cell.low is None else cell.half, cell,
         Cell("running", (0.0,), tone="accent"))
        for key, cell in zip(keys, CELLS, strict=True)))


@pytest.fixture
def view(qtbot):
    view = TableView()
    qtbot.addWidget(view)
    view.resize(700, 260)
    view.show_table(table())
    view.show()
    return view


def test_an_interval_column_is_read_out_and_sorted_by_the_mean(view):
    model = view.model()
    assert [model.index(row, 1).data() for row in range(5)] == ["± 1.00", "–", "± 0", "± 1.00", "–"]
    assert model.index(0, 2).data() == ""
    spoken = [model.index(row, 2).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)]
    assert spoken[0] == "mean 85.0, 95 % interval 84.0 to 86.0; seeds 7: 84.5, 8: 85.5"
    assert spoken[1] == "mean 83.0; seeds 7: 83.0"
    assert spoken[4] == "–"
    head = model.headerData(2, Qt.Orientation.Horizontal)
    tip = model.headerData(2, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert (head, tip) == ("", "Accuracy, %")
    view.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert [model.row(row)[0] for row in range(5)] == ["tanh", "gelu", "relu", "sigmoid", "elu"]
    tone = model.index(0, 3).data(Qt.ItemDataRole.ForegroundRole)
    assert tone == QColor(theme.current().accent)


def test_the_axis_is_that_of_most_and_follows_new_results(view):
    low, high = view.model().interval_axis(2)
    assert 0.8 < low < 0.83
    assert 0.86 < high < 0.9
    assert view.model().interval_axis(0) is None
    told = []
    view.model().dataChanged.connect(lambda first, last, roles: told.append((first.row(),
                                                                             last.row())))
    rows = list(table().rows)
    rows[4] = ("elu", 0.0, IntervalCell(0.80, 0.79, 0.81, ((7, 0.8),), "elu"), rows[4][3])
    view.show_table(Table("race", "Race", table().columns, tuple(rows)))
    assert view.model().interval_axis(2)[0] < 0.79
    assert told == [(0, 4)]  # one row has changed, but all are drawn on another axis


def painted(cell):
    image = QImage(200, 26, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_interval(painter, QRectF(0, 0, 200, 26), cell, (0.82, 0.88),
                   Column("a", "A", kind="interval", scale=100.0), colour=QColor("#ff0000"),
                   look=Look())
    painter.end()
    return pixels(image)


def test_an_interval_is_drawn_to_scale(qapp):
    red = np.abs(painted(CELLS[0]) - [255, 0, 0]).max(axis=2) < 60
    scale = scale_of((0.82, 0.88), QRectF(0, 0, 200, 26))
    below = np.flatnonzero(red[13:].any(axis=0))
    assert below[0] == pytest.approx(scale.x_at(0.84), abs=1.5)
    assert below[-1] == pytest.approx(scale.x_at(0.86), abs=1.5)
    above = np.flatnonzero(red[:10].any(axis=0))  # the dots of two seeds, 0.845 and 0.855
    assert above[0] == pytest.approx(scale.x_at(0.845) - 2, abs=1.5)
    assert above[-1] == pytest.approx(scale.x_at(0.855) + 2, abs=1.5)
    alone = np.flatnonzero((np.abs(painted(CELLS[1]) - [255, 0, 0]).max(axis=2) < 60)[13:]
                           .any(axis=0))
    assert alone.mean() == pytest.approx(scale.x_at(0.83), abs=1)
    assert len(alone) <= 10
    beyond = painted(CELLS[2])
    assert not (np.abs(beyond - [255, 0, 0]).max(axis=2) < 60).any()
    assert (beyond[:, :60].min(axis=2) < 140).any()  # the number with its arrow, at the left end


def tiles():
    return Figure("w", "W", Axis(""), (Panel(Axis(""), tiles=Tiles(
        np.array([[[1.0, -1.0], [0.0, 0.0]]] * 3), ("1", "2", "3"), "weight")),), legend=False)


def pictures():
    images = np.full((2, 4, 4, 1), 128, np.uint8)
    row = PictureRow("Shirt taken for Bag", "2", images, ("97 %", "51 %"), captioned=True)
    return Figure("p", "P", Axis(""), (Panel(Axis(""), pictures=Pictures((row,))),), legend=False)


def counts():
    shown = np.array([[np.nan, 3.0], [1.0, np.nan]])
    return Figure("c", "C", Axis(""), (Panel(Axis(""), matrix=Matrix(
        np.array([[5, 3], [1, 6]]), ("a", "b"), ("a", "b"), "wrong", shown=shown, digits=0,
        sums=np.array([62.5, 85.7]), sums_label="right, %", sums_digits=1)),), legend=False)


def bars():
    return Figure("b", "B", Axis(""), (Panel(Axis(""), row_bars=RowBars(("Tanh", "GELU"), (
        BarColumn("e", "Epochs", np.array([2.0, 4.0]), 0.0, 4.0, 1, keys=("tanh", "gelu")),))),),
        legend=False)


@pytest.mark.parametrize("make", [tiles, pictures, counts, bars, table, banded])
def test_every_picture_is_the_same_in_png_and_svg(qtbot, make):
    shades = np.unique(np.frombuffer(image_of(make()).constBits(), np.uint32))
    assert len(shades) > 10
    svg = export.svg_bytes(make(), SIZE)
    assert svg.count(b"<") > 20


def test_tiles_are_drawn_pixel_by_pixel_on_one_scale(qtbot):
    image = pixels(image_of(tiles()))
    ends = (np.array([0x67, 0x00, 0x1F]), np.array([0x05, 0x30, 0x61]))
    areas = [(np.abs(image[60:] - end).max(axis=2) <= 3).sum() for end in ends]
    assert areas[0] == pytest.approx(areas[1], rel=0.05)
    assert areas[0] > 2000  # three quarters of a tile of 96 would be 6,900 without a smooth edge


def test_counts_captions_and_colours_stand_in_the_picture(qtbot):
    text = export.svg_bytes(counts(), SIZE).decode()
    written = re.findall(r">([^<>\n]+)</text>", text)
    assert {"5", "3", "1", "6", "62.5", "85.7"} <= set(written)
    assert not any("−" in one for one in written)  # no scale below zero for counts
    assert {"97 %", "51 %"} <= set(re.findall(r">([^<>\n]+)</text>",
                                              export.svg_bytes(pictures(), SIZE).decode()))
    image = pixels(image_of(bars()))
    areas = [(np.abs(image - theme.style_of(key).colour().getRgb()[:3]).max(axis=2) <= 3).sum()
             for key in ("tanh", "gelu")]
    assert areas[1] == pytest.approx(2 * areas[0], rel=0.1)


def test_points_of_a_grid_keep_the_colour_of_their_function(qapp):
    keys = ["relu", *(f"relu@{point} learning_rate={point}" for point in range(8)), "gelu@1 a=1"]
    styles = theme.styles_for(keys[1:])
    own = theme.style_of("relu")
    assert theme.style_of(keys[1]) == own
    assert {styles[key].colour_index for key in keys[1:7]} == {own.colour_index}
    assert len({styles[key].dash_index for key in keys[1:7]}) == 6
    assert styles["gelu@1 a=1"].colour_index == theme.style_of("gelu").colour_index
    assert len(set(styles.values())) == len(styles)
