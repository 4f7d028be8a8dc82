"""The runs that are kept under a folder, by their records alone: no weights, no torch."""

from __future__ import annotations

import json
import re
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_EPOCH = re.compile(r"-epoch\d+$")


@dataclass(frozen=True)
class KeptRun:
    """A checkpoint on disk: `path` is its weights, `epochs` those that were done, `kept` when."""

    path: Path
    function: str
    seed: int
    hidden: tuple[int, ...]
    epochs: int
    status: str
    data_name: str
    kept: datetime


def kept_runs(folder: Path) -> Generator[tuple[KeptRun, ...] | None, None, None]:
    """All runs in the folders of `folder`, the newest first, as the last item.

    What cannot be read is left out; checkpoints.load says why when it is opened. So are the states
    after single epochs, which lie beside the end of their run.
    """
    found = []
    for path in folder.glob("*/*.safetensors"):
        run = None if _EPOCH.search(path.stem) else read_kept_run(path)
        if run is not None:
            found.append(run)
        yield None
    yield tuple(sorted(found, key=lambda run: (run.kept, run.path), reverse=True))


def epoch_path(path: Path, epoch: int) -> Path:
    """Where the state of a run after an epoch lies; `path` is that of its end."""
    return path.with_name(f"{path.stem}-epoch{epoch}{path.suffix}")


def read_kept_run(path: Path) -> KeptRun | None:
    """What the record beside the weights says of a run; None where it cannot be read."""
    try:
        content = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["content"]
        settings = content["settings"]
        return KeptRun(
            path, str(content["function"]), int(settings["seed"]),
            tuple(int(width) for width in settings["hidden"]),
            len(content["epochs"]), str(content["status"]), str(content["data_name"]),
            datetime.fromtimestamp(path.stat().st_mtime).astimezone(),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
