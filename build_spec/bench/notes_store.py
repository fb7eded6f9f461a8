"""A reader's file with more notes than anybody has written, filled as a merge would fill it."""

import json
import random
import shutil
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from db.connection import open_user
from db.paths import LEXICON_DATA, UserPaths, user_paths
from db.reference.models import Item
from db.reference.store import ReferenceStore
from db.search.lexicon import Lexicon
from db.search.note_storage import RULES
from db.search.notes import NoteIndex
from db.user import rows
from db.user.clock import stamp
from db.user.models import Colour, RemarkKind, Row
from db.user.opening import open_store
from db.user.schema import SCHEMA_VERSION

KEPT = Path("build/bench")
OWNERS = ("معاونت شهرسازی", "سازمان پسماند", "شرکت واحد")
TAGS = ("بودجه", "پیگیری", "شورا", "۱۴۰۵", "حقوقی")
BOOKMARKS = 5_000  # as of forty people who marked every item
_MEETINGS = 20
_START = datetime(2020, 1, 1, tzinfo=UTC)
_SPAN = 20


class Writer:
    """Makes rows at random, from a fixed seed."""

    def __init__(self, author: str) -> None:
        self._author, self._chance = author, random.Random(1404)
        reference = ReferenceStore()
        self._items, self._edition = reference.items(), reference.meta().edition_version
        self._words = [word for item in self._items for word in item.edited.split()]

    def frame(self) -> Iterator[tuple[str, Row]]:
        """Tags and meetings, which the notes name."""
        for number, name in enumerate(TAGS):
            yield "tag", self._envelope(_uuid(1, number), 0) | {"name": name}
        for number in range(_MEETINGS):
            when = stamp(_START + timedelta(days=60 * number))
            own = {"title": f"نشست {number}", "date": when[:10], "attendees": json.dumps(OWNERS)}
            times: Row = {"started": when, "paused": None, "ended": when}
            yield "meeting", self._envelope(_uuid(2, number), 0) | own | times

    def rows(self, number: int, *, written: bool) -> Iterator[tuple[str, Row]]:
        """A note of the document's own words or a bare highlight, and one time of four a tag."""
        chance, item = self._chance, self._chance.choice(self._items)
        spanned = not written or number % 3 == 0
        due = date(2024, 1, 1) + timedelta(days=chance.randrange(900))
        length = chance.randrange(6, 40)
        row = self._envelope(_uuid(0, number), number)
        yield (
            "annotation",
            row
            | (self._span(item) if spanned else {})
            | {
                "item_id": item.id,
                "note": " ".join(chance.choices(self._words, k=length)) if written else "",
                "written": int(written),
                "kind": chance.choice(list(RemarkKind)).value,
                "owner": chance.choice(OWNERS) if chance.random() < 0.5 else "",
                "due": due.isoformat() if chance.random() < 0.2 else None,
                "closed": row["created"] if chance.random() < 0.3 else None,
                "meeting": _uuid(2, chance.randrange(_MEETINGS)) if number % 2 else None,
                "private": int(number % 20 == 7),
            },
        )
        if number % 4 == 0:
            tag = _uuid(1, chance.randrange(len(TAGS)))
            yield "annotation_tag", {"annotation": row["uuid"], "tag": tag}

    def bookmark(self, number: int) -> tuple[str, Row]:
        """A bookmark on any item, one time of three with a line."""
        line = self._chance.choice(self._words) if number % 3 == 0 else ""
        own: Row = {"item_id": self._chance.choice(self._items).id, "note": line}
        place: Row = {"collection": None, "position": float(number), "meeting": None}
        return "bookmark", self._envelope(_uuid(3, number), 20 * number) | own | place

    def _envelope(self, uuid: str, number: int) -> Row:
        when = stamp(_START + timedelta(minutes=17 * number))
        return {
            "uuid": uuid,
            "author": self._author,
            "created": when,
            "modified": when,
            "deleted": None,
            "private": 0,
            "edition": self._edition,
            "revision": number + 2,
        }

    def _span(self, item: Item) -> Row:
        start = self._chance.randrange(len(item.edited) - _SPAN)
        return {
            "start": start,
            "end": start + _SPAN,
            "exact": item.edited[start : start + _SPAN],
            "prefix": item.edited[max(0, start - 24) : start],
            "suffix": item.edited[start + _SPAN :][:24],
            "colour": self._chance.choice(list(Colour)).value,
        }


def _uuid(kind: int, number: int) -> str:
    return f"{number:08x}-0000-4000-8000-{kind:x}{number:011x}"


def fill(path: Path, notes: int, highlights: int, bookmarks: int = BOOKMARKS) -> None:
    """Write so many marks into a new file."""
    with closing(open_store(path).store) as store:
        writer = Writer(store.author.uuid)
    total = notes + highlights
    with closing(open_user(path)) as connection:
        connection.execute("BEGIN")
        for table, row in writer.frame():
            rows.write(connection, table, row)
        for number in range(total):
            for table, row in writer.rows(number, written=number < notes):
                rows.write(connection, table, row)
        for number in range(bookmarks):
            rows.write(connection, *writer.bookmark(number))
        rows.write(connection, "state", {"name": "revision", "value": str(total + 2)})
        connection.execute("COMMIT")


def lay(folder: Path, notes: int, highlights: int) -> UserPaths:
    """The filled store with its note index, made once and kept; making them takes minutes."""
    made = sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    kept = KEPT / f"notes-{SCHEMA_VERSION}-{RULES}-{notes}-{highlights}-{made}"
    if not kept.is_dir():
        _make(kept, notes, highlights)
    shutil.copytree(kept, folder)
    return user_paths(folder)


def _make(kept: Path, notes: int, highlights: int) -> None:
    partial = kept.with_suffix(".partial")
    shutil.rmtree(partial, ignore_errors=True)
    paths = user_paths(partial)
    begun = time.perf_counter(), time.process_time()
    fill(paths.database, notes, highlights)
    _say("store made", begun)
    begun = time.perf_counter(), time.process_time()
    lexicon = Lexicon(LEXICON_DATA)
    lexicon.load()
    opening = open_store(paths.database)
    with (
        closing(opening.store) as store,
        closing(NoteIndex(paths.note_index, lexicon)) as index,
    ):
        if opening.sentence or not index.follow(store):
            raise RuntimeError(opening.sentence or "the note index could not be made")
    _say("note index made", begun)
    partial.replace(kept)


def _say(what: str, begun: tuple[float, float]) -> None:
    wall, processor = time.perf_counter() - begun[0], time.process_time() - begun[1]
    print(f"{what} in {wall:.0f} s, {processor:.0f} s of the processor; kept", flush=True)
