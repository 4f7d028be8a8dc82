"""The runs that are kept under a folder, by their records alone: no weights, no torch."""

from __future__ import annotations

import json
from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class KeptRun:
    """A checkpoint on disk: `path` is its weights, `epochs` those that were done, `kept` when."""

    path: Path
    function: str
    seed: int
    epochs: int
    status: str
    kept: datetime


def kept_runs(folder: Path) -> Generator[None, None, tuple[KeptRun, ...]]:
    """All runs in the folders of `folder`, the newest first; what cannot be read is left out.

    Yields None after each record; checkpoints.load checks a run when it is opened.
    """
    found = []
    for path in folder.glob("*/*.safetensors"):
        run = _read(path)
        if run is not None:
            found.append(run)
        yield None
    return tuple(sorted(found, key=lambda run: (run.kept, run.path), reverse=True))


def _read(path: Path) -> KeptRun | None:
    try:
        content = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["content"]
        return KeptRun(
            path, str(content["function"]), int(content["settings"]["seed"]),
            len(content["epochs"]), str(content["status"]),
            datetime.fromtimestamp(path.stat().st_mtime).astimezone(),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
