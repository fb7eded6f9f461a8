"""The head of a page: its name, what it holds, and its tools at the far end."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton, PrimaryButton
from desktop.common.widgets.column import COLUMN
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.labels import LineLabel


class PageHead(QWidget):
    """Tools stand at the left end in the order they are added."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self.caption = LineLabel("", "caption")
        self._list: QAbstractScrollArea | None = None
        self.caption.setContentsMargins(0, 0, 0, 5)  # its foot on that of the larger title
        self._row = Flow(8, self)
        self.title = LineLabel(title, "title")
        self._row.addWidget(self.title)
        self._row.addWidget(self.caption)
        self._row.setAlignment(self.caption, Qt.AlignmentFlag.AlignBottom)
        self._row.break_to_left()

        theme.changed.connect(self._keep)
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
        self._row.setContentsMargins(max(20, side) + bar, 12, max(20, side), 4)

    def add(self, widget: QWidget) -> None:
        self._row.addWidget(widget)

    def add_tool(self, name: str, title: str) -> IconButton:
        button = IconButton(self._theme, name, title)
        self._row.addWidget(button)
        return button

    def add_primary(self, name: str, text: str) -> PrimaryButton:
        button = PrimaryButton(self._theme, name, text)
        self._row.addWidget(button)
        return button
