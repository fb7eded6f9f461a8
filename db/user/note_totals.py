"""How many marks there are, without counting all of them again after every act, start or look."""

from collections import Counter
from collections.abc import Callable

from db.user.desk import DataVersion
from db.user.models import Change, Row, RowChange
from db.user.note_filter import NoteFilter
from db.user.note_indexes import NoteGroup
from db.user.notes_page import Totals
from db.user.store import UserStore

type Counting = Callable[[str, Row | None], int]

_NAME = "totals"


class NoteTotals:
    """Counts once, then adds what each act changed; counts anew after an act it was not told of."""

    def __init__(self, store: UserStore) -> None:
        self._store = store
        self._known = self._kept()
        self._counted_at: DataVersion | None = None
        self._counts: dict[NoteFilter, int] = {}
        self._groups: dict[tuple[NoteGroup, NoteFilter], dict[str, int]] = {}

    def _kept(self) -> tuple[DataVersion, Totals] | None:
        """What `keep` left, by the version of the file that it was counted in."""
        try:
            lineage, *numbers = self._store.recall(_NAME).split()
            revision, *counted = map(int, numbers)
            totals = Totals(*counted)
        except (TypeError, ValueError):
            return None
        return DataVersion(lineage, revision), totals

    def keep(self) -> None:
        """Store the count for the next start."""
        if self._known is not None and self._known != self._kept():
            version, totals = self._known
            self._store.remember(_NAME, " ".join(map(str, (*version, *totals))))

    def read(self) -> Totals:
        """The totals of the file as it is now."""
        version = self._store.data_version
        if self._known is None or self._known[0] != version:
            self._known = version, self._store.totals()
        return self._known[1]

    def count(self, chosen: NoteFilter) -> int:
        """As `NotesPage.count_marks`, counted once until the next act."""
        if chosen == NoteFilter():
            totals = self.read()
            return totals.marked + totals.bookmarks
        self._forget_former()
        if chosen not in self._counts:
            self._counts[chosen] = self._store.count_marks(chosen)
        return self._counts[chosen]

    def grouped(self, by: NoteGroup, chosen: NoteFilter) -> dict[str, int]:
        """As `NotesPage.mark_counts`, counted once until the next act."""
        self._forget_former()
        if (by, chosen) not in self._groups:
            self._groups[by, chosen] = self._store.mark_counts(by, chosen)
        return self._groups[by, chosen]

    def _forget_former(self) -> None:
        version = self._store.data_version
        if version != self._counted_at:
            self._counts.clear()
            self._groups.clear()
            self._counted_at = version

    def follow(self, change: Change) -> None:
        """Take in the act that was just done."""
        if not change.rows:
            return
        now = self._store.data_version
        rows = [row for row in change.rows if row.table in _MARKS]
        if self._known is not None:
            version, totals = self._known
            self._known = (now, _after(totals, rows)) if now == _next(version) else None
        if self._counted_at is not None and now == _next(self._counted_at):
            self._counts.clear()
            self._groups = {
                (by, chosen): _regrouped(numbers, by, rows, _FOLLOWED[chosen])
                for (by, chosen), numbers in self._groups.items()
                if chosen in _FOLLOWED
            }
            self._counted_at = now


def _next(version: DataVersion) -> DataVersion:
    return DataVersion(version.lineage, version.revision + 1)


def _after(totals: Totals, rows: list[RowChange]) -> Totals:
    of_notes = [row for row in rows if row.table == "annotation"]
    marked, written = (_gained(of_notes, counts) for counts in (_live, _written))
    bookmarks = _gained([row for row in rows if row.table == "bookmark"], _live)
    return Totals(totals.marked + marked, totals.written + written, totals.bookmarks + bookmarks)


def _gained(rows: list[RowChange], counts: Counting) -> int:
    return sum(counts(row.table, row.after) - counts(row.table, row.before) for row in rows)


def _regrouped(
    numbers: dict[str, int], by: NoteGroup, rows: list[RowChange], counts: Counting
) -> dict[str, int]:
    counted = Counter(numbers)
    for change in rows:
        if by in _GROUPS[change.table]:
            counted.subtract(_group(change.table, change.before, by, counts))
            counted.update(_group(change.table, change.after, by, counts))
    return {value: number for value, number in sorted(counted.items()) if number}


def _group(table: str, row: Row | None, by: NoteGroup, counts: Counting) -> list[str]:
    """The group that a mark counts in, as `NotesPage.mark_counts` names it; [] when it does not."""
    return [str(row[by] or "")] if row is not None and counts(table, row) else []


def _live(_: str, row: Row | None) -> int:
    return int(row is not None and row["deleted"] is None)


def _written(table: str, row: Row | None) -> int:
    if row is None or not _live(table, row):
        return 0
    return int(row["note"] != "")


# What each kind of mark is grouped by.
_GROUPS: dict[str, tuple[NoteGroup, ...]] = {
    "annotation": ("item_id", "kind", "colour", "meeting", "owner"),
    "bookmark": ("item_id", "meeting", "collection"),
}
_MARKS = frozenset(_GROUPS)
# The filters whose groups follow each act, with what tells a row that passes them.
_FOLLOWED: dict[NoteFilter, Counting] = {NoteFilter(): _live, NoteFilter(written=True): _written}
