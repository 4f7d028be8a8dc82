"""The left panel of the Catalogue page: a search field and filters with their counts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from engine.analysis.catalogue_filters import LIBRARIES, QUALITIES, Filters, choices
from engine.analysis.overview import Overview
from engine.texts import Phrase
from gui import fonts
from gui.eliding_check_box import ElidingCheckBox
from gui.icons import icon
from gui.sections import SidePanel, link, section
from gui.texts import tr

_ROW = 27
Box = tuple[str, str]
"""The group (a field of Filters) and the choice."""


class FiltersPanel(QWidget):
    """`changed` comes after each tick and each letter in the search field."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Name, family, formula"))
        self.search.setAccessibleName(tr("Search functions"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.changed)
        self.show_all = link(tr("Show all"))
        self.show_all.setToolTip(tr("Show all: takes every filter away"))
        self.show_all.clicked.connect(self.clear)
        self.boxes: dict[Box, QCheckBox] = {}
        self._counts: dict[Box, QLabel] = {}
        self._offered: tuple[Box, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        field = QHBoxLayout()
        field.setContentsMargins(12, 10, 12, 2)
        field.addWidget(self.search)
        self._column.addLayout(field)
        self._panel: SidePanel | None = None

    def offer(self, found: Sequence[Overview]) -> None:
        """Makes the boxes for what there is; those that stay keep their ticks."""
        groups = [(tr("Family"), "families", choices("families", found)),
                  (tr("Only those that are"), "demands", _names(QUALITIES)),
                  (tr("Only those that are in"), "demands", _names(LIBRARIES)),
                  (tr("Kind"), "kinds", choices("kinds", found)),
                  (tr("Year"), "periods", choices("periods", found))]
        offered = tuple((group, name) for _, group, names in groups for name, _ in names)
        if offered == self._offered:
            return
        before = self.filters()
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
        self._offered, self.boxes, self._counts = offered, {}, {}
        self._panel = SidePanel()
        for number, (title, group, names) in enumerate(groups):
            head = section(title, self.show_all if number == 0 else None)
            self._panel.add_section(head, self._boxes(group, names), first=number == 0)
        self._panel.column.addStretch(1)
        self._column.addWidget(self._panel, 1)
        self.set_filters(before)

    def _boxes(self, group: str, names: Sequence[tuple[str, Phrase | str]]) -> QWidget:
        body, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, words in names:
            box, count, row = ElidingCheckBox(), QLabel(), QHBoxLayout()
            box.setText(tr(words) if isinstance(words, Phrase) else words)
            box.setFixedHeight(fonts.pixels(_ROW))
            box.toggled.connect(self.changed)
            count.setProperty("role", "small")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(box, 1)
            row.addWidget(count)
            column.addLayout(row)
            self.boxes[group, name], self._counts[group, name] = box, count
        body.setLayout(column)
        return body

    def filters(self) -> Filters:
        """What is ticked."""
        ticked: dict[str, set[str]] = {}
        for (group, name), box in self.boxes.items():
            if box.isChecked():
                ticked.setdefault(group, set()).add(name)
        return Filters(**{group: frozenset(names) for group, names in ticked.items()})

    def set_filters(self, filters: Filters) -> None:
        """Ticks exactly these; emits nothing."""
        for (group, name), box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(name in getattr(filters, group))
            box.blockSignals(False)

    def show_counts(self, counts: dict[Box, int]) -> None:
        """How many functions each box stands for."""
        for box, label in self._counts.items():
            label.setText(str(counts[box]))

    def clear(self) -> None:
        """Shows all functions again."""
        self.set_filters(Filters())
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        self.changed.emit()


def _names(asked: dict[str, tuple[Phrase | str, object]]) -> list[tuple[str, Phrase | str]]:
    return [(name, words) for name, (words, _) in asked.items()]
