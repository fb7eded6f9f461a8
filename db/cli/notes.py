"""`notes`: the reader's own data on the terminal: list, add, search, backup, restore, verify."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from db.cli.command import Command, Context
from db.cli.output import write_json, write_line
from db.cli.parser import PersianParser, whole_number
from db.errors import KnownError
from db.lock import FolderLock
from db.paths import LEXICON_DATA
from db.reference.citation import place_label
from db.text.normalize import persian_digits
from db.user.backup import Backup, Backups
from db.user.clock import stamp
from db.user.models import Annotation, RemarkKind
from db.user.notes_page import NoteFilter
from db.user.opening import open_store
from db.user.store import UserStore
from db.user.verify import verify

_KINDS = {
    "comment": "نظر",
    "ambiguity": "ابهام",
    "conflict": "تعارض",
    "proposal": "پیشنهاد",
    "resolution": "مصوبه",
}
_NO_BACKUP = "پشتیبانی با این نام نیست. «notes restore» بدون نام، فهرست پشتیبان‌ها را نشان می‌دهد."
_WINDOW_OPEN = "پنجره‌ی برنامه باز است. در همان پنجره بازیابی کنید، یا نخست آن را ببندید."
_NO_FILE = "هنوز یادداشتی در این پوشه نیست."


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parts = parser.add_subparsers(
        dest="part", metavar="کار", required=True, parser_class=PersianParser
    )

    def part(name: str, summary: str) -> argparse.ArgumentParser:
        one: argparse.ArgumentParser = parts.add_parser(name, help=summary, description=summary)
        one.add_argument("--json", action="store_true", help="خروجی JSON")
        # SUPPRESS: this parser's own default would hide what stood before the word.
        one.add_argument(
            "--user-data", metavar="DIR", default=argparse.SUPPRESS, help="پوشه‌ی داده‌های خواننده"
        )
        return one

    _add_filters(part("list", "فهرست یادداشت‌ها، تازه‌ترین نخست"))
    _add_fields(part("add", "یادداشت تازه بر یک بند یا محور"))
    find = part("search", "جست‌وجو در یادداشت‌ها")
    find.add_argument("query", nargs="+", metavar="QUERY", help="آنچه جست‌وجو می‌شود")
    find.add_argument("--limit", type=whole_number, default=20, metavar="N", help="بیشترین شمار")
    part("backup", "پشتیبان‌گیری، همین حالا")
    back = part("restore", "بازیابی از یک پشتیبان؛ بدون نام، فهرست آن‌ها")
    back.add_argument("name", nargs="?", metavar="NAME", help="نام پشتیبان، یا latest")
    part("verify", "آزمودن درستی پرونده‌ی یادداشت‌ها")


def _add_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--axis", metavar="SLUG", help="تنها یک محور، مانند transport")
    parser.add_argument("--kind", choices=tuple(_KINDS), help="تنها یک نوع")
    parser.add_argument("--owner", metavar="NAME", help="تنها از یک مسئول")
    parser.add_argument("--open", action="store_true", help="تنها پیگیری‌های باز")
    parser.add_argument("--limit", type=whole_number, default=50, metavar="N", help="بیشترین شمار")


def _add_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="شناسه‌ی بند یا محور، یا کد سه‌رقمی")
    parser.add_argument("text", nargs="+", metavar="TEXT", help="متن یادداشت")
    parser.add_argument("--kind", choices=tuple(_KINDS), default="comment", help="نوع یادداشت")
    parser.add_argument("--owner", default="", metavar="NAME", help="مسئول پیگیری")
    parser.add_argument("--due", metavar="DATE", help="موعد میلادی، مانند 2026-03-21")
    parser.add_argument("--tag", action="append", default=[], metavar="NAME", help="برچسب")
    parser.add_argument("--private", action="store_true", help="در خروجی و اشتراک نیاید")


def _run(arguments: argparse.Namespace, context: Context) -> int:
    return _PARTS[arguments.part](arguments, context)


@contextmanager
def _store(context: Context) -> Iterator[UserStore]:
    edition = context.reference.meta().edition_version
    opening = open_store(context.user_paths.database, edition=edition)
    if opening.sentence:
        sys.stderr.write(f"{opening.sentence}\n")
    with closing(opening.store) as store:
        yield store


def _list(arguments: argparse.Namespace, context: Context) -> int:
    if arguments.axis:
        context.reference.axis(arguments.axis)
    chosen = NoteFilter(
        axis=arguments.axis,
        kind=RemarkKind(arguments.kind) if arguments.kind else None,
        owner=arguments.owner,
        open_only=arguments.open,
    )
    with _store(context) as store:
        _write_notes(store.notes(chosen, limit=arguments.limit), arguments.json, context)
    return 0


def _add(arguments: argparse.Namespace, context: Context) -> int:
    slugs = {axis.slug for axis in context.reference.axes()}
    item_id = arguments.id if arguments.id in slugs else context.item(arguments.id).id
    if arguments.due:
        _check_date(arguments.due)
    with _store(context) as store:
        made = store.add_annotation(
            item_id,
            note=" ".join(arguments.text),
            kind=RemarkKind(arguments.kind),
            owner=arguments.owner,
            due=arguments.due,
            tags=arguments.tag,
            private=arguments.private,
        )
    _write_notes([made.value], arguments.json, context)
    return 0


def _check_date(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError as error:
        raise KnownError("موعد را به شکل 2026-03-21 بنویسید.") from error


def _search(arguments: argparse.Namespace, context: Context) -> int:
    """Found by the rules of the document, through the same index as the window's."""
    from db.search.lexicon import Lexicon
    from db.search.notes import NoteIndex

    index = NoteIndex(context.user_paths.note_index, Lexicon(LEXICON_DATA))
    with _store(context) as store, closing(index):
        index.follow(store)
        index.learn()
        hits = index.search(" ".join(arguments.query), arguments.limit)
        found = [store.annotation(hit.uuid) for hit in hits if hit.kind == "annotation"]
    _write_notes([note for note in found if note], arguments.json, context)
    return 0


def _backup(arguments: argparse.Namespace, context: Context) -> int:
    paths = context.user_paths
    if not paths.database.is_file():
        raise KnownError(_NO_FILE)
    _write_backups([Backups(paths.backups).make(paths.database)], arguments.json)
    return 0


def _restore(arguments: argparse.Namespace, context: Context) -> int:
    backups = Backups(context.user_paths.backups)
    kept = backups.kept()
    if arguments.name is None:
        _write_backups(kept, arguments.json)
        return 0
    named = {one.path.name: one for one in kept}
    wanted = kept[0] if arguments.name == "latest" and kept else named.get(arguments.name)
    if wanted is None:
        raise KnownError(_NO_BACKUP)
    lock = FolderLock(context.user_paths.window_lock)
    if not lock.take():
        raise KnownError(_WINDOW_OPEN)
    with closing(lock), _store(context) as store:
        safe = backups.restore(store, wanted.path)
    if arguments.json:
        write_json({"restored": wanted.path.name, "present_state": safe.path.name})
    else:
        write_line(f"بازیابی شد: {wanted.path.name}")
        write_line(f"حال پیشین نگه داشته شد: {safe.path.name}")
    return 0


def _verify(arguments: argparse.Namespace, context: Context) -> int:
    database: Path = context.user_paths.database
    if not database.is_file():
        raise KnownError(_NO_FILE)
    found = verify(database)
    if arguments.json:
        write_json({"good": found.good, "problems": found.problems, "counts": found.counts})
    else:
        write_line("پرونده‌ی یادداشت‌ها سالم است." if found.good else "پرونده آسیب دیده است:")
        for problem in found.problems:
            write_line(f"  {problem}")
    return 0 if found.good else 1


def _write_notes(notes: list[Annotation], as_json: bool, context: Context) -> None:
    if as_json:
        write_json([_note_as_json(note) for note in notes])
        return
    if not notes:
        write_line("یادداشتی پیدا نشد.")
    for note in notes:
        write_line(persian_digits(f"{_place(note, context)}، {_KINDS[note.kind.value]}"))
        if note.selector:
            write_line(f"  «{note.selector.exact}»")
        write_line(f"  {note.note}" if note.note else "  (رنگ‌شده)")


def _place(note: Annotation, context: Context) -> str:
    for axis in context.reference.axes():
        if axis.slug == note.item_id:
            return f"محور {axis.title}"
    try:
        item = context.reference.item(note.item_id)
    except KnownError:
        return f"بندی که در این سند نیست ({note.item_id})"
    return f"محور {context.reference.axis(item.axis).title}، {place_label(item)}"


def _note_as_json(note: Annotation) -> dict[str, Any]:
    return {
        "uuid": note.uuid,
        "item": note.item_id,
        "note": note.note,
        "quote": note.selector.exact if note.selector else None,
        "span": [note.selector.start, note.selector.end] if note.selector else None,
        "kind": note.kind.value,
        "colour": note.colour.value if note.colour else None,
        "owner": note.owner,
        "due": note.due,
        "closed": note.closed,
        "tags": list(note.tags),
        "private": note.private,
        "meeting": note.meeting,
        "created": note.created,
        "modified": note.modified,
    }


def _write_backups(kept: list[Backup], as_json: bool) -> None:
    if as_json:
        write_json([_backup_as_json(one) for one in kept])
        return
    if not kept:
        write_line("پشتیبانی نیست.")
    for one in kept:
        count = one.holds.counts.get("annotation", 0)
        write_line(f"{one.path.name}\t{persian_digits(str(count))} یادداشت")


def _backup_as_json(one: Backup) -> dict[str, Any]:
    return {
        "name": one.path.name,
        "made": stamp(one.made),
        "reason": one.reason,
        "size": one.size,
        "counts": one.holds.counts,
    }


_PARTS: dict[str, Callable[[argparse.Namespace, Context], int]] = {
    "list": _list,
    "add": _add,
    "search": _search,
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
}
COMMAND = Command("notes", "یادداشت‌ها: فهرست، افزودن، جست‌وجو، پشتیبان", _add_arguments, _run)
