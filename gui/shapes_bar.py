"""The controls over the learned shapes: curves or numbers, f′, the range, and pages of layers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QToolButton, QWidget

from engine.parameters import Parameter, Range
from gui import fonts
from gui.icons import icon
from gui.number_field import NumberField
from gui.segmented import Segmented
from gui.texts import tr

SHAPES, PARAMETERS = "shapes", "parameters"
_LOW = Parameter("low", "float", -5.0, Range(-1e6, 1e6, step=1.0))
_HIGH = Parameter("high", "float", 5.0, Range(-1e6, 1e6, step=1.0))
_FIELD, _ICON = 70, 16


class ShapesBar(QWidget):
    """`changed` says that something else is to be shown; `range_chosen` the new ends of x."""

    changed = Signal()
    range_chosen = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = 0
        self._count, self._page = 0, 1
        self._what = Segmented([(SHAPES, tr("Curves")), (PARAMETERS, tr("Over epochs"))],
                               tr("What of the learned shapes is shown"),
                               tips=[tr("The curve of each layer at one epoch"),
                                     tr("The learned parameters over all epochs")])
        self._what.chosen.connect(self._what_chosen)
        self._slopes = QCheckBox(tr("Slope f′"))
        self._slopes.toggled.connect(self.changed)
        self._low, self._high = self._field(_LOW, tr("Start of x")), \
            self._field(_HIGH, tr("End of x"))
        self._from, self._to = QLabel(tr("x from")), QLabel(tr("to"))
        self._pages = QLabel()
        self._back = self._arrow("left", tr("Layers before these"), -1)
        self._on = self._arrow("right", tr("Layers after these"), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 2)
        row.setSpacing(10)
        for widget in (self._what, self._slopes, self._from, self._low, self._to, self._high):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._pages, self._back, self._on):
            row.addWidget(widget)
        self.set_layers(0, 1)

    def _field(self, parameter: Parameter, name: str) -> NumberField:
        field = NumberField(parameter, live=False)
        field.setAccessibleName(name)
        field.setFixedWidth(fonts.pixels(_FIELD))
        field.valueChanged.connect(self._range_changed)
        return field

    def _arrow(self, name: str, words: str, pages: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self._turn(pages))
        return button

    @property
    def what(self) -> str:
        """SHAPES or PARAMETERS."""
        return self._what.key

    @property
    def slopes(self) -> bool:
        """Whether f′ is drawn as well."""
        return self._slopes.isChecked()

    def show_what(self, what: str) -> None:
        """Chooses the curves or the numbers, as a person would."""
        self._what.set_key(what)
        self._what_chosen()

    def set_slopes(self, on: bool) -> None:
        """Draws f′ or not, as a person would."""
        self._slopes.setChecked(on)

    def set_range(self, low: float, high: float) -> None:
        """Chooses the ends of x, as a person would."""
        self._low.setValue(low)
        self._high.setValue(high)

    def set_layers(self, count: int, page: int) -> None:
        """There are so many layers, of which a page has room for some. Tells nobody."""
        self._count, self._page = count, page
        if self.first >= count:
            self.first = 0
        self.first -= self.first % page
        several = count > page
        for widget in (self._pages, self._back, self._on):
            widget.setVisible(several)
        self._pages.setText(tr("Layers {first} to {last} of {count}", first=self.first + 1,
                               last=min(self.first + page, count), count=count))
        self._back.setEnabled(self.first > 0)
        self._on.setEnabled(self.first + page < count)

    def _turn(self, pages: int) -> None:
        self.first += pages * self._page
        self.set_layers(self._count, self._page)
        self.changed.emit()

    def _what_chosen(self) -> None:
        for widget in (self._slopes, self._from, self._low, self._to, self._high):
            widget.setVisible(self.what == SHAPES)
        self.changed.emit()

    def _range_changed(self) -> None:
        """An end beyond the other one pushes it on."""
        low, high = self._low.value(), self._high.value()
        if low < high:
            self.range_chosen.emit(low, high)
        elif self.sender() is self._low:
            self._high.setValue(low + 1.0)
        else:
            self._low.setValue(high - 1.0)
