"""Compares every function with its independent form and writes what was found: verification.json.

Run it after a function was added or changed; it takes about half a minute:

    python resources/update_verification.py

A function that does not pass is named, left out of the file, and the exit code is 1.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
FILE = ROOT / "resources" / "verification.json"
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "engine")]


def records() -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Key to figures of every function that passes, and key to reason of the others."""
    import torch
    from verifying import record

    from engine.activations import catalogue

    torch.set_num_threads(1)
    passed, failed = {}, {}
    for key, activation in catalogue(None).items():
        if activation.family == "own":
            continue
        try:
            passed[key] = record(key)
        except (AssertionError, ArithmeticError, ValueError, TypeError, LookupError,
                RuntimeError) as error:  # one that fails must not hide the others
            failed[key] = f"{type(error).__name__}: {error}"
    return passed, failed


def versions() -> dict[str, str]:
    """What the figures depend on."""
    import mpmath
    import torch

    return {"torch": torch.__version__.partition("+")[0], "mpmath": mpmath.__version__}


def text_of(passed: dict[str, dict[str, Any]]) -> str:
    """The file: a line for each function, in the order of keys."""
    lines = [f"{json.dumps(key)}: {json.dumps(entry)}" for key, entry in sorted(passed.items())]
    functions = ",\n".join(lines)
    return f'{{"versions": {json.dumps(versions())},\n"functions": {{\n{functions}\n}}}}\n'


def main() -> int:
    """Writes the file; 1 where a function did not pass."""
    passed, failed = records()
    FILE.write_text(text_of(passed), encoding="utf-8")
    sys.stdout.write("".join(f"not verified: {key}: {why}\n" for key, why in failed.items()))
    sys.stdout.write(f"{len(passed)} functions verified: {FILE.relative_to(ROOT)}\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
