"""The Function page: f, f' and f'' of the ticked functions, live."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.activations import find
from engine.analysis.curves import Curve, curves
from engine.figures import Figure
from engine.figures.function import function_figure
from gui import own_functions
from gui.about_panel import AboutPanel
from gui.formula_desk import FormulaDesk
from gui.formula_draft import Writing
from gui.function_panel import FunctionPanel
from gui.page import Page
from gui.pages.function_animation import FunctionAnimation
from gui.pages.function_bar import FunctionBar
from gui.pages.function_state import FunctionState, differences, fitting
from gui.pages.function_status import values_at
from gui.panel_tabs import FunctionTab, LateTab, PanelTabs
from gui.picker import name_of
from gui.plot_look import Shown
from gui.plot_view import PlotView
from gui.texts import tr
from gui.undo import Changes

_FIRST = ("gelu", "silu", "relu", "elu")
_FIRST_CURSOR = -1.4
"""Not at 0, where ReLU has no derivative to show."""


class FunctionPage(Page):
    """Picker and parameters left, curves in the centre, what is known of the selected one right."""

    key = "function"
    icon = "function"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._curves: list[Curve] = []
        self._arriving: list[Curve] = []
        self._hidden: set[str] = set()
        self._view: tuple[float, float] | None = None
        self._cursor: float | None = None
        self._waiting = self._placed = False
        self._changes: Changes[FunctionState] = Changes()
        self._begun = False
        self._damaged = own_functions.load()
        self._make_parts()
        self.panel.set_functions(_FIRST)
        self.panel.select(_FIRST[0])
        self._state = FunctionState(functions=self.panel.functions())
        self.plot.show_figure(self._figure([]))
        self.plot.set_crosshair(True)
        self.plot.set_tangent(True)
        self._show_state()
        self.runner.records.connect(self._curves_arrived)
        self.runner.finished.connect(self._all_arrived)

    @property
    def title(self) -> str:
        """The page's name."""
        return tr("Function")

    def _make_parts(self) -> None:
        self.panel = FunctionPanel(sweeps=True)
        self.about = AboutPanel()
        self.tabs = PanelTabs(self.about, LateTab(tr("Code"), self._make_code),
                              LateTab(tr("Precision"), self._make_precision))
        self.right = self.tabs
        self.controls = FunctionBar(self.bar)
        self.plot = PlotView()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot, 1)
        self.moving = FunctionAnimation(self)
        column.addWidget(self.moving.strip)
        self.desk = FormulaDesk(self)
        self.left, self.menu_actions = self.desk.left, self.desk.menu_actions
        column.insertWidget(0, self.desk.editor)
        own_functions.changed.connect(self.catalogue_changed)
        self.setFocusProxy(self.plot)
        self.panel.changed.connect(self._functions_changed)
        self.panel.selected.connect(self.select)
        self.panel.refused.connect(self._refused)
        self.controls.changed.connect(self._controls_changed)
        self.controls.refused.connect(self._refused)
        self.controls.crosshair.toggled.connect(self.plot.set_crosshair)
        self.controls.tangent.toggled.connect(self.plot.set_tangent)
        self.controls.kinks.toggled.connect(self.plot.set_kinks)
        self.controls.fit.triggered.connect(self.reset_view)
        self.plot.cursor_moved.connect(self._cursor_moved)
        self.plot.view_changed.connect(self._view_changed)
        self.plot.key_selected.connect(self.select)
        self.plot.key_toggled.connect(self._key_toggled)
        self.offer_files(self.plot)

    def _make_code(self) -> FunctionTab:
        from gui.code_panel import CodePanel

        panel = CodePanel()
        panel.plot_wanted.connect(self._tell_plot)
        return panel

    def _make_precision(self) -> FunctionTab:
        from gui.precision_panel import PrecisionPanel

        panel = PrecisionPanel()
        panel.plot_wanted.connect(self._tell_plot)
        return panel

    def begin(self) -> None:
        """Computes the first curves; torch is loaded by that job."""
        self._begun = True
        self._compute()
        self.desk.go_on_from_last_time()
        if self._damaged:
            self.message.emit("warning", "\n".join(map(tr, self._damaged)))

    def carried(self) -> tuple[FunctionState, Writing | None]:
        """What is set, and the formula that is half written."""
        return fitting(self.desk.before), self.desk.writing()

    def carry(self, carried: tuple[FunctionState, Writing | None]) -> None:
        """Sets it again; there is nothing to take back."""
        self._state, writing = carried
        self._show_state()
        self._compute()
        self.desk.go_on(writing)

    def preview(self, state: FunctionState) -> None:
        """Draws a state that is not kept: no step of undo."""
        self._set(state)
        self._show_selection(state.selected)

    def catalogue_changed(self) -> None:
        """Leaves out functions that are gone, and values that a function takes no more."""
        now = None if self.desk.is_open else fitting(self._state)
        self._changes.fit(fitting, now)
        if now is not None:
            self._set(now)
            self._show_state()

    @property
    def state(self) -> FunctionState:
        """What is set now."""
        return self._state

    def set_state(self, state: FunctionState) -> None:
        """Shows other functions and settings; can be taken back."""
        self._change(state)
        self._show_state()

    @property
    def view(self) -> tuple[float, float]:
        """The ends of x that are seen."""
        return self._view or (self._state.low, self._state.high)

    @property
    def hidden(self) -> frozenset[str]:
        """The keys of the curves that are not drawn."""
        return frozenset(self._hidden)

    def all_curves(self) -> list[Curve]:
        """The curves of what is set, hidden ones too."""
        return list(self._curves)

    def visible_curves(self) -> list[Curve]:
        """The curves that are drawn."""
        return [curve for curve in self._curves if curve.key not in self._hidden]

    def set_values(self, key: str, values: dict[str, Any]) -> None:
        """Other values of one function, as if a person had set them."""
        self.panel.set_values(key, values)
        self._functions_changed()

    def show_also(self, key: str) -> None:
        """Shows a function beside those that are shown, and selects it."""
        if self.desk.is_open:
            self.message.emit("info", tr("A formula is being written. Save or close it first."))
            return
        functions = self._state.functions
        if key not in dict(functions):
            functions = (*functions, (key, find(key).defaults))
        self.set_state(replace(self._state, functions=functions, selected=key))

    def show_again(self) -> None:
        """What is set, after something else was drawn."""
        self.panel.set_functions(self._state.functions)
        self._draw()

    def say_sentence(self, sentence: str) -> None:
        """A line above the plot."""
        self._refused(sentence)

    def _change(self, state: FunctionState) -> None:
        self.message.emit("info", "")
        if state == self._state:
            return
        if self.desk.is_open:
            self._set(state)
            return
        self._changes.note(self._state, differences(self._state, state))
        self._set(state)

    def _set(self, state: FunctionState) -> None:
        played = self.moving.interrupt()
        rescaled = (state.low, state.high) != (self._state.low, self._state.high)
        self._state = state
        if rescaled:
            self._view = None
        if played and not self.desk.is_open:
            self.panel.set_functions(state.functions)
        self.moving.follow()
        self._compute()
        self.status_changed.emit()

    def _show_state(self) -> None:
        self.panel.set_functions(self._state.functions)
        self.panel.select(self._state.selected)
        self.controls.show_state(self._state)
        self._show_selection(self._state.selected)

    def can_undo(self) -> tuple[bool, bool]:
        """Whether a change can be taken back or made again."""
        return (False, False) if self.desk.is_open else self._changes.possible

    def undo(self) -> None:
        """Takes the last change back."""
        if not self.desk.is_open:
            self._go_to(self._changes.back(self._state))

    def redo(self) -> None:
        """Makes it again."""
        if not self.desk.is_open:
            self._go_to(self._changes.again(self._state))

    def _go_to(self, state: FunctionState | None) -> None:
        if state is not None:
            self._set(state)
            self._show_state()

    def _functions_changed(self) -> None:
        if self.desk.is_open:
            return
        functions = self.panel.functions()
        keys = [key for key, _ in functions]
        selected = self._state.selected
        if selected not in keys:
            selected = keys[0] if keys else ""
        self._hidden &= set(keys)
        self._change(replace(self._state, functions=functions, selected=selected))
        self._show_selection(selected)
        if not keys:
            self.message.emit("info", tr("No function is shown. Tick one in the list at the left."))

    def _tell_plot(self) -> None:
        """Says to a tab what the plot shows."""
        state = self._state
        self.sender().set_plot(state.functions, state.low, state.high, state.points, state.orders)

    def _controls_changed(self, changes: dict[str, Any]) -> None:
        self._change(replace(self._state, **changes))
        self.tabs.show_function(self._state.selected, dict(self._state.functions))

    def select(self, key: str) -> None:
        """Chooses a shown function: its tangent is drawn, the right panel speaks of it."""
        if key in dict(self._state.functions):
            self._state = replace(self._state, selected=key)
            self._show_selection(key)

    def _show_selection(self, key: str) -> None:
        self.panel.select(key)
        self.plot.select(key)
        self.tabs.show_function(key, dict(self._state.functions))
        self.desk.refresh()
        self.status_changed.emit()

    def _refused(self, sentence: str) -> None:
        self.message.emit("warning", sentence)

    def _key_toggled(self, key: str, shown: bool) -> None:
        self._hidden = self._hidden - {key} if shown else self._hidden | {key}
        self.plot.set_hidden(self._hidden)

    def _cursor_moved(self, x: float) -> None:
        self._cursor = x
        self.status_changed.emit()

    def _view_changed(self, low: float, high: float) -> None:
        home = np.allclose((low, high), (self._state.low, self._state.high), rtol=1e-9, atol=0)
        self._view = None if home else (low, high)
        self._compute()

    def reset_view(self) -> None:
        """Shows the whole range again; the plot tells when it does."""
        self.plot.reset_view()

    def find(self) -> None:
        """Puts the keyboard into the search field."""
        self.panel.picker.search.setFocus()
        self.panel.picker.search.selectAll()

    def _compute(self) -> None:
        """Starts the job, or has it started again when the one under way has ended."""
        if not self._begun:
            return
        if self.runner.running:
            self._waiting = True
            return
        self._waiting, self._arriving = False, []
        functions = [(find(key), values) for key, values in self._state.functions]
        self.runner.start(curves(functions, *self.view, self._state.points,
                                 known=self._curves))

    def _curves_arrived(self, arrived: list[Curve]) -> None:
        self._arriving += arrived

    def _all_arrived(self) -> None:
        self._curves = self._arriving
        self._draw()
        if not self._placed and self._curves:
            self._placed = True
            self.plot.set_cursor(_FIRST_CURSOR)
        self.status_changed.emit()
        self.about.begin()
        if self._waiting:
            self._compute()

    def _draw(self) -> None:
        self.plot.show_figure(self._figure(self._curves), keep_view=self._view is not None)
        self.plot.select(self._state.selected)
        self.plot.set_hidden(self._hidden)

    def _figure(self, shown: list[Curve]) -> Figure:
        low, high = self._state.low, self._state.high
        return function_figure(shown, low, high, orders=self._state.orders,
                               stacked=self._state.stacked)

    def picture(self) -> Figure | None:
        """The curves that are not hidden."""
        shown = self.visible_curves()
        return self._figure(shown) if shown else None

    def shown(self) -> Shown:
        """Zoom, crosshair and marks as they are seen."""
        return self.plot.shown

    def status(self) -> tuple[tuple[str, str], ...]:
        """x, f and f' of the selected function at the cursor."""
        return values_at(self._curves, self._state.selected, self._cursor)

    def selection(self) -> str:
        """Which function is selected and how many are shown."""
        count = len(self._state.functions)
        if not count:
            return tr("No function shown")
        return tr("{name} selected, {count} shown", name=name_of(self._state.selected),
                  count=count)

    def close_work(self) -> None:
        """Ends the work of the tabs as well."""
        super().close_work()
        self.desk.close_work()
        self.tabs.close_work()
        self.moving.close_work()
