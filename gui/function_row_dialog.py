"""The dialog that chooses another function for each layer of a network."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from engine.activations import catalogue
from engine.activations.own import FAMILY
from engine.networks.functions import JOINT, NO_ACTIVATION, function_name
from engine.networks.settings import NetworkSettings
from gui.texts import tr

_GATED = "gated"


class FunctionRowDialog(QDialog):
    """One box for each place of the network; `chosen` carries the key of the whole row."""

    chosen = Signal(str)

    def __init__(self, settings: NetworkSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("A function for each layer"))
        self.resize(460, 420)
        title = QLabel(tr("A function for each layer"))
        title.setProperty("role", "headline")
        words = QLabel(tr("From the input on. The row stands among the functions and is compared "
                          "with them; it fits networks with {count} places.",
                          count=settings.places))
        words.setProperty("secondary", True)
        words.setWordWrap(True)
        self._keys = _offered(settings)
        self.boxes = [self._box(number) for number in range(1, settings.places + 1)]
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(self._places(), 1)
        column.addLayout(self._buttons())
        if self.boxes:
            self.boxes[0].setFocus()

    def _box(self, number: int) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(tr("Function of layer {number}", number=number))
        for key in self._keys:
            box.addItem(tr(function_name(key)), key)
        box.setCurrentIndex(box.findData("relu"))
        return box

    def _places(self) -> QWidget:
        holder, grid = QWidget(), QGridLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(1, 1)
        for row, box in enumerate(self.boxes):
            label = QLabel(tr("Layer {number}", number=row + 1))
            label.setProperty("role", "secondary")
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        grid.setRowStretch(len(self.boxes), 1)
        holder.setLayout(grid)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        return area

    def _buttons(self) -> QHBoxLayout:
        cancel, add = QPushButton(tr("Cancel")), QPushButton(tr("Add"))
        add.setProperty("primary", True)
        add.setDefault(True)
        add.setEnabled(len(self.boxes) > 1)
        add.setToolTip("" if len(self.boxes) > 1 else
                       tr("This network has fewer than two layers with a function"))
        cancel.clicked.connect(self.reject)
        add.clicked.connect(self._add)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(add)
        return buttons

    def key(self) -> str:
        """The row that is set."""
        return JOINT.join(box.currentData() for box in self.boxes)

    def _add(self) -> None:
        self.chosen.emit(self.key())
        self.accept()


def _offered(settings: NetworkSettings) -> list[str]:
    """The keys that can stand in such a network, in the order of the catalogue."""
    kinds = ("elementwise", _GATED) if settings.network == "transformer" else ("elementwise",)
    return [NO_ACTIVATION, *(key for kind in kinds for key, item in catalogue(kind).items()
                             if item.family != FAMILY)]
