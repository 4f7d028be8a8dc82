"""Writers of small data sets in the formats of others, and reading them."""

import struct

import numpy as np
import pytest

from engine.data.images import ImageData
from engine.data.progress import DataProgress
from engine.data.sources import opened
from engine.errors import DataError


def write_idx(path, array, pack=bytes):
    """An unsigned byte IDX file, as its description gives the format."""
    array = np.asarray(array, np.uint8)
    head = struct.pack(f">{array.ndim + 1}I", 0x800 + array.ndim, *array.shape)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pack(head + array.tobytes()))
    return path


def pixels(*shape, seed=0):
    return np.random.default_rng(seed).integers(0, 256, shape, np.uint8)


def read(source):
    """The data set of a source; what comes before it must be progress that goes forward."""
    *progress, data = opened(str(source))
    assert isinstance(data, ImageData)
    told = [item for item in progress if item is not None]
    assert all(isinstance(item, DataProgress) and str(item.words) for item in told)
    fractions = [item.fraction for item in told]
    assert fractions == sorted(fractions)
    for images, labels in ((data.train_images, data.train_labels),
                           (data.test_images, data.test_labels)):
        assert (images.dtype, labels.dtype) == (np.uint8, np.uint8)
        assert images.shape == (len(labels), np.prod(data.shape))
        assert images.flags.c_contiguous
        assert labels.max() < len(data.classes)
    return data


def refused(source):
    """The sentence that a source is refused with."""
    with pytest.raises(DataError) as caught:
        for _ in opened(str(source)):
            pass
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def findings(data):
    return " ".join(map(str, data.findings))
