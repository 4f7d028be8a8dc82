"""The order of a race, its queue and its pace."""

import itertools
import random
from dataclasses import dataclass

import pytest
from small_images import small_images
from small_races import small_plan

from engine.activations import catalogue
from engine.training import race_costs
from engine.training.race import RaceQueue, weights_folder
from engine.training.race_costs import starting_order
from engine.training.race_pace import Pace
from engine.training.records import EpochDone, JobRecord, RunDone, RunStarted, StepsDone
from engine.training.settings import TrainingSettings


@dataclass(frozen=True)
class Some:
    """What an order needs of a job."""

    id: str
    seed: int


def jobs(costs):
    """{seed: costs} as jobs, and their costs."""
    found = [Some(f"{seed}.{place}", seed) for seed, row in costs.items()
             for place in range(len(row))]
    return found, {job.id: costs[job.seed][int(job.id.partition(".")[2])] for job in found}


def finish(order, costs, places):
    """When a crew that takes the jobs in this order is done."""
    free = [0.0] * places
    for job in order:
        free.sort()
        free[0] += costs[job.id]
    return max(free)


def test_the_longest_of_a_seed_goes_first():
    found, costs = jobs({7: [1, 6, 1, 1.2], 8: [1, 6, 1, 1.2]})
    assert [job.id for job in starting_order(found, costs, 1)] == [
        "7.1", "7.3", "7.0", "7.2", "8.1", "8.3", "8.0", "8.2"]


def test_with_many_places_the_long_ones_of_all_seeds_go_first():
    found, costs = jobs({seed: [1.2] * 12 + [6] for seed in (7, 8, 9)})
    order = starting_order(found, costs, 13)
    assert {job.id for job in order[:3]} == {"7.12", "8.12", "9.12"}
    assert finish(order, costs, 13) == pytest.approx(6, rel=0.3)
    two = starting_order(found, costs, 2)
    assert [job.seed for job in two[:13]] == [7] * 13


def test_the_order_is_near_the_best_of_all_orders():
    rng = random.Random(5)
    for _ in range(30):
        found, costs = jobs({7: [rng.expovariate(1) for _ in range(6)]})
        for places in (1, 2, 3):
            ours = finish(starting_order(found, costs, places), costs, places)
            best = min(finish(order, costs, places) for order in itertools.permutations(found))
            assert ours <= (4 / 3 - 1 / (3 * places)) * best * (1 + 1e-12)  # Graham, 1969


def test_every_job_has_a_place_in_the_order():
    rng = random.Random(1)
    found, costs = jobs({seed: [rng.expovariate(1) for _ in range(7)] for seed in range(5)})
    for places in (0, 1, 4, 100):
        assert sorted(job.id for job in starting_order(found, costs, places)) == sorted(costs)


def test_the_cost_is_that_of_products_function_and_steps(monkeypatch):
    monkeypatch.setattr(race_costs, "_fastest", lambda work: 256**3 * 1e-11)
    seconds = {"relu": 1e-9, "staf": 3e-8, "none": 0.0}
    monkeypatch.setattr(race_costs, "_seconds_per_element", lambda key, values: seconds[key])
    settings = TrainingSettings(hidden=(64, 32), epochs=2, batch_size=10)
    plan = small_plan("relu", "staf", "none", seeds=(1,), settings=settings,
                      grid=[("epochs", (2, 4)), ("hidden", ((64, 32), (5,)))])
    found = plan.jobs("")
    costs = ended(race_costs.estimated_costs(found, small_images(training=600)))
    weights = {(64, 32): 784 * 64 + 64 * 32 + 32 * 10, (5,): 784 * 5 + 5 * 10}
    for job in found:
        hidden, each = job.settings.hidden, seconds[job.function]
        assert costs[job.id] == pytest.approx(600 * job.settings.epochs * (
            3e-11 * weights[hidden] + each * sum(hidden) + 3e-4 / 10))


def test_costs_are_measured_once_for_a_function():
    plan = small_plan("relu", "staf", "none", grid=[("learning_rate", (0.1, 0.01))])
    steps = race_costs.estimated_costs(plan.jobs(""), small_images())
    assert list(steps) == [None] * 3
    costs = ended(race_costs.estimated_costs(plan.jobs(""), small_images()))
    assert len(costs) == 12
    assert all(0 < cost < 1e3 for cost in costs.values())


def test_every_function_has_a_cost_also_without_a_derivative():
    keys = {"simple": list(catalogue()), "transformer": list(catalogue("gated"))}
    for network, named in keys.items():
        plan = small_plan(*named, seeds=(1,), settings=TrainingSettings(network=network))
        costs = ended(race_costs.estimated_costs(plan.jobs(""), small_images()))
        assert all(0 < cost < 1e5 for cost in costs.values())
        assert len(costs) == len(named)


def ended(steps):
    """What a generator returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def filled(*names):
    queue = RaceQueue()
    queue.fill(names)
    return queue


def test_waiting_jobs_move_within_the_queue():
    for name, places, expected in [("c", -1, "acbd"), ("c", -9, "cabd"), ("a", 1, "bacd"),
                                   ("a", 99, "bcda"), ("b", 0, "abcd"), ("x", 1, "abcd")]:
        queue = filled(*"abcd")
        queue.move(name, places)
        assert queue.waiting == tuple("abcd")
        assert queue.take_wishes() == []
        assert queue.waiting == tuple(expected)


def test_jobs_are_taken_stopped_and_ended():
    queue = filled(*"abcd")
    assert (queue.take(), queue.take()) == ("a", "b")
    assert (queue.running, queue.waiting) == (("a", "b"), ("c", "d"))
    queue.stop("b")
    queue.stop("c")
    queue.stop("x")
    assert queue.take_wishes() == ["b"]
    assert (queue.running, queue.waiting, queue.removed) == (("a", "b"), ("d",), ("c",))
    queue.ended("b")
    assert queue.running == ("a",)
    queue.pause()
    queue.take_wishes()
    assert queue.take() is None
    queue.resume()
    queue.take_wishes()
    assert queue.take() == "d"
    queue.stop_all()
    assert queue.take_wishes() == ["a", "d"]
    assert queue.stopping


def test_each_point_of_the_grid_has_its_folder(tmp_path):
    names = {weights_folder(tmp_path, variant) for variant in (
        (), (("learning_rate", 0.1),), (("learning_rate", 0.01),), (("hidden", (8, 4)),),
        (("hidden", (8,)), ("learning_rate", 0.1)), (("hidden", (84,) * 100),),
        (("hidden", (84,) * 99),))}
    assert len(names) == 7
    assert tmp_path in names
    assert all(len(path.name) <= 80 and set(path.name).isdisjoint('/\\:*?"<>|') for path in names)


def test_the_pace_compares_what_was_done_with_what_is_left(monkeypatch):
    now = [100.0]
    monkeypatch.setattr("engine.training.race_pace.time.monotonic", lambda: now[0])
    costs = {"a": 1.0, "b": 1.0, "c": 2.0}
    pace, queue = Pace(costs, known=5), filled("a", "b", "c")

    def tell(job, record):
        pace.add(JobRecord(job, record))

    assert (queue.take(), pace.begin("a", 4)) == ("a", None)
    tell("a", RunStarted("relu", 7, 0, 1, "cpu", None))
    now[0] += 3
    tell("a", StepsDone("relu", 7, 1.0, 0.5, 0.25, 3.0, 9.0))
    told = pace.progress(queue, 1)
    assert (told.done, told.running, told.waiting, told.seconds) == (5, 1, 2, 3.0)
    assert told.fraction == pytest.approx(0.25 / 4)
    assert told.seconds_left == pytest.approx(12 * 3.75)  # 3 s for a quarter of 1: 12 s for 1
    assert pace.progress(queue, 2).seconds_left == pytest.approx(12 * 3.75 / 2)

    pace.hold(True)
    now[0] += 50
    assert pace.progress(queue, 1).seconds == 3.0
    pace.hold(False)
    now[0] += 3
    tell("a", EpochDone("relu", 7, 2, 0, 0, 0, 0, 6.0))
    tell("a", RunDone("relu", 7, "stopped", 6.0, None, {}))
    queue.ended("a")
    told = pace.progress(queue, 1)
    assert (told.done, told.running, told.waiting, told.seconds) == (6, 0, 2, 6.0)
    queue.stop_all()
    queue.take_wishes()
    assert pace.progress(queue, 1).fraction == 1
    assert pace.progress(queue, 1).seconds_left == 0
