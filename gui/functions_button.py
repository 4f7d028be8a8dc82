"""A button that says how many functions are chosen and opens the picker under itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from engine.activations import Values
from gui import preferences
from gui.function_panel import FunctionPanel
from gui.picker import name_of
from gui.texts import tr

_WIDTH, _HEIGHT = 316, 560


class FunctionsButton(QPushButton):
    """Chooses functions with their parameters, or no activation; `changed` comes at every step."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("dropdown", True)
        self.panel = FunctionPanel(with_none=True)
        self._frame = QFrame(self, Qt.WindowType.Popup)
        self._frame.setObjectName("functionsPopup")
        self._frame.setFrameShape(QFrame.Shape.Box)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.panel)
        self.panel.changed.connect(self._panel_changed)
        self.clicked.connect(self.open)
        self._show_count()

    def functions(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        """The chosen keys in order, each with all its values."""
        return self.panel.functions()

    def set_functions(self, functions: Iterable[str | tuple[str, Values]]) -> None:
        """Chooses exactly these; emits nothing."""
        self.panel.set_functions(functions)
        self._show_count()

    def open(self) -> None:
        """Shows the picker under the button, within the screen."""
        scale = preferences.font_scale()
        screen = self.screen().availableGeometry()
        corner = self.mapToGlobal(QPoint(0, self.height() + 2))
        height = min(round(_HEIGHT * scale), screen.height() - 40)
        corner.setY(max(screen.top(), min(corner.y(), screen.bottom() - height - 8)))
        self._frame.setGeometry(corner.x(), corner.y(), round(_WIDTH * scale), height)
        self._frame.show()
        self.panel.picker.search.setFocus()

    def _panel_changed(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        names = [name_of(key) for key, _ in self.functions()]
        self.setText({0: tr("No function"), 1: names[0] if names else ""}.get(
            len(names), tr("{count} functions", count=len(names))))
        self.setToolTip(", ".join(names))
        self.setAccessibleName(tr("Functions: {names}", names=", ".join(names)))
