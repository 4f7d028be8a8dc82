"""The binary files of CIFAR-10 and CIFAR-100, as the page of the data set describes them."""

import numpy as np
import pytest
from own_data import pixels, read, refused

from engine.data.settings import DataSettings, source_text


def records(labels, seed=0):
    """(bytes of a file, its pictures): label bytes, then red, green and blue of 32 x 32."""
    images = pixels(len(labels), 3, 32, 32, seed=seed)
    return b"".join(bytes(np.atleast_1d(label).tolist()) + image.tobytes()
                    for label, image in zip(labels, images, strict=True)), images


@pytest.fixture
def ten(tmp_path):
    folder = tmp_path / "CIFAR é 十"
    folder.mkdir()
    for number in (1, 2):
        (folder / f"data_batch_{number}.bin").write_bytes(records(range(10), number)[0])
    (folder / "test_batch.bin").write_bytes(records([3, 9], 6)[0])
    return folder


@pytest.fixture
def hundred(tmp_path):
    labels = [(fine // 5, fine) for fine in range(100)]
    (tmp_path / "train.bin").write_bytes(records(labels)[0])
    (tmp_path / "test.bin").write_bytes(records(labels[:3], 1)[0])
    return tmp_path


def test_cifar_10_is_colour_by_channel_with_its_names(ten):
    data = read(ten)
    assert (data.name, data.shape, data.is_fashion_mnist) == ("CIFAR-10", (3, 32, 32), False)
    assert data.train_labels.tolist() == [*range(10), *range(10)]
    assert data.test_labels.tolist() == [3, 9]
    assert data.classes[9] == "truck"
    second = records(range(10), 2)[1]
    assert np.array_equal(data.train_images[10:].reshape(10, 3, 32, 32), second)
    assert np.array_equal(data.pictures(data.train_images)[12, 5, 6], second[2, :, 5, 6])


def test_names_are_taken_from_the_file_beside_where_it_has_them_all(ten):
    names = [f"kind {number}" for number in range(10)]
    (ten / "batches.meta.txt").write_text("\n".join([*names, "", ""]))
    assert read(ten).classes == tuple(names)
    (ten / "batches.meta.txt").write_bytes(b"\xff\xfe")
    assert read(ten).classes[0] == "airplane"


def test_a_part_of_the_set_says_what_is_missing(ten):
    [said] = read(ten).findings
    assert str(said).endswith(": data_batch_3.bin, data_batch_4.bin, data_batch_5.bin.")
    for number in (3, 4, 5):
        (ten / f"data_batch_{number}.bin").write_bytes(records(range(10), number)[0])
    assert read(ten).findings == ()


def test_without_a_test_batch_the_set_is_split(ten):
    (ten / "test_batch.bin").unlink()
    data = read(ten)
    assert np.bincount(data.test_labels).tolist() == [1] * 10


def test_cifar_100_has_fine_and_coarse_labels(hundred):
    data = read(hundred)
    assert (data.name, len(data.classes)) == ("CIFAR-100", 100)
    assert data.train_labels.tolist() == list(range(100))
    coarse = read(source_text(str(hundred), DataSettings(label_set="coarse")))
    assert len(coarse.classes) == 20
    assert coarse.train_labels.tolist() == [label // 5 for label in range(100)]
    assert np.array_equal(coarse.train_images, data.train_images)
    assert coarse.digest != data.digest


def test_a_file_of_the_set_stands_for_its_folder(ten):
    assert read(ten / "data_batch_2.bin").digest == read(ten).digest


def test_every_wrong_length_and_label_is_named(ten):
    path = ten / "data_batch_2.bin"
    whole = path.read_bytes()
    for length in (0, 1, 3072, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert refused(ten).startswith("data_batch_2.bin is not a whole file of CIFAR-10")
    path.write_bytes(bytes([10]) + whole[1:])
    assert "holds the label 10; CIFAR-10 has only 0 to 9" in refused(ten)
    path.rename(ten / "data_batch_3.bin")
    assert refused(ten).startswith("data_batch_2.bin is not in")


def test_the_memory_limit_holds_before_reading(ten):
    (ten / "data_batch_2.bin").write_bytes(b"")
    with (ten / "data_batch_2.bin").open("r+b") as file:
        file.truncate(3073 * 1000)  # a hole: takes no room
    assert "Raise the memory limit" in refused(source_text(
        str(ten), DataSettings(memory_limit=2)))
