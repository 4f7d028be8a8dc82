"""Garments worn on the body, drawn from ranges of their measures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.data.canvas import COLUMNS, ROWS, Canvas, below, between, profile, ramp, wave

Span = tuple[float, float]


@dataclass(frozen=True)
class Cut:
    """An upper garment: ranges in pixels (half-widths from its middle) or shares of its height.

    The chances are the shares of pictures with short sleeves, no sleeves, a line down the front,
    buttons, a collar, stripes, checks, a print on the chest.
    """

    top: Span
    bottom: Span
    shoulder: Span
    waist: Span
    hem: Span
    neck: Span
    neck_depth: Span
    long_end: Span = (0.75, 1.0)
    long_reach: Span = (10.5, 13.5)
    short_end: Span = (0.26, 0.42)
    short_reach: Span = (10.0, 13.0)
    sleeve_width: Span = (3.0, 4.6)
    short: float = 0.0
    bare: float = 0.0
    front: float = 0.0
    buttons: float = 0.0
    collar: float = 0.0
    stripes: float = 0.15
    checks: float = 0.05
    print: float = 0.1


TSHIRT = Cut(top=(0.5, 2.5), bottom=(25, 27.5), shoulder=(5.5, 7.5), waist=(5.8, 8.0),
             hem=(5.8, 8.4), neck=(2.2, 4.2), neck_depth=(1.0, 5.0), long_end=(0.5, 0.8),
             short=0.93, bare=0.04, buttons=0.06, collar=0.08, stripes=0.18, checks=0.02,
             print=0.4)
PULLOVER = Cut(top=(0.5, 2.5), bottom=(24.5, 27.5), shoulder=(5.5, 7.5), waist=(6.0, 8.2),
               hem=(5.8, 8.2), neck=(2.0, 3.8), neck_depth=(0.5, 3.5), long_end=(0.84, 1.02),
               short=0.03, front=0.12, buttons=0.05, collar=0.15, stripes=0.22, checks=0.04,
               print=0.22)
COAT = Cut(top=(0.5, 2.5), bottom=(24.5, 27.5), shoulder=(5.5, 7.5), waist=(5.8, 8.2),
           hem=(6.2, 9.0), neck=(1.8, 3.4), neck_depth=(0.5, 4.0), long_end=(0.78, 1.0),
           short=0.02, front=0.7, buttons=0.4, collar=0.5, stripes=0.06, checks=0.07, print=0.06)
SHIRT = Cut(top=(0.5, 2.5), bottom=(24.5, 27.5), shoulder=(5.4, 7.5), waist=(5.6, 8.0),
            hem=(5.8, 8.8), neck=(2.0, 3.8), neck_depth=(1.0, 5.5), long_end=(0.6, 1.0),
            short=0.36, bare=0.05, front=0.4, buttons=0.5, collar=0.5, stripes=0.14, checks=0.22,
            print=0.1)
DRESS = Cut(top=(0.0, 1.5), bottom=(25.5, 28), shoulder=(3.0, 5.2), waist=(2.6, 4.8),
            hem=(3.6, 9.0), neck=(1.4, 3.0), neck_depth=(0.5, 5.0), long_end=(0.45, 0.7),
            long_reach=(5.5, 9.5), short_end=(0.16, 0.3), short_reach=(5.0, 8.5),
            sleeve_width=(1.6, 3.0), short=0.3, bare=0.5, front=0.08, buttons=0.06, collar=0.06,
            stripes=0.14, checks=0.12, print=0.04)


@dataclass
class _Body:
    """Where a garment is: `across` and `falling` in pixels, `down` 0 to 1 from its top."""

    across: np.ndarray
    top: np.ndarray
    bottom: np.ndarray
    shoulder: np.ndarray
    light: np.ndarray

    def __post_init__(self) -> None:
        self.down = (ROWS - self.top) / (self.bottom - self.top)


def upper_garment(canvas: Canvas, cut: Cut) -> None:
    """Draws T-shirts, pullovers, coats, shirts or dresses."""
    lean = canvas.uniform(-0.04, 0.04)
    across = np.abs(COLUMNS - canvas.uniform(12.8, 14.2) + lean * (ROWS - 14))
    body = _Body(across, canvas.uniform(*cut.top), canvas.uniform(*cut.bottom),
                 canvas.uniform(*cut.shoulder), canvas.cloth())
    falling = body.top + canvas.uniform(0.1, 0.45) * across
    _sleeves(canvas, cut, body)
    half = profile(body.down, (0.0, body.shoulder),
                   (0.35, body.shoulder * canvas.uniform(0.92, 1.02)),
                   (0.55, canvas.uniform(*cut.waist)), (1.0, canvas.uniform(*cut.hem)))
    torso = np.minimum(below(body.bottom, ROWS), below(half, across))
    canvas.paint(torso, body.light * (1.06 - canvas.uniform(0.05, 0.3) * ramp(across, 0, half)))
    _pattern(canvas, cut)
    _front(canvas, cut, body, torso)
    _neck(canvas, cut, body)
    canvas.shade(np.clip(ROWS - falling + np.float32(0.5), 0, 1))
    finish(canvas)


def _sleeves(canvas: Canvas, cut: Cut, body: _Body) -> None:
    short, sleeved = canvas.chance(cut.short), 1 - canvas.chance(cut.bare)
    end = np.where(short > 0, canvas.uniform(*cut.short_end), canvas.uniform(*cut.long_end))
    reach = np.where(short > 0, canvas.uniform(*cut.short_reach), canvas.uniform(*cut.long_reach))
    bend = np.where(short > 0, end, canvas.uniform(0.18, 0.4))
    outer = profile(body.down, (0.0, body.shoulder), (bend, reach * canvas.uniform(0.9, 1.0)),
                    (1.0, reach))
    inner = np.where(short > 0, body.shoulder - 2, outer - canvas.uniform(*cut.sleeve_width))
    cuff = end + short * canvas.uniform(0.0, 0.02) * (reach - body.across)
    mask = between(inner, body.across, outer) * below(27 * cuff, 27 * body.down)
    canvas.paint(mask * sleeved, body.light * canvas.uniform(0.72, 1.05))


def _pattern(canvas: Canvas, cut: Cut) -> None:
    """Stripes across or along, checks (both), or a printed cloth of blobs."""
    checks = canvas.chance(cut.checks)
    across = np.maximum(canvas.chance(cut.stripes), checks)
    along = np.maximum(canvas.chance(cut.stripes * 0.2), checks)
    depth = canvas.uniform(0.15, 0.7)
    rows = wave(ROWS / canvas.uniform(2.5, 8) + canvas.uniform(0, 1))
    columns = wave(COLUMNS / canvas.uniform(2.5, 7) + canvas.uniform(0, 1))
    canvas.shade(1 - depth * across * ramp(rows, 0.4, 0.6))
    canvas.shade(1 - depth * along * ramp(columns, 0.4, 0.6))
    blobs = canvas.chance(0.12) * canvas.uniform(0.2, 0.7)
    steep = canvas.uniform(0.1, 0.35)
    spots = wave(ROWS * 0.21 + COLUMNS * steep + canvas.uniform(0, 1)) * wave(
        COLUMNS * 0.27 - ROWS * steep)
    canvas.shade(1 - blobs * ramp(spots, 0.22, 0.4))


def _front(canvas: Canvas, cut: Cut, body: _Body, torso: np.ndarray) -> None:
    """The line of a zip or an opening, buttons on it, and a print on the chest."""
    contrast = body.light * canvas.uniform(0.35, 0.8)
    line = canvas.chance(cut.front) * torso
    canvas.paint(line * below(canvas.uniform(0.2, 0.9), body.across), contrast)
    row = ramp(wave(ROWS / canvas.uniform(3.0, 5.5) + canvas.uniform(0, 1)), 0.55, 0.75)
    canvas.paint(canvas.chance(cut.buttons) * torso * row * below(0.5, body.across), contrast)
    start = canvas.uniform(0.2, 0.4)
    chest = between(27 * start, 27 * body.down, 27 * (start + canvas.uniform(0.06, 0.3)))
    pixels = wave(COLUMNS / canvas.uniform(1.5, 6) + wave(ROWS * 0.31) * 0.7)
    figure = chest * below(canvas.uniform(1.5, 4.8), body.across) * ramp(pixels, 0.2, 0.5)
    canvas.paint(canvas.chance(cut.print) * torso * figure, canvas.uniform(0.05, 1.0))


def _neck(canvas: Canvas, cut: Cut, body: _Body) -> None:
    """The opening of the neck, round or pointed, and the collar around it."""
    width, depth = canvas.uniform(*cut.neck), canvas.uniform(*cut.neck_depth)
    edge = body.top + depth * (1 - body.across / width)
    collar = canvas.chance(cut.collar) * below(width + 1.4, body.across) * between(
        edge - 1, ROWS, edge + canvas.uniform(1.2, 2.6))
    canvas.paint(collar, np.minimum(body.light * canvas.uniform(0.6, 1.5), 1))
    canvas.paint(below(edge, ROWS) * below(width, body.across), canvas.uniform(0, 0.4) * body.light)


def trousers(canvas: Canvas) -> None:
    """Draws trousers: hips, and two legs that leave a gap."""
    lean = canvas.uniform(-0.05, 0.05)
    across = np.abs(COLUMNS - canvas.uniform(12.8, 14.2) + lean * (ROWS - 14))
    top, bottom = canvas.uniform(0, 1.5), canvas.uniform(25, 28)
    down = (ROWS - top) / (bottom - top)
    hips = canvas.uniform(3.4, 5.6)
    outer = profile(down, (0.0, hips * canvas.uniform(0.8, 0.95)), (0.22, hips),
                    (1.0, canvas.uniform(3.6, 6.8)))
    fork = canvas.uniform(0.18, 0.42)
    gap = profile(down, (fork, canvas.uniform(-0.6, 0.2)), (1.0, canvas.uniform(0.3, 2.2)))
    gap = np.where(down < fork, np.float32(-1), gap)
    mask = between(top, ROWS, bottom) * between(gap, across, np.maximum(outer, gap + 1.2))
    light = canvas.cloth()
    canvas.paint(mask, light * (1 - canvas.uniform(0, 0.4) * ramp(across, 0, outer)))
    canvas.paint(mask * below(canvas.uniform(0.5, 2.5) + top, ROWS), light * canvas.uniform(0.5, 1))
    worn = canvas.chance(0.3) * canvas.uniform(0, 0.5)
    canvas.shade(1 - worn * wave(down * canvas.uniform(0.6, 2.5) + canvas.uniform(0, 1)))
    finish(canvas)


def finish(canvas: Canvas) -> None:
    """Folds, uneven light and grain: what every photograph has."""
    folds = canvas.uniform(0, 0.22)
    slant = canvas.uniform(-0.25, 0.25)
    canvas.shade(1 - folds * wave(ROWS * slant + COLUMNS * canvas.uniform(0.05, 0.3)
                                  + canvas.uniform(0, 1)))
    tilt = canvas.uniform(-0.012, 0.012)
    canvas.shade((1 + tilt * (ROWS - 14)) * (1 + canvas.uniform(-0.012, 0.012) * (COLUMNS - 14)))
    canvas.grain(canvas.uniform(0.03, 0.35))
