"""The learned shapes of one run: a small plot a layer, a slider through its epochs, its numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from engine.figures import Figure, Table
from engine.figures.figure import Text
from engine.figures.shape_numbers import layers_a_page, parameters_figure, shapes_table
from engine.figures.shapes import PAGE, ShapeCurves
from engine.training.history import RunHistory
from gui.plot_look import Shown
from gui.plot_view import PlotView
from gui.sections import inset
from gui.shapes_bar import SHAPES, ShapesBar
from gui.shapes_slider import EpochSlider
from gui.table_menu import TableMenu
from gui.table_model import name_of
from gui.table_view import TableView
from gui.texts import tr

_LIVE_MS = 200
"""Between two pictures of a run under way: at most five a second."""


class ShapesView(QStackedWidget):
    """Shows the learned shapes of a run, and moves with it while it trains.

    `plot`, `slider` and `table` are its parts. Call `show_run` as often as records arrive: it
    draws at most five times a second, and nothing where nothing has changed or nobody looks.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: RunHistory | None = None
        self._epochs = 0
        self._warning: Text = ""
        self._drawn: tuple[object, ...] = ()
        self._curves = ShapeCurves()
        self._rows_due = False
        self._words = QLabel()
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self._words.setProperty("role", "lead")
        self.bar, self.plot, self.slider = ShapesBar(), PlotView(), EpochSlider()
        self.table = TableView()
        self.table.horizontalHeader().setResizeContentsPrecision(0)  # only rows that are seen
        TableMenu(self.table)
        self._beat = QTimer(self)
        self._beat.setSingleShot(True)
        self._beat.setInterval(_LIVE_MS)
        self._beat.timeout.connect(self._draw_due)
        self._due = False
        self.bar.changed.connect(self._draw)
        self.bar.range_chosen.connect(self._range_chosen)
        self.slider.chosen.connect(self._draw)
        self.addWidget(self._words)
        self.addWidget(self._parts())
        self.show_run(None)

    def _parts(self) -> QSplitter:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.plot, 1)
        column.addWidget(self.slider)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(upper)
        parts.addWidget(inset(self.table))
        parts.setStretchFactor(0, 1)
        parts.setSizes([520, 180])
        return parts

    def show_run(self, run: RunHistory | None, epochs: int = 0, warning: Text = "") -> None:
        """Shows a run of so many epochs in the end, or what has been added to it since.

        Another run than before is shown at its latest epoch. None, and a run without learned
        parameters, leave a sentence.
        """
        other = run is not self._run
        self._run, self._epochs, self._warning = run, epochs, warning
        if run is None or run.latest_shapes is None:
            self._show_words()
            return
        self.setCurrentIndex(1)
        if other:
            self.slider.follow()
        if other or not self._beat.isActive():
            self._draw()
        else:
            self._due = True

    def picture(self) -> Figure | Table | None:
        """The plot that is shown, or the numbers where the keyboard is in their table."""
        if self._run is None or self._run.latest_shapes is None:
            return None
        return shapes_table(self._run, self.slider.epoch, warning=self._warning) \
            if self.in_table else self._figure()

    @property
    def shown(self) -> Shown | None:
        """Zoom and hidden curves, where the plot is the picture."""
        return None if self.in_table else self.plot.shown

    @property
    def in_table(self) -> bool:
        """Whether the keyboard is in the table: then it is what Export takes."""
        return self.table.hasFocus()

    def reset_view(self) -> None:
        """Shows the whole curves again."""
        self.plot.reset_view()

    def close_work(self) -> None:
        """Ends what plays or waits."""
        self.slider.stop()
        self._beat.stop()

    def _show_words(self) -> None:
        self.close_work()
        self._drawn = ()
        self._words.setText(
            tr("The curves of each layer will stand here while a function learns its shape.")
            if self._run is None else
            tr("{name} has no learned parameters: its curve stays as it is.",
               name=name_of(self._run.function)))
        self.setCurrentIndex(0)

    def _draw_due(self) -> None:
        """The rows of the table come with every other picture, each in a beat of its own."""
        if self._rows_due:
            self._rows_due = False
            self._show_rows()
            self._beat.start()
        elif self._due:
            self._draw()

    def _draw(self) -> None:
        """Draws what is chosen, where it is another picture than the one that is seen."""
        self._due = False
        run = self._run
        if run is None or run.latest_shapes is None:
            return
        self._offer(run)
        wanted = (run.latest_shapes, self.slider.epoch, self.bar.what, self.bar.slopes,
                  self.bar.first, self._curves, self._epochs, id(run))
        if not self.isVisible() or wanted == self._drawn:
            return
        keep = self._drawn[2:] == wanted[2:]
        self._drawn = wanted
        self.plot.show_figure(self._figure(), keep_view=keep)
        if run.status == "running" and self.slider.epoch is None and keep:
            self._rows_due = True
        else:
            self._show_rows()
        self._beat.start()

    def _offer(self, run: RunHistory) -> None:
        epochs = [moment.epoch for moment in run.shapes]
        if run.live_shapes is not None:
            epochs.append(run.live_shapes.epoch)
        self.slider.set_epochs(epochs, self._epochs)
        shapes = self.bar.what == SHAPES
        self.slider.setVisible(shapes)
        self.bar.set_layers(len(run.latest_shapes.layers),
                            PAGE if shapes else layers_a_page(run))

    def _figure(self) -> Figure:
        if self.bar.what == SHAPES:
            return self._curves.figure(self._run, self.slider.epoch, slopes=self.bar.slopes,
                                       first=self.bar.first, warning=self._warning)
        return parameters_figure(self._run, first=self.bar.first, warning=self._warning)

    def _show_rows(self) -> None:
        self.table.show_table(shapes_table(self._run, self.slider.epoch, warning=self._warning))

    def _range_chosen(self, low: float, high: float) -> None:
        self._curves = ShapeCurves(low, high)
        self._draw()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """What came while nobody looked is drawn now."""
        super().showEvent(event)
        self._draw()
