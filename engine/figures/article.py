"""The article's own table beside a race that repeats it, and what follows from the two."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from engine.figures.cells import Cell
from engine.figures.figure import Column, Table
from engine.figures.race_tables import interval_cell
from engine.figures.race_words import entry_key, pair_words, race_notes, standing_cell
from engine.networks.functions import NO_ACTIVATION, function_name
from engine.texts import Phrase, phrase
from engine.training.article import INDEPENDENT, TABLE, Printed, repeats_article
from engine.training.race_history import RaceHistory
from engine.training.race_results import EntryResult, compared, mean, results_of
from engine.training.statistics import prediction

SOURCE = ("seed document 003, single runs on FashionMNIST; what is said of its mistakes: "
          "shared list of mistakes in the seed documents, rows 16, 33 and 34")
_CLOSE = 1.0
"""Points by which means of single runs and of seeds may differ and still be called the same."""
_ROUNDED = 0.05


def article_table(history: RaceHistory) -> Table | None:
    """The printed accuracies and "final errors" beside the means here; None for another race.

    The last column says whether the printed accuracy lies where one more run of ours would, by
    the 95 % prediction interval of Student's t.
    """
    momentum = repeats_article(history)
    if momentum is None:
        return None
    by_function = {one.entry.function: one for one in results_of(history)}
    rows = [_row(printed, by_function.get(printed.function)) for printed in TABLE]
    if NO_ACTIVATION in by_function:
        rows.append(_row(None, by_function[NO_ACTIVATION]))
    points: dict[str, Any] = {"digits": 2, "scale": 100.0}
    return Table(
        name="article", title=phrase("The article's table beside this race, momentum {momentum}",
                                     momentum=f"{momentum:g}"),
        columns=(
            Column("function", phrase("Function"), kind="key"),
            Column("article_name", phrase("In the article"), kind="text"),
            Column("printed_accuracy", phrase("Printed accuracy"), digits=1, unit="%",
                   scale=100.0),
            Column("accuracy_mean", phrase("Accuracy here"), unit="%", **points),
            Column("accuracy_margin", phrase("95 % interval"), prefix="± ", **points),
            Column("accuracy", phrase("Accuracy of each seed, mean and interval"),
                   kind="interval", unit="%", **points),
            Column("difference", phrase("Here less printed, points"), **points),
            Column("printed_final_error", phrase("Printed \"final error\""), digits=2),
            Column("loss_mean", phrase("Loss here"), digits=3),
            Column("verdict", phrase("The printed accuracy"), kind="text"),
        ),
        rows=tuple(rows),
        notes=(("printed", SOURCE), *race_notes(history),
               ("intervals", "95 %, Student's t over seeds; one more run: prediction interval")))


def _row(printed: Printed | None, one: EntryResult | None) -> tuple[Any, ...]:
    key = printed.function if printed else entry_key(one.entry) if one else ""
    accuracy = one.accuracy if one else None
    found = one.accuracy_interval if one else None
    shown = printed.accuracy / 100 if printed else None
    return (key, printed.name if printed else "", shown, accuracy,
            found.half if found else None, interval_cell(one) if one else None,
            accuracy - shown if accuracy is not None and shown is not None else None,
            printed.final_error if printed else None,
            mean([done.test_loss for done in one.last.values()]) if one else None,
            _verdict(printed, one))


def _verdict(printed: Printed | None, one: EntryResult | None) -> Cell:
    if printed is None:
        return Cell(phrase("not in the article's table"), (3.0,), tone="secondary")
    if one is None:
        return Cell(phrase("not in this race"), (3.0,), tone="secondary")
    inside = within_one_more_run(printed, one)
    if inside is None:
        return standing_cell(one) or Cell(phrase("one seed: no interval"), (3.0,),
                                          tone="secondary")
    return Cell(phrase("where one more run would lie"), (0.0,)) if inside else \
        Cell(phrase("where one more run would not lie"), (1.0,))


def within_one_more_run(printed: Printed, one: EntryResult) -> bool | None:
    """Whether the printed accuracy, which is rounded, lies in the 95 % prediction interval."""
    found = one.accuracy_interval
    if not one.complete or found is None:
        return None
    low, high = prediction(found)
    return 100 * low - _ROUNDED <= printed.accuracy <= 100 * high + _ROUNDED


def article_sentences(history: RaceHistory) -> tuple[Phrase, ...]:
    """What follows from both tables; each sentence with the numbers that carry it, and only where
    they do. Empty for a race that does not repeat the article's comparison."""
    momentum = repeats_article(history)
    if momentum is None:
        return ()
    results = results_of(history)
    complete = {one.entry.function: one for one in results if one.complete}
    return (*_which_momentum(momentum, complete), *_final_error(complete),
            *_silu_and_swish(complete), *_no_activation(history, results),
            *_early_speed(complete), _order())


def _which_momentum(momentum: float, complete: dict[str, EntryResult]) -> Iterator[Phrase]:
    pairs = [(printed, complete[printed.function]) for printed in TABLE
             if printed.function in complete]
    if len(pairs) < 3:
        return
    apart = [abs(100 * (one.accuracy or 0.0) - printed.accuracy) for printed, one in pairs]
    inside = [within_one_more_run(printed, one) for printed, one in pairs]
    numbers = {"momentum": f"{momentum:g}", "points": f"{sum(apart) / len(apart):.1f}",
               "count": len(pairs)}
    close = sum(apart) / len(apart) <= _CLOSE
    if momentum == 0.8 and close:
        yield phrase("With momentum {momentum} the printed accuracies differ from the means here "
                     "by {points} points on average over {count} functions: the printed table is "
                     "that of the article's code, 0.8, not of its text, 0.9.", **numbers)
    elif momentum != 0.8 and not close:
        yield phrase("With momentum {momentum} the printed accuracies differ from the means here "
                     "by {points} points on average over {count} functions: the printed table is "
                     "not that of the article's text, 0.9. Its code has 0.8.", **numbers)
    else:
        yield phrase("With momentum {momentum} the printed accuracies differ from the means here "
                     "by {points} points on average over {count} functions.", **numbers)
    known = [one for one in inside if one is not None]
    if known:
        yield phrase("{inside} of {count} printed accuracies lie where one more run of ours would "
                     "(95 % prediction interval).", inside=sum(known), count=len(known))


def _final_error(complete: dict[str, EntryResult]) -> Iterator[Phrase]:
    relu = next(printed for printed in TABLE if printed.function == "relu")
    one = complete.get("relu")
    loss = mean([done.test_loss for done in one.last.values()]) if one else None
    if loss is not None and abs(loss - relu.final_error) < 0.1:
        yield phrase("Its column \"final error (%)\" holds losses: {error} for ReLU, where the "
                     "test loss here is {loss} and the share of errors {wrong} %.",
                     error=f"{relu.final_error:.2f}", loss=f"{loss:.2f}",
                     wrong=f"{100 - relu.accuracy:.1f}")
    else:
        yield phrase("Its column \"final error (%)\" is no share of errors: {error} for ReLU, of "
                     "which {wrong} % are wrong by the column beside it.",
                     error=f"{relu.final_error:.2f}", wrong=f"{100 - relu.accuracy:.1f}")


def _silu_and_swish(complete: dict[str, EntryResult]) -> Iterator[Phrase]:
    printed = {row.function: row.accuracy for row in TABLE}
    gap = f"{abs(printed['swish'] - printed['silu']):.1f}"
    one = complete.get("silu")
    if one is None or len(one.last) < 2:
        yield phrase("SiLU and Swish are one function in the article's code, x times the sigmoid "
                     "of x; its table has them {gap} points apart: that is noise of single runs.",
                     gap=gap)
        return
    values = list(one.accuracies.values())
    yield phrase("SiLU and Swish are one function in the article's code, x times the sigmoid of "
                 "x; its table has them {gap} points apart. SiLU alone differs by {spread} points "
                 "between {seeds} seeds here. (Swish here learns its beta and is another one.)",
                 gap=gap, spread=f"{100 * (max(values) - min(values)):.1f}", seeds=len(values))


def _no_activation(history: RaceHistory, results: list[EntryResult]) -> Iterator[Phrase]:
    places = {one.entry.function: place for place, one in enumerate(results) if one.complete}
    if not {NO_ACTIVATION, "relu"} <= places.keys():
        if history.plan.settings.momentum == 0.8:
            yield phrase("In an independent run at these settings a network without activation "
                         "reached {none} %, ReLU {relu} %. Add No activation to the race to see it "
                         "here.", none=f"{INDEPENDENT[NO_ACTIVATION]:.1f}",
                         relu=f"{INDEPENDENT['relu']:.1f}")
        return
    pair = sorted((places[NO_ACTIVATION], places["relu"]))
    found = compared(results).get((pair[0], pair[1]))
    numbers = {"none": _percent(results[places[NO_ACTIVATION]]),
               "relu": _percent(results[places["relu"]])}
    if found is None:
        yield phrase("Without activation the network reaches {none} %, with ReLU {relu} %.",
                     **numbers)
        return
    names = [function_name(results[place].entry.function) for place in pair]
    yield phrase("Without activation the network reaches {none} %, with ReLU {relu} %: {words}.",
                 words=pair_words(found, names[0], names[1]), **numbers)


def _early_speed(complete: dict[str, EntryResult]) -> Iterator[Phrase]:
    """Whether the functions were still learning when the 15 epochs were over."""
    gains = []
    for one in complete.values():
        runs = [one.entry.runs[seed].epochs for seed in one.last]
        if all(len(epochs) >= 4 for epochs in runs):
            gains.append(math.fsum(epochs[-1].test_accuracy - epochs[-4].test_accuracy
                                   for epochs in runs) / len(runs))
    rising = [gain for gain in gains if gain > 0.005]
    if gains and 2 * len(rising) > len(gains):
        yield phrase("{count} of {all} functions still gained more than half a point in the last "
                     "three epochs: 15 epochs at a learning rate of 1e-3 measure early speed, not "
                     "power of expression.", count=len(rising), all=len(gains))


def _order() -> Phrase:
    printed = {row.function: f"{row.accuracy:.1f}" for row in TABLE}
    return phrase("The article's text ranks STAF before TeLU, PReLU and ReLU; its own table has "
                  "TeLU {telu}, PReLU {prelu}, STAF {staf}, ReLU {relu} %, of one run each.",
                  telu=printed["trainable_elu"], prelu=printed["prelu"], staf=printed["staf"],
                  relu=printed["relu"])


def _percent(one: EntryResult) -> str:
    return f"{100 * (one.accuracy or 0.0):.1f}"
