"""The strip between a plot and its table: what runs, how far it is, and how long it will take."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from gui import durations
from gui.texts import tr

_HEIGHT, _BAR = 52, 6
_STEPS = 1000


class ProgressStrip(QFrame):
    """One line of words over a flat bar; it says how long, never only that something runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressStrip")
        self._what, self._done = _label(True), _label(False)
        self._spent, self._left, self._percent = \
            _label(False), _label(True), _label(True)
        self._said: tuple[str, ...] = ()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(_BAR)
        self._bar.setRange(0, _STEPS)
        self._bar.setAccessibleName(tr("Progress"))
        words = QHBoxLayout()
        words.setSpacing(18)
        for label in (self._what, self._done):
            words.addWidget(label)
        words.addStretch(1)
        for label in (self._spent, self._left, self._percent):
            words.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 6, 20, 10)
        column.setSpacing(6)
        column.addLayout(words)
        column.addWidget(self._bar)
        self.setMinimumHeight(_HEIGHT)

    def show_progress(
        self,
        what: str,
        done: str = "",
        *,
        fraction: float | None = None,
        seconds: float | None = None,
        seconds_left: float | None = None,
        ended: bool = False,
    ) -> None:
        """Shows a step of the work, or its end; a moving bar where the fraction is unknown."""
        self._bar.setRange(0, 0 if fraction is None else _STEPS)
        self._bar.setValue(round(_STEPS * (fraction or 0)))
        said = (
            what, done, "" if seconds is None else self._spent_words(seconds, ended),
            "" if seconds_left is None else
            tr("about {time} left", time=durations.in_words(seconds_left)),
            "" if fraction is None else f"{100 * fraction:.0f} %")
        if said != self._said:  # a label lays its words out anew each time
            self._said = said
            for label, words in zip(self._labels(), said, strict=True):
                if label.text() != words:
                    label.setText(words)
            self.setAccessibleDescription(self.words())

    @staticmethod
    def _spent_words(seconds: float, ended: bool) -> str:
        time = durations.in_words(seconds)
        return tr("took {time}", time=time) if ended else tr("{time} so far", time=time)

    def words(self) -> str:
        """All that the strip says, in one line."""
        return ", ".join(label.text() for label in self._labels() if label.text())

    def _labels(self) -> tuple[QLabel, ...]:
        return self._what, self._done, self._spent, self._left, self._percent


def _label(strong: bool) -> QLabel:
    label = QLabel()
    label.setProperty("role", "strong" if strong else "secondary")
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
