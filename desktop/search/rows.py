"""Results as rows: what answers in the document, axis by axis, and in the reader's own texts."""

from collections.abc import Iterable, Iterator

from db.record import record
from db.reference.models import Item
from db.search.models import NEAR_TITLE, Hit, NoteHit, SearchResults, Span
from desktop.common.context import Context
from desktop.common.note_entries import axis_of, place_text
from desktop.common.persian import at_least, digits
from desktop.search.answer import Answer, Counts

ALL, DOCUMENT, NOTES = "all", "document", "notes"  # any other scope is the slug of an axis
DOCUMENT_TITLE, NOTES_TITLE = "متن سند", "یادداشت‌ها"
KINDS = {
    "annotation": "یادداشت",
    "bookmark": "یادداشت نشان",
    "tag": "برچسب",
    "collection": "مجموعه",
    "meeting": "جلسه",
}
NOTED = ("annotation", "bookmark")  # what is written and deleted as a note; the rest are names


@record
class Section:
    """The line above one kind of results."""

    title: str
    count: str


@record
class Group:
    """The line above the hits of one axis."""

    axis: str
    title: str
    count: int


@record
class HitRow:
    """A hit and the item it found."""

    hit: Hit
    item: Item

    @property
    def key(self) -> str:
        return self.item.id


@record
class NoteRow:
    """One of the reader's own texts, shortened round what was found; `where` may be ""."""

    note: NoteHit
    excerpt: str
    spans: tuple[Span, ...]
    where: str

    @property
    def key(self) -> str:
        return self.note.uuid

    @property
    def kind(self) -> str:
        return KINDS[self.note.kind]

    @property
    def is_note(self) -> bool:
        return self.note.kind in NOTED


@record
class MoreRow:
    """Asks for more of the reader's own texts than were looked for at first."""

    key: str = "more"
    title: str = "نمایش یادداشت‌های بیشتر"


Row = Section | Group | HitRow | NoteRow | MoreRow
CHOOSABLE = (HitRow, NoteRow, MoreRow)


class RowMaker:
    """Makes the rows of one answer; hits keep the engine's order within their axis."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._made: tuple[Answer, str, list[Row]] | None = None

    def rows(self, answer: Answer, scope: str = ALL) -> list[Row]:
        """The rows in the order shown; near hits of the document come last.

        What was foreseen and is shown next are the same rows.
        """
        made = self._made
        if made is None or not made[0].shows_as(answer) or made[1] != scope:
            made = self._made = (answer, scope, self._make(answer.results, answer.counts, scope))
        return made[2]

    def _make(self, results: SearchResults, counts: Counts, scope: str) -> list[Row]:
        document = [] if scope == NOTES else self._hits(results, scope)
        direct = [row for row in document if row.hit.match == "direct"]
        near = [row for row in document if row.hit.match == "near"]
        notes = [] if scope == DOCUMENT else self._notes(results, scope)
        rows: list[Row] = []
        if direct and notes:
            rows.append(Section(DOCUMENT_TITLE, digits(len(direct))))
        rows += self._grouped(direct)
        if notes:
            whole = scope in (ALL, NOTES)
            count = digits(counts.notes if whole else len(notes))
            more = counts.more_notes and not whole
            rows += [Section(NOTES_TITLE, at_least(count) if more else count), *notes]
            rows += [MoreRow()] if counts.more_notes else []
        if near:
            rows.append(Section(NEAR_TITLE, digits(len(near))))
            rows += self._grouped(near)
        return rows

    def _hits(self, results: SearchResults, scope: str) -> list[HitRow]:
        rows = [HitRow(hit, self._context.reference.item(hit.item_id)) for hit in results.hits]
        return [row for row in rows if scope in (ALL, DOCUMENT, row.item.axis)]

    def _grouped(self, hits: Iterable[HitRow]) -> Iterator[Group | HitRow]:
        """The axis of the best hit comes first."""
        groups: dict[str, list[HitRow]] = {}
        for row in hits:
            groups.setdefault(row.item.axis, []).append(row)
        for slug, rows in groups.items():
            yield Group(slug, f"محور {self._context.axis_title(slug)}", len(rows))
            yield from rows

    def _notes(self, results: SearchResults, scope: str) -> list[NoteRow]:
        return [
            self._note(note)
            for note in results.notes
            if scope in (ALL, NOTES)
            or (note.item_id and axis_of(self._context, note.item_id) == scope)
        ]

    def _note(self, note: NoteHit) -> NoteRow:
        # By now the engine is loaded, and all that it needs.
        from db.search.spans import excerpt

        text, spans = excerpt(note.text, note.spans)
        where = place_text(self._context, note.item_id) if note.item_id else ""
        return NoteRow(note, text, spans, where)
