"""The settings of a network, declared once; readable before torch is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from engine.parameters import Integers, Switch
from engine.texts import phrase


@dataclass(frozen=True)
class NetworkSettings:
    """How a network is built; every field is checked by `parameters.checked`."""

    hidden: Annotated[
        tuple[int, ...],
        Integers(1, 8192, longest=100, label=phrase("Hidden layers"),
                 tip=phrase("Widths of the hidden layers, separated by commas")),
    ] = (256, 192, 128, 64)
    shared_activation: Annotated[
        bool,
        Switch(label=phrase("One shared activation instance"),
               tip=phrase("All layers use one instance and so share its learned parameters, "
                          "as in the source article")),
    ] = False
