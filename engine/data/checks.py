"""What is looked at in a data set before anybody trains with it."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from dataclasses import dataclass

import numpy as np

from engine.data.images import ImageData
from engine.data.progress import DataProgress, Pace
from engine.texts import Phrase, phrase

_UNEVEN = 3.0
_DARK = 32
_STEP = 200


@dataclass(frozen=True)
class Check:
    """What was found, in words, and whether it is as it should be."""

    words: Phrase
    passed: bool


@dataclass
class _Counts:
    """Pictures met again, met again with another label, in both sets, and of one colour."""

    again: int = 0
    contradicting: int = 0
    leaked: int = 0
    blank: int = 0


def checked(data: ImageData) -> Generator[DataProgress | tuple[Check, ...] | None]:
    """Looks at all labels and pictures; the last item are the checks, in a fixed order.

    Two pictures are the same where all their pixels are.
    """
    counts, seen, pace = _Counts(), {}, Pace()
    total, done = len(data.train_labels) + len(data.test_labels), 0
    for images, labels, is_test in ((data.train_images, data.train_labels, False),
                                    (data.test_images, data.test_labels, True)):
        for pixels, label in zip(images, labels.tolist(), strict=True):
            _compare(counts, seen, pixels, (label, is_test))
            done += 1
            if done % _STEP == 0:
                yield DataProgress(done / total, phrase("Comparing the pictures")) \
                    if pace.due() else None
    yield (_labels(data), _present(data), _even(data), _bright(data), *_same(counts))


def _compare(counts: _Counts, seen: dict[bytes, tuple[int, bool]], pixels: np.ndarray,
             own: tuple[int, bool]) -> None:
    """Counts a picture with its (label, whether it is of the test set), and remembers it."""
    counts.blank += bool(pixels[0] == pixels[-1] and (pixels == pixels[0]).all())
    key = hashlib.blake2b(pixels.data, digest_size=16).digest()
    before = seen.setdefault(key, own)
    if before is own:
        return
    counts.contradicting += before[0] != own[0]
    if own[1] and not before[1]:
        counts.leaked += 1
    else:
        counts.again += 1


def _labels(data: ImageData) -> Check:
    return Check(phrase("All {count:,} labels are from 0 to {last}.",
                        count=len(data.train_labels) + len(data.test_labels),
                        last=len(data.classes) - 1), True)


def _present(data: ImageData) -> Check:
    counts = np.bincount(data.test_labels, minlength=len(data.classes))
    absent = np.flatnonzero(counts == 0)
    if not len(absent):
        return Check(phrase("Each class has pictures for training and for the test."), True)
    return Check(phrase("Classes without a test picture: {count} of {all}, the first is {name}. "
                        "Accuracy says nothing about them.", count=len(absent),
                        all=len(data.classes), name=data.classes[int(absent[0])]), False)


def _even(data: ImageData) -> Check:
    counts = np.bincount(data.train_labels, minlength=len(data.classes))
    least, most = int(counts.min()), int(counts.max())
    if most == least:
        return Check(phrase("Training pictures of each class: {count:,}.", count=least), True)
    if most <= _UNEVEN * least:
        return Check(phrase("The classes are about equally large: training pictures of each from "
                            "{least:,} to {most:,}.", least=least, most=most), True)
    return Check(phrase("The classes are uneven, with training pictures from {least:,} ({small}) "
                        "to {most:,} ({large}). Accuracy follows the large ones.", least=least,
                        most=most, small=data.classes[int(counts.argmin())],
                        large=data.classes[int(counts.argmax())]), False)


def _bright(data: ImageData) -> Check:
    low = min(int(data.train_images.min()), int(data.test_images.min()))
    high = max(int(data.train_images.max()), int(data.test_images.max()))
    if high >= _DARK:
        return Check(phrase("Pixels go from {low} to {high} (of 0 to 255).", low=low, high=high),
                     True)
    return Check(phrase("Pixels go from {low} to {high} only, where 0 to 255 is expected: the "
                        "pictures are nearly black.", low=low, high=high), False)


def _same(counts: _Counts) -> tuple[Check, ...]:
    return (
        Check(phrase("Test pictures that are also training pictures: {count:,}. The test is that "
                     "much too easy.", count=counts.leaked) if counts.leaked else
              phrase("No test picture is also a training picture."), not counts.leaked),
        Check(phrase("Pictures that are the same as an earlier one of their set: {count:,}.",
                     count=counts.again) if counts.again else
              phrase("No picture comes twice in its set."), not counts.again),
        Check(phrase("Pictures with another label than the same picture before: {count:,}.",
                     count=counts.contradicting) if counts.contradicting else
              phrase("No picture has two labels."), not counts.contradicting),
        Check(phrase("Pictures of one colour only: {count:,}.", count=counts.blank)
              if counts.blank else phrase("No picture is of one colour only."), not counts.blank),
    )
