"""What the README says can be pasted: its lines name what exists, its commands are understood."""

import re
import shlex
from pathlib import Path

import pytest

from commands.arguments import parse

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^python main\.py (.*)$", README, re.MULTILINE)


def line_under(mark):
    """The one line of the block under <!-- mark -->, which .ci/run executes as written."""
    [line] = re.findall(rf"<!-- {mark} -->\n```sh\n(.*)\n```", README)
    return line


@pytest.mark.parametrize("mark", ["run", "test", "build"])
def test_lines_name_files_that_exist(mark):
    names = re.findall(r"[\w/]+\.(?:sh|py|spec)\b", line_under(mark))
    assert names
    for name in names:
        assert (ROOT / name).is_file(), name


def test_windows_lines_do_the_same():
    """Apart from the system libraries and the spelling of paths."""
    windows = re.findall(r"```bat\ncmd /c \"(.*)\"\n```", README)
    for mark, line in zip(("run", "test"), windows, strict=True):
        _libraries, there = line_under(mark).split(" && ", 1)
        here = line.replace("py -3 ", "python3 ").replace("\\Scripts\\", "/bin/")
        assert here == there.replace("'", "")


def test_check_runs_the_lines_of_the_readme():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "readme_line test" in script
    assert "readme_line build" in script


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_are_understood(command):
    words = shlex.split(command)
    assert parse(words).command == words[0]


def test_every_command_has_a_row():
    for name in ("functions", "evaluate", "plot", "train", "race", "scan", "screens", "selftest"):
        assert re.search(rf"^\| `{name}\b", README, re.MULTILINE), name
    assert len(COMMANDS) >= 5


def test_presets_and_options_exist():
    from engine.training.settings import find_preset
    named = re.findall(r"`(article-[\w.-]+)`", README)
    assert len(named) == 3
    for key in named:
        assert find_preset(key).key == key
