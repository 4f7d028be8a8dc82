"""The Neurons page: which neurons of a network do nothing on a whole data set."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.diagnostics.records import ScanDone, ScanProgress, ScanSubject
from engine.figures import Figure, Table
from engine.figures.scan import headline, scan_figure, scan_table, what_was_scanned
from engine.storage.folders import data_folder
from engine.training.kept_runs import KeptRun, kept_runs
from gui import own_functions, problems
from gui.action_button import ActionButton
from gui.empty_page import EmptyPage
from gui.icons import icon
from gui.page import Page
from gui.pages.neurons_settings import NeuronsPanel
from gui.picker import name_of
from gui.runner import Runner
from gui.scan_steps import scanning
from gui.texts import tr
from gui.work_centre import WorkCentre

_PACE_SECONDS = 1.0


@dataclass(frozen=True, eq=False)
class ScanResult:
    """A finished scan: of what, over which data, and what was found."""

    done: ScanDone
    subject: ScanSubject
    data: ImageData

    @property
    def figure(self) -> Figure:
        """A bar for each layer."""
        return scan_figure(self.done, self.subject, self.data)

    @property
    def table(self) -> Table:
        """A row for each layer."""
        return scan_table(self.done, self.subject, self.data)


class NeuronsPage(Page):
    """Network and scan left; headline, a bar for each layer, and the counts in the centre."""

    key = "neurons"
    icon = "neurons"

    training_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject: ScanSubject | None = None
        self._data: ImageData | None = None
        self._result: ScanResult | None = None
        self._fraction: float | None = None
        self._began: float | None = None
        self._stopping = self._newest_wanted = False
        self._layer: int | None = None
        self._side = Runner(self)
        self._make_parts()
        self._wire()
        self._show_state()

    @property
    def title(self) -> str:
        """The page's name."""
        return tr("Neurons")

    def _make_parts(self) -> None:
        self.panel = NeuronsPanel()
        self.left = self.panel
        self._open = QAction(icon("folder"), tr("Open checkpoint…"), self)
        self._open.setToolTip(tr(
            "Open checkpoint: a trained network from its .safetensors file, or from a .pth file of "
            "the article"))
        self._scan = QAction(icon("play"), tr("Scan neurons"), self)
        self._scan.setShortcut("F7")
        self._stop = QAction(icon("stop", "danger"), tr("Stop the scan"), self)
        self._stop.setShortcut("Shift+F7")
        self.menu_actions = [self._scan, self._stop, self._open]
        self.bar.addWidget(ActionButton(self._open))
        self._headline, self._under = QLabel(), QLabel()
        self._headline.setProperty("role", "headline")
        self._under.setProperty("role", "secondary")
        words = QHBoxLayout()
        words.setContentsMargins(20, 10, 20, 6)
        words.setSpacing(12)
        words.addWidget(self._headline)
        words.addWidget(self._under, 1)
        self._centre = WorkCentre(self, EmptyPage("neurons", tr("No scan yet"), tr(
            "How many neurons of each layer are dead, constant or saturated over all training "
            "images will stand here."), tr("Scan a fresh network")), (430, 270), words)
        self.empty, self.plot = self._centre.empty, self._centre.plot
        self.strip, self.table = self._centre.strip, self._centre.table

    def _wire(self) -> None:
        self.offer_files(self.plot)
        self.empty.pressed.connect(self.scan)
        self._open.triggered.connect(self.panel.open_checkpoint)
        self._scan.triggered.connect(self.scan)
        self._stop.triggered.connect(self.stop)
        self.panel.scan_pressed.connect(self._button_pressed)
        self.panel.changed.connect(self._show_state)
        self.panel.training_wanted.connect(self.training_wanted)
        self.table.row_selected.connect(self._layer_selected)
        self.runner.records.connect(self._records_arrived)
        self.runner.finished.connect(self._ended)
        self.runner.cancelled.connect(self._ended)
        self.runner.failed.connect(self._ended)
        self._side.records.connect(self._runs_found)
        self._side.failed.connect(self._side_failed)

    def begin(self) -> None:
        """Lists the runs that are kept."""
        self.refresh_runs()

    def refresh_runs(self, saved: str = "") -> None:
        """Looks again which training runs are kept; `saved` is one that is new."""
        self._side.start(kept_runs(data_folder() / "runs"))

    def set_data(self, source: str) -> None:
        """Takes the data set that another page chose, unless a scan runs."""
        if not self.runner.running:
            self.panel.data.set_source(source)

    def scan(self) -> None:
        """Scans what is set over all training images."""
        if self.runner.running:
            return
        self._fraction, self._stopping, self._began = None, False, None
        self._centre.show_work()
        self.strip.show_progress(tr("Building the network…"))
        self.runner.start(scanning(self.panel.order()))
        self._show_state()

    def open_checkpoint(self, path: str) -> None:
        """Takes a kept run as the network and scans it, unless a scan runs."""
        if not self.runner.running:
            self.panel.choose(Path(path))
            self.scan()

    def scan_newest(self) -> None:
        """Scans the run that was kept last, once the kept runs are known."""
        self._newest_wanted = True
        self.refresh_runs()

    def stop(self) -> None:
        """Ends the scan; the result before it stays."""
        if self.runner.running:
            self._stopping = True
            self.runner.cancel()
            self.strip.show_progress(tr("Stopping…"), fraction=self._fraction or 0.0)
            self._show_state()

    def _button_pressed(self) -> None:
        self.stop() if self.runner.running else self.scan()

    def _runs_found(self, found: list[tuple[KeptRun, ...]]) -> None:
        self.panel.set_runs(found[-1])
        if self._newest_wanted and found[-1]:
            self._newest_wanted = False
            self.panel.choose(found[-1][0].path)
            self.scan()

    def _side_failed(self, error: Exception) -> None:
        problems.show_problem(self.window(), error)

    def _records_arrived(self, records: list[Any]) -> None:
        for record in records:
            match record:
                case ScanSubject():
                    self._subject = record
                    own_functions.follow()
                case ImageData():
                    self._data = record
                    self.panel.data.opened(self.panel.data.source(), record)
                case ScanDone():
                    self._show_result(ScanResult(record, self._subject, self._data))
                case DataProgress() if not self._stopping:
                    self.strip.show_progress(tr(record.words), fraction=record.fraction)
                case ScanProgress() if not self._stopping:
                    self._show_progress(record.fraction)
        self.status_changed.emit()

    def _show_progress(self, fraction: float) -> None:
        """How far the scan is; the time left goes by the pace since its first batch."""
        now = time.monotonic()
        self._began, self._fraction = self._began or now, fraction
        spent = now - self._began
        left = spent * (1 - fraction) / fraction if spent > _PACE_SECONDS and fraction else None
        self.strip.show_progress(tr("Scanning {subject}", subject=_described(self._subject)),
                                 fraction=fraction, seconds=spent, seconds_left=left)

    def _show_result(self, result: ScanResult) -> None:
        self._result, self._layer = result, None
        self._headline.setText(self.headline())
        self._under.setText(tr(what_was_scanned(result.done, result.subject)))
        self.plot.show_figure(_without_subtitle(result.figure))
        self.table.show_table(result.table)

    def _ended(self) -> None:
        """The scan is over: finished, stopped or failed."""
        self._stopping = False
        if self._result is None:
            self._centre.show_empty()
        self._show_state()

    def _show_state(self) -> None:
        running = self.runner.running
        self.panel.set_running(running, self._stopping, self._result is not None)
        self.strip.setVisible(running)
        self._scan.setEnabled(not running)
        self._open.setEnabled(not running)
        self._stop.setEnabled(running and not self._stopping)
        self.status_changed.emit()

    def headline(self) -> str:
        """How many neurons are dead, in words; empty before the first scan."""
        return "" if self._result is None else tr(headline(self._result.done))

    def _layer_selected(self, row: tuple[Any, ...] | None) -> None:
        self._layer = None if row is None else int(row[0]) - 1
        self.status_changed.emit()

    def carried(self) -> ScanResult | None:
        """The scan that is shown."""
        return self._result

    def carry(self, carried: ScanResult | None) -> None:
        """Shows the same scan."""
        if carried is not None:
            self._centre.show_work()
            self._show_result(carried)
            self._show_state()

    def status(self) -> tuple[tuple[str, str], ...]:
        """The dead neurons of the selected layer, or of all."""
        if self._result is None:
            return ()
        layers = self._result.done.layers
        chosen = layers if self._layer is None else layers[self._layer:self._layer + 1]
        dead, width = (sum(int(layer.dead.sum()) for layer in chosen),
                       sum(layer.width for layer in chosen))
        place = tr("all") if self._layer is None else str(self._layer + 1)
        return (tr("Layer"), place), (tr("Dead"), f"{dead:,} / {width:,}")

    def selection(self) -> str:
        """What was scanned."""
        return "" if self._result is None else _described(self._result.subject)

    def task(self) -> tuple[str, float | None] | None:
        """The scan under way."""
        if not self.runner.running:
            return None
        return tr("Stopping…") if self._stopping else tr("Scan"), self._fraction

    def picture(self) -> Figure | Table | None:
        """The bars, or the counts where the keyboard is in their table."""
        if self._result is None:
            return None
        return self._result.table if self._centre.in_table else self._result.figure

    def remedies(self, error: Exception) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Another folder, where the data are what is wrong."""
        return self.panel.data.remedies(error)

    def reset_view(self) -> None:
        """Shows all bars again."""
        self.plot.reset_view()

    def close_work(self) -> None:
        """Ends the scan."""
        self._side.shutdown()
        self.panel.data.close_work()
        super().close_work()


def _without_subtitle(figure: Figure) -> Figure:
    """On the screen the line above the plot says it already; a file needs it."""
    return replace(figure, panels=tuple(replace(panel, subtitle="") for panel in figure.panels))


def _described(subject: ScanSubject) -> str:
    name = name_of(subject.function)
    if subject.epochs is None:
        return tr("{name}, trained elsewhere", name=name)
    if subject.epochs == 0:
        return tr("{name}, untrained, seed {seed}", name=name, seed=subject.seed)
    if subject.epochs == 1:
        return tr("{name}, trained for 1 epoch, seed {seed}", name=name, seed=subject.seed)
    return tr("{name}, trained for {epochs} epochs, seed {seed}", name=name,
              epochs=subject.epochs, seed=subject.seed)
