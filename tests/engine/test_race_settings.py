"""What is set for a race: grids as text, and who runs the jobs."""

import pytest

from engine.errors import InputError
from engine.parameters import checked, parameters_of
from engine.training.race_plan import race_plan
from engine.training.race_settings import CORES, RaceSettings, crew_of, grid_text, read_grid
from engine.training.settings import TrainingSettings
from engine.training.workers.in_process import InProcess
from engine.training.workers.local import LocalWorkers


def test_a_grid_is_read_and_written_again():
    text = "learning_rate=1e-3, 0.01; hidden=[64, 64],[128] ;shared_activation=true,false"
    grid = read_grid(text)
    assert grid == (("learning_rate", (0.001, 0.01)), ("hidden", ((64, 64), (128,))),
                    ("shared_activation", (True, False)))
    assert read_grid(grid_text(grid)) == grid
    assert read_grid("  ") == ()
    assert read_grid("hidden=[64，64]，128") == (("hidden", ((64, 64), (128,))),)  # noqa: RUF001


@pytest.mark.parametrize(("text", "words"), [
    ("learning_rate", "'learning_rate' is no part of a grid"),
    ("speed=1,2", "speed is no setting that a grid can go over"),
    ("seed=1,2", "seed is no setting that a grid can go over"),
    ("learning_rate=fast", "must be a number, got 'fast'"),
    ("momentum=2", "must be between 0 and 0.999"),
    ("hidden=[64,64],[128", "a bracket without its other half"),
    ("hidden=64],[128]", "a bracket without its other half"),
    ("hidden=[64,[128]", "a bracket without its other half"),
])
def test_a_wrong_grid_is_one_sentence(text, words):
    with pytest.raises(InputError, match=words):
        read_grid(text)


def plan(seeds=(7,)):
    return race_plan((("relu", {}),), TrainingSettings(), seeds)


def test_who_runs_the_jobs_is_chosen():
    assert isinstance(crew_of(RaceSettings(where="window"), plan((1, 2)), None, "garments"),
                      InProcess)
    assert isinstance(crew_of(RaceSettings(), plan(), None, "garments"), InProcess)
    crew = crew_of(RaceSettings(where="processes", workers=3), plan(), None, "garments")
    assert isinstance(crew, LocalWorkers)
    assert crew.places == 3
    several = crew_of(RaceSettings(), plan((1, 2)), None, "garments")
    assert several.places == min(CORES, 2)


def test_a_cluster_without_an_address_is_one_sentence():
    with pytest.raises(InputError, match="Type the address of the Dask scheduler"):
        crew_of(RaceSettings(where="dask"), plan(), None, "garments")


def test_the_settings_are_checked_like_all_others():
    with pytest.raises(InputError, match="between 0 and"):
        checked(parameters_of(RaceSettings), {"seeds": (-1,)})
