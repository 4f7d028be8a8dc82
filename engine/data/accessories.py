"""Shoes and bags, drawn from ranges of their measures."""

from __future__ import annotations

import numpy as np

from engine.data.canvas import COLUMNS, ROWS, Canvas, below, between, profile, ramp, wave
from engine.data.clothes import finish


def _length(canvas: Canvas, low: float, high: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Toe and heel columns, and the share of the way from toe to heel of each column."""
    toe = canvas.uniform(0, 2)
    heel = toe + canvas.uniform(low, high)
    return toe, heel, (COLUMNS - toe) / (heel - toe)


def sneakers(canvas: Canvas) -> None:
    """Draws low shoes, toe to the left, with a sole, laces and side stripes."""
    toe, heel, along = _length(canvas, 24.5, 27.5)
    ground = canvas.uniform(18, 21.5)
    ankle = canvas.uniform(6.5, 10.0) + canvas.chance(0.14) * canvas.uniform(1.0, 5.0)
    tongue = canvas.uniform(0.5, 0.64)
    height = profile(along, (0.08, canvas.uniform(2.0, 3.6)), (0.28, canvas.uniform(3.2, 5.0)),
                     (tongue, ankle * canvas.uniform(0.9, 1.1)), (tongue + 0.05, ankle),
                     (0.8, ankle * canvas.uniform(0.6, 0.95)), (1.0, ankle))
    height = height * np.sqrt(ramp(along, -0.04, 0.1))
    upper = below(height, ground - ROWS) * below(ground, ROWS) * between(toe, COLUMNS, heel)
    light = canvas.cloth()
    canvas.paint(upper, light)
    depth = ground - ROWS
    slant = along * canvas.uniform(10, 26) + depth * canvas.uniform(0.2, 0.9)
    sides = canvas.chance(0.6) * upper * between(0.3, along, 0.9) * below(height - 1, depth)
    canvas.paint(sides * ramp(wave(slant / 4), 0.5, 0.8), canvas.uniform(0.1, 1.0))
    laces = between(0.28 * 27, along * 27, 0.55 * 27) * between(height - 2, depth, height)
    canvas.paint(upper * laces * ramp(wave(along * canvas.uniform(7, 13)), 0.4, 0.7),
                 light * canvas.uniform(0.4, 1.0))
    _sole(canvas, toe, heel, ground)
    finish(canvas)


def _sole(canvas: Canvas, toe: np.ndarray, heel: np.ndarray, ground: np.ndarray) -> None:
    mask = between(ground - 0.5, ROWS, ground + canvas.uniform(0.5, 2.2))
    canvas.paint(mask * between(toe, COLUMNS, heel), canvas.uniform(0.15, 1.0))


def boots(canvas: Canvas) -> None:
    """Draws ankle boots, toe to the left, with a shaft and sometimes a heel."""
    toe, heel, along = _length(canvas, 22, 27)
    ground = canvas.uniform(21.5, 25.5)
    shaft = canvas.uniform(11, 22) * (1 - 0.3 * canvas.chance(0.25))
    instep = canvas.uniform(0.3, 0.5)
    height = profile(along, (0.0, canvas.uniform(1.5, 3.2)), (0.25, canvas.uniform(3.6, 5.6)),
                     (instep, canvas.uniform(5.5, 8.0)),
                     (instep + canvas.uniform(0.06, 0.14), shaft * canvas.uniform(0.92, 1.05)),
                     (1.0, shaft))
    height = height * np.sqrt(ramp(along, -0.04, 0.12))
    back = heel - canvas.uniform(0, 2.5) * ramp(ground - ROWS, 4, 16)
    upper = below(height, ground - ROWS) * below(ground, ROWS) * between(toe, COLUMNS, back)
    light = canvas.cloth()
    canvas.paint(upper, light)
    depth = ground - ROWS
    panel = canvas.chance(0.45) * upper * between(0.6, along, canvas.uniform(0.7, 1.0))
    canvas.paint(panel * ramp(depth, 3, 5), canvas.uniform(0.1, 1.0))
    laces = canvas.chance(0.4) * upper * between(instep * 27, along * 27, instep * 27 + 5)
    canvas.paint(laces * ramp(wave(depth / canvas.uniform(2.2, 3.5)), 0.4, 0.7),
                 light * canvas.uniform(0.3, 1.0))
    raised = canvas.chance(0.4)
    block = canvas.uniform(0.68, 0.85) * 27
    _sole(canvas, toe, heel, ground)
    canvas.paint(raised * between(block, along * 27, heel - toe) * between(
        ground, ROWS, ground + canvas.uniform(1.5, 4)), light * canvas.uniform(0.5, 1))
    finish(canvas)


def sandals(canvas: Canvas) -> None:
    """Draws sandals: a thin sole, flat, on a wedge or on a high heel, and a few straps."""
    toe, heel, along = _length(canvas, 23, 27.5)
    raised = canvas.chance(0.35) * canvas.uniform(3, 12)
    ground = canvas.uniform(18, 21) + raised * canvas.uniform(0.2, 0.5)
    arch = ramp(along, 0.25, 0.85)
    sole = ground - raised * arch * arch * (3 - 2 * arch)
    inside = between(toe, COLUMNS, heel)
    light = canvas.cloth()
    height = profile(along, (0.0, canvas.uniform(0.5, 1.5)), (0.2, canvas.uniform(3.0, 5.5)),
                     (0.42, canvas.uniform(1.5, 4.5)), (0.75, canvas.uniform(2.5, 9.0)),
                     (1.0, canvas.uniform(1.0, 8.0)))
    above = sole - ROWS
    straps = ramp(wave(along * canvas.uniform(1.3, 3.4) + above * canvas.uniform(-0.06, 0.09)
                       + canvas.uniform(0, 1)), canvas.uniform(0.2, 0.65), 0.8)
    rim = canvas.chance(0.5) * between(height - canvas.uniform(1.0, 2.2), above, height)
    body = inside * below(height, above) * between(0.0, above, 30.0)
    canvas.paint(body * np.maximum(straps, rim), light * canvas.uniform(0.6, 1.0))
    canvas.paint(inside * between(sole - 0.4, ROWS, sole + canvas.uniform(0.3, 1.6)), light)
    wedge = canvas.chance(0.4)
    pin = between(canvas.uniform(0.78, 0.9) * 27, along * 27, 26.5)
    under = inside * between(sole, ROWS, ground + 1) * np.maximum(wedge, pin)
    canvas.paint(under * (raised > 0), light * canvas.uniform(0.5, 1.0))
    finish(canvas)


def bags(canvas: Canvas) -> None:
    """Draws bags: a body, a handle or a strap, a flap and a clasp."""
    across = np.abs(COLUMNS - canvas.uniform(12.5, 14.5))
    half = canvas.uniform(6.5, 13.5)
    bottom = canvas.uniform(22, 27.5)
    top = bottom - canvas.uniform(8.5, 19)
    light = canvas.cloth()
    rise, spread = canvas.uniform(4, 12), half * canvas.uniform(0.35, 0.9)
    far = np.sqrt((across / spread) ** 2 + (np.minimum(ROWS - top, 0) / rise) ** 2)
    thick = canvas.uniform(0.7, 2.2) / spread
    handle = canvas.chance(0.75) * np.clip((thick - np.abs(far - 1)) * spread + 0.5, 0, 1)
    canvas.paint(handle * below(top, ROWS), light * canvas.uniform(0.6, 1.0))
    slope = canvas.uniform(-0.18, 0.08)
    corner = canvas.uniform(0, 2) * (ramp(top - ROWS, -3, 0) + ramp(ROWS - bottom, -2, 0))
    edge = np.minimum(half + slope * (bottom - ROWS), 13.8) - corner
    body = between(top, ROWS, bottom) * below(edge, across)
    canvas.paint(body, light * (1 - canvas.uniform(0, 0.3) * ramp(across, 0, half)))
    fold = top + (bottom - top) * canvas.uniform(0.25, 0.65) - canvas.uniform(0, 0.25) * across
    flap = canvas.chance(0.5) * body
    canvas.paint(flap * below(fold, ROWS), light * canvas.uniform(0.6, 1.1))
    canvas.paint(flap * between(fold - 0.4, ROWS, fold + 0.4), light * canvas.uniform(0.2, 0.7))
    clasp = canvas.chance(0.5) * body * below(canvas.uniform(0.6, 2.2), across)
    canvas.paint(clasp * between(fold - 1, ROWS, fold + 1), canvas.uniform(0.05, 1.0))
    weave = canvas.chance(0.25) * canvas.uniform(0.1, 0.5)
    canvas.shade(1 - weave * wave((ROWS + COLUMNS) / canvas.uniform(2.5, 6)) * wave(
        (ROWS - COLUMNS) / 4))
    finish(canvas)
