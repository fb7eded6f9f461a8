"""Seeded damage to a file, and what of its notes must be read all the same."""

import os
import random
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db.user.store import UserStore

PAGE = 4096


@dataclass(frozen=True)
class Written:
    """A closed file with its bytes and the text of each note by uuid."""

    data: bytes
    notes: dict[str, str]

    def intact_in(self, damaged: bytes) -> set[str]:
        """Notes whose whole leaf page is as it was; these no damage elsewhere may cost."""
        same = {
            at // PAGE
            for at in range(0, len(self.data), PAGE)
            if damaged[at : at + PAGE] == self.data[at : at + PAGE]
        }
        return {uuid for uuid, note in self.notes.items() if self._page_of(uuid, note) in same}

    def _page_of(self, uuid: str, note: str) -> int:
        return self.data.index(note.encode(), self.data.index(b"economy-")) // PAGE


def write_notes(store: UserStore, count: int = 80) -> Written:
    """Notes short enough to lie in a leaf, with tags, bookmarks and marks around them."""
    for number in range(count):
        text = f"یادداشت {number:03} " + "درباره‌ی بودجه‌ی شهر " * (number % 7)
        store.add_annotation(f"economy-{number % 9}", note=text, tags=[f"t{number % 5}"])
        if number % 10 == 0:
            store.add_bookmark(f"economy-{number}", note=f"نشان {number}")
    store.mark_read(["economy-1", "economy-2"])
    notes = {note.uuid: note.note for note in store.notes(limit=count)}
    store.close()
    return Written(store.path.read_bytes(), notes)


def flipped(data: bytes, seed: int) -> bytes:
    chance = random.Random(seed)
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 8, 60))):
        damaged[chance.randrange(len(data))] ^= chance.randrange(1, 256)
    return bytes(damaged)


def truncated(data: bytes, seed: int) -> bytes:
    return data[: random.Random(seed).randrange(1, len(data))]


def lay(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    return path


def rot(path: Path, part: str, *, keep_time: bool) -> bytes:
    """Break the first page of a table or index as a failing disk does, or as a program would."""
    with closing(sqlite3.connect(path)) as connection:
        statement = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (root,) = connection.execute(statement, (part,)).fetchone()
    before = path.stat()
    damaged = bytearray(path.read_bytes())
    damaged[(root - 1) * PAGE] = 0xFF
    path.write_bytes(damaged)
    # Many a system would give two writings within some milliseconds the same time.
    later = 0 if keep_time else 1_000_000_000
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns + later))
    return bytes(damaged)
