"""Names the index that SQLite is to use for each question about notes; they are in `schema`."""

from typing import Literal

from db.user.models import Value
from db.user.note_filter import NoteFilter, notes_where

type NoteOrder = Literal["newest", "changed", "item", "due"]
type NoteGroup = Literal["item_id", "kind", "colour", "meeting", "owner", "collection"]
type Part = tuple[str, list[Value]]

_AS_PLANNED = "FROM annotation WHERE"
_PRIVATE = "FROM annotation INDEXED BY annotation_private WHERE"
SCANNED = "FROM annotation INDEXED BY annotation_page WHERE"
BY_OWNER = "FROM annotation INDEXED BY annotation_by_owner WHERE"
_BY_ORDER = {
    "newest": "FROM annotation INDEXED BY annotation_newest WHERE",
    "changed": "FROM annotation INDEXED BY annotation_changed WHERE",
    "due": "FROM annotation INDEXED BY annotation_due WHERE",
}
# Narrow indexes, of a column or two: SQLite goes to the value asked for and reads no further.
_BY_KIND = "FROM annotation INDEXED BY annotation_kinds WHERE"
_BY_COLOUR = "FROM annotation INDEXED BY annotation_colours WHERE"
_BY_MEETING = "FROM annotation INDEXED BY annotation_meetings WHERE"
_NARROW: dict[frozenset[str], str] = {
    frozenset(("kind",)): _BY_KIND,
    frozenset(("written",)): _BY_KIND,
    frozenset(("kind", "written")): _BY_KIND,
    frozenset(("colour",)): _BY_COLOUR,
    frozenset(("meeting",)): _BY_MEETING,
    frozenset(("author",)): "FROM annotation INDEXED BY annotation_authors WHERE",
    frozenset(("open_only",)): "FROM annotation INDEXED BY annotation_open WHERE",
}
_NARROW_GROUPS: dict[tuple[NoteGroup, frozenset[str]], str] = {
    ("kind", frozenset()): _BY_KIND,
    ("kind", frozenset(("written",))): _BY_KIND,
    ("colour", frozenset()): _BY_COLOUR,
    ("meeting", frozenset()): _BY_MEETING,
}
# Reads links, and of notes the deleted ones alone: the notes of a tag lie all over the file.
_OF_TAG = """
SELECT (SELECT count(*) FROM annotation_tag WHERE tag = ?)
    - (SELECT count(*) FROM annotation AS n INDEXED BY annotation_by_deleted
        JOIN annotation_tag AS l ON l.annotation = n.uuid AND l.tag = ?
        WHERE n.deleted IS NOT NULL) AS n"""
# Three sets apart from each other, each the range of an index.
_OF_PERSON = """
SELECT (SELECT count(*) FROM annotation INDEXED BY annotation_by_owner
        WHERE deleted IS NULL AND owner = ?)
    + (SELECT count(*) FROM annotation INDEXED BY annotation_speakers
        WHERE deleted IS NULL AND speaker <> '' AND speaker = ? AND owner <> ?)
    + (SELECT count(*) FROM annotation INDEXED BY annotation_authors
        WHERE deleted IS NULL AND owner <> ? AND speaker <> ? AND author IN
            (SELECT uuid FROM author WHERE name = ? OR (name = '' AND uuid = ?))) AS n
"""
# The first columns of `annotation_page`: grouping by any of them in this order needs no sorting.
_LEADING = ("item_id", "kind", "colour", "meeting")


def listed(chosen: NoteFilter, order: NoteOrder) -> str:
    """The table with the index that brings the first screenful soonest."""
    if chosen.not_on is not None:
        return _AS_PLANNED
    if chosen.private:
        return _PRIVATE
    return SCANNED if chosen.by_place else _BY_ORDER.get(order, SCANNED)


def counted(chosen: NoteFilter) -> Part:
    """How many notes pass the filter, as `n`."""
    asked = chosen.asked
    if asked == {"tag"}:
        return _OF_TAG, [chosen.tag] * _OF_TAG.count("?")
    if asked == {"person"}:
        return _OF_PERSON, [chosen.person] * _OF_PERSON.count("?")
    where, values = notes_where(chosen)
    source = _NARROW.get(asked) or _all_read(chosen)
    return f"SELECT count(*) AS n {source} {where}", values


def grouped(by: NoteGroup, chosen: NoteFilter) -> Part:
    """How many of the notes that pass fall to each value of a column, as `one` and `n`."""
    where, values = notes_where(chosen)
    narrow = _NARROW_GROUPS.get((by, chosen.asked))
    alone = narrow is not None or by == "owner"
    leading = (by,) if alone else _LEADING[: _LEADING.index(by) + 1]
    source = narrow or (BY_OWNER if by == "owner" else SCANNED)
    return (
        f"SELECT {by} AS one, count(*) AS n {source} {where} GROUP BY {', '.join(leading)}",
        values,
    )


def _all_read(chosen: NoteFilter) -> str:
    """The table with the index that leaves the least to read when all has to be."""
    if chosen.tag is not None or chosen.not_on is not None:
        return _AS_PLANNED
    if chosen.private:
        return _PRIVATE
    if chosen.by_place:
        return SCANNED
    if any(name is not None for name in (chosen.owner, chosen.speaker, chosen.person)):
        return BY_OWNER
    if chosen.due_from is not None or chosen.due_to is not None:
        return _BY_ORDER["due"]
    by_day = chosen.created_from is not None or chosen.created_before is not None
    return _BY_ORDER["newest"] if by_day else SCANNED
