"""The dialog that shows a data set: its pictures by class, counts, and what was checked."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from engine.data.checks import Check, checked
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.data.settings import DataSettings, read_source, source_text
from engine.errors import LabError
from engine.figures import Figure, Table
from engine.figures.data_set import counts_table, data_title, samples_figure
from engine.parameters import parameters_of
from engine.texts import Phrase
from gui import fonts, problems
from gui.data_facts import DataFacts
from gui.export_dialog import ExportDialog
from gui.form import Form
from gui.plot_view import PlotView
from gui.progress_strip import ProgressStrip
from gui.runner import Runner
from gui.sections import section
from gui.segmented import Segmented
from gui.table_view import TableView
from gui.texts import tr

_SIZE = (1120, 720)
_SIDE, _WIDEST_SIDE = 320, 460
_BUILT_IN = ("auto", "garments")
_MENDING = ("picture_side", "memory_limit")
"""What could let data be read that are too large."""


class _Seen(NamedTuple):
    """A data set with its contact sheet and the counts of its classes."""

    data: ImageData
    sheet: Figure
    counts: Table


def _seeing(source: str) -> Generator[DataProgress | _Seen | tuple[Check, ...] | None, None, None]:
    """Opens the data, then checks them; the Checks come last."""
    from engine.data.sources import opened

    data: ImageData | None = None
    with closing(opened(source)) as opening:
        for item in opening:
            if isinstance(item, ImageData):
                data = item
                yield _Seen(data, samples_figure(data), counts_table(data))
            else:
                yield item
    yield from checked(data)


class DataDialog(QDialog):
    """Reads a source and shows it; `chosen` carries the source when a person wants to use it.

    `folder_wanted` and `file_wanted` come when another one is to be chosen instead. A source that
    is in use already (`in_use`) is only shown, until it is read in another way.
    """

    chosen = Signal(str)
    opened = Signal(str, object)
    folder_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, source: str, in_use: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source, self._in_use = source, source if in_use else ""
        self._seen: _Seen | None = None
        self._form: Form | None = None
        self.setWindowTitle(tr("Data set"))
        self.resize(*_SIZE)
        self._make_parts()
        self._lay_out()
        self.runner = Runner(self)
        self.runner.records.connect(self._arrived)
        self.runner.finished.connect(self._finished)
        self.runner.failed.connect(self._failed)
        self._read(source)

    def _make_parts(self) -> None:
        self._title, self._wrong = QLabel(), QLabel()
        self._title.setProperty("role", "headline")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setTextFormat(Qt.TextFormat.PlainText)
        self._wrong.setProperty("role", "lead")
        self._wrong.setWordWrap(True)
        self.facts = DataFacts()
        self.sheet, self.counts = PlotView(), TableView()
        self.sheet.export_requested.connect(self._export)
        self.sheet.copy_image_requested.connect(self._copy_image)
        self.sheet.copy_data_requested.connect(self._copy_data)
        self.views = Segmented((("pictures", tr("Pictures")), ("classes", tr("Classes"))),
                               tr("What is shown"))
        self.views.chosen.connect(self._show_view)
        self.strip = ProgressStrip()
        self._again = QPushButton(tr("Read again"))
        self._again.clicked.connect(self._read_again)
        self._folder = QPushButton(tr("Choose folder…"))
        self._file = QPushButton(tr("Choose file…"))
        self._save, self._close = QPushButton(tr("Export…")), QPushButton(tr("Close"))
        self.use = QPushButton(tr("Use these data"))
        self.use.setProperty("primary", True)
        for button, act in ((self._folder, self._other_folder), (self._file, self._other_file),
                            (self._save, self._export), (self._close, self.reject),
                            (self.use, self._use)):
            button.clicked.connect(act)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title, 1)
        head.addWidget(self.views)
        self._stack = QStackedWidget()
        for view in (self.sheet, self.counts):
            self._stack.addWidget(view)
        self._body = QSplitter()
        self._body.setChildrenCollapsible(False)
        self._body.addWidget(self._make_side())
        self._body.addWidget(self._stack)
        self._body.setStretchFactor(1, 1)
        self._body.setSizes([_SIDE, _SIZE[0] - _SIDE])
        buttons = QHBoxLayout()
        for button in (self._folder, self._file):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self._save, self._close, self.use):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._wrong)
        column.addWidget(self._body, 1)
        column.addWidget(self.strip)
        column.addLayout(buttons)

    def _make_side(self) -> QWidget:
        side = QWidget()
        side.setMaximumWidth(fonts.pixels(_WIDEST_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        self._form_place = QWidget()
        self._form_column = QVBoxLayout(self._form_place)
        self._form_column.setContentsMargins(14, 0, 4, 0)
        self._form_column.setSpacing(6)
        self._form_column.addWidget(section(tr("How they are read"), self._again))
        self._form_place.hide()
        self._rest = QWidget()
        column.addWidget(self.facts, 1)
        column.addWidget(self._form_place)
        column.addWidget(self._rest, 1)
        return side

    def _read(self, source: str) -> None:
        self._source, self._seen = source, None
        self._title.setText(tr("Reading the data"))
        self._show_parts(reading=True)
        self.strip.show_progress(tr("Opening"))
        self.runner.start(_seeing(source))

    def _show_parts(self, reading: bool = False, wrong: str = "") -> None:
        """What can be seen and pressed in this state."""
        self._wrong.setText(wrong)
        self._wrong.setVisible(bool(wrong))
        for widget in (self.facts, self._stack, self.views):
            widget.setVisible(not wrong)
        self.strip.setVisible(reading)
        for widget in (self._folder, self._file, self._rest):
            widget.setVisible(bool(wrong))
        self._save.setVisible(not wrong)
        self._save.setEnabled(self._seen is not None)
        self.use.setVisible(not wrong and self._source != self._in_use)
        self.use.setEnabled(self._seen is not None)
        self._again.setEnabled(not reading and self._settings_changed())

    def _arrived(self, records: list[Any]) -> None:
        for record in records:
            match record:
                case DataProgress():
                    self.strip.show_progress(tr(record.words), fraction=record.fraction)
                case _Seen():
                    self._show(record)
                case tuple():
                    self.facts.show_checks(record)

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        name = data_title(seen.data)
        self._title.setText(tr(name) if isinstance(name, Phrase) else name)
        self.facts.show_data(seen.data)
        self.sheet.show_figure(seen.sheet)
        self.counts.show_table(seen.counts)
        self._make_form(seen.data.settings_used)
        self._show_parts(reading=True)
        self.opened.emit(self._source, seen.data)

    def _finished(self) -> None:
        self._show_parts()
        (self.use if self.use.isVisible() else self._close).setFocus()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, LabError):
            self.reject()
            problems.show_problem(self.parentWidget(), error)
            return
        self._seen = None
        self._title.setText(tr("These data cannot be used"))
        self._make_form(_MENDING)
        self._show_parts(wrong=tr(error.phrase))
        self._folder.setFocus()

    def _make_form(self, names: tuple[str, ...]) -> None:
        """The settings that make a difference to these data, or could where they are refused."""
        if self._form is not None:
            self._form_column.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        wanted = [parameter for parameter in parameters_of(DataSettings)
                  if parameter.name in names and self._source not in _BUILT_IN]
        settings = read_source(self._source)[1]
        self._form = Form(wanted, {parameter.name: getattr(settings, parameter.name)
                                   for parameter in wanted}, sliders=False, live=False)
        self._form.changed.connect(self._form_changed)
        self._form_place.setVisible(bool(wanted))
        self._form_column.addWidget(self._form)

    def _wanted_source(self) -> str:
        place, settings = read_source(self._source)
        values = {name: getattr(settings, name) for name in
                  (parameter.name for parameter in parameters_of(DataSettings))}
        return source_text(place, DataSettings(**values | self._form.values()))

    def _settings_changed(self) -> bool:
        return self._form is not None and bool(self._form.values()) \
            and self._wanted_source() != self._source

    def _form_changed(self, _values: dict[str, Any]) -> None:
        self._again.setEnabled(not self.runner.running and self._settings_changed())

    def _read_again(self) -> None:
        self._read(self._wanted_source())

    def _show_view(self, view: str) -> None:
        self._stack.setCurrentWidget(self.sheet if view == "pictures" else self.counts)

    def picture(self) -> Figure | Table | None:
        """What Export takes: what is seen now."""
        if self._seen is None:
            return None
        return self._seen.sheet if self.views.key == "pictures" else self._seen.counts

    def _export(self) -> None:
        if self._seen is not None:
            ExportDialog(self.picture(), self).open()

    def _copy_image(self) -> None:
        from gui.export import copy_image

        if self._seen is not None:
            copy_image(self.picture())

    def _copy_data(self) -> None:
        from gui.export import copy_data

        if self._seen is not None:
            copy_data(self.picture())

    def _use(self) -> None:
        self.accept()
        self.chosen.emit(self._source)

    def _other_folder(self) -> None:
        self.reject()
        self.folder_wanted.emit()

    def _other_file(self) -> None:
        self.reject()
        self.file_wanted.emit()

    def done(self, result: int) -> None:
        """Ends the reading and waits for it."""
        self.runner.shutdown()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing ends the reading."""
        self.runner.shutdown()
        super().closeEvent(event)
