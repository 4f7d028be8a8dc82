"""Shows an engine Table: hairlines between rows, numbers right, sortable, calm while it changes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from engine.figures import Table
from gui import fonts, theme
from gui.interval_picture import WIDTH, paint_interval
from gui.line_samples import line_icon, line_sample
from gui.plot_look import Look
from gui.table_header import TableHeader
from gui.table_model import VALUE, TableModel, name_of

__all__ = ["RowDelegate", "TableView", "line_icon", "line_sample", "name_of"]

_ROW, _BAR = 26, 3
_INTERVAL_SHARE = 4
"""Of the room that is left, where the others have 1."""
_LEAST_INTERVAL = 100.0
"""Pixels to which a column of intervals shrinks before others have no room."""
_LEAST_TEXT = 120.0
"""Pixels to which a column of words shrinks where nothing else is left."""
_HEAD_ROOM, _NARROW_ROOM = 42, 26
"""Pixels beside the text of a head: its padding of 11 on both sides and the sort arrow; without
room kept for the arrow where a column of intervals needs it."""


class RowDelegate(QStyledItemDelegate):
    """Adds the bar at the left of a selected row, and paints intervals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = Look()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem,
              index: QModelIndex | QPersistentModelIndex) -> None:
        """A cell as usual; in the first column with the bar."""
        super().paint(painter, option, index)
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            bar = QRect(option.rect.topLeft(), option.rect.bottomLeft())
            bar.setWidth(_BAR)
            painter.fillRect(bar, QColor(theme.current().accent))
        model = index.model()
        axis = model.interval_axis(index.column()) if isinstance(model, TableModel) else None
        if axis is not None and isinstance(model, TableModel):
            cell = index.data(VALUE)
            colour = QColor(self.look.colour("text")) if cell is None or not cell.key \
                else model.style_of(cell.key).colour()
            rect = QRectF(option.rect).adjusted(0, 0, 0, -1)
            paint_interval(painter, rect, cell, axis, model.table.columns[index.column()],
                           colour=colour, look=self.look)


class TableView(QTableView):
    """Rows of results; one can be selected.

    `row_selected` carries the values of the row (None when there is none any more), and
    `key_selected` its function where it has one, whenever a person or `select_key` changed it.
    """

    row_selected = Signal(object)
    key_selected = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TableModel()
        self._model.setParent(self)
        self._hints: list[int] = []
        self._dispensable: tuple[str, ...] = ()
        self._last: tuple[str, ...] = ()
        self._fewest_rows = 0
        self._told: tuple[object, ...] | None = None
        self.setModel(self._model)
        delegate = RowDelegate(self)
        self._look = delegate.look
        self.setHorizontalHeader(TableHeader(self._look, self))
        self.setItemDelegate(delegate)
        self.setShowGrid(False)
        self.setIconSize(QSize(26, 12))
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self._fit_rows()
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(40)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        theme.changed.connect(self._restyle)

    @property
    def table(self) -> Table:
        """The table that is shown, in the order of the engine."""
        return self._model.table

    def show_table(self, table: Table) -> None:
        """Shows a table. One with the same columns keeps selection, order and scroll place."""
        if table.columns != self.table.columns:
            self._hints = []  # Qt may resize the view while the model is reset
        begins = self._model.show(table)
        if begins:
            self._sort_as_told(table)
        if self._model.touched:
            self._fit_columns()

    def fit_again(self) -> None:
        """What it shows is settled: columns that were wider for a while give their room back."""
        self._hints = []
        self._fit_columns()

    def height_of(self, rows: int) -> int:
        """The height with its head and so many rows."""
        return (self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
                + rows * self.verticalHeader().defaultSectionSize())

    def set_fewest_rows(self, rows: int) -> None:
        """It is never so low that fewer rows are seen."""
        self._fewest_rows = rows
        self._fit_columns()

    def set_dispensable(self, names: Sequence[str], last: Sequence[str] = ()) -> None:
        """Columns that are left out, the first ones first, where there is no room for all; the
        last ones only where there is none with shortened words either."""
        self._dispensable, self._last = tuple(names), tuple(last)
        self._share_room()

    def _sort_as_told(self, table: Table) -> None:
        """`sorted_by` names a column; a hyphen before it means the largest first."""
        name = table.sorted_by.removeprefix("-")
        names = [column.name for column in table.columns]
        descending = table.sorted_by.startswith("-")
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(names.index(name) if name in names else -1, order)

    def selected_row(self) -> tuple[object, ...] | None:
        """The values of the selected row."""
        rows = self.selectionModel().selectedRows()
        return self._model.row(rows[0].row()) if rows else None

    def select_key(self, key: str) -> None:
        """Selects the first row of a function, or nothing where it has none; emits nothing."""
        selected = self.selected_row()
        if selected is not None and self._key_of(selected) == key:
            return
        self.selectionModel().blockSignals(True)
        position = self._model.position_of_key(key)
        if position is None:
            self.clearSelection()
        else:
            self.selectRow(position)
        self.selectionModel().blockSignals(False)
        self._told = self._selected_identity()
        self.viewport().update()

    def select_row(self, position: int) -> None:
        """Selects a row by the place where it is shown, as a person would."""
        self.selectRow(position)

    def _key_of(self, row: tuple[object, ...]) -> str:
        return next((str(value) for column, value in zip(self.table.columns, row, strict=True)
                     if column.kind == "key" and value is not None), "")

    def _selected_identity(self) -> tuple[object, ...] | None:
        rows = self.selectionModel().selectedRows()
        return self._model.identity(rows[0].row()) if rows else None

    def _selection_changed(self, chosen: QItemSelection, left: QItemSelection) -> None:
        """Qt tells it as well when other rows go; only another selected row is told on."""
        identity = self._selected_identity()
        if identity == self._told:
            return
        self._told = identity
        row = self.selected_row()
        self.row_selected.emit(row)
        if row is not None and self._key_of(row):
            self.key_selected.emit(self._key_of(row))

    def _fit_rows(self) -> None:
        height = max(fonts.pixels(_ROW), self.fontMetrics().height() + 8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(height)

    def _fit_columns(self) -> None:
        """Columns only grow while a table is live, and share the room that is left."""
        count = self._model.columnCount()
        header = self.horizontalHeader()
        heads = [str(self._model.headerData(i, Qt.Orientation.Horizontal)) for i in range(count)]
        wide = [WIDTH * self._look.font_scale if column.kind == "interval" else 0
                for column in self._model.table.columns]
        room = _NARROW_ROOM if any(wide) else _HEAD_ROOM
        fitting = [max(self.sizeHintForColumn(i), round(wide[i]),
                       header.fontMetrics().horizontalAdvance(head) + room)
                   for i, head in enumerate(heads)]
        previous = self._hints if len(self._hints) == count else [0] * count
        self._hints = [max(pair) for pair in zip(fitting, previous, strict=True)]
        if self._fewest_rows:
            self.setMinimumHeight(self.height_of(self._fewest_rows))
        self._share_room()

    def _share_room(self) -> None:
        """What is left goes to all columns; what is missing comes from intervals, then from the
        columns that may be left out, then from words, which are shortened and have a tooltip."""
        columns = self._model.table.columns[:len(self._hints)]
        hints, hidden = list(self._hints), self._left_out()
        room = self.viewport().width() - sum(h for i, h in enumerate(hints) if i not in hidden)
        for i, column in enumerate(columns):
            if room < 0 and column.kind == "interval":
                taken = min(-room, hints[i] - round(_LEAST_INTERVAL * self._look.font_scale))
                hints[i], room = hints[i] - taken, room + taken
        for i, column in enumerate(columns):
            if room < 0 and column.kind == "text" and i not in hidden:
                taken = min(-room, self._spare_words(i))
                hints[i], room = hints[i] - taken, room + taken
        shares = [0 if i in hidden else _INTERVAL_SHARE if column.kind == "interval" else 1
                  for i, column in enumerate(columns)]
        ends, room = [0, *accumulate(shares)], max(0, room)
        for i, hint in enumerate(hints):
            if self.isColumnHidden(i) != (i in hidden):
                self.setColumnHidden(i, i in hidden)
            extra = room * ends[i + 1] // ends[-1] - room * ends[i] // ends[-1]
            if i not in hidden and self.columnWidth(i) != hint + extra:
                self.setColumnWidth(i, hint + extra)

    def _spare_words(self, i: int) -> int:
        """By how much a column of words can be shortened."""
        least = round(_LEAST_TEXT * self._look.font_scale)
        return max(0, self._hints[i] - least) \
            if self._model.table.columns[i].kind == "text" else 0

    def _left_out(self) -> set[int]:
        """The places of the columns that have no room, as few as possible."""
        names = [column.name for column in self._model.table.columns[:len(self._hints)]]
        spare = sum(WIDTH - _LEAST_INTERVAL for column in self._model.table.columns
                    if column.kind == "interval") * self._look.font_scale
        missing = sum(self._hints) - self.viewport().width() - spare
        words = sum(self._spare_words(i) for i in range(len(names)))
        hidden: set[int] = set()
        for name in (*self._dispensable, *self._last):
            spare = words if name in self._last else 0
            if missing > spare and name in names:
                hidden.add(names.index(name))
                missing -= self._hints[names.index(name)]
        return hidden

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the new width."""
        super().resizeEvent(event)
        self._share_room()

    def _restyle(self) -> None:
        self._hints = []
        self._look.forget_fonts()
        self._fit_rows()
        self._fit_columns()
        self.viewport().update()
        self.horizontalHeader().viewport().update()
