"""The lines of the rail: home, the axes, then what is the reader's own."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from db.record import replace
from desktop.common.persian import digits, phrase
from desktop.common.place import Place, RailEntry
from desktop.common.row_model import RowModel

CAPTION = "caption"
LINE = "line"
_TITLED = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_SPOKEN = {CAPTION: "محورهای سند", LINE: "موضوع‌ها و نوشته‌های من"}


class RailModel(RowModel):
    """Entries, and between them strings that stand for the caption and the line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RailEntry | str] = []

    def append(self, *rows: RailEntry | str) -> None:
        """Add rows at the end."""
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def set_count(self, place: Place, count: int) -> None:
        """Show a new count at an entry."""
        row = self.row_of(place)
        entry = self._rows[row] if row >= 0 else None
        if isinstance(entry, RailEntry) and entry.count != count:
            self._rows[row] = replace(entry, count=count)
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, place: Place) -> int:
        """The row that leads to a place, or -1."""
        for index, row in enumerate(self._rows):
            if isinstance(row, RailEntry):
                target = row.place
                if (target.page, target.key) == (place.page, place.key):
                    return index
        return -1

    def is_choosable(self, row: RailEntry | str) -> bool:
        return isinstance(row, RailEntry)

    def spoken(self, row: RailEntry | str) -> str:
        if isinstance(row, str):
            return _SPOKEN[row]
        return phrase(row.title, digits(row.count) if row.count else "")

    def shown(self, row: RailEntry | str, role: int) -> Any:
        if isinstance(row, str) or role not in _TITLED:
            return None
        return row.title
