"""Lines beneath words for all colours that lie below the uppermost, and signs beside them."""

from collections.abc import Iterable, Sequence
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout

from db.record import record

_GAP = 1.5  # pixels between two lines
_BLANK = 1 / 8  # of a picture, at each of its sides
_ABOVE = 4  # pixels that a sign rises over its line, so as to clear an alef
_CREST, _HALF_WAVE = 1.0, 3.0  # pixels of a wave


@record
class Beneath:
    """Colours of lines, the upper first, below UTF-16 units of a laid-out text; or of a wave."""

    start: int
    end: int
    colours: tuple[str, ...]
    waves: bool = False


@record
class Strokes:
    """Lines from the corner where a text begins, by their colours, and how thick they are."""

    thick: float
    by_colour: dict[str, list[QLineF]]
    waves: dict[str, QPainterPath]

    def paint(self, painter: QPainter, corner: QPointF) -> None:
        painter.save()
        painter.translate(corner)
        for colour, lines in self.by_colour.items():
            painter.setPen(QPen(QColor(colour), self.thick))
            painter.drawLines(lines)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, wave in self.waves.items():
            painter.setPen(QPen(QColor(colour), self.thick))
            painter.drawPath(wave)
        painter.restore()


def strokes(layout: QTextLayout, lines: Sequence[Beneath]) -> Strokes:
    """One line for each colour, where a text has its only underline and below."""
    metrics = QFontMetricsF(layout.font())
    thick = max(1.0, metrics.lineWidth())
    upper = ceil(metrics.underlinePos()) + thick / 2  # where Qt underlines
    under_dots = metrics.descent()
    made = Strokes(thick, {}, {})
    for beneath in lines:
        for left, right, base in _stretches(layout, beneath):
            if beneath.waves:
                wave = made.waves.setdefault(beneath.colours[0], QPainterPath())
                _wave(wave, left, right, base + under_dots)
                continue
            for number, colour in enumerate(beneath.colours):
                y = base + upper + number * (thick + _GAP)
                made.by_colour.setdefault(colour, []).append(QLineF(left, y, right, y))
    return made


def _wave(path: QPainterPath, left: float, right: float, middle: float) -> None:
    """A wave under a stretch."""
    x, up = left, True
    path.moveTo(x, middle)
    while x < right:
        onward = min(x + _HALF_WAVE, right)
        path.quadTo((x + onward) / 2, middle + (-2 if up else 2) * _CREST, onward, middle)
        x, up = onward, not up


def paint_lines(
    painter: QPainter, layout: QTextLayout, corner: QPointF, lines: Sequence[Beneath]
) -> None:
    """Lay the lines beneath a text that stands in a document."""
    if lines:
        strokes(layout, lines).paint(painter, corner)


def _stretches(layout: QTextLayout, beneath: Beneath) -> Iterable[tuple[float, float, float]]:
    """Ends and base line of the words on each line, in every direction they are written in."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(beneath.start, line.textStart())
        last = min(beneath.end, line.textStart() + line.textLength())
        if first < last:
            for run in line.glyphRuns(first, last - first):
                box = run.boundingRect()
                yield box.left(), box.right(), line.y() + line.ascent()


def beside_each_other(
    ends: Iterable[QPointF], side: float, top: float = float("-inf")
) -> list[QRectF]:
    """A square above the last letter of each span, none above `top`; where several end, the
    later go on to the right: what follows a span may begin close to it."""
    taken: dict[tuple[float, float], int] = {}
    squares = []
    for end in ends:
        place = end.x(), end.y()
        before = taken[place] = taken.get(place, -1) + 1
        left = end.x() - side * _BLANK + before * side
        squares.append(QRectF(left, max(end.y() - _ABOVE, top), side, side))
    return squares
