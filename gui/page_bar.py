"""The bar over the page: undo, redo, the controls of the page that is shown, and Export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QToolBar, QToolButton, QWidget

from gui import fonts
from gui.icons import icon
from gui.page import Page
from gui.texts import tr

_ICON = 20


class PageBar(QToolBar):
    """Holds the controls of every page and shows those of one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Page controls"), parent)
        self.setObjectName("pageBar")
        self.setMovable(False)
        self.setIconSize(_icon_size())
        self.undo_action = QAction(icon("undo"), tr("Undo"), self)
        self.redo_action = QAction(icon("redo"), tr("Redo"), self)
        self.addWidget(_gap())
        self.addActions([self.undo_action, self.redo_action])
        self.addSeparator()
        self._pages = QStackedWidget()
        # takes what Export leaves: a bar that asked for more would lie under it
        self._pages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.addWidget(self._pages)
        self.export_action = QAction(icon("export"), tr("Export…"), self)
        self.export_action.setIconText(tr("Export…"))
        button = QToolButton()
        button.setObjectName("exportButton")
        button.setDefaultAction(self.export_action)
        button.setIconSize(_icon_size())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.addWidget(button)
        self.addWidget(_gap())

    def add_page(self, page: Page) -> None:
        """Takes the controls of a page."""
        page.bar.setIconSize(_icon_size())
        self._pages.addWidget(page.bar)

    def show_page(self, page: Page) -> None:
        """Shows the controls of a page, and whether it has something to take back."""
        self._pages.setCurrentWidget(page.bar)
        self.show_undo(page)

    def show_undo(self, page: Page) -> None:
        """Undo and redo can be pressed where there is something."""
        undo, redo = page.can_undo()
        self.undo_action.setEnabled(undo)
        self.redo_action.setEnabled(redo)


def _icon_size() -> QSize:
    return QSize(fonts.pixels(_ICON), fonts.pixels(_ICON))


def _gap() -> QWidget:
    """The inset at the ends of the bar."""
    gap = QWidget()
    gap.setFixedWidth(6)
    return gap
