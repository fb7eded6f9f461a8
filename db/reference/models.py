"""The document as records; offsets are code points."""

from enum import StrEnum

from db.record import record


class ItemKind(StrEnum):
    """What an item of the document is."""

    VISION = "vision"
    DIRECTION = "direction"
    FUNDAMENTAL = "fundamental"
    CHILD = "child"


@record
class Erratum:
    """A correction of the source; spans are code points in the item's verbatim and edited text."""

    source: str
    corrected: str
    kind: str
    confidence: str
    reason: str
    verbatim_start: int
    verbatim_end: int
    edited_start: int
    edited_end: int


@record
class Doubtful:
    """A place the editor left as in the source; `start:end` lies in the edited text."""

    fragment: str
    question: str
    alternatives: tuple[str, ...]
    start: int
    end: int


@record
class Item:
    """A vision, direction, fundamental direction or child, in document order by `position`."""

    id: str
    axis: str
    kind: ItemKind
    number: int | None
    code: str | None
    parent_id: str | None
    position: int
    source_line: int
    verbatim: str
    edited: str
    duplicate_of: str | None


@record
class Axis:
    """One of the eight axes; `direction_count` counts ordinary and fundamental directions."""

    slug: str
    number: int
    title: str
    title_verbatim: str
    direction_count: int


@record
class Theme:
    """A subject heading with the number of items that treat it."""

    slug: str
    title: str
    note: str
    item_count: int


@record
class Related:
    """A related item and why it is related, in Persian."""

    item_id: str
    reason: str


@record
class DocumentPart:
    """A title, creator or contact line of the source."""

    id: str
    kind: str
    role: str
    verbatim: str
    edited: str


@record
class Meta:
    """Versions of the edition and of the text rules; SHA-256 of the content and of the source."""

    edition_version: str
    content_hash: str
    source_hash: str
    text_rules_version: str
