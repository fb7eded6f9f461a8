"""How the reader's own data is written on a terminal, for people and as JSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from db.cli.command import Context
from db.cli.output import write_json, write_line
from db.errors import KnownError
from db.reference.citation import place_label
from db.search.models import NoteHit
from db.text.normalize import ltr, persian_digits
from db.user.backup import REASONS, Backup
from db.user.clock import stamp
from db.user.models import REMARK_TITLES, Annotation, Bookmark, Mark

_OTHER = {"bookmark": "نشان", "collection": "مجموعه", "tag": "برچسب", "meeting": "جلسه"}


def write_marks(
    marks: Sequence[Mark],
    as_json: bool,
    context: Context,
    item_tags: Mapping[str, Sequence[str]] | None = None,
) -> None:
    """Notes, highlights and bookmarks with all that is known of them; a bookmark has the tags of
    its item."""
    tags = item_tags or {}
    if as_json:
        write_json([_mark_as_json(mark, tags) for mark in marks])
        return
    if not marks:
        write_line("یادداشت و نشانی پیدا نشد.")
    for mark in marks:
        if isinstance(mark, Annotation):
            _write_note(mark, context)
        else:
            _write_bookmark(mark, context, tags.get(mark.item_id, ()))


def write_found(
    found: list[tuple[NoteHit, Annotation | None]], as_json: bool, ctx: Context
) -> None:
    """What a search found, best first: notes, and the names of tags, collections and meetings."""
    if as_json:
        write_json([_found_as_json(hit, note) for hit, note in found])
        return
    if not found:
        write_line("یادداشتی پیدا نشد.")
    for hit, note in found:
        if note:
            _write_note(note, ctx)
        else:
            write_line(f"{_OTHER[hit.kind]}: {hit.text}")


def _write_note(note: Annotation, context: Context) -> None:
    write_line(persian_digits(f"{_place(note, context)}، {REMARK_TITLES[note.kind]}"))
    if note.selector:
        write_line(f"  «{note.selector.exact}»")
    write_line(f"  {note.note}" if note.note else "  (رنگ‌شده)")
    known = {
        "گوینده": note.speaker,
        "مسئول": note.owner,
        "موعد": ltr(note.due) if note.due else "",
        "برچسب": "، ".join(note.tags),
        "خصوصی": "بله" if note.private else "",
        "شناسه": ltr(note.uuid),
    }
    _write_known(known)


def _write_bookmark(mark: Bookmark, context: Context, tags: Sequence[str]) -> None:
    write_line(persian_digits(f"{_place(mark, context)}، {_OTHER['bookmark']}"))
    if mark.note:
        write_line(f"  {mark.note}")
    known = {
        "برچسب": "، ".join(tags),
        "خصوصی": "بله" if mark.private else "",
        "شناسه": ltr(mark.uuid),
    }
    _write_known(known)


def _write_known(known: dict[str, str]) -> None:
    write_line("  " + "؛ ".join(f"{name}: {value}" for name, value in known.items() if value))


def _found_as_json(hit: NoteHit, note: Annotation | None) -> dict[str, Any]:
    if note:
        return _note_as_json(note)
    return {"type": hit.kind, "uuid": hit.uuid, "item": hit.item_id, "text": hit.text}


def _place(mark: Mark, context: Context) -> str:
    for axis in context.reference.axes():
        if axis.slug == mark.item_id:
            return f"محور {axis.title}"
    try:
        item = context.reference.item(mark.item_id)
    except KnownError:
        return f"بندی که در این سند نیست ({mark.item_id})"
    return f"محور {context.reference.axis(item.axis).title}، {place_label(item)}"


def _mark_as_json(mark: Mark, tags: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    if isinstance(mark, Annotation):
        return _note_as_json(mark)
    return _bookmark_as_json(mark) | {"tags": list(tags.get(mark.item_id, ()))}


def _bookmark_as_json(mark: Bookmark) -> dict[str, Any]:
    return {
        "type": "bookmark",
        **_named(mark),
        "collection": mark.collection,
        **_made(mark),
    }


def _note_as_json(note: Annotation) -> dict[str, Any]:
    return {
        "type": "annotation",
        **_named(note),
        "quote": note.selector.exact if note.selector else None,
        "span": [note.selector.start, note.selector.end] if note.selector else None,
        "kind": note.kind.value,
        "colour": note.colour.value if note.colour else None,
        "speaker": note.speaker,
        "owner": note.owner,
        "due": note.due,
        "closed": note.closed,
        "tags": list(note.tags),
        **_made(note),
    }


def _named(mark: Mark) -> dict[str, Any]:
    """What any mark is named by and says."""
    return {"uuid": mark.uuid, "item": mark.item_id, "note": mark.note}


def _made(mark: Mark) -> dict[str, Any]:
    """Who may see any mark, where and when it was made."""
    return {
        "private": mark.private,
        "meeting": mark.meeting,
        "created": mark.created,
        "modified": mark.modified,
    }


def write_backups(kept: list[Backup], as_json: bool) -> None:
    """Backups with their time by the clock of this computer, why they were made, what they hold."""
    if as_json:
        write_json([_backup_as_json(one) for one in kept])
        return
    if not kept:
        write_line("پشتیبانی نیست.")
    for one in kept:
        held = one.holds.counts
        numbers = f"{held.get('annotation', 0)} یادداشت، {held.get('bookmark', 0)} نشان"
        made = f"{one.made.astimezone():%Y-%m-%d %H:%M}"
        reason = REASONS.get(one.reason, one.reason)
        write_line(f"{one.path.name}\t{made}\t{reason}\t{persian_digits(numbers)}")


def _backup_as_json(one: Backup) -> dict[str, Any]:
    return {
        "name": one.path.name,
        "made": stamp(one.made),
        "reason": one.reason,
        "size": one.size,
        "counts": one.holds.counts,
    }
