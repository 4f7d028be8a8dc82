"""The command data, and --data with data of one's own in the other commands."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import cli

ROOT = Path(__file__).parent.parent


@pytest.fixture
def run(capfdbinary):
    """Runs a command in this process: (exit code, stdout, stderr as text)."""

    def call(*words):
        code = cli.main([str(word) for word in words])
        out, err = capfdbinary.readouterr()
        return code, out, err.decode()

    return call


@pytest.fixture
def photos(tmp_path):
    """Colour pictures of three classes, 10 each, told apart by their colour."""
    folder = tmp_path / "фото 照片"
    random = np.random.default_rng(2)
    for place, name in enumerate(("blue", "green", "red")):
        (folder / name).mkdir(parents=True)
        for number in range(10):
            pixels = random.integers(0, 60, (6, 7, 3), np.uint8)
            pixels[:, :, 2 - place] += 180
            Image.fromarray(pixels).save(folder / name / f"{number}.png")
    return folder


def test_data_says_what_is_there_and_what_was_checked(run, photos):
    code, out, err = run("data", photos, "--test-share", "0.3", "--split-seed", "5", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["shape"] == [3, 6, 7]
    assert (found["training"], found["test"]) == (21, 9)
    assert found["classes"] == [
        {"label": label, "name": name, "training": 7, "test": 3}
        for label, name in enumerate(("blue", "green", "red"))]
    assert found["source"] == f"{photos}#test_share=0.3,split_seed=5"
    assert len(found["digest"]) == 64
    assert all(check["passed"] for check in found["checks"])
    assert "9 of 30 pictures were kept" in found["findings"][0]
    again, out, _ = run("data", found["source"], "--json")
    assert (again, json.loads(out)["digest"]) == (0, found["digest"])
    assert "data: " in err


def test_data_is_readable_and_writes_a_sheet_and_counts(run, photos, tmp_path):
    code, out, _ = run("data", photos, "--out", tmp_path / "sheet.png", "--size", "600x400")
    text = out.decode()
    assert code == 0
    assert "7 × 6 pixels" in text
    assert "green  8         2" in text
    assert "ok   No picture comes twice in its set." in text
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.size == (1200, 800)
        colours = np.asarray(sheet.convert("RGB")).reshape(-1, 3).astype(int)
    for channel in range(3):  # the pictures are on the sheet in their colours
        others = [other for other in range(3) if other != channel]
        assert ((colours[:, channel] > 170) & (colours[:, others] < 70).all(axis=1)).sum() > 1000
    assert run("data", photos, "--out", tmp_path / "counts.csv")[0] == 0
    lines = (tmp_path / "counts.csv").read_text(encoding="utf-8-sig").splitlines()
    rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    assert [(row["class"], row["training"], row["test"]) for row in rows] == [
        ("blue", "8", "2"), ("green", "8", "2"), ("red", "8", "2")]
    assert any(line.startswith("# warning: Data: фото 照片") for line in lines)
    assert not any("not FashionMNIST" in line for line in lines)


def test_train_and_scan_take_own_data(run, photos, tmp_path):
    code, out, err = run("train", "relu", "--data", photos, "--test-share", "0.4", "--hidden", "8",
                         "--epochs", "6", "--batch-size", "4", "--learning-rate", "0.05",
                         "--out", tmp_path / "runs", "--json")
    assert code == 0
    assert "12 of 30 pictures were kept" in err
    last = json.loads(out.splitlines()[-1])
    assert last["test_accuracy"] * 12 == pytest.approx(round(last["test_accuracy"] * 12))
    assert last["test_accuracy"] > 0.9
    code, out, err = run("scan", "--checkpoint", tmp_path / "runs" / "relu-seed7.safetensors",
                         "--data", photos, "--test-share", "0.4", "--json")
    assert (code, json.loads(out)["layers"][0]["width"]) == (0, 8)
    assert "another data set" not in err
    code, out, err = run("scan", "relu", "--hidden", "9", "--data", photos, "--json")
    assert (code, json.loads(out)["layers"][0]["width"]) == (0, 9)


@pytest.mark.parametrize(("words", "code", "said"), [
    (["data", "absent"], 1, "absent is not there"),
    (["data", "{photos}", "--out", "a.jpg"], 2, "must end in .png, .svg or .csv"),
    (["data", "{photos}", "--test-share", "2"], 2, "--test-share must be between 0.01 and 0.9"),
    (["data", "{photos}#test_share=2"], 2, "test_share must be between 0.01 and 0.9"),
    (["data", "{photos}", "--memory-limit", "0"], 2, "--memory-limit"),
    (["data", "{photos}", "--picture-side", "513"], 2, "--picture-side"),
    (["data", "{photos}", "--picture-side", "512", "--memory-limit", "1"], 1, "memory limit"),
])
def test_what_is_wrong_is_one_line(run, photos, monkeypatch, *, words, code, said):
    monkeypatch.chdir(photos)
    words = [word.replace("{photos}", str(photos)) for word in words]
    got, out, err = run(*words)
    assert (got, out, err.count("\n")) == (code, b"", 1)
    assert said in err


def test_no_window_is_loaded_for_data_without_a_picture(photos, tmp_path):
    words = ["data", str(photos), "--out", str(tmp_path / "counts.csv")]
    code = f"""
import sys, cli
assert cli.main({words!r}) == 0
found = [name for name in sys.modules if name.split(".")[0] in ("PySide6", "pyqtgraph")]
assert not found, found
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
