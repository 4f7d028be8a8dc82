"""The tables under the curves: results, all pairs, convergence and the article's own table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QScrollArea, QWidget

from engine.figures import Table
from engine.figures.article import article_sentences, article_table
from engine.figures.convergence import convergence_table
from engine.figures.race_tables import method_words, pairs_table, race_table
from engine.figures.race_words import baseline_of, entry_key, entry_name
from engine.texts import Phrase
from engine.training.race_history import RaceHistory
from gui import fonts
from gui.eliding_box import ElidingBox
from gui.segmented import Segmented
from gui.table_menu import TableMenu
from gui.table_view import TableView
from gui.texts import tr

_BOX_WIDTH = 190
_DISPENSABLE = ("held_low", "held_high", "p", "printed_final_error", "loss_mean",
                "difference_margin", "article_name", "seconds_mean", "holm_p")
_LAST = ("accuracy_margin",)
"""Columns that a narrow window leaves out; files have all of them."""

_WORDS_HEIGHT = 92


class _Words(QScrollArea):
    """Sentences under a table; more of them than fit are scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setProperty("role", "secondary")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._label.setAutoFillBackground(False)

    def say(self, sentences: Sequence[str]) -> None:
        """Shows these, each in a paragraph; nothing takes no room."""
        words = "\n".join(sentences)
        if words != self._label.text():
            self._label.setText(words)
        self._fit()
        self.setVisible(bool(words))

    def _fit(self) -> None:
        needed = self._label.heightForWidth(max(self.viewport().width(), 200)) + 6
        self.setFixedHeight(min(needed, fonts.pixels(_WORDS_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Takes the height that the sentences need at this width."""
        super().resizeEvent(event)
        self._fit()


class RaceResults(QObject):
    """Fills the table with one of the tables of a race; `head` stands over it, `words` under it.

    `baseline_chosen` comes when another competitor became the one that all are compared with.
    """

    baseline_chosen = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._history: RaceHistory | None = None
        self._baseline: str | None = None
        self._table: TableView | None = None
        self.head, self.words = QWidget(), _Words()
        self._which = Segmented(
            [("race", tr("Results")), ("pairs", tr("All pairs")),
             ("convergence", tr("Convergence")), ("article", tr("Against the article"))],
            tr("Table"),
            tips=(tr("Results: mean and interval of each function, and what they say against the "
                     "baseline"),
                  tr("All pairs: which two functions the seeds tell apart"),
                  tr("Convergence: after how many epochs and how long each reaches a threshold"),
                  tr("Against the article: its printed table beside this race, and what follows")))
        self._which.set_shown("article", shown=False)
        self._against = ElidingBox()
        self._against.setFixedWidth(_BOX_WIDTH)
        self._against.setAccessibleName(tr("Baseline"))
        self._against.setToolTip(tr("Baseline: the function that the last column compares with"))
        self._beside = QLabel(tr("Compared with"))
        self._beside.setProperty("role", "secondary")
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 4, 0, 2)
        row.setSpacing(8)
        row.addWidget(self._which)
        row.addStretch(1)
        row.addWidget(self._beside)
        row.addWidget(self._against)
        self._which.chosen.connect(self._which_chosen)
        self._against.activated.connect(self._against_chosen)

    def fill(self, table: TableView, menu: TableMenu) -> None:
        """Takes the table that it fills, and the menu of its rows."""
        self._table = table
        table.set_dispensable(_DISPENSABLE, _LAST)
        menu.opening.connect(self._add_to_menu)

    @property
    def baseline(self) -> str | None:
        """The key of the baseline that was chosen; None leaves it to the engine."""
        return self._baseline

    @property
    def which(self) -> str:
        """race, pairs, convergence or article."""
        return self._which.key

    def show_which(self, which: str) -> None:
        """Shows one of the tables; emits nothing."""
        self._which.set_key(which)
        if self._history is not None:
            self.show_race(self._history)

    def set_baseline(self, key: str | None) -> None:
        """Compares with this competitor from now on; emits nothing."""
        self._baseline = key
        if self._history is not None:
            self.show_race(self._history)

    def show_race(self, history: RaceHistory) -> None:
        """Shows what the race says now; only what differs is painted again."""
        if history is not self._history:
            self._history = history
            self._fill_box(history)
        self._against.setCurrentIndex(self._against.findData(
            entry_key(baseline_of(history, self._baseline))))
        several = len(history.entries) > 1
        self.head.setVisible(several)
        for widget in (self._against, self._beside):
            widget.setVisible(several and self.which == "race")
        repeats = article_table(history) is not None
        self._which.set_shown("article", shown=repeats)
        if self.which == "article" and not repeats:
            self._which.set_key("race")
        sentences = {"pairs": (method_words(history),), "article": article_sentences(history)}
        self.words.say([tr(words) for words in sentences.get(self.which, ())])
        self._table.show_table(self.table(history))

    def table(self, history: RaceHistory) -> Table:
        """The chosen table of this race."""
        match self.which if len(history.entries) > 1 else "race":
            case "pairs":
                return pairs_table(history)
            case "convergence":
                return convergence_table(history)
            case "article" if (table := article_table(history)) is not None:
                return table
        return race_table(history, self._baseline)

    def _fill_box(self, history: RaceHistory) -> None:
        self._against.clear()
        for entry in history.entries:
            name = entry_name(entry)
            self._against.addItem(tr(name) if isinstance(name, Phrase) else name, entry_key(entry))

    def _add_to_menu(self, menu: QMenu) -> None:
        """Compare with the function of the selected row."""
        row = self._table.selected_row()
        if self._history is None or self.which != "race" or row is None:
            return
        names = {entry_key(entry): entry_name(entry) for entry in self._history.entries}
        name = names.get(row[0])
        if name is not None and len(names) > 1:
            words = tr(name) if isinstance(name, Phrase) else name
            menu.addSeparator()
            action = menu.addAction(tr("Compare all with {name}", name=words))
            action.setData(row[0])
            action.triggered.connect(self._pin)

    def _pin(self) -> None:
        self._choose(self.sender().data())

    def _against_chosen(self, index: int) -> None:
        self._choose(self._against.itemData(index))

    def _choose(self, key: str) -> None:
        self.set_baseline(key)
        self.baseline_chosen.emit()

    def _which_chosen(self) -> None:
        if self._history is not None:
            self.show_race(self._history)
