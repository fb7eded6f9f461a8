"""The trash forgets after thirty days, never without a backup that still knows."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.errors import KnownError
from db.user.backup import FAILED, Backups
from db.user.expiry import purge_expired
from db.user.store import UserStore
from db.user.trash import KEPT_FOR

START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def deleted(store: UserStore) -> str:
    """A note deleted in the first minute of 2026."""
    note = store.add_annotation("economy-1", note="کهنه").value.uuid
    store.delete_annotation(note)
    return note


def _purged(path: Path, after: timedelta) -> int:
    return purge_expired(path, Backups(path.parent / "backups"), lambda: START + after)


def test_what_is_old_enough_goes_for_ever(store: UserStore, deleted: str, path: Path) -> None:
    assert _purged(path, KEPT_FOR + timedelta(minutes=1)) == 1
    assert store.trash() == []


def test_what_is_younger_stays_and_needs_no_backup(deleted: str, path: Path) -> None:
    assert _purged(path, KEPT_FOR - timedelta(minutes=1)) == 0
    assert Backups(path.parent / "backups").kept() == []


def test_a_clock_set_back_deletes_nothing(deleted: str, path: Path) -> None:
    assert _purged(path, -timedelta(days=9000)) == 0


def test_a_backup_still_holds_what_went(store: UserStore, deleted: str, path: Path) -> None:
    _purged(path, KEPT_FOR * 2)
    backups = Backups(path.parent / "backups")
    (made,) = backups.kept()
    backups.restore(store, made.path)
    assert (made.reason, [entry.uuid for entry in store.trash()]) == ("purge", [deleted])


def test_a_backup_of_the_same_state_is_enough(deleted: str, path: Path) -> None:
    Backups(path.parent / "backups").make(path, "start")
    assert _purged(path, KEPT_FOR * 2) == 1
    assert len(Backups(path.parent / "backups").kept()) == 1


def test_without_a_backup_nothing_goes(store: UserStore, deleted: str, path: Path) -> None:
    (path.parent / "backups").write_text("نه پوشه")
    with pytest.raises(KnownError, match=FAILED):
        _purged(path, KEPT_FOR * 2)
    assert [entry.uuid for entry in store.trash()] == [deleted]


def test_acts_of_the_window_can_still_be_undone(store: UserStore, deleted: str, path: Path) -> None:
    store.add_bookmark("economy-2")
    _purged(path, KEPT_FOR * 2)
    store.undo()
    assert store.bookmarked_items() == frozenset()
