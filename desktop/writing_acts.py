"""The acts that write on the item in the panel: a note with all its fields, tags, colours."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from db.user.models import Colour
from desktop.common.actions import Act
from desktop.common.note_acts import COLOURS
from desktop.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.notes.page import NotesPage


class WritingActs(QObject):
    """Adds them to the window; what is short is written in the panel itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._add_notes()
        self._add_colours()
        add, panel = window.actions_.add, window.panel
        add(Act("act.tag", "برچسب…", "note", 302, ("Ctrl+T",), "tag"), self.edit_tags)
        panel.tools.add_tool("tag", "برچسب… (Ctrl+T)").clicked.connect(self.edit_tags)

    def _add_notes(self) -> None:
        add, keys = self._window.actions_.add, ("Ctrl+Shift+N",)
        title = "یادداشت با نوع و موعد…"
        add(Act("act.note_full", title, "note", 103, keys, "calendar-clock"), self.write_note)
        on_axis = Act("act.axis_note", "یادداشت بر همه‌ی محور…", "note", 104, (), "sticky-note")
        add(on_axis, self.write_axis_note)

    def _add_colours(self) -> None:
        add, highlight = self._window.actions_.add, self._window.panel.highlighter.highlight
        for number, colour in enumerate(Colour):
            title = f"رنگ کردن: {COLOURS[colour]}"
            act = Act(f"act.highlight_{colour}", title, "note", 202 + number, (), "highlighter")
            add(act, partial(highlight, colour.value))

    @property
    def _notes(self) -> "NotesPage":
        return cast("NotesPage", self._window.navigator.page_named("notes"))

    @Slot()
    def write_note(self) -> None:
        """A note with all its fields on the words selected in the panel, or on its item."""
        panel = self._window.panel
        if item := panel.wanted_item():
            self._notes.write(item.id, span=panel.reader.selected_span())

    @Slot()
    def write_axis_note(self) -> None:
        """A note on the axis shown, or on that of the item in the panel."""
        if slug := self._window.wanted_axis():
            self._notes.write(slug)

    @Slot()
    def edit_tags(self) -> None:
        """The tags of the item in the panel."""
        if item := self._window.panel.wanted_item():
            from desktop.bookmarks.item_tags import ItemTags

            ItemTags(self._window.context, self._window, item.id).open()
