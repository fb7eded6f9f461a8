"""Where the reader is: a page, what it shows, and the item and hits to mark there."""

from typing import TYPE_CHECKING

from db.record import field, record

if TYPE_CHECKING:
    from db.search.models import Span
    from desktop.common.walk import Walk

type Hits = dict[str, tuple[Span, ...]]


@record
class Place:
    """`page` names a page; `key` is its subject (an axis slug, a query, a theme); `walk` is the
    search whose finds lead on from here."""

    page: str
    key: str = ""
    item: str = ""
    hits: Hits = field(default_factory=dict)
    walk: "Walk | None" = None


@record
class RailEntry:
    """A line of the rail; `count` is shown muted at its end where there is any."""

    place: Place
    title: str
    icon: str
    colour: str | None = None
    count: int | None = None
