"""Races that a closed or killed program left: their plans lie on the disk while they run."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Generator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engine.errors import LabError, StorageError
from engine.parameters import checked, parameters_of
from engine.storage.atomic import atomic_write
from engine.storage.folders import data_folder
from engine.storage.life_signs import LifeSign, lives
from engine.storage.sealed import opened, sealed
from engine.training.race_plan import RacePlan, race_plan
from engine.training.race_settings import RaceSettings, read_grid
from engine.training.run_keeping import finished_jobs
from engine.training.settings import checked_settings

_KIND, _FORM = "activation-lab-race", 1


@dataclass(frozen=True)
class UnfinishedRace:
    """A plan with the data it was about, and how many of its runs came to their end."""

    path: Path
    plan: RacePlan
    race: RaceSettings
    source: str
    done: int

    @property
    def missing(self) -> int:
        """How many runs are left."""
        return self.plan.count - self.done

    def forget(self) -> None:
        """It will not be offered again."""
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def races_folder() -> Path:
    """Where the plans of races under way lie."""
    return data_folder() / "races"


def remembered(
    steps: Generator[Any, None, Any], plan: RacePlan, race: RaceSettings, source: str,
    data_digest: str,
) -> Generator[Any, None, None]:
    """All that `steps` yields; meanwhile the plan is on the disk.

    It goes when the race came to its end, also by a person's Stop. It stays where this is closed
    or fails, or where the process dies. A disk that cannot be written costs only this.
    """
    name = uuid.uuid4().hex
    path, sign = races_folder() / f"{name}.json", None
    try:
        sign = LifeSign(races_folder() / f"{name}.lives")
        atomic_write(path, sealed(_plain(plan, race, source, data_digest), _FORM, _KIND).encode())
    except StorageError:
        path = None
    try:
        yield from steps
        if path is not None:
            path.unlink(missing_ok=True)
    finally:
        steps.close()
        if sign is not None:
            sign.end()


def unfinished_races() -> Generator[UnfinishedRace | None]:
    """The last race that a dead program left with runs missing; its older ones are forgotten.

    Yields None in between, and nothing where there is none.
    """
    found: UnfinishedRace | None = None
    paths = list(races_folder().glob("*.json"))
    for path in sorted(paths, key=_when, reverse=True):
        yield None
        if lives(path.with_suffix(".lives")):
            continue
        race = None if found is not None else _read(path)
        if race is None or not race.missing:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        else:
            found = race
    if found is not None:
        yield found


def _when(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _read(path: Path) -> UnfinishedRace | None:
    """None for what is no such file, or cannot be run any more."""
    try:
        form, content = opened(path.read_bytes(), _KIND)
        if form != _FORM:
            return None
        race = RaceSettings(**checked(parameters_of(RaceSettings), content["race"]))
        functions = tuple((str(key), dict(values)) for key, values in content["functions"])
        plan = race_plan(functions, checked_settings(content["settings"]), race.seeds,
                         read_grid(race.grid))
        jobs = plan.jobs(str(content["data"]))
        return UnfinishedRace(path, plan, race, str(content["source"]),
                              len(finished_jobs([job.id for job in jobs])))
    except (OSError, ValueError, KeyError, TypeError, LabError):
        return None


def _plain(plan: RacePlan, race: RaceSettings, source: str, data_digest: str) -> dict[str, Any]:
    return {"functions": [[key, values] for key, values in plan.functions],
            "settings": dataclasses.asdict(plan.settings), "race": dataclasses.asdict(race),
            "source": source, "data": data_digest}
