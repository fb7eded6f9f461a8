"""Killed writers and full disks: what was said to be on disk is on disk."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import KnownError
from db.user.opening import open_store
from db.user.store import UserStore
from db.user.verify import verify
from tests.mounts import small_disk

ROOT = Path(__file__).parents[3]


def _killed_after(path: Path, seconds: float) -> list[list[str]]:
    """What a writer reported before it was killed, once it had begun."""
    command = [sys.executable, "-m", "tests.db.user.writer", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        said = first + process.stdout.read()
    return [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]


def check_kill(path: Path, seed: int) -> None:
    said = _killed_after(path, random.Random(seed).uniform(0, 0.3))
    assert verify(path).good
    opening = open_store(path)
    # The writer deletes some notes and takes that back; killed between, they lie in the trash.
    notes = {note.uuid for note in opening.store.notes(limit=100_000)}
    notes |= {entry.uuid for entry in opening.store.trash()}
    draft = opening.store.draft("economy-1")
    assert opening.sentence is None
    assert {word for kind, word in said if kind == "note"} <= notes
    assert {word for kind, word in said if kind == "mark"} <= opening.store.bookmarked_items()
    last = max(int(word) for kind, word in said if kind == "draft")
    assert draft is not None
    assert int(draft.content) >= last
    opening.store.close()


@pytest.mark.parametrize("seed", range(4))
def test_what_was_committed_outlives_a_kill(tmp_path: Path, seed: int) -> None:
    check_kill(tmp_path / "notes.db", seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 300))
def test_two_hundred_kills(tmp_path: Path, seed: int) -> None:
    check_kill(tmp_path / "notes.db", seed)


@pytest.mark.slow
def test_kill_after_kill_on_one_file(tmp_path: Path) -> None:
    for seed in range(20):
        check_kill(tmp_path / "notes.db", seed)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    with small_disk(tmp_path / "small", 2) as place:
        yield place


def _fill(store: UserStore, kept: list[str]) -> None:
    while True:
        kept.append(store.add_annotation("economy-1", note="متن " * 2_000).value.uuid)


@pytest.mark.slow
def test_a_full_disk_loses_nothing_and_reading_goes_on(disk: Path) -> None:
    store = open_store(disk / "notes.db").store
    kept: list[str] = []
    with pytest.raises(KnownError, match="دیسک پر است"):
        _fill(store, kept)
    assert {note.uuid for note in store.notes(limit=1_000)} == set(kept)
    store.close()
    assert verify(disk / "notes.db").counts["annotation"] == len(kept)


@pytest.mark.slow
def test_room_on_the_disk_lets_writing_go_on(disk: Path) -> None:
    ballast = disk / "ballast"
    store = open_store(disk / "notes.db").store
    ballast.write_bytes(bytes(1_000_000))
    with pytest.raises(KnownError, match="دیسک پر است"):
        _fill(store, [])
    ballast.unlink()
    assert store.add_annotation("economy-1", note="پس از جا باز کردن").change.rows
    store.close()
