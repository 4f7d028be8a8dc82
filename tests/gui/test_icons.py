"""Every icon is drawn in the colour of its role, and in the other theme's after a change."""

import gc
import xml.etree.ElementTree as Tree

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap

from gui import icons, theme

NAMES = sorted(path.stem for path in icons.icon_folder().glob("*.svg") if path.stem != "app")
NEEDED = {
    "catalogue", "check", "close", "copy", "crosshair", "data", "device", "down", "error",
    "export", "fit", "folder", "function", "kink", "left", "neurons", "pause", "play", "redo",
    "reset", "right", "runs", "search", "settings", "single", "sort", "stacked", "stop",
    "tangent", "training", "undo", "warning",
}


def strongest(pixmap):
    """The most opaque pixel's colour."""
    image = pixmap.toImage()
    return max((image.pixelColor(x, y) for x in range(image.width())
                for y in range(image.height())), key=QColor.alpha)


def test_all_that_the_window_needs_are_there():
    assert set(NAMES) >= NEEDED


@pytest.mark.parametrize("name", NAMES)
def test_icon_keeps_the_rules_of_the_set(qapp, name):
    root = Tree.parse(icons.icon_folder() / f"{name}.svg").getroot()
    assert root.get("viewBox") == "0 0 20 20" and root.get("stroke-width") == "1.5"
    assert root.get("stroke") == "currentColor" and root.get("stroke-linecap") == "round"
    colour = strongest(icons.icon(name).pixmap(QSize(40, 40)))
    assert colour.alpha() > 200 and colour.rgb() == QColor(theme.current().text).rgb()


def test_icon_follows_the_theme_state_and_mode(qapp):
    icon = icons.icon("stop", "danger")
    assert strongest(icon.pixmap(20, 20)).rgb() == QColor(theme.LIGHT.danger).rgb()
    theme.apply(qapp, "dark")
    try:
        assert strongest(icon.pixmap(20, 20)).rgb() == QColor(theme.DARK.danger).rgb()
        on = icon.pixmap(QSize(20, 20), QIcon.Mode.Normal, QIcon.State.On)
        assert strongest(on).rgb() == QColor(theme.DARK.accent).rgb()
    finally:
        theme.apply(qapp, "light")
    faded = strongest(icon.pixmap(QSize(20, 20), QIcon.Mode.Disabled))
    assert 0 < faded.alpha() < 128


def test_a_changed_copy_of_an_icon_lives_on(qapp):
    """Qt asks the engine for a copy and then owns it; Python must not free it as well."""
    for _ in range(20):
        copy = QIcon(icons.icon("undo"))
        copy.addPixmap(QPixmap(3, 3))
        gc.collect()
        assert not copy.pixmap(20, 20).isNull()
        del copy
    gc.collect()


def test_unknown_names_are_refused(qapp):
    with pytest.raises(KeyError, match="nothing"):
        icons.icon("nothing")
    with pytest.raises(KeyError, match="blue"):
        icons.icon("undo", "blue")


def test_pixmap_is_sharp_at_any_ratio(qapp):
    made = icons.pixmap("error", "danger", 30, 2.0)
    assert made.width() == 60 and made.devicePixelRatio() == 2


def test_application_icon_has_all_sizes(qapp):
    sizes = {size.width() for size in icons.application_icon().availableSizes()}
    assert {16, 32, 48, 256} <= sizes
