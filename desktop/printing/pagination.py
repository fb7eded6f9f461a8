"""Where pages end: between paragraphs where that can be, never under a heading."""

from PySide6.QtGui import QTextBlock, QTextDocument

from db.record import record


@record
class Unit:
    """A stretch of a document that stays on one page; `leads` keeps it with what follows."""

    top: float
    bottom: float
    leads: bool = False


def units_of(document: QTextDocument, leading: frozenset[int], page_height: float) -> list[Unit]:
    """Paragraphs, or single lines of those that are higher than a page."""
    units: list[Unit] = []
    document.documentLayout().documentSize()  # lays out what has not been needed yet
    block = document.begin()
    while block.isValid():
        lines = _lines(block)
        whole = Unit(lines[0].top, lines[-1].bottom, block.blockNumber() in leading)
        units += [whole] if whole.bottom - whole.top <= page_height else lines
        block = block.next()
    return units


def _lines(block: QTextBlock) -> list[Unit]:
    layout = block.layout()
    start = layout.position().y()
    rects = [layout.lineAt(number).rect() for number in range(layout.lineCount())]
    return [Unit(start + rect.top(), start + rect.bottom()) for rect in rects]


def pages_of(units: list[Unit], page_height: float) -> list[tuple[float, float]]:
    """Top and bottom of each page in the document's own heights."""
    starts = [0]
    for number, unit in enumerate(units):
        if unit.bottom - units[starts[-1]].top <= page_height:
            continue
        first = number
        while first - 1 > starts[-1] and units[first - 1].leads:
            first -= 1
        starts.append(first)
    ends = [*(units[start - 1].bottom for start in starts[1:]), units[-1].bottom]
    return [(units[start].top, end) for start, end in zip(starts, ends, strict=True)]
