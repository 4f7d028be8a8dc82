"""The dialog that shows a data set, and the choice that opens it."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QFileDialog

from gui import preferences
from gui.data_choice import DataChoice
from gui.data_dialog import DataDialog


@pytest.fixture
def photos(tmp_path):
    """Red and blue pictures of 6 x 5 pixels, ten of each, and one of 9 x 9."""
    folder = tmp_path / "fotos 照片 #1"
    random = np.random.default_rng(3)
    for channel, name in ((0, "red"), (2, "blue")):
        (folder / name).mkdir(parents=True)
        for number in range(10):
            pixels = random.integers(0, 60, (6, 5, 3), np.uint8)
            pixels[:, :, channel] += 180
            Image.fromarray(pixels).save(folder / name / f"{number}.png")
    Image.fromarray(random.integers(0, 60, (9, 9, 3), np.uint8)).save(folder / "red" / "x.png")
    return str(folder)


@pytest.fixture
def shown(qtbot):
    """Opens the dialog of a source and waits until all is read."""
    made = []

    def show(source, in_use=False):
        dialog = DataDialog(source, in_use)
        qtbot.addWidget(dialog)
        made.append(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.runner.running)
        return dialog

    yield show
    for dialog in made:
        dialog.close()


def test_pictures_counts_facts_and_checks_are_shown(shown, photos):
    dialog = shown(photos)
    assert dialog._title.text() == "fotos 照片 #1"
    rows = dialog.sheet.figure.panels[0].pictures.rows
    assert [(row.name, len(row.images)) for row in rows] == [("blue", 8), ("red", 9)]
    assert rows[0].images[0].shape == (6, 5, 3)
    assert rows[0].images[..., 2].min() > 170
    assert [row[1:4] for row in dialog.counts.table.rows] == [("blue", 8, 2), ("red", 9, 2)]
    lines = dialog.facts.lines
    assert "No picture comes twice in its set." in lines
    assert any("the middle kept: 1 of 21." in line for line in lines)
    assert dialog.picture().name == "samples"
    dialog.views._group.button(1).click()
    assert dialog.counts.isVisible()
    assert not dialog.sheet.isVisible()
    assert dialog.picture().name == "classes"


def test_the_sheet_is_painted_in_the_colours_of_the_pictures(shown, photos, qtbot):
    dialog = shown(photos)
    dialog.resize(900, 600)
    qtbot.wait(20)
    image = dialog.sheet.grab().toImage().convertToFormat(
        dialog.sheet.grab().toImage().Format.Format_RGB888)
    bits = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    colours = bits[:, :3 * image.width()].reshape(-1, 3).astype(int)
    for channel in (0, 2):
        strong = (colours[:, channel] > 175) & (colours[:, 1] < 65)
        assert strong.sum() > 500


def test_settings_read_it_in_another_way_and_are_chosen_with_it(shown, photos, qtbot):
    dialog = shown(photos, in_use=True)
    assert not dialog.use.isVisible()
    assert sorted(dialog._form.values()) == ["picture_side", "split_seed", "test_share"]
    assert not dialog._again.isEnabled()
    dialog._form.set_values({"picture_side": 4})
    dialog._form_changed({})
    dialog._again.click()
    qtbot.waitUntil(lambda: not dialog.runner.running)
    assert dialog._seen.data.shape == (3, 4, 4)
    with qtbot.waitSignal(dialog.chosen) as told:
        dialog.use.click()
    assert told.args == [f"{photos}#picture_side=4"]
    assert not dialog.isVisible()


def test_what_cannot_be_read_is_said_and_others_are_offered(shown, tmp_path, photos, qtbot):
    dialog = shown(str(tmp_path / "absent"))
    assert "is not there" in dialog._wrong.text()
    assert not dialog.sheet.isVisible()
    with qtbot.waitSignal(dialog.file_wanted):
        dialog._file.click()
    large = shown(f"{photos}#memory_limit=1,picture_side=512")
    assert "Set a smaller picture side" in large._wrong.text()
    large._form.set_values({"picture_side": 8})
    large._form_changed({})
    large._again.click()
    qtbot.waitUntil(lambda: not large.runner.running)
    assert not large._wrong.isVisible()
    assert large._seen.data.shape == (3, 8, 8)


def test_the_dialog_may_be_closed_while_it_reads(qtbot, photos):
    dialog = DataDialog(photos, False)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reject()
    assert not dialog.runner.running


@pytest.fixture
def choice(qtbot):
    choice = DataChoice()
    qtbot.addWidget(choice)
    choice.show()
    yield choice
    choice.close_work()


def press(choice, words):
    index = choice.findText(words)
    assert index >= 0
    choice.setCurrentIndex(index)
    choice.activated.emit(index)


def use(qtbot, choice):
    dialog = choice._dialog
    qtbot.waitUntil(lambda: not dialog.runner.running)
    dialog.use.click()


def test_a_folder_is_shown_before_it_is_taken_and_is_remembered(
        qtbot, choice, photos, monkeypatch):
    told = []
    choice.changed.connect(told.append)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: photos)
    press(choice, "Choose folder…")
    assert told == []
    use(qtbot, choice)
    assert told == [photos]
    assert choice.currentText() == "fotos 照片 #1"
    assert preferences.data_source() == photos
    other = DataChoice()
    qtbot.addWidget(other)
    assert other.source() == photos
    press(choice, "Show data…")
    dialog = choice._dialog
    qtbot.waitUntil(lambda: not dialog.runner.running)
    assert not dialog.use.isVisible()
    press(choice, "Garments (not FashionMNIST)")
    assert preferences.data_source() == ""


def test_one_place_is_listed_once_as_it_was_read_last(choice, photos):
    choice.set_source(photos)
    choice.set_source(f"{photos}#split_seed=3")
    assert choice.source() == f"{photos}#split_seed=3"
    assert [choice.itemText(index) for index in range(choice.count())].count("fotos 照片 #1") == 1


def test_a_file_can_be_chosen(qtbot, choice, tmp_path, monkeypatch):
    path = tmp_path / "digits.npz"
    labels = np.arange(20) % 2
    images = np.random.default_rng(1).integers(0, 256, (20, 4, 4), np.uint8)
    np.savez(path, images=images, labels=labels)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(choice, "Choose file…")
    use(qtbot, choice)
    assert choice.source() == str(path)
    assert choice.currentText() == "digits.npz"


def test_data_that_are_gone_are_not_remembered(qtbot, tmp_path):
    preferences.set_data_source(str(tmp_path / "gone"))
    choice = DataChoice()
    qtbot.addWidget(choice)
    assert choice.source() in ("auto", "garments")


def test_the_sheet_can_be_copied(shown, photos):
    dialog = shown(photos)
    dialog._copy_data()
    text = QApplication.clipboard().text()
    assert text.splitlines()[0].startswith("# title: Pictures of fotos 照片 #1")
    assert "blue,0" in text.splitlines()
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
