"""Marks under headings: by day, by place, by what they are, or by what they belong to."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from db.record import record, replace
from db.text.alphabet import alphabetical
from db.user.models import REMARK_TITLES, Annotation, Bookmark, Colour, Mark, RemarkKind
from db.user.note_filter import NoteFilter
from db.user.note_indexes import NoteOrder
from desktop.common.context import Context
from desktop.common.entry_rows import CHUNK, Heading, Row
from desktop.common.note_acts import COLOURS
from desktop.common.note_entries import axis_of, clock_text, collection_paths, day_text, mark_entry
from desktop.common.persian import digits

_WEEK = timedelta(days=6)
_MOST_AT_ONCE = 16 * CHUNK


@record
class Part:
    """A heading and the marks below it; `keep` sorts out what no filter can say.

    Parts without a title go on below the heading before them, whose `total` counts them all.
    """

    title: str
    count: int | None
    chosen: NoteFilter
    order: NoteOrder = "newest"
    total: int | None = None
    keep: Callable[[Mark], bool] = lambda _: True


def mark_rows(context: Context, chosen: NoteFilter, group: str) -> Iterator[Row]:
    """Headings and marks, read as the list asks for them."""
    tags = context.reader.store.item_tags()
    if group == "date":
        yield from _by_day(context, chosen, tags)
        return
    for part in _PARTS[group](context, chosen):
        marks = _marks(context, part)
        first = next(marks, None)
        if first is None:
            continue
        if part.title:
            count = part.total or part.count
            yield Heading(part.title, "" if count is None else f"{digits(count)} مورد")
        for mark in chain((first,), marks):
            yield mark_entry(context, mark, tags)


def _marks(context: Context, part: Part) -> Iterator[Mark]:
    offset, shown, limit = 0, 0, CHUNK
    while part.count is None or shown < part.count:
        found = context.reader.store.marks(
            part.chosen, order=part.order, limit=limit, offset=offset
        )
        for mark in filter(part.keep, found):
            shown += 1
            yield mark
        if len(found) < limit:
            return
        # Who goes on wants many, and each question passes over all that were read before.
        offset, limit = offset + limit, min(2 * limit, _MOST_AT_ONCE)


def _by_day(
    context: Context, chosen: NoteFilter, tags: Mapping[str, Sequence[str]]
) -> Iterator[Row]:
    heading = ""
    for mark in _marks(context, Part("", None, chosen)):
        day = day_text(mark.created)
        if day != heading:
            heading = day
            yield Heading(day)
        yield replace(mark_entry(context, mark, tags), side=clock_text(mark.created))


def _by_axis(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    """An axis below its name, its items in the order of the document, then what is not in it."""
    counts = context.reader.marked_counts("item_id", chosen)
    known = {item.id for item in context.reference.items()}
    strange = [one for one in counts if one not in known]
    for axis in context.reference.axes():
        items = (item.id for item in context.reference.items_of_axis(axis.slug))
        unknown = (one for one in strange if axis_of(context, one) == axis.slug != one)
        ids = [axis.slug, *items, *unknown]
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
    yield from _bookmarks(context, chosen)


def _bookmarks(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    """Where notes are told apart by what no bookmark has, bookmarks stand below them."""
    yield from _rest(context, "نشان", _alone(chosen, bookmarks=True))


def _rest(context: Context, title: str, chosen: NoteFilter | None) -> Iterator[Part]:
    if chosen and (count := context.reader.marked_count(chosen)):
        yield Part(title, count, chosen)


def _alone(chosen: NoteFilter, *, bookmarks: bool) -> NoteFilter | None:
    """The same of bookmarks, or of notes, alone; None when the other is asked for."""
    asked = chosen.bookmarks in (None, bookmarks)
    return replace(chosen, bookmarks=bookmarks) if asked else None


def _by_owner(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    counts = context.reader.marked_counts("owner", chosen)
    for owner in sorted(counts, key=lambda name: (not name, alphabetical(name))):
        title = owner or "بدون مسئول"
        yield Part(title, counts[owner], replace(chosen, owner=owner))
    yield from _bookmarks(context, chosen)


def _by_colour(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    counts = context.reader.marked_counts("colour", chosen)
    for colour in Colour:
        if counts.get(colour):
            title = f"رنگ {COLOURS[colour]}"
            yield Part(title, counts[colour], replace(chosen, colour=colour))
    if counts.get(""):
        notes = replace(chosen, bookmarks=False)
        yield Part("بی‌رنگ", counts[""], notes, keep=lambda mark: not _colour(mark))
    yield from _bookmarks(context, chosen)


def _colour(mark: Mark) -> Colour | None:
    return mark.colour if isinstance(mark, Annotation) else None


def _by_meeting(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    """What was marked in a meeting stays its own in the trash, to come back with it."""
    counts = dict(context.reader.marked_counts("meeting", chosen))
    for meeting in context.reader.store.meetings():
        if counts.get(meeting.uuid):
            title = f"{meeting.title}، {day_text(meeting.date)}"
            yield Part(title, counts.pop(meeting.uuid), replace(chosen, meeting=meeting.uuid))
    if gone := counts.keys() - {""}:
        count = sum(counts[uuid] for uuid in gone)
        yield Part("جلسه‌ی حذف‌شده", count, chosen, keep=lambda mark: mark.meeting in gone)
    if counts.get(""):
        yield Part("بیرون از جلسه", counts[""], chosen, keep=lambda mark: mark.meeting is None)


def _by_tag(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    reader = context.reader
    for use in reader.store.tags():
        if chosen.tag in (None, use.tag.uuid):
            tagged = replace(chosen, tag=use.tag.uuid)
            if count := reader.marked_count(tagged):
                yield Part(f"#{use.tag.name}", count, tagged)
    if chosen.tag is None:
        tags = reader.store.item_tags()

        def untagged(mark: Mark) -> bool:
            return not (mark.tags if isinstance(mark, Annotation) else tags.get(mark.item_id))

        yield Part("بدون برچسب", None, chosen, keep=untagged)


def _by_collection(context: Context, chosen: NoteFilter) -> Iterator[Part]:
    """Collections hold bookmarks alone."""
    counts = context.reader.marked_counts("collection", chosen)
    for uuid, path in collection_paths(context.reader.store.collections()).items():
        if counts.get(uuid):
            yield Part(path, counts[uuid], replace(chosen, collection=uuid))
    if counts.get(""):
        alone = replace(chosen, bookmarks=True)
        yield Part("نشان بیرون از مجموعه", counts[""], alone, keep=_is_loose)
    yield from _rest(context, "یادداشت و رنگ", _alone(chosen, bookmarks=False))


def _is_loose(mark: Mark) -> bool:
    return isinstance(mark, Bookmark) and mark.collection is None


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
    notes = _alone(chosen, bookmarks=False)
    if notes and (rest := context.reader.marked_count(notes) - dated):
        yield Part("بدون موعد", rest, notes, keep=lambda mark: not _due(mark))
    yield from _bookmarks(context, chosen)


def _due(mark: Mark) -> str | None:
    return mark.due if isinstance(mark, Annotation) else None


_PARTS: dict[str, Callable[[Context, NoteFilter], Iterator[Part]]] = {
    "axis": _by_axis,
    "kind": _by_kind,
    "owner": _by_owner,
    "tag": _by_tag,
    "colour": _by_colour,
    "meeting": _by_meeting,
    "collection": _by_collection,
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
    "collection": "مجموعه",
    "due": "موعد",
}
