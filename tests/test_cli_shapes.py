"""The command shapes: what a trained network has learned, as pictures and as numbers."""

import csv
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

import cli

sys.path.insert(0, str(Path(__file__).parent / "engine"))

from small_images import small_images

from engine.training.settings import TrainingSettings
from engine.training.trainer import train

SETTINGS = TrainingSettings(hidden=(8, 6), learning_rate=0.05, batch_size=32, epochs=2,
                            device="cpu")


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs")
    data = small_images(training=60, test=20)
    told = list(train([("prelu", {}), ("relu", {})], SETTINGS, data, folder))
    return folder, [record for record in told if type(record).__name__ == "LearnedShapes"]


def run(*words):
    return cli.main([str(word) for word in words])


def rows_of(path):
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return (list(csv.reader(line for line in lines if not line.startswith("#"))),
            [line for line in lines if line.startswith("#")])


def test_csv_has_the_curves_of_an_epoch(runs, tmp_path):
    folder, told = runs
    out = tmp_path / "shapes.csv"
    assert run("shapes", folder / "prelu-seed7.safetensors", "--out", out, "--epoch", "1",
               "--range=-2:2") == 0
    (head, *rows), notes = rows_of(out)
    assert head == ["x", "Hidden layer 1 at the start", "Hidden layer 1",
                    "Hidden layer 2 at the start", "Hidden layer 2"]
    x, before, first, _, second = np.array(rows, dtype=float).T
    for y, slope in ((before, 0.25), (first, told[1].layers[0].values["weight"]),
                     (second, told[1].layers[1].values["weight"])):
        np.testing.assert_allclose(y, np.where(x > 0, x, slope * x), atol=1e-12)
    assert "# epoch: 1" in notes
    assert any("not FashionMNIST" in line for line in notes)


def test_a_picture_opens(runs, tmp_path):
    out = tmp_path / "shapes.png"
    assert run("shapes", runs[0] / "prelu-seed7.safetensors", "--out", out, "--slopes",
               "--size", "400x300", "--scale", "1", "--theme", "dark") == 0
    image = Image.open(out)
    assert image.size == (400, 300)
    assert len(image.convert("RGB").getcolors(100_000)) > 8


def test_the_table_and_the_parameters(runs, tmp_path):
    folder, told = runs
    out = tmp_path / "table.csv"
    assert run("shapes", folder / "prelu-seed7.safetensors", "--out", out, "--show", "table") == 0
    (head, *rows), _ = rows_of(out)
    assert head == ["layer", "parameter", "index", "start", "now", "change"]
    assert [float(row[4]) for row in rows] == \
        [layer.values["weight"] for layer in told[2].layers]
    assert run("shapes", folder / "prelu-seed7.safetensors", "--out", out,
               "--show", "parameters", "--first", "2") == 0
    (head, *rows), _ = rows_of(out)
    assert head == ["epoch", "Hidden layer 2 weight"]
    assert [float(row[1]) for row in rows] == \
        [moment.layers[1].values["weight"] for moment in told]
    picture = tmp_path / "table.svg"
    assert run("shapes", folder / "prelu-seed7.safetensors", "--out", picture,
               "--show", "table") == 0
    assert picture.read_bytes().startswith(b"<?xml")


@pytest.mark.parametrize("wrong", [
    ("relu-seed7.safetensors", (), "ReLU has no learned parameters"),
    ("prelu-seed7.safetensors", ("--epoch", "9"), "shapes of epoch 9 are not there"),
    ("prelu-seed7.safetensors", ("--epoch", "x"), "--epoch must be a number"),
    ("prelu-seed7.safetensors", ("--first", "3"), "--first must be at most 2"),
    ("prelu-seed7.safetensors", ("--show", "parameters", "--epoch", "1"), "shows all epochs"),
    ("prelu-seed7.json", (), "must end in .safetensors"),
    ("none.safetensors", (), "is missing"),
])
def test_what_is_wrong_is_said(runs, tmp_path, capsys, wrong):
    file, words, said = wrong
    code = run("shapes", runs[0] / file, "--out", tmp_path / "out.csv", *words)
    assert code in (1, 2)
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out.csv").exists()


def test_another_ending_is_refused(runs, tmp_path, capsys):
    assert run("shapes", runs[0] / "prelu-seed7.safetensors", "--out", tmp_path / "a.txt") == 2
    assert "--out must end in" in capsys.readouterr().err
