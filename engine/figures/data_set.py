"""What pictures and tables say of their data, and a data set itself as pictures and tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.data.checks import Check
from engine.data.images import ImageData
from engine.figures.figure import Axis, Column, Figure, Panel, PictureRow, Pictures, Table, Text
from engine.texts import Phrase, phrase
from engine.versions import versions

_MARKED = " (not FashionMNIST)"
_MOST_ROWS = 120
_PLACES = ((6, 10), (20, 14), (60, 8), (256, 5))
"""How many pictures of each class are drawn for up to so many classes."""


def data_notes(name: str, digest: str) -> tuple[tuple[str, str], ...]:
    """The notes that name a data set and its digest."""
    return (("data", name), ("data digest", f"sha256 {digest}"))


def data_warning(name: str, is_fashion_mnist: bool) -> Text:
    """What must be readable in a picture where the data is not FashionMNIST; else empty.

    Data that could be taken for FashionMNIST are said not to be it; others are named.
    """
    if is_fashion_mnist:
        return ""
    if not name.endswith(_MARKED):
        return phrase("Data: {name}", name=name)
    short = name.removesuffix(_MARKED)
    return phrase("Data: {name}, not FashionMNIST",
                  name=phrase("Garments") if short == "Garments" else short)


def data_facts(data: ImageData) -> tuple[tuple[Phrase, Text], ...]:
    """(name, value) pairs: where from, how many, which shape, the digest."""
    channels, height, width = data.shape
    return (
        (phrase("From"), data.source),
        (phrase("Training pictures"), f"{len(data.train_labels):,}"),
        (phrase("Test pictures"), f"{len(data.test_labels):,}"),
        (phrase("Classes"), str(len(data.classes))),
        (phrase("Size"), phrase("{width} × {height} pixels", width=width, height=height)),
        (phrase("Channels"), phrase("1, grey") if channels == 1 else
         phrase("3, red, green and blue")),
        (phrase("SHA-256"), data.digest),
    )


def samples_figure(data: ImageData) -> Figure:
    """A contact sheet: a row for each class with training pictures spread evenly over it.

    Fewer of each where there are many classes, so that they can be seen; of very many classes only
    the first are drawn, and the title says so.
    """
    places = next(places for most, places in _PLACES if len(data.classes) <= most)
    rows = tuple(_row(data, label, places) for label in range(min(len(data.classes), _MOST_ROWS)))
    said = phrase("Training pictures, {places} of each class", places=places)
    if len(data.classes) > _MOST_ROWS:
        said = phrase("Training pictures, {places} of each of the first {shown} of {all} classes",
                      places=places, shown=_MOST_ROWS, all=len(data.classes))
    return Figure(
        name="samples", title=phrase("Pictures of {name}", name=data_title(data)),
        x=Axis(""), panels=(Panel(Axis(""), title=said, pictures=Pictures(rows)),),
        notes=_notes(data), warning=data_warning(data.name, data.is_fashion_mnist), legend=False)


def data_title(data: ImageData) -> Text:
    """The name of a data set for a title."""
    return phrase("Garments (not FashionMNIST)") if data.source == "made by the program" \
        else data.name


def _row(data: ImageData, label: int, places: int) -> PictureRow:
    own = np.flatnonzero(data.train_labels == label)
    chosen = own[np.linspace(0, len(own) - 1, min(places, len(own))).round().astype(int)]
    return PictureRow(data.classes[label], f"{len(own):,}",
                      data.pictures(data.train_images[chosen]),
                      tuple(f"{place}" for place in chosen))


def counts_table(data: ImageData) -> Table:
    """How many pictures of each class there are, and their share of the training set."""
    train, test = (np.bincount(labels, minlength=len(data.classes)).tolist()
                   for labels in (data.train_labels, data.test_labels))
    return Table(
        name="classes", title=phrase("Classes of {name}", name=data_title(data)),
        columns=(Column("label", phrase("Label"), digits=0),
                 Column("class", phrase("Class"), kind="text"),
                 Column("training", phrase("Training"), digits=0),
                 Column("test", phrase("Test"), digits=0),
                 Column("share", phrase("Share"), digits=1, unit="%", scale=100.0)),
        rows=tuple((label, name, train[label], test[label], train[label] / max(sum(train), 1))
                   for label, name in enumerate(data.classes)),
        notes=_notes(data), warning=data_warning(data.name, data.is_fashion_mnist))


def checks_text(checks: Sequence[Check]) -> str:
    """The checks in one line each, for a reader of plain text."""
    return "\n".join(f"{'ok ' if check.passed else 'NOT'}  {check.words}" for check in checks)


def _notes(data: ImageData) -> tuple[tuple[str, str], ...]:
    return (*data_notes(data.name, data.digest), ("source", data.source),
            ("shape", " x ".join(map(str, data.shape))),
            *(("finding", str(finding)) for finding in data.findings), *versions())
