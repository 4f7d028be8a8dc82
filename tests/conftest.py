"""Runs Qt without a screen, and finds FashionMNIST where it is."""

import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import pytest

FILES = ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
         "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz")


@pytest.fixture(scope="session")
def fashion_mnist_folder():
    """The folder of the four official files; a test that wants them is skipped without them."""
    beside = Path(__file__).parent.parent.parent / "shared" / "data" / "fashion-mnist"
    named = os.environ.get("ACTIVATION_LAB_DATA")
    for folder in ([Path(named), Path(named) / "fashion-mnist"] if named else []) + [beside]:
        if all((folder / name).exists() for name in FILES):
            return folder
    pytest.skip("FashionMNIST is not here: set ACTIVATION_LAB_DATA to the folder of its files")


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory, monkeypatch):
    """No test reads or writes the user's own data, cache or preferences."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("ACTIVATION_LAB_HOME", str(home))
