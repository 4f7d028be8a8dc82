"""Opening a data set by what a person asked for: automatic, the garments, or data of one's own."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from pathlib import Path

from engine.data import fashion_mnist, garments, own
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.data.settings import read_source, source_text
from engine.errors import DataError

__all__ = ["DataProgress", "opened", "opened_now"]


def opened(source: str = "auto") -> Generator[DataProgress | ImageData | None]:
    """Opens a data set; the last item is the ImageData.

    "auto" is FashionMNIST where it is found and else the garments, which `is_fashion_mnist` and
    `name` tell; "garments" is the built-in set; anything else is the path of a folder or a file,
    with the settings that engine.data.settings.source_text adds. Raises DataError; files that
    "auto" finds and cannot use are never passed over in silence.
    """
    place, settings = read_source(source)
    if place == "garments":
        yield from garments.load()
    elif place != "auto":
        for item in own.load(_path(place), settings):
            yield item if not isinstance(item, ImageData) else dataclasses.replace(
                item, source=source_text(item.source, settings))
    elif folder := fashion_mnist.find_fashion_mnist():
        yield from _official(folder)
    else:
        yield from garments.load()


def opened_now(source: str = "auto") -> ImageData:
    """As `opened`, at once."""
    *_, data = opened(source)
    return data


def _path(place: str) -> Path:
    try:
        return Path(place).expanduser()
    except RuntimeError:  # a home folder that nobody has
        return Path(place)


def _official(folder: Path) -> Generator[DataProgress | ImageData | None]:
    for item in fashion_mnist.load(folder):
        if isinstance(item, ImageData) and not item.is_fashion_mnist:
            raise DataError(
                "The files in {folder} have the names of FashionMNIST's, but hold other pictures. "
                "Choose that folder to use them as they are, or move them away.",
                folder=str(folder))
        yield item
