"""The plot on the screen: what is painted where, and what mouse and keyboard do."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sample_figures import bars, functions, orders_of, training

from engine.figures import Axis, Figure, Line, Panel
from gui import theme
from gui.plot_view import PlotView
from gui.readout import content_of
from gui.theme import styles_for


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply(qapp, "light")
    yield
    theme.apply(qapp, "light")


@pytest.fixture
def view(qtbot):
    made = PlotView()
    qtbot.addWidget(made)
    made.resize(680, 700)
    made.show()
    return made


def canvas_of(view):
    return view.findChild(type(view._canvas))


def near(image, at, colour, reach=2):
    """Whether a pixel close to a point has about this colour."""
    for x in range(round(at.x()) - reach, round(at.x()) + reach + 1):
        for y in range(round(at.y()) - reach, round(at.y()) + reach + 1):
            found = image.pixelColor(x, y)
            if max(abs(found.red() - colour.red()), abs(found.green() - colour.green()),
                   abs(found.blue() - colour.blue())) < 40:
                return True
    return False


def count(image, colour):
    pixels = np.frombuffer(image.convertToFormat(image.Format.Format_RGB32).constBits(), np.uint8)
    wanted = np.array([colour.blue(), colour.green(), colour.red()])
    return int((np.abs(pixels.reshape(-1, 4)[:, :3].astype(int) - wanted).max(axis=1) < 40).sum())


def darkest(image, at):
    return min(image.pixelColor(round(at.x()), round(at.y()) + dy).lightness()
               for dy in (-1, 0, 1))


def mouse_at(view, at):
    return canvas_of(view).viewport(), at.toPoint() if isinstance(at, QPointF) else at


def drag(view, start, end):
    viewport, start = mouse_at(view, start)
    end = end.toPoint()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def test_curves_pass_where_their_values_are(view):
    view.show_figure(functions(("gelu",)))
    image, panels = view.grab().toImage(), canvas_of(view).panels
    for order in (0, 1, 2):
        for x in (-3.2, -0.7, 1.1, 3.4):
            y = float(orders_of("gelu", np.array([x]))[order][0])
            at = panels[order].pixel(x, y)
            assert near(image, at, styles_for(["gelu"])["gelu"].colour()), (order, x)


def test_a_jump_is_a_gap_and_never_a_vertical_stroke(view):
    view.show_figure(functions(("relu",)))
    panel, image = canvas_of(view).panels[1], view.grab().toImage()
    orange = styles_for(["relu"])["relu"].colour()
    assert near(image, panel.pixel(-2, 0), orange, 4) and near(image, panel.pixel(2, 1), orange, 4)
    for y in np.linspace(0.2, 0.8, 30):
        assert not near(image, panel.pixel(0, float(y)), orange, 3)


def test_marks_stand_at_kinks_and_ends_of_jumps(view):
    view.show_figure(functions(("relu",)))
    panels, orange = canvas_of(view).panels, styles_for(["relu"])["relu"].colour()
    image = view.grab().toImage()
    for at, hollow in ((panels[0].pixel(0, 0), 5), (panels[1].pixel(0, 1), 3.5)):
        assert near(image, at - QPointF(0, hollow), orange, 1)
        assert image.pixelColor(at.toPoint()) == QColor("white")
    before = count(image, orange)
    view.set_kinks(False)
    assert count(view.grab().toImage(), orange) < before


def test_hidden_functions_leave_and_the_selected_one_is_stronger(view):
    figure = functions(("gelu", "tanh"))
    view.show_figure(figure)
    wine = styles_for(["gelu", "tanh"])["tanh"].colour()
    both = count(view.grab().toImage(), wine)
    view.select("tanh")
    assert count(view.grab().toImage(), wine) > both
    view.set_hidden({"tanh"})
    assert count(view.grab().toImage(), wine) < both / 4


def test_the_same_structure_uses_the_same_items(view):
    view.show_figure(functions(alpha=1.0))
    canvas = canvas_of(view)
    items = {id(item) for item in canvas.scene().items()}
    for step in range(20):
        view.show_figure(functions(alpha=1.0 + step / 10))
    assert {id(item) for item in canvas.scene().items()} == items
    x, y = canvas.panels[0].curves[2].points
    assert y.min() == pytest.approx(orders_of("elu", x, 2.9)[0].min())


def test_fewer_panels_and_lines_leave_nothing_behind(view):
    view.show_figure(functions())
    view.show_figure(functions(("relu",), orders=(0,)))
    image, canvas = view.grab().toImage(), canvas_of(view)
    assert len(canvas.panels) == 1
    assert count(image, styles_for(["gelu"])["gelu"].colour()) == 0
    view.show_figure(functions())
    assert count(view.grab().toImage(), styles_for(["gelu"])["gelu"].colour()) > 100


def test_a_range_keeps_still_while_a_value_moves(view):
    view.show_figure(functions(alpha=1.0))
    spans = [panel.up for panel in canvas_of(view).panels]
    view.show_figure(functions(alpha=1.05))
    assert [panel.up for panel in canvas_of(view).panels] == spans
    view.show_figure(functions(alpha=3.0))
    panel = canvas_of(view).panels[0]
    assert panel.up.low < orders_of("elu", np.array([-4.0]), 3.0)[0]


def test_plots_above_each_other_share_their_left_edge_and_x(view):
    view.show_figure(functions())
    panels = canvas_of(view).panels
    assert {panel.rect.left() for panel in panels} == {60}
    assert {panel.across for panel in panels} == {(-4, 4)}
    assert [lower.rect.top() - upper.rect.bottom()
            for upper, lower in zip(panels[:2], panels[1:], strict=True)] == [14, 14]
    assert [panel.labels_x for panel in panels] == [False, False, True]
    heights = [panel.rect.height() for panel in panels]
    assert heights[0] / sum(heights) == pytest.approx(0.56, abs=0.01)


def test_the_cursor_snaps_to_samples_and_tells(view, qtbot):
    view.show_figure(functions(points=401))
    view.set_crosshair(True)
    with qtbot.waitSignal(view.cursor_moved) as moved:
        view.set_cursor(-1.4049)
    assert moved.args == [pytest.approx(-1.4)] and view.cursor == pytest.approx(-1.4)
    view.set_crosshair(False)
    assert view.cursor is None


def test_the_mouse_moves_the_cursor_only_with_the_crosshair_on(view):
    view.show_figure(functions())
    panel = canvas_of(view).panels[1]
    QTest.mouseMove(*mouse_at(view, panel.pixel(1.0, 0.5)))
    assert view.cursor is None
    view.set_crosshair(True)
    QTest.mouseMove(*mouse_at(view, panel.pixel(2.0, 0.5)))
    assert view.cursor == pytest.approx(2.0, abs=0.02)


def test_keys_move_the_cursor_and_the_selection(view, qtbot):
    view.show_figure(functions(points=401))
    view.set_crosshair(True)
    view.set_cursor(0.0)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.cursor == pytest.approx(0.02)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.cursor == pytest.approx(-0.18)
    with qtbot.waitSignal(view.key_selected) as selected:
        QTest.keyClick(view, Qt.Key.Key_Down)
    assert selected.args == ["relu"] and view.shown.selected == "relu"
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.shown.selected == "elu"


def test_the_table_reads_all_orders_at_the_cursor(view):
    figure = functions(points=401)
    view.show_figure(figure)
    view.set_crosshair(True)
    view.set_cursor(-1.4)
    styles = styles_for(["gelu", "relu", "elu"])
    content = content_of(figure, styles, view.shown, 8)
    assert content.corner == "x = −1.400" and content.heads == ("f", "f ′", "f ″")
    values = [orders_of("gelu", np.array([-1.4]))[order][0] for order in (0, 1, 2)]
    assert content.rows[0].values == tuple(f"{value:.4f}".replace("-", "−") for value in values)
    assert content.rows[1].values == ("0", "0", "0")
    view.set_cursor(0.0)
    assert content_of(figure, styles, view.shown, 8).rows[1].values == ("0", "–", "–")
    one = content_of(functions(orders=(0,)), styles, view.shown, 8)
    assert one.heads == ("f",)
    view.set_crosshair(False)
    assert content_of(figure, styles, view.shown, 8).heads == ()


def row_at(view, row, x):
    """A point in a row of the table with a head."""
    readout = canvas_of(view).readout
    return readout.pos() + QPointF(x, (row + 1.5) * readout.row_height)


def test_clicks_in_the_table_select_and_hide(view, qtbot):
    view.show_figure(functions())
    view.set_crosshair(True)
    with qtbot.waitSignal(view.key_selected) as selected:
        viewport, at = mouse_at(view, row_at(view, 1, 50))
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    assert selected.args == ["relu"] and view.shown.selected == "relu"
    for shown in (False, True):
        with qtbot.waitSignal(view.key_toggled) as toggled:
            viewport, at = mouse_at(view, row_at(view, 2, 20))
            QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
        assert toggled.args == ["elu", shown]
        assert view.shown.hidden == (frozenset() if shown else {"elu"})


def test_the_table_can_be_dragged_and_stays_there(view):
    view.show_figure(functions())
    readout = canvas_of(view).readout
    before = readout.pos()
    drag(view, before + QPointF(5, 5), before + QPointF(205, 105))
    assert readout.pos().x() == pytest.approx(before.x() + 200, abs=2)
    assert readout.pos().y() == pytest.approx(before.y() + 100, abs=2)
    moved = readout.pos()
    view.show_figure(functions(alpha=1.1))
    assert readout.pos() == moved


def test_the_table_takes_the_emptiest_corner(view):
    view.show_figure(functions())
    panel, readout = canvas_of(view).panels[0], canvas_of(view).readout
    assert readout.pos().x() < panel.rect.center().x()
    x = np.linspace(-4, 4, 201)
    lines = tuple(Line(f"k{i}", f"k{i}", f"Falling by {i}", x, -x * i) for i in range(1, 7))
    view.show_figure(Figure("f", "f", Axis("x"), (Panel(Axis("y"), lines),)))
    assert readout.pos().x() > canvas_of(view).panels[0].rect.center().x()


def test_a_dragged_box_is_what_is_seen_then(view, qtbot):
    view.show_figure(functions())
    panel = canvas_of(view).panels[0]
    start, end = panel.pixel(-1.0, 2.0), panel.pixel(1.0, 0.5)
    with qtbot.waitSignal(view.view_changed) as changed:
        drag(view, start, end)
    assert changed.args == [pytest.approx(-1, abs=0.03), pytest.approx(1, abs=0.03)]
    assert panel.up.low == pytest.approx(0.5, abs=0.03)
    assert panel.up.high == pytest.approx(2.0, abs=0.03)
    assert {other.across for other in canvas_of(view).panels} == {panel.across}
    assert canvas_of(view).panels[1].up.high == pytest.approx(1.2, abs=0.2)


def test_a_zoom_is_kept_on_request_and_reset(view, qtbot):
    view.show_figure(functions())
    panel = canvas_of(view).panels[0]
    drag(view, panel.pixel(-1.0, 2.0), panel.pixel(1.0, 0.5))
    zoomed = panel.across, panel.up
    view.show_figure(functions(alpha=1.2), keep_view=True)
    assert (panel.across, panel.up) == zoomed
    with qtbot.waitSignal(view.view_changed) as changed:
        QTest.mouseDClick(canvas_of(view).viewport(), Qt.MouseButton.LeftButton,
                          pos=panel.rect.center().toPoint())
    assert changed.args == [-4, 4] and panel.across == (-4, 4)
    drag(view, panel.pixel(-1.0, 2.0), panel.pixel(1.0, 0.5))
    view.show_figure(functions())
    assert panel.across == (-4, 4)


def test_reset_goes_back_to_the_whole_although_the_page_made_a_part(view):
    view.show_figure(functions())
    panel = canvas_of(view).panels[0]
    drag(view, panel.pixel(-1.0, 2.0), panel.pixel(1.0, 0.5))
    view.show_figure(functions(low=panel.across.low, high=panel.across.high), keep_view=True)
    view.reset_view()
    assert panel.across == (-4, 4)


def test_the_wheel_zooms_at_the_cursor(view):
    view.show_figure(functions())
    canvas = canvas_of(view)
    panel = canvas.panels[0]
    at = panel.pixel(1.0, 1.0)
    event = QWheelEvent(at, QPointF(canvas.viewport().mapToGlobal(at.toPoint())), QPoint(),
                        QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                        Qt.ScrollPhase.NoScrollPhase, False)
    QApplication.sendEvent(canvas.viewport(), event)
    assert panel.across.size == pytest.approx(8 / 1.2)
    moved = panel.pixel(1.0, 1.0)
    assert (moved - at).manhattanLength() < 1e-6


def test_zooming_stops_before_numbers_run_out(view):
    view.show_figure(functions())
    panel = canvas_of(view).panels[0]
    for _ in range(200):
        at = panel.rect.center().toPoint()
        drag(view, QPointF(at), QPointF(at + QPoint(30, 30)))
    view.grab()
    assert panel.across.size > 1e-10


def test_the_menu_asks_the_page(view, qtbot):
    view.show_figure(functions())
    view.customContextMenuRequested.emit(QPoint(100, 100))
    actions = [action for action in view._menu.actions() if not action.isSeparator()]
    assert len(actions) == 4
    for action, signal in zip(actions[1:], (view.copy_image_requested, view.copy_data_requested,
                                            view.export_requested), strict=True):
        with qtbot.waitSignal(signal):
            action.trigger()
    view._menu.close()


def test_the_tangent_has_the_slope_of_the_derivative(view):
    view.show_figure(functions(("gelu",), points=401))
    view.set_crosshair(True)
    view.set_tangent(True)
    view.set_cursor(0.0)
    far = canvas_of(view).panels[0].pixel(1.5, 1.5 * 0.5)
    assert darkest(view.grab().toImage(), far) < 150
    view.set_tangent(False)
    assert darkest(view.grab().toImage(), far) > 200


def test_the_theme_is_followed_at_once(view, qapp):
    view.show_figure(functions())
    assert view.grab().toImage().pixelColor(2, 2) == QColor(theme.LIGHT.plot_ground)
    theme.apply(qapp, "dark")
    image = view.grab().toImage()
    assert image.pixelColor(2, 2) == QColor(theme.DARK.plot_ground)
    assert count(image, QColor(theme.DARK.functions[0])) > 200


def test_a_warning_is_painted(view):
    warning = QColor(theme.LIGHT.warning)
    view.show_figure(training(warning=""))
    without = count(view.grab().toImage(), warning)
    view.show_figure(training())
    assert count(view.grab().toImage(), warning) > without + 50


def test_columns_stand_side_by_side_on_a_log_axis(view):
    view.resize(900, 420)
    figure = training()
    view.show_figure(figure)
    image, (loss, accuracy) = view.grab().toImage(), canvas_of(view).panels
    assert loss.rect.right() < accuracy.rect.left() and loss.rect.top() == accuracy.rect.top()
    assert loss.across == (1, 15) and accuracy.up == (60, 90)
    line = figure.panels[0].lines[1]
    at = loss.pixel(float(line.x[4]), float(line.y[4]))
    assert near(image, at, styles_for(["relu", "gelu"])["gelu"].colour())
    half = (np.log10(loss_value(line, 4)) - loss.up.low) / loss.up.size
    assert at.y() == pytest.approx(loss.rect.bottom() - half * loss.rect.height())


def loss_value(line, index):
    return float(line.y[index])


def test_bars_are_as_long_as_their_values(view):
    view.resize(700, 300)
    view.show_figure(bars())
    panel, image = canvas_of(view).panels[0], view.grab().toImage()
    others, dead = QColor(theme.LIGHT.others), QColor(theme.LIGHT.danger)
    middle = round(panel.rect.top() + panel.rect.height() * 5 / 6)
    for share, colour in ((0.03, dead), (0.48, dead), (0.53, others), (0.98, others)):
        x = panel.rect.left() + share * panel.rect.width()
        assert near(image, QPointF(x, middle), colour, 4), share
    assert not near(image, QPointF(panel.rect.left() + 0.55 * panel.rect.width(), middle), dead, 4)
    assert panel.left_room > 40


def test_nothing_that_is_not_finite_breaks_a_plot(view):
    x = np.linspace(0, 1, 5)
    strange = [np.full(5, np.nan), np.array([1, np.inf, -np.inf, 1e308, -1e308]), np.zeros(5),
               np.array([1e-320] * 5), np.array([1.0, np.nan, 2.0, np.nan, 3.0])]
    for logarithmic in (False, True):
        lines = tuple(Line(f"k{i}", f"k{i}", f"k{i}", x, y) for i, y in enumerate(strange))
        for several in (*((line,) for line in lines), lines, ()):
            view.show_figure(Figure("f", "f", Axis("x"),
                                    (Panel(Axis("y", logarithmic=logarithmic), several),)))
            view.set_crosshair(True)
            assert not view.grab().isNull()
    view.show_figure(Figure("f", "f", Axis("x"), ()))
    assert not view.grab().isNull()


def test_a_line_with_one_point_is_a_dot(view):
    point = Line("gelu", "gelu", "GELU", np.array([3.0]), np.array([2.0]))
    view.show_figure(Figure("f", "f", Axis("x"), (Panel(Axis("y"), (point,)),), legend=False))
    at = canvas_of(view).panels[0].pixel(3.0, 2.0)
    assert near(view.grab().toImage(), at, styles_for(["gelu"])["gelu"].colour(), 1)


def test_a_picture_without_a_legend_has_none(view):
    view.show_figure(functions())
    assert canvas_of(view).readout.isVisible()
    view.show_figure(replace(functions(), legend=False))
    assert not canvas_of(view).readout.isVisible()


def test_many_functions_are_counted_where_they_do_not_fit(view):
    view.resize(500, 200)
    x = np.linspace(0, 1, 5)
    lines = tuple(Line(f"k{i}", f"k{i}", f"Function {i}", x, x * i) for i in range(30))
    view.show_figure(Figure("f", "f", Axis("x"), (Panel(Axis("y"), lines),)))
    canvas = canvas_of(view)
    assert canvas.panels[0].rect.contains(canvas.readout.sceneBoundingRect())


@pytest.mark.parametrize("size", [(680, 700), (900, 300), (1400, 1000)])
@pytest.mark.parametrize("crosshair", [False, True])
def test_of_many_functions_few_cover_the_plot_and_the_selected_one_is_there(view, size, crosshair):
    view.resize(*size)
    x = np.linspace(0, 1, 5)
    lines = tuple(Line(f"k{i}", f"k{i}", f"Function {i}", x, x * i) for i in range(40))
    view.show_figure(Figure("f", "f", Axis("x"), (Panel(Axis("y"), lines, order=0),)))
    view.set_crosshair(crosshair)
    canvas = canvas_of(view)
    for selected in ("k3", "k33", "k39", "k0"):
        view.select(selected)
        table = canvas.readout.boundingRect()
        places = np.arange(0.5 * canvas.readout.row_height, table.height(),
                           canvas.readout.row_height)
        parts = [canvas.readout.part_at(QPointF(50, place)) for place in places]
        keys = [part[0] for part in parts if part is not None]
        assert selected in keys and len(set(keys)) == len(keys)
        assert len(keys) <= 8 or table.height() <= 0.3 * canvas.panels[0].rect.height()
        assert len(keys) == 8 or size != (680, 700)
        others = [key for key in keys if key != selected]
        assert others == [f"k{i}" for i in range(40) if f"k{i}" != selected][:len(others)]


def test_one_panel_with_all_orders_is_read_too(view):
    x = np.linspace(-2, 2, 41)
    f, d1, d2 = orders_of("gelu", x)
    lines = tuple(Line("gelu", f"gelu d{order}", "GELU" + "′" * order, x, y, faint=order > 0,
                       order=order) for order, y in enumerate((f, d1, d2)))
    figure = Figure("f", "f", Axis("x"), (Panel(Axis("y"), lines),))
    view.show_figure(figure)
    view.set_crosshair(True)
    view.set_cursor(0.0)
    content = content_of(figure, styles_for(["gelu"]), view.shown, 4)
    assert content.heads == ("f", "f ′", "f ″")
    assert [(row.name, row.values) for row in content.rows] == [("GELU", ("0", "0.5000", "0.8510"))]


def test_keyboard_resets_the_view(view):
    view.show_figure(functions())
    panel = canvas_of(view).panels[0]
    drag(view, panel.pixel(-1.0, 2.0), panel.pixel(1.0, 0.5))
    assert panel.across.size < 3
    QTest.keyClick(view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert panel.across == (-4, 4)


def test_a_click_gives_the_keyboard_to_the_plot(view, qtbot):
    view.show_figure(functions())
    view.activateWindow()
    viewport, at = mouse_at(view, canvas_of(view).panels[0].pixel(2, 1))
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(view.hasFocus)


@pytest.mark.parametrize("height", [4.0, 70_000.0, 3e12])
def test_the_texts_of_ticks_never_meet_the_title_of_their_axis(view, height):
    x = np.linspace(-1, 1, 11)
    axis = Axis("f(x)", symbol=True)
    figure = Figure(name="a", title="", x=Axis("x"), panels=tuple(
        Panel(axis, lines=(Line("relu", "relu", "ReLU", x, x * size),))
        for size in (1.0, -height)))
    view.show_figure(figure)
    panels = canvas_of(view).panels
    assert len({panel.rect.left() for panel in panels}) == 1
    assert len({panel.rect.right() for panel in panels}) == 1
    for panel in panels:
        look = panel.look
        widest = max(look.width(text, look.font()) for text in panel.y_ticks.texts)
        title = panel.rect.left() - panel.left_room + 14 + 9  # its middle, and half its height
        assert panel.rect.left() - 8 - widest >= title
        assert panel.left_room == panel.rect.left()
    assert (panels[0].left_room < 62) == (height == 4.0)
    view.show_figure(replace(figure, panels=figure.panels[:1]))
    assert canvas_of(view).panels[0].left_room < 70
