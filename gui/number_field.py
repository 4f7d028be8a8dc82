"""A spin box for one number of a declaration, exact and forgiving about how it is typed."""

from __future__ import annotations

import math
import re
import sys
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from engine.errors import InputError
from engine.parameters import Parameter, read_value
from gui import fonts
from gui.texts import tr

_BEGUN = re.compile(r"[+-]?\d*\.?\d*(e[+-]?\d*)?", re.IGNORECASE)
_WHOLE = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?", re.IGNORECASE)
_EXPONENT = re.compile(r"e([+-])0*(\d)", re.IGNORECASE)
_SERIES = (1, 2, 5)
_EXACT_DECIMALS = 323
_WIDTH, _INSET, _EDGE = 78, 4, 2
_SHORT, _FEWEST = 6, 3


def plain_text(text: str) -> str:
    """What was typed, with a point and a hyphen, as float() reads it."""
    return text.strip().replace("\N{MINUS SIGN}", "-").replace(",", ".")


def number_text(value: float, decimals: int = 0) -> str:
    """A number with all its digits and at least this many decimals: 1.00, 0.015, 1e-8."""
    if value == int(value) and abs(value) < 1e15 and not decimals:
        return str(int(value))
    text = repr(float(value))
    if "e" in text:
        return _EXPONENT.sub(r"e\1\2", text).replace("e+", "e")
    whole, _, part = text.partition(".")
    part = part.rstrip("0").ljust(decimals, "0")
    return f"{whole}.{part}" if part else whole


def stepped(value: float, steps: int, step: float) -> float:
    """value + steps * step without the noise of binary fractions."""
    return float(Decimal(repr(value)) + steps * Decimal(repr(step)))


def stepped_by_factors(value: float, steps: int) -> float:
    """The number that lies `steps` further in the series 1, 2, 5, 10, 20, 50, …

    A value between two members goes to the next one in that direction; zero and less stay.
    """
    for _ in range(abs(steps)):
        if value <= 0:
            return value
        exponent = math.floor(math.log10(value))
        members = [float(f"{m}e{e}") for e in (exponent - 1, exponent, exponent + 1)
                   for m in _SERIES]
        near = 1e-9 * value
        if steps > 0:
            value = min(m for m in members if m > value + near)
        else:
            value = max(m for m in members if m < value - near)
    return value


class NumberField(QDoubleSpinBox):
    """A float or int parameter; takes 0,5 and 1e-3 as well, and never holds a wrong number.

    `valueChanged` comes at once while a right number is typed, and `refused` carries the sentence
    that says what is wrong with the text, and an empty one when it is right again. A field that is
    not `live` waits until Enter is pressed or the field is left, and says what is wrong then. Where
    the text is wrong in the end, the value from before the typing comes back; `put_back` says why.
    """

    refused = Signal(str)
    put_back = Signal(str)

    def __init__(self, parameter: Parameter, parent: QWidget | None = None, *,
                 live: bool = True) -> None:
        super().__init__(parent)
        self._parameter = parameter
        self._before: float | None = None
        self._wrong = ""
        self.setKeyboardTracking(live)
        self._logarithmic = getattr(parameter.declaration, "logarithmic", False)
        self._step = float(parameter.step or 1)
        self._decimals = 0 if parameter.type == "int" or self._logarithmic else \
            max(0, -Decimal(repr(self._step)).normalize().as_tuple().exponent)
        self.setDecimals(0 if parameter.type == "int" else _EXACT_DECIMALS)
        low, high = parameter.minimum, parameter.maximum
        self.setRange(-sys.float_info.max if low is None else low,
                      sys.float_info.max if high is None else high)
        super().setValue(parameter.default)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(fonts.pixels(_WIDTH))
        self.lineEdit().setTextMargins(_INSET, 0, 0, 0)
        self.lineEdit().textEdited.connect(self._typed)
        self.editingFinished.connect(self._settled)

    def setValue(self, value: float) -> None:
        """Shows a number; what was being typed is forgotten."""
        self._before, self._wrong = None, ""
        super().setValue(value)

    def textFromValue(self, value: float) -> str:
        """All digits of the value, at least as many as its step has; fewer where the field has no
        room for them, which keeps the value."""
        whole = number_text(value, self._decimals)
        if value == 0 or "." not in whole or not self.isVisible() or self._fits(whole):
            return whole
        fewest = max(_FEWEST, math.floor(math.log10(abs(value))) + 2)
        shorter = (number_text(float(f"{value:.{digits}g}"), self._decimals)
                   for digits in range(_SHORT, fewest - 1, -1))
        return next((text for text in shorter if self._fits(text)), whole)

    def _fits(self, text: str) -> bool:
        room = self.lineEdit().contentsRect().width() - _INSET - 2 * _EDGE
        return self.fontMetrics().horizontalAdvance(self.prefix() + text + self.suffix()) <= room

    def _show_fitting(self) -> None:
        text = self.prefix() + self.textFromValue(self.value()) + self.suffix()
        if self._before is None and text != self.lineEdit().text():
            self.lineEdit().setText(text)
            self.lineEdit().setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shows as many digits as there is room for now."""
        super().resizeEvent(event)
        self._show_fitting()

    def showEvent(self, event: QShowEvent) -> None:
        """The same, when it is seen first."""
        super().showEvent(event)
        self._show_fitting()

    def valueFromText(self, text: str) -> float:
        """The number that was typed; the last right one where it is none, and where only some of
        its digits are shown."""
        if self._bare(text) == self.textFromValue(self.value()):
            return self.value()
        try:
            return float(read_value(self._parameter, plain_text(self._bare(text))))
        except InputError:
            return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Acceptable within the range; anything that can become a number may be typed."""
        words = plain_text(self._bare(text))
        if not _BEGUN.fullmatch(words):
            return QValidator.State.Invalid, text, position
        return (QValidator.State.Intermediate if self.problem(words)
                else QValidator.State.Acceptable), text, position

    def problem(self, text: str) -> str:
        """The sentence that says what is wrong with a typed text, empty where it is right."""
        if self._bare(text) == self.textFromValue(self.value()):
            return ""
        try:
            read_value(self._parameter, plain_text(self._bare(text)))
        except InputError as error:
            return tr(error.phrase)
        return ""

    def _bare(self, text: str) -> str:
        return text.removeprefix(self.prefix()).removesuffix(self.suffix())

    def stepBy(self, steps: int) -> None:
        """One step of the declaration, or of the series 1, 2, 5 where it goes by factors."""
        value = stepped_by_factors(self.value(), steps) if self._logarithmic \
            else stepped(self.value(), steps, self._step)
        self.refused.emit("")
        self.setValue(min(max(value, self.minimum()), self.maximum()))
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turns only with the keyboard in it, so that scrolling a panel changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _typed(self, text: str) -> None:
        """Says nothing against what is only begun, such as a lone minus."""
        if self._before is None:
            self._before = self.value()
        self._wrong = self.problem(text)
        begun = not _WHOLE.fullmatch(plain_text(self._bare(text)))
        self.refused.emit("" if begun or not self.keyboardTracking() else self._wrong)

    def _settled(self) -> None:
        """Beginnings of a wrong number may have been right numbers: none of them stays."""
        before, wrong, self._before, self._wrong = self._before, self._wrong, None, ""
        if wrong and before is not None:
            self.setValue(before)
        if self.keyboardTracking():
            self.refused.emit("")
        elif wrong:
            self.refused.emit(wrong)
        if wrong:
            self.put_back.emit(wrong)
