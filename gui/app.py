"""The running program: the window, and another in its place when the language changes."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from gui import preferences
from gui.application import make_application
from gui.texts import install
from gui.window import MainWindow


class Session(QObject):
    """Holds the window, and makes another in its place when the language changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.window = self._make_window()

    def _make_window(self) -> MainWindow:
        window = MainWindow()
        geometry = preferences.window_geometry()
        if geometry is not None:
            window.restoreGeometry(geometry)
        window.rebuild_wanted.connect(self._rebuild_soon)
        return window

    def _rebuild_soon(self) -> None:
        """Not at once: the menu that asked for it belongs to the window that goes."""
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        old = self.window
        if any(page.task() is not None for page in old.pages):
            old.say_later()
            return
        preferences.set_window_geometry(old.saveGeometry())
        carried = {page.key: page.carried() for page in old.pages}
        key = old.page.key
        install(self._app, preferences.language())
        self.window = self._make_window()
        for shown, content in carried.items():
            self.window.page_of(shown).carry(content)
        self.window.show_page(key)
        self.window.show()
        old.close_work()
        old.hide()
        old.deleteLater()

    def end(self) -> None:
        """The window goes now: one left to the interpreter's end can crash there."""
        self.window.close_work()
        shiboken6.delete(self.window)


def main() -> int:
    """Opens the window; returns when it has been closed."""
    app = make_application()
    session = Session(app)
    session.window.first_painted.connect(_watch_for_problems)
    session.window.show()
    try:
        return app.exec()
    finally:
        session.end()


def _watch_for_problems() -> None:
    from gui.problems import install_hook

    install_hook()
