"""The dialog that shows the layers of the network that is set."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.figures import Table
from gui.export_dialog import ExportDialog
from gui.table_view import TableView
from gui.texts import tr


class LayersDialog(QDialog):
    """A table of layers, output shapes and parameters, with Export."""

    def __init__(self, table: Table, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.setWindowTitle(tr("Layers of the network"))
        self.resize(640, 460)
        title, words = QLabel(tr("Layers of the network")), QLabel(subject)
        title.setProperty("role", "headline")
        words.setProperty("secondary", True)
        view = TableView()
        view.show_table(table)
        save, close = QPushButton(tr("Export…")), QPushButton(tr("Close"))
        close.setProperty("primary", True)
        close.setDefault(True)
        save.clicked.connect(self._export)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(save)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(view, 1)
        column.addLayout(buttons)
        close.setFocus()

    def _export(self) -> None:
        ExportDialog(self._table, self).open()
