"""Data of one's own: what kind of files a place holds, and reading them."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

from engine.data import cifar, class_folders, idx_sets, npz
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.data.settings import DataSettings
from engine.errors import DataError

Loading = Generator[DataProgress | ImageData | None]


def load(place: Path, settings: DataSettings) -> Loading:
    """Reads a folder or a file of a known kind; the last item is the ImageData.

    Known are four IDX files, the binary version of CIFAR-10 and CIFAR-100, an .npz file, and
    folders of PNG or JPEG pictures; where a folder holds none, but one folder in it does, that one
    is taken. Raises DataError with one sentence for anything else.
    """
    try:
        yield from _loading(place, settings)
    except OSError as error:
        raise DataError("{file} cannot be read: {reason}. Choose another folder.",
                        file=error.filename or str(place),
                        reason=error.strerror or str(error)) from error
    except MemoryError as error:
        raise DataError("There is not enough memory for the pictures in {place}. Close other "
                        "programs, or choose fewer or smaller pictures.",
                        place=str(place)) from error


def _loading(place: Path, settings: DataSettings) -> Loading:
    kind, path = _kind(place), place
    if kind is None and place.is_dir():
        inner = [(_kind(path), path) for path in class_folders.folders_in(place)]
        found = [(kind, path) for kind, path in inner if kind is not None]
        kind, path = found[0] if len(found) == 1 else (None, place)
    if kind is None and place.is_dir() and class_folders.holds_pictures(place):
        kind = "pictures"
    match kind:
        case "idx":
            yield from idx_sets.load(_idx_set(path), settings)
        case "cifar":
            yield from cifar.load(path if path.is_dir() else path.parent, settings)
        case "npz":
            yield from npz.load(_npz_file(path), settings)
        case "pictures":
            yield from class_folders.load(path, settings)
        case _:
            _refuse(place)


def _kind(place: Path) -> str | None:
    """idx, cifar or npz, by the names of files; None for anything else."""
    if not place.is_dir():
        if not place.is_file():
            return None
        if place.suffix.lower() == ".npz":
            return "npz"
        if idx_sets.sets_among(place.parent, [place]):
            return "idx"
        names = {path.name.lower() for path in place.parent.iterdir()}
        return "cifar" if place.suffix.lower() == ".bin" and cifar.is_cifar(names) else None
    paths = [path for path in place.iterdir() if path.is_file()]
    if cifar.is_cifar({path.name.lower() for path in paths}):
        return "cifar"
    if idx_sets.sets_among(place, paths):
        return "idx"
    return "npz" if any(path.suffix.lower() == ".npz" for path in paths) else None


def _idx_set(place: Path) -> idx_sets.IdxSet:
    """The set in a folder, or that which a file belongs to."""
    folder = place if place.is_dir() else place.parent
    sets = idx_sets.sets_among(folder, (path for path in folder.iterdir() if path.is_file()))
    if place.is_dir() and len(sets) > 1:
        raise DataError(
            "{folder} holds {count} data sets: {names}. Choose one file of the wanted set instead "
            "of the folder.", folder=str(folder), count=len(sets),
            names=", ".join(sorted(one.name or "-" for one in sets)))
    if place.is_dir():
        return sets[0]
    [own] = idx_sets.sets_among(folder, [place])
    return next(one for one in sets if one.name.lower() == own.name.lower())


def _npz_file(place: Path) -> Path:
    if not place.is_dir():
        return place
    files = sorted(path for path in place.iterdir() if path.suffix.lower() == ".npz")
    if len(files) > 1:
        raise DataError("{folder} holds {count} .npz files. Choose one of them instead of the "
                        "folder.", folder=str(place), count=len(files))
    return files[0]


def _refuse(place: Path) -> None:
    """Says what a place is, where this program does not read it."""
    try:
        names = {path.name.lower() for path in place.iterdir()} if place.is_dir() else set()
        there = place.exists()
    except OSError:  # a name longer than the system takes
        names, there = set(), False
    if not there:
        raise DataError("{place} is not there. Choose a folder or a file of pictures.",
                        place=str(place))
    if "data_batch_1" in names or {"train", "test", "meta"} <= names:
        raise DataError(
            "{folder} holds the Python version of CIFAR, whose files are pickles: opening them can "
            "run code, so they are never opened. Download the binary version instead.",
            folder=str(place))
    raise DataError(
        "{place} holds nothing that is read here. Choose a folder of four IDX files (MNIST, "
        "KMNIST, EMNIST), of the binary version of CIFAR-10 or CIFAR-100, of class folders with "
        "PNG or JPEG pictures, or an .npz file of images and labels.", place=str(place))
