"""What is known of a data set, in words: where it is from, what was done, what was checked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from engine.data.checks import Check
from engine.data.images import ImageData
from engine.figures.data_set import data_facts
from engine.texts import Phrase
from gui.fact_rows import FactRow, FactRows
from gui.icons import icon
from gui.sections import SidePanel, section, stacked
from gui.texts import tr

_ICON, _LONG, _SHOWN = 14, 24, 12


class DataFacts(SidePanel):
    """The facts of a data set above what was done to read it, and the checks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts, self._done, self._checks = FactRows(), _Lines(), _Lines()
        self.add_section(section(tr("Data set")), stacked(self._facts, self._done), first=True)
        self.add_section(section(tr("Checks")), self._checks)
        self.column.addStretch(1)

    @property
    def lines(self) -> list[str]:
        """All sentences that are shown."""
        return [*self._checks.lines, *self._done.lines]

    def show_data(self, data: ImageData) -> None:
        """The facts, and what was done to read it."""
        self._facts.show_rows([_row(tr(name), tr(value) if isinstance(value, Phrase) else value)
                               for name, value in data_facts(data)])
        self._done.show_lines([("information", "secondary", tr(finding))
                               for finding in data.findings])

    def show_checks(self, checks: Sequence[Check]) -> None:
        """What was checked: a check mark or a warning before each sentence."""
        self._checks.show_lines([
            ("check", "success", tr(check.words)) if check.passed else
            ("warning", "warning", tr(check.words)) for check in checks])


def _row(name: str, value: str) -> FactRow:
    """A value too long for a line, as a path or a digest, is cut in the middle."""
    if len(value) <= _LONG:
        return FactRow(name, value)
    return FactRow(name, f"{value[:_SHOWN]}…{value[-_SHOWN:]}", value)


class _Lines(QWidget):
    """Sentences below each other, each with an icon that says what it is."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._labels: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """(icon, its colour, sentence) for each."""
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels, self.lines = [], [words for _, _, words in lines]
        for row, (picture, colour, words) in enumerate(lines):
            sign, text = QLabel(), QLabel(words)
            sign.setPixmap(icon(picture, colour).pixmap(_ICON, _ICON))
            sign.setContentsMargins(0, 2, 0, 0)
            sign.setAlignment(Qt.AlignmentFlag.AlignTop)
            sign.setAccessibleName(tr("Wrong") if colour == "warning" else tr("Right"))
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(sign, row, 0)
            self._grid.addWidget(text, row, 1)
            self._labels += [sign, text]
