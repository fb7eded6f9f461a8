"""Backups that are known to open, and are kept neither too long nor too short."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from db.errors import KnownError
from db.user.backup import FAILED, NOT_GOOD, NOT_WHOLE, Backups, save_copy
from db.user.store import UserStore
from db.user.verify import verify
from tests.db.user.conftest import NOON, Hand, held
from tests.db.user.observe import everything_in
from tests.db.user.systems import needs_modes, needs_open_files_to_go


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
    with pytest.raises(KnownError, match=NOT_WHOLE):
        backups.make(store.path)
    assert list(backups.folder.iterdir()) == []


@needs_open_files_to_go
def test_notes_are_saved_elsewhere_when_their_place_is_gone(
    store: UserStore, tmp_path: Path, reopened: Callable[[], UserStore]
) -> None:
    store.add_annotation("economy-1", note="متن")
    store.path.unlink()
    save_copy(store, tmp_path / "usb" / "notes.db")
    assert verify(tmp_path / "usb" / "notes.db").counts["annotation"] == 1


@needs_modes
def test_only_the_owner_reads_a_backup(store: UserStore, backups: Backups) -> None:
    made = backups.make(store.path).path
    assert made.stat().st_mode & 0o777 == 0o600
    assert backups.folder.stat().st_mode & 0o777 == 0o700
