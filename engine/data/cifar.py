"""CIFAR-10 and CIFAR-100 from the files of their binary version, which need no unpickling.

Krizhevsky, "Learning Multiple Layers of Features from Tiny Images", 2009: a record is one label
byte (CIFAR-100: the coarse, then the fine one) and 3072 bytes of 32 x 32 pixels, all red first,
then green, then blue.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.data.assembly import Found, Part, assembled
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.data.settings import DataSettings
from engine.errors import DataError
from engine.texts import Phrase, phrase

SHAPE = (3, 32, 32)

_BATCHES = 5
_PIXELS = 3 * 32 * 32
_CHUNK = 1000
_MOST_NAMES_BYTES = 2**16
_CLASSES_10 = ("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship",
               "truck")


@dataclass(frozen=True)
class _Kind:
    """How the records of a set look: which label byte is used, of how many, with how many values.

    `names_file` holds the names of the classes, one in each line.
    """

    name: str
    labels: int
    used: int
    classes: int
    names_file: str


def is_cifar(names: set[str]) -> bool:
    """Whether file names, in lower case, are those of a binary version."""
    return "data_batch_1.bin" in names or {"train.bin", "test.bin"} <= names


def load(folder: Path, settings: DataSettings) -> Generator[DataProgress | ImageData | None]:
    """Reads the files of a folder; the last item is the ImageData.

    Raises DataError, naming the file, where one is absent, is no whole number of records long, or
    holds a label out of range.
    """
    files = {path.name.lower(): path for path in folder.iterdir() if path.is_file()}
    if "data_batch_1.bin" in files:
        kind = _Kind("CIFAR-10", 1, 0, 10, "batches.meta.txt")
        train = _batches(folder, files)
        test = files.get("test_batch.bin")
    else:
        fine = settings.label_set == "fine"
        kind = _Kind("CIFAR-100" if fine else str(phrase("CIFAR-100, coarse labels")), 2,
                     int(fine), 100 if fine else 20,
                     "fine_label_names.txt" if fine else "coarse_label_names.txt")
        train, test = [files["train.bin"]], files["test.bin"]
    _check_size([*train, *([test] if test else [])], kind, settings)
    total = len(train) + (test is not None)
    first = yield from _part(train, kind, 0.0, total)
    second = (yield from _part([test], kind, len(train) / total, total)) if test else None
    found = Found(kind.name, str(folder), str(folder), SHAPE, first, second,
                  _names(files.get(kind.names_file), kind), _missing(kind, files),
                  settings_used=("label_set",) if kind.labels == 2 else ())
    yield from assembled(found, settings)


def _batches(folder: Path, files: dict[str, Path]) -> list[Path]:
    """data_batch_1.bin and those that follow, none left out."""
    numbers = [int(name[11:-4]) for name in files if name.startswith("data_batch_")
               and name.endswith(".bin") and name[11:-4].isdecimal()]
    names = [f"data_batch_{number}.bin" for number in range(1, max(numbers, default=1) + 1)]
    for name in names:
        if name not in files:
            raise DataError("{file} is not in {folder}. Put it there, or choose other data.",
                            file=name, folder=str(folder))
    return [files[name] for name in names]


def _missing(kind: _Kind, files: dict[str, Path]) -> list[Phrase]:
    """A sentence about the files that the whole set has and the folder has not."""
    whole = [f"data_batch_{number}.bin" for number in range(1, _BATCHES + 1)] + ["test_batch.bin"]
    missing = [name for name in whole if name not in files] if kind.labels == 1 else []
    return [phrase("This is a part of {kind}. Not in the folder: {files}.", kind=kind.name,
                   files=", ".join(missing))] if missing else []


def _check_size(paths: list[Path], kind: _Kind, settings: DataSettings) -> None:
    record, total = _PIXELS + kind.labels, 0
    for path in paths:
        try:
            size = path.stat().st_size
        except OSError as error:
            raise _unreadable(path, error) from error
        if size == 0 or size % record:
            raise DataError(
                "{file} is not a whole file of {kind}: {size:,} bytes are not a number of records "
                "of {record:,}. Download the binary version again, or choose other data.",
                file=path.name, kind=kind.name, size=size, record=record)
        total += size
    if total > settings.most_bytes:
        raise DataError(
            "The pictures in {place} take {needed:,} MiB, more than the {limit:,} that are "
            "accepted. Raise the memory limit, or choose other data.",
            place=str(paths[0].parent), needed=-(-total // 2**20), limit=settings.memory_limit)


def _part(paths: list[Path], kind: _Kind, start: float,
          total: int) -> Generator[DataProgress | None, None, Part]:
    """The records of several files, one after the other."""
    record = _PIXELS + kind.labels
    counts = [path.stat().st_size // record for path in paths]
    images = np.empty((sum(counts), _PIXELS), np.uint8)
    labels = np.empty(sum(counts), np.uint8)
    at = 0
    for index, (path, count) in enumerate(zip(paths, counts, strict=True)):
        yield DataProgress(0.8 * (start + index / total), phrase("Reading {file}", file=path.name))
        begin = at
        try:
            with path.open("rb") as file:
                for first in range(0, count, _CHUNK):
                    many = min(_CHUNK, count - first)
                    block = file.read(many * record)
                    if len(block) < many * record:
                        raise DataError("{file} became shorter while it was read. Try again.",
                                        file=path.name)
                    rows = np.frombuffer(block, np.uint8).reshape(many, record)
                    images[at:at + many] = rows[:, kind.labels:]
                    labels[at:at + many] = rows[:, kind.used]
                    at += many
                    yield None
        except OSError as error:
            raise _unreadable(path, error) from error
        _check_labels(path, labels[begin:at], kind)
    return Part(images, labels)


def _check_labels(path: Path, labels: np.ndarray, kind: _Kind) -> None:
    wrong = labels[labels >= kind.classes]
    if len(wrong):
        raise DataError(
            "{file} holds the label {label}; {kind} has only 0 to {last}. Download the binary "
            "version again, or choose other data.",
            file=path.name, label=int(wrong[0]), kind=kind.name, last=kind.classes - 1)


def _names(path: Path | None, kind: _Kind) -> tuple[str, ...]:
    """The names of the classes: of the file beside the pictures, where it names them all."""
    names: tuple[str, ...] = ()
    if path is not None and path.stat().st_size <= _MOST_NAMES_BYTES:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError):
            lines = []
        names = tuple(line.strip() for line in lines if line.strip())
    if len(names) == kind.classes:
        return names
    return _CLASSES_10 if kind.classes == 10 else tuple(map(str, range(kind.classes)))


def _unreadable(path: Path, error: OSError) -> DataError:
    return DataError("{file} cannot be read: {reason}. Choose another folder.",
                     file=str(path), reason=error.strerror or str(error))
