"""An engine Table as Qt's model: what a cell shows, and an order that survives live updates."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from engine.figures import Column, Table
from engine.figures.cells import Cell
from engine.figures.intervals import IntervalCell, shared_axis
from engine.figures.series import function_of
from engine.networks.functions import function_name
from engine.texts import Phrase
from gui import theme
from gui.interval_picture import interval_text
from gui.line_samples import line_icon
from gui.number_texts import ABSENT, shown_number
from gui.texts import tr

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_KINDS = ("number", "year")
_WITH_TIP = ("key", "text", "sign", "interval")
_PAINTED = ("picture", "sign", "interval")
"""Kinds that a delegate paints from the value itself: they have no text."""

_SPOKEN_HEAD = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
"""Over an axis there is no room for a name."""

VALUE = Qt.ItemDataRole.UserRole
"""The value of a cell as the table has it."""


def name_of(key: str) -> str:
    """What the function of a key is called in lists and tables; "none" is no activation."""
    return tr(function_name(function_of(key)))


def cell_text(column: Column, value: Any) -> str:
    """What a cell shows; an empty one is a dash."""
    if column.kind in _PAINTED:
        return ""
    if value is None:
        return ABSENT
    if column.kind == "key":
        return name_of(value)
    if column.kind == "number":
        return column.prefix + shown_number(value * column.scale, column.digits)
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    words = value.text if isinstance(value, Cell) else value
    return tr(words) if isinstance(words, Phrase) else str(words)


def spoken_text(column: Column, value: Any) -> str:
    """What a cell says to the pointer and to a screen reader, also where it is painted."""
    if column.kind == "interval":
        return interval_text(column, value) if isinstance(value, IntervalCell) else ABSENT
    if column.kind != "sign":
        return cell_text(column, value)
    if not isinstance(value, Cell):
        return tr("no")
    return tr(value.text) if isinstance(value.text, Phrase) else value.text


def head_text(column: Column) -> str:
    """The column's name with its unit."""
    label = tr(column.label) if isinstance(column.label, Phrase) else column.label
    return f"{label}, {column.unit}" if column.unit else label


def identities(table: Table) -> list[tuple[Any, ...]]:
    """What makes each row the same one in a later table: its keys and seed, and which of those."""
    columns = [i for i, column in enumerate(table.columns)
               if column.kind == "key" or column.name == "seed"]
    seen: Counter[tuple[Any, ...]] = Counter()
    found = []
    for row in table.rows:
        keys = tuple(row[i] for i in columns)
        found.append((*keys, seen[keys]))
        seen[keys] += 1
    return found


class TableModel(QAbstractTableModel):
    """Rows of a Table in the order that a person asked for; None stands last either way."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Table("", "", (), ())
        self._order: list[int] = []
        self._rows: list[tuple[Any, ...]] = []
        self._identities: list[tuple[Any, ...]] = []
        self._sort: tuple[int, bool] | None = None
        self._samples: dict[str, QIcon] = {}
        self.touched = False
        """Whether the last table that came differed from the one before."""
        self._styles: dict[str, theme.LineStyle] = {}
        self._axes: dict[int, tuple[float, float] | None] = {}
        theme.changed.connect(self._forget_samples)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as the table has."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """As many as the table has."""
        return 0 if parent.isValid() else len(self.table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, colour and the line sample of a cell."""
        column = self.table.columns[index.column()]
        value = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(column, value)
        if role == VALUE:
            return value
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if role == Qt.ItemDataRole.DecorationRole and column.kind == "key" and value is not None:
            return self._sample(value)
        if role == Qt.ItemDataRole.ForegroundRole and isinstance(value, Cell) and value.tone:
            return QColor(getattr(theme.current(), value.tone))
        if role == Qt.ItemDataRole.AccessibleTextRole or (
                role == Qt.ItemDataRole.ToolTipRole and column.kind in _WITH_TIP):
            return spoken_text(column, value)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Names of the columns, over their values."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.table.columns):
            return None
        column = self.table.columns[section]
        if column.kind == "interval" and role in _SPOKEN_HEAD:
            return head_text(column)
        if role == Qt.ItemDataRole.DisplayRole:
            named = "" if column.kind == "interval" else head_text(column)
            return named + self._arrow(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        return None

    def _arrow(self, section: int) -> str:
        """Stands in the text, where it cannot cover it."""
        if self._sort is None or self._sort[0] != section:
            return ""
        return " \N{DOWNWARDS ARROW}" if self._sort[1] else " \N{UPWARDS ARROW}"

    def interval_axis(self, section: int) -> tuple[float, float] | None:
        """The ends of the axis that a column of intervals shares; None for another column."""
        if not 0 <= section < len(self.table.columns) \
                or self.table.columns[section].kind != "interval":
            return None
        if section not in self._axes:
            self._axes[section] = shared_axis([row[section] for row in self.table.rows])
        return self._axes[section]

    def style_of(self, key: str) -> theme.LineStyle:
        """The look of a function among those of the table."""
        if key not in self._styles:
            self._styles = theme.styles_for([*_keys(self.table), key])
        return self._styles[key]

    def row(self, position: int) -> tuple[Any, ...]:
        """The values of a shown row."""
        return self._rows[position]

    def identity(self, position: int) -> tuple[Any, ...]:
        """What makes a shown row the same one after an update."""
        return self._identities[position]

    def position_of_key(self, key: str) -> int | None:
        """Where the first row of a function is shown."""
        for place, column in enumerate(self.table.columns):
            if column.kind == "key":
                return next((i for i, row in enumerate(self._rows) if row[place] == key), None)
        return None

    def show(self, table: Table) -> bool:
        """Takes another table. True where its columns differ, and selection and order begin anew.

        Otherwise rows are matched by identity: they keep selection, place and order, and only
        what differs is painted again.
        """
        self.touched = True
        if table.columns != self.table.columns:
            self.beginResetModel()
            self._sort = None
            self._take(table, list(table.rows), identities(table))
            self.endResetModel()
            return True
        wanted = identities(table)
        others = set(wanted) != set(self._identities)
        self._remove_missing(set(wanted))
        self._append_new(table, wanted)
        rows, before = dict(zip(wanted, table.rows, strict=True)), self._rows
        recoloured = _keys(table) != _keys(self.table)  # looks depend on which others there are
        self._take(table, [rows[identity] for identity in self._identities], self._identities)
        changed = [place for place, (old, new) in enumerate(zip(before, self._rows, strict=True))
                   if recoloured or self._axes_changed or not _same(old, new)]
        self.touched = others or bool(changed)
        if changed:
            last = self.index(changed[-1], self.columnCount() - 1)
            self.dataChanged.emit(self.index(changed[0], 0), last)
        self._reorder()
        return False

    def _take(self, table: Table, rows: list[tuple[Any, ...]],
              found: list[tuple[Any, ...]]) -> None:
        if _keys(table) != _keys(self.table):
            self._samples.clear()
            self._styles.clear()
        self.table, self._rows, self._identities = table, rows, found
        before, self._axes = self._axes, {}
        self._axes_changed = any(self.interval_axis(place) != axis
                                 for place, axis in before.items())
        order = {identity: i for i, identity in enumerate(identities(table))}
        self._order = [order[identity] for identity in found]

    def _remove_missing(self, wanted: set[tuple[Any, ...]]) -> None:
        for position in reversed(range(len(self._rows))):
            if self._identities[position] not in wanted:
                self.beginRemoveRows(_NO_PARENT, position, position)
                for items in (self._rows, self._identities, self._order):
                    del items[position]
                self.endRemoveRows()

    def _append_new(self, table: Table, wanted: Sequence[tuple[Any, ...]]) -> None:
        known = set(self._identities)
        new = [i for i, identity in enumerate(wanted) if identity not in known]
        if new:
            first = len(self._rows)
            self.beginInsertRows(_NO_PARENT, first, first + len(new) - 1)
            self._rows += [table.rows[i] for i in new]
            self._identities += [wanted[i] for i in new]
            self._order += new
            self.endInsertRows()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By the values of a column; -1 goes back to the order of the table."""
        descending = order == Qt.SortOrder.DescendingOrder
        self._sort = (column, descending) if 0 <= column < self.columnCount() else None
        self._reorder()
        if self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def _reorder(self) -> None:
        positions = sorted(range(len(self._rows)), key=self._order.__getitem__)
        if self._sort is not None:
            column, descending = self._sort
            kept = [i for i in positions if not _absent(self._rows[i][column])]
            kept.sort(key=lambda i: _sort_key(self.table.columns[column], self._rows[i][column]),
                      reverse=descending)
            positions = kept + [i for i in positions if _absent(self._rows[i][column])]
        if positions == list(range(len(positions))):
            return
        self.layoutAboutToBeChanged.emit()
        moved = {old: new for new, old in enumerate(positions)}
        before = self.persistentIndexList()
        self.changePersistentIndexList(
            before, [self.index(moved[index.row()], index.column()) for index in before])
        for name in ("_rows", "_identities", "_order"):
            items = getattr(self, name)
            setattr(self, name, [items[i] for i in positions])
        self.layoutChanged.emit()

    def _sample(self, key: str) -> QIcon:
        if not self._samples:
            self._styles = theme.styles_for(_keys(self.table))
            self._samples = {key: line_icon(key, style=style)
                             for key, style in self._styles.items()}
        return self._samples[key]

    def _forget_samples(self) -> None:
        self._samples.clear()


def _same(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    """Whether two rows show the same; arrays are compared by what they are, not by their values."""
    return all(a is b or (not isinstance(a, np.ndarray) and not isinstance(b, np.ndarray)
                          and type(a) is type(b) and a == b)
               for a, b in zip(one, other, strict=True))


def _keys(table: Table) -> list[str]:
    """The functions of a table in its order, for their looks among each other."""
    places = [i for i, column in enumerate(table.columns) if column.kind == "key"]
    return [row[i] for row in table.rows for i in places if row[i] is not None]


def _side(column: Column) -> Qt.AlignmentFlag:
    if column.kind == "sign":
        return Qt.AlignmentFlag.AlignCenter
    return _RIGHT if column.kind in _RIGHT_KINDS else _LEFT


def _absent(value: Any) -> bool:
    return value is None or (isinstance(value, float) and math.isnan(value))


def _sort_key(column: Column, value: Any) -> Any:
    if isinstance(value, (Cell, IntervalCell)):
        return value.order if isinstance(value, Cell) else value.mean
    if column.kind in _RIGHT_KINDS or isinstance(value, bool):
        return value
    return cell_text(column, value).casefold()
