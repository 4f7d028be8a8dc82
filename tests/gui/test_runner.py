"""The one background mechanism: order, ends, cancelling, superseding, failing, pausing."""

import threading
import time

import pytest

from gui.runner import Runner


@pytest.fixture
def runner(qtbot):
    runner = Runner()
    yield runner
    runner.shutdown()


def collected(runner):
    got = []
    runner.records.connect(got.extend)
    return got


def test_all_records_arrive_in_order_on_the_gui_thread(qtbot, runner):
    got, threads = collected(runner), set()
    runner.records.connect(lambda _: threads.add(threading.current_thread()))
    with qtbot.waitSignal(runner.finished):
        runner.start(number for number in range(5000))
    assert got == list(range(5000))
    assert threads == {threading.main_thread()}
    assert not runner.running


def test_the_generator_runs_on_another_thread_and_none_is_not_a_record(qtbot, runner):
    def steps():
        yield None
        yield threading.current_thread() is threading.main_thread()
        yield None

    got = collected(runner)
    with qtbot.waitSignal(runner.finished):
        runner.start(steps())
    assert got == [False]


def test_cancel_closes_the_generator_on_its_own_thread(qtbot, runner):
    closed = []

    def steps():
        try:
            while True:
                yield None
                time.sleep(0.001)
        finally:
            closed.append(threading.current_thread() is threading.main_thread())

    runner.start(steps())
    ended = []
    runner.finished.connect(lambda: ended.append("finished"))
    with qtbot.waitSignal(runner.cancelled):
        runner.cancel()
    assert closed == [False]
    assert ended == []


def test_a_failure_arrives_as_the_exception_and_nothing_else(qtbot, runner):
    def steps():
        yield 1
        raise ValueError("told")

    got, ended = collected(runner), []
    runner.finished.connect(lambda: ended.append("finished"))
    with qtbot.waitSignal(runner.failed) as blocker:
        runner.start(steps())
    assert isinstance(blocker.args[0], ValueError)
    assert got == [1]
    assert ended == []


def test_nothing_of_a_superseded_job_arrives(qtbot, runner):
    got = collected(runner)
    for job in range(20):
        runner.start((job, number) for number in range(500))
    qtbot.waitSignal(runner.finished).wait()
    assert got == [(19, number) for number in range(500)]


def test_pause_holds_and_resume_goes_on(qtbot, runner):
    counted = []

    def steps():
        for number in range(100_000):
            counted.append(number)
            yield None
            time.sleep(0.001)

    runner.start(steps())
    qtbot.waitUntil(lambda: len(counted) > 3)
    runner.pause()
    assert runner.paused
    qtbot.wait(50)
    held = len(counted)
    qtbot.wait(100)
    assert len(counted) == held
    runner.resume()
    qtbot.waitUntil(lambda: len(counted) > held + 3)


def test_shutdown_leaves_no_thread_even_when_paused(qtbot):
    def steps():
        while True:
            yield None

    runner = Runner()
    for _ in range(3):
        runner.start(steps())
    runner.pause()
    runner.shutdown()
    assert [thread for thread in threading.enumerate() if thread.name == "Runner"] == []


def test_starts_in_quick_succession_do_not_put_results_off(qtbot, runner):
    """A spinbox held down starts a job every few milliseconds; curves must still be drawn."""
    got = collected(runner)
    for job in range(40):
        runner.start(iter_once(job))
        qtbot.wait(8)
    assert len(got) > 3


def iter_once(value):
    yield value
