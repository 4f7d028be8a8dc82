"""Where the panels of a figure lie in a picture of a given size."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF

from engine.figures import Figure
from gui.plot_axes import BARS_KEY, BELOW, TITLE
from gui.plot_look import Look, words

_LEFT, _RIGHT, _TOP, _BETWEEN = 60.0, 20.0, 12.0, 14.0
_BETWEEN_COLUMNS = 10.0
_SMALLEST = 20.0
_LONGEST_NAME = 150.0


class Place(NamedTuple):
    """The rectangle of one plot, the room at its left, and whether its x axis has texts."""

    rect: QRectF
    left_room: float
    labels_x: bool


def places_of(figure: Figure, width: float, height: float, top: float, look: Look) -> list[Place]:
    """One place for each panel; `top` is what a title and a warning take. Whole pixels."""
    if not figure.panels:
        return []
    scale = look.font_scale
    if figure.arrangement == "columns":
        return _columns(figure, width, height, top + _TOP * scale, look)
    return _rows(figure, width, height, top + _TOP * scale, look)


def _rows(figure: Figure, width: float, height: float, top: float, look: Look) -> list[Place]:
    scale = look.font_scale
    left = max(_left_room(figure, index, look) for index in range(len(figure.panels)))
    heads = [_head(figure, index, look) for index in range(len(figure.panels))]
    free = height - top - sum(heads) - BELOW * scale - _BETWEEN * (len(figure.panels) - 1)
    total = sum(panel.weight for panel in figure.panels)
    places = []
    for index, panel in enumerate(figure.panels):
        top += heads[index]
        high = max(free * panel.weight / total, _SMALLEST)
        rect = QRectF(round(left), round(top), round(max(width - left - _RIGHT, _SMALLEST)),
                      round(top + high) - round(top))
        last = index == len(figure.panels) - 1
        places.append(Place(rect, left, last))
        top += high + _BETWEEN
    return places


def _columns(figure: Figure, width: float, height: float, top: float, look: Look) -> list[Place]:
    lefts = [_left_room(figure, index, look) for index in range(len(figure.panels))]
    head = max(_head(figure, index, look) for index in range(len(figure.panels)))
    gaps = _BETWEEN_COLUMNS * (len(figure.panels) - 1) + _RIGHT
    free = width - sum(lefts) - gaps
    total = sum(panel.weight for panel in figure.panels)
    high = max(height - top - head - BELOW * look.font_scale, _SMALLEST)
    places, x = [], 0.0
    for panel, left in zip(figure.panels, lefts, strict=True):
        wide = max(free * panel.weight / total, _SMALLEST)
        x += left
        places.append(Place(QRectF(round(x), round(top + head), round(wide), round(high)),
                            left, True))
        x += wide + _BETWEEN_COLUMNS
    return places


def _left_room(figure: Figure, index: int, look: Look) -> float:
    """60 as in the design; what the names need beside bars."""
    bars = figure.panels[index].bars
    if bars is None:
        return _LEFT * look.font_scale
    widest = max((look.width(words(name), look.font()) for name in bars.names), default=0.0)
    return min(max(widest + 22, 40.0), _LONGEST_NAME * look.font_scale)


def _head(figure: Figure, index: int, look: Look) -> float:
    panel = figure.panels[index]
    head = TITLE - 8 if words(panel.title) or words(panel.subtitle) else 0.0
    return (head + (BARS_KEY if panel.bars is not None else 0.0)) * look.font_scale
