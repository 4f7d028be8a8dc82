"""The controls above the race: Run, Pause and Stop, what is seen of it, and which curves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolBar

from gui.action_button import ActionButton
from gui.folding_choice import FoldingChoice
from gui.icons import icon
from gui.texts import tr

VIEWS = ("curves", "time", "confusion", "shapes", "queue")
CURVES = ("curves", "time")
"""The views of which there are curves over test and training images."""


class TrainingBar(QObject):
    """Fills the page bar; `view_chosen` carries one of VIEWS, `which_chosen` test, training or
    both."""

    view_chosen = Signal(str)
    which_chosen = Signal(str)

    def __init__(self, bar: QToolBar) -> None:
        super().__init__(bar)
        self._bar = bar
        self._buttons: list[ActionButton] = []
        self.run = self._action(bar, "play", tr("Run"), "F5", "primary")
        self.pause = self._action(bar, "pause", tr("Pause"), "F6", "")
        self.stop = self._action(bar, "stop", tr("Stop"), "Shift+F5", "danger")
        bar.addSeparator()
        self._view = FoldingChoice(
            [("curves", tr("Curves")), ("time", tr("Against time")),
             ("confusion", tr("Confusion")), ("shapes", tr("Learned shapes")),
             ("queue", tr("Queue"))], tr("View"),
            tips=(tr("Curves: loss and accuracy over epochs"),
                  tr("Against time: loss and accuracy over seconds of training"),
                  tr("Confusion: what the selected run takes for what, the pictures it gets wrong, "
                     "and its first weights"),
                  tr("Learned shapes: the curve that each layer of the selected run has learned"),
                  tr("Queue: the runs that wait; they can be moved and stopped")))
        self._which = FoldingChoice(
            [("test", tr("Test")), ("training", tr("Training")), ("both", tr("Both"))],
            tr("Shown curves"),
            tips=(tr("Test: the curves over the test images"),
                  tr("Training: the curves over the training images"),
                  tr("Both: test in front, training behind")))
        self._view.reserve("queue", tr("Queue {count}", count=8888))
        self._view.chosen.connect(self._view_pressed)
        self._which.chosen.connect(self.which_chosen)
        bar.addWidget(self._view)
        bar.addSeparator()
        bar.addWidget(self._which)
        self.show_state(running=False, paused=False, stopping=False)
        bar.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fits the controls to another width of the bar."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """First the icons go, then the choices become boxes."""
        for icons, which, view in ((True, False, False), (False, False, False),
                                   (False, True, False), (False, True, True)):
            for button in self._buttons:
                button.set_icon_shown(icons)
            self._which.set_folded(which)
            self._view.set_folded(view)
            if self._needed() <= self._bar.width():
                break
        self._bar.layout().invalidate()  # it has laid out what was tried
        self._bar.layout().activate()

    def _needed(self) -> int:
        """The width of all that is in the bar."""
        spacing = self._bar.layout().spacing()
        return sum(self._bar.widgetForAction(action).sizeHint().width() + spacing
                   for action in self._bar.actions())

    def _action(
        self, bar: QToolBar, name: str, words: str, shortcut: str, role: str
    ) -> QAction:
        colour = {"primary": "on_accent", "danger": "danger"}.get(role, "text")
        action = QAction(icon(name, colour), words, self)
        action.setShortcut(shortcut)
        self._buttons.append(ActionButton(action, role))
        bar.addWidget(self._buttons[-1])
        return action

    @property
    def which(self) -> str:
        """test, training or both."""
        return self._which.key

    @property
    def view(self) -> str:
        """One of VIEWS."""
        return self._view.key

    def show_view(self, view: str) -> None:
        """Turns a view on; emits nothing."""
        self._view.set_key(view)
        self._which.setEnabled(view in CURVES)

    def show_which(self, which: str) -> None:
        """Turns test, training or both on; emits nothing."""
        self._which.set_key(which)

    def show_waiting(self, count: int) -> None:
        """Says on its button how many runs wait."""
        self._view.set_words("queue", tr("Queue {count}", count=count) if count else tr("Queue"))
        if self._needed() > self._bar.width():
            self._fit()

    def _view_pressed(self, view: str) -> None:
        self._which.setEnabled(view in CURVES)
        self.view_chosen.emit(view)

    def show_state(self, running: bool, paused: bool, stopping: bool) -> None:
        """Fits the actions to what is going on."""
        self.run.setEnabled(not running)
        self.run.setToolTip(tr("Run (F5): trains every chosen function with every seed"))
        self.pause.setEnabled(running and not stopping)
        self.pause.setText(tr("Resume") if paused else tr("Pause"))
        self.pause.setIcon(icon("play" if paused else "pause"))
        self.pause.setToolTip(
            tr("Resume (F6): goes on where it was held") if paused
            else tr("Pause (F6): holds all runs at their next batch"))
        self.stop.setEnabled(running and not stopping)
        self.stop.setToolTip(
            tr("Stop (Shift+F5): ends all runs and keeps what has been trained so far"))
