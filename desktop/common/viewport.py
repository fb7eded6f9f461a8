"""The part of a scrolling view that shows its content, had without a search through all of Qt."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

_NAME = "qt_scrollarea_viewport"


def viewport_of(view: QAbstractScrollArea) -> QWidget:
    """What `viewport()` gives, and gives at once as long as this is kept.

    It is of a class that PySide does not know. Asked for it directly, PySide makes every class of
    widgets to see whether it is one of them: 25 ms of the first start of anything that scrolls.
    """
    found: QWidget | None = view.findChild(
        QWidget, _NAME, Qt.FindChildOption.FindDirectChildrenOnly
    )
    return found or view.viewport()
