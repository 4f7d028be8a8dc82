"""The headless command race."""

import csv
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import cli
from engine.training import checkpoints
from engine.training.statistics import interval

sys.path.insert(0, str(Path(__file__).parent / "engine"))
from small_races import write_small_set

ROOT = Path(__file__).parent.parent
SMALL = ("--hidden", "8", "--batch-size", "50", "--epochs", "2", "--device", "cpu",
         "--learning-rate", "0.05", "--size", "300x200", "--scale", "1")
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send these signals")


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory):
    return write_small_set(tmp_path_factory.mktemp("small"))


@pytest.fixture
def in_new_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def in_process(monkeypatch):
    """Runs the jobs here: no start of torch for a worker."""
    monkeypatch.setattr("engine.training.race_settings.CORES", 1)


@pytest.fixture
def run(capfdbinary):
    def run(*argv):
        capfdbinary.readouterr()
        code = cli.main([str(word) for word in argv])
        out, err = capfdbinary.readouterr()
        return code, out, err.decode("utf-8")

    return run


def strict(text):
    def refuse(name):
        raise AssertionError(f"{name} is not JSON")

    return [json.loads(line, parse_constant=refuse)
            for line in text.decode("utf-8").splitlines()]


def table(path):
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def test_a_race_writes_epochs_summary_report_curves_and_weights(
        run, data_folder, tmp_path, in_process):
    out_folder = tmp_path / "new" / "race"
    code, out, err = run("race", "relu", "none", *SMALL, "--seeds", "1,2,3", "--grid",
                         "learning_rate=0.05,0.01", "--grid", "hidden=[8],[6,4]",
                         "--data", data_folder, "--out", out_folder, "--json")
    assert code == 0, err
    *epochs, end = strict(out)
    assert len(epochs) == 2 * 3 * 4 * 2
    first = epochs[0]
    assert list(first)[:4] == ["job", "grid", "function", "seed"]
    assert {json.dumps(e["grid"]) for e in epochs} == {
        json.dumps({"learning_rate": rate, "hidden": widths})
        for rate in (0.05, 0.01) for widths in ([8], [6, 4])}
    assert len({e["job"] for e in epochs}) == 24

    rows = table(out_folder / "results.csv")
    assert len(rows) == len(epochs)
    assert sorted((r["function"], r["seed"], r["epoch"], r["test_loss"]) for r in rows) == sorted(
        (e["function"], str(e["seed"]), str(e["epoch"]), str(e["test_loss"])) for e in epochs)
    for one in end["summary"]:
        last = {e["seed"]: e["test_accuracy"] for e in epochs
                if (e["function"], e["grid"]) == (one["function"], one["grid"])
                and e["epoch"] == 2}
        assert one["seeds"] == {str(seed): value for seed, value in sorted(last.items())}
        found = interval([last[seed] for seed in (1, 2, 3)])
        assert (one["accuracy"], one["accuracy_low"]) == pytest.approx((found.mean, found.low))
    assert len(end["pairs"]) == 8 * 7 // 2
    rates = {(row["function"], row["learning_rate"], row["hidden"])
             for row in table(out_folder / "summary.csv")}
    assert len(rates) == 8
    assert {function for function, *_ in rates} == {"relu", "none"}
    pairs = table(out_folder / "pairs.csv")
    assert len(pairs) == 28
    assert {row[name] for row in pairs for name in ("first", "second")} == {"relu", "none"}
    assert "3 seeds" in (out_folder / "report.md").read_text(encoding="utf-8")
    with Image.open(out_folder / "curves.png") as picture:
        assert picture.size == (300, 200)
        assert len(picture.convert("RGB").getcolors(60_000)) > 5
    weights = sorted(out_folder.glob("*/*.safetensors"))
    assert len(weights) == 24
    record = checkpoints.load(weights[0]).record
    assert record.settings.learning_rate == (0.01 if "rate 0.01" in str(weights[0]) else 0.05)


def test_the_same_race_goes_on_and_another_is_refused(run, data_folder, tmp_path, in_process):
    words = ("race", "relu", "tanh", *SMALL, "--seeds", "1,2", "--data", data_folder,
             "--out", tmp_path / "race", "--json")
    _, out, _ = run(*words)
    whole = strict(out)
    before = (tmp_path / "race" / "results.csv").read_bytes()
    records = sorted((tmp_path / "race" / "records").iterdir())
    assert len(records) == 4
    records[0].unlink()
    cut = records[1].read_text(encoding="utf-8")
    records[1].write_text(cut[:len(cut) // 2], encoding="utf-8")
    code, out, err = run(*words)
    again = strict(out)
    assert code == 0
    assert "2 of 4 runs were done before" in err
    assert {e["job"] for e in again[:-1]} == {path.stem for path in records[:2]}
    assert again[-1] == whole[-1]
    assert [(r["function"], r["test_loss"]) for r in table(tmp_path / "race" / "results.csv")] == [
        (line.split(",")[0], line.split(",")[5]) for line in before.decode("utf-8-sig").splitlines()
        if line.startswith(("relu,", "tanh,"))]

    code, out, err = run(*words, "--epochs", "3")
    assert (code, out) == (2, b"")
    assert "another race" in err


def test_a_folder_is_of_one_race_at_a_time(run, data_folder, tmp_path, in_process):
    words = ("race", "relu", *SMALL, "--seeds", "1", "--data", data_folder, "--out", tmp_path)
    assert run(*words)[0] == 0
    hold = ("import sys\nfrom pathlib import Path\nfrom engine.storage.life_signs import LifeSign\n"
            "sign = LifeSign(Path(sys.argv[1]))\nprint('held', flush=True)\nsys.stdin.read()")
    with subprocess.Popen([sys.executable, "-c", hold, str(tmp_path / "running")], cwd=ROOT,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout.readline() == b"held\n"
        code, out, err = run(*words)
        assert (code, out) == (2, b"")
        assert "A race runs in" in err.splitlines()[-1]
        other.kill()
    assert (tmp_path / "running").exists()
    code, _, err = run(*words)
    assert code == 0
    assert "1 of 1 runs were done before" in err
    assert not (tmp_path / "running").exists()


def test_a_race_is_readable_without_json(run, data_folder, tmp_path, in_process):
    code, out, _ = run("race", "relu", "prelu", *SMALL, "--seeds", "1,2", "--data", data_folder,
                       "--out", tmp_path)
    lines = out.decode().splitlines()
    assert code == 0
    assert lines[0].startswith(("relu, seed 1, epoch 1: ", "prelu, seed 1, epoch 1: "))
    assert lines[-3].startswith("Function")
    assert {line.split()[0] for line in lines[-2:]} == {"relu", "prelu"}
    assert any("baseline" in line for line in lines[-2:])


def test_a_run_that_diverges_says_where(run, data_folder, tmp_path, in_process):
    code, out, _ = run("race", "identity", "tanh", *SMALL, "--learning-rate", "1e6",
                       "--seeds", "1,2", "--data", data_folder, "--out", tmp_path, "--json")
    assert code == 0
    *lines, end = strict(out)
    assert sum("diverged" in line for line in lines) == 2
    [one] = [one for one in end["summary"] if one["function"] == "identity"]
    assert (one["diverged"], one["accuracy"], one["seeds"]) == (2, None, {})


WRONG = [
    (["race"], "--out"),
    (["race", "--out", "new"], "at least one function"),
    (["race", "relu", "relo", "--out", "new"], "relo"),
    (["race", "relu", "--out", "new", "--seeds", "1,1"], "twice"),
    (["race", "relu", "--out", "new", "--grid", "learning_rate"], "learning_rate"),
    (["race", "relu", "--out", "new", "--grid", "seed=1,2"], "seed"),
    (["race", "relu", "--out", "new", "--grid", "learning_rate=1,x"], "learning_rate"),
    (["race", "relu", "--out", "new", "--grid", "learning_rate=1,1"], "twice"),
    (["race", "relu", "--out", "new", "--grid", "momentum=0,2"], "momentum"),
    (["race", "relu", "--out", "new", "--workers", "0"], "--workers must be"),
    (["race", "relu", "--out", "new", "--workers", "2", "--scheduler", "127.0.0.1:1"],
     "--workers"),
    (["race", "relu", "--out", "new", "--scheduler", "10.0.0.1:8786"], "tls://"),
    (["race", "relu", "--out", "new", "--preset", "best"], "article-comparison"),
    (["race", "relu", "sign", "--initialisation", "backward_gain", "--out", "new"],
     "Sign has no such gain"),
    (["race", "relu", "binary_step", "--grid", "initialisation=he,backward_gain", "--out", "new"],
     "has no such gain"),
    (["race", "relu", "--out", "full"], "not empty"),
    (["race", "relu", "--out", "full/file"], "not a folder"),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=lambda item: " ".join(item)[:60]
                         if isinstance(item, list) else "")
def test_a_wrong_argument_is_said_in_one_line(run, data_folder, in_new_folder, words, said):
    tmp_path = in_new_folder
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("mine")
    code, out, err = run(*words, "--data", data_folder, "--device", "cpu")
    errors = [line for line in err.splitlines() if not line.startswith(("device: ", "data: "))]
    assert (code, out, len(errors)) == (2, b"", 1)
    assert said in errors[0]
    assert [path.name for path in tmp_path.rglob("*")] == ["full", "file"]


@posix
def test_an_interrupted_race_keeps_what_it_has(data_folder, tmp_path):
    """The signal goes to the whole group, as a terminal sends it: the workers get it too."""
    words = [sys.executable, "main.py", "race", "relu", "gelu", "--hidden", "8", "--epochs",
             "10000", "--seeds", "1,2", "--data", str(data_folder), "--out", str(tmp_path),
             "--device", "cpu", "--workers", "2", "--json"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          start_new_session=True) as process:
        first = process.stdout.readline()
        os.killpg(process.pid, signal.SIGINT)
        rest, err = process.stdout.read(), process.stderr.read()
    assert process.returncode == 130, err
    assert err.decode().splitlines()[-1] == "interrupted"
    epochs = strict(first + rest)
    rows = table(tmp_path / "results.csv")
    assert sorted((row["function"], row["seed"], row["epoch"]) for row in rows) == sorted(
        (e["function"], str(e["seed"]), str(e["epoch"])) for e in epochs)
    key, seed = epochs[0]["function"], epochs[0]["seed"]
    kept = checkpoints.load(tmp_path / f"{key}-seed{seed}.safetensors").record
    assert kept.status == "stopped"
    assert "Traceback" not in err.decode()
