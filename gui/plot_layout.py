"""Where the panels of a figure lie in a picture of a given size."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRectF

from engine.figures import Figure
from gui.plot_axes import BARS_KEY, BELOW, MAP_KEY, TITLE
from gui.plot_grid import cells_of
from gui.plot_look import Look, words

_LEFT, _RIGHT, _TOP, _BETWEEN = 60.0, 20.0, 12.0, 14.0
_BETWEEN_COLUMNS = 10.0
_SMALLEST = 20.0
_NO_AXES = 8.0
_LONGEST_NAME = 150.0
_RELIEF_SHARE = 0.52
_SLICE_SHARE, _SLICE_SHARE_WIDE, _FACTS, _UNDER = 0.4, 0.3, 108.0, 34.0
_LEAST_MAP, _WIDE = 110.0, 1.8
FACT = 23.0
"""The height of a row of facts, at 100 %."""


class Place(NamedTuple):
    """The rectangle of one plot, the room at its left, whether its axes have texts, and whether it
    is seen at all."""

    rect: QRectF
    left_room: float
    labels_x: bool
    labels_y: bool = True
    seen: bool = True


_UNSEEN = Place(QRectF(-200, -200, 100, 100), 0.0, False, False, False)


def places_of(figure: Figure, width: float, height: float, top: float, look: Look) -> list[Place]:
    """One place for each panel; `top` is what a title and a warning take. Whole pixels."""
    if not figure.panels:
        return []
    scale = look.font_scale
    if figure.arrangement == "columns":
        return _columns(figure, width, height, top + _TOP * scale, look)
    if figure.arrangement == "grid":
        room = QRectF(0, top + _TOP * scale, width, height - top - _TOP * scale)
        return [Place(*cell) for cell in cells_of(figure, room, scale)]
    if figure.arrangement == "below":
        return _below(figure, width, height, top, look)
    if figure.arrangement == "map":
        return _map(figure, QRectF(0, top, width, height - top), look)
    return _rows(figure, width, height, top + _TOP * scale, look)


def _map(figure: Figure, room: QRectF, look: Look) -> list[Place]:
    """The map as large a square as leaves room for a slice at its right, which takes all the rest,
    and one under it. In little room there is the map alone."""
    scale, places = look.font_scale, []
    if figure.panels[0].relief is not None:
        wide = round(room.width() * _RELIEF_SHARE)
        head = (_TOP + TITLE) * scale
        places.append(Place(QRectF(room.left() + _RIGHT, round(room.top() + head), wide - _RIGHT,
                                   round(room.height() - head - 4)), _RIGHT, False))
        room = room.adjusted(wide, 0, 0, 0)
    index = len(places)
    left, top = _LEFT * scale, _TOP * scale + _head(figure, index, look)
    across = room.width() - left - _RIGHT - _BETWEEN
    up = room.height() - top - (BELOW + _UNDER) * scale
    wide = across > _WIDE * up / (1 + _SLICE_SHARE_WIDE)
    side = min(across - _FACTS * scale,
               up / (1 + (_SLICE_SHARE_WIDE if wide else _SLICE_SHARE)))
    if side < _LEAST_MAP * scale:
        side = round(max(min(across + _BETWEEN, up + _UNDER * scale), 2 * _SMALLEST))
        alone = Place(QRectF(round(room.left() + left), round(room.top() + top), side, side), left,
                      True)
        return [*places, alone, *[_UNSEEN] * (len(figure.panels) - index - 1)]
    side = round(side)
    beside = round(max(across - side, _SMALLEST))
    below = round(min(max(up - side, _SMALLEST), 0.7 * side))
    x, y = round(room.left() + left), round(room.top() + top)
    right, under = x + side + _BETWEEN, y + side + round(_UNDER * scale)
    start = round(y + side + (BELOW + 4) * scale)
    high = room.bottom() - start - 4
    columns = 1 if high >= FACT * scale * len(figure.panels[-1].facts) else 2
    return [*places, Place(QRectF(x, y, side, side), left, False),
            Place(QRectF(right, y, beside, side), 0.0, True, False),
            Place(QRectF(x, under, side, below), left, True),
            Place(QRectF(right, start, min(beside, 1.6 * columns * _FACTS * scale), high), 0.0,
                  False, False)]


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
    below = _NO_AXES if all(panel.row_bars is not None for panel in figure.panels) else BELOW
    high = max(height - top - head - below * look.font_scale, _SMALLEST)
    places, x = [], 0.0
    for panel, left in zip(figure.panels, lefts, strict=True):
        wide = max(free * panel.weight / total, _SMALLEST)
        x += left
        places.append(Place(QRectF(round(x), round(top + head), round(wide), round(high)),
                            left, True))
        x += wide + _BETWEEN_COLUMNS
    return places


def _below(figure: Figure, width: float, height: float, top: float, look: Look) -> list[Place]:
    """The first panel over all the width; its weight is its share of the height."""
    first = figure.panels[0]
    high = round((height - top) * first.weight)
    rest = replace(figure, panels=figure.panels[1:])
    start = top + high + _TOP * look.font_scale
    place = Place(QRectF(_RIGHT, round(top), round(width - 2 * _RIGHT), high), _RIGHT, False)
    return [place, *_columns(rest, width, height, start, look)]


def _left_room(figure: Figure, index: int, look: Look) -> float:
    """60 as in the design; what the names need beside bars."""
    panel = figure.panels[index]
    bars = panel.bars
    if panel.facts or any(kind is not None for kind in (
            panel.relief, panel.gallery, panel.row_bars, panel.matrix, panel.pictures,
            panel.tiles)):
        return _RIGHT
    if bars is None:
        return _LEFT * look.font_scale
    widest = max((look.width(words(name), look.font()) for name in bars.names), default=0.0)
    return min(max(widest + 22, 40.0), _LONGEST_NAME * look.font_scale)


def _head(figure: Figure, index: int, look: Look) -> float:
    panel = figure.panels[index]
    head = TITLE - 8 if words(panel.title) or words(panel.subtitle) else 0.0
    key = BARS_KEY if panel.bars is not None else 0.0
    if panel.heat_map is not None and panel.colour_bar:
        key = MAP_KEY
    return (head + key) * look.font_scale
