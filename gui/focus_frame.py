"""The accent frame around whatever has the keyboard, the same on every widget."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFocusFrame,
    QMainWindow,
    QMenu,
    QMenuBar,
    QWidget,
)
from shiboken6 import isValid

_UNFRAMED = (QMainWindow, QDialog, QMenu, QMenuBar)


class FocusFollower(QObject):
    """Moves one frame to the widget with the keyboard; windows and menus get none.

    A widget that fills its place to the edge has no room for a frame outside: it draws its own,
    and says so by the property "ownFrame".
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        self._colour = ""
        app.focusChanged.connect(self._follow)

    def set_colour(self, colour: str) -> None:
        """Takes the accent of another theme."""
        self._colour = colour
        if self._frame is not None and isValid(self._frame):
            self._paint(self._frame)

    def _paint(self, frame: QFocusFrame) -> None:
        palette = frame.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(self._colour))
        frame.setPalette(palette)

    def _follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Qt gives the frame to the parent of its widget, which may have taken it along."""
        framed = new if new is not None and not isinstance(new, _UNFRAMED) \
            and not new.property("ownFrame") else None
        if self._frame is None or not isValid(self._frame):
            if framed is None:
                return
            self._frame = QFocusFrame()
            self._paint(self._frame)
        self._frame.setWidget(framed)
