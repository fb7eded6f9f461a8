"""Adds the pages of the reader's own data to the window, with their acts and lines in the rail."""

from functools import partial

from PySide6.QtCore import QObject, Slot

from db.user.models import Change
from desktop.common.actions import Act
from desktop.common.place import Place, RailEntry
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage
from desktop.trash.page import TrashPage

_QUIET = frozenset({"read_mark"})
_TAKEN_BACK = "برگردانده شد"


class ReaderPages(QObject):
    """Connects the pages to the window; their insides are their own."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.notes = NotesPage(window.context)
        self.trash = TrashPage(window.context)
        self._add_pages()
        self._add_acts()
        window.context.reader.acted.connect(self.tell)
        window.context.reader.changed.connect(lambda _: self.count())
        self.count()

    def _add_pages(self) -> None:
        add = self._window.add_page
        add("notes", self.notes, RailEntry(Place("notes"), "یادداشت‌های من", "notebook-pen"))
        add("trash", self.trash)
        self.notes.rearranged.connect(self._window.arrange)

    def _add_acts(self) -> None:
        add, go = self._window.actions_.add, self._window.navigator.go
        pages = (
            ("notes", "", "یادداشت‌های من", "notebook-pen"),
            ("notes", "map", "نقشه‌ی پوشش یادداشت‌ها", "map"),
            ("trash", "", "حذف‌شده‌ها", "trash-2"),
        )
        for place, (page, key, title, icon) in enumerate(pages):
            name = f"go.{page}_{key}" if key else f"go.{page}"
            add(Act(name, title, "go", 500 + place, (), icon), partial(go, Place(page, key)))

    @Slot(object)
    def tell(self, change: Change) -> None:
        """Say each act where it can be taken back; reading marks come by themselves."""
        if change.tables <= _QUIET:
            return
        undo = None if change.label.startswith(_TAKEN_BACK) else self._window.undo
        self._window.toast.say(change.label, undo)

    @Slot()
    def count(self) -> None:
        """Numbers in the rail."""
        store, rows = self._window.context.reader.store, self._window.rail.rows
        rows.set_count(Place("notes"), store.count_notes())
