"""`python -m build_spec.icon`: draws the program's icon into Windows' tehran1404.ico.

Linux gets pictures beside the folder build, for desktops that draw no SVG.
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from db.paths import ICONS

PICTURE = ICONS / "tehran1404.svg"
ICON = Path(__file__).parent / "windows" / "tehran1404.ico"
SIZES = (16, 24, 32, 48, 64, 256)


def draw(size: int) -> bytes:
    """The program's picture, as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(PICTURE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # The stubs ask for bytes, which the binding refuses.
    image.save(buffer, "PNG")  # type: ignore[call-overload, unused-ignore]
    return bytes(buffer.data().data())


def icon_file(pictures: dict[int, bytes]) -> bytes:
    """An .ico of PNG pictures by size."""
    place = 6 + 16 * len(pictures)
    table = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in pictures.items():
        side = size % 256
        table += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return table + b"".join(pictures.values())


if __name__ == "__main__":
    ICON.write_bytes(icon_file({size: draw(size) for size in SIZES}))
