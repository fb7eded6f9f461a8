"""The window over damaged, foreign, locked and vanishing files: it says so and loses nothing."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from db.errors import KnownError
from db.paths import UserPaths, user_paths
from db.user.backup import Backups, save_copy
from db.user.condition import Condition, condition_of
from db.user.desk import MOVED_AWAY
from db.user.opening import MISSING, NEWER, READ_ONLY, open_store
from db.user.schema import SCHEMA_VERSION
from db.user.verify import verify
from desktop.app import open_context
from desktop.common.place import Place
from tests.db.user.damage import Written, flipped, lay, truncated, write_notes
from tests.desktop.starts import Start, paths, said, start, write

__all__ = ["paths", "start"]
type Damage = Callable[[bytes, int], bytes]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Written:
    return write_notes(open_store(tmp_path_factory.mktemp("whole") / "notes.db").store)


def put(paths: UserPaths, content: bytes) -> None:
    shutil.rmtree(paths.folder)
    lay(paths.database, content)


def check_damage(start: Start, paths: UserPaths, written: Written, damaged: bytes) -> None:
    """Nothing readable is lost, the damaged bytes are kept and named, writing goes on."""
    put(paths, damaged)
    window = start()
    store = window.context.reader.store
    assert written.intact_in(damaged) <= {note.uuid for note in store.notes(limit=1000)}
    kept = list(paths.folder.glob("notes-damaged-*.db"))
    assert [path.read_bytes() for path in kept] in ([], [damaged])
    assert all(path.name in said(window) for path in kept)
    assert kept or not said(window)
    write(window, "پس از آسیب")
    # Not always the first: a flipped bit may lie in the time of another.
    assert "پس از آسیب" in {note.text for note in window.context.reader.notes("economy-8")}


@pytest.mark.parametrize("damage", [flipped, truncated])
@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_file(
    start: Start, paths: UserPaths, written: Written, damage: Damage, seed: int
) -> None:
    check_damage(start, paths, written, damage(written.data, seed))


@pytest.mark.slow
@pytest.mark.parametrize("damage", [flipped, truncated])
@pytest.mark.parametrize("seed", range(3000, 3100))
def test_two_hundred_damaged_files(
    start: Start, paths: UserPaths, written: Written, damage: Damage, seed: int
) -> None:
    check_damage(start, paths, written, damage(written.data, seed))


def test_a_file_that_is_no_database(start: Start, paths: UserPaths) -> None:
    text = "این پایگاه داده نیست. ".encode() * 500
    put(paths, text)
    window = start()
    (kept,) = paths.folder.glob("notes-damaged-*.db")
    assert kept.read_bytes() == text
    assert kept.name in said(window)


def test_an_empty_file_where_a_backup_says_that_there_was_more(
    start: Start, paths: UserPaths, written: Written
) -> None:
    put(paths, written.data)
    Backups(paths.backups).make(paths.database)
    paths.database.write_bytes(b"")
    window = start()
    found = {note.uuid for note in window.context.reader.store.notes(limit=1000)}
    assert found == set(written.notes)
    assert "از پشتیبان برگشت" in said(window)


def test_an_empty_file_without_backups_is_a_new_one(start: Start, paths: UserPaths) -> None:
    put(paths, b"")
    window = start()
    write(window, "نخست")
    assert said(window) == ""
    assert window.context.reader.counts().notes == 1


def test_a_missing_file_where_backups_are(start: Start, paths: UserPaths, written: Written) -> None:
    put(paths, written.data)
    Backups(paths.backups).make(paths.database)
    paths.database.unlink()
    assert said(start()) == MISSING


@pytest.fixture
def newer(paths: UserPaths, written: Written) -> bytes:
    """A file that a later version of the program wrote."""
    put(paths, written.data)
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    return paths.database.read_bytes()


def test_a_newer_file_is_shown_and_left_alone(
    start: Start, paths: UserPaths, written: Written, newer: bytes
) -> None:
    window = start()
    assert said(window) == NEWER
    assert window.context.reader.store.count_notes() == len(written.notes)
    write(window, "این ذخیره نمی‌شود")
    assert "ذخیره نشد" in said(window)
    assert window.panel.notes.composer.text() == "این ذخیره نمی‌شود"
    assert paths.database.read_bytes() == newer


def test_reading_in_a_read_only_file_raises_no_sentence_of_its_own(
    start: Start, newer: bytes
) -> None:
    window = start()
    for item_id in ("economy-8", "economy-9"):
        window.open_item(item_id)
        window.axis.reading_timer.timeout.emit()
        window.panel.recent.timer.timeout.emit()
    window.context.background.finish()
    QApplication.processEvents()
    assert said(window) == NEWER


def test_a_read_only_folder(
    start: Start, paths: UserPaths, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(paths, written.data)
    monkeypatch.setattr(os, "access", lambda *_: False)
    window = start()
    window.actions_["view.rail"].trigger()
    assert said(window) == READ_ONLY
    assert window.context.reader.store.count_notes() == len(written.notes)


def test_a_file_held_by_another_program_is_said_and_kept(
    paths: UserPaths, written: Written, data: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(paths, written.data)
    monkeypatch.setattr("db.user.verify.READ_TIMEOUT", 0.05)
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = DELETE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(KnownError, match="برنامه‌ی دیگری"):
            open_context(paths)
    assert condition_of(paths.database) is Condition.GOOD


@pytest.mark.parametrize("page", ["notes", "bookmarks", "tags", "trash"])
def test_marks_on_what_is_not_in_the_document_are_shown(
    start: Start, paths: UserPaths, written: Written, page: str
) -> None:
    put(paths, written.data)
    window = start()
    store = window.context.reader.store
    (lost, *_) = (mark for mark in store.all_bookmarks() if mark.item_id == "economy-70")
    store.remove_bookmark(lost.uuid)
    window.navigator.go(Place(page))
    assert window.navigator.place == Place(page)


def test_a_file_taken_by_another_program_while_writing(
    start: Start, paths: UserPaths, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.common.saving.PATIENCE_MS", 50)
    window = start()
    window.context.background.finish()
    with closing(sqlite3.connect(paths.database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        write(window, "بعداً")
        assert "برنامه‌ی دیگری" in said(window)
    window.panel.notes.composer.finish()
    assert [note.text for note in window.context.reader.notes("economy-8")] == ["بعداً"]


def test_a_folder_deleted_while_running_keeps_the_text_and_can_be_saved_elsewhere(
    start: Start, paths: UserPaths, tmp_path: Path
) -> None:
    window = start()
    write(window, "پیش از حذف")
    window.context.background.finish()
    shutil.rmtree(paths.folder)
    write(window, "پس از حذف")
    assert said(window) == MOVED_AWAY
    assert window.panel.notes.composer.text() == "پس از حذف"
    save_copy(window.context.reader.store, tmp_path / "elsewhere.db")
    assert verify(tmp_path / "elsewhere.db").counts["annotation"] == 1


def test_a_clock_set_back_keeps_every_act_and_its_order(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = start()
    write(window, "پیش")
    store = window.context.reader.store
    monkeypatch.setattr(store, "_clock", lambda: datetime.now(UTC) - timedelta(days=4000))
    (note,) = window.context.reader.notes("economy-8")
    window.context.reader.edit_note(note, "پس")
    (edited,) = window.context.reader.notes("economy-8")
    assert (edited.text, edited.changed >= note.changed) == ("پس", True)
    assert said(window) == ""


def test_a_long_path_that_no_database_can_have_is_said(data: None, tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="دراز"):
        open_context(user_paths(tmp_path.joinpath(*["ب" * 100] * 4)))
