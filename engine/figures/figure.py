"""What a picture is: arrays, labels, units and notes; no widget, no colour, no translated text.

Arrays are numpy arrays of float64, one-dimensional but for those of a HeatMap; NaN means undefined
and is a gap on the screen and an empty field in CSV.
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
    `order` is the derivative that it shows, where its panel shows several. `dash` replaces that of
    the function: solid, dashed or dotted. `x_name` is the header of x in CSV, where it is not the
    axis.
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
    dash: str = ""
    x_name: str = ""


@dataclass(frozen=True, eq=False)
class Band:
    """The room between `low` and `high` over x, all of shape (n,): what lies around a line.

    `key` gives its colour; `name` heads its two columns in CSV.
    """

    key: str
    name: str
    x: np.ndarray
    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class Mark:
    """A sign at a point. `kind` is kink (open diamond), open or filled (circles), end (dot), or
    text (the label alone)."""

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
class Contour:
    """A line of equal height: x and y of shape (n,), NaN between its pieces."""

    level: float
    x: np.ndarray
    y: np.ndarray


@dataclass(frozen=True, eq=False)
class HeatMap:
    """Values over a grid as colours: x (n,), y (m,), both ascending and evenly spaced.

    `fields` are (header in CSV, values of shape (m, n)); `shown` names the one that gives the
    colours, from `minimum` to `maximum` (None: of the values). `names` head x and y in CSV.
    `signed` values have a colour for zero in the middle; others take the map `colours`.
    `key` is the function, where it shows one. `beyond` says whether values pass the low and
    the high end of the scale, here or in a map beside it.
    """

    x: np.ndarray
    y: np.ndarray
    fields: tuple[tuple[str, np.ndarray], ...]
    shown: str
    label: Text
    names: tuple[str, str] = ("x", "y")
    minimum: float | None = None
    maximum: float | None = None
    signed: bool = False
    colours: str = "viridis"
    contours: tuple[Contour, ...] = ()
    key: str = ""
    beyond: tuple[bool, bool] = (False, False)

    @property
    def values(self) -> np.ndarray:
        """What the colours show, shape (m, n)."""
        return dict(self.fields)[self.shown]

    @property
    def limits(self) -> tuple[float, float]:
        """The ends of the colour scale; the same length on both sides of zero where signed."""
        values = self.values
        finite = values[np.isfinite(values)]
        low = self.minimum if self.minimum is not None else float(finite.min(initial=np.inf))
        high = self.maximum if self.maximum is not None else float(finite.max(initial=-np.inf))
        if not low <= high:
            low, high = 0.0, 1.0
        if self.signed:
            low, high = -max(-low, high), max(-low, high)
        return (low, high) if low < high else (low - 0.5, low + 0.5)


@dataclass(frozen=True, eq=False)
class Relief:
    """A surface seen from above and aside: the heights of a field, in the colours of a heat map.

    `azimuth` and `elevation` say from where, in degrees; `x` and `y` name the two ground axes. At
    `jumps` of x and of y the surface is torn: nothing joins what lies on both sides.
    """

    heat_map: HeatMap
    heights: str
    x: Axis
    y: Axis
    z: Axis
    azimuth: float = 36.0
    elevation: float = 30.0
    jumps: tuple[float, ...] = ()

    @property
    def values(self) -> np.ndarray:
        """The heights, shape (m, n)."""
        return dict(self.heat_map.fields)[self.heights]


@dataclass(frozen=True)
class Gallery:
    """Small heat maps beside each other, named, all on one scale of colours."""

    names: tuple[Text, ...]
    heat_maps: tuple[HeatMap, ...]


@dataclass(frozen=True, eq=False)
class BarColumn:
    """One bar a row: `values` (m,) from zero to either side, on a scale from minimum to maximum.

    `second` has those of another function (`second_label`) for the same rows. `names` are the
    rows' own, where they are not those of the first column. `name` heads it in CSV. `key` and
    `second_key` are the functions, where it shows some, `keys` (m,) where each row is another.
    """

    name: str
    label: Text
    values: np.ndarray
    minimum: float
    maximum: float
    digits: int = 4
    names: tuple[Text, ...] = ()
    second: np.ndarray | None = None
    second_name: str = ""
    second_label: Text = ""
    subtitle: Text = ""
    key: str = ""
    second_key: str = ""
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class RowBars:
    """Columns of bars beside each other on the same rows; `selected` is the row that stands out."""

    names: tuple[Text, ...]
    columns: tuple[BarColumn, ...]
    selected: int | None = None


@dataclass(frozen=True, eq=False)
class Matrix:
    """Numbers in rows and columns as colours around zero: values (m, n), row 0 on top.

    `sums` (m,) stand beside the rows under `sums_label`. `names` head rows and columns in CSV.
    `shown` (m, n) gives the colours where they are not those of the values; NaN has none. `digits`
    are shown of a value and `sums_digits` of a sum, three without.
    """

    values: np.ndarray
    rows: tuple[Text, ...]
    columns: tuple[Text, ...]
    label: Text
    names: tuple[str, str] = ("row", "column")
    sums: np.ndarray | None = None
    sums_label: Text = ""
    shown: np.ndarray | None = None
    digits: int | None = None
    sums_digits: int | None = None


@dataclass(frozen=True, eq=False)
class PictureRow:
    """Small pictures beside each other: uint8 (n, height, width, channels) with 1 or 3 channels.

    `name` and `note` stand before them, `captions` (one for each, or none) name them in CSV and,
    where `captioned`, stand under them.
    """

    name: Text
    note: Text
    images: np.ndarray
    captions: tuple[Text, ...] = ()
    captioned: bool = False


@dataclass(frozen=True)
class Pictures:
    """Rows of small pictures, each with its name."""

    rows: tuple[PictureRow, ...]


@dataclass(frozen=True, eq=False)
class Tiles:
    """Small maps on one scale of colours around zero: values (n, height, width), row 0 on top.

    `names` (one for each) and what they are names of, `each`, stand in CSV.
    """

    values: np.ndarray
    names: tuple[str, ...]
    label: Text
    each: str = "tile"


@dataclass(frozen=True)
class Panel:
    """One plot of a figure: lines, bands and marks over a shared x, or one of bars, heat map,
    relief, gallery, row bars, matrix, pictures and tiles, or `facts`: names with their numbers
    below each other.

    `weight` is its share of the height (or width). `order` is the derivative that it shows. `x` is
    its own axis, where it does not share that of the figure. `cursor` is a point of a heat map or
    relief through which two lines go: solid along x, dashed along y. `trail` is where a moving
    line has been, the latest first; it is no part of the numbers.
    """

    y: Axis
    lines: tuple[Line, ...] = ()
    marks: tuple[Mark, ...] = ()
    bars: Bars | None = None
    title: Text = ""
    subtitle: Text = ""
    weight: float = 1.0
    order: int | None = None
    heat_map: HeatMap | None = None
    relief: Relief | None = None
    gallery: Gallery | None = None
    row_bars: RowBars | None = None
    matrix: Matrix | None = None
    pictures: Pictures | None = None
    tiles: Tiles | None = None
    facts: tuple[tuple[Text, float], ...] = ()
    x: Axis | None = None
    cursor: tuple[float, float] | None = None
    colour_bar: bool = True
    trail: tuple[Line, ...] = ()
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A picture: panels above each other with one x axis ("rows"), or side by side ("columns").
    In the arrangement "below" the first has all the width, the others are side by side under it.
    In the arrangement "grid" all are small and alike, in so many `columns` (0: as suits the room).

    The arrangement "map" is a heat map with slices: the map, at its right a slice that shares its
    y, under it one that shares its x, and facts in the corner; before them, if there, a relief.

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
    columns: int = 0


@dataclass(frozen=True)
class Column:
    """A column of a Table. `kind` is text, number, key or interval (cells are IntervalCell, drawn
    on an axis in the head); `digits` are shown, CSV keeps all. `prefix` stands before a number.
    """

    name: str
    label: Text
    kind: str = "number"
    digits: int | None = None
    unit: str = ""
    scale: float = 1.0
    prefix: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of values; None is empty. A `key` column is shown with the line sample of that function.

    A number is shown times the column's `scale`; CSV writes the value itself. `drawn` stands in a
    picture instead, where there are more columns than a picture has room for.
    """

    name: str
    title: Text
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    notes: tuple[tuple[str, str], ...] = ()
    warning: Text = ""
    sorted_by: str = field(default="")
    drawn: Table | None = None
