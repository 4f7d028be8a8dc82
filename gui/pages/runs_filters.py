"""The left panel of the Runs page: filters by status, function and data, with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.figures.run_settings import short_data_name
from engine.figures.runs import STATUS_NAMES, run_function
from engine.storage.runs_rows import StoredRun
from engine.texts import Phrase
from gui import fonts
from gui.eliding_check_box import ElidingCheckBox
from gui.sections import SidePanel, link, section
from gui.texts import tr

_VALUES = {"status": attrgetter("status"), "function": attrgetter("function"),
           "data": attrgetter("data_name")}
GROUPS = tuple(_VALUES)
_ROW = 27
Box = tuple[str, str]
"""The group and the choice."""


@dataclass(frozen=True)
class RunFilters:
    """What is ticked in each group; a group without a tick lets all through."""

    status: frozenset[str] = frozenset()
    function: frozenset[str] = frozenset()
    data: frozenset[str] = frozenset()

    def passing(self, runs: Sequence[StoredRun], but: str = "") -> Sequence[StoredRun]:
        """The runs that fit all groups, or all but one."""
        for group in GROUPS:
            ticked = getattr(self, group)
            if ticked and group != but:
                value = _VALUES[group]
                runs = [run for run in runs if value(run) in ticked]
        return runs

    def counts(self, runs: Sequence[StoredRun]) -> Counter[Box]:
        """How many runs each box would let through beside what is ticked in the other groups."""
        found: Counter[Box] = Counter()
        for group in GROUPS:
            inside = Counter(map(_VALUES[group], self.passing(runs, but=group)))
            found.update({(group, value): count for value, count in inside.items()})
        return found


class RunFiltersPanel(QWidget):
    """`changed` comes after each tick."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_all = link(tr("Show all"))
        self.show_all.setParent(self)
        self.show_all.hide()
        self.show_all.setToolTip(tr("Show all: takes every filter away"))
        self.show_all.clicked.connect(self.clear)
        self.boxes: dict[Box, QCheckBox] = {}
        self._counts: dict[Box, QLabel] = {}
        self._offered: tuple[tuple[str, str, str], ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._panel: SidePanel | None = None
        self.offer(())

    def offer(self, runs: Sequence[StoredRun]) -> None:
        """Makes the boxes for what there is; those that stay keep their ticks."""
        by_function = {run.function: run for run in runs}
        functions = sorted(((key, _shown(run_function(run))) for key, run in by_function.items()),
                           key=lambda pair: pair[1].casefold())
        there = {run.status for run in runs}
        sets = sorted({run.data_name for run in runs})
        offered = (
            *(("status", key, tr(words)) for key, words in STATUS_NAMES.items() if key in there),
            *(("function", key, words) for key, words in functions),
            *(("data", name, _shown(short_data_name(name))) for name in sets))
        if offered == self._offered:
            return
        before = self.filters()
        self._offered = offered
        self._make(offered)
        self.set_filters(before)

    def _make(self, offered: Sequence[tuple[str, str, str]]) -> None:
        if self._panel is not None:
            self.show_all.setParent(self)  # it stays when the panel around it goes
            self.show_all.hide()
            self._panel.hide()
            self._panel.deleteLater()
        self.boxes, self._counts, self._panel = {}, {}, SidePanel()
        titles = {"status": tr("Status"), "function": tr("Function"), "data": tr("Data")}
        for number, (group, title) in enumerate(titles.items() if offered else ()):
            head = section(title, self.show_all if number == 0 else None)
            self.show_all.show()
            names = [(name, words) for found, name, words in offered if found == group]
            self._panel.add_section(head, self._boxes(group, names), first=number == 0)
        self._panel.column.addStretch(1)
        self._column.addWidget(self._panel, 1)

    def _boxes(self, group: str, names: Sequence[tuple[str, str]]) -> QWidget:
        body, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name, words in names:
            box, count, row = ElidingCheckBox(), QLabel(), QHBoxLayout()
            box.setText(words)
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

    def filters(self) -> RunFilters:
        """What is ticked."""
        return RunFilters(**{group: frozenset(
            name for (found, name), box in self.boxes.items() if found == group
            and box.isChecked()) for group in GROUPS})

    def set_filters(self, filters: RunFilters) -> None:
        """Ticks exactly these; emits nothing."""
        for (group, name), box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(name in getattr(filters, group))
            box.blockSignals(False)

    def show_counts(self, counts: Counter[Box]) -> None:
        """How many runs each box stands for."""
        for box, label in self._counts.items():
            label.setText(f"{counts[box]:,}")

    def clear(self) -> None:
        """Takes every tick away."""
        self.set_filters(RunFilters())
        self.changed.emit()


def _shown(words: Phrase | str) -> str:
    return tr(words) if isinstance(words, Phrase) else words
