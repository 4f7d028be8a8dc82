"""What the tests of both pages that work share: a small data set and the keyboard's order."""

import struct

import numpy as np
from PySide6.QtCore import QPoint, Qt

from engine.data.fashion_mnist import FILES


def write_idx_folder(folder, training=600, test=200, seed=3):
    """Writes the files, plain, and gives the folder."""
    rng = np.random.default_rng(seed)
    patterns = rng.integers(0, 256, (10, 784))
    folder.mkdir(parents=True, exist_ok=True)
    for half, count in ((0, training), (2, test)):
        labels = (np.arange(count) % 10).astype(np.uint8)
        images = (patterns[labels] * 0.5 + rng.integers(0, 128, (count, 784))).astype(np.uint8)
        (folder / FILES[half]).write_bytes(struct.pack(">4I", 0x803, count, 28, 28)
                                           + images.tobytes())
        (folder / FILES[half + 1]).write_bytes(struct.pack(">2I", 0x801, count) + labels.tobytes())
    return folder


def heights_in_keyboard_order(panel):
    """Where each control of a panel stands, in the order in which Tab reaches them."""
    found, widget = [], panel.nextInFocusChain()
    while widget is not panel:
        if panel.isAncestorOf(widget) and widget.isVisible() \
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(widget.mapTo(panel, QPoint(0, widget.height() // 2)).y())
        widget = widget.nextInFocusChain()
    return found
