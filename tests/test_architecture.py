"""The one-way rule: main -> cli, gui -> engine; pages never import each other."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
QT = ("PySide6", "shiboken6", "pyqtgraph", "OpenGL")


def imports_of(path):
    """(line, module) of every import in a file, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield node.lineno, node.module
            yield from ((node.lineno, f"{node.module}.{name.name}") for name in node.names)


def files(folder):
    return sorted((ROOT / folder).rglob("*.py"))


@pytest.mark.parametrize("path", files("engine"), ids=lambda p: str(p.relative_to(ROOT)))
def test_engine_knows_no_window(path):
    wrong = [(line, name) for line, name in imports_of(path)
             if name.split(".")[0] in (*QT, "gui", "commands", "cli", "main")]
    assert not wrong


@pytest.mark.parametrize("path", files("gui"), ids=lambda p: str(p.relative_to(ROOT)))
def test_gui_knows_no_command_line(path):
    wrong = [(line, name) for line, name in imports_of(path)
             if name.split(".")[0] in ("commands", "cli", "main")]
    assert not wrong


@pytest.mark.parametrize("path", files("gui/pages"), ids=lambda p: str(p.relative_to(ROOT)))
def test_pages_do_not_import_each_other(path):
    page = path.stem.split("_")[0]
    wrong = [(line, name) for line, name in imports_of(path)
             if name.startswith("gui.pages.") and not name.startswith(f"gui.pages.{page}")]
    assert not wrong


ALLOWED = {
    "parameters": {"parameters"},
    "activations": {"parameters", "activations", "storage"},
    "analysis": {"parameters", "activations", "analysis"},
    "code": {"parameters", "activations", "code"},
    "data": {"parameters", "storage", "data"},
    "networks": {"parameters", "activations", "analysis", "networks"},
    "storage": {"parameters", "storage"},
    "library": {"parameters", "activations", "storage", "library"},
    "training": {"parameters", "activations", "networks", "data", "storage", "training"},
    "diagnostics": {"parameters", "activations", "networks", "data", "storage", "training",
                    "diagnostics"},
    "figures": {"parameters", "activations", "analysis", "networks", "data", "storage",
                "training", "diagnostics", "figures"},
}
BASE = {"errors", "texts", "lazily", "device", "versions", "VERSION"}


@pytest.mark.parametrize("path", files("engine"), ids=lambda p: str(p.relative_to(ROOT)))
def test_rooms_of_the_engine_depend_one_way(path):
    room = path.relative_to(ROOT / "engine").parts[0].removesuffix(".py")
    allowed = BASE if room == "__init__" or room in BASE else ALLOWED[room] | BASE
    wrong = [(line, name) for line, name in imports_of(path)
             if name.startswith("engine.") and name.split(".")[1] not in allowed]
    assert not wrong


def test_engine_loads_without_qt():
    modules = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in files("engine")]
    code = f"""
import sys, importlib
for name in {modules!r}:
    importlib.import_module(name.removesuffix(".__init__"))
found = [name for name in sys.modules if name.split(".")[0] in {QT!r}]
assert not found, found
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


def test_catalogue_is_readable_without_torch():
    code = """
import sys
from engine.activations import catalogue
for key, activation in catalogue().items():
    assert activation.name and activation.formula and activation.family
    list(activation.parameters)
assert "torch" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


THREADS = ("threading", "concurrent", "multiprocessing")


def makes_threads(path, name):
    if path.name == "main.py" and name.startswith("multiprocessing"):
        return False  # a frozen program must call freeze_support before anything else
    if path.parent.name == "workers" and name.startswith("multiprocessing"):
        return False  # worker processes of a race; none of them makes a thread
    return name.split(".")[0] in THREADS or name.endswith((".QThread", ".QThreadPool",
                                                           ".QRunnable"))


def test_only_the_runner_makes_threads():
    offenders = [str(path.relative_to(ROOT))
                 for path in [*files("engine"), *files("gui"), *files("commands"),
                              ROOT / "cli.py", ROOT / "main.py"]
                 if path.exists() and path.name != "runner.py"
                 and any(makes_threads(path, name) for _, name in imports_of(path))]
    assert not offenders
