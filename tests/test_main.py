"""Started where something is missing, the program says it in one sentence."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from gui import requirements

ROOT = Path(__file__).parent.parent
NO_GL = """
import sys

class WithoutGL:
    def find_spec(self, name, path=None, target=None):
        if name in ("PySide6.QtGui", "PySide6.QtWidgets"):  # both link to it
            raise ImportError("libGL.so.1: cannot open shared object file: No such file")

sys.meta_path.insert(0, WithoutGL())
"""


def started(*arguments, options=(), **environment):
    """main.py in a process of its own, without a screen unless one is named."""
    variables = {name: value for name, value in os.environ.items()
                 if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, *options, "main.py", *arguments], cwd=ROOT, env=variables | environment,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False)


def one_sentence(finished):
    assert finished.returncode == 1, finished
    assert finished.stdout == ""
    assert finished.stderr.endswith("\n")
    assert finished.stderr.count("\n") == 1, finished.stderr
    return finished.stderr


@pytest.mark.parametrize("arguments", [(), ("functions",)])
def test_missing_packages_are_all_named_at_once(arguments):
    sentence = one_sentence(started(*arguments, options=["-S"]))
    for package in requirements.PACKAGES.values():
        assert package in sentence
    assert f'-m pip install -e "{ROOT}"' in sentence


def test_only_the_missing_package_is_named():
    with pytest.raises(requirements.RequirementError) as raised:
        requirements.check_packages({"json": "not-this", "no_such_module": "such-a-package"})
    assert "such-a-package" in str(raised.value)
    assert "not-this" not in str(raised.value)


def test_declared_packages_are_the_checked_ones():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {line.split("=")[0].rstrip("<>~! ") for line in project["dependencies"]}
    assert declared == set(requirements.PACKAGES.values())
    requirements.check_packages()


def test_missing_system_library_of_qt_is_a_sentence(tmp_path):
    (tmp_path / "sitecustomize.py").write_text(NO_GL, encoding="utf-8")
    sentence = one_sentence(started(PYTHONPATH=str(tmp_path), QT_QPA_PLATFORM="offscreen"))
    assert "libGL.so.1" in sentence
    assert "libgl1" in sentence


def test_other_import_errors_are_not_explained_away():
    assert requirements.explained(ImportError("cannot import name 'x' from 'y'")) is None


def test_a_library_outside_the_table_is_named_without_a_package():
    sentence = str(requirements.explained(
        ImportError("libsuch.so.9: cannot open shared object file: No such file or directory")))
    assert "libsuch.so.9" in sentence


def test_the_error_behind_the_one_of_the_frozen_loader_is_read():
    try:
        try:
            raise OSError("libGL.so.1: cannot open shared object file: No such file or directory")
        except OSError:
            raise OSError("Failed to load dynlib") from None
    except OSError as error:
        assert "libgl1" in str(requirements.explained(error))


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt aborts on Linux only")


@linux
def test_no_screen_is_a_sentence():
    assert "DISPLAY" in one_sentence(started())


@linux
def test_a_screen_that_does_not_answer_is_a_sentence():
    """Without the libraries of the X11 plugin it is the sentence about them."""
    sentence = one_sentence(started(DISPLAY=":9999"))
    assert "DISPLAY=:9999" in sentence or "apt-get install" in sentence


@linux
@pytest.mark.parametrize("variables", [
    {"QT_QPA_PLATFORM": "offscreen"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_a_screen_of_another_kind_is_left_to_qt(monkeypatch, variables):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    requirements.check_screen()


def test_a_windowed_program_without_streams_does_not_fail():
    """On Windows a windowed program has None for both streams."""
    code = ("import sys; sys.stdout = sys.stderr = None; sys.argv = ['main.py']; import main; "
            "main.main(); print('written', file=sys.stdout); print('written', file=sys.stderr)")
    variables = {name: value for name, value in os.environ.items()
                 if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    finished = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, env=variables,
                              capture_output=True, check=False)
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, b"", b"")
