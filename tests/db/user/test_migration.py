"""Older files are brought up to date in one step or not at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.user.migration import migrate, version_of
from db.user.schema import SCHEMA_VERSION
from db.user.store import UserStore

VERSIONS = Path(__file__).parent / "versions"


def _plain(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def test_a_migration_keeps_everything(store: UserStore, path: Path) -> None:
    note = store.add_annotation("economy-1", note="متن").value
    store.close()
    with closing(_plain(path)) as connection:
        step = {SCHEMA_VERSION: "ALTER TABLE annotation ADD COLUMN place TEXT;"}
        migrate(connection, step, SCHEMA_VERSION + 1)
        found = connection.execute("SELECT uuid, place FROM annotation").fetchall()
        assert (version_of(connection), found) == (SCHEMA_VERSION + 1, [(note.uuid, None)])


def test_a_failed_migration_changes_nothing(store: UserStore, path: Path) -> None:
    store.add_annotation("economy-1", note="متن")
    store.close()
    with closing(_plain(path)) as connection:
        step = {SCHEMA_VERSION: "DELETE FROM annotation; ALTER TABLE nowhere ADD COLUMN x;"}
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, step, SCHEMA_VERSION + 1)
        count = connection.execute("SELECT count(*) FROM annotation").fetchone()[0]
        assert (version_of(connection), count) == (SCHEMA_VERSION, 1)


def test_a_migration_that_cannot_begin_says_so(store: UserStore, path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as connection:
        connection.execute("PRAGMA query_only = ON")
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, {SCHEMA_VERSION: "DELETE FROM tag;"}, SCHEMA_VERSION + 1)
    assert store.tags() == []
