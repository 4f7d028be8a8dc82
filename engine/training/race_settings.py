"""What is set for a race beside its functions and their training, declared once."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from engine.data.images import ImageData
from engine.errors import InputError
from engine.parameters import Choice, Integers, Parameter, Range, Words, read_value
from engine.texts import phrase
from engine.training.race_plan import RacePlan, grid_parameters
from engine.training.workers.crew import Crew

Grid = tuple[tuple[str, tuple[Any, ...]], ...]
"""Settings with the values that they take."""

WHERE = ("auto", "window", "processes", "dask")

CORES = os.cpu_count() or 1


def _by_processes(values: Mapping[str, Any]) -> bool:
    return values["where"] == "processes"


def _by_dask(values: Mapping[str, Any]) -> bool:
    return values["where"] == "dask"


@dataclass(frozen=True)
class RaceSettings:
    """Seeds, grid and who trains; every field is checked by `parameters.checked`.

    `grid` is as read_grid reads it. `where` does not change what comes out.
    """

    seeds: Annotated[
        tuple[int, ...],
        Integers(0, 2**31 - 1, shortest=1, longest=1000, label=phrase("Seeds"),
                 tip=phrase("Each function is trained once with each of these, from the same start "
                            "weights and batch order as the others. With three or more it can be "
                            "said what is luck")),
    ] = (7, 8, 9)
    grid: Annotated[
        str,
        Words(label=phrase("Grid"),
              tip=phrase("Settings that take several values: learning_rate=0.001,0.01; "
                         "hidden=[64,64],[128]")),
    ] = ""
    where: Annotated[
        str,
        Choice(WHERE, (phrase("Automatic"), phrase("This program's thread"),
                       phrase("Worker processes"), phrase("Dask cluster")),
               label=phrase("Run on"),
               tip=phrase("Automatic: one run in a thread of this program, several in as many "
                          "worker processes as there are cores")),
    ] = "auto"
    workers: Annotated[
        int, Range(1, 256, label=phrase("Processes"), when=_by_processes,
                   tip=phrase("Each trains one run at a time with one thread"))
    ] = CORES
    scheduler: Annotated[
        str, Words(label=phrase("Scheduler"), when=_by_dask,
                   tip=phrase("The address of the Dask scheduler: tls://HOST:PORT, or 127.0.0.1:"
                              "8786 through a tunnel"))
    ] = ""


def read_grid(text: str) -> Grid:
    """The grid that a text means: settings between semicolons, their values between commas.

    Lists stand in brackets: hidden=[64,64],[128]. Raises InputError naming what is wrong.
    """
    return tuple(_read_axis(part) for part in text.split(";") if part.strip())


def grid_text(grid: Iterable[tuple[str, Sequence[Any]]]) -> str:
    """The text that read_grid reads."""
    return "; ".join(f"{name}={','.join(map(value_text, values))}" for name, values in grid)


def value_text(value: Any) -> str:
    """A value of a grid as it is typed."""
    if isinstance(value, tuple):
        return f"[{','.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else f"{value}"


def read_values(parameter: Parameter, text: str) -> tuple[Any, ...]:
    """The values of one setting of a grid. Raises InputError for a wrong one."""
    return tuple(read_value(parameter, part) for part in _split(text) if part.strip())


def _read_axis(text: str) -> tuple[str, tuple[Any, ...]]:
    name, sign, values = text.partition("=")
    declared = grid_parameters()
    if not sign:
        raise InputError("{text} is no part of a grid. Write a setting and its values, such as "
                         "learning_rate=0.001,0.01.", text=repr(text.strip()))
    if name.strip() not in declared:
        raise InputError("{name} is no setting that a grid can go over. Use one of: {known}.",
                         name=name.strip(), known=", ".join(declared))
    return name.strip(), read_values(declared[name.strip()], values)


_COMMAS = ",\N{FULLWIDTH COMMA}\N{IDEOGRAPHIC COMMA}"


def _split(text: str) -> list[str]:
    """At the commas that are not within brackets. Raises InputError where those do not match."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "[(") - (letter in "])")
        if depth not in (0, 1):
            break
        if letter in _COMMAS and depth <= 0:
            parts.append("")
        else:
            parts[-1] += letter
    if depth:
        raise InputError("{text} has a bracket without its other half. Write lists as in "
                         "[64,64],[128].", text=repr(text.strip()))
    return parts


def checked_race(settings: RaceSettings) -> None:
    """Raises InputError where the place to run on is not said whole."""
    if settings.where == "dask" and not settings.scheduler.strip():
        raise InputError("Type the address of the Dask scheduler, such as 127.0.0.1:8786, or run "
                         "on this computer.")


def crew_of(settings: RaceSettings, plan: RacePlan, data: ImageData, source: str) -> Crew:
    """Who runs the jobs of the plan; nothing is started yet. Raises LabError.

    `source` is how the data set was opened, so that a worker can open it too.
    """
    match settings.where:
        case "dask":
            from engine.training.workers.cluster import DaskWorkers

            checked_race(settings)
            return DaskWorkers(settings.scheduler.strip(), source)
        case "processes":
            return _processes(settings.workers, source)
        case "auto" if plan.count > 1 and CORES > 1:
            return _processes(min(CORES, plan.count), source)
    from engine.training.workers.in_process import InProcess

    return InProcess(data)


def _processes(count: int, source: str) -> Crew:
    from engine.training.workers.local import LocalWorkers

    return LocalWorkers(count, source)
