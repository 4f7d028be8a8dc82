"""The headless commands: `main(argv)` runs one and gives its exit code.

0: done; 1: files, data or device; 2: wrong arguments; 130: interrupted, what was done is kept.
"""

from __future__ import annotations

import argparse
import math
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, redirect_stdout
from pathlib import Path
from typing import Any

import numpy as np

from cli_arguments import parse
from cli_output import Output, columns, complain, discard_stdout
from cli_values import (
    read_functions,
    read_interval,
    read_numbers,
    read_option,
    read_orders,
    read_size,
)
from engine.activations import Activation, catalogue, find
from engine.errors import InputError, LabError
from engine.parameters import Parameter, Range
from engine.storage.atomic import atomic_write
from engine.storage.folders import log_folder

INTERRUPTED = 130


def main(argv: Sequence[str]) -> int:
    """Runs the command that argv names (without the program's own name); gives its exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        with _terminated_like_interrupted():
            return _run(argv)
    except LabError as error:
        complain(f"error: {error}")
        return error.exit_code
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        discard_stdout()
        return 1
    except SystemExit as end:  # --help and --version
        return int(end.code or 0)
    except Exception as error:
        return _fail(error)


def _run(argv: Sequence[str]) -> int:
    arguments = parse(argv)
    output = Output(as_json=getattr(arguments, "json", False))
    spoilt = redirect_stdout(sys.stderr) if output.as_json else nullcontext()
    with spoilt:  # a library that prints would spoil the JSON
        return _COMMANDS[arguments.command](arguments, output) or 0


@contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """SIGTERM raises KeyboardInterrupt, as SIGINT does."""
    before = [(number, signal.signal(number, signal.default_int_handler))
              for number in (signal.SIGINT, signal.SIGTERM)]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _fail(error: Exception) -> int:
    """Says in one line what the program itself did wrong; the traceback goes into the log."""
    from gui import requirements

    if isinstance(error, ImportError) and (sentence := requirements.explained(error)):
        complain(f"error: {sentence}")
        return 1
    path = log_folder() / "command-line.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n"
                      f"{''.join(traceback.format_exception(error))}\n")
        place = f" (details in {path})"
    except OSError:
        place = ""
    complain(f"internal error: {type(error).__name__}: {error}{place}")
    return 1


def _functions(arguments: argparse.Namespace, output: Output) -> None:
    found = catalogue().values()
    rows = [(a.key, a.name, a.family, str(a.year or ""), _parameters_in_words(a)) for a in found]
    output.result([_described(a) for a in found],
                  columns(("key", "name", "family", "year", "parameters"), rows))


def _described(activation: Activation) -> dict[str, Any]:
    return {
        "key": activation.key, "name": activation.name, "family": activation.family,
        "kind": activation.kind, "parameters": [_declared(p) for p in activation.parameters],
        "formula": activation.formula, "year": activation.year, "paper": activation.paper or None,
        "names": {"torch": activation.torch, "keras": activation.keras, "jax": activation.jax},
    }


def _declared(parameter: Parameter) -> dict[str, Any]:
    return {name: getattr(parameter, name)
            for name in ("name", "type", "default", "minimum", "maximum", "step", "choices",
                         "length", "learned")}


def _parameters_in_words(activation: Activation) -> str:
    def default(parameter: Parameter) -> str:
        learned = " (learned)" if parameter.learned else ""
        if parameter.length:
            return f"{parameter.name}: {parameter.length} values{learned}"
        return f"{parameter.name}={parameter.default}{learned}"

    return ", ".join(map(default, activation.parameters))


def _evaluate(arguments: argparse.Namespace, output: Output) -> None:
    [(key, values)] = read_functions([arguments.key], arguments.set)
    x = read_numbers("--x", arguments.x)
    from engine.analysis.curves import evaluate

    curve = evaluate(find(key), values, np.array(x))
    result = {"key": key, "parameters": values, "x": curve.x, "f": curve.f, "d1": curve.d1,
              "d2": curve.d2}
    rows = zip(*([_number(item) for item in result[name]] for name in ("x", "f", "d1", "d2")),
               strict=True)
    output.result(result, columns(("x", "f", "d1", "d2"), list(rows)))


def _number(value: float) -> str:
    return "undefined" if math.isnan(value) else repr(float(value))


def _plot(arguments: argparse.Namespace, output: Output) -> None:
    path = Path(arguments.out)
    if path.suffix.lower() not in (".png", ".svg", ".csv"):
        raise InputError("--out must end in .png, .svg or .csv, got {file}.",
                         file=repr(arguments.out))
    requests = read_functions(arguments.keys, arguments.set)
    low, high = read_interval(arguments.range)
    points = read_option("--points", arguments.points, Range(2, 1_000_000), whole=True)
    orders = read_orders(arguments.orders)
    size = read_size(arguments.size, 100, 10_000)
    scale = read_option("--scale", arguments.scale, Range(0.25, 8))
    from engine.analysis.curves import curves
    from engine.figures.function import function_figure

    figure = function_figure(list(curves(requests, low, high, points)), low, high, orders)
    if path.suffix.lower() == ".csv":
        from engine.figures.csv import csv_bytes

        atomic_write(path, csv_bytes(figure))
    else:
        from gui.application import make_application
        from gui.export import export_to

        make_application()
        export_to(path, figure, size, scale, arguments.theme)
    output.note(f"written: {path}")


def _train(arguments: argparse.Namespace, output: Output) -> None:
    from cli_training import train

    train(arguments, output)


def _scan(arguments: argparse.Namespace, output: Output) -> None:
    from cli_training import scan

    scan(arguments, output)


def _screens(arguments: argparse.Namespace, output: Output) -> None:
    width, height = read_size(arguments.size, 100, 10_000)
    from gui.screens import render

    written = render(Path(arguments.folder), width, height)
    output.note(f"{len(written)} pictures are in {arguments.folder}")


def _selftest(arguments: argparse.Namespace, output: Output) -> int:
    from gui.selftest import main as test

    return test()


_COMMANDS: dict[str, Callable[[argparse.Namespace, Output], int | None]] = {
    "functions": _functions, "evaluate": _evaluate, "plot": _plot, "train": _train,
    "scan": _scan, "screens": _screens, "selftest": _selftest,
}
