"""Opening: whatever is found, nothing is written over and the reader is told."""

import logging
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import KnownError, PlaceError
from db.user import opening
from db.user.backup import Backups
from db.user.condition import Condition
from db.user.models import Annotation
from db.user.opening import LONGEST_FOLDER, MISSING, NEWER, READ_ONLY, SURELY_SHORT, open_store
from db.user.schema import SCHEMA_VERSION
from db.user.store import UserStore
from tests.db.user.systems import needs_modes, needs_open_files_to_go

LOCKED = "برنامه‌ی دیگری پرونده‌ی یادداشت‌ها را گرفته است"


@pytest.fixture
def written(store: UserStore) -> Annotation:
    """A note in a file that was closed again."""
    note = store.add_annotation("economy-1", note="متن", tags=["الف"]).value
    store.close()
    return note


def _run(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


@needs_modes
def test_a_new_file_is_the_owners_alone(tmp_path: Path) -> None:
    store = open_store(tmp_path / "داده‌ها" / "notes.db").store
    store.add_bookmark("economy-1")
    modes = {path.stat().st_mode & 0o777 for path in store.path.parent.iterdir()}
    assert (modes, store.path.parent.stat().st_mode & 0o777) == ({0o600}, 0o700)
    store.close()


def test_a_good_file_opens_without_a_word(written: Annotation, path: Path) -> None:
    opening = open_store(path)
    assert (opening.condition, opening.sentence) == (Condition.GOOD, None)
    assert opening.store.annotation(written.uuid) == written
    opening.store.close()


def test_a_file_that_another_tool_analysed_is_good(written: Annotation, path: Path) -> None:
    _run(path, "ANALYZE")
    opening = open_store(path)
    assert (opening.condition, opening.sentence) == (Condition.GOOD, None)
    opening.store.close()


def test_what_is_only_in_the_log_is_there(store: UserStore, path: Path) -> None:
    store.add_bookmark("economy-1")
    second = open_store(path)
    assert second.sentence is None
    assert second.store.bookmarked_items() == {"economy-1"}
    second.store.close()


def test_a_file_of_a_newer_program_is_only_read(written: Annotation, path: Path) -> None:
    _run(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    opening = open_store(path)
    assert (opening.sentence, opening.read_only) == (NEWER, True)
    assert opening.store.annotation(written.uuid) == written
    with pytest.raises(KnownError, match="فقط‌خواندنی"):
        opening.store.add_bookmark("economy-1")
    opening.store.close()
    assert path.read_bytes() == before


def test_an_older_file_is_backed_up_and_brought_up(
    written: Annotation, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("condition", "verify"):
        monkeypatch.setattr(f"db.user.{module}.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    monkeypatch.setattr(opening, "migrate", lambda connection: None)
    opened = open_store(path)
    assert opened.condition is Condition.OLDER
    assert [one.reason for one in Backups(path.parent / "backups").kept()] == ["migration"]
    opened.store.close()


@pytest.mark.skipif(os.name == "nt", reason="names of Windows are Unicode")
def test_a_folder_whose_name_is_no_text_keeps_notes(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"not UTF-8: \xe4") / "notes.db"
    with closing(open_store(path).store) as store:
        store.add_bookmark("economy-1")
    with closing(open_store(path).store) as store:
        assert store.path == path
        assert store.bookmarked_items() == {"economy-1"}


def test_a_place_without_permission_is_only_read(
    written: Annotation, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    opening = open_store(path)
    assert (opening.sentence, opening.read_only) == (READ_ONLY, True)
    assert opening.store.annotation(written.uuid) == written
    opening.store.close()


def test_a_new_file_needs_a_place_to_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(KnownError, match="نمی‌توان نوشت"):
        open_store(path)


def test_a_file_that_another_program_makes_meanwhile_is_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(_: Path) -> None:
        monkeypatch.undo()
        with closing(open_store(path).store) as other:
            other.add_bookmark("economy-1")

    monkeypatch.setattr(opening, "_make_file", overtaken)
    with closing(open_store(path).store) as store:
        assert store.bookmarked_items() == {"economy-1"}


def test_a_disk_without_room_for_the_first_file_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: sqlite3.Connection) -> None:
        error = sqlite3.OperationalError()
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(opening, "create", full)
    with pytest.raises(KnownError, match="دیسک پر است"):
        open_store(path)


def test_a_disk_that_fails_is_not_called_full(
    written: Annotation, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: Path) -> None:
        error = sqlite3.OperationalError()
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
        raise error

    monkeypatch.setattr(opening, "open_user", failing)
    with pytest.raises(KnownError, match="دیسک هنگام کار با یادداشت‌ها خطا داد"):
        open_store(path)


def test_an_empty_file_needs_a_place_to_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.parent.mkdir(exist_ok=True)
    path.touch()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PlaceError, match="نمی‌توان نوشت"):
        open_store(path)


def test_a_place_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KnownError, match="نمی‌توان نوشت"):
        open_store(tmp_path / "file" / "notes.db")


def test_a_missing_file_with_backups_is_said(written: Annotation, path: Path) -> None:
    made = Backups(path.parent / "backups").make(path)
    path.unlink()
    opening = open_store(path)
    assert (opening.sentence, opening.backup) == (MISSING, made)
    Backups(path.parent / "backups").restore(opening.store, made.path)
    assert opening.store.annotation(written.uuid) == written
    opening.store.close()


def test_an_empty_file_without_backups_is_a_new_one(path: Path) -> None:
    path.touch()
    opening = open_store(path)
    assert (opening.condition, opening.sentence) == (Condition.EMPTY, None)
    opening.store.close()


def test_a_file_whose_making_was_cut_off_is_made_again(path: Path) -> None:
    _run(path, "PRAGMA journal_mode = WAL")
    opening = open_store(path)
    assert opening.condition is Condition.EMPTY
    assert opening.store.add_bookmark("economy-1").value.item_id == "economy-1"
    opening.store.close()


def test_a_file_held_by_another_program_is_said(
    written: Annotation, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr("db.user.verify.READ_TIMEOUT", 0.05)
        with pytest.raises(KnownError, match=LOCKED):
            open_store(path)


def test_a_write_waits_and_then_says_who_holds_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.connection.BUSY_TIMEOUT_MS", 50)
    store = open_store(path).store
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(KnownError, match=LOCKED):
            store.add_bookmark("economy-1")
    assert store.add_bookmark("economy-1").change.rows
    store.close()


@needs_open_files_to_go
def test_a_file_that_was_taken_away_takes_no_more_acts(store: UserStore, path: Path) -> None:
    path.unlink()
    with pytest.raises(KnownError, match="برداشته شده"):
        store.add_bookmark("economy-1")


def test_a_cut_off_transaction_is_taken_back(written: Annotation, path: Path) -> None:
    """A rollback journal as a crash leaves it, on a medium that has no log."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE annotation SET note = hex(zeroblob(60000))")
        connection.execute("UPDATE annotation_tag SET tag = tag")
        torn = path.read_bytes(), path.with_name("notes.db-journal").read_bytes()
    path.write_bytes(torn[0])
    path.with_name("notes.db-journal").write_bytes(torn[1])
    opening = open_store(path)
    assert (opening.sentence, opening.store.annotation(written.uuid)) == (None, written)
    opening.store.close()


def test_a_long_persian_path_is_no_trouble(tmp_path: Path) -> None:
    longest = LONGEST_FOLDER if os.name == "posix" else SURELY_SHORT
    folder = tmp_path
    while (room := longest - len(os.fsencode(folder / "ب"))) >= 0:
        folder /= "ب" * min(1 + room // 2, 100)
    store = open_store(folder / "notes.db").store
    store.add_bookmark("economy-1")
    assert Backups(store.path.parent / "backups").make(store.path, "migration").holds.good
    store.close()


def test_a_path_too_long_for_any_database_is_said(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="دراز"):
        open_store(tmp_path.joinpath(*["ب" * 100] * 5) / "notes.db")


def test_logs_carry_no_note_text(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    store = open_store(path).store
    note = store.add_annotation("economy-1", note="MARKER").value
    store.edit_annotation(note.uuid, note="MARKER دوم")
    store.close()
    assert "MARKER" not in caplog.text
