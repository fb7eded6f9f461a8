"""A reader's file with more notes than anybody has written, filled as a merge would fill it."""

import random
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from db.connection import open_user
from db.reference.models import Item
from db.reference.store import ReferenceStore
from db.user import rows
from db.user.clock import stamp
from db.user.models import Colour, RemarkKind, Row
from db.user.opening import open_store

OWNERS = ("معاونت شهرسازی", "سازمان پسماند", "شرکت واحد")
_START = datetime(2020, 1, 1, tzinfo=UTC)
_SPAN = 20


class Writer:
    """Makes rows by chance, always by the same chance."""

    def __init__(self, author: str) -> None:
        self._author, self._chance = author, random.Random(1404)
        self._items = ReferenceStore().items()
        self._words = [word for item in self._items for word in item.edited.split()]

    def row(self, number: int, *, written: bool) -> Row:
        """A note of the document's own words, or a bare highlight."""
        chance, item = self._chance, self._chance.choice(self._items)
        when = stamp(_START + timedelta(minutes=17 * number))
        spanned = not written or number % 3 == 0
        due = date(2024, 1, 1) + timedelta(days=chance.randrange(900))
        length = chance.randrange(6, 40)
        return {
            "uuid": f"{number:08x}-0000-4000-8000-{number:012x}",
            "author": self._author,
            "created": when,
            "modified": when,
            "deleted": None,
            "private": 0,
            "edition": "1",
            "revision": number + 2,
            "item_id": item.id,
            **(self._span(item) if spanned else {}),
            "note": " ".join(chance.choices(self._words, k=length)) if written else "",
            "written": int(written),
            "kind": chance.choice(list(RemarkKind)).value,
            "owner": chance.choice(OWNERS) if chance.random() < 0.5 else "",
            "due": due.isoformat() if chance.random() < 0.2 else None,
            "closed": when if chance.random() < 0.3 else None,
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


def fill(path: Path, notes: int, highlights: int) -> None:
    """Write so many notes and highlights into a new file."""
    with closing(open_store(path).store) as store:
        writer = Writer(store.author.uuid)
    total = notes + highlights
    with closing(open_user(path)) as connection:
        connection.execute("BEGIN")
        for number in range(total):
            rows.write(connection, "annotation", writer.row(number, written=number < notes))
        rows.write(connection, "state", {"name": "revision", "value": str(total + 2)})
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize")
