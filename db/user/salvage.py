"""Puts what a damaged file still holds into a new one, and what a backup has besides."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from db.user import rows
from db.user.clock import stamp, utc_now
from db.user.models import Row
from db.user.pages import Cut, rows_in
from db.user.schema import ADDED, KEYS, TRASHED

# What a row points at may be lost though the row is not.
_MEND = (
    "UPDATE collection SET parent = NULL WHERE parent NOT IN (SELECT uuid FROM collection)",
    "UPDATE bookmark SET collection = NULL WHERE collection NOT IN (SELECT uuid FROM collection)",
    "UPDATE bookmark SET meeting = NULL WHERE meeting NOT IN (SELECT uuid FROM meeting)",
    "UPDATE annotation SET meeting = NULL WHERE meeting NOT IN (SELECT uuid FROM meeting)",
    "DELETE FROM annotation_tag WHERE annotation NOT IN (SELECT uuid FROM annotation)"
    " OR tag NOT IN (SELECT uuid FROM tag)",
    "DELETE FROM item_tag WHERE tag NOT IN (SELECT uuid FROM tag)",
)
_UUID_LENGTH = 36
_SIGNED = ("annotation", "bookmark", "collection", "meeting", "tag", "item_tag", "read_mark")
_AUTHORS = """
SELECT author, min(created) AS created FROM (
    SELECT author, created FROM annotation UNION ALL SELECT author, created FROM bookmark
    UNION ALL SELECT author, created FROM collection UNION ALL SELECT author, created FROM meeting
    UNION ALL SELECT author, created FROM tag UNION ALL SELECT author, created FROM item_tag
    UNION ALL SELECT author, created FROM read_mark
) GROUP BY author ORDER BY count(*) DESC
"""


def salvage(
    damaged: Path, into: sqlite3.Connection, backup: sqlite3.Connection | None
) -> tuple[int, int]:
    """Fill a new, empty file; numbers of rows read from the damaged one and from the backup."""
    made = _author(into)
    into.execute("BEGIN IMMEDIATE")
    _place_all(damaged, into)
    read = _count(into)
    if backup is not None:
        _add_from(backup, into, made)
    total = _count(into)
    _settle_author(into, made)
    for statement in _MEND:
        into.execute(statement)
    into.execute("COMMIT")
    return read, total - read


def _place_all(damaged: Path, into: sqlite3.Connection) -> None:
    """Keep each row cut from the file in the first table whose checks let it in."""
    tables = _tables_by_width(into)
    for cut in rows_in(damaged):
        for table, columns in tables.get(len(cut), ()):
            if _placed(into, table, columns, cut):
                break


def _placed(into: sqlite3.Connection, table: str, columns: tuple[str, ...], cut: Cut) -> bool:
    row: Row = {}
    for column, value in zip(columns, cut, strict=True):
        if isinstance(value, bytes):
            return False
        row[column] = value
    try:
        return _keep(into, table, row)
    except (sqlite3.Error, ValueError):
        return False  # not a row of this table, or too damaged to be one


def _keep(into: sqlite3.Connection, table: str, row: Row) -> bool:
    """Write a row unless a newer version of it is there; lineage and tables stay new."""
    if table == "state" and row["name"] in ("lineage", "schema"):
        return True
    present = rows.read(into, table, rows.key_of(table, row))
    if present is None or _age(row) >= _age(present):
        rows.write(into, table, row)
    return True


def _age(row: Row) -> int:
    number = row["value"] if row.get("name") == "revision" else row.get("revision", 0)
    return int(number or 0)


def _add_from(backup: sqlite3.Connection, into: sqlite3.Connection, made: str) -> None:
    """Add what only the backup has; of two equal versions the backup's is surely whole."""
    for table in KEYS:
        wanted = _unless_changed(into) if table == "annotation_tag" else _unless_purged(into)
        for row in rows.everything(backup, table):
            if table != "state" and wanted(row):
                _keep(into, table, row)
    if _author(into) == made:
        rows.write(into, "state", {"name": "author", "value": _author(backup)})


def _unless_purged(into: sqlite3.Connection) -> Callable[[Row], bool]:
    purged = {row["uuid"] for row in rows.everything(into, "purged")}
    return lambda row: row.get("uuid") not in purged


def _unless_changed(into: sqlite3.Connection) -> Callable[[Row], bool]:
    """A tag of a note in the backup counts when the note has no tags of its own by now."""
    tagged = {row["annotation"] for row in rows.everything(into, "annotation_tag")}
    return lambda row: row["annotation"] not in tagged


def _settle_author(into: sqlite3.Connection, made: str) -> None:
    """The reader stays who they were, or becomes who wrote most of what is here."""
    author = _author(into)
    found = {row["author"]: row["created"] for row in into.execute(_AUTHORS)}
    writers = {writer: created for writer, created in found.items() if _whole(writer)}
    if author == made or rows.read(into, "author", (author,)) is None:
        author = next(iter(writers), author)
    rows.write(into, "state", {"name": "author", "value": author})
    for writer, created in ({author: stamp(utc_now())} | writers).items():
        if rows.read(into, "author", (writer,)) is None:
            rows.write(into, "author", {"uuid": writer, "name": "", "created": created})
    for table in _SIGNED:
        # To SQLite a text ends at the zero byte that a flipped bit can make. The names are ours.
        into.execute(f"UPDATE {table} SET author = ? WHERE length(author) <> 36", (author,))  # noqa: S608
    if author != made:
        rows.erase(into, "author", (made,))


def _whole(writer: str) -> bool:
    return len(writer) == _UUID_LENGTH and "\0" not in writer


def _author(connection: sqlite3.Connection) -> str:
    row = rows.read(connection, "state", ("author",))
    return str(row["value"]) if row else ""


def _count(connection: sqlite3.Connection) -> int:
    return sum(1 for table in TRASHED for _ in rows.everything(connection, table))


def _tables_by_width(
    connection: sqlite3.Connection,
) -> dict[int, list[tuple[str, tuple[str, ...]]]]:
    """Tables with the names of their columns, by how many a row has."""
    tables: dict[int, list[tuple[str, tuple[str, ...]]]] = {}
    for table in KEYS:
        found = connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        columns = tuple(row["name"] for row in found)
        for width in range(len(columns) - ADDED.get(table, 0), len(columns) + 1):
            tables.setdefault(width, []).append((table, columns[:width]))
    return tables
