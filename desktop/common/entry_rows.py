"""The rows of a list of things the reader keeps, and a model that reads them as needed."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from db.record import record
from desktop.common.persian import phrase, spoken
from desktop.common.row_model import AnyIndex, RowModel

CHUNK = 30  # rows; the highest screens show twenty


@record
class Pill:
    """A small label below a row; `tone` names colours of the theme."""

    text: str
    tone: str = "plain"
    icon: str = ""


@record
class Heading:
    """A line above a group; `count` names what it counts: «۹ بند»."""

    title: str
    count: str = ""

    def spoken(self) -> str:
        """What a screen reader says of the line."""
        return phrase(self.title, self.count)


@record
class Entry:
    """Something kept: `above` and `below` are muted lines, `side` stands at the far end.

    `tone` is the token of the icon's colour, `axis` an axis whose colour it takes instead.
    """

    key: str
    title: str
    above: str = ""
    below: str = ""
    side: str = ""
    icon: str = ""
    tone: str = "muted"
    axis: str = ""
    quote: str = ""
    colour: str = ""
    pills: tuple[Pill, ...] = ()
    item_id: str = ""

    def spoken(self) -> str:
        """What a screen reader says of the row."""
        quote = f"«{self.quote}»" if self.quote else ""
        parts = (self.above, quote, self.title, self.below, *(p.text for p in self.pills))
        return spoken(*parts, self.side)


Row = Entry | Heading


class EntryModel(RowModel):
    """Takes rows from an iterator a chunk at a time, so that a long list opens at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._source: Iterator[Row] = iter(())
        self._more = False

    def feed(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._source = iter(rows)
        self._rows = list(islice(self._source, CHUNK))
        self._more = len(self._rows) == CHUNK
        self.endResetModel()

    def canFetchMore(self, parent: AnyIndex) -> bool:
        return self._more and not parent.isValid()

    def fetchMore(self, parent: AnyIndex) -> None:
        fresh = list(islice(self._source, CHUNK))
        self._more = len(fresh) == CHUNK
        if fresh:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._rows += fresh
            self.endInsertRows()

    def row_of(self, key: str) -> int:
        """The row of an entry among those read so far, or -1."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Entry) and row.key == key:
                return number
        return -1

    def entries(self) -> list[Entry]:
        """The entries read so far, without headings."""
        return [row for row in self._rows if isinstance(row, Entry)]

    def headings(self) -> list[Heading]:
        return [row for row in self._rows if isinstance(row, Heading)]

    def is_choosable(self, row: Row) -> bool:
        return isinstance(row, Entry)

    def spoken(self, row: Row) -> str:
        return row.spoken()

    def shown(self, row: Row, role: int) -> Any:
        return row.title if role == Qt.ItemDataRole.DisplayRole else None
