"""What a scan of neurons reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True)
class ScanSubject:
    """What is scanned: `epochs` is 0 for a fresh network, else those that it was trained.

    None where that is not known: another program trained it.
    """

    function: str
    values: Mapping[str, Any]
    hidden: tuple[int, ...]
    seed: int
    epochs: int | None = 0


@dataclass(frozen=True)
class ScanProgress:
    """How far a scan is: `fraction` from 0 to 1; at most one in 50 ms."""

    fraction: float


@dataclass(frozen=True, eq=False)
class LayerCounts:
    """The neurons of one hidden layer, one flag each: bool arrays of shape (width,).

    dead: the output is exactly zero for all samples; constant: one value for all samples (dead
    ones too); saturated: |f'| stays below the threshold for all samples. They may overlap.
    """

    dead: np.ndarray
    constant: np.ndarray
    saturated: np.ndarray

    @property
    def width(self) -> int:
        """How many neurons the layer has."""
        return len(self.dead)


@dataclass(frozen=True)
class ScanDone:
    """The result: one LayerCounts for each hidden layer, from the input on, and over what."""

    layers: tuple[LayerCounts, ...]
    samples: int
    threshold: float
    seconds: float
