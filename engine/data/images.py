"""What a data set is, wherever it comes from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

CLASSES = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker",
           "Bag", "Ankle boot")
"""The ten classes in the order of their labels 0 to 9."""


@dataclass(frozen=True, eq=False)
class ImageData:
    """Pictures and labels of a data set, as they are in the files.

    train_images: uint8 (n, channels * height * width), channel by channel, each row by row, 0 black;
    train_labels: uint8 (n,), 0 to len(classes) - 1; the same for the test set. `name` is
    "FashionMNIST", "Garments (not FashionMNIST)" or that of a folder or file. `digest` is the
    SHA-256 of all four arrays (and of the shape where it is not 1 x 28 x 28), `source` the folder,
    the file or "made by the program".
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
    shape: tuple[int, int, int] = (1, 28, 28)
    """Channels (1 grey, 3 red green blue), height and width of a picture."""
