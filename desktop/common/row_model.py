"""The rows of a list, headings among them, handed out whole to who draws them."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.common.row_delegate import ROW

AnyIndex = QModelIndex | QPersistentModelIndex


class RowModel(QAbstractListModel):
    """Knows which of its rows can be chosen, and what a screen reader says of each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Any] = []

    def is_choosable(self, row: Any) -> bool:
        """Whether the keyboard may come to a row."""
        raise NotImplementedError

    def spoken(self, row: Any) -> str:
        """What a screen reader says of a row."""
        raise NotImplementedError

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not self.is_choosable(self._rows[index.row()]):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row)
        return self.shown(row, role)

    def shown(self, row: Any, role: int) -> Any:
        """What a row is in any other role."""
        return None
