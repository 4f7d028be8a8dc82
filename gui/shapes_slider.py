"""The row that goes through the epochs of a run: play button, slider, and the epoch in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from engine.figures.shapes import epoch_words
from gui import fonts
from gui.icons import icon
from gui.texts import tr

_STEP_MS = 300
_ICON, _WORDS = 16, 110


class EpochSlider(QWidget):
    """Chooses one of some epochs; at its right end it follows those that come.

    `chosen` says that another epoch is wanted, which `epoch` then is.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._epochs: tuple[float, ...] = ()
        self._last = 0
        self._follows = True
        self._play = QToolButton()
        self._play.setIconSize(QSize(_ICON, _ICON))
        self._play.clicked.connect(self.play_or_stop)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setAccessibleName(tr("Epoch"))
        self._slider.setPageStep(5)
        self._slider.valueChanged.connect(self._moved)
        self._words = QLabel()
        self._words.setMinimumWidth(fonts.pixels(_WORDS))
        self._legend = QLabel(tr("dotted: at the start"))
        self._legend.setProperty("secondary", True)
        self._timer = QTimer(self)
        self._timer.setInterval(_STEP_MS)
        self._timer.timeout.connect(self._step)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 20, 4)
        row.setSpacing(10)
        row.addWidget(self._play)
        row.addWidget(self._slider, 1)
        row.addWidget(self._words)
        row.addWidget(self._legend)
        self._show_playing()

    @property
    def epoch(self) -> float | None:
        """The chosen epoch; None where the latest is followed."""
        return None if self._follows or not self._epochs else self._epochs[self._slider.value()]

    @property
    def playing(self) -> bool:
        """Whether it goes through the epochs by itself."""
        return self._timer.isActive()

    def set_epochs(self, epochs: Sequence[float], last: int) -> None:
        """Offers these, ascending; `last` is how many the run has in the end. Tells nobody."""
        kept = self.epoch
        self._epochs, self._last = tuple(epochs), last
        self._slider.blockSignals(True)
        self._slider.setRange(0, max(len(self._epochs) - 1, 0))
        if kept in self._epochs:
            self._slider.setValue(self._epochs.index(kept))
        else:
            self._follows = True
            self._slider.setValue(self._slider.maximum())
        self._slider.blockSignals(False)
        self.setEnabled(bool(self._epochs))
        self._play.setEnabled(len(self._epochs) > 1)
        self._show_words()

    def follow(self) -> None:
        """Goes to the latest epoch and stays there. Tells nobody."""
        self.stop()
        self._follows = True
        self.set_epochs(self._epochs, self._last)

    def play_or_stop(self) -> None:
        """Goes through the epochs from the one shown, or from the start where it is the last."""
        if self.playing:
            self.stop()
            return
        self._timer.start()
        self._show_playing()
        if self._slider.value() == self._slider.maximum():
            self._slider.setValue(0)

    def stop(self) -> None:
        """Stays at the epoch that is shown."""
        self._timer.stop()
        self._show_playing()

    def words(self) -> str:
        """The epoch that is shown, in words."""
        if not self._epochs:
            return ""
        shown = self._epochs[self._slider.value()]
        return tr("Epoch {epoch} of {count}", epoch=epoch_words(shown),
                  count=max(self._last, int(self._epochs[-1])))

    def _step(self) -> None:
        self._slider.setValue(self._slider.value() + 1)
        if self._slider.value() == self._slider.maximum():
            self.stop()

    def _moved(self, place: int) -> None:
        self._follows = place == self._slider.maximum()
        self._show_words()
        self.chosen.emit()

    def _show_words(self) -> None:
        self._words.setText(self.words())
        self._slider.setAccessibleDescription(self.words())

    def _show_playing(self) -> None:
        words = tr("Stop") if self.playing else tr("Play: goes through the epochs")
        self._play.setIcon(icon("stop" if self.playing else "play"))
        self._play.setToolTip(words)
        self._play.setAccessibleName(words)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Nothing plays unseen."""
        super().hideEvent(event)
        self.stop()
