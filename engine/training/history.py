"""What a training has reported so far, gathered for pictures and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from engine.data.images import ImageData
from engine.texts import Phrase, phrase
from engine.training.records import (
    Adapted,
    Diverged,
    EpochDone,
    LearnedShapes,
    RunDone,
    RunStarted,
    StepsDone,
)
from engine.training.settings import TrainingSettings


@dataclass
class RunHistory:
    """One run: `steps` are (epoch, training loss) while it runs, `epochs` its finished epochs.

    `shapes` are its learned shapes at the start and after each epoch, `live_shapes` those of an
    epoch under way. `adapted` says what went another way than was asked.
    """

    function: str
    seed: int
    device: str
    checkpoint: Path | None
    steps: list[tuple[float, float]] = field(default_factory=list)
    epochs: list[EpochDone] = field(default_factory=list)
    shapes: list[LearnedShapes] = field(default_factory=list)
    live_shapes: LearnedShapes | None = None
    status: str = "running"
    diverged: Diverged | None = None
    seconds: float = 0.0
    adapted: list[Phrase] = field(default_factory=list)

    def add(
        self, record: StepsDone | EpochDone | LearnedShapes | Adapted | Diverged | RunDone
    ) -> None:
        """Takes a record of this run."""
        if isinstance(record, LearnedShapes):
            self._add_shapes(record)
            return
        self.seconds = record.seconds
        match record:
            case StepsDone():
                self.steps.append((record.epoch, record.loss))
            case EpochDone():
                self.epochs.append(record)
            case Adapted():
                self.adapted.append(record.what)
            case Diverged():
                self.diverged = record
            case RunDone():
                self.status = record.status

    def _add_shapes(self, record: LearnedShapes) -> None:
        """Whole epochs are kept, the latest of each; between them only the last one is."""
        if not float(record.epoch).is_integer():
            self.live_shapes = record
            return
        self.live_shapes = None
        self.shapes = [kept for kept in self.shapes if kept.epoch < record.epoch]
        self.shapes.append(record)

    @property
    def latest_shapes(self) -> LearnedShapes | None:
        """The learned shapes as they were told last; None where nothing is learned."""
        return self.live_shapes or (self.shapes[-1] if self.shapes else None)

    @property
    def last(self) -> EpochDone | None:
        """The figures of the last epoch; None where there is none or the run diverged."""
        return self.epochs[-1] if self.epochs and self.diverged is None else None

    def status_text(self) -> Phrase:
        """The status in words; a stopped run names the epoch that it was in."""
        if self.diverged is not None:
            return phrase("diverged at epoch {epoch}, step {step}",
                          epoch=self.diverged.epoch, step=self.diverged.step)
        if self.status == "stopped":
            return phrase("stopped at epoch {epoch}", epoch=len(self.epochs) + 1)
        if self.status in ("finished", "crashed"):
            return phrase("finished") if self.status == "finished" else phrase("crashed")
        return phrase("running, epoch {epoch}", epoch=len(self.epochs) + 1)


class History:
    """All runs of a training in their order; `functions` are its keys with their values."""

    def __init__(self, settings: TrainingSettings, data: ImageData,
                 functions: list[tuple[str, dict[str, object]]]) -> None:
        self.settings = settings
        self.functions = functions
        self.data_name, self.data_digest = data.name, data.digest
        self.is_fashion_mnist = data.is_fashion_mnist
        self._runs: dict[tuple[str, int], RunHistory] = {}

    @property
    def runs(self) -> list[RunHistory]:
        """In the order in which they began."""
        return list(self._runs.values())

    @property
    def seeds(self) -> list[int]:
        """The different seeds, in order."""
        return sorted({run.seed for run in self.runs})

    def add(self, record: object) -> None:
        """Takes a record of the trainer; None is nothing."""
        match record:
            case RunStarted():
                self._runs[record.function, record.seed] = RunHistory(
                    record.function, record.seed, record.device, record.checkpoint)
            case StepsDone() | EpochDone() | LearnedShapes() | Adapted() | Diverged() | RunDone():
                self._runs[record.function, record.seed].add(record)

    def stop(self) -> None:
        """The training was closed: what still runs is stopped. A closed generator cannot say so."""
        for run in self.runs:
            if run.status == "running":
                complete = len(run.epochs) == self.settings.epochs
                run.status = "finished" if complete else "stopped"
