"""What a race compares: functions, seeds and a grid over settings, as jobs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from engine.activations.registry import Values
from engine.errors import InputError
from engine.parameters import Parameter, check_value, parameters_of
from engine.training.jobs import Job, job_of
from engine.training.settings import TrainingSettings

Variant = tuple[tuple[str, Any], ...]
"""(setting, value) pairs of one point of the grid, in the order of the grid; () without one."""

MOST_JOBS = 100_000

_NOT_IN_A_GRID = ("seed", "device", "checkpoint_every")


@dataclass(frozen=True)
class RacePlan:
    """Functions x seeds x grid. For one seed and one variant only the function differs."""

    functions: tuple[tuple[str, dict[str, Any]], ...]
    settings: TrainingSettings
    seeds: tuple[int, ...]
    grid: tuple[tuple[str, tuple[Any, ...]], ...] = ()

    @property
    def variants(self) -> tuple[Variant, ...]:
        """All points of the grid."""
        names = [name for name, _ in self.grid]
        return tuple(tuple(zip(names, values, strict=True))
                     for values in product(*(values for _, values in self.grid)))

    @property
    def count(self) -> int:
        """How many jobs it has."""
        return len(self.functions) * len(self.seeds) * len(self.variants)

    def variant_of(self, job: Job) -> Variant:
        """The point of the grid that a job stands at."""
        return tuple((name, getattr(job.settings, name)) for name, _ in self.grid)

    def jobs(self, data_digest: str) -> tuple[Job, ...]:
        """All trainings: seed by seed, so that early results compare all functions."""
        return tuple(
            job_of(key, values,
                   dataclasses.replace(self.settings, seed=seed, **dict(variant)), data_digest)
            for seed in self.seeds for variant in self.variants for key, values in self.functions)


def grid_parameters() -> dict[str, Parameter]:
    """The settings that a grid can go over, by name."""
    return {parameter.name: parameter for parameter in parameters_of(TrainingSettings)
            if parameter.name not in _NOT_IN_A_GRID}


def race_plan(
    functions: Sequence[tuple[str, Values]], settings: TrainingSettings, seeds: Sequence[int],
    grid: Iterable[tuple[str, Sequence[Any]]] = (),
) -> RacePlan:
    """The checked plan. Raises InputError naming what is wrong, repeated, empty or too much."""
    declared = grid_parameters()
    axes = []
    for name, values in grid:
        if name not in declared:
            raise InputError("{name} is no setting that a grid can go over. Use one of: {known}.",
                             name=name, known=", ".join(declared))
        axes.append((name, tuple(check_value(declared[name], value) for value in values)))
    lists = [("functions", [key for key, _ in functions]), ("seeds", list(seeds)),
             ("grid", [name for name, _ in axes]), *axes]
    for name, items in lists:
        if not items and name != "grid":
            raise InputError("{name} is empty. Give at least one.", name=name)
        if len(set(items)) < len(items):
            twice = next(item for item in items if items.count(item) > 1)
            raise InputError("{item} is named twice in {name}.", item=str(twice), name=name)
    plan = RacePlan(tuple((key, dict(values or {})) for key, values in functions), settings,
                    tuple(seeds), tuple(axes))
    if plan.count > MOST_JOBS:
        raise InputError("This race has {count} runs, more than {most}. Take less.",
                         count=plan.count, most=MOST_JOBS)
    plan.jobs("")
    return plan
