"""A row of joined buttons: one of a few views, or any of a few parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segmented(QWidget):
    """Chooses one of (key, words) choices, or any number where it is not exclusive.

    When a person pressed one, `chosen` carries its key and `changed` the keys of all that are on.
    """

    chosen = Signal(str)
    changed = Signal(list)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str, exclusive: bool = True,
        tips: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(exclusive)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        last = len(choices) - 1
        for index, (key, words) in enumerate(choices):
            button = QPushButton(words)
            button.setObjectName(key)
            button.setCheckable(True)
            button.setChecked(index == 0 or not exclusive)
            button.setProperty("segment", {0: "first", last: "last"}.get(index, "middle"))
            if tips:
                button.setToolTip(tips[index])
                button.setAccessibleName(tips[index])
            self._group.addButton(button, index)
            row.addWidget(button)
        self._keys = [key for key, _ in choices]
        self._group.idClicked.connect(self._clicked)

    @property
    def key(self) -> str:
        """The one that is on."""
        return self._keys[self._group.checkedId()]

    @property
    def keys(self) -> list[str]:
        """All that are on, in order."""
        return [key for index, key in enumerate(self._keys)
                if self._group.button(index).isChecked()]

    def set_key(self, key: str) -> None:
        """Turns one on; emits nothing."""
        self._group.button(self._keys.index(key)).setChecked(True)

    def reserve(self, key: str, words: str) -> None:
        """Makes one wide enough for these words, so that others do not move when they come."""
        button = self._group.button(self._keys.index(key))
        before = button.text()
        button.setText(words)
        button.ensurePolished()
        button.setMinimumWidth(button.sizeHint().width())
        button.setText(before)

    def set_words(self, key: str, words: str) -> None:
        """Writes something else on one."""
        button = self._group.button(self._keys.index(key))
        if button.text() != words:
            button.setText(words)

    def set_shown(self, key: str, *, shown: bool) -> None:
        """Shows one or leaves it out."""
        self._group.button(self._keys.index(key)).setVisible(shown)

    def set_keys(self, keys: Iterable[str]) -> None:
        """Turns exactly these on; emits nothing."""
        wanted = set(keys)
        for index, key in enumerate(self._keys):
            self._group.button(index).setChecked(key in wanted)

    def _clicked(self, index: int) -> None:
        self.chosen.emit(self._keys[index])
        self.changed.emit(self.keys)
