"""IDX sets of other pictures than FashionMNIST's, what a place holds, and the split by a seed."""

import gzip
import string

import numpy as np
import pytest
from own_data import findings, pixels, read, refused, write_idx

from engine.data import own
from engine.data.settings import DataSettings, read_source, source_text
from engine.errors import InputError

STRANGE = "激活 函数 é 😀 #1"


def write_set(folder, labels, *, shape=(6, 5), names=("train", "t10k"), prefix="", suffix="",
              pack=bytes):
    """Train and test files; gives the training pictures."""
    for seed, name in enumerate(names):
        images = pixels(len(labels), *shape, seed=seed)
        write_idx(folder / f"{prefix}{name}-images-idx3-ubyte{suffix}", images, pack)
        write_idx(folder / f"{prefix}{name}-labels-idx1-ubyte{suffix}", labels, pack)
    return pixels(len(labels), *shape, seed=0)


@pytest.mark.parametrize(("suffix", "pack"), [("", bytes), (".gz", gzip.compress)])
def test_any_size_and_number_of_classes_is_read(tmp_path, suffix, pack):
    images = write_set(tmp_path / STRANGE, [0, 1, 2, 2], suffix=suffix, pack=pack)
    data = read(tmp_path / STRANGE)
    assert data.shape == (1, 6, 5)
    assert data.classes == ("0", "1", "2")
    assert np.array_equal(data.train_images, images.reshape(4, 30))
    assert data.train_labels.tolist() == [0, 1, 2, 2]
    assert data.source == str(tmp_path / STRANGE)
    assert np.array_equal(data.pictures(data.train_images)[..., 0], images)


def test_emnist_letters_begin_at_one_and_are_turned_back(tmp_path):
    labels = np.arange(52) % 26 + 1
    images = write_set(tmp_path, labels, names=("train", "test"), prefix="emnist-letters-")
    data = read(tmp_path)
    assert data.name == "EMNIST letters"
    assert data.classes == tuple(string.ascii_uppercase)
    assert data.shape == (1, 5, 6)
    assert np.array_equal(data.pictures(data.train_images)[3, :, :, 0], images[3].T)
    assert data.train_labels.tolist() == (labels - 1).tolist()
    assert "begin at 1" in findings(data)
    assert "exchanged" in findings(data)


def test_one_of_several_sets_in_a_folder_is_chosen_by_a_file(tmp_path):
    write_set(tmp_path, [0, 1], names=("train", "test"), prefix="emnist-digits-")
    write_set(tmp_path, [0, 1, 2], names=("train", "test"), prefix="kmnist-")
    assert "holds 2 data sets: emnist-digits, kmnist." in refused(tmp_path)
    data = read(tmp_path / "kmnist-test-labels-idx1-ubyte")
    assert (data.name, len(data.classes)) == ("kmnist", 3)
    again = read(data.source)
    assert again.digest == data.digest


def test_a_name_with_test_inside_a_word_is_a_training_set(tmp_path):
    write_set(tmp_path, [0, 1], names=("train", "test"), prefix="my-latest-")
    assert read(tmp_path).name == "my-latest"


@pytest.mark.parametrize(("labels", "words"), [
    ([0, 0, 0], "holds one class only"),
    ([0, 1, 3], "has no training picture of class 2 (empty classes: 1 of 4)"),
    ([2, 3, 2], "has no training picture of class 0 (empty classes: 2 of 4)"),
])
def test_labels_that_make_no_classes_are_refused(tmp_path, labels, words):
    write_set(tmp_path, labels)
    assert words in refused(tmp_path)


def test_a_test_label_without_training_pictures_is_refused(tmp_path):
    write_set(tmp_path, [0, 1, 1])
    write_idx(tmp_path / "t10k-labels-idx1-ubyte", [0, 1, 2])
    assert "the label 2 in its test set, but there are only 2 classes, 0 to 1" in refused(tmp_path)


def test_counts_sizes_and_absent_files_are_refused(tmp_path):
    write_set(tmp_path, [0, 1, 1])
    write_idx(tmp_path / "t10k-images-idx3-ubyte", pixels(3, 6, 6))
    assert "have 5 x 6 pixels, the test pictures 6 x 6" in refused(tmp_path)
    write_idx(tmp_path / "t10k-labels-idx1-ubyte", [0, 1])
    assert "holds 3 images, but its label file holds 2 labels" in refused(tmp_path)
    (tmp_path / "train-labels-idx1-ubyte").unlink()
    assert refused(tmp_path).startswith(f"train-labels-idx1-ubyte is not in {tmp_path}.")


def test_the_memory_limit_is_a_setting(tmp_path):
    write_set(tmp_path, [0, 1], shape=(1024, 600))
    assert "Raise the memory limit" in refused(source_text(
        str(tmp_path), DataSettings(memory_limit=1)))
    assert read(source_text(str(tmp_path), DataSettings(memory_limit=2))).shape == (1, 1024, 600)


@pytest.fixture
def without_test_set(tmp_path):
    """60 pictures of three classes, 30, 20 and 10, and none for the test."""
    labels = np.repeat([0, 1, 2], [30, 20, 10])[np.random.default_rng(1).permutation(60)]
    write_set(tmp_path, labels, names=("train",))
    return tmp_path


def test_the_split_takes_the_same_share_of_each_class_and_loses_nothing(without_test_set):
    data = read(without_test_set)
    assert np.bincount(data.test_labels).tolist() == [6, 4, 2]
    assert np.bincount(data.train_labels).tolist() == [24, 16, 8]
    whole = pixels(60, 6, 5).reshape(60, 30)
    where = {row.tobytes(): index for index, row in enumerate(whole)}
    train = [where[row.tobytes()] for row in data.train_images]
    test = [where[row.tobytes()] for row in data.test_images]
    assert sorted(train + test) == list(range(60))
    assert train == sorted(train)
    assert "12 of 60 pictures were kept for it" in findings(data)


def test_the_split_depends_on_seed_and_share_alone(without_test_set):
    place = str(without_test_set)
    first = read(place)
    assert read(place).digest == first.digest
    other = read(source_text(place, DataSettings(split_seed=8)))
    assert other.digest != first.digest
    assert len(other.test_labels) == len(first.test_labels)
    assert other.source == f"{place}#split_seed=8"
    assert read(other.source).digest == other.digest
    half = read(source_text(place, DataSettings(test_share=0.5)))
    assert np.bincount(half.test_labels).tolist() == [15, 10, 5]


def test_a_class_of_one_picture_cannot_be_split(tmp_path):
    write_set(tmp_path, [0, 0, 1], names=("train",))
    assert "only one picture of class 1" in refused(tmp_path)


def test_a_source_says_its_settings_and_a_hash_sign_may_be_part_of_a_name(tmp_path):
    settings = DataSettings(test_share=0.25, label_set="coarse")
    text = source_text("C#/photos", settings)
    assert text == "C#/photos#test_share=0.25,label_set=coarse"
    assert read_source(text) == ("C#/photos", settings)
    assert source_text("auto", DataSettings()) == "auto"
    for name in ("C#", "a#b=c", "a#split_seed", "#split_seed=3"):
        assert read_source(name) == (name, DataSettings())
    there = tmp_path / "a#split_seed=3"
    there.mkdir()
    assert read_source(str(there)) == (str(there), DataSettings())
    with pytest.raises(InputError, match="test_share must be between"):
        read_source("photos#test_share=2")
    with pytest.raises(InputError, match="twice"):
        read_source("photos#split_seed=2,split_seed=3")


def test_what_is_not_read_here_is_said(tmp_path):
    assert "is not there" in refused(tmp_path / "absent")
    assert "cannot be read: File name too long" in refused("x" * 5000)
    assert "is not there" in refused("nul\0byte")
    assert "holds nothing that is read here" in refused(tmp_path)
    (tmp_path / "notes.txt").write_text("nothing")
    assert "holds nothing that is read here" in refused(tmp_path / "notes.txt")
    (tmp_path / "data_batch_1").write_bytes(b"\x80\x02")
    assert "pickles" in refused(tmp_path)


def test_the_one_folder_inside_that_holds_a_set_is_taken(tmp_path):
    write_set(tmp_path / "MNIST" / "raw", [0, 1])
    assert read(tmp_path / "MNIST").source == str(tmp_path / "MNIST" / "raw")


def test_closing_ends_the_reading(tmp_path):
    write_set(tmp_path, [0, 1])
    loading = own.load(tmp_path, DataSettings())
    next(loading)
    loading.close()
    assert list(loading) == []
