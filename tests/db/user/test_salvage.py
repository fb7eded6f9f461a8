"""Rows cut out of pages: through overflow and log, past what does not add up."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.user.opening import open_store
from db.user.pages import rows_in
from db.user.store import UserStore

VERSIONS = Path(__file__).parent / "versions"


def _table(path: Path, *values: object) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE anything (a, b, c)")
        connection.execute("INSERT INTO anything VALUES (?, ?, ?)", values)


@pytest.mark.parametrize(
    "values",
    [
        (None, 0, 1),
        (-5, 2**40, 2**60),
        (1.5, b"\x00\xff", "متن"),
        ("الف" * 5_000, "ب" * 2_100, b"c" * 40_000),
    ],
)
def test_every_kind_of_value_is_read(tmp_path: Path, values: tuple[object, ...]) -> None:
    _table(tmp_path / "any.db", *values)
    assert values in list(rows_in(tmp_path / "any.db"))


def test_a_record_that_does_not_add_up_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "any.db"
    _table(path, "AAAA", "BBBB", "CCCC")
    data = path.read_bytes()
    at = data.index(b"AAAABBBBCCCC")
    path.write_bytes(data[: at - 1] + bytes([data[at - 1] + 2]) + data[at:])
    assert [cut for cut in rows_in(path) if len(cut) == 3] == []


def test_a_log_is_read_up_to_its_first_damage(store: UserStore, path: Path) -> None:
    first = store.add_annotation("economy-1", note="پیش از آسیب").value.uuid
    log = path.with_name("notes.db-wal")
    whole = log.stat().st_size
    store.add_annotation("economy-1", note="پس از آسیب")
    data = bytearray(log.read_bytes())
    data[whole + 100] ^= 0xFF
    log.write_bytes(data)
    found = {cut[0] for cut in rows_in(path) if len(cut) == 23}
    assert found == {first}


def test_an_older_image_of_a_row_does_not_win(store: UserStore, path: Path) -> None:
    """A page given up by a tree may still hold a row as it was."""
    note = store.add_annotation("economy-1", note="کهنه").value
    store.close()
    old = path.read_bytes()
    again = open_store(path).store
    again.edit_annotation(note.uuid, note="تازه")
    again.close()
    path.write_bytes(bytes(100) + path.read_bytes()[100:] + old[4096:])
    opening = open_store(path)
    assert [one.note for one in opening.store.notes()] == ["تازه"]
    opening.store.close()


def test_a_foreign_row_with_bytes_is_no_row_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    _table(path, b"\x01", b"\x02", b"\x03")
    opening = open_store(path)
    assert opening.set_aside is not None
    assert opening.store.notes() == []
    opening.store.close()


def test_rows_of_an_older_version_are_read_from_a_damaged_file(tmp_path: Path) -> None:
    """They are shorter by the columns that came later."""
    path = tmp_path / "notes.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript((VERSIONS / "3.sql").read_text("utf-8"))
    path.write_bytes(path.read_bytes()[:24] + bytes(76) + path.read_bytes()[100:])
    opening = open_store(path)
    assert opening.set_aside is not None
    assert [(note.note, note.speaker) for note in opening.store.notes()] == [("یادداشت", "")]


def test_rows_that_were_only_migrated_are_read_from_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript((VERSIONS / "3.sql").read_text("utf-8"))
    open_store(path).store.close()
    path.write_bytes(path.read_bytes()[:24] + bytes(76) + path.read_bytes()[100:])
    for backup in (tmp_path / "backups").iterdir():
        backup.unlink()
    assert [note.note for note in open_store(path).store.notes()] == ["یادداشت"]
