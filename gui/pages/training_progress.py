"""How far a race is, for the strip and the status bar."""

from __future__ import annotations

from engine.data.progress import DataProgress
from engine.training.history import RunHistory
from engine.training.race_history import RaceHistory
from engine.training.race_pace import RaceProgress
from gui.picker import name_of
from gui.progress_strip import ProgressStrip
from gui.texts import tr


def finished_count(history: RaceHistory) -> int:
    """How many runs came to their end, with a result or without."""
    return sum(len(entry.finished) for entry in history.entries)


class TrainingProgress:
    """Puts the state of a race into words."""

    def __init__(self, strip: ProgressStrip) -> None:
        self._strip = strip
        self._last: RaceProgress | None = None
        self._stopped_at: float | None = None
        self._before = self._spent = 0.0

    @property
    def fraction(self) -> float | None:
        """From 0 to 1, as the strip shows it; None before the race is told of."""
        if self._stopped_at is not None:
            return self._stopped_at
        return self._last.fraction if self._last else None

    def begin(self, *, goes_on: bool = False) -> None:
        """A race starts, or the one before goes on: then its time counts too."""
        self._last = self._stopped_at = None
        self._before = self._spent if goes_on else 0.0
        self._strip.show_progress(tr("Opening the data…"))

    def show_data(self, record: DataProgress) -> None:
        """The data are being opened or made."""
        self._strip.show_progress(tr(record.words), fraction=record.fraction)

    def take(self, progress: RaceProgress) -> None:
        """Remembers how far it is."""
        self._last = progress

    def show_race(self, history: RaceHistory, run: RunHistory | None, epochs: int) -> None:
        """One of the runs under way, with the time left of all."""
        last = self._last
        if last is None or run is None:
            self._strip.show_progress(tr("Starting the workers…"), self._done(history))
            return
        what = tr("{name}, seed {seed}: epoch {epoch} of {epochs}", name=name_of(run.function),
                  seed=run.seed, epoch=min(len(run.epochs) + 1, epochs), epochs=epochs)
        if last.running > 1:
            what = tr("{run}, and {count} more", run=what, count=last.running - 1)
        done = self._done(history)
        self._strip.show_progress(
            what, tr("{done}, paused", done=done) if last.paused else done,
            fraction=last.fraction, seconds=self._before + last.seconds,
            seconds_left=last.seconds_left)

    def show_stopping(self, history: RaceHistory | None) -> None:
        """Stop was pressed; it takes effect within a batch. What is given up is not done."""
        self._stopped_at = self.fraction
        self._strip.show_progress(tr("Stopping…"), self._done(history) if history else "",
                                  fraction=self.fraction)

    def show_end(self, history: RaceHistory) -> None:
        """The race is over."""
        whole = finished_count(history) == history.plan.count
        own = self._last.seconds if self._last else 0.0
        self._spent = self._before + own or self._seconds(history)
        self._strip.show_progress(
            tr("Done") if whole else tr("Stopped"), self._done(history),
            fraction=1.0 if whole else finished_count(history) / history.plan.count,
            seconds=self._spent, ended=True)

    @staticmethod
    def _seconds(history: RaceHistory) -> float:
        """A race that ended in another window: the time of its runs."""
        return sum(run.seconds for entry in history.entries for run in entry.runs.values())

    @staticmethod
    def _done(history: RaceHistory) -> str:
        return tr("{done} of {count} runs done", done=finished_count(history),
                  count=history.plan.count)
