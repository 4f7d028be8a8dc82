"""The clock of a first run does not count what torch loads."""

import subprocess
import sys
from pathlib import Path

import pytest
import torch
from small_images import small_images

from engine.training.jobs import job_of
from engine.training.rehearsal import rehearse
from engine.training.settings import TrainingSettings

FIRST = """
import sys
sys.path.insert(0, "tests/engine")
from small_images import small_images
from engine.training import progress
from engine.training.jobs import job_of
from engine.training.settings import TrainingSettings
from engine.training.trainer import run

data, before = small_images(40, 20), []
begin = progress.Progress.begin
progress.Progress.begin = lambda self, run: (before.extend(sys.modules), begin(self, run))
settings = TrainingSettings(hidden=(4,), epochs=1, device="cpu", optimizer=sys.argv[1],
                            initialisation=sys.argv[2])
list(run(job_of("prelu", {}, settings, data.digest), data))
late = sorted(set(sys.modules) - set(before))
assert before and not late, late
"""


@pytest.mark.parametrize("chosen", [("sgd", "default"), ("adam", "backward_gain")])
def test_nothing_is_loaded_within_the_time_of_a_run(chosen):
    subprocess.run([sys.executable, "-c", FIRST, *chosen], check=True,
                   cwd=Path(__file__).parent.parent.parent)


@pytest.mark.parametrize(("key", "network"), [
    ("staf", {"hidden": (8, 8)}), ("relu/rrelu/none", {"hidden": (8, 8, 8), "dropout": 0.5}),
    ("relu", {"network": "cnn", "normalisation": "batch"}),
    ("geglu", {"network": "transformer", "optimizer": "sgld"})])
def test_every_network_is_rehearsed_without_a_random_number_of_others(key, network):
    data, before = small_images(40, 20), torch.get_rng_state()
    settings = TrainingSettings(device="cpu", **network)
    rehearse(job_of(key, {}, settings, data.digest), data, "cpu")
    assert torch.equal(torch.get_rng_state(), before)
