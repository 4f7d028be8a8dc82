"""Reading IDX files, plain or gzip, without trusting any size that they declare."""

from __future__ import annotations

import gzip
import io
import struct
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import numpy as np

from engine.errors import DataError

IMAGES_MAGIC = 0x00000803
LABELS_MAGIC = 0x00000801
LARGEST = 512 * 2**20
"""The most bytes of content that a file may announce, where nothing else is set."""

SHORTEST, LONGEST = 2, 4096
"""The sides that a picture may have."""

_CHUNK = 2**20
_Stream = io.BufferedReader | gzip.GzipFile
Reading = Generator[None, None, np.ndarray]


def read_images(path: Path, largest: int = LARGEST) -> Reading:
    """The pictures of an IDX file, uint8 (n, height, width); yields after every MiB.

    Raises DataError, naming the file, where it cannot be read or is damaged, cut short, of another
    kind, or announces more than `largest` bytes.
    """
    with _opened(path) as stream:
        count, height, width = _header(stream, path, IMAGES_MAGIC, 3)
        if not (SHORTEST <= height <= LONGEST and SHORTEST <= width <= LONGEST):
            raise DataError(
                "{file} announces pictures of {width} x {height} pixels; sides of {least} to "
                "{most} are accepted. Choose other data.",
                file=path.name, width=width, height=height, least=SHORTEST, most=LONGEST)
        content = yield from _content(stream, path, count, height * width, largest)
    return np.frombuffer(content, np.uint8).reshape(count, height, width)


def read_labels(path: Path, largest: int = LARGEST) -> Reading:
    """The labels of an IDX file, uint8 (n,); errors as read_images."""
    with _opened(path) as stream:
        (count,) = _header(stream, path, LABELS_MAGIC, 1)
        content = yield from _content(stream, path, count, 1, largest)
    return np.frombuffer(content, np.uint8)


@contextmanager
def _opened(path: Path) -> Iterator[_Stream]:
    """The decoded stream of a file; every fault of reading inside becomes one DataError."""
    try:
        with path.open("rb") as file:
            packed = file.peek(2)[:2] == b"\x1f\x8b"
            yield gzip.GzipFile(fileobj=file) if packed else file
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise DataError(
            "{file} is damaged: its compressed content cannot be unpacked. Nothing was loaded. "
            "Download the file again, or choose another folder.", file=path.name) from error
    except OSError as error:
        raise DataError("{file} cannot be read: {reason}. Choose another folder.",
                        file=str(path), reason=error.strerror or str(error)) from error


def _header(stream: _Stream, path: Path, magic: int, dimensions: int) -> tuple[int, ...]:
    """The declared sizes, after the magic number has been checked."""
    length = 4 + 4 * dimensions
    head = _read(stream, length)
    if head[:4] != magic.to_bytes(4, "big"):
        raise DataError(
            "{file} is not the IDX file that its name says: it begins with {found} instead of "
            "{wanted}. Choose another folder.",
            file=path.name, found=head[:4].hex() or "-", wanted=f"{magic:08x}")
    if len(head) < length:
        raise DataError(
            "{file} is cut short: it ends within its header. Nothing was loaded. "
            "Download the file again, or choose another folder.", file=path.name)
    return struct.unpack(f">{dimensions}I", head[4:])


def _content(stream: _Stream, path: Path, count: int, size: int,
             largest: int) -> Generator[None, None, bytearray]:
    """Exactly count * size bytes, and then the end of the file."""
    if count == 0:
        raise DataError("{file} is empty: it announces 0 items. Choose another folder.",
                        file=path.name)
    if count * size > largest:
        raise DataError(
            "{file} announces {announced:,} items, more than the {largest:,} that are accepted. "
            "Raise the memory limit, or choose other data.",
            file=path.name, announced=count, largest=largest // size)
    content = bytearray()
    while len(content) < count * size:
        part = _read(stream, min(_CHUNK, count * size - len(content)))
        if not part:
            _cut_short(path, count, len(content) // size, size)
        content += part
        yield None
    if stream.read(1):
        raise DataError(
            "{file} is longer than the {announced:,} items that it announces. Nothing was loaded. "
            "Download the file again, or choose another folder.",
            file=path.name, announced=count)
    return content


def _cut_short(path: Path, announced: int, found: int, size: int) -> NoReturn:
    if size == 1:
        raise DataError(
            "{file} is cut short: {announced:,} labels are announced, {found:,} are there. Nothing "
            "was loaded. Download the file again, or choose another folder.",
            file=path.name, announced=announced, found=found)
    raise DataError(
        "{file} is cut short: {announced:,} images are announced, {found:,} are there. Nothing "
        "was loaded. Download the file again, or choose another folder.",
        file=path.name, announced=announced, found=found)


def _read(stream: _Stream, size: int) -> bytearray:
    """Up to `size` bytes, fewer where the file ends before; grows with what arrives."""
    content = bytearray()
    while len(content) < size:
        try:
            chunk = stream.read1(min(_CHUNK, size - len(content)))
        except EOFError:  # a gzip stream that was cut: the caller counts what there is
            break
        if not chunk:
            break
        content += chunk
    return content
