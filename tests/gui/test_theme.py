"""Colours keep the contrasts that the design measured; a function looks the same everywhere."""

import itertools
import re
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFocusFrame, QLineEdit, QPushButton, QVBoxLayout, QWidget

from engine.activations import catalogue
from gui import fonts, styles, theme
from gui.theme import DARK, FIXED, FREE, LIGHT, LineStyle

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour):
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def luminance(colour):
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))


def contrast(a, b):
    """WCAG 2.2, relative luminance."""
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def oklab(colour):
    """Ottosson 2020."""
    r, g, b = linear(colour)
    cone = [(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3),
            (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3),
            (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)]
    rows = ((0.2104542553, 0.7936177850, -0.0040720468),
            (1.9779984951, -2.4285922050, 0.4505937099),
            (0.0259040371, 0.7827717662, -0.8086757660))
    return [sum(w * c for w, c in zip(row, cone, strict=True)) for row in rows]


@THEMES
def test_contrasts_are_those_of_the_design(tokens):
    for ground in (tokens.window, tokens.surface, tokens.field, tokens.plot_ground):
        assert contrast(tokens.text, ground) >= 9.4
        assert contrast(tokens.secondary, ground) >= 5.1
        for name in ("accent", "danger", "warning", "success"):
            assert contrast(getattr(tokens, name), ground) >= 4.5, name
        assert contrast(tokens.outline, ground) >= 3.0
    assert contrast(tokens.text, tokens.selection) >= 7
    assert contrast(tokens.on_accent, tokens.accent) >= 4.9
    assert contrast(tokens.danger, tokens.danger_ground) >= 4.5
    assert contrast(tokens.warning, tokens.warning_ground) >= 4.5


@pytest.mark.parametrize(("tokens", "least_contrast", "least_distance"),
                         [(LIGHT, 3.2, 0.099), (DARK, 4.5, 0.107)], ids=["light", "dark"])
def test_function_colours_can_be_told_apart(tokens, least_contrast, least_distance):
    assert len(tokens.functions) == 12
    assert min(contrast(c, tokens.plot_ground) for c in tokens.functions) >= least_contrast
    distances = [sum((p - q) ** 2 for p, q in zip(oklab(a), oklab(b), strict=True)) ** 0.5
                 for a, b in itertools.combinations(tokens.functions, 2)]
    assert min(distances) >= least_distance - 5e-4


def test_fixed_looks_are_unique_and_leave_47():
    assert len(set(FIXED.values())) == len(FIXED) == 25
    assert len(FREE) == 47 and not set(FREE) & set(FIXED.values())
    assert FIXED["gelu"] == (0, theme.SOLID) and FIXED["none"] == (11, theme.DASH)
    assert set(FIXED) - {"none"} <= set(catalogue()) | {"telu", "staf", "trainable_elu"}


def test_other_functions_take_a_pair_by_crc32():
    free = [(c, d) for c in range(12) for d in range(6) if (c, d) not in set(FIXED.values())]
    for key in ("gelu_tanh", "my_function", "swigelu", "函数"):
        assert theme.style_of(key) == free[zlib.crc32(key.encode("utf-8")) % 47]


def colliding_keys(count):
    """Keys that all want the same pair."""
    groups = {}
    for number in range(10_000):
        group = groups.setdefault(theme.style_of(f"own{number}"), [])
        group.append(f"own{number}")
        if len(group) == count:
            return group


def test_a_later_one_that_collides_takes_the_next_free_pair():
    first, second, third = colliding_keys(3)
    start = FREE.index(theme.style_of(first))
    styles_shown = theme.styles_for(["relu", first, second, third, first])
    assert styles_shown == {"relu": FIXED["relu"], first: FREE[start],
                            second: FREE[(start + 1) % 47], third: FREE[(start + 2) % 47]}
    assert theme.styles_for([third])[third] == FREE[start]


def test_more_functions_than_pairs_still_all_have_a_look():
    shown = theme.styles_for([f"own{number}" for number in range(60)])
    assert len(shown) == 60 and set(shown.values()) == set(FREE)


def test_pen_has_the_colour_and_the_dash():
    pen = LineStyle(1, theme.DASHDOT).pen(DARK)
    assert pen.color() == QColor("#F77F14") and pen.isCosmetic() and pen.width() == 1
    assert pen.dashPattern() == [9, 3, 2, 3]
    assert LineStyle(0, theme.SOLID).pen(LIGHT).style() == Qt.PenStyle.SolidLine


@THEMES
def test_neuron_states_differ_by_pattern_too(tokens):
    states = ("dead", "constant", "saturated", "barely_alive", "others")
    looks = [theme.neuron_brush(state, tokens) for state in states]
    assert len({colour.name() for colour, _ in looks}) == 5
    assert [brush.style() if brush else None for _, brush in looks[:3]] == [
        Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.HorPattern, Qt.BrushStyle.Dense6Pattern]
    assert looks[0][0] == QColor(tokens.danger) and looks[3][1] is None


@THEMES
def test_palette_takes_its_roles_from_the_tokens(tokens):
    made, role = theme.palette(tokens), QPalette.ColorRole
    for wanted, of in ((role.Window, "window"), (role.Base, "field"), (role.Text, "text"),
                       (role.Highlight, "accent"), (role.Accent, "accent"), (role.Mid, "hairline"),
                       (role.Dark, "outline"), (role.PlaceholderText, "secondary")):
        assert made.color(wanted) == QColor(getattr(tokens, of)), of
    disabled = QPalette.ColorGroup.Disabled
    assert made.color(disabled, role.Text) == QColor(tokens.secondary)


@THEMES
def test_style_sheet_is_filled_and_its_pictures_exist(tokens):
    sheet = styles.sheet(tokens)
    assert "$" not in sheet and tokens.accent in sheet
    paths = re.findall(r"url\(([^)]+)\)", sheet)
    assert len(set(paths)) >= 8
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        assert "{" not in text and "currentColor" not in text


def test_mixing_is_what_opacity_gives():
    assert styles.mixed("#000000", "#FFFFFF", 0.25) == "#bfbfbf"
    assert styles.mixed("#0B6E7F", "#F4F5F7", 1.0) == "#0b6e7f"


@pytest.fixture
def light_again(qapp):
    yield
    theme.apply(qapp, "light")


def test_apply_changes_everything_then_tells(qapp, light_again):
    seen = []

    def look():
        seen.append((theme.current().name, qapp.palette().color(QPalette.ColorRole.Window).name(),
                     theme.current().window in qapp.styleSheet()))

    theme.changed.connect(look)
    theme.apply(qapp, "dark")
    theme.apply(qapp, "light")
    theme.apply(qapp, "system")
    theme.changed.disconnect(look)
    assert seen[:2] == [("dark", "#1b1f25", True), ("light", "#f4f5f7", True)]
    assert seen[-1][0] in ("light", "dark")
    with pytest.raises(KeyError):
        theme.apply(qapp, "blue")


def test_a_larger_font_scale_reaches_the_style_sheet(qapp, monkeypatch):
    monkeypatch.setattr(fonts.preferences, "font_scale", lambda: 2.0)
    fonts.apply(qapp)
    try:
        assert qapp.font().pixelSize() == 26
        assert 'QLabel[role="title"] { font-size: 40px' in qapp.styleSheet()
    finally:
        monkeypatch.undo()
        fonts.apply(qapp)
    assert qapp.font().pixelSize() == 13


def test_focus_frame_follows_the_keyboard(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field, button = QLineEdit(), QPushButton("x")
    column.addWidget(field)
    column.addWidget(button)
    window.show()
    window.activateWindow()
    for widget in (field, button):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        frames = [f for f in window.findChildren(QFocusFrame) if f.widget() is widget]
        assert len(frames) == 1 and frames[0].isVisible()
        assert frames[0].palette().color(QPalette.ColorRole.WindowText) == \
            QColor(theme.current().accent)
