"""`self-check`: proves on this very machine that the program is whole and does its work."""

import argparse
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.cli.command import Command, Context
from db.cli.output import write_line
from db.errors import KnownError
from db.paths import FONTS, SEARCH_INDEX
from db.search.models import SearchQuery
from db.text import TEXT_RULES_VERSION
from db.text.normalize import persian_digits
from db.user.opening import open_store
from db.version import VERSION

_FONT_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_TRUETYPE = b"\x00\x01\x00\x00"
_NETWORK = ("socket", "ssl", "http.client", "urllib.request", "PySide6.QtNetwork")
# One query of each class with an item that a whole index must find for it.
_SEARCHES = (
    ("شکل حروف و نیم‌فاصله", "زيرساختهاي اطلاعاتي و ارتباطاتي", "infrastructure-2"),
    ("صورت واژه", "شیوه‌هایی برای پردازش زباله‌ها", "environment-15"),
    ("لغزش تایپ", "بازیافط ضایعات", "environment-16"),
    ("صفحه‌کلید دیگر", "fhcdhtj", "environment-16"),
    ("موضوع", "پسماند", "environment-15"),
    ("عین عبارت", "«اطلاعاتی و ارتباطاتی»", "infrastructure-2"),
    ("پالایه", "محور:محیط‌زیست زباله", "environment-15"),
)


@dataclass(frozen=True)
class Finding:
    """One line of the table."""

    name: str
    passed: bool
    detail: str


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing but what every command takes."""


def _run(_: argparse.Namespace, context: Context) -> int:
    findings = [_guarded(name, check, context) for name, check in _CHECKS.items()]
    for finding in findings:
        sign = "✓" if finding.passed else "✗"
        write_line(f"{sign} {finding.name}: {finding.detail}")
    failed = sum(not finding.passed for finding in findings)
    write_line(
        persian_digits(f"{failed} آزمون از {len(findings)} رد شد.") if failed else "همه درست است."
    )
    return 1 if failed else 0


def _guarded(name: str, check: Callable[[Context], tuple[bool, str]], context: Context) -> Finding:
    try:
        return Finding(name, *check(context))
    except KnownError as error:
        return Finding(name, False, error.sentence)


def _versions(context: Context) -> tuple[bool, str]:
    meta = context.reference.meta()
    detail = (
        f"tehran1404 {VERSION}، ویراست {meta.edition_version}، "
        f"Python {platform.python_version()}، SQLite {sqlite3.sqlite_version}"
    )
    return meta.text_rules_version == TEXT_RULES_VERSION, detail


def _content(context: Context) -> tuple[bool, str]:
    meta = context.reference.meta()
    intact = context.reference.content_is_intact()
    detail = "متن این نسخه دست‌نخورده است" if intact else "متن این نسخه دست خورده است"
    return intact, f"{detail} ({meta.content_hash[:16]})"


def _index(context: Context) -> tuple[bool, str]:
    from db.search.postings import open_postings

    indexed = set(open_postings(SEARCH_INDEX).ids)
    items = {item.id for item in context.reference.items()}
    return indexed == items, persian_digits(f"{len(indexed & items)} از {len(items)} بند در نمایه")


def _fonts(_: Context) -> tuple[bool, str]:
    files = [FONTS / f"Vazirmatn-{weight}.ttf" for weight in _FONT_WEIGHTS]
    good = [path for path in files if path.is_file() and path.read_bytes()[:4] == _TRUETYPE]
    return len(good) == len(files), persian_digits(f"{len(good)} از {len(files)} قلم وزیرمتن")


def _search(context: Context) -> tuple[bool, str]:
    missed = [
        name
        for name, query, wanted in _SEARCHES
        if wanted not in (h.item_id for h in context.engine.search(SearchQuery(query)).hits)
    ]
    if missed:
        return False, f"پاسخ نداد: {'، '.join(missed)}"
    return True, persian_digits(f"{len(_SEARCHES)} گونه پرسش پاسخ درست گرفت")


def _notes(context: Context) -> tuple[bool, str]:
    item = context.reference.items()[0]
    written = "یادداشت آزمون"
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "notes.db"
            with closing(open_store(path).store) as store:
                note = store.add_annotation(item.id, note=written).value
            with closing(open_store(path).store) as store:
                read = store.annotation(note.uuid)
    except OSError as error:
        return False, f"یادداشت آزمون نوشته نشد: {error.strerror}"
    return read is not None and read.note == written, "یادداشت نوشته و باز خوانده شد"


def _network(_: Context) -> tuple[bool, str]:
    loaded = [name for name in _NETWORK if name in sys.modules]
    return not loaded, "، ".join(loaded) or "هیچ بخش شبکه‌ای بار نشده است"


_CHECKS = {
    "نسخه‌ها": _versions,
    "متن سند": _content,
    "نمایه‌ی جست‌وجو": _index,
    "قلم‌ها": _fonts,
    "جست‌وجو": _search,
    "یادداشت‌ها": _notes,
    "شبکه": _network,
}

COMMAND = Command("self-check", "آزمودن درستی برنامه روی همین رایانه", _add_arguments, _run)
