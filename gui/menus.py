"""The menu bar; every action of the bars stands here too."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, qVersion
from PySide6.QtGui import QAction, QActionGroup, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from engine.storage.folders import log_folder
from engine.versions import versions
from gui import fonts, preferences, theme
from gui.texts import LANGUAGES, tr

if TYPE_CHECKING:
    from gui.window import MainWindow

_SCALES = (1.0, 1.25, 1.5, 2.0)


class Menus:
    """Fills the menu bar of the main window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._file()
        self._edit()
        self._view()
        self._experiment()
        self._layout()
        self._help()

    def _menu(self, title: str) -> QMenu:
        return self._window.menuBar().addMenu(title)

    def _add(self, menu: QMenu, words: str, slot: object, shortcut: str = "") -> QAction:
        action = QAction(words, self._window)
        action.triggered.connect(slot)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        menu.addAction(action)
        return action

    def _file(self) -> None:
        menu, window = self._menu(tr("&File")), self._window
        window.bar.export_action.setShortcut("Ctrl+Shift+E")
        menu.addAction(window.bar.export_action)
        menu.addSeparator()
        self._add(menu, tr("Quit"), window.close, "Ctrl+Q")

    def _edit(self) -> None:
        menu, window = self._menu(tr("&Edit")), self._window
        window.bar.undo_action.setShortcut("Ctrl+Z")
        window.bar.redo_action.setShortcut("Ctrl+Shift+Z")
        menu.addActions([window.bar.undo_action, window.bar.redo_action])
        menu.addSeparator()
        self._add(menu, tr("Copy image"), window.copy_image, "Ctrl+Shift+C")
        self._add(menu, tr("Copy data"), window.copy_data, "Ctrl+Alt+C")
        menu.addSeparator()
        self._add(menu, tr("Find function"), self._find, "Ctrl+F")

    def _view(self) -> None:
        menu, window = self._menu(tr("&View")), self._window
        menu.addActions(window.rail.page_actions)
        menu.addSeparator()
        self._choices(menu.addMenu(tr("Theme")), preferences.theme(), self._theme_chosen, {
            "system": tr("As the system"), "light": tr("Light"), "dark": tr("Dark")})
        self._choices(menu.addMenu(tr("Language")), preferences.language(), self._language_chosen,
                      {"system": tr("As the system")} | LANGUAGES)
        self._choices(menu.addMenu(tr("Text size")), str(preferences.font_scale()),
                      self._scale_chosen, {str(scale): f"{scale:.0%}" for scale in _SCALES})
        menu.addSeparator()
        self._add(menu, tr("Reset view"), self._reset_view, "Ctrl+0")
        full = self._add(menu, tr("Full screen"), self._full_screen, "F11")
        full.setCheckable(True)

    def _choices(self, menu: QMenu, current: str, slot: object, words: dict[str, str]) -> None:
        group = QActionGroup(self._window)
        for key, text in words.items():
            action = QAction(text, group)
            action.setCheckable(True)
            action.setChecked(key == current)
            action.setData(key)
            menu.addAction(action)
        group.triggered.connect(slot)

    def _experiment(self) -> None:
        self._experiments = self._menu(tr("E&xperiment"))

    def add_experiment(self, actions: Sequence[QAction]) -> None:
        """Takes the actions of a page into the Experiment menu."""
        if actions:
            self._experiments.addActions(actions)
            self._experiments.addSeparator()

    def _layout(self) -> None:
        menu, window = self._menu(tr("&Window")), self._window
        menu.addAction(window.left_dock.toggleViewAction())
        menu.addAction(window.right.dock.toggleViewAction())
        self._add(menu, tr("Detach the settings panel"), self._detach)
        menu.addSeparator()
        self._add(menu, tr("Reset layout"), window.reset_layout)

    def _help(self) -> None:
        menu = self._menu(tr("&Help"))
        self._add(menu, tr("Open the log folder"), self._open_log)
        self._add(menu, tr("System information"), self._system)
        self._add(menu, tr("About Activation Lab"), self._about)

    def _find(self) -> None:
        self._window.page.find()

    def _reset_view(self) -> None:
        self._window.page.reset_view()

    def _full_screen(self, on: bool) -> None:
        self._window.showFullScreen() if on else self._window.showNormal()

    def _detach(self) -> None:
        self._window.left_dock.show()
        self._window.left_dock.setFloating(True)

    def _theme_chosen(self, action: QAction) -> None:
        preferences.set_theme(action.data())
        theme.apply(QApplication.instance(), action.data())

    def _language_chosen(self, action: QAction) -> None:
        preferences.set_language(action.data())
        self._window.rebuild_wanted.emit()

    def _scale_chosen(self, action: QAction) -> None:
        preferences.set_font_scale(float(action.data()))
        fonts.apply(QApplication.instance())
        self._window.rebuild_wanted.emit()

    def _open_log(self) -> None:
        log_folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder())))

    def _system(self) -> None:
        rows = [*versions(), ("Qt", qVersion()), ("System", platform.platform())]
        words = "\n".join(f"{name} {value}" for name, value in rows)
        box = QMessageBox(self._window)
        box.setWindowTitle(tr("System information"))
        box.setText(words)
        copy = box.addButton(tr("Copy"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QGuiApplication.clipboard().setText(words)

    def _about(self) -> None:
        QMessageBox.about(self._window, tr("About Activation Lab"), tr(
            "<b>Activation Lab {version}</b><p>See, compare and test the activation functions of "
            "neural networks, offline. Nothing leaves this computer.</p><p>MIT licence. It stands "
            "on Qt for Python (LGPL-3.0), PyTorch (BSD-3-Clause), pyqtgraph, NumPy and ziamath; "
            "the fonts Inter and Noto Sans SC are under the SIL Open Font License. FashionMNIST is "
            "by Zalando SE (MIT).</p>", version=versions()[0][1]))
