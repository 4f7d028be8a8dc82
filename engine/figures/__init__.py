"""Pictures as plain data: screen, PNG, SVG and CSV are all made from the same Figure or Table."""

from engine.figures.figure import (
    Axis,
    Band,
    BarColumn,
    Bars,
    Break,
    Column,
    Contour,
    Figure,
    Gallery,
    HeatMap,
    Line,
    Mark,
    Matrix,
    Panel,
    PictureRow,
    Pictures,
    Relief,
    RowBars,
    Segment,
    Table,
    Tiles,
)

__all__ = ["Axis", "Band", "BarColumn", "Bars", "Break", "Column", "Contour", "Figure", "Gallery",
           "HeatMap", "Line", "Mark", "Matrix", "Panel", "PictureRow", "Pictures", "Relief",
           "RowBars", "Segment", "Table", "Tiles"]
