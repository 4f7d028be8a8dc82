"""Curves, tables and words of a race, against numbers worked by hand."""

import csv
import io
import math

import numpy as np
import pytest
from race_histories import race

from engine.figures.convergence import convergence_figure, convergence_table, default_threshold
from engine.figures.csv import csv_text
from engine.figures.intervals import IntervalCell, shared_axis
from engine.figures.markdown import markdown_text
from engine.figures.race import race_curves_figure, race_time_figure
from engine.figures.race_report import race_report_markdown
from engine.figures.race_tables import pairs_table, race_table
from engine.figures.race_words import baseline_of, entry_key
from engine.figures.series import function_of, point_of

FULL = {"tanh": {7: (0.5, 0.80), 8: (0.6, 0.82), 9: (0.7, 0.84)},
        "relu": {7: (0.4, 0.70), 8: (0.5, 0.71), 9: (0.6, 0.72)}}


def lines(figure, panel):
    return {line.name: line for line in figure.panels[panel].lines}


def rows(table):
    """Each row as column name to value."""
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def words(table, column="against"):
    return [str(row[column]) for row in rows(table)]


def test_a_line_is_the_mean_and_a_band_goes_from_the_lowest_to_the_highest_seed():
    figure = race_curves_figure(race(FULL))
    mean = lines(figure, 1)["tanh test accuracy mean (%)"]
    assert mean.x.tolist() == [1, 2]
    np.testing.assert_allclose(mean.y, [60, 82])
    band = figure.panels[1].bands[0]
    assert (band.key, band.low.tolist(), band.high.tolist()) == ("tanh", [50, 80], [70, 84])
    np.testing.assert_allclose(lines(figure, 0)["relu test loss mean"].y, [0.5, 0.29])
    assert figure.panels[0].y.logarithmic
    assert str(figure.panels[1].subtitle) == "band: lowest to highest seed"
    assert (figure.x.minimum, figure.x.maximum) == (1, 2)
    assert not figure.panels[1].marks


def test_the_line_ends_where_the_slowest_seed_is_and_others_go_on_faintly():
    history = race({"tanh": {7: (0.5, 0.8, 0.9), 8: (0.6,)}}, epochs=3)
    figure = race_curves_figure(history)
    found = lines(figure, 1)
    assert found["tanh test accuracy mean (%)"].y.tolist() == [55]
    further = found["tanh test accuracy seed 7 (%)"]
    assert (further.x.tolist(), further.y.tolist(), further.faint) == ([1, 2, 3], [50, 80, 90],
                                                                       True)
    assert "tanh test accuracy seed 8 (%)" not in found
    [dot] = figure.panels[1].marks
    assert (dot.kind, dot.x, dot.y) == ("end", 1, 55)


def test_a_diverged_run_is_faint_and_counts_for_nothing_else():
    history = race({"tanh": {7: (0.5, 0.8), 8: (0.9, "diverged"), 9: (0.7, 0.84)}})
    found = lines(race_curves_figure(history), 1)
    assert found["tanh test accuracy mean (%)"].y.tolist() == pytest.approx([60, 82])
    assert found["tanh test accuracy seed 8 (%)"].faint
    [row] = rows(race_table(history))
    assert row["accuracy_mean"] == pytest.approx(0.82)
    assert (str(row["against"]), row["against"].tone) == ("1 of 3 runs diverged", "danger")
    assert str(row["seeds"]) == "2 / 3"
    assert rows(pairs_table(history)) == []


def test_against_time_x_is_the_mean_over_the_seeds():
    figure = race_time_figure(race(FULL))
    mean = lines(figure, 1)["tanh test accuracy mean (%)"]
    np.testing.assert_allclose(mean.x, [2.8, 5.6])
    assert figure.panels[1].bands[0].x is mean.x


def test_training_stands_faintly_beside_test():
    found = lines(race_curves_figure(race(FULL), "both"), 1)
    assert found["tanh training accuracy mean (%)"].faint
    np.testing.assert_allclose(found["tanh training accuracy mean (%)"].y, [61, 83])
    only = race_curves_figure(race(FULL), "training")
    assert not lines(only, 1)["tanh training accuracy mean (%)"].faint
    assert only.panels[1].bands[0].low.tolist() == pytest.approx([51, 81])


def test_what_stays_far_below_the_others_does_not_press_them_together():
    slow = {**FULL, "sigmoid": {7: (0.1, 0.1)}}
    assert race_curves_figure(race(slow)).panels[1].y.minimum == 45  # median 71, less 25, in fives
    assert race_curves_figure(race(FULL)).panels[1].y.minimum == 50  # median 76.5
    high = {"tanh": {7: (0.79, 0.82)}, "relu": {7: (0.77, 0.81)}, "sigmoid": {7: (0.1, 0.1)}}
    assert race_curves_figure(race(high)).panels[1].y.minimum == 75  # the others begin at 77
    near = race({"tanh": {7: (0.8, 0.82)}, "relu": {7: (0.7, 0.71)}}, seeds=(7,))
    assert race_curves_figure(near).panels[1].y.minimum is None


def test_nothing_has_happened_yet():
    empty = race({"tanh": {}, "relu": {}})
    assert race_curves_figure(empty).panels[1].lines == ()
    assert words(race_table(empty)) == ["not yet: 0 of 3 seeds"] * 2
    assert rows(pairs_table(empty)) == []
    assert len(convergence_table(empty).rows) == 2
    assert convergence_figure(empty).panels[0].row_bars is None
    assert "as runs are missing: 1 of 1" in race_report_markdown(empty)


def test_the_table_is_ordered_by_mean_with_an_interval_of_t():
    first, second = rows(race_table(race(FULL)))
    assert (first["function"], second["function"]) == ("tanh", "relu")
    half = 4.302652729911275 * 0.02 / math.sqrt(3)  # s = 0.02, t of two degrees
    assert first["accuracy_mean"] == pytest.approx(0.82)
    assert first["accuracy_margin"] == pytest.approx(half, rel=1e-9)
    assert first["accuracy"].low == pytest.approx(0.82 - half, rel=1e-9)
    assert first["accuracy"].points == ((7, 0.80), (8, 0.82), (9, 0.84))
    assert first["loss_mean"] == pytest.approx(0.18)
    assert first["seconds_mean"] == pytest.approx(5.6)
    assert str(first["seeds"]) == "3 / 3"


def test_words_say_how_much_is_known():
    # differences 0.10, 0.11, 0.12: mean 11, half = 4.302653 x 1 / sqrt(3) = 2.48 points
    assert words(race_table(race(FULL))) == ["better by 8.5 to 13.5 points", "baseline"]
    assert words(race_table(race(FULL), "tanh")) == ["baseline", "worse by 8.5 to 13.5 points"]
    [pair] = rows(pairs_table(race(FULL)))
    assert str(pair["words"]) == "Tanh is better by 8.5 to 13.5 points"
    assert pair["held_low"] == pytest.approx(0.11 - 4.302652729911275 * 0.01 / math.sqrt(3))
    close = {"tanh": {7: (0.5, 0.80), 8: (0.5, 0.70), 9: (0.5, 0.75)},
             "relu": {7: (0.5, 0.70), 8: (0.5, 0.80), 9: (0.5, 0.74)}}
    assert "not distinguishable with 3 seeds" in words(race_table(race(close)))


@pytest.mark.parametrize(("tanh", "expected"), [
    ({7: (0.5, 0.8), 8: (0.5,)}, "running, seed 8 (2 of 3)"),
    ({7: (0.5, 0.8), 8: (), 9: (0.4,)}, "running, 2 of 3 seeds at once"),
    ({7: (0.5, 0.8)}, "not yet: 1 of 3 seeds"),
    ({}, "not yet: 0 of 3 seeds"),
    ({7: (0.5, 0.70), 8: (0.5, 0.71), 9: (0.5, 0.72)}, "the same with every seed"),
    ({7: (0.5, 0.75), 8: (0.5, 0.76), 9: (0.5, 0.77)},
     "better by 5.0 points with every seed: no spread to test"),
    ({7: (0.5, 0.65), 8: (0.5, 0.66), 9: (0.5, 0.67)},
     "worse by 5.0 points with every seed: no spread to test")])
def test_words_while_seeds_are_missing_or_do_not_differ(tanh, expected):
    table = race_table(race({"tanh": tanh, "relu": FULL["relu"]}))
    said = {row["function"]: str(row["against"]) for row in rows(table)}
    assert said == {"tanh": expected, "relu": "baseline"}


def test_no_words_while_the_baseline_has_not_all_its_seeds():
    table = race_table(race({"tanh": FULL["tanh"], "relu": {7: (0.4, 0.7)}}))
    assert words(table)[0] == "not yet: ReLU has 1 of 3 seeds"


def test_one_seed_has_no_interval_and_says_so():
    history = race({"tanh": {7: (0.5, 0.8)}, "relu": {7: (0.4, 0.7)}}, seeds=(7,))
    first, _ = rows(race_table(history))
    assert (first["accuracy_margin"], first["accuracy"].low) == (None, None)
    assert words(race_table(history)) == ["one seed: no interval", "baseline"]
    assert race_curves_figure(history).panels[1].bands == ()
    assert str(race_curves_figure(history).panels[1].subtitle) == ""


def test_a_stopped_run_is_no_result():
    history = race({"tanh": {7: (0.5, 0.8), 8: (0.6,)}, "relu": FULL["relu"]})
    history.stop()
    said = {row["function"]: str(row["against"]) for row in rows(race_table(history))}
    assert said["tanh"] == "not yet: 1 of 3 seeds"
    assert not race_curves_figure(history).panels[1].marks


def test_a_grid_has_a_column_for_each_of_its_settings_and_a_key_for_each_point():
    grid = (("learning_rate", (0.1, 0.01)), ("hidden", ((8,), (16, 8))))
    history = race({"relu": FULL["relu"]}, grid=grid)
    keys = [entry_key(entry) for entry in history.entries]
    assert keys[1] == "relu@1 learning_rate=0.1, hidden=(16, 8)"
    assert [(function_of(key), point_of(key)) for key in keys] == [("relu", i) for i in range(4)]
    first = rows(race_table(history))[0]
    assert [str(first[name]) for name in ("learning_rate", "hidden")] == ["0.1", "8"]
    [mean] = race_curves_figure(history).panels[1].lines
    assert str(mean.label) == "ReLU, Learning rate 0.1, Hidden layers 8"
    assert baseline_of(history, keys[3]) is history.entries[3]
    assert baseline_of(history, "gone") is history.entries[0]


def test_the_values_of_a_grid_are_called_as_in_the_form():
    grid = (("initialisation", ("he", "xavier")), ("residual", (True, False)),
            ("learning_rate", (1.0, 0.5)))
    history = race({"relu": FULL["relu"]}, grid=grid)
    first = rows(race_table(history))[0]
    said = [str(first[name]) for name, _ in grid]
    assert said == ["He (Kaiming)", "yes", "1"]
    assert first["learning_rate"].order == (1.0,)
    assert str(race_curves_figure(history).panels[1].lines[0].label).startswith(
        "ReLU, Start weights He (Kaiming), ")


def test_csv_has_both_edges_of_a_band_and_every_seed_of_an_interval():
    def content(picture):
        text = "".join(line for line in csv_text(picture).splitlines(keepends=True)
                       if not line.startswith("# "))
        return list(csv.DictReader(io.StringIO(text)))

    curves = content(race_curves_figure(race(FULL)))
    assert [row["tanh test accuracy (%) lowest"] for row in curves] == ["50.0", "80.0"]
    assert [row["tanh test accuracy (%) highest"] for row in curves] == ["70.0", "84.0"]
    table = content(race_table(race(FULL)))
    assert [float(table[0][f"accuracy_seed_{seed}"]) for seed in (7, 8, 9)] == [0.80, 0.82, 0.84]
    assert float(table[0]["accuracy_low"]) == rows(race_table(race(FULL)))[0]["accuracy"].low
    notes = csv_text(race_table(race(FULL)))
    assert "a paired t test at 5 %" in notes
    assert "# seeds: 7, 8, 9" in notes
    assert " to " in markdown_text(race_table(race(FULL)))


def test_convergence_by_hand():
    history = race({"tanh": {7: (0.5, 0.7, 0.8), 8: (0.7, 0.7, 0.7), 9: (0.1, 0.2, 0.7)},
                    "relu": {7: (0.5, 0.6, 0.7), 8: (0.1, 0.1, 0.1), 9: (0.7, 0.1, 0.1)}},
                   epochs=3)
    tanh, relu = rows(convergence_table(history, 0.7))
    assert (tanh["function"], tanh["epochs_mean"]) == ("tanh", 2)
    assert tanh["epochs"].points == ((7, 2), (8, 1), (9, 3))
    assert tanh["seconds_mean"] == pytest.approx((2 * 2.7 + 2.8 + 3 * 2.9) / 3)
    assert (relu["epochs_mean"], str(relu["reached"])) == (None, "2 of 3 seeds")
    bars = convergence_figure(history, 0.7).panels[0]
    assert bars.row_bars.columns[0].values.tolist() == [2]
    assert str(bars.subtitle) == "not with all seeds: ReLU"
    best = (0.8 + 0.7 + 0.7) / 3
    assert default_threshold(history) == math.floor(100 * 0.95 * best) / 100


def test_the_axis_of_intervals_leaves_the_far_one_out():
    def cell(mean, half=0.0, points=()):
        return IntervalCell(mean, mean - half, mean + half, points)

    # the means and intervals of the design's picture: Sigmoid lies beyond
    picture = [cell(84.99, 0.57), cell(84.59, 0.45), cell(84.40, 0.54), cell(84.36, 0.19),
               IntervalCell(83.33, None, None, ((7, 83.33),)), IntervalCell(10.0, None, None, ())]
    low, high = shared_axis(picture)
    assert 82 < low < 83.33
    assert 85.56 < high < 86.5
    assert shared_axis([]) is None
    assert shared_axis([None, IntervalCell(0.5, None, None, ())]) is not None
    low, high = shared_axis([cell(1.0), cell(1.0)])
    assert low < 1.0 < high
    low, high = shared_axis([cell(10.0), cell(90.0)])
    assert low < 10
    assert high > 90


def test_a_race_that_is_over_says_why_pairs_are_not_compared():
    one = race_report_markdown(race({key: {7: runs[7]} for key, runs in FULL.items()}, (7,)))
    assert "Nothing is compared: one seed shows nothing of luck." in one
    assert "Not compared, as one seed shows nothing of luck: 1 of 1" in one
    lost = race(FULL | {"relu": {7: (0.4, "diverged"), 8: (0.5, 0.7), 9: (0.6, 0.7)},
                        "elu": FULL["relu"]})
    text = race_report_markdown(lost)
    assert "Not compared, as runs diverged: 2 of 3" in text
    assert "Holm over all 3 pairs" in text
    assert "not compared: ReLU diverged" in words(race_table(lost))
    for said in (one, text):
        assert "yet" not in said
        assert "missing" not in said


def test_the_report_says_what_the_tables_say():
    text = race_report_markdown(race(FULL), say=lambda text: str(text).replace("Race", "Rennen"))
    assert text.startswith("# Rennen\n")
    assert "| Tanh | 82.00 | ± 4.97 | 77.03 to 86.97 | 0.180 |" in text
    assert "- Tanh is better by 8.5 to 13.5 points than ReLU" in text
    assert "Pairs told apart: 1 of 1" in text
    assert "article" not in text
