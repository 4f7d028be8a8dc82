"""The database of runs: nothing is lost by a kill, two may write, a damaged one is set aside."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from engine.errors import StorageError
from engine.storage import runs_file
from engine.storage.life_signs import LifeSign, lives
from engine.storage.runs import DAYS_DELETED, RunStore, open_runs, runs_path, writers_folder
from engine.storage.runs_reading import DamagedRunError
from engine.storage.runs_rows import EpochRow, RunHead

ROOT = Path(__file__).parent.parent.parent


def head(uid, job="job", *, function="relu", epochs=3, begun=1000.0, checkpoint=None):
    return RunHead(
        uid, job, "", function, '{"a": 0.5}', None, json.dumps({"epochs": epochs, "seed": 7}), 7,
        "Garments", "abc", False, "cpu", '[["torch", "2"]]', begun, checkpoint)


def row(epoch, accuracy=0.5):
    return EpochRow(epoch, 1.0 / epoch, accuracy / 2, 1.5 / epoch, accuracy, 2.0 * epoch)


def count(path, table="runs"):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


@pytest.fixture
def store():
    with RunStore() as store:
        yield store


def test_a_run_reads_back_as_it_was_written(store):
    number = store.begin(head("one", checkpoint=Path("/somewhere/relu.safetensors")), "me")
    store.add_epoch(number, row(1, 0.25), 1_000)
    store.add_epoch(number, row(2, 0.75), 3_000)
    [run] = store.runs()
    assert (run.number, run.status, run.epochs, run.last) == (number, "running", 2, row(2, 0.75))
    assert (run.values, run.settings["seed"], run.versions) == ({"a": 0.5}, 7, (("torch", "2"),))
    assert (run.peak_memory, run.seconds, run.planned) == (3_000, 4.0, 3)
    assert run.checkpoint == Path("/somewhere/relu.safetensors")
    store.end(number, "diverged", 9.0, diverged=(3, 12))
    [run] = store.runs(status="diverged")
    assert (run.diverged, run.seconds, run.peak_memory, run.result) == ((3, 12), 9.0, 3_000, None)
    assert store.epochs(number) == (row(1, 0.25), row(2, 0.75))
    assert not list(store.runs(status="finished"))


def test_the_newest_is_first_and_numbers_choose(store):
    numbers = [store.begin(head(str(i), begun=begun), "me")
               for i, begun in enumerate((30.0, 10.0, 20.0))]
    assert [run.begun for run in store.runs()] == [30.0, 20.0, 10.0]
    assert {run.number for run in store.runs(numbers=numbers[:2])} == set(numbers[:2])


def test_the_last_result_of_each_job_is_found(store):
    for uid, job, status, begun in (("a", "x", "finished", 1.0), ("b", "x", "finished", 3.0),
                                    ("c", "x", "stopped", 4.0), ("d", "y", "diverged", 2.0),
                                    ("e", "z", "running", 2.0), ("f", "w", "finished", 2.0)):
        number = store.begin(head(uid, job, begun=begun), "me")
        if status != "running":
            store.end(number, status, 1.0)
    found = store.ended(["x", "y", "z", "never"])
    assert {job: run.uid for job, run in found.items()} == {"x": "b", "y": "d"}


def test_deleted_runs_come_back_or_go_with_their_files(store):
    ours = runs_path().parent / "runs" / "today" / "relu.safetensors"
    other = runs_path().parent.parent / "mine" / "relu.safetensors"
    for path in (ours, other):
        path.parent.mkdir(parents=True)
        path.write_bytes(b"weights")
        path.with_suffix(".json").write_text("{}")
    numbers = [store.begin(head(path.parent.name, checkpoint=path), "me") for path in (ours, other)]
    store.add_epoch(numbers[0], row(1))
    store.edit("deleted", dict.fromkeys(numbers, time.time()))
    assert not list(store.runs())
    assert store.purge(before=time.time() - DAYS_DELETED * 86_400) == 0
    store.edit("deleted", {numbers[0]: None})
    assert [run.number for run in store.runs()] == numbers[:1]
    assert store.purge(numbers) == 1
    assert other.exists()  # a person's own folder
    assert ours.exists()
    store.edit("deleted", {numbers[0]: time.time() - (DAYS_DELETED + 1) * 86_400})
    again, told = open_runs()
    with again:
        assert told is None
        assert not list(again.runs())
    assert not ours.parent.exists()
    assert count(runs_path(), "epochs") == 0


def test_a_checkpoint_path_that_leads_out_of_the_folder_is_left_alone(store):
    outside = runs_path().parent.parent / "mine.safetensors"
    outside.write_bytes(b"weights")
    inside = runs_path().parent / "runs"
    inside.mkdir()
    number = store.begin(head("a", checkpoint=inside / ".." / ".." / "mine.safetensors"), "me")
    store.edit("deleted", {number: 1.0})
    assert store.purge([number]) == 1
    assert outside.exists()


def test_only_what_a_person_sets_can_be_edited(store):
    number = store.begin(head("a"), "me")
    store.edit("note", {number: "mine, 'quoted'; --"})
    store.edit("pinned", {number: True})
    [run] = store.runs()
    assert (run.note, run.pinned) == ("mine, 'quoted'; --", True)
    with pytest.raises(ValueError, match="status"):
        store.edit("status", {number: "finished"})


def test_a_note_holds_no_control_characters(store):
    number = store.begin(head("a"), "me")
    store.edit("note", {number: "one\0 two\n\tthree\x1b\x7f \u6ce8 \ud800"})
    [run] = store.runs()
    assert run.note == "one two\n\tthree \u6ce8 "
    store.take_in(replace(run, uid="b", note="\0theirs"), [])
    assert [run.note for run in store.runs() if run.uid == "b"] == ["theirs"]


def test_runs_from_elsewhere_are_taken_in_once(store):
    number = store.begin(head("a"), "me")
    store.add_epoch(number, row(1))
    store.end(number, "stopped", 1.0)
    [known] = store.runs()
    assert not store.take_in(known, [row(1)])
    longer = replace(known, epochs=2, status="finished", note="theirs")
    assert store.take_in(longer, [row(1), row(2)])
    assert store.take_in(replace(known, uid="b"), [row(1)])
    first = next(run for run in store.runs() if run.uid == "a")
    assert (first.number, first.epochs, first.status, first.note) == (number, 2, "finished",
                                                                      "theirs")
    store.edit("deleted", {number: 5.0})
    assert store.take_in(known, [row(1)])
    assert len(list(store.runs())) == 2
    assert store.epochs(number) == (row(1), row(2))


_WRITER = """
import sys
sys.path.insert(0, {tests!r})
from test_runs import head, row
from engine.storage.life_signs import LifeSign
from engine.storage.runs import RunStore, writers_folder
with RunStore() as store:
    name = sys.argv[1]
    sign = LifeSign(writers_folder(store.path) / name)
    number = store.begin(head(name, epochs=100_000), name)
    for epoch in range(1, int(sys.argv[2]) + 1):
        store.add_epoch(number, row(epoch))
        print(epoch, flush=True)
    store.end(number, "finished", 1.0)
    sign.end()
"""


def writer(name, epochs=100_000):
    code = _WRITER.format(tests=str(Path(__file__).parent))
    return subprocess.Popen([sys.executable, "-c", code, name, str(epochs)], cwd=ROOT,
                            stdout=subprocess.PIPE, text=True)


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_killed_writer_loses_at_most_the_epoch_under_way():
    for attempt in range(6):
        child = writer(f"child{attempt}")
        told = [int(child.stdout.readline()) for _ in range(3 + 7 * attempt)]
        os.kill(child.pid, signal.SIGKILL)
        told += [int(line) for line in child.stdout]
        child.wait()
        child.stdout.close()
        store, sentence = open_runs()
        with store:
            run = next(run for run in store.runs() if run.uid == f"child{attempt}")
            assert sentence is None
            assert run.status == "crashed"
            assert run.epochs in (told[-1], told[-1] + 1)
            assert [epoch.epoch for epoch in store.epochs(run.number)] == \
                list(range(1, run.epochs + 1))
    assert not list(writers_folder(runs_path()).iterdir())


def test_two_programs_write_at_once():
    children = [writer(f"child{i}", 60) for i in range(3)]
    for child in children:
        child.communicate()
        assert child.returncode == 0
    with RunStore() as store:
        runs = list(store.runs())
        assert {(run.uid, run.epochs, run.status) for run in runs} == {
            (f"child{i}", 60, "finished") for i in range(3)}
        store.check()


def test_runs_of_living_processes_go_on(store):
    sign = LifeSign(writers_folder(store.path) / "alive")
    store.begin(head("a"), "alive")
    store.begin(head("b"), "dead")
    number = store.begin(head("c", epochs=1), "dead")
    store.add_epoch(number, row(1))
    assert lives(sign.path)
    assert store.mark_crashed() == 2
    assert {run.uid: run.status for run in store.runs()} == {
        "a": "running", "b": "crashed", "c": "finished"}
    sign.end()
    assert not lives(sign.path)
    assert store.mark_crashed() == 1


@pytest.mark.parametrize("spoil", ["text", "cut", "middle", "foreign"])
def test_a_damaged_database_is_set_aside(spoil):
    path = runs_path()
    with RunStore() as store:
        for i in range(200):
            store.end(store.begin(head(f"run {i}"), "me"), "finished", 1.0)
    whole = path.read_bytes()
    for end in ("-wal", "-shm"):
        assert not path.with_name(path.name + end).exists()
    if spoil == "text":
        path.write_bytes(b"this is no database, it only has its name" * 50)
    elif spoil == "cut":
        path.write_bytes(whole[:len(whole) // 2])
    elif spoil == "middle":
        path.write_bytes(whole[:8192] + b"\xff" * 8192 + whole[16384:])
    else:
        path.unlink()
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE mine (a)")
    spoilt = path.read_bytes()
    store, told = open_runs()
    with store:
        assert "set aside" in str(told)
        assert not list(store.runs())
        store.begin(head("new"), "me")
    [aside] = path.parent.glob("runs damaged*.sqlite")
    assert aside.read_bytes() == spoilt
    assert aside.name in str(told)
    store, told = open_runs()
    store.close()
    assert told is None


@pytest.mark.parametrize(("column", "value"), [
    ("note", "CAST(x'ff41' AS TEXT)"), ("settings_text", "'{bad'"), ("settings_text", "'{}'"),
    ("begun", "'abc'"), ("begun", "9e999"), ("seed", "x'00'"), ("status", "'odd'"),
    ("versions_text", "'[1]'"), ("epochs", "'many'"), ("checkpoint", "CAST(x'610062' AS TEXT)"),
    ("own_text", "'[1]'"), ("writer", "CAST(x'ff' AS TEXT)")])
def test_a_damaged_run_is_left_out_and_named(store, column, value):
    bad, good = store.begin(head("bad"), "gone"), store.begin(head("good", "other"), "gone")
    store._connection.execute(f"UPDATE runs SET {column} = {value} WHERE number = {bad}")
    again, told = open_runs()
    with again:
        found = {run.uid: run.status for run in again.runs()}
        if column == "writer":
            assert found == {"bad": "crashed", "good": "crashed"}
            return
        assert (told, found, again.damaged) == (None, {"good": "crashed"}, {bad})
        assert f"run {bad}" in str(again.left_out())
        again.end(good, "finished", 1.0)
        again._connection.execute("UPDATE runs SET status = 'finished' WHERE status != 'odd'")
        assert set(again.ended(["job", "other"])) == {"other"}
        [kept] = again.runs()
        assert not again.take_in(replace(kept, uid="bad"), [])
        again.edit("deleted", {bad: 1.0})
        again.purge([bad])


def test_damaged_numbers_of_an_epoch_are_said(store):
    number = store.begin(head("a"), "me")
    for epoch in (1, 2):
        store.add_epoch(number, row(epoch))
    store._connection.execute("UPDATE epochs SET test_accuracy = 'x' WHERE epoch = 1")
    with pytest.raises(DamagedRunError, match=f"Run {number} "):
        store.epochs(number)
    assert [run.number for run in store.runs()] == [number]
    store._connection.execute("UPDATE epochs SET test_accuracy = 'x' WHERE epoch = 2")
    assert not list(store.runs())
    assert store.damaged == {number}


def test_flipped_bytes_leave_a_working_database_or_one_set_aside(tmp_path):
    path = tmp_path / "whole.sqlite"
    with RunStore(path) as store:
        for i in range(6):
            number = store.begin(head(f"run {i}", checkpoint=tmp_path / "w"), "gone" * (i % 2))
            for epoch in range(1, 4):
                store.add_epoch(number, row(epoch))
            if i:
                store.end(number, "finished", 1.0)
    whole, random, aside = path.read_bytes(), Random(5), 0
    for attempt in range(60):
        path = tmp_path / f"{attempt}" / "runs.sqlite"
        path.parent.mkdir()
        spoilt = bytearray(whole)
        for _ in range(random.randint(1, 20)):
            # the version of the tables may be that of a later program
            place = random.choice([random.randrange(100), random.randrange(4096),
                                   random.randrange(len(whole))])
            if not 60 <= place < 64:
                spoilt[place] ^= random.randrange(1, 256)
        path.write_bytes(spoilt)
        store, told = open_runs(path)
        with store:
            if told is not None:
                aside += 1
                [found] = path.parent.glob("runs damaged*.sqlite")
                assert found.read_bytes() == spoilt
            use(store)
    assert 0 < aside < 60


def use(store):
    """All that the program does with a database."""
    for run in list(store.runs()):
        with suppress(DamagedRunError):
            store.epochs(run.number)
    number = store.begin(head("new", checkpoint=Path("/w")), "me")
    store.add_epoch(number, row(1))
    store.add_adapted(number, "words")
    store.edit("note", {number: "mine"})
    store.end(number, "stopped", 2.0)
    assert store.unfinished("job", Path("/w")) == number
    [run] = store.runs(numbers=[number])
    assert (run.note, run.adapted, store.epochs(number)) == ("mine", ("words",), (row(1),))
    assert store.take_in(replace(run, uid="other"), [row(1)])
    store.ended(["job"])
    assert store.fact("nothing") is None
    store.set_fact("nothing", "one")
    store.edit("deleted", {one.number: 1.0 for one in store.runs()})
    store.purge(before=5.0)


def test_a_newer_database_is_refused_and_left_as_it_is():
    with RunStore() as store:
        store.begin(head("a"), "me")
    with closing(sqlite3.connect(runs_path())) as other:
        other.execute(f"PRAGMA user_version = {runs_file.VERSION + 1}")
    with pytest.raises(StorageError, match="later version"):
        open_runs()
    assert count(runs_path()) == 1


def test_an_older_database_is_brought_up_to_date(monkeypatch):
    with RunStore() as store:
        store.begin(head("a"), "me")
    monkeypatch.setattr(runs_file, "_VERSIONS", (
        *runs_file._VERSIONS, "ALTER TABLE runs ADD COLUMN mood TEXT NOT NULL DEFAULT 'good'"))
    monkeypatch.setattr(runs_file, "VERSION", 2)
    with RunStore() as store:
        assert [run.uid for run in store.runs()] == ["a"]
    with closing(sqlite3.connect(runs_path())) as other:
        assert other.execute("SELECT mood FROM runs").fetchall() == [("good",)]
        assert other.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_writer_that_waits_too_long_says_so(monkeypatch, store):
    monkeypatch.setattr(runs_file, "BUSY_SECONDS", 0.05)
    with RunStore() as other:
        store._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="in use"):
            other.begin(head("a"), "me")
        store._connection.execute("ROLLBACK")
        other.begin(head("a"), "me")


def test_a_full_disk_says_so_and_keeps_what_there_was(store):
    number = store.begin(head("a"), "me")
    store._connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(StorageError, match="full"):
        store.edit("note", {number: "long " * 200_000})
    store._connection.execute("PRAGMA max_page_count = 1000000")
    assert next(store.runs()).note == ""
    store.edit("note", {number: "short"})


def test_a_folder_that_cannot_be_is_said(tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StorageError, match="could not be written"):
        RunStore(tmp_path / "file" / "runs.sqlite")
    with pytest.raises(StorageError, match="could not be written"):
        LifeSign(tmp_path / "file" / "sign")
