"""What stands over a list keeps to the list's column, whatever room its bar takes."""

from PySide6.QtCore import QEvent, QMargins, QObject, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QWidget

from desktop.common.theme import Theme
from desktop.common.widgets.column import COLUMN, LEAST_SIDE


class OverList(QWidget):
    """Lays `row` out with these margins above and below, and those of a list at its sides."""

    def __init__(self, theme: Theme, *, top: int, bottom: int) -> None:
        super().__init__()
        self._theme, self._top, self._bottom = theme, top, bottom
        self._list: QAbstractScrollArea | None = None

    def keep(self, row: QLayout) -> None:
        """Begin, once the layout is there."""
        self._laid = row
        self._theme.changed.connect(self._keep)
        self._keep()

    def follow(self, view: QAbstractScrollArea | None) -> None:
        """Keep to the column of the list below, or to the whole width again."""
        self._list = view
        if view is not None:
            view.viewport().installEventFilter(self)
        self._keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._keep()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep()

    @Slot()
    def _keep(self) -> None:
        side = bar = 0
        if self._list is not None:
            shown = self._list.isVisible()
            inside = self._list.viewport().width() if shown else self.width()
            side = (inside - self._theme.px(COLUMN)) // 2
            bar = self.width() - inside
        side = max(LEAST_SIDE, side)
        # The bar is at the left; a layout's own margins are not turned round.
        self._laid.setContentsMargins(QMargins(side + bar, self._top, side, self._bottom))
