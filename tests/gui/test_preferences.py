"""Preferences come back as they were set, and bad ones cost nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray

from gui import preferences


def again():
    """What another start reads: the file, not the memory of this one."""
    preferences._open.clear()


def test_first_start(qapp):
    assert preferences.theme() == "system" and preferences.language() == "system"
    assert preferences.font_scale() == 1.0
    assert preferences.data_source() == "" and preferences.export_folder() is None
    assert preferences.window_geometry() is None


def test_everything_comes_back_at_the_next_start(qapp, tmp_path):
    geometry = QByteArray(bytes(range(256)))
    preferences.set_theme("dark")
    preferences.set_language("zh_CN")
    preferences.set_font_scale(1.25)
    preferences.set_data_source(str(tmp_path / "数据, set"))
    preferences.set_export_folder(tmp_path)
    preferences.set_window_geometry(geometry)
    assert preferences.writable()
    again()
    assert preferences.theme() == "dark" and preferences.language() == "zh_CN"
    assert preferences.font_scale() == 1.25
    assert preferences.data_source() == str(tmp_path / "数据, set")
    assert preferences.export_folder() == tmp_path
    assert preferences.window_geometry() == geometry


def test_defaults_come_back(qapp):
    preferences.set_theme("dark")
    preferences.set_export_folder(Path("x"))
    preferences.restore_defaults()
    again()
    assert preferences.theme() == "system" and preferences.export_folder() is None


@pytest.mark.parametrize(("text", "scale"), [
    ("nonsense", 1.0), ("nan", 1.0), ("inf", 1.0), ("0.1", 1.0), ("9", 2.0), ("1.5", 1.5)])
def test_a_file_that_someone_changed(qapp, text, scale):
    preferences.file().parent.mkdir(parents=True, exist_ok=True)
    preferences.file().write_text(
        f"[appearance]\ntheme=pink\nlanguage=xx\nfont_scale={text}\n[window]\ngeometry=1\n")
    again()
    assert preferences.theme() == "system" and preferences.language() == "system"
    assert preferences.font_scale() == scale and preferences.window_geometry() is None


def test_a_place_that_cannot_be_written(qapp, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("ACTIVATION_LAB_HOME", str(tmp_path / "file"))
    preferences.set_theme("dark")
    assert preferences.theme() == "dark" and not preferences.writable()


def test_the_file_lies_in_the_home_that_is_set(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("ACTIVATION_LAB_HOME", str(tmp_path))
    preferences.set_theme("light")
    assert (tmp_path / "preferences.ini").exists()
