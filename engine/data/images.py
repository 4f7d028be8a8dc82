"""What a data set is, wherever it comes from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from engine.texts import Phrase

CLASSES = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker",
           "Bag", "Ankle boot")
"""The ten classes of FashionMNIST in the order of their labels 0 to 9."""

FASHION_MNIST_DIGEST = "a485933e0d1ec3d6089c02b9c36f6076a03703fdfa943ef3fe6950839b598fe6"
"""SHA-256 of the four decoded arrays of the official files, as array_digest gives it."""

SHAPE = (1, 28, 28)


@dataclass(frozen=True, eq=False)
class ImageData:
    """Pictures and labels of a data set, as they are in the files.

    train_images: uint8 (n, channels * height * width), channel by channel, each row by row, 0
    black; train_labels: uint8 (n,), 0 to len(classes) - 1; the same for the test set. `name` is
    "FashionMNIST", "Garments (not FashionMNIST)" or that of a folder or file. `digest` is the
    SHA-256 of all four arrays (and of the shape where that is not 1 x 28 x 28), `source` the
    folder, the file or "made by the program". `findings` say what was found in the files and what
    was done to make the set of them.
    """

    name: str
    train_images: np.ndarray
    train_labels: np.ndarray
    test_images: np.ndarray
    test_labels: np.ndarray
    is_fashion_mnist: bool
    source: str
    digest: str
    classes: tuple[str, ...] = CLASSES
    shape: tuple[int, int, int] = SHAPE
    """Channels (1 grey, 3 red green blue), height and width of a picture."""
    findings: tuple[Phrase, ...] = ()
    settings_used: tuple[str, ...] = ()
    """The DataSettings that made a difference, by name."""

    def pictures(self, images: np.ndarray) -> np.ndarray:
        """Rows of the images as pictures: uint8 (n, height, width, channels)."""
        return images.reshape(-1, *self.shape).transpose(0, 2, 3, 1)


def array_digest(*arrays: np.ndarray) -> str:
    """SHA-256 over the shapes and the bytes of uint8 arrays, as hexadecimal."""
    digest = hashlib.sha256()
    for array in arrays:
        digest.update(repr(array.shape).encode())
        digest.update(np.ascontiguousarray(array).data)
    return digest.hexdigest()
