"""The left and right panels of the third tab: network and sample; why the forms differ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QWidget

from engine.activations import catalogue
from engine.diagnostics.trace_records import MOST_TYPED, Trace, TraceSettings, check_typed
from engine.errors import InputError, LabError
from engine.figures.trace import trace_reason
from engine.parameters import parameters_of
from gui import fonts
from gui.data_choice import DataChoice
from gui.eliding_box import ElidingBox
from gui.fact_rows import FactRow, FactRows
from gui.form import Form
from gui.line_samples import line_icon
from gui.number_field import number_text
from gui.number_texts import shown_number
from gui.pages.vectors_states import TraceState
from gui.pages.vectors_tab import KindForm, narrow, with_values
from gui.pages.vectors_typed import typed_numbers
from gui.panel_tabs import FunctionTab
from gui.picker import name_of
from gui.plot_pictures import image_of
from gui.plot_ticks import value_text
from gui.sections import SidePanel, link, rows, section
from gui.texts import tr

_LABEL = 72
_SAMPLE = QSize(26, 12)
_PICTURE = 112


class TracePanel(SidePanel):
    """Shows a TraceState; `changed` carries the one that a person asks for."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TraceState()
        self.function = ElidingBox()
        self.function.setAccessibleName(tr("Activation"))
        self.function.setIconSize(_SAMPLE)
        for key in catalogue():
            self.function.addItem(line_icon(key), name_of(key), key)
        self.form = KindForm("elementwise", label_width=_LABEL)
        parameters = {p.name: p for p in parameters_of(TraceSettings)}
        self.network, self.sample = (
            Form([parameters[name] for name in names], sliders=False, resets=False,
                 label_width=_LABEL)
            for names in (("hidden", "seed", "steps", "training"), ("sample",)))
        self.data, self.typed = DataChoice(), QLineEdit()
        self.typed.setAccessibleName(tr("Typed inputs"))
        self.typed.setPlaceholderText(tr("for example 0.5, −1, 2"))
        self.typed.setToolTip(tr("Numbers to send through a network of as many inputs, instead of "
                                 "a picture; leave it empty for the picture"))
        narrow(self.function, self.data)
        self._lay_out()
        self.function.activated.connect(self._function_chosen)
        self.form.changed.connect(self._values_changed)
        self.typed.editingFinished.connect(self._inputs_typed)
        self.data.changed.connect(self._data_chosen)
        for form in (self.network, self.sample):
            form.changed.connect(self._settings_changed)
        for form in (self.form, self.network, self.sample):
            getattr(form, "invalid", getattr(form, "refused", None)).connect(self.refused)

    def _lay_out(self) -> None:
        reset = link(tr("Reset all"))
        reset.setToolTip(tr("Parameters, network and test picture as at the start"))
        reset.clicked.connect(self._reset)
        body = rows(((tr("Function"), self.function),), _LABEL)
        body.layout().addWidget(self.form, 1, 0, 1, 2)
        self.add_section(section(tr("Activation"), reset), body, first=True)
        self.add_section(section(tr("Network")), self.network)
        inputs = rows(((tr("Data"), self.data), (tr("or typed"), self.typed)), _LABEL)
        inputs.layout().addWidget(self.sample, 2, 0, 1, 2)
        self.add_section(section(tr("Input")), inputs)
        self.column.addStretch(1)

    def show_state(self, state: TraceState) -> None:
        """Shows a state; emits nothing."""
        self._state = state
        self.function.setCurrentIndex(self.function.findData(state.key))
        self.form.show_values(state.key, dict(state.values).get(state.key, {}))
        settings = asdict(state.settings)
        for form in (self.network, self.sample):
            form.set_values({name: settings[name] for name in form.values()})
        self.data.set_source(state.source)
        self.typed.setText(", ".join(map(number_text, state.typed)).replace("-", "−"))
        self.sample.set_locked(bool(state.typed))
        self.data.setEnabled(not state.typed)

    def _function_chosen(self, index: int) -> None:
        self.changed.emit(replace(self._state, key=self.function.itemData(index)))

    def _values_changed(self, values: dict[str, Any]) -> None:
        self.changed.emit(with_values(self._state, values))

    def _settings_changed(self) -> None:
        try:
            settings = TraceSettings(**self.network.values(), **self.sample.values()).validated()
        except LabError as error:
            self.refused.emit(tr(error.phrase))
            return
        self.changed.emit(replace(self._state, settings=settings))

    def _data_chosen(self, source: str) -> None:
        self.changed.emit(replace(self._state, source=source))

    def _inputs_typed(self) -> None:
        wrong, typed = "", ()
        try:
            typed = typed_numbers(self.typed.text())
            check_typed(typed)
        except ValueError:
            wrong = tr("Type at most {count} numbers, separated by commas.", count=MOST_TYPED)
        except InputError as error:
            wrong = tr(error.phrase)
        if wrong or typed == self._state.typed:
            self.show_state(self._state)
            self.refused.emit(wrong)
        else:
            self.changed.emit(replace(self._state, typed=typed))

    def _reset(self) -> None:
        self.changed.emit(replace(self._state, values=(), settings=TraceSettings()))

    def remedies(self, error: Exception) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Another folder, where the data are what is wrong."""
        return self.data.remedies(error)


class TraceFacts(FunctionTab):
    """The sample, why both forms agree or not, and how each is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head, self._picture, self._reason = QLabel(), QLabel(), QLabel()
        self._head.setProperty("role", "title")
        self.rows, self.codes, self.values = FactRows(), FactRows(code=True), FactRows()
        self._layer = QLabel()
        self._layer.setProperty("role", "section")
        code_head = QLabel(tr("As it is written"))
        code_head.setProperty("role", "section")
        self._reason.setWordWrap(True)
        for group in ((self._head, self._picture, self.rows), (self._reason,),
                      (code_head, self.codes), (self._layer, self.values)):
            if self.column.count():
                line = QFrame()
                line.setFrameShape(QFrame.Shape.HLine)
                self.column.addWidget(line)
            for widget in group:
                self.column.addWidget(widget)
        self.column.addStretch(1)

    @property
    def title(self) -> str:
        """The panel's name."""
        return tr("About")

    def show_trace(self, trace: Trace, layer: int, classes: Sequence[str] = ()) -> None:
        """Fills it; the code is that of one step. `classes` are the names of the outputs."""
        picture = trace.picture
        self._head.setText(trace.label or tr("Typed inputs"))
        self._picture.setVisible(picture is not None)
        if picture is not None:
            self._picture.setPixmap(_pixmap(picture))
        guesses = trace.steps[-1]
        self.rows.show_rows([
            FactRow(tr("Module says"), _guess(guesses.module, classes)),
            FactRow(tr("Functional says"), _guess(guesses.functional, classes)),
            *(FactRow(name, _numbers(values))
              for name, values in trace.learned.items())])
        self._reason.setText(tr(trace_reason(trace)))
        step = trace.steps[layer]
        self.codes.show_rows([FactRow(tr("Module"), step.module_code or "x"),
                              FactRow(tr("Functional"), step.functional_code or "x")])
        self._layer.setText(tr("Module values: {layer}", layer=step.name))
        self.values.show_rows(_statistics(step.module.astype(np.float64)))


def _statistics(values: np.ndarray) -> list[FactRow]:
    with np.errstate(invalid="ignore"):
        mean = float(values.mean())
    zeros = float((values == 0).mean())
    return [FactRow(tr("Values"), shown_number(len(values))),
            FactRow(tr("Mean"), value_text(mean)), FactRow(tr("Min"), value_text(values.min())),
            FactRow(tr("Max"), value_text(values.max())),
            FactRow(tr("Zeros"), f"{shown_number(100 * zeros, 1)} %")]


def _pixmap(picture: np.ndarray) -> QPixmap:
    image = image_of(np.rint((picture + 1) * 127.5).astype(np.uint8))
    side = fonts.pixels(_PICTURE)
    return QPixmap.fromImage(image.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio,
                                          Qt.TransformationMode.FastTransformation))


def _guess(probabilities: np.ndarray, classes: Sequence[str]) -> str:
    best = int(probabilities.argmax())
    name = classes[best] if classes else tr("Class {number}", number=best + 1)
    return f"{name}, {shown_number(float(probabilities[best]), 4)}"


def _numbers(values: list[float]) -> str:
    shown = ", ".join(shown_number(value, 4) for value in values[:3])
    return f"{shown} …" if len(values) > 3 else shown
