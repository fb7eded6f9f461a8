"""The buttons below the panel's text."""

from PySide6.QtWidgets import QAbstractButton, QHBoxLayout

from desktop.common.theme import Theme
from desktop.common.widgets.buttons import IconButton


class PanelTools(QHBoxLayout):
    """The first one is as wide as the others leave room for; features add theirs at the end."""

    def __init__(self, theme: Theme, widest: QAbstractButton, *others: QAbstractButton) -> None:
        super().__init__()
        self._theme = theme
        self.bookmark = IconButton(theme, "bookmark", "نشان کردن (Ctrl+D)")
        self.bookmark.setCheckable(True)
        self.buttons: list[QAbstractButton] = [widest, *others, self.bookmark]
        self.setContentsMargins(12, 4, 16, 4)
        self.setSpacing(6)
        for button in self.buttons:
            self.addWidget(button, 1 if button is widest else 0)

    def add_tool(self, icon_name: str, title: str) -> IconButton:
        """A further button beside those of the panel."""
        button = IconButton(self._theme, icon_name, title)
        self.addWidget(button)
        self.buttons.append(button)
        return button

    def tell_bookmarked(self, *, on: bool) -> None:
        """The button offers the other of the two."""
        self.bookmark.setChecked(on)
        self.bookmark.set_title("برداشتن نشان (Ctrl+D)" if on else "نشان کردن (Ctrl+D)")
