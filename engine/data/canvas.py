"""Painting many small pictures at once.

Only + - * /, comparison, floor, absolute value and square root of float32 are used: IEEE fixes
their results to the last bit, so a seed gives the same pictures on every machine.
"""

from __future__ import annotations

import numpy as np

SIDE = 28

ROWS = np.arange(SIDE, dtype=np.float32).reshape(1, SIDE, 1)
COLUMNS = np.arange(SIDE, dtype=np.float32).reshape(1, 1, SIDE)

_HALF = np.float32(0.5)


def ramp(value: np.ndarray, start: np.ndarray | float, end: np.ndarray | float) -> np.ndarray:
    """0 up to `start`, 1 from `end` on, and straight between."""
    slope = np.float32(1) / np.subtract(end, start, dtype=np.float32)
    return np.clip((value - np.asarray(start, np.float32)) * slope, 0, 1)


def profile(position: np.ndarray, *knots: tuple[float, np.ndarray]) -> np.ndarray:
    """The broken line through (position, value) knots, level outside them."""
    (start, level), result = knots[0], knots[0][1]
    for end, value in knots[1:]:
        result = result + ramp(position, start, end) * (value - level)
        start, level = end, value
    return result


def wave(phase: np.ndarray) -> np.ndarray:
    """A triangle wave of period 1 between 0 and 1."""
    return np.abs(2 * (phase - np.floor(phase)) - 1)


def below(edge: np.ndarray, value: np.ndarray) -> np.ndarray:
    """1 where `value` is below `edge`, 0 above, with an edge one pixel wide."""
    return np.clip(edge - value + _HALF, 0, 1)


def between(low: np.ndarray, value: np.ndarray, high: np.ndarray) -> np.ndarray:
    """1 where `value` lies between two edges, each one pixel wide."""
    return np.clip(np.minimum(value - low, high - value) + _HALF, 0, 1)


class Canvas:
    """`count` pictures being painted: `light` is float32 (count, 28, 28), 0 black to 1 white.

    Random values have the shape (count, 1, 1): one for each picture.
    """

    def __init__(self, random: np.random.Generator, count: int) -> None:
        self._random = random
        self.count = count
        self.light = np.zeros((count, SIDE, SIDE), np.float32)

    def uniform(self, low: float, high: float) -> np.ndarray:
        """Evenly spread values."""
        values = self._random.random((self.count, 1, 1), np.float32)
        return np.float32(low) + np.float32(high - low) * values

    def chance(self, share: float) -> np.ndarray:
        """1 in that share of the pictures, else 0."""
        return (self.uniform(0, 1) < share).astype(np.float32)

    def cloth(self) -> np.ndarray:
        """The light of a cloth: bright more often than dark."""
        return 1 - np.float32(0.8) * self.uniform(0, 1) ** 2

    def paint(self, mask: np.ndarray, light: np.ndarray | float) -> None:
        """Covers what lies under the mask (0 to 1) with a light."""
        self.light += mask * (light - self.light)

    def shade(self, amount: np.ndarray) -> None:
        """Multiplies the light."""
        self.light *= amount

    def grain(self, amount: np.ndarray) -> None:
        """Noise of each pixel, in proportion to its light."""
        noise = self._random.random(self.light.shape, np.float32)
        noise -= _HALF
        noise *= amount
        noise += 1
        self.light *= noise

    def pictures(self) -> np.ndarray:
        """uint8 (count, 784)."""
        return (np.clip(self.light, 0, 1) * np.float32(255) + _HALF).astype(np.uint8).reshape(
            self.count, -1)
