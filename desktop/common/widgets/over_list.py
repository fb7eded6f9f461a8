"""What stands over a list, or is none, keeps to the column of the lists of pages."""

from PySide6.QtCore import QMargins, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QHBoxLayout, QLayout, QWidget

from desktop.common.theme import Theme
from desktop.common.widgets.column import COLUMN, LEAST_SIDE
from desktop.common.widgets.steady_bar import SCROLL_BAR


def beside_column(theme: Theme, width: int) -> int:
    """What a page leaves free at either side of the column of a list and its bar."""
    return max(LEAST_SIDE, (width - SCROLL_BAR - theme.px(COLUMN)) // 2)


class InColumn(QWidget):
    """Keeps a view that has margins of its own to the column, its bar included."""

    def __init__(self, theme: Theme, view: QAbstractScrollArea) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        row = self._row = QHBoxLayout(self)
        row.addWidget(view)
        theme.resized.connect(self._keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel turned beside the column scrolls it too."""
        QApplication.sendEvent(self._view.verticalScrollBar(), event)

    @Slot()
    def _keep(self) -> None:
        side = beside_column(self._theme, self.width()) - LEAST_SIDE
        self._row.setContentsMargins(side, 0, side, 0)


class OverList(QWidget):
    """Lays `row` out with these margins above and below, and those of a list at its sides."""

    def __init__(self, theme: Theme, *, top: int, bottom: int) -> None:
        super().__init__()
        self._theme, self._top, self._bottom = theme, top, bottom
        self._bar, self._column = 0, False

    def keep(self, row: QLayout) -> None:
        """Begin, once the layout is there."""
        self._laid = row
        self._theme.resized.connect(self._keep)
        self._keep()

    def stand_over(self, *, column: bool = True) -> None:
        """Leave the room of a bar below free, and keep to the column of the lists of pages."""
        self._bar, self._column = SCROLL_BAR, column
        self._keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep()

    @Slot()
    def _keep(self) -> None:
        side = beside_column(self._theme, self.width()) if self._column else LEAST_SIDE
        self._laid.setContentsMargins(self._margins(side))

    def _margins(self, side: int) -> QMargins:
        # The bar is at the left; a layout's own margins are not turned round.
        return QMargins(side + self._bar, self._top, side, self._bottom)
