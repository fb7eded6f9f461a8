"""The icon of every size is drawn from one picture."""

import struct

from PySide6.QtGui import QImage

from build_spec.icon import ICON, SIZES, draw

GROUND, LINE = "#0f766e", "#ffffff"


def test_a_picture_of_every_size_can_be_drawn() -> None:
    pictures = [QImage.fromData(draw(size)) for size in SIZES]
    assert [picture.width() for picture in pictures] == list(SIZES)
    largest = pictures[-1]
    assert largest.pixelColor(128, 8).name() == GROUND
    assert LINE in {largest.pixelColor(x, 128).name() for x in range(256)}


def test_the_file_that_is_shipped_holds_every_size() -> None:
    _, _, count = struct.unpack_from("<HHH", ICON.read_bytes())
    assert count == len(SIZES)
