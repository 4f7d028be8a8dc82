"""Pictures of every page of the real window: light and dark, in every language, as PNG files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import shiboken6
from PySide6.QtWidgets import QApplication

from engine.data.sources import opened_now
from engine.errors import LabError
from engine.figures import Figure
from engine.storage.atomic import atomic_write
from gui import preferences, theme
from gui.application import make_application
from gui.export import image_bytes
from gui.texts import LANGUAGES, install
from gui.waiting import let_live, wait_until
from gui.window import MainWindow

_SETTLE_SECONDS = 0.3
_LIMIT_SECONDS = 300
_SHOWN_TRAINING = {"hidden": (64, 32), "epochs": 3, "learning_rate": 1e-2, "seeds": (7, 8, 9)}


class ScreenError(LabError):
    """A page that did not get ready."""


def render(folder: Path, width: int, height: int) -> list[Path]:
    """Writes PAGE-THEME-LANGUAGE-WIDTHxHEIGHT.png for every page and gives the files.

    The pages show real work: a short training on the built-in data and a scan of its network.
    Raises ScreenError where a page did not get ready in five minutes.
    """
    app = make_application()
    written = []
    for language in LANGUAGES:
        install(app, language)
        with _home_of_its_own(), shown_window(width, height) as window:
            opened_now("garments")
            _fill(window)
            written += _rendered(app, window, folder, f"{language}-{width}x{height}.png")
    theme.apply(app, preferences.theme())
    install(app, preferences.language())
    return written


def _rendered(app: QApplication, window: MainWindow, folder: Path, end: str) -> list[Path]:
    written = []
    for name in ("light", "dark"):
        theme.apply(app, name)
        for page in window.build_all():
            window.show_page(page.key)
            for view in page.views:
                page.show_view(view)
                let_live(_SETTLE_SECONDS)
                path = folder / "-".join(filter(None, (page.key, view, name, end)))
                atomic_write(path, image_bytes(window.grab().toImage()))
                sys.stderr.write(f"{path}\n")
                written.append(path)
    return written


@contextmanager
def _home_of_its_own() -> Iterator[None]:
    """The runs that the pictures show are made for them, and no run of a person is in them."""
    before = os.environ.get("ACTIVATION_LAB_HOME")
    with TemporaryDirectory(prefix="activation-lab-") as home:
        os.environ["ACTIVATION_LAB_HOME"] = home
        try:
            yield
        finally:
            del os.environ["ACTIVATION_LAB_HOME"]
            if before is not None:
                os.environ["ACTIVATION_LAB_HOME"] = before


@contextmanager
def shown_window(width: int, height: int) -> Iterator[MainWindow]:
    """A window that goes whatever happens: one left to the interpreter's end crashes there."""
    window = MainWindow()
    try:
        window.resize(width, height)
        window.show()
        yield window
    finally:
        window.close_work()
        window.hide()
        shiboken6.delete(window)


def _fill(window: MainWindow) -> None:
    function, training = window.page_of("function"), window.page_of("training")
    neurons, surface = window.page_of("neurons"), window.page_of("surface")
    _await(lambda: function.picture() is not None, "function")
    function.plot.set_cursor(-1.4)
    window.show_page("surface")
    _await(lambda: surface.picture() is not None and not surface.runner.running
           and not surface.relief.probe.running, "surface")
    vectors = window.page_of("vectors")
    window.show_page("vectors")
    for view in vectors.views:
        vectors.show_view(view)
        _await(lambda: vectors.picture() is not None and not vectors.tab.runner.running, "vectors")
    vectors.show_view(vectors.views[0])
    table = window.page_of("catalogue")
    window.show_page("catalogue")
    _await(lambda: table.complete, "catalogue")
    table.select("gelu")
    _await(lambda: table.about.formula.ready, "catalogue")
    window.show_page("training")
    training.show_settings("garments", ("relu", "prelu", "sigmoid"), _SHOWN_TRAINING)
    training.run(asking=False)
    _await(lambda: training.picture() is not None and training.task() is None, "training")
    training.show_view("confusion")
    _await(lambda: training.picture() is not None, "training")
    training.show_view("curves")
    runs = window.page_of("runs")
    window.show_page("runs")
    _await(lambda: len(runs.shown_runs) >= 3 and not runs.runner.running, "runs")
    best, second, third = sorted(runs.shown_runs, key=lambda run: -run.last.test_accuracy)[:3]
    runs.choose([second.number])
    runs.pin()
    runs.choose([best.number, third.number])
    runs.controls.compare.setChecked(True)
    _await(lambda: isinstance(runs.picture(), Figure), "runs")
    window.show_page("neurons")
    neurons.scan()
    _await(lambda: neurons.picture() is not None and neurons.task() is None, "neurons")


def _await(reached: object, page: str) -> None:
    if not wait_until(reached, _LIMIT_SECONDS):
        raise ScreenError("The page {page} did not get ready.", page=page)
