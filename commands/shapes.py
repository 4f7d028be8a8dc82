"""The command shapes: the learned shapes of a trained network as a picture or as numbers."""

from __future__ import annotations

import argparse
from pathlib import Path

from commands.output import Output
from commands.values import read_interval, read_option, read_size
from engine.errors import InputError
from engine.figures.figure import Figure, Table
from engine.parameters import Range
from engine.storage.atomic import atomic_write


def shapes(arguments: argparse.Namespace, output: Output) -> None:
    """Draws the curve of each layer, or its parameters over epochs, or lists its numbers."""
    path = Path(arguments.out)
    if path.suffix.lower() not in (".png", ".svg", ".csv"):
        raise InputError("--out must end in .png, .svg or .csv, got {file}.",
                         file=repr(arguments.out))
    low, high = read_interval(arguments.range)
    size = read_size(arguments.size, 100, 10_000)
    scale = read_option("--scale", arguments.scale, Range(0.25, 8))
    epoch = None if arguments.epoch is None else \
        read_option("--epoch", arguments.epoch, Range(0, 10_000), whole=True)
    if epoch is not None and arguments.show == "parameters":
        raise InputError("--epoch is for curves and table; parameters shows all epochs.")
    picture = _picture(arguments, low, high, epoch)
    if path.suffix.lower() == ".csv":
        from engine.figures.csv import csv_bytes

        atomic_write(path, csv_bytes(picture))
    else:
        from gui.application import make_application
        from gui.export import export_to

        make_application()
        export_to(path, picture, None if isinstance(picture, Table) else size, scale,
                  arguments.theme)
    output.note(f"written: {path}")


def _picture(
    arguments: argparse.Namespace, low: float, high: float, epoch: int | None
) -> Figure | Table:
    from engine.figures.data_set import data_warning
    from engine.figures.shape_numbers import parameters_figure, shapes_table
    from engine.figures.shapes import ShapeCurves
    from engine.training.checkpoints import load
    from engine.training.kept_shapes import kept_run

    file = Path(arguments.checkpoint)
    if file.suffix != ".safetensors":
        raise InputError("The checkpoint must end in .safetensors, got {file}.", file=file.name)
    checkpoint = load(file)
    record, run = checkpoint.record, kept_run(checkpoint)
    warning = data_warning(record.data_name, record.is_fashion_mnist)
    first = read_option("--first", arguments.first, Range(1, 100), whole=True) - 1
    if first and run.shapes and first >= len(run.shapes[0].layers):
        raise InputError("--first must be at most {count}, the number of layers, got {first}.",
                         count=len(run.shapes[0].layers), first=first + 1)
    if arguments.show == "table":
        return shapes_table(run, epoch, warning=warning)
    if arguments.show == "parameters":
        return parameters_figure(run, first=first, warning=warning)
    return ShapeCurves(low, high).figure(run, epoch, slopes=arguments.slopes, first=first,
                                         warning=warning)
