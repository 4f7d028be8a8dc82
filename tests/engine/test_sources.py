"""What is opened for each wish."""

import gzip
import struct

import pytest

from engine.data import fashion_mnist, garments
from engine.data.fashion_mnist import FILES, download_folder
from engine.data.images import ImageData
from engine.data.sources import DataProgress, opened, opened_now
from engine.errors import DataError


@pytest.fixture(autouse=True)
def few_garments_and_no_other_set(tmp_path, monkeypatch):
    load = garments.load
    monkeypatch.setattr(garments, "load", lambda: load(train=100, test=20))
    monkeypatch.setattr(fashion_mnist, "resources_folder", lambda: tmp_path / "resources")
    monkeypatch.delenv("ACTIVATION_LAB_DATA", raising=False)


def write(folder):
    folder.mkdir(parents=True)
    for name in FILES:
        sizes = (2, 28, 28) if "images" in name else (2,)
        head = struct.pack(f">{len(sizes) + 1}I", 0x800 + len(sizes), *sizes)
        content = head + (bytes(2 * 784) if "images" in name else b"\0\1")
        (folder / f"{name}.gz").write_bytes(gzip.compress(content))
    return folder


@pytest.mark.parametrize("source", ["auto", "garments"])
def test_garments_are_opened_where_nothing_is_found(source):
    *progress, data = opened(source)
    assert isinstance(data, ImageData)
    assert data.name == "Garments (not FashionMNIST)"
    assert not data.is_fashion_mnist
    assert all(item is None or isinstance(item, DataProgress) for item in progress)
    assert str(progress[0].words) == "Opening the built-in garments"


def test_folder_is_opened_as_it_is(tmp_path):
    data = opened_now(str(write(tmp_path / "mine")))
    assert data.name == "Images from mine (not FashionMNIST)"


def test_automatic_refuses_other_pictures_under_the_same_names():
    folder = write(download_folder())
    with pytest.raises(DataError) as caught:
        opened_now("auto")
    assert str(folder) in str(caught.value)
    assert "hold other pictures" in str(caught.value)
    assert opened_now("garments").name == garments.NAME


def test_automatic_does_not_pass_over_damage():
    folder = write(download_folder())
    (folder / f"{FILES[0]}.gz").write_bytes(b"rubbish")
    with pytest.raises(DataError, match="train-images-idx3-ubyte.gz is not the IDX file"):
        opened_now()


def test_automatic_takes_fashion_mnist_where_it_is(fashion_mnist_folder, monkeypatch):
    monkeypatch.setenv("ACTIVATION_LAB_DATA", str(fashion_mnist_folder))
    data = opened_now()
    assert data.is_fashion_mnist
    assert data.source == str(fashion_mnist_folder)


def test_unknown_folder_is_named(tmp_path):
    with pytest.raises(DataError, match="is not there"):
        opened_now(str(tmp_path / "absent"))
