"""The Network section of the Training page: its form, its shapes, its size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from engine.networks.settings import SHAPES, NetworkSettings
from engine.parameters import parameters_of
from engine.texts import Phrase
from gui.form import Form
from gui.sections import LABEL_WIDTH, link
from gui.texts import tr

FOLDED = ("initialisation", "normalisation", "residual", "dropout", "alpha_dropout")
"""Rows that are shown when they are asked for, or not at their defaults."""


class NetworkForm(QWidget):
    """Kind and settings of the network; rows of other kinds are hidden and count as defaults.

    `changed` carries all values, `invalid` the sentence that says what is wrong with a text.
    """

    changed = Signal(dict)
    invalid = Signal(str)
    layers_wanted = Signal()
    row_wanted = Signal()
    """A person wants another function in each layer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(parameters_of(NetworkSettings), sliders=False, resets=False,
                         label_width=LABEL_WIDTH)
        self._unfolded = self._old = False
        self._more = link("")
        self._more.clicked.connect(self._toggle)
        self._sentence = QLabel()
        self._sentence.setProperty("role", "wrong")
        self._sentence.setWordWrap(True)
        self._sentence.hide()
        self._hints = QLabel()
        self._hints.setProperty("role", "note")
        self._hints.setWordWrap(True)
        self._hints.hide()
        self._make_head()
        self._make_line()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.form, self._hints, self._tools, self._line, self._sentence):
            column.addWidget(part)
        self.form.changed.connect(self._changed)
        self.form.invalid.connect(self.invalid)
        self._fold()

    def _make_head(self) -> None:
        self.shapes = link(tr("Shapes"))
        self.shapes.setToolTip(tr("Hidden layers of well-known and of deep networks"))
        menu = QMenu(self.shapes)
        for label, hidden in SHAPES:
            menu.addAction(tr(label)).setData(hidden)
        menu.triggered.connect(self._take_shape)
        self.shapes.setMenu(menu)

    def _make_line(self) -> None:
        self._row = link(tr("Layer by layer…"))
        self._row.setToolTip(tr("Adds a network with another function in each layer"))
        self._row.clicked.connect(self.row_wanted)
        self._tools = self._side_by_side(self._more, self._row)
        self._count = QLabel()
        self._count.setProperty("role", "secondary")
        self._layers = link(tr("Show layers"))
        self._layers.clicked.connect(self.layers_wanted)
        self._line = self._side_by_side(self._count, self._layers)

    @staticmethod
    def _side_by_side(*parts: QWidget) -> QWidget:
        line, below = QWidget(), QHBoxLayout()
        below.setContentsMargins(0, 2, 0, 4)
        below.setSpacing(4)
        for part in parts:
            below.addWidget(part)
        below.addStretch(1)
        line.setLayout(below)
        return line

    def values(self) -> dict[str, Any]:
        """All values; those that do not matter in such a network are the defaults."""
        chosen = self.form.values()
        return {p.name: chosen[p.name] if p.matters(chosen) else p.default
                for p in self.form.parameters}

    def control(self, name: str) -> QWidget:
        """The control of a setting."""
        return self.form.control(name)

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Shows these values; emits nothing."""
        self.form.set_values(values)
        self._show_shapes()

    def show_count(self, parameters: int) -> None:
        """Says how many weights and biases the network has."""
        self._count.setText(tr("{count} parameters ·", count=f"{parameters:,}"))
        self.show_unfit("")

    @property
    def unfit(self) -> str:
        """Why there can be no such network; empty where there can be, or where it is not known
        of what is set now."""
        return "" if self._old else self._sentence.text()

    def wait_for_count(self) -> None:
        """What is set is another network now: what is said of it comes later."""
        self._old = True

    def show_hints(self, hints: Sequence[Phrase]) -> None:
        """Says what a person should know of what is set; nothing takes no room."""
        self._hints.setText("\n".join(tr(hint) for hint in hints))
        self._hints.setVisible(bool(hints))

    def show_unfit(self, sentence: str) -> None:
        """Says why there can be no such network, instead of how many parameters it has."""
        self._old = False
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self._line.setVisible(not sentence)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """The shapes stand elsewhere and are locked with the form."""
        if event.type() == QEvent.Type.EnabledChange:
            self.shapes.setEnabled(self.isEnabled())
        super().changeEvent(event)

    def _take_shape(self, action: QAction) -> None:
        self.form.set_values({"hidden": tuple(action.data())})
        self._changed()

    def _changed(self) -> None:
        self._show_shapes()
        self.changed.emit(self.values())

    def _show_shapes(self) -> None:
        self.shapes.setVisible(self.form.values()["network"] == "simple")

    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._fold()

    def _fold(self) -> None:
        self.form.fold(() if self._unfolded else FOLDED)
        self._more.setText(tr("Less") if self._unfolded else tr("More settings"))
        self._more.setToolTip(tr("Start weights, normalisation, residual links and dropout"))
