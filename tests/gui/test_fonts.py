"""Texts are drawn in the program's own fonts, whatever the machine has."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QImage, QPainter, QRawFont

from engine.errors import StorageError
from engine.storage.folders import resources_folder
from gui import fonts

FOLDER = resources_folder() / "fonts"


def raw(name):
    made = QRawFont(str(FOLDER / name), 40)
    assert made.isValid()
    return made


def drawn(text, font):
    image = QImage(60, 60, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(5, 45, text)
    painter.end()
    return bytes(image.constBits())


def test_all_families_are_loaded(qapp):
    assert {"Inter", "Noto Sans SC", "DejaVu Sans Mono"} <= set(fonts.load())


def test_a_chinese_character_is_drawn_and_is_no_box(qapp):
    font = fonts.font("body")
    font.setPixelSize(40)
    box, ink = drawn("\U0010FFFF", font), drawn("激", font)
    assert ink != box and ink != drawn(" ", font) and ink != drawn("活", font)


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf"])
def test_all_characters_of_gb2312_are_there(qapp, name):
    font = raw(name)
    characters = [bytes([high, low]).decode("gb2312", errors="ignore")
                  for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    characters = [c for c in characters if c]
    assert len(characters) == 6763
    assert all(font.supportsCharacter(ord(c)) for c in characters)
    assert all(font.supportsCharacter(ord(c)) for c in "，。；：？！“”‘’（）《》、…—·【】％×÷±≤≥")


@pytest.mark.parametrize("name", ["Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf"])
def test_letters_and_signs_of_mathematics_are_in_inter(qapp, name):
    font = raw(name)
    signs = "aZ09éαβγΦφσμ∑√∫∂∞≤≥≠≈−±×·…′″→↑↓←°"
    assert not [sign for sign in signs if not font.supportsCharacter(ord(sign))]


def test_letters_are_inter_and_chinese_is_noto(qapp):
    font = fonts.font("body")
    assert font.families() == ["Inter", "Noto Sans SC"]
    assert QFontInfo(font).family() == "Inter"
    assert QFontInfo(fonts.font("code")).family() == "DejaVu Sans Mono"
    chinese = QFont(font)
    chinese.setFamilies(["Noto Sans SC"])
    for one in (font, chinese):
        one.setPixelSize(40)
    assert drawn("激", font) == drawn("激", chinese)
    assert drawn("g", font) != drawn("g", chinese)


def spread_of_digits(font):
    """Pixels between the widest and the narrowest digit; advances come in steps of 1/64."""
    widths = [QFontMetricsF(font).horizontalAdvance(digit) for digit in "0123456789"]
    return max(widths) - min(widths)


@pytest.mark.parametrize("role", [role for role in fonts.ROLES if role != "code"])
def test_digits_have_one_width(qapp, role):
    assert spread_of_digits(fonts.font(role)) <= 1 / 16


def test_tabular_digits_come_from_the_feature(qapp):
    plain = QFont(fonts.font("body"))
    plain.clearFeatures()
    assert spread_of_digits(plain) > 1


def test_roles_have_the_sizes_of_the_design(qapp):
    sizes = {"title": 20, "headline": 15, "lesson": 14, "body": 13, "section": 12, "small": 12,
             "axis": 14, "rail": 11}
    assert {role: fonts.font(role).pixelSize() for role in sizes} == sizes
    assert fonts.font("axis").italic()
    assert QFontInfo(fonts.font("title")).weight() == QFont.Weight.DemiBold


def test_a_missing_file_is_named(qapp, monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FILES", ("Nothing.otf",))
    monkeypatch.setattr(fonts, "resources_folder", lambda: tmp_path)
    with pytest.raises(StorageError, match="Nothing.otf"):
        fonts.load()


def test_licences_lie_beside_the_fonts():
    folder = resources_folder() / "licences"
    for name, holder in (("Inter.txt", "The Inter Project Authors"),
                         ("NotoSansSC.txt", "Adobe"), ("DejaVuSansMono.txt", "Bitstream")):
        text = (folder / name).read_text(encoding="utf-8")
        assert holder in text and len(text) > 2000
