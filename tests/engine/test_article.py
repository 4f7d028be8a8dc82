"""The article's table beside a race; each sentence only where the numbers carry it."""

import dataclasses
from pathlib import Path

import pytest
from race_histories import race

from engine.figures.article import article_sentences, article_table
from engine.figures.race_report import race_report_markdown
from engine.training.article import INDEPENDENT, TABLE, repeats_article
from engine.training.settings import ARTICLE_FUNCTIONS, find_preset

AS_PRINTED = {row.function: row.accuracy / 100 for row in TABLE}
SPREAD = {7: -0.004, 8: 0.0, 9: 0.004}


def article(preset="-0.8", shift=0.0, gain=0.02, without=(), more=None, **others):
    """A race of the article's functions that ends at the printed accuracies, but for a shift."""
    settings = find_preset(f"article-comparison{preset}").settings
    ends = {key: value for key, value in {**AS_PRINTED, **(more or {})}.items()
            if key not in without}
    runs = {key: {seed: tuple(end + shift + extra - gain * (epoch < 13) for epoch in range(1, 16))
                  for seed, extra in SPREAD.items()} for key, end in ends.items()}
    settings = dataclasses.replace(settings, **others)
    return race(runs, settings=settings, is_fashion_mnist=True)


def said(history):
    return "\n".join(map(str, article_sentences(history)))


def test_the_table_is_that_of_the_seed_document():
    assert [row.function for row in TABLE] == list(ARTICLE_FUNCTIONS)
    found = list((Path(__file__).parents[3] / "shared" / "seeds").glob("003_*.txt"))
    if not found:
        pytest.skip("the seed documents are not here")
    lines = [line.split("|")[1:-1] for line in found[0].read_text(encoding="utf-8").splitlines()
             if line.startswith("| SimpleNetwork-")]
    printed = [(name.strip().removeprefix("SimpleNetwork-"), *map(float, rest))
               for name, *rest in lines]
    assert printed == [(row.name, row.accuracy, row.final_error, row.seconds) for row in TABLE]


def test_only_the_settings_of_the_article_repeat_it():
    assert repeats_article(article()) == 0.8
    assert repeats_article(article("")) == 0.9
    assert repeats_article(article(seed=3, device="cpu")) == 0.8
    for other in ({"learning_rate": 0.01}, {"hidden": (256, 128)}, {"momentum": 0.7},
                  {"shared_activation": False}, {"batch_size": 64}):
        assert repeats_article(article(**other)) is None
    elsewhere = article()
    elsewhere.is_fashion_mnist = False
    assert repeats_article(elsewhere) is None
    assert (article_table(elsewhere), article_sentences(elsewhere)) == (None, ())


def test_the_table_sets_both_beside_each_other():
    table = article_table(article(shift=0.003, more={"none": 0.825}))
    names = [column.name for column in table.columns]
    rows = [dict(zip(names, row, strict=True)) for row in table.rows]
    assert [row["function"] for row in rows] == [*ARTICLE_FUNCTIONS, "none"]
    relu, none = rows[2], rows[-1]
    assert (relu["article_name"], relu["printed_accuracy"]) == ("ReLU", 0.813)
    assert relu["difference"] == pytest.approx(0.003)
    assert relu["loss_mean"] == pytest.approx(1 - 0.816)
    assert str(relu["verdict"]) == "where one more run would lie"
    assert (none["printed_accuracy"], str(none["verdict"])) == (None, "not in the article's table")
    assert dict(table.notes)["printed"].startswith("seed document 003")
    part = article_table(article(without=("staf",)))
    assert str(part.rows[-1][-1]) == "not in this race"


def test_one_more_run_lies_within_t_times_s_times_the_root():
    # s = 0.004, n = 3: 4.302653 x 0.004 x sqrt(4 / 3) = 1.987 points, and 0.05 of rounding
    for shift, expected in ((0.0203, "lie"), (0.0205, "not lie")):
        [verdict] = {str(row[-1]) for row in article_table(article(shift=shift)).rows}
        assert verdict == f"where one more run would {expected}"


def test_the_momentum_of_the_printed_table_follows_from_the_numbers_alone():
    assert "that of the article's code, 0.8, not of its text, 0.9" in said(article(shift=0.005))
    assert "not that of the article's text, 0.9" in said(article("", shift=0.03))
    for history in (article(shift=0.03), article("", shift=0.005)):
        assert "the printed table is" not in said(history)
    assert "by 3.0 points on average over 13 functions" in said(article("", shift=0.03))
    assert "13 of 13 printed accuracies lie" in said(article())
    assert "0 of 13 printed accuracies lie" in said(article("", shift=0.03))


def test_the_final_error_is_called_a_loss_only_where_the_loss_is_there():
    assert "is no share of errors: 0.52 for ReLU, of which 18.7 %" in said(article())
    close = article(shift=0.48 - AS_PRINTED["relu"])
    assert 'holds losses: 0.52 for ReLU, where the test loss here is 0.52' in said(close)


def test_silu_and_swish_with_the_spread_of_seeds():
    assert "0.2 points apart. SiLU alone differs by 0.8 points between 3 seeds" in said(article())
    assert "noise of single runs" in said(article(without=("silu",)))


def test_no_activation_against_relu():
    assert INDEPENDENT == {"none": 82.5, "relu": 81.2}
    assert "82.5 %, ReLU 81.2 %. Add No activation" in said(article())
    assert "Add No activation" not in said(article(""))
    both = said(article(more={"none": 0.825}))
    assert "Without activation the network reaches 82.5 %, with ReLU 81.3 %: " in both
    assert "No activation is better by 1.2 points with every seed" in both


def test_early_speed_only_where_most_still_gained():
    assert "13 of 13 functions still gained" in said(article(gain=0.02))
    assert "early speed" not in said(article(gain=0.001))


def test_the_report_has_the_article():
    text = race_report_markdown(article(more={"none": 0.825}))
    assert "## The article's table beside this race, momentum 0.8" in text
    assert "| ReLU | ReLU | 81.3 | 81.30 |" in text
    assert "- 13 of 13 printed accuracies" in text
