"""The person's own functions on disk: one small file each, in the data folder."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from engine.activations.own import OwnFunction, add, from_plain, own_functions, to_plain
from engine.errors import InputError, LabError, StorageError
from engine.storage.atomic import atomic_write
from engine.storage.folders import data_folder
from engine.storage.sealed import opened, sealed
from engine.texts import Phrase

FORMAT = 1
KIND = "activation-lab-function"
LARGEST_FILE = 64 * 1024
SUFFIX = ".json"


def library_folder() -> Path:
    """Where the functions lie; it need not be there yet."""
    return data_folder() / "functions"


def load_library(folder: Path | None = None) -> tuple[Phrase, ...]:
    """Takes all functions of the folder into the catalogue; gives one sentence for each bad file.

    A function that is in the catalogue already stays as it is.
    """
    problems = []
    folder = folder or library_folder()
    paths = []
    with suppress(OSError):
        paths = sorted(folder.glob(f"*{SUFFIX}"))
    for path in paths:
        try:
            own = read_function(path)
            if own.key != path.stem:
                raise StorageError("{file} holds the function of another file. Import it instead.",
                                   file=str(path))
            if own.key not in own_functions():
                add(own)
        except LabError as error:
            problems.append(error.phrase)
    return tuple(problems)


def save_function(own: OwnFunction, folder: Path | None = None) -> Path:
    """Writes it into the library, whole or not at all. Raises StorageError."""
    path = (folder or library_folder()) / f"{own.key}{SUFFIX}"
    write_function(path, own)
    return path


def delete_function(key: str, folder: Path | None = None) -> None:
    """Takes its file away. Raises StorageError."""
    path = (folder or library_folder()) / f"{key}{SUFFIX}"
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError("{file} could not be deleted: {reason}.", file=str(path),
                           reason=error.strerror or str(error)) from error


def write_function(path: Path, own: OwnFunction) -> None:
    """Writes a function as a file that can be given to others. Raises StorageError."""
    atomic_write(path, sealed(to_plain(own), FORMAT, KIND))


def read_function(path: Path) -> OwnFunction:
    """The function in a file; nothing of the file is run. Raises StorageError, saying why not."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise StorageError("{file} could not be read: {reason}.", file=str(path),
                           reason=error.strerror or str(error)) from error
    if len(data) > LARGEST_FILE:
        raise _damaged(path)
    try:
        form, content = opened(data, KIND)
        if form > FORMAT:
            raise StorageError("{file} was written by a later version of the program. "
                               "Open it with that version.", file=str(path))
        own = from_plain(content)
        own.activation()  # a formula that cannot be made a function must not come in
        return own
    except InputError as error:
        raise StorageError("{file} holds no right function: {reason}", file=str(path),
                           reason=error.phrase) from error
    except LabError:
        raise
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError,
            RecursionError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> StorageError:
    return StorageError("{file} is damaged, or holds no function of this program.",
                        file=str(path))
