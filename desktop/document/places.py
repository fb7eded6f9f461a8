"""Every correction and every doubtful place of the document as rows of a list."""

from db.record import record
from db.reference.models import Doubtful, Erratum
from db.search.models import Span
from desktop.common.context import Context
from desktop.common.entry_rows import Entry
from desktop.common.item_entries import item_place
from desktop.common.persian import shorten
from desktop.common.place import Place
from desktop.common.source_marks import doubt_body
from desktop.common.tokens import AXIS_ICONS

KINDS = {
    "orthography": "رسم‌الخط",
    "missing-letter": "حرف افتاده",
    "extra-letter": "حرف زیادی",
    "swapped-letters": "حروف جابه‌جا",
    "wrong-letter": "حرف نادرست",
    "repeated-text": "تکرار",
    "punctuation": "نشانه‌گذاری",
}
CONTACT = "نشانی‌های تماس"


@record
class Spot:
    """A place in a text of the document; `owner` is an item or a line of the contact block."""

    owner: str
    entry: Entry
    kind: str
    span: Span

    def texts(self) -> tuple[str, ...]:
        """What a filter looks into."""
        entry = self.entry
        return entry.title, entry.above, entry.below


def _owners(context: Context) -> list[tuple[str, str, str, str]]:
    """Id, place, icon and axis of everything that can bear a correction."""
    reference = context.reference
    items = [(i.id, item_place(context, i), AXIS_ICONS[i.axis], i.axis) for i in reference.items()]
    axes = [(a.slug, a.title, AXIS_ICONS[a.slug], a.slug) for a in reference.axes()]
    parts = [(part.id, CONTACT, "file-text", "") for part in reference.document_parts()]
    return items + axes + parts


def all_errata(context: Context) -> tuple[Spot, ...]:
    """All corrections in document order."""
    return tuple(
        _erratum(f"{owner}#{number}", owner, where, erratum, picture)
        for owner, where, *picture in _owners(context)
        for number, erratum in enumerate(context.reference.errata(owner))
    )


def _erratum(key: str, owner: str, where: str, erratum: Erratum, picture: list[str]) -> Spot:
    corrected = f"«{erratum.corrected}»" if erratum.corrected else "حذف شد"
    title = f"«{shorten(erratum.source, 90)}» ← {corrected}"
    kind = KINDS.get(erratum.kind, erratum.kind)
    entry = Entry(
        key, title, where, erratum.reason, kind, picture[0], axis=picture[1], item_id=owner
    )
    return Spot(owner, entry, erratum.kind, Span(erratum.edited_start, erratum.edited_end))


def all_doubtful(context: Context) -> tuple[Spot, ...]:
    """All doubtful places in document order."""
    return tuple(
        _doubtful(f"{owner}#{number}", owner, where, place, picture)
        for owner, where, *picture in _owners(context)
        for number, place in enumerate(context.reference.doubtful(owner))
    )


def _doubtful(key: str, owner: str, where: str, place: Doubtful, picture: list[str]) -> Spot:
    question, title = doubt_body(place), f"«{place.fragment}»"
    entry = Entry(key, title, where, question, "", picture[0], axis=picture[1], item_id=owner)
    return Spot(owner, entry, "doubtful", Span(place.start, place.end))


def target(context: Context, spot: Spot) -> Place:
    """Where a spot is seen in its text, marked; the contact block for its own lines."""
    axes = {axis.slug for axis in context.reference.axes()}
    if spot.owner in axes:
        return Place("axis", spot.owner)
    if all(item.id != spot.owner for item in context.reference.items()):
        return Place("source")
    item = context.reference.item(spot.owner)
    marks: dict[str, tuple[Span, ...]] = (
        {item.id: (spot.span,)} if spot.span.end > spot.span.start else {}
    )
    return Place("axis", item.axis, item.id, marks)
