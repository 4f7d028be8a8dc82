"""A race as a report to read: results, what the seeds say, convergence, the article's table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from engine.figures.article import article_sentences, article_table
from engine.figures.cells import Cell
from engine.figures.convergence import convergence_table
from engine.figures.figure import Column, Table, Text
from engine.figures.intervals import IntervalCell
from engine.figures.markdown import escaped
from engine.figures.race_tables import method_words, pairs_table, race_table
from engine.figures.race_words import entry_key, entry_name, pair_words
from engine.texts import Phrase, phrase
from engine.training.race_history import RaceHistory
from engine.training.race_results import EntryResult, compared, results_of

Say = Callable[[Text], str]
_RIGHT = ("number", "interval")


def race_report_markdown(history: RaceHistory, baseline: str | None = None,
                         threshold: float | None = None, say: Say = str) -> str:
    """The whole report as Markdown. `say` translates; without it the report is in English."""
    results, pairs = race_table(history, baseline), pairs_table(history)
    names = {entry_key(entry): say(entry_name(entry)) for entry in history.entries}
    speed = convergence_table(history, threshold)
    lines = [f"# {escaped(say(results.title))}", ""]
    if str(results.warning):
        lines += [f"**{escaped(say(results.warning))}**", ""]
    lines += [*_table(results, names, say), "", f"## {say(phrase('What the seeds say'))}", "",
              *_verdicts(history, say), "", escaped(say(method_words(history))), "",
              f"### {escaped(say(pairs.title))}", "", *_table(pairs, names, say), "",
              f"## {escaped(say(speed.title))}", "", *_table(speed, names, say), ""]
    lines += _article(history, names, say)
    lines += [f"## {say(phrase('Settings'))}", "",
              *(f"- {escaped(name)}: {escaped(value)}" for name, value in results.notes)]
    return "\n".join(lines) + "\n"


def _verdicts(history: RaceHistory, say: Say) -> Iterator[str]:
    """Each pair that is told apart, then how many are, and why others are not compared."""
    results = results_of(history)
    found = compared(results)
    for (first, second), one in found.items():
        if one.told_apart:
            words = pair_words(one, entry_name(results[first].entry),
                               entry_name(results[second].entry))
            other = results[second if one.difference > 0 else first].entry
            text = phrase("{words} than {name}", words=words, name=entry_name(other))
            yield f"- {escaped(say(text))}"
    apart = sum(one.told_apart for one in found.values())
    pairs = list(combinations(range(len(results)), 2))
    yield "- " + escaped(say(phrase("Pairs told apart: {count} of {all}", count=apart,
                                    all=len(pairs))))
    why = [_why_not(results[first], results[second]) for first, second in pairs
           if (first, second) not in found]
    for reason in dict.fromkeys(why):
        yield "- " + escaped(say(phrase("{reason}: {count} of {all}", reason=reason,
                                        count=why.count(reason), all=len(pairs))))


def _why_not(first: EntryResult, second: EntryResult) -> Phrase:
    if first.diverged or second.diverged:
        return phrase("Not compared, as runs diverged")
    if first.complete and second.complete:
        return phrase("Not compared, as one seed shows nothing of luck")
    return phrase("Not compared, as runs are missing")


def _article(history: RaceHistory, names: dict[str, str], say: Say) -> list[str]:
    table = article_table(history)
    if table is None:
        return []
    return [f"## {escaped(say(table.title))}", "", *_table(table, names, say), "",
            *(f"- {escaped(say(sentence))}" for sentence in article_sentences(history)), ""]


def _table(table: Table, names: dict[str, str], say: Say) -> list[str]:
    """Rounded as the window shows it."""
    heads = [say(column.label) + (f", {column.unit}" if column.unit else "")
             for column in table.columns]
    rows = [[escaped(_cell(column, value, names, say))
             for column, value in zip(table.columns, row, strict=True)] for row in table.rows]
    sides = ["---:" if column.kind in _RIGHT else "---" for column in table.columns]
    return [f"| {' | '.join(cells)} |" for cells in ([escaped(head) for head in heads], sides,
                                                     *rows)]


def _cell(column: Column, value: Any, names: dict[str, str], say: Say) -> str:
    if value is None:
        return "–"
    if isinstance(value, IntervalCell):
        if value.low is None or value.high is None:
            return "–"
        return say(phrase("{low} to {high}", low=_number(column, value.low),
                          high=_number(column, value.high)))
    if column.kind == "key":
        return names.get(value, value)
    if isinstance(value, Cell):
        return say(value.text)
    return column.prefix + _number(column, value) if column.kind == "number" else say(value)


def _number(column: Column, value: float) -> str:
    return f"{value * column.scale:.{column.digits}f}" if column.digits is not None \
        else f"{value * column.scale:g}"
