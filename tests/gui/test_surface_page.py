"""The Surface page: one cursor for all views, undo, the gallery, and life without OpenGL."""

import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from engine.activations import catalogue, find
from engine.analysis.surface import SurfaceSettings, surfaces
from engine.errors import InputError
from engine.figures.csv import csv_text
from engine.figures.surface import gallery_figure, mapped, surface_figure
from gui import colour_maps, opengl_probe, theme
from gui.colour_bar import paint_bar
from gui.export import png_bytes
from gui.height_field_view import HeightFieldView
from gui.opengl_probe import SWITCH, OpenGLProbe
from gui.pages.surface import SurfacePage
from gui.plot_canvas import PlotCanvas
from gui.plot_image import _label_place
from gui.plot_layout import places_of
from gui.plot_look import Look, Shown
from gui.relief_scene import Camera, Scene
from gui.relief_view import ReliefView
from gui.undo import Changes

ROOT = Path(__file__).parent.parent.parent


def surface_of(key, low=-3.0, high=3.0, points=24):
    return mapped(next(surfaces([(key, {})], low, high, points)), 7)


@pytest.fixture
def page(qtbot):
    page = SurfacePage()
    for part in (page, page.left, page.bar):
        qtbot.addWidget(part)
    page.resize(952, 700)
    page.show()
    with qtbot.waitSignal(page.runner.finished, timeout=30_000):
        page.begin()
    yield page
    page.close_work()


def changed(qtbot, page, **changes):
    with qtbot.waitSignal(page.runner.finished):
        page.set_state(replace(page.state, **changes))


def test_opens_with_six_functions_on_a_square(page):
    figure = page.picture()
    relief, map_panel, upright, under, facts = figure.panels
    assert relief.relief.heat_map is map_panel.heat_map
    assert (map_panel.heat_map.key, map_panel.heat_map.shown) == ("gelu", "gradient")
    assert map_panel.heat_map.values.shape == (128, 128)
    assert (upright.lines[0].dash, under.lines[0].dash) == ("dashed", "solid")
    assert [str(name) for name, _ in facts.facts] == ["z", "∂z/∂x₁", "∂z/∂x₂", "|∇z|"]
    assert page.strip.keys == ["gelu", "silu", "relu", "elu", "tanh", "sigmoid"]
    assert dict(page.status())["z"] == "0.8259"


def test_what_cannot_be_drawn_by_opengl_is_painted_and_said(page):
    assert not page.relief.by_opengl
    assert page.relief.painted.isVisible()
    assert "without OpenGL" in page.relief.notice.text()
    assert "offscreen" in page.relief.notice.text()
    image = page.relief.painted.grab().toImage()
    assert yellow(image) > 500


def yellow(image):
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return int((np.abs(pixels[:, :, 2::-1].astype(int) - [253, 231, 37]).max(2) < 30).sum())


def test_surfaces_are_computed_off_the_gui_thread(qtbot, page, monkeypatch):
    threads = []

    def spied(functions, selected, settings):
        threads.append(threading.current_thread())
        yield from ()

    monkeypatch.setattr("gui.pages.surface_state.surface_steps", spied)
    changed(qtbot, page, settings=replace(page.state.settings, points=30))
    assert threads
    assert threading.main_thread() not in threads


def press(page, panel, x, y):
    """A click at values of a panel."""
    drawn = page.plot._canvas.panels[panel]
    at = QPointF(drawn.x_at(x), drawn.y_at(y)).toPoint()
    QTest.mouseClick(page.plot._canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_one_cursor_for_map_slices_relief_and_numbers(page):
    press(page, 0, -1.0, 2.0)
    x1, x2 = page.cursor_place
    assert (x1, x2) == (pytest.approx(-1.0, abs=0.05), pytest.approx(2.0, abs=0.05))
    press(page, 2, 0.5, 1.0)
    assert page.cursor_place == (pytest.approx(0.5, abs=0.05), x2)
    press(page, 1, 1.0, -2.0)
    x1, x2 = page.cursor_place
    assert x2 == pytest.approx(-2.0, abs=0.05)
    figure = page.picture()
    [cursor] = {panel.cursor for panel in figure.panels if panel.cursor}
    assert cursor == pytest.approx((x1, x2), abs=0.002)
    z = figure.panels[-1].facts[0][1]
    [upright], [under] = figure.panels[2].marks, figure.panels[3].marks
    assert (upright.x, under.y) == (z, z)
    assert page.relief.painted._cursor == figure.panels[0].cursor


def test_arrows_move_the_cursor_within_the_square(page):
    page._put_cursor((2.99, 0.0))
    for _ in range(3):
        QTest.keyClick(page.plot, Qt.Key.Key_Right)
    QTest.keyClick(page.plot, Qt.Key.Key_Up)
    QTest.keyClick(page.plot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.cursor_place == (3.0, pytest.approx(-0.27))


def test_a_map_is_not_zoomed(page):
    before = page.plot.shown
    canvas = page.plot._canvas
    rect = canvas.panels[0].rect.toRect()
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    QTest.mouseMove(canvas.viewport(), rect.center() + QPoint(30, 30))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton,
                       pos=rect.center() + QPoint(30, 30))
    assert (page.plot.shown.across, page.plot.shown.up) == (before.across, before.up)


def test_colour_view_and_parameters_are_taken_back(qtbot, page):
    first = page.state
    page.controls._colour_chosen("value")
    assert page.picture().panels[0].relief.heat_map.signed
    page.controls._view_chosen("map")
    assert not page.relief.isVisible()
    assert page.picture().panels[0].heat_map is not None
    form = page.panel.functions._forms["elu"]
    for alpha in (1.5, 2.0, 2.5):
        form.changed.emit({"alpha": alpha})
    assert page.can_undo() == (True, False)
    page.undo()
    assert dict(page.state.functions)["elu"] == {"alpha": 1.0}
    page.undo()
    page.undo()
    assert page.state == first
    assert page.can_undo() == (False, True)
    page.redo()
    assert page.state.colour == "value"
    qtbot.waitUntil(lambda: not page.runner.running)


def test_range_and_grid_come_from_the_form(qtbot, page):
    with qtbot.waitSignal(page.runner.finished):
        page.panel._form_changed({"low": -1.0, "high": 4.0, "points": 40, "contours": 0,
                                  "colours": "cividis"})
    heat_map = page.picture().panels[0].relief.heat_map
    np.testing.assert_array_equal(heat_map.x, np.linspace(-1, 4, 40))
    assert (heat_map.contours, heat_map.colours) == ((), "cividis")


def test_colours_are_offered_where_they_are_used(qtbot, page):
    choice = page.panel._form.control("colours")
    for key, by_value in (("elu", False), ("sigmoid", True)):
        changed(qtbot, page, functions=((key, find(key).defaults),), selected=key, colour="value")
        assert choice.isEnabled() is by_value
        assert ("zero" in choice.toolTip()) is not by_value
        page.controls.changed.emit({"colour": "gradient"})
        assert choice.isEnabled()


def test_an_empty_square_is_refused_with_a_sentence(qtbot, page):
    with qtbot.waitSignal(page.message) as said:
        page.panel._form.control("low").field.setValue(5.0)
    assert "from a smaller to a greater" in said.args[1]
    assert page.state.settings.low == -3.0
    assert page.panel._form.values()["low"] == -3.0


def typed(field, text):
    field.selectAll()
    QTest.keyClicks(field, text)


def test_an_end_is_judged_when_it_is_typed(qtbot, page):
    """On the way to 15 there is a 1, which lies below the other end."""
    said = []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    form = page.panel._form
    changed(qtbot, page, settings=replace(page.state.settings, low=2.0, high=10.0))
    said.clear()
    typed(form.control("high").field, "15")
    assert said == [] and page.state.settings.high == 10.0
    with qtbot.waitSignal(page.runner.finished):
        QTest.keyClick(form.control("high").field, Qt.Key.Key_Return)
    assert page.state.settings.high == 15.0 and not any(said)
    typed(form.control("high").field, "1")
    QTest.keyClick(form.control("high").field, Qt.Key.Key_Return)
    assert "from a smaller to a greater number, got 2 to 1" in said[-1]
    assert form.values()["high"] == page.state.settings.high == 15.0


@pytest.mark.parametrize(("name", "text", "before", "sentence"), [
    ("points", "1000", 128, "Grid must be between 2 and 400, got 1000."),
    ("low", "-1e9", -3.0, "From must be between -1000000 and 1000000, got -1000000000."),
])
def test_a_refused_value_leaves_the_one_before(page, name, text, before, sentence):
    said = []
    page.message.connect(lambda kind, sentence: said.append(sentence))
    field = page.panel._form.control(name).field
    typed(field, text)
    assert said == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == [sentence]
    assert getattr(page.state.settings, name) == page.panel._form.values()[name] == before


@pytest.mark.parametrize(("low", "high"), [(1e6 - 1e-9, 1e6), (-1e6, -1e6 + 1e-5)])
def test_a_square_that_is_too_narrow_for_float64_is_refused(low, high):
    with pytest.raises(InputError, match="too narrow"):
        SurfaceSettings(low, high).validated()


@pytest.mark.parametrize(("low", "high"), [(1e6 - 0.01, 1e6), (-1e-9, 1e-9), (1.0, 1.0 + 1e-7)])
def test_narrow_squares_are_painted(qapp, low, high):
    SurfaceSettings(low, high).validated()
    figure = surface_figure(surface_of("gelu", low, high), "gradient")
    assert len(png_bytes(figure, (400, 300), 1)) > 1000


def test_the_gallery_has_one_scale_and_chooses(qtbot, page):
    page.controls._view_chosen("gallery")
    maps = page.picture().panels[0].gallery.heat_maps
    assert len(maps) == 6
    assert len({one.limits for one in maps}) == 1
    assert maps[0].limits[1] == pytest.approx(max(np.nanmax(one.values) for one in maps))
    cell = page.gallery.cells()[4]
    with qtbot.waitSignal(page.runner.finished):
        QTest.mouseClick(page.gallery, Qt.MouseButton.LeftButton, pos=cell.center().toPoint())
    assert page.state.selected == "tanh"
    page.undo()
    assert page.can_undo() == (False, True)
    page.controls._view_chosen("both")
    assert page.picture().panels[0].relief.heat_map.key == "tanh"
    with qtbot.waitSignal(page.runner.finished):
        QTest.keyClick(page.strip, Qt.Key.Key_Right)
    assert page.state.selected == "sigmoid"


def test_one_steep_function_does_not_darken_the_gallery():
    calm = [surface_of(key).surface for key in ("relu", "tanh", "gelu")]
    steep = next(surfaces([("leaky_relu", {"negative_slope": 1.0}), ("elu", {"alpha": 10.0})],
                          -3.0, 3.0, 24))
    assert not any(gallery_figure([*calm, steep], "gradient").panels[0].gallery.heat_maps[0].beyond)
    wild = mapped(next(surfaces([("elu", {"alpha": 10.0})], -3.0, 3.0, 24)), 0).surface
    maps = gallery_figure([*calm, wild], "gradient").panels[0].gallery.heat_maps
    assert maps[0].beyond == (False, True)
    assert maps[0].limits[1] < 7 < np.nanmax(maps[3].values)


def test_no_function_leaves_an_empty_page_that_recovers(qtbot, page):
    page.panel.functions.picker._clear()
    qtbot.waitUntil(lambda: not page.runner.running)
    assert page.picture() is None
    assert page.status() == ()
    assert page._nothing.isVisible() and "No function is shown" in page._nothing.text()
    assert not page.relief.isVisible() and not page.strip.isVisible()
    page.panel.functions.set_functions(["relu"])
    with qtbot.waitSignal(page.runner.finished):
        page._functions_changed()
    assert page.picture().panels[0].relief.heat_map.key == "relu"
    assert page.relief.isVisible() and not page._nothing.isVisible()


def test_little_room_takes_the_small_maps_away_first(page):
    assert page._strip_area.isVisible()
    page.resize(952, 300)
    assert not page._strip_area.isVisible() and page.relief.isVisible()
    page.resize(952, 700)
    assert page._strip_area.isVisible()


def test_turning_changes_the_view_that_is_exported(qtbot, page):
    painted = page.relief.painted
    at = painted.rect().center()
    QTest.mousePress(painted, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(painted, at + QPoint(-40, 20))
    QTest.mouseRelease(painted, Qt.MouseButton.LeftButton, pos=at + QPoint(-40, 20))
    relief = page.picture().panels[0].relief
    assert (relief.azimuth, relief.elevation) == (56.0, 40.0)
    assert painted.relief.azimuth == 56.0
    QTest.keyClick(painted, Qt.Key.Key_Left)
    assert page.picture().panels[0].relief.azimuth == 51.0
    page.reset_view()
    assert page.picture().panels[0].relief.azimuth == 36.0


@pytest.mark.parametrize(("width", "height"), [(640, 360), (952, 520), (1600, 800)])
def test_the_map_and_its_slices_take_all_the_width(qapp, width, height):
    figure = surface_figure(surface_of("gelu"), "gradient", view=None)
    places = places_of(figure, width, height, 0.0, Look())
    square, beside, under, _ = (place.rect for place in places)
    assert all(place.seen for place in places)
    assert square.width() == square.height() > 0.45 * height
    assert width - 25 <= beside.right() <= width
    assert (beside.top(), beside.height()) == (square.top(), square.height())
    assert under.top() > square.bottom() and under.bottom() < height - 20


def test_in_little_room_the_map_stands_alone(qapp):
    figure = surface_figure(surface_of("gelu"), "gradient", view=None)
    square, *others = places_of(figure, 240, 260, 0.0, Look())
    assert square.seen and square.labels_x and square.rect.width() >= 150
    assert not any(place.seen for place in others)


def label_places(figure, size=500):
    """Where each contour of the map has its number, with the map over the whole picture."""
    heat_map, cursor = figure.panels[0].heat_map, figure.panels[0].cursor
    rect = QRectF(0, 0, size, size)
    low, wide = heat_map.x[0], heat_map.x[-1] - heat_map.x[0]
    at = QPointF((cursor[0] - low) / wide * size, size - (cursor[1] - low) / wide * size)
    found = [_label_place((line.x - low) / wide * size, size - (line.y - low) / wide * size, rect,
                          [], Look(), cursor=at) for line in heat_map.contours]
    return at, [place for place in found if place is not None]


def test_no_number_of_a_contour_stands_under_the_cursor():
    for cursor in ((1.1, -1.3), (2.0, 1.0), (0.6, 0.6)):
        at, places = label_places(surface_figure(surface_of("gelu"), "value", view=None,
                                                 cursor=cursor))
        assert len(places) >= 4
        assert all(abs(place.x() - at.x()) > 12 and abs(place.y() - at.y()) > 8
                   for place in places)


def test_the_scale_says_which_end_is_passed():
    many = [surface_of(key).surface for key in ("relu", "sigmoid", "tanh", "exp")
            if catalogue().get(key)]
    wild = next(surfaces([("elu", {"alpha": 10.0})], -3.0, 3.0, 24))
    for shown in ([*many, wild], many):
        for colour in ("value", "gradient"):
            maps = gallery_figure(shown, colour).panels[0].gallery.heat_maps
            low, high = maps[0].limits
            values = np.concatenate([one.values.ravel() for one in maps])
            assert {one.beyond for one in maps} == {(
                bool(np.nanmin(values) < low), bool(np.nanmax(values) > high))}


def test_a_page_in_another_window_takes_over(qtbot, page):
    page._put_cursor((0.5, 0.25))
    page._turned(80.0, 10.0)
    page.set_state(replace(page.state, colour="value", view="map"))
    other = SurfacePage()
    for part in (other, other.left, other.bar):
        qtbot.addWidget(part)
    other.carry(page.carried())
    assert other.state == page.state
    assert other.cursor_place == (0.5, 0.25)
    assert other.controls._view.key == "map"
    other.close_work()


# --- pictures -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("colour", ["value", "gradient"])
def test_every_picture_is_painted(qapp, name, colour):
    shown = surface_of("relu")
    pictures = [surface_figure(shown, colour), surface_figure(shown, colour, view=None),
                surface_figure(shown, colour, only_relief=True),
                gallery_figure([shown.surface] * 3, colour)]
    for figure in pictures:
        image = QImage.fromData(png_bytes(figure, (600, 400), 1, name))
        assert len({image.pixel(x, y) for x in range(0, 600, 3) for y in range(0, 400, 3)}) > 8


def test_map_pixels_are_the_values_at_their_places(qapp):
    shown = replace(surface_of("tanh", points=64), contours=())
    canvas = PlotCanvas(look=Look(theme.LIGHT, exact=True))
    canvas.resize(500, 420)
    figure = surface_figure(shown, "gradient", view=None, cursor=(-3.0, -3.0))
    canvas.show_figure(figure, Shown())
    place = canvas.panels[0].rect
    picture = QImage(500, 420, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    canvas.paint_picture(painter)
    painter.end()
    canvas.deleteLater()
    heat_map = figure.panels[0].heat_map
    for x1, x2 in ((0.0, -2.5), (-2.0, 0.1), (-1.5, -1.5)):
        gradient = np.hypot(1 / np.cosh(x1) ** 2, 1 / np.cosh(x2) ** 2)
        wanted = colour_maps.shades(np.array(gradient), heat_map, theme.LIGHT)[:3].astype(int)
        at = (place.left() + (x1 + 3) / 6 * place.width(),
              place.bottom() - (x2 + 3) / 6 * place.height())
        got = picture.pixelColor(int(at[0]), int(at[1])).getRgb()[:3]
        assert np.abs(np.array(got) - wanted).max() <= 12, (x1, x2)


def test_a_kink_on_the_grid_is_no_trench():
    shown = surface_of("relu", points=25)
    values = shown.surface.gradient
    assert np.isnan(values[12]).all()
    filled = colour_maps.filled(values)
    assert np.isfinite(filled).all()
    assert set(np.round(filled.ravel(), 6)) == {0.0, 1.0, round(2**0.5, 6)}


def test_signed_values_have_zero_in_the_middle():
    heat_map = surface_figure(surface_of("gelu"), "value", view=None).panels[0].heat_map
    assert heat_map.signed
    low, high = heat_map.limits
    assert low == -high
    middle = colour_maps.shades(np.array([0.0, low, high, np.nan, np.inf]), heat_map, theme.LIGHT)
    assert middle[0, :3].min() > 235
    assert middle[1, 2] > middle[1, 0] and middle[2, 0] > middle[2, 2]
    assert middle[3, 3] == 0
    assert (middle[4] == middle[2]).all()


@pytest.mark.parametrize("key", ["identity", "binary_step"])
@pytest.mark.parametrize("colour", ["value", "gradient"])
def test_flat_and_jumping_surfaces_are_painted(qapp, key, colour):
    figure = surface_figure(surface_of(key, points=11), colour)
    low, high = figure.panels[0].relief.heat_map.limits
    assert low < high
    assert len(png_bytes(figure, (500, 400), 1)) > 1000
    assert csv_text(figure).count("\n") > 121


def test_heights_that_are_not_finite_leave_a_hole(qapp):
    shown = surface_of("relu", points=12)
    z = shown.surface.z
    z[3, :] = np.inf
    z[7, 2] = np.nan
    figure = surface_figure(shown, "gradient")
    assert len(png_bytes(figure, (500, 400), 1)) > 1000
    scene = Scene(figure.panels[0].relief)
    assert np.isnan(scene.z[3]).all() and np.isfinite(scene.z[4]).all()


# --- space --------------------------------------------------------------------------------------


def relief_of(key="identity", **view):
    return surface_figure(surface_of(key, points=30), "value", **view).panels[0].relief


def test_the_cube_lies_within_the_picture_from_everywhere():
    corners = np.array([(x, y, z) for x in (-1, 1) for y in (-1, 1) for z in (-0.78, 0.78)])
    for azimuth in range(0, 360, 30):
        for elevation in (0, 30, 60, 90):
            seen = Camera(azimuth, elevation, 520, 460).project(corners)
            assert (seen[:, 0] > 0).all() and (seen[:, 0] < 520).all()
            assert (seen[:, 1] > 0).all() and (seen[:, 1] < 460).all()


def test_the_camera_sees_as_a_pinhole_does():
    """Against the textbook matrices: rotate, push away, divide by the depth."""
    camera = Camera(36.0, 30.0, 600, 500)
    point = np.array([0.4, -0.7, 0.2])
    turn, tilt = np.radians(36 + 180), np.radians(30)
    about_z = np.array([[np.cos(turn), np.sin(turn), 0], [-np.sin(turn), np.cos(turn), 0],
                        [0, 0, 1]])
    about_y = np.array([[np.cos(tilt), 0, np.sin(tilt)], [0, 1, 0],
                        [-np.sin(tilt), 0, np.cos(tilt)]])
    towards, right, up = about_y @ about_z @ point
    depth = camera.distance - towards
    focal = 300 / np.tan(np.radians(camera.field_of_view) / 2)
    np.testing.assert_allclose(camera.project(point), (
        300 + right * focal / depth, 250 - up * focal / depth, depth), atol=1e-9)


def test_points_behind_the_surface_are_hidden():
    """GELU rises towards (1, 1): from there the low corner lies behind the slope."""
    scene = Scene(relief_of("gelu"))
    corner = np.array([[-0.9, -0.9, float(scene.z[1, 1])]])
    assert scene.visible(corner, Camera(36.0, 10.0, 500, 500))[0]
    assert not scene.visible(corner, Camera(216.0, 5.0, 500, 500))[0]
    along_x, _ = scene.slices((-2.0, -2.9))
    assert scene.visible(along_x, Camera(36.0, 10.0, 500, 500)).mean() > 0.9


def test_a_jump_tears_the_surface():
    scene = Scene(relief_of("binary_step"))
    whole = scene.whole_cells()
    assert not whole[14].any() and not whole[:, 14].any()
    assert whole.sum() == 28 * 28
    for line in scene.grid_lines():
        assert np.ptp(line[:, 2]) == 0
    along_x, _ = scene.slices((1.0, 1.0))
    assert np.isnan(along_x[15]).all() and np.isfinite(along_x[14]).all()
    assert Scene(relief_of("relu")).whole_cells().all()


def test_slices_and_point_lie_on_the_surface():
    scene = Scene(relief_of("identity"))
    x, y, z = scene.point((1.5, -0.6))
    assert (x, y) == (pytest.approx(0.5), pytest.approx(-0.2))
    low, high = -6 - 0.6, 6 + 0.6
    assert z == pytest.approx(0.78 * ((1.5 - 0.6 - low) / (high - low) * 2 - 1), abs=1e-9)


def test_the_height_field_refines_after_it_settled(qtbot):
    view = HeightFieldView()
    qtbot.addWidget(view)
    view.resize(300, 280)
    view.show()
    view.show_relief(relief_of("tanh"), (0.5, 0.5))
    view.grab()
    fine = len(view._sight.scene.x)
    view.show_relief(relief_of("tanh", view=(90.0, 20.0)), (0.5, 0.5))
    view.grab()
    assert view._coarse and len(view._sight.scene.x) <= fine
    qtbot.waitUntil(lambda: not view._coarse)
    view.grab()
    picture = view._picture
    view.show_relief(view.relief, (1.0, 1.0))
    view.grab()
    assert view._picture is picture


def test_changes_of_one_thing_are_one_step():
    changes = Changes()
    for before in (0, 1, 2):
        changes.note(before, frozenset({"a"}))
    changes.note(3, frozenset({"b"}))
    assert changes.back(4) == 3
    assert changes.back(3) == 0
    assert changes.back(0) is None
    assert changes.again(0) == 3


# --- OpenGL -------------------------------------------------------------------------------------


@pytest.fixture
def on_a_screen(monkeypatch):
    """As if the window system were one that may have OpenGL."""
    monkeypatch.delenv(SWITCH, raising=False)
    monkeypatch.delenv("PYOPENGL_PLATFORM", raising=False)
    monkeypatch.setattr(opengl_probe, "_PLATFORMS", ("offscreen",))
    monkeypatch.setattr(opengl_probe, "_works", [])


CHILDREN = {"crashes": "import os; os.abort()", "draws nothing": "raise SystemExit(1)"}


@pytest.mark.parametrize("child", CHILDREN.values(), ids=CHILDREN)
def test_a_driver_that_crashes_does_so_in_another_process(qtbot, on_a_screen, monkeypatch, child):
    monkeypatch.setattr(opengl_probe, "child_command", lambda: [sys.executable, "-c", child])
    view = ReliefView()
    qtbot.addWidget(view)
    view.show()
    qtbot.waitUntil(lambda: not view.probe.running, timeout=20_000)
    assert not view.by_opengl
    assert "its test drew nothing" in view.notice.text()
    assert view.notice.isVisible()


def test_a_driver_that_hangs_is_given_up(qtbot, on_a_screen, monkeypatch):
    monkeypatch.setattr(opengl_probe, "child_command",
                        lambda: [sys.executable, "-c", "import time; time.sleep(60)"])
    probe = OpenGLProbe()
    probe._limit.setInterval(200)
    with qtbot.waitSignal(probe.answered) as said:
        probe.start()
    assert "did not end" in said.args[0]
    assert not probe.running


def test_a_program_that_is_gone_is_said(qtbot, on_a_screen, monkeypatch):
    monkeypatch.setattr(opengl_probe, "child_command", lambda: ["/nowhere/at/all"])
    probe = OpenGLProbe()
    with qtbot.waitSignal(probe.answered) as said:
        probe.start()
    assert "did not start" in said.args[0]


def test_the_second_choice_is_kept(qtbot, on_a_screen, monkeypatch):
    monkeypatch.setenv("PYOPENGL_PLATFORM", "")
    monkeypatch.delenv("PYOPENGL_PLATFORM")
    code = "import os; raise SystemExit(os.environ.get('PYOPENGL_PLATFORM') != 'egl')"
    monkeypatch.setattr(opengl_probe, "child_command", lambda: [sys.executable, "-c", code])
    probe = OpenGLProbe()
    probe._choices = ["", "egl"]
    with qtbot.waitSignal(probe.answered) as said:
        probe.start()
    assert said.args == [""]
    assert opengl_probe.os.environ["PYOPENGL_PLATFORM"] == "egl"


def test_the_switch_is_obeyed(qtbot, on_a_screen, monkeypatch):
    monkeypatch.setenv(SWITCH, "off")
    view = ReliefView()
    qtbot.addWidget(view)
    view.show()
    assert not view.probe.running
    assert SWITCH in view.notice.text()


def test_without_a_screen_the_child_says_no_and_ends():
    done = subprocess.run([*opengl_probe.child_command()], cwd=ROOT, check=False,
                          capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert "offscreen" in done.stderr


def test_opengl_is_not_loaded_before_it_is_known_to_work():
    code = """
import sys
from gui.application import make_application
app = make_application()
from gui.pages.surface import SurfacePage
page = SurfacePage()
page.show()
app.processEvents()
assert not page.relief.by_opengl
assert not [name for name in sys.modules if name.split(".")[0] == "OpenGL"
            or name.startswith("pyqtgraph.opengl")]
page.close_work()
import shiboken6
shiboken6.delete(page)
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, timeout=120)


def test_a_scale_of_colours_stays_within_its_room(qapp):
    heat_map = surface_figure(surface_of("gelu"), "value", view=None).panels[0].heat_map
    look, picture = Look(theme.LIGHT, exact=True), QImage(900, 60, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    free = paint_bar(painter, QPointF(0, 30), heat_map, look)
    ends = [paint_bar(painter, QPointF(0, 30), heat_map, look, right)
            for right in (free + 1, free - 40, free - 90)]
    painter.end()
    assert ends[0] == free < 900
    assert free - 42 <= ends[1] <= free - 39
    assert free - 92 <= ends[2] <= free - 89
