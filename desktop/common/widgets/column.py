"""The centred column that text pages keep to, as wide as the column of the lists."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.common.theme import Theme
from desktop.common.widgets.steady_bar import SCROLL_BAR

COLUMN, LEAST_SIDE = 820, 20


def entitle(rows: QVBoxLayout, title: QWidget, note: QWidget) -> None:
    """The name of a page, and what is said of it, nearer to that than to what follows."""
    rows.addWidget(title)
    rows.addSpacing(2 - rows.spacing())
    rows.addWidget(note)
    rows.addSpacing(4)


class Column(QWidget):
    """Stacks widgets in `rows`, beside a scroll bar or, `over_list`, above that of a list."""

    def __init__(
        self, theme: Theme, *, over_list: bool = False, width: int = COLUMN, top: int = 12
    ) -> None:
        super().__init__()
        self._theme, self._width, self._top = theme, width, top
        self._bar = SCROLL_BAR if over_list else 0
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(8)
        theme.resized.connect(self._keep)
        self._keep()

    def _keep(self) -> None:
        free = self.width() - self._bar - self._theme.px(self._width)
        side = max(LEAST_SIDE, free // 2)
        self.rows.setContentsMargins(side + self._bar, self._top, side, 6 if self._bar else 24)

    def minimumSizeHint(self) -> QSize:
        """Without what only centres it: the column must be free to grow narrower."""
        hint, around = super().minimumSizeHint(), self.rows.contentsMargins()
        least = 2 * LEAST_SIDE + self._bar
        return QSize(hint.width() - around.left() - around.right() + least, hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep()
