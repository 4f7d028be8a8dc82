"""The built-in set: always the same, balanced, learnable, and kept without trust."""

import numpy as np
import pytest

from engine.data import garments
from engine.data.images import ImageData

GOLDEN = "8e6966a89488e6fe27a417ec9342b711cd5a753be3db6bd9c9fb096bd7fc5eae"


def drawn(train=1000, test=200, **options):
    *progress, data = garments.draw(train, test, **options)
    assert all(item is None or 0 < item.fraction <= 1 for item in progress)
    return data


def last(steps):
    *_, data = steps
    assert isinstance(data, ImageData)
    return data


def test_set_says_that_it_is_not_fashion_mnist():
    data = drawn()
    assert data.name == "Garments (not FashionMNIST)"
    assert not data.is_fashion_mnist
    assert data.source == "made by the program"


def test_classes_are_balanced_and_shuffled():
    data = drawn()
    assert data.train_images.shape == (1000, 784)
    assert data.test_images.shape == (200, 784)
    assert data.train_images.dtype == data.train_labels.dtype == np.uint8
    assert np.bincount(data.train_labels).tolist() == [100] * 10
    assert np.bincount(data.test_labels).tolist() == [20] * 10
    assert len(set(data.train_labels[:20].tolist())) > 5


def test_pictures_are_the_same_on_every_machine():
    assert drawn().digest == GOLDEN
    assert drawn(seed=2).digest != GOLDEN


def test_no_two_pictures_are_alike_and_none_is_empty():
    data = drawn()
    everything = np.concatenate([data.train_images, data.test_images])
    assert len({picture.tobytes() for picture in everything}) == 1200
    assert (everything.max(axis=1) > 40).all()
    assert ((everything == 0).mean(axis=1) > 0.1).all()


def test_nearest_neighbour_is_right_as_often_as_on_the_real_set():
    data = drawn(4000, 500)
    train, test = (images.astype(np.float32) for images in (data.train_images, data.test_images))
    distances = (train**2).sum(1) - 2 * test @ train.T
    accuracy = (data.train_labels[distances.argmin(1)] == data.test_labels).mean()
    assert 0.6 < accuracy < 0.9


def test_second_opening_reads_what_was_kept(tmp_path, monkeypatch):
    path = tmp_path / "kept" / "garments.npz"
    first = last(garments.load(path, 500, 100))
    monkeypatch.setattr(garments, "draw", lambda *_: pytest.fail("drawn again"))
    second = last(garments.load(path, 500, 100))
    assert second.digest == first.digest
    assert np.array_equal(second.train_images, first.train_images)
    assert np.array_equal(second.test_labels, first.test_labels)
    assert [kept.name for kept in path.parent.iterdir()] == ["garments.npz"]


def test_every_kind_of_damage_is_healed(tmp_path):
    path = tmp_path / "garments.npz"
    digest = last(garments.load(path, 20, 10)).digest
    whole = path.read_bytes()
    random = np.random.default_rng(0)
    header_places = [place for place in range(len(whole)) if whole[place:place + 2] == b"PK"]
    places = [*random.integers(0, len(whole), 60), *range(80), *range(len(whole) - 200, len(whole)),
              *(place + step for place in header_places for step in range(0, 46, 3))]
    for place in places:
        if place < len(whole):
            damaged = bytearray(whole)
            damaged[place] ^= 0xFF
            path.write_bytes(damaged)
            assert last(garments.load(path, 20, 10)).digest == digest
    for length in (0, 1, 100, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert last(garments.load(path, 20, 10)).digest == digest


def test_set_of_another_size_or_content_is_made_again(tmp_path):
    path = tmp_path / "garments.npz"
    last(garments.load(path, 20, 10))
    assert last(garments.load(path, 30, 10)).train_images.shape == (30, 784)
    with np.load(path) as kept:
        arrays = dict(kept)
    arrays["train_labels"] = arrays["train_labels"][::-1]
    np.savez(path, **arrays)
    assert last(garments.load(path, 30, 10)).digest == drawn(30, 10).digest


def test_cache_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    data = last(garments.load(tmp_path / "file" / "garments.npz", 20, 10))
    assert data.train_images.shape == (20, 784)


def test_closing_half_way_keeps_nothing(tmp_path):
    path = tmp_path / "garments.npz"
    steps = garments.load(path, 20, 10)
    next(steps)
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []
