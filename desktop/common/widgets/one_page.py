"""A stack of which only the page in sight is laid out."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class OnePage(QStackedWidget):
    """Takes the room it is given: asking every hidden page for its size made each change slow."""

    def sizeHint(self) -> QSize:
        return QSize(400, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def hasHeightForWidth(self) -> bool:
        return False
