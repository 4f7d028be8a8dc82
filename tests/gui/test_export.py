"""The files: their size, what is in them, and that screen, PNG and SVG show the same."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from sample_figures import bars, functions, table, training

from engine.errors import InputError, StorageError
from engine.figures.csv import csv_bytes
from engine.texts import phrase
from gui import export, preferences, theme
from gui.export_dialog import ExportDialog
from gui.plot_canvas import PlotCanvas
from gui.plot_data import Span
from gui.plot_look import Look, Shown

PICTURES = {"functions": functions, "training": training, "bars": bars, "table": table}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(autouse=True)
def light(qapp):
    theme.apply(qapp, "light")


def opened(content):
    image = QImage.fromData(QByteArray(content))
    assert not image.isNull()
    return image.convertToFormat(QImage.Format.Format_RGB32)


def pixels(image):
    return np.frombuffer(image.constBits(), np.uint8).reshape(
        image.height(), image.width(), 4)[:, :, 2::-1].astype(int)


def count(image, colour):
    wanted = [colour.red(), colour.green(), colour.blue()]
    return int((np.abs(pixels(image) - wanted).max(axis=2) < 40).sum())


def drawn(svg, width, height):
    renderer = QSvgRenderer(QByteArray(svg))
    assert renderer.isValid()
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


@pytest.mark.parametrize("name", PICTURES)
@pytest.mark.parametrize("scale", [1, 1.5, 3])
def test_a_png_has_exactly_its_size_and_is_not_blank(qtbot, name, scale):
    image = opened(export.png_bytes(PICTURES[name](), (500, 400), scale))
    assert (image.width(), image.height()) == (round(500 * scale), round(400 * scale))
    shades = np.frombuffer(image.constBits(), np.uint32)
    assert len(np.unique(shades)) > 20
    assert (shades != shades[0]).mean() > 0.01


def test_a_picture_grows_with_its_scale_and_stays_the_same(qtbot):
    small, large = (opened(export.png_bytes(functions(), (500, 400), scale)) for scale in (2, 4))
    shrunk = large.scaled(1000, 800, Qt.AspectRatioMode.IgnoreAspectRatio,
                          Qt.TransformationMode.SmoothTransformation)
    shrunk = shrunk.convertToFormat(QImage.Format.Format_RGB32)
    difference = np.abs(pixels(small) - pixels(shrunk)).mean()
    assert difference < 4
    blue = QColor(theme.LIGHT.functions[0])
    assert 3 < count(large, blue) / count(small, blue) < 6


def test_a_png_carries_its_notes(qtbot):
    image = opened(export.png_bytes(functions(), (300, 200), 1))
    assert image.text("Title") == "Functions" and image.text("Software") == "Activation Lab"
    assert image.text("Description").splitlines() == [
        "function: gelu", "function: elu", "parameters: alpha=1.0"]
    assert "FashionMNIST" in opened(export.png_bytes(training(), (300, 200), 1)).text("Warning")


@pytest.mark.parametrize("name", PICTURES)
def test_an_svg_looks_like_the_png(qtbot, name):
    picture = PICTURES[name]()
    png = opened(export.png_bytes(picture, (600, 420), 1))
    svg = drawn(export.svg_bytes(picture, (600, 420)), 600, 420)
    assert np.abs(pixels(png) - pixels(svg)).mean() < 6
    for colour in ("text", "secondary"):
        ratio = count(svg, QColor(getattr(theme.LIGHT, colour))) + 1
        assert 0.3 < ratio / (count(png, QColor(getattr(theme.LIGHT, colour))) + 1) < 3


def test_an_svg_is_xml_with_paths_and_texts(qtbot):
    root = ElementTree.fromstring(export.svg_bytes(training(), (600, 420)))
    texts = [text.text for text in root.iter(SVG + "text")]
    assert {"Training", "Test loss", "Test accuracy, %", "log scale", "epoch", "ReLU",
            "Made garments, not FashionMNIST"} <= set(texts)
    assert any("Sigmoid 10 %, below the axis" in text for text in texts)
    longest = max((path.get("d", "") for path in root.iter(SVG + "path")), key=len)
    assert longest.count("L") >= 8
    assert root.find(SVG + "title").text == "Training"
    families = {group.get("font-family") for group in root.iter(SVG + "text")}
    assert all(family.endswith("sans-serif") for family in families)


def test_no_part_of_a_curve_leaves_its_plot(qtbot):
    zoomed = Shown(across=Span(-1.5, 2.0), up=(Span(0.2, 1.0), Span(0.1, 0.4), Span(0.3, 0.6)))
    svg = export.svg_bytes(functions(points=2001), (600, 420), shown=zoomed)
    canvas = PlotCanvas(look=Look(exact=True))
    qtbot.addWidget(canvas)
    canvas.resize(600, 420)
    canvas.show_figure(functions(), zoomed)
    rects = [panel.rect.adjusted(-0.1, -0.1, 0.1, 0.1) for panel in canvas.panels]
    curves = [path.get("d") for path in ElementTree.fromstring(svg).iter(SVG + "path")
              if path.get("d").count("L") > 40]
    assert len(curves) >= 6
    for curve in curves:
        points = [QPointF(float(x), float(y))
                  for x, y in re.findall(r"[ML](-?[\d.e+-]+),(-?[\d.e+-]+)", curve)]
        assert any(all(rect.contains(point) for point in points) for rect in rects)


def test_a_title_is_in_the_picture_in_its_language(qtbot):
    plain = replace(functions(), title="")
    chinese = replace(functions(), title=phrase("激活函数"))
    first, second = (pixels(opened(export.png_bytes(one, (500, 400), 1)))[:24]
                     for one in (plain, chinese))
    assert np.abs(first - second).max() > 150


def test_colours_can_be_chosen(qtbot, qapp):
    for colours, tokens in (("light", theme.LIGHT), ("dark", theme.DARK), ("", theme.LIGHT)):
        image = opened(export.png_bytes(functions(), (300, 200), 1, colours))
        assert image.pixelColor(1, 1) == QColor(tokens.plot_ground)
    theme.apply(qapp, "dark")
    image = opened(export.png_bytes(functions(), (300, 200), 1))
    assert image.pixelColor(1, 1) == QColor(theme.DARK.plot_ground)


def test_the_table_of_values_is_there_only_with_a_cursor(qtbot):
    def texts(shown):
        root = ElementTree.fromstring(export.svg_bytes(functions(), (700, 500), shown=shown))
        return [text.text for text in root.iter(SVG + "text")]

    assert "x = −1.400" in texts(Shown(crosshair=True, cursor=-1.4, selected="gelu"))
    legend = texts(None)
    assert not any(text.startswith("x = ") for text in legend) and {"GELU", "ReLU"} <= set(legend)
    assert "ReLU" not in texts(Shown(hidden=frozenset({"relu"})))


@pytest.mark.parametrize("suffix", [".png", ".svg", ".csv", ".PNG"])
def test_the_suffix_decides(qtbot, tmp_path, suffix):
    path = tmp_path / "new" / f"a{suffix}"
    export.export_to(path, functions(), (300, 200), 1)
    content = path.read_bytes()
    starts = {".png": b"\x89PNG", ".svg": b"<?xml", ".csv": b"\xef\xbb\xbf#"}
    assert content.startswith(starts[suffix.lower()])
    assert list(path.parent.iterdir()) == [path]
    if suffix == ".csv":
        assert content == csv_bytes(functions())


def test_a_wrong_suffix_or_place_is_said_in_a_sentence(qtbot, tmp_path):
    with pytest.raises(InputError, match=r"must end in \.png, \.svg, \.csv, got a\.gif"):
        export.export_to(tmp_path / "a.gif", functions())
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(StorageError, match="Choose another folder"):
        export.export_to(blocked / "a.png", functions(), (300, 200), 1)
    with pytest.raises(InputError, match="cannot be made"):
        export.png_bytes(functions(), (20_000, 20_000), 8)


def test_a_table_is_as_high_as_its_rows(qtbot):
    width, height = export.natural_size(table())
    assert 320 <= width < 900 and 100 < height < 200
    image = opened(export.png_bytes(table(), (width, height), 2))
    orange = QColor(theme.LIGHT.functions[1])
    assert count(image, orange) > 20
    texts = [text.text for text in ElementTree.fromstring(
        export.svg_bytes(table())).iter(SVG + "text")]
    assert {"ReLU", "Accuracy, %", "84.59", "–", "stopped", "Results"} <= set(texts)


def test_the_clipboard_gets_picture_and_numbers(qtbot):
    export.copy_image(functions())
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (2400, 1600)
    export.copy_data(functions())
    assert QGuiApplication.clipboard().text() == csv_bytes(functions()).decode("utf-8-sig")


@pytest.fixture
def dialog(qtbot, tmp_path):
    made = ExportDialog(functions())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.form.folder.setText(str(tmp_path))
    made.form.width_box.setValue(300)
    made.form.height_box.setValue(200)
    made.form.scale_box.setValue(1.5)
    made.show()
    return made


def test_the_dialog_writes_what_was_chosen(dialog, qtbot, tmp_path):
    assert dialog.form.pixels.text() == "450 × 300 pixels"
    with qtbot.waitSignal(dialog.done_with) as done:
        QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert done.args == [tmp_path / "functions.png"]
    image = opened((tmp_path / "functions.png").read_bytes())
    assert (image.width(), image.height()) == (450, 300)
    assert dialog.open_folder.isVisible()
    assert preferences.export_folder() == tmp_path


def test_the_dialog_asks_before_it_replaces(dialog, qtbot, tmp_path):
    path = tmp_path / "functions.png"
    path.write_text("old")
    dialog.export.click()
    assert path.read_text() == "old" and "is there already" in dialog.words.text()
    assert dialog.export.text() == "Replace"
    dialog.form.name.setText("other")
    assert dialog.export.text() == "Export"
    dialog.form.name.setText("functions")
    dialog.export.click()
    assert path.read_text() == "old"
    with qtbot.waitSignal(dialog.done_with):
        dialog.export.click()
    assert path.read_bytes().startswith(b"\x89PNG")


def test_the_dialog_says_what_is_wrong(dialog, tmp_path):
    for name, words in (("", "no name yet"), ("a/b", "is no file name")):
        dialog.form.name.setText(name)
        dialog.export.click()
        assert words in dialog.words.text()
    dialog.form.name.setText("a")
    (tmp_path / "a.png").mkdir()
    dialog.export.click()
    assert "is a folder" in dialog.words.text()
    blocked = tmp_path / "blocked"
    blocked.write_text("")
    dialog.form.folder.setText(str(blocked))
    dialog.export.click()
    assert "could not be written" in dialog.words.text()


def test_the_dialog_shows_a_preview(dialog, qtbot):
    qtbot.waitUntil(lambda: dialog.preview.pixmap().height() == 200)
    dialog.form.format.setCurrentIndex(2)
    qtbot.waitUntil(lambda: dialog.preview.text().startswith("# title: Functions"))
    assert not dialog.form.scale_box.isEnabled() and not dialog.form.theme.isEnabled()
    dialog.form.format.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not dialog.preview.pixmap().isNull())
    assert dialog.form.theme.isEnabled() and not dialog.form.scale_box.isEnabled()
    assert dialog.form.path().name == "functions.svg"
    for typed in ("a", "a.svg", "a.PNG", "a.csv"):
        dialog.form.name.setText(typed)
        assert dialog.form.path().name == "a.svg"
    dialog.form.name.setText("elu 1.5")
    assert dialog.form.path().name == "elu 1.5.svg"


@pytest.mark.parametrize("make", [export.image_of, export.svg_bytes])
def test_a_fault_while_painting_is_an_error_and_no_crash(monkeypatch, make):
    """A painter that outlives its picture ends the whole process."""
    def fail(self, painter):
        raise ZeroDivisionError("told")

    monkeypatch.setattr(PlotCanvas, "paint_picture", fail)
    faults = []
    for _ in range(3):
        with pytest.raises(ZeroDivisionError) as caught:
            make(functions())
        faults.append(caught)
    assert len(faults) == 3


def test_a_name_that_no_folder_takes_is_said(qtbot, tmp_path):
    dialog = ExportDialog(functions())
    qtbot.addWidget(dialog)
    dialog.form.folder.setText(str(tmp_path))
    dialog.form.name.setText("n" * 300)
    dialog._export()
    assert dialog.words.property("role") == "wrong"
    assert "could not be written" in dialog.words.text()
