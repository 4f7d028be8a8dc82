import subprocess
import sys

import numpy as np
import pytest
from small_images import small_images

from engine.diagnostics.records import LayerCounts, ScanDone, ScanSubject
from engine.figures.scan import headline, scan_figure, scan_table, what_was_scanned

DATA = small_images(training=20, test=10)
SUBJECT = ScanSubject("relu", {}, (4, 2), seed=7)
DONE = ScanDone(
    layers=(
        LayerCounts(dead=np.array([1, 0, 0, 0], bool), constant=np.array([1, 1, 0, 0], bool),
                    saturated=np.array([1, 1, 1, 0], bool)),
        LayerCounts(*(np.zeros(2, bool) for _ in range(3))),
    ),
    samples=60_000, threshold=0.01, seconds=1.0,
)


def test_each_neuron_stands_in_one_bar_once():
    bars = scan_figure(DONE, SUBJECT, DATA).panels[0].bars
    shares = {segment.state: segment.values.tolist() for segment in bars.segments}
    assert shares == {"dead": [25, 0], "constant": [25, 0], "saturated": [25, 0],
                      "other": [25, 100]}
    assert [str(name) for name in bars.names] == ["Layer 1, 4 neurons", "Layer 2, 2 neurons"]


def test_the_table_counts_overlapping_states():
    table = scan_table(DONE, SUBJECT, DATA)
    names = [column.name for column in table.columns]
    assert dict(zip(names, table.rows[0], strict=True)) == {
        "layer": 1, "width": 4, "dead": 1, "dead_share": 0.25, "constant": 2,
        "constant_share": 0.5, "saturated": 3, "saturated_share": 0.75}
    assert table.rows[1] == (2, 2, 0, 0.0, 0, 0.0, 0, 0.0)
    assert [column.scale for column in table.columns if column.unit == "%"] == [100.0] * 3


def test_it_says_what_was_found_and_in_what():
    assert str(headline(DONE)) == "1 of 6 neurons are dead"
    assert str(what_was_scanned(DONE, SUBJECT)) == \
        "ReLU, untrained, seed 7, 60,000 training images"
    trained = ScanSubject("none", {}, (4, 2), seed=3, epochs=15)
    assert str(what_was_scanned(DONE, trained)) == \
        "No activation, trained for 15 epochs, seed 3, 60,000 training images"


@pytest.mark.parametrize("build", [scan_figure, scan_table])
def test_notes_and_warning_name_the_data(build):
    picture = build(DONE, ScanSubject("leaky_relu", {"negative_slope": 0.2}, (4, 2), 7), DATA)
    notes = dict(picture.notes)
    assert notes["function"] == "leaky_relu(negative_slope=0.2)"
    assert notes["data digest"] == f"sha256 {DATA.digest}"
    assert (notes["seed"], notes["saturated below"], notes["hidden"]) == ("7", "0.01", "4, 2")
    assert {"torch", "Activation Lab"} <= notes.keys()
    assert str(picture.warning) == "Data: Garments, not FashionMNIST"
    assert build(DONE, SUBJECT, small_images(20, 10, is_fashion_mnist=True)).warning == ""


def test_the_builders_load_without_torch():
    code = """
import sys
import engine.figures.scan, engine.figures.training, engine.diagnostics.settings
assert "torch" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)
