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

    train_images: uint8 (n, 784), rows of 28 x 28 pixels, 0 black; train_labels: uint8 (n,), 0 to 9;
    the same for the test set. `name` is "FashionMNIST" or "Garments (not FashionMNIST)".
    `digest` is the SHA-256 of all four arrays, `source` the folder or "made by the program".
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
