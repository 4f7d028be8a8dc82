import dataclasses
import hashlib
import json
import random

import pytest
import safetensors.torch
import torch

from engine.errors import StorageError
from engine.networks.building import build
from engine.networks.functions import start_values
from engine.training import checkpoints
from engine.training.checkpoints import RunRecord, checkpoint_path, load, save
from engine.training.records import EpochDone
from engine.training.settings import TrainingSettings

SETTINGS = TrainingSettings(hidden=(5, 4), epochs=2, seed=3)
RECORD = RunRecord(
    function="leaky_relu", values={"negative_slope": 0.1}, settings=SETTINGS,
    epochs=(EpochDone("leaky_relu", 3, 1, 2.25, 0.1, 1 / 3, 0.7, 0.125),), status="stopped",
    diverged=None, seconds=0.25, device="cpu", data_name="FashionMNIST", data_digest="ab" * 32,
    is_fashion_mnist=True, versions=(("torch", "2.13.0"),),
)


def saved(folder, record=RECORD, change=lambda network: None):
    network = build(record.function, record.values, record.settings, record.settings.seed)
    with torch.no_grad():
        network.linears[1].weight.mul_(2)
        change(network)
    path = checkpoint_path(folder, record.function, record.settings.seed)
    save(path, network, record)
    return path, network


def same(one, other):
    mine, theirs = one.state_dict(), other.state_dict()
    return mine.keys() == theirs.keys() and all(
        torch.equal(mine[name], theirs[name]) for name in mine)


def rewrite(path, change):
    """Changes the record and hashes it again, as a forger would."""
    beside = path.with_suffix(".json")
    whole = json.loads(beside.read_text("utf-8"))
    change(whole["content"])
    whole["sha256"] = checkpoints._digest(whole["content"])
    beside.write_text(json.dumps(whole), "utf-8")


@pytest.mark.parametrize("folder", ["runs", "激活 函数 é"])
def test_a_run_comes_back_whole(tmp_path, folder):
    path, network = saved(tmp_path / folder)
    assert path.name == "leaky_relu-seed3.safetensors"
    back = load(path)
    assert back.record == RECORD
    assert same(back.network, network)
    assert not back.network.training
    x = torch.linspace(-1, 1, 784).expand(2, -1)
    assert torch.equal(back.network(x), network.eval()(x))
    assert sorted(item.name for item in path.parent.iterdir()) == \
        ["leaky_relu-seed3.json", "leaky_relu-seed3.safetensors"]


@pytest.mark.parametrize("shared", [False, True])
def test_learned_parameters_come_back(tmp_path, shared):
    def move(network):
        for parameter in network.activations.parameters():
            parameter.add_(0.5)

    record = dataclasses.replace(
        RECORD, function="prelu", values=start_values("prelu", {}),
        settings=dataclasses.replace(SETTINGS, shared_activation=shared))
    path, network = saved(tmp_path, record, move)
    learned = list(load(path).network.activations.parameters())
    assert len(learned) == (1 if shared else 2)
    assert same(load(path).network, network)


def test_the_record_is_strict_json_with_hashes(tmp_path):
    path, _ = saved(tmp_path)
    whole = json.loads(path.with_suffix(".json").read_text("utf-8"))
    assert whole["format"] == 1
    content = whole["content"]
    assert content["weights_sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert content["settings"]["hidden"] == [5, 4]
    assert content["epochs"][0]["test_loss"] == 1 / 3
    assert safetensors.torch.load(path.read_bytes()).keys() == {
        f"linears.{i}.{part}" for i in range(3) for part in ("weight", "bias")}


def test_a_changed_byte_is_found_or_changes_nothing(tmp_path):
    path, network = saved(tmp_path)
    dice = random.Random(5)
    refused = 0
    for file in (path, path.with_suffix(".json")):
        original = file.read_bytes()
        for _ in range(250):
            content = bytearray(original)
            match dice.randrange(3):
                case 0:
                    content[dice.randrange(len(content))] = dice.randrange(256)
                case 1:
                    del content[dice.randrange(len(content)):]
                case 2:
                    content.insert(dice.randrange(len(content)), dice.randrange(256))
            file.write_bytes(content)
            try:
                back = load(path)
            except StorageError as error:
                refused += 1
                assert str(tmp_path) in str(error)
            else:
                assert back.record == RECORD
                assert same(back.network, network)
        file.write_bytes(original)
    assert refused > 400
    assert load(path).record == RECORD


@pytest.mark.parametrize("suffix", [".json", ".safetensors"])
def test_a_missing_file_is_named(tmp_path, suffix):
    path, _ = saved(tmp_path)
    path.with_suffix(suffix).unlink()
    with pytest.raises(StorageError, match=f"seed3{suffix} is missing"):
        load(path)


def test_a_later_format_is_refused_by_its_name(tmp_path):
    path, _ = saved(tmp_path)
    beside = path.with_suffix(".json")
    beside.write_text(json.dumps(json.loads(beside.read_text("utf-8")) | {"format": 2}), "utf-8")
    with pytest.raises(StorageError, match="written by a later version"):
        load(path)


@pytest.mark.parametrize("text", ["", "[]", "null", "{}", '{"format": 1}', "[" * 100_000,
                                  '{"format": NaN}', '{"format": 1, "content": 3, "sha256": ""}',
                                  '{"format": true, "content": {}, "sha256": ""}'])
def test_a_foreign_record_is_refused(tmp_path, text):
    path, _ = saved(tmp_path)
    path.with_suffix(".json").write_text(text, "utf-8")
    with pytest.raises(StorageError, match="damaged, or no checkpoint"):
        load(path)


def test_a_foreign_file_is_refused(tmp_path):
    path = tmp_path / "model.pt"
    path.write_bytes(b"PK")
    with pytest.raises(StorageError, match="choose the file ending in .safetensors"):
        load(path)
    with pytest.raises(StorageError, match="is missing"):
        load(tmp_path / "absent.safetensors")
    (tmp_path / "folder.safetensors").mkdir()
    (tmp_path / "folder.json").mkdir()
    with pytest.raises(StorageError, match="could not be read"):
        load(tmp_path / "folder.safetensors")


@pytest.mark.parametrize("change", [
    lambda content: content.pop("status"),
    lambda content: content.update(status="perfect"),
    lambda content: content.update(diverged=[1, 2]),
    lambda content: content.update(function="unheard_of"),
    lambda content: content.update(function=["relu"]),
    lambda content: content.update(values={"negative_slope": 7}),
    lambda content: content.update(values=3),
    lambda content: content.update(seconds="long"),
    lambda content: content.update(epochs=[[]]),
    lambda content: content["epochs"][0].update(test_loss=None),
    lambda content: content["settings"].update(epochs=0),
    lambda content: content["settings"].update(hidden="wide"),
    lambda content: content.update(versions=[1]),
])
def test_a_forged_record_is_refused(tmp_path, change):
    path, _ = saved(tmp_path)
    rewrite(path, change)
    with pytest.raises(StorageError, match="does not describe a run"):
        load(path)


def test_a_declared_size_is_not_trusted(tmp_path, monkeypatch):
    path, _ = saved(tmp_path)
    rewrite(path, lambda content: content["settings"].update(hidden=[8192] * 100))
    monkeypatch.setattr(checkpoints, "build", lambda *arguments: pytest.fail("was built"))
    with pytest.raises(StorageError, match="damaged"):
        load(path)


def forge_weights(path, tensors):
    weights = safetensors.torch.save(tensors)
    path.write_bytes(weights)
    rewrite(path, lambda content: content.update(
        weights_sha256=hashlib.sha256(weights).hexdigest()))


def spoilt(name):
    def spoil(tensors):
        match name:
            case "name":
                tensors["linears.0.wait"] = tensors.pop("linears.0.weight")
            case "extra":
                tensors["more"] = torch.zeros(1)
            case "shape":
                tensors["linears.0.weight"] = tensors["linears.0.weight"].T.contiguous()
            case "type":
                tensors["linears.0.weight"] = tensors["linears.0.weight"].double()
            case "infinite":
                tensors["linears.0.weight"][0, 0] = torch.inf
        return tensors
    return spoil


@pytest.mark.parametrize("name", ["name", "extra", "shape", "type", "infinite"])
def test_forged_weights_are_refused(tmp_path, name):
    path, network = saved(tmp_path, dataclasses.replace(RECORD, status="finished"))
    forge_weights(path, dict(network.state_dict()))
    assert same(load(path).network, network)
    forge_weights(path, spoilt(name)(dict(network.state_dict())))
    with pytest.raises(StorageError, match=r"safetensors is damaged"):
        load(path)


def test_no_safetensors_at_all_is_refused(tmp_path):
    path, _ = saved(tmp_path)
    rubbish = bytes(20_000)
    path.write_bytes(rubbish)
    rewrite(path, lambda content: content.update(
        weights_sha256=hashlib.sha256(rubbish).hexdigest()))
    with pytest.raises(StorageError, match="damaged"):
        load(path)


@pytest.mark.parametrize(("status", "ending"), [("diverged", (2, 17)), ("stopped", None)])
def test_an_unfinished_run_may_hold_what_is_not_finite(tmp_path, status, ending):
    def spoil(network):
        network.linears[0].weight[0, 0] = torch.nan

    record = dataclasses.replace(RECORD, status=status, diverged=ending)
    path, _ = saved(tmp_path, record, spoil)
    back = load(path)
    assert back.record.diverged == ending
    assert bool(back.network.linears[0].weight[0, 0].isnan())


def test_a_folder_that_is_a_file_is_said(tmp_path):
    (tmp_path / "runs").write_text("in the way")
    with pytest.raises(StorageError, match="could not be written"):
        saved(tmp_path / "runs")
