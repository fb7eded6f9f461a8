"""The head of a page: its name, what it holds, and its tools at the far end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton, PrimaryButton
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.labels import LineLabel
from desktop.common.widgets.over_list import OverList


class PageHead(OverList):
    """Tools stand at the left end in the order they are added, `beside` next to the name."""

    def __init__(self, theme: Theme, title: str, *beside: QWidget) -> None:
        super().__init__(theme, top=12, bottom=4)
        self.caption = LineLabel("", "caption")
        self.caption.setContentsMargins(0, 0, 0, 5)  # its foot on that of the larger title
        self._row = Flow(8, self)
        self.title = LineLabel(title, "title")
        for widget in (self.title, *beside, self.caption):
            self._row.addWidget(widget)
        self._row.setAlignment(self.caption, Qt.AlignmentFlag.AlignBottom)
        self._row.break_to_left()
        self.keep(self._row)

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
