"""Folders of the four files: what is FashionMNIST, what is not, and what is wrong."""

import gzip
import struct

import numpy as np
import pytest

from engine.data import fashion_mnist
from engine.data.fashion_mnist import FILES, find_fashion_mnist
from engine.data.images import CLASSES, ImageData, array_digest
from engine.data.own import load as load_own
from engine.data.settings import DataSettings
from engine.errors import DataError
from engine.storage.folders import data_folder


def write(folder, counts=(20, 20, 10, 10), pack=gzip.compress, suffix=".gz"):
    folder.mkdir(parents=True, exist_ok=True)
    for name, count in zip(FILES, counts, strict=True):
        values = np.arange(count * (784 if "images" in name else 1)) % 10
        sizes = (count, 28, 28) if "images" in name else (count,)
        head = struct.pack(f">{len(sizes) + 1}I", 0x800 + len(sizes), *sizes)
        (folder / (name + suffix)).write_bytes(pack(head + values.astype(np.uint8).tobytes()))
    return folder


def load(folder):
    return load_own(folder, DataSettings())


def loaded(folder):
    *progress, data = load(folder)
    fractions = [item.fraction for item in progress if item is not None]
    assert fractions == sorted(fractions)
    assert all(str(item.words) for item in progress if item is not None)
    return data


def sentence(folder):
    with pytest.raises(DataError) as caught:
        list(load(folder))
    return str(caught.value)


@pytest.mark.parametrize(("pack", "suffix"), [(gzip.compress, ".gz"), (bytes, "")])
def test_other_pictures_are_never_called_fashion_mnist(tmp_path, pack, suffix):
    data = loaded(write(tmp_path / "mnist", pack=pack, suffix=suffix))
    assert isinstance(data, ImageData)
    assert data.name == "Images from mnist (not FashionMNIST)"
    assert not data.is_fashion_mnist
    assert data.source == str(tmp_path / "mnist")
    assert data.train_images.shape == (20, 784)
    assert data.test_labels.tolist() == list(range(10))
    assert data.classes == tuple("0123456789")


def test_official_files_are_recognised(fashion_mnist_folder):
    data = loaded(fashion_mnist_folder)
    assert data.name == "FashionMNIST"
    assert data.is_fashion_mnist
    assert data.classes == CLASSES
    assert data.train_images.shape == (60_000, 784)
    assert data.test_images.shape == (10_000, 784)
    assert np.bincount(data.train_labels).tolist() == [6000] * 10
    assert np.bincount(data.test_labels).tolist() == [1000] * 10
    assert data.train_images.dtype == np.uint8
    assert round(data.train_images.mean() / 255, 4) == 0.2860


def test_official_files_unpacked_are_recognised_and_swapped_are_not(
        fashion_mnist_folder, tmp_path):
    for name in FILES:
        packed = (fashion_mnist_folder / f"{name}.gz").read_bytes()
        (tmp_path / name).write_bytes(gzip.decompress(packed))
    assert loaded(tmp_path).is_fashion_mnist
    train, test = tmp_path / FILES[1], tmp_path / FILES[3]
    labels = bytearray(test.read_bytes())
    labels[8], labels[9] = labels[9], labels[8]
    test.write_bytes(labels)
    assert not loaded(tmp_path).is_fashion_mnist
    assert train.exists()


def test_digest_depends_on_shape_and_every_byte():
    flat, square = np.zeros(4, np.uint8), np.zeros((2, 2), np.uint8)
    other = flat.copy()
    other[3] = 1
    assert len({array_digest(flat), array_digest(square), array_digest(other)}) == 3


@pytest.mark.parametrize("name", FILES)
def test_missing_file_is_named(tmp_path, name):
    write(tmp_path)
    (tmp_path / f"{name}.gz").unlink()
    assert sentence(tmp_path).startswith(f"{name}.gz is not in {tmp_path}.")


def test_what_is_no_folder_is_named(tmp_path):
    assert sentence(tmp_path / "absent").startswith(f"{tmp_path / 'absent'} is not there.")


@pytest.mark.parametrize(("counts", "words"), [
    ((20, 19, 10, 10), f"{FILES[0]} in {{folder}} holds 20 images, but its label file holds 19"),
    ((20, 20, 10, 11), f"{FILES[2]} in {{folder}} holds 10 images, but its label file holds 11"),
    ((20, 20, 0, 10), "t10k-images-idx3-ubyte.gz is empty"),
])
def test_counts_must_agree(tmp_path, counts, words):
    assert words.format(folder=tmp_path) in sentence(write(tmp_path, counts))


def test_packed_file_goes_before_the_plain_one(tmp_path):
    write(tmp_path)
    for name in FILES:
        (tmp_path / name).write_bytes(b"rubbish")
    assert loaded(tmp_path).train_images.shape == (20, 784)


def test_finding_looks_in_the_named_folder_then_the_users_then_the_resources(
        tmp_path, monkeypatch):
    monkeypatch.setattr(fashion_mnist, "resources_folder", lambda: tmp_path / "resources")
    monkeypatch.delenv("ACTIVATION_LAB_DATA", raising=False)
    assert find_fashion_mnist() is None
    bundled = write(tmp_path / "resources" / "datasets" / "fashion-mnist")
    assert find_fashion_mnist() == bundled
    own = write(data_folder() / "fashion-mnist", pack=bytes, suffix="")
    assert find_fashion_mnist() == own
    monkeypatch.setenv("ACTIVATION_LAB_DATA", str(tmp_path / "named"))
    assert find_fashion_mnist() == own
    below = write(tmp_path / "named" / "fashion-mnist")
    assert find_fashion_mnist() == below
    assert find_fashion_mnist() != write(tmp_path / "named") == find_fashion_mnist()


def test_incomplete_folder_is_not_found(tmp_path, monkeypatch):
    monkeypatch.setattr(fashion_mnist, "resources_folder", lambda: tmp_path / "resources")
    monkeypatch.setenv("ACTIVATION_LAB_DATA", str(write(tmp_path / "named")))
    (tmp_path / "named" / f"{FILES[2]}.gz").unlink()
    assert find_fashion_mnist() is None
