"""Everything marked on one page: filtered, counted, and spread over the document."""

from typing import Literal, NamedTuple

from db.record import record
from db.text.alphabet import alphabetical
from db.user.annotations import Annotations
from db.user.models import Annotation, Colour, RemarkKind, Value

type NoteOrder = Literal["newest", "changed", "item", "due"]
type NoteGroup = Literal["item_id", "kind", "colour", "meeting", "owner"]

ALL_ROWS = -1  # a limit that is none
_AS_PLANNED = "FROM annotation WHERE"
_SCANNED = "FROM annotation INDEXED BY annotation_page WHERE"
_BY_ORDER = {
    "newest": "FROM annotation INDEXED BY annotation_newest WHERE",
    "changed": "FROM annotation INDEXED BY annotation_changed WHERE",
    "due": "FROM annotation INDEXED BY annotation_due WHERE",
}
# Reads links and names alone: the notes of a tag lie all over the file.
_OF_TAG = (
    "SELECT count(*) AS n FROM annotation_tag AS l JOIN annotation AS n ON n.uuid = l.annotation"
    " WHERE l.tag = ? AND n.rowid NOT IN"
    " (SELECT rowid FROM annotation INDEXED BY annotation_by_deleted WHERE deleted IS NOT NULL)"
)
# What leads an index, in its order: groups of all of it come without sorting.
_LEADING = ("item_id", "kind", "colour", "meeting")
_BY_OWNER = "FROM annotation INDEXED BY annotation_by_owner WHERE"
_OPEN = "closed IS NULL AND (kind <> 'comment' OR owner <> '' OR due IS NOT NULL)"
_ORDERS: dict[str, str] = {
    "newest": "ORDER BY created DESC, rowid DESC",
    "changed": "ORDER BY modified DESC, rowid DESC",
    "item": 'ORDER BY item_id, start IS NULL, start, "end", created, rowid',
    "due": "ORDER BY due IS NULL, due, created, rowid",
}


@record(kw_only=True)
class NoteFilter:
    """What to show; None and False mean no restriction.

    `created_from` (included) and `created_before` (not) are times as `db.user.clock.stamp` makes
    them, so that the caller's day may begin at its own midnight; `due` are ISO dates, included.
    `person` is who wrote a note or has to settle it: a name, or the uuid of an author without one.
    `axis` is an axis slug, `tag`, `author` and `meeting` are uuids; `written` restricts to notes
    with text (True) or bare highlights (False); `open_only` to remarks not yet settled; `not_on` to
    spans whose words are known from other editions than this one.
    """

    axis: str | None = None
    item_id: str | None = None
    tag: str | None = None
    colour: Colour | None = None
    kind: RemarkKind | None = None
    author: str | None = None
    owner: str | None = None
    person: str | None = None
    meeting: str | None = None
    created_from: str | None = None
    created_before: str | None = None
    due_from: str | None = None
    due_to: str | None = None
    private: bool | None = None
    written: bool | None = None
    open_only: bool = False
    not_on: str | None = None


@record
class ItemCount:
    """How much was marked on one item: notes with text, bare highlights, remarks still open."""

    item_id: str
    notes: int
    highlights: int
    open_remarks: int


class Totals(NamedTuple):
    """Live notes and highlights together, and those with words."""

    marked: int
    written: int


class NotesPage(Annotations):
    """Questions behind the page of all notes; the trash is never part of the answers."""

    def notes(
        self,
        chosen: NoteFilter | None = None,
        *,
        order: NoteOrder = "newest",
        limit: int = 200,
        offset: int = 0,
    ) -> list[Annotation]:
        """One screenful of the notes that pass the filter."""
        chosen = chosen or NoteFilter()
        where, values = _where(chosen)
        ordered = _ORDERS[order]
        inner = ("SELECT rowid", _listed(chosen, order), where, ordered, "LIMIT ? OFFSET ?")
        outer = ("SELECT * FROM annotation WHERE rowid IN (", *inner, ")", ordered)
        statement = " ".join(outer)
        return self._annotations(self._rows(statement, *values, limit, offset))

    def count_notes(self, chosen: NoteFilter | None = None) -> int:
        """How many notes pass the filter."""
        chosen = chosen or NoteFilter()
        if chosen.tag is not None and chosen == NoteFilter(tag=chosen.tag):
            return int(self._rows(_OF_TAG, chosen.tag)[0]["n"] or 0)
        where, values = _where(chosen)
        statement = " ".join(("SELECT count(*) AS n", _counted(chosen), where))
        return int(self._rows(statement, *values)[0]["n"] or 0)

    def totals(self) -> Totals:
        """How many notes there are in all, by one look at an index."""
        counted = ("SELECT count(*) AS marked, sum(written) AS written", _SCANNED)
        (row,) = self._rows(" ".join((*counted, "deleted IS NULL")))
        return Totals(int(row["marked"] or 0), int(row["written"] or 0))

    def note_counts(self, by: NoteGroup, chosen: NoteFilter | None = None) -> dict[str, int]:
        """How many of the notes that pass the filter fall to each value of a column."""
        where, values = _where(chosen or NoteFilter())
        leading = (by,) if by == "owner" else _LEADING[: _LEADING.index(by) + 1]
        source = _BY_OWNER if by == "owner" else _SCANNED
        inner = ("SELECT", by, "AS one, count(*) AS n", source, where, "GROUP BY")
        outer = ("SELECT coalesce(one, '') AS value, sum(n) AS n FROM (", *inner)
        statement = " ".join((*outer, ", ".join(leading), ") GROUP BY 1 ORDER BY 1"))
        return {str(row["value"]): int(row["n"] or 0) for row in self._rows(statement, *values)}

    def concerned(self) -> dict[str, str]:
        """Who wrote notes or has to settle them, as `NoteFilter.person`; "" for the nameless."""
        authors = self._rows("SELECT uuid, name FROM author ORDER BY name")
        grouped = ("SELECT owner, author", _BY_OWNER, "deleted IS NULL GROUP BY owner, author")
        pairs = self._rows(" ".join(grouped))
        writers, owners = {row["author"] for row in pairs}, {str(row["owner"]) for row in pairs}
        wrote = {
            str(r["name"] or r["uuid"]): str(r["name"]) for r in authors if r["uuid"] in writers
        }
        return wrote | {owner: owner for owner in sorted(owners, key=alphabetical) if owner}

    def coverage(self) -> list[ItemCount]:
        """The items that carry any mark, for the map of axes and directions."""
        statement = " ".join(
            (
                "SELECT item_id, sum(written) AS notes, count(*) - sum(written) AS highlights,",
                "count(*) FILTER (WHERE",
                _OPEN,
                ") AS open_remarks",
                _SCANNED,
                "deleted IS NULL",
                "GROUP BY item_id ORDER BY item_id",
            )
        )
        return [
            ItemCount(str(r["item_id"]), *(int(r[c] or 0) for c in _COUNTED))
            for r in self._rows(statement)
        ]


_COUNTED = ("notes", "highlights", "open_remarks")
_OF_PERSON = (
    "(owner = ? OR author IN (SELECT uuid FROM author WHERE name = ? OR (name = '' AND uuid = ?)))"
)
OTHER_EDITION = "start IS NOT NULL AND (edition < ? OR edition > ?)"
_EQUAL = ("item_id", "colour", "kind", "author", "owner", "meeting")


def _listed(chosen: NoteFilter, order: NoteOrder) -> str:
    """The table with the index that brings the first screenful soonest."""
    if chosen.not_on is not None:
        return _AS_PLANNED
    return _SCANNED if _by_place(chosen) else _BY_ORDER.get(order, _SCANNED)


def _counted(chosen: NoteFilter) -> str:
    """The table with the index that leaves the least to read when all has to be."""
    if chosen.tag is not None or chosen.not_on is not None:
        return _AS_PLANNED
    if _by_place(chosen):
        return _SCANNED
    if chosen.owner is not None or chosen.person is not None:
        return _BY_OWNER
    if chosen.due_from is not None or chosen.due_to is not None:
        return _BY_ORDER["due"]
    by_day = chosen.created_from is not None or chosen.created_before is not None
    return _BY_ORDER["newest"] if by_day else _SCANNED


def _by_place(chosen: NoteFilter) -> bool:
    return chosen.axis is not None or chosen.item_id is not None


def _where(chosen: NoteFilter) -> tuple[str, list[Value]]:
    """The filter as a condition on `annotation`, with the values of its question marks."""
    wanted = ((column, getattr(chosen, column)) for column in _EQUAL)
    conditions: list[tuple[str, Value]] = [
        ("deleted IS NULL", None),
        *((f"{column} = ?", str(value)) for column, value in wanted if value is not None),
    ]
    if chosen.axis is not None:
        # From the axis itself to the last name that continues it with a hyphen.
        conditions += [("item_id >= ?", chosen.axis), ("item_id < ?", f"{chosen.axis}.")]
    if chosen.person is not None:
        conditions.append((_OF_PERSON, chosen.person))
    if chosen.tag is not None:
        linked = (
            "rowid IN (SELECT n.rowid FROM annotation_tag AS l"
            " JOIN annotation AS n ON n.uuid = l.annotation WHERE l.tag = ?)"
        )
        conditions.append((linked, chosen.tag))
    return _joined(conditions + _ranges(chosen) + _flags(chosen))


def _ranges(chosen: NoteFilter) -> list[tuple[str, Value]]:
    ends = (
        ("created >= ?", chosen.created_from),
        ("created < ?", chosen.created_before),
        # As the index of due dates begins, so that it is entered where they begin.
        ("(due IS NULL) = 0 AND due >= ?", chosen.due_from),
        ("(due IS NULL) = 0 AND due <= ?", chosen.due_to),
    )
    return [(condition, end) for condition, end in ends if end is not None]


def _flags(chosen: NoteFilter) -> list[tuple[str, Value]]:
    flags: list[tuple[str, Value]] = []
    if chosen.private is not None:
        flags.append(("private = ?", int(chosen.private)))
    if chosen.written is not None:
        flags.append(("written = ?", int(chosen.written)))
    if chosen.not_on is not None:
        flags.append((OTHER_EDITION, chosen.not_on))
    if chosen.open_only:
        flags.append((_OPEN, None))
    return flags


def _joined(conditions: list[tuple[str, Value]]) -> tuple[str, list[Value]]:
    values = [value for condition, value in conditions for _ in range(condition.count("?"))]
    return " AND ".join(condition for condition, _ in conditions), values
