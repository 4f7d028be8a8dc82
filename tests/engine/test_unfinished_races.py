"""The plan of a race lies on the disk while it runs, and is found when the program died."""

import pytest

from engine.storage.life_signs import LifeSign
from engine.training.race_plan import race_plan
from engine.training.race_settings import RaceSettings, read_grid
from engine.training.settings import TrainingSettings
from engine.training.unfinished_races import races_folder, remembered, unfinished_races

RACE = RaceSettings((1, 2), "momentum=0.8,0.9", "processes", 3)


def plan():
    return race_plan((("relu", {}), ("elu", {"alpha": 0.5})), TrainingSettings(epochs=2, seed=1),
                     RACE.seeds, read_grid(RACE.grid))


def steps():
    yield 1
    yield 2


def kept(made=steps):
    return remembered(made(), plan(), RACE, "garments", "a" * 64)


def found():
    return [race for race in unfinished_races() if race is not None]


def test_a_race_that_came_to_its_end_leaves_nothing():
    assert list(kept()) == [1, 2]
    assert not list(races_folder().iterdir())


def test_a_closed_race_is_found_again():
    race = kept()
    next(race)
    assert found() == [], "it still runs"
    race.close()
    (left,) = found()
    assert (left.plan, left.race, left.source) == (plan(), RACE, "garments")
    assert (left.done, left.missing) == (0, 8)
    left.forget()
    assert found() == []


def test_a_race_that_failed_is_found_again():
    def failing():
        yield 1
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(kept(failing))
    assert len(found()) == 1


def test_only_the_last_one_is_offered_and_the_others_are_forgotten():
    for _ in range(2):
        race = kept()
        next(race)
        race.close()
    assert len(found()) == 1
    assert len(list(races_folder().glob("*.json"))) == 1


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"kind": "activation-lab-race"}'])
def test_what_is_no_such_file_goes(content):
    races_folder().mkdir(parents=True, exist_ok=True)
    path = races_folder() / "x.json"
    path.write_bytes(content)
    assert found() == []
    assert not path.exists()


def test_the_race_of_a_living_program_is_left_alone():
    race = kept()
    next(race)
    (path,) = races_folder().glob("*.json")
    race.close()
    sign = LifeSign(path.with_suffix(".lives"))
    assert found() == []
    assert path.exists()
    sign.end()
