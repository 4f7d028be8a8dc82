"""The history of a run that was kept as a checkpoint, with its learned shapes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.activations.registry import known
from engine.errors import StorageError
from engine.networks.building import build
from engine.networks.functions import split
from engine.training.checkpoints import Checkpoint, load
from engine.training.history import RunHistory
from engine.training.records import Diverged, JobRecord, LearnedShapes, RunDone
from engine.training.shapes import learned_layers, shapes_from_plain, shapes_of


def kept_run(checkpoint: Checkpoint) -> RunHistory:
    """Epochs, ending and learned shapes of the run.

    A file from before shapes were kept has those of the start, which the seed gives again, and,
    where the run is finished, those of its weights. Raises StorageError where they do not fit.
    """
    record = checkpoint.record
    run = RunHistory(record.function, record.settings.seed, record.device, checkpoint.path,
                     epochs=list(record.epochs), status=record.status, seconds=record.seconds)
    if record.diverged is not None:
        run.diverged = Diverged(run.function, run.seed, *record.diverged, record.seconds)
    try:
        kept = list(shapes_from_plain(record.shapes, checkpoint.network, run.function, run.seed))
    except ValueError as error:
        raise StorageError("{file} does not describe a run of this program ({reason}). "
                           "Choose another checkpoint.",
                           file=str(checkpoint.path.with_suffix(".json")),
                           reason=str(error)) from error
    run.shapes = kept or _ends(checkpoint)
    return run


def with_shapes(records: Iterable[JobRecord]) -> Iterator[JobRecord]:
    """The records of jobs that ended, with the learned shapes that their checkpoints keep.

    Where a checkpoint is gone or damaged since, its job has none.
    """
    for told in records:
        if isinstance(told.record, RunDone):
            yield from (JobRecord(told.job, shapes) for shapes in _kept(told.record))
        yield told


def _kept(done: RunDone) -> list[LearnedShapes]:
    functions = [known(key) for key in split(done.function)]
    if done.checkpoint is None or not any(
            parameter.learned for function in functions if function is not None
            for parameter in function.parameters):
        return []
    try:
        return kept_run(load(done.checkpoint)).shapes
    except StorageError:
        return []


def _ends(checkpoint: Checkpoint) -> list[LearnedShapes]:
    record = checkpoint.record
    function, settings = record.function, record.settings
    if not learned_layers(checkpoint.network):
        return []
    start = build(function, record.values, settings, settings.seed)
    found = [shapes_of(start, function, settings.seed, 0)]
    if record.status == "finished":
        found.append(shapes_of(checkpoint.network, function, settings.seed, len(record.epochs)))
    return [shapes for shapes in found if shapes is not None]
