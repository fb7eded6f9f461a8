"""A large file that is as it was left opens at once, and is written to only when it is whole."""

import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from db.errors import KnownError
from db.user.condition import Condition
from db.user.opening import Opening, open_store
from db.user.schema import SCHEMA_VERSION
from db.user.wholeness import FOUND_DAMAGED, Wholeness
from tests.db.user.damage import rot


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any size is large enough for the look to wait."""
    monkeypatch.setattr("db.user.opening.WHOLE_CHECK_LIMIT", 0)


@pytest.fixture
def left(path: Path) -> Path:
    """A file that the program has closed."""
    with closing(open_store(path).store) as store:
        store.add_annotation("economy-1", note="متن")
    return path


def opened(path: Path) -> Opening:
    """How a start found the file, which is closed again."""
    opening = open_store(path)
    opening.store.close()
    return opening


@pytest.mark.usefixtures("large")
def test_a_whole_file_is_written_to(left: Path) -> None:
    with closing(open_store(left).store) as store:
        assert store.wholeness is not None
        assert store.wholeness.known is None
        store.add_bookmark("economy-1")
        assert store.bookmarked_items() == {"economy-1"}


@pytest.mark.usefixtures("large")
def test_nothing_is_written_over_what_a_disk_damaged(left: Path) -> None:
    damaged = rot(left, "annotation", keep_time=True)
    with closing(open_store(left).store) as store, pytest.raises(KnownError) as refused:
        store.add_bookmark("economy-1")
    assert refused.value.sentence == FOUND_DAMAGED
    assert left.read_bytes() == damaged


@pytest.mark.usefixtures("large")
def test_the_next_start_puts_together_what_can_be_read(left: Path) -> None:
    damaged = rot(left, "annotation", keep_time=True)
    with closing(open_store(left).store) as store, pytest.raises(KnownError):
        store.add_bookmark("economy-1")
    opening = opened(left)
    assert opening.condition is Condition.DAMAGED
    assert opening.set_aside is not None
    assert opening.set_aside.read_bytes() == damaged


@pytest.mark.usefixtures("large")
def test_a_changed_file_is_looked_at_at_once(left: Path) -> None:
    rot(left, "annotation", keep_time=False)
    assert opened(left).condition is Condition.DAMAGED


@pytest.mark.usefixtures("large")
def test_after_a_crash_the_file_is_looked_at_at_once(left: Path) -> None:
    # A process that crashes ends no session, and `close` would.
    open_store(left).store._connection.close()  # noqa: SLF001
    rot(left, "annotation", keep_time=True)
    assert opened(left).condition is Condition.DAMAGED


@pytest.mark.usefixtures("large")
def test_what_had_not_come_into_the_file_is_looked_at_too(left: Path) -> None:
    left.with_name(f"{left.name}-wal").write_bytes(b"what a copy left behind")
    with closing(open_store(left).store) as store:
        assert store.wholeness is not None
        assert store.wholeness.known


@pytest.mark.usefixtures("large")
def test_what_is_not_of_this_version_is_looked_at_whole(left: Path) -> None:
    before = left.stat()
    with closing(sqlite3.connect(left)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    os.utime(left, ns=(before.st_atime_ns, before.st_mtime_ns))
    opening = open_store(left)
    opening.store.close()
    assert (opening.condition, opening.read_only) == (Condition.NEWER, True)


def test_a_small_file_is_always_looked_at_at_once(left: Path) -> None:
    rot(left, "annotation", keep_time=True)
    opening = open_store(left)
    opening.store.close()
    assert opening.condition is Condition.DAMAGED


def test_a_damaged_file_is_looked_at_once_and_refused_each_time() -> None:
    looks: list[int] = []

    def look() -> bool:
        looks.append(1)
        return False

    wholeness = Wholeness(look)
    for _ in range(2):
        with pytest.raises(KnownError):
            wholeness.require()
    assert (looks, wholeness.known) == ([1], False)


def test_whoever_asks_together_has_it_looked_at_once() -> None:
    looks: list[int] = []

    def look() -> bool:
        looks.append(1)
        return True

    wholeness = Wholeness(look)
    with ThreadPoolExecutor(4) as threads:
        for asked in [threads.submit(wholeness.require) for _ in range(8)]:
            asked.result()
    assert looks == [1]
