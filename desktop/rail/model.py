"""The lines of the rail: home, the axes, then what is the reader's own."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.record import replace
from desktop.common.persian import digits, phrase
from desktop.common.place import Place, RailEntry
from desktop.common.row_delegate import ROW

AnyIndex = QModelIndex | QPersistentModelIndex
CAPTION = "caption"
LINE = "line"
_SPOKEN = {CAPTION: "محورهای سند", LINE: "موضوع‌ها و نوشته‌های من"}


class RailModel(QAbstractListModel):
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

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, str):
            return _SPOKEN[row] if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return phrase(row.title, digits(row.count) if row.count else "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        return None
