"""What an early look found counts for the file it saw, and for no other."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.user.condition import Condition
from db.user.early_look import EarlyLook
from db.user.opening import open_store


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "notes.db"
    with closing(open_store(path).store) as store:
        store.add_bookmark("economy-8")
    return path


def test_a_whole_file_is_found_good(database: Path) -> None:
    assert EarlyLook(database).found(database) is Condition.GOOD


def test_a_damaged_file_is_found_damaged(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:5000])
    assert EarlyLook(database).found(database) is Condition.DAMAGED


def test_no_file_is_found_missing(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    assert EarlyLook(path).found(path) is Condition.MISSING


def test_a_file_made_after_the_look_is_not_taken_for_missing(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    look = EarlyLook(path)
    assert look.found(path) is Condition.MISSING
    open_store(path).store.close()
    assert look.found(path) is None


def test_a_file_written_after_the_look_has_to_be_looked_at_again(database: Path) -> None:
    look = EarlyLook(database)
    assert look.found(database) is Condition.GOOD
    opening = open_store(database)
    opening.store.add_bookmark("culture-1")
    assert look.found(database) is None
    opening.store.close()


def test_another_file_was_not_looked_at(database: Path, tmp_path: Path) -> None:
    assert EarlyLook(database).found(tmp_path / "other.db") is None


def test_a_file_that_another_program_holds_is_left_to_the_opening(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.user.verify.READ_TIMEOUT", 0.05)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        assert EarlyLook(database).found(database) is None
