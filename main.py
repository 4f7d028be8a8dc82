"""Opens the window, or hands the command line to `cli`."""

from __future__ import annotations

import os
import sys
from multiprocessing import freeze_support

from gui import requirements

_INTERRUPTED = 130


def main() -> int:
    """Runs the program; returns its exit code.

    What is missing from Python or the system is said in one sentence, with exit code 1.
    """
    freeze_support()
    _give_streams()
    try:
        requirements.check_packages()
        return _start(sys.argv[1:])
    except KeyboardInterrupt:
        return _INTERRUPTED
    except requirements.RequirementError as error:
        sys.stderr.write(f"{error}\n")
    except ImportError as error:
        sentence = requirements.explained(error)
        if sentence is None:
            raise
        sys.stderr.write(f"{sentence}\n")
    return 1


def _start(arguments: list[str]) -> int:
    if arguments:
        from cli import main as run
        return run(arguments)
    requirements.check_screen()
    from gui.app import main as open_window
    return open_window()


def _give_streams() -> None:
    """A windowed program on Windows has no streams; whatever prints would fail."""
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


if __name__ == "__main__":
    sys.exit(main())
