"""The rows of an axis page: head, vision, section line, directions, sub-directions."""

from collections.abc import Callable
from enum import Enum
from functools import cache
from itertools import starmap
from typing import Any

from PySide6.QtCore import QObject, Qt

from db.record import record
from db.reference.models import Axis, Item, ItemKind
from desktop.common.context import Context
from desktop.common.known_marks import Marks
from desktop.common.persian import counted, digits, spoken
from desktop.common.place import Hits
from desktop.common.reader import NUMBERED
from desktop.common.row_model import RowModel
from desktop.common.source_marks import MarkKind, SourceMark, source_marks

SECTION_TITLE = "جهت‌گیری‌های راهبردی"


class RowKind(Enum):
    """What a row of the page is."""

    HEAD = "head"
    VISION = "vision"
    SECTION = "section"
    DIRECTION = "direction"
    CHILD = "child"


@record
class Row:
    """A line of the page; `label` is what stands in the number column."""

    kind: RowKind
    axis: Axis
    item: Item | None = None
    label: str = ""

    @property
    def key(self) -> str:
        return self.item.id if self.item else ""


ALL = "all"
# Progress counts directions, not the vision and what stands below directions.
FILTERS: dict[str, tuple[str, Callable[[Item, Marks], bool]]] = {
    ALL: ("همه", lambda item, marks: True),
    "marked": ("نشان‌شده", lambda item, marks: marks.bookmarked),
    "noted": ("یادداشت‌دار", lambda item, marks: marks.notes > 0),
    "unread": ("خوانده‌نشده", lambda item, marks: item.kind in NUMBERED and not marks.read),
}


class AxisModel(RowModel):
    """Rows of one axis under a filter; asks the reader's marks when painted."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._rows: list[Row] = []
        self.axis: Axis | None = None
        self.filter_name = "all"
        self.verbatim = False
        self.expanded: set[str] = set()
        self.hits: Hits = {}
        self.current_hit = ""
        # Asked for at every measuring and painting; the edition does not change.
        self._source_marks = cache(self._find_source_marks)

    def show_axis(self, slug: str, filter_name: str = "all") -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.axis = self._context.reference.axis(slug)
        self.filter_name = filter_name
        self._rows = self.rows_of(self.axis)
        self.endResetModel()

    def rows_of(self, axis: Axis) -> list[Row]:
        """What passes the filter in an axis."""
        passes = FILTERS[self.filter_name][1]
        marks = self._context.reader.marks
        rows = [Row(RowKind.HEAD, axis)]
        vision: list[Row] = []
        body: list[Row] = []
        for item in self._context.reference.items_of_axis(axis.slug):
            if passes(item, marks(item.id)):
                (vision if item.kind is ItemKind.VISION else body).append(self._row(axis, item))
        section = Row(RowKind.SECTION, axis, label=self._content(body))
        return rows + vision + ([section, *body] if body else [])

    def _content(self, body: list[Row]) -> str:
        """«۱۱ جهت‌گیری و ۸ بند»: with the vision what the chips count."""
        directions = sum(row.kind is RowKind.DIRECTION for row in body)
        return counted((directions, "جهت‌گیری"), (len(body) - directions, "بند"))

    def _row(self, axis: Axis, item: Item) -> Row:
        if item.kind is ItemKind.VISION:
            return Row(RowKind.VISION, axis, item, "چشم‌انداز")
        if item.kind is ItemKind.CHILD:
            return Row(RowKind.CHILD, axis, item, self._context.letter(item))
        label = "" if item.kind is ItemKind.FUNDAMENTAL else digits(item.number)
        return Row(RowKind.DIRECTION, axis, item, label)

    def counts(self) -> dict[str, int]:
        """How many items each filter would show."""
        if self.axis is None:
            return {}
        items = self._context.reference.items_of_axis(self.axis.slug)
        marked = [(item, self._context.reader.marks(item.id)) for item in items]
        return {name: sum(starmap(passes, marked)) for name, (_, passes) in FILTERS.items()}

    def row_of(self, item_id: str) -> int:
        """The row that shows an item, or -1."""
        for index, row in enumerate(self._rows):
            if row.item is not None and row.item.id == item_id:
                return index
        return -1

    def first_item_row(self) -> int:
        """The first row that can be chosen, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.item is not None), -1)

    def text(self, item: Item) -> str:
        """Edited or verbatim, as the page shows just now."""
        return item.verbatim if self.verbatim else item.edited

    def source_marks(self, item: Item) -> list[SourceMark]:
        """Corrections and doubtful places in the text that the page shows just now."""
        return self._source_marks(item.id, self.verbatim)

    def _find_source_marks(self, item_id: str, verbatim: bool) -> list[SourceMark]:
        reference = self._context.reference
        return source_marks(reference, reference.item(item_id), verbatim=verbatim)

    def repaint(self) -> None:
        """Sizes or marks changed."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def is_choosable(self, row: Row) -> bool:
        return row.item is not None

    def shown(self, row: Row, role: int) -> Any:
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.explained(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row.item) if row.item else row.axis.title
        return None

    def explained(self, row: Row) -> str:
        """Every correction and doubtful place of a row with its reason, as it is said."""
        marks = self.source_marks(row.item) if row.item else []
        return spoken(*(mark.said for mark in marks))

    def spoken(self, row: Row) -> str:
        if row.kind is RowKind.HEAD:
            return spoken(f"{self.place_of_axis(row.axis)}: {row.axis.title}")
        if row.item is None:
            return spoken(f"{SECTION_TITLE}: {row.label}")
        kinds = [mark.kind for mark in self.source_marks(row.item)]
        doubts = kinds.count(MarkKind.DOUBTFUL)
        return spoken(
            f"{self._place_of(row.item)}: {self.text(row.item)}",
            *self._states(row.item),
            counted((len(kinds) - doubts, "اصلاح"), (doubts, "جای تردید")),
        )

    def place_of_axis(self, axis: Axis) -> str:
        """«محور ۲ از ۸»."""
        return f"محور {digits(axis.number)} از {digits(len(self._context.reference.axes()))}"

    def _place_of(self, item: Item) -> str:
        """«جهت‌گیری ۲ از ۱۶»."""
        title = self._context.row_title(item)
        if item.kind is not ItemKind.DIRECTION:
            return title
        kinds = [one.kind for one in self._context.reference.items_of_axis(item.axis)]
        return f"{title} از {digits(kinds.count(ItemKind.DIRECTION))}"

    def _states(self, item: Item) -> list[str]:
        """What the signs and chips of a row say."""
        marks, tags = self._context.reader.marks(item.id), self._context.reader.tags(item.id)
        said = (
            ("نشان‌شده", marks.bookmarked),
            (f"{digits(marks.notes)} یادداشت", marks.notes),
            (f"برچسب‌ها: {'، '.join(tags)}", tags),
            (self.repeats(item), item.duplicate_of),
            ("خوانده‌نشده", not marks.read),
        )
        return [words for words, holds in said if holds]

    def repeats(self, item: Item) -> str:
        """«تکرار جهت‌گیری ۶», "" for an item that repeats none."""
        if not item.duplicate_of:
            return ""
        return f"تکرار {self._context.row_title(self._context.reference.item(item.duplicate_of))}"
