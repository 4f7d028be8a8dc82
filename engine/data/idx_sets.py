"""A data set of IDX files in a folder, of any pictures: MNIST, KMNIST, EMNIST and others."""

from __future__ import annotations

import re
import string
from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from engine.data.assembly import Found, Part, assembled
from engine.data.idx import read_images, read_labels
from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.data.settings import DataSettings
from engine.errors import DataError
from engine.texts import phrase

FILES = ("train-images-idx3-ubyte", "train-labels-idx1-ubyte",
         "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte")
"""The names of the files of MNIST and FashionMNIST; each may also end in .gz."""

_NAME = re.compile(r"(?P<set>(?:.*?[-_. ])?)(?P<part>train|t10k|test).*?(?P<what>images|labels)"
                   r"(?:[^.]*|.*(?:idx|ubyte)[^.]*)(?:\.gz)?", re.IGNORECASE)
_DIGITS = string.digits
_CLASSES = {"letters": string.ascii_uppercase, "digits": _DIGITS, "mnist": _DIGITS,
            "balanced": _DIGITS + string.ascii_uppercase + "abdefghnqrt",
            "bymerge": _DIGITS + string.ascii_uppercase + "abdefghnqrt",
            "byclass": _DIGITS + string.ascii_uppercase + string.ascii_lowercase}
"""What the labels of the sets of EMNIST mean (Cohen et al. 2017, and its mapping files)."""


@dataclass
class IdxSet:
    """The files of one set: `paths` by (train or test, images or labels). `name` is what stands
    before train and test in the names of its files, and may be empty."""

    folder: Path
    name: str
    paths: dict[tuple[str, str], Path] = field(default_factory=dict)

    @property
    def is_emnist(self) -> bool:
        """Whether its pictures are stored with rows and columns exchanged."""
        return self.name.lower().startswith("emnist")

    @property
    def title(self) -> str:
        """What the set is called."""
        if self.is_emnist:
            return f"EMNIST {self.name[6:].strip('-_ ')}".strip()
        if not self.name and "t10k" in self.paths.get(("test", "images"), Path()).name.lower():
            return str(phrase("Images from {folder} (not FashionMNIST)",
                              folder=self.folder.name or str(self.folder)))
        return self.name or self.folder.name or str(self.folder)


def sets_among(folder: Path, paths: Iterable[Path]) -> list[IdxSet]:
    """The sets that the names of files in a folder announce; .gz goes before plain."""
    sets: dict[str, IdxSet] = {}
    for path in sorted(paths, key=lambda path: (path.suffix.lower() != ".gz", path.name)):
        if found := _NAME.fullmatch(path.name):
            name = found["set"].rstrip("-_. ")
            part = "train" if found["part"].lower() == "train" else "test"
            one = sets.setdefault(name.lower(), IdxSet(folder, name))
            one.paths.setdefault((part, found["what"].lower()), path)
    return list(sets.values())


def load(chosen: IdxSet, settings: DataSettings) -> Generator[DataProgress | ImageData | None]:
    """Reads the files of a set; the last item is the ImageData.

    Raises DataError, with one sentence that names the file, where anything is absent or wrong.
    """
    _check_pairs(chosen)
    parts: dict[str, Part] = {}
    for index, part in enumerate(("train", "test")):
        if (part, "images") in chosen.paths:
            parts[part] = yield from _part(chosen, part, index, settings)
    height, width = parts["train"].images.shape[1:]
    _check_sides(chosen, parts)
    found = Found(chosen.title, str(chosen.folder), _source(chosen), (1, height, width),
                  parts["train"], parts.get("test"), _classes(chosen, parts))
    if chosen.is_emnist:
        found.shape = (1, width, height)
        found.findings.append(phrase(
            "EMNIST stores its pictures with rows and columns exchanged; they were turned back."))
    for part in parts.values():
        part.images = _flat(part.images, turned=chosen.is_emnist)
        yield None
    yield from assembled(found, settings)


def _part(chosen: IdxSet, part: str, index: int,
          settings: DataSettings) -> Generator[DataProgress | None, None, Part]:
    """The images and labels of the training or the test set, as many of one as of the other."""
    images_path, labels_path = chosen.paths[part, "images"], chosen.paths[part, "labels"]
    yield DataProgress(0.4 * index, phrase("Reading {file}", file=images_path.name))
    images = yield from read_images(images_path, settings.most_bytes)
    yield DataProgress(0.4 * index + 0.3, phrase("Reading {file}", file=labels_path.name))
    labels = yield from read_labels(labels_path, settings.most_bytes)
    if len(images) != len(labels):
        raise DataError(
            "{file} in {folder} holds {images:,} images, but its label file holds {labels:,} "
            "labels. Choose another folder.",
            file=images_path.name.removesuffix(".gz"), folder=str(chosen.folder),
            images=len(images), labels=len(labels))
    return Part(images, labels)


def _check_pairs(chosen: IdxSet) -> None:
    """Raises DataError naming a file that is absent beside the other of its pair."""
    parts = ["train", *(["test"] if any(part == "test" for part, _ in chosen.paths) else [])]
    for part in parts:
        for what in ("images", "labels"):
            if (part, what) not in chosen.paths:
                raise DataError("{file} is not in {folder}. Put it there, or choose other data.",
                                file=_expected(chosen, part, what), folder=str(chosen.folder))


def _expected(chosen: IdxSet, part: str, what: str) -> str:
    """The name that an absent file would have, made from that of one which is there."""
    (own_part, own_what), path = min(chosen.paths.items(), key=lambda item: item[0][0] != part)
    name = path.name
    if own_what != what:
        name = name.replace(own_what, what)
        name = name.replace("idx1", "idx3") if what == "images" else name.replace("idx3", "idx1")
    if own_part != part:
        test = "t10k" if not chosen.name else "test"
        name = name.replace("train", test) if part == "test" else \
            name.replace("t10k", "train").replace("test", "train")
    return name


def _check_sides(chosen: IdxSet, parts: dict[str, Part]) -> None:
    sizes = {part: images.images.shape[1:] for part, images in parts.items()}
    if len(set(sizes.values())) > 1:
        raise DataError(
            "The training pictures in {folder} have {train} pixels, the test pictures {test}. "
            "Choose files that belong together.", folder=str(chosen.folder),
            train=_size(sizes["train"]), test=_size(sizes["test"]))


def _size(sides: tuple[int, ...]) -> str:
    return f"{sides[1]} x {sides[0]}"


def _classes(chosen: IdxSet, parts: dict[str, Part]) -> tuple[str, ...] | None:
    """The names of the classes of an EMNIST set whose labels are those that belong to it."""
    names = _CLASSES.get(chosen.title.removeprefix("EMNIST ").lower()) if chosen.is_emnist else None
    if names is None:
        return None
    labels = parts["train"].labels
    low, high = int(labels.min()), int(labels.max())
    return tuple(names) if high - low == len(names) - 1 and low in (0, 1) else None


def _source(chosen: IdxSet) -> str:
    """The folder, or a file of the set where the folder holds several."""
    among = sets_among(chosen.folder, (path for path in chosen.folder.iterdir() if path.is_file()))
    return str(chosen.folder if len(among) == 1 else chosen.paths["train", "images"])


def _flat(images: np.ndarray, turned: bool) -> np.ndarray:
    images = np.ascontiguousarray(images.transpose(0, 2, 1)) if turned else images
    return images.reshape(len(images), -1)
