"""A list of rows as high as their texts are at the width of the view."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from desktop.common.headed_list import AIR, HeadedList
from desktop.common.row_delegate import ROW, RowDelegate
from desktop.common.widgets.scroll_edge import ScrollEdge
from desktop.common.widgets.steady_bar import keep_steady

_STEP = 36


class RowPainter(RowDelegate):
    """Measures a row once for each layout: Qt asks again for every row it finds or paints."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.width = 600
        self._heights: dict[int, int] = {}

    def begin_layout(self, width: int) -> None:
        """Forget what was measured; rows are now as wide as the view is inside."""
        self.width = width
        self._heights.clear()

    def row_height(self, row: Any) -> float:
        """Pixels a row of the model needs at this width."""
        raise NotImplementedError

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        at = index.row()
        if at not in self._heights:
            self._heights[at] = round(self.row_height(index.data(ROW)))
        return QSize(self.width, self._heights[at])


class MeasuredList(HeadedList):
    """Tells its painter the width whenever rows are laid out; the bar never changes that width."""

    air = AIR
    painter: RowPainter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_steady(self)
        ScrollEdge(self)
        self.verticalScrollBar().setSingleStep(_STEP)

    def doItemsLayout(self) -> None:
        if self.model() is not None:
            self.painter.begin_layout(self.viewport().width())
            super().doItemsLayout()
