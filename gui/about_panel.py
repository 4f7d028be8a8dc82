"""What is known of the selected function: formula, computed properties, source, names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from engine.activations import FAMILIES, Activation, Values, catalogue
from engine.activations.verification import State, state_here
from engine.analysis.facts import Moments, Shape, VarianceMap
from engine.analysis.property_words import labels, rows
from gui import fonts, problems, theme
from gui.fact_rows import FactRow, FactRows
from gui.formula_view import FormulaView
from gui.line_samples import line_sample
from gui.number_texts import shown_number
from gui.panel_tabs import Functions, FunctionTab
from gui.runner import Runner
from gui.texts import tr
from gui.verified_badge import VerifiedBadge

_WAITED_FOR = "…"


class AboutPanel(FunctionTab):
    """What is known of the function by itself; its properties are computed in the background."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Activation, Values] | None = None
        column = self.column
        self._make_head(column)
        self.badge = VerifiedBadge()
        column.addWidget(self.badge)
        self.formula = FormulaView()
        column.addWidget(self.formula)
        column.addWidget(_hairline())
        self.properties, self._found = QWidget(), QVBoxLayout()
        self._found.setContentsMargins(0, 0, 0, 0)
        self._found.setSpacing(column.spacing())
        self.properties.setLayout(self._found)
        column.addWidget(self.properties)
        self.facts: dict[type, FactRows] = {}
        for part, heading in ((Shape, tr("Properties")), (Moments, tr("For z ~ N(0, 1)")),
                              (VarianceMap, tr("Through many layers"))):
            self.facts[part] = FactRows()
            self._found.addWidget(_section(heading))
            self._found.addWidget(self.facts[part])
        self._found.addWidget(_hairline())
        column.addWidget(_section(tr("Called")))
        self._names = FactRows(code=True)
        column.addWidget(self._names)
        self._note = _words(column)
        column.addStretch(1)
        theme.changed.connect(self._show_sample)
        self._begun = self._waiting = False
        self._asked: tuple[Activation, Values] | None = None
        self._filled: Activation | None = None
        self._runner = Runner(self)
        self._runner.records.connect(self._arrived)
        self._runner.finished.connect(self._all_arrived)
        self._runner.failed.connect(self._failed)

    def _make_head(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self._name, self._sample = QLabel(), QLabel()
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setFont(fonts.font("title"))
        row.addWidget(self._name)
        row.addWidget(self._sample)
        row.addStretch(1)
        column.addLayout(row)
        self._title = _words(column)
        self._source = _words(column)

    @property
    def title(self) -> str:
        """The tab's name."""
        return tr("About")

    def show_function(self, key: str, functions: Functions) -> None:
        """Shows a function at its values; `functions` are all that are shown, for its colour."""
        self.widget().setVisible(bool(key))
        if not key:
            return
        item = catalogue(None)[key]
        values = dict(functions.get(key, {}))
        self._style = theme.styles_for(functions).get(key)
        another = self._shown is None or self._shown[0] is not item
        self._shown = item, values
        self._show_sample()
        if another:
            self._show_words(item)
        curved = item.kind == "elementwise"
        self.properties.setVisible(curved)
        if curved:
            self._show_old()
            self._compute()

    def _show_words(self, item: Activation) -> None:
        """What is the same at all values."""
        self._name.setText(item.name)
        self._title.setText(tr(item.title))
        year = "" if item.year is None else f" · {item.year}"
        source = f" · {item.paper}" if item.paper else ""
        self._source.setText(f"{tr(FAMILIES[item.family])}{year}{source}")
        self.badge.show_function(item)
        curved = item.kind == "elementwise"
        self.formula.set_latex(f"f(x) = {item.formula}" if curved else item.formula)
        self._names.show_rows([
            FactRow(library, _breakable(name) if name else tr("not there"))
            for library, name in (("PyTorch", item.torch), ("Keras", item.keras),
                                  ("JAX", item.jax))])
        self._note.setText(tr(item.note) if item.note else "")
        self._note.setVisible(item.note is not None)

    def begin(self) -> None:
        """Computes from now on: torch may be used."""
        self._begun = True
        self._compute()

    def _show_old(self) -> None:
        """Fades what is of other values, and takes away what is of another function."""
        if self._shown[0] is not self._filled:
            for part, shown in self.facts.items():
                shown.show_rows([FactRow(tr(label), _WAITED_FOR) for _, label in labels(part)])
        for shown in self.facts.values():
            shown.set_faded(self._shown != self._asked)

    def _compute(self) -> None:
        """Starts the job, or has it started when the one under way has ended."""
        if not self._begun or self._shown is None or self._shown == self._asked \
                or self._shown[0].kind != "elementwise":
            return
        if self._runner.running:
            self._waiting = True
            return
        self._waiting, self._asked = False, self._shown
        self._runner.start(_findings(*self._shown))

    def _arrived(self, records: list[State | Shape | Moments | VarianceMap]) -> None:
        """Shows the parts, faded where the values have changed meanwhile."""
        self.badge.show_function(self._shown[0])
        if self._asked is None or self._shown[0] is not self._asked[0]:
            self._asked = None  # a part is lost: shown again, it is computed again
            return
        self._filled = self._asked[0]
        for record in records:
            if isinstance(record, State):
                continue
            shown = self.facts[type(record)]
            shown.show_rows([_fact(row) for row in rows(record, _number)])
            shown.set_faded(self._shown != self._asked)

    def _all_arrived(self) -> None:
        if self._waiting:
            self._compute()

    def _failed(self, error: Exception) -> None:
        for shown in self.facts.values():
            shown.show_rows([])
        problems.show_problem(self.window(), error)
        self._all_arrived()

    def close_work(self) -> None:
        """Ends the computation."""
        self._runner.shutdown()

    def _show_sample(self) -> None:
        if self._shown is not None:
            self._sample.setPixmap(line_sample(self._shown[0].key, 34, 12, self._style))


def _findings(activation: Activation, values: Values
              ) -> Iterator[State | Shape | Moments | VarianceMap | None]:
    from engine.analysis.properties import properties
    from engine.device import use_one_thread

    use_one_thread()
    yield state_here(activation)
    yield from properties(activation, values)


def _fact(row: Any) -> FactRow:
    lines = "\n".join(tr(value) for value in row.values)
    return FactRow(tr(row.label), lines, f"{tr(row.meaning)}\n{tr(row.sure)}")


def _number(value: float) -> str:
    """Four decimals, fewer where they are all; tiny and huge numbers with their power of ten."""
    size = abs(value)
    short = round(value, 4) if size < 1e5 else value
    exact = abs(value - short) <= 1e-11 * max(1.0, size)
    plain = size == float("inf") or exact or not 1e-3 <= size < 1e5
    return shown_number(short if exact else value, None if plain else 4)


def _hairline() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    return line


def _section(title: str) -> QLabel:
    label = QLabel(title)
    label.setProperty("section", True)
    return label


def _words(column: QVBoxLayout) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("secondary", True)
    label.setWordWrap(True)
    column.addWidget(label)
    return label


def _breakable(name: str) -> str:
    """A dotted name that may go on in the next line after a dot or before a bracket."""
    return name.replace(".", ".\N{ZERO WIDTH SPACE}").replace("(", "\N{ZERO WIDTH SPACE}(")
