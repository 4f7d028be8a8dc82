"""The table of the Runs page: thousands of rows, several chosen at once, the baseline on top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from engine.figures.cells import Cell
from engine.figures.runs import COLUMNS, RunColumn, run_function, shown_columns
from engine.storage.runs_rows import StoredRun
from engine.texts import Phrase
from gui import fonts, theme
from gui.icons import icon
from gui.line_samples import line_icon
from gui.number_texts import MINUS
from gui.table_model import cell_text, head_text
from gui.texts import tr

_ROW, _BAR, _GAP, _HEAD_ROOM = 26, 3, 28, 26
_SAMPLED, _WIDEST, _NOTE = 300, 240, 240
_NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class RunsModel(QAbstractTableModel):
    """Runs in the order that a person asked for; cells are made when they are seen."""

    def __init__(self) -> None:
        super().__init__()
        self.columns: tuple[RunColumn, ...] = shown_columns((), None)
        self.baseline: StoredRun | None = None
        self.sorting: tuple[str, bool] = ("begun", True)
        self._runs: list[StoredRun] = []
        self._samples: dict[str, QIcon] = {}
        theme.changed.connect(self._samples.clear)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as there are runs."""
        return 0 if parent.isValid() else len(self._runs)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as say something."""
        return 0 if parent.isValid() else len(self.columns)

    @property
    def runs(self) -> list[StoredRun]:
        """From top to bottom."""
        return self._runs

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, side, colour, and the line sample of the function."""
        run, one = self._runs[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(run, one)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(one)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._decoration(run, one)
        if role == Qt.ItemDataRole.FontRole and run.pinned:
            return _bold()
        if role == Qt.ItemDataRole.ForegroundRole and one.column.name == "status":
            tone = one.value(run, self.baseline).tone
            return QColor(getattr(theme.current(), tone)) if tone else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return run.note if one.column.name == "note" else self.text(run, one)
        return None

    def text(self, run: StoredRun, one: RunColumn) -> str:
        """What a cell shows."""
        if one.column.kind == "key":
            name = run_function(run)
            return tr(name) if isinstance(name, Phrase) else name
        value = one.value(run, self.baseline)
        if value is not None and one.column.name.endswith("_difference"):
            words = cell_text(one.column, value)
            return words if words.startswith(MINUS) or not value else f"+{words}"
        if isinstance(value, Cell) and isinstance(value.text, Phrase):
            return tr(value.text)
        return cell_text(one.column, value)

    def _decoration(self, run: StoredRun, one: RunColumn) -> QIcon | None:
        if one.column.kind == "key":
            if run.function not in self._samples:
                self._samples[run.function] = line_icon(run.function)
            return self._samples[run.function]
        if one.column.name == "run" and run.pinned:
            return icon("pin", "accent")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns with the arrow of the order."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        one = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            name, descending = self.sorting
            arrow = "\N{DOWNWARDS ARROW}" if descending else "\N{UPWARDS ARROW}"
            return head_text(one.column) + (f" {arrow}" if one.column.name == name else "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(one)
        if role == Qt.ItemDataRole.ToolTipRole and one.column.name.endswith("_difference"):
            return tr("This run less the baseline")
        return None

    def show(self, runs: Iterable[StoredRun], baseline: StoredRun | None,
             columns: tuple[RunColumn, ...]) -> bool:
        """Takes other runs; True where rows or columns are others and the choice begins anew."""
        ordered = self._ordered(runs, baseline)
        same = columns == self.columns and [run.number for run in ordered] == \
            [run.number for run in self._runs]
        if not same:
            self.beginResetModel()
        self._runs, self.baseline, self.columns = ordered, baseline, columns
        if not same:
            self.endResetModel()
        elif ordered:
            self.dataChanged.emit(self.index(0, 0),
                                  self.index(len(ordered) - 1, len(columns) - 1))
        return not same

    def _ordered(self, runs: Iterable[StoredRun], baseline: StoredRun | None) -> list[StoredRun]:
        """The baseline first, then by the column; what has no value stands last either way."""
        name, descending = self.sorting
        one = next(one for one in COLUMNS if one.column.name == name)
        others = [run for run in runs if baseline is None or run.number != baseline.number]
        keyed = [(one.sort_key(run, baseline), run) for run in others]
        there = [pair for pair in keyed if pair[0] is not None]
        there.sort(key=lambda pair: pair[0], reverse=descending)
        return [*([baseline] if baseline else []), *(run for _, run in there),
                *(run for key, run in keyed if key is None)]


def _bold() -> QFont:
    font = fonts.font("body")
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _side(one: RunColumn) -> Qt.AlignmentFlag:
    across = Qt.AlignmentFlag.AlignRight if one.column.kind == "number" \
        else Qt.AlignmentFlag.AlignLeft
    return across | Qt.AlignmentFlag.AlignVCenter


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """A cell with the bar of a chosen row, and a hairline under the baseline."""
        super().paint(painter, option, index)
        colours = theme.current()
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            bar = QRect(option.rect.topLeft(), option.rect.bottomLeft())
            bar.setWidth(_BAR)
            painter.fillRect(bar, QColor(colours.accent))
        if index.row() == 0 and index.model().baseline is not None:
            painter.setPen(QColor(colours.outline))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


class RunsView(QTableView):
    """`chosen_changed` comes when a person chose other rows; `opened` with Enter, a double click.

    `delete_wanted` comes with the Delete key, `sorted` after a press on a head.
    """

    chosen_changed = Signal()
    opened = Signal()
    delete_wanted = Signal()
    sorted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RunsModel()
        self._model.setParent(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setObjectName("runsTable")
        self.setAccessibleName(tr("All runs"))
        self.setShowGrid(False)
        self.setIconSize(QSize(26, 12))
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(36)
        header.sectionClicked.connect(self._head_pressed)
        self._widths: list[int] = []
        self._fit_rows()
        self.selectionModel().selectionChanged.connect(self._changed)
        self.doubleClicked.connect(self._double_clicked)
        theme.changed.connect(self._restyle)

    @property
    def sorting(self) -> tuple[str, bool]:
        """The column that orders the rows, and whether the largest is first."""
        return self._model.sorting

    def set_sorting(self, name: str, descending: bool) -> None:
        """Orders the rows by a column from the next show on."""
        self._model.sorting = name, descending

    def show_runs(self, runs: Sequence[StoredRun], baseline: StoredRun | None,
                  columns: tuple[RunColumn, ...]) -> None:
        """Shows these rows; those that were chosen stay so, and the place stays too."""
        chosen, place = self.chosen(), self.verticalScrollBar().value()
        new = columns != self._model.columns
        if self._model.show(runs, baseline, columns):
            self.choose(chosen)
            self.verticalScrollBar().setValue(place)
        if new or not self._widths or len(runs) < _SAMPLED:
            self._fit_columns()

    def runs_in_order(self) -> list[StoredRun]:
        """The runs from top to bottom."""
        return list(self._model.runs)

    def chosen(self) -> list[int]:
        """The numbers of the chosen runs, from top to bottom."""
        rows = {row for part in self.selectionModel().selection()
                for row in range(part.top(), part.bottom() + 1)}
        return [self._model.runs[row].number for row in sorted(rows)]

    def choose(self, numbers: Iterable[int]) -> None:
        """Chooses exactly these rows, where they are shown; emits nothing."""
        wanted, selection, last = set(numbers), QItemSelection(), None
        for row, run in enumerate(self._model.runs):
            if run.number in wanted:
                last = self._model.index(row, 0)
                selection.select(last, self._model.index(row, self._model.columnCount() - 1))
        model = self.selectionModel()
        model.blockSignals(True)
        model.clear()
        if last is not None:
            model.setCurrentIndex(last, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.Select)
        model.blockSignals(False)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes, Esc lets go."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit()
            case Qt.Key.Key_Escape:
                self.clearSelection()
            case _:
                super().keyPressEvent(event)

    def _double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit()

    def _changed(self, chosen: QItemSelection, left: QItemSelection) -> None:
        self.chosen_changed.emit()

    def _head_pressed(self, section: int) -> None:
        """Largest first, then smallest, then the newest first again."""
        name = self._model.columns[section].column.name
        before, descending = self.sorting
        texts = ("function", "status", "data", "note", "seed")
        first = name not in texts
        if name != before:
            self.set_sorting(name, first)
        elif descending == first:
            self.set_sorting(name, not first)
        else:
            self.set_sorting("begun", True)
        self.sorted.emit()
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0,
                                           self._model.columnCount() - 1)

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(
            max(fonts.pixels(_ROW), self.fontMetrics().height() + 8))

    def _fit_columns(self) -> None:
        """By the texts of some rows: to ask all ten thousand takes too long."""
        model, texts = self._model, self.fontMetrics()
        header = self.horizontalHeader().fontMetrics()
        step = max(1, len(model.runs) // _SAMPLED)
        sampled = model.runs[::step]
        self._widths = []
        for one in model.columns:
            most = max((texts.horizontalAdvance(model.text(run, one)) for run in sampled),
                       default=0)
            if one.column.kind == "key" or (one.column.name == "run" and model.baseline):
                most += self.iconSize().width() + 16
            limit = fonts.pixels(_NOTE if one.column.name == "note" else _WIDEST)
            sorted_by = f"{head_text(one.column)} \N{DOWNWARDS ARROW}"
            head = header.horizontalAdvance(sorted_by) + _HEAD_ROOM
            self._widths.append(max(min(most + _GAP, limit), head))
        self._share_room()

    def _share_room(self) -> None:
        """What is left goes to all columns alike."""
        if len(self._widths) != self._model.columnCount():
            return
        room = max(0, self.viewport().width() - sum(self._widths))
        count = len(self._widths)
        for place, width in enumerate(self._widths):
            self.setColumnWidth(place, width + room * (place + 1) // count - room * place // count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new width."""
        super().resizeEvent(event)
        self._share_room()

    def _restyle(self) -> None:
        self._fit_rows()
        self._fit_columns()
        self.viewport().update()
