"""What a race refuses before anything is trained."""

import pytest
from small_images import small_images
from small_races import small_plan

from engine.errors import InputError
from engine.training.race_check import check_race
from engine.training.settings import TrainingSettings


@pytest.mark.parametrize(("keys", "settings", "grid", "said"), [
    (("relu", "sign"), {"initialisation": "backward_gain"}, (), "Sign has no such gain"),
    (("relu", "sign"), {}, [("initialisation", ("he", "backward_gain"))], "no such gain"),
    (("glu",), {"network": "transformer", "token_width": 30, "heads": 4}, (), "30"),
])
def test_one_that_cannot_be_built_refuses_all(keys, settings, grid, said):
    plan = small_plan(*keys, settings=TrainingSettings(**settings), grid=grid)
    with pytest.raises(InputError, match=said):
        list(check_race(plan, small_images()))


def test_each_network_is_looked_at_once():
    plan = small_plan("relu", "sign", "none", grid=[("learning_rate", (0.1, 0.2)),
                                                    ("initialisation", ("he", "forward_gain"))])
    assert list(check_race(plan, small_images())) == [None] * 6
