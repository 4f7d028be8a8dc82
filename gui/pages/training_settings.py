"""The left panel of the Training page: experiment, network and training in one form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.activations import find
from engine.networks.settings import NetworkSettings
from engine.parameters import parameters_of
from engine.training.settings import PRESETS, Preset, TrainingSettings
from gui.data_choice import DataChoice
from gui.eliding_box import ElidingBox
from gui.form import Form
from gui.functions_button import FunctionsButton
from gui.sections import LABEL_WIDTH, SidePanel, link, rows, section
from gui.texts import tr

_NETWORK = tuple(field.name for field in fields(NetworkSettings))
_OWN = "own"


class TrainingPanel(SidePanel):
    """All that is set before a run; `changed` comes when a person changed anything."""

    changed = Signal()
    layers_wanted = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parameters = parameters_of(TrainingSettings)
        self._network, self._training = (
            Form([p for p in parameters if (p.name in _NETWORK) is network], sliders=False,
                 resets=False, label_width=LABEL_WIDTH) for network in (True, False))
        self._wrong: dict[Form, str] = {}
        self._applied = PRESETS[0]
        self._make_experiment()
        self._make_network()
        self._make_training()
        self.column.addStretch(1)
        for form in (self._network, self._training):
            form.changed.connect(self._edited)
            form.invalid.connect(self._note_wrong)
        self._apply(self._applied)

    def _make_experiment(self) -> None:
        self.preset, self.data, self.functions_button = \
            ElidingBox(), DataChoice(), FunctionsButton()
        self.preset.setAccessibleName(tr("Preset"))
        for preset in PRESETS:
            self.preset.addItem(tr(preset.label), preset.key)
            self.preset.setItemData(self.preset.count() - 1, tr(preset.note),
                                    Qt.ItemDataRole.ToolTipRole)
        self.preset.activated.connect(self._preset_chosen)
        self.data.changed.connect(self._edited)
        self.functions_button.changed.connect(self._edited)
        self.functions_button.panel.refused.connect(self.refused)
        self._locked = QLabel(tr("locked while it runs"))
        self._locked.setProperty("role", "secondary")
        self._locked.hide()
        self.add_section(section(tr("Experiment"), self._locked), rows([
            (tr("Preset"), self.preset), (tr("Data"), self.data),
            (tr("Functions"), self.functions_button),
        ]), first=True)

    def _make_network(self) -> None:
        self._count = QLabel()
        self._count.setProperty("role", "secondary")
        self._layers = link(tr("Show layers"))
        self._layers.clicked.connect(self.layers_wanted)
        line, below = QWidget(), QHBoxLayout()
        below.setContentsMargins(0, 2, 0, 4)
        below.setSpacing(4)
        below.addWidget(self._count)
        below.addWidget(self._layers)
        below.addStretch(1)
        line.setLayout(below)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._network)
        column.addWidget(line)
        self.add_section(section(tr("Network")), holder)

    def _make_training(self) -> None:
        self._reset = link(tr("Reset all"))
        self._reset.setToolTip(tr("Reset all: back to the preset that was chosen last"))
        self._reset.clicked.connect(self.reset)
        self.add_section(section(tr("Training"), self._reset), self._training)

    @property
    def wrong(self) -> str:
        """What is wrong with a text that stands in a field; empty where all is right."""
        return next((sentence for sentence in self._wrong.values() if sentence), "")

    def _note_wrong(self, sentence: str) -> None:
        self._wrong[self.sender()] = sentence

    def settings(self) -> TrainingSettings:
        """What is set now."""
        return TrainingSettings(**self._network.values(), **self._training.values())

    def functions(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        """The functions that will be trained, in order, each with all its values."""
        return self.functions_button.functions()

    def preset_key(self) -> str:
        """The preset that is set, or "own"."""
        return self.preset.currentData()

    def set_settings(self, settings: TrainingSettings) -> None:
        """Shows other settings; emits nothing."""
        values = asdict(settings)
        network = {name: values.pop(name) for name in _NETWORK}
        self._network.set_values(network)
        self._training.set_values(values)
        self._show_preset()

    def set_functions(self, keys: Sequence[str]) -> None:
        """Chooses other functions; emits nothing."""
        self.functions_button.set_functions(keys)
        self._show_preset()

    def set_locked(self, locked: bool) -> None:
        """Nothing can be changed while a training runs."""
        for widget in (self.preset, self.data, self.functions_button, self._network,
                       self._training, self._reset):
            widget.setEnabled(not locked)
        self._locked.setVisible(locked)

    def show_count(self, parameters: int) -> None:
        """Says how many weights and biases the network has."""
        self._count.setText(tr("{count} parameters ·", count=f"{parameters:,}"))

    def reset(self) -> None:
        """Back to the preset that was chosen last, on the same device and data."""
        self._apply(self._applied)
        self.changed.emit()

    def _preset_chosen(self, index: int) -> None:
        chosen = next((p for p in PRESETS if p.key == self.preset.itemData(index)), None)
        if chosen is not None:
            self._applied = chosen
            self._apply(chosen)
            self.changed.emit()

    def _apply(self, preset: Preset) -> None:
        device = self._training.values()["device"]
        defaults = [(key, find(key).defaults) for key in preset.functions]
        self.functions_button.set_functions(defaults)
        self.set_settings(replace(preset.settings, device=device))

    def _edited(self) -> None:
        self._show_preset()
        self.changed.emit()

    def _show_preset(self) -> None:
        """Names the preset that is set, or adds "Own settings" where none is."""
        current = next((p for p in PRESETS if self._is_set(p)), None)
        own = self.preset.findData(_OWN)
        if current is None and own < 0:
            self.preset.addItem(tr("Own settings"), _OWN)
        elif current is not None and own >= 0:
            self.preset.removeItem(own)
        self.preset.setCurrentIndex(self.preset.findData(current.key if current else _OWN))

    def _is_set(self, preset: Preset) -> bool:
        settings, functions = self.settings(), self.functions()
        return (replace(preset.settings, device=settings.device) == settings
                and tuple(key for key, _ in functions) == preset.functions
                and all(values == find(key).defaults for key, values in functions))
