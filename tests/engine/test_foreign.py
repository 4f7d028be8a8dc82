import pickle
import zipfile
from collections import OrderedDict
from pathlib import Path

import pytest
import torch
from torch import nn

from engine.errors import StorageError
from engine.training.checkpoints import RunRecord, save
from engine.training.foreign import CLASS_NAMES, load_foreign, open_checkpoint
from engine.training.settings import TrainingSettings

HIDDEN = [7, 5]


class Swish(nn.Module):
    def forward(self, x):
        return x * torch.sigmoid(x)


class TeLU(nn.Module):
    def __init__(self):
        super().__init__()
        self.alpha = nn.Parameter(torch.tensor(0.6))

    def forward(self, x):
        return torch.where(x > 0, x, self.alpha * (torch.exp(x) - 1))


class STAF(nn.Module):
    def __init__(self):
        super().__init__()
        self.C, self.Omega, self.Phi = (nn.Parameter(torch.randn(25)) for _ in range(3))

    def forward(self, x):
        return sum(c * torch.sin(w * x + p)
                   for c, w, p in zip(self.C, self.Omega, self.Phi, strict=True))


OWN = {"Swish": Swish, "TeLU": TeLU, "STAF": STAF}


class SimpleNetwork(nn.Module):
    """As the article builds it: one activation instance in all places."""

    def __init__(self, activation, inputs=784, shared=True):
        super().__init__()
        widths, parts = [inputs, *HIDDEN], []
        made = activation() if activation else None
        for before, behind in zip(widths, widths[1:], strict=False):
            parts.append(nn.Linear(before, behind))
            if made is not None:
                parts.append(made if shared else activation())
        self.layers = nn.Sequential(*parts, nn.Linear(widths[-1], 10))

    def forward(self, x):
        return self.layers(x)


def saved(path, network, name, **config):
    torch.save({"model_state_dict": network.state_dict(), "config": {
        "model_name": f"SimpleNetwork-{name}", "act_func": name, "input_shape": 784,
        "num_labels": 10, "hidden_shape": HIDDEN} | config}, path)
    return path


@pytest.mark.parametrize("name", CLASS_NAMES)
def test_a_network_of_the_article_gives_the_same_logits(tmp_path, name):
    activation = None if name == "No Activation" else OWN.get(name) or getattr(nn, name)
    torch.manual_seed(3)
    theirs = SimpleNetwork(activation).eval()
    found = load_foreign(saved(tmp_path / "模型 é.pth", theirs, name))
    x = torch.rand(6, 784) * 2 - 1
    with torch.no_grad():
        torch.testing.assert_close(found.network(x), theirs(x), rtol=1e-5, atol=1e-5)
    assert not found.network.training
    assert (found.record.function, found.record.settings.hidden) == (CLASS_NAMES[name], (7, 5))
    assert found.record.part is None


def test_different_learned_values_are_one_for_each_layer(tmp_path):
    theirs = SimpleNetwork(nn.PReLU, shared=False)
    with torch.no_grad():
        theirs.layers[3].weight.fill_(0.5)
    found = load_foreign(saved(tmp_path / "m.pt", theirs, "PReLU"))
    assert [float(layer.weight.detach()) for layer in found.network.placed] == [0.25, 0.5]


def test_pictures_in_colour_open(tmp_path):
    found = load_foreign(saved(tmp_path / "m.pth", SimpleNetwork(nn.ReLU, 3072), "ReLU"))
    assert found.record.image_shape == (3, 32, 32)


def test_a_run_of_this_program_opens_as_before(tmp_path):
    network = load_foreign(saved(tmp_path / "m.pth", SimpleNetwork(nn.ReLU), "ReLU")).network
    record = RunRecord("relu", {}, TrainingSettings(hidden=(7, 5)), (), "finished", None, 0.0,
                       "cpu", "FashionMNIST", "ab", True, ())
    save(tmp_path / "ours.safetensors", network, record)
    assert open_checkpoint(tmp_path / "ours.safetensors").record == record
    assert open_checkpoint(tmp_path / "m.pth").record.function == "relu"


class Evil:
    """Its pickle would make a file where it is read."""

    def __init__(self, marker):
        self.marker = marker

    def __reduce__(self):
        return Path.touch, (self.marker,)


def evil_files(folder):
    marker = folder / "marker"
    torch.save({"model_state_dict": Evil(marker), "config": {}}, folder / "dictionary.pth")
    torch.save(Evil(marker), folder / "whole.pth")
    (folder / "pickle.pth").write_bytes(pickle.dumps(Evil(marker)))
    torch.save(Evil(marker), folder / "old.pth", _use_new_zipfile_serialization=False)
    return marker


@pytest.mark.parametrize("name", ["dictionary", "whole", "pickle", "old"])
def test_code_in_a_file_is_not_run(tmp_path, name):
    marker = evil_files(tmp_path)
    with pytest.raises(StorageError, match="holds more than numbers|not written by torch.save"):
        load_foreign(tmp_path / f"{name}.pth")
    assert not marker.exists()
    if name in ("dictionary", "whole"):  # what protects is the reader: the file does bite
        with (tmp_path / f"{name}.pth").open("rb") as file:
            torch.load(file, weights_only=False)
        assert marker.exists()


def test_a_whole_module_is_refused(tmp_path):
    torch.save(SimpleNetwork(nn.ReLU), tmp_path / "m.pth")
    with pytest.raises(StorageError, match="holds more than numbers"):
        load_foreign(tmp_path / "m.pth")


def state(**changes):
    tensors = OrderedDict(SimpleNetwork(nn.ReLU).state_dict())
    return tensors | changes


WRONG = [
    ([1, 2], "has no model_state_dict"),
    (state(), "has no model_state_dict"),
    ({"model_state_dict": state()}, "no config"),
    ({"model_state_dict": state(), "config": {"act_func": "Sine"}}, "the activation Sine"),
    ({"model_state_dict": state(), "config": {"act_func": ["x"]}}, "the activation \\['x'\\]"),
    ({"model_state_dict": state(**{"layers.0.weight": torch.zeros(7, 784).to_sparse()}),
      "config": {"act_func": "ReLU"}}, "has layers.0.weight, which is no part"),
    ({"model_state_dict": state(**{"layers.0.weight": torch.zeros(7, 0)}),
      "config": {"act_func": "ReLU"}}, "no numbers in layers.0.weight"),
    ({"model_state_dict": state(**{"layers.0.weight": torch.empty(7, 784, device="meta")}),
      "config": {"act_func": "ReLU"}}, "layers.0.weight, which"),
    ({"model_state_dict": state(**{"layers.0.weight": torch.zeros(1).expand(2**20, 2**20)}),
      "config": {"act_func": "ReLU"}}, "has layers.0.weight, which"),
    ({"model_state_dict": {}, "config": {"act_func": "ReLU"}}, "no linear layer"),
    ({"model_state_dict": state(extra=torch.zeros(2)), "config": {"act_func": "ReLU"}},
     "has extra, which is no part"),
    ({"model_state_dict": state(**{"layers.0.bias": torch.full((7,), torch.nan)}),
      "config": {"act_func": "ReLU"}}, "not finite"),
    ({"model_state_dict": state(**{"layers.2.weight": torch.zeros(5, 6)}),
      "config": {"act_func": "ReLU"}}, "does not fit"),
    ({"model_state_dict": state(), "config": {"act_func": "PReLU"}}, "does not fit"),
    ({"model_state_dict": state(), "config": {"act_func": "ReLU", "hidden_shape": [9]}},
     "config says"),
    ({"model_state_dict": state(), "config": {"act_func": "ReLU", "hidden_shape": 9}},
     "does not fit"),
    ({"model_state_dict": state(**{"layers.0.weight": torch.zeros(7, 700)}),
      "config": {"act_func": "ReLU"}}, "no square picture"),
]


@pytest.mark.parametrize(("content", "words"), WRONG, ids=[words for _, words in WRONG])
def test_what_does_not_fit_is_said(tmp_path, content, words):
    torch.save(content, tmp_path / "m.pth")
    with pytest.raises(StorageError, match=words):
        load_foreign(tmp_path / "m.pth")


def test_damaged_files_are_said(tmp_path):
    path = saved(tmp_path / "m.pth", SimpleNetwork(nn.ReLU), "ReLU")
    whole = path.read_bytes()
    for content in (b"", b"PK", whole[:len(whole) // 2], bytes(1000)):
        path.write_bytes(content)
        with pytest.raises(StorageError, match="damaged, or was not written by torch.save"):
            load_foreign(path)
    path.unlink()
    with pytest.raises(StorageError, match="could not be read"):
        load_foreign(path)


def test_an_archive_that_grows_is_refused(tmp_path):
    path = tmp_path / "bomb.pth"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/data.pkl", bytes(10**6))
    with pytest.raises(StorageError, match="was not written by torch.save"):
        load_foreign(path)
