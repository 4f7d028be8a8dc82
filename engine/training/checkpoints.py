"""Trained networks on disk: the weights as safetensors, all that is known of the run as JSON."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import safetensors.torch
import torch
from safetensors import SafetensorError
from torch import Tensor

from engine.activations.layer import Layer
from engine.activations.own import OwnFunction, adopt, from_plain, own_of, to_plain
from engine.errors import InputError, StorageError
from engine.networks.building import build, count_parameters
from engine.networks.functions import file_stem, start_values
from engine.networks.network import CLASSES, SHAPE, Network
from engine.storage.atomic import atomic_write
from engine.training.records import EpochDone
from engine.training.settings import TrainingSettings, checked_settings
from engine.training.shapes import checked_shapes
from engine.training.tally import EpochPart

FORMAT = 1
STATUSES = ("finished", "stopped", "diverged")
_LARGEST_RECORD = 64 * 2**20
_RESUME = "resume/"
"""Before the names of the tensors that are no part of the network."""


@dataclass(frozen=True)
class RunRecord:
    """All that is known of a run but its weights.

    `function` is its key and `own` what a person typed, where it is an own function. `values` are
    what the activation started from, without vectors that the seed drew;
    `diverged` is (epoch, step), both from 1, or None; `status` is finished, stopped or diverged;
    `versions` are (name, version) pairs; `shapes` are the learned shapes of each epoch, as
    shapes.plain_shapes gives them. `image_shape` (channels, height, width) and `classes` (their
    number) are those of the data. `adapted` says what went another way than was asked. `part` is
    what was done of the epoch under way where the run can be resumed, else None.
    """

    function: str
    values: dict[str, Any]
    settings: TrainingSettings
    epochs: tuple[EpochDone, ...]
    status: str
    diverged: tuple[int, int] | None
    seconds: float
    device: str
    data_name: str
    data_digest: str
    is_fashion_mnist: bool
    versions: tuple[tuple[str, str], ...]
    own: OwnFunction | None = None
    shapes: tuple[dict[str, Any], ...] = ()
    image_shape: tuple[int, int, int] = SHAPE
    classes: int = CLASSES
    adapted: tuple[str, ...] = ()
    part: EpochPart | None = None


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """A run read back: its network on the CPU in evaluation mode, and its record.

    `tensors` are what else a run needs to be resumed, see RunState.
    """

    path: Path
    network: Network
    record: RunRecord
    tensors: Mapping[str, Tensor] = field(default_factory=dict)


def checkpoint_path(folder: Path, function: str, seed: int) -> Path:
    """Where the weights of a run lie; its record lies beside them with the suffix .json."""
    return folder / f"{file_stem(function)}-seed{seed}.safetensors"


def save(path: Path, network: Network, record: RunRecord,
         resume: Mapping[str, Tensor] | None = None) -> None:
    """Writes the weights to `path`, with what is needed to resume the run, and the record beside.

    Raises StorageError.
    """
    tensors = {name: tensor.detach().cpu().clone(memory_format=torch.contiguous_format)
               for name, tensor in network.state_dict().items()}
    tensors |= {f"{_RESUME}{name}": tensor for name, tensor in (resume or {}).items()}
    weights = safetensors.torch.save(tensors)
    content = dataclasses.asdict(dataclasses.replace(record, own=None))
    del content["own"]
    own = _own_of(network)
    if own is not None:
        content["own"] = to_plain(own)
    content["weights_sha256"] = hashlib.sha256(weights).hexdigest()
    content = json.loads(_canonical(content))
    whole = {"format": FORMAT, "sha256": _digest(content), "content": content}
    atomic_write(path, weights)
    atomic_write(path.with_suffix(".json"),
                 json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2) + "\n")


def load(path: Path) -> Checkpoint:
    """The run whose weights lie in `path`.

    Raises StorageError saying which file is missing, damaged, foreign or of a later version.
    """
    if path.suffix != ".safetensors":
        raise StorageError("{file} is no checkpoint: choose the file ending in .safetensors.",
                           file=str(path))
    beside = path.with_suffix(".json")
    content = _read_content(beside)
    try:
        record = _record(content)
    except (KeyError, TypeError, ValueError, AttributeError, InputError) as error:
        raise StorageError("{file} does not describe a run of this program ({reason}). "
                           "Choose another checkpoint.", file=str(beside),
                           reason=str(error)) from error
    network, tensors = _read_network(path, record, content["weights_sha256"])
    return Checkpoint(path, network, record, tensors)


def read_plain(path: Path) -> dict[str, Any]:
    """The record of the run whose weights lie in `path` as it was written, checked by its digest.

    The weights are not read, and an own function does not join the catalogue. Raises StorageError.
    """
    return _read_content(path.with_suffix(".json"))


def _own_of(network: Network) -> OwnFunction | None:
    """The formula that the network really has, whatever became of it in the catalogue since."""
    layers = [layer for layer in network.activations if isinstance(layer, Layer)]
    return own_of(layers[0].activation) if layers else None


def _canonical(content: Any) -> str:
    return json.dumps(content, sort_keys=True, ensure_ascii=True, allow_nan=False,
                      separators=(",", ":"))


def _digest(content: Any) -> str:
    return hashlib.sha256(_canonical(content).encode()).hexdigest()


def _read(path: Path, largest: int) -> bytes:
    """The whole file. Raises StorageError where it is absent, unreadable or too large."""
    try:
        if path.stat().st_size > largest:
            raise _damaged(path)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise StorageError("{file} is missing. A checkpoint is a pair of files, .safetensors and "
                           ".json, in one folder.", file=str(path)) from error
    except OSError as error:
        raise StorageError("{file} could not be read: {reason}.", file=str(path),
                           reason=error.strerror or str(error)) from error


def _damaged(path: Path) -> StorageError:
    return StorageError("{file} is damaged, or no checkpoint of this program. "
                        "Choose another one or train again.", file=str(path))


def _refuse_constant(name: str) -> Any:
    raise ValueError(f"{name} is no number of strict JSON")


def _read_content(path: Path) -> dict[str, Any]:
    try:
        whole = json.loads(_read(path, _LARGEST_RECORD).decode("utf-8"),
                           parse_constant=_refuse_constant)
        form = whole["format"]
        if type(form) is int and form > FORMAT:
            raise StorageError("{file} was written by a later version of the program. "
                               "Open it with that version.", file=str(path))
        content = whole["content"]
        intact = type(form) is int and form == FORMAT and whole["sha256"] == _digest(content)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _damaged(path) from error
    if not intact or not isinstance(content, dict):
        raise _damaged(path)
    return content


def _record(content: dict[str, Any]) -> RunRecord:
    """The checked record; a person's function in it becomes a member of the catalogue.

    Raises KeyError, TypeError, ValueError, AttributeError or InputError.
    """
    if content["status"] not in STATUSES or not isinstance(content["is_fashion_mnist"], bool):
        raise ValueError("status")
    diverged = content["diverged"]
    if (diverged is not None) != (content["status"] == "diverged"):
        raise ValueError("diverged")
    own = from_plain(content["own"]) if "own" in content else None
    function = str(content["function"]) if own is None else adopt(own)
    return RunRecord(
        function=function,
        values=start_values(function, content["values"]),
        settings=checked_settings(content["settings"]),
        epochs=tuple(_epoch(row) for row in content["epochs"]),
        status=content["status"],
        diverged=None if diverged is None else (int(diverged[0]), int(diverged[1])),
        seconds=_finite(content["seconds"]),
        device=str(content["device"]),
        data_name=str(content["data_name"]),
        data_digest=str(content["data_digest"]),
        is_fashion_mnist=content["is_fashion_mnist"],
        versions=tuple((str(name), str(version)) for name, version in content["versions"]),
        own=own,
        shapes=checked_shapes(content.get("shapes", ())),
        image_shape=_shape(content.get("image_shape", SHAPE)),
        classes=_count(content.get("classes", CLASSES)),
        adapted=tuple(str(words) for words in content.get("adapted", ())),
        part=_part(content.get("part")),
    )


def _shape(sides: Any) -> tuple[int, int, int]:
    channels, height, width = (_count(side) for side in sides)
    return channels, height, width


def _count(number: Any) -> int:
    if type(number) is not int or not 0 < number < 2**24:
        raise ValueError(str(number))
    return number


def _part(part: Any) -> EpochPart | None:
    if part is None:
        return None
    steps, right = int(part["steps"]), int(part["right"])
    if steps < 0 or right < 0:
        raise ValueError("part")
    return EpochPart(steps, _finite(part["loss_sum"]), right)


def _epoch(row: dict[str, Any]) -> EpochDone:
    numbers = {field.name: _finite(row[field.name]) for field in dataclasses.fields(EpochDone)
               if field.name not in ("function", "seed", "epoch")}
    return EpochDone(str(row["function"]), int(row["seed"]), int(row["epoch"]), **numbers)


def _finite(value: Any) -> float:
    if isinstance(value, bool) or not math.isfinite(value):
        raise ValueError(str(value))
    return float(value)


def _read_network(
    path: Path, record: RunRecord, digest: str
) -> tuple[Network, dict[str, Tensor]]:
    """The network with the weights of the file, which must be exactly those of the record.

    With it all other tensors, by their names.
    """
    weights = _read(path, largest=2**40)
    settings, form = record.settings, {"shape": record.image_shape, "classes": record.classes}
    try:
        if 4 * count_parameters(settings, record.function, **form) > len(weights) \
                or hashlib.sha256(weights).hexdigest() != digest:
            raise _damaged(path)
        network = build(record.function, record.values, settings, settings.seed, **form)
        tensors = safetensors.torch.load(weights)
    except (SafetensorError, ValueError, KeyError, TypeError, InputError) as error:
        raise _damaged(path) from error
    more = {name.removeprefix(_RESUME): tensors.pop(name)
            for name in list(tensors) if name.startswith(_RESUME)}
    if not _fits(tensors, network, finite=record.status == "finished"):
        raise _damaged(path)
    network.load_state_dict(tensors)
    return network.eval(), more


def _fits(tensors: dict[str, torch.Tensor], network: Network, finite: bool) -> bool:
    """Whether names, shapes and types are the network's, and all numbers finite if they must be."""
    expected = network.state_dict()
    return tensors.keys() == expected.keys() and all(
        tensor.shape == expected[name].shape and tensor.dtype == expected[name].dtype
        and (not finite or bool(torch.isfinite(tensor).all()))
        for name, tensor in tensors.items()
    )
