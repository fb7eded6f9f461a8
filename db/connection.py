"""How SQLite files are opened: the reference so that it cannot be written, notes so that
nothing committed is lost."""

import sqlite3
import sys
from pathlib import Path, PurePath

from db.errors import KnownError

BUSY_TIMEOUT_MS = 5_000
# The page cache: room for an index of 100,000 notes, which counting reads whole.
_CACHE_KIB = 32_000
# Here this machine's kernel alone maps the write-ahead log. On a share two kernels may map it
# differently, and memory sticks, which come with FAT or NTFS, are pulled out at will.
_LOCAL_FILE_SYSTEMS = frozenset(
    {"ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "jfs", "reiserfs", "bcachefs", "zfs"}
    | {"tmpfs", "ramfs", "overlay", "ecryptfs"}
)


def open_read_only(path: Path) -> sqlite3.Connection:
    """Open a bundled database; nothing can write to it and no lock file is made."""
    if not path.is_file():
        raise KnownError("پرونده‌ی متن سند پیدا نشد. برنامه را دوباره نصب کنید.")
    connection = sqlite3.connect(uri_of(path, mode="ro", immutable="1"), uri=True)
    connection.row_factory = sqlite3.Row
    return connection


def uri_of(path: PurePath, **options: str) -> str:
    """How SQLite is told a path with options.

    It refuses the name of a server where a URI has one: a share of Windows is a path to it.
    """
    place = path.as_uri()
    if not place.startswith("file:///"):
        place = place.replace("file://", "file:////", 1)
    return f"{place}?{'&'.join(f'{name}={value}' for name, value in options.items())}"


def open_user(path: Path) -> sqlite3.Connection:
    """Open the reader's database for writing; autocommit, acts open their own transactions."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_MS / 1000)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA journal_mode = {journal_mode_for(path)}")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    return connection


def copy_database(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy a whole database over another.

    Where another program holds one of them for longer than their timeouts, it is locked as for any
    statement; `backup` by itself would try for ever.
    """
    source.backup(target, progress=_refuse_to_wait)


def _refuse_to_wait(status: int, _left: int, _all: int) -> None:
    if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = status
        raise error


def journal_mode_for(path: Path) -> str:
    """WAL on a local fixed disk, rollback journal on network, removable or unknown media."""
    if sys.platform == "win32":
        return "WAL" if _is_fixed_windows_drive(path) else "DELETE"
    return "WAL" if _linux_file_system(path) in _LOCAL_FILE_SYSTEMS else "DELETE"


def _linux_file_system(path: Path) -> str | None:
    """Type of the mount that holds `path`, from the kernel's table; None when unknown."""
    place = path.resolve().as_posix()
    best, kind = -1, None
    try:
        table = Path("/proc/self/mounts").read_text("utf-8", "replace")
    except OSError:
        return None
    for line in table.splitlines():
        _, mount, name, *_ = line.split(" ")
        mount = mount.replace("\\040", " ")
        inside = place == mount or place.startswith(mount.rstrip("/") + "/")
        if inside and len(mount) >= best:
            best, kind = len(mount), name
    return kind


def _is_fixed_windows_drive(path: Path) -> bool:
    import ctypes

    fixed = 3
    anchor = path.absolute().anchor
    return bool(ctypes.windll.kernel32.GetDriveTypeW(anchor) == fixed)  # type: ignore[attr-defined, unused-ignore]
