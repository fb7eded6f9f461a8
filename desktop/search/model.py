"""Results as rows: a line for each axis with its count, then its hits."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from db.reference.models import Item
from db.search.models import Hit, SearchResults
from desktop.common.context import Context

ROW = Qt.ItemDataRole.UserRole
AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Group:
    """The line above the hits of one axis."""

    axis: str
    title: str
    count: int


@dataclass(frozen=True)
class HitRow:
    """A hit and the item it found."""

    hit: Hit
    item: Item


class ResultsModel(QAbstractListModel):
    """Hits grouped by axis; the axis of the best hit comes first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: list[Group | HitRow] = []

    def show_results(self, results: SearchResults | None, axis: str = "") -> None:
        """Replace the rows; with `axis`, only that axis."""
        self.beginResetModel()
        self._rows = []
        groups: dict[str, list[HitRow]] = {}
        for hit in results.hits if results else ():
            item = self._context.reference.item(hit.item_id)
            if axis in ("", item.axis):
                groups.setdefault(item.axis, []).append(HitRow(hit, item))
        for slug, hits in groups.items():
            title = f"محور {self._context.axis_title(slug)}"
            self._rows += [Group(slug, title, len(hits)), *hits]
        self.endResetModel()

    def hit_rows(self) -> list[int]:
        """The rows that hold hits, in the order shown."""
        return [index for index, row in enumerate(self._rows) if isinstance(row, HitRow)]

    def row_of(self, item_id: str) -> int:
        """The row of an item's hit, or -1."""
        for index, row in enumerate(self._rows):
            if isinstance(row, HitRow) and row.item.id == item_id:
                return index
        return -1

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if isinstance(self._rows[index.row()], Group):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if isinstance(row, Group):
                return row.title
            return f"{self._context.row_title(row.item)}: {row.item.edited}"
        return None
