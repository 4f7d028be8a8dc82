"""Colours for values: viridis and cividis upwards, blue to red around zero (design system, 5)."""

from __future__ import annotations

from functools import cache

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor, QImage

from engine.figures import HeatMap
from gui import theme
from gui.texts import tr

_SHADES = 256
_SIGNED_LIGHT = ("#053061", "#2166AC", "#4393C3", "#92C5DE", "#D1E5F0", "#F7F7F7", "#FDDBC7",
                 "#F4A582", "#D6604D", "#B2182B", "#67001F")
"""RdBu of ColorBrewer (C. Brewer, M. Harrower), reversed: blue below zero."""

_SIGNED_DARK = ("#58B2FE", "#23282F", "#FF7A59")


def shade_table(heat_map: HeatMap, tokens: theme.Tokens) -> np.ndarray:
    """The 256 colours of its scale, from low to high: uint8 of shape (256, 4)."""
    if heat_map.signed:
        return _signed(tokens.dark)
    return _sequential(heat_map.colours)


@cache
def _sequential(name: str) -> np.ndarray:
    return pg.colormap.get(name).getLookupTable(nPts=_SHADES, alpha=True, mode="byte")


@cache
def _signed(dark: bool) -> np.ndarray:
    stops = [QColor(stop).getRgb() for stop in (_SIGNED_DARK if dark else _SIGNED_LIGHT)]
    places = np.linspace(0, len(stops) - 1, _SHADES)
    channels = [np.interp(places, range(len(stops)), channel)
                for channel in zip(*stops, strict=True)]
    return np.stack(channels, axis=1).round().astype(np.uint8)


def shades(values: np.ndarray, heat_map: HeatMap, tokens: theme.Tokens) -> np.ndarray:
    """RGBA, uint8 of shape (..., 4), of values on the scale of a heat map.

    What lies beyond an end takes its colour; an infinity too. Undefined is transparent.
    """
    low, high = heat_map.limits
    with np.errstate(all="ignore"):
        places = (values / 2 - low / 2) / (high / 2 - low / 2)
        places = np.clip(places * (_SHADES - 1), 0, _SHADES - 1)
    made = shade_table(heat_map, tokens)[np.nan_to_num(places).round().astype(np.intp)]
    made[np.isnan(values)] = 0
    return made


def filled(values: np.ndarray) -> np.ndarray:
    """The values with every undefined row or column of a kink taken from the one before it.

    A kink is a line without width; drawn as wide as a cell it would look like a trench. What is
    undefined over more than one row and column stays so.
    """
    if not np.isnan(values).any():
        return values
    made = values
    for axis in (0, 1):
        before = np.maximum(np.arange(made.shape[axis]) - 1, 0)
        before[0] = min(1, made.shape[axis] - 1)
        made = np.where(np.isnan(made), np.take(made, before, axis), made)
    return made


def resampled(values: np.ndarray, width: int, height: int) -> np.ndarray:
    """Linearly between the points of a grid, at the middles of width x height pixels.

    Row 0 is the top, where y is greatest. The outermost points lie on the edges.
    """
    for axis, count, backwards in ((0, height, True), (1, width, False)):
        last = values.shape[axis] - 1
        places = (np.arange(count) + 0.5) / count * last
        places = last - places if backwards else places
        before = np.minimum(places.astype(np.intp), max(last - 1, 0))
        shape = (-1, 1) if axis == 0 else (1, -1)
        share = (places - before).reshape(shape)
        low, high = (np.take(values, np.minimum(before + step, last), axis) for step in (0, 1))
        with np.errstate(invalid="ignore"):
            values = np.where(share == 0, low, low * (1 - share) + high * share)
    return values


def picture(heat_map: HeatMap, width: int, height: int, tokens: theme.Tokens) -> QImage:
    """The heat map as an image of this many pixels."""
    values = resampled(filled(heat_map.values), max(width, 1), max(height, 1))
    return image_of(shades(values, heat_map, tokens))


def image_of(colours: np.ndarray) -> QImage:
    """An image of RGBA, uint8 of shape (height, width, 4), with memory of its own."""
    height, width = colours.shape[:2]
    data = np.ascontiguousarray(colours)
    return QImage(data.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def signed_reason() -> str:
    """Why the choice of a colour map changes nothing where a heat map is signed."""
    return tr("Values on both sides of zero have colours of their own. This is for values of "
              "one sign and for the gradient.")


def line_colour(heat_map: HeatMap, tokens: theme.Tokens) -> tuple[QColor, QColor]:
    """(lines and texts on it, a halo behind them): light on dark maps, dark on the pale one."""
    if heat_map.signed and not tokens.dark:
        return QColor("#1A1F26"), QColor(255, 255, 255, 150)
    return QColor("#FFFFFF"), QColor(20, 23, 28, 170)
