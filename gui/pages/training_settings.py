"""The left panel of the Training page: experiment, network and training in one form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from engine.activations import find
from engine.errors import InputError
from engine.networks.functions import check_fit, hints
from engine.networks.settings import NetworkSettings
from engine.parameters import parameters_of
from engine.training.race_settings import RaceSettings
from engine.training.settings import PRESETS, Preset, TrainingSettings
from gui.data_choice import DataChoice
from gui.eliding_box import ElidingBox
from gui.form import Form
from gui.function_row_dialog import FunctionRowDialog
from gui.functions_button import FunctionsButton
from gui.pages.training_grid import GridDialog
from gui.pages.training_network import NetworkForm
from gui.pages.training_race_form import RaceForm
from gui.sections import LABEL_WIDTH, SidePanel, link, rows, section, stacked
from gui.texts import tr

_NETWORK = tuple(field.name for field in fields(NetworkSettings))
_OWN = "own"
_SEEDS = RaceSettings().seeds


class TrainingPanel(SidePanel):
    """All that is set before a run; `changed` comes when a person changed anything."""

    changed = Signal()
    layers_wanted = Signal()
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parameters = [p for p in parameters_of(TrainingSettings) if p.name != "seed"]
        self._network = NetworkForm()
        self._training = Form(
            [p for p in parameters if p.name not in _NETWORK], sliders=False, resets=False,
            label_width=LABEL_WIDTH, labels={"device": tr("Device")})
        self._wrong: dict[QWidget, str] = {}
        self._applied = PRESETS[0]
        self._make_experiment()
        self.add_section(section(tr("Network"), self._network.shapes), self._network)
        self._make_training()
        self.column.addStretch(1)
        for form in (self._network, self._training, self.race):
            form.changed.connect(self._edited)
            form.invalid.connect(self._note_wrong)
        self._network.layers_wanted.connect(self.layers_wanted)
        self._network.row_wanted.connect(self._open_row)
        self.race.grid.wanted.connect(self._open_grid)
        self._apply(self._applied)

    def _make_experiment(self) -> None:
        self.preset, self.data, self.functions_button = \
            ElidingBox(), DataChoice(), FunctionsButton()
        self.race = RaceForm()
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
        self.add_section(section(tr("Experiment"), self._locked), stacked(rows([
            (tr("Preset"), self.preset), (tr("Data"), self.data),
            (tr("Functions"), self.functions_button),
        ]), self.race), first=True)

    def _make_training(self) -> None:
        self._reset = link(tr("Reset all"))
        self._reset.setToolTip(tr("Reset all: back to the preset that was chosen last"))
        self._reset.clicked.connect(self.reset)
        self.add_section(section(tr("Training"), self._reset), self._training)

    @property
    def wrong(self) -> str:
        """What is wrong with a text that stands in a field, or with what does not go together.

        Empty where all is right.
        """
        typed = next((sentence for sentence in self._wrong.values() if sentence), "")
        return typed or self._unfit() or self._network.unfit

    def _unfit(self) -> str:
        """What a function is that has no place in such a network; empty where all have one."""
        try:
            for key, _ in self.functions():
                check_fit(key, self.settings())
        except InputError as error:
            return tr(error.phrase)
        return ""

    def _note_wrong(self, sentence: str) -> None:
        self._wrong[self.sender()] = sentence

    def settings(self) -> TrainingSettings:
        """What is set now, with the first of the seeds."""
        return TrainingSettings(**self._network.values(), **self._training.values(),
                                seed=self.race.settings().seeds[0])

    def race_settings(self) -> RaceSettings:
        """Seeds, grid and who trains, as they are set now."""
        return self.race.settings()

    def set_race(self, race: RaceSettings) -> None:
        """Shows other seeds, another grid and another place; emits nothing."""
        self.race.set_settings(race)
        self._show_preset()

    def functions(self) -> tuple[tuple[str, dict[str, Any]], ...]:
        """The functions that will be trained, in order, each with all its values."""
        return self.functions_button.functions()

    def preset_key(self) -> str:
        """The preset that is set, or "own"."""
        return self.preset.currentData()

    def set_settings(self, settings: TrainingSettings) -> None:
        """Shows other settings, but for the seed; emits nothing."""
        values = asdict(settings)
        del values["seed"]
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
                       self._training, self.race, self._reset):
            widget.setEnabled(not locked)
        self._locked.setVisible(locked)

    def show_count(self, parameters: int) -> None:
        """Says how many weights and biases the network has."""
        self._network.show_count(parameters)

    def wait_for_count(self) -> None:
        """Another network is set: why the one before could not be does not hold any more."""
        self._network.wait_for_count()

    def show_unfit(self, sentence: str) -> None:
        """Says why there can be no such network; `wrong` says it too until it is another."""
        self._network.show_unfit(sentence)

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
        seeds = _SEEDS if len(preset.functions) > 1 else (preset.settings.seed,)
        self.set_race(replace(self.race_settings(), seeds=seeds, grid=""))

    def _open_row(self) -> None:
        """Asks which function stands in each layer, and adds the row of them to the functions."""
        dialog = FunctionRowDialog(self.settings(), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._add_row)
        dialog.open()

    def _add_row(self, key: str) -> None:
        self.functions_button.set_functions([*self.functions(), key])
        self._edited()

    def _open_grid(self) -> None:
        """Asks which settings take several values."""
        race = self.race_settings()
        dialog = GridDialog(self.race.grid.grid, self.settings(), len(self.functions()),
                            len(race.seeds), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.race.grid.take)
        dialog.open()

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
        self._network.show_hints(hints((key for key, _ in self.functions()), self.settings()))

    def _is_set(self, preset: Preset) -> bool:
        settings, functions = self.settings(), self.functions()
        return (not self.race_settings().grid
                and replace(preset.settings, device=settings.device, seed=settings.seed) == settings
                and tuple(key for key, _ in functions) == preset.functions
                and all(values == find(key).defaults for key, values in functions))
