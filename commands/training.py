"""The headless commands that work on a data set: train and scan."""

from __future__ import annotations

import argparse
import dataclasses
import time
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from commands.data import open_data, source_of
from commands.output import Output, columns
from commands.steps import driven, held_signals
from commands.values import read_functions, read_seeds, read_settings
from engine import device
from engine.diagnostics.dead_neurons import scan as scan_neurons
from engine.diagnostics.records import ScanDone, ScanProgress
from engine.diagnostics.settings import ScanSettings
from engine.errors import InputError, StorageError
from engine.figures.csv import csv_bytes
from engine.figures.data_set import data_warning
from engine.figures.figure import Column, Table
from engine.figures.training import training_notes
from engine.networks.building import build
from engine.networks.functions import start_values
from engine.networks.network import Network
from engine.networks.settings import NetworkSettings
from engine.storage.atomic import atomic_write
from engine.training import checkpoints, trainer
from engine.training.history import History
from engine.training.jobs import job_of
from engine.training.records import Diverged, EpochDone, RunDone, StepsDone
from engine.training.run_keeping import KeepingTold, kept
from engine.training.settings import TrainingSettings, find_preset


def train(arguments: argparse.Namespace, output: Output) -> None:
    """Trains each function with each seed; an interruption keeps what was done in the folder."""
    preset = find_preset(arguments.preset) if arguments.preset is not None else None
    keys = arguments.keys or (preset.functions if preset else ())
    if not keys:
        raise InputError("Name at least one function to train, or a preset.")
    functions = [(key, start_values(key, values))
                 for key, values in read_functions(keys, arguments.set, with_none=True)]
    settings = read_settings(arguments, preset.settings if preset else TrainingSettings())
    seeds = read_seeds(arguments.seeds) if arguments.seeds is not None else (settings.seed,)
    folder = _new_folder(Path(arguments.out))
    device.use_one_thread()
    chosen = device.chosen(settings.device)
    output.note(f"device: {chosen.name}, {chosen.reason}")
    with held_signals() as signals:
        data = open_data(source_of(arguments), output, signals)
        history, start = History(settings, data, functions), time.monotonic()
        try:
            for index, seed in enumerate(seeds):
                seeded = dataclasses.replace(settings, seed=seed)
                steps = trainer.train(functions, seeded, data, folder)
                if not arguments.no_keep:
                    steps = kept(steps, [job_of(key, values, seeded, data.digest)
                                         for key, values in functions], data)
                with closing(driven(steps, signals)) as records:
                    for record in records:
                        history.add(record)
                        _report(record, output, _Share(index, len(seeds), start))
                        if isinstance(record, RunDone):
                            _write(folder, history)
        finally:
            output.clear_bar()
            history.stop()
            _write(folder, history)
    output.note(f"results and weights are in {folder}")


def _report(record: Any, output: Output, share: _Share) -> None:
    """Says what a record of the trainer says, where that is for the command line."""
    match record:
        case StepsDone():
            output.progress(share.fraction(record.fraction),
                            f"{record.function}, seed {record.seed}, loss {record.loss:.4f}",
                            share.seconds_left(record))
        case EpochDone():
            output.result(dataclasses.asdict(record), _in_words(record))
        case Diverged():
            output.result(
                {"function": record.function, "seed": record.seed,
                 "diverged": {"epoch": record.epoch, "step": record.step}},
                f"{record.function}, seed {record.seed}: diverged at epoch {record.epoch}, "
                f"step {record.step}")
        case KeepingTold():
            output.note(record.words)


def _in_words(epoch: EpochDone) -> str:
    return (f"{epoch.function}, seed {epoch.seed}, epoch {epoch.epoch}: "
            f"training loss {epoch.train_loss:.4f}, accuracy {epoch.train_accuracy:.4f}; "
            f"test loss {epoch.test_loss:.4f}, accuracy {epoch.test_accuracy:.4f}; "
            f"{epoch.seconds:.1f} s")


class _Share(NamedTuple):
    """Which of the seeds is trained, since when: a call of the trainer knows only its own."""

    index: int
    count: int
    start: float

    def fraction(self, own: float) -> float:
        """Of all seeds, where `own` is that of this one."""
        return (self.index + own) / self.count

    def seconds_left(self, record: StepsDone) -> float:
        """For all seeds, at the pace so far."""
        done = self.fraction(record.fraction)
        if self.count == 1 or done == 0:
            return record.seconds_left
        return (time.monotonic() - self.start) * (1 / done - 1)


def _write(folder: Path, history: History) -> None:
    """Writes results.csv: a row for each epoch of each run, with the fields of the JSON.

    A run that diverged ends with a row whose losses and accuracies are empty.
    """
    rows, states = [], []
    for run in history.runs:
        rows += [dataclasses.astuple(epoch) for epoch in run.epochs]
        states.append(("run", f"{run.function}, seed {run.seed}: {run.status_text()}"))
        if run.diverged is not None:
            rows.append((run.function, run.seed, run.diverged.epoch, None, None, None, None,
                         run.diverged.seconds))
    heads = (Column(field.name, field.name, "text" if field.name == "function" else "number")
             for field in dataclasses.fields(EpochDone))
    table = Table("results", "Epochs of all runs", tuple(heads), tuple(rows),
                  (*training_notes(history), *states),
                  data_warning(history.data_name, history.is_fashion_mnist))
    atomic_write(folder / "results.csv", csv_bytes(table))


def scan(arguments: argparse.Namespace, output: Output) -> None:
    """Counts the neurons of a trained or a fresh network."""
    if (arguments.key is None) == (arguments.checkpoint is None):
        raise InputError("Name either a function or --checkpoint.")
    settings = read_settings(arguments, ScanSettings())
    device.use_one_thread()
    if arguments.checkpoint is None:
        [(key, values)] = read_functions([arguments.key], arguments.set, with_none=True)
        network, digest = None, None
    else:
        network, digest = _trained(arguments)
    with held_signals() as signals:
        data = open_data(source_of(arguments), output, signals)
        if digest not in (None, data.digest):
            output.note("this network was trained on another data set")
        if network is None:
            network = build(key, values, NetworkSettings(hidden=settings.hidden), settings.seed,
                            shape=data.shape, classes=len(data.classes))
        steps = scan_neurons(network, data.train_images, settings.threshold, settings.batch)
        with closing(driven(steps, signals)) as records:
            for record in records:
                if isinstance(record, ScanProgress):
                    output.progress(record.fraction, "scanning")
                elif isinstance(record, ScanDone):
                    done = record
    counts = [{"width": layer.width, "dead": int(layer.dead.sum()),
               "constant": int(layer.constant.sum()), "saturated": int(layer.saturated.sum())}
              for layer in done.layers]
    rows = [(str(number), *(str(count) for count in layer.values()))
            for number, layer in enumerate(counts, start=1)]
    output.result({"layers": counts},
                  columns(("layer", "width", "dead", "constant", "saturated"), rows))


def _trained(arguments: argparse.Namespace) -> tuple[Network, str]:
    """The network of a checkpoint, and the digest of the data that it was trained on."""
    for option, given in (("--hidden", arguments.hidden), ("--seed", arguments.seed),
                          ("--set", arguments.set)):
        if given:
            raise InputError("{option} is for a fresh network; a checkpoint has its own.",
                             option=option)
    path = Path(arguments.checkpoint)
    if path.suffix != ".safetensors":
        raise InputError("--checkpoint must end in .safetensors, got {file}.", file=path.name)
    checkpoint = checkpoints.load(path)
    return checkpoint.network, checkpoint.record.data_digest


def _new_folder(folder: Path) -> Path:
    """The folder, made where it is absent. Raises InputError where something is in it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        occupied = any(folder.iterdir())
    except (FileExistsError, NotADirectoryError):
        raise InputError("{folder} is not a folder. Name a new or an empty one.",
                         folder=str(folder)) from None
    except OSError as error:
        raise StorageError("{folder} cannot be used: {reason}. Name another folder.",
                           folder=str(folder), reason=error.strerror or str(error)) from error
    if occupied:
        raise InputError("{folder} is not empty. Name a new or an empty folder.",
                         folder=str(folder))
    return folder
