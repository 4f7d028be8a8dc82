"""A data set of pictures in folders, one folder for each class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from engine.data import picture_files
from engine.data.assembly import MOST_CLASSES, Found, Part, assembled
from engine.data.images import ImageData
from engine.data.picture_files import Header
from engine.data.progress import DataProgress, Pace
from engine.data.settings import DataSettings
from engine.errors import DataError
from engine.texts import Phrase, phrase

_TRAIN, _TEST = ("train", "training"), ("test", "testing", "val", "valid", "validation")


@dataclass
class _Files:
    """The pictures of one part, (label, path) each, and how many other files lie beside them."""

    pictures: list[tuple[int, Path]] = field(default_factory=list)
    others: int = 0


def folders_in(folder: Path) -> list[Path]:
    """The folders in a folder by name, numbers by their value; hidden ones are left out."""
    found = [path for path in folder.iterdir()
             if path.is_dir() and not path.name.startswith((".", "__"))]
    return sorted(found, key=lambda path: (
        (0, int(path.name), path.name) if path.name.isdecimal() else (1, 0, path.name)))


def holds_pictures(folder: Path) -> bool:
    """Whether a folder has class folders, or a training folder of them, with a picture in one."""
    inner = folders_in(folder)
    parts = [path for path in inner if path.name.lower() in _TRAIN]
    classes = [place for part in parts for place in folders_in(part)] if parts else inner
    return any(picture_files.is_picture(path) for place in classes for path in place.iterdir())


def load(folder: Path, settings: DataSettings) -> Generator[DataProgress | ImageData | None]:
    """Reads folder/train/CLASS/* and folder/test/CLASS/*, or folder/CLASS/*; the last item is the
    ImageData.

    Pictures of other sizes are brought to one, grey ones stay grey where all are. Raises DataError,
    naming folder or file, for an empty class, a damaged picture and too much of anything.
    """
    yield DataProgress(0.0, phrase("Looking for pictures in {folder}", folder=folder.name))
    classes, parts = _listed(folder)
    headers = {}
    every = [path for part in parts.values() for _, path in part.pictures]
    pace = Pace()
    for index, path in enumerate(every):
        headers[path] = picture_files.read_header(path)
        yield _progress(0.2 * index / len(every), index, len(every)) if pace.due() else None
    shape = _shape(headers.values(), settings)
    _check_memory(folder, len(every), shape, settings)
    findings = _findings(parts, headers, shape)
    loaded: dict[str, Part] = {}
    done, clear = 0, 0
    for name, part in parts.items():
        images = np.empty((len(part.pictures), shape[0] * shape[1] * shape[2]), np.uint8)
        for row, (_, path) in enumerate(part.pictures):
            pixels, see_through = picture_files.read_picture(path, shape)
            images[row], clear, done = pixels.ravel(), clear + see_through, done + 1
            yield _progress(0.2 + 0.65 * done / len(every), done, len(every)) \
                if pace.due() else None
        loaded[name] = Part(images, np.array([label for label, _ in part.pictures], np.int64))
    if clear:
        findings.append(phrase("Pictures with transparent parts, which became black: {count:,}.",
                               count=clear))
    shape = _without_colour(loaded, shape, findings)
    yield None
    yield from assembled(Found(folder.name or str(folder), str(folder), str(folder), shape,
                               loaded["train"], loaded.get("test"), classes, findings,
                               ("picture_side",)), settings)


def _progress(fraction: float, done: int, count: int) -> DataProgress:
    return DataProgress(fraction, phrase("Reading pictures: {done:,} of {count:,}",
                                         done=done, count=count))


def _listed(folder: Path) -> tuple[tuple[str, ...], dict[str, _Files]]:
    """The names of the classes, and the files of the training and of the test set, if there."""
    inner = folders_in(folder)
    train = next((path for path in inner if path.name.lower() in _TRAIN), None)
    test = next((path for name in _TEST for path in inner if path.name.lower() == name), None)
    places = {"train": train or folder, **({"test": test} if train and test else {})}
    names = tuple(path.name for path in folders_in(places["train"]))
    if len(names) < 2:
        raise DataError("{place} holds one class only. Choose data with at least two classes.",
                        place=str(places["train"]))
    if len(names) > MOST_CLASSES:
        raise DataError("{place} holds {count:,} class folders, and at most {most} are accepted. "
                        "Choose another folder.",
                        place=str(places["train"]), count=len(names), most=MOST_CLASSES)
    return names, {part: _files(place, names, part == "train") for part, place in places.items()}


def _files(place: Path, names: tuple[str, ...], may_name: bool) -> _Files:
    """The pictures in the class folders of a part."""
    files = _Files()
    for folder in folders_in(place):
        if folder.name not in names:
            raise DataError("{place} holds the class {name}, of which there is no training "
                            "picture. Remove that folder, or add it to the training pictures.",
                            place=str(place), name=folder.name)
        before = len(files.pictures)
        for path in sorted(folder.iterdir()):
            if picture_files.is_picture(path):
                files.pictures.append((names.index(folder.name), path))
            elif path.is_file() and not path.name.startswith("."):
                files.others += 1
        if may_name and len(files.pictures) == before:
            raise DataError("The class folder {folder} holds no PNG or JPEG picture. Add pictures, "
                            "or remove the folder.", folder=str(folder))
    if not files.pictures:
        raise DataError("{place} holds no PNG or JPEG picture in folders named as the classes. Add "
                        "pictures, or remove the folder.", place=str(place))
    return files


def _shape(headers: Iterable[Header], settings: DataSettings) -> tuple[int, int, int]:
    """Channels, and the size that is set or that most pictures have (the smaller of equals)."""
    headers = list(headers)
    channels = 3 if any(header.colour for header in headers) else 1
    if settings.picture_side:
        return channels, settings.picture_side, settings.picture_side
    sizes = Counter((header.height, header.width) for header in headers)
    height, width = min(sizes, key=lambda size: (-sizes[size], size))
    return channels, height, width


def _check_memory(folder: Path, count: int, shape: tuple[int, int, int],
                  settings: DataSettings) -> None:
    needed = count * shape[0] * shape[1] * shape[2]
    if needed > settings.most_bytes:
        raise DataError(
            "The pictures in {place} take {needed:,} MiB with {width} x {height} pixels each, more "
            "than the {limit:,} that are accepted. Set a smaller picture side, or raise the memory "
            "limit.", place=str(folder), needed=-(-needed // 2**20), width=shape[2],
            height=shape[1], limit=settings.memory_limit)


def _findings(parts: dict[str, _Files], headers: dict[Path, Header],
              shape: tuple[int, int, int]) -> list[Phrase]:
    findings = []
    resized = sum((header.height, header.width) != shape[1:] for header in headers.values())
    if resized:
        findings.append(phrase(
            "Pictures of another size that were brought to {width} x {height} pixels, the middle "
            "kept: {count:,} of {all:,}.", count=resized, all=len(headers), width=shape[2],
            height=shape[1]))
    grey = sum(not header.colour for header in headers.values())
    if grey and shape[0] == 3:
        findings.append(phrase("Grey pictures that were given three equal channels: {count:,}.",
                               count=grey))
    others = sum(part.others for part in parts.values())
    if others:
        findings.append(phrase("Files that are no PNG or JPEG and were left out: {count:,}.",
                               count=others))
    return findings


def _without_colour(parts: dict[str, Part], shape: tuple[int, int, int],
                    findings: list[Phrase]) -> tuple[int, int, int]:
    """Keeps one channel where all three are equal in every picture; gives the shape."""
    channels, height, width = shape
    pixels = height * width
    if channels == 1 or not all(
            np.array_equal(part.images[:, :pixels], part.images[:, at:at + pixels])
            for part in parts.values() for at in (pixels, 2 * pixels)):
        return shape
    for part in parts.values():
        part.images = np.ascontiguousarray(part.images[:, :pixels])
    findings.append(phrase("The pictures are stored in colour but are all grey; one channel was "
                           "kept."))
    return 1, height, width
