"""A list of what the reader keeps: one tab stop, opened, edited and deleted by keys."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QListView

from desktop.common.entry_delegate import EntryDelegate
from desktop.common.entry_rows import Entry, EntryModel, Row
from desktop.common.headed_list import AIR, HeadedList
from desktop.common.row_asked import row_asked
from desktop.common.row_delegate import ROW
from desktop.common.theme import Theme
from desktop.common.widgets.scroll_edge import ScrollEdge
from desktop.common.widgets.steady_bar import keep_steady

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryList(HeadedList):
    """Says what is wanted of its entries, by their keys."""

    opened = Signal(str)
    current_changed = Signal(str)
    edit_wanted = Signal(str)
    delete_wanted = Signal(tuple)
    menu_wanted = Signal(str, QPoint)

    air = AIR

    def __init__(self, theme: Theme, name: str, *, several: bool = False, margin: int = 20) -> None:
        super().__init__()
        keep_steady(self)
        ScrollEdge(self)
        self.rows = EntryModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(EntryDelegate(theme, self, margin))
        self.setAccessibleName(name)
        mode = QListView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if several else mode.SingleSelection)
        self.doubleClicked.connect(self._open)
        self.selectionModel().currentChanged.connect(self._tell_current)
        theme.resized.connect(self.relayout)

    def feed(self, rows: Iterable[Row]) -> None:
        """Show other rows; the current entry and the scroll stay where they can."""
        key, scroll = self.current_key(), self.verticalScrollBar().value()
        place = self.currentIndex().row()
        self.rows.feed(rows)
        if key and not self.choose(key):
            self._choose_near(place)
        self.verticalScrollBar().setValue(scroll)

    def _choose_near(self, place: int) -> None:
        """After a deletion, the entry that took the place."""
        for row in (*range(place, self.rows.rowCount()), *range(place, -1, -1)):
            if row < self.rows.rowCount() and self.entry_at(row):
                self.setCurrentIndex(self.rows.index(row))
                return

    def entry_at(self, row: int) -> Entry | None:
        found = self.rows.index(row).data(ROW)
        return found if isinstance(found, Entry) else None

    def current(self) -> Entry | None:
        return self.entry_at(self.currentIndex().row()) if self.currentIndex().isValid() else None

    def current_key(self) -> str:
        entry = self.current()
        return entry.key if entry else ""

    def chosen_keys(self) -> tuple[str, ...]:
        """Keys of all selected entries, in order; the current one when none is selected."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        entries = (self.entry_at(row) for row in rows)
        keys = tuple(entry.key for entry in entries if entry)
        return keys or tuple(filter(None, (self.current_key(),)))

    def choose(self, key: str) -> bool:
        """Make an entry the current one; False when it is not there."""
        row = self.rows.row_of(key)
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self.rows.index(row), flag)
        return row >= 0

    def choose_first(self) -> None:
        for row in range(self.rows.rowCount()):
            if self.entry_at(row):
                self.setCurrentIndex(self.rows.index(row))
                return

    def _open(self, index: QModelIndex) -> None:
        entry = index.data(ROW)
        if isinstance(entry, Entry):
            self.opened.emit(entry.key)

    def _tell_current(self, index: QModelIndex) -> None:
        entry = index.data(ROW) if index.isValid() else None
        self.current_changed.emit(entry.key if isinstance(entry, Entry) else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _OPENING and self.current_key():
            self.opened.emit(self.current_key())
        elif key == Qt.Key.Key_F2 and self.current_key():
            self.edit_wanted.emit(self.current_key())
        elif key == Qt.Key.Key_Delete and self.chosen_keys():
            self.delete_wanted.emit(self.chosen_keys())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, spot = row_asked(self, event)
        entry = index.data(ROW)
        if isinstance(entry, Entry):
            self.menu_wanted.emit(entry.key, spot)
