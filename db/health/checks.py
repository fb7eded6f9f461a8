"""Proves on this very machine that the program is whole and does its work."""

import importlib.util
import logging
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import KnownError
from db.health.carried_files import examine_files
from db.paths import BUNDLE, FONTS, QT_TRANSLATIONS, SEARCH_INDEX
from db.record import record
from db.reference.store import ReferenceStore
from db.text import TEXT_RULES_VERSION
from db.text.normalize import ltr, persian_digits
from db.version import VERSION

if TYPE_CHECKING:
    from db.search.engine import SearchEngine

_ONLY_BUILT = "تنها در برنامه‌ی ساخته‌شده سنجیده می‌شود"
_NAMED = 3  # of the files that are not as they were built
FAILED = "آزمون به خطا برخورد"
LOG = logging.getLogger(__name__)
_FONT_WEIGHTS = ("Regular", "Medium", "SemiBold", "Bold")
_TRUETYPE = b"\x00\x01\x00\x00"
_CATALOGUE = bytes.fromhex("3cb86418caef9c95")
_NETWORK = (
    *("socket", "_socket", "ssl", "_ssl", "http.client", "urllib.request"),
    "PySide6.QtNetwork",
)
# One query of each class with an item that a whole index must find for it.
SEARCHES = (
    ("شکل حروف و نیم‌فاصله", "زيرساختهاي اطلاعاتي و ارتباطاتي", "infrastructure-2"),
    ("صورت واژه", "شیوه‌هایی برای پردازش زباله‌ها", "environment-15"),
    ("لغزش تایپ", "بازیافط ضایعات", "environment-16"),
    ("صفحه‌کلید دیگر", "fhcdhtj", "environment-16"),
    ("موضوع", "پسماند", "environment-15"),
    ("عین عبارت", "«اطلاعاتی و ارتباطاتی»", "infrastructure-2"),
    ("صافی", "محور:محیط‌زیست زباله", "environment-15"),
)


@record
class Finding:
    """One line of the table; `passed` is None where there was nothing to examine."""

    name: str
    passed: bool | None
    detail: str


@record
class Subject:
    """What is examined; `engine` opens the search, which may fail by itself."""

    reference: ReferenceStore
    engine: "Callable[[], SearchEngine]"


type _Check = Callable[[Subject], tuple[bool | None, str]]
_SIGNS = {True: "✓", False: "✗", None: "–"}


def examine(subject: Subject) -> list[Finding]:
    """Every check, whatever the others find."""
    return [_guarded(name, check, subject) for name, check in _CHECKS.items()]


def table(findings: list[Finding]) -> str:
    """The findings as lines for a terminal or an e-mail, the verdict last."""
    lines = [f"{_SIGNS[one.passed]} {one.name}: {one.detail}" for one in findings]
    return "\n".join([*lines, verdict(findings)])


def verdict(findings: list[Finding]) -> str:
    failed = sum(one.passed is False for one in findings)
    left = sum(one.passed is None for one in findings)
    well = "همه‌ی آزمون‌های انجام‌شده درست است" if left else "همه درست است"
    told = f"{failed} آزمون از {len(findings)} رد شد" if failed else well
    if left:
        told += f"؛ {left} آزمون انجام نشد"
    return persian_digits(f"{told}.")


def _guarded(name: str, check: _Check, subject: Subject) -> Finding:
    try:
        return Finding(name, *check(subject))
    except KnownError as error:
        return Finding(name, False, error.sentence)
    except Exception:
        LOG.exception("the check %s failed", check.__name__)
        return Finding(name, False, FAILED)


def _versions(subject: Subject) -> tuple[bool, str]:
    meta = subject.reference.meta()
    detail = (
        f"برنامه {persian_digits(VERSION)} · ویراست متن {persian_digits(meta.edition_version)} · "
        f"{ltr(f'Python {platform.python_version()}')} · "
        f"{ltr(f'SQLite {sqlite3.sqlite_version}')}"
    )
    return meta.text_rules_version == TEXT_RULES_VERSION, detail


def _content(subject: Subject) -> tuple[bool, str]:
    meta = subject.reference.meta()
    intact = subject.reference.content_is_intact()
    detail = "متن این نسخه دست‌نخورده است" if intact else "متن این نسخه دست خورده است"
    return intact, f"{detail} ({meta.content_hash[:16]})"


def _index(subject: Subject) -> tuple[bool, str]:
    """What Whoosh holds, and what the search reads of a small index in its stead."""
    from db.search.postings import indexed_ids, open_postings

    indexed, read = indexed_ids(SEARCH_INDEX), set(open_postings(SEARCH_INDEX).ids)
    items = {item.id for item in subject.reference.items()}
    found = indexed & read & items
    return indexed == read == items, persian_digits(f"{len(found)} از {len(items)} بند در نمایه")


def _files(_: Subject) -> tuple[bool | None, str]:
    """A letter changed in a font or in a list of words would otherwise pass."""
    if not getattr(sys, "frozen", False):
        return None, _ONLY_BUILT
    found = examine_files(BUNDLE)
    changed = [ltr(name) for name, same in found.items() if not same]
    if changed:
        told = f"{len(changed)} از {len(found)} پرونده همان نیست که ساخته شد: "
        return False, persian_digits(told) + "، ".join(changed[:_NAMED])
    return True, persian_digits(f"{len(found)} پرونده‌ی داده همان است که ساخته شد")


def _fonts(_: Subject) -> tuple[bool, str]:
    files = [FONTS / f"Vazirmatn-{weight}.ttf" for weight in _FONT_WEIGHTS]
    good = [path for path in files if path.is_file() and path.read_bytes()[:4] == _TRUETYPE]
    return len(good) == len(files), persian_digits(f"{len(good)} از {len(files)} قلم وزیرمتن")


def _translations(_: Subject) -> tuple[bool, str]:
    path = QT_TRANSLATIONS / "qtbase_fa.qm"
    whole = path.is_file() and path.read_bytes()[: len(_CATALOGUE)] == _CATALOGUE
    return whole, "ترجمه‌ی فارسی پنجره‌ها " + ("در جای خود است" if whole else "پیدا نشد")


def _search(subject: Subject) -> tuple[bool, str]:
    from db.search.models import SearchQuery

    engine = subject.engine()
    missed = [
        name
        for name, query, wanted in SEARCHES
        if wanted not in (hit.item_id for hit in engine.search(SearchQuery(query)).hits)
    ]
    if missed:
        return False, f"پاسخ نداد: {'، '.join(missed)}"
    return True, persian_digits(f"{len(SEARCHES)} گونه پرسش پاسخ درست گرفت")


def _notes(subject: Subject) -> tuple[bool, str]:
    from db.user.opening import open_store

    item = subject.reference.items()[0]
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


def _network(_: Subject) -> tuple[bool | None, str]:
    """The built program must not carry network modules; an ordinary Python always has them."""
    if not getattr(sys, "frozen", False):
        return None, _ONLY_BUILT
    found = [name for name in _NETWORK if _carried(name)]
    return not found, "، ".join(found) or "هیچ بخش شبکه‌ای در برنامه نیست"


def _carried(module: str) -> bool:
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


_CHECKS: dict[str, _Check] = {
    "نسخه‌ها": _versions,
    "متن سند": _content,
    "پرونده‌ها": _files,
    "نمایه‌ی جست‌وجو": _index,
    "قلم‌ها": _fonts,
    "ترجمه": _translations,
    "جست‌وجو": _search,
    "یادداشت‌ها": _notes,
    "شبکه": _network,
}
