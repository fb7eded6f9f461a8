"""`notes`: the reader's own data on the terminal: list, add, search, backup, restore, verify."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from db.cli.command import Command, Context
from db.cli.notes_output import write_backups, write_found, write_marks
from db.cli.output import write_json, write_line, write_mistake
from db.cli.parser import PersianParser, whole_number
from db.errors import KnownError
from db.lock import FolderLock
from db.text.normalize import latin_digits, normalize
from db.user.annotations import day_of
from db.user.backup import Backups
from db.user.models import RemarkKind
from db.user.note_filter import NoteFilter
from db.user.opening import open_store
from db.user.store import UserStore
from db.user.verify import verify

_KINDS = tuple(kind.value for kind in RemarkKind)
_BOOKMARK = "bookmark"
_NO_BACKUP = "پشتیبانی با این نام نیست. «notes restore» بدون نام، فهرست پشتیبان‌ها را نشان می‌دهد."
_WINDOW_OPEN = "پنجره‌ی برنامه باز است. در همان پنجره بازیابی کنید، یا نخست آن را ببندید."
_NO_DATE = "موعد را به تاریخ میلادی و به شکل 2026-03-21 بنویسید."
_FIRST_YEAR = 1900  # before it, a year of the Jalali calendar was meant
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

    _add_filters(part("list", "فهرست یادداشت‌ها، رنگ‌ها و نشان‌ها، تازه‌ترین نخست"))
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
    parser.add_argument("--kind", choices=(*_KINDS, _BOOKMARK), help="تنها یک نوع")
    parser.add_argument("--owner", metavar="NAME", help="تنها از یک مسئول")
    parser.add_argument("--speaker", metavar="NAME", help="تنها از یک گوینده")
    parser.add_argument("--open", action="store_true", help="تنها پیگیری‌های باز")
    parser.add_argument("--limit", type=whole_number, default=50, metavar="N", help="بیشترین شمار")


def _add_fields(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="شناسه‌ی بند یا محور، یا کد سه‌رقمی")
    parser.add_argument("text", nargs="+", metavar="TEXT", help="متن یادداشت")
    parser.add_argument("--kind", choices=_KINDS, default="comment", help="نوع یادداشت")
    parser.add_argument("--speaker", default="", metavar="NAME", help="گوینده، در جلسه")
    parser.add_argument("--owner", default="", metavar="NAME", help="مسئول پیگیری")
    parser.add_argument("--due", metavar="DATE", help="موعد به تاریخ میلادی، مانند 2026-03-21")
    parser.add_argument("--tag", action="append", default=[], metavar="NAME", help="برچسب")
    parser.add_argument("--private", action="store_true", help="در خروجی و اشتراک نیاید")


def _run(arguments: argparse.Namespace, context: Context) -> int:
    return _PARTS[arguments.part](arguments, context)


@contextmanager
def _store(context: Context, *, to_write: bool = False) -> Iterator[UserStore]:
    edition = context.reference.meta().edition_version
    opening = open_store(context.user_paths.database, edition=edition)
    with closing(opening.store) as store:
        if opening.sentence and opening.read_only and to_write:
            raise KnownError(opening.sentence)
        if opening.sentence:
            write_mistake(opening.sentence)
        yield store


def _list(arguments: argparse.Namespace, context: Context) -> int:
    if arguments.axis:
        context.reference.axis(arguments.axis)
    bookmarks = arguments.kind == _BOOKMARK or None
    chosen = NoteFilter(
        axis=arguments.axis or None,
        kind=RemarkKind(arguments.kind) if arguments.kind and not bookmarks else None,
        bookmarks=bookmarks,
        owner=arguments.owner and normalize(arguments.owner),
        speaker=arguments.speaker and normalize(arguments.speaker),
        open_only=arguments.open,
    )
    with _store(context) as store:
        found = store.marks(chosen, limit=arguments.limit)
        write_marks(found, arguments.json, context, store.item_tags())
    return 0


def _add(arguments: argparse.Namespace, context: Context) -> int:
    slugs = {axis.slug for axis in context.reference.axes()}
    item_id = arguments.id if arguments.id in slugs else context.item(arguments.id).id
    due = latin_digits(arguments.due) if arguments.due else None
    if due and day_of(due, _NO_DATE).year < _FIRST_YEAR:
        raise KnownError(_NO_DATE)
    with _store(context, to_write=True) as store:
        made = store.add_annotation(
            item_id,
            note=" ".join(arguments.text),
            kind=RemarkKind(arguments.kind),
            speaker=arguments.speaker,
            owner=arguments.owner,
            due=due,
            tags=arguments.tag,
            private=arguments.private,
        )
    write_marks([made.value], arguments.json, context)
    return 0


def _search(arguments: argparse.Namespace, context: Context) -> int:
    """Found by the rules of the document, through the same index as the window's."""
    from db.search.notes import NoteIndex

    engine = context.engine
    index = NoteIndex(context.user_paths.note_index, engine.lexicon, engine)
    with _store(context) as store, closing(index):
        index.follow(store)
        index.learn()
        hits = index.search(" ".join(arguments.query), arguments.limit)
        found = [(hit, store.annotation(hit.uuid)) for hit in hits]
    write_found(found, arguments.json, context)
    return 0


def _backup(arguments: argparse.Namespace, context: Context) -> int:
    paths = context.user_paths
    if not paths.database.is_file():
        raise KnownError(_NO_FILE)
    write_backups([Backups(paths.backups).make(paths.database)], arguments.json)
    return 0


def _restore(arguments: argparse.Namespace, context: Context) -> int:
    backups = Backups(context.user_paths.backups)
    kept = backups.kept()
    if arguments.name is None:
        write_backups(kept, arguments.json)
        return 0
    named = {one.path.name: one for one in kept}
    wanted = kept[0] if arguments.name == "latest" and kept else named.get(arguments.name)
    if wanted is None:
        raise KnownError(_NO_BACKUP)
    lock = FolderLock(context.user_paths.window_lock)
    if not lock.take():
        raise KnownError(_WINDOW_OPEN)
    with closing(lock), _store(context, to_write=True) as store:
        safe = backups.restore(store, wanted.path).value
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
    problems, counts = _looked_at(database)
    if arguments.json:
        write_json({"good": not problems, "problems": problems, "counts": counts})
    else:
        write_line("پرونده آسیب دیده است:" if problems else "پرونده‌ی یادداشت‌ها سالم است.")
        for problem in problems:
            write_line(f"  {problem}")
    return 1 if problems else 0


def _looked_at(database: Path) -> tuple[tuple[str, ...], dict[str, int]]:
    """What is wrong with a file, be it that it cannot be read, and what it holds."""
    try:
        found = verify(database)
    except KnownError as error:
        return (error.sentence,), {}
    return found.problems, found.counts


_PARTS: dict[str, Callable[[argparse.Namespace, Context], int]] = {
    "list": _list,
    "add": _add,
    "search": _search,
    "backup": _backup,
    "restore": _restore,
    "verify": _verify,
}
COMMAND = Command("notes", "یادداشت‌ها: فهرست، افزودن، جست‌وجو، پشتیبان", _add_arguments, _run)
