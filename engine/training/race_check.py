"""Whether all networks of a race can be built, asked before any of them is trained."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator

from engine.data.images import ImageData
from engine.networks.settings import NetworkSettings
from engine.training.race_plan import RacePlan

_COMPUTED = ("forward_gain", "backward_gain")
"""Start weights that not every function has."""

_SHAPING = tuple(field.name for field in dataclasses.fields(NetworkSettings))


def check_race(plan: RacePlan, data: ImageData) -> Generator[None]:
    """Looks at each function at each point of the grid, yielding None in between.

    Raises InputError for what does not fit together or does not fit the data, and for a function
    without the gain from which the start weights are to be computed.
    """
    from engine.networks.building import build, count_parameters

    form = {"shape": data.shape, "classes": len(data.classes)}
    seen = set()
    for job in plan.jobs(data.digest):
        settings = job.settings
        which = job.function, tuple(getattr(settings, name) for name in _SHAPING)
        if which in seen:
            continue
        seen.add(which)
        count_parameters(settings, job.function, **form)
        if settings.initialisation in _COMPUTED:
            build(job.function, job.values, settings, settings.seed, **form)
        yield None
