"""What build.spec adds to the application: icons of every form and the entry of the menu."""

import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageReader

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def icons(tmp_path_factory):
    folder = tmp_path_factory.mktemp("icons")
    runpy.run_path(str(ROOT / "resources" / "install" / "application_icons.py"))["write"](folder)
    return folder


@pytest.mark.parametrize(("name", "sizes"), [
    ("app.ico", {16, 24, 32, 48, 64, 128, 256}), ("app.icns", {16, 32, 128, 256, 512, 1024})])
def test_icon_files_hold_every_size(icons, name, sizes):
    reader = QImageReader(str(icons / name))
    found = set()
    for index in range(reader.imageCount()):
        assert reader.jumpToImage(index)
        image = reader.read()
        assert not image.isNull(), reader.errorString()
        assert image.width() == image.height()
        found.add(image.width())
    assert found == sizes


def test_icon_is_drawn_and_its_corners_are_clear(icons):
    image = QImage(str(icons / "hicolor" / "64x64" / "apps" / "activation-lab.png"))
    assert (image.width(), image.height()) == (64, 64)
    assert image.pixelColor(0, 0).alpha() == 0
    assert len({image.pixel(x, y) for x in range(64) for y in range(64)}) > 20


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the menu of Linux")
def test_menu_entry_starts_the_program_where_it_lies(icons, tmp_path):
    folder = tmp_path / 'my "own" $programs 100%'
    folder.mkdir()
    for name in ("activation-lab.desktop", "add_to_menu.sh"):
        shutil.copy(ROOT / "resources" / "linux" / name, folder)
    shutil.copytree(icons / "hicolor", folder / "icons" / "hicolor")
    home = tmp_path / "home"
    subprocess.run(["sh", folder / "add_to_menu.sh"], check=True, capture_output=True,
                   env=os.environ | {"XDG_DATA_HOME": str(home)})
    entry = (home / "applications" / "activation-lab.desktop").read_text(encoding="utf-8")
    [program] = [line for line in entry.splitlines() if line.startswith("Exec=")]
    escaped = str(folder).replace('"', '\\\\"').replace("$", "\\\\$").replace("%", "%%")
    assert program == f'Exec="{escaped}/ActivationLab"'
    assert "Name[zh_CN]=" in entry
    assert (home / "icons" / "hicolor" / "48x48" / "apps" / "activation-lab.png").is_file()
