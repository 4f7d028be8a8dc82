"""The centre of a page that works: plot, progress and table, or what stands there before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui.empty_page import EmptyPage
from gui.plot_view import PlotView
from gui.progress_strip import ProgressStrip
from gui.sections import inset
from gui.table_menu import TableMenu
from gui.table_view import TableView

_FEWEST_ROWS = 3


class WorkCentre(QStackedWidget):
    """Fills a page: `empty` until `show_work`; then `head`, plot and strip over the table.

    Other views may take the place of the plot, see `add_view`; `above` and `below` stand around
    the table.
    """

    def __init__(self, page: QWidget, empty: EmptyPage, heights: tuple[int, int],
                 head: QLayout | None = None, *, above: QWidget | None = None,
                 below: QWidget | None = None) -> None:
        super().__init__(page)
        self._page = page
        self.empty = empty
        self.plot, self.strip, self.table = PlotView(), ProgressStrip(), TableView()
        self.menu = TableMenu(self.table)
        self._stage = QStackedWidget()
        self._stage.addWidget(self.plot)
        # high views take the room of the table: they are no reason to make it low
        self._stage.setMinimumHeight(self.plot.minimumSizeHint().height())
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.setChildrenCollapsible(False)
        self._parts.addWidget(self._upper(head))
        self.table.set_fewest_rows(_FEWEST_ROWS)
        self._lower = inset(*filter(None, (above, self.table, below)))
        self._parts.addWidget(self._lower)
        self._parts.setStretchFactor(0, 2)
        self._parts.setStretchFactor(1, 0 if above is None else 1)
        self._sizes = list(heights)
        self._parts.setSizes(self._sizes)
        self.addWidget(empty)
        self.addWidget(self._parts)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)

    def _upper(self, head: QLayout | None) -> QWidget:
        upper = QWidget()
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if head is not None:
            column.addLayout(head)
        column.addWidget(self._stage, 1)
        column.addWidget(self.strip)
        return upper

    def add_view(self, view: QWidget) -> None:
        """Takes something else that can stand where the plot is."""
        self._stage.addWidget(view)

    def show_view(self, view: QWidget, with_table: bool = True) -> None:
        """Shows the plot, or another view, which may take the room of the table too."""
        self._stage.setCurrentWidget(view)
        if with_table == self._lower.isHidden():
            if with_table:
                self._lower.show()
                self._parts.setSizes(self._sizes)
            else:
                self._sizes = self._parts.sizes()
                self._lower.hide()

    def show_work(self) -> None:
        """There is something to see."""
        self.setCurrentWidget(self._parts)

    def show_empty(self) -> None:
        """There is nothing to see yet."""
        self.setCurrentWidget(self.empty)

    @property
    def in_table(self) -> bool:
        """Whether the keyboard is in the table: then it is what Export takes."""
        return self.table.hasFocus() or self.table.isAncestorOf(self._page.focusWidget()
                                                                 or self._page)
