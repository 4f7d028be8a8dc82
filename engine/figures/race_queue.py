"""The runs of a race that are under way and that wait, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from engine.figures.cells import Cell
from engine.figures.figure import Column, Table
from engine.figures.race_tables import point_cells, variant_columns
from engine.figures.race_words import entry_key, race_notes
from engine.texts import phrase
from engine.training.race_history import RaceHistory


def queue_table(
    history: RaceHistory, running: Sequence[str], waiting: Sequence[str],
    removed: Sequence[str] = (),
) -> Table:
    """A row for each job of these: first those that run, then in the order in which they start."""
    rows = [_row(history, job, _running(history, job)) for job in running]
    rows += [_row(history, job, Cell(phrase("waiting, place {place}", place=place), (1.0, place)))
             for place, job in enumerate(waiting, 1)]
    rows += [_row(history, job, Cell(phrase("taken out"), (2.0,), tone="secondary"))
             for job in removed]
    return Table(
        name="queue", title=phrase("Queue"),
        columns=(Column("function", phrase("Function"), kind="key"), *variant_columns(history),
                 Column("seed", phrase("Seed"), digits=0),
                 Column("state", phrase("State"), kind="text")),
        rows=tuple(rows), notes=race_notes(history))


def _row(history: RaceHistory, job_id: str, state: Cell) -> tuple[object, ...]:
    entry = history.entry(job_id)
    return (entry_key(entry), *point_cells(entry.variant), history.job(job_id).seed, state)


def _running(history: RaceHistory, job_id: str) -> Cell:
    run, epochs = history.run(job_id), history.job(job_id).settings.epochs
    if run is None or run.status != "running":
        return Cell(phrase("starting"), (0.0, 0.0), tone="accent")
    return Cell(phrase("epoch {epoch} of {epochs}", epoch=min(len(run.epochs) + 1, epochs),
                       epochs=epochs), (0.0, 1.0), tone="accent")
