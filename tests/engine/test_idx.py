"""Damaged, lying and oversized IDX files give one sentence, and cost no memory."""

import gzip
import struct
import tracemalloc
import zlib

import numpy as np
import pytest

from engine.data import idx
from engine.errors import DataError


def drained(reading):
    try:
        while True:
            next(reading)
    except StopIteration as end:
        return end.value


def read_images(path):
    return drained(idx.read_images(path))


def read_labels(path):
    return drained(idx.read_labels(path))


def image_bytes(count=2, height=28, width=28, seed=0):
    pixels = np.random.default_rng(seed).integers(0, 256, count * height * width, np.uint8)
    return struct.pack(">4I", 0x803, count, height, width) + pixels.tobytes()


def label_bytes(labels=(0, 9, 3)):
    return struct.pack(">2I", 0x801, len(labels)) + bytes(labels)


def written(tmp_path, content, name="train-images-idx3-ubyte.gz"):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def sentence(read, path):
    with pytest.raises(DataError) as caught:
        read(path)
    text = str(caught.value)
    assert path.name in text
    assert text.endswith(".")
    return text


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_content_is_what_was_written(tmp_path, pack):
    content = image_bytes(5)
    images = read_images(written(tmp_path, pack(content)))
    assert images.shape == (5, 28, 28)
    assert images.dtype == np.uint8
    assert images.tobytes() == content[16:]
    labels = read_labels(written(tmp_path, pack(label_bytes())))
    assert labels.tolist() == [0, 9, 3]


def test_one_label_alone_is_read_and_missed(tmp_path):
    assert read_labels(written(tmp_path, gzip.compress(label_bytes([4])))).tolist() == [4]
    cut = gzip.compress(label_bytes([4])[:-1])
    assert "1 labels are announced, 0 are there" in sentence(read_labels, written(tmp_path, cut))


def test_cut_short_says_what_is_announced_and_found(tmp_path):
    content = struct.pack(">4I", 0x803, 60_000, 28, 28) + bytes(41_372 * 784 + 99)
    path = written(tmp_path, gzip.compress(content, 1))
    assert sentence(read_images, path) == (
        "train-images-idx3-ubyte.gz is cut short: 60,000 images are announced, 41,372 are there. "
        "Nothing was loaded. Download the file again, or choose another folder.")


def test_cut_compressed_stream_counts_what_arrived(tmp_path):
    content = image_bytes(400)
    packed = gzip.compress(content)
    text = sentence(read_images, written(tmp_path, packed[:len(packed) // 2]))
    found = int(text.split("announced, ")[1].split()[0])
    unpacked = zlib.decompressobj(31).decompress(packed[:len(packed) // 2])
    assert found == (len(unpacked) - 16) // 784
    assert 150 < found < 250


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
@pytest.mark.parametrize(("read", "content"), [(read_images, image_bytes()),
                                               (read_labels, label_bytes())])
def test_every_truncation_is_found(tmp_path, pack, read, content):
    whole = pack(content)
    for length in range(len(whole)):
        sentence(read, written(tmp_path, whole[:length]))


@pytest.mark.parametrize(("read", "content", "offset"), [(read_images, image_bytes(1), 16),
                                                         (read_labels, label_bytes(), 8)])
def test_flipped_byte_is_found_or_changes_nothing(tmp_path, read, content, offset):
    whole, intact = gzip.compress(content), 0
    for place in range(len(whole)):
        damaged = bytearray(whole)
        damaged[place] ^= 0xFF
        path = written(tmp_path, damaged)
        try:
            assert read(path).tobytes() == content[offset:]
            intact += 1
        except DataError as error:
            assert path.name in str(error)
    assert intact <= 6


@pytest.mark.parametrize("place", range(16))
def test_flipped_byte_of_a_plain_header_is_found(tmp_path, place):
    damaged = bytearray(image_bytes())
    damaged[place] ^= 0xFF
    sentence(read_images, written(tmp_path, damaged))


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gz"])
def test_bytes_behind_the_content_are_refused(tmp_path, pack):
    path = written(tmp_path, pack(image_bytes() + b"\0"))
    assert "longer than the 2 items" in sentence(read_images, path)


def test_rubbish_behind_the_compressed_stream_is_damage(tmp_path):
    path = written(tmp_path, gzip.compress(image_bytes()) + b"rubbish")
    assert "is damaged" in sentence(read_images, path)


def test_wrong_check_sum_is_damage(tmp_path):
    packed = bytearray(gzip.compress(image_bytes()))
    packed[-8] ^= 1
    assert "is damaged" in sentence(read_images, written(tmp_path, packed))


@pytest.mark.parametrize(("read", "content", "words"), [
    (read_images, label_bytes(), "begins with 00000801 instead of 00000803"),
    (read_labels, image_bytes(), "begins with 00000803 instead of 00000801"),
    (read_images, b"<html>login</html>", "begins with 3c68746d"),
    (read_images, b"", "begins with - instead"),
    (read_images, image_bytes(3, 1, 28), "28 x 1 pixels; sides of 2 to 4096"),
    (read_images, image_bytes(1, 5000, 2), "2 x 5000 pixels; sides of 2 to 4096"),
    (read_images, image_bytes(0), "announces 0 items"),
    (read_labels, label_bytes([]), "announces 0 items"),
    (read_images, struct.pack(">4I", 0x803, 2**32 - 1, 28, 28), "announces 4,294,967,295 items"),
])
def test_wrong_content_is_named(tmp_path, read, content, words):
    assert words in sentence(read, written(tmp_path, content))


@pytest.mark.parametrize("sides", [(2, 3), (64, 5), (4096, 2)])
def test_pictures_may_have_any_size(tmp_path, sides):
    content = image_bytes(4, *sides)
    images = read_images(written(tmp_path, content))
    assert images.shape == (4, *sides)
    assert images.tobytes() == content[16:]


def test_the_limit_is_of_bytes_and_can_be_set(tmp_path):
    path = written(tmp_path, image_bytes(4))
    assert len(drained(idx.read_images(path, largest=4 * 784))) == 4
    with pytest.raises(DataError, match="announces 4 items, more than the 3 that are accepted"):
        drained(idx.read_images(path, largest=4 * 784 - 1))


def test_absent_file_and_folder_are_named(tmp_path):
    assert "cannot be read" in sentence(read_images, tmp_path / "absent.gz")
    assert "cannot be read" in sentence(read_images, tmp_path)


@pytest.mark.parametrize("announced", [1, 600_000])
def test_bombs_and_lies_take_no_memory(tmp_path, announced):
    behind = 2**25 if announced == 1 else 784
    path = written(tmp_path, gzip.compress(
        struct.pack(">4I", 0x803, announced, 28, 28) + bytes(behind)))
    tracemalloc.start()
    try:
        sentence(read_images, path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2**22
