"""The headless commands that work on a data set: train and scan."""

from __future__ import annotations

import argparse
import dataclasses
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from commands.data import open_data, source_of
from commands.output import Output, columns
from commands.steps import driven, held_signals
from commands.values import option_of, read_functions, read_seeds, read_settings
from engine import device
from engine.data.images import ImageData
from engine.diagnostics.dead_neurons import scan as scan_neurons
from engine.diagnostics.records import ScanDone, ScanProgress
from engine.diagnostics.settings import ScanSettings
from engine.errors import InputError, StorageError
from engine.figures.csv import csv_bytes
from engine.figures.data_set import data_warning
from engine.figures.figure import Column, Table
from engine.figures.training import training_notes
from engine.networks.building import build
from engine.networks.functions import check_fit, hints, start_values
from engine.networks.network import Network
from engine.networks.settings import NetworkSettings
from engine.parameters import parameters_of
from engine.storage.atomic import atomic_write
from engine.training import checkpoints, trainer
from engine.training.foreign import SUFFIXES, open_checkpoint
from engine.training.history import History
from engine.training.jobs import Job, job_of
from engine.training.records import Adapted, Diverged, EpochDone, RunDone, StepsDone
from engine.training.resuming import CHANGEABLE, resumed_job
from engine.training.run_keeping import KeepingTold, kept
from engine.training.settings import TrainingSettings, find_preset


def train(arguments: argparse.Namespace, output: Output) -> None:
    """Trains each function with each seed; an interruption keeps what was done in the folder.

    With --resume it goes on with one run instead.
    """
    if arguments.resume is not None:
        _resume(arguments, output)
        return
    preset = find_preset(arguments.preset) if arguments.preset is not None else None
    keys = arguments.keys or (preset.functions if preset else ())
    if not keys:
        raise InputError("Name at least one function to train, or a preset.")
    functions = [(key, start_values(key, values))
                 for key, values in read_functions(keys, arguments.set, with_none=True)]
    settings = read_settings(arguments, preset.settings if preset else TrainingSettings())
    seeds = read_seeds(arguments.seeds) if arguments.seeds is not None else (settings.seed,)
    with _new_folder(Path(arguments.out)) as folder:
        _choose_device(settings, output)
        for hint in hints((key for key, _ in functions), settings):
            output.note(str(hint))
        with held_signals() as signals:
            data = open_data(source_of(arguments), output, signals)
            calls = []
            for seed in seeds:
                seeded = dataclasses.replace(settings, seed=seed)
                calls.append((trainer.train(functions, seeded, data, folder),
                              [job_of(key, values, seeded, data.digest)
                               for key, values in functions]))
            _drive(calls, History(settings, data, functions), arguments, output,
                   _Where(folder, data, signals))


def _resume(arguments: argparse.Namespace, output: Output) -> None:
    """Goes on with the run of a checkpoint, whose settings it has, into a new folder."""
    _check_alone(arguments)
    checkpoint = checkpoints.load(Path(arguments.resume))
    asked = read_settings(arguments, checkpoint.record.settings)
    job = resumed_job(checkpoint, **{name: getattr(asked, name) for name in CHANGEABLE})
    with _new_folder(Path(arguments.out)) as folder:
        _choose_device(job.settings, output)
        with held_signals() as signals:
            data = open_data(source_of(arguments), output, signals)
            path = checkpoints.checkpoint_path(folder, job.function, job.seed)
            steps = trainer.run(job, data, path, resume=checkpoint)
            _drive([(steps, [job])], History(job.settings, data, [(job.function, job.values)]),
                   arguments, output, _Where(folder, data, signals))


def _check_alone(arguments: argparse.Namespace) -> None:
    """Raises InputError for what a run that goes on has of its own."""
    given = [("KEY", arguments.keys), ("--preset", arguments.preset),
             ("--seeds", arguments.seeds), ("--set", arguments.set)]
    given += [(option_of(parameter), getattr(arguments, parameter.name, None) is not None)
              for parameter in parameters_of(TrainingSettings)
              if parameter.name not in CHANGEABLE]
    for option, wanted in given:
        if wanted:
            raise InputError("{option} cannot be given with --resume: a run goes on as it began.",
                             option=option)


def _choose_device(settings: TrainingSettings, output: Output) -> None:
    device.use_one_thread()
    chosen = device.chosen(settings.device)
    output.note(f"device: {chosen.name}, {chosen.reason}")


class _Where(NamedTuple):
    """The folder of the results, the data, and the signals that came."""

    folder: Path
    data: ImageData
    signals: list[int]


def _drive(calls: list[tuple[trainer.Records, list[Job]]], history: History,
           arguments: argparse.Namespace, output: Output, where: _Where) -> None:
    """Runs calls of the trainer one after the other, reports and keeps what they tell."""
    start = time.monotonic()
    try:
        for index, (steps, jobs) in enumerate(calls):
            whole = steps if arguments.no_keep else kept(steps, jobs, where.data)
            with closing(driven(whole, where.signals)) as records:
                for record in records:
                    history.add(record)
                    _report(record, output, _Share(index, len(calls), start))
                    if isinstance(record, RunDone):
                        _write(where.folder, history)
    finally:
        output.clear_bar()
        history.stop()
        _write(where.folder, history)
    output.note(f"results and weights are in {where.folder}")


def _report(record: Any, output: Output, share: _Share) -> None:
    """Says what a record of the trainer says, where that is for the command line."""
    match record:
        case StepsDone():
            output.progress(share.fraction(record.fraction),
                            f"{record.function}, seed {record.seed}, loss {record.loss:.4f}",
                            share.seconds_left(record))
        case EpochDone():
            output.result(dataclasses.asdict(record), _in_words(record))
        case Adapted():
            output.note(f"{record.function}, seed {record.seed}: {record.what}")
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
        fresh = NetworkSettings(hidden=settings.hidden)
        check_fit(key, fresh)
        network, digest = None, None
    else:
        network, digest = _trained(arguments)
    with held_signals() as signals:
        data = open_data(source_of(arguments), output, signals)
        if digest not in (None, data.digest):
            output.note("this network was trained on another data set")
        if network is None:
            network = build(key, values, fresh, settings.seed, shape=data.shape,
                            classes=len(data.classes))
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


def _trained(arguments: argparse.Namespace) -> tuple[Network, str | None]:
    """The network of a checkpoint, and the digest of the data that it was trained on, if known."""
    for option, given in (("--hidden", arguments.hidden), ("--seed", arguments.seed),
                          ("--set", arguments.set)):
        if given:
            raise InputError("{option} is for a fresh network; a checkpoint has its own.",
                             option=option)
    path = Path(arguments.checkpoint)
    if path.suffix not in (".safetensors", *SUFFIXES):
        raise InputError("--checkpoint must end in .safetensors, or in .pth or .pt for a network "
                         "of the article, got {file}.", file=path.name)
    checkpoint = open_checkpoint(path)
    return checkpoint.network, checkpoint.record.data_digest or None


@contextmanager
def _new_folder(folder: Path) -> Iterator[Path]:
    """The folder, made where it is absent and taken away where it is left empty.

    Raises InputError where something is in it.
    """
    try:
        absent = [path for path in (folder, *folder.parents) if not path.exists()]
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
    try:
        yield folder
    finally:
        for path in absent:
            with suppress(OSError):  # it is not empty
                path.rmdir()
