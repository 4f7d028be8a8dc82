"""The Surface page: z = f(x1) + f(x2) in space, as a map with slices, and small maps of many."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from engine.analysis.surface import Surface, SurfaceSettings
from engine.figures import Axis, Figure, HeatMap, Panel
from engine.figures.surface import MappedSurface, gallery_figure, heat_map, surface_figure
from gui import fonts
from gui.gallery_view import GalleryView, in_scroll_area
from gui.page import Page
from gui.pages.surface_bar import SurfaceBar
from gui.pages.surface_panel import SurfacePanel
from gui.pages.surface_state import SurfaceState, differences, numbers_at, steps
from gui.picker import name_of
from gui.plot_look import Shown, words
from gui.plot_view import PlotView
from gui.relief_view import ReliefView
from gui.texts import tr
from gui.turning import FIRST
from gui.undo import Changes

_FIRST_FUNCTIONS = ("gelu", "silu", "relu", "elu", "tanh", "sigmoid")
_FIRST_CURSOR = (1.1, -1.3)
_STEPS_A_SIDE = 200
_LEAST_UPPER = 280
"""Height at 100 % that the surface has before the row of small maps is shown under it."""
_EMPTY = Figure("empty", "", Axis(""), ())


class SurfacePage(Page):
    """Functions and the square left, the surface with its map in the centre, all maps below."""

    key = "surface"
    icon = "surface"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mapped: MappedSurface | None = None
        self._coloured: HeatMap | None = None
        self._many: list[Surface] = []
        self._arriving: list[Surface] = []
        self._gallery: Figure | None = None
        self._cursor, self._turn = _FIRST_CURSOR, FIRST
        self._waiting = self._begun = False
        self._changes: Changes[SurfaceState] = Changes()
        self._make_parts()
        self.panel.functions.set_functions(_FIRST_FUNCTIONS)
        self._state = SurfaceState(functions=self.panel.functions.functions())
        self._show_state()
        self.runner.records.connect(self._arrived)
        self.runner.finished.connect(self._all_arrived)

    @property
    def title(self) -> str:
        """The page's name."""
        return tr("Surface")

    def _make_parts(self) -> None:
        self.panel = SurfacePanel()
        self.left = self.panel
        self.controls = SurfaceBar(self.bar)
        self.relief, self.plot = ReliefView(), PlotView()
        self.strip, self.gallery = GalleryView(strip=True), GalleryView(strip=False)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setChildrenCollapsible(False)
        self._sides.addWidget(self.relief)
        self._sides.addWidget(self.plot)
        self._sides.setSizes([520, 432])
        self._strip_area = in_scroll_area(self.strip, strip=True)
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        column.addWidget(self._sides, 1)
        column.addWidget(line)
        column.addWidget(self._strip_area)
        self._views = QStackedWidget()
        self._views.addWidget(upper)
        self._views.addWidget(in_scroll_area(self.gallery, strip=False))
        self._nothing = QLabel(tr("No function is shown. Tick one in the list at the left."))
        self._nothing.setProperty("role", "lead")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setWordWrap(True)
        self._views.addWidget(self._nothing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._views)
        self.setFocusProxy(self.plot)
        self._connect()

    def _connect(self) -> None:
        self.panel.functions.changed.connect(self._functions_changed)
        self.panel.functions.selected.connect(self._select)
        self.panel.settings_changed.connect(self._settings_changed)
        self.panel.refused.connect(self._refused)
        self.controls.changed.connect(self._controls_changed)
        self.controls.fit.triggered.connect(self.reset_view)
        self.relief.turned.connect(self._turned)
        self.plot.placed.connect(self._place)
        self.plot.stepped.connect(self._step)
        for gallery in (self.strip, self.gallery):
            gallery.chosen.connect(self._select)
        self.offer_files(self.plot)

    def begin(self) -> None:
        """Computes the first surfaces; torch is loaded by that job."""
        self._begun = True
        self._compute()

    def carried(self) -> object:
        """What is set, where the cursor is, and from where the surface is seen."""
        return self._state, self._cursor, self._turn

    def carry(self, carried: tuple[SurfaceState, tuple[float, float], tuple[float, float]]) -> None:
        """Sets it again; there is nothing to take back."""
        self._state, self._cursor, self._turn = carried
        self._show_state()
        self._compute()

    @property
    def state(self) -> SurfaceState:
        """What is set now."""
        return self._state

    @property
    def cursor_place(self) -> tuple[float, float]:
        """x1 and x2 of the cursor."""
        return self._cursor

    def set_state(self, state: SurfaceState) -> None:
        """Shows other functions and settings; can be taken back."""
        self._change(state)
        self._show_state()

    def _change(self, state: SurfaceState) -> None:
        self.message.emit("info", "")
        if state != self._state:
            self._changes.note(self._state, differences(self._state, state))
            self._set(state)

    def _set(self, state: SurfaceState) -> None:
        before, self._state = self._state, state
        if (before.functions, before.selected, before.settings) != (
                state.functions, state.selected, state.settings):
            self._compute()
        else:
            self._recolour()
        self._show_view()
        self.status_changed.emit()

    def _show_state(self) -> None:
        self.panel.functions.set_functions(self._state.functions)
        self.panel.functions.select(self._state.selected)
        self.panel.show_settings(self._state.settings)
        self.controls.show_state(self._state)
        self._show_view()

    def _show_view(self) -> None:
        view = self._state.view
        if not self._state.functions:
            self._views.setCurrentWidget(self._nothing)
        else:
            self._views.setCurrentIndex(int(view == "gallery"))
        self.relief.setVisible(view in ("both", "relief"))
        self.plot.setVisible(view in ("both", "map"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The row of small maps gives way first where there is little room."""
        super().resizeEvent(event)
        needed = self.strip.minimumHeight() + fonts.pixels(_LEAST_UPPER)
        self._strip_area.setVisible(self.height() >= needed)

    def can_undo(self) -> tuple[bool, bool]:
        """Whether a change can be taken back or made again."""
        return self._changes.possible

    def undo(self) -> None:
        """Takes the last change back."""
        self._go_to(self._changes.back(self._state))

    def redo(self) -> None:
        """Makes it again."""
        self._go_to(self._changes.again(self._state))

    def _go_to(self, state: SurfaceState | None) -> None:
        if state is not None:
            self._set(state)
            self._show_state()

    def _functions_changed(self) -> None:
        functions = self.panel.functions.functions()
        keys = [key for key, _ in functions]
        selected = self._state.selected
        if selected not in keys:
            selected = keys[0] if keys else ""
        self._change(replace(self._state, functions=functions, selected=selected))
        self.panel.functions.select(selected)
        if not keys:
            self.message.emit("info", tr("No function is shown. Tick one in the list at the left."))

    def _settings_changed(self, settings: SurfaceSettings) -> None:
        self._change(replace(self._state, settings=settings))

    def _controls_changed(self, changes: dict[str, Any]) -> None:
        self._change(replace(self._state, **changes))

    def _refused(self, sentence: str) -> None:
        self.message.emit("warning", sentence)

    def _select(self, key: str) -> None:
        """A look at another function is no change to take back."""
        if key in dict(self._state.functions) and key != self._state.selected:
            self._set(replace(self._state, selected=key))
            self.panel.functions.select(key)

    def _compute(self) -> None:
        """Starts the job, or has it started again when the one under way has ended."""
        if not self._begun:
            return
        if self.runner.running:
            self._waiting = True
            return
        self._waiting, self._arriving = False, []
        state = self._state
        self.runner.start(steps(state.functions, state.selected, state.settings))

    def _arrived(self, records: list[MappedSurface | Surface]) -> None:
        self._arriving += [one for one in records if isinstance(one, Surface)]
        for one in records:
            if isinstance(one, MappedSurface):
                self._mapped = one
                self._recolour_surface()

    def _all_arrived(self) -> None:
        self._many = self._arriving
        if not self._many:
            self._mapped = None
            self._recolour_surface()
        self._recolour_gallery()
        self.status_changed.emit()
        if self._waiting:
            self._compute()

    def _recolour(self) -> None:
        self._recolour_surface()
        self._recolour_gallery()

    def _recolour_surface(self) -> None:
        mapped, state = self._mapped, self._state
        self._coloured = None if mapped is None else heat_map(
            mapped.surface, state.colour, mapped.contours, state.settings.colours)
        self._show_surface()

    def _recolour_gallery(self) -> None:
        self._gallery = gallery_figure(self._many, self._state.colour,
                                       self._state.settings.colours)
        for view in (self.strip, self.gallery):
            view.show_gallery(self._gallery.panels[0].gallery, self._state.selected)
        maps = self._gallery.panels[0].gallery.heat_maps
        self.panel.show_colours(bool(maps) and all(one.signed for one in maps)
                                and self._coloured is not None and self._coloured.signed)

    def _figure(self, view: str) -> Figure | None:
        if self._mapped is None:
            return None
        return surface_figure(
            self._mapped, self._state.colour, cursor=self._cursor, coloured=self._coloured,
            view=None if view == "map" else self._turn, only_relief=view == "relief")

    def _show_surface(self) -> None:
        """The relief by itself, the rest as the figure without it."""
        view = self._state.view
        figure = self._figure("map" if view == "map" else "both")
        self._sides.setEnabled(figure is not None)
        if figure is None:
            self.plot.show_figure(_EMPTY)
            return
        if view != "map":
            relief, *others = figure.panels
            self._show_relief(relief)
            figure = replace(figure, panels=tuple(others))
        self.plot.show_figure(figure)
        self.status_changed.emit()

    def _show_relief(self, panel: Panel) -> None:
        self.relief.show_relief(panel.relief, panel.cursor, words(panel.title))

    def _turned(self, azimuth: float, elevation: float) -> None:
        self._turn = azimuth, elevation
        figure = self._figure("relief")
        if figure is not None:
            self._show_relief(figure.panels[0])

    def reset_view(self) -> None:
        """From where it was seen at first."""
        self._turned(*FIRST)

    def _place(self, panel: int, x: float, y: float) -> None:
        """A press on the map places both, one on a slice the input that it runs along."""
        x1, x2 = self._cursor
        self._put_cursor({0: (x, y), 1: (x1, y), 2: (x, x2)}.get(panel, self._cursor))

    def _step(self, across: int, up: int) -> None:
        step = (self._state.settings.high - self._state.settings.low) / _STEPS_A_SIDE
        self._put_cursor((self._cursor[0] + across * step, self._cursor[1] + up * step))

    def _put_cursor(self, cursor: tuple[float, float]) -> None:
        low, high = self._state.settings.low, self._state.settings.high
        self._cursor = tuple(min(max(place, low), high) for place in cursor)
        self._show_surface()

    def find(self) -> None:
        """Puts the keyboard into the search field."""
        self.panel.functions.picker.search.setFocus()
        self.panel.functions.picker.search.selectAll()

    def picture(self) -> Figure | None:
        """What is seen: the surface with map and slices, one of them, or the gallery."""
        if self._state.view == "gallery":
            return self._gallery if self._many else None
        return self._figure(self._state.view)

    def shown(self) -> Shown:
        """The slices are drawn as strongly as on the screen."""
        return Shown(selected=self._state.selected)

    def status(self) -> tuple[tuple[str, str], ...]:
        """x1, x2 and z at the cursor."""
        return () if self._mapped is None else numbers_at(self._mapped.surface, self._cursor)

    def selection(self) -> str:
        """Which function is selected and how many are shown."""
        count = len(self._state.functions)
        if not count:
            return tr("No function shown")
        return tr("{name} selected, {count} shown", name=name_of(self._state.selected),
                  count=count)

    def close_work(self) -> None:
        """Ends the work and the test of OpenGL."""
        super().close_work()
        self.relief.close_work()
