"""What the colours and hatches of counted neurons mean."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.texts import tr

_SAMPLE = QSize(16, 12)


class NeuronLegend(QWidget):
    """A line for each state, in the order in which the bars count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout()
        grid.setContentsMargins(0, 2, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for row, (state, name, meaning) in enumerate((
            ("dead", tr("Dead"), tr("zero for every image")),
            ("constant", tr("Constant"), tr("one value, not zero")),
            ("saturated", tr("Saturated"), tr("|f\N{PRIME}| below the limit")),
            ("other", tr("Others"), tr("none of these")),
        )):
            words = QLabel(meaning)
            words.setProperty("role", "secondary")
            words.setWordWrap(True)
            grid.addWidget(_Sample(state), row, 0)
            grid.addWidget(QLabel(name), row, 1)
            grid.addWidget(words, row, 2)
        note = QLabel(tr("A bar counts each neuron once, in the first line that fits. The columns "
                         "of the table may overlap."))
        note.setProperty("role", "secondary")
        note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addWidget(note)


class _Sample(QWidget):
    """The ground and hatch of one state."""

    def __init__(self, state: str) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(_SAMPLE)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints as the bars do."""
        ground, pattern = theme.neuron_brush(self._state)
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        if pattern is not None:
            painter.fillRect(self.rect(), pattern)
        painter.setPen(QPen(ground))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
