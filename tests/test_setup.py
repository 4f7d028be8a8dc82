"""The script that installs missing system libraries, and only those."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
INSTALL = ROOT / "resources" / "install"


@pytest.fixture
def bare_system(tmp_path):
    """Runs the script where only the given programs exist, and records what apt-get is asked."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "grep", "sed", "cat", "env"):
        (tools / name).symlink_to(shutil.which(name))
    shutil.copytree(INSTALL, tmp_path / "install")

    def add(name, body):
        (tools / name).write_text(f"#!/bin/sh\n{body}\n")
        (tools / name).chmod(0o755)

    def run(*sets):
        script = tmp_path / "install" / "system_libraries.sh"
        script.write_text(script.read_text().replace(":/usr/sbin:/sbin", ""))
        return subprocess.run(
            [tools / "sh", script, *sets], env={"PATH": str(tools)}, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False)

    add("uname", "echo Linux")
    add("id", "echo 1000")
    add("ldconfig", f"cat '{tmp_path}/libraries' 2>/dev/null")
    return tmp_path, add, run


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a script for Linux")


def rows(set_name):
    text = (INSTALL / "system_libraries.txt").read_text(encoding="utf-8")
    return [line.split() for line in text.splitlines() if line.split()[0] == set_name]


def give_libraries(folder, files):
    lines = [f"\t{file} (libc6,x86-64) => /lib/{file}\n" for file in files]
    (folder / "libraries").write_text("".join(lines))


@linux
def test_nothing_is_done_when_nothing_is_missing(bare_system):
    folder, add, run = bare_system
    add("apt-get", "echo called; exit 9")
    give_libraries(folder, [file for _, file, _ in rows("run")])
    finished = run()
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")


@linux
def test_only_what_is_missing_is_installed_under_the_name_that_is_offered(bare_system):
    folder, add, run = bare_system
    there = [file for _, file, _ in rows("run") if "glib" not in file and "gthread" not in file]
    give_libraries(folder, there)
    add("id", "echo 0")
    add("apt-cache", "case $2 in *t64) echo '  Candidate: 2.80' ;; *) echo '  Candidate: (none)' ;;"
        " esac")
    glib = "".join(f"\\t{file} (libc6,x86-64)\\n" for _, file, _ in rows("run"))
    add("apt-get", f"echo \"$@\" >>'{folder}/asked'\n"
        f"[ $1 = update ] || printf '{glib}' >'{folder}/libraries'")
    finished = run()
    assert finished.returncode == 0, finished.stderr
    update, install = (folder / "asked").read_text().splitlines()
    assert update.startswith("update")
    assert "--no-install-recommends" in install
    assert [word for word in install.split() if word.startswith("lib")] == ["libglib2.0-0t64"]


@linux
@pytest.mark.parametrize("apt", [True, False])
def test_who_may_not_install_reads_one_sentence(bare_system, apt):
    _, add, run = bare_system
    if apt:
        add("apt-get", "exit 9")
        add("apt-cache", "exit 1")
    finished = run("test")
    assert finished.returncode == 1
    assert finished.stdout == ""
    assert finished.stderr.count("\n") == 1, finished.stderr
    for package in ("libgl1", "libxcb-cursor0", "libglib2.0-0", "xvfb", "xauth"):
        assert package in finished.stderr
    assert ("apt-get install --no-install-recommends" in finished.stderr) is apt


@linux
def test_a_failed_installation_is_not_taken_for_success(bare_system):
    _, add, run = bare_system
    add("id", "echo 0")
    add("apt-get", "exit 100")
    finished = run()
    assert finished.returncode == 1
    assert "could not be installed" in finished.stderr


@linux
def test_other_systems_need_nothing(bare_system):
    _, add, run = bare_system
    add("uname", "echo Darwin")
    finished = run("test", "build")
    assert (finished.returncode, finished.stdout, finished.stderr) == (0, "", "")
