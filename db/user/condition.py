"""Tells in what condition the reader's file is, without changing it."""

import sqlite3
from contextlib import closing
from enum import Enum, auto
from pathlib import Path

from db.user.failures import means_damage
from db.user.migration import version_of
from db.user.schema import SCHEMA_VERSION
from db.user.verify import WHOLE_CHECK_LIMIT, foreign, open_for_reading, problems_of

# No version of ours will ever be as high; such a number is a flipped bit.
_ABSURD_VERSION = 1_000


class Condition(Enum):
    """How a file was found, which decides what has to be done before it can be used."""

    MISSING = auto()
    EMPTY = auto()
    GOOD = auto()
    OLDER = auto()
    NEWER = auto()
    DAMAGED = auto()


def condition_of(path: Path, *, in_part: bool = False) -> Condition:
    """Examine a file and its log through a connection that cannot write.

    `in_part` examines only the header, the tables' fingerprint and the state.
    """
    if not path.exists() or path.stat().st_size == 0:
        # A log without its file is what is left of one.
        log = path.with_name(f"{path.name}-wal")
        if log.exists() and log.stat().st_size:
            return Condition.DAMAGED
        return Condition.EMPTY if path.exists() else Condition.MISSING
    try:
        with closing(open_for_reading(path)) as connection:
            return _condition(connection, path.stat().st_size, in_part=in_part)
    except sqlite3.DatabaseError as error:
        # Python's own complaint about bytes that are no UTF-8 comes without a code.
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
        if code == sqlite3.SQLITE_READONLY_ROLLBACK:
            return _after_rollback(path)
        if means_damage(error) or code == sqlite3.SQLITE_ERROR:
            return Condition.DAMAGED
        raise
    except UnicodeDecodeError:
        return Condition.DAMAGED  # the complaint itself quotes a damaged name


def _condition(connection: sqlite3.Connection, size: int, *, in_part: bool = False) -> Condition:
    version = version_of(connection)
    if version == 0 and not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
        return Condition.EMPTY
    whole = size <= WHOLE_CHECK_LIMIT
    if foreign(connection) if in_part else problems_of(connection, whole=whole):
        return Condition.DAMAGED
    if version == SCHEMA_VERSION:
        return Condition.GOOD
    if version > SCHEMA_VERSION:
        return Condition.NEWER if version < _ABSURD_VERSION else Condition.DAMAGED
    return Condition.OLDER if version else Condition.DAMAGED


def _after_rollback(path: Path) -> Condition:
    """A transaction was cut off by a crash; SQLite takes it back when it may write."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
        return _condition(connection, path.stat().st_size)
