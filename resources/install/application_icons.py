"""Draws the application's icon in the forms that the systems want, from resources/icons/app.svg.

    python resources/install/application_icons.py FOLDER

writes app.ico (Windows), app.icns (macOS) and hicolor/ (Linux) into FOLDER; build.spec runs it.
"""

from __future__ import annotations

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).parents[1] / "icons" / "app.svg"
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_SIZES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
HICOLOR_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def png(size: int) -> bytes:
    """The icon as a square PNG of size x size pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """The .ico file: a table of sizes and offsets, then the PNG of each size."""
    pictures = [png(size) for size in ICO_SIZES]
    table = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(table) + 16 * len(pictures)
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        side = size % 256  # 256 is written as 0
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return table + b"".join(pictures)


def icns() -> bytes:
    """The .icns file: blocks of a type, a length that counts its own 8 bytes, and a PNG."""
    blocks = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture
                      for kind, picture in ((kind, png(size)) for kind, size in ICNS_SIZES.items()))
    return b"icns" + struct.pack(">I", 8 + len(blocks)) + blocks


def write(folder: Path) -> None:
    """Writes all forms of the icon into the folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "app.ico").write_bytes(ico())
    (folder / "app.icns").write_bytes(icns())
    for size in HICOLOR_SIZES:
        place = folder / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / "activation-lab.png").write_bytes(png(size))
    scalable = folder / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    (scalable / "activation-lab.svg").write_bytes(SOURCE.read_bytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]))
