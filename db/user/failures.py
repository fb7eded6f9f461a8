"""What SQLite says when disk, medium or another program fails, in the reader's words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from db.errors import StoreError

_SENTENCES = {
    sqlite3.SQLITE_FULL: "دیسک پر است و یادداشت ذخیره نشد. جا باز کنید و دوباره تلاش کنید.",
    sqlite3.SQLITE_READONLY: "پوشه‌ی داده‌ها فقط‌خواندنی است و یادداشت ذخیره نشد.",
    sqlite3.SQLITE_PERM: "اجازه‌ی نوشتن در پوشه‌ی داده‌ها نیست و یادداشت ذخیره نشد.",
    sqlite3.SQLITE_CANTOPEN: "پرونده‌ی یادداشت‌ها باز نمی‌شود. پوشه‌ی داده‌ها را بررسی کنید.",
    sqlite3.SQLITE_IOERR: "دیسک هنگام کار با یادداشت‌ها خطا داد. دیسک را بررسی کنید.",
    sqlite3.SQLITE_BUSY: "برنامه‌ی دیگری پرونده‌ی یادداشت‌ها را گرفته است. کمی بعد دوباره تلاش کنید.",
    sqlite3.SQLITE_LOCKED: "پرونده‌ی یادداشت‌ها درگیر کار دیگری است. کمی بعد دوباره تلاش کنید.",
    sqlite3.SQLITE_CORRUPT: "پرونده‌ی یادداشت‌ها آسیب دیده است. برنامه را ببندید و باز کنید.",
    sqlite3.SQLITE_NOTADB: "پرونده‌ی یادداشت‌ها آسیب دیده است. برنامه را ببندید و باز کنید.",
}
_FULL_LOG = "دیسک پر است و پرونده‌ی یادداشت‌ها باز نمی‌شود. جا باز کنید و دوباره تلاش کنید."
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _primary_code(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def means_damage(error: sqlite3.Error) -> bool:
    """True when the file's content is at fault, not the medium or another program."""
    return _primary_code(error) in _DAMAGED


def means_full_log(error: sqlite3.Error) -> bool:
    """True when a full disk lets nobody map the log, so that not even reading is possible."""
    return getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHMSIZE


@contextmanager
def known_failures() -> Iterator[None]:
    """Turn failures of the environment into StoreError; the rest are our bugs and pass."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        known = _FULL_LOG if means_full_log(error) else None
        sentence = known or _SENTENCES.get(_primary_code(error))
        if sentence is None:
            raise
        raise StoreError(sentence) from error
    except UnicodeDecodeError as error:  # the complaint itself quotes a damaged name
        raise StoreError(_SENTENCES[sqlite3.SQLITE_CORRUPT]) from error
