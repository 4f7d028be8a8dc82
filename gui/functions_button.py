"""A box that says how many functions are chosen and opens the picker under itself."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from engine.activations import Values
from gui import fonts
from gui.eliding_box import ElidingBox
from gui.function_panel import FunctionPanel
from gui.picker import name_of
from gui.texts import tr

_WIDTH, _HEIGHT = 316, 560


class FunctionsButton(ElidingBox):
    """Chooses functions with their parameters, or no activation; `changed` comes at every step.

    The frame closes by Esc or a click beside it; what was ticked stays.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.addItem("")
        self.panel = FunctionPanel(with_none=True)
        self.frame = QFrame(None, Qt.WindowType.Popup)
        self.frame.setObjectName("functionsPopup")
        self.frame.setFrameShape(QFrame.Shape.Box)
        column = QVBoxLayout(self.frame)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.panel)
        self.panel.changed.connect(self._panel_changed)
        self._show_count()

    def functions(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        """The chosen keys in order, each with all its values."""
        return self.panel.functions()

    def set_functions(self, functions: Iterable[str | tuple[str, Values]]) -> None:
        """Chooses exactly these; emits nothing."""
        self.panel.set_functions(functions)
        self._show_count()

    def showPopup(self) -> None:  # noqa: N802
        """Shows the picker under the box, within the screen.

        The frame belongs to the panel: inside a combo box its lists would be styled as one's.
        """
        if self.frame.parent() is None:
            self.frame.setParent(self.parentWidget(), Qt.WindowType.Popup)
        screen = self.screen().availableGeometry()
        corner = self.mapToGlobal(QPoint(0, self.height() + 2))
        height = min(fonts.pixels(_HEIGHT), screen.height() - 40)
        corner.setY(max(screen.top(), min(corner.y(), screen.bottom() - height - 8)))
        self.frame.setGeometry(corner.x(), corner.y(), fonts.pixels(_WIDTH), height)
        self.frame.show()
        self.panel.picker.search.setFocus()

    def hidePopup(self) -> None:  # noqa: N802
        """Closes the picker."""
        self.frame.hide()

    def _panel_changed(self) -> None:
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        names = [name_of(key) for key, _ in self.functions()]
        count = tr("{count} functions", count=len(names))
        self.setItemText(0, {0: tr("No function"), 1: names[0] if names else ""}.get(
            len(names), count))
        self.setToolTip(", ".join(names))
        self.setAccessibleName(tr("Functions: {names}", names=", ".join(names)))
