"""Where in a window a message covers the least of what is written there."""

from collections.abc import Sequence
from itertools import product

from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

_STEP = _CELL = 8
_WRITTEN = 14  # mean step of grey in a cell from which on it bears more than an edge of a card
_AROUND = 2 * _CELL
_BEARS = bytes(grey >= _WRITTEN for grey in range(256))
_BARRED, _COVERED, _HIGHER = 10_000, 4, 2


def free_place(
    window: QWidget, message: QWidget, foot: QRect, avoided: Sequence[QRect], side: int
) -> QRect:
    """`foot` itself or another place in the lower half, over nothing that is to be avoided.

    Of these the lowest that covers nothing, else as little as can be: lines end at the left, so
    it may stand there too, at the least `side` from the edge.
    """
    top = window.height() // 2
    tops = range(foot.top(), min(top, foot.top()) - 1, -_STEP)
    lefts = [foot.left() + (side - foot.left()) * third // 3 for third in (0, 3, 2, 1)]
    left, right = min(lefts), max(lefts) + foot.width()
    written = _Written(window, message, QRect(left, top, right - left, foot.bottom() + 1 - top))
    barred = QRegion()
    for one in avoided:
        barred += one
    best, least = foot, 2 * _BARRED
    for (steps, y), x in product(enumerate(tops), lefts):
        cost = _HIGHER * steps + (x != foot.left())
        if cost >= least:
            break  # what stands higher costs more
        spot = QRect(QPoint(x, y), foot.size())
        cost += _COVERED * written.under(spot)
        if cost < least:
            cost += _BARRED * barred.intersects(spot)
        if cost < least:
            best, least = spot, cost
    return best


class _Written:
    """The lower half of a window as cells that bear something, or nothing; known within `seen`."""

    def __init__(self, window: QWidget, without: QWidget, seen: QRect) -> None:
        self._top = window.height() // 2
        part = QRect(0, self._top, window.width(), window.height() - self._top)
        around = QMargins(_AROUND, _AROUND, _AROUND, _AROUND)
        cells = _edges(_picture(window, without, part, part & seen.marginsAdded(around))).scaled(
            part.width() // _CELL,
            part.height() // _CELL,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        cells = cells.convertToFormat(QImage.Format.Format_Grayscale8)
        bears, width = bytes(cells.constBits()).translate(_BEARS), cells.bytesPerLine()
        self._lines = [
            bears[at : at + cells.width()] for at in range(0, width * cells.height(), width)
        ]

    def under(self, spot: QRect) -> int:
        """How many cells that bear something a place in the window covers."""
        first = max(0, spot.top() - self._top) // _CELL
        last = (spot.bottom() - self._top) // _CELL + 1
        left, right = spot.left() // _CELL, spot.right() // _CELL + 1
        return sum(line.count(1, left, right) for line in self._lines[first:last])


def _picture(window: QWidget, without: QWidget, part: QRect, seen: QRect) -> QImage:
    """A part of a window as it would be without one of its children, painted as far as `seen`."""
    picture = QImage(part.size(), QImage.Format.Format_RGB32)
    picture.fill(window.palette().window().color())
    for child in window.children():
        if isinstance(child, QWidget) and child is not without and child.isVisible():
            shown = child.geometry() & seen
            if not child.isWindow() and not shown.isEmpty():
                source = shown.translated(-child.pos())
                child.render(picture, shown.topLeft() - part.topLeft(), source)
    return picture


def _edges(picture: QImage) -> QImage:
    """Black but for where one pixel differs from the next."""
    edges = picture.copy()
    with QPainter(edges) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.drawImage(1, 1, picture)
    return edges
