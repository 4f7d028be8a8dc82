"""From what a reader found to a checked data set: labels, classes, a test set, the digest."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass, field

import numpy as np

from engine.data.images import CLASSES, FASHION_MNIST_DIGEST, SHAPE, ImageData, array_digest
from engine.data.progress import DataProgress
from engine.data.settings import DataSettings
from engine.errors import DataError
from engine.texts import Phrase, phrase

MOST_CLASSES = 256


@dataclass(eq=False)
class Part:
    """Images uint8 (n, channels * height * width) and their labels, integers of shape (n,)."""

    images: np.ndarray
    labels: np.ndarray


@dataclass(eq=False)
class Found:
    """What a reader made of files: `test` is None where there is none, `classes` where the files
    do not name them; `place` is said in sentences, `source` leads back to the files, and
    `settings_used` names the settings that made a difference."""

    name: str
    place: str
    source: str
    shape: tuple[int, int, int]
    train: Part
    test: Part | None = None
    classes: tuple[str, ...] | None = None
    findings: list[Phrase] = field(default_factory=list)
    settings_used: tuple[str, ...] = ()


def assembled(found: Found, settings: DataSettings) -> Generator[DataProgress | ImageData | None]:
    """The data set of what was found; the last item is the ImageData.

    Raises DataError for labels without a meaning, a class without a picture, and fewer than two
    classes.
    """
    yield DataProgress(0.85, phrase("Checking the labels"))
    _count_from_zero(found)
    classes = _classes(found)
    counts = _check_classes(found, classes)
    if found.test is None:
        yield DataProgress(0.9, phrase("Splitting the pictures"))
        _split(found, classes, counts, settings)
        yield None
    yield DataProgress(0.95, phrase("Checking the pictures"))
    arrays = [array for part in (found.train, found.test)
              for array in (part.images, part.labels.astype(np.uint8))]
    odd = () if found.shape == SHAPE else (np.array(found.shape, "<u4").view(np.uint8),)
    digest = array_digest(*arrays, *odd)
    yield None
    official = digest == FASHION_MNIST_DIGEST
    yield ImageData("FashionMNIST" if official else _shown(found.name), *arrays,
                    is_fashion_mnist=official, source=found.source, digest=digest,
                    classes=CLASSES if official else tuple(map(_shown, classes)),
                    shape=found.shape, findings=tuple(found.findings),
                    settings_used=found.settings_used)


def _shown(name: str) -> str:
    """A name that every file can hold: names of files may have bytes that are no text."""
    return name.encode("utf-8", "replace").decode("utf-8")


def _count_from_zero(found: Found) -> None:
    """Labels that begin at 1, as those of EMNIST letters, are moved down by one."""
    parts = [part for part in (found.train, found.test) if part is not None]
    lowest = min(int(part.labels.min()) for part in parts)
    if lowest < 0:
        raise DataError("{place} holds the label {label}. Labels must count the classes from 0.",
                        place=found.place, label=lowest)
    if lowest == 1:
        for part in parts:
            part.labels = part.labels - 1
        found.findings.append(phrase("The labels begin at 1; 1 was taken from each."))
    highest = max(int(part.labels.max()) for part in parts)
    if highest >= MOST_CLASSES:
        raise DataError(
            "{place} holds the label {label}, and at most {most} classes are accepted. Number the "
            "classes from 0.", place=found.place, label=highest, most=MOST_CLASSES)


def _classes(found: Found) -> tuple[str, ...]:
    """The names of the classes, numbers where the files have no names or others than labels."""
    highest = int(found.train.labels.max())
    names = found.classes or tuple(map(str, range(highest + 1)))
    for part in (found.train, found.test):
        if part is not None and int(part.labels.max()) >= len(names):
            raise DataError(
                "{place} holds the label {label} in its {part} set, but there are only {count} "
                "classes, 0 to {last}. Correct the labels, or choose other data.",
                place=found.place, label=int(part.labels.max()), count=len(names),
                last=len(names) - 1,
                part=phrase("training") if part is found.train else phrase("test"))
    if len(names) < 2:
        raise DataError("{place} holds one class only. Choose data with at least two classes.",
                        place=found.place)
    return names


def _check_classes(found: Found, classes: tuple[str, ...]) -> np.ndarray:
    """How many pictures of each class there are for training, each at least 1."""
    counts = np.bincount(found.train.labels, minlength=len(classes))
    empty = [name for name, count in zip(classes, counts, strict=True) if count == 0]
    if empty:
        raise DataError(
            "{place} has no training picture of class {name} (empty classes: {empty} of "
            "{count}). Add pictures of it, or number the classes without gaps.",
            place=found.place, name=empty[0], empty=len(empty), count=len(classes))
    return counts


def _split(found: Found, classes: tuple[str, ...], counts: np.ndarray,
           settings: DataSettings) -> None:
    """Moves the set share of each class, drawn from the seed, into a test set; keeps the order."""
    if counts.min() < 2:
        raise DataError(
            "{place} has no test set, and only one picture of class {name}, which cannot be in "
            "both. Add a picture of it, or a test set.",
            place=found.place, name=classes[int(counts.argmin())])
    random = np.random.Generator(np.random.PCG64(settings.split_seed))
    labels, chosen = found.train.labels, np.zeros(len(found.train.labels), bool)
    for label, count in enumerate(counts.tolist()):
        kept = min(max(round(settings.test_share * count), 1), count - 1)
        chosen[random.permutation(np.flatnonzero(labels == label))[:kept]] = True
    images = found.train.images
    found.test = Part(images[chosen], labels[chosen])
    found.train = Part(images[~chosen], labels[~chosen])
    found.settings_used += ("test_share", "split_seed")
    found.findings.append(phrase(
        "There is no test set in the files: {test:,} of {count:,} pictures were kept for it, the "
        "same share of each class ({share}, seed {seed}).", test=int(chosen.sum()),
        count=len(labels), share=f"{settings.test_share:.3g}", seed=settings.split_seed))
