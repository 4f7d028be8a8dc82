"""How the program says that something went wrong: one dialog at a time, and one log."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from engine.errors import DataError, DeviceError, DownloadError, InputError, LabError, StorageError
from engine.storage.folders import log_folder
from engine.versions import versions
from gui.message_line import MessageLine
from gui.problem_dialog import Action, ProblemDialog
from gui.texts import tr

__all__ = ["MessageLine", "ProblemDialog", "install_hook", "log_file", "log_problem",
           "show_problem"]

_LOG_BYTES, _LOG_FILES = 1_000_000, 3
_FORMAT = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
_open: list[ProblemDialog] = []


def log_file() -> Path:
    """The log that grows to 1 MB and is then turned over."""
    return log_folder() / "activation-lab.log"


def log_problem(error: BaseException) -> None:
    """Adds an error with its traceback to the log; a log that cannot be written costs nothing.

    The file is opened for each entry: nothing stays open, and the folder may change.
    """
    record = logging.LogRecord("activation-lab", logging.ERROR, "", 0, str(error), None,
                               (type(error), error, error.__traceback__))
    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_file(), maxBytes=_LOG_BYTES, backupCount=_LOG_FILES,
                                      encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(_FORMAT)
    handler.handle(record)
    handler.close()


def title_of(error: BaseException) -> str:
    """What happened, in a few words."""
    if isinstance(error, DownloadError):
        return tr("The download did not finish")
    if isinstance(error, DataError):
        return tr("The data cannot be used")
    if isinstance(error, DeviceError):
        return tr("The device cannot be used")
    if isinstance(error, StorageError):
        return tr("A file cannot be written or read")
    if isinstance(error, InputError):
        return tr("A value is not right")
    if isinstance(error, LabError):
        return tr("This cannot be done")
    return tr("Something in the program failed")


def sentence_of(error: BaseException) -> str:
    """Why, and what to do."""
    if isinstance(error, LabError):
        return tr(error.phrase)
    if isinstance(error, MemoryError):
        return tr("There is not enough memory. Close other programs, or choose smaller numbers.")
    return tr("This is a fault of the program, not of your input. Work that was saved is kept. "
              "The details help to mend it: {reason}", reason=f"{type(error).__name__}: {error}")


def trace_of(error: BaseException) -> str:
    """The traceback, causes included."""
    return "".join(traceback.format_exception(error))


def report_of(error: BaseException, title: str) -> str:
    """All that is needed to find the cause, as text."""
    rows = [*versions(), ("Qt", qVersion()), ("System", platform.platform())]
    head = "\n".join(f"{name}: {value}" for name, value in rows)
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    return f"{title}\n{sentence_of(error)}\n\n{when}\n{head}\n\n{trace_of(error)}"


def show_problem(parent: QWidget | None, error: BaseException, title: str | None = None,
                 actions: Sequence[Action] = ()) -> ProblemDialog:
    """Logs an error and opens the dialog; returns at once. `actions` are (words, callback).

    While one is open, another error is added to its details: a fault that comes with every
    repaint must not cover the screen with dialogs.
    """
    log_problem(error)
    title = title or title_of(error)
    report = report_of(error, title)
    _open[:] = [dialog for dialog in _open if isValid(dialog) and dialog.isVisible()]
    if _open:
        _open[0].add(trace_of(error), report)
        return _open[0]
    dialog = ProblemDialog(title, sentence_of(error), parent, details=trace_of(error),
                           report=report, log=log_file(), actions=actions)
    _open.append(dialog)
    dialog.open()
    return dialog


def install_hook() -> None:
    """Shows whatever no one caught on the GUI thread, and lets the program go on."""
    sys.excepthook = _uncaught


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if sys.stderr is not None:
        sys.__excepthook__(kind, error, trace)
    if isinstance(error, KeyboardInterrupt):
        QApplication.exit(130)
        return
    application = QApplication.instance()
    if isinstance(application, QApplication):
        show_problem(application.activeWindow(), error)
    else:
        log_problem(error)
