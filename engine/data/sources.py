"""Opening a data set by what a person asked for: automatic, the garments, or a folder."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from engine.data import fashion_mnist, garments
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.errors import DataError

__all__ = ["DataProgress", "opened", "opened_now"]


def opened(source: str = "auto") -> Generator[DataProgress | ImageData | None]:
    """Opens a data set; the last item is the ImageData.

    "auto" is FashionMNIST where it is found and else the garments, which `is_fashion_mnist` and
    `name` tell; "garments" is the built-in set; anything else is the path of a folder. Raises
    DataError; files that "auto" finds and cannot use are never passed over in silence.
    """
    if source == "garments":
        yield from garments.load()
    elif source != "auto":
        yield from fashion_mnist.load(Path(source).expanduser())
    elif folder := fashion_mnist.find_fashion_mnist():
        yield from _official(folder)
    else:
        yield from garments.load()


def opened_now(source: str = "auto") -> ImageData:
    """As `opened`, at once."""
    *_, data = opened(source)
    return data


def _official(folder: Path) -> Generator[DataProgress | ImageData | None]:
    for item in fashion_mnist.load(folder):
        if isinstance(item, ImageData) and not item.is_fashion_mnist:
            raise DataError(
                "The files in {folder} have the names of FashionMNIST's, but hold other pictures. "
                "Choose that folder to use them as they are, or move them away.",
                folder=str(folder))
        yield item
