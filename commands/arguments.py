"""The command line's grammar: which commands and options there are."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from typing import Any, Never

from commands.values import option_of
from engine import VERSION
from engine.code.frameworks import FRAMEWORKS
from engine.data.settings import DataSettings
from engine.diagnostics.settings import ScanSettings
from engine.errors import InputError
from engine.parameters import Parameter, parameters_of
from engine.storage.runs_rows import STATUSES
from engine.training.race_settings import RaceSettings
from engine.training.settings import PRESETS, TrainingSettings

_NEGATIVE = re.compile(r"[-\N{MINUS SIGN}](\d|\.\d|inf|nan)", re.IGNORECASE)
_KEYS = "key of a function, as the command functions lists them"
_DATA = ("folder or file of pictures (IDX files, CIFAR's binary files, .npz, class folders), or "
         "garments for the built-in set (default: FashionMNIST where it is found, else garments)")


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence and whose options are never abbreviated."""

    def __init__(self, **more: Any) -> None:
        super().__init__(allow_abbrev=False, **more)

    def error(self, message: str) -> Never:
        """Raises InputError where argparse would print its usage and exit."""
        raise InputError("{message}. {program} --help says more.",
                         message=message.rstrip("."), program=self.prog)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The command and its options. Raises InputError; --help and --version raise SystemExit."""
    return parser().parse_args(list(_joined(argv)))


def _joined(argv: Sequence[str]) -> Iterable[str]:
    """The words, with `--x -3,0` made `--x=-3,0`: argparse takes -3,0 for an option."""
    words = list(argv)
    while words:
        word = words.pop(0)
        if word.startswith("--") and "=" not in word and words \
                and (word == "--formula" or _NEGATIVE.match(words[0])):
            word = f"{word}={words.pop(0)}"
        yield word


def parser() -> Parser:
    """The whole grammar; the options of train are those that TrainingSettings declares."""
    whole = Parser(prog="main.py", description="Activation Lab without its window.")
    whole.add_argument("--version", action="version", version=f"Activation Lab {VERSION}")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for add in (_add_functions, _add_evaluate, _add_plot, _add_surface, _add_code,
                _add_properties, _add_train, _add_race,
                _add_runs, _add_scan, _add_collapse, _add_data,
                _add_shapes, _add_screens, _add_selftest, _add_opengl):
        add(commands)
    return whole


def _command(commands: Any, name: str, words: str, example: str) -> Parser:
    return commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.",
                               epilog=f"Example: main.py {example}")


def _add_functions(commands: Any) -> None:
    command = _command(commands, "functions", "list the functions with their parameters",
                       "functions --out catalogue.csv")
    command.add_argument("--out", metavar="FILE",
                         help="writes the table of all functions with their properties instead: "
                              "a file ending in .csv or .md")
    _add_json(command)


def _add_evaluate(commands: Any) -> None:
    command = _command(commands, "evaluate", "give f, f' and f'' at some places, in float64",
                       "evaluate leaky_relu --x=-3,0,1.5 --set negative_slope=0.2 --json")
    command.add_argument("key", metavar="KEY", nargs="?", help=_KEYS)
    command.add_argument("--formula", metavar="TEXT",
                         help="a formula in x instead of a key; --set gives its other names values")
    command.add_argument("--x", metavar="X,...", required=True, help="numbers with commas between")
    _add_set(command)
    _add_json(command)


def _add_plot(commands: Any) -> None:
    command = _command(commands, "plot", "draw f, f' and f'' of functions into a file",
                       "plot relu elu --out curves.svg --range=-5:5 --set elu.alpha=2")
    command.add_argument("keys", metavar="KEY", nargs="+", help=_KEYS)
    command.add_argument("--out", metavar="FILE", required=True,
                         help="file to write, ending in .png, .svg or .csv")
    command.add_argument("--range", metavar="LOW:HIGH", default="-5:5",
                         help="ends of the x axis (default: -5:5)")
    command.add_argument("--points", metavar="N", default="2001",
                         help="number of places, 2 to 1,000,000 (default: 2001)")
    command.add_argument("--orders", metavar="0,1,2", default="0,1,2",
                         help="derivatives to draw: 0 is f itself (default: 0,1,2)")
    _add_picture(command)
    _add_set(command)


def _add_picture(command: Parser) -> None:
    """How large a picture is, and its colours."""
    command.add_argument("--size", metavar="WxH", default="1200x800",
                         help="size of a picture in pixels (default: 1200x800)")
    command.add_argument("--scale", metavar="FACTOR", default="2",
                         help="pixels of a PNG for each pixel of --size (default: 2)")
    command.add_argument("--theme", choices=("light", "dark"), default="light",
                         help="colours of a picture (default: light)")


def _add_code(commands: Any) -> None:
    command = _command(commands, "code", "print a function as source code of a library",
                       "code elu --framework torch --set alpha=0.5")
    command.add_argument("key", metavar="KEY", help=_KEYS)
    command.add_argument("--framework", metavar="NAME", required=True,
                         help=f"library of the code: {', '.join(FRAMEWORKS)}")
    command.add_argument("--written-out", action="store_true",
                         help="write the function out where the library has it")
    _add_set(command)
    _add_json(command)


def _add_properties(commands: Any) -> None:
    command = _command(
        commands, "properties",
        "say what a function is: range, extremes, slopes, ends, normal moments, gains, each with "
        "how sure it is", "properties swish --set beta=0.5 --json")
    command.add_argument("key", metavar="KEY", nargs="?", help=_KEYS)
    command.add_argument("--formula", metavar="TEXT",
                         help="a formula in x instead of a key; --set gives its other names values")
    _add_set(command)
    _add_json(command)


def _add_surface(commands: Any) -> None:
    command = _command(
        commands, "surface", "draw z = f(x1) + f(x2) over a square, with its gradient",
        "surface gelu --out gelu.png --range=-3:3 --colour gradient")
    command.add_argument("key", metavar="KEY", help=_KEYS)
    command.add_argument("--out", metavar="FILE", required=True,
                         help="file to write: .png or .svg, or .csv with a row for each point")
    command.add_argument("--range", metavar="LOW:HIGH", default="-5:5",
                         help="ends of both sides of the square (default: -5:5)")
    command.add_argument("--points", metavar="N", default="128",
                         help="points along each side, 2 to 400 (default: 128)")
    command.add_argument("--colour", choices=("value", "gradient"), default="value",
                         help="what the colours show: z, or the length of its gradient "
                              "(default: value)")
    _add_picture(command)
    _add_set(command)


def _add_train(commands: Any) -> None:
    command = _command(
        commands, "train", "train the same network with one or several functions",
        "train relu prelu none --epochs 3 --seeds 7,8 --out runs")
    command.add_argument("keys", metavar="KEY", nargs="*",
                         help=f"{_KEYS}, or none; relu/tanh/none for another function in each "
                              "layer")
    command.add_argument("--out", metavar="FOLDER", required=True,
                         help="new or empty folder for results.csv and the trained weights")
    _add_no_keep(command)
    command.add_argument("--preset", metavar="NAME",
                         help="functions and settings of the source article, which other options "
                              f"change: {', '.join(preset.key for preset in PRESETS)}")
    command.add_argument("--resume", metavar="FILE",
                         help="goes on with the run of a .safetensors file instead: one that was "
                              "stopped, or its state after an epoch; with --epochs for more")
    command.add_argument("--seeds", metavar="N,...",
                         help="seeds of the runs, one after the other (default: 7)")
    for parameter in parameters_of(TrainingSettings):
        if parameter.name != "seed":
            _add_setting(command, parameter)
    _add_data_option(command)
    _add_set(command)
    _add_json(command)


def _add_race(commands: Any) -> None:
    command = _command(
        commands, "race", "compare functions over several seeds, with intervals and what they say; "
        "the same command goes on with what is missing in its folder",
        "race relu prelu --seeds 7,8,9 --grid learning_rate=1e-3,1e-2 --workers 2 --out race")
    command.add_argument("keys", metavar="KEY", nargs="*", help=f"{_KEYS}, or none")
    command.add_argument("--out", metavar="FOLDER", required=True,
                         help="folder for the race: new or empty, or that of the same race")
    _add_no_keep(command)
    command.add_argument("--preset", metavar="NAME",
                         help="functions and settings of the source article, which other options "
                              f"change: {', '.join(preset.key for preset in PRESETS)}")
    command.add_argument("--grid", metavar="NAME=VALUE,...", dest="axes", action="append",
                         default=[], help="a setting and the values that it takes; lists stand in "
                                          "brackets: hidden=[64,64],[128]; can be repeated")
    for parameter in parameters_of(RaceSettings):
        if parameter.name in ("seeds", "workers", "scheduler"):
            _add_setting(command, parameter)
    for parameter in parameters_of(TrainingSettings):
        if parameter.name != "seed":
            _add_setting(command, parameter)
    _add_data_option(command)
    _add_picture(command)
    _add_set(command)
    _add_json(command)


def _add_no_keep(command: Parser) -> None:
    command.add_argument("--no-keep", action="store_true",
                         help="do not keep these runs in the database, where the page Runs and "
                              "the command runs find them")


def _add_runs(commands: Any) -> None:
    command = _command(commands, "runs", "list the trainings that were kept",
                       "runs --status finished --export runs.csv")
    command.add_argument("--function", metavar="KEY", help=f"only those of this {_KEYS}")
    command.add_argument("--status", choices=STATUSES, help="only those that ended so")
    command.add_argument("--export", metavar="FILE",
                         help="writes them into a file: .csv, or .json for another machine")
    command.add_argument("--import", metavar="FILE", dest="import_file",
                         help="takes in the runs that another machine wrote as .json")
    _add_json(command)


def _add_scan(commands: Any) -> None:
    command = _command(
        commands, "scan", "count dead, constant and saturated neurons over the training set",
        "scan --checkpoint runs/relu-seed7.safetensors --json")
    command.add_argument("key", metavar="KEY", nargs="?", help=f"{_KEYS}: scans a fresh network")
    command.add_argument("--checkpoint", metavar="FILE", help="scans a trained network instead")
    for parameter in parameters_of(ScanSettings):
        _add_setting(command, parameter)
    _add_data_option(command)
    _add_set(command)
    _add_json(command)


def _add_collapse(commands: Any) -> None:
    command = _command(
        commands, "collapse", "fold a trained network without activations into one matrix, and "
        "compare both", "collapse --checkpoint runs/none-seed7.safetensors --against "
        "runs/relu-seed7.safetensors --out collapse.csv")
    command.add_argument("--checkpoint", metavar="FILE", required=True,
                         help="a trained network without activations, ending in .safetensors")
    command.add_argument("--against", metavar="FILE",
                         help="another trained network, whose accuracy stands beside it")
    command.add_argument("--out", metavar="FILE",
                         help="file to write: .csv with the table, or .png or .svg with each "
                              "class's row of the matrix as a picture")
    _add_data_option(command)
    _add_picture(command)
    _add_json(command)


def _add_data_option(command: Parser) -> None:
    """Which data set, and how data of one's own are read."""
    command.add_argument("--data", metavar="PATH|garments", default="auto", help=_DATA)
    for parameter in parameters_of(DataSettings):
        _add_setting(command, parameter)


def _add_data(commands: Any) -> None:
    command = _command(commands, "data", "show what a data set holds and check it",
                       "data photos --test-share 0.3 --out samples.png")
    command.add_argument("data", metavar="PATH", nargs="?", default="auto", help=_DATA)
    for parameter in parameters_of(DataSettings):
        _add_setting(command, parameter)
    command.add_argument("--out", metavar="FILE",
                         help="also writes a contact sheet (.png or .svg), or the counts of the "
                              "classes (.csv)")
    _add_picture(command)
    _add_json(command)


def _add_shapes(commands: Any) -> None:
    command = _command(
        commands, "shapes", "draw what the functions of a trained network have learned",
        "shapes runs/staf-seed7.safetensors --out shapes.png --epoch 3")
    command.add_argument("checkpoint", metavar="FILE", help="a trained network, .safetensors")
    command.add_argument("--out", metavar="FILE", required=True,
                         help="file to write, ending in .png, .svg or .csv")
    command.add_argument("--show", choices=("curves", "parameters", "table"), default="curves",
                         help="the curve of each layer, its parameters over the epochs, or a "
                              "table of them (default: curves)")
    command.add_argument("--epoch", metavar="N",
                         help="epoch to show, 0 is the start (default: the last)")
    command.add_argument("--range", metavar="LOW:HIGH", default="-5:5",
                         help="ends of the x axis (default: -5:5)")
    command.add_argument("--slopes", action="store_true", help="draw f' as well")
    command.add_argument("--first", metavar="N", default="1",
                         help="layer to begin with: a picture has room for 24 (default: 1)")
    _add_picture(command)


def _add_screens(commands: Any) -> None:
    command = _command(commands, "screens", "render every page of the window as PNG files",
                       "screens pictures --size 1280x800")
    command.add_argument("folder", metavar="FOLDER", help="folder for the pictures")
    command.add_argument("--size", metavar="WxH", default="1280x800",
                         help="size of the window (default: 1280x800)")


def _add_selftest(commands: Any) -> None:
    _command(commands, "selftest", "check every part of the program", "selftest")


def _add_opengl(commands: Any) -> None:
    _command(commands, "opengl", "say whether the surface can be drawn by OpenGL in the window "
             "system that QT_QPA_PLATFORM names", "opengl")


def _add_json(command: Parser) -> None:
    command.add_argument("--json", action="store_true", help="print JSON and nothing else")


def _add_set(command: Parser) -> None:
    command.add_argument(
        "--set", metavar="NAME=VALUE", action="append", default=[],
        help="value of a parameter; KEY.NAME=VALUE with several functions; can be repeated")


def _add_setting(command: Parser, parameter: Parameter) -> None:
    """An option from a declaration; None where it is not given."""
    words = [str(parameter.label)]
    if parameter.declaration.tip:
        words.append(f": {parameter.declaration.tip}")
    if parameter.choices:
        words.append(f": {' or '.join(parameter.choices)}")
    default = parameter.default
    if isinstance(default, tuple):
        default = ",".join(map(str, default))
    said = "".join(words).replace("%", "%%")
    if parameter.type == "bool":
        command.add_argument(option_of(parameter), action=argparse.BooleanOptionalAction,
                             dest=parameter.name, default=None, help=said)
        return
    command.add_argument(option_of(parameter), metavar=_METAVARS[parameter.type],
                         dest=parameter.name, help=f"{said} (default: {default})")


_METAVARS = {"int": "N", "float": "X", "integers": "N,...", "choice": "NAME", "text": "TEXT"}
