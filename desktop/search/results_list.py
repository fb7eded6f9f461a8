"""The list of results: one tab stop, opened by Enter."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from desktop.common.context import Context
from desktop.common.note_acts import first_item
from desktop.common.row_asked import row_asked
from desktop.common.row_delegate import ROW
from desktop.common.row_model import AnyIndex
from desktop.common.selecting_list import SelectingList
from desktop.search.delegate import ResultsDelegate
from desktop.search.model import CHUNK, ResultsModel
from desktop.search.rows import CHOOSABLE, HitRow, MoreRow, NoteRow, Row


class ResultsList(SelectingList):
    """Says what the reader looks at and opens."""

    item_current = Signal(str)
    item_entered = Signal(str)
    note_entered = Signal(object)
    more_wanted = Signal()
    item_menu_wanted = Signal(str, QPoint)
    note_menu_wanted = Signal(object, QPoint)
    note_edit_wanted = Signal(str)
    note_delete_wanted = Signal(tuple)

    painter: ResultsDelegate

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.rows = ResultsModel(context)
        self.painter = ResultsDelegate(context, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setAccessibleName("نتیجه‌های جست‌وجو")
        self.doubleClicked.connect(self.enter)
        self.clicked.connect(self._clicked)

    def choose_row(self, row: int) -> None:
        """Make a row current; the first hit shows the lines above it too."""
        self.rows.reach(row)
        self.make_current(self.rows.index(row))
        found = self.rows.found_rows()
        if found and row <= found[0]:
            self.scrollToTop()

    def prepare(self, rows: list[Row]) -> None:
        """Measure the first of these rows ahead, and paint those that will be in sight."""
        self.painter.keep(rows)
        for row in rows[:CHUNK]:
            self.painter.row_height(row)
        self.painter.foresee(rows[:CHUNK], self.viewport().height(), self.devicePixelRatioF())

    def show_rows(self, rows: list[Row], state: dict[str, Any]) -> None:
        """Show other rows where a former list stood, by `state`; else from the top."""
        self.painter.keep(rows)
        self.rows.show_rows(rows)
        self.relayout()
        found, wanted = self.rows.found_rows(), self.rows.row_of(state.get("item", ""))
        if state.get("onward"):
            below = (*found, self.rows.row_of(MoreRow().key))
            wanted = min((row for row in below if row > wanted), default=wanted)
        if found:
            self.choose_row(wanted if wanted >= 0 else found[0])
        self.rows.reach(state.get("reached", 0) - 1)
        self.select_too(map(self.rows.row_of, state.get("selected", ())))
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(state.get("scroll", 0))
        if state.get("seek"):
            self.scrollTo(self.currentIndex())

    def place(self) -> dict[str, Any]:
        """What `show_rows` needs to come back here."""
        return {
            "item": self.current_key(),
            "scroll": self.verticalScrollBar().value(),
            "reached": self.rows.rowCount(),
            "selected": self.several_rows(),
        }

    def current_key(self) -> str:
        """What names the current row, or ""."""
        row = self._current()
        return row.key if isinstance(row, CHOOSABLE) else ""

    def key_above_more(self) -> str:
        """The find above the line that stands for more of them, if that is the current one."""
        row, keys = self.currentIndex().row(), self.rows.found_keys()
        above = sum(at < row for at in self.rows.found_rows())
        return keys[above - 1] if isinstance(self._current(), MoreRow) else ""

    def current_id(self) -> str:
        """The item the current row is about, or ""."""
        row = self._current()
        if isinstance(row, HitRow):
            return row.item.id
        if isinstance(row, NoteRow) and row.note.item_id:
            return first_item(self._context, row.note.item_id)
        return ""

    def _current(self) -> object:
        return self.currentIndex().data(ROW) if self.currentIndex().isValid() else None

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        if current.isValid() and self.current_id():
            self.item_current.emit(self.current_id())
        super().currentChanged(current, previous)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter(self.currentIndex())
        elif event.key() == Qt.Key.Key_F2 and self._notes(self._current()):
            self.note_edit_wanted.emit(self.current_key())
        elif event.key() == Qt.Key.Key_Delete and self._notes(*self.selected_rows()):
            self.note_delete_wanted.emit(self._notes(*self.selected_rows()))
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _notes(*rows: object) -> tuple[str, ...]:
        """The uuids of the notes among some rows."""
        return tuple(row.key for row in rows if isinstance(row, NoteRow) and row.is_note)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, spot = row_asked(self, event)
        row = index.data(ROW)
        if isinstance(row, HitRow):
            self.item_menu_wanted.emit(row.item.id, spot)
        elif isinstance(row, NoteRow):
            self.note_menu_wanted.emit(row.note, spot)

    def _clicked(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW), MoreRow):
            self.more_wanted.emit()

    def enter(self, index: QModelIndex) -> None:
        """Open what a row found."""
        row = index.data(ROW) if index.isValid() else None
        if isinstance(row, HitRow):
            self.item_entered.emit(row.item.id)
        elif isinstance(row, NoteRow):
            self.note_entered.emit(row.note)
        elif isinstance(row, MoreRow):
            self.more_wanted.emit()
