"""A fresh store on disk for every test, with a clock that always moves."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from db.user.opening import open_store
from db.user.store import UserStore


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
