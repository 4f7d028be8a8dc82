"""Where FashionMNIST is looked for, and reading it."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

from engine.data import idx_sets
from engine.data.idx_sets import FILES
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.data.settings import DataSettings
from engine.storage.folders import data_folder, resources_folder

__all__ = ["FILES", "download_folder", "find_fashion_mnist", "load"]


def load(folder: Path) -> Generator[DataProgress | ImageData | None]:
    """Reads the four files of a folder that find_fashion_mnist gave; the last item is the
    ImageData, whose `is_fashion_mnist` is decided by the content: MNIST has the same file names.

    Raises DataError, with one sentence that names the file, where one is wrong.
    """
    [chosen] = idx_sets.sets_among(folder, (_found(folder, name) for name in FILES))
    yield from idx_sets.load(chosen, DataSettings())


def find_fashion_mnist() -> Path | None:
    """The first known folder in which the four files are, whatever they hold.

    Looked at in turn: ACTIVATION_LAB_DATA and its subfolder fashion-mnist, the user's data folder,
    and resources/datasets.
    """
    named = os.environ.get("ACTIVATION_LAB_DATA")
    folders = [Path(named), Path(named) / "fashion-mnist"] if named else []
    folders += [download_folder(), resources_folder() / "datasets" / "fashion-mnist"]
    for folder in folders:
        if all(_found(folder, name) for name in FILES):
            return folder
    return None


def download_folder() -> Path:
    """Where a download goes, so that it is found afterwards."""
    return data_folder() / "fashion-mnist"


def _found(folder: Path, name: str) -> Path | None:
    candidates = (folder / f"{name}.gz", folder / name)
    return next((path for path in candidates if path.exists()), None)
