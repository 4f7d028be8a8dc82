"""The plot widget: shows any Figure, with cursor, zoom and a table that can be clicked.

With its parts (plot_*.py) the only place that knows pyqtgraph.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from engine.figures import Figure, Line
from gui import theme
from gui.plot_canvas import PlotCanvas
from gui.plot_data import Span, sample_at
from gui.plot_grid import shares_y
from gui.plot_look import Shown, words
from gui.plot_mouse import PlotMouse
from gui.texts import tr

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason,
                Qt.FocusReason.ShortcutFocusReason)
_SETTLED_MS = 150
_LEAP = 10


class PlotView(QWidget):
    """Shows a Figure and lets a person read, zoom and select.

    `cursor_moved` carries x at the cursor, `view_changed` the ends of x after a zoom has settled
    or was reset, `key_selected` and `key_toggled` the function clicked (and whether it is shown
    now). On a map, `placed` carries the panel that was pressed and x and y there, `stepped` how
    many steps the arrows ask for. The last three ask the page for what the menu offers.
    """

    cursor_moved = Signal(float)
    view_changed = Signal(float, float)
    key_selected = Signal(str)
    key_toggled = Signal(str, bool)
    placed = Signal(int, float, float)
    stepped = Signal(int, int)
    copy_image_requested = Signal()
    copy_data_requested = Signal()
    export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFrame", True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self._canvas = PlotCanvas(self)
        self._canvas.setFocusProxy(self)
        self._canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._canvas)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._tell_view)
        self._menu: QMenu | None = None
        self._listen_to_mouse()
        theme.changed.connect(self._canvas.look_changed)

    def _listen_to_mouse(self) -> None:
        mouse = PlotMouse(self._canvas)
        mouse.zoomed.connect(self._zoom)
        mouse.reset.connect(self.reset_view)
        mouse.pointed.connect(self._point_at)
        mouse.row_clicked.connect(self._click_row)
        mouse.table_moved.connect(self._move_table)
        mouse.placed.connect(self.placed)

    @property
    def figure(self) -> Figure:
        """The figure shown now."""
        return self._canvas.figure

    @property
    def shown(self) -> Shown:
        """What of it is shown, for an export of the same picture."""
        return self._canvas.shown

    @property
    def cursor(self) -> float | None:
        """x at the crosshair; None while there is none."""
        return self.shown.cursor if self.shown.crosshair else None

    def show_figure(self, figure: Figure, keep_view: bool = False) -> None:
        """Draws the figure. `keep_view` keeps what a person has zoomed to."""
        shown = self.shown if keep_view else replace(self.shown, across=None, up=())
        keys = self._keys(figure)
        if keys and shown.selected not in keys:
            shown = replace(shown, selected=keys[0])
        self._canvas.show_figure(figure, shown)
        self.setAccessibleName(words(figure.title))
        if shown.crosshair:
            self._settle_cursor()

    def set_crosshair(self, on: bool) -> None:
        """The line that reads values off; it starts where it was, else in the middle."""
        self._show_as(crosshair=on)
        if on:
            self._settle_cursor()

    def set_tangent(self, on: bool) -> None:
        """The tangent of the selected function at the crosshair."""
        self._show_as(tangent=on)

    def set_kinks(self, on: bool) -> None:
        """The diamonds at kinks, with their labels."""
        self._show_as(kinks=on)

    def select(self, key: str) -> None:
        """Draws this function stronger, and its tangent; tells nobody."""
        if key != self.shown.selected:
            self._show_as(selected=key)

    def set_hidden(self, keys: Iterable[str]) -> None:
        """Takes these functions off the plot; they stay in the table, struck through."""
        hidden = frozenset(keys)
        if hidden != self.shown.hidden:
            self._show_as(hidden=hidden)

    def set_cursor(self, x: float) -> None:
        """Moves the crosshair to the sample nearest to x."""
        line = self._reference_line()
        index = sample_at(line, x) if line is not None else None
        if line is None or index is None:
            return
        value = float(line.x[index])
        if value != self.shown.cursor:
            self._show_as(cursor=value)
            self.cursor_moved.emit(value)

    def reset_view(self) -> None:
        """Shows everything again."""
        self._show_as(across=None, up=())
        self._settled.start()

    def _show_as(self, **changes: Any) -> None:
        self._canvas.show_as(replace(self.shown, **changes))

    def _keys(self, figure: Figure) -> list[str]:
        """The functions of a figure, in its order; those hidden left out."""
        keys = dict.fromkeys(line.key for panel in figure.panels for line in panel.lines)
        return [key for key in keys if key not in self.shown.hidden]

    def _reference_line(self) -> Line | None:
        """The line on whose samples the cursor moves: the selected one's first."""
        lines = [line for panel in self.figure.panels for line in panel.lines
                 if len(line.x) and line.key not in self.shown.hidden]
        own = [line for line in lines if line.key == self.shown.selected]
        return next(iter(own or lines), None)

    def _settle_cursor(self) -> None:
        """Puts the cursor on a sample that is seen, where it is on none."""
        across = self._canvas.spans()[0]
        cursor = self.shown.cursor
        place = None if cursor is None else self._canvas.x_place(cursor)
        if cursor is None or place is None or not across.low <= place <= across.high:
            cursor = self._canvas.x_value((across.low + across.high) / 2)
        self.set_cursor(cursor)

    def _zoom(self, index: int, across: Span, up: Span) -> None:
        ups: list[Span | None] = [None] * len(self.figure.panels)
        ups[:len(self.shown.up)] = self.shown.up
        ups[index] = up
        if self.figure.arrangement == "grid" and shares_y(self.figure):
            ups = [up] * len(ups)
        self._show_as(across=across, up=tuple(ups))
        self._settled.start()

    def _tell_view(self) -> None:
        across = self._canvas.spans()[0]
        self.view_changed.emit(self._canvas.x_value(across.low), self._canvas.x_value(across.high))

    def _point_at(self, place: float) -> None:
        if self.shown.crosshair:
            self.set_cursor(self._canvas.x_value(place))

    def _click_row(self, key: str, part: str) -> None:
        if part == "name":
            self.select(key)
            self.key_selected.emit(key)
            return
        hidden = self.shown.hidden ^ {key}
        self.set_hidden(hidden)
        self.key_toggled.emit(key, key not in hidden)

    def _move_table(self, corner: QPointF) -> None:
        self._canvas.show_as(self._canvas.place_readout_at(corner))

    def _step_cursor(self, samples: int) -> None:
        line = self._reference_line()
        if line is None or self.shown.cursor is None:
            return
        index = sample_at(line, self.shown.cursor)
        if index is not None:
            index = min(max(index + samples, 0), len(line.x) - 1)
            self.set_cursor(float(line.x[index]))

    def _step_selected(self, rows: int) -> None:
        keys = self._keys(self.figure)
        if keys:
            at = keys.index(self.shown.selected) if self.shown.selected in keys else 0
            key = keys[(at + rows) % len(keys)]
            self.select(key)
            self.key_selected.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Left and right move the crosshair (Shift: by 10 samples), up and down select, Ctrl+0
        shows everything."""
        leap = _LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_Left: -leap, Qt.Key.Key_Right: leap}
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if self.figure.arrangement == "map" and event.key() in (*steps, *rows):
            self.stepped.emit(steps.get(Qt.Key(event.key()), 0),
                              -leap * rows.get(Qt.Key(event.key()), 0))
        elif event.key() in steps and self.shown.crosshair:
            self._step_cursor(steps[Qt.Key(event.key())])
        elif event.key() in rows:
            self._step_selected(rows[Qt.Key(event.key())])
        elif control and event.key() == Qt.Key.Key_0:
            self.reset_view()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Shows the frame to whoever came by keyboard; a click shows where it is itself."""
        super().focusInEvent(event)
        self._canvas.set_framed(event.reason() in _BY_KEYBOARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Takes the frame away."""
        super().focusOutEvent(event)
        self._canvas.set_framed(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """A new font or language is drawn at once."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LanguageChange):
            self._canvas.look_changed()

    def sizeHint(self) -> QSize:  # noqa: N802
        """Large: the plot takes all room there is."""
        return QSize(800, 600)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Small enough for the smallest window."""
        return QSize(320, 240)

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._menu = menu
        for text, act in self._menu_entries():
            if text:
                action = QAction(text, menu)
                action.triggered.connect(act)
                menu.addAction(action)
            else:
                menu.addSeparator()
        menu.popup(self.mapToGlobal(at))

    def _menu_entries(self) -> list[tuple[str, Any]]:
        return [
            (tr("Reset view"), self.reset_view),
            ("", None),
            (tr("Copy image"), self.copy_image_requested),
            (tr("Copy data"), self.copy_data_requested),
            (tr("Export…"), self.export_requested),
        ]
