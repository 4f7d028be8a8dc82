"""What a race has reported so far, entry by entry, for pictures, tables and statistics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.data.images import ImageData
from engine.training.history import RunHistory
from engine.training.jobs import Job
from engine.training.race_plan import RacePlan, Variant
from engine.training.records import JobRecord, RunStarted


@dataclass
class Entry:
    """A competitor: a function at one point of the grid; `runs` are those that began, by seed.

    `point` is the place of its variant among those of the plan, from 0.
    """

    function: str
    values: dict[str, Any]
    variant: Variant
    jobs: dict[int, Job]
    runs: dict[int, RunHistory] = field(default_factory=dict)
    point: int = 0

    @property
    def finished(self) -> dict[int, RunHistory]:
        """The runs that have come to their end; a diverged one has, without a result."""
        return {seed: run for seed, run in self.runs.items()
                if run.status in ("finished", "diverged")}


class RaceHistory:
    """All entries of a race in the order of the plan."""

    def __init__(self, plan: RacePlan, data: ImageData) -> None:
        self.plan = plan
        self.data_name, self.data_digest = data.name, data.digest
        self.is_fashion_mnist = data.is_fashion_mnist
        self.classes = data.classes
        self._where: dict[str, tuple[Entry, int]] = {}
        entries: dict[tuple[str, Variant], Entry] = {}
        points = {variant: point for point, variant in enumerate(plan.variants)}
        for job in plan.jobs(data.digest):
            variant = plan.variant_of(job)
            entry = entries.setdefault(
                (job.function, variant),
                Entry(job.function, job.values, variant, {}, point=points[variant]))
            entry.jobs[job.seed] = job
            self._where[job.id] = entry, job.seed
        self.entries: Sequence[Entry] = tuple(entries.values())

    def add(self, told: JobRecord) -> None:
        """Takes what a job reported; a job that begins again starts from nothing. One that was
        given up before it began has no run."""
        entry, seed = self._where[told.job]
        if isinstance(told.record, RunStarted):
            entry.runs[seed] = RunHistory(entry.function, seed, told.record.device,
                                          told.record.checkpoint)
        elif seed in entry.runs:
            entry.runs[seed].add(told.record)

    def stop(self) -> None:
        """The race was closed: what still runs is stopped. A closed generator cannot say so."""
        for entry in self.entries:
            for seed, run in entry.runs.items():
                if run.status == "running":
                    complete = len(run.epochs) == entry.jobs[seed].settings.epochs
                    run.status = "finished" if complete else "stopped"

    def job(self, job_id: str) -> Job:
        """The job of this id."""
        entry, seed = self._where[job_id]
        return entry.jobs[seed]

    def entry(self, job_id: str) -> Entry:
        """The competitor that this job is a run of."""
        return self._where[job_id][0]

    def entry_of(self, run: RunHistory) -> Entry | None:
        """The competitor that this is a run of."""
        return next((entry for entry in self.entries if entry.runs.get(run.seed) is run), None)

    def run(self, job_id: str) -> RunHistory | None:
        """What this job has reported; None before it began."""
        entry, seed = self._where[job_id]
        return entry.runs.get(seed)
