"""Networks of the source article, read from its .pth files: numbers only, nothing is run.

The article saves {"model_state_dict": ..., "config": {"act_func": class name, "hidden_shape": ...}}
by torch.save, where the layers of a Sequential are linear layers with the activation between them.
"""

from __future__ import annotations

import math
import pickle
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.errors import InputError, StorageError
from engine.networks.building import build
from engine.networks.functions import NO_ACTIVATION, start_values
from engine.networks.network import Network
from engine.training.checkpoints import Checkpoint, RunRecord, load
from engine.training.settings import TrainingSettings, checked_settings

SUFFIXES = (".pth", ".pt")

CLASS_NAMES = {
    "Sigmoid": "sigmoid", "Tanh": "tanh", "ReLU": "relu", "GELU": "gelu", "Mish": "mish",
    "LeakyReLU": "leaky_relu", "SiLU": "silu", "Hardswish": "hardswish", "Swish": "silu",
    "PReLU": "prelu", "RReLU": "rrelu", "TeLU": "trainable_elu", "STAF": "staf",
    "No Activation": NO_ACTIVATION,
}
"""The article's activations by the names of their classes; its Swish has no parameter."""

_LARGEST = 2**31
_NAME = re.compile(r"(?:.*\.)?(\d{1,9})\.(\w+)")
_UNREADABLE = (RuntimeError, ValueError, KeyError, IndexError, EOFError, TypeError, AttributeError,
               AssertionError, OverflowError, MemoryError, zipfile.BadZipFile)


def open_checkpoint(path: Path) -> Checkpoint:
    """A run of this program, or a network of the article's form. Raises StorageError."""
    return load_foreign(path) if path.suffix in SUFFIXES else load(path)


def load_foreign(path: Path) -> Checkpoint:
    """The network of a .pth file as a run of which nothing but function and layers is known.

    Raises StorageError saying what the file is instead, or what of it does not fit.
    """
    content = _read(path)
    if not isinstance(content, Mapping) or "model_state_dict" not in content:
        raise StorageError("{file} has no model_state_dict. The article saves a dictionary with "
                           "model_state_dict and config.", file=str(path))
    tensors, config = content["model_state_dict"], content.get("config")
    if not isinstance(tensors, Mapping) or not isinstance(config, Mapping):
        raise StorageError("{file} has no config that names its activation (act_func).",
                           file=str(path))
    key = _function(path, config)
    linears, learned = _sorted(path, tensors)
    try:
        network, record = _built(key, linears, learned, config)
        _fill(network, linears, learned[:1] if record.settings.shared_activation else learned)
    except (InputError, ValueError, KeyError, TypeError, RuntimeError) as error:
        raise StorageError("{file} does not fit a network of linear layers with {function}: "
                           "{reason}.", file=str(path), function=key,
                           reason=str(error).rstrip(".")) from error
    return Checkpoint(path, network.eval(), record)


def _read(path: Path) -> Any:
    """What torch.save wrote; tensors, numbers and texts only."""
    try:
        with path.open("rb") as file:
            _check_size(path)
            file.seek(0)
            return torch.load(file, weights_only=True, map_location="cpu")
    except OSError as error:
        raise StorageError("{file} could not be read: {reason}.", file=str(path),
                           reason=error.strerror or str(error)) from error
    except pickle.UnpicklingError as error:
        raise StorageError("{file} holds more than numbers: opening it would run code of whoever "
                           "made it. Save model.state_dict() instead of the model.",
                           file=str(path)) from error
    except _UNREADABLE as error:
        raise StorageError("{file} is damaged, or was not written by torch.save. Save the network "
                           "again.", file=str(path)) from error


def _check_size(path: Path) -> None:
    """Raises ValueError for what is no archive of torch.save, or would grow without bounds."""
    with zipfile.ZipFile(path) as archive:
        if sum(member.file_size for member in archive.infolist()) > _LARGEST \
                or any(member.compress_type != zipfile.ZIP_STORED
                       for member in archive.infolist()):
            raise ValueError("no archive of torch.save")


def _function(path: Path, config: Mapping[str, Any]) -> str:
    name = config.get("act_func")
    if not isinstance(name, str) or name not in CLASS_NAMES:
        raise StorageError("{file} has the activation {name}. Known are: {known}.",
                           file=str(path), name=str(name), known=", ".join(CLASS_NAMES))
    return CLASS_NAMES[name]


def _sorted(
    path: Path, tensors: Mapping[str, Any]
) -> tuple[list[dict[str, Tensor]], list[dict[str, Tensor]]]:
    """Linear layers and the activations with learned parameters, in their order."""
    places: dict[int, dict[str, Tensor]] = {}
    for name, tensor in tensors.items():
        matched = _NAME.fullmatch(str(name))
        if matched is None or not isinstance(tensor, Tensor) or not _is_plain(tensor):
            raise StorageError("{file} has {name}, which is no part of a Sequential of linear "
                               "layers.", file=str(path), name=str(name))
        if not tensor.numel():
            raise StorageError("{file} has no numbers in {name}.", file=str(path), name=str(name))
        if not torch.isfinite(tensor).all():
            raise StorageError("{file} has numbers in {name} that are not finite.",
                               file=str(path), name=str(name))
        places.setdefault(int(matched[1]), {})[matched[2]] = tensor.float()
    ordered = [places[number] for number in sorted(places)]
    linears = [parts for parts in ordered if _is_linear(parts)]
    if not linears:
        raise StorageError("{file} has no linear layer.", file=str(path))
    return linears, [parts for parts in ordered if not _is_linear(parts)]


def _is_plain(tensor: Tensor) -> bool:
    """Real numbers one by one in memory; no more of them than a file may hold."""
    return tensor.dtype in (torch.float16, torch.bfloat16, torch.float32, torch.float64) \
        and tensor.layout == torch.strided and not tensor.is_nested \
        and tensor.device.type == "cpu" and 4 * tensor.numel() <= _LARGEST


def _is_linear(parts: Mapping[str, Tensor]) -> bool:
    return parts.keys() == {"weight", "bias"} and parts["weight"].dim() == 2


def _built(
    key: str, linears: list[dict[str, Tensor]], learned: list[dict[str, Tensor]],
    config: Mapping[str, Any],
) -> tuple[Network, RunRecord]:
    """A network of these layers, not yet filled, and its record."""
    hidden = tuple(len(parts["weight"]) for parts in linears[:-1])
    stated = config.get("hidden_shape", hidden)
    if tuple(stated) != hidden:
        raise ValueError(f"its config says {list(stated)}, its layers are {list(hidden)}")
    shared = len(learned) > 1 and all(_same(parts, learned[0]) for parts in learned)
    settings: TrainingSettings = checked_settings({"hidden": hidden, "shared_activation": shared})
    shape, classes = _shape(linears[0]["weight"].shape[1]), len(linears[-1]["weight"])
    network = build(key, {}, settings, settings.seed, shape=shape, classes=classes)
    return network, RunRecord(
        key, start_values(key, {}), settings, (), "finished", None, 0.0, "cpu", "", "", False, (),
        image_shape=shape, classes=classes)


def _fill(network: Network, linears: list[dict[str, Tensor]],
          learned: list[dict[str, Tensor]]) -> None:
    """Copies all numbers. Raises RuntimeError where names or shapes are not the network's."""
    state = network.state_dict()
    found = {f"linears.{number}.{name}": tensor
             for number, parts in enumerate(linears) for name, tensor in parts.items()}
    for number, parts in enumerate(learned):
        for name, tensor in parts.items():
            place = f"activations.{number}.{name}"
            single = place in state and state[place].dim() == 0 and tensor.numel() == 1
            found[place] = tensor.reshape(()) if single else tensor
    network.load_state_dict(found)


def _same(one: Mapping[str, Tensor], other: Mapping[str, Tensor]) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def _shape(inputs: int) -> tuple[int, int, int]:
    """The pictures of so many inputs: square, grey, or in colour where grey is not square."""
    for channels in (1, 3):
        side = math.isqrt(inputs // channels)
        if channels * side * side == inputs:
            return channels, side, side
    raise ValueError(f"{inputs} inputs are no square picture")
