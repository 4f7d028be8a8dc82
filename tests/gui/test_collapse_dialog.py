"""The dialog of linear collapse, from checkpoints on disk."""

import pytest
from page_setting import write_idx_folder

from engine.networks.building import build
from engine.networks.functions import start_values
from engine.training.checkpoints import RunRecord, save
from engine.training.settings import TrainingSettings
from gui.collapse_dialog import CollapseDialog

SETTINGS = TrainingSettings(hidden=(12, 8), seed=3)


@pytest.fixture
def kept(tmp_path):
    """A function to the checkpoint of its untrained network."""
    def keep(key):
        path = tmp_path / f"{key}.safetensors"
        save(path, build(key, {}, SETTINGS, 3), RunRecord(
            function=key, values=start_values(key, {}), settings=SETTINGS, epochs=(),
            status="stopped", diverged=None, seconds=0.5, device="cpu", data_name="FashionMNIST",
            data_digest="ab" * 32, is_fashion_mnist=True, versions=(("torch", "2"),)))
        return path

    return keep


@pytest.fixture
def opened(qtbot, tmp_path):
    """Makes the dialog and waits for what it shows."""
    made = []

    def make(checkpoint, others=()):
        source = str(write_idx_folder(tmp_path / "small", 60, 40))
        dialog = CollapseDialog(checkpoint, source, others)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.runner.running, timeout=60_000)
        made.append(dialog)
        return dialog

    yield make
    for dialog in made:
        dialog.done(0)


def test_a_run_is_folded_and_compared_with_the_chosen_one(qtbot, kept, opened):
    dialog = opened(kept("none"), [("ReLU, seed 3", kept("relu"))])
    assert dialog.headline.text().startswith("3 linear layers are one matrix")
    assert [str(row[0]) for row in dialog.table.table.rows] == [
        "3 linear layers, no activation", "The same as one matrix", "ReLU"]
    assert dialog.words.text().startswith("With ReLU")
    assert len(dialog.picture.figure.panels[0].gallery.heat_maps) == 10
    dialog.others.setCurrentIndex(1)
    dialog.others.activated.emit(1)
    qtbot.waitUntil(lambda: not dialog.runner.running, timeout=60_000)
    assert len(dialog.table.table.rows) == 2
    assert "7,850 parameters" in dialog.words.text()


def test_a_run_with_an_activation_is_refused_in_the_dialog(kept, opened):
    dialog = opened(kept("relu"))
    assert dialog.headline.text() == "The network cannot be folded"
    assert "Only linear layers" in dialog.words.text()
    assert not dialog._save.isEnabled()
