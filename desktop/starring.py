"""Ctrl+D: sets or takes a bookmark, with the line for a few words at hand in every form."""

from PySide6.QtCore import QObject, Slot

from desktop.common.actions import Act
from desktop.main_window import MainWindow


class Starring(QObject):
    """A panel that was opened for the line alone closes behind it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opened = False
        mark = Act("act.bookmark", "نشان کردن", "note", 101, ("Ctrl+D",), "bookmark")
        window.actions_.add(mark, self.toggle)
        window.panel.left.connect(self.leave)

    @Slot()
    def toggle(self) -> None:
        """The item in the panel gets its bookmark, or loses it."""
        window, panel = self._window, self._window.panel
        item = panel.wanted_item()
        if item is None:
            return
        marked = window.context.reader.marks(item.id).bookmarked
        if not marked and window.panel_fits and not window.panel_open:
            self._opened = True
            window.open_panel()
        panel.toggle_bookmark()

    @Slot()
    def leave(self) -> None:
        """Back to the rows, which an open drawer would cover."""
        window, opened = self._window, self._opened
        self._opened = False
        if window.panel_open and (opened or window.drawer_form):
            window.toggle_panel()
        else:
            window.focus_page()
