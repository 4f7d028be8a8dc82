"""The searchable catalogue: families of functions to tick, and the ticked ones on top."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from engine.activations import FAMILIES, Activation, catalogue
from engine.networks.functions import function_name, split
from gui import fonts, own_functions, theme
from gui.icons import icon
from gui.line_samples import line_icon
from gui.texts import in_every_language, tr

_KEY = Qt.ItemDataRole.UserRole
_SAMPLE = QSize(34, 12)
_SHOWN_ROWS = 8
_ROW = 27


def name_of(key: str) -> str:
    """What a function is called in lists and legends; "none" is no activation.

    One that is not there any more, as in the record of an old run, is called by its key.
    """
    return tr(function_name(key))


def search_text(activation: Activation) -> str:
    """All words by which a function can be found, in every language, in small letters."""
    words = [activation.key, activation.name, activation.formula, *activation.aliases,
             *in_every_language(activation.title),
             *in_every_language(FAMILIES[activation.family])]
    return "\n".join(words).casefold()


class Picker(QWidget):
    """Search field, ticked functions in the order of ticking, and the tree of families."""

    changed = Signal()
    selected = Signal(str)
    menu_wanted = Signal(str)
    """The key of a function that was clicked with the right button."""

    def __init__(self, parent: QWidget | None = None, with_none: bool = False) -> None:
        super().__init__(parent)
        self._keys: list[str] = []
        self._with_none = with_none
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Name, family, formula"))
        self.search.setAccessibleName(tr("Search functions"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search", "secondary"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self._make_shown()
        self._make_tree()
        self._nothing = QLabel()
        self._nothing.setWordWrap(True)
        self._nothing.setProperty("secondary", True)
        self._nothing.hide()
        self._lay_out()
        theme.changed.connect(self._look_changed)
        own_functions.changed.connect(self._catalogue_changed)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        field = QHBoxLayout()
        field.setContentsMargins(12, 10, 12, 2)
        field.addWidget(self.search)
        column.addLayout(field)
        column.addLayout(self._head)
        column.addWidget(self._shown)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        column.addWidget(line)
        column.addWidget(self._nothing)
        column.addWidget(self._tree, 1)

    def _make_shown(self) -> None:
        self._count, clear = QLabel(), QPushButton(tr("Clear"))
        self._count.setProperty("section", True)
        clear.setProperty("link", True)
        clear.setToolTip(tr("Clear: shows no function"))
        clear.clicked.connect(self._clear)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(14, 0, 14, 0)
        self._head.addWidget(self._count, 1)
        self._head.addWidget(clear)
        self._shown = QListWidget()
        self._shown.setObjectName("shownList")
        self._shown.setAccessibleName(tr("Shown functions"))
        self._shown.setIconSize(_SAMPLE)
        self._shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown.currentItemChanged.connect(self._shown_selected)
        self._shown.itemChanged.connect(self._shown_ticked)

    def _make_tree(self) -> None:
        self._tree = QTreeWidget()
        self._tree.setObjectName("functionTree")
        self._tree.setAccessibleName(tr("All functions by family"))
        self._tree.setColumnCount(1)
        self._tree.setHeaderHidden(True)
        self._tree.setIconSize(_SAMPLE)
        self._tree.setIndentation(14)
        self._tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._opened: set[str] | None = None
        self._fill_tree()
        self._tree.setExpandsOnDoubleClick(False)
        self._tree.itemClicked.connect(self._tree_clicked)
        self._tree.itemChanged.connect(self._tree_ticked)
        self._tree.itemActivated.connect(self._tree_activated)
        for view in (self._tree, self._shown):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._ask_menu)

    def _fill_tree(self) -> None:
        found = own_functions.listed()
        if self._with_none:  # for networks, of which the transformer takes gated units
            found |= catalogue("gated")
        self._search_texts = {key: search_text(item) for key, item in found.items()}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._families: dict[str, QTreeWidgetItem] = {}
        for family, words in FAMILIES.items():
            members = [item for item in found.values() if item.family == family]
            if members:
                self._add_family(family, f"{tr(words)}  {len(members)}", members)
        if self._with_none:
            self._add_function(self._families["basic"], "none", tr("No activation"), "")
        self._fit_tree()

    def _look_changed(self) -> None:
        """The theme or the size of texts is another; the theme tells of both."""
        self._tree.blockSignals(True)
        self._fit_tree()
        self._tree.blockSignals(False)
        self._fit_shown()
        self._show_samples()

    def _fit_tree(self) -> None:
        """Fonts and heights of the rows at the present size of texts."""
        size = self._row_size()
        for family in self._families.values():
            family.setFont(0, fonts.font("section"))
        for item in (*self._families.values(), *self._items.values()):
            item.setSizeHint(0, size)

    def _fit_shown(self) -> None:
        size = self._row_size()
        self._shown.blockSignals(True)
        for index in range(self._shown.count()):
            self._shown.item(index).setSizeHint(size)
        self._shown.blockSignals(False)
        self._shown.setFixedHeight(size.height() * min(len(self._keys), _SHOWN_ROWS) + 2)

    def _catalogue_changed(self) -> None:
        """Lists what there is now; what is ticked and opened stays so."""
        opened = {family for family, item in self._families.items() if item.isExpanded()}
        before = set(self._families)
        self._tree.blockSignals(True)
        self._tree.clear()
        self._fill_tree()
        for family, item in self._families.items():
            item.setExpanded(family in opened or family not in before)
        self._tree.blockSignals(False)
        ticked = list(self._keys)
        self.set_keys(ticked)
        self._filter(self.search.text())
        if self._keys != ticked:
            self.changed.emit()

    def _ask_menu(self, place: QPoint) -> None:
        item = self.sender().itemAt(place)
        if item is not None:
            key = item.data(_KEY) if isinstance(item, QListWidgetItem) else item.data(0, _KEY)
            if key is not None:
                self.menu_wanted.emit(key)

    def _add_family(self, family: str, words: str, members: Sequence[Activation]) -> None:
        parent = QTreeWidgetItem(self._tree, [words])
        parent.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self._families[family] = parent
        for item in members:
            self._add_function(parent, item.key, item.name, tr(item.title))

    def _row_size(self) -> QSize:
        """Said, not measured: a row may be measured before the style sheet has taken hold."""
        return QSize(0, max(fonts.pixels(_ROW), QFontMetrics(self.font()).height() + 9))

    def _add_function(self, parent: QTreeWidgetItem, key: str, name: str, tip: str) -> None:
        item = QTreeWidgetItem(parent, [name])
        item.setData(0, _KEY, key)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        item.setIcon(0, line_icon(key, _SAMPLE.width(), _SAMPLE.height()))
        item.setToolTip(0, f"<qt>{escape(tip)}</qt>" if "<" in tip else tip)
        self._items[key] = item

    @property
    def keys(self) -> tuple[str, ...]:
        """The ticked functions in the order of ticking."""
        return tuple(self._keys)

    def set_keys(self, keys: Iterable[str]) -> None:
        """Ticks exactly these; emits nothing."""
        self._keys = [key for key in dict.fromkeys(keys)
                      if all(part in self._items for part in split(key))]
        self._show_keys()

    def select(self, key: str) -> None:
        """Marks one of the ticked functions; emits nothing."""
        self._shown.blockSignals(True)
        if key in self._keys:
            self._shown.setCurrentRow(self._keys.index(key))
        self._shown.blockSignals(False)

    def _show_keys(self) -> None:
        chosen = self._shown.currentItem()
        current = chosen.data(_KEY) if chosen else None
        self._shown.blockSignals(True)
        self._shown.clear()
        for key in self._keys:
            item = QListWidgetItem(name_of(key), self._shown)
            item.setData(_KEY, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        self._shown.blockSignals(False)
        self._show_samples()
        if current in self._keys:
            self.select(current)
        self._count.setText(tr("Shown · {count}", count=len(self._keys)))
        self._fit_shown()
        self._shown.setVisible(bool(self._keys))

    def _show_samples(self) -> None:
        """Paints the line samples again, as they look among the ticked ones, and the ticks."""
        styles = theme.styles_for(self._keys)
        width, height = _SAMPLE.width(), _SAMPLE.height()
        self._tree.blockSignals(True)
        self._shown.blockSignals(True)
        for key, item in self._items.items():
            item.setIcon(0, line_icon(key, width, height, styles.get(key)))
            ticked = key in self._keys
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        for row in range(self._shown.count()):
            item = self._shown.item(row)
            key = item.data(_KEY)
            item.setIcon(line_icon(key, width, height, styles.get(key)))
        self._tree.blockSignals(False)
        self._shown.blockSignals(False)

    def _clear(self) -> None:
        self._keys = []
        self._show_keys()
        self.changed.emit()

    def _toggle(self, key: str, ticked: bool) -> None:
        if ticked and key not in self._keys:
            self._keys.append(key)
        elif not ticked and key in self._keys:
            self._keys.remove(key)
        self._show_keys()
        self.changed.emit()
        if ticked:
            self.select(key)
            self.selected.emit(key)

    def _tree_ticked(self, item: QTreeWidgetItem) -> None:
        key = item.data(0, _KEY)
        if key is not None:
            self._toggle(key, item.checkState(0) == Qt.CheckState.Checked)

    def _tree_clicked(self, item: QTreeWidgetItem) -> None:
        """A family opens and closes wherever its row is pressed."""
        if item.data(0, _KEY) is None:
            item.setExpanded(not item.isExpanded())

    def _tree_activated(self, item: QTreeWidgetItem) -> None:
        key = item.data(0, _KEY)
        if key is not None:
            self._toggle(key, key not in self._keys)

    def _shown_ticked(self, item: QListWidgetItem) -> None:
        if item.checkState() != Qt.CheckState.Checked:
            self._toggle(item.data(_KEY), False)

    def _shown_selected(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.selected.emit(item.data(_KEY))

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        if words and self._opened is None:
            self._opened = {name for name, family in self._families.items() if family.isExpanded()}
        for key, item in self._items.items():
            found = self._search_texts.get(key, name_of(key).casefold())
            item.setHidden(not all(word in found for word in words))
        any_found = False
        for name, family in self._families.items():
            empty = all(family.child(row).isHidden() for row in range(family.childCount()))
            family.setHidden(empty)
            any_found = any_found or not empty
            if words or self._opened is not None:
                family.setExpanded(not empty if words else name in self._opened)
        if not words:
            self._opened = None
        self._nothing.setText(tr("No function matches “{text}”.", text=text))
        self._nothing.setVisible(not any_found)
