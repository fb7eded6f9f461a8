"""The way back to a backup, which loses nothing either, and the way back from there."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest

from db.errors import KnownError
from db.user.backup import TOO_NEW, Backups
from db.user.desk import COPY_GONE
from db.user.models import Change
from db.user.store import UserStore
from tests.db.user.conftest import Hand, held
from tests.db.user.observe import visible_in
from tests.db.user.told import told


def test_restoring_is_the_identity(store: UserStore, backups: Backups) -> None:
    store.add_annotation("economy-1", note="متن", tags=["الف"])
    store.add_bookmark("economy-2", note="نشان")
    before, made = visible_in(store.path), backups.make(store.path)
    store.delete_annotation(store.notes()[0].uuid)
    store.add_annotation("economy-3", note="دیگر")
    backups.restore(store, made.path)
    assert visible_in(store.path) == before


def test_every_kept_backup_can_be_restored(store: UserStore, backups: Backups, clock: Hand) -> None:
    for count in range(1, 5):
        store.add_annotation("economy-1", note=f"متن {count}")
        backups.make(store.path)
        clock.now += timedelta(days=1)
    for count, backup in enumerate(reversed(backups.kept()), start=1):
        backups.restore(store, backup.path)
        assert store.count_notes() == count


def test_the_present_state_is_backed_up_before_it_is_replaced(
    store: UserStore, backups: Backups
) -> None:
    made = backups.make(store.path)
    store.add_annotation("economy-1", note="تازه")
    safe = backups.restore(store, made.path).value
    assert store.count_notes() == 0
    backups.restore(store, safe.path)
    assert [note.note for note in store.notes()] == ["تازه"]


def test_a_restored_file_is_new_to_every_index(store: UserStore, backups: Backups) -> None:
    store.add_annotation("economy-1", note="متن")
    made, before = backups.make(store.path), store.data_version
    backups.restore(store, made.path)
    assert store.data_version.lineage != before.lineage
    assert store.data_version.revision > before.revision


def test_drafts_of_now_outlive_a_restore(store: UserStore, backups: Backups) -> None:
    made = backups.make(store.path)
    store.save_draft("economy-1", "economy-1", "نیمه‌کاره")
    backups.restore(store, made.path)
    assert [draft.content for draft in store.drafts()] == ["نیمه‌کاره"]


def test_a_restore_is_taken_back_and_done_again(store: UserStore, backups: Backups) -> None:
    made = backups.make(store.path)
    store.add_bookmark("economy-1")
    backups.restore(store, made.path)
    undone = store.undo()
    assert undone == Change("برگردانده شد: پشتیبان بازیابی شد", (), whole=True)
    assert store.bookmarked_items() == {"economy-1"}
    store.redo()
    assert store.bookmarked_items() == frozenset()


def test_acts_on_both_sides_of_a_restore_are_taken_back(store: UserStore, backups: Backups) -> None:
    store.add_bookmark("economy-1")
    backups.restore(store, backups.make(store.path).path)
    store.add_bookmark("economy-2")
    while store.undo():
        pass
    assert store.bookmarked_items() == frozenset()
    while store.redo():
        pass
    assert store.bookmarked_items() == {"economy-1", "economy-2"}


def test_a_restore_whose_copy_is_gone_is_said_once_and_forgotten(
    store: UserStore, backups: Backups
) -> None:
    store.add_bookmark("economy-1")
    safe = backups.restore(store, backups.make(store.path).path).value
    safe.path.unlink()
    with pytest.raises(KnownError, match=COPY_GONE):
        store.undo()
    assert store.undo() is None
    assert store.bookmarked_items() == {"economy-1"}


def test_acts_on_this_side_of_a_copy_that_is_gone_are_done_again(
    store: UserStore, backups: Backups
) -> None:
    safe = backups.restore(store, backups.make(store.path).path).value
    store.add_bookmark("economy-2")
    store.undo()
    safe.path.unlink()
    with pytest.raises(KnownError, match=COPY_GONE):
        store.undo()
    store.redo()
    assert store.bookmarked_items() == {"economy-2"}


def test_a_restore_is_not_done_again_from_a_backup_that_is_gone(
    store: UserStore, backups: Backups
) -> None:
    made = backups.make(store.path)
    store.add_bookmark("economy-1")
    backups.restore(store, made.path)
    store.undo()
    made.path.unlink()
    with pytest.raises(KnownError, match=COPY_GONE):
        store.redo()
    assert store.redo() is None
    assert told(store.undo()) == "برگردانده شد: نشان گذاشته شد"


def test_what_is_deleted_for_ever_does_not_come_back_with_a_restore_undone(
    store: UserStore, backups: Backups
) -> None:
    note = store.add_annotation("economy-1", note="متن").value.uuid
    backups.restore(store, backups.make(store.path).path)
    store.delete_annotation(note)
    store.purge([note])
    while store.undo():
        pass
    assert (store.notes(), store.trash()) == ([], [])


def test_a_backup_of_a_newer_program_is_not_restored(store: UserStore, backups: Backups) -> None:
    made = backups.make(store.path)
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute("PRAGMA user_version = 9")
    with pytest.raises(KnownError, match=TOO_NEW):
        backups.restore(store, made.path)


def test_a_restore_holds_though_its_scratch_file_cannot_be_removed(
    store: UserStore, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_bookmark("economy-1")
    kept = backups.make(store.path)
    store.add_bookmark("economy-2")
    held(monkeypatch, "restoring.partial")
    backups.restore(store, kept.path)
    assert len(store.bookmarks()) == 1
    store.undo()
    assert len(store.bookmarks()) == 2
