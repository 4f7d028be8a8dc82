"""The QApplication of the window and of every picture: fonts, theme and language."""

from __future__ import annotations

import sys

from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from gui import collector, fonts, preferences, theme
from gui.icons import application_icon
from gui.texts import install

_PICTURE_CACHE_KB = 100_000
"""Room for the axes of a plot on a 4K screen."""

_SWITCH_SECONDS = 0.0005
"""How long another thread may keep the interpreter while the window waits for it.

With Python's own 5 ms a timer was late by 5.4 to 6.3 ms (p99) while a training ran in a thread,
with this by 4.3 to 4.6.
"""


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The QApplication with everything that a window needs; the one there is, if there is one."""
    app = QApplication.instance() or QApplication(arguments or sys.argv[:1])
    app.setApplicationName("ActivationLab")
    app.setApplicationDisplayName("Activation Lab")
    app.setDesktopFileName("activation-lab")
    collector.install(app)
    QPixmapCache.setCacheLimit(_PICTURE_CACHE_KB)
    sys.setswitchinterval(_SWITCH_SECONDS)
    fonts.apply(app)
    app.setWindowIcon(application_icon())
    theme.apply(app, preferences.theme())
    install(app, preferences.language())
    return app
