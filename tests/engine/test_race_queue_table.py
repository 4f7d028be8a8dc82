"""The queue as a table: what runs, what waits and what was taken out, in this order."""

from types import SimpleNamespace

from engine.figures.race_queue import queue_table
from engine.training.race_history import RaceHistory
from engine.training.race_plan import race_plan
from engine.training.records import EpochDone, JobRecord, RunStarted
from engine.training.settings import TrainingSettings


def test_rows_stand_in_the_order_in_which_they_start():
    plan = race_plan((("relu", {}), ("tanh", {})), TrainingSettings(epochs=3), (7, 8))
    data = SimpleNamespace(name="tiny", digest="d", is_fashion_mnist=False, classes=("a", "b"))
    history = RaceHistory(plan, data)
    first, second, third, fourth = (job.id for job in plan.jobs("d"))
    table = queue_table(history, (first, second), (fourth,), (third,))
    assert [(row[0], row[1], str(row[2])) for row in table.rows] == [
        ("relu", 7, "starting"), ("tanh", 7, "starting"), ("tanh", 8, "waiting, place 1"),
        ("relu", 8, "taken out")]
    history.add(JobRecord(first, RunStarted("relu", 7, 0, 1, "cpu", None)))
    history.add(JobRecord(first, EpochDone("relu", 7, 1, 1.0, 0.5, 1.0, 0.5, 2.0)))
    assert str(queue_table(history, (first,), ()).rows[0][2]) == "epoch 2 of 3"
