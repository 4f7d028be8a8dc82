"""The headless commands that work on a data set: train and scan."""

import csv
import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

import cli
import commands.data
import commands.training
from engine.data.images import ImageData
from engine.networks.building import build
from engine.networks.settings import NetworkSettings
from engine.training import checkpoints
from engine.training.settings import find_preset

ROOT = Path(__file__).parent.parent
FIELDS = ["function", "seed", "epoch", "train_loss", "train_accuracy", "test_loss",
          "test_accuracy", "seconds"]
SMALL = ("--hidden", "12,8", "--batch-size", "32", "--epochs", "2")


def strict(text):
    def refuse(name):
        raise AssertionError(f"{name} is not JSON")

    return [json.loads(line, parse_constant=refuse)
            for line in text.decode("utf-8").splitlines()]


def pictures(count, seed):
    """Ten classes that differ in one bright row, with noise over all."""
    random = np.random.default_rng(seed)
    labels = np.arange(count, dtype=np.uint8) % 10
    images = random.integers(0, 60, (count, 28, 28), dtype=np.uint8)
    images[np.arange(count), 2 * labels + 3] += 180
    return images, labels


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory):
    """The four IDX files of a small set."""
    folder = tmp_path_factory.mktemp("small")
    for prefix, count in (("train", 400), ("t10k", 120)):
        images, labels = pictures(count, count)
        head = b"".join(n.to_bytes(4, "big") for n in (2051, count, 28, 28))
        (folder / f"{prefix}-images-idx3-ubyte").write_bytes(head + images.tobytes())
        head = b"".join(n.to_bytes(4, "big") for n in (2049, count))
        (folder / f"{prefix}-labels-idx1-ubyte").write_bytes(head + labels.tobytes())
    return folder


@pytest.fixture
def run(capfdbinary):
    """Runs a command in this process: (exit code, stdout, stderr as text)."""
    def run(*argv):
        capfdbinary.readouterr()
        code = cli.main([str(word) for word in argv])
        out, err = capfdbinary.readouterr()
        return code, out, err.decode("utf-8")

    return run


def results_of(folder):
    """(notes, rows) of results.csv."""
    lines = (folder / "results.csv").read_text(encoding="utf-8-sig").splitlines()
    notes = [line for line in lines if line.startswith("#")]
    return notes, list(csv.DictReader(line for line in lines if not line.startswith("#")))


def as_text(value):
    return "" if value is None else str(value)


def test_train_reports_each_epoch_and_keeps_each_run(run, data_folder, tmp_path):
    out_folder = tmp_path / "new" / "runs"
    code, out, err = run("train", "relu", "prelu", "none", *SMALL, "--seeds", "3,5",
                         "--learning-rate", "0.05", "--data", data_folder, "--out", out_folder,
                         "--set", "prelu.weight=0.5", "--json")
    assert code == 0
    assert str(data_folder) in err
    assert "\r" not in err
    epochs = strict(out)
    assert [(e["function"], e["seed"], e["epoch"]) for e in epochs] == [
        (key, seed, epoch) for seed in (3, 5) for key in ("relu", "prelu", "none")
        for epoch in (1, 2)]
    for epoch in epochs:
        assert list(epoch) == FIELDS
        assert 0 <= epoch["test_accuracy"] <= 1
        assert epoch["test_accuracy"] * 120 == pytest.approx(round(epoch["test_accuracy"] * 120))
    assert epochs[-1]["train_loss"] < epochs[-2]["train_loss"]

    notes, rows = results_of(out_folder)
    assert any("FashionMNIST" in note for note in notes)
    assert [list(row.values()) for row in rows] == [
        [as_text(value) for value in epoch.values()] for epoch in epochs]
    assert sorted(path.name for path in out_folder.iterdir()) == sorted(
        ["results.csv", *(f"{key}-seed{seed}.{suffix}" for seed in (3, 5)
                          for key in ("relu", "prelu", "none")
                          for suffix in ("safetensors", "json"))])
    kept = checkpoints.load(out_folder / "prelu-seed5.safetensors").record
    assert (kept.status, kept.settings.hidden, kept.settings.seed) == ("finished", (12, 8), 5)
    assert kept.values["weight"] == 0.5
    assert [epoch.test_loss for epoch in kept.epochs] == [
        e["test_loss"] for e in epochs if (e["function"], e["seed"]) == ("prelu", 5)]


def test_train_is_readable_without_json(run, data_folder, tmp_path):
    code, out, _ = run("train", "relu", *SMALL, "--data", data_folder, "--out", tmp_path)
    lines = out.decode().splitlines()
    assert code == 0
    assert [line.split(":")[0] for line in lines] == ["relu, seed 7, epoch 1",
                                                      "relu, seed 7, epoch 2"]


def test_a_run_that_diverges_says_where_and_is_no_error(run, data_folder, tmp_path):
    code, out, _ = run("train", "identity", "tanh", *SMALL, "--learning-rate", "1e6",
                       "--data", data_folder, "--out", tmp_path, "--json")
    assert code == 0
    [line] = [line for line in strict(out) if line["function"] == "identity"]
    assert list(line) == ["function", "seed", "diverged"]
    assert line["diverged"]["epoch"] == 1
    assert line["diverged"]["step"] > 1
    notes, rows = results_of(tmp_path)
    assert any("diverged at epoch 1" in note for note in notes)
    [row] = [row for row in rows if row["function"] == "identity"]
    assert (row["epoch"], row["train_loss"], row["test_accuracy"]) == ("1", "", "")


def test_a_preset_gives_functions_and_settings_and_options_change_them(
        run, data_folder, tmp_path, monkeypatch):
    asked = []

    def record(functions, settings, data, folder):
        asked.append(([key for key, _ in functions], settings))
        yield None

    monkeypatch.setattr(commands.training.trainer, "train", record)
    common = ("train", "--preset", "article-comparison-0.8", "--data", data_folder)
    preset = find_preset("article-comparison-0.8")
    assert run(*common, "--out", tmp_path / "a")[0] == 0
    assert asked.pop() == (list(preset.functions), preset.settings)
    assert run(*common, "--epochs", "3", "--no-shared-activation", "--seeds", "9",
               "--out", tmp_path / "b", "gelu")[0] == 0
    keys, settings = asked.pop()
    assert keys == ["gelu"]
    assert (settings.epochs, settings.shared_activation, settings.seed) == (3, False, 9)
    assert (settings.momentum, settings.batch_size) == (0.8, 128)


WRONG = [
    (["train"], "--out"),
    (["train", "--out", "new"], "at least one function"),
    (["train", "relu", "relo", "--out", "new"], "relo"),
    (["train", "relu", "relu", "--out", "new"], "twice"),
    (["train", "relu", "--out", "new", "--epochs", "0"], "--epochs must be between"),
    (["train", "relu", "--out", "new", "--epoch", "3"], "--epoch"),
    (["train", "relu", "--out", "new", "--hidden", "10,x"], "--hidden"),
    (["train", "relu", "--out", "new", "--hidden", "0"], "--hidden"),
    (["train", "relu", "--out", "new", "--optimizer", "sdg"], "sgd, nesterov, adam"),
    (["train", "relu", "--out", "new", "--learning-rate", "nan"], "--learning-rate"),
    (["train", "relu", "--out", "new", "--learning-rate=-1"], "--learning-rate"),
    (["train", "relu", "--out", "new", "--seeds", "1,1"], "twice"),
    (["train", "relu", "--out", "new", "--seeds", "-1"], "--seeds"),
    (["train", "relu", "--out", "new", "--preset", "best"], "article-single"),
    (["train", "relu", "--out", "new", "--device", "gpu"], "--device"),
    (["train", "none", "--out", "new", "--set", "alpha=1"], "alpha"),
    (["train", "relu", "--out", "full"], "not empty"),
    (["train", "relu", "--out", "full/file"], "not a folder"),
    (["scan"], "--checkpoint"),
    (["scan", "relu", "--checkpoint", "a.safetensors"], "--checkpoint"),
    (["scan", "--checkpoint", "a.pkl"], ".safetensors"),
    (["train", "relu", "--resume", "a.safetensors", "--out", "new"], "KEY cannot be given"),
    (["train", "--resume", "a.safetensors", "--out", "new", "--batch-size", "3"],
     "--batch-size cannot be given"),
    (["scan", "--checkpoint", "a.safetensors", "--seed", "1"], "--seed"),
    (["scan", "relu", "--threshold", "-1"], "--threshold"),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=lambda item: " ".join(item)[:60]
                         if isinstance(item, list) else "")
def test_a_wrong_argument_is_said_in_one_line(run, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("mine")
    code, out, err = run(*words)
    assert (code, out, err.count("\n")) == (2, b"", 1)
    assert said in err
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "file"]


@pytest.mark.parametrize("words", [
    ["train", "relu", "--out", "new", "--data", "absent"],
    ["scan", "relu", "--data", "absent"],
    ["scan", "--checkpoint", "absent.safetensors"],
])
def test_a_file_that_is_absent_is_exit_code_1(run, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(*words, "--json")
    errors = [line for line in err.splitlines() if not line.startswith("device: ")]
    assert (code, out, len(errors)) == (1, b"", 1)
    assert errors[0].startswith("error: ")
    assert "absent" in errors[0]


def test_garments_in_place_of_fashion_mnist_are_said(run, tmp_path, monkeypatch):
    images, labels = pictures(100, 1)
    garments = ImageData("Garments (not FashionMNIST)", images.reshape(-1, 784), labels,
                         images.reshape(-1, 784), labels, False, "made by the program", "0" * 64)
    monkeypatch.setattr(commands.data, "opened",
                        lambda source: (item for item in (None, garments)))
    code, out, err = run("train", "relu", *SMALL, "--out", tmp_path, "--json")
    assert (code, len(strict(out))) == (0, 2)
    assert "FashionMNIST was not found" in err
    assert any("not FashionMNIST" in note for note in results_of(tmp_path)[0])


def scanned_by_hand(network, images, threshold):
    """The counts by the plainest way: everything at once."""
    x = torch.from_numpy(images.reshape(len(images), 784).astype(np.float32)) / 127.5 - 1
    counts = []
    for linear, activation in network.eval().hidden_layers():
        z = linear(x).detach().requires_grad_()
        x = activation(z)
        slope = torch.autograd.grad(x.sum(), z)[0]
        x = x.detach()
        counts.append({"width": x.shape[1], "dead": int((x == 0).all(0).sum()),
                       "constant": int((x == x[0]).all(0).sum()),
                       "saturated": int((slope.abs() < threshold).all(0).sum())})
    return {"layers": counts}


def test_scan_counts_a_fresh_network_and_a_checkpoint(run, data_folder, tmp_path):
    images, _ = pictures(400, 400)
    code, out, err = run("scan", "relu", "--hidden", "40,30,20", "--seed", "11",
                         "--data", data_folder, "--json")
    [counts] = strict(out)
    assert code == 0
    network = build("relu", {}, NetworkSettings(hidden=(40, 30, 20)), 11)
    assert counts == scanned_by_hand(network, images, 0.01)
    assert counts["layers"][1]["dead"] > 0

    run("train", "tanh", *SMALL, "--learning-rate", "5", "--data", data_folder,
        "--out", tmp_path)
    file = tmp_path / "tanh-seed7.safetensors"
    code, out, err = run("scan", "--checkpoint", file, "--data", data_folder,
                         "--threshold", "0.3", "--json")
    assert code == 0
    assert "another data set" not in err
    assert strict(out) == [scanned_by_hand(checkpoints.load(file).network, images, 0.3)]
    code, out, _ = run("scan", "--checkpoint", file, "--data", data_folder)
    assert [line.split()[:2] for line in out.decode().splitlines()] == [
        ["layer", "width"], ["1", "12"], ["2", "8"]]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send these signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_training_keeps_what_it_has(data_folder, tmp_path, number):
    with subprocess.Popen(
            [sys.executable, "main.py", "train", "relu", "gelu", "--hidden", "12", "--epochs",
             "10000", "--data", str(data_folder), "--out", str(tmp_path), "--json"],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        first = process.stdout.readline()
        process.send_signal(number)
        rest, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.decode().splitlines()[-1] == "interrupted"
    epochs = strict(first + rest)
    assert 1 <= len(epochs) < 10000
    notes, rows = results_of(tmp_path)
    assert [row["epoch"] for row in rows] == [str(epoch["epoch"]) for epoch in epochs]
    assert any("stopped at epoch" in note for note in notes)
    kept = checkpoints.load(tmp_path / "relu-seed7.safetensors")
    assert (kept.record.status, len(kept.record.epochs)) == ("stopped", len(epochs))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "relu-seed7.json", "relu-seed7.safetensors", "results.csv"]


def test_a_reader_that_leaves_early_ends_the_training_and_keeps_it(data_folder, tmp_path):
    with subprocess.Popen(
            [sys.executable, "main.py", "train", "relu", "--hidden", "12", "--epochs", "10000",
             "--data", str(data_folder), "--out", str(tmp_path), "--json"],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read().decode()
        assert process.wait(timeout=60) == 1
    assert "Traceback" not in err
    assert "BrokenPipe" not in err
    assert checkpoints.load(tmp_path / "relu-seed7.safetensors").record.status == "stopped"


def test_no_empty_folder_is_left_where_the_data_cannot_be_opened(run, tmp_path):
    (tmp_path / "mine").mkdir()
    for name in ("new/deep", "mine"):
        code, _, _ = run("train", "relu", "--data", tmp_path / "absent", "--out", tmp_path / name)
        assert code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_run_is_resumed_to_the_same_numbers(run, data_folder, tmp_path):
    common = ("--data", data_folder, "--json", "--no-keep")
    run("train", "rrelu", *SMALL, "--epochs", "3", "--checkpoint-every", "1",
        "--out", tmp_path / "whole", *common)
    start = tmp_path / "whole" / "rrelu-seed7-epoch1.safetensors"
    code, out, _ = run("train", "--resume", start, "--out", tmp_path / "again", *common)
    assert code == 0
    assert [epoch["epoch"] for epoch in strict(out)] == [1, 2, 3]
    rows = [[{**row, "seconds": ""} for row in results_of(tmp_path / name)[1]]
            for name in ("whole", "again")]
    assert rows[0] == rows[1]
    ends = [tmp_path / name / "rrelu-seed7.safetensors" for name in ("whole", "again")]
    assert ends[0].read_bytes() == ends[1].read_bytes()
    code, out, err = run("train", "--resume", ends[0], "--out", tmp_path / "more", *common)
    assert (code, out) == (1, b"")
    assert "had come to an end" in err


def test_a_network_of_the_article_is_scanned(run, data_folder, tmp_path):
    layers = torch.nn.Sequential(torch.nn.Linear(784, 9), torch.nn.ReLU(), torch.nn.Linear(9, 10))
    with torch.no_grad():
        layers[0].bias[:4] = -1e4
    file = tmp_path / "SimpleNetwork-ReLU.pth"
    torch.save({"model_state_dict": {f"layers.{name}": tensor
                                     for name, tensor in layers.state_dict().items()},
                "config": {"act_func": "ReLU", "hidden_shape": [9]}}, file)
    code, out, err = run("scan", "--checkpoint", file, "--data", data_folder, "--json")
    assert code == 0
    assert "another data set" not in err
    [counts] = strict(out)
    assert counts["layers"][0]["dead"] >= 4
