"""The rail: one cell for each page, at the left edge of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QToolBar, QWidget

from engine.texts import Phrase, phrase
from gui import fonts
from gui.icons import icon
from gui.texts import tr

GROUPS: tuple[tuple[tuple[str, Phrase], ...], ...] = (
    (("function", phrase("Function")), ("surface", phrase("Surface")),
     ("vectors", phrase("Vectors")), ("catalogue", phrase("Catalogue"))),
    (("training", phrase("Training")), ("runs", phrase("Runs"))),
    (("neurons", phrase("Neurons")),),
)
"""Key (and icon) and name of each page, with a hairline between the groups."""

PAGES: tuple[tuple[str, Phrase], ...] = tuple(page for group in GROUPS for page in group)
"""All pages in the order of the rail."""

_WIDE, _SMALL = 76, 48


class Rail(QToolBar):
    """Chooses a page; `chosen` carries its key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Pages"), parent)
        self.setObjectName("rail")
        self.setMovable(False)
        self.setIconSize(QSize(fonts.pixels(20), fonts.pixels(20)))
        group = QActionGroup(self)
        self._actions: dict[str, QAction] = {}
        for pages in GROUPS:
            if self._actions:
                self.addSeparator()
            for key, words in pages:
                self._actions[key] = self._add(key, tr(words), len(self._actions) + 1, group)
        group.triggered.connect(self._pressed)

    def _add(self, key: str, title: str, number: int, group: QActionGroup) -> QAction:
        action = QAction(icon(key), title, group)
        action.setCheckable(True)
        action.setShortcut(f"Ctrl+{number}")
        action.setToolTip(f"{title} (Ctrl+{number})")
        action.setData(key)
        self.addAction(action)
        return action

    @property
    def page_actions(self) -> tuple[QAction, ...]:
        """One action for each page, for the View menu."""
        return tuple(self._actions.values())

    def show_chosen(self, key: str) -> None:
        """Marks the page that is shown."""
        self._actions[key].setChecked(True)

    def fit(self, small: bool, scale: float) -> None:
        """Icons with names, or icons alone in a small window."""
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly if small
                                else Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        width = round((_SMALL if small else _WIDE) * scale)
        self.setFixedWidth(width)
        for action in self.page_actions:
            self.widgetForAction(action).setFixedWidth(width - 1)

    def event(self, event: QEvent) -> bool:
        """A style sets margins of its own whenever it takes hold; the cells need all the width."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange, QEvent.Type.Show):
            self.layout().setContentsMargins(0, 0, 0, 0)
            self.layout().setSpacing(0)
        return handled

    def _pressed(self, action: QAction) -> None:
        self.chosen.emit(action.data())
