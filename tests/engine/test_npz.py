"""Data from .npz files: what is taken, what is refused, and that nothing in them is run."""

import io
import pickle
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest
from own_data import findings, pixels, read, refused

from engine.data.settings import DataSettings, source_text

LABELS = np.arange(12) % 3


def saved(tmp_path, save=np.savez, **arrays):
    path = tmp_path / "数据 é.npz"
    save(path, **arrays)
    return path


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
@pytest.mark.parametrize("names", [("x_train", "y_train", "x_test", "y_test"),
                                   ("train_images", "train_labels", "test_images", "test_labels")])
def test_both_sets_are_read_under_their_usual_names(tmp_path, save, names):
    train, test = pixels(12, 7, 9), pixels(3, 7, 9, seed=1)
    path = saved(tmp_path, save, **dict(zip(names, (train, LABELS, test, LABELS[:3, None]),
                                            strict=True)))
    data = read(path)
    assert (data.name, data.shape, data.classes) == ("数据 é", (1, 7, 9), ("0", "1", "2"))
    assert np.array_equal(data.train_images, train.reshape(12, 63))
    assert np.array_equal(data.test_images, test.reshape(3, 63))
    assert data.test_labels.tolist() == [0, 1, 2]
    assert not data.findings


@pytest.mark.parametrize("order", ["C", "F"])
@pytest.mark.parametrize("first", [True, False], ids=["channels first", "channels last"])
def test_channels_may_stand_first_or_last_and_numbers_in_either_order(tmp_path, first, order):
    pictures = pixels(12, 8, 5, 3)
    images = np.array(pictures.transpose(0, 3, 1, 2) if first else pictures, order=order)
    data = read(saved(tmp_path, images=images, labels=LABELS))
    assert data.shape == (3, 8, 5)
    everything = np.concatenate([data.pictures(data.train_images),
                                 data.pictures(data.test_images)])
    assert {one.tobytes() for one in everything} == {one.tobytes() for one in pictures}
    assert "kept for it" in findings(data)


@pytest.mark.parametrize("kind", [np.float16, np.float32, ">f8"])
def test_fractions_are_scaled_and_that_is_said(tmp_path, kind):
    levels = np.arange(256).reshape(4, 8, 8)
    data = read(saved(tmp_path, x_train=(levels / 255).astype(kind), y_train=[0, 1, 0, 1],
                      x_test=levels.astype(np.uint8), y_test=[0, 1, 0, 1]))
    assert np.array_equal(data.train_images, data.test_images)
    assert "x_train holds fractions of 0 to 1; they were multiplied by 255" in findings(data)


def test_whole_numbers_flat_rows_and_class_names(tmp_path):
    images = pixels(12, 16).astype(np.int32)
    data = read(saved(tmp_path, x_train=images, y_train=LABELS, x_test=images, y_test=LABELS,
                      classes=np.array(["red", "grün", "蓝"])))
    assert (data.shape, data.classes) == ((1, 4, 4), ("red", "grün", "蓝"))
    assert np.array_equal(data.train_images, images)
    assert "taken as 4 x 4 pixels" in findings(data)


REFUSED = [
    ({"images": pixels(12, 4, 4), "labels": LABELS[:11]}, "12 pictures in images, but 11 labels"),
    ({"images": pixels(0, 4, 4), "labels": LABELS[:0]}, "but 0 labels"),
    ({"images": pixels(12, 15), "labels": LABELS}, "has the shape (12, 15)"),
    ({"images": pixels(12, 4, 4, 4), "labels": LABELS}, "has the shape (12, 4, 4, 4)"),
    ({"images": np.array(5), "labels": LABELS}, "has the shape ()"),
    ({"images": pixels(12, 4, 4) * 2.0, "labels": LABELS}, "fractions must be from 0 to 1"),
    ({"images": np.full((12, 4, 4), np.nan), "labels": LABELS}, "fractions must be from 0 to 1"),
    ({"images": pixels(12, 4, 4).astype(int) - 1, "labels": LABELS}, "must be from 0 to 255"),
    ({"images": np.zeros((12, 4, 4), complex), "labels": LABELS}, "of type complex128"),
    ({"images": pixels(12, 4, 4), "labels": LABELS / 2}, "float64 of shape (12,)"),
    ({"images": pixels(12, 4, 4), "labels": np.eye(12, dtype=int)}, "of shape (12, 12)"),
    ({"images": pixels(12, 4, 4), "labels": LABELS - 1}, "the label -1"),
    ({"images": pixels(12, 4, 4), "labels": LABELS + 300}, "the label 300"),
    ({"images": pixels(12, 4, 4), "labels": LABELS * 0}, "one class only"),
    ({"images": pixels(12, 4, 4), "labels": LABELS * 2}, "no training picture of class 1"),
    ({"images": pixels(12, 4, 4), "labels": LABELS, "classes": np.array(["a", "b"])},
     "the label 2 in its training set, but there are only 2 classes"),
    ({"pictures": pixels(12, 4, 4)}, "it has pictures"),
    ({"x_train": pixels(12, 4, 4), "y_train": LABELS, "x_test": pixels(12, 4, 5),
      "y_test": LABELS}, "Save pictures of one shape"),
]


@pytest.mark.parametrize(("arrays", "words"), REFUSED, ids=[words for _, words in REFUSED])
def test_what_is_wrong_is_said(tmp_path, arrays, words):
    sentence = refused(saved(tmp_path, **arrays))
    assert words in sentence
    assert "数据 é" in sentence


class _Marker:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


@pytest.mark.parametrize("name", ["images", "labels", "classes"])
def test_a_pickle_inside_is_never_run(tmp_path, name):
    marker = tmp_path / "marker"
    arrays = {"images": pixels(12, 4, 4), "labels": LABELS,
              name: np.array([_Marker(marker)] * 12, object)}
    path = saved(tmp_path, **arrays)
    assert "holds Python objects, which are never opened" in refused(path)
    (tmp_path / "bare.npz").write_bytes(pickle.dumps(_Marker(marker)))
    assert "is damaged" in refused(tmp_path / "bare.npz")
    assert not marker.exists()


def test_objects_under_other_names_are_left_alone(tmp_path):
    marker = tmp_path / "marker"
    path = saved(tmp_path, images=pixels(12, 4, 4), labels=LABELS,
                 notes=np.array([_Marker(marker)], object))
    assert len(read(path).classes) == 3
    assert not marker.exists()


def test_every_truncation_is_refused(tmp_path):
    path = saved(tmp_path, images=pixels(6, 3, 3), labels=LABELS[:6])
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        refused(path)


@pytest.mark.parametrize("save", [np.savez, np.savez_compressed])
def test_a_flipped_byte_is_refused_or_changes_nothing(tmp_path, save):
    path = saved(tmp_path, save, images=pixels(6, 3, 3), labels=LABELS[:6])
    whole, digest = path.read_bytes(), read(path).digest
    caught = 0
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1:])
        try:
            assert read(path).digest == digest
        except AssertionError:
            raise
        except Exception as error:
            assert type(error).__name__ == "DataError", error
            caught += 1
    assert caught > len(whole) // 3


def bomb(path, announced, content):
    """A compressed member that unpacks to `content`, under a header of `announced` pictures."""
    head = io.BytesIO()
    np.lib.format.write_array_header_1_0(
        head, {"descr": "|u1", "fortran_order": False, "shape": announced})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("images.npy", head.getvalue() + content)
        labels = io.BytesIO()
        np.save(labels, np.zeros(announced[0], np.uint8))
        archive.writestr("labels.npy", labels.getvalue())
    return path


@pytest.mark.parametrize(("announced", "words"), [
    ((4, 4096, 2048), "Raise the memory limit"),
    ((1, 28, 28), "does not have the 784 values that it announces"),
    ((2**15, 4096, 4096), "does not have"),
])
def test_bombs_and_lies_take_no_memory(tmp_path, announced, words):
    path = bomb(tmp_path / "bomb.npz", announced, bytes(2**25))
    source = source_text(str(path), DataSettings(memory_limit=8))
    tracemalloc.start()
    try:
        assert words in refused(source)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2**23
