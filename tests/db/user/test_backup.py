"""Backups that are known to open, and a way back that loses nothing either."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.errors import KnownError
from db.user.backup import FAILED, NOT_GOOD, TOO_NEW, Backups, save_copy
from db.user.desk import COPY_GONE
from db.user.models import Change
from db.user.store import UserStore
from db.user.verify import verify
from tests.db.user.observe import everything_in, visible_in
from tests.db.user.told import told

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


class Hand:
    """A clock set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def backups(tmp_path: Path, clock: Hand) -> Backups:
    return Backups(tmp_path / "backups", clock)


def _damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    path.write_bytes(data)


def test_a_backup_says_when_why_and_what_it_holds(store: UserStore, backups: Backups) -> None:
    store.add_annotation("economy-1", note="متن")
    store.add_bookmark("economy-1")
    made = backups.make(store.path)
    assert (made.made, made.reason) == (NOON, "manual")
    assert (made.holds.counts["annotation"], made.holds.counts["bookmark"]) == (1, 1)
    assert backups.kept() == [made]


def test_a_backup_holds_everything(store: UserStore, backups: Backups) -> None:
    store.add_annotation("economy-1", note="متن", tags=["الف"])
    made = backups.make(store.path)
    assert everything_in(made.path) == everything_in(store.path)


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


def test_a_damaged_backup_never_counts(store: UserStore, backups: Backups) -> None:
    store.add_annotation("economy-1", note="متن")
    good, bad = backups.make(store.path), backups.make(store.path)
    _damage(bad.path)
    assert (backups.kept(), backups.newest()) == ([good], good)
    with pytest.raises(KnownError, match=NOT_GOOD):
        backups.restore(store, bad.path)
    assert store.count_notes() == 1


def test_a_file_of_another_kind_is_no_backup(store: UserStore, backups: Backups) -> None:
    path = backups.make(store.path).path
    path.write_text("نه پایگاه داده", "utf-8")
    with pytest.raises(KnownError, match=NOT_GOOD):
        backups.restore(store, path)


def test_a_backup_of_a_newer_program_is_not_restored(store: UserStore, backups: Backups) -> None:
    made = backups.make(store.path)
    with closing(sqlite3.connect(made.path)) as connection:
        connection.execute("PRAGMA user_version = 9")
    with pytest.raises(KnownError, match=TOO_NEW):
        backups.restore(store, made.path)


def test_a_backup_is_due_when_something_changed(
    store: UserStore, backups: Backups, clock: Hand
) -> None:
    assert backups.keep_up(store.path, at_start=True) is None
    store.add_bookmark("economy-1")
    assert backups.keep_up(store.path, at_start=True) is not None
    store.add_bookmark("economy-2")
    assert backups.keep_up(store.path) is None
    clock.now += timedelta(days=1)
    made = backups.keep_up(store.path)
    assert made is not None
    assert made.reason == "daily"


def test_a_clock_set_back_does_not_stop_backups(
    store: UserStore, backups: Backups, clock: Hand
) -> None:
    store.add_bookmark("economy-1")
    backups.make(store.path)
    store.add_bookmark("economy-2")
    clock.now -= timedelta(days=400)
    assert backups.keep_up(store.path) is not None


def test_old_backups_thin_out(store: UserStore, backups: Backups, clock: Hand) -> None:
    made = backups.make(store.path).path
    data = made.read_bytes()
    for hours in (0, 12, *range(24, 24 * 400, 48)):
        then = NOON - timedelta(hours=hours)
        (backups.folder / f"notes-{then:%Y%m%dT%H%M%S}.000Z-start.db").write_bytes(data)
    backups.thin()
    kept = [one.made for one in backups.kept()]
    assert len({f"{one:%Y-%m}" for one in kept}) == 9
    assert len([one for one in kept if NOON - one < timedelta(days=2)]) == 4
    assert 12 + 5 + 6 <= len(kept) <= 12 + 10 + 9 + 3


def held(monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    """Files that cannot be removed, as on Windows while another program reads them."""
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.match(pattern):
            raise PermissionError(13, "held")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)


def test_an_old_backup_that_another_program_reads_stays_till_the_next_thinning(
    store: UserStore, backups: Backups, clock: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = backups.make(store.path).path.read_bytes()
    for hour in range(24):
        name = f"notes-20260101T{hour:02}0000.000Z-start.db"
        (backups.folder / name).write_bytes(data)
    held(monkeypatch, "notes-20260101T0*.db")
    removed = {one.name[14:17] for one in backups.thin()}
    assert removed == {f"T{hour}" for hour in range(10, 23)}
    assert len(backups.kept()) == 25 - len(removed)


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


def test_a_failed_backup_says_so_and_leaves_nothing(
    store: UserStore, backups: Backups, tmp_path: Path
) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    with pytest.raises(KnownError, match=FAILED):
        backups.make(store.path)


def test_a_copy_that_does_not_check_is_thrown_away(store: UserStore, backups: Backups) -> None:
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute("DELETE FROM state")
        connection.commit()
    with pytest.raises(KnownError, match=FAILED):
        backups.make(store.path)
    assert list(backups.folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody take an open file away")
def test_notes_are_saved_elsewhere_when_their_place_is_gone(
    store: UserStore, tmp_path: Path, reopened: Callable[[], UserStore]
) -> None:
    store.add_annotation("economy-1", note="متن")
    store.path.unlink()
    save_copy(store, tmp_path / "usb" / "notes.db")
    assert verify(tmp_path / "usb" / "notes.db").counts["annotation"] == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_reads_a_backup(store: UserStore, backups: Backups) -> None:
    made = backups.make(store.path).path
    assert made.stat().st_mode & 0o777 == 0o600
    assert backups.folder.stat().st_mode & 0o777 == 0o700
