"""Makes a new file of the reader's, or brings an older one up to the present version."""

import sqlite3
from collections.abc import Mapping
from hashlib import sha256

from db.user import rows
from db.user.clock import stamp, utc_now
from db.user.new_id import new_id
from db.user.schema import APPLICATION_ID, DDL, MIGRATIONS, SCHEMA_VERSION


def create(connection: sqlite3.Connection) -> None:
    """Lay the tables of the present version into an empty file, with the reader as author."""
    author = new_id()
    connection.executescript(
        "BEGIN IMMEDIATE;"
        f"PRAGMA application_id = {APPLICATION_ID};"
        f"PRAGMA user_version = {SCHEMA_VERSION};" + DDL
    )
    rows.write(connection, "author", {"uuid": author, "name": "", "created": stamp(utc_now())})
    rows.write(connection, "state", {"name": "author", "value": author})
    rows.write(connection, "state", {"name": "revision", "value": "0"})
    renew_lineage(connection)
    _seal(connection)
    connection.execute("COMMIT")


def renew_lineage(connection: sqlite3.Connection) -> None:
    """Tell every index that its knowledge of the file is void."""
    rows.write(connection, "state", {"name": "lineage", "value": new_id()})


def fingerprint(connection: sqlite3.Connection) -> str:
    """Hash of the statements that made the tables: a letter flipped in one breaks later acts.

    What ANALYZE leaves is no table of ours and harms nothing.
    """
    made = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE name NOT GLOB 'sqlite_stat*' ORDER BY name"
    )
    return sha256(repr([tuple(row) for row in made]).encode()).hexdigest()


def version_of(connection: sqlite3.Connection) -> int:
    """Version of the tables in the file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: sqlite3.Connection,
    migrations: Mapping[int, str] = MIGRATIONS,
    target: int = SCHEMA_VERSION,
) -> None:
    """Bring the file to `target` in one transaction; what fails leaves it as it was."""
    if version_of(connection) == target:
        return
    steps = "".join(migrations[version] for version in range(version_of(connection), target))
    try:
        connection.executescript(f"BEGIN IMMEDIATE; {steps}; PRAGMA user_version = {target};")
        _seal(connection)
        connection.execute("COMMIT")
    except sqlite3.Error:
        connection.rollback()
        if version_of(connection) != target:  # else another program did it meanwhile
            raise


def _seal(connection: sqlite3.Connection) -> None:
    rows.write(connection, "state", {"name": "schema", "value": fingerprint(connection)})
