"""The headless commands: `main(argv)` runs one and gives its exit code.

0: done; 1: files, data or device; 2: wrong arguments; 130: interrupted, what was done is kept.
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, redirect_stdout
from pathlib import Path

from commands.arguments import parse
from commands.output import Output, complain, discard_stdout
from commands.values import read_size
from engine.errors import LabError
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
    _load_own()
    with spoilt:  # a library that prints would spoil the JSON
        return _COMMANDS[arguments.command](arguments, output) or 0


def _load_own() -> None:
    """Makes the user's own functions members of the catalogue; says which files are damaged."""
    from engine.library import load_library

    for problem in load_library():
        complain(problem)


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


def _late(module: str, name: str) -> Callable[[argparse.Namespace, Output], int | None]:
    """The command of this name in a module that is loaded when it is called."""

    def call(arguments: argparse.Namespace, output: Output) -> int | None:
        return getattr(importlib.import_module(f"commands.{module}"), name)(arguments, output)

    return call


def _screens(arguments: argparse.Namespace, output: Output) -> None:
    width, height = read_size(arguments.size, 100, 10_000)
    from gui.screens import render

    written = render(Path(arguments.folder), width, height)
    output.note(f"{len(written)} pictures are in {arguments.folder}")


def _selftest(arguments: argparse.Namespace, output: Output) -> int:
    from gui.selftest import main as test

    return test()


_COMMANDS: dict[str, Callable[[argparse.Namespace, Output], int | None]] = {
    "functions": _late("functions", "functions"), "evaluate": _late("curves", "evaluate"),
    "plot": _late("curves", "plot"), "surface": _late("surface", "surface"),
    "opengl": _late("opengl", "opengl"),
    "code": _late("code", "code"), "properties": _late("properties", "properties"),
    "data": _late("data", "data"),
    "race": _late("race", "race"),
    "runs": _late("runs", "runs"),
    "train": _late("training", "train"), "scan": _late("training", "scan"),
    "collapse": _late("collapse", "collapse"), "screens": _screens,
    "selftest": _selftest, "shapes": _late("shapes", "shapes"),
}
