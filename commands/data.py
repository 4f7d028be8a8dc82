"""The data sets of the command line: opening what --data names, and the command data."""

from __future__ import annotations

import argparse
import dataclasses
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from commands.output import Output, columns
from commands.steps import driven, held_signals
from commands.values import read_option, read_settings, read_size
from engine.data.checks import Check, checked
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.data.settings import read_source, source_text
from engine.data.sources import opened
from engine.errors import InputError
from engine.figures.csv import csv_bytes
from engine.figures.data_set import checks_text, counts_table, data_facts, samples_figure
from engine.parameters import Range
from engine.storage.atomic import atomic_write

_SUFFIXES = (".png", ".svg", ".csv")


def source_of(arguments: argparse.Namespace) -> str:
    """What --data names, with the settings of the other options about data.

    Raises InputError for a value out of range.
    """
    place, settings = read_source(arguments.data)
    return source_text(place, read_settings(arguments, settings))


def open_data(source: str, output: Output, signals: list[int]) -> ImageData:
    """The data set of a source, with notes saying which one it is and what was done to read it."""
    data = None
    with closing(driven(opened(source), signals)) as records:
        for record in records:
            if isinstance(record, DataProgress):
                output.progress(record.fraction, str(record.words))
            else:
                data = record
    if source == "auto" and not data.is_fashion_mnist:
        output.note("FashionMNIST was not found (--data names its folder)")
    output.note(f"data: {data.name}, {data.source}")
    for finding in data.findings:
        output.note(f"data: {finding}")
    return data


def data(arguments: argparse.Namespace, output: Output) -> None:
    """Shows what a data set holds and what was checked in it; --out writes it into a file."""
    path = Path(arguments.out) if arguments.out is not None else None
    if path is not None and path.suffix.lower() not in _SUFFIXES:
        raise InputError("--out must end in .png, .svg or .csv, got {file}.",
                         file=repr(arguments.out))
    look = _Look(read_size(arguments.size, 100, 10_000),
                 read_option("--scale", arguments.scale, Range(0.25, 8)), arguments.theme)
    with held_signals() as signals:
        found = open_data(source_of(arguments), output, signals)
        with closing(driven(checked(found), signals)) as records:
            for record in records:
                if isinstance(record, DataProgress):
                    output.progress(record.fraction, str(record.words))
                else:
                    checks = record
    if path is not None:
        _write(path, found, look)
        output.note(f"written: {path}")
    output.result(_plain(found, checks), _text(found, checks))


class _Look(NamedTuple):
    """Size and scale of a picture, and the colours it has."""

    size: tuple[int, int]
    scale: float
    theme: str


def _write(path: Path, found: ImageData, look: _Look) -> None:
    """A contact sheet as .png or .svg, the counts of the classes as .csv."""
    if path.suffix.lower() == ".csv":
        atomic_write(path, csv_bytes(counts_table(found)))
        return
    from gui.application import make_application
    from gui.export import export_to

    make_application()
    export_to(path, samples_figure(found), look.size, look.scale, look.theme)


def _plain(found: ImageData, checks: tuple[Check, ...]) -> dict[str, Any]:
    train, test = (np.bincount(labels, minlength=len(found.classes)).tolist()
                   for labels in (found.train_labels, found.test_labels))
    return {
        "name": found.name, "source": found.source, "is_fashion_mnist": found.is_fashion_mnist,
        "digest": found.digest, "shape": found.shape, "training": sum(train), "test": sum(test),
        "classes": [{"label": label, "name": name, "training": train[label], "test": test[label]}
                    for label, name in enumerate(found.classes)],
        "findings": found.findings, "checks": [dataclasses.asdict(check) | {
            "words": str(check.words)} for check in checks],
    }


def _text(found: ImageData, checks: tuple[Check, ...]) -> str:
    facts = columns(("data", found.name), [(str(name), str(value))
                                           for name, value in data_facts(found)])
    table = counts_table(found)
    rows = [(str(label), name, str(train), str(test))
            for label, name, train, test, _ in table.rows]
    return "\n\n".join((facts, columns(("label", "class", "training", "test"), rows),
                        checks_text(checks)))
