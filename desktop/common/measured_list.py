"""A list of rows as high as their texts are at the width of the view."""

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.common.headed_list import HeadedList

_STEP = 36


class Painter(Protocol):
    """A delegate that measures rows for a width."""

    def set_width(self, width: int) -> None: ...


class MeasuredList(HeadedList):
    """Tells its painter the width whenever rows are laid out; the bar never changes that width."""

    painter: Painter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_STEP)

    def doItemsLayout(self) -> None:
        if self.model() is not None:
            self.painter.set_width(self.viewport().width())
            super().doItemsLayout()
