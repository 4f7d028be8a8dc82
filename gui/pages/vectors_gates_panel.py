"""The left and right panels of the second tab: unit, parameters and square; what a gate is."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from engine.activations import FAMILIES, catalogue, find
from engine.analysis.gate_surface import GateSlope, GateSurface
from engine.analysis.surface import SurfaceSettings
from engine.errors import LabError
from engine.figures.gates import gate_sentence
from engine.parameters import parameters_of
from gui.colour_maps import signed_reason
from gui.fact_rows import FactRow, FactRows
from gui.form import Form
from gui.formula_view import FormulaView
from gui.number_texts import shown_number
from gui.pages.vectors_states import GatesState
from gui.pages.vectors_tab import KindForm, KindList, with_values
from gui.panel_tabs import FunctionTab
from gui.sections import SidePanel, link, section
from gui.texts import tr

_LABEL = 68


class GatesPanel(SidePanel):
    """Shows a GatesState; `changed` carries the one that a person asks for."""

    changed = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = GatesState()
        self.list = KindList(list(catalogue("gated")), "gated", tr("Gated units"))
        self.form = KindForm("gated", label_width=_LABEL, empty=tr("This unit has none."))
        self.square = Form(parameters_of(SurfaceSettings), sliders=False, resets=False,
                           label_width=_LABEL, live=False)
        reset = link(tr("Reset all"))
        reset.setToolTip(tr("Parameters and range as at the start"))
        reset.clicked.connect(self._reset)
        self.add_section(section(tr("Gated units")), self.list, first=True)
        self.column.addSpacing(6)
        self.add_section(section(tr("Parameters"), reset), self.form)
        self.add_section(section(tr("Range of a and b")), self.square)
        self.column.addStretch(1)
        self.list.chosen.connect(self._key_chosen)
        self.form.changed.connect(self._values_changed)
        self.form.refused.connect(self.refused)
        self.square.changed.connect(self._square_changed)
        self.square.invalid.connect(self.refused)

    def show_state(self, state: GatesState) -> None:
        """Shows a state; emits nothing."""
        self._state = state
        self.list.show_key(state.key)
        self.form.show_values(state.key, dict(state.values).get(state.key, {}))
        self.square.set_values(asdict(state.settings))

    def show_colours(self, signed: bool) -> None:
        """Offers the colour maps unless values of both signs have colours of their own."""
        self.square.set_idle("colours", signed_reason() if signed else "")

    def _key_chosen(self, key: str) -> None:
        self.changed.emit(replace(self._state, key=key))

    def _values_changed(self, values: dict[str, Any]) -> None:
        self.changed.emit(with_values(self._state, values))

    def _square_changed(self, values: dict[str, Any]) -> None:
        try:
            settings = SurfaceSettings(**values).validated()
        except LabError as error:
            self.square.set_values(asdict(self._state.settings))
            self.refused.emit(tr(error.phrase))
            return
        self.changed.emit(replace(self._state, settings=settings))

    def _reset(self) -> None:
        self.changed.emit(replace(self._state, values=(), settings=GatesState().settings))


class GatesFacts(FunctionTab):
    """What the unit is, which input is the gate, and what happens at the cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._source, self._note = QLabel(), QLabel(), QLabel()
        self._name.setProperty("role", "title")
        self.formula, self.rows = FormulaView(), FactRows()
        self._cursor, split = QLabel(), QLabel(tr(
            "a is the value, b the gate: two linear layers of the same input. nn.GLU(dim) splits "
            "one layer in half along dim; the first half is the value, the second the gate. So "
            "2n inputs give n outputs. Shazeer's formulas write the gate first."))
        head = QLabel(tr("Which input is the gate"))
        head.setProperty("role", "section")
        for label in (self._source, self._note):
            label.setProperty("role", "secondary")
        for label in (self._source, self._note, self._cursor, split):
            label.setWordWrap(True)
        for group in ((self._name, self._source, self.formula), (head, split),
                      (self.rows, self._cursor), (self._note,)):
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

    def show_function(self, key: str) -> None:
        """Name, source and formula."""
        item = find(key, "gated")
        year = "" if item.year is None else f" · {item.year}"
        self._name.setText(item.name)
        self._source.setText(f"{tr(FAMILIES[item.family])}{year} · {item.paper}")
        self.formula.set_latex(f"z = {item.formula}")
        self._note.setText(tr(item.note) if item.note else "")

    def show_point(self, surface: GateSurface, at: GateSlope) -> None:
        """What is at the cursor."""
        self.rows.show_rows([
            FactRow(tr("Value a"), shown_number(at.value, 3)),
            FactRow(tr("Gate b"), shown_number(at.gate, 3)),
            FactRow(tr("Product z"), shown_number(at.z, 4)),
            FactRow("∂z/∂a", shown_number(at.by_value, 4)),
            FactRow("∂z/∂b", shown_number(at.by_gate, 4))])
        self._cursor.setText(tr(gate_sentence(surface, at)))
