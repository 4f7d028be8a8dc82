"""Whether the process that began something still lives: a file that it holds locked.

The system lets go of the lock when the process ends, however it ends; numbers of processes are
given out again, locks are not.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

from engine.errors import StorageError

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class LifeSign:
    """Holds `path` locked until `end` or the end of the process.

    Raises StorageError where the file cannot be made or another one holds it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = path.open("ab")
        except OSError as error:
            raise _unwritten(path, error) from error
        try:
            _lock(self._file)
        except OSError as error:
            self._file.close()
            raise _unwritten(path, error) from error

    def end(self) -> None:
        """Lets go and takes the file away."""
        self._file.close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


def lives(path: Path) -> bool:
    """Whether a process holds this file; that of a dead one is taken away."""
    try:
        file = path.open("rb+")
    except FileNotFoundError:
        return False
    except OSError:
        return True
    with file:
        try:
            _lock(file)
        except OSError:
            return True
    with suppress(OSError):
        path.unlink(missing_ok=True)
    return False


def _unwritten(path: Path, error: OSError) -> StorageError:
    return StorageError("{file} could not be written: {reason}. Choose another folder.",
                        file=str(path), reason=error.strerror or str(error))
