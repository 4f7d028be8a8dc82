"""The built-in data set: garments that the program draws, so that everything works offline."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

import numpy as np

from engine.data import accessories, clothes
from engine.data.canvas import Canvas
from engine.data.images import ImageData, array_digest
from engine.data.npz import DAMAGES
from engine.data.progress import DataProgress, Pace
from engine.errors import StorageError
from engine.storage.atomic import writing
from engine.storage.folders import cache_folder
from engine.texts import phrase

NAME = str(phrase("Garments (not FashionMNIST)"))
SOURCE = str(phrase("made by the program"))
TRAIN, TEST = 60_000, 10_000
EDITION = 2
"""Raised whenever the pictures of a seed change."""

_SEED = 1
_CHUNK = 400
_ARRAYS = ("train_images", "train_labels", "test_images", "test_labels")

_DRAWINGS: tuple[Callable[[Canvas], None], ...] = (
    partial(clothes.upper_garment, cut=clothes.TSHIRT),
    clothes.trousers,
    partial(clothes.upper_garment, cut=clothes.PULLOVER),
    partial(clothes.upper_garment, cut=clothes.DRESS),
    partial(clothes.upper_garment, cut=clothes.COAT),
    accessories.sandals,
    partial(clothes.upper_garment, cut=clothes.SHIRT),
    accessories.sneakers,
    accessories.bags,
    accessories.boots,
)


def load(path: Path | None = None, train: int = TRAIN, test: int = TEST,
         ) -> Generator[DataProgress | ImageData | None]:
    """The set from the user's cache, made there first where it is absent or damaged.

    `path` is the file to keep it in. A cache that cannot be written costs only the time to draw
    the set again. The last item is the ImageData.
    """
    path = path or cache_folder() / f"garments-{EDITION}.npz"
    yield DataProgress(0.0, phrase("Opening the built-in garments"))
    data = _kept(path, train, test)
    if data is None:
        for item in draw(train, test):
            if isinstance(item, ImageData):
                data = item
            else:
                yield item
        _keep(path, data)
    yield data


def draw(train: int = TRAIN, test: int = TEST, seed: int = _SEED,
         ) -> Generator[DataProgress | ImageData | None]:
    """Draws the set, each class equally often (within one); the last item is the ImageData.

    A seed gives the same pictures on every machine; nothing is kept.
    """
    arrays, pace, done = [], Pace(), 0
    for part, count in enumerate((train, test)):
        random = np.random.Generator(np.random.PCG64([seed, part]))
        labels = random.permutation(np.arange(count) % len(_DRAWINGS)).astype(np.uint8)
        images = np.empty((count, 784), np.uint8)
        for drawn in _fill(images, labels, random):
            done += drawn
            yield DataProgress(done / (train + test), phrase(
                "Drawing the built-in garments: {done:,} of {total:,}",
                done=done, total=train + test)) if pace.due() else None
        arrays += [images, labels]
    yield _data(arrays, array_digest(*arrays))


def _fill(images: np.ndarray, labels: np.ndarray, random: np.random.Generator) -> Generator[int]:
    """Draws every picture in place, a few hundred of a class at a time; yields how many."""
    for label, drawing in enumerate(_DRAWINGS):
        places = np.flatnonzero(labels == label)
        for start in range(0, len(places), _CHUNK):
            chunk = places[start:start + _CHUNK]
            canvas = Canvas(random, len(chunk))
            drawing(canvas)
            images[chunk] = canvas.pictures()
            yield len(chunk)


def _data(arrays: list[np.ndarray], digest: str) -> ImageData:
    return ImageData(NAME, *arrays, is_fashion_mnist=False, source=SOURCE, digest=digest)


def _kept(path: Path, train: int, test: int) -> ImageData | None:
    """The set from a file, or None where it is absent, or is not what was written."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            arrays, digest = [kept[name] for name in _ARRAYS], str(kept["digest"])
    except (*DAMAGES, OSError, MemoryError):
        return None
    wanted = [(train, 784), (train,), (test, 784), (test,)]
    whole = [array.shape for array in arrays] == wanted and array_digest(*arrays) == digest
    return _data(arrays, digest) if whole else None


def _keep(path: Path, data: ImageData) -> None:
    try:
        with writing(path) as file:
            np.savez(file, digest=np.array(data.digest),
                     **{name: getattr(data, name) for name in _ARRAYS})
    except StorageError:
        return
