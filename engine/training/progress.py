"""How far all runs together are, how long they will still take, and when to say so."""

from __future__ import annotations

import time

INTERVAL = 0.05
"""Seconds between two records, at least."""

TRAINING_WORK = 3
"""What a sample costs in training, for 1 in evaluation: forwards, and two products backwards."""


class Progress:
    """Counts samples of `runs` runs of the same size; times are of a clock that stands between
    `hold` and `go_on`, in s."""

    def __init__(self, runs: int, epochs: int, training: int, evaluation: int) -> None:
        self._runs = runs
        self._work = epochs * (TRAINING_WORK * training + evaluation)
        self._away = 0.0
        self._held_at: float | None = None
        self._start = self._run_start = self._told = time.monotonic()
        self._run = 0
        self._done = self._before = 0

    def begin(self, run: int) -> None:
        """A run starts, counted from 0; those before it count as done, even if they diverged."""
        self._run, self._done, self._before = run, 0, 0
        self._run_start = self._now()

    def hold(self) -> None:
        """The training waits for whoever asked for it, be it for a pause."""
        self._held_at = time.monotonic()

    def go_on(self) -> None:
        """It is asked to go on."""
        self._away += time.monotonic() - self._held_at
        self._held_at = None

    def resume(self, trained: int, evaluated: int) -> None:
        """So many samples were done before: they count as work, but say nothing of the pace."""
        self._before = TRAINING_WORK * trained + evaluated
        self._done += self._before

    def trained(self, samples: int) -> None:
        """So many samples went through a training step."""
        self._done += TRAINING_WORK * samples

    def evaluated(self, samples: int) -> None:
        """So many samples were evaluated."""
        self._done += samples

    def due(self) -> bool:
        """Whether a record may be given now; if so, the next is due 50 ms later."""
        now = time.monotonic()
        if now - self._told < INTERVAL:
            return False
        self._told = now
        return True

    @property
    def seconds(self) -> float:
        """Spent in the run under way."""
        return self._now() - self._run_start

    @property
    def fraction(self) -> float:
        """Work done of all runs, 0 to 1."""
        return (self._run + self._done / self._work) / self._runs

    @property
    def seconds_left(self) -> float:
        """This run goes on at its own pace, those to come take as long as the mean so far."""
        made = self._done - self._before
        if made == 0:
            return 0.0
        now = self._now()
        own = (now - self._run_start) * (self._work - self._done) / made
        mean = (now - self._start + own) / (self._run + 1)
        return own + mean * (self._runs - self._run - 1)

    def _now(self) -> float:
        return (time.monotonic() if self._held_at is None else self._held_at) - self._away
