"""Fewer points for the same line on the screen: what is painted costs by the point."""

from __future__ import annotations

import numpy as np

FINENESS = 8192
"""The thinned line leaves the line by at most about this part of the height: a tenth of a pixel."""

_SAFETY = 4.0
_FEW = 100


def thinned(x: np.ndarray, y: np.ndarray, height: float) -> tuple[np.ndarray, np.ndarray]:
    """The polyline without the points that are not seen, where `height` is that of the plot.

    x and y of shape (n,), x not falling, with NaN as gaps. A chord over a length L leaves a curve
    by L^2 |y''| / 8: so many points are kept as that needs, each one where the slope jumps, and
    both ends of every piece.
    """
    if len(x) < _FEW:
        return x, y
    seen = height / FINENESS
    with np.errstate(all="ignore"):
        step = np.diff(x)
        width = max(np.max(step, initial=0.0, where=step > 0), (x[-1] - x[0]) / (len(x) - 1))
        bend = np.abs(np.diff(np.diff(y) / step)) * width
        needed = np.sqrt(bend * (_SAFETY / (8 * seen)))
        sharp = bend[2:-2] > 4 * np.maximum(bend[:-4], bend[4:]) + seen / len(x)
    needed = np.where(needed < 1, needed, 1.0)  # NaN and infinity keep all that is near
    needed[2:-2][sharp] = 1.0
    share = np.ones(len(x))
    share[1:-1] = needed
    share[2:-2] = np.maximum(needed[1:-1], np.maximum(needed[:-2], needed[2:]))
    level = np.floor(np.cumsum(share))
    kept = np.ones(len(x), dtype=bool)
    kept[1:-1] = (level[1:-1] > level[:-2]) | np.isnan(y[1:-1])
    return x[kept], y[kept]
