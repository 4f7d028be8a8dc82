"""All that a run needs to go on from where it stands, to the same numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import torch
from torch import Tensor

from engine.training.engines import Engine
from engine.training.tally import EpochPart

_OPTIMIZER, _GENERATOR = "optimizer/", "generator/"
_ORDER = f"{_GENERATOR}order"


@dataclass(frozen=True, eq=False)
class RunState:
    """Copies on the CPU: the network, and under names of their own the optimizer's vectors and
    the states of all random generators; `part` is what was done of the epoch under way.

    The order of batches is that at the start of this epoch.
    """

    network: Mapping[str, Tensor]
    tensors: Mapping[str, Tensor]
    part: EpochPart = field(default_factory=EpochPart)


def state_of(engine: Engine, order: Tensor, part: EpochPart) -> RunState:
    """The state between two steps; `order` is that of the batches' generator, see RunState."""
    network = {name: tensor.detach().to("cpu", copy=True)
               for name, tensor in engine.network.state_dict().items()}
    tensors = {f"{_OPTIMIZER}{name}": tensor
               for name, tensor in engine.optimizer.state().items()}
    tensors[_ORDER] = order
    for number, source in enumerate(_sources(engine)):
        tensors[f"{_GENERATOR}{number}"] = source.get_state()
    return RunState(network, tensors, part)


def restore(engine: Engine, order: torch.Generator, state: RunState) -> None:
    """Sets engine and order to the state.

    Noise that was drawn on another kind of device starts again: its generators cannot go on here.
    Raises KeyError, ValueError or RuntimeError where the state is that of another run.
    """
    engine.network.load_state_dict(state.network)
    engine.optimizer.restore({name.removeprefix(_OPTIMIZER): tensor
                              for name, tensor in state.tensors.items()
                              if name.startswith(_OPTIMIZER)})
    order.set_state(state.tensors[_ORDER])
    for number, source in enumerate(_sources(engine)):
        kept = state.tensors[f"{_GENERATOR}{number}"]
        if kept.shape == source.get_state().shape:
            source.set_state(kept)


def _sources(engine: Engine) -> list[torch.Generator]:
    return [*engine.network.generators(), *engine.optimizer.generators()]
