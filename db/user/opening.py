"""Opens the reader's file whatever its state, and says in a sentence what was found."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from db.connection import open_user
from db.errors import PlaceError
from db.record import record
from db.text.normalize import ltr, persian_digits
from db.user.backup import Backup, Backups
from db.user.clock import Clock, utc_now
from db.user.condition import Condition, condition_of
from db.user.failures import known_failures, means_full_log
from db.user.last_end import LastEnd
from db.user.migration import create, migrate
from db.user.salvage import salvage
from db.user.store import UserStore
from db.user.verify import WHOLE_CHECK_LIMIT, is_writable, open_for_reading
from db.user.wholeness import Wholeness
from db.whole_file import put_in_place
from db.writable import LONGEST_INSIDE, can_write

UNWRITABLE = "در پوشه‌ی «{folder}» نمی‌توان نوشت. پوشه‌ی دیگری برای داده‌ها برگزینید."
TOO_LONG = "نام پوشه‌ی داده‌ها با همه‌ی پوشه‌های بالای آن بیش از اندازه دراز است. پوشه‌ی دیگری برگزینید."
READ_ONLY = "پوشه‌ی داده‌ها فقط‌خواندنی است؛ یادداشت‌ها دیده می‌شوند ولی چیزی ذخیره نمی‌شود."
OLDER = (
    "یادداشت‌های این پوشه با نسخه‌ی پیشین برنامه نوشته شده‌اند و تا پوشه فقط‌خواندنی است باز نمی‌شوند. "
    "پوشه را در جایی کپی کنید که بتوان در آن نوشت، یا پوشه‌ی دیگری برگزینید."
)
FULL = (
    "دیسک پر است؛ یادداشت‌ها دیده می‌شوند ولی چیزی ذخیره نمی‌شود. "
    "جا باز کنید و برنامه را دوباره باز کنید."
)
NEWER = "این یادداشت‌ها با نسخه‌ی تازه‌تری از برنامه نوشته شده‌اند و این‌جا فقط خوانده می‌شوند."
MISSING = (
    "پرونده‌ی یادداشت‌ها پیدا نشد و پرونده‌ای تازه ساخته شد. از پشتیبان‌ها می‌توانید آن را برگردانید."
)
DAMAGED = (
    "پرونده‌ی یادداشت‌ها آسیب دیده بود و با نام «{name}» کنار گذاشته شد. "
    "{read} مورد از آن خوانده شد و {added} مورد از پشتیبان برگشت."
)

RESUMED = (
    "پرونده‌ی یادداشت‌ها آسیب دیده بود و بازسازی آن بار پیش ناتمام ماند؛ اکنون به پایان رسید. "
    "پرونده‌ی آسیب‌دیده با نامی دیگر در همان پوشه است."
)

# SQLite takes 512 bytes on Unix and 1,040 on Windows, where a letter may need three; from these the
# names inside have to come, as from the 260 letters of a Windows that was not told to take more.
LONGEST_FOLDER = 430 if os.name == "posix" else 950
SURELY_SHORT = 260 - LONGEST_INSIDE


@record
class Opening:
    """An open store; `sentence` is the Persian banner, None when there is nothing to say.

    `condition` is how the file was found, `set_aside` where a damaged one lies now, `backup` the
    newest good backup, to be offered when the file was damaged or missing.
    """

    store: UserStore
    condition: Condition = Condition.GOOD
    sentence: str | None = None
    set_aside: Path | None = None
    backup: Backup | None = None
    read_only: bool = False


def open_store(
    path: Path,
    *,
    backups: Path | None = None,
    edition: str = "1",
    clock: Clock = utc_now,
) -> Opening:
    """Open the reader's file, making it when there is none; the folder is made for its owner.

    PlaceError when the place cannot be written and holds nothing that can be read without writing:
    no file, or one of an older version. KnownError when another program holds the file.

    A damaged file is set aside, never written over, and what it and the newest backup hold is put
    together. A large file that is just as it was left at a good end opens unexamined; it is
    examined before the first act, or when another thread asks the store's `wholeness`.
    """
    return _Opener(path, Backups(backups or path.parent / "backups", clock), edition, clock).open()


class _Opener:
    """The steps of opening, which share path, backups and what a store is made with."""

    def __init__(self, path: Path, backups: Backups, edition: str, clock: Clock) -> None:
        self._path = path
        self._partial = path.with_name(f"{path.name}.partial")
        self._backups = backups
        self._edition = edition
        self._clock = clock

    def open(self) -> Opening:
        if self._path.exists() and not is_writable(self._path):
            return self._on_read_only_medium()
        self._make_place()
        with known_failures():
            if not self._path.exists() and condition_of(self._partial) is Condition.GOOD:
                return self._resumed()
            vouched = LastEnd(self._path).take() and self._path.stat().st_size > WHOLE_CHECK_LIMIT
            condition = condition_of(self._path, in_part=vouched)
            if vouched and condition is not Condition.GOOD:
                vouched, condition = False, condition_of(self._path)
            if condition is Condition.NEWER:
                return self._read_only(condition, NEWER)
            if condition in (Condition.MISSING, Condition.EMPTY):
                return self._new(condition)
            if condition is Condition.DAMAGED:
                return self._recovered()
            if condition is Condition.OLDER:
                self._backups.make(self._path, "migration")
            return self._opened(condition, Wholeness(self._is_whole if vouched else None))

    def _on_read_only_medium(self) -> Opening:
        """Read what is there, unless it would have to be written to first."""
        with known_failures():
            condition = condition_of(self._path, in_part=True)
        if condition is Condition.OLDER:
            raise PlaceError(OLDER)
        if condition is Condition.EMPTY:
            raise PlaceError(UNWRITABLE.format(folder=ltr(str(self._path.parent))))
        return self._read_only(Condition.GOOD, READ_ONLY)

    def _is_whole(self) -> bool:
        with known_failures():
            return condition_of(self._path) is Condition.GOOD

    def _make_place(self) -> None:
        place = self._path.parent
        if len(os.fsencode(place)) > LONGEST_FOLDER:
            raise PlaceError(TOO_LONG)
        try:
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise PlaceError(UNWRITABLE.format(folder=ltr(str(place)))) from error
        if not can_write(place):
            deep = os.name == "nt" and len(str(place)) >= SURELY_SHORT
            raise PlaceError(TOO_LONG if deep else UNWRITABLE.format(folder=ltr(str(place))))

    def _store(self, connection: sqlite3.Connection, wholeness: Wholeness | None) -> UserStore:
        return UserStore(connection, edition=self._edition, clock=self._clock, wholeness=wholeness)

    def _opened(self, condition: Condition, wholeness: Wholeness) -> Opening:
        try:
            connection = open_user(self._path)
        except sqlite3.OperationalError as error:
            if condition is Condition.GOOD and means_full_log(error):
                return self._read_only(condition, FULL)
            raise
        migrate(connection)
        return Opening(self._store(connection, wholeness), condition)

    def _read_only(self, condition: Condition, sentence: str) -> Opening:
        with known_failures():
            # Without a log there is nothing to lock; with one, its pages must be seen.
            log = self._path.with_name(f"{self._path.name}-wal")
            connection = open_for_reading(self._path, immutable=not log.exists())
            store = self._store(connection, None)
        return Opening(store, condition, sentence, read_only=True)

    def _new(self, condition: Condition) -> Opening:
        """Make a file, unless an empty one stands where a backup says that there was more."""
        backup = self._backups.newest()
        if backup and condition is Condition.EMPTY:
            return self._recovered()
        _make_file(self._path)
        connection = open_user(self._path)
        try:
            create(connection)
        except sqlite3.OperationalError:
            connection.close()
            if condition_of(self._path) is not Condition.GOOD:
                raise
            return self._opened(Condition.GOOD, Wholeness())  # another program made it meanwhile
        sentence = MISSING if backup else None
        store = self._store(connection, Wholeness())
        return Opening(store, condition, sentence, backup=backup)

    def _recovered(self) -> Opening:
        """Put the new file together first, so that a crash meanwhile changes nothing."""
        for part in _parts(self._partial):
            part.unlink(missing_ok=True)
        _make_file(self._partial)
        backup = self._backups.newest()
        with closing(sqlite3.connect(self._partial, isolation_level=None)) as connection:
            connection.row_factory = sqlite3.Row
            create(connection)
            read, added = self._filled(connection, backup)
        set_aside = self._set_aside()
        put_in_place(self._partial, self._path)
        sentence = persian_digits(DAMAGED.format(name="\0", read=read, added=added))
        sentence = sentence.replace("\0", set_aside.name)
        store = self._store(open_user(self._path), Wholeness())
        return Opening(store, Condition.DAMAGED, sentence, set_aside, backup)

    def _resumed(self) -> Opening:
        """Take up a recovery that was cut off between its last two steps."""
        self._set_aside()  # what is left of the damaged file's log
        put_in_place(self._partial, self._path)
        store = self._store(open_user(self._path), Wholeness())
        return Opening(store, Condition.DAMAGED, RESUMED, backup=self._backups.newest())

    def _filled(self, connection: sqlite3.Connection, backup: Backup | None) -> tuple[int, int]:
        if backup is None:
            return salvage(self._path, connection, None)
        with closing(open_for_reading(backup.path, immutable=True)) as source:
            return salvage(self._path, connection, source)

    def _set_aside(self) -> Path:
        """Give the damaged file and its log a name that no file has."""
        stem = f"{self._path.stem}-damaged-{self._clock():%Y%m%dT%H%M%S}"
        names = (f"{stem}{'' if n == 1 else f'-{n}'}{self._path.suffix}" for n in range(1, 1000))
        target = next(path for name in names if not (path := self._path.with_name(name)).exists())
        for old, new in zip(_parts(self._path), _parts(target), strict=True):
            if old.exists():
                put_in_place(old, new)
        return target


def _parts(path: Path) -> tuple[Path, ...]:
    """A database with the files SQLite may keep beside it."""
    return tuple(path.with_name(f"{path.name}{end}") for end in ("", "-wal", "-shm", "-journal"))


def _make_file(path: Path) -> None:
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
