"""The left panel of the Neurons page: which network is scanned, over what, and the legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from engine.diagnostics.settings import SCAN_PRESETS, ScanSettings
from engine.parameters import parameters_of
from engine.storage.folders import data_folder
from engine.training.kept_runs import KeptRun, read_kept_run
from gui import own_functions, theme
from gui.data_choice import DataChoice
from gui.eliding_box import ElidingBox
from gui.form import Form
from gui.neuron_legend import NeuronLegend
from gui.picker import name_of
from gui.scan_steps import ScanOrder
from gui.sections import SidePanel, link, rows, section
from gui.table_view import line_sample
from gui.texts import tr

_FRESH, _OPEN, _TRAIN, _OWN = "fresh:", "open:", "train:", "own"
_NETWORK, _SCAN = ("hidden", "seed"), ("threshold",)
_SAMPLE = QSize(26, 12)
_LABEL_WIDTH = 68


class NeuronsPanel(SidePanel):
    """Source, scan and legend; `changed` comes when a person changed what would be scanned."""

    changed = Signal()
    scan_pressed = Signal()
    training_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: dict[str, KeptRun] = {}
        self._opened: dict[str, KeptRun | None] = {}
        self._source = _FRESH
        parameters = {p.name: p for p in parameters_of(ScanSettings)}
        labels = {"hidden": tr("Layers"), "threshold": tr("|f\N{PRIME}| below")}
        self._network, self._scan = (
            Form([parameters[name] for name in names], labels=labels, sliders=False, resets=False,
                 label_width=_LABEL_WIDTH) for names in (_NETWORK, _SCAN))
        self._make_network()
        self._make_scan()
        self.add_section(section(tr("Counts")), NeuronLegend())
        self.column.addStretch(1)
        self._applied = SCAN_PRESETS[0]
        self.reset()
        theme.changed.connect(self._draw_samples)

    def _make_network(self) -> None:
        self.source, self.preset, self.function = ElidingBox(), ElidingBox(), ElidingBox()
        self.source.setAccessibleName(tr("Source of the network"))
        self.preset.setAccessibleName(tr("Preset"))
        self.function.setAccessibleName(tr("Function"))
        self.function.setIconSize(_SAMPLE)
        for preset in SCAN_PRESETS:
            self.preset.addItem(tr(preset.label), preset.key)
            self.preset.setItemData(self.preset.count() - 1, tr(preset.note),
                                    Qt.ItemDataRole.ToolTipRole)
        self._list_functions()
        own_functions.changed.connect(self._list_functions)
        self._about = QLabel()
        self._about.setProperty("role", "secondary")
        self._about.setWordWrap(True)
        self._fresh = QWidget()
        fresh = QVBoxLayout(self._fresh)
        fresh.setContentsMargins(0, 0, 0, 0)
        fresh.setSpacing(0)
        fresh.addWidget(rows([(tr("Preset"), self.preset), (tr("Function"), self.function)],
                             _LABEL_WIDTH))
        fresh.addWidget(self._network)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rows([(tr("Source"), self.source)], _LABEL_WIDTH))
        column.addWidget(self._fresh)
        column.addWidget(self._about)
        self.add_section(section(tr("Network")), body, first=True)
        self.source.activated.connect(self._source_chosen)
        self.preset.activated.connect(self._preset_chosen)
        self.function.activated.connect(self._edited)
        self._network.changed.connect(self._edited)

    def _make_scan(self) -> None:
        self.data = DataChoice()
        self._reset = link(tr("Reset all"))
        self._reset.clicked.connect(self._reset_pressed)
        self.button = QPushButton()
        self.button.clicked.connect(self.scan_pressed)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(0)
        column.addWidget(rows([(tr("Data"), self.data)], _LABEL_WIDTH))
        column.addWidget(self._scan)
        column.addSpacing(4)
        column.addWidget(self.button)
        self.add_section(section(tr("Scan"), self._reset), body)
        self.data.changed.connect(self._edited)
        self._scan.changed.connect(self._edited)

    def _list_functions(self) -> None:
        """What the catalogue has now; the chosen one stays chosen if it is there."""
        chosen = self.function.currentData()
        self.function.clear()
        for key in (*own_functions.listed(), "none"):
            self.function.addItem(name_of(key), key)
        self.function.setCurrentIndex(max(self.function.findData(chosen), 0))
        self._draw_samples()

    def order(self) -> ScanOrder:
        """What would be scanned now."""
        network = self._network.values()
        path = None if self._source == _FRESH else Path(self._source)
        return ScanOrder(self.data.source(), path, self.function.currentData(),
                         network["hidden"], network["seed"], self._scan.values()["threshold"])

    def set_runs(self, runs: Sequence[KeptRun]) -> None:
        """Lists the kept runs, the newest first; what is chosen stays."""
        self._runs = {str(run.path): run for run in runs}
        self._fill()

    def choose(self, path: Path) -> None:
        """Takes a checkpoint as the network; emits nothing."""
        if str(path) not in self._runs:
            self._opened[str(path)] = read_kept_run(path)
        self._source = str(path)
        self._fill()

    def set_running(self, running: bool, stopping: bool, done: bool) -> None:
        """Locks the panel while it scans; its button then stops."""
        for widget in (self.source, self._fresh, self.data, self._scan, self._reset):
            widget.setEnabled(not running)
        again = tr("Scan again") if done else tr("Scan")
        self.button.setText(tr("Stopping…") if stopping else tr("Stop") if running else again)
        self.button.setEnabled(not stopping)
        self.button.setProperty("primary", not running)
        self.button.setProperty("danger", running)
        self.button.style().unpolish(self.button)
        self.button.style().polish(self.button)

    def reset(self) -> None:
        """A fresh network of the preset that was chosen last; emits nothing."""
        self._source = _FRESH
        self._apply()
        self._fill()

    def open_checkpoint(self) -> None:
        """Asks for a checkpoint and takes it."""
        path, _ = QFileDialog.getOpenFileName(
            self, tr("Open checkpoint"), str(data_folder() / "runs"),
            tr("Checkpoints (*.safetensors *.pth *.pt)"))
        if path:
            self.choose(Path(path))
            self.changed.emit()

    def _fill(self) -> None:
        if self._source not in (_FRESH, *self._runs, *self._opened):
            self._source = _FRESH
        self.source.clear()
        self.source.addItem(tr("Fresh network"), _FRESH)
        known = {path: run for path, run in self._opened.items() if path not in self._runs}
        for path, run in (known | self._runs).items():
            self.source.addItem(_named(run) if run else Path(path).name, path)
            self.source.setItemData(self.source.count() - 1, path, Qt.ItemDataRole.ToolTipRole)
        self.source.insertSeparator(self.source.count())
        self.source.addItem(tr("Open checkpoint…"), _OPEN)
        if not self._runs:
            self.source.addItem(tr("Train a network"), _TRAIN)
        self._show_source()

    def _show_source(self) -> None:
        self.source.setCurrentIndex(self.source.findData(self._source))
        run = self._runs.get(self._source) or self._opened.get(self._source)
        self._fresh.setVisible(self._source == _FRESH)
        self._about.setVisible(run is not None)
        self.source.setToolTip(_named(run) if run else "")
        if run is not None:
            self._about.setText(tr(
                "{name}\nHidden layers {hidden}\nTrained on {data}", name=_named(run),
                hidden=", ".join(map(str, run.hidden)), data=tr(run.data_name)))

    def _source_chosen(self, index: int) -> None:
        chosen = self.source.itemData(index)
        if chosen in (_OPEN, _TRAIN):
            self._show_source()
            if chosen == _OPEN:
                self.open_checkpoint()
            else:
                self.training_wanted.emit()
            return
        self._source = chosen
        self._show_source()
        self.changed.emit()

    def _preset_chosen(self, index: int) -> None:
        chosen = next((p for p in SCAN_PRESETS if p.key == self.preset.itemData(index)), None)
        if chosen is not None:
            self._applied = chosen
            self._apply()
            self.changed.emit()

    def _reset_pressed(self) -> None:
        self.reset()
        self.changed.emit()

    def _apply(self) -> None:
        values = asdict(self._applied.settings)
        self.function.setCurrentIndex(self.function.findData(self._applied.function))
        self._network.set_values({name: values[name] for name in _NETWORK})
        self._scan.set_values({name: values[name] for name in _SCAN})
        self._show_preset()

    def _edited(self) -> None:
        self._show_preset()
        self.changed.emit()

    def _show_preset(self) -> None:
        """Names the preset whose layers are set, or adds "Own layers"."""
        hidden = tuple(self._network.values()["hidden"])
        current = next((p.key for p in SCAN_PRESETS if p.settings.hidden == hidden), _OWN)
        own = self.preset.findData(_OWN)
        if current == _OWN and own < 0:
            self.preset.addItem(tr("Own layers"), _OWN)
        elif current != _OWN and own >= 0:
            self.preset.removeItem(own)
        self.preset.setCurrentIndex(self.preset.findData(current))

    def _draw_samples(self) -> None:
        for index in range(self.function.count()):
            sample = line_sample(self.function.itemData(index), _SAMPLE.width(), _SAMPLE.height())
            self.function.setItemIcon(index, QIcon(sample))


def _named(run: KeptRun) -> str:
    """A kept run in a list: function, seed, epochs, when."""
    fields = {"name": name_of(run.function), "seed": run.seed, "epochs": run.epochs,
              "when": run.kept.strftime("%Y-%m-%d %H:%M")}
    if run.epochs == 1:
        return tr("{name}, seed {seed}, 1 epoch, {when}", **fields)
    return tr("{name}, seed {seed}, {epochs} epochs, {when}", **fields)
