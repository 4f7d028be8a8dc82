"""What the side panels of the pages that work are laid out from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui import fonts

_INSET, _CENTRE_INSET = 14, 20
LABEL_WIDTH = 88
"""Of the labels of all forms in a side panel, at 100 %."""

_ROW, _GAP = 33, 6


class SidePanel(QScrollArea):
    """A panel that scrolls, with sections between hairlines in its `column`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setObjectName("sidePanel")
        self.column = QVBoxLayout(holder)
        self.column.setContentsMargins(0, 8, 0, 8)
        self.column.setSpacing(0)
        self.setWidget(holder)

    def add_section(self, head: QWidget, body: QWidget, first: bool = False) -> None:
        """Adds a section below those that are there."""
        if not first:
            line = QFrame()
            line.setFrameShape(QFrame.Shape.HLine)
            self.column.addSpacing(6)
            self.column.addWidget(line)
            self.column.addSpacing(6)
        for widget in (head, body):
            inset = QHBoxLayout()
            inset.setContentsMargins(_INSET, 0, _INSET, 0)
            inset.addWidget(widget)
            self.column.addLayout(inset)


def section(title: str, right: QWidget | None = None) -> QWidget:
    """The head of a section, with something at its right end."""
    head, row, label = QWidget(), QHBoxLayout(), QLabel(title)
    label.setProperty("role", "section")
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label, 1)
    if right is not None:
        row.addWidget(right)
    head.setLayout(row)
    return head


def rows(pairs: Sequence[tuple[str, QWidget]], label_width: int = LABEL_WIDTH) -> QWidget:
    """Labels with their controls below each other, in the measures of a form."""
    body, grid = QWidget(), QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    for row, (words, control) in enumerate(pairs):
        label = QLabel(words)
        label.setProperty("role", "secondary")
        label.setBuddy(control)
        label.setFixedWidth(fonts.pixels(label_width))
        grid.setRowMinimumHeight(row, _ROW)
        grid.addWidget(label, row, 0)
        grid.addWidget(control, row, 1)
    body.setLayout(grid)
    return body


def stacked(*parts: QWidget) -> QWidget:
    """Parts of one section below each other."""
    body = QWidget()
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return body


def inset(*parts: QWidget) -> QWidget:
    """A table, and what stands around it, with the margins that the centre of a page has."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(_CENTRE_INSET, 4, _CENTRE_INSET, 0)
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part)
    return holder


def link(words: str) -> QPushButton:
    """A bare button in the accent colour."""
    button = QPushButton(words)
    button.setProperty("link", True)
    button.setFlat(True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button
