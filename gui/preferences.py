"""What the program remembers between two starts: look, language, folders, the window's place.

Kept in one ini file. A place that cannot be written or read costs the memory, never the program:
what is set then holds until the program ends.
"""

from __future__ import annotations

import math
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from engine.storage.folders import data_folder

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "zh_CN")
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0

_THEME, _LANGUAGE, _SCALE = "appearance/theme", "appearance/language", "appearance/font_scale"
_DRAFT = "function/draft"
_DATA, _EXPORT, _GEOMETRY = "folders/data", "folders/export", "window/geometry"

_open: dict[Path, QSettings] = {}


def file() -> Path:
    """The ini file: in the data folder, or in ACTIVATION_LAB_HOME where that is set."""
    home = os.environ.get("ACTIVATION_LAB_HOME")
    return (Path(home) if home else data_folder()) / "preferences.ini"


def _settings() -> QSettings:
    path = file()
    if path not in _open:
        _open[path] = QSettings(str(path), QSettings.Format.IniFormat)
        _open[path].setFallbacksEnabled(False)
    return _open[path]


def _set(name: str, value: Any) -> None:
    settings = _settings()
    settings.setValue(name, value)
    settings.sync()


def _text(name: str, allowed: tuple[str, ...], default: str) -> str:
    value = _settings().value(name, default)
    return value if value in allowed else default


def writable() -> bool:
    """Whether what was set last has reached the disk."""
    settings = _settings()
    settings.sync()
    return settings.status() == QSettings.Status.NoError


def theme() -> str:
    """One of THEMES."""
    return _text(_THEME, THEMES, "system")


def set_theme(name: str) -> None:
    """Remembers a theme; theme.apply shows it."""
    _set(_THEME, name)


def language() -> str:
    """One of LANGUAGES."""
    return _text(_LANGUAGE, LANGUAGES, "system")


def set_language(name: str) -> None:
    """Remembers a language."""
    _set(_LANGUAGE, name)


def font_scale() -> float:
    """How large text is, 1 to 2."""
    try:
        scale = float(_settings().value(_SCALE, SMALLEST_SCALE))
    except (TypeError, ValueError):
        return SMALLEST_SCALE
    if not math.isfinite(scale):
        return SMALLEST_SCALE
    return min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)


def set_font_scale(scale: float) -> None:
    """Remembers a scale; fonts.apply shows it."""
    _set(_SCALE, scale)


def data_source() -> str:
    """The place of the data that the user chose, with how they are read; empty for none."""
    value = _settings().value(_DATA, "")
    return value if isinstance(value, str) else ""


def set_data_source(source: str) -> None:
    """Remembers which data were chosen."""
    _set(_DATA, source)


def export_folder() -> Path | None:
    """Where the last export went, None before the first."""
    return _path(_EXPORT)


def set_export_folder(folder: Path | None) -> None:
    """Remembers where an export went."""
    _set(_EXPORT, str(folder) if folder else "")


def _path(name: str) -> Path | None:
    value = _settings().value(name, "")
    return Path(value) if isinstance(value, str) and value else None


def window_geometry() -> QByteArray | None:
    """What QWidget.saveGeometry gave, None before the first close."""
    value = _settings().value(_GEOMETRY)
    return value if isinstance(value, QByteArray) and not value.isEmpty() else None


def set_window_geometry(geometry: QByteArray) -> None:
    """Remembers the window's place and size."""
    _set(_GEOMETRY, geometry)


def formula_draft() -> str:
    """The formula that was being written when the window was closed, as text; empty for none."""
    value = _settings().value(_DRAFT, "")
    return value if isinstance(value, str) else ""


def set_formula_draft(text: str) -> None:
    """Remembers it for the next start."""
    _set(_DRAFT, text)


def restore_defaults() -> None:
    """Forgets everything that was set."""
    settings = _settings()
    settings.clear()
    settings.sync()
