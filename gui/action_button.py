"""A push button that shows an action, so that a bar, a menu and a shortcut agree."""

from __future__ import annotations

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QPushButton, QWidget


class ActionButton(QPushButton):
    """Follows the action's words, icon, tooltip and state; `role` is primary, danger or empty."""

    def __init__(self, action: QAction, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action, self._with_icon = action, True
        if role:
            self.setProperty(role, True)
        if action.isCheckable():
            self.setCheckable(True)
            self.setProperty("segment", "only")
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def set_icon_shown(self, shown: bool) -> None:
        """Leaves the icon out where there is little room."""
        self._with_icon = shown
        self.setIcon(self._action.icon() if shown else QIcon())

    def _follow(self) -> None:
        self.setText(self._action.text())
        self.setIcon(self._action.icon() if self._with_icon else QIcon())
        self.setToolTip(self._action.toolTip())
        self.setEnabled(self._action.isEnabled())
        self.setChecked(self._action.isChecked())
