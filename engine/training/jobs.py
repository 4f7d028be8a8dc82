"""A job: one training of one function, described in plain JSON and known by the hash of that."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from engine.activations.own import OwnFunction, adopt, from_plain, to_plain
from engine.errors import InputError
from engine.networks.functions import check_fit, own_function, start_values
from engine.storage.sealed import digest
from engine.training.settings import NOT_OF_THE_RESULT, TrainingSettings, checked_settings


@dataclass(frozen=True)
class Job:
    """One function with its values, settings with their seed, and the data by their digest.

    `own` is what a person typed where the function is an own one, so that a worker on another
    machine knows it. Two jobs of one `id` compute the same numbers.
    """

    function: str
    values: dict[str, Any]
    settings: TrainingSettings
    data_digest: str
    own: OwnFunction | None = None

    @property
    def seed(self) -> int:
        """The seed of start weights, batch order and noise."""
        return self.settings.seed

    @cached_property
    def id(self) -> str:
        """Thirty-two hexadecimal digits of the SHA-256 of all that decides the result."""
        content = self.to_plain()
        for name in NOT_OF_THE_RESULT:
            del content["settings"][name]
        return digest(content)[:32]

    def to_plain(self) -> dict[str, Any]:
        """The job as JSON has it."""
        return {"function": self.function, "values": dict(self.values),
                "settings": dataclasses.asdict(self.settings), "data": self.data_digest,
                "own": None if self.own is None else to_plain(self.own)}


def job_of(function: str, values: Mapping[str, Any], settings: TrainingSettings,
           data_digest: str) -> Job:
    """The checked job.

    Raises InputError for an unknown function, a wrong value, or a function that has no place in
    such a network.
    """
    start, settings = start_values(function, values), checked_settings(dataclasses.asdict(settings))
    check_fit(function, settings)
    return Job(function, start, settings, data_digest, own_function(function))


def job_from_plain(content: Any) -> Job:
    """The job that `to_plain` described; an own function in it joins the catalogue.

    Raises InputError for anything else.
    """
    try:
        own = None if content["own"] is None else from_plain(content["own"])
        function = str(content["function"]) if own is None else adopt(own)
        return Job(function, start_values(function, content["values"]),
                   checked_settings(content["settings"]), str(content["data"]), own)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InputError("This does not describe a run of this program ({reason}).",
                         reason=str(error)) from error
