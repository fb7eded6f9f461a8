"""Looks whether a file of the reader's is whole, for opening, backups and the command line."""

import sqlite3
from contextlib import closing
from pathlib import Path

from db.connection import uri_of
from db.record import record
from db.user.desk import DataVersion
from db.user.failures import known_failures, means_full_log
from db.user.migration import fingerprint, version_of
from db.user.schema import APPLICATION_ID, SCHEMA_VERSION, TRASHED
from db.writable import can_write

# A whole check reads every index too; of a large file it would hold up the start.
WHOLE_CHECK_LIMIT = 8_000_000

READ_TIMEOUT = 5.0  # seconds to wait for another program that holds the file


@record
class Verification:
    """What a file holds; `problems` are SQLite's own words and empty for a good file.

    `counts` gives the live rows of each kind, and under `trash` the deleted ones.
    """

    problems: tuple[str, ...]
    counts: dict[str, int]
    schema_version: int
    data_version: DataVersion

    @property
    def good(self) -> bool:
        return not self.problems


def verify(path: Path) -> Verification:
    """Check a whole file without changing it; KnownError when it cannot even be read."""
    with known_failures(), closing(open_for_reading(path)) as connection:
        return verified(connection)


def verified(connection: sqlite3.Connection) -> Verification:
    """Check a whole file through an open connection."""
    problems = problems_of(connection, whole=True)
    if problems:
        return Verification(problems, {}, version_of(connection), DataVersion("", 0))
    return Verification((), _counts(connection), version_of(connection), _version(connection))


def open_for_reading(
    path: Path, *, immutable: bool = False, writable: bool = False
) -> sqlite3.Connection:
    """A connection that cannot write; `immutable` for a file that nobody else writes.

    Beside one that cannot be written there may be no log, nor place for one; whether it can is
    tried unless it is known to be `writable`. On a full disk an empty log is passed over.
    """
    log = path.with_name(f"{path.name}-wal")
    alone = immutable or not (writable or log.exists() or is_writable(path))
    connection = _connected(path, alone=alone)
    if not alone and _has_no_room(connection) and not (log.exists() and log.stat().st_size):
        connection.close()
        return _connected(path, alone=True)
    return connection


def _connected(path: Path, *, alone: bool) -> sqlite3.Connection:
    options = {"immutable": "1"} if alone else {}
    uri = uri_of(path.absolute(), mode="ro", **options)
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=READ_TIMEOUT)
    connection.row_factory = sqlite3.Row
    return connection


def _has_no_room(connection: sqlite3.Connection) -> bool:
    """Whether the disk is so full that the log has no room for what all who read it share."""
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.DatabaseError as error:
        return means_full_log(error)
    return False


def is_writable(path: Path) -> bool:
    """Whether a file, and a log beside it, could be written."""
    return can_write(path) and can_write(path.parent)


def problems_of(connection: sqlite3.Connection, *, whole: bool) -> tuple[str, ...]:
    """What is wrong with a file of this or an older version."""
    if not whole:
        return _complaints(connection, "PRAGMA quick_check(10)") or foreign(connection)
    found = _complaints(connection, "PRAGMA integrity_check(10)") or foreign(connection)
    if found or version_of(connection) > SCHEMA_VERSION:
        return found
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    return tuple(f"a row of {row[0]} points at a missing row of {row[2]}" for row in loose[:10])


def _complaints(connection: sqlite3.Connection, check: str) -> tuple[str, ...]:
    found = [str(row[0]) for row in connection.execute(check)]
    return () if found == ["ok"] else tuple(found)


def foreign(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Says whether the file is of another program or lacks what every act needs."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        return ("not a file of this program",)
    state = _state(connection)
    if state.get("schema") != fingerprint(connection):
        return ("the tables are not what they were made as",)
    author = connection.execute("SELECT 1 FROM author WHERE uuid = ?", (state.get("author"),))
    whole = author.fetchone() and state.get("revision", "").isdecimal() and "lineage" in state
    return () if whole else ("the state of the file is incomplete",)


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    counts = {"trash": 0}
    for table in TRASHED:
        statement = " ".join(("SELECT count(*), count(deleted) FROM", table))
        every, deleted = connection.execute(statement).fetchone()
        counts[table] = every - deleted
        counts["trash"] += deleted
    return counts


def _version(connection: sqlite3.Connection) -> DataVersion:
    state = _state(connection)
    return DataVersion(state["lineage"], int(state["revision"]))


def _state(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT name, value FROM state").fetchall())
