"""Class folders of PNG and JPEG pictures, written by Pillow."""

import io
import os
import struct
import sys
import zlib
from pathlib import Path

import numpy as np
import pytest
from own_data import findings, pixels, read, refused
from PIL import Image

from engine.data import picture_files
from engine.data.settings import DataSettings, source_text


def write(folder, name, array, **more):
    folder.mkdir(parents=True, exist_ok=True)
    Image.fromarray(array).save(folder / name, **more)
    return folder / name


def grey_set(folder, classes=("a", "b"), count=5, size=(6, 4)):
    """Each class folder with grey PNG pictures; gives them by class and number."""
    made = {}
    for place, name in enumerate(classes):
        for number in range(count):
            made[name, number] = pixels(*size, seed=10 * place + number)
            write(folder / name, f"{number}.png", made[name, number])
    return made


def test_train_and_test_folders_are_read_as_they_are(tmp_path):
    folder = tmp_path / "фото 图片 😀"
    train = grey_set(folder / "Train", ("chat", "狗", "é"), 2)
    test = grey_set(folder / "test", ("chat", "狗"), 1)
    data = read(folder)
    assert (data.name, data.shape) == ("фото 图片 😀", (1, 6, 4))
    assert data.classes == ("chat", "é", "狗")
    assert data.train_labels.tolist() == [0, 0, 1, 1, 2, 2]
    assert np.array_equal(data.train_images[5].reshape(6, 4), train["狗", 1])
    assert data.test_labels.tolist() == [0, 2]
    assert np.array_equal(data.test_images[1].reshape(6, 4), test["狗", 0])
    assert not data.findings


def test_numbers_are_sorted_by_value_and_the_set_is_split(tmp_path):
    grey_set(tmp_path, ("10", "9", "100"), 5)
    data = read(tmp_path)
    assert data.classes == ("9", "10", "100")
    assert np.bincount(data.test_labels).tolist() == [1, 1, 1]
    assert len(data.train_labels) == 12


def test_colour_is_kept_where_one_picture_has_it(tmp_path):
    grey_set(tmp_path)
    colour = pixels(6, 4, 3)
    write(tmp_path / "b", "z.png", colour)
    data = read(tmp_path)
    assert data.shape == (3, 6, 4)
    rows = [*data.pictures(data.train_images), *data.pictures(data.test_images)]
    assert any(np.array_equal(row, colour) for row in rows)
    assert "given three equal channels: 10." in findings(data)


def test_grey_pictures_stored_in_colour_keep_one_channel(tmp_path):
    made = grey_set(tmp_path / "plain")
    for (name, number), picture in made.items():
        write(tmp_path / "rgb" / name, f"{number}.png", np.stack([picture] * 3, axis=-1))
    assert read(tmp_path / "rgb").digest == read(tmp_path / "plain").digest
    assert "one channel was kept" in findings(read(tmp_path / "rgb"))


def test_other_sizes_are_brought_to_the_most_common_or_the_set_one(tmp_path):
    grey_set(tmp_path)
    flat = np.full((40, 20), 77, np.uint8)
    write(tmp_path / "a", "large.png", flat)
    data = read(tmp_path)
    assert data.shape == (1, 6, 4)
    assert "brought to 4 x 6 pixels, the middle kept: 1 of 11." in findings(data)
    rows = np.concatenate([data.train_images, data.test_images])
    assert sum((row == 77).all() for row in rows) == 1
    assert read(source_text(str(tmp_path), DataSettings(picture_side=9))).shape == (1, 9, 9)


def test_jpeg_palette_16_bits_transparency_and_orientation(tmp_path):
    grey_set(tmp_path, size=(16, 8))
    smooth = np.add.outer(np.arange(16) * 8, np.arange(8) * 4).astype(np.uint8)
    write(tmp_path / "a", "j.jpg", smooth, quality=100)
    write(tmp_path / "a", "deep.png", smooth.astype(np.uint16) * 257)
    see_through = np.zeros((16, 8, 4), np.uint8)
    see_through[:8] = 200, 200, 200, 255
    see_through[8:] = 90, 90, 90, 0
    write(tmp_path / "b", "clear.PNG", see_through)
    exif = Image.Exif()
    exif[0x0112] = 6  # what a camera held upright writes: turn by 90 degrees to the right
    write(tmp_path / "b", "turned.jpeg", np.rot90(smooth), quality=100, exif=exif)
    data = read(tmp_path)
    assert data.shape == (1, 16, 8)
    assert "transparent parts, which became black: 1." in findings(data)
    assert "of another size" not in findings(data)
    rows = np.concatenate([data.train_images, data.test_images]).reshape(-1, 16, 8).astype(int)
    assert sum((row == smooth).all() for row in rows) >= 1
    assert sum(np.abs(row - smooth).max() <= 3 for row in rows) == 3
    assert sum((row[:8] == 200).all() and (row[8:] == 0).all() for row in rows) == 1


def test_what_is_wrong_is_said(tmp_path):
    one = tmp_path / "one"
    grey_set(one, ("only",))
    assert "holds one class only" in refused(one)
    gap = tmp_path / "gap"
    grey_set(gap)
    (gap / "c").mkdir()
    assert f"The class folder {gap / 'c'} holds no PNG or JPEG" in refused(gap)
    more = tmp_path / "more"
    grey_set(more / "train")
    grey_set(more / "test", ("a", "z"))
    assert "holds the class z, of which there is no training picture" in refused(more)
    thin = tmp_path / "thin"
    grey_set(thin)
    write(thin / "a", "line.png", pixels(1, 9))
    assert "has only 9 x 1 pixels" in refused(thin)
    grey_set(tmp_path / "large", size=(2, 2))
    assert "Set a smaller picture side" in refused(source_text(
        str(tmp_path / "large"), DataSettings(picture_side=400, memory_limit=1)))


def test_files_of_other_kinds_are_left_out_and_counted(tmp_path):
    grey_set(tmp_path)
    (tmp_path / "a" / "notes.txt").write_text("nothing")
    (tmp_path / "a" / ".hidden.png").write_bytes(b"nothing")
    (tmp_path / ".git").mkdir()
    assert "Files that are no PNG or JPEG and were left out: 1." in findings(read(tmp_path))


def test_a_picture_of_another_kind_or_empty_is_refused_by_name(tmp_path):
    grey_set(tmp_path)
    for content in (b"", b"<html>", b"GIF89a" + bytes(40)):
        (tmp_path / "a" / "x.png").write_bytes(content)
        assert refused(tmp_path).startswith(f"{tmp_path / 'a' / 'x.png'} is damaged")


def test_a_damaged_png_is_refused_or_the_same(tmp_path):
    grey_set(tmp_path, count=2)
    path = tmp_path / "a" / "0.png"
    whole, digest = path.read_bytes(), read(tmp_path).digest
    for length in range(len(whole) - 12):  # the last 12 bytes are the end mark alone
        path.write_bytes(whole[:length])
        refused(tmp_path)
    caught = 0
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1:])
        try:
            same = read(tmp_path).digest == digest
        except Exception as error:
            assert type(error).__name__ == "DataError", error
            caught += 1
        else:
            assert same
    assert caught > len(whole) // 2


def test_a_damaged_jpeg_never_raises_anything_else(tmp_path):
    grey_set(tmp_path, count=2)
    path = write(tmp_path / "a", "j.jpg", pixels(6, 4))
    whole = path.read_bytes()
    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1:])
        try:
            read(tmp_path)
        except Exception as error:
            assert type(error).__name__ == "DataError", error
    path.write_bytes(whole[:len(whole) // 2])
    assert "is damaged" in refused(tmp_path)


def chunk(kind, content):
    return (struct.pack(">I", len(content)) + kind + content
            + struct.pack(">I", zlib.crc32(kind + content)))


@pytest.mark.parametrize("side", [9000, 60_000])
def test_a_bomb_is_refused_by_what_it_announces(tmp_path, side, monkeypatch):
    grey_set(tmp_path)
    bomb = (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", side, side, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b""))
    (tmp_path / "a" / "bomb.png").write_bytes(bomb)
    assert "announces more than 67,108,864 pixels" in refused(tmp_path)
    monkeypatch.setattr(picture_files, "MOST_BYTES", 50)
    assert "is larger than the 0 MiB" in refused(tmp_path)


def test_pillow_agrees_on_every_pixel_of_a_jpeg(tmp_path):
    grey_set(tmp_path, size=(32, 32))
    path = write(tmp_path / "a", "j.jpg", pixels(32, 32, 3), quality=90)
    with Image.open(io.BytesIO(path.read_bytes())) as image:
        wanted = np.asarray(image.convert("RGB"))
    data = read(tmp_path)
    rows = [*data.pictures(data.train_images), *data.pictures(data.test_images)]
    assert any(np.array_equal(row, wanted) for row in rows)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names there are always text")
def test_names_of_bytes_that_are_no_text_are_shown_so_that_files_can_hold_them(tmp_path):
    grey_set(tmp_path)
    strange = os.fsencode(str(tmp_path)) + b"/\xff\xfe"
    Path(os.fsdecode(strange)).mkdir()
    write(Path(os.fsdecode(strange)), "1.png", pixels(6, 4))
    write(Path(os.fsdecode(strange)), "2.png", pixels(6, 4, seed=9))
    assert "??" in read(tmp_path).classes
