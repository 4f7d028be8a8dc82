"""What can be done with a table of results: the menu of its right button."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from gui import export
from gui.export_dialog import ExportDialog
from gui.table_view import TableView
from gui.texts import tr


class TableMenu(QObject):
    """Copy and Export for a TableView that shows something; `opening` lets a page add to it."""

    opening = Signal(QMenu)

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open)

    def menu(self) -> QMenu:
        """The menu for what is shown now."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Copy table"), self._copy)
        menu.addAction(tr("Export table…"), self._export)
        self.opening.emit(menu)
        return menu

    def _open(self, place: QPoint) -> None:
        if self._view.table.rows:
            self.menu().popup(self._view.viewport().mapToGlobal(place))

    def _copy(self) -> None:
        export.copy_data(self._view.table)

    def _export(self) -> None:
        ExportDialog(self._view.table, self._view.window()).open()
