"""One contract for all who run the jobs of a race: this process, workers, a Dask cluster."""

import dataclasses
import importlib.util
import logging
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from itertools import pairwise
from pathlib import Path

import pytest
import torch
from small_races import ENDLESS, SETTINGS, epochs_of, figures, small_plan, whole, write_small_set

from engine.activations import own
from engine.activations.own import OwnFunction
from engine.data.sources import opened_now
from engine.device import use_one_thread
from engine.errors import DataError, DeviceError, InputError
from engine.training import checkpoints
from engine.training.race import JobNotice, RaceProgress, RaceQueue, race, weights_folder
from engine.training.race_history import RaceHistory
from engine.training.race_plan import race_plan
from engine.training.records import EpochDone, JobRecord, RunDone, RunStarted
from engine.training.trainer import train
from engine.training.workers.cluster import DaskWorkers, check_address
from engine.training.workers.in_process import InProcess
from engine.training.workers.local import LocalWorkers
from engine.training.workers.run import JobRun

ROOT = Path(__file__).parents[2]
WITHOUT_DASK = importlib.util.find_spec("distributed") is None
needs_dask = pytest.mark.skipif(WITHOUT_DASK, reason="dask.distributed is not installed")
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send these signals")
SECONDS = 60
LONGER = dataclasses.replace(SETTINGS, epochs=200)
"""Long enough to be killed under way."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_small_set(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def data(folder):
    use_one_thread()  # sums in another order differ in their last digits
    return opened_now(str(folder))


@pytest.fixture(scope="module")
def cluster():
    """Two workers in threads of this process: no start of torch."""
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, processes=False,
                      dashboard_address=":0", protocol="inproc") as cluster:
        yield cluster


@pytest.fixture(params=["in process", "workers", pytest.param("dask", marks=needs_dask)])
def crew(request, folder, data):
    """Makes a crew of this kind; the cluster has two places, this process one."""
    def made(places=1):
        match request.param:
            case "in process":
                return InProcess(data)
            case "workers":
                return LocalWorkers(places, str(folder))
        return DaskWorkers(request.getfixturevalue("cluster").scheduler_address, str(folder))

    made.kind = request.param
    yield made
    assert not workers_left()


def workers_left():
    return [child for child in multiprocessing.active_children() if child.name == "Worker"]


def until(steps, holds):
    """Goes on to the first item for which this holds, and gives all that came."""
    told, end = [], time.monotonic() + SECONDS
    for item in steps:
        if item is not None:
            told.append(item)
        if item is not None and holds(item):
            return told
        assert time.monotonic() < end, told[-5:]
    raise AssertionError(told[-5:])


def passing(steps, seconds):
    """What comes in so many seconds."""
    told, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        item = next(steps)
        if item is not None:
            told.append(item)
    return told


def is_done(item):
    return isinstance(item, JobRecord) and isinstance(item.record, RunDone)


def is_epoch(item):
    return isinstance(item, JobRecord) and isinstance(item.record, EpochDone)


def test_every_crew_gives_the_numbers_and_weights_of_the_trainer(crew, data, tmp_path):
    typed = OwnFunction("own_bent", "Bent", "x*x/(1 + abs(x))")
    own.add(typed)
    try:
        plan = race_plan([("relu", {}), ("staf", {}), ("none", {}), ("rrelu", {}),
                          ("own_bent", {})],
                         small_plan("relu").settings, (3, 4), [("learning_rate", (0.05, 1e6))])
        jobs = plan.jobs(data.digest)
        history, told = whole(plan, data, crew(2), folder=tmp_path, known={jobs[0].id})
        expected, weights = {}, {}
        for job in jobs[1:]:
            made = tmp_path / "expected" / job.id
            records = list(train([(job.function, job.values)], job.settings, data, made))
            expected[job.function, plan.variant_of(job), job.seed] = [
                (e.epoch, e.train_loss, e.train_accuracy, e.test_loss, e.test_accuracy)
                for e in records if isinstance(e, EpochDone)]
            weights[job.id] = next(r for r in records if isinstance(r, RunDone))
        assert figures(history) == expected
        for job in jobs[1:]:
            run = history.run(job.id)
            [done] = [t.record for t in told if is_done(t) and t.job == job.id]
            assert (run.status, done.status) == (weights[job.id].status,) * 2
            assert done.checkpoint.parent == weights_folder(tmp_path, plan.variant_of(job))
            ours = checkpoints.load(done.checkpoint).network.state_dict()
            theirs = checkpoints.load(weights[job.id].checkpoint).network.state_dict()
            assert all(torch.equal(ours[name].nan_to_num(), theirs[name].nan_to_num())
                       for name in theirs)
    finally:
        own.remove("own_bent")
    assert history.run(jobs[0].id) is None
    assert {history.run(job.id).status for job in jobs[1:]} == {"finished", "diverged"}
    check_order(jobs[1:], told)


def check_order(jobs, told):
    """A job begins, tells its epochs in order and ends; progress only grows."""
    for job in jobs:
        records = [t.record for t in told if isinstance(t, JobRecord) and t.job == job.id]
        assert isinstance(records[0], RunStarted)
        assert isinstance(records[-1], RunDone)
        epochs = [r.epoch for r in records if isinstance(r, EpochDone)]
        assert epochs == list(range(1, len(epochs) + 1))
    progress = [t for t in told if isinstance(t, RaceProgress)]
    assert (progress[-1].done, progress[-1].running, progress[-1].waiting) == (len(jobs) + 1, 0, 0)
    assert progress[-1].fraction == 1
    assert all(a.fraction <= b.fraction for a, b in pairwise(progress))
    assert all(p.done + p.running + p.waiting == len(jobs) + 1 for p in progress)


def test_a_race_is_paused_stopped_in_part_and_closed(crew, data, tmp_path):
    plan = small_plan("relu", "tanh", "none", settings=ENDLESS)
    queue = RaceQueue()
    steps = race(plan, data, crew(), queue, folder=tmp_path)
    first = until(steps, is_epoch)[-1].job
    assert first in queue.running
    queue.pause()
    until(steps, lambda item: isinstance(item, RaceProgress) and item.paused)
    passing(steps, 0.4)
    assert not epochs_of(passing(steps, 0.2))
    queue.resume()
    until(steps, is_epoch)

    waiting = queue.waiting[-1]
    queue.stop(waiting)
    queue.stop(first)
    done = until(steps, is_done)[-1]
    assert (done.job, done.record.status) == (first, "stopped")
    kept = checkpoints.load(done.record.checkpoint).record
    assert kept.status == "stopped"
    assert len(kept.epochs) >= 1
    assert queue.removed == (waiting,)
    assert waiting not in (*queue.waiting, *queue.running)

    other = until(steps, lambda item: is_epoch(item) and item.job != first)[-1].job
    queue.pause()
    queue.stop_all()
    rest = [item for item in steps if item is not None]
    assert {item.record.status for item in rest if is_done(item)} == {"stopped"}
    assert other in [item.job for item in rest if is_done(item)]
    assert (queue.running, queue.waiting, rest[-1].waiting) == ((), (), 0)


def test_a_closed_race_keeps_what_ran(crew, data, tmp_path):
    steps = race(small_plan("relu", seeds=(5,), settings=ENDLESS), data, crew(), folder=tmp_path)
    until(steps, is_epoch)
    steps.close()
    kept = checkpoints.load(checkpoints.checkpoint_path(tmp_path, "relu", 5)).record
    assert kept.status == "stopped"
    assert len(kept.epochs) >= 1


def test_a_job_goes_on_where_it_was_stopped(data, tmp_path):
    plan = small_plan("prelu", seeds=(5,), settings=LONGER)
    expected, _ = whole(plan, data, InProcess(data), folder=tmp_path / "expected")
    steps = race(plan, data, InProcess(data), folder=tmp_path)
    before = epochs_of(until(steps, lambda item: is_epoch(item) and item.record.epoch == 20))
    steps.close()
    history, told = whole(plan, data, InProcess(data), folder=tmp_path)
    assert figures(history) == figures(expected)
    again = [item.record for item in epochs_of(told)]
    assert again[:20] == [item.record for item in before]  # seconds too: they were not trained
    ours, theirs = (checkpoints.load(folder / "prelu-seed5.safetensors").network.state_dict()
                    for folder in (tmp_path, tmp_path / "expected"))
    assert all(torch.equal(ours[name], theirs[name]) for name in theirs)


def test_the_seconds_of_a_stopped_job_are_without_pauses(data, tmp_path):
    [job] = small_plan("relu", seeds=(5,), settings=LONGER).jobs(data.digest)
    first, start = JobRun(job, data, tmp_path), time.monotonic()
    while not isinstance((told := first.step()) and told.record, EpochDone):
        pass
    worked = time.monotonic() - start
    time.sleep(worked + 0.2)
    first.stop()
    done = first.step().record
    assert done.status == "stopped"
    assert told.record.seconds <= done.seconds <= worked


def test_other_pictures_than_the_race_is_about_are_said(crew, data):
    if crew.kind == "in process":
        pytest.skip("it is given the pictures themselves")
    other = dataclasses.replace(data, digest="0" * 64)
    with pytest.raises(DataError, match="pictures"):
        list(race(small_plan("relu"), other, crew()))


@posix
def test_a_killed_worker_is_replaced_and_every_job_is_done(folder, data, tmp_path):
    plan = small_plan("relu", "tanh", settings=LONGER)
    expected, _ = whole(plan, data, InProcess(data))
    crew = LocalWorkers(2, str(folder))
    steps = race(plan, data, crew, folder=tmp_path)
    told = until(steps, lambda item: isinstance(item, JobRecord))
    killed = next(worker for worker in crew._workers if worker.task is not None)
    job = killed.task.job.id
    os.kill(killed.process.pid, signal.SIGKILL)
    told += [item for item in steps if item is not None]
    [notice] = [item for item in told if isinstance(item, JobNotice)]
    assert notice.job == job
    assert "signal 9" in str(notice.words)
    assert sorted(item.job for item in told if is_done(item)) == sorted(
        job.id for job in plan.jobs(data.digest))
    history = RaceHistory(plan, data)
    for item in told:
        if isinstance(item, JobRecord):
            history.add(item)
    assert figures(history) == figures(expected)
    assert not workers_left()


@posix
def test_a_job_whose_workers_always_die_is_given_up(folder, data):
    plan = small_plan("relu", seeds=(1,))
    crew, told = LocalWorkers(1, str(folder)), []
    for item in race(plan, data, crew):
        if item is not None:
            told.append(item)
        for child in workers_left():
            os.kill(child.pid, signal.SIGKILL)
    notices = [str(item.words) for item in told if isinstance(item, JobNotice)]
    assert len(notices) == 3
    assert "given up" in notices[-1]
    assert [item.record.status for item in told if is_done(item)] == ["crashed"]


@posix
def test_workers_end_with_the_process_that_started_them(folder, tmp_path):
    code = """
import sys
sys.path.insert(0, "tests/engine")
from small_races import ENDLESS, small_plan
from engine.data.sources import opened_now
from engine.training.race import race
from engine.training.records import JobRecord
from engine.training.workers.local import LocalWorkers
if __name__ == "__main__":
    data = opened_now(sys.argv[1])
    crew = LocalWorkers(2, sys.argv[1])
    for item in race(small_plan("relu", settings=ENDLESS), data, crew):
        if isinstance(item, JobRecord) and item.record.__class__.__name__ == "EpochDone":
            print(*(worker.process.pid for worker in crew._workers), flush=True)
            sys.stdin.read()
"""
    (tmp_path / "program.py").write_text(code)
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, str(tmp_path / "program.py"), str(folder)], cwd=ROOT,
                          env=variables, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        pids = [int(pid) for pid in program.stdout.readline().split()]
        program.kill()
    assert len(pids) == 2
    end = time.monotonic() + SECONDS
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        assert time.monotonic() < end
        time.sleep(0.05)


@needs_dask
@pytest.mark.parametrize("address", [
    "192.168.0.7:8786", "tcp://example.org:8786", "tcp://8.8.8.8:1", "ucx://127.0.0.1:1",
    "ws://127.0.0.1:1", "", "8786", "tcp://", "127.0.0.1:abc", "tls://example.org:0",
    "127.0.0.1:65536", "tcp://[2001:db8::1]:8786"])
def test_an_address_that_others_can_read_is_refused(address):
    with pytest.raises(InputError):
        DaskWorkers(address, "auto")


@pytest.mark.parametrize("address", [
    "127.0.0.1:8786", "tcp://localhost:8786", "tcp://[::1]:8786", "tls://example.org:8786",
    "127.4.5.6:1"])
def test_this_computer_and_tls_are_taken(address):
    check_address(address)


@needs_dask
def test_no_scheduler_is_a_sentence(data, monkeypatch):
    monkeypatch.setattr("engine.training.workers.cluster._CONNECT_SECONDS", 0.3)
    with pytest.raises(DeviceError, match="No Dask scheduler answers at 127.0.0.1:1"):
        list(race(small_plan("relu"), data, DaskWorkers("127.0.0.1:1", "auto")))


@needs_dask
def test_a_connection_that_fails_without_words_is_called_by_its_kind(monkeypatch):
    def fail(*_args, **_named):
        raise TimeoutError

    monkeypatch.setattr("distributed.Client", fail)
    with pytest.raises(DeviceError, match=r"answers at 127\.0\.0\.1:1: TimeoutError\. Start"):
        DaskWorkers("127.0.0.1:1", "auto").open(1)
    assert not logging.getLogger("distributed.client").isEnabledFor(logging.ERROR)


@needs_dask
def test_other_versions_at_the_workers_are_said(folder, data, cluster, monkeypatch):
    here = threading.main_thread()
    monkeypatch.setattr("engine.training.workers.remote.version", lambda name:
                        "2.13.0+cpu" if threading.current_thread() is here else "1.0")
    with pytest.raises(DeviceError, match=r"torch 1\.0 / 2\.13\.0\. Install"):
        list(race(small_plan("relu"), data, DaskWorkers(cluster.scheduler_address, str(folder))))


@needs_dask
def test_without_dask_the_extra_is_named(monkeypatch):
    monkeypatch.setattr("engine.training.workers.cluster.find_spec", lambda name: None)
    with pytest.raises(DeviceError, match=r"\.\[cluster\]"):
        DaskWorkers("127.0.0.1:8786", "auto")


@needs_dask
@posix
def test_a_killed_dask_worker_loses_no_job(folder, data):
    from distributed import LocalCluster

    plan = small_plan("relu", "tanh", "elu", seeds=(1,), settings=LONGER)
    jobs = plan.jobs(data.digest)
    expected, _ = whole(plan, data, InProcess(data))
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0",
                      host="127.0.0.1", silence_logs=logging.CRITICAL) as cluster:
        crew, history = DaskWorkers(cluster.scheduler_address, str(folder)), RaceHistory(plan, data)
        steps = race(plan, data, crew)
        told = until(steps, lambda item: isinstance(item, JobRecord))
        task = next(task for task in crew._tasks.values() if task.job.id == told[-1].job)
        os.kill(crew._client.run(os.getpid)[task.worker], signal.SIGKILL)
        told += [item for item in steps if item is not None]
        for item in told:
            if isinstance(item, JobRecord):
                history.add(item)
        assert [item.job for item in told if isinstance(item, JobNotice)] == [
            task.job.id]
        assert sorted(item.job for item in told if is_done(item)) == sorted(j.id for j in jobs)
        assert figures(history) == figures(expected)


@needs_dask
def test_a_lost_connection_keeps_what_came_and_the_rest_runs_here(folder, data, cluster):
    plan = small_plan("relu", "tanh", "elu", seeds=(1,), grid=[("epochs", (3, 10_000))])
    long = [job.id for job in plan.jobs(data.digest) if job.settings.epochs > 3]
    history, queue, done = RaceHistory(plan, data), RaceQueue(), set()
    for job in long[1:]:  # one of the two places has work when the connection breaks
        queue.move(job, 9)
    crew = DaskWorkers(cluster.scheduler_address, str(folder))
    with pytest.raises(DeviceError, match="is lost"):
        for item in race(plan, data, crew, queue):
            if isinstance(item, JobRecord):
                history.add(item)
            if is_done(item):
                done.add(item.job)
                if len(done) == 1:
                    crew._client.loop.add_callback(crew._client.scheduler_comm.comm.abort)
    assert 1 <= len(done) <= 3
    for item in race(plan, data, InProcess(data), known=done | set(long)):
        if isinstance(item, JobRecord):
            assert item.job not in done
            history.add(item)
    expected, _ = whole(plan, data, InProcess(data), known=set(long))
    short = {which: numbers for which, numbers in figures(history).items()
             if which[1] == (("epochs", 3),)}
    assert short == figures(expected)
