"""The race: gives the jobs of a plan to a crew and tells what they report, as a generator."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from engine.data.images import ImageData
from engine.storage.sealed import digest
from engine.training.jobs import Job
from engine.training.race_costs import estimated_costs, starting_order
from engine.training.race_pace import Pace, RaceProgress
from engine.training.race_plan import RacePlan, Variant
from engine.training.race_queue import RaceQueue
from engine.training.records import JobRecord, RunDone
from engine.training.workers.crew import Crew, JobNotice

__all__ = ["JobNotice", "RaceProgress", "RaceQueue", "RaceRecord", "race", "weights_folder"]

RaceRecord = JobRecord | JobNotice | RaceProgress

_LONGEST_NAME = 80


def race(
    plan: RacePlan, data: ImageData, crew: Crew, queue: RaceQueue | None = None, *,
    folder: Path | None = None, known: Collection[str] = (),
) -> Generator[RaceRecord | None]:
    """Runs all jobs of the plan but those whose ids are `known` to be done.

    Yields JobRecord (in their order within a job, the last of each being its RunDone), JobNotice,
    and RaceProgress at most every 50 ms and at the end; None else. `queue` may be changed
    meanwhile, by any thread. Checkpoints lie under `folder`, see weights_folder. The crew is
    closed at the end. Closing the generator stops all; running jobs keep their checkpoints.
    Raises LabError.
    """
    queue = RaceQueue() if queue is None else queue
    missing = [job for job in plan.jobs(data.digest) if job.id not in known]
    with closing(crew):
        if missing:
            crew.open(len(missing))
        costs = yield from estimated_costs(missing, data)
        queue.fill([job.id for job in starting_order(missing, costs, crew.places)])
        run = _Race({job.id: job for job in missing}, crew, queue,
                    Pace(costs, plan.count - len(missing)))
        if folder is not None:
            run.folders = {job.id: weights_folder(folder, plan.variant_of(job))
                           for job in missing}
        while queue.waiting or queue.running:
            yield from run.step()
        yield run.progress()


def weights_folder(folder: Path, variant: Variant) -> Path:
    """Where the checkpoints of a point of the grid lie: the folder itself without a grid."""
    if not variant:
        return folder
    name = ", ".join(f"{name} {_plain(value)}" for name, value in variant)
    return folder / (name if len(name) <= _LONGEST_NAME else digest(variant)[:32])


def _plain(value: object) -> str:
    return "-".join(map(str, value)) if isinstance(value, tuple) else str(value)


class _Race:
    """A race under way."""

    def __init__(
        self, jobs: Mapping[str, Job], crew: Crew, queue: RaceQueue, pace: Pace
    ) -> None:
        self._jobs, self._crew, self._queue, self._pace = jobs, crew, queue, pace
        self._held = False
        self.folders: Mapping[str, Path] = {}

    def step(self) -> Iterator[RaceRecord | None]:
        """Does what was wished, fills the free places, tells what came."""
        self._obey()
        self._start()
        for told in self._crew.poll():
            if isinstance(told, JobRecord):
                self._pace.add(told)
                if isinstance(told.record, RunDone):
                    self._queue.ended(told.job)
            yield told
        yield self.progress() if self._pace.due() else None

    def progress(self) -> RaceProgress:
        """How far it is."""
        return self._pace.progress(self._queue, self._crew.places)

    def _obey(self) -> None:
        queue = self._queue
        for job in queue.take_wishes():
            self._crew.stop(job)
        if self._held != queue.paused:
            self._held = queue.paused
            self._crew.hold(self._held)
            self._pace.hold(self._held)

    def _start(self) -> None:
        queue = self._queue
        while len(queue.running) < self._crew.places:
            job_id = queue.take()
            if job_id is None:
                return
            job = self._jobs[job_id]
            self._pace.begin(job_id, job.settings.epochs)
            self._crew.start(job, self.folders.get(job_id))
