"""Two parts beside each other, and the line between them to pull."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle


class _Line(QSplitterHandle):
    """At the right of its room; Qt takes more of a thin one than is seen, to be pulled by."""

    def paintEvent(self, event: QPaintEvent) -> None:
        line = self.contentsRect()
        line.setLeft(line.right())
        QPainter(self).fillRect(line, self.palette().light())


class Split(QSplitter):
    """`room` is left free at the left of the line."""

    def __init__(self, room: int = 0) -> None:
        super().__init__()
        self.setHandleWidth(1 + room)
        self.setChildrenCollapsible(False)
        # From right to left Qt lays all parts a pixel too far to the right.
        self.setContentsMargins(1, 0, -1, 0)

    def createHandle(self) -> QSplitterHandle:
        return _Line(self.orientation(), self)
