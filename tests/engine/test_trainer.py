import math
from dataclasses import replace

import pytest
import torch
from small_images import small_images
from torch import nn

from engine.errors import DeviceError, InputError, StorageError
from engine.networks.building import build
from engine.networks.seeds import generator
from engine.training import fitting, progress, trainer
from engine.training.batches import normalised, training_samples
from engine.training.checkpoints import load
from engine.training.engines import Engine
from engine.training.records import Diverged, EpochDone, RunDone, RunStarted, StepsDone
from engine.training.settings import PRESETS, TrainingSettings, checked_settings, find_preset
from engine.training.trainer import train

SETTINGS = TrainingSettings(hidden=(24, 16), learning_rate=0.05, momentum=0.8, batch_size=64,
                            epochs=3, device="cpu")


@pytest.fixture(scope="module")
def data():
    return small_images()


def records(kind, found):
    return [record for record in found if isinstance(record, kind)]


def test_a_training_learns_and_reports(data, tmp_path):
    found = list(train([("relu", {})], SETTINGS, data, tmp_path / "runs"))
    path = tmp_path / "runs" / "relu-seed7.safetensors"
    assert found[0] == RunStarted("relu", 7, 0, 1, "cpu", path)
    epochs = records(EpochDone, found)
    assert [done.epoch for done in epochs] == [1, 2, 3]
    assert epochs[-1].test_accuracy > 0.9
    assert epochs[-1].train_loss < epochs[0].train_loss
    assert found[-1] == RunDone("relu", 7, "finished", epochs[-1].seconds, path, {})
    assert path.exists()


def test_it_yields_after_every_batch_of_training_and_evaluation(data, monkeypatch):
    monkeypatch.setattr(fitting, "evaluation_samples", lambda data, device: training_samples(
        small_images(training=2500), device))
    found = list(train([("relu", {})], replace(SETTINGS, epochs=2), data))
    quiet = [record for record in found if record is None or isinstance(record, StepsDone)]
    assert len(quiet) == 2 * (math.ceil(600 / 64) + 3)


def plain_training(data, settings):
    """The same training written with other means: no fused step, indexing by hand."""
    network = build("relu", {}, settings, settings.seed)
    plain = nn.Sequential(network.linears[0], nn.ReLU(), network.linears[1], nn.ReLU(),
                          network.linears[2]).double()
    images = (torch.from_numpy(data.train_images).double() / 255 - 0.5) / 0.5
    labels = torch.from_numpy(data.train_labels).long()
    test = (torch.from_numpy(data.test_images).double() / 255 - 0.5) / 0.5
    order = generator(settings.seed, "batch order")
    optimizer = torch.optim.SGD(plain.parameters(), settings.learning_rate, settings.momentum,
                                foreach=False, fused=False)
    for _ in range(settings.epochs):
        loss_sum = hits = 0
        for chosen in torch.randperm(len(labels), generator=order).split(settings.batch_size):
            logits = plain(images[chosen])
            loss = nn.CrossEntropyLoss(reduction="sum")(logits, labels[chosen])
            loss_sum += float(loss.detach())
            hits += int((logits.argmax(1) == labels[chosen]).sum())
            optimizer.zero_grad()
            (loss / len(chosen)).backward()
            optimizer.step()
    test_loss = nn.CrossEntropyLoss()(plain(test), torch.from_numpy(data.test_labels).long())
    return loss_sum / len(labels), hits / len(labels), float(test_loss.detach()), plain


def test_the_figures_are_those_of_a_plain_loop(data, tmp_path):
    expected_loss, expected_accuracy, expected_test, plain = plain_training(data, SETTINGS)
    last = records(EpochDone, train([("relu", {})], SETTINGS, data, tmp_path))[-1]
    assert last.train_loss == pytest.approx(expected_loss, rel=1e-4)
    assert last.train_accuracy == pytest.approx(expected_accuracy, abs=1e-9)
    assert last.test_loss == pytest.approx(expected_test, rel=1e-4)
    network = load(tmp_path / "relu-seed7.safetensors").network
    for ours, theirs in zip(network.linears, plain[::2], strict=True):
        torch.testing.assert_close(ours.weight.double(), theirs.weight, rtol=1e-3, atol=1e-5)


def test_all_functions_see_the_same_batches(data, monkeypatch):
    seen = []
    original = Engine.step

    def spying(self, images, labels, rate, parts):
        seen[-1].append((images.sum(1).tolist(), labels.tolist()))
        return original(self, images, labels, rate, parts)

    monkeypatch.setattr(trainer, "rehearse", lambda *_: None)
    monkeypatch.setattr(Engine, "step", spying)
    for record in train([("relu", {}), ("staf", {}), ("rrelu", {})],
                        replace(SETTINGS, epochs=2), data):
        if isinstance(record, RunStarted):
            seen.append([])
    assert len(seen) == 3
    assert seen[0] == seen[1] == seen[2]
    assert seen[0][0] != seen[0][11]


def test_a_run_can_be_repeated_and_does_not_depend_on_its_neighbours(data):
    def figures(functions):
        return [replace(done, seconds=0.0)
                for done in records(EpochDone, train(functions, SETTINGS, data))
                if done.function == "rrelu"]
    alone = figures([("rrelu", {})])
    assert alone == figures([("staf", {}), ("rrelu", {})])
    assert len(alone) == 3


def test_training_leaves_the_global_generator_alone(data):
    before = torch.get_rng_state()
    list(train([("rrelu", {}), ("staf", {})], replace(SETTINGS, epochs=1), data))
    assert torch.equal(before, torch.get_rng_state())


def test_a_divergence_ends_the_run_and_not_the_training(data, tmp_path):
    wild = replace(SETTINGS, learning_rate=1e6)
    found = list(train([("none", {}), ("leaky_relu", {})], wild, data, tmp_path))
    diverged = records(Diverged, found)
    assert [record.function for record in diverged] == ["none", "leaky_relu"]
    assert all(1 <= record.step <= 10 and record.epoch == 1 for record in diverged)
    assert not records(EpochDone, found)
    assert [done.status for done in records(RunDone, found)] == ["diverged", "diverged"]
    kept = load(tmp_path / "none-seed7.safetensors").record
    assert kept.diverged == (diverged[0].epoch, diverged[0].step)


def test_a_loss_that_is_lost_only_in_evaluation_is_a_divergence(data, monkeypatch):
    monkeypatch.setattr(fitting, "_assess", lambda network, images, labels: (
        torch.tensor(math.nan), torch.tensor(20)))
    found = list(train([("relu", {})], SETTINGS, data))
    assert [(end.epoch, end.step) for end in records(Diverged, found)] == [(1, 10)]
    assert not records(EpochDone, found)


def test_closing_keeps_the_partial_run(data, tmp_path):
    steps = train([("relu", {}), ("leaky_relu", {})], SETTINGS, data, tmp_path)
    next(record for record in steps if isinstance(record, EpochDone))
    for _ in range(3):
        next(steps)
    steps.close()
    kept = load(tmp_path / "relu-seed7.safetensors")
    assert (kept.record.status, len(kept.record.epochs)) == ("stopped", 1)
    start = build("relu", {}, SETTINGS, 7)
    assert not torch.equal(kept.network.linears[0].weight, start.linears[0].weight)
    assert [path.name for path in sorted(tmp_path.iterdir())] == \
        ["relu-seed7.json", "relu-seed7.safetensors"]


def test_a_training_closed_before_its_first_step_keeps_nothing(data, tmp_path):
    steps = train([("relu", {})], SETTINGS, data, tmp_path)
    next(steps)
    steps.close()
    assert not list(tmp_path.iterdir())


def test_adam_and_a_shared_activation_train(data):
    settings = replace(SETTINGS, optimizer="adam", learning_rate=0.003, shared_activation=True)
    assert records(EpochDone, train([("prelu", {})], settings, data))[-1].test_accuracy > 0.9


@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_learned_parameters_move(data, tmp_path, momentum):
    list(train([("prelu", {})], replace(SETTINGS, momentum=momentum), data, tmp_path))
    start = build("prelu", {}, SETTINGS, 7).activations.state_dict()
    after = load(tmp_path / "prelu-seed7.safetensors").network.activations.state_dict()
    assert start.keys() == after.keys()
    assert all(not torch.equal(start[name], after[name]) for name in start)


def test_wrong_requests_are_refused(data, tmp_path):
    with pytest.raises(InputError, match="named twice"):
        next(train([("relu", {}), ("relu", {})], SETTINGS, data))
    with pytest.raises(InputError, match="No function is chosen"):
        next(train([], SETTINGS, data))
    with pytest.raises(InputError, match="learning_rate must be between"):
        next(train([("relu", {})], replace(SETTINGS, learning_rate=-1.0), data))
    if not torch.cuda.is_available():
        with pytest.raises(DeviceError, match="CUDA cannot be used"):
            next(train([("relu", {})], replace(SETTINGS, device="cuda"), data))
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageError, match="could not be written"):
        next(train([("relu", {})], SETTINGS, data, tmp_path / "file"))


def test_normalisation_is_mean_and_deviation_of_one_half():
    pixels = torch.tensor([[0, 51, 255]], dtype=torch.uint8)
    torch.testing.assert_close(normalised(pixels), torch.tensor([[-1.0, -0.6, 1.0]]))


def test_a_shuffled_epoch_has_every_sample_once(data):
    samples = training_samples(data, "cpu")
    batches = [(images.clone(), labels)
               for images, labels in samples.shuffled(64, generator(7, "batch order"))]
    assert [len(labels) for _, labels in batches] == [64] * 9 + [24]
    rows = torch.cat([images for images, _ in batches])
    assert sorted(map(tuple, rows.tolist())) == sorted(map(tuple, normalised(
        samples.images).tolist()))


class Clock:
    def __init__(self):
        self.now = 100.0

    def monotonic(self):
        return self.now


def test_progress_tells_fraction_and_time_left(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    pace = progress.Progress(runs=2, epochs=1, training=100, evaluation=100)
    pace.begin(0)
    assert (pace.fraction, pace.seconds_left, pace.due()) == (0.0, 0.0, False)
    clock.now += 6.0
    pace.trained(50)
    pace.evaluated(50)
    assert pace.fraction == 0.25
    assert pace.seconds_left == pytest.approx(6 + 12)
    assert pace.due()
    clock.now += 0.049
    assert not pace.due()
    clock.now += 0.002
    assert pace.due()
    pace.begin(1)
    assert (pace.fraction, pace.seconds) == (0.5, 0.0)
    pace.trained(100)
    pace.evaluated(100)
    assert (pace.fraction, pace.seconds_left) == (1.0, 0.0)


def test_live_losses_are_means_since_the_last_and_at_most_one_in_50_ms(data, monkeypatch):
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    losses, told, waiting = [], [], []
    original = Engine.step

    def step(self, images, labels, rate, parts):
        clock.now += 0.02
        result = original(self, images, labels, rate, parts)
        waiting.append((float(result[0]), len(labels)))
        return result

    monkeypatch.setattr(Engine, "step", step)
    for record in train([("relu", {})], replace(SETTINGS, epochs=1), data):
        if isinstance(record, StepsDone):
            told.append(record)
            losses.append(sum(a * n for a, n in waiting) / sum(n for _, n in waiting))
            waiting.clear()
    assert [record.loss for record in told] == pytest.approx(losses)
    assert [record.epoch for record in told] == pytest.approx([192 / 600, 384 / 600, 576 / 600])
    assert all(0 < record.fraction < 1 and record.seconds_left > 0 for record in told)


def test_a_pause_between_two_steps_is_no_time_of_the_run(data, monkeypatch, tmp_path):
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    original = Engine.step

    def step(self, images, labels, rate, parts):
        clock.now += 0.02
        return original(self, images, labels, rate, parts)

    monkeypatch.setattr(Engine, "step", step)
    steps, told = train([("relu", {})], replace(SETTINGS, epochs=2), data, tmp_path), []
    for record in steps:
        clock.now += 1000.0
        told.append(record)
        if [type(one) for one in told].count(EpochDone) == 2:
            break
    each = math.ceil(len(data.train_labels) / SETTINGS.batch_size) * 0.02
    epochs = [record for record in told if isinstance(record, EpochDone)]
    assert [done.seconds for done in epochs] == pytest.approx([each, 2 * each])
    live = [record for record in told if isinstance(record, StepsDone)]
    assert live
    assert all(record.seconds < 1 and record.seconds_left < 1 for record in live)
    steps.close()
    assert load(tmp_path / "relu-seed7.safetensors").record.seconds == pytest.approx(2 * each)


def test_presets_are_the_articles():
    single = find_preset("article-single").settings
    assert (single.learning_rate, single.momentum, single.epochs) == (1e-2, 0.9, 10)
    comparison = find_preset("article-comparison-0.8")
    assert (comparison.settings.momentum, len(comparison.functions)) == (0.8, 13)
    with pytest.raises(InputError, match="no preset articel. Use one of: article-single"):
        find_preset("articel")


def test_preset_settings_and_functions_are_valid(data):
    for preset in PRESETS:
        assert checked_settings(vars(preset.settings)) == preset.settings
        trainer._checked([(key, {}) for key in preset.functions])
