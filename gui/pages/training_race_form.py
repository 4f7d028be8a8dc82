"""The part of the form that makes a race of a training: seeds, grid, and who trains."""

from __future__ import annotations

from importlib.util import find_spec

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from engine.parameters import parameters_of
from engine.training.race_settings import RaceSettings, grid_text, read_grid
from gui.form import Form
from gui.pages.training_grid import GridBox
from gui.sections import LABEL_WIDTH, rows
from gui.texts import tr

_PLACE = ("where", "workers", "scheduler")


class RaceForm(QWidget):
    """All fields of RaceSettings; `changed` comes when a person changed one."""

    changed = Signal()
    invalid = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        parameters = parameters_of(RaceSettings)
        self._seeds, self._place = (
            Form([p for p in parameters if p.name in names], sliders=False, resets=False,
                 label_width=LABEL_WIDTH) for names in (("seeds",), _PLACE))
        self.grid = GridBox()
        label = next(tr(p.label) for p in parameters if p.name == "grid")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._seeds, rows([(label, self.grid)]), self._place):
            column.addWidget(part)
        for form in (self._seeds, self._place):
            form.changed.connect(self.changed)
            form.invalid.connect(self.invalid)
        self.grid.changed.connect(self.changed)
        self._offer_dask()

    def _offer_dask(self) -> None:
        """Without the extra the cluster can be read about and not chosen."""
        box = self._place.control("where")
        if find_spec("distributed") is None:
            place = box.findData("dask")
            item = box.model().item(place)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            item.setToolTip(tr("Dask is not installed here. Install it with: {line}",
                               line="pip install activation-lab[cluster]"))

    def control(self, name: str) -> QWidget:
        """The control of a field."""
        if name == "grid":
            return self.grid
        return (self._place if name in _PLACE else self._seeds).control(name)

    def settings(self) -> RaceSettings:
        """What is set now."""
        return RaceSettings(**self._seeds.values(), **self._place.values(),
                            grid=grid_text(self.grid.grid))

    def set_settings(self, settings: RaceSettings) -> None:
        """Shows other settings; emits nothing."""
        self._seeds.set_values({"seeds": settings.seeds})
        self._place.set_values({name: getattr(settings, name) for name in _PLACE})
        self.grid.set_grid(read_grid(settings.grid))
