"""The left panel of the Surface page: functions, their parameters, and the square."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from engine.analysis.surface import SurfaceSettings
from engine.errors import LabError
from engine.parameters import parameters_of
from gui.colour_maps import signed_reason
from gui.form import Form
from gui.function_panel import FunctionPanel
from gui.sections import link, section
from gui.texts import tr

_INSET = 14


class SurfacePanel(QScrollArea):
    """Functions as on the Function page, and under them the form of SurfaceSettings.

    It scrolls as a whole where a small window has no room for all of it.
    """

    settings_changed = Signal(object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.functions = FunctionPanel()
        self.functions.refused.connect(self.refused)
        self._form = Form(parameters_of(SurfaceSettings), sliders=False, live=False)
        self._form.changed.connect(self._form_changed)
        self._form.invalid.connect(self.refused)
        self._settings = SurfaceSettings()
        reset = link(tr("Reset all"))
        reset.clicked.connect(self._form.reset)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        lower = QWidget()
        inner = QVBoxLayout(lower)
        inner.setContentsMargins(_INSET, 4, _INSET, 8)
        inner.setSpacing(0)
        inner.addWidget(section(tr("Surface"), reset))
        inner.addWidget(self._form)
        whole = QWidget()
        whole.setObjectName("sidePanel")
        whole.installEventFilter(self)
        self.setWidget(whole)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.functions, 1)
        column.addWidget(line)
        column.addWidget(lower)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The parameters of other functions need another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lists give way first; only then it scrolls."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the panel, or as the least that all parts need. By itself a scroll area asks
        for the height that texts would like to have."""
        whole, room = self.widget(), self.maximumViewportSize()
        needed = whole.minimumSizeHint().height()
        bar = self.verticalScrollBar().sizeHint().width() if needed > room.height() else 0
        whole.resize(room.width() - bar, max(room.height(), needed))

    def show_settings(self, settings: SurfaceSettings) -> None:
        """Shows these; emits nothing."""
        self._settings = settings
        self._form.set_values(asdict(settings))

    def show_colours(self, signed: bool) -> None:
        """Offers the colour maps unless values of both signs have colours of their own."""
        self._form.set_idle("colours", signed_reason() if signed else "")

    def _form_changed(self, values: dict[str, Any]) -> None:
        try:
            settings = SurfaceSettings(**values).validated()
        except LabError as error:
            self._form.set_values(asdict(self._settings))
            self.refused.emit(tr(error.phrase))
            return
        self._settings = settings
        self.settings_changed.emit(settings)
