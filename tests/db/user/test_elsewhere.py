"""The store tells its own writing from that of other programs, and never waits for them."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import StoreError
from db.user import verify
from db.user.backup import Backups
from db.user.opening import open_store
from db.user.store import UserStore


def test_only_the_acts_of_others_are_from_elsewhere(store: UserStore, path: Path) -> None:
    store.add_bookmark("economy-1")
    assert not store.changed_elsewhere()
    with closing(open_store(path).store) as other:
        other.add_annotation("economy-1", note="متن")
    assert [store.changed_elsewhere(), store.changed_elsewhere()] == [True, False]


def test_a_file_on_a_medium_without_a_log_is_not_waited_for(store: UserStore, path: Path) -> None:
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        with closing(UserStore(_plain(path))) as own:
            other.execute("BEGIN EXCLUSIVE")
            assert not own.changed_elsewhere()
            other.execute("DELETE FROM recent")
            other.execute("INSERT INTO recent VALUES ('economy-1', '2026-01-01T00:00:00.000Z')")
            other.execute("COMMIT")
            assert own.changed_elsewhere()


def test_a_backup_of_a_file_that_another_program_holds_is_given_up(
    store: UserStore, path: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify, "READ_TIMEOUT", 0)
    store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="برنامه‌ی دیگری"):
            backups.make(path)
    assert list(backups.folder.iterdir()) == []


def test_a_file_that_another_program_writes_is_not_replaced(
    store: UserStore, path: Path, backups: Backups
) -> None:
    empty = backups.make(path)
    store.add_bookmark("economy-1")
    store.wait_at_most(0)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="برنامه‌ی دیگری"):
            backups.restore(store, empty.path)
    assert store.bookmarked_items() == {"economy-1"}


def _plain(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection
