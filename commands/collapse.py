"""The command collapse: a network without activations beside the single matrix that it is."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path

from commands.data import open_data, source_of
from commands.output import Output, columns
from commands.steps import driven, held_signals
from commands.values import read_option, read_size
from engine import device
from engine.data.images import ImageData
from engine.errors import InputError
from engine.figures.collapse import collapse_figure, collapse_table, headline, what_follows
from engine.figures.csv import csv_bytes
from engine.networks.collapse import CollapseDone
from engine.networks.collapse import collapse as folded
from engine.parameters import Range
from engine.storage.atomic import atomic_write
from engine.training import checkpoints
from engine.training.batches import evaluation_samples

_SUFFIXES = (".csv", ".png", ".svg")


def collapse(arguments: argparse.Namespace, output: Output) -> None:
    """Folds the network of a checkpoint and compares it, on the test set, with its matrix."""
    path = Path(arguments.out) if arguments.out is not None else None
    if path is not None and path.suffix.lower() not in _SUFFIXES:
        raise InputError("--out must end in .csv, .png or .svg, got {file}.",
                         file=repr(arguments.out))
    size = read_size(arguments.size, 100, 10_000)
    scale = read_option("--scale", arguments.scale, Range(0.25, 8))
    device.use_one_thread()
    checkpoint = checkpoints.load(Path(arguments.checkpoint))
    other = checkpoints.load(Path(arguments.against)) if arguments.against is not None else None
    with held_signals() as signals:
        data = open_data(source_of(arguments), output, signals)
        if checkpoint.record.data_digest != data.digest:
            output.note("this network was trained on another data set")
        steps = folded(checkpoint.network, evaluation_samples(data, "cpu").in_order(),
                       other.network if other else None)
        with closing(driven(steps, signals)) as records:
            [done] = records
    against = other.record.function if other else ""
    if path is not None:
        _write(path, done, data, against, (size, scale, arguments.theme))
        output.note(f"written: {path}")
    _report(done, data, against, output)


def _write(path: Path, done: CollapseDone, data: ImageData, against: str,
           look: tuple[tuple[int, int], float, str]) -> None:
    if path.suffix.lower() == ".csv":
        atomic_write(path, csv_bytes(collapse_table(done, data, against)))
        return
    from gui.application import make_application
    from gui.export import export_to

    make_application()
    export_to(path, collapse_figure(done, data), *look)


def _report(done: CollapseDone, data: ImageData, against: str, output: Output) -> None:
    plain = {"layers": done.layers, "parameters": done.parameters,
             "folded_parameters": done.folded_parameters, "difference": done.difference,
             "accuracy": done.accuracy, "folded_accuracy": done.folded_accuracy,
             "samples": done.samples}
    if done.other_accuracy is not None:
        plain |= {"against": against, "against_accuracy": done.other_accuracy}
    rows = [(str(name), f"{100 * accuracy:.2f} %", f"{size:,}",
             "" if difference is None else f"{difference:.1e}")
            for name, accuracy, size, difference in collapse_table(done, data, against).rows]
    table = columns(("network", "accuracy", "parameters", "largest difference"), rows)
    output.result(plain, f"{headline(done)}\n{table}\n{what_follows(done, against)}")
