"""Everything marked on one page: filtered, counted, and spread over the document."""

import json
from typing import NamedTuple

from db.record import record, replace
from db.text.alphabet import alphabetical
from db.user.annotations import Annotations
from db.user.models import Annotation, Bookmark, Mark, Row, Value
from db.user.note_filter import NoteFilter, bookmarks_where, notes_where
from db.user.note_indexes import (
    BY_OWNER,
    SCANNED,
    NoteGroup,
    NoteOrder,
    Part,
    counted,
    grouped,
    listed,
)
from db.user.schema import OPEN
from db.user.shapes import shaped

ALL_ROWS = -1  # a limit that is none
_BOOKMARKS = "FROM bookmark WHERE"
_OF_BOTH: tuple[NoteGroup, ...] = ("item_id", "meeting")


class _Order(NamedTuple):
    """What notes and bookmarks are put in order by, column for column."""

    of_notes: tuple[str, ...]
    of_bookmarks: tuple[str, ...]
    descending: bool = False

    def clause(self) -> str:
        """ORDER BY for the united statement, whose third column is the first to order by."""
        turn = " DESC" if self.descending else ""
        return (
            f"ORDER BY {', '.join(f'{3 + at}{turn}' for at in range(len(self.of_notes)))}, 1{turn}"
        )


_ORDERS = {
    "newest": _Order(("created",), ("created",), descending=True),
    "changed": _Order(("modified",), ("modified",), descending=True),
    # The bookmark of an item stands before what is noted on it.
    "item": _Order(
        ("item_id", "start IS NULL", "start", '"end"', "created"),
        ("item_id", "-1", "NULL", "NULL", "created"),
    ),
    "due": _Order(("due IS NULL", "due", "created"), ("1", "NULL", "created")),
}


@record
class ItemCount:
    """How much was marked on one item: notes with text, bare highlights, remarks still open."""

    item_id: str
    notes: int
    highlights: int
    open_remarks: int


class Totals(NamedTuple):
    """Live notes and highlights together, those of them with words, and live bookmarks."""

    marked: int
    written: int
    bookmarks: int = 0


class NotesPage(Annotations):
    """Questions behind the page of all marks; the trash is never part of the answers.

    Marks are notes, highlights and bookmarks; what is asked of notes leaves bookmarks out.
    """

    def marks(
        self,
        chosen: NoteFilter | None = None,
        *,
        order: NoteOrder = "newest",
        limit: int = 200,
        offset: int = 0,
    ) -> list[Mark]:
        """One screenful of the marks that pass the filter."""
        chosen, keys = chosen or NoteFilter(), _ORDERS[order]
        parts: list[Part] = []
        if chosen.takes_notes:
            where, values = notes_where(chosen)
            shown = ", ".join(("rowid AS place, 'annotation' AS kept", *keys.of_notes))
            parts.append((f"SELECT {shown} {listed(chosen, order)} {where}", values))
        if chosen.takes_bookmarks:
            where, values = bookmarks_where(chosen)
            shown = ", ".join(("rowid AS place, 'bookmark' AS kept", *keys.of_bookmarks))
            parts.append((f"SELECT {shown} {_BOOKMARKS} {where}", values))
        if not parts:
            return []
        statement = f"{_united(parts)} {keys.clause()} LIMIT ? OFFSET ?"
        return self._shaped(self._rows(statement, *_values(parts), limit, offset))

    def notes(
        self,
        chosen: NoteFilter | None = None,
        *,
        order: NoteOrder = "newest",
        limit: int = 200,
        offset: int = 0,
    ) -> list[Annotation]:
        """One screenful of the notes and highlights that pass the filter."""
        found = self.marks(_of_notes(chosen), order=order, limit=limit, offset=offset)
        return [mark for mark in found if isinstance(mark, Annotation)]

    def count_marks(self, chosen: NoteFilter | None = None) -> int:
        """How many marks pass the filter."""
        chosen = chosen or NoteFilter()
        parts: list[Part] = []
        if chosen.takes_notes:
            parts.append(counted(chosen))
        if chosen.takes_bookmarks:
            where, values = bookmarks_where(chosen)
            parts.append((f"SELECT count(*) AS n {_BOOKMARKS} {where}", values))
        if not parts:
            return 0
        statement = " ".join(("SELECT sum(n) AS n FROM (", _united(parts), ")"))
        return int(self._rows(statement, *_values(parts))[0]["n"] or 0)

    def count_notes(self, chosen: NoteFilter | None = None) -> int:
        """How many notes and highlights pass the filter."""
        return self.count_marks(_of_notes(chosen))

    def totals(self) -> Totals:
        """How many marks there are in all, by one look at an index."""
        summed = ("SELECT count(*) AS marked, sum(written) AS written", SCANNED)
        (row,) = self._rows(" ".join((*summed, "deleted IS NULL")))
        bookmarks = self.count_marks(NoteFilter(bookmarks=True))
        return Totals(int(row["marked"] or 0), int(row["written"] or 0), bookmarks)

    def mark_counts(self, by: NoteGroup, chosen: NoteFilter | None = None) -> dict[str, int]:
        """How many of the marks that pass the filter fall to each value of a column.

        Only marks that have the column count: a bookmark is of no kind, a note in no collection.
        """
        chosen = chosen or NoteFilter()
        parts: list[Part] = []
        if chosen.takes_notes and by != "collection":
            parts.append(grouped(by, chosen))
        if chosen.takes_bookmarks and by in (*_OF_BOTH, "collection"):
            where, values = bookmarks_where(chosen)
            shelved = f"SELECT {by} AS one, count(*) AS n {_BOOKMARKS} {where} GROUP BY {by}"
            parts.append((shelved, values))
        if not parts:
            return {}
        summed = ("SELECT coalesce(one, '') AS value, sum(n) AS n FROM (", _united(parts))
        found = self._rows(" ".join((*summed, ") GROUP BY 1 ORDER BY 1")), *_values(parts))
        return {str(row["value"]): int(row["n"] or 0) for row in found}

    def concerned(self) -> dict[str, str]:
        """Who wrote, said or has to settle marks: `NoteFilter.person` to name, "" for none."""
        authors = self._rows("SELECT uuid, name FROM author ORDER BY name")
        people = ("SELECT owner, author, speaker", BY_OWNER, "deleted IS NULL")
        named = self._rows(" ".join((*people, "GROUP BY owner, author, speaker")))
        marked = self._rows("SELECT DISTINCT author FROM bookmark WHERE deleted IS NULL")
        writers = {row["author"] for row in (*named, *marked)}
        others = {str(row[column]) for row in named for column in ("owner", "speaker")}
        wrote = {
            str(r["name"] or r["uuid"]): str(r["name"]) for r in authors if r["uuid"] in writers
        }
        return wrote | {name: name for name in sorted(others, key=alphabetical) if name}

    def coverage(self) -> list[ItemCount]:
        """The items that carry a note or highlight, for the map of axes and directions."""
        statement = " ".join(
            (
                "SELECT item_id, sum(written) AS notes, count(*) - sum(written) AS highlights,",
                "count(*) FILTER (WHERE",
                OPEN,
                ") AS open_remarks",
                SCANNED,
                "deleted IS NULL",
                "GROUP BY item_id ORDER BY item_id",
            )
        )
        return [
            ItemCount(str(r["item_id"]), *(int(r[c] or 0) for c in _COUNTED))
            for r in self._rows(statement)
        ]

    def _shaped(self, found: list[Row]) -> list[Mark]:
        """The marks at these places, in their order."""
        marks: dict[str, Mark] = {}
        notes = self._at("annotation", found)
        places = {row["uuid"]: row["place"] for row in notes}
        for note in self._annotations(notes):
            marks[f"annotation{places[note.uuid]}"] = note
        for row in self._at("bookmark", found):
            marks[f"bookmark{row['place']}"] = shaped(Bookmark, row)
        return [marks[f"{row['kept']}{row['place']}"] for row in found]

    def _at(self, table: str, found: list[Row]) -> list[Row]:
        places = [row["place"] for row in found if row["kept"] == table]
        if not places:
            return []
        wanted = "WHERE rowid IN (SELECT value FROM json_each(?))"
        statement = " ".join(("SELECT rowid AS place, * FROM", table, wanted))
        return self._rows(statement, json.dumps(places))


_COUNTED = ("notes", "highlights", "open_remarks")


def _of_notes(chosen: NoteFilter | None) -> NoteFilter:
    return replace(chosen or NoteFilter(), bookmarks=False)


def _united(parts: list[Part]) -> str:
    return " UNION ALL ".join(statement for statement, _ in parts)


def _values(parts: list[Part]) -> list[Value]:
    return [value for _, values in parts for value in values]
