"""Makes a new file of the reader's, or brings an older one up to the present version."""

import sqlite3
from collections.abc import Mapping
from uuid import uuid4

from db.user import rows
from db.user.clock import stamp, utc_now
from db.user.schema import APPLICATION_ID, DDL, MIGRATIONS, SCHEMA_VERSION


def create(connection: sqlite3.Connection) -> None:
    """Lay the tables of the present version into an empty file, with the reader as author."""
    author = str(uuid4())
    connection.executescript(
        "BEGIN IMMEDIATE;"
        f"PRAGMA application_id = {APPLICATION_ID};"
        f"PRAGMA user_version = {SCHEMA_VERSION};" + DDL
    )
    rows.write(connection, "author", {"uuid": author, "name": "", "created": stamp(utc_now())})
    rows.write(connection, "state", {"name": "author", "value": author})
    rows.write(connection, "state", {"name": "revision", "value": "0"})
    renew_lineage(connection)
    connection.execute("COMMIT")


def renew_lineage(connection: sqlite3.Connection) -> None:
    """Tell every index that its knowledge of the file is void."""
    rows.write(connection, "state", {"name": "lineage", "value": str(uuid4())})


def version_of(connection: sqlite3.Connection) -> int:
    """Version of the tables in the file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: sqlite3.Connection,
    migrations: Mapping[int, str] = MIGRATIONS,
    target: int = SCHEMA_VERSION,
) -> None:
    """Bring the file to `target` in one transaction; what fails leaves it as it was."""
    steps = "".join(migrations[version] for version in range(version_of(connection), target))
    try:
        connection.executescript(
            f"BEGIN IMMEDIATE; {steps}; PRAGMA user_version = {target}; COMMIT;"
        )
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
