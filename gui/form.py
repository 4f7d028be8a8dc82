"""A form made from declarations: one row for each parameter, and nothing said twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from engine.parameters import Parameter, defaults_of
from gui import fonts
from gui.form_controls import CONTROLS, SwitchControl
from gui.icons import icon
from gui.number_field import NumberField, number_text
from gui.texts import tr

__all__ = ["Form", "NumberField"]

_ROW_HEIGHT, _RESET = 33, 20
_LABEL_SMALLEST, _LABEL_LARGEST = 60, 96


def tip_of(parameter: Parameter) -> str:
    """What a tooltip says of a parameter: its own words, its range, its default."""
    declaration = parameter.declaration
    lines = [tr(declaration.tip)] if declaration.tip else []
    low, high = parameter.minimum, parameter.maximum
    if low is not None and high is not None:
        lines.append(tr("From {low} to {high}", low=number_text(low), high=number_text(high)))
    elif low is not None:
        lines.append(tr("At least {low}", low=number_text(low)))
    elif high is not None:
        lines.append(tr("At most {high}", high=number_text(high)))
    if parameter.type in ("float", "int"):
        lines.append(tr("Default: {value}", value=number_text(parameter.default)))
    return "\n".join(lines)


class _Row(QWidget):
    """Label, control, reset, and the sentence that says what is wrong."""

    changed = Signal()
    refused = Signal(str)
    put_back = Signal(str)
    sweep_wanted = Signal()

    def __init__(self, parameter: Parameter, name: str, slider: bool, reset: bool,
                 sweep: bool, *, live: bool) -> None:
        super().__init__()
        self.parameter = parameter
        self.control = CONTROLS[parameter.type](parameter, slider, live)
        self.control.setToolTip(tip_of(parameter))
        self._name_parts(name)
        self._reset = self._small_button("reset", tr("Reset {name}", name=name))
        self._reset.setVisible(reset)
        self._sweep = self._small_button("play", tr("Animate {name}", name=name))
        self._sweep.setVisible(sweep and parameter.type == "float")
        self._sweep.clicked.connect(self.sweep_wanted)
        self._sentence = QLabel()
        self._sentence.setProperty("role", "wrong")
        self._sentence.setWordWrap(True)
        self._sentence.hide()
        self._lay_out(name)
        self.control.edited.connect(self._edited)
        self.control.refused.connect(self._refuse)
        if isinstance(field := getattr(self.control, "field", None), NumberField):
            field.put_back.connect(self.put_back)
        self._reset.clicked.connect(self.reset)
        self.show_reset()

    @staticmethod
    def _small_button(picture: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture, "text"))
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(_RESET, _RESET)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _name_parts(self, name: str) -> None:
        """Accessible names: the control's own, and which part of it where it has several."""
        self.control.setAccessibleName(name)
        for part in ("field", "slider"):
            if getattr(self.control, part, None) is not None:
                getattr(self.control, part).setAccessibleName(name)
                getattr(self.control, part).setToolTip(tip_of(self.parameter))
        if hasattr(self.control, "index"):
            self.control.index.setAccessibleName(tr("{name}, which value", name=name))

    def _lay_out(self, name: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.setRowMinimumHeight(0, _ROW_HEIGHT)
        grid.setColumnStretch(1, 1)
        self.label = QWidget()
        if isinstance(self.control, SwitchControl):
            grid.addWidget(self.control, 0, 0, 1, 2)
        else:
            self._make_label(name)
            grid.addWidget(self.label, 0, 0)
            grid.addWidget(self.control, 0, 1)
        grid.addWidget(self._reset, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._sweep, 0, 3, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._sentence, 1, 0, 1, 4)

    def _make_label(self, name: str) -> None:
        words = QLabel(name)
        words.setProperty("role", "secondary")
        words.setWordWrap(True)
        words.setBuddy(self.control)
        words.setToolTip(tip_of(self.parameter))
        column = QVBoxLayout(self.label)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(words)
        if self.parameter.learned:
            learned = QLabel(tr("learned"))
            learned.setProperty("role", "note")
            learned.setToolTip(tr("Training changes this value; it starts from here"))
            column.addWidget(learned)

    def show_reset(self) -> None:
        """Reset is faded while the value is the default."""
        self._reset.setEnabled(self.control.value() != self.parameter.default)

    def offer_reset(self, offered: bool) -> None:
        """Shows the reset button, or leaves its room to the control."""
        self._reset.setVisible(offered)
        if not offered:
            self.layout().removeWidget(self._reset)
            self.layout().addWidget(self._sentence, 1, 0, 1, 2)

    def reset(self) -> None:
        """Back to the default, as a person's change."""
        self.control.set_value(self.parameter.default)
        self._refuse("")
        self._edited()

    def _edited(self) -> None:
        self.show_reset()
        self.changed.emit()

    def set_idle(self, reason: str) -> None:
        """Locks the control and says why as a tip, or frees it again where there is no reason."""
        self.control.setEnabled(not reason)
        self.label.setEnabled(not reason)
        for part in (self.control, *self.label.findChildren(QLabel)):
            part.setToolTip(reason or tip_of(self.parameter))

    def clear_problem(self) -> None:
        """Takes a shown sentence away."""
        self._refuse("")

    def _refuse(self, sentence: str) -> None:
        if sentence == self._sentence.text():
            return
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        field = getattr(self.control, "field", self.control)
        field.setProperty("wrong", bool(sentence))
        field.style().unpolish(field)
        field.style().polish(field)
        self.refused.emit(sentence)


class Form(QWidget):
    """One row for each parameter. `labels` replaces names.

    `sliders` puts one beside a number with a short range, `resets` a button at the end of a row.

    `sweeps` adds a button that asks for an animation of a number by `sweep_wanted`, with its name.

    Without `resets` the page has one reset for all; `label_width` (at 100 %) aligns several forms.

    `changed` carries all values at every step and keystroke that gives a right value; `invalid`
    the sentence that says what is wrong with a text, empty when it is right again. `put_back` has
    that sentence where a number was wrong in the end and the one before it came back. Numbers of a
    form that is not `live` are judged when they are typed to the end. What does not matter beside
    the other values (see parameters.Parameter.matters) is hidden and keeps its value;
    `fold` hides more.
    """

    changed = Signal(dict)
    invalid = Signal(str)
    put_back = Signal(str)
    sweep_wanted = Signal(str)

    def __init__(
        self,
        parameters: Sequence[Parameter],
        values: Mapping[str, Any] | None = None,
        parent: QWidget | None = None,
        labels: Mapping[str, str] | None = None,
        sliders: bool = True,
        *,
        resets: bool = True,
        sweeps: bool = False,
        label_width: int = 0,
        live: bool = True,
    ) -> None:
        super().__init__(parent)
        self.parameters = tuple(parameters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._rows: dict[str, _Row] = {}
        self._folded: frozenset[str] = frozenset()
        for parameter in self.parameters:
            name = (labels or {}).get(parameter.name) or tr(parameter.label)
            row = _Row(parameter, name, sliders, resets, sweeps, live=live)
            row.offer_reset(resets)
            row.changed.connect(self._row_changed)
            row.refused.connect(self.invalid)
            row.put_back.connect(self.put_back)
            row.sweep_wanted.connect(self._sweep_asked)
            self._rows[parameter.name] = row
            column.addWidget(row)
        self._align(label_width)
        self._fit_rows()
        if values:
            self.set_values(values)

    def _align(self, width: int) -> None:
        """Gives all labels this width, or that of the widest within 60 to 96 pixels at 100 %."""
        labels = [row.label for row in self._rows.values() if row.label.layout() is not None]
        widest = max((self._text_width(label) for label in labels), default=0)
        widest = min(max(widest, fonts.pixels(_LABEL_SMALLEST)), fonts.pixels(_LABEL_LARGEST))
        for label in labels:
            label.setFixedWidth(fonts.pixels(width) or widest)

    @staticmethod
    def _text_width(label: QWidget) -> int:
        return max(part.fontMetrics().horizontalAdvance(part.text()) + 2
                   for part in label.findChildren(QLabel))

    def control(self, name: str) -> QWidget:
        """The control of a parameter, for a test or a sweep button beside it."""
        return self._rows[name].control

    def values(self) -> dict[str, Any]:
        """Name to value in the parameters' own types; always right values."""
        return {name: row.control.value() for name, row in self._rows.items()}

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Shows these values, the others stay; emits nothing. Equal ones are left untouched."""
        for name, value in values.items():
            row = self._rows[name]
            if row.control.value() != value:
                row.control.set_value(value)
                row.clear_problem()
            row.show_reset()
        self._fit_rows()

    def fold(self, names: Iterable[str]) -> None:
        """Hides these rows as long as they stand at their defaults, and no others."""
        self._folded = frozenset(names)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """Only what matters beside the other values has a row; what they are not of counts."""
        values = self.values()
        for name, row in self._rows.items():
            folded = name in self._folded and values[name] == row.parameter.default
            try:
                matters = row.parameter.matters(values)
            except KeyError:  # it depends on a value that is no part of this form
                matters = True
            row.setVisible(matters and not folded)

    def reset(self) -> None:
        """All values back to their defaults, as one change."""
        self.set_values(defaults_of(self.parameters))
        for row in self._rows.values():
            row.clear_problem()
        self.changed.emit(self.values())

    @property
    def at_defaults(self) -> bool:
        """Whether every value is its default."""
        return self.values() == defaults_of(self.parameters)

    def set_locked(self, locked: bool) -> None:
        """Locks all controls while a run uses the values; their grounds turn to the window's."""
        for row in self._rows.values():
            row.setEnabled(not locked)

    def set_idle(self, name: str, reason: str) -> None:
        """Locks a value that changes nothing now and says why as a tip; no reason frees it."""
        self._rows[name].set_idle(reason)

    def _sweep_asked(self) -> None:
        self.sweep_wanted.emit(self.sender().parameter.name)

    def _row_changed(self) -> None:
        self._fit_rows()
        self.changed.emit(self.values())
