"""Notes under headings: by day, axis, kind, person, tag, colour, meeting or due date."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from db.record import record, replace
from db.text.alphabet import alphabetical
from db.user.models import REMARK_TITLES, Annotation, Colour, RemarkKind
from db.user.notes_page import NoteFilter, NoteOrder
from desktop.common.context import Context
from desktop.common.entry_rows import CHUNK, Heading, Row
from desktop.common.note_acts import COLOURS
from desktop.common.note_entries import day_text, note_entry

_WEEK = timedelta(days=6)


@record
class Part:
    """A heading and the notes below it; `keep` sorts out what no filter can say.

    Parts without a title go on below the heading before them, whose `total` counts them all.
    """

    title: str
    count: int | None
    chosen: NoteFilter
    order: NoteOrder = "newest"
    total: int | None = None
    keep: Callable[[Annotation], bool] = lambda _: True


def note_rows(context: Context, chosen: NoteFilter, group: str) -> Iterator[Row]:
    """Headings and notes, read as the list asks for them."""
    if group == "date":
        yield from _by_day(context, chosen)
        return
    for part in _PARTS[group](context, chosen):
        if part.title:
            yield Heading(part.title, part.total or part.count)
        for note in _notes(context, part):
            yield note_entry(context, note)


def _notes(context: Context, part: Part) -> Iterator[Annotation]:
    offset, shown = 0, 0
    while part.count is None or shown < part.count:
        found = context.reader.store.notes(
            part.chosen, order=part.order, limit=CHUNK, offset=offset
        )
        for note in filter(part.keep, found):
            shown += 1
            yield note
        offset += CHUNK
        if len(found) < CHUNK:
            return


def _by_day(context: Context, chosen: NoteFilter) -> Iterator[Row]:
    heading = ""
    for note in _notes(context, Part("", None, chosen)):
        day = day_text(note.created)
        if day != heading:
            heading = day
            yield Heading(day)
        yield note_entry(context, note)


def _by_axis(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    """An axis below its name, its items in the order of the document."""
    counts = context.reader.marked_counts("item_id", chosen)
    for axis in context.reference.axes():
        ids = [axis.slug, *(item.id for item in context.reference.items_of_axis(axis.slug))]
        marked = [item_id for item_id in ids if counts.get(item_id)]
        for number, item_id in enumerate(marked):
            title = f"محور {axis.title}" if number == 0 else ""
            total = sum(counts[one] for one in marked)
            yield Part(title, counts[item_id], replace(chosen, item_id=item_id), "item", total)


def _by_kind(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    """A highlight without words is no remark of any kind."""
    if chosen.written is not False:
        remarks = replace(chosen, written=True)
        counts = context.reader.marked_counts("kind", remarks)
        for kind in RemarkKind:
            if counts.get(kind):
                yield Part(REMARK_TITLES[kind], counts[kind], replace(remarks, kind=kind))
    bare = replace(chosen, written=False)
    if chosen.written is not True and (count := context.reader.marked_count(bare)):
        yield Part("رنگ بی‌نوشته", count, bare)


def _by_owner(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    counts = context.reader.marked_counts("owner", chosen)
    for owner in sorted(counts, key=lambda name: (not name, alphabetical(name))):
        title = owner or "بدون مسئول"
        yield Part(title, counts[owner], replace(chosen, owner=owner))


def _by_colour(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    counts = context.reader.marked_counts("colour", chosen)
    for colour in Colour:
        if counts.get(colour):
            title = f"رنگ {COLOURS[colour]}"
            yield Part(title, counts[colour], replace(chosen, colour=colour))
    if counts.get(""):
        yield Part("بی‌رنگ", counts[""], chosen, keep=lambda note: note.colour is None)


def _by_meeting(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    counts = context.reader.marked_counts("meeting", chosen)
    for meeting in context.reader.store.meetings():
        if counts.get(meeting.uuid):
            title = f"{meeting.title}، {day_text(meeting.date)}"
            yield Part(title, counts[meeting.uuid], replace(chosen, meeting=meeting.uuid))
    if counts.get(""):
        yield Part("بیرون از جلسه", counts[""], chosen, keep=lambda note: note.meeting is None)


def _by_tag(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    reader = context.reader
    for use in reader.store.tags():
        if chosen.tag in (None, use.tag.uuid):
            tagged = replace(chosen, tag=use.tag.uuid)
            if count := reader.marked_count(tagged):
                yield Part(f"#{use.tag.name}", count, tagged)
    if chosen.tag is None:
        yield Part("بدون برچسب", None, chosen, keep=lambda note: not note.tags)


def _by_due(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    today = date.today()
    spans = (
        ("موعد گذشته", None, today - timedelta(days=1)),
        ("تا یک هفته‌ی دیگر", today, today + _WEEK),
        ("پس از آن", today + _WEEK + timedelta(days=1), None),
    )
    dated = 0
    for title, first, last in spans:
        start = first.isoformat() if first else "0001-01-01"
        due = replace(chosen, due_from=start, due_to=last.isoformat() if last else None)
        if count := context.reader.marked_count(due):
            dated += count
            yield Part(title, count, due, "due")
    if rest := context.reader.marked_count(chosen) - dated:
        yield Part("بدون موعد", rest, chosen, keep=lambda note: note.due is None)


_PARTS: dict[str, Callable[[Context, NoteFilter], Iterator[Part]]] = {
    "axis": _by_axis,
    "kind": _by_kind,
    "owner": _by_owner,
    "tag": _by_tag,
    "colour": _by_colour,
    "meeting": _by_meeting,
    "due": _by_due,
}
GROUPS = {
    "date": "روز ثبت",
    "axis": "محور",
    "kind": "نوع",
    "owner": "مسئول",
    "tag": "برچسب",
    "colour": "رنگ",
    "meeting": "جلسه",
    "due": "موعد",
}
