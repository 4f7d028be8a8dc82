"""A figure of many small plots: they fill the room, do not touch, and share their axes."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from engine.figures import Axis, Figure, Line, Panel
from gui.plot_data import Span
from gui.plot_grid import cells_of, shares_y
from gui.plot_view import PlotView

X = np.linspace(-1, 1, 11)
ROOM = QRectF(0, 0, 900, 500)


def figure(count, shared=True, columns=0):
    panels = tuple(
        Panel(Axis("f(x)", minimum=-2.0, maximum=2.0 + (0 if shared else index)),
              (Line("prelu", f"line {index}", "", X, X * index, dash="dotted"),),
              title=f"Layer {index + 1}") for index in range(count))
    return Figure("grid", "Grid", Axis("x", minimum=-1.0, maximum=1.0), panels,
                  arrangement="grid", legend=False, columns=columns)


@pytest.mark.parametrize("shared", [True, False])
@pytest.mark.parametrize("count", [1, 2, 4, 5, 24])
def test_plots_lie_apart_within_the_room(count, shared):
    cells = cells_of(figure(count, shared), ROOM, 1.0)
    assert len(cells) == count
    assert all(ROOM.contains(cell.rect) for cell in cells)
    assert len({(cell.rect.width(), cell.rect.height()) for cell in cells}) == 1
    for one, other in itertools.combinations(cells, 2):
        assert not one.rect.intersects(other.rect)


def test_texts_stand_at_the_left_and_below_alone_where_axes_are_shared():
    cells = cells_of(figure(5, columns=3), ROOM, 1.0)
    assert [cell.labels_y for cell in cells] == [True, False, False, True, False]
    assert [cell.labels_x for cell in cells] == [False, False, True, True, True]
    assert all(cell.labels_y for cell in cells_of(figure(5, shared=False), ROOM, 1.0))


def test_a_wide_room_has_more_columns():
    def columns(width, height):
        cells = cells_of(figure(8), QRectF(0, 0, width, height), 1.0)
        return len({cell.rect.left() for cell in cells})

    assert columns(1600, 300) > columns(700, 700) >= columns(300, 900)


@pytest.mark.parametrize("shared", [True, False])
def test_a_zoom_goes_to_all_plots_that_share_their_axis(qtbot, shared):
    view = PlotView()
    qtbot.addWidget(view)
    view.resize(800, 500)
    shown = figure(3, shared)
    assert shares_y(shown) is shared
    view.show_figure(shown)
    view._zoom(1, Span(-0.5, 0.5), Span(0.0, 1.0))
    ups = [panel.up for panel in view._canvas.panels]
    assert ups[1] == Span(0.0, 1.0)
    assert (ups[0] == ups[2] == Span(0.0, 1.0)) is shared


def test_the_grid_is_painted(qtbot):
    view = PlotView()
    qtbot.addWidget(view)
    view.resize(800, 500)
    view.show_figure(replace(figure(4), title=""))
    image = view.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(0, 800, 3) for y in range(0, 500, 3)}
    assert len(seen) > 4
