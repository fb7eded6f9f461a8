"""Which marks a reader asks for, and the same as conditions on notes and on bookmarks."""

from db.record import record, values
from db.user.models import Colour, RemarkKind, Value
from db.user.rows import whole_text
from db.user.schema import OPEN

OTHER_EDITION = "start IS NOT NULL AND (edition < ? OR edition > ?)"

_EQUAL = ("item_id", "author", "meeting")
_EQUAL_IN_NOTES = ("colour", "kind", "owner", "speaker")
_OF_NAME = "author IN (SELECT uuid FROM author WHERE name = ? OR (name = '' AND uuid = ?))"
_OF_PERSON = f"(owner = ? OR speaker = ? OR {_OF_NAME})"
_TAGGED_NOTE = (
    "rowid IN (SELECT n.rowid FROM annotation_tag AS l"
    " JOIN annotation AS n ON n.uuid = l.annotation WHERE l.tag = ?)"
)
_TAGGED_ITEM = "item_id IN (SELECT item_id FROM item_tag WHERE tag = ? AND deleted IS NULL)"

_NOT_OPEN = ("open_only", False)

type _Conditions = list[tuple[str, Value]]
type Where = tuple[str, list[Value]]


@record(kw_only=True)
class NoteFilter:
    """What to show; None and False mean no restriction.

    `created_from` (included) and `created_before` (not) are times as `db.user.clock.stamp` makes
    them, so that the caller's day may begin at its own midnight; `due` are ISO dates, included.
    `person` is who wrote a note, said it or has to settle it: a name, or the uuid of an author
    without one. `axis` is an axis slug, `tag`, `author`, `meeting` and `collection` are uuids;
    `written` restricts to marks with text (True) or bare highlights (False); `open_only` to remarks
    not yet settled; `not_on` to spans whose words are known from other editions than this one.

    `bookmarks` restricts to bookmarks (True) or to notes and highlights (False). A bookmark has the
    tags of its item, and what only a note can have lets none through.
    """

    axis: str | None = None
    item_id: str | None = None
    tag: str | None = None
    colour: Colour | None = None
    kind: RemarkKind | None = None
    author: str | None = None
    owner: str | None = None
    speaker: str | None = None
    person: str | None = None
    meeting: str | None = None
    collection: str | None = None
    created_from: str | None = None
    created_before: str | None = None
    due_from: str | None = None
    due_to: str | None = None
    private: bool | None = None
    written: bool | None = None
    open_only: bool = False
    not_on: str | None = None
    bookmarks: bool | None = None

    @property
    def asked(self) -> frozenset[str]:
        """The names of what restricts notes."""
        given = ((name, value) for name, value in values(self).items() if name != "bookmarks")
        return frozenset(
            name for name, value in given if value is not None and (name, value) != _NOT_OPEN
        )

    @property
    def by_place(self) -> bool:
        return self.axis is not None or self.item_id is not None

    @property
    def takes_notes(self) -> bool:
        """Whether a note or highlight can pass."""
        return not self.bookmarks and self.collection is None

    @property
    def takes_bookmarks(self) -> bool:
        """Whether a bookmark can pass."""
        of_notes = (*_EQUAL_IN_NOTES, "due_from", "due_to", "not_on")
        asked = any(getattr(self, name) is not None for name in of_notes)
        return not (self.bookmarks is False or self.written is False or self.open_only or asked)


def notes_where(chosen: NoteFilter) -> Where:
    """The filter as a condition on `annotation`, with the values of its question marks."""
    conditions = _shared(chosen) + _equal(chosen, _EQUAL_IN_NOTES) + _due(chosen)
    if chosen.person is not None:
        conditions.append((_OF_PERSON, chosen.person))
    if chosen.tag is not None:
        conditions.append((_TAGGED_NOTE, chosen.tag))
    if chosen.written is not None:
        conditions.append(("written = ?", int(chosen.written)))
    if chosen.not_on is not None:
        conditions.append((OTHER_EDITION, chosen.not_on))
    if chosen.open_only:
        conditions.append((OPEN, None))
    return _joined(conditions)


def bookmarks_where(chosen: NoteFilter) -> Where:
    """The filter as a condition on `bookmark`, for one that takes bookmarks."""
    conditions = _shared(chosen) + _equal(chosen, ("collection",))
    if chosen.person is not None:
        conditions.append((_OF_NAME, chosen.person))
    if chosen.tag is not None:
        conditions.append((_TAGGED_ITEM, chosen.tag))
    if chosen.written:
        conditions.append(("note <> ''", None))
    return _joined(conditions)


def _shared(chosen: NoteFilter) -> _Conditions:
    """What is said of both kinds of mark in the same columns."""
    conditions: _Conditions = [("deleted IS NULL", None), *_equal(chosen, _EQUAL)]
    if chosen.axis is not None:
        # From the axis itself to the last name that continues it with a hyphen.
        conditions += [("item_id >= ?", chosen.axis), ("item_id < ?", f"{chosen.axis}.")]
    if chosen.created_from is not None:
        conditions.append(("created >= ?", chosen.created_from))
    if chosen.created_before is not None:
        conditions.append(("created < ?", chosen.created_before))
    if chosen.private is not None:
        # Word for word as their index says it, which is left out otherwise.
        conditions.append(("private = 1" if chosen.private else "private = 0", None))
    return conditions


def _equal(chosen: NoteFilter, columns: tuple[str, ...]) -> _Conditions:
    wanted = ((column, getattr(chosen, column)) for column in columns)
    return [(f"{column} = ?", str(value)) for column, value in wanted if value is not None]


def _due(chosen: NoteFilter) -> _Conditions:
    """In the words that `annotation_due` begins with, so that SQLite enters it at a date."""
    ends = (
        ("(due IS NULL) = 0 AND due >= ?", chosen.due_from),
        ("(due IS NULL) = 0 AND due <= ?", chosen.due_to),
    )
    return [(condition, end) for condition, end in ends if end is not None]


def _joined(conditions: _Conditions) -> Where:
    values = [
        whole_text(value) for condition, value in conditions for _ in range(condition.count("?"))
    ]
    return " AND ".join(condition for condition, _ in conditions), values
