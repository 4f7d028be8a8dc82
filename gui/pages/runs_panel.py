"""The right panel of the Runs page: what differs in the settings, the note, the curve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from engine.figures import Figure
from engine.figures.run_settings import SettingRow, compared_settings
from engine.figures.runs import run_name, runs_figure
from engine.storage.runs_rows import EpochRow, StoredRun
from engine.texts import Phrase
from gui import fonts
from gui.durations import in_words
from gui.fact_rows import FactRow, FactRows
from gui.number_texts import ABSENT
from gui.plot_view import PlotView
from gui.sections import SidePanel, section
from gui.segmented import Segmented
from gui.texts import tr

_CURVE, _NOTE, _NAMED = 210, 76, 6
_COMPARED = 200
_TYPED_MS = 800
_MEBIBYTE = 2**20


class NoteField(QPlainTextEdit):
    """A note; `left` comes when the keyboard leaves it or nothing was typed for a moment."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Notes"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(fonts.pixels(_NOTE))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPED_MS)
        self._pause.timeout.connect(self.left)
        self.textChanged.connect(self._pause.start)

    def show_note(self, note: str) -> None:
        """Shows a note; emits nothing. One that is the same keeps the place of the cursor."""
        if note != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(note)
            self.blockSignals(False)
        self._pause.stop()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is taken now."""
        super().focusOutEvent(event)
        self.settle()

    def settle(self) -> None:
        """Takes what was typed, if it waits."""
        if self._pause.isActive():
            self._pause.stop()
            self.left.emit()


class RunsPanel(SidePanel):
    """`note_typed` carries the number of a run and its new note."""

    note_typed = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Details"))
        self._chosen: tuple[StoredRun, ...] = ()
        self._drawn: tuple[StoredRun, ...] = ()
        self._epochs: dict[int, tuple[EpochRow, ...]] = {}
        self._noted: int | None = None
        self.headline, self._under = QLabel(), QLabel()
        self.headline.setProperty("role", "headline")
        self._under.setProperty("role", "secondary")
        for label in (self.headline, self._under):
            label.setWordWrap(True)
        self.add_section(self.headline, self._under, first=True)
        self.different, self.alike = FactRows(wrapped=True), FactRows(wrapped=True)
        self._different_head, self._alike_head = QLabel(), QLabel()
        for head in (self._different_head, self._alike_head):
            head.setProperty("role", "section")
        self._different = _column(self._different_head, self.different)
        self.add_section(self._different, _column())
        self.note, self._why = NoteField(), QLabel(tr("Choose one run to write a note on it."))
        self._why.setProperty("role", "secondary")
        self._why.setWordWrap(True)
        self.note.left.connect(self._note_left)
        self.add_section(section(tr("Notes")), _column(self.note, self._why))
        self.which = Segmented([("accuracy", tr("Accuracy")), ("loss", tr("Loss"))],
                               tr("Shown curves"))
        self.which.chosen.connect(self._draw)
        self.curve = PlotView()
        self.curve.setFixedHeight(fonts.pixels(_CURVE))
        self.curve.setMinimumWidth(1)
        self.add_section(section(tr("Curve"), self.which), self.curve)
        self.add_section(self._alike_head, self.alike)
        self.column.addStretch(1)

    @property
    def chosen(self) -> tuple[StoredRun, ...]:
        """The runs that are shown."""
        return self._chosen

    def show_runs(self, chosen: Sequence[StoredRun], baseline: StoredRun | None) -> None:
        """What these runs were set to, beside the baseline where there is one."""
        if self._noted is not None and [run.number for run in chosen] != [self._noted]:
            self.note.settle()
        self._chosen = tuple(chosen)
        self._show_words()
        compared = list(chosen)
        if baseline is not None and baseline.number not in {run.number for run in chosen}:
            compared.append(baseline)
        rows = compared_settings(compared) if 0 < len(chosen) <= _COMPARED else ()
        differing = [row for row in rows if row.differs]
        self._different_head.setText(tr("Set differently"))
        self._alike_head.setText(tr("Set alike") if len(compared) > 1 else tr("Settings"))
        several = len(compared) > 1
        self.different.show_rows([_fact(row, compared, baseline) for row in differing]
                                 or [FactRow(tr("nothing"), "")])
        self._different.setVisible(several and bool(rows))
        self.alike.show_rows([FactRow(_said(row.name), _said(row.values[0]))
                              for row in rows if not row.differs])
        self._show_note()

    def _show_words(self) -> None:
        chosen = self._chosen
        if len(chosen) == 1:
            [run] = chosen
            self.headline.setText(_said(run_name(run)))
            memory = ABSENT if run.peak_memory is None else \
                tr("{size} MiB", size=f"{run.peak_memory / _MEBIBYTE:,.0f}")
            self._under.setText(tr("{time} on {device}, memory {memory}",
                                   time=in_words(run.seconds), device=run.device, memory=memory)
                                + (f"\n{tr('Race {name}', name=run.race)}" if run.race else "")
                                + "".join(f"\n{sentence}" for sentence in run.adapted))
        else:
            self.headline.setText(tr("{count} runs chosen", count=f"{len(chosen):,}"))
            self._under.setText("" if len(chosen) <= _COMPARED else tr(
                "Choose at most {count} to see what differs.", count=_COMPARED))

    def _show_note(self) -> None:
        alone = len(self._chosen) == 1
        self.note.setVisible(alone)
        self._why.setVisible(not alone)
        number = self._chosen[0].number if alone else None
        if alone and (number != self._noted or not self.note.hasFocus()):
            self.note.show_note(self._chosen[0].note)
        self._noted = number

    def _note_left(self) -> None:
        if self._noted is not None:
            self.note_typed.emit(self._noted, self.note.toPlainText())

    def show_epochs(self, runs: Sequence[StoredRun],
                    epochs: dict[int, tuple[EpochRow, ...]]) -> None:
        """Draws these runs by the numbers of their epochs."""
        self._drawn, self._epochs = tuple(runs), epochs
        self._draw()

    def _draw(self) -> None:
        known = [(run, self._epochs[run.number]) for run in self._drawn
                 if run.number in self._epochs]
        if known:
            self.curve.show_figure(_small(runs_figure(known, (self.which.key,))))


def _small(figure: Figure) -> Figure:
    """Without what the panel says already."""
    panels = tuple(replace(panel, title="", subtitle="") for panel in figure.panels)
    return replace(figure, panels=panels, legend=False, warning="")


def _fact(row: SettingRow, runs: Sequence[StoredRun], baseline: StoredRun | None) -> FactRow:
    """Each value with the runs that have it."""
    groups: dict[str, list[str]] = {}
    for run, value in zip(runs, row.values, strict=True):
        name = tr("baseline") if baseline is not None and run.number == baseline.number \
            else str(run.number)
        groups.setdefault(_said(value), []).append(name)
    if len(runs) == 1:
        return FactRow(_said(row.name), _said(row.values[0]))
    return FactRow(_said(row.name), "\n".join(
        tr("{value} ({runs})", value=value, runs=_listed(names))
        for value, names in groups.items()))


def _listed(names: Sequence[str]) -> str:
    if len(names) > _NAMED:
        return tr("{count} runs", count=len(names))
    return ", ".join(names)


def _said(words: Phrase | str | None) -> str:
    if words is None:
        return ABSENT
    return tr(words) if isinstance(words, Phrase) else words


def _column(*widgets: QWidget) -> QWidget:
    body, column = QWidget(), QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    body.setLayout(column)
    return body
