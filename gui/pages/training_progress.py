"""How far a training is, for the strip and the status bar."""

from __future__ import annotations

import time

from engine.data.progress import DataProgress
from engine.training.history import History
from engine.training.records import StepsDone
from gui.picker import name_of
from gui.progress_strip import ProgressStrip
from gui.texts import tr


class TrainingProgress:
    """Puts the state of a training of `count` runs into words."""

    def __init__(self, strip: ProgressStrip) -> None:
        self._strip = strip
        self._count = 0
        self._step: StepsDone | None = None
        self._clock = _Clock()

    @property
    def fraction(self) -> float | None:
        """From 0 to 1; None before the first step."""
        return self._step.fraction if self._step else None

    def begin(self, count: int) -> None:
        """A training of so many runs starts."""
        self._count, self._step = count, None
        self._clock.start()
        self._strip.show_progress(tr("Opening the data…"))

    def hold(self, held: bool) -> None:
        """Time does not count while a training is held."""
        (self._clock.pause if held else self._clock.resume)()

    def step(self, record: StepsDone) -> None:
        """Remembers the last step."""
        self._step = record

    def show_data(self, record: DataProgress) -> None:
        """The data are being opened or made."""
        self._strip.show_progress(tr(record.words), fraction=record.fraction)

    def show_run(self, history: History, paused: bool) -> None:
        """The run under way, with the time left of all."""
        run, epochs = history.runs[-1], history.settings.epochs
        epoch = min(len(run.epochs) + 1, epochs)
        done = self._done(history)
        self._strip.show_progress(
            tr("{name}, seed {seed}: epoch {epoch} of {epochs}", name=name_of(run.function),
               seed=run.seed, epoch=epoch, epochs=epochs),
            tr("{done}, paused", done=done) if paused else done, fraction=self.fraction,
            seconds=self._clock.seconds,
            seconds_left=self._step.seconds_left if self._step else None)

    def show_stopping(self, history: History | None) -> None:
        """Stop was pressed; it takes effect within a batch."""
        self._strip.show_progress(tr("Stopping…"), self._done(history) if history else "",
                                  fraction=self.fraction)

    def show_end(self, history: History, stopped: bool) -> None:
        """The training is over."""
        self._clock.pause()
        self._strip.show_progress(
            tr("Stopped") if stopped else tr("Done"), self._done(history),
            fraction=self.fraction if stopped else 1.0, seconds=self._clock.seconds,
            ended=True)

    def show_again(self, history: History) -> None:
        """A training that ended in another window; its time is that of its runs."""
        self._count = len(history.functions)
        stopped = any(run.status == "stopped" for run in history.runs)
        self._strip.show_progress(
            tr("Stopped") if stopped else tr("Done"), self._done(history), fraction=1.0,
            seconds=sum(run.seconds for run in history.runs), ended=True)

    def _done(self, history: History) -> str:
        done = sum(run.status in ("finished", "diverged") for run in history.runs)
        return tr("{done} of {count} runs done", done=done, count=self._count)


class _Clock:
    """Seconds since the start, without those in which the training was held."""

    def __init__(self) -> None:
        self._before = 0.0
        self._since: float | None = None

    def start(self) -> None:
        self._before, self._since = 0.0, time.monotonic()

    def pause(self) -> None:
        self._before, self._since = self.seconds, None

    def resume(self) -> None:
        self._since = time.monotonic()

    @property
    def seconds(self) -> float:
        return self._before + (time.monotonic() - self._since if self._since else 0.0)
