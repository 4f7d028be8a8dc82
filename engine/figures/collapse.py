"""A network without activations beside the single matrix that it is, as a table and as pictures."""

from __future__ import annotations

import numpy as np

from engine.data.images import ImageData
from engine.figures.data_set import data_notes, data_warning
from engine.figures.figure import Axis, Column, Figure, Gallery, HeatMap, Panel, Table, Text
from engine.networks.collapse import CollapseDone
from engine.networks.functions import function_name
from engine.texts import Phrase, phrase
from engine.versions import versions


def collapse_table(done: CollapseDone, data: ImageData, against: str = "") -> Table:
    """Accuracy and size of the deep network, of its matrix, and of another run of `against`.

    `against` is the function of the other network, where one was compared.
    """
    deep = phrase("{count} linear layers, no activation", count=done.layers)
    rows: list[tuple[Text | float | None, ...]] = [
        (deep, done.accuracy, done.parameters, None),
        (phrase("The same as one matrix"), done.folded_accuracy, done.folded_parameters,
         done.difference)]
    if done.other_accuracy is not None:
        rows.append((function_name(against), done.other_accuracy, done.other_parameters, None))
    return Table(
        name="collapse", title=headline(done),
        columns=(Column("network", phrase("Network"), kind="text"),
                 Column("accuracy", phrase("Accuracy"), digits=2, unit="%", scale=100.0),
                 Column("parameters", phrase("Parameters"), digits=0),
                 Column("difference", phrase("Largest difference of outputs"))),
        rows=tuple(rows), notes=_notes(done, data), warning=_warning(data),
    )


def collapse_figure(done: CollapseDone, data: ImageData) -> Figure:
    """Each class's row of the matrix as a picture; of colours, the mean over the channels."""
    _, height, width = data.shape
    rows = done.matrix.reshape(-1, *data.shape).mean(1)[:, ::-1].astype(float)
    largest = float(np.abs(rows).max())
    maps = tuple(HeatMap(
        np.arange(width, dtype=float), np.arange(height, dtype=float), ((name, row),), name,
        phrase("Weight"), ("column", "row"), -largest, largest, signed=True,
    ) for name, row in zip(data.classes, rows, strict=True))
    return Figure(
        name="collapse", title=headline(done), x=Axis(phrase("column")),
        panels=(Panel(Axis(phrase("row")), gallery=Gallery(data.classes, maps),
                      subtitle=phrase("the matrix: what speaks for each class, and what "
                                      "against it")),),
        notes=_notes(done, data), warning=_warning(data),
    )


def headline(done: CollapseDone) -> Phrase:
    """The result in one sentence."""
    return phrase("{count} linear layers are one matrix: outputs up to {largest} differ by at "
                  "most {difference}", count=done.layers, largest=f"{done.largest:.3g}",
                  difference=f"{done.difference:.1e}")


def what_follows(done: CollapseDone, against: str = "") -> Phrase:
    """What the comparison says in words."""
    if done.other_accuracy is None:
        return phrase("{deep} and {folded} parameters compute the same: without activations depth "
                      "adds nothing that one layer could not express.",
                      deep=f"{done.parameters:,}", folded=f"{done.folded_parameters:,}")
    gain = 100 * (done.other_accuracy - done.accuracy)
    name = function_name(against)
    if gain > 0:
        return phrase("With {name} the network is better by {points} percentage points.",
                      name=name, points=f"{gain:.2f}")
    return phrase("With {name} the network is not better ({points} percentage points): what it "
                  "can express has not been used by this training.",
                  name=name, points=f"{gain:+.2f}".replace("-", "\N{MINUS SIGN}"))


def _notes(done: CollapseDone, data: ImageData) -> tuple[tuple[str, str], ...]:
    return (("layers", str(done.layers)), ("largest output", f"{done.largest:.6g}"),
            ("samples", f"{done.samples} test images"),
            *data_notes(data.name, data.digest), *versions())


def _warning(data: ImageData) -> Text:
    return data_warning(data.name, data.is_fashion_mnist)
