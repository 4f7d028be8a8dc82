"""The program's own fonts: Inter, Noto Sans SC for Chinese, DejaVu Sans Mono for code."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from engine.errors import StorageError
from engine.storage.folders import resources_folder
from gui import preferences

FAMILIES = ["Inter", "Noto Sans SC"]
MONOSPACED = ["DejaVu Sans Mono", "Noto Sans SC"]
FILES = (
    "Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf",
    "NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf", "DejaVuSansMono.ttf",
)

class _Role(NamedTuple):
    size: int
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False
    families: list[str] = FAMILIES


ROLES: dict[str, _Role] = {
    "title": _Role(20, QFont.Weight.DemiBold),
    "headline": _Role(15, QFont.Weight.DemiBold),
    "lesson": _Role(14),
    "body": _Role(13),
    "strong": _Role(13, QFont.Weight.DemiBold),
    "section": _Role(12, QFont.Weight.DemiBold),
    "small": _Role(12),
    "axis": _Role(14, QFont.Weight.DemiBold, italic=True),
    "rail": _Role(11),
    "code": _Role(12, families=MONOSPACED),
}
"""What a text is for; sizes in pixels at a font scale of 1. `small` is for axis titles,
readouts, heads of tables and the status bar; `axis` for the name of an axis such as f(x)."""

class _Shown(QObject):
    """The scale in use; tells when it changes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scale = 1.0
        self.loaded: dict[str, tuple[str, ...]] = {}


_shown = _Shown()
changed = _shown.changed
"""Emitted after the application's font has changed."""


def load() -> tuple[str, ...]:
    """The families of the program's fonts, read once after QApplication is made.

    Raises StorageError where a file is missing or no font.
    """
    for name in FILES:
        if name not in _shown.loaded:
            path = resources_folder() / "fonts" / name
            number = QFontDatabase.addApplicationFont(str(path))
            if number < 0:
                raise StorageError("The font {file} cannot be read. Install the program again.",
                                   file=str(path))
            _shown.loaded[name] = tuple(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted({family for families in _shown.loaded.values() for family in families}))


def apply(app: QApplication) -> None:
    """Loads the fonts and gives the application its font at the scale in the preferences."""
    load()
    _shown.scale = preferences.font_scale()
    app.setFont(font("body"))
    changed.emit()


def scale() -> float:
    """The user's font scale in use, 1 to 2."""
    return _shown.scale


def pixels(size: float) -> int:
    """A size in pixels times the user's font scale."""
    return round(size * scale())


def font(role: str = "body") -> QFont:
    """The font of a role (see ROLES) at the user's scale, with digits of one width."""
    wanted = ROLES[role]
    made = QFont()
    made.setFamilies(wanted.families)
    made.setPixelSize(pixels(wanted.size))
    made.setWeight(wanted.weight)
    made.setItalic(wanted.italic)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
