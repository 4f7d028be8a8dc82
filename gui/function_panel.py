"""The picker with the parameters of the ticked functions under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from engine.activations import Values, find
from engine.errors import LabError
from engine.networks.functions import JOINT, NO_ACTIVATION, check_function
from gui import own_functions
from gui.form import Form
from gui.picker import Picker, name_of
from gui.texts import tr

_FORMS_HEIGHT = 300


class FunctionPanel(QWidget):
    """Chooses functions and their parameters; `changed` comes at every tick and every step."""

    changed = Signal()
    selected = Signal(str)
    refused = Signal(str)
    """The sentence that says why a value was not taken."""
    sweep_wanted = Signal(str, str)
    """Key and parameter that a person wants to see moving."""

    def __init__(self, with_none: bool = False, sweeps: bool = False,
                 parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: dict[str, dict[str, Any]] = {}
        self._forms: dict[str, Form] = {}
        self._heads: dict[str, QLabel] = {}
        self._sweeps = sweeps
        self.picker = Picker(with_none=with_none)
        self.picker.changed.connect(self._keys_changed)
        self.picker.selected.connect(self.selected)
        own_functions.changed.connect(self._catalogue_changed)
        self._make_forms()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picker, 1)
        column.addWidget(self._parameters)

    def _make_forms(self) -> None:
        self._parameters = QWidget()
        outer = QVBoxLayout(self._parameters)
        outer.setContentsMargins(0, 0, 0, 8)
        outer.setSpacing(4)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        outer.addWidget(line)
        head, title = QHBoxLayout(), QLabel(tr("Parameters"))
        title.setProperty("section", True)
        reset = QPushButton(tr("Reset all"))
        reset.setProperty("link", True)
        reset.clicked.connect(self.reset_all)
        head.setContentsMargins(14, 4, 14, 0)
        head.addWidget(title, 1)
        head.addWidget(reset)
        outer.addLayout(head)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        self._column.setContentsMargins(14, 0, 14, 0)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._scroll.setWidget(holder)
        outer.addWidget(self._scroll)
        self._parameters.hide()

    def functions(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        """The ticked keys in order, each with all its values."""
        return tuple((key, dict(self._values[key])) for key in self.picker.keys)

    def set_functions(self, functions: Iterable[str | tuple[str, Values]]) -> None:
        """Ticks exactly these, with values or with the ones they had; emits nothing."""
        keys = []
        for item in functions:
            key, values = (item, None) if isinstance(item, str) else item
            keys.append(key)
            self._remember(key, values)
        self.picker.set_keys(keys)
        self._show_forms()

    def set_values(self, key: str, values: Mapping[str, Any]) -> None:
        """Gives a ticked function other values; emits nothing."""
        self._remember(key, values)
        if key in self._forms:
            self._forms[key].set_values(self._values[key])

    def select(self, key: str) -> None:
        """Marks a ticked function; emits nothing."""
        self.picker.select(key)

    def reset_all(self) -> None:
        """Every parameter of every ticked function back to its default."""
        for key in self.picker.keys:
            self._values[key] = self._defaults(key)
            if key in self._forms:
                self._forms[key].set_values(self._values[key])
        self.changed.emit()

    def _remember(self, key: str, values: Values | None) -> None:
        if values is not None:
            self._values[key] = self._defaults(key) | dict(values)
        elif key not in self._values:
            self._values[key] = self._defaults(key)

    @staticmethod
    def _defaults(key: str) -> dict[str, Any]:
        return check_function(key, None)

    def _keys_changed(self) -> None:
        for key in self.picker.keys:
            self._remember(key, None)
        self._show_forms()
        self.changed.emit()

    def _catalogue_changed(self) -> None:
        """Forgets values of functions that are gone, and those that a function takes no more."""
        before = self.functions()
        self._values = dict(own_functions.fitting(self._values.items()))
        if any(key not in self._values or find(key, None).parameters != form.parameters
               for key, form in self._forms.items()):
            self._show_only([])
        self._show_forms()
        if self.functions() != before:
            self.changed.emit()

    def _show_forms(self) -> None:
        wanted = [key for key in self.picker.keys
                  if key != NO_ACTIVATION and JOINT not in key and find(key, None).parameters]
        if wanted != list(self._forms):
            self._show_only(wanted)
        for key, form in self._forms.items():
            form.set_values(self._values[key])

    def _show_only(self, keys: list[str]) -> None:
        """A form for each key in this order; those that stay in their place stay as they are."""
        for key in self._forms.keys() - set(keys):
            self._remove(key)
        left = list(self._forms)
        kept = next((i for i, key in enumerate(left) if key != keys[i]), len(left))
        for key in left[kept:]:
            self._remove(key)
        for key in keys[kept:]:
            self._add(key)
        self._parameters.setVisible(bool(keys))
        height = self._scroll.widget().sizeHint().height() + 4
        self._scroll.setFixedHeight(min(height, _FORMS_HEIGHT))

    def _remove(self, key: str) -> None:
        for widget in (self._heads.pop(key), self._forms.pop(key)):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _add(self, key: str) -> None:
        head = QLabel(name_of(key))
        head.setTextFormat(Qt.TextFormat.PlainText)
        head.setProperty("secondary", True)
        form = Form(find(key, None).parameters, self._values[key], sweeps=self._sweeps)
        form.setObjectName(key)
        form.changed.connect(self._form_changed)
        form.put_back.connect(self.refused)
        form.sweep_wanted.connect(self._sweep_asked)
        self._heads[key], self._forms[key] = head, form
        for widget in (head, form):
            self._column.insertWidget(self._column.count() - 1, widget)
            widget.show()  # at once: a layout counts only what is shown

    def _form_changed(self, values: dict[str, Any]) -> None:
        key = self.sender().objectName()
        try:
            self._values[key] = check_function(key, values)
        except LabError as error:
            self._forms[key].set_values(self._values[key])
            self.refused.emit(tr(error.phrase))
            return
        self.changed.emit()

    def _sweep_asked(self, name: str) -> None:
        self.sweep_wanted.emit(self.sender().objectName(), name)
