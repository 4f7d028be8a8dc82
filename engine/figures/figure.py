"""What a picture is: arrays, labels, units and notes; no widget, no colour, no translated text.

Arrays are one-dimensional numpy arrays of float64; NaN means undefined and is a gap on the
screen and an empty field in CSV.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.texts import Phrase

Text = Phrase | str


@dataclass(frozen=True)
class Axis:
    """What runs along an edge. Without a range it fits the data; `symbol` sets it in italics.

    `least` and `most` are numbers that no value can pass (0 and 100 %): a fit stays within.
    """

    label: Text
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    logarithmic: bool = False
    whole: bool = False
    symbol: bool = False
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True)
class Break:
    """A place where a line stops: the limits from both sides, and the value there if it has one."""

    x: float
    left: float
    right: float
    value: float | None = None


@dataclass(frozen=True)
class Line:
    """y over x, both of shape (n,). `key` gives colour and dash, `name` the header in CSV.

    `faint` is for what stands behind (training beside test); a line with one point is a dot.
    `order` is the derivative that it shows, where its panel shows several.
    """

    key: str
    name: str
    label: Text
    x: np.ndarray
    y: np.ndarray
    breaks: tuple[Break, ...] = ()
    faint: bool = False
    dots: bool = False
    order: int | None = None


@dataclass(frozen=True)
class Mark:
    """A sign at a point. `kind` is kink (open diamond), open or filled (circles), or end (dot)."""

    key: str
    kind: str
    x: float
    y: float
    label: Text = ""


@dataclass(frozen=True)
class Segment:
    """One part of every bar: `state` names its colour and hatch, `values` has one for each bar."""

    state: str
    label: Text
    values: np.ndarray


@dataclass(frozen=True)
class Bars:
    """Horizontal stacked bars, one for each name; the values of all segments add up to a bar."""

    names: tuple[Text, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Panel:
    """One plot of a figure: lines and marks over a shared x, or bars.

    `weight` is its share of the height (or width). `order` is the derivative that it shows.
    """

    y: Axis
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    bars: Bars | None = None
    title: Text = ""
    subtitle: Text = ""
    weight: float = 1.0
    order: int | None = None


@dataclass(frozen=True)
class Figure:
    """A picture: panels above each other with one x axis ("rows"), or side by side ("columns").

    `name` is the stem of an exported file. `notes` are (name, value) pairs saying function,
    parameters, seed, data set and versions; they head the CSV and are embedded in the PNG.
    `warning` must be readable in every picture made from it (data that is not FashionMNIST).
    """

    name: str
    title: Text
    x: Axis
    panels: tuple[Panel, ...]
    notes: tuple[tuple[str, str], ...] = ()
    arrangement: str = "rows"
    legend: bool = True
    warning: Text = ""


@dataclass(frozen=True)
class Column:
    """A column of a Table. `kind` is text, number or key; `digits` are shown, CSV keeps all."""

    name: str
    label: Text
    kind: str = "number"
    digits: int | None = None
    unit: str = ""
    scale: float = 1.0


@dataclass(frozen=True)
class Table:
    """Rows of values; None is empty. A `key` column is shown with the line sample of that function.

    A number is shown times the column's `scale`; CSV writes the value itself.
    """

    name: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    notes: tuple[tuple[str, str], ...] = ()
    warning: Text = ""
    sorted_by: str = field(default="")
