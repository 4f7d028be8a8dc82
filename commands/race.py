"""The command race: functions x seeds x grid, with what the seeds say of their differences."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Any

from commands.data import open_data, source_of
from commands.output import Output
from commands.race_results import summary, summary_text, write_report, write_results, write_tables
from commands.steps import held_signals
from commands.values import read_functions, read_option, read_settings, read_size
from engine import device
from engine.errors import InputError
from engine.networks.functions import hints, start_values
from engine.parameters import Range
from engine.training.race import JobNotice, RaceProgress, RaceQueue
from engine.training.race import race as raced
from engine.training.race_check import check_race
from engine.training.race_folder import RaceFolder
from engine.training.race_history import RaceHistory
from engine.training.race_plan import RacePlan, race_plan
from engine.training.race_settings import RaceSettings, crew_of, read_grid
from engine.training.records import Adapted, Diverged, EpochDone, JobRecord, RunDone
from engine.training.run_keeping import KeepingTold, kept
from engine.training.settings import TrainingSettings, find_preset


def race(arguments: argparse.Namespace, output: Output) -> int:
    """Runs what is missing of a race and writes its report; 1 where a run has failed."""
    plan, where = _plan(arguments), _where(arguments)
    look = (read_size(arguments.size, 100, 10_000),
            read_option("--scale", arguments.scale, Range(0.25, 8)), arguments.theme)
    device.use_one_thread()
    chosen = device.chosen(plan.settings.device)
    output.note(f"device: {chosen.name}, {chosen.reason}")
    for hint in hints((key for key, _ in plan.functions), plan.settings):
        output.note(str(hint))
    with held_signals() as signals:
        source = source_of(arguments)
        data = open_data(source, output, signals)
        for _ in check_race(plan, data):
            if signals:
                raise KeyboardInterrupt
        crew = crew_of(where, plan, data, source)
        with closing(RaceFolder(Path(arguments.out), plan, data)) as folder:
            shown = _Shown(folder, RaceHistory(plan, data), output)
            queue = RaceQueue()
            steps = raced(plan, data, crew, queue, folder=folder.path, known=folder.known)
            if not arguments.no_keep:
                steps = kept(steps, plan.jobs(data.digest), data,
                             race=folder.path.absolute().name)
            try:
                with closing(_driven(steps, queue, signals)) as records:
                    for record in records:
                        shown.add(record)
            finally:
                shown.end()
    write_report(shown.folder.path, shown.history, look)
    output.result(summary(shown.history), summary_text(shown.history))
    output.note(f"results, report and weights are in {shown.folder.path}")
    return 1 if shown.failed else 0


def _plan(arguments: argparse.Namespace) -> RacePlan:
    preset = find_preset(arguments.preset) if arguments.preset is not None else None
    keys = arguments.keys or (preset.functions if preset else ())
    if not keys:
        raise InputError("Name at least one function to train, or a preset.")
    functions = [(key, start_values(key, values))
                 for key, values in read_functions(keys, arguments.set, with_none=True)]
    settings = read_settings(arguments, preset.settings if preset else TrainingSettings())
    seeds = read_settings(arguments, RaceSettings()).seeds
    return race_plan(functions, settings, seeds, read_grid(";".join(arguments.axes)))


def _where(arguments: argparse.Namespace) -> RaceSettings:
    """Who trains: a cluster, so many processes, or what suits the plan."""
    settings = read_settings(arguments, RaceSettings())
    if arguments.scheduler is not None:
        if arguments.workers is not None:
            raise InputError("--workers is for this computer; a scheduler has its own workers.")
        return dataclasses.replace(settings, where="dask")
    return settings if arguments.workers is None \
        else dataclasses.replace(settings, where="processes")


def _driven(
    steps: Generator[Any], queue: RaceQueue, signals: list[int]
) -> Generator[JobRecord | JobNotice | RaceProgress]:
    """The records of a race. A signal stops all runs, which keep what they have, a second one
    leaves at once; then KeyboardInterrupt is raised."""
    with closing(steps):
        for item in steps:
            if item is not None:
                yield item
            if signals and not queue.stopping:
                queue.stop_all()
            if len(signals) > 1:
                break
    if signals:
        raise KeyboardInterrupt


class _Shown:
    """What has come, kept in the folder and said on the command line."""

    def __init__(self, folder: RaceFolder, history: RaceHistory, output: Output) -> None:
        self.folder, self.history, self._output = folder, history, output
        self.failed = False
        for told in folder.told:
            history.add(told)
        if folder.known:
            output.note(f"{len(folder.known)} of {history.plan.count} runs were done before")

    def add(self, item: JobRecord | JobNotice | RaceProgress | KeepingTold) -> None:
        """Keeps and says it."""
        match item:
            case RaceProgress():
                self._output.progress(
                    item.fraction, f"{item.done} of {self.history.plan.count} runs done, "
                    f"{item.running} running", item.seconds_left)
            case JobNotice():
                job = self.history.job(item.job)
                self._output.note(f"{job.function}, seed {job.seed}: {item.words}")
            case KeepingTold():
                self._output.note(item.words)
            case JobRecord():
                self.history.add(item)
                self.folder.add(item)
                self._say(item)

    def end(self) -> None:
        """Writes the tables of what there is."""
        self._output.clear_bar()
        self.history.stop()
        write_results(self.folder.path, self.history)
        write_tables(self.folder.path, self.history)

    def _say(self, told: JobRecord) -> None:
        job, record = self.history.job(told.job), told.record
        grid = dict(self.history.plan.variant_of(job))
        head = {"job": told.job, "grid": grid}
        name = ", ".join([job.function, *(f"{key} {value}" for key, value in grid.items()),
                          f"seed {job.seed}"])
        match record:
            case EpochDone():
                self._output.result(
                    head | dataclasses.asdict(record),
                    f"{name}, epoch {record.epoch}: training loss {record.train_loss:.4f}, "
                    f"accuracy {record.train_accuracy:.4f}; test loss {record.test_loss:.4f}, "
                    f"accuracy {record.test_accuracy:.4f}; {record.seconds:.1f} s")
            case Adapted():
                self._output.note(f"{name}: {record.what}")
            case Diverged():
                self._output.result(
                    head | {"function": job.function, "seed": job.seed,
                            "diverged": {"epoch": record.epoch, "step": record.step}},
                    f"{name}: diverged at epoch {record.epoch}, step {record.step}")
            case RunDone():
                self.failed |= record.status == "crashed"
                write_results(self.folder.path, self.history)
