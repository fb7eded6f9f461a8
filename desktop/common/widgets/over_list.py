"""What stands over a list keeps to the list's column, beside the room of its bar."""

from PySide6.QtCore import QMargins, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from desktop.common.theme import Theme
from desktop.common.widgets.column import COLUMN, LEAST_SIDE
from desktop.common.widgets.steady_bar import SCROLL_BAR


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
        bar = self._bar
        free = self.width() - bar - self._theme.px(COLUMN) if self._column else 0
        side = max(LEAST_SIDE, free // 2)
        self._laid.setContentsMargins(self._margins(side))

    def _margins(self, side: int) -> QMargins:
        # The bar is at the left; a layout's own margins are not turned round.
        return QMargins(side + self._bar, self._top, side, self._bottom)
