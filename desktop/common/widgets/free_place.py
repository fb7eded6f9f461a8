"""Where in a window a message covers the least of what is written there."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

_STEP = _CELL = 8
_WRITTEN = 14  # mean step of grey in a cell from which on it bears more than an edge of a card


def free_place(
    window: QWidget, message: QWidget, foot: QRect, avoided: Sequence[QRect], side: int
) -> QRect:
    """`foot` itself or another place in the lower half, over nothing that is to be avoided.

    Of these the lowest that covers nothing, else as little as can be: lines end at the left, so
    it may stand there too, at the least `side` from the edge.
    """
    written, top = _Written(window, message), window.height() // 2
    way = side - foot.left()

    def cost(spot: QRect) -> int:
        barred = any(spot.intersects(one) for one in avoided)
        steps = (foot.bottom() - spot.bottom()) // _STEP
        aside = min(1, abs(spot.left() - foot.left()))
        return 10_000 * barred + 4 * written.under(spot) + 2 * steps + aside

    tops = range(foot.top(), min(top, foot.top()) - 1, -_STEP)
    lefts = [foot.left() + way * third // 3 for third in (0, 3, 2, 1)]
    spots = [QRect(QPoint(x, y), foot.size()) for y in tops for x in lefts]
    return min(spots, key=cost)


class _Written:
    """The lower half of a window as cells that bear something, or nothing."""

    def __init__(self, window: QWidget, without: QWidget) -> None:
        self._top = window.height() // 2
        part = QRect(0, self._top, window.width(), window.height() - self._top)
        cells = _edges(_picture(window, without, part)).scaled(
            part.width() // _CELL,
            part.height() // _CELL,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        cells = cells.convertToFormat(QImage.Format.Format_Grayscale8)
        greys, width = bytes(cells.constBits()), cells.bytesPerLine()
        self._lines = [
            [grey >= _WRITTEN for grey in greys[at : at + cells.width()]]
            for at in range(0, width * cells.height(), width)
        ]

    def under(self, spot: QRect) -> int:
        """How many cells that bear something a place in the window covers."""
        first = max(0, spot.top() - self._top) // _CELL
        last = (spot.bottom() - self._top) // _CELL + 1
        left, right = spot.left() // _CELL, spot.right() // _CELL + 1
        return sum(sum(line[left:right]) for line in self._lines[first:last])


def _picture(window: QWidget, without: QWidget, part: QRect) -> QImage:
    """A part of a window as it would be without one of its children."""
    picture = QImage(part.size(), QImage.Format.Format_RGB32)
    picture.fill(window.palette().window().color())
    for child in window.children():
        if isinstance(child, QWidget) and child is not without and child.isVisible():
            seen = child.geometry() & part
            if not child.isWindow() and not seen.isEmpty():
                source = seen.translated(-child.pos())
                child.render(picture, seen.topLeft() - part.topLeft(), source)
    return picture


def _edges(picture: QImage) -> QImage:
    """Black but for where one pixel differs from the next."""
    edges = picture.copy()
    with QPainter(edges) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(1, 1, picture)
    return edges
