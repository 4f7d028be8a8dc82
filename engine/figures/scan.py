"""A scan of neurons as a picture and a table."""

from __future__ import annotations

import numpy as np

from engine.data.images import ImageData
from engine.diagnostics.records import LayerCounts, ScanDone, ScanSubject
from engine.figures.data_set import data_notes, data_warning
from engine.figures.figure import Axis, Bars, Column, Figure, Panel, Segment, Table
from engine.figures.formulas import formula_notes
from engine.figures.training import described, function_name
from engine.texts import Phrase, phrase
from engine.versions import versions


def scan_figure(done: ScanDone, subject: ScanSubject, data: ImageData) -> Figure:
    """A bar for each hidden layer with the share of its neurons in each state, in %.

    Each neuron is counted once, in the first state that fits it.
    """
    names = tuple(phrase("Layer {index}, {width} neurons", index=index,
                         width=f"{layer.width:,}")
                  for index, layer in enumerate(done.layers, 1))
    return Figure(
        name="neurons", title=headline(done),
        x=Axis(phrase("Share of neurons"), unit="%", minimum=0.0, maximum=100.0),
        panels=(Panel(Axis(phrase("Hidden layer")), bars=Bars(names, _segments(done)),
                      subtitle=what_was_scanned(done, subject)),),
        notes=_notes(done, subject, data),
        warning=data_warning(data.name, data.is_fashion_mnist),
    )


def scan_table(done: ScanDone, subject: ScanSubject, data: ImageData) -> Table:
    """The neurons of each hidden layer that are dead, constant and saturated; they may overlap."""
    columns = [Column("layer", phrase("Layer"), digits=0),
               Column("width", phrase("Neurons"), digits=0)]
    for name, label in (("dead", phrase("Dead")), ("constant", phrase("Constant")),
                        ("saturated", phrase("Saturated"))):
        columns += [Column(name, label, digits=0),
                    Column(f"{name}_share", phrase("share"), digits=1, unit="%", scale=100.0)]
    return Table(
        name="neurons", title=headline(done), columns=tuple(columns),
        rows=tuple(_row(index, layer) for index, layer in enumerate(done.layers, 1)),
        notes=_notes(done, subject, data),
        warning=data_warning(data.name, data.is_fashion_mnist),
    )


def headline(done: ScanDone) -> Phrase:
    """The result in one sentence."""
    return phrase("{dead} of {all} neurons are dead",
                  dead=f"{sum(int(layer.dead.sum()) for layer in done.layers):,}",
                  all=f"{sum(layer.width for layer in done.layers):,}")


def what_was_scanned(done: ScanDone, subject: ScanSubject) -> Phrase:
    """Function, training, seed and number of images, for the line beside the headline."""
    name, images = function_name(subject.function), f"{done.samples:,}"
    if subject.epochs is None:
        return phrase("{name}, trained elsewhere, {images} training images",
                      name=name, images=images)
    if subject.epochs == 0:
        return phrase("{name}, untrained, seed {seed}, {images} training images",
                      name=name, seed=subject.seed, images=images)
    if subject.epochs == 1:
        return phrase("{name}, trained for 1 epoch, seed {seed}, {images} training images",
                      name=name, seed=subject.seed, images=images)
    return phrase("{name}, trained for {epochs} epochs, seed {seed}, {images} training images",
                  name=name, epochs=subject.epochs, seed=subject.seed, images=images)


def _segments(done: ScanDone) -> tuple[Segment, ...]:
    from engine.diagnostics.dead_neurons import bar_states

    states = [bar_states(layer) for layer in done.layers]
    labels = (("dead", phrase("Dead")), ("constant", phrase("Constant")),
              ("saturated", phrase("Saturated")), ("other", phrase("Others")))
    return tuple(
        Segment(state, label, np.array([100 * float((layer == state).mean()) for layer in states]))
        for state, label in labels
    )


def _row(index: int, layer: LayerCounts) -> tuple[float, ...]:
    counts = [int(flags.sum()) for flags in (layer.dead, layer.constant, layer.saturated)]
    shares = [count / layer.width for count in counts]
    return (index, layer.width, *(value for pair in zip(counts, shares, strict=True)
                                  for value in pair))


def _notes(
    done: ScanDone, subject: ScanSubject, data: ImageData
) -> tuple[tuple[str, str], ...]:
    return (
        ("function", described(subject.function, subject.values)),
        *formula_notes([subject.function]),
        ("hidden", ", ".join(map(str, subject.hidden))),
        ("trained epochs", "unknown" if subject.epochs is None else str(subject.epochs)),
        ("seed", str(subject.seed)),
        ("samples", f"{done.samples} training images"),
        ("saturated below", str(done.threshold)),
        *data_notes(data.name, data.digest), *versions(),
    )
