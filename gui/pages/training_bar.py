"""The controls above the training curves: Run, Pause and Stop, and which curves are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar

from gui.action_button import ActionButton
from gui.icons import icon
from gui.segmented import Segmented
from gui.texts import tr


class TrainingBar(QObject):
    """Fills the page bar; `which_chosen` carries test, training or both."""

    which_chosen = Signal(str)

    def __init__(self, bar: QToolBar) -> None:
        super().__init__(bar)
        self.run = self._action(bar, "play", tr("Run"), "F5", "primary")
        self.pause = self._action(bar, "pause", tr("Pause"), "F6", "")
        self.stop = self._action(bar, "stop", tr("Stop"), "Shift+F5", "danger")
        bar.addSeparator()
        self._which = Segmented(
            [("test", tr("Test")), ("training", tr("Training")), ("both", tr("Both"))],
            tr("Shown curves"),
            tips=(tr("Test: the curves over the test images"),
                  tr("Training: the curves over the training images"),
                  tr("Both: test in front, training behind")))
        self._which.chosen.connect(self.which_chosen)
        bar.addWidget(self._which)
        self.show_state(running=False, paused=False, stopping=False)

    def _action(
        self, bar: QToolBar, name: str, words: str, shortcut: str, role: str
    ) -> QAction:
        colour = {"primary": "on_accent", "danger": "danger"}.get(role, "text")
        action = QAction(icon(name, colour), words, self)
        action.setShortcut(shortcut)
        bar.addWidget(ActionButton(action, role))
        return action

    @property
    def which(self) -> str:
        """test, training or both."""
        return self._which.key

    def show_state(self, running: bool, paused: bool, stopping: bool) -> None:
        """Fits the actions to what is going on."""
        self.run.setEnabled(not running)
        self.run.setToolTip(tr("Run (F5): trains the chosen functions one after the other"))
        self.pause.setEnabled(running and not stopping)
        self.pause.setText(tr("Resume") if paused else tr("Pause"))
        self.pause.setIcon(icon("play" if paused else "pause"))
        self.pause.setToolTip(
            tr("Resume (F6): goes on where it was held") if paused
            else tr("Pause (F6): holds the training at its next batch"))
        self.stop.setEnabled(running and not stopping)
        self.stop.setToolTip(
            tr("Stop (Shift+F5): ends the training and keeps what has been trained so far"))
