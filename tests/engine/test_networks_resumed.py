"""Networks of all kinds go on from a checkpoint to the numbers of an uninterrupted run."""

import pytest
import torch
from small_images import small_images

from engine.training import checkpoints, trainer
from engine.training.jobs import job_of
from engine.training.kept_runs import epoch_path
from engine.training.resuming import resumed_job
from engine.training.settings import TrainingSettings

SMALL = {"simple": {"hidden": (8, 8), "normalisation": "batch", "residual": True},
         "cnn": {"channels": (2, 3), "dense": 6, "normalisation": "batch"},
         "transformer": {"token_width": 8, "heads": 2, "blocks": 1, "feed_forward": 6}}


@pytest.mark.parametrize("kind", SMALL)
def test_dropout_and_running_moments_go_on_bit_for_bit(tmp_path, kind):
    data = small_images(60, 20)
    settings = TrainingSettings(network=kind, dropout=0.2, epochs=2, batch_size=25,
                                optimizer="adam", device="cpu", checkpoint_every=1, **SMALL[kind])
    whole = tmp_path / "whole.safetensors"
    list(trainer.run(job_of("rrelu", {}, settings, data.digest), data, whole))
    half = checkpoints.load(epoch_path(whole, 1))
    rest = tmp_path / "rest.safetensors"
    list(trainer.run(resumed_job(half), data, rest, resume=half))
    one, other = (checkpoints.load(path).network.state_dict() for path in (whole, rest))
    assert one.keys() == other.keys()
    assert all(torch.equal(one[name], other[name]) for name in one)
    assert not all(torch.equal(one[name], tensor)
                   for name, tensor in half.network.state_dict().items())
