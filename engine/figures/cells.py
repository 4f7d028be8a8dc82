"""A cell of a table that shows something else than what it is sorted by."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.texts import Phrase


@dataclass(frozen=True)
class Cell:
    """`text` is shown and written; rows are sorted by the numbers of `order`.

    `tone` is how it is said: secondary, accent or danger; empty as everything else.
    """

    text: Phrase | str
    order: tuple[float, ...]
    tone: str = field(default="", kw_only=True)

    def __str__(self) -> str:
        return str(self.text)
