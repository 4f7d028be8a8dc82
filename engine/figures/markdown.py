"""A table as Markdown: for a README, an issue or a notebook."""

from __future__ import annotations

import math
import re
from typing import Any

from engine.figures.csv import field
from engine.figures.figure import Column, Table
from engine.figures.intervals import IntervalCell
from engine.texts import Phrase

_SPECIAL = re.compile(r"([\\|*`$<>\[\]])")
_RIGHT = ("number", "year", "interval")


def markdown_bytes(table: Table) -> bytes:
    """The file in UTF-8."""
    return markdown_text(table).encode("utf-8")


def markdown_text(table: Table) -> str:
    """Title, what the table is of as a list, then the table; a formula stands between dollars.

    Numbers have all their digits. Nothing in a cell can end it: a vertical bar is escaped, in a
    formula it is written as \\vert, a line break is a blank.
    """
    lines = [f"# {escaped(str(table.title))}", ""]
    lines += [f"- {escaped(name)}: {escaped(value)}" for name, value in (
        *((("warning", str(table.warning)),) if str(table.warning) else ()), *table.notes)]
    lines += ["", _line([escaped(str(column.label)) for column in table.columns]),
              _line(["---:" if column.kind in _RIGHT else "---" for column in table.columns])]
    lines += [_line([_cell(column, value)
                     for column, value in zip(table.columns, row, strict=True)])
              for row in table.rows]
    return "\n".join(lines) + "\n"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if column.kind == "formula":
        return _formula(value)
    if isinstance(value, IntervalCell):
        ends = (value.low, value.high)
        return "" if None in ends else " to ".join(field(end) for end in ends)
    if column.kind in ("key", "code"):
        return f"`{_one_line(value)}`"
    if isinstance(value, float) and math.isinf(value):
        return "∞" if value > 0 else "\N{MINUS SIGN}∞"
    return escaped(str(value)) if isinstance(value, (str, Phrase)) else field(value)


def _formula(latex: str) -> str:
    """Between dollars; `\\|` and `|` are spelled out, for a bar would end the cell."""
    inside = _one_line(latex).replace(r"\|", r"\Vert ").replace("|", r"\vert ")
    return f"${inside}$"


def escaped(text: str) -> str:
    """Text that can stand anywhere in a line, also in a cell."""
    return _SPECIAL.sub(r"\\\1", _one_line(text))


def _one_line(text: Any) -> str:
    return " ".join(str(text).split())
