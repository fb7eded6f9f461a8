"""The rows of the results, handed to the list as far as it has been scrolled."""

from PySide6.QtCore import QModelIndex

from desktop.common.context import Context
from desktop.common.persian import digits, phrase, said, spoken
from desktop.common.row_model import AnyIndex, RowModel
from desktop.search.rows import CHOOSABLE, Group, HitRow, MoreRow, NoteRow, Row

CHUNK = 12


class ResultsModel(RowModel):
    """Only what was reached is measured: a hundred cards would hold up every letter typed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: list[Row] = []
        self._reached = 0

    def show_rows(self, rows: list[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = rows
        self._reached = min(CHUNK, len(rows))
        self.endResetModel()

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return not parent.isValid() and self._reached < len(self._rows)

    def fetchMore(self, parent: AnyIndex) -> None:
        self.reach(self._reached + CHUNK - 1)

    def reach(self, row: int) -> None:
        """Hand out everything up to a row."""
        wanted = min(row + 1, len(self._rows))
        if wanted > self._reached:
            self.beginInsertRows(QModelIndex(), self._reached, wanted - 1)
            self._reached = wanted
            self.endInsertRows()

    def hit_rows(self) -> list[int]:
        """The rows that hold hits of the document, in the order shown."""
        return [index for index, row in enumerate(self._rows) if isinstance(row, HitRow)]

    def found_rows(self) -> list[int]:
        """The rows that hold anything found, in the order shown."""
        found = (HitRow, NoteRow)
        return [index for index, row in enumerate(self._rows) if isinstance(row, found)]

    def found_keys(self) -> tuple[str, ...]:
        """What names those rows."""
        found = (HitRow, NoteRow)
        return tuple(row.key for row in self._rows if isinstance(row, found))

    def row_of(self, key: str) -> int:
        """The row of an item, or of a text of the reader's; -1 when it is not there."""
        for index, row in enumerate(self._rows):
            if isinstance(row, CHOOSABLE) and row.key == key:
                return index
        return -1

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return self._reached

    def is_choosable(self, row: Row) -> bool:
        return isinstance(row, CHOOSABLE)

    def spoken(self, row: Row) -> str:
        if isinstance(row, HitRow):
            words = f"{self._context.row_title(row.item)}: {row.item.edited}"
            return spoken(words, row.hit.why or "")
        if isinstance(row, NoteRow):
            return spoken(f"{row.kind}: {row.excerpt}", row.where)
        if isinstance(row, MoreRow):
            return row.title
        count = digits(row.count) if isinstance(row, Group) else said(row.count)
        return phrase(row.title, f"{count} نتیجه")
