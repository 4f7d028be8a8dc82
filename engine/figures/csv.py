"""The numbers of a picture or a table as CSV, in full precision.

Lines beginning with "# " say what it is; then a header row; then the rows. A field is empty where
nothing is defined. Lines that share their x share a column for it; other x get columns of their
own. A band has two columns, its lowest and its highest values. Row bars, matrices and pictures have
a row for each of theirs. A heat map has a row for each point of its grid, y slowly and x quickly:
both coordinates, then its fields; maps that share their grid share its columns. A column of
intervals in a table becomes columns for both ends and for each seed. Read back, every number is
exactly the same.
"""

from __future__ import annotations

import csv
import io
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from numbers import Real
from typing import Any

import numpy as np

from engine.figures.figure import Figure, HeatMap, Line, Panel, Table
from engine.figures.intervals import interval_columns

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class _Series:
    header: str
    cells: Sequence[Any]


def csv_bytes(picture: Figure | Table) -> bytes:
    """The file: UTF-8 with a byte order mark, which spreadsheets need for anything but ASCII."""
    return csv_text(picture).encode("utf-8-sig")


def csv_text(picture: Figure | Table) -> str:
    """The text of the file; lines end with a line feed alone."""
    text = io.StringIO(newline="")
    for name, value in _head(picture):
        text.write(f"# {_one_line(name)}: {_one_line(value)}\n")
    writer = csv.writer(text, lineterminator="\n")
    header, rows = _table(picture) if isinstance(picture, Table) else _figure(picture)
    writer.writerow([field(cell) for cell in header])
    writer.writerows(rows)
    return text.getvalue()


def field(value: Any) -> str:
    """A cell: the shortest digits that read back exactly, nothing for None and NaN.

    Text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    if value is None:
        return ""
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    if isinstance(value, (int, np.integer)):
        return str(int(value))
    if isinstance(value, Real):
        number = float(value)
        return "" if math.isnan(number) else repr(number)
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _one_line(text: Any) -> str:
    return " ".join(str(text).splitlines())


def _head(picture: Figure | Table) -> Iterator[tuple[str, str]]:
    if str(picture.title):
        yield "title", str(picture.title)
    if str(picture.warning):
        yield "warning", str(picture.warning)
    yield from picture.notes


def _table(table: Table) -> tuple[list[str], Iterator[tuple[str, ...]]]:
    series: list[tuple[str, Sequence[Any]]] = []
    for index, column in enumerate(table.columns):
        cells = [row[index] for row in table.rows]
        series += interval_columns(column.name, cells) if column.kind == "interval" \
            else [(column.name, cells)]
    return ([name for name, _ in series],
            zip(*([field(cell) for cell in cells] for _, cells in series), strict=True))


def _figure(figure: Figure) -> tuple[list[str], Iterator[tuple[str, ...]]]:
    series = [*_map_series(figure), *_row_series(figure), *_matrix_series(figure),
              *_picture_series(figure), *_tile_series(figure),
              *_line_series(figure), *_bar_series(figure)]
    return ([one.header for one in series],
            zip_longest(*(_fields(one.cells) for one in series), fillvalue=""))


def _fields(cells: Sequence[Any]) -> list[str]:
    """As `field` of each. A grid has many numbers more than once: each is written once only."""
    if not (isinstance(cells, np.ndarray) and cells.dtype.kind == "f" and cells.ndim == 1):
        return [field(cell) for cell in cells]
    bits = np.ascontiguousarray(cells, dtype=np.float64).view(np.int64)  # 0.0 and -0.0 differ
    once, places = np.unique(bits, return_inverse=True)
    numbers = once.view(np.float64).tolist()
    texts = ["" if math.isnan(number) else repr(number) for number in numbers]
    return np.array(texts, dtype=object)[places].tolist()


def _map_series(figure: Figure) -> list[_Series]:
    """For each grid that heat maps share: its coordinates, then the fields of all its maps."""
    maps = list(dict.fromkeys(one for panel in figure.panels for one in _maps(panel)))
    grids: list[list[HeatMap]] = []
    for one in maps:
        grid = next((grid for grid in grids if _same(grid[0].x, one.x)
                     and _same(grid[0].y, one.y)), None)
        if grid is None:
            grids.append([one])
        else:
            grid.append(one)
    series: list[_Series] = []
    for number, grid in enumerate(grids, 1):
        first, ordinal = grid[0], f" {number}" if number > 1 else ""
        series += [_Series(first.names[0] + ordinal, np.tile(first.x, len(first.y))),
                   _Series(first.names[1] + ordinal, np.repeat(first.y, len(first.x)))]
        for one in grid:
            owner = f"{one.key or maps.index(one) + 1} " if len(maps) > 1 else ""
            series += [_Series(owner + name, values.ravel()) for name, values in one.fields]
    return series


def _maps(panel: Panel) -> Iterator[HeatMap]:
    if panel.heat_map is not None:
        yield panel.heat_map
    if panel.relief is not None:
        yield panel.relief.heat_map
    if panel.gallery is not None:
        yield from panel.gallery.heat_maps


def _row_series(figure: Figure) -> list[_Series]:
    """For each panel of row bars: the names of the rows, then its columns."""
    series: list[_Series] = []
    found = [panel.row_bars for panel in figure.panels if panel.row_bars is not None]
    for number, bars in enumerate(found, 1):
        series.append(_Series("name" if number == 1 else f"name {number}", bars.names))
        for column in bars.columns:
            if column.names:
                series.append(_Series(f"name of {column.name}", column.names))
            series.append(_Series(column.name, column.values))
            if column.second is not None:
                series.append(_Series(column.second_name, column.second))
    return series


def _matrix_series(figure: Figure) -> list[_Series]:
    """For each matrix: the names of its rows, a column for each of its own, and the sums."""
    series: list[_Series] = []
    for matrix in (panel.matrix for panel in figure.panels):
        if matrix is None:
            continue
        series.append(_Series(matrix.names[0], matrix.rows))
        series += [_Series(f"{matrix.names[1]} {name}", values)
                   for name, values in zip(matrix.columns, matrix.values.T, strict=True)]
        if matrix.sums is not None:
            series.append(_Series(str(matrix.sums_label), matrix.sums))
    return series


def _picture_series(figure: Figure) -> list[_Series]:
    """For each panel of pictures: the row of each picture, and its caption."""
    series: list[_Series] = []
    found = [panel.pictures for panel in figure.panels if panel.pictures is not None]
    for number, pictures in enumerate(found, 1):
        ordinal = f" {number}" if number > 1 else ""
        rows = [(row.name, row.captions[place] if row.captions else place)
                for row in pictures.rows for place in range(len(row.images))]
        series += [_Series(f"row{ordinal}", [name for name, _ in rows]),
                   _Series(f"picture{ordinal}", [caption for _, caption in rows])]
    return series


def _tile_series(figure: Figure) -> list[_Series]:
    """For each panel of tiles: a row for each tile, a column for each of its pixels."""
    series: list[_Series] = []
    for tiles in (panel.tiles for panel in figure.panels):
        if tiles is None:
            continue
        _, height, width = tiles.values.shape
        series.append(_Series(tiles.each, tiles.names))
        series += [_Series(f"{tiles.label} row {row} column {column}",
                           tiles.values[:, row, column].astype(float))
                   for row in range(height) for column in range(width)]
    return series


def _line_series(figure: Figure) -> list[_Series]:
    """For each x that lines share: its column, then the lines, one function after the other."""
    lines = [(line, panel) for panel in figure.panels for line in _lines(panel)]
    headers = _headers(lines)
    labels = {id(line): str((panel.x or figure.x).label) for line, panel in lines}
    keys = list(dict.fromkeys(line.key for line, _ in headers))
    headers.sort(key=lambda pair: keys.index(pair[0].key))
    groups: list[list[tuple[Line, str]]] = []
    for line, header in headers:
        group = next((group for group in groups if _same(group[0][0].x, line.x)), None)
        if group is None:
            groups.append([(line, header)])
        else:
            group.append((line, header))
    series = []
    for group in groups:
        first, header = group[0]
        axis = labels[id(first)]
        series.append(_Series(first.x_name or (axis if len(groups) == 1 else f"{axis} of {header}"),
                              first.x))
        series += [_Series(header, line.y) for line, header in group]
    return series


def _lines(panel: Panel) -> list[Line]:
    """Its lines, and both edges of its bands."""
    return [*panel.lines, *(Line(band.key, f"{band.name} {edge}", "", band.x, values)
                            for band in panel.bands
                            for edge, values in (("lowest", band.low), ("highest", band.high)))]


def _headers(lines: Sequence[tuple[Line, Panel]]) -> list[tuple[Line, str]]:
    """Each line with a header that no other line has."""
    times = Counter(line.name for line, _ in lines)
    named = [(line, f"{line.name} ({panel.y.label})" if times[line.name] > 1 else line.name)
             for line, panel in lines]
    seen: Counter[str] = Counter()
    unique = []
    for line, name in named:
        seen[name] += 1
        unique.append((line, name if seen[name] == 1 else f"{name} {seen[name]}"))
    return unique


def _same(one: np.ndarray, other: np.ndarray) -> bool:
    return one is other or np.array_equal(one, other)


def _bar_series(figure: Figure) -> list[_Series]:
    """For each panel of bars: their names, then the states."""
    panels = [panel for panel in figure.panels if panel.bars is not None]
    series = []
    for panel in panels:
        title = f" ({panel.title})" if len(panels) > 1 else ""
        series.append(_Series(f"{_bar_axis(panel)}{title}", panel.bars.names))
        series += [_Series(f"{segment.state}{title}", segment.values)
                   for segment in panel.bars.segments]
    return series


def _bar_axis(panel: Panel) -> str:
    return str(panel.y.label) or "name"
