"""What each competitor of a race has reached, and what that says of any two of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.training.history import RunHistory
from engine.training.race_history import Entry, RaceHistory
from engine.training.records import EpochDone
from engine.training.statistics import Comparison, Interval, compare_all, interval


@dataclass(frozen=True)
class EntryResult:
    """The last epochs of the runs that came to their end with a result, by seed; how many were
    planned and how many diverged, and the seeds that are trained now."""

    entry: Entry
    last: dict[int, EpochDone]
    planned: int
    diverged: int
    running: tuple[int, ...]

    @property
    def complete(self) -> bool:
        """Whether every seed has a result."""
        return len(self.last) == self.planned

    @property
    def accuracies(self) -> dict[int, float]:
        """Test accuracies (fractions) by seed."""
        return {seed: done.test_accuracy for seed, done in self.last.items()}

    @property
    def accuracy(self) -> float | None:
        """Their mean; None before the first."""
        return mean(list(self.accuracies.values()))

    @property
    def accuracy_interval(self) -> Interval | None:
        """The 95 % interval of the mean; None with fewer than two."""
        return interval(list(self.accuracies.values()))


def result_of(entry: Entry) -> EntryResult:
    """What has come of a competitor; seeds in the order of the plan."""
    finished = entry.finished
    last = {seed: finished[seed].epochs[-1] for seed in entry.jobs
            if seed in finished and has_result(finished[seed])}
    running = tuple(seed for seed, run in entry.runs.items() if run.status == "running")
    diverged = sum(run.diverged is not None for run in entry.runs.values())
    return EntryResult(entry, last, len(entry.jobs), diverged, running)


def has_result(run: RunHistory) -> bool:
    """Whether a run came to its end with numbers."""
    return run.status == "finished" and run.last is not None


def results_of(history: RaceHistory) -> list[EntryResult]:
    """All competitors in the order of the plan."""
    return [result_of(entry) for entry in history.entries]


def ranked(results: list[EntryResult]) -> list[EntryResult]:
    """The highest mean first; those without a result last, in the order of the plan."""
    return sorted(results, key=lambda one: -math.inf if one.accuracy is None else one.accuracy,
                  reverse=True)


def compared(results: list[EntryResult]) -> dict[tuple[int, int], Comparison]:
    """All pairs of complete results by their places in the list, seed by seed, in Holm's way.

    Pairs of which one is not complete count for Holm as if they showed nothing.
    """
    samples = [one.accuracies if one.complete else None for one in results]
    return {(one.first, one.second): one for one in compare_all(samples)}


def mean(values: list[float]) -> float | None:
    """The mean; None of none."""
    return math.fsum(values) / len(values) if values else None
