"""The grid of a race: a box in the form that opens a dialog with settings and their values."""

from __future__ import annotations

import math
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.errors import InputError
from engine.parameters import Parameter
from engine.training.race_plan import grid_parameters
from engine.training.race_settings import Grid, grid_text, read_grid, read_values, value_text
from engine.training.settings import TrainingSettings
from gui.eliding_box import ElidingBox
from gui.form import tip_of
from gui.icons import icon
from gui.sections import link
from gui.texts import tr

_MOST_SETTINGS = 6
_NAME_WIDTH = 190


class GridBox(ElidingBox):
    """Says which settings take several values; `changed` comes when the dialog was accepted."""

    changed = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid: Grid = ()
        self.addItem("")
        self._show()

    @property
    def grid(self) -> Grid:
        """Settings with their values."""
        return self._grid

    def set_grid(self, grid: Grid) -> None:
        """Shows another grid; emits nothing."""
        self._grid = grid
        self._show()

    def take(self, grid: Grid) -> None:
        """A person chose another grid."""
        if grid != self._grid:
            self.set_grid(grid)
            self.changed.emit()

    def showPopup(self) -> None:  # noqa: N802
        """Asks for the dialog, which needs to know more than the box."""
        self.wanted.emit()

    def _show(self) -> None:
        points = math.prod(len(values) for _, values in self._grid)
        names = grid_parameters()
        words = "; ".join(f"{tr(names[name].label)}: {', '.join(map(value_text, values))}"
                          for name, values in self._grid)
        self.setItemText(0, tr("{count} points", count=points) if self._grid else tr("None"))
        self.setToolTip(words or tr("Settings that take several values in this race"))
        self.setAccessibleName(tr("Grid: {words}", words=words or tr("None")))


class _Axis(QWidget):
    """One setting with the values that it takes."""

    changed = Signal()
    removed = Signal()

    def __init__(self, settings: TrainingSettings) -> None:
        super().__init__()
        self._settings = settings
        self.name, self.field = QComboBox(), QLineEdit()
        for parameter in grid_parameters().values():
            self.name.addItem(tr(parameter.label), parameter.name)
        self.name.setFixedWidth(_NAME_WIDTH)
        self.name.setAccessibleName(tr("Setting"))
        self.field.setAccessibleName(tr("Values"))
        remove = QToolButton()
        remove.setIcon(icon("close", "secondary"))
        remove.setToolTip(tr("Take this setting out of the grid"))
        remove.setAccessibleName(remove.toolTip())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addWidget(self.field, 1)
        row.addWidget(remove)
        self.name.activated.connect(self._name_chosen)
        self.field.textChanged.connect(self.changed)
        remove.clicked.connect(self.removed)

    @property
    def parameter(self) -> Parameter:
        """The setting that is chosen."""
        return grid_parameters()[self.name.currentData()]

    def show_axis(self, name: str, values: tuple[Any, ...]) -> None:
        """Shows a setting with its values."""
        self.name.setCurrentIndex(self.name.findData(name))
        self._fit()
        self.field.setText(", ".join(map(value_text, values)))

    def _name_chosen(self) -> None:
        """Begins with the value that is set now."""
        self.show_axis(self.parameter.name, (getattr(self._settings, self.parameter.name),))
        self.field.setFocus()
        self.field.end(False)

    def _fit(self) -> None:
        choices = self.parameter.choices
        words = tr("Any of: {choices}", choices=", ".join(choices)) if choices else \
            tip_of(self.parameter)
        self.field.setToolTip(words)
        self.field.setPlaceholderText(tr("Values, separated by commas"))

    def values(self) -> tuple[str, tuple[Any, ...]]:
        """The setting with its values. Raises InputError."""
        return self.parameter.name, read_values(self.parameter, self.field.text())


class GridDialog(QDialog):
    """Settings with their values, and how many runs that makes; `chosen` carries the grid."""

    chosen = Signal(object)

    def __init__(self, grid: Grid, settings: TrainingSettings, competitors: int, seeds: int,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Grid"))
        self.resize(560, 260)
        self._settings, self._competitors, self._seeds = settings, competitors, seeds
        self._axes: list[_Axis] = []
        title, words = QLabel(tr("Settings that take several values")), QLabel(tr(
            "Every function is trained with every combination and every seed."))
        title.setProperty("role", "headline")
        words.setProperty("role", "secondary")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._add = link(tr("Add a setting"))
        self._add.clicked.connect(self._add_free)
        self._sum, self._wrong = QLabel(), QLabel()
        self._wrong.setProperty("role", "wrong")
        self._wrong.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for widget in (title, words):
            column.addWidget(widget)
        column.addLayout(self._rows)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        column.addWidget(self._wrong)
        column.addLayout(self._buttons())
        for name, values in grid:
            self._add_axis(name, values)
        if not grid:
            self._add_axis("learning_rate", (settings.learning_rate, settings.learning_rate * 10))
        self._count()

    def _buttons(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        none, cancel = QPushButton(tr("No grid")), QPushButton(tr("Cancel"))
        self._use = QPushButton(tr("Use this grid"))
        self._use.setProperty("primary", True)
        self._use.setDefault(True)
        none.clicked.connect(self._use_none)
        cancel.clicked.connect(self.reject)
        self._use.clicked.connect(self.accept)
        buttons.addWidget(none)
        buttons.addWidget(self._sum, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._use)
        return buttons

    def _add_free(self) -> None:
        """A row for the first setting that has none."""
        taken = {axis.parameter.name for axis in self._axes}
        free = next(name for name in grid_parameters() if name not in taken)
        self._add_axis(free, (getattr(self._settings, free),))
        self._axes[-1].name.setFocus()

    def _add_axis(self, name: str, values: tuple[Any, ...]) -> None:
        axis = _Axis(self._settings)
        axis.show_axis(name, values)
        axis.changed.connect(self._count)
        axis.removed.connect(self._removed)
        self._axes.append(axis)
        self._rows.addWidget(axis)
        self._count()

    def _removed(self) -> None:
        axis = self.sender()
        self._axes.remove(axis)
        self._rows.removeWidget(axis)
        axis.hide()
        axis.deleteLater()
        self._count()

    def grid(self) -> Grid:
        """What is set. Raises InputError for a wrong, empty or repeated part."""
        axes = tuple(axis.values() for axis in self._axes)
        for axis, (name, values) in zip(self._axes, axes, strict=True):
            label = tr(axis.parameter.label)
            if not values:
                raise InputError("{name} has no value. Type at least one.", name=label)
            if len(set(values)) < len(values):
                raise InputError("{name} has a value twice.", name=label)
            if [other for other, _ in axes].count(name) > 1:
                raise InputError("{name} stands in the grid twice.", name=label)
        return read_grid(grid_text(axes))

    def _count(self) -> None:
        self._add.setEnabled(len(self._axes) < _MOST_SETTINGS)
        wrong, points = "", 0
        try:
            points = math.prod(len(values) for _, values in self.grid())
        except InputError as error:
            wrong = tr(error.phrase)
        self._wrong.setText(wrong)
        self._use.setEnabled(not wrong)
        self._sum.setText("" if wrong else tr(
            "{functions} functions × {seeds} seeds × {points} points: {runs} runs",
            functions=self._competitors, seeds=self._seeds, points=points,
            runs=self._competitors * self._seeds * points))

    def _use_none(self) -> None:
        self.chosen.emit(())
        super().accept()

    def accept(self) -> None:
        """Tells the grid and closes."""
        self.chosen.emit(self.grid())
        super().accept()
