"""Prints the table of all ratios: python -m benchmarks [NAME...]."""

from __future__ import annotations

import importlib
import sys

NAMES = ("curves", "steps", "formulas", "training", "peers", "scan", "start", "lateness", "race",
         "code", "catalogue")


def main(arguments: list[str]) -> int:
    """Runs the named benchmarks, or all; 1 where a ratio is over its limit."""
    over = 0
    print(f"{'what against what':72} {'measured':>9} {'limit':>9}")
    for name in arguments or NAMES:
        for words, measured, limit in importlib.import_module(f"benchmarks.{name}").rows():
            wanted = "" if limit is None else f"{limit:9}"
            print(f"{words:72} {measured:9.3f} {wanted}", flush=True)
            over += not _within(measured, limit)
    return 1 if over else 0


def _within(measured: float, limit: str | None) -> bool:
    """Whether a figure keeps a limit such as "<= 1.5" or ">= 2.5"."""
    if limit is None:
        return True
    sign, number = limit.split()
    return measured <= float(number) if sign == "<=" else measured >= float(number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
