"""Ctrl+D: sets or takes a bookmark, with the line for a few words at hand in every form."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from desktop.common.actions import Act
from desktop.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.notes.page import NotesPage


class Starring(QObject):
    """A panel that was opened for the line alone closes behind it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opened = False
        mark = Act("act.bookmark", "نشان کردن", "note", 101, ("Ctrl+D",), "bookmark")
        window.actions_.add(mark, self.toggle)
        window.panel.left.connect(self.leave)
        window.navigator.when_made("notes", self._serve_notes)

    def _serve_notes(self) -> None:
        notes = cast("NotesPage", self._window.navigator.page_named("notes"))
        notes.line_wanted.connect(self.write_line)

    @Slot(str)
    def write_line(self, item_id: str) -> None:
        """Put the keyboard into the line beside the bookmark of an item."""
        self._window.panel.show_item(item_id)
        self._open_for_line()
        self._window.panel.bookmark_note.begin()

    @Slot()
    def toggle(self) -> None:
        """The item in the panel gets its bookmark, or loses it."""
        window, panel = self._window, self._window.panel
        item = panel.wanted_item()
        if item is None:
            return
        marked = window.context.reader.marks(item.id).bookmarked
        if not marked:
            self._open_for_line()
        panel.toggle_bookmark()

    def _open_for_line(self) -> None:
        if self._window.panel_place.fits and not self._window.panel_place.is_open:
            self._opened = True
            self._window.panel_place.open()

    @Slot()
    def leave(self) -> None:
        """Back to the rows, which an open drawer would cover."""
        window, opened = self._window, self._opened
        self._opened = False
        if window.panel_place.is_open and (opened or window.panel_place.is_drawer):
            window.panel_place.toggle()
        else:
            window.focus_page()
