"""The frame: pages, panels in small windows, language, closing."""

import subprocess
import sys
from pathlib import Path

import pytest
from page_setting import write_idx_folder
from PySide6.QtWidgets import QApplication, QPushButton

from gui import preferences, theme
from gui.app import Session
from gui.application import make_application
from gui.texts import install

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def session(qtbot):
    app = make_application()
    session = Session(app)
    session.window.show()
    yield session
    session.window.close_work()
    session.window.close()
    session.window.deleteLater()
    session.deleteLater()
    theme.apply(app, "light")
    install(app, "en")


def test_every_page_shows_with_its_panels(qtbot, session):
    window = session.window
    for page in window.build_all():
        window.show_page(page.key)
        assert window.page is page
        assert page.isVisible()
        assert page.left.isVisible()
        assert page.bar.isVisible()


def test_a_small_window_gives_the_plot_its_room(qtbot, session):
    window = session.window
    window.resize(1280, 800)
    qtbot.waitUntil(window.right.dock.isVisible)
    window.resize(1024, 680)
    qtbot.waitUntil(lambda: not window.right.dock.isVisible())
    assert window.size().width() == 1024
    assert window.page.width() > 600


def test_controls_have_accessible_names(session):
    from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QSlider

    session.window.build_all()
    nameless = []
    for kind in (QAbstractSpinBox, QComboBox, QLineEdit, QSlider):
        for widget in session.window.findChildren(kind):
            inner = isinstance(widget.parent(), (QAbstractSpinBox, QComboBox))
            if not inner and not widget.accessibleName():
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_changing_the_language_keeps_what_was_set(qtbot, session):
    page = session.window.page_of("function")
    page.panel.set_functions([("elu", {"alpha": 2.0})])
    page._functions_changed()
    state = page.state
    preferences.set_language("zh_CN")
    old = session.window
    session.window.rebuild_wanted.emit()
    qtbot.waitUntil(lambda: session.window is not old)
    assert session.window.page_of("function").state == state
    assert session.window.page.title == "函数"


def test_changing_the_language_keeps_a_training_and_a_scan(qtbot, session, tmp_path):
    folder = write_idx_folder(tmp_path / "patterns")
    training, neurons = (session.window.page_of(key) for key in ("training", "neurons"))
    training.show_settings(str(folder), ("relu",),
                           {"hidden": (16,), "epochs": 2, "device": "cpu"})
    session.window.show_page("training")
    training.run()
    qtbot.waitUntil(lambda: training.task() is None, timeout=60_000)
    neurons.set_data(str(folder))
    neurons.scan_newest()
    qtbot.waitUntil(lambda: neurons.headline() != "" and neurons.task() is None,
                    timeout=60_000)
    rows, done = training.table.table.rows, neurons.carried().done
    assert len(rows) == 1
    old = session.window
    session.window.rebuild_wanted.emit()
    qtbot.waitUntil(lambda: session.window is not old)
    training, neurons = (session.window.page_of(key) for key in ("training", "neurons"))
    assert training.table.table.rows == rows
    assert training.panel.settings().hidden == (16,)
    assert neurons.carried().done is done


def test_themes_change_live(session):
    app = QApplication.instance()
    for name in ("dark", "light"):
        theme.apply(app, name)
        assert session.window.palette().window().color().name().upper() == theme.current().window


def test_export_without_a_picture_says_so(qtbot, session):
    window = session.window
    window.show_page("training")
    window.export()
    assert window.message_line.isVisible()


@pytest.mark.parametrize("key", ["function", "training", "neurons"])
def test_the_menu_of_every_plot_copies_and_exports(qtbot, session, key):
    page = session.window.page_of(key)
    for asked, wanted in ((page.plot.export_requested, page.export_wanted),
                          (page.plot.copy_image_requested, page.copy_image_wanted),
                          (page.plot.copy_data_requested, page.copy_data_wanted)):
        with qtbot.waitSignal(wanted):
            asked.emit()


def test_data_that_cannot_be_used_offer_another_folder(qtbot, session, tmp_path, monkeypatch):
    from gui.problem_dialog import ProblemDialog

    asked = []
    training = session.window.page_of("training")
    monkeypatch.setattr(type(training.panel.data), "choose_folder", lambda self: asked.append(1))
    session.window.show_page("training")
    training.show_settings(str(tmp_path / "nothing"), ("relu",), {"epochs": 1})
    training.run()
    qtbot.waitUntil(lambda: session.window.findChild(ProblemDialog) is not None)
    dialog = session.window.findChild(ProblemDialog)
    primary = next(button for button in dialog.findChildren(QPushButton) if button.isDefault())
    assert dialog.focusWidget() is primary
    primary.click()
    assert asked == [1]


def test_the_forms_of_many_functions_can_be_seen(qtbot, session):
    panel = session.window.page_of("function").panel
    panel.set_functions(["staf", "hardtanh", "elu"])
    assert panel._scroll.height() > 200


def test_the_device_is_found_on_every_page_after_a_change_of_language(qtbot, session):
    session.window.show_page("training")
    old = session.window
    session.window.rebuild_wanted.emit()
    qtbot.waitUntil(lambda: session.window is not old)
    qtbot.waitUntil(lambda: "PU" in session.window.status._device.text()
                    or "CUDA" in session.window.status._device.text(), timeout=30_000)


def test_the_program_ends_cleanly_while_pages_live():
    """Quit without closing: the window must go before the interpreter does."""
    code = """
import sys
from PySide6.QtCore import QTimer
from gui import app
session = app.Session
def quitting(application):
    made = session(application)
    def leave():
        made.window.show_page("training")
        QTimer.singleShot(200, application.quit)
    made.window.page_of("function").runner.finished.connect(leave)
    return made
app.Session = quitting
sys.exit(app.main())
"""
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, timeout=120)
    assert done.returncode == 0
