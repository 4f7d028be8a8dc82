"""The main window: the frame around the pages, and the wiring between them."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.errors import InputError
from engine.figures import Figure, Table
from engine.networks.functions import start_values
from engine.storage.runs_rows import StoredRun
from engine.training.settings import checked_settings
from gui import preferences
from gui.menus import Menus
from gui.message_line import MessageLine
from gui.page import Page
from gui.page_bar import PageBar
from gui.pages.function import FunctionPage
from gui.rail import PAGES, Rail
from gui.right_panel import RightPanel
from gui.status_bar import StatusBar
from gui.texts import tr

NARROW = 1200
SMALL = 1100
_LEFT_LESS = 36


class MainWindow(QMainWindow):
    """Pages with their panels, one shown at a time.

    The first page is there at once. The others are built when they are first asked for, or after
    the first curves have been drawn, so that nothing delays the first sight of the program.
    `first_painted` comes once.
    """

    first_painted = Signal()
    rebuild_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("Activation Lab")
        self.setMinimumSize(1024, 680)
        self.resize(1280, 800)
        self._painted = self._probed = False
        self._begun: set[str] = set()
        self._pages: dict[str, Page] = {}
        self.bar, self.rail = PageBar(self), Rail(self)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, self.bar)
        self.addToolBar(Qt.ToolBarArea.LeftToolBarArea, self.rail)
        self.rail.chosen.connect(self.show_page)
        self._make_panels()
        self._make_centre()
        self.status = StatusBar(self)
        self.status.stop_wanted.connect(self._stop)
        self.setStatusBar(self.status)
        self.menus = Menus(self)
        self.bar.undo_action.triggered.connect(self._undo)
        self.bar.redo_action.triggered.connect(self._redo)
        self.bar.export_action.triggered.connect(self.export)
        function = self.page_of("function")
        function.runner.finished.connect(self._first_curves,
                                         Qt.ConnectionType.SingleShotConnection)
        self.show_page("function")

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages that have been built."""
        return tuple(self._pages.values())

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._centre.currentWidget()

    def page_of(self, key: str) -> Page:
        """The page with this key, built now if it was not."""
        if key not in self._pages:
            self._add(_make_page(key))
        return self._pages[key]

    def _add(self, page: Page) -> None:
        self._pages[page.key] = page
        self.bar.add_page(page)
        self._left_stack.addWidget(page.left)
        self.right.add(page.right)
        self._centre.addWidget(page)
        self.menus.add_experiment(page.menu_actions)
        page.status_changed.connect(self._refresh)
        page.message.connect(self._say)
        page.offer.connect(self.message_line.say)
        page.layout_changed.connect(self._fit_panels)
        page.right_toggled.connect(self._show_right)
        page.runner.failed.connect(self._failed)
        page.export_wanted.connect(self.export)
        page.copy_image_wanted.connect(self.copy_image)
        page.copy_data_wanted.connect(self.copy_data)
        if page.key in ("training", "neurons") and {"training", "neurons"} <= set(self._pages):
            self._join(self._pages["training"], self._pages["neurons"])
        if page.key == "catalogue":
            page.function_wanted.connect(self._show_function)
        if page.key in ("training", "runs") and {"training", "runs"} <= set(self._pages):
            self._pages["training"].data_changed.connect(self._pages["runs"].set_data)
        if page.key == "runs":
            page.training_wanted.connect(self._train_first)
            page.checkpoint_wanted.connect(self._show_neurons)
            page.settings_wanted.connect(self._set_again)

    def _join(self, training: Page, neurons: Page) -> None:
        """What one of the two does that the other shows."""
        training.checkpoint_saved.connect(neurons.refresh_runs)
        training.data_changed.connect(neurons.set_data)
        neurons.training_wanted.connect(self._show_training)

    def build_all(self) -> tuple[Page, ...]:
        """Builds the pages that have not been, and gives all of them in the order of the rail."""
        return tuple(self.page_of(key) for key, _ in PAGES)

    def _first_curves(self) -> None:
        """The program has been seen at work: now the rest, and where it will compute."""
        self.build_all()
        if not self._probed:
            self._probed = True
            self.status.begin()

    def show_page(self, key: str) -> None:
        """Shows a page with its panels and its controls."""
        page = self.page_of(key)
        self._centre.setCurrentWidget(page)
        self.bar.show_page(page)
        self._left_stack.setCurrentWidget(page.left)
        self._show_right()
        self.rail.show_chosen(key)
        self._fit_panels()
        if self._painted:
            self._begin(page)
        self._refresh()

    def _make_panels(self) -> None:
        self._left_stack = QStackedWidget()
        self.left_dock = QDockWidget(tr("Settings panel"), self)
        self.left_dock.setObjectName("leftDock")
        self.left_dock.setWidget(self._left_stack)
        self.left_dock.setTitleBarWidget(QWidget())
        self.left_dock.topLevelChanged.connect(self._left_floated)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.left_dock)
        self.right = RightPanel(self)

    def _left_floated(self, floating: bool) -> None:
        self.left_dock.setTitleBarWidget(None if floating else QWidget())

    def _make_centre(self) -> None:
        self._centre = QStackedWidget()
        self._centre.setObjectName("centre")
        self.message_line = MessageLine()
        self.message_line.hide()
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_line)
        column.addWidget(self._centre, 1)
        self.setCentralWidget(holder)

    def _show_training(self) -> None:
        self.show_page("training")

    def _train_first(self) -> None:
        self.show_page("training")
        self.page.run()

    def _show_neurons(self, checkpoint: str) -> None:
        self.show_page("neurons")
        self.page.open_checkpoint(checkpoint)

    def _set_again(self, run: StoredRun) -> None:
        """Puts what a kept run was set to on the Training page, but for its data."""
        training = self.page_of("training")
        if training.task() is not None:
            self._say("info", tr("The Training page is at work. Stop it first."))
            return
        try:
            settings = asdict(checked_settings(run.settings))
            start_values(run.function, run.values)
        except InputError as error:
            self._say("warning", tr(error.phrase))
            return
        self.show_page("training")
        training.show_settings(training.panel.data.source(), [run.function], settings)

    def _show_function(self, key: str) -> None:
        self.show_page("function")
        self.page_of("function").show_also(key)

    def _show_right(self) -> None:
        self.right.show_for(self.page.right if self.page.right_shown else None)

    def _undo(self) -> None:
        self.page.undo()

    def _redo(self) -> None:
        self.page.redo()

    def _stop(self) -> None:
        for page in self.pages:
            if page.task() is not None:
                page.stop()

    def _say(self, kind: str, sentence: str) -> None:
        if sentence:
            self.message_line.say(kind, sentence)
        else:
            self.message_line.hide()

    def say_later(self) -> None:
        """Says that a choice takes effect when the work under way has ended."""
        self._say("info", tr("This takes effect at the next start: work is still running."))

    def _failed(self, error: Exception) -> None:
        from gui.problems import show_problem

        show_problem(self, error, actions=self.sender().parent().remedies(error))

    def export(self) -> None:
        """Opens the dialog that writes what is seen."""
        picture = self.page.picture()
        if picture is None:
            self._say("info", tr("There is nothing to export on this page yet."))
            return
        from gui.export_dialog import ExportDialog

        ExportDialog(picture, self, self.page.shown()).open()

    def copy_image(self) -> None:
        """Puts the picture that is seen on the clipboard."""
        picture = self._picture_to_copy()
        if picture is not None:
            from gui.export import copy_image

            copy_image(picture, self.page.shown())

    def copy_data(self) -> None:
        """Puts the numbers that are seen on the clipboard, as CSV."""
        picture = self._picture_to_copy()
        if picture is not None:
            from gui.export import copy_data

            copy_data(picture)

    def _picture_to_copy(self) -> Figure | Table | None:
        picture = self.page.picture()
        if picture is None:
            self._say("info", tr("There is nothing to copy on this page yet."))
        return picture

    def _refresh(self) -> None:
        page = self.page
        busy = next((p for p in self.pages if p.task() is not None), None)
        self.bar.show_undo(page)
        self.status.show_page(page)
        self.status.show_task(busy.task() if busy else None)

    def _begin(self, page: Page) -> None:
        if page.key not in self._begun:
            self._begun.add(page.key)
            page.begin()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lets the work begin as soon as the window has been seen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self._after_first_paint)

    def _after_first_paint(self) -> None:
        self.page.setFocus()
        self._begin(self.page)
        if self.page.key != "function":
            self._first_curves()
        self.first_painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives room to the plot in small windows (design system, section 2)."""
        super().resizeEvent(event)
        self._fit_panels()

    def _fit_panels(self) -> None:
        scale = preferences.font_scale()
        small = self.width() < SMALL * scale
        self.rail.fit(small, scale)
        if not self.left_dock.isFloating():
            width = self.page.left_width - (_LEFT_LESS if small else 0)
            self._left_stack.setFixedWidth(round(width * scale))
        self.right.set_narrow(self.width() < NARROW * scale)

    def reset_layout(self) -> None:
        """Puts every panel back where it was at the first start."""
        self.left_dock.setFloating(False)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.left_dock)
        self.left_dock.show()
        self.right.reset()
        self._fit_panels()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks while a training or a scan runs; leaves no thread behind."""
        if any(page.task() is not None for page in self.pages) and not self._sure():
            event.ignore()
            return
        preferences.set_window_geometry(self.saveGeometry())
        self.close_work()
        super().closeEvent(event)

    def _sure(self) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("Work is still running"))
        box.setInformativeText(tr("Closing stops it. What has been trained so far is kept."))
        stop = box.addButton(tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("Go back"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        return box.clickedButton() is stop

    def close_work(self) -> None:
        """Ends all background work and waits for it."""
        for page in self.pages:
            page.close_work()
        self.status.close_work()


def _make_page(key: str) -> Page:
    if key == "surface":
        from gui.pages.surface import SurfacePage

        return SurfacePage()
    if key == "vectors":
        from gui.pages.vectors import VectorsPage

        return VectorsPage()
    if key == "catalogue":
        from gui.pages.catalogue import CataloguePage

        return CataloguePage()
    if key == "training":
        from gui.pages.training import TrainingPage

        return TrainingPage()
    if key == "runs":
        from gui.pages.runs import RunsPage

        return RunsPage()
    if key == "neurons":
        from gui.pages.neurons import NeuronsPage

        return NeuronsPage()
    return FunctionPage()
