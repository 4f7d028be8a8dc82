"""A choice of one of a few: joined buttons, or a box where there is little room."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from gui.segmented import Segmented


class FoldingChoice(QWidget):
    """As Segmented; `set_folded` makes a box of it with the same choices."""

    chosen = Signal(str)

    def __init__(self, choices: Sequence[tuple[str, str]], name: str,
                 tips: Sequence[str] = ()) -> None:
        super().__init__()
        self._segmented, self._box = Segmented(choices, name, tips=tips), QComboBox()
        self._keys = [key for key, _ in choices]
        self._box.setAccessibleName(name)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for place, (key, words) in enumerate(choices):
            self._box.addItem(words, key)
            if tips:
                self._box.setItemData(place, tips[place], Qt.ItemDataRole.ToolTipRole)
        self._box.hide()
        self._segmented.chosen.connect(self._pressed)
        self._box.activated.connect(self._activated)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._segmented)
        row.addWidget(self._box)

    @property
    def key(self) -> str:
        """The one that is on."""
        return self._segmented.key

    @property
    def folded(self) -> bool:
        """Whether it is a box now."""
        return self._segmented.isHidden()

    def set_folded(self, folded: bool) -> None:
        """A box, or buttons."""
        self._segmented.setVisible(not folded)
        self._box.setVisible(folded)

    def set_key(self, key: str) -> None:
        """Turns one on; emits nothing."""
        self._segmented.set_key(key)
        self._box.setCurrentIndex(self._keys.index(key))

    def words(self, key: str) -> str:
        """What stands on one now."""
        return self._box.itemText(self._keys.index(key))

    def set_words(self, key: str, words: str) -> None:
        """Writes something else on one."""
        self._segmented.set_words(key, words)
        place = self._keys.index(key)
        if self._box.itemText(place) != words:
            self._box.setItemText(place, words)

    def reserve(self, key: str, words: str) -> None:
        """Keeps room on the button of one for these words."""
        self._segmented.reserve(key, words)

    def _pressed(self, key: str) -> None:
        self.set_key(key)
        self.chosen.emit(key)

    def _activated(self, place: int) -> None:
        self._pressed(self._keys[place])
