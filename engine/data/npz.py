"""A data set from an .npz file: images and labels as numpy saved them, with no pickle opened."""

from __future__ import annotations

import math
import struct
import tokenize
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.lib import format as npy

from engine.data.assembly import MOST_CLASSES, Found, Part, assembled
from engine.data.idx import LONGEST, SHORTEST
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.data.settings import DataSettings
from engine.errors import DataError
from engine.texts import Phrase, phrase

DAMAGES = (EOFError, ValueError, LookupError, TypeError, AttributeError, RuntimeError,
           SyntaxError, ArithmeticError, struct.error, tokenize.TokenError,
           zipfile.BadZipFile, zlib.error)
"""What numpy and zipfile raise for damaged files, besides OSError."""

_CHUNK = 2**20
_LONGEST_NAME = 200
_PARTS = (
    ("train", (("x_train", "y_train"), ("train_images", "train_labels"),
               ("train_x", "train_y"), ("X_train", "y_train"), ("images", "labels"),
               ("x", "y"), ("X", "y"))),
    ("test", (("x_test", "y_test"), ("test_images", "test_labels"), ("test_x", "test_y"),
              ("X_test", "y_test"))),
)
"""The names under which images and labels are looked for, in this order."""

_CLASS_NAMES = ("classes", "class_names", "label_names")


@dataclass(frozen=True)
class _Array:
    """What the header of an array announces; `kind` is the letter of its numpy type."""

    member: str
    name: str
    shape: tuple[int, ...]
    type: np.dtype
    by_columns: bool

    @property
    def count(self) -> int:
        """How many numbers it has."""
        return math.prod(self.shape)


def load(path: Path, settings: DataSettings) -> Generator[DataProgress | ImageData | None]:
    """Reads an .npz file; the last item is the ImageData.

    Taken are uint8 images or fractions of 0 to 1 of shape (n, height, width), with channels last
    or first, or flat squares. Raises DataError, naming the file, for anything else, for damage, and
    for more than the memory limit, before any of it is read.
    """
    yield DataProgress(0.0, phrase("Reading {file}", file=path.name))
    with _opened(path) as archive:
        arrays = {array.name: array for array in _arrays(archive, path)}
        parts: dict[str, Part] = {}
        layouts: dict[str, _Layout] = {}
        findings: list[Phrase] = []
        for part, names in _PARTS:
            pair = next((pair for pair in names if set(pair) <= arrays.keys()), None)
            if pair is None:
                continue
            images, labels = (arrays[name] for name in pair)
            layouts[part] = _layout(path, images)
            _check(path, images, labels, settings)
            parts[part] = yield from _part(archive, path, (images, labels), layouts[part],
                                           findings)
        if "train" not in parts:
            raise DataError(
                "{file} holds no images and labels under a known name; it has {names}. Save them "
                "as x_train and y_train, or as images and labels.",
                file=path.name, names=_listed(arrays))
        classes = _class_names(archive, arrays)
    _check_shapes(path, layouts)
    findings += layouts["train"].findings
    yield from assembled(Found(path.stem, path.name, str(path), layouts["train"].shape,
                               parts["train"], parts.get("test"), classes, findings), settings)


def _listed(arrays: dict[str, _Array]) -> str:
    names = sorted(name[:40] for name in arrays)
    return ", ".join(names[:8]) + (", ..." if len(names) > 8 else "") or "-"


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The archive; every fault of reading inside becomes one DataError."""
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            yield archive
    except DAMAGES as error:
        raise DataError("{file} is damaged, or is not what numpy.savez writes. Nothing was loaded. "
                        "Save it again, or choose another file.", file=path.name) from error
    except OSError as error:
        raise DataError("{file} cannot be read: {reason}. Choose another file.",
                        file=str(path), reason=error.strerror or str(error)) from error


def _arrays(archive: zipfile.ZipFile, path: Path) -> Iterator[_Array]:
    """What the headers of the members announce; pickled objects are refused, never opened."""
    for info in archive.infolist():
        if not info.filename.endswith(".npy"):
            continue
        name = info.filename.removesuffix(".npy")
        with archive.open(info) as member:
            shape, by_columns, kind = _header(member)
            head = member.tell()
        known = any(name in pair for _, pairs in _PARTS for pair in pairs)
        if kind.hasobject or kind.fields is not None:
            if known or name in _CLASS_NAMES:
                raise DataError(
                    "{name} in {file} holds Python objects, which are never opened, since opening "
                    "them can run code. Save it as an array of numbers.",
                    name=name, file=path.name)
            continue
        array = _Array(info.filename, name, shape, kind, by_columns)
        if info.file_size != head + array.count * kind.itemsize:
            raise DataError(
                "{name} in {file} does not have the {count:,} values that it announces. Save it "
                "again, or choose another file.", name=name, file=path.name, count=array.count)
        yield array


def _header(member: IO[bytes]) -> tuple[tuple[int, ...], bool, np.dtype]:
    """(shape, whether columns come first, type); raises EOFError for an unknown version."""
    match npy.read_magic(member):
        case (1, 0):
            return npy.read_array_header_1_0(member)
        case (2, 0):
            return npy.read_array_header_2_0(member)
    raise EOFError


@dataclass(frozen=True)
class _Layout:
    """How images lie: `axes` brings them to (n, channels, height, width)."""

    unfolded: tuple[int, ...]
    axes: tuple[int, int, int, int]
    shape: tuple[int, int, int]
    findings: tuple[Phrase, ...] = ()


def _layout(path: Path, images: _Array) -> _Layout:
    """What the shape of an array of images means."""
    match images.shape:
        case (n, height, width) if _sides(height, width):
            return _Layout((n, 1, height, width), (0, 1, 2, 3), (1, height, width))
        case (n, height, width, 1 | 3 as channels) if _sides(height, width):
            return _Layout(images.shape, (0, 3, 1, 2), (channels, height, width))
        case (n, 1 | 3 as channels, height, width) if _sides(height, width):
            return _Layout(images.shape, (0, 1, 2, 3), (channels, height, width))
        case (n, pixels) if _sides(side := math.isqrt(pixels), side) and side * side == pixels:
            return _Layout((n, 1, side, side), (0, 1, 2, 3), (1, side, side), (phrase(
                "Each picture is a row of {pixels:,} numbers; it was taken as {side} x {side} "
                "pixels.", pixels=pixels, side=side),))
    raise DataError(
        "{name} in {file} has the shape {shape}, which is not that of pictures. Save them as "
        "(count, height, width) or (count, height, width, 3).",
        name=images.name, file=path.name, shape=str(images.shape))


def _sides(height: int, width: int) -> bool:
    return SHORTEST <= height <= LONGEST and SHORTEST <= width <= LONGEST


def _check(path: Path, images: _Array, labels: _Array, settings: DataSettings) -> None:
    """Refuses types, counts and sizes before anything of them is read."""
    if images.type.kind not in "uif" or images.type.itemsize > 8:
        raise DataError(
            "{name} in {file} holds values of type {type}. Save pictures as uint8, or as "
            "fractions of 0 to 1.", name=images.name, file=path.name, type=str(images.type))
    if labels.type.kind not in "ui" or labels.shape not in ((labels.count,), (labels.count, 1)):
        raise DataError(
            "{name} in {file} holds {type} of shape {shape}. Save one whole number for each "
            "picture.", name=labels.name, file=path.name, type=str(labels.type),
            shape=str(labels.shape))
    if images.shape[0] != labels.count or labels.count == 0:
        raise DataError(
            "{file} holds {images:,} pictures in {name}, but {labels:,} labels for them. Save as "
            "many labels as pictures, at least one.", file=path.name, images=images.shape[0],
            name=images.name, labels=labels.count)
    in_memory = images.count + 2 * 8 * labels.count
    if in_memory > settings.most_bytes:
        raise DataError(
            "The pictures in {place} take {needed:,} MiB, more than the {limit:,} that are "
            "accepted. Raise the memory limit, or choose other data.", place=path.name,
            needed=-(-in_memory // 2**20), limit=settings.memory_limit)


def _check_shapes(path: Path, layouts: dict[str, _Layout]) -> None:
    shapes = {part: layout.shape for part, layout in layouts.items()}
    if len(set(shapes.values())) > 1:
        raise DataError(
            "The training pictures in {file} have channels, height and width of {train}, the test "
            "pictures {test}. Save pictures of one shape.",
            file=path.name, train=str(shapes["train"]), test=str(shapes["test"]))


def _part(archive: zipfile.ZipFile, path: Path, arrays: tuple[_Array, _Array], layout: _Layout,
          findings: list[Phrase]) -> Generator[DataProgress | None, None, Part]:
    """Images as uint8 channel by channel, and labels as integers."""
    images, labels = arrays
    pixels = np.empty(images.count, np.uint8)
    done, scaled = 0, False
    for values in _values(archive, images):
        scaled |= _put(pixels[done:done + len(values)], values, path, images)
        done += len(values)
        yield DataProgress(0.8 * done / images.count, phrase("Reading {file}", file=path.name))
    if scaled:
        findings.append(phrase("{name} holds fractions of 0 to 1; they were multiplied by 255.",
                               name=images.name))
    order = "F" if images.by_columns else "C"
    pixels = pixels.reshape(images.shape, order=order).reshape(layout.unfolded)
    pixels = np.ascontiguousarray(pixels.transpose(layout.axes)).reshape(images.shape[0], -1)
    yield None
    found = np.concatenate(list(_values(archive, labels)))
    wide = found[(found > MOST_CLASSES) | (found < 0)]
    if len(wide):
        raise DataError(
            "{name} in {file} holds the label {label}. Number the classes from 0, at most {most} "
            "of them.", name=labels.name, file=path.name, label=int(wide[0]), most=MOST_CLASSES)
    return Part(pixels, found.astype(np.int64))


def _values(archive: zipfile.ZipFile, array: _Array) -> Iterator[np.ndarray]:
    """The numbers of an array in the order of the file, a MiB at a time, checked by its CRC."""
    with archive.open(array.member) as member:
        _header(member)
        left, size = array.count, array.type.itemsize
        while left:
            count = min(left, max(_CHUNK // size, 1))
            block = _exactly(member, count * size)
            yield np.frombuffer(block, array.type)
            left -= count
        if member.read(1):
            raise EOFError


def _exactly(member: IO[bytes], size: int) -> bytes:
    parts, left = [], size
    while left:
        part = member.read(left)
        if not part:
            raise EOFError
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _put(pixels: np.ndarray, values: np.ndarray, path: Path, array: _Array) -> bool:
    """Writes values as uint8; gives whether they were fractions of 0 to 1."""
    if array.type.kind != "f":
        if array.type != np.uint8 and (values.min() < 0 or values.max() > 255):
            _refuse_values(path, array, values)
        pixels[:] = values
        return False
    if not (values.min() >= 0 and values.max() <= 1):  # refuses NaN as well
        _refuse_values(path, array, values)
    pixels[:] = np.rint(values.astype(np.float64) * 255)
    return True


def _refuse_values(path: Path, array: _Array, values: np.ndarray) -> None:
    wanted = (phrase("fractions must be from 0 to 1") if array.type.kind == "f"
              else phrase("whole numbers must be from 0 to 255"))
    raise DataError(
        "{name} in {file} holds pixels from {low:.4g} to {high:.4g}: {wanted}. Scale them, or save "
        "them as uint8.", name=array.name, file=path.name, low=float(values.min()),
        high=float(values.max()), wanted=wanted)


def _class_names(archive: zipfile.ZipFile, arrays: dict[str, _Array]) -> tuple[str, ...] | None:
    """The names of the classes, where they are saved as texts beside the images."""
    for name in _CLASS_NAMES:
        array = arrays.get(name)
        if array is not None and array.type.kind == "U" and len(array.shape) == 1 \
                and 2 <= array.count <= MOST_CLASSES and array.type.itemsize <= 4 * _LONGEST_NAME:
            return tuple(str(text) for text in np.concatenate(list(_values(archive, array))))
    return None
