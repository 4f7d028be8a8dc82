"""A data set as contact sheet, counts and checks."""

import csv
import dataclasses
import io

import numpy as np
import pytest
from small_images import small_images

from engine.data.checks import checked
from engine.data.images import ImageData
from engine.figures.csv import csv_text
from engine.figures.data_set import counts_table, data_facts, data_warning, samples_figure


def data_of(train, test, shape=(1, 2, 2), classes=("a", "b")):
    """A set of (pixel values of each picture, label) pairs."""
    def part(pairs):
        return (np.array([pixels for pixels, _ in pairs], np.uint8),
                np.array([label for _, label in pairs], np.uint8))

    return ImageData("mine", *part(train), *part(test), False, "/where", "0" * 64, classes, shape)


A, B, C, D = (0, 1, 2, 200), (9, 8, 7, 6), (5, 5, 5, 5), (4, 5, 5, 4)


def checks_of(data):
    *_, checks = checked(data)
    return [(str(check.words), check.passed) for check in checks]


def test_a_good_set_passes_every_check():
    checks = checks_of(data_of([(A, 0), (B, 1)], [(D, 0), ((1, 2, 3, 4), 1)]))
    assert all(passed for _, passed in checks)
    assert checks[0][0] == "All 4 labels are from 0 to 1."
    assert ("Pixels go from 0 to 200 (of 0 to 255).", True) in checks


@pytest.mark.parametrize(("train", "test", "words"), [
    ([(A, 0), (B, 1), (A, 0)], [(D, 0), (D, 1)],
     "Pictures that are the same as an earlier one of their set: 2."),
    ([(A, 0), (B, 1)], [(A, 0), (A, 1)],
     "Test pictures that are also training pictures: 2. The test is that much too easy."),
    ([(A, 0), (B, 1), (A, 1)], [(D, 0), (D, 1)],
     "Pictures with another label than the same picture before: 2."),
    ([(A, 0), (C, 1)], [(D, 0), (B, 1)], "Pictures of one colour only: 1."),
    ([(A, 0), (B, 1)], [(D, 0)],
     "Classes without a test picture: 1 of 2, the first is b. Accuracy says nothing about them."),
    ([(A, 0), (B, 1), (C, 1), (D, 1), ((1, 2, 3, 4), 1)], [(D, 0), (D, 1)],
     "The classes are uneven, with training pictures from 1 (a) to 4 (b). Accuracy follows the "
     "large ones."),
    ([((0, 1, 0, 1), 0), ((1, 0, 0, 1), 1)], [((1, 1, 0, 1), 0), ((0, 0, 0, 1), 1)],
     "Pixels go from 0 to 1 only, where 0 to 255 is expected: the pictures are nearly black."),
])
def test_each_check_finds_what_it_looks_for(train, test, words):
    assert (words, False) in checks_of(data_of(train, test))


def test_equal_pictures_are_counted_as_numpy_counts_them():
    data = small_images(200, 60)
    again = data.train_images[[3, 3, 7]]
    labels = np.append(data.train_labels, [3, 3, 7]).astype(np.uint8)
    data = dataclasses.replace(data, train_labels=labels,
                               train_images=np.concatenate([data.train_images, again]))
    unique = len(np.unique(data.train_images, axis=0))
    assert (f"Pictures that are the same as an earlier one of their set: {203 - unique}.",
            False) in checks_of(data)


def test_the_sheet_has_pictures_of_each_class_that_are_in_the_set():
    data = small_images(500, 50)
    figure = samples_figure(data)
    rows = figure.panels[0].pictures.rows
    assert [row.name for row in rows] == list(data.classes)
    for label, row in enumerate(rows):
        assert row.images.shape == (14, 28, 28, 1)
        places = [int(place) for place in row.captions]
        assert (data.train_labels[places] == label).all()
        assert np.array_equal(row.images[..., 0].reshape(14, 784), data.train_images[places])
    table = list(csv.DictReader(line for line in io.StringIO(csv_text(figure))
                                if not line.startswith("#")))
    assert [(row["row"], row["picture"]) for row in table[:2]] == [
        ("T-shirt/top", rows[0].captions[0]), ("T-shirt/top", rows[0].captions[1])]
    assert len(table) == 140


@pytest.mark.parametrize(("count", "places", "shown"), [(2, 10, 2), (100, 5, 100), (200, 5, 120)])
def test_many_classes_have_fewer_pictures_each(count, places, shown):
    labels = np.repeat(np.arange(count), 12)
    pixels = [((label, row % 251, 3, 4), label) for row, label in enumerate(labels.tolist())]
    figure = samples_figure(data_of(pixels, pixels[:3], classes=tuple(map(str, range(count)))))
    rows = figure.panels[0].pictures.rows
    assert (len(rows), len(rows[0].images)) == (shown, places)
    assert ("of the first 120 of 200 classes" in str(figure.panels[0].title)) == (count == 200)


def test_counts_and_facts():
    data = data_of([(A, 0), (B, 1), (B, 1)], [(D, 1)])
    table = counts_table(data)
    assert table.rows == ((0, "a", 1, 0, 1 / 3), (1, "b", 2, 1, 2 / 3))
    facts = {str(name): str(value) for name, value in data_facts(data)}
    assert facts["Training pictures"] == "3"
    assert facts["Size"] == "2 × 2 pixels"


@pytest.mark.parametrize(("name", "official", "words"), [
    ("FashionMNIST", True, ""),
    ("Garments (not FashionMNIST)", False, "Data: Garments, not FashionMNIST"),
    ("Images from mnist (not FashionMNIST)", False, "Data: Images from mnist, not FashionMNIST"),
    ("CIFAR-10", False, "Data: CIFAR-10"),
])
def test_the_warning_names_the_data(name, official, words):
    assert str(data_warning(name, official)) == words
