"""The second tab of the Vectors page: a gated unit as a surface over its value and its gate."""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from engine.activations import find
from engine.figures import Figure, HeatMap
from engine.figures.gates import (
    FIRST_CURSOR,
    MappedGate,
    gate_figure,
    gate_formula,
    gate_map,
    gate_steps,
)
from gui import fonts
from gui.number_texts import shown_number
from gui.pages.vectors_gates_panel import GatesFacts, GatesPanel
from gui.pages.vectors_states import GatesState
from gui.pages.vectors_tab import VectorsTab
from gui.plot_look import Shown, words
from gui.plot_view import PlotView
from gui.relief_view import ReliefView
from gui.segmented import Segmented
from gui.texts import tr
from gui.turning import FIRST

_STEPS_A_SIDE = 100
_WIDE = 900


class _Controls(QWidget):
    """Named controls in a row; the names go where there is no room for them."""

    def __init__(self, named: tuple[tuple[str, QWidget], ...]) -> None:
        super().__init__()
        self._labels = [QLabel(name) for name, _ in named]
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        for label, (_, control) in zip(self._labels, named, strict=True):
            label.setMinimumWidth(1)  # else it would push the page's own controls together
            self._row.addWidget(label)
            self._row.addWidget(control)
        self._row.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See the class."""
        super().resizeEvent(event)
        items = [self._row.itemAt(index).widget() for index in range(self._row.count())]
        needed = sum(item.sizeHint().width() + self._row.spacing() for item in items if item)
        for label in self._labels:
            label.setVisible(self.width() >= needed)


class GatesTab(VectorsTab):
    """The surface in space beside its heat map with slices through the cursor."""

    _state: GatesState

    def __init__(self) -> None:
        super().__init__(GatesState())
        self._mapped: MappedGate | None = None
        self._coloured: HeatMap | None = None
        self._cursor, self._turn = FIRST_CURSOR, FIRST
        self.panel, self.facts = GatesPanel(), GatesFacts()
        self.relief, self.plot = ReliefView(title=""), PlotView()
        self._make_controls()
        self._sides = QSplitter(Qt.Orientation.Vertical)
        self._sides.setChildrenCollapsible(False)
        for part in (self.relief, self.plot):
            self._sides.addWidget(part)
            self._sides.setStretchFactor(self._sides.count() - 1, 1)
        self._sides.setSizes([360, 340])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._sides)
        self.setFocusProxy(self.plot)
        self.panel.changed.connect(self._change)
        self.panel.refused.connect(self._refused)
        self.relief.turned.connect(self._turned)
        self.plot.placed.connect(self._place)
        self.plot.stepped.connect(self._step)
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where both are large enough then, else above each other."""
        super().resizeEvent(event)
        wide = self.width() > _WIDE * fonts.pixels(100) / 100
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._sides.orientation() != wanted:
            self._sides.setOrientation(wanted)
            self._sides.setSizes([360, 340] if not wide else [520, 520])

    def _make_controls(self) -> None:
        self.colour = Segmented(
            [("value", tr("Value")), ("gradient", tr("Gradient"))], tr("Colour by"),
            tips=(tr("Value: the colours show z"),
                  tr("Gradient: the colours show how steep the surface is, |∇z|")))
        self.view = Segmented(
            [("both", tr("3D and map")), ("relief", tr("3D")), ("map", tr("Map"))], tr("View"),
            tips=(tr("3D and map: the surface beside its heat map and slices"),
                  tr("3D: the surface alone"), tr("Map: heat map and slices alone")))
        self.controls = _Controls(((tr("Colour by"), self.colour), (tr("View"), self.view)))
        self.colour.chosen.connect(self._colour_chosen)
        self.view.chosen.connect(self._view_chosen)

    def _refused(self, sentence: str) -> None:
        if sentence:
            self.message.emit("warning", sentence)

    def _colour_chosen(self, colour: str) -> None:
        self._change(replace(self._state, colour=colour))

    def _view_chosen(self, view: str) -> None:
        self._change(replace(self._state, view=view))

    def _needs_work(self, before: GatesState, after: GatesState) -> bool:
        return (before.key, before.values, before.settings) != (
            after.key, after.values, after.settings)

    def _show_state(self) -> None:
        state = self._state
        self.panel.show_state(state)
        self.facts.show_function(state.key)
        self.colour.set_key(state.colour)
        self.view.set_key(state.view)
        self.relief.setVisible(state.view != "map")
        self.plot.setVisible(state.view != "relief")
        self._colour_surface()

    def _steps(self) -> Generator[MappedGate | None, None, None]:
        return _surface(self._state)

    def _arrived(self, records: list[MappedGate]) -> None:
        self._mapped = records[-1]
        self._colour_surface()
        self.status_changed.emit()

    def _colour_surface(self) -> None:
        if self._mapped is not None:
            self._coloured = gate_map(self._mapped, self._state.colour,
                                      self._state.settings.colours)
            self.panel.show_colours(self._coloured.signed)
            self._show_surface()

    def _figure(self) -> Figure | None:
        if self._mapped is None or self._coloured is None:
            return None
        return gate_figure(self._mapped.surface, self._coloured, self._cursor,
                           None if self._state.view == "map" else self._turn,
                           self._state.view == "relief")

    def _show_surface(self) -> None:
        """The relief by itself, the rest as the figure without it."""
        figure = self._figure()
        if figure is None or self._mapped is None:
            return
        if self._state.view != "map":
            panel, *others = figure.panels
            self.relief.show_relief(panel.relief, panel.cursor, words(panel.title),
                                    gate_formula(self._mapped.surface.key))
            figure = replace(figure, panels=tuple(others))
        if self._state.view != "relief":
            self.plot.show_figure(figure)
        surface = self._mapped.surface
        self.facts.show_point(surface, surface.at(*self._cursor))
        self.status_changed.emit()

    def _turned(self, azimuth: float, elevation: float) -> None:
        self._turn = azimuth, elevation
        self._show_surface()

    def reset_view(self) -> None:
        """From where it was seen at first."""
        self._turned(*FIRST)

    def _place(self, panel: int, x: float, y: float) -> None:
        """A press on the map places both, one on a slice the input that it runs along."""
        value, gate = self._cursor
        self._put_cursor({0: (x, y), 1: (value, y), 2: (x, gate)}.get(panel, self._cursor))

    def _step(self, across: int, up: int) -> None:
        step = (self._state.settings.high - self._state.settings.low) / _STEPS_A_SIDE
        self._put_cursor((self._cursor[0] + across * step, self._cursor[1] + up * step))

    def _put_cursor(self, cursor: tuple[float, float]) -> None:
        """On the decimals that a thousandth of the square needs: what is read off is the place."""
        low, high = self._state.settings.low, self._state.settings.high
        digits = 3 - math.floor(math.log10(high - low))
        self._cursor = tuple(min(max(round(place, digits), low), high) for place in cursor)
        self._show_surface()

    def picture(self) -> Figure | None:
        """What is seen: the surface with map and slices, or one of them."""
        return self._figure()

    def shown(self) -> Shown:
        """The slices are drawn as strongly as on the screen."""
        return Shown(selected=self._state.key)

    def status(self) -> tuple[tuple[str, str], ...]:
        """Value, gate and product at the cursor."""
        if self._mapped is None:
            return ()
        at = self._mapped.surface.at(*self._cursor)
        return (("a", shown_number(at.value, 3)), ("b", shown_number(at.gate, 3)),
                ("z", shown_number(at.z, 4)))

    def selection(self) -> str:
        """The unit."""
        return find(self._state.key, "gated").name

    def close_work(self) -> None:
        """Ends the job and the test of OpenGL."""
        super().close_work()
        self.relief.close_work()


def _surface(state: GatesState) -> Generator[MappedGate | None, None, None]:
    from engine.device import use_one_thread

    use_one_thread()
    values = dict(state.values).get(state.key, {})
    yield from gate_steps(state.key, values, state.settings)
