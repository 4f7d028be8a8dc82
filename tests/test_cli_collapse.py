"""The command collapse, and functions in a row on the command line."""

import json

import numpy as np
import pytest
import torch

import cli
from engine.networks.building import build
from engine.networks.functions import start_values
from engine.training.checkpoints import RunRecord, load, save
from engine.training.settings import TrainingSettings

SETTINGS = TrainingSettings(hidden=(12, 8), seed=3)


@pytest.fixture
def run(capfdbinary):
    """Runs a command in this process: (exit code, stdout, stderr as text)."""
    def run(*argv):
        capfdbinary.readouterr()
        code = cli.main([str(word) for word in argv])
        out, err = capfdbinary.readouterr()
        return code, out.decode("utf-8"), err.decode("utf-8")

    return run


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
def data_folder(tmp_path):
    """A small set of ten classes of noise."""
    random = np.random.default_rng(1)
    folder = tmp_path / "small"
    folder.mkdir()
    for prefix, count in (("train", 40), ("t10k", 30)):
        images = random.integers(0, 255, (count, 784), dtype=np.uint8)
        head = b"".join(n.to_bytes(4, "big") for n in (2051, count, 28, 28))
        (folder / f"{prefix}-images-idx3-ubyte").write_bytes(head + images.tobytes())
        head = b"".join(n.to_bytes(4, "big") for n in (2049, count))
        labels = (np.arange(count) % 10).astype(np.uint8)
        (folder / f"{prefix}-labels-idx1-ubyte").write_bytes(head + labels.tobytes())
    return folder


def test_collapse_says_how_far_the_matrix_is_and_writes_table_and_pictures(
        run, kept, data_folder, tmp_path):
    deep, other = kept("none"), kept("relu")
    code, out, err = run("collapse", "--checkpoint", deep, "--against", other, "--data",
                         data_folder, "--json", "--out", tmp_path / "c.csv")
    assert code == 0
    found = json.loads(out)
    assert 0 < found["difference"] < 1e-5
    assert (found["parameters"], found["folded_parameters"], found["samples"]) == (
        785 * 12 + 13 * 8 + 9 * 10, 7850, 30)
    images = np.fromfile(data_folder / "t10k-images-idx3-ubyte", np.uint8)[16:].reshape(30, 784)
    with torch.no_grad():
        x = torch.from_numpy(images).float() / 127.5 - 1
        for path, name in ((deep, "accuracy"), (other, "against_accuracy")):
            answers = load(path).network(x).argmax(1).numpy()
            assert found[name] == float((answers == np.arange(30) % 10).mean())
    assert "trained on another data set" in err
    assert "The same as one matrix" in (tmp_path / "c.csv").read_text("utf-8-sig")
    code, out, _ = run("collapse", "--checkpoint", deep, "--data", data_folder,
                       "--out", tmp_path / "c.svg", "--size", "300x200")
    assert code == 0
    assert out.startswith("3 linear layers are one matrix")
    assert (tmp_path / "c.svg").read_text("utf-8").lstrip().startswith("<?xml")


def test_collapse_refuses_what_is_no_matrix(run, kept, data_folder):
    code, _, err = run("collapse", "--checkpoint", kept("relu"), "--data", data_folder)
    assert code == 2
    assert "Only linear layers without activations" in err


def test_a_row_of_functions_is_trained_and_kept(run, data_folder, tmp_path):
    row = "relu/elu"
    code, out, _ = run("train", row, "none", "--set", "relu/elu.elu.alpha=0.5", "--hidden", "6*2",
                       "--epochs", "1", "--data", data_folder, "--out", tmp_path / "out", "--json")
    assert code == 0
    assert [json.loads(line)["function"] for line in out.splitlines()] == [row, "none"]
    kept = load(tmp_path / "out" / "relu+elu-seed7.safetensors")
    assert kept.record.values == {"elu.alpha": 0.5}
    assert kept.record.settings.hidden == (6, 6)
    code, _, _ = run("train", row, "--set", "elu.alpha=0.5", "--hidden", "6,6", "--epochs", "1",
                     "--data", data_folder, "--out", tmp_path / "one")
    assert code == 0


@pytest.mark.parametrize(("words", "sentence"), [
    (("relu/elu",), "2 functions, but this network has 3 places"),
    (("glu",), "glu is a gated unit"),
    (("relu/elu/relu", "--set", "tanh.alpha=1"), "--set names tanh"),
    (("relu/elu/relu", "--set", "elu.beta=1"), "no parameter beta"),
    (("relu", "--network", "transformer", "--patch", "5"), "do not divide pictures"),
])
def test_what_does_not_fit_is_said_before_anything_is_trained(run, data_folder, tmp_path, words,
                                                              sentence):
    code, _, err = run("train", *words, "--hidden", "6,6,6", "--data", data_folder,
                       "--out", tmp_path / "out")
    assert code == 2
    assert sentence in err
