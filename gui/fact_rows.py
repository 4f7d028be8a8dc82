"""Names with their values below each other, for a panel: rows that are filled again and again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui import fonts

_EQUALS = "\N{NO-BREAK SPACE}=\N{NO-BREAK SPACE}"  # no line ends between a name and its number


class FactRow(NamedTuple):
    """A name, its value in one or more lines, and what the pointer is told."""

    name: str
    value: str
    tip: str = ""


class FactRows(QWidget):
    """Shows facts; labels are kept, so that a change of values costs little.

    Long names take several lines where they are `wrapped`.
    """

    def __init__(self, parent: QWidget | None = None, *, code: bool = False,
                 wrapped: bool = False) -> None:
        super().__init__(parent)
        self._code, self._wrapped = code, wrapped
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._shown: tuple[FactRow, ...] = ()
        self._grid = QGridLayout(self)  # a form layout keeps the heights of an earlier width
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1 if wrapped else 0)
        self._grid.setColumnStretch(1, 1)

    @property
    def shown(self) -> tuple[FactRow, ...]:
        """The facts that are seen."""
        return self._shown

    @property
    def faded(self) -> bool:
        """Whether the values are old."""
        return bool(self._rows) and not self._rows[0][1].isEnabled()

    def show_rows(self, facts: Sequence[FactRow]) -> None:
        """Shows these facts and no others."""
        self._shown = tuple(facts)
        while len(self._rows) < len(facts):
            self._add_row()
        for number, (name, value) in enumerate(self._rows):
            for label in (name, value):
                label.setVisible(number < len(facts))
            if number < len(facts):
                fact = facts[number]
                name.setText(fact.name)
                value.setText(fact.value.replace(" = ", _EQUALS))
                name.setToolTip(fact.tip)
                value.setToolTip(fact.tip)
                value.setAccessibleDescription(fact.tip)

    def set_faded(self, faded: bool) -> None:
        """Fades the values while newer ones are computed."""
        for _, value in self._rows:
            value.setEnabled(not faded)

    def _add_row(self) -> None:
        name, value = QLabel(), QLabel()
        name.setProperty("secondary", True)
        name.setAlignment(Qt.AlignmentFlag.AlignTop)
        name.setWordWrap(self._wrapped)
        value.setProperty("fact", True)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse
                                      | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        if self._code:
            value.setFont(fonts.font("code"))
        for column, label in enumerate((name, value)):
            self._grid.addWidget(label, len(self._rows), column)
        self._rows.append((name, value))
