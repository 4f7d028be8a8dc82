"""The right side panel: a dock in wide windows, a strip that opens over the plot in narrow ones."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QMainWindow,
    QStackedWidget,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import preferences, theme
from gui.panel_tabs import PanelTabs
from gui.texts import tr

_WIDTH = 276
_STRIP = 32


class _UprightButton(QToolButton):
    """A button whose text runs from top to bottom."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the text turned by a right angle."""
        painter = QPainter(self)
        painter.translate(self.width(), 0)
        painter.rotate(90)
        painter.setPen(self.palette().text().color())
        painter.drawText(0, 0, self.height(), self.width(), Qt.AlignmentFlag.AlignCenter,
                         self.text())


class RightPanel(QObject):
    """Holds the right panels of the pages, one shown at a time."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._narrow = False
        self._stack = QStackedWidget()
        self._panel: QWidget | None = None
        self.dock = QDockWidget(tr("About panel"), window)
        self.dock.setObjectName("rightDock")
        self.dock.setTitleBarWidget(QWidget())
        self.dock.topLevelChanged.connect(self._floated)
        self.dock.setWidget(self._stack)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self._make_strip()
        self._overlay = QFrame(window)
        self._overlay.setObjectName("overlay")
        self._overlay.hide()
        column = QVBoxLayout(self._overlay)
        column.setContentsMargins(0, 0, 0, 0)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self._overlay, self.close_overlay)
        window.installEventFilter(self)

    def _make_strip(self) -> None:
        self._strip = QToolBar(tr("About panel"))
        self._strip.setObjectName("rightStrip")
        self._strip.setMovable(False)
        self._strip.setFixedWidth(_STRIP)
        self._window.addToolBar(Qt.ToolBarArea.RightToolBarArea, self._strip)
        self._strip.hide()

    def _fill_strip(self) -> None:
        """One button for each tab of the panel, or one with its title for a panel without tabs."""
        self._strip.clear()
        names = self._panel.names if isinstance(self._panel, PanelTabs) else \
            (self._panel.windowTitle() or tr("About"),)
        for index, name in enumerate(names):
            button = _UprightButton()
            button.setText(name)
            button.setToolTip(tr("{name}: opens this panel over the plot", name=name))
            button.setFixedSize(_STRIP, 96)
            button.setProperty("tab", index)
            button.clicked.connect(self._strip_pressed)
            self._strip.addWidget(button)

    def _strip_pressed(self) -> None:
        """Opens the panel at this tab; closes it where it stands open at it."""
        index = self.sender().property("tab")
        if isinstance(self._panel, PanelTabs):
            if self._overlay.isVisible() and self._panel.index != index:
                self._panel.choose(index)
                return
            self._panel.choose(index)
        self._toggle_overlay()

    def add(self, panel: QWidget | None) -> None:
        """Takes the panel of a page, if it has one."""
        if panel is not None:
            self._stack.addWidget(panel)

    def show_for(self, panel: QWidget | None) -> None:
        """Shows the panel of a page, or nothing for a page without one."""
        self._panel = panel
        if panel is not None:
            self._stack.setCurrentWidget(panel)
            self._fill_strip()
        self._arrange()

    def set_narrow(self, narrow: bool) -> None:
        """Changes between dock and strip."""
        if not self.dock.isFloating():
            self._stack.setFixedWidth(round(_WIDTH * preferences.font_scale()))
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def reset(self) -> None:
        """Back into its place."""
        self.dock.setFloating(False)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self._arrange()

    def _floated(self, floating: bool) -> None:
        self.dock.setTitleBarWidget(None if floating else QWidget())

    def _arrange(self) -> None:
        self.close_overlay()
        wanted = self._panel is not None
        self.dock.setVisible(wanted and not self._narrow)
        self._strip.setVisible(wanted and self._narrow)

    def _toggle_overlay(self) -> None:
        if self._overlay.isVisible():
            self.close_overlay()
            return
        self._overlay.setStyleSheet(
            f"#overlay {{ background: {theme.current().window};"
            f" border-left: 1px solid {theme.current().hairline}; }}")
        self._overlay.layout().addWidget(self._stack)
        self._stack.show()
        self._place_overlay()
        self._overlay.show()
        self._overlay.raise_()
        self._overlay.setFocus()

    def _place_overlay(self) -> None:
        centre = self._window.centralWidget().geometry()
        width = round(_WIDTH * preferences.font_scale()) + 1
        self._overlay.setGeometry(centre.right() - width + 1, centre.top(), width, centre.height())

    def close_overlay(self) -> None:
        """Puts the panel back behind its strip."""
        if self._overlay.isVisible():
            self._overlay.hide()
        if self.dock.widget() is not self._stack or self._stack.parent() is not self.dock:
            self.dock.setWidget(self._stack)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the open panel at the edge of the plot."""
        if event.type() == QEvent.Type.Resize and self._overlay.isVisible():
            self._place_overlay()
        return False
