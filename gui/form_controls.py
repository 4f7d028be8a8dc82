"""The controls of a form: one for each kind of declaration, all with the same three names.

`value()`, `set_value(value)` which emits nothing, and the signals `edited(value)` and
`refused(sentence)`, the latter empty when the text is right again.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QSpinBox,
    QWidget,
)

from engine.errors import InputError
from engine.parameters import Parameter, Range, read_value
from gui import fonts
from gui.number_field import NumberField, number_text, stepped
from gui.texts import tr

_SLIDER_POSITIONS = 200
_REPEATED = 4
_SLIDER_WIDTH = 56
_INDEX_WIDTH, _ITEM_WIDTH = 48, 64


class WheelGuard(QObject):
    """Lets the wheel scroll the panel over a control that has not the keyboard."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Passes the wheel on to the panel."""
        if event.type() == QEvent.Type.Wheel and not watched.hasFocus():
            event.ignore()
            return True
        return False


def _guard(widget: QWidget) -> None:
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(WheelGuard(widget))


def has_slider(parameter: Parameter) -> bool:
    """Whether its range has two ends that few steps join."""
    low, high, step = parameter.minimum, parameter.maximum, parameter.step
    if not isinstance(parameter.declaration, Range) or parameter.declaration.logarithmic:
        return False
    return None not in (low, high) and (high - low) / step <= _SLIDER_POSITIONS


class NumberControl(QWidget):
    """A number: a spin box, with a slider where the range is short."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parameter: Parameter, slider: bool = True,
                 live: bool = True) -> None:
        super().__init__()
        self._parameter = parameter
        self.field = NumberField(parameter, live=live)
        self.slider: QSlider | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        if slider and has_slider(parameter):
            self.slider = self._make_slider()
            row.addWidget(self.slider, 1)
        self.field.valueChanged.connect(self._field_changed)
        self.field.refused.connect(self.refused)
        self.setFocusProxy(self.field)

    def _make_slider(self) -> QSlider:
        low, high, step = self._parameter.minimum, self._parameter.maximum, self._parameter.step
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, -int((low - high) // step))
        slider.setMinimumWidth(1)
        _guard(slider)
        slider.valueChanged.connect(self._slider_moved)
        return slider

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leaves the slider out where a narrow panel has no room for it."""
        super().resizeEvent(event)
        if self.slider is not None:
            room = self.width() - self.field.minimumSizeHint().width()
            self.slider.setVisible(room >= fonts.pixels(_SLIDER_WIDTH))

    def value(self) -> float | int:
        """The last right number, an int for an int parameter."""
        value = self.field.value()
        return int(value) if self._parameter.type == "int" else value

    def set_value(self, value: float) -> None:
        """Shows a number; emits nothing."""
        self.field.blockSignals(True)
        self.field.setValue(value)
        self.field.blockSignals(False)
        self._place_slider()

    def _place_slider(self) -> None:
        if self.slider is not None:
            self.slider.blockSignals(True)
            self.slider.setValue(
                round((self.field.value() - self._parameter.minimum) / self._parameter.step))
            self.slider.blockSignals(False)

    def _slider_moved(self, position: int) -> None:
        value = stepped(float(self._parameter.minimum), position, float(self._parameter.step))
        self.field.setValue(min(value, self._parameter.maximum))

    def _field_changed(self) -> None:
        self._place_slider()
        self.edited.emit(self.value())


class VectorControl(QWidget):
    """Several numbers: which one, and its value."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parameter: Parameter, slider: bool = True,
                 live: bool = True) -> None:
        super().__init__()
        self._values = [float(item) for item in parameter.default]
        self.index = QSpinBox()
        self.index.setRange(1, parameter.length)
        self.index.lineEdit().setTextMargins(4, 0, 0, 0)
        self.index.setFixedWidth(fonts.pixels(_INDEX_WIDTH))
        self.index.setToolTip(tr("Which of the {count} values", count=parameter.length))
        _guard(self.index)
        declaration = parameter.declaration
        item = Parameter(parameter.name, "float", self._values[0], Range(
            declaration.minimum, declaration.maximum, declaration.step, label=declaration.label))
        self.field = NumberField(item, live=live)
        self.field.setMinimumWidth(fonts.pixels(_ITEM_WIDTH))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.index)
        row.addWidget(self.field, 1)
        self.index.valueChanged.connect(self._show)
        self.field.valueChanged.connect(self._field_changed)
        self.field.refused.connect(self.refused)
        self.setFocusProxy(self.field)

    def value(self) -> tuple[float, ...]:
        """All the values."""
        return tuple(self._values)

    def set_value(self, values: tuple[float, ...]) -> None:
        """Shows other values; emits nothing."""
        self._values = [float(item) for item in values]
        self._show()

    def _show(self) -> None:
        self.field.blockSignals(True)
        self.field.setValue(self._values[self.index.value() - 1])
        self.field.blockSignals(False)

    def _field_changed(self, value: float) -> None:
        self._values[self.index.value() - 1] = value
        self.edited.emit(self.value())


class ChoiceControl(QComboBox):
    """One of a few names, in words."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parameter: Parameter, slider: bool = True,
                 live: bool = True) -> None:
        super().__init__()
        declaration = parameter.declaration
        words = declaration.labels or declaration.values
        for key, label in zip(declaration.values, words, strict=True):
            self.addItem(tr(label), key)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        _guard(self)
        self.set_value(parameter.default)
        self.activated.connect(self._chosen)

    def value(self) -> str:
        """The key of the choice."""
        return self.currentData()

    def set_value(self, key: str) -> None:
        """Shows a choice; emits nothing to a form."""
        self.setCurrentIndex(self.findData(key))

    def _chosen(self) -> None:
        self.edited.emit(self.value())


class SwitchControl(QCheckBox):
    """Yes or no; its words stand beside it and not in the column of labels."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parameter: Parameter, slider: bool = True,
                 live: bool = True) -> None:
        super().__init__(tr(parameter.label))
        self.setChecked(parameter.default)
        self.clicked.connect(self._clicked)

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def set_value(self, on: bool) -> None:
        """Shows it on or off; emits nothing to a form."""
        self.setChecked(on)

    def _clicked(self) -> None:
        self.edited.emit(self.value())


def list_text(numbers: Iterable[int]) -> str:
    """Numbers with commas between; the same one four times or more as 16*100."""
    parts = []
    for number, same in groupby(numbers):
        count = len(list(same))
        parts += [f"{number_text(number)}*{count}"] if count >= _REPEATED \
            else [number_text(number)] * count
    return ", ".join(parts)


class TextControl(QLineEdit):
    """Free text, or a list of whole numbers; the last right value is kept while text is wrong."""

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, parameter: Parameter, slider: bool = True,
                 live: bool = True) -> None:
        super().__init__()
        self._parameter = parameter
        self.set_value(parameter.default)
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._settled)

    def value(self) -> Any:
        """A tuple of ints, or the text."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Shows a value; emits nothing."""
        self._value, self._before, self._wrong = value, None, False
        self._show_value()

    def _show_value(self) -> None:
        value = self._value
        self.setText(value if isinstance(value, str) else list_text(value))
        self.setCursorPosition(0)

    def _typed(self, text: str) -> None:
        self._before = self._value if self._before is None else self._before
        try:
            value = read_value(self._parameter, text)
        except InputError as error:
            self._wrong = True
            self.refused.emit(tr(error.phrase))
            return
        self._wrong = False
        self.refused.emit("")
        self._take(value)

    def _take(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _settled(self) -> None:
        """Shows what is right when the field is left; where the text is wrong, what was there
        before it was typed."""
        before, wrong, self._before, self._wrong = self._before, self._wrong, None, False
        if wrong:
            self._take(before)
        if self._parameter.type == "integers":
            self._show_value()
        self.refused.emit("")


CONTROLS = {
    "float": NumberControl, "int": NumberControl, "vector": VectorControl,
    "integers": TextControl, "choice": ChoiceControl, "bool": SwitchControl, "text": TextControl,
}
