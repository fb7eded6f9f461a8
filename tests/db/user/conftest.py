"""A fresh store on disk for every test, with a clock that always moves."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from db.user.backup import Backups
from db.user.opening import open_store
from db.user.store import UserStore

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


def ticking(start: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> Callable[[], datetime]:
    """A clock that moves one second with every look."""
    seconds = count()
    return lambda: start + timedelta(seconds=next(seconds))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.db"


@pytest.fixture
def store(path: Path) -> Iterator[UserStore]:
    opened = open_store(path, clock=ticking()).store
    yield opened
    opened.close()


@pytest.fixture
def reopened(store: UserStore, path: Path) -> Iterator[Callable[[], UserStore]]:
    """What another start of the program sees."""
    others: list[UserStore] = []

    def again() -> UserStore:
        others.append(open_store(path).store)
        return others[-1]

    yield again
    for other in others:
        other.close()


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


def held(monkeypatch: pytest.MonkeyPatch, pattern: str) -> None:
    """Files that cannot be removed, as on Windows while another program reads them."""
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.match(pattern):
            raise PermissionError(13, "held")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
