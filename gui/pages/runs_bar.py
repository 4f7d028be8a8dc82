"""The controls above the table of runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QToolBar

from gui import fonts
from gui.action_button import ActionButton
from gui.icons import icon
from gui.texts import tr

_SEARCH = 190


class RunsBar(QObject):
    """Fills the page bar; `searched` comes after each letter."""

    searched = Signal()

    def __init__(self, bar: QToolBar) -> None:
        super().__init__(bar)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Function, note, setting"))
        self.search.setAccessibleName(tr("Search runs"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(fonts.pixels(_SEARCH))
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self.searched)
        bar.addWidget(self.search)
        bar.addSeparator()
        self.pin = self._action("pin", tr("Pin as baseline"), "Ctrl+B")
        self.compare = self._action("training", tr("Compare"), "Ctrl+D")
        self.go_on = self._action("play", tr("Go on with this run"), "")
        self.open = self._action("neurons", tr("Neurons"), "")
        self.again = self._action("reset", tr("Use these settings again"), "")
        self.delete = self._action("trash", tr("Delete"), "")
        self.give = self._action("export", tr("Export runs…"), "")
        self.take = self._action("folder", tr("Import…"), "")
        self.compare.setCheckable(True)
        for action in (self.pin, self.compare, self.open, self.delete):
            bar.addWidget(ActionButton(action))
        bar.addSeparator()
        bar.addWidget(ActionButton(self.take))
        self.show_state(0, None, False, False)

    def _action(self, name: str, words: str, shortcut: str) -> QAction:
        action = QAction(icon(name), words, self)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        return action

    @property
    def actions(self) -> list[QAction]:
        """All, for the menus."""
        return [self.pin, self.compare, self.open, self.again, self.go_on, self.delete, self.give,
                self.take]

    def show_state(self, chosen: int, pinned: bool | None, has_weights: bool,
                   unfinished: bool) -> None:
        """`chosen` runs; `pinned` says whether the only one is the baseline, None for several.
        `unfinished` that it was stopped, and nothing is trained here now.
        """
        self.pin.setEnabled(chosen == 1)
        self.pin.setText(tr("Unpin") if pinned else tr("Pin as baseline"))
        self.pin.setToolTip(
            tr("Unpin (Ctrl+B): no run is the baseline any more") if pinned else
            tr("Pin as baseline (Ctrl+B): on top, and all others are shown against it"))
        self.compare.setEnabled(bool(chosen) or self.compare.isChecked())
        self.compare.setToolTip(tr("Compare (Ctrl+D): the curves of the chosen runs, large"))
        self.open.setEnabled(chosen == 1 and has_weights)
        self.open.setToolTip(tr("Neurons (Enter): opens the weights of this run on that page")
                             if self.open.isEnabled() else
                             tr("Neurons: choose one run whose weights are kept"))
        self.again.setEnabled(chosen == 1)
        self.go_on.setEnabled(has_weights and unfinished)
        self.go_on.setToolTip(tr("Go on with this run: trains it from its checkpoint to its end"))
        self.again.setToolTip(
            tr("Use these settings again: puts them on the Training page, but for the data"))
        self.delete.setEnabled(bool(chosen))
        self.delete.setToolTip(tr("Delete (Del): takes the chosen runs away; can be undone"))
        self.give.setToolTip(tr("Export runs: the chosen ones, or all that are shown, as JSON for "
                                "another machine or as CSV"))
        self.take.setToolTip(tr("Import: runs that another machine exported as JSON"))
