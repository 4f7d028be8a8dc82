"""The third tab of the Vectors page: one sample through a small network in both forms."""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.diagnostics.trace_records import Trace, TraceProgress
from engine.figures import Figure, Table
from engine.figures.trace import trace_figure, trace_headline, trace_table
from gui.empty_page import EmptyPage
from gui.number_texts import shown_number
from gui.pages.vectors_states import TraceState
from gui.pages.vectors_tab import VectorsTab
from gui.pages.vectors_trace_panel import TraceFacts, TracePanel
from gui.picker import name_of
from gui.plot_look import Shown
from gui.texts import tr
from gui.work_centre import WorkCentre


class TraceTab(VectorsTab):
    """The values after one layer above, a row for each layer below."""

    _state: TraceState

    def __init__(self) -> None:
        super().__init__(TraceState())
        self._trace: Trace | None = None
        self._data: ImageData | None = None
        self._opened = ""
        self._layer: int | None = None
        self._fraction: float | None = None
        self.panel, self.facts, self.controls = TracePanel(), TraceFacts(), QWidget()
        self._headline, self._under = QLabel(), QLabel()
        self._headline.setProperty("role", "headline")
        self._under.setProperty("role", "secondary")
        head = QHBoxLayout()
        head.setContentsMargins(20, 10, 20, 6)
        head.setSpacing(12)
        head.addWidget(self._headline)
        head.addWidget(self._under, 1)
        self._centre = WorkCentre(self, EmptyPage("vectors", tr("No trace yet"), tr(
            "The values of one sample after each layer will stand here, written as modules and as "
            "function calls."), tr("Trace the sample")), (450, 200), head)
        self.plot, self.table, self.strip = (self._centre.plot, self._centre.table,
                                             self._centre.strip)
        self.strip.hide()
        self._centre.empty.pressed.connect(self._compute)
        self.table.row_selected.connect(self._row_selected)
        self.panel.changed.connect(self._change)
        self.panel.refused.connect(self._refused)
        self.setFocusProxy(self.plot)
        self._state = replace(self._state, source=self.panel.data.source())
        self._show_state()

    def _refused(self, sentence: str) -> None:
        if sentence:
            self.message.emit("warning", sentence)

    def _show_state(self) -> None:
        self.panel.show_state(self._state)

    def _steps(self) -> Generator[Any, None, None]:
        data = self._data if self._opened == self._state.source else None
        return _tracing(self._state, data)

    def _compute(self) -> None:
        super()._compute()
        self.status_changed.emit()

    def _arrived(self, records: list[Any]) -> None:
        for record in records:
            match record:
                case ImageData():
                    self._data, self._opened = record, self._state.source
                    self.panel.data.opened(self._opened, record)
                case DataProgress():
                    self._show_progress(tr(record.words), record.fraction)
                case TraceProgress():
                    self._show_progress(tr("Training the module form"), record.fraction)
                case Trace():
                    self._show_trace(record)
        self.status_changed.emit()

    def _show_progress(self, sentence: str, fraction: float) -> None:
        self._fraction = fraction
        self._centre.show_work()
        self.strip.show()
        self.strip.show_progress(sentence, fraction=fraction)

    def _show_trace(self, trace: Trace) -> None:
        self._trace = trace
        self._centre.show_work()
        self._headline.setText(tr(trace_headline(trace)))
        mode = tr("training mode") if trace.order.settings.training else tr("evaluation mode")
        self._under.setText(f"{name_of(trace.order.key)} · {mode}")
        self.table.show_table(trace_table(trace, self._data, brief=True))
        self._show_layer()

    @property
    def layer(self) -> int:
        """The step that is shown: the selected row, else the first that differs or activates."""
        trace = self._trace
        if self._layer is not None and trace is not None and self._layer < len(trace.steps):
            return self._layer
        return 2 if trace is None or trace.first_difference is None else trace.first_difference

    def _show_layer(self) -> None:
        if self._trace is not None:
            classes = () if self._data is None or self._trace.order.typed else self._data.classes
            self.plot.show_figure(trace_figure(self._trace, self.layer, self._data))
            self.facts.show_trace(self._trace, self.layer, classes)

    def _row_selected(self, row: tuple[Any, ...] | None) -> None:
        if self._trace is None:
            return
        names = [str(step.name) for step in self._trace.steps]
        self._layer = None if row is None else names.index(str(row[0]))
        self._show_layer()
        self.status_changed.emit()

    def _ended(self) -> None:
        self._fraction = None
        self.strip.hide()
        super()._ended()

    def task(self) -> tuple[str, float | None] | None:
        """Opening the data or training, while it lasts."""
        if self.runner.running and self._fraction is not None:
            return tr("Trace"), self._fraction
        return None

    def picture(self) -> Figure | Table | None:
        """The layer that is shown, or the table where the keyboard is in it."""
        if self._trace is None:
            return None
        if self._centre.in_table:
            return trace_table(self._trace, self._data)
        return trace_figure(self._trace, self.layer, self._data)

    def shown(self) -> Shown:
        """Zoom and marks as they are seen."""
        return self.plot.shown

    def status(self) -> tuple[tuple[str, str], ...]:
        """The layer that is shown, and how far the forms are apart after it."""
        if self._trace is None:
            return ()
        step = self._trace.steps[self.layer]
        return (tr("Layer"), tr(step.name)), (tr("Difference"), _short(step.largest_difference))

    def selection(self) -> str:
        """The function and the sample."""
        if self._trace is None:
            return ""
        name = name_of(self._trace.order.key)
        if self._trace.order.typed:
            return tr("{name}, typed inputs", name=name)
        return tr("{name}, test picture {number}", name=name,
                  number=self._trace.order.settings.sample)

    def reset_view(self) -> None:
        """Shows all values again."""
        self.plot.reset_view()

    def remedies(self, error: Exception) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Another folder, where the data are what is wrong."""
        return self.panel.remedies(error)

    def close_work(self) -> None:
        """Ends the job and a download."""
        super().close_work()
        self.panel.data.close_work()


def _short(difference: float) -> str:
    """Three digits; what is not finite as numbers are shown."""
    return f"{difference:.3g}" if math.isfinite(difference) else shown_number(difference)


def _tracing(state: TraceState, data: ImageData | None) -> Generator[Any, None, None]:
    """Opens the data where it is needed and not known, then traces."""
    from engine.data.sources import opened
    from engine.device import use_one_thread
    from engine.diagnostics.trace import trace

    use_one_thread()
    if data is None and not state.typed:
        with closing(opened(state.source)) as opening:
            for item in opening:
                data = item if isinstance(item, ImageData) else data
                yield item
    yield from trace(state.order, data)
