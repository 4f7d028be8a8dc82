"""FashionMNIST, or other pictures of its form, from the four files in a folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Generator
from pathlib import Path

import numpy as np

from engine.data.idx import read_images, read_labels
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.errors import DataError
from engine.storage.folders import data_folder, resources_folder
from engine.texts import phrase

FILES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte",
         "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")
"""The names of the four files; each may also end in .gz."""

DIGEST = "a485933e0d1ec3d6089c02b9c36f6076a03703fdfa943ef3fe6950839b598fe6"
"""SHA-256 of the four decoded arrays of the official files, as array_digest gives it."""


def array_digest(*arrays: np.ndarray) -> str:
    """SHA-256 over the shapes and the bytes of uint8 arrays, as hexadecimal."""
    digest = hashlib.sha256()
    for array in arrays:
        digest.update(repr(array.shape).encode())
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()


def load(folder: Path) -> Generator[DataProgress | ImageData | None]:
    """Reads the four files of a folder; the last item is the ImageData.

    `is_fashion_mnist` is decided by the content, since MNIST has the same file names. Raises
    DataError, with one sentence that names the file, where anything is absent or wrong.
    """
    arrays = []
    for index, (name, path) in enumerate(zip(FILES, paths(folder), strict=True)):
        yield DataProgress(index / 5, phrase("Reading {file}", file=path.name))
        arrays.append(read_images(path) if "images" in name else read_labels(path))
    for half in (0, 2):
        _check_pair(folder, FILES[half], arrays[half], arrays[half + 1])
    yield DataProgress(0.8, phrase("Checking the pictures"))
    digest = array_digest(*arrays)
    official = digest == DIGEST
    name = "FashionMNIST" if official else str(phrase(
        "Images from {folder} (not FashionMNIST)", folder=folder.name or str(folder)))
    yield ImageData(name, *arrays, is_fashion_mnist=official, source=str(folder), digest=digest)


def paths(folder: Path) -> list[Path]:
    """Where the four files are, .gz before plain; raises DataError naming one that is absent."""
    try:
        there = folder.is_dir()
    except OSError:  # a name longer than the system takes
        there = False
    if not there:
        raise DataError("{folder} is not a folder. Choose the folder of the four FashionMNIST "
                        "files.", folder=str(folder))
    found = [_found(folder, name) for name in FILES]
    for name, path in zip(FILES, found, strict=True):
        if path is None:
            raise DataError(
                "{file}.gz is not in {folder}. Choose the folder of the four FashionMNIST files, "
                "or download them.", file=name, folder=str(folder))
    return found


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


def _check_pair(folder: Path, name: str, images: np.ndarray, labels: np.ndarray) -> None:
    if len(images) != len(labels):
        raise DataError(
            "{file} in {folder} holds {images:,} images, but its label file holds {labels:,} "
            "labels. Choose another folder.",
            file=name, folder=str(folder), images=len(images), labels=len(labels))
