"""Reads and writes whole rows of any table; names of tables and columns come from the schema."""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from sys import intern

from db.user.models import Row, Value
from db.user.schema import KEYS


def key_of(table: str, row: Row) -> tuple[Value, ...]:
    """The values that name `row` in its table."""
    return tuple(row[column] for column in KEYS[table])


def read(connection: sqlite3.Connection, table: str, key: tuple[Value, ...]) -> Row | None:
    """The row named `key`, or None.

    What can be undone keeps rows for the whole session: they share the names of their columns.
    """
    found = connection.execute(_statement("SELECT * FROM", table), key).fetchone()
    return dict(zip(map(intern, found.keys()), found, strict=True)) if found else None


def write(connection: sqlite3.Connection, table: str, row: Row) -> None:
    """Insert the row, or change the one of its key; never by replacing, which would cascade."""
    connection.execute(_upsert(table, tuple(row)), tuple(row.values()))


def erase(connection: sqlite3.Connection, table: str, key: tuple[Value, ...]) -> None:
    """Remove the row named `key`, leaving no trace of it in the table."""
    connection.execute(_statement("DELETE FROM", table), key)


def whole_text(value: Value) -> Value:
    """Text that can be stored: half of a surrogate pair, cut by a selection, is replaced."""
    if not isinstance(value, str):
        return value
    with suppress(UnicodeEncodeError):
        value.encode()
        return value
    return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def everything(connection: sqlite3.Connection, table: str) -> Iterable[Row]:
    """All rows of a table, the deleted ones too."""
    return map(dict, connection.execute(" ".join(("SELECT * FROM", table))))


@cache
def _statement(verb: str, table: str) -> str:
    named = " AND ".join(f"{column} = ?" for column in KEYS[table])
    return f"{verb} {table} WHERE {named}"


@cache
def _upsert(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    keys = ", ".join(KEYS[table])
    changes = ", ".join(f'"{c}" = excluded."{c}"' for c in columns if c not in KEYS[table])
    action = f"UPDATE SET {changes}" if changes else "NOTHING"
    return " ".join(
        (f"INSERT INTO {table} ({names})", f"VALUES ({marks}) ON CONFLICT ({keys}) DO {action}")
    )
