"""Which run of a race is looked at in depth."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from engine.figures.race_words import entry_key, entry_name
from engine.texts import Phrase
from engine.training.history import RunHistory
from engine.training.race_history import RaceHistory
from gui.eliding_box import ElidingBox
from gui.texts import tr

_WIDTH, _WIDEST = 240, 480

Place = tuple[str, int]
"""A run by the key of its competitor and its seed."""


class RunChooser(QWidget):
    """A box with the runs of a race that `fits` takes; `chosen` carries the key of the competitor.

    It stays at the run that was chosen, or follows the competitor that is selected elsewhere.
    """

    chosen = Signal(str)

    def __init__(self, fits: Callable[[RunHistory], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fits = fits
        self._runs: dict[Place, RunHistory] = {}
        self._seed: int | None = None
        self.shown: RunHistory | None = None
        """The run that is chosen."""
        self._box = ElidingBox()
        self._box.setSizeAdjustPolicy(ElidingBox.SizeAdjustPolicy.AdjustToContents)
        self._box.setMinimumWidth(_WIDTH)
        self._box.setMaximumWidth(_WIDEST)
        self._box.setAccessibleName(tr("Run"))
        self._box.activated.connect(self._activated)
        words = QLabel(tr("Run"))
        words.setProperty("role", "secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(words)
        row.addWidget(self._box)

    def show_runs(self, history: RaceHistory, selected: str) -> RunHistory | None:
        """Offers the runs of now and gives the one that is chosen: of the selected competitor
        where it has one, else the first; None where there is none."""
        found = {(entry_key(entry), seed): run for entry in history.entries
                 for seed, run in sorted(entry.runs.items()) if self._fits(run)}
        if found.keys() != self._runs.keys():
            names = {entry_key(entry): entry_name(entry) for entry in history.entries}
            self._box.clear()
            for key, seed in found:
                name = names[key]
                self._box.addItem(tr("Seed {seed}: {name}", seed=seed,
                                     name=tr(name) if isinstance(name, Phrase) else name))
        self._runs = found
        place = self._place(selected)
        self.shown = None if place is None else found[place]
        if place is not None:
            self._box.setCurrentIndex(list(found).index(place))
            self._box.setToolTip(self._box.currentText())
        return self.shown

    def _place(self, selected: str) -> Place | None:
        own = [place for place in self._runs if place[0] == selected]
        same = [place for place in own if place[1] == self._seed]
        return next(iter([*same, *own, *self._runs]), None)

    def _activated(self, index: int) -> None:
        key, self._seed = list(self._runs)[index]
        self.chosen.emit(key)
