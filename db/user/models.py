"""What the reader keeps, as records; offsets are code points, times UTC in ISO 8601."""

from enum import StrEnum

from db.record import record

type Value = str | int | float | None
type Row = dict[str, Value]


class RemarkKind(StrEnum):
    """نظر، ابهام، تعارض، پیشنهاد، مصوبه."""

    COMMENT = "comment"
    AMBIGUITY = "ambiguity"
    CONFLICT = "conflict"
    PROPOSAL = "proposal"
    RESOLUTION = "resolution"


REMARK_TITLES = {
    RemarkKind.COMMENT: "نظر",
    RemarkKind.AMBIGUITY: "ابهام",
    RemarkKind.CONFLICT: "تعارض",
    RemarkKind.PROPOSAL: "پیشنهاد",
    RemarkKind.RESOLUTION: "مصوبه",
}


class Colour(StrEnum):
    """The four colours of the highlighter."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@record(kw_only=True)
class Stamped:
    """What every exchangeable row carries; `revision` is the act that last wrote it."""

    uuid: str
    author: str
    created: str
    modified: str
    deleted: str | None
    private: bool
    edition: str
    revision: int


@record
class Author:
    """Who wrote a row; `uuid` keeps two people of one name apart."""

    uuid: str
    name: str
    created: str


@record
class TextSelector:
    """A span of an item's edited text, half-open, with what stood in and around it."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    def fits(self, text: str) -> bool:
        """Whether the words stand at this place of a text."""
        return text[self.start : self.end] == self.exact


@record(kw_only=True)
class Bookmark(Stamped):
    """نشان: one for each item, with a line of its own."""

    item_id: str
    note: str
    collection: str | None
    position: float
    meeting: str | None


@record(kw_only=True)
class Collection(Stamped):
    """مجموعه: `parent` is None at the top level."""

    title: str
    parent: str | None
    position: float


@record(kw_only=True)
class Annotation(Stamped):
    """یادداشت: a note, a highlight (empty `note`) or both, on a span, an item or an axis.

    `owner` is who has to settle it, `speaker` who said it in a meeting, both "" for nobody. `due`
    is an ISO date; `closed` says when a remark stopped being open; `tags` are names.
    """

    item_id: str
    selector: TextSelector | None
    note: str
    kind: RemarkKind
    colour: Colour | None
    owner: str
    speaker: str
    due: str | None
    closed: str | None
    meeting: str | None
    tags: tuple[str, ...]


type Mark = Annotation | Bookmark


@record(kw_only=True)
class Tag(Stamped):
    """برچسب."""

    name: str


@record(kw_only=True)
class Meeting(Stamped):
    """جلسه: running while neither paused nor ended; `date` is an ISO date."""

    title: str
    date: str
    attendees: tuple[str, ...]
    started: str
    paused: str | None
    ended: str | None

    @property
    def is_running(self) -> bool:
        return not self.paused and not self.ended


@record
class Draft:
    """What is being typed; `content` is the editor's own text form, `annotation` what it edits."""

    slot: str
    item_id: str
    annotation: str | None
    content: str
    saved: str


@record
class RowChange:
    """One row before and after an act; None where there was or is no row."""

    table: str
    key: tuple[Value, ...]
    before: Row | None
    after: Row | None


@record
class Change:
    """What an act changed; `label` is the Persian sentence for the toast.

    `whole` when it put another file in the place of the whole content, of which no rows are named.
    """

    label: str
    rows: tuple[RowChange, ...]
    whole: bool = False

    @property
    def tables(self) -> frozenset[str]:
        """The kinds of row that changed."""
        return frozenset(row.table for row in self.rows)

    @property
    def item_ids(self) -> frozenset[str]:
        """The items of the document whose marks changed."""
        images = [image for row in self.rows for image in (row.before, row.after) if image]
        return frozenset(str(image["item_id"]) for image in images if "item_id" in image)

    @property
    def uuids(self) -> frozenset[str]:
        """The rows that changed, by the first part of their key."""
        return frozenset(str(row.key[0]) for row in self.rows)


@record
class Outcome[T]:
    """What an act saved and what it changed."""

    value: T
    change: Change
