"""A job is known by what decides its result."""

import dataclasses
import json

import pytest

from engine.activations import own
from engine.activations.own import OwnFunction, OwnParameter
from engine.errors import InputError
from engine.training.jobs import job_from_plain, job_of
from engine.training.settings import TrainingSettings

SETTINGS = TrainingSettings(hidden=(8,), epochs=2)


def changed(**values):
    return job_of("relu", {}, dataclasses.replace(SETTINGS, **values), "d")


def test_the_id_is_of_all_that_decides_the_result_and_of_nothing_else():
    job = changed()
    assert job.id == changed(device="cpu").id == job_of("relu", {}, SETTINGS, "d").id
    others = [changed(seed=8), changed(learning_rate=0.1), changed(hidden=(9,)),
              changed(shared_activation=True), job_of("relu", {}, SETTINGS, "e"),
              job_of("elu", {}, SETTINGS, "d"), job_of("elu", {"alpha": 2.0}, SETTINGS, "d"),
              job_of("none", {}, SETTINGS, "d")]
    assert len({job.id, *(other.id for other in others)}) == 9
    assert len(job.id) == 32
    assert int(job.id, 16) >= 0
    assert job_of("elu", {}, SETTINGS, "d").id == job_of("elu", {"alpha": 1.0}, SETTINGS, "d").id


def test_a_job_survives_json():
    for key, values in (("relu", {}), ("elu", {"alpha": 0.5}), ("staf", {}), ("none", {})):
        job = job_of(key, values, SETTINGS, "d")
        again = job_from_plain(json.loads(json.dumps(job.to_plain())))
        assert (again, again.id) == (job, job.id)


def test_a_function_that_a_person_typed_travels_with_its_job():
    typed = OwnFunction("own_wave", "Wave", "sin(a*x)", (OwnParameter("a", 2.0, learned=True),))
    own.add(typed)
    job = job_of("own_wave", {"a": 3.0}, SETTINGS, "d")
    content = json.loads(json.dumps(job.to_plain()))
    own.remove("own_wave")
    with pytest.raises(InputError):
        job_of("own_wave", {}, SETTINGS, "d")
    try:
        again = job_from_plain(content)
        assert (again, again.id) == (job, job.id)
        assert own.own_functions()["own_wave"] == typed
    finally:
        own.remove("own_wave")


@pytest.mark.parametrize("spoil", [
    {"function": "relo"}, {"values": {"slope": 1}}, {"settings": {"epochs": 0}},
    {"settings": {"epoch": 1}}, {"own": {"key": "x"}}, {"values": 7}])
def test_what_describes_no_job_is_refused(spoil):
    content = job_of("relu", {}, SETTINGS, "d").to_plain()
    with pytest.raises(InputError):
        job_from_plain({**content, **spoil})
    with pytest.raises(InputError):
        job_from_plain([])
