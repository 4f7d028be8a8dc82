"""A small set of ten easily told patterns, in the form of ImageData."""

import hashlib

import numpy as np

from engine.data.images import ImageData


def small_images(training=600, test=200, seed=3, is_fashion_mnist=False):
    rng = np.random.default_rng(seed)
    patterns = rng.integers(0, 256, (10, 784))

    def some(count):
        labels = (np.arange(count) % 10).astype(np.uint8)
        noisy = patterns[labels] * 0.5 + rng.integers(0, 128, (count, 784))
        return noisy.astype(np.uint8), labels

    arrays = [*some(training), *some(test)]
    digest = hashlib.sha256(b"".join(array.tobytes() for array in arrays)).hexdigest()
    name = "FashionMNIST" if is_fashion_mnist else "Garments (not FashionMNIST)"
    return ImageData(name, *arrays, is_fashion_mnist, "made by the test", digest)
