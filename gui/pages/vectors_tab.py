"""What the three tabs of the Vectors page share: a state, its changes, and one job at a time."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from engine.activations import find
from engine.errors import InputError
from engine.figures import Figure, Table
from gui import fonts
from gui.form import Form
from gui.pages.vectors_states import State, differences
from gui.plot_look import Shown
from gui.runner import Runner
from gui.texts import tr
from gui.undo import Changes

_ROW, _EDGES = 27, 4
_NARROWEST_BOX = 78
_KEY = Qt.ItemDataRole.UserRole


class VectorsTab(QWidget):
    """The centre of one tab. `panel` goes to the left, `facts` to the right, `controls` into the
    page bar.

    A subclass gives `_steps` (the job), `_arrived` (its records) and `_show_state`. `message` is
    as that of a page, `failed` carries what needs a dialog.
    """

    status_changed = Signal()
    message = Signal(str, str)
    failed = Signal(Exception)

    panel: QWidget
    facts: QWidget
    controls: QWidget

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self._begun = self._waiting = False
        self._changes: Changes[State] = Changes()
        self.runner = Runner(self)
        self.runner.records.connect(self._arrived)
        self.runner.finished.connect(self._ended)
        self.runner.cancelled.connect(self._ended)
        self.runner.failed.connect(self._failed)

    @property
    def state(self) -> State:
        """What is set now."""
        return self._state

    def set_state(self, state: State) -> None:
        """Sets everything; can be taken back."""
        self._change(state)

    def begin(self) -> None:
        """From now on there is something to see, and torch may be used in the runner."""
        if not self._begun:
            self._begun = True
            self._compute()

    def carry(self, state: State) -> None:
        """Sets it without a change to take back."""
        self._set(state)

    def _change(self, state: State) -> None:
        self.message.emit("info", "")
        if state != self._state:
            self._changes.note(self._state, differences(self._state, state))
            self._set(state)

    def _set(self, state: State) -> None:
        before, self._state = self._state, state
        self._show_state()
        if self._needs_work(before, state):
            self._compute()
        self.status_changed.emit()

    def _needs_work(self, before: State, after: State) -> bool:
        """Whether something must be computed anew."""
        return True

    def undo(self) -> None:
        """Takes the last change back."""
        self._go_to(self._changes.back(self._state))

    def redo(self) -> None:
        """Makes it again."""
        self._go_to(self._changes.again(self._state))

    @property
    def can_undo(self) -> tuple[bool, bool]:
        """Whether a change can be taken back, and made again."""
        return self._changes.possible

    def _go_to(self, state: State | None) -> None:
        if state is not None:
            self._set(state)

    def _compute(self) -> None:
        """Starts the job, or has it started again when the one under way has ended."""
        if not self._begun:
            return
        if self.runner.running:
            self._waiting = True
            return
        self._waiting = False
        self.runner.start(self._steps())

    def _ended(self) -> None:
        self.status_changed.emit()
        if self._waiting:
            self._compute()

    def _failed(self, error: Exception) -> None:
        """What a person has set wrong is said in a line; what is broken in a dialog."""
        if isinstance(error, InputError):
            self.message.emit("warning", tr(error.phrase))
        else:
            self.failed.emit(error)
        self._ended()

    def _steps(self) -> Generator[Any, None, None]:
        raise NotImplementedError

    def _arrived(self, records: list[Any]) -> None:
        raise NotImplementedError

    def _show_state(self) -> None:
        raise NotImplementedError

    def picture(self) -> Figure | Table | None:
        """What Export takes."""
        raise NotImplementedError

    def shown(self) -> Shown | None:
        """How it is seen."""
        return None

    def status(self) -> tuple[tuple[str, str], ...]:
        """For the left of the status bar."""
        return ()

    def selection(self) -> str:
        """What is shown, in words."""
        return ""

    def reset_view(self) -> None:
        """Shows everything again, where there is something to move."""

    def close_work(self) -> None:
        """Ends the job and waits for it."""
        self.runner.shutdown()


def narrow(*boxes: QWidget) -> None:
    """Lets boxes be as narrow as the panel of the smallest window needs; their texts elide."""
    for box in boxes:
        box.setMinimumWidth(fonts.pixels(_NARROWEST_BOX))


class KindList(QListWidget):
    """The functions of one kind; `chosen` carries the key of the one a person chose."""

    chosen = Signal(str)

    def __init__(self, keys: list[str], kind: str, name: str) -> None:
        super().__init__()
        self.setObjectName("shownList")
        self.setAccessibleName(name)
        for key in keys:
            item = QListWidgetItem(find(key, kind).name)
            item.setData(_KEY, key)
            item.setToolTip(tr(find(key, kind).title))
            self.addItem(item)
        self._fit()
        fonts.changed.connect(self._fit)
        self.currentItemChanged.connect(self._changed)

    def _fit(self) -> None:
        """Rows as high as the present size of texts needs, and room for all of them."""
        row = fonts.pixels(_ROW)
        for index in range(self.count()):
            self.item(index).setSizeHint(QSize(0, row))
        self.setFixedHeight(row * self.count() + _EDGES)

    def show_key(self, key: str) -> None:
        """Marks a function; emits nothing."""
        row = next(i for i in range(self.count()) if self.item(i).data(_KEY) == key)
        self.blockSignals(True)
        self.setCurrentRow(row)
        self.blockSignals(False)

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(_KEY))


class KindForm(QWidget):
    """The parameters of the chosen function of a kind; `changed` carries all of its values.

    `empty` stands where a function has none. There is one reset for the whole panel.
    """

    changed = Signal(dict)
    refused = Signal(str)

    def __init__(self, kind: str, without: tuple[str, ...] = (), label_width: int = 88,
                 empty: str = "") -> None:
        super().__init__()
        self._kind, self._without, self._label_width = kind, without, label_width
        self._forms: dict[str, Form] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._empty = QLabel(empty)
        self._empty.setProperty("role", "secondary")
        self._column.addWidget(self._empty)

    def show_values(self, key: str, values: dict[str, Any]) -> None:
        """Shows the form of a function at these values; nothing where it has no parameters."""
        item = find(key, self._kind)
        parameters = [p for p in item.parameters if p.name not in self._without]
        if parameters and key not in self._forms:
            form = Form(parameters, sliders=False, resets=False, label_width=self._label_width)
            form.changed.connect(self.changed)
            form.invalid.connect(self.refused)
            self._forms[key] = form
            self._column.addWidget(form)
            self._put_in_order(form)
        for name, form in self._forms.items():
            form.setVisible(name == key)
        if parameters:
            self._forms[key].set_values({p.name: values.get(p.name, p.default)
                                         for p in parameters})
        self._empty.setVisible(not parameters)
        self.setVisible(bool(parameters) or bool(self._empty.text()))

    def _put_in_order(self, form: Form) -> None:
        """A form that is made later would be reached by Tab after everything else."""
        before: QWidget = self._empty.previousInFocusChain()
        while before is not self._empty and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
            before = before.previousInFocusChain()
        for widget in form.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                QWidget.setTabOrder(before, widget)
                before = widget


def with_values(state: State, values: dict[str, Any]) -> State:
    """The state with other values of its function."""
    others = tuple(pair for pair in state.values if pair[0] != state.key)
    return replace(state, values=(*others, (state.key, values)))
