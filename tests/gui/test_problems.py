"""What went wrong is said once, in words, logged, and can be carried away."""

import logging
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from engine.errors import DataError, DownloadError, InputError
from engine.storage.folders import log_folder
from gui import problems
from gui.problems import MessageLine, show_problem


def raised(error):
    """The error as it comes out of the engine, with a traceback and a cause."""
    try:
        try:
            raise OSError("disk gone")
        except OSError as cause:
            raise error from cause
    except Exception as caught:
        return caught


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def button(widget, words):
    return next(b for b in widget.findChildren(QPushButton) if b.text() == words)


def log_text():
    return problems.log_file().read_text(encoding="utf-8")


def test_an_error_for_people_shows_its_sentence(window):
    error = raised(DataError("{file} is cut short. Download it again.", file="train.gz"))
    dialog = show_problem(window, error)
    assert dialog.isVisible() and not dialog.testAttribute(Qt.WidgetAttribute.WA_Disabled)
    assert dialog.title == "The data cannot be used"
    assert dialog.sentence == "train.gz is cut short. Download it again."
    assert "disk gone" in dialog.details and "in raised" in dialog.details
    dialog.reject()


def test_a_fault_of_the_program_says_so(window):
    dialog = show_problem(window, raised(ZeroDivisionError("by zero")))
    assert dialog.title == "Something in the program failed"
    assert "ZeroDivisionError: by zero" in dialog.sentence
    dialog.reject()


def test_each_family_of_errors_has_its_title(window):
    titles = {problems.title_of(error) for error in (
        DataError("a"), DownloadError("b"), InputError("c"), RuntimeError("d"))}
    assert len(titles) == 4
    assert "memory" in problems.sentence_of(MemoryError())


def test_details_open_and_close(window):
    dialog = show_problem(window, raised(InputError("no")))
    copy = button(dialog, "Copy")
    height = dialog.height()
    assert not copy.isVisible()
    button(dialog, "Details").click()
    assert copy.isVisible() and dialog.sizeHint().height() > height
    button(dialog, "Details").click()
    assert not copy.isVisible()
    dialog.reject()


def test_the_last_action_is_the_primary_one_and_runs_once(window):
    ran = []
    dialog = show_problem(window, raised(DataError("gone")), title="FashionMNIST cannot be opened",
                          actions=(("Choose folder…", lambda: ran.append("folder")),
                                   ("Download again", lambda: ran.append("download"))))
    again = button(dialog, "Download again")
    assert dialog.title == "FashionMNIST cannot be opened"
    assert again.property("primary") and again.isDefault()
    again.click()
    assert ran == ["download"] and not dialog.isVisible()


def test_report_is_copied_and_saved(window, tmp_path):
    dialog = show_problem(window, raised(DataError("{file} is damaged.", file="a.gz")))
    button(dialog, "Copy").click()
    report = QGuiApplication.clipboard().text()
    for part in ("a.gz is damaged.", "Python: ", "torch: ", "Qt: ", "disk gone"):
        assert part in report
    dialog.save_report(str(tmp_path / "report.txt"))
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == report
    (tmp_path / "file").write_text("x")
    dialog.save_report(str(tmp_path / "file" / "report.txt"))
    assert "could not be written" in dialog.findChildren(QWidget)[-1].window()._note.text()
    dialog.reject()


def test_a_log_that_cannot_be_opened_is_named(window, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or False)
    dialog = show_problem(window, raised(DataError("x")))
    button(dialog, "Open log").click()
    assert opened[0].toLocalFile() == str(problems.log_file())
    assert str(problems.log_file()) in dialog._note.text()
    dialog.reject()


def test_while_one_is_open_another_joins_its_details(window):
    first = show_problem(window, raised(DataError("first")))
    second = show_problem(window, raised(ValueError("second fault")))
    assert second is first and "second fault" in first.details
    assert log_text().count("ERROR") == 2
    first.reject()
    QApplication.processEvents()
    third = show_problem(window, raised(DataError("third")))
    assert third is not first and third.sentence == "third"
    third.reject()


def test_log_has_the_trace_and_turns_over(window, monkeypatch):
    monkeypatch.setattr(problems, "_LOG_BYTES", 2000)
    for number in range(30):
        problems.log_problem(raised(DataError("problem {n}", n=number)))
    assert "problem 29" in log_text() and "Traceback" in log_text()
    assert sorted(p.name for p in log_folder().iterdir())[0] == "activation-lab.log"
    assert len(list(log_folder().iterdir())) == 4


def test_a_log_that_cannot_be_written_stops_nothing(window, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("ACTIVATION_LAB_HOME", str(tmp_path / "file"))
    dialog = show_problem(window, raised(DataError("still shown")))
    assert dialog.isVisible()
    dialog.reject()


def test_hook_shows_what_no_one_caught(window, monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    problems.install_hook()
    error = raised(KeyError("lost"))
    sys.excepthook(type(error), error, error.__traceback__)
    dialog = next(w for w in QApplication.topLevelWidgets()
                  if isinstance(w, problems.ProblemDialog) and w.isVisible())
    assert "lost" in dialog.sentence and "KeyError" in capsys.readouterr().err
    dialog.reject()


def test_nothing_is_left_in_the_root_logger():
    problems.log_problem(raised(DataError("x")))
    assert not [h for h in logging.getLogger().handlers if "activation-lab" in str(h)]


def test_message_line_says_one_thing_with_one_link(qtbot):
    line, ran = MessageLine(), []
    qtbot.addWidget(line)
    assert not line.isVisible()
    line.say("warning", "Nothing is drawn.", "Set it right", lambda: ran.append(1))
    assert line.isVisible() and line.sentence == "Nothing is drawn."
    assert line.accessibleName() == "Nothing is drawn."
    button(line, "Set it right").click()
    assert ran == [1] and not line.isVisible()
    line.say("info", "Second.")
    assert line.property("kind") == "info"
    assert not [b for b in line.findChildren(QPushButton) if b.isVisible()]
    line.findChild(QToolButton).click()
    assert not line.isVisible()
