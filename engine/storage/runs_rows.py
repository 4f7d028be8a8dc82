"""What the database of runs holds, as plain records: JSON, numbers and texts."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

STATUSES = ("running", "finished", "stopped", "diverged", "crashed")
ENDED = ("finished", "diverged")
"""Those of runs that have come to their end; another training gives nothing new."""


_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def plain_note(note: str) -> str:
    """A note without characters that no text has, as a table in a file could not hold them."""
    return _UNSEEN.sub("", note)


@dataclass(frozen=True)
class EpochRow:
    """The numbers of an epoch, counted from 1; accuracies are fractions, seconds from the start."""

    epoch: int
    train_loss: float
    train_accuracy: float
    test_loss: float
    test_accuracy: float
    seconds: float


@dataclass(frozen=True)
class RunHead:
    """What is known of a run when it begins.

    `uid` names it on every machine, `job` all runs that compute the same, `race` those of one
    race ("" for none). `begun` is in seconds since 1970 (UTC). The texts are JSON: `values` of the
    function, `own` what a person typed for it (None for one of the catalogue), `settings`,
    and `versions` as pairs.
    """

    uid: str
    job: str
    race: str
    function: str
    values_text: str
    own_text: str | None
    settings_text: str
    seed: int
    data_name: str
    data_digest: str
    is_fashion_mnist: bool
    device: str
    versions_text: str
    begun: float
    checkpoint: Path | None

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the function started from."""
        return json.loads(self.values_text)

    @cached_property
    def own(self) -> dict[str, Any] | None:
        """The own function in plain JSON."""
        return None if self.own_text is None else json.loads(self.own_text)

    @cached_property
    def settings(self) -> dict[str, Any]:
        """The settings in plain JSON; lists where they were tuples."""
        return json.loads(self.settings_text)

    @cached_property
    def versions(self) -> tuple[tuple[str, str], ...]:
        """(name, version) pairs."""
        return tuple((name, version) for name, version in json.loads(self.versions_text))


@dataclass(frozen=True)
class StoredRun(RunHead):
    """A run as it stands in the database; `number` is its own here and never given again.

    `epochs` counts those that are done and `last` has the numbers of the last; `diverged` is
    (epoch, step). `peak_memory` is in bytes, None where nobody measured it. `adapted_text` is a
    JSON list of English sentences: what the program had to do otherwise than it was set.
    """

    number: int = 0
    status: str = "running"
    seconds: float = 0.0
    peak_memory: int | None = None
    diverged: tuple[int, int] | None = None
    note: str = ""
    adapted_text: str = "[]"
    pinned: bool = False
    epochs: int = 0
    last: EpochRow | None = None

    @property
    def planned(self) -> int:
        """How many epochs were set."""
        return int(self.settings["epochs"])

    @property
    def result(self) -> EpochRow | None:
        """The numbers of the last epoch; None where there is none or the run diverged."""
        return None if self.status == "diverged" else self.last

    @cached_property
    def adapted(self) -> tuple[str, ...]:
        """What the program had to do otherwise than it was set: a smaller batch, another device."""
        return tuple(json.loads(self.adapted_text))
