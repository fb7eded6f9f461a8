"""How the reader's marks look in a list, whichever page shows them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import count

from db.reference.models import Item
from db.user.models import REMARK_TITLES, Annotation, Bookmark, Collection, Draft, Mark, RemarkKind
from db.user.note_filter import NoteFilter
from desktop.common.context import Context
from desktop.common.entry_rows import Entry, Pill
from desktop.common.persian import excerpt, jalali, shorten
from desktop.common.saving import MEETING, state_of
from desktop.common.tokens import AXIS_ICONS

_TONES = {
    RemarkKind.AMBIGUITY: "warn",
    RemarkKind.CONFLICT: "danger",
    RemarkKind.PROPOSAL: "accent",
    RemarkKind.RESOLUTION: "ok",
}
_ICONS = {
    RemarkKind.COMMENT: "message-square",
    RemarkKind.AMBIGUITY: "circle-help",
    RemarkKind.CONFLICT: "git-compare-arrows",
    RemarkKind.PROPOSAL: "lightbulb",
    RemarkKind.RESOLUTION: "gavel",
}
DAY, CLOCK = "d MMMM yyyy", "HH:mm"
LOST = "جای گم‌شده"
_DRAFT_WORDS = 40
_AT_ONCE = 200  # notes
_MOST_LETTERS, _MOST_LINES = 500, 8  # of a note in a list; the panel shows all of it
_SPOILED = "تاریخ ناخوانا"  # a byte of it was lost with the disk
_NOWHERE = "بندی که در این سند نیست"


def day_text(iso: str) -> str:
    """An ISO date or time as a Jalali day."""
    return _moment_text(iso, DAY)


def clock_text(iso: str) -> str:
    """The time of day, under a heading that names the day."""
    return _moment_text(iso, CLOCK)


def _moment_text(iso: str, pattern: str) -> str:
    try:
        return jalali(datetime.fromisoformat(iso), pattern)
    except ValueError:
        return _SPOILED


def axis_of(context: Context, item_id: str) -> str:
    """The axis of an item, or the axis itself when the mark stands on one.

    A mark salvaged from a damaged file may name an item that is none: it is shown all the same.
    """
    axes = [axis.slug for axis in context.reference.axes()]
    if item_id in axes:
        return item_id
    item = item_of(context, item_id)
    named = item_id.partition("-")[0]
    return item.axis if item else named if named in axes else axes[0]


def item_of(context: Context, item_id: str) -> Item | None:
    """The item a mark stands on; None for an axis and for what is not in the document."""
    return next((item for item in context.reference.items() if item.id == item_id), None)


def item_words(context: Context, item_id: str) -> str:
    item = item_of(context, item_id)
    return item.edited if item else ""


def place_text(context: Context, item_id: str) -> str:
    """«زیرساخت‌های شهری · جهت‌گیری ۲»."""
    slug = axis_of(context, item_id)
    item = item_of(context, item_id)
    where = context.row_title(item) if item else "همه‌ی محور" if slug == item_id else _NOWHERE
    return f"{context.axis_title(slug)} · {where}"


def draft_place(context: Context, draft: Draft) -> str:
    """Where an unfinished text was begun."""
    of_meeting = draft.slot.startswith(MEETING)
    return "مشخصات جلسه" if of_meeting else place_text(context, draft.item_id)


def draft_title(context: Context, draft: Draft) -> str:
    """Where an unfinished text was begun, with its first words."""
    words = shorten(str(state_of(draft).get("note", "")), _DRAFT_WORDS)
    return ": ".join(filter(None, (draft_place(context, draft), words)))


def note_entry(context: Context, note: Annotation) -> Entry:
    """A note or highlight."""
    slug = axis_of(context, note.item_id)
    return Entry(
        key=note.uuid,
        title=excerpt(note.note, _MOST_LETTERS, _MOST_LINES),
        above=place_text(context, note.item_id),
        side=day_text(note.created),
        icon=AXIS_ICONS[slug],
        axis=slug,
        quote=note.selector.exact if note.selector else "",
        colour=note.colour.value if note.colour else "",
        pills=(*_lost(context, note), *_kind(note), *duties(note)),
        item_id=note.item_id,
    )


def note_entries(context: Context, chosen: NoteFilter) -> Iterator[Entry]:
    """All notes and highlights that pass a filter, read as a list asks for them."""
    for offset in count(0, _AT_ONCE):
        found = context.reader.store.notes(chosen, limit=_AT_ONCE, offset=offset)
        for note in found:
            yield note_entry(context, note)
        if len(found) < _AT_ONCE:
            return


def mark_entry(context: Context, mark: Mark, tags: Mapping[str, Sequence[str]]) -> Entry:
    """A note, a highlight or a bookmark; `tags` are those of items, by item id."""
    if isinstance(mark, Annotation):
        return note_entry(context, mark)
    return bookmark_entry(context, mark, tags.get(mark.item_id, ()))


def bookmark_entry(context: Context, bookmark: Bookmark, tags: Sequence[str] = ()) -> Entry:
    """A bookmark with the words of its item and the tags that the item has."""
    slug = axis_of(context, bookmark.item_id)
    return Entry(
        key=bookmark.uuid,
        title=item_words(context, bookmark.item_id),
        above=place_text(context, bookmark.item_id),
        below=bookmark.note,
        side=day_text(bookmark.created),
        icon=AXIS_ICONS[slug],
        axis=slug,
        pills=(Pill("نشان", "accent", "bookmark"), *_private(bookmark), *_tags(tags)),
        item_id=bookmark.item_id,
    )


def _lost(context: Context, note: Annotation) -> list[Pill]:
    """What is to be said of words that this edition of the document does not have."""
    return [Pill(LOST, "warn", "circle-help")] if context.reader.is_lost(note) else []


def _kind(note: Annotation) -> list[Pill]:
    tone = _TONES.get(note.kind, "plain")
    return [Pill(REMARK_TITLES[note.kind], tone, _ICONS[note.kind])] if note.note else []


def duties(note: Annotation) -> list[Pill]:
    """Who said it, who is to act and by when, whether it is closed or private, its tags."""
    pills = []
    if note.speaker:
        pills.append(Pill(f"گوینده: {note.speaker}", "plain", "quote"))
    if note.owner:
        pills.append(Pill(f"مسئول: {note.owner}", "plain", "user"))
    if note.due:
        late = not note.closed and note.due < date.today().isoformat()
        text = f"موعد {day_text(note.due)}" + ("، گذشته" if late else "")
        pills.append(Pill(text, "danger" if late else "plain", "calendar-clock"))
    if note.closed:
        pills.append(Pill("بسته‌شده", "ok", "check"))
    return [*pills, *_private(note), *_tags(note.tags)]


def _private(mark: Mark) -> list[Pill]:
    return [Pill("خصوصی", "plain", "lock")] if mark.private else []


def _tags(names: Sequence[str]) -> list[Pill]:
    return [Pill(f"#{name}") for name in names]


def collection_paths(found: Sequence[Collection]) -> dict[str, str]:
    """Each collection by its uuid, as «بیرونی › درونی», the inner ones after their outer one."""
    named = {one.uuid: one for one in found}
    paths: dict[str, str] = {}

    def walk(parent: str | None, above: str) -> None:
        for one in found:
            if (one.parent if one.parent in named else None) == parent:
                paths[one.uuid] = f"{above}{one.title}"
                walk(one.uuid, f"{paths[one.uuid]} › ")

    walk(None, "")
    return paths
