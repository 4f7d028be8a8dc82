"""Images in memory as they are in the files, turned into normalised batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from torch import Tensor

from engine.data.images import ImageData
from engine.errors import DataError

EVALUATION_BATCH = 1000


@dataclass(frozen=True, eq=False)
class Samples:
    """uint8 images (n, 784) and int64 labels (n,) on the device that computes."""

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def shuffled(self, batch_size: int, order: torch.Generator, skipped: int = 0
                 ) -> Iterator[tuple[Tensor, Tensor]]:
        """All samples once, in an order drawn from the generator; the last batch may be smaller.

        The first batches may be skipped. The images of a batch are overwritten by the next: fresh
        memory for each costs more than filling it.
        """
        permutation = torch.randperm(len(self), generator=order).to(self.labels.device)
        pixels = self.images.new_empty(batch_size, self.images.shape[1])
        images = torch.empty_like(pixels, dtype=torch.float32)
        labels = self.labels[permutation].split(batch_size)[skipped:]
        for chosen, right in zip(permutation.split(batch_size)[skipped:], labels, strict=True):
            if len(chosen) < batch_size:
                pixels, images = pixels[:len(chosen)], images[:len(chosen)]
            torch.index_select(self.images, 0, chosen, out=pixels)
            yield normalised(pixels, out=images), right

    def in_order(self, batch_size: int = EVALUATION_BATCH) -> Iterator[tuple[Tensor, Tensor]]:
        """All samples once as they lie; the images of a batch are overwritten by the next."""
        images = torch.empty_like(self.images[:batch_size], dtype=torch.float32)
        for pixels, labels in zip(self.images.split(batch_size), self.labels.split(batch_size),
                                  strict=True):
            yield normalised(pixels, out=images[:len(pixels)]), labels


def normalised(pixels: Tensor, out: Tensor | None = None) -> Tensor:
    """Pixels 0 to 255 as float32 with mean 0.5 and standard deviation 0.5 taken out: -1 to 1."""
    out = torch.empty_like(pixels, dtype=torch.float32) if out is None else out
    return torch.add(_minus_one(out.device), out.copy_(pixels), alpha=1 / 127.5, out=out)


@cache
def _minus_one(device: torch.device) -> Tensor:
    """A number on the device: one that is brought there would be waited for."""
    return torch.tensor(-1.0, device=device)


def training_samples(data: ImageData, device: str) -> Samples:
    """The training set on the device. Raises DataError where a label names no class."""
    return _samples(data, data.train_images, data.train_labels, device)


def evaluation_samples(data: ImageData, device: str) -> Samples:
    """The test set on the device. Raises DataError where a label names no class."""
    return _samples(data, data.test_images, data.test_labels, device)


def _samples(data: ImageData, images: np.ndarray, labels: np.ndarray, device: str) -> Samples:
    if labels.max(initial=0) >= len(data.classes):  # on a GPU such a label ends the process' use
        raise DataError("{name} has the label {label}, but only {count} classes. Choose another "
                        "data set.", name=data.name, label=int(labels.max()),
                        count=len(data.classes))
    return Samples(tensor_of(images).to(device),
                   torch.from_numpy(labels.astype(np.int64)).to(device))


def tensor_of(images: np.ndarray) -> Tensor:
    """The uint8 images as a tensor; shares their memory where they may be written to."""
    return torch.from_numpy(images if images.flags.writeable else images.copy())
