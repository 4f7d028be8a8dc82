"""What a run makes of the test pictures: confusions as a matrix, wrong pictures in rows."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import numpy as np

from engine.data.images import ImageData
from engine.figures.data_set import data_notes, data_warning
from engine.figures.figure import (
    Axis,
    Column,
    Figure,
    Matrix,
    Panel,
    PictureRow,
    Pictures,
    Table,
)
from engine.figures.formulas import formula_notes
from engine.figures.training import described
from engine.networks.functions import function_name
from engine.parameters import parameters_of
from engine.texts import Phrase, phrase
from engine.training.checkpoints import RunRecord
from engine.training.outcomes import Outcomes
from engine.training.settings import TrainingSettings

_MOST_ROWS, _MOST_IN_A_ROW = 8, 12


def confusion_figure(found: Outcomes, record: RunRecord, data: ImageData) -> Figure:
    """How often each class (rows) is taken for each (columns); only mistakes are coloured.

    Beside each row stands the share of its pictures that is right, in %.
    """
    mistakes = found.counts.astype(float)
    np.fill_diagonal(mistakes, np.nan)
    all_of = found.counts.sum(axis=1)
    right = np.divide(100.0 * found.counts.diagonal(), all_of, where=all_of > 0,
                      out=np.full(len(all_of), np.nan))
    matrix = Matrix(
        found.counts, tuple(data.classes), tuple(data.classes),
        phrase("wrong test pictures"), names=("true", "predicted"), sums=right,
        sums_label=phrase("right, %"), shown=mistakes, digits=0, sums_digits=1)
    return Figure(
        name="confusion", title=run_words(record), x=Axis(""), legend=False,
        panels=(Panel(Axis(""), matrix=matrix,
                      title=phrase("Confusion of {run}", run=run_words(record)),
                      subtitle=phrase("rows: true class; columns: predicted; {right} of {all} "
                                      "right", right=f"{int(found.counts.trace()):,}",
                                      all=f"{len(found.labels):,}")),),
        notes=run_notes(record, data),
        warning=data_warning(record.data_name, record.is_fashion_mnist))


def misclassified_figure(found: Outcomes, record: RunRecord, data: ImageData) -> Figure:
    """The most frequent confusions in rows, in each the pictures of which the run is surest.

    Under a picture stands the softmax of the wrong class.
    """
    pairs = frequent_confusions(found)[:_MOST_ROWS]
    rows = tuple(_row(found, data, true, predicted) for true, predicted in pairs)
    return Figure(
        name="misclassified", title=run_words(record), x=Axis(""), legend=False,
        panels=(Panel(Axis(""), pictures=Pictures(rows),
                      title=phrase("Wrong pictures of {run}", run=run_words(record)),
                      subtitle=phrase("{wrong} of {all} wrong; most frequent confusions, "
                                      "the surest first", wrong=f"{len(found.wrong):,}",
                                      all=f"{len(found.labels):,}")),),
        notes=run_notes(record, data),
        warning=data_warning(record.data_name, record.is_fashion_mnist))


def misclassified_table(found: Outcomes, record: RunRecord, data: ImageData) -> Table:
    """Every wrong test picture with its place in the test set, the surest first."""
    return Table(
        name="misclassified", title=phrase("Wrong pictures"),
        columns=(Column("picture", phrase("Picture"), digits=0),
                 Column("true", phrase("Class"), kind="text"),
                 Column("predicted", phrase("Predicted"), kind="text"),
                 Column("confidence", phrase("How sure"), digits=1, unit="%", scale=100.0)),
        rows=tuple((int(place), data.classes[found.labels[place]],
                    data.classes[found.predicted[place]], float(found.confidence[place]))
                   for place in found.wrong),
        notes=run_notes(record, data), sorted_by="-confidence",
        warning=data_warning(record.data_name, record.is_fashion_mnist))


def frequent_confusions(found: Outcomes) -> Sequence[tuple[int, int]]:
    """(true, predicted) pairs of different classes that occur, the most frequent first."""
    mistakes = found.counts.copy()
    np.fill_diagonal(mistakes, 0)
    order = np.argsort(-mistakes, axis=None, kind="stable")
    places = zip(*np.unravel_index(order, mistakes.shape), strict=True)
    return [(int(true), int(predicted)) for true, predicted in places if mistakes[true, predicted]]


def _row(found: Outcomes, data: ImageData, true: int, predicted: int) -> PictureRow:
    chosen = [place for place in found.wrong
              if found.labels[place] == true and found.predicted[place] == predicted]
    shown = chosen[:_MOST_IN_A_ROW]
    images = data.test_images[shown].reshape(len(shown), *data.shape).transpose(0, 2, 3, 1)
    return PictureRow(
        phrase("{true} taken for {predicted}", true=data.classes[true],
               predicted=data.classes[predicted]), f"{len(chosen):,}", images,
        tuple(f"{100 * found.confidence[place]:.0f} %" for place in shown), captioned=True)


def run_words(record: RunRecord) -> Phrase:
    """The run in words, for a title."""
    if len(record.epochs) == 1:
        return phrase("{name}, seed {seed}, 1 epoch", name=function_name(record.function),
                      seed=record.settings.seed)
    return phrase("{name}, seed {seed}, {epochs} epochs", name=function_name(record.function),
                  seed=record.settings.seed, epochs=len(record.epochs))


def run_notes(record: RunRecord, data: ImageData) -> tuple[tuple[str, str], ...]:
    """Function, settings, data, and the versions that it was trained with."""
    values = dataclasses.asdict(record.settings)
    settings = [(parameter.name.replace("_", " "), str(values[parameter.name]).strip("()[]"))
                for parameter in parameters_of(TrainingSettings)
                if parameter.name != "device" and parameter.matters(values)]
    return (("function", described(record.function, record.values)),
            *formula_notes([record.function]), *settings,
            ("trained epochs", str(len(record.epochs))), ("status", record.status),
            *data_notes(data.name, data.digest), ("device", record.device), *record.versions)
