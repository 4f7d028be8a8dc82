"""One PNG or JPEG picture, read without trusting the size that it declares."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from engine.data.idx import SHORTEST
from engine.errors import DataError

MOST_PIXELS = 2**26
MOST_BYTES = 2**28
SUFFIXES = (".png", ".jpg", ".jpeg")

_FORMATS = ("PNG", "JPEG")
_GREY = ("1", "L", "LA", "La", "I", "I;16", "I;16B", "I;16L", "F")
_TURNED = (5, 6, 7, 8)
_ORIENTATION = 0x0112
_DAMAGES = (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, RuntimeError,
            SyntaxError, ArithmeticError, MemoryError, struct.error, zlib.error,
            Image.DecompressionBombError, Warning)
"""What Pillow raises for damaged files."""


@dataclass(frozen=True)
class Header:
    """The size of a picture as it is seen, and whether it has colours."""

    width: int
    height: int
    colour: bool


def is_picture(path: Path) -> bool:
    """Whether a path is a file with the suffix of a picture, and not hidden."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()


def read_header(path: Path) -> Header:
    """Size and colours, from the beginning of the file.

    Raises DataError, naming the file, where it is no such picture or has too many pixels.
    """
    with _opened(path) as image:
        width, height = image.size
        if _orientation(image) in _TURNED:
            width, height = height, width
        grey = image.mode in _GREY or (image.mode == "P" and _grey_palette(image))
        return Header(width, height, not grey)


def read_picture(path: Path, shape: tuple[int, int, int]) -> tuple[np.ndarray, bool]:
    """uint8 of the shape (channels, height, width), and whether parts of it were transparent.

    It is turned as its orientation says, cut to the proportions in its middle and then scaled;
    transparent parts become black. Errors as read_header, and for damage.
    """
    channels, height, width = shape
    with _opened(path) as image:
        if image.format == "PNG":
            image.verify()  # its check sums; afterwards the file must be opened again
    with _opened(path) as image:
        if image.format == "JPEG":
            image.draft(None, (width, height))
        turned = ImageOps.exif_transpose(image) if image.format == "JPEG" else image
        upright, clear = _in_bytes(turned, channels)
        if upright.size != (width, height):
            upright = ImageOps.fit(upright, (width, height), Image.Resampling.BOX
                                   if min(upright.size) > 4 * max(width, height)
                                   else Image.Resampling.BICUBIC)
        pixels = np.asarray(upright, np.uint8).reshape(height, width, channels)
        return pixels.transpose(2, 0, 1), clear


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """The picture, its size checked before any pixel is read; every fault becomes a DataError."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise DataError("{file} cannot be read: {reason}. Remove it, or choose another folder.",
                        file=str(path), reason=error.strerror or str(error)) from error
    if len(content) > MOST_BYTES:
        raise DataError("{file} is larger than the {most:,} MiB that a picture may have. Remove "
                        "it, or make it smaller.", file=str(path), most=MOST_BYTES // 2**20)
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as image:
            _check_size(path, image)
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large(path) from error
    except _DAMAGES as error:
        raise DataError("{file} is damaged, or is no PNG or JPEG picture. Replace it, or remove it "
                        "from the folder.", file=str(path)) from error


def _orientation(image: Image.Image) -> int | None:
    """What a camera noted; a PNG would have to be decoded to know it, and hardly ever does."""
    return image.getexif().get(_ORIENTATION) if image.format == "JPEG" else None


def _check_size(path: Path, image: Image.Image) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise _too_large(path)
    if min(width, height) < SHORTEST:
        raise DataError("{file} has only {width} x {height} pixels. Replace it, or remove it from "
                        "the folder.", file=str(path), width=width, height=height)


def _too_large(path: Path) -> DataError:
    return DataError("{file} announces more than {most:,} pixels. Remove it, or make it smaller.",
                     file=str(path), most=MOST_PIXELS)


def _grey_palette(image: Image.Image) -> bool:
    colours = image.getpalette() or []
    return all(colours[at] == colours[at + 1] == colours[at + 2]
               for at in range(0, len(colours) - 2, 3))


def _in_bytes(image: Image.Image, channels: int) -> tuple[Image.Image, bool]:
    """The picture in grey or in red, green and blue, and whether parts of it were transparent."""
    if image.mode.startswith("I"):  # 16 bits: Pillow itself would cut values above 255
        values = np.asarray(image).astype(np.int64)
        image = Image.fromarray(np.clip(values >> 8, 0, 255).astype(np.uint8))
    clear = False
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        clear = seen.getextrema()[3][0] < 255
        image = Image.alpha_composite(Image.new("RGBA", seen.size, (0, 0, 0, 255)), seen)
    return image.convert("RGB" if channels == 3 else "L"), clear
