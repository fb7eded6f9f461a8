"""Verification: says what is wrong in a file and counts what is in a good one."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import KnownError
from db.user.condition import Condition, condition_of
from db.user.store import UserStore
from db.user.verify import verify


def _run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_good_file_is_counted(store: UserStore, path: Path) -> None:
    store.add_bookmark("economy-1")
    store.delete_annotation(store.add_annotation("economy-1", note="متن").value.uuid)
    checked = verify(path)
    assert checked.good
    assert (checked.counts["bookmark"], checked.counts["trash"]) == (1, 1)
    assert checked.data_version == store.data_version


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("PRAGMA application_id = 7", "not a file of this program"),
        ("DROP INDEX bookmark_by_item", "the tables are not what they were made as"),
        ("DELETE FROM state WHERE name = 'revision'", "the state of the file is incomplete"),
        ("UPDATE bookmark SET author = hex(zeroblob(18))", "a row of bookmark points at"),
    ],
)
def test_a_file_that_is_not_ours_any_more_is_told(
    store: UserStore, path: Path, statement: str, problem: str
) -> None:
    store.add_bookmark("economy-1")
    store.close()
    _run(path, statement)
    assert problem in verify(path).problems[0]
    assert condition_of(path) is Condition.DAMAGED


def test_a_file_that_is_no_database_is_said(path: Path) -> None:
    path.write_bytes(b"\xff" * 9000)
    with pytest.raises(KnownError, match="آسیب"):
        verify(path)


def test_a_large_file_is_checked_quickly(
    store: UserStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_bookmark("economy-1")
    store.close()
    monkeypatch.setattr("db.user.condition.WHOLE_CHECK_LIMIT", 0)
    assert condition_of(path) is Condition.GOOD
