"""The animation of the Function page: what plays goes through the page's own plot and form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from engine.analysis.curves import Curve
from engine.analysis.sweeps import Frame, sweep
from engine.errors import LabError
from engine.figures import Axis, Figure
from engine.figures.function import function_figure
from engine.texts import phrase
from gui.animation import Animation, trail_of
from gui.animation_strip import AnimationStrip
from gui.plot_data import Span, clean_for_plot, fitted
from gui.texts import tr

if TYPE_CHECKING:
    from gui.animation_dialog import AnimationDialog
    from gui.pages.function import FunctionPage


class FunctionAnimation(QObject):
    """Opens the strip, plays, and leaves the page as it was when the sweep is through.

    Stopped half way, the value stays where it is, as if a person had set it.
    """

    def __init__(self, page: FunctionPage) -> None:
        super().__init__(page)
        self._page = page
        self.strip = AnimationStrip()
        self.strip.hide()
        self.animation = Animation(self)
        self._curves: list[Curve] = []
        self._spans: dict[int, Span] = {}
        self._at = 0
        self._waits = False
        self._dialog: AnimationDialog | None = None
        page.panel.sweep_wanted.connect(self.open)
        self.strip.play_wanted.connect(self.play)
        self.strip.stop_wanted.connect(self.stop)
        self.strip.closed.connect(self.close)
        self.strip.export_wanted.connect(self.export)
        self.animation.ready.connect(self._ready)
        self.animation.moved.connect(self._moved)
        self.animation.ended.connect(self._ended)
        self.animation.failed.connect(self._failed)

    def open(self, key: str, name: str) -> None:
        """Shows the strip with this parameter and plays it."""
        self.restore()
        self.strip.set_functions(dict(self._page.state.functions))
        self.strip.choose(key, name)
        self._page.select(key)
        self._waits = False
        self.strip.show()
        self.play()

    def interrupt(self) -> bool:
        """Stops without drawing, as the page is about to draw something else; says if it played."""
        playing = self.animation.playing
        self.animation.close_work()
        if playing:
            self.strip.show_playing(False)
        return playing

    def follow(self) -> None:
        """Offers the parameters of the functions that are shown now; away while one is written."""
        if self._page.desk.is_open:
            self._waits = self._waits or self.strip.isVisibleTo(self._page)
            self.strip.hide()
            return
        if self._waits or self.strip.isVisibleTo(self._page):
            self._waits = False
            self.strip.set_functions(dict(self._page.state.functions))
            self.strip.show()

    def play(self) -> None:
        """Starts the sweep that the strip describes."""
        asked = self.strip.sweep()
        if asked is None:
            self._page.say_sentence(tr("None of the shown functions has a parameter. Tick one that "
                                       "has, such as ELU."))
            return
        state = self._page.state
        values = dict(state.functions)[asked.key]
        self._at = 0
        self.strip.show_playing(True)
        self.animation.start(sweep(asked, values, *self._page.view, state.points),
                             self.strip.seconds)

    def stop(self) -> None:
        """Stops, and keeps the value that has been reached."""
        reached = self._reached() if self.animation.playing else None
        self.animation.stop()
        if reached is not None:
            self._page.set_values(*reached)

    def restore(self) -> None:
        """Stops, and shows the page as it was."""
        self.animation.stop()

    def close(self) -> None:
        """Stops and takes the strip away."""
        self.restore()
        self._waits = False
        self.strip.hide()

    def close_work(self) -> None:
        """Leaves no thread and no dialog."""
        self.animation.close_work()
        if self._dialog is not None:
            self._dialog.close()

    def export(self) -> None:
        """Asks for format, size and place, and writes the frames of the sweep."""
        from gui.animation_dialog import AnimationDialog, Script

        asked = self.strip.sweep()
        picture = self._page.picture()
        if asked is None or picture is None:
            return
        state = self._page.state
        self._curves = self._page.visible_curves()
        script = Script(self.strip.sweep, dict(state.functions)[asked.key], self._page.view,
                        state.points, self.figures)
        self._dialog = AnimationDialog(script, picture, self._page.shown(), self._page.window())
        self._dialog.finished.connect(self._exported)
        self._dialog.open()

    def _exported(self) -> None:
        self._dialog = None

    def _reached(self) -> tuple[str, dict[str, Any]] | None:
        frames = self.animation.frames
        if not frames or not self._at < len(frames):
            return None
        curve = frames[self._at].curve
        return curve.key, curve.values

    def _ready(self) -> None:
        self._curves = self._page.all_curves()
        self._spans = self._fixed_spans(self.animation.frames)

    def _moved(self, index: int) -> None:
        self._at = index
        frame = self.animation.frames[index]
        self._page.panel.set_values(frame.curve.key, frame.curve.values)
        self._page.plot.show_figure(self._figure(self.animation.frames, index), keep_view=True)

    def _ended(self) -> None:
        self.strip.show_playing(False)
        self._page.show_again()

    def _failed(self, error: Exception) -> None:
        self._ended()
        if not isinstance(error, LabError):
            raise error
        self._page.say_sentence(tr(error.phrase))

    def figures(self, frames: Sequence[Frame]) -> list[Figure]:
        """The pictures of these frames, on one scale, each saying its value."""
        self._spans = self._fixed_spans(frames)
        name = self.strip.sweep().name
        named = []
        for index, frame in enumerate(frames):
            figure = self._figure(frames, index)
            title = phrase("{title}, {name} = {value}", title=figure.title, name=name,
                           value=f"{frame.value:.3g}")
            named.append(replace(figure, title=title))
        return named

    def _figure(self, frames: Sequence[Frame], index: int) -> Figure:
        state, frame = self._page.state, frames[index]
        shown = [frame.curve if curve.key == frame.curve.key else curve for curve in self._curves]
        figure = function_figure(
            shown, state.low, state.high, orders=state.orders, stacked=state.stacked,
            trail=[past.curve for past in trail_of(list(frames), index)])
        panels = []
        for place, panel in enumerate(figure.panels):
            span = self._spans[place]
            panels.append(replace(panel, y=replace(panel.y, minimum=span.low, maximum=span.high)))
        return replace(figure, panels=tuple(panels))

    def _fixed_spans(self, frames: Sequence[Frame]) -> dict[int, Span]:
        """One span for each panel in which all frames fit, so that the axes stand still."""
        orders = self._page.state.orders
        panels = [(order,) for order in orders] if self._page.state.stacked else [orders]
        swept = frames[0].curve.key
        hidden = self._page.hidden
        curves = [curve for curve in self._curves
                  if curve.key != swept and curve.key not in hidden]
        curves += [frame.curve for frame in frames]
        return {place: fitted([clean_for_plot(curve.orders[order]) for curve in curves
                               for order in shown], Axis(""))
                for place, shown in enumerate(panels)}


