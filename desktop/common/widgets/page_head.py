"""The head of a page: its name, what it holds, and its tools at the far end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton, PrimaryButton
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.labels import LineLabel


class PageHead(QWidget):
    """Tools stand at the left end in the order they are added."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self.caption = LineLabel("", "caption")
        self._row = Flow(8, self)
        self._row.setContentsMargins(20, 12, 20, 4)
        self._row.addWidget(LineLabel(title, "title"))
        self._row.addWidget(self.caption)
        self._row.setAlignment(self.caption, Qt.AlignmentFlag.AlignBottom)
        self._row.break_to_left()

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
