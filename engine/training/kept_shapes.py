"""The history of a run that was kept as a checkpoint, with its learned shapes."""

from __future__ import annotations

from engine.errors import StorageError
from engine.networks.building import build
from engine.training.checkpoints import Checkpoint
from engine.training.history import RunHistory
from engine.training.records import Diverged, LearnedShapes
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
