"""Backups that are known to open: copied by SQLite, checked before they count, thinned by age."""

import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from db.connection import copy_database
from db.errors import KnownError
from db.record import record, values
from db.user import rows
from db.user.clock import Clock, utc_now
from db.user.failures import known_failures
from db.user.history import Replacement
from db.user.migration import migrate, renew_lineage
from db.user.models import Outcome
from db.user.schema import SCHEMA_VERSION
from db.user.store import UserStore
from db.user.verify import Verification, open_for_reading, verified, verify
from db.whole_file import written_whole

FAILED = "پشتیبان ساخته نشد. جای خالی دیسک و اجازه‌ی نوشتن در پوشه را بررسی کنید."
NOT_WHOLE = (
    "پشتیبان ساخته نشد، چون رونوشت یادداشت‌ها سالم درنیامد. "
    "برنامه را ببندید و دوباره باز کنید تا پرونده‌ی یادداشت‌ها بررسی شود."
)
RESTORED = "پشتیبان بازیابی شد"
NOT_GOOD = "این پشتیبان سالم نیست و برگردانده نشد؛ یادداشت‌های کنونی دست نخوردند."
TOO_NEW = "این پشتیبان از نسخه‌ی تازه‌تری از برنامه است و این‌جا برگردانده نمی‌شود."

_NAME = re.compile(r"notes-(\d{8}T\d{6}\.\d{3})Z-([a-z]+)\.db")
_STAMP = "%Y%m%dT%H%M%S.%f"
_KEPT_WHOLE = timedelta(days=2)

REASONS = {
    "start": "هنگام آغاز برنامه",
    "daily": "خودکار روزانه",
    "manual": "دستی",
    "restore": "پیش از بازیابی",
    "purge": "پیش از پاک شدن حذف‌شده‌های کهنه",
    "migration": "پیش از نسخه‌ی تازه",
    "edition": "پیش از ویراست تازه",
}


@record
class Backup:
    """One kept copy: `made` is UTC, `reason` a key of REASONS, `holds` what the file contains."""

    path: Path
    made: datetime
    reason: str
    size: int
    holds: Verification


class Backups:
    """The folder of backups; works on files, so that any thread may use it."""

    def __init__(self, folder: Path, clock: Clock = utc_now) -> None:
        self.folder = folder
        self._clock = clock

    def kept(self) -> list[Backup]:
        """All copies that open and are whole, the latest first."""
        found = (_examined(path) for path in self._paths())
        return [backup for backup in found if backup]

    def newest(self) -> Backup | None:
        """The latest copy that is whole."""
        return next((found for path in self._paths() if (found := _examined(path))), None)

    def make(self, database: Path, reason: str = "manual") -> Backup:
        """Copy the file while it is in use; KnownError unless the copy proves whole."""
        with known_failures(), closing(open_for_reading(database)) as source:
            made, target = self._free_name(reason)
            holds = write_copy(target, partial(copy_database, source))
        return Backup(target, made, reason, target.stat().st_size, holds)

    def keep_up(self, database: Path, *, at_start: bool = False) -> Backup | None:
        """Make a backup if one is due: something changed, and it is the start or a day has gone."""
        present = verify(database).data_version
        newest = self.newest()
        if present.revision == 0 or (newest and newest.holds.data_version == present):
            return None
        # A backup from the future means the clock was set back; then a day may well have gone.
        if newest and not at_start:
            age = self._clock() - newest.made
            if timedelta(0) <= age < timedelta(days=1):
                return None
        made = self.make(database, "start" if at_start else "daily")
        self.thin()
        return made

    def thin(self) -> list[Path]:
        """Remove what is neither of the last two days nor the last of a kept day, week, month."""
        whole = self.kept()
        recent = {one.path for one in whole if self._clock() - one.made < _KEPT_WHOLE}
        worth = recent | _last_of(whole, 12, lambda made: made.date().isoformat())
        worth |= _last_of(whole, 10, lambda made: str(made.isocalendar()[:2]))
        worth |= _last_of(whole, 9, lambda made: f"{made:%Y-%m}")
        old = (one.path for one in whole if one.path not in worth)
        return [path for path in old if _removed(path)]

    def restore(self, store: UserStore, backup: Path) -> Outcome[Backup]:
        """Put a backup in the place of the present state, which is backed up first and returned.

        Drafts of now stay. It is undone by that copy, and redone by the backup, each time after a
        copy of what is then.
        """
        safe = self._put(store, backup)
        put = partial(self._put, store)
        done = store.has_replaced(Replacement(RESTORED, safe.path, backup, put))
        return Outcome(safe, done)

    def _put(self, store: UserStore, backup: Path) -> Backup:
        holds = _holds(backup)
        if holds is None or not holds.good:
            raise KnownError(NOT_GOOD)
        if holds.schema_version > SCHEMA_VERSION:
            raise KnownError(TOO_NEW)
        safe = self.make(store.path, "restore")
        prepared = self.folder / "restoring.partial"
        try:
            with closing(open_for_reading(backup)) as source:
                write_copy(prepared, partial(copy_database, source))
            with known_failures(), closing(_plain(prepared)) as connection:
                _prepare(connection, store)
                store.load(connection)
        finally:
            _removed(prepared)
        return safe

    def _paths(self) -> list[Path]:
        found = (path for path in self.folder.glob("notes-*.db") if _NAME.fullmatch(path.name))
        return sorted(found, reverse=True)

    def _free_name(self, reason: str) -> tuple[datetime, Path]:
        """The time, to the millisecond, and a name that sorts by it and is not taken."""
        now = self._clock()
        made = now.replace(microsecond=now.microsecond // 1000 * 1000)
        while True:
            path = self.folder / f"notes-{made.strftime(_STAMP)[:-3]}Z-{reason}.db"
            if not path.exists():
                return made, path
            made += timedelta(milliseconds=1)


def save_copy(store: UserStore, target: Path) -> None:
    """Save all notes somewhere else, though their own place is full, read-only or gone."""
    write_copy(target, store.copy_into)


def write_copy(target: Path, copy: Callable[[sqlite3.Connection], None]) -> Verification:
    """Write a database whole or not at all, readable by its owner only, and check it."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with written_whole(target) as partial:
            os.close(os.open(partial, os.O_CREAT | os.O_RDWR, 0o600))
            with known_failures(), closing(_plain(partial)) as connection:
                copy(connection)
                connection.execute("PRAGMA journal_mode = DELETE")
                holds = verified(connection)
            if not holds.good:
                raise KnownError(NOT_WHOLE)
        return holds
    except OSError as error:
        raise KnownError(FAILED) from error


def _removed(path: Path) -> bool:
    """Whether a file could go; on Windows it stays while another program reads it."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def _prepare(connection: sqlite3.Connection, store: UserStore) -> None:
    """Bring a copy of a backup up to date before it takes the place of the present state."""
    migrate(connection)
    renew_lineage(connection)
    held = rows.read(connection, "state", ("revision",)) or {}
    revision = max(int(held["value"] or 0), store.data_version.revision) + 1
    rows.write(connection, "state", {"name": "revision", "value": str(revision)})
    for draft in store.drafts():
        rows.write(connection, "draft", values(draft))


def _examined(path: Path) -> Backup | None:
    """A backup with what it holds; None for a damaged one, which never counts."""
    name = _NAME.fullmatch(path.name)
    holds = _holds(path)
    if name is None or holds is None or not holds.good:
        return None
    made = datetime.strptime(f"{name[1]}+0000", f"{_STAMP}%z")
    return Backup(path, made, name[2], path.stat().st_size, holds)


def _holds(path: Path) -> Verification | None:
    try:
        with closing(open_for_reading(path, immutable=True)) as connection:
            return verified(connection)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None


def _last_of(whole: Iterable[Backup], count: int, period: Callable[[datetime], str]) -> set[Path]:
    """The latest backup of each of the last `count` periods that have one."""
    latest: dict[str, Path] = {}
    for backup in whole:
        latest.setdefault(period(backup.made), backup.path)
    return set(list(latest.values())[:count])
