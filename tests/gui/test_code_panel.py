"""The Code tab shows, copies and saves what the engine writes."""

import ast

import pytest
from PySide6.QtGui import QGuiApplication

from engine.code.script import plot_script
from engine.code.sources import code
from gui import theme
from gui.code_panel import CodePanel

FUNCTIONS = (("gelu", {}), ("elu", {"alpha": 2.0}))


@pytest.fixture
def panel(qtbot):
    panel = CodePanel()
    qtbot.addWidget(panel)
    panel.resize(276, 600)
    panel.show()
    yield panel
    panel.close_work()


def show(qtbot, panel, key, functions=FUNCTIONS):
    with qtbot.waitSignal(panel._runner.finished, timeout=30_000):
        panel.show_function(key, dict(functions))


def press(qtbot, panel, framework):
    with qtbot.waitSignal(panel._runner.finished, timeout=30_000):
        panel.framework.set_key(framework)
        panel.framework.chosen.emit(framework)


@pytest.mark.parametrize("framework", ["torch", "keras", "jax", "numpy"])
def test_shows_the_code_at_the_present_values(qtbot, panel, framework):
    show(qtbot, panel, "elu")
    press(qtbot, panel, framework)
    assert panel.view.toPlainText() == code("elu", {"alpha": 2.0}, framework)
    assert "alpha=2.0" in panel.view.toPlainText()


def test_written_out_is_offered_where_it_differs(qtbot, panel):
    show(qtbot, panel, "elu")
    assert panel.written.isEnabled()
    with qtbot.waitSignal(panel._runner.finished, timeout=30_000):
        panel.written.click()
    assert panel.view.toPlainText() == code("elu", {"alpha": 2.0}, "torch", written_out=True)
    press(qtbot, panel, "numpy")
    assert not panel.written.isEnabled()


def test_a_line_of_code_is_never_broken(qtbot, panel):
    show(qtbot, panel, "elu")
    block, rows = panel.view.document().firstBlock(), []
    while block.isValid():
        rows.append(block.layout().lineCount())
        block = block.next()
    assert set(rows) == {1}
    assert panel.view.horizontalScrollBar().maximum() > 0


def test_a_change_while_one_is_made_is_made_afterwards(qtbot, panel):
    panel.show_function("elu", dict(FUNCTIONS))
    panel.show_function("elu", {"elu": {"alpha": 3.0}})
    panel.show_function("elu", {"elu": {"alpha": 4.0}})
    qtbot.waitUntil(lambda: "alpha=4.0" in panel.view.toPlainText(), timeout=30_000)
    assert not panel._runner.running


def test_copies_the_code_and_says_so(qtbot, panel):
    show(qtbot, panel, "gelu")
    panel.copy.click()
    assert QGuiApplication.clipboard().text() == code("gelu", {}, "torch")
    assert "clipboard" in panel.said.text()


def test_copies_this_plot_as_a_script(qtbot, panel):
    panel.plot_wanted.connect(lambda: panel.set_plot(FUNCTIONS, -3.0, 5.0, 101, (0, 2)))
    with qtbot.waitSignal(panel._script.finished, timeout=30_000):
        panel.script.menu().actions()[0].trigger()
    text = QGuiApplication.clipboard().text()
    assert text == plot_script(FUNCTIONS, -3.0, 5.0, 101, (0, 2))
    ast.parse(text)
    assert "clipboard" in panel.said.text()


def test_saves_the_script_and_says_where(qtbot, panel, tmp_path):
    panel.set_plot(FUNCTIONS, -3.0, 5.0, 101, (0,))
    with qtbot.waitSignal(panel._script.finished, timeout=30_000):
        panel.script.menu().actions()[0].trigger()
    path = tmp_path / "plot.py"
    panel.save_script(str(path))
    assert path.read_text(encoding="utf-8") == plot_script(FUNCTIONS, -3.0, 5.0, 101, (0,))
    assert str(path) in panel.said.text()
    panel.save_script(str(tmp_path))
    assert "could not be written" in panel.said.text()


def colours_of(view, words):
    """The colours that the letters of these words have."""
    block = next(b for b in blocks(view) if words in b.text())
    at = block.text().index(words)
    found = [part.format.foreground().color().name().upper()
             for part in block.layout().formats()
             if part.start <= at < part.start + part.length]
    return found[-1] if found else ""


def blocks(view):
    block = view.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_parts_of_the_code_have_the_colours_of_the_theme(qtbot, qapp, panel, name):
    show(qtbot, panel, "elu")
    theme.apply(qapp, name)
    tokens = theme.current()
    try:
        assert colours_of(panel.view, "def") == tokens.accent
        assert colours_of(panel.view, '"""') == tokens.success
        assert colours_of(panel.view, "2.0") == tokens.warning
    finally:
        theme.apply(qapp, "light")


def test_nothing_is_shown_for_no_function(qtbot, panel):
    panel.show_function("", {})
    assert not panel.widget().isVisible()
    assert not panel._runner.running
