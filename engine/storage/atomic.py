"""The one way in which the program writes a file that a person keeps."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from engine.errors import StorageError

_WINDOWS_BUSY = (5, 32, 33)
_RETRIES = 25
_RETRY_SECONDS = 0.1


def atomic_write(path: Path, content: bytes | str) -> None:
    """Writes the whole file or leaves the old one untouched; text becomes UTF-8.

    A temporary file in the same folder is flushed to the disk and then renamed. Raises
    StorageError saying which file and why.
    """
    write_with(path, lambda temporary: temporary.write_bytes(
        content.encode("utf-8") if isinstance(content, str) else content))


def write_with(path: Path, write: Callable[[Path], None]) -> None:
    """As atomic_write, for a writer that fills a file by its path (Qt's SVG generator)."""
    with _taking_the_place_of(path) as temporary:
        write(temporary)
        _flush(temporary)


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """As atomic_write, for content that arrives in pieces: an open file, renamed at the end.

    Where the block is left by an error, or the generator around it is closed, nothing is kept.
    """
    with _taking_the_place_of(path) as temporary:
        with temporary.open("wb") as file:
            yield file
        _flush(temporary)


@contextmanager
def _taking_the_place_of(path: Path) -> Iterator[Path]:
    """A temporary path in the same folder, renamed when the block ends well and else removed."""
    temporary = path.with_name(f"{path.name}.tmp.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield temporary
        _replace(temporary, path)
    except OSError as error:
        raise StorageError(
            "{file} could not be written: {reason}. Choose another folder.",
            file=str(path), reason=error.strerror or str(error),
        ) from error
    finally:
        with suppress(OSError):  # the folder itself may be gone, or be a file
            temporary.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _replace(temporary: Path, path: Path) -> None:
    """Renames; on Windows a scanner may hold the target for a moment, so it is tried for 2.5 s."""
    for attempt in range(_RETRIES):
        try:
            temporary.replace(path)
            return
        except OSError as error:
            busy = getattr(error, "winerror", None) in _WINDOWS_BUSY
            if not busy or attempt == _RETRIES - 1:
                raise
            time.sleep(_RETRY_SECONDS)
