"""What a race compares, as jobs, and what it refuses."""

import dataclasses

import pytest

from engine.errors import InputError
from engine.training.race_plan import race_plan
from engine.training.settings import TrainingSettings

SETTINGS = TrainingSettings(hidden=(8,), epochs=2)
TWO = (("relu", {}), ("elu", {"alpha": 0.5}))


def test_every_function_meets_every_seed_at_every_point_of_the_grid():
    plan = race_plan(TWO, SETTINGS, (7, 9), [("learning_rate", (0.1, 0.01)),
                                             ("hidden", ((8,), (4, 4)))])
    jobs = plan.jobs("d")
    assert len(jobs) == len({job.id for job in jobs}) == plan.count == 2 * 2 * 4
    assert {(j.function, j.seed, j.settings.learning_rate, j.settings.hidden) for j in jobs} == {
        (key, seed, rate, hidden) for key in ("relu", "elu") for seed in (7, 9)
        for rate in (0.1, 0.01) for hidden in ((8,), (4, 4))}
    assert {j.values.get("alpha") for j in jobs if j.function == "elu"} == {0.5}
    assert [job.seed for job in jobs] == [7] * 8 + [9] * 8


def test_of_one_seed_and_point_only_the_function_differs():
    first, second = race_plan(TWO, SETTINGS, (7,)).jobs("d")
    assert first.settings == second.settings == dataclasses.replace(SETTINGS, seed=7)
    assert first.data_digest == second.data_digest


@pytest.mark.parametrize(("functions", "seeds", "grid", "said"), [
    ((), (7,), (), "functions is empty"), (TWO, (), (), "seeds is empty"),
    (TWO, (7, 7), (), "7 is named twice"), ((TWO[0], TWO[0]), (7,), (), "relu is named twice"),
    (TWO, (7,), [("seed", (1, 2))], "seed is no setting"),
    (TWO, (7,), [("device", ("cpu",))], "device is no setting"),
    (TWO, (7,), [("epochs", ())], "epochs is empty"),
    (TWO, (7,), [("epochs", (1, 0))], "epochs must be between"),
    (TWO, (7,), [("epochs", (1, 1))], "1 is named twice"),
    (TWO, (7,), [("epochs", (1,)), ("epochs", (2,))], "epochs is named twice"),
    (TWO, (-1,), (), "seed must be between"), ((("relo", {}),), (7,), (), "relo"),
    ((("elu", {"beta": 1}),), (7,), (), "beta"),
    (TWO, range(60_000), (), "120000 runs"),
])
def test_what_cannot_be_raced_is_said(functions, seeds, grid, said):
    with pytest.raises(InputError, match=said):
        race_plan(functions, SETTINGS, seeds, grid)
