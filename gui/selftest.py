"""The self-test: every part of the program does its work once; the frozen application runs it."""

from __future__ import annotations

import math
import os
import sys
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import numpy as np
import shiboken6
from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QImage, QPainter, QRawFont
from PySide6.QtSvg import QSvgRenderer

from engine.activations import catalogue, find
from engine.activations.verification import State
from engine.analysis.curves import evaluate
from engine.data import sources
from engine.storage.folders import resources_folder
from gui.application import make_application
from gui.export import export_to
from gui.formula_view import formula_svg
from gui.runner import living_threads
from gui.texts import install, tr
from gui.waiting import wait_until
from gui.window import MainWindow

_LIMIT_SECONDS = 120
_FORMULAS: dict[str, Callable[[float], float]] = {
    "relu": lambda x: max(0.0, x),
    "sigmoid": lambda x: 1 / (1 + math.exp(-x)),
    "tanh": math.tanh,
    "gelu": lambda x: x * (1 + math.erf(x / math.sqrt(2))) / 2,
    "silu": lambda x: x / (1 + math.exp(-x)),
    "softplus": lambda x: math.log1p(math.exp(x)),
    "telu": lambda x: x * math.tanh(math.exp(x)),
}


def main() -> int:
    """Runs all checks, a line each; 0 where all passed."""
    with _own_home() as home, closing(_checks(home)) as checks:
        failed = [name for name, check in checks if not _passes(name, check)]
    print_line(f"{len(failed)} failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def print_line(words: str) -> None:
    """A line on stdout, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


@contextmanager
def _own_home() -> Iterator[Path]:
    """Keeps what the checks write away from the user's own data."""
    before = os.environ.get("ACTIVATION_LAB_HOME")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        os.environ["ACTIVATION_LAB_HOME"] = folder
        yield Path(folder)
        if before is None:
            del os.environ["ACTIVATION_LAB_HOME"]
        else:
            os.environ["ACTIVATION_LAB_HOME"] = before


def _passes(name: str, check: Callable[[], str]) -> bool:
    try:
        found = check()
    except Exception as error:  # one check's fault must not hide the others
        print_line(f"FAILED  {name}: {type(error).__name__}: {error}")
        return False
    print_line(f"ok      {name}: {found}")
    return True


def _checks(home: Path) -> Generator[tuple[str, Callable[[], str]], None, None]:
    run = _WindowChecks(home)
    try:
        yield from _in_order(run, home)
    finally:
        run.end()


def _in_order(run: _WindowChecks, home: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    yield "functions", _functions
    yield "derivatives", _derivatives
    yield "built-in data", _data
    yield "own data", partial(_own_data, home)
    yield "fonts", _fonts
    yield "formula", _formula
    yield "translation", _translation
    yield "icons", _icons
    yield "window", run.opens
    yield "curves in the window", run.draws
    yield "surface in the window", run.draws_surface
    yield "vectors in the window", run.draws_vectors
    yield "catalogue in the window", run.lists
    yield "training in the window", run.trains
    yield "checkpoint", run.reads_back
    yield "race in a worker process", _races
    yield "scan in the window", run.scans
    yield "export to PNG", run.exports_png
    yield "export to SVG", run.exports_svg
    yield "export to CSV", run.exports_csv
    yield "threads", run.closes


def _require(condition: bool, words: str) -> None:
    if not condition:
        raise AssertionError(words)


def _functions() -> str:
    x = np.linspace(-5, 5, 101)
    for item in catalogue().values():
        curve = evaluate(item, item.checked(), x)
        _require(bool(np.isfinite(curve.f).all()), f"{item.key} is not finite")
        if item.key in _FORMULAS:
            expected = np.array([_FORMULAS[item.key](value) for value in x])
            _require(np.abs(curve.f - expected).max() < 1e-12, f"{item.key} is off its formula")
    return f"{len(catalogue())} evaluated, {len(_FORMULAS)} compared with their formulas"


def _derivatives() -> str:
    x = np.linspace(-5, 5, 101)
    curve = evaluate(find("tanh"), {}, x)
    tanh = np.tanh(x)
    _require(np.abs(curve.d1 - (1 - tanh**2)).max() < 1e-12, "tanh' is off")
    _require(np.abs(curve.d2 + 2 * tanh * (1 - tanh**2)).max() < 1e-12, "tanh'' is off")
    return "tanh' and tanh'' agree with their closed forms"


def _data() -> str:
    data = sources.opened_now("garments")
    _require(data.train_images.shape == (60_000, 784), "the built-in set is incomplete")
    _require(len(np.unique(data.test_labels)) == len(data.classes), "a class is missing")
    return f"{len(data.train_images):,} + {len(data.test_images):,} pictures"


def _own_data(home: Path) -> str:
    folder = home / "数据"
    for place, name in enumerate(("dark", "bright")):
        (folder / name).mkdir(parents=True)
        for number in range(5):
            pixels = np.full((9, 7, 3), 40 * number + 10 * place, np.uint8)
            for suffix in ("png", "jpg"):
                Image.fromarray(pixels).save(folder / name / f"{number}.{suffix}")
    data = sources.opened_now(str(folder))
    _require((data.shape, data.classes) == ((1, 9, 7), ("bright", "dark")), "wrong pictures")
    _require((len(data.train_labels), len(data.test_labels)) == (16, 4), "wrong split")
    return f"{len(data.findings)} findings in class folders of PNG and JPEG"


def _races() -> str:
    from engine.training.race import race
    from engine.training.race_plan import race_plan
    from engine.training.records import JobRecord, RunDone
    from engine.training.settings import TrainingSettings
    from engine.training.workers.local import LocalWorkers, living_workers

    settings = TrainingSettings(hidden=(8,), epochs=1, batch_size=1000, device="cpu")
    plan = race_plan([("relu", {}), ("tanh", {})], settings, (7,))
    told = list(race(plan, sources.opened_now("garments"), LocalWorkers(1, "garments")))
    ends = [item.record for item in told
            if isinstance(item, JobRecord) and isinstance(item.record, RunDone)]
    _require([end.status for end in ends] == ["finished"] * 2, f"the runs ended so: {ends}")
    _require(living_workers() == 0, f"{living_workers()} processes are left")
    return "two runs"


def _fonts() -> str:
    make_application()
    for family in ("Inter", "Noto Sans SC", "DejaVu Sans Mono"):
        _require(QFontInfo(QFont(family)).family() == family, f"{family} is not loaded")
    _require(_drawn("激", "Noto Sans SC") > 0, "no Chinese glyph is drawn")
    _require(QRawFont.fromFont(QFont("Noto Sans SC")).supportsCharacter("激"), "激 is missing")
    return "Inter, Noto Sans SC and DejaVu Sans Mono; 激 is drawn"


def _drawn(words: str, family: str) -> int:
    """How many pixels a text covers."""
    font = QFont(family)
    font.setPixelSize(24)
    width = QFontMetrics(font).horizontalAdvance(words) + 8
    image = QImage(width, 40, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(4, 30, words)
    painter.end()
    return _covered(image)


def _covered(image: QImage) -> int:
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), grey.bytesPerLine())
    return int((pixels[:, :grey.width()] < 128).sum())


def _yellow(image: QImage) -> float:
    """The share of pixels near the upper end of viridis."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1, 4)
    return float((np.abs(pixels[:, :, 2::-1].astype(int) - [253, 231, 37]).max(2) < 40).mean())


def _formula() -> str:
    for item in catalogue().values():
        renderer = QSvgRenderer(QByteArray(formula_svg(item.formula, 15, "#000000")))
        _require(renderer.isValid(), f"the formula of {item.key} is no picture")
        size = renderer.defaultSize()
        image = QImage(size, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        _require(_covered(image) > 0, f"the formula of {item.key} is blank")
    return f"{len(catalogue())} formulas drawn"


def _translation() -> str:
    app = make_application()
    install(app, "zh_CN")
    words = tr("Training")
    install(app, "en")
    _require(words == "训练", f"Training is translated as {words!r}")
    _require(tr("Training") == "Training", "English does not come back")
    return "训练"


def _icons() -> str:
    names = sorted((resources_folder() / "icons").glob("*.svg"))
    _require(len(names) > 20, "icons are missing")
    for path in names:
        _require(QSvgRenderer(str(path)).isValid(), f"{path.name} is no picture")
    return f"{len(names)} icons"


class _WindowChecks:
    """The checks that drive one real window, in order."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "exports"
        self._window: MainWindow | None = None

    @property
    def window(self) -> MainWindow:
        _require(self._window is not None, "there is no window")
        return self._window

    def opens(self) -> str:
        make_application()
        self._window = MainWindow()
        self._window.show()
        _require(wait_until(self._window.isVisible, 10), "the window does not show")
        return ", ".join(page.title for page in self._window.build_all())

    def draws(self) -> str:
        page = self.window.page_of("function")
        _require(wait_until(lambda: page.picture() is not None, _LIMIT_SECONDS), "no curves")
        image = self.window.grab().toImage()
        _require(_covered(image) > 1000, "the window is blank")
        return f"{len(page.picture().panels)} plots"

    def draws_surface(self) -> str:
        window = self.window
        window.show_page("surface")
        page = window.page_of("surface")
        _require(wait_until(lambda: page.picture() is not None and not page.runner.running,
                            _LIMIT_SECONDS), "no surface")
        _require(wait_until(lambda: not page.relief.probe.running, 60), "OpenGL gives no answer")
        z = page.picture().panels[0].relief.values
        gelu = np.array([_FORMULAS["gelu"](x) for x in np.linspace(-3, 3, len(z))])
        _require(np.abs(z - (gelu + gelu[:, np.newaxis])).max() < 1e-12, "the heights are off")
        path = self._folder / "surface.png"
        export_to(path, page.picture())
        found = _yellow(QImage(str(path)))
        _require(found > 0.01, "the surface is not drawn")
        return "by OpenGL" if page.relief.by_opengl else "painted without OpenGL"

    def draws_vectors(self) -> str:
        window = self.window
        window.show_page("vectors")
        page = window.page_of("vectors")
        for view in page.views:
            page.show_view(view)
            _require(wait_until(lambda: page.picture() is not None and not page.tab.runner.running,
                                _LIMIT_SECONDS), f"nothing in the tab {view}")
            path = self._folder / f"vectors-{view}.png"
            export_to(path, page.picture())
            _require(_covered(QImage(str(path))) > 100, f"the picture of {view} is blank")
        return ", ".join(page.views)

    def lists(self) -> str:
        self.window.show_page("catalogue")
        page = self.window.page_of("catalogue")
        _require(wait_until(lambda: page.complete, _LIMIT_SECONDS), "the search hangs")
        changed = [one.key for one in page.overviews() if one.state is not State.VERIFIED]
        _require(not changed, f"other values than when they were checked: {changed}")
        return f"{len(page.picture().rows)} functions have the values that were checked"

    def trains(self) -> str:
        window = self.window
        window.show_page("training")
        page = window.page_of("training")
        page.show_settings("garments", ("relu",),
                           {"hidden": (32,), "epochs": 1, "learning_rate": 1e-2})
        page.run()
        _require(wait_until(lambda: page.task() is not None, 30), "the training does not start")
        _require(wait_until(lambda: page.task() is None, _LIMIT_SECONDS), "the training hangs")
        accuracy = page.runs[-1].epochs[-1].test_accuracy
        _require(accuracy > 0.3, f"the network learned nothing: {accuracy}")
        return f"ReLU, one epoch, accuracy {accuracy:.3f}"

    def reads_back(self) -> str:
        import torch

        from engine.training import checkpoints

        run = self.window.page_of("training").runs[-1]
        first, again = checkpoints.load(run.checkpoint), checkpoints.load(run.checkpoint)
        x = torch.linspace(-1, 1, 784).reshape(1, -1)
        with torch.no_grad():
            _require(torch.equal(first.network(x), again.network(x)), "outputs differ")
        _require(first.record.function == "relu", "the function is lost")
        return run.checkpoint.name

    def scans(self) -> str:
        window = self.window
        window.show_page("neurons")
        page = window.page_of("neurons")
        page.scan_newest()
        _require(wait_until(lambda: page.picture() is not None and page.task() is None,
                            _LIMIT_SECONDS), "the scan hangs")
        return str(page.headline())

    def exports_png(self) -> str:
        path = self._export(".png")
        image = QImage(str(path))
        _require(not image.isNull() and _covered(image) > 100, "the PNG is blank")
        return f"{image.width()} x {image.height()}"

    def exports_svg(self) -> str:
        path = self._export(".svg")
        _require(QSvgRenderer(str(path)).isValid(), "the SVG is no picture")
        return f"{path.stat().st_size:,} bytes"

    def exports_csv(self) -> str:
        lines = self._export(".csv").read_text(encoding="utf-8-sig").splitlines()
        rows = [line for line in lines if not line.startswith("#")]
        _require(len(rows) > 2000, f"the CSV has {len(rows)} rows")
        return f"{len(rows) - 1:,} rows"

    def _export(self, suffix: str) -> Path:
        picture = self.window.page_of("function").picture()
        path = self._folder / f"picture{suffix}"
        export_to(path, picture)
        return path

    def end(self) -> None:
        """The window goes now: one left to the interpreter's end crashes there."""
        if self._window is not None:
            self._window.close_work()
            self._window.hide()
            shiboken6.delete(self._window)
            self._window = None

    def closes(self) -> str:
        self.window.close_work()
        self.window.hide()
        _require(living_threads() == 0, f"{living_threads()} threads are left")
        return "none left"
