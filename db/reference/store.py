"""Every SELECT on the document; rows come out as records."""

import json
import sqlite3
import threading
from functools import cached_property
from pathlib import Path
from typing import Any

from db.connection import open_read_only
from db.errors import KnownError
from db.paths import REFERENCE_DATABASE
from db.reference.content_hash import content_hash
from db.reference.models import (
    Axis,
    DocumentPart,
    Doubtful,
    Erratum,
    Item,
    ItemKind,
    Meta,
    Related,
    Theme,
)
from db.reference.schema import APPLICATION_ID, SCHEMA_VERSION
from db.text.normalize import latin_digits, shorten

_NUMBERED = (ItemKind.DIRECTION, ItemKind.FUNDAMENTAL)


class ReferenceStore:
    """The bundled document, opened so that it cannot be written; safe to use from any thread."""

    def __init__(self, path: Path = REFERENCE_DATABASE) -> None:
        self._path = path
        self._threads = threading.local()
        self._refuse_strangers()

    def _refuse_strangers(self) -> None:
        try:
            identity = self._connection().execute("PRAGMA application_id").fetchone()[0]
            version = self._connection().execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.DatabaseError as error:
            raise KnownError("متن سند آسیب دیده است. برنامه را دوباره نصب کنید.") from error
        if (identity, version) != (APPLICATION_ID, SCHEMA_VERSION):
            raise KnownError("پرونده‌ی متن سند از این نسخه‌ی برنامه نیست. برنامه را دوباره نصب کنید.")

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._threads, "connection", None)
        if connection is None:
            connection = self._threads.connection = open_read_only(self._path)
        return connection

    def _rows(self, query: str, *values: object) -> list[sqlite3.Row]:
        return self._connection().execute(query, values).fetchall()

    @cached_property
    def _items(self) -> dict[str, Item]:
        rows = self._rows("SELECT * FROM item ORDER BY position")
        return {row["id"]: Item(**{**dict(row), "kind": ItemKind(row["kind"])}) for row in rows}

    @cached_property
    def _axes(self) -> dict[str, Axis]:
        counts = {slug: 0 for (slug,) in self._rows("SELECT slug FROM axis")}
        for item in self._items.values():
            counts[item.axis] += item.kind in _NUMBERED
        rows = self._rows("SELECT slug, number, title, title_verbatim FROM axis ORDER BY number")
        return {row["slug"]: Axis(**dict(row), direction_count=counts[row["slug"]]) for row in rows}

    def axes(self) -> tuple[Axis, ...]:
        """The eight axes in the document's order."""
        return tuple(self._axes.values())

    def axis(self, slug: str) -> Axis:
        """One axis; KnownError naming the nearest for an unknown slug."""
        if slug not in self._axes:
            raise KnownError(_unknown("محوری", slug, list(self._axes)))
        return self._axes[slug]

    def items(self) -> tuple[Item, ...]:
        """Visions, directions and children in document order."""
        return tuple(self._items.values())

    def items_of_axis(self, slug: str) -> tuple[Item, ...]:
        """The items of one axis: vision first, each direction followed by its children."""
        self.axis(slug)
        return tuple(item for item in self._items.values() if item.axis == slug)

    def item(self, item_id: str) -> Item:
        """One item; KnownError naming the nearest for an unknown id."""
        if item_id not in self._items:
            raise KnownError(_unknown("بندی", item_id, list(self._items)))
        return self._items[item_id]

    def item_by_code(self, code: str) -> Item | None:
        """The direction with a typed three-digit code, in any script's digits."""
        wanted = latin_digits(code.strip())
        return next((item for item in self._items.values() if item.code == wanted), None)

    def children(self, item_id: str) -> tuple[Item, ...]:
        """The sub-directions of a direction."""
        return tuple(item for item in self._items.values() if item.parent_id == item_id)

    def errata(self, owner_id: str) -> tuple[Erratum, ...]:
        """Corrections of an item, axis title, title or contact line, in text order."""
        rows = self._rows("SELECT * FROM erratum WHERE owner_id = ? ORDER BY position", owner_id)
        return tuple(Erratum(**_without(row, "owner_id", "position")) for row in rows)

    def corrections(self) -> tuple[tuple[str, str, str, int, int], ...]:
        """All corrections: owner id, source, corrected, and the range of `source` in verbatim."""
        rows = self._rows(
            "SELECT owner_id, source, corrected, verbatim_start, verbatim_end FROM erratum"
            " ORDER BY owner_id, position"
        )
        return tuple(map(tuple, rows))

    def doubtful(self, owner_id: str) -> tuple[Doubtful, ...]:
        """Places of an owner's text that the editor left as in the source."""
        rows = self._rows("SELECT * FROM doubtful WHERE owner_id = ? ORDER BY position", owner_id)
        plain = (_without(row, "owner_id", "position") for row in rows)
        return tuple(
            Doubtful(**{**row, "alternatives": tuple(json.loads(row["alternatives"]))})
            for row in plain
        )

    @cached_property
    def _themes(self) -> tuple[Theme, ...]:
        rows = self._rows(
            "SELECT slug, title, note, (SELECT count(*) FROM item_theme WHERE theme = slug)"
            " AS item_count FROM theme ORDER BY position"
        )
        return tuple(Theme(**dict(row)) for row in rows)

    def themes(self) -> tuple[Theme, ...]:
        """All subject headings in the librarian's order."""
        return self._themes

    def themes_of(self, item_id: str) -> tuple[Theme, ...]:
        """The subject headings of an item."""
        rows = self._rows("SELECT theme FROM item_theme WHERE item_id = ?", item_id)
        slugs = {row["theme"] for row in rows}
        return tuple(theme for theme in self._themes if theme.slug in slugs)

    def items_of_theme(self, slug: str) -> tuple[Item, ...]:
        """The items that treat a theme, in document order."""
        rows = self._rows("SELECT item_id FROM item_theme WHERE theme = ?", slug)
        treated = {row["item_id"] for row in rows}
        return tuple(item for item in self._items.values() if item.id in treated)

    def related(self, item_id: str) -> tuple[Related, ...]:
        """Related items, the nearest first, each with the reason in Persian."""
        rows = self._rows(
            "SELECT related_id AS item_id, reason FROM related WHERE item_id = ? ORDER BY position",
            item_id,
        )
        return tuple(Related(**dict(row)) for row in rows)

    def document_parts(self) -> tuple[DocumentPart, ...]:
        """Title and creator, then the contact block in the source's order."""
        rows = self._rows("SELECT id, kind, kind AS role, verbatim, edited FROM document")
        rows += self._rows(
            "SELECT id, 'contact' AS kind, role, verbatim, edited FROM contact ORDER BY position"
        )
        return tuple(DocumentPart(**dict(row)) for row in rows)

    def meta(self) -> Meta:
        """Versions and fingerprints of this edition."""
        return Meta(**{row["name"]: row["value"] for row in self._rows("SELECT * FROM meta")})

    def content_is_intact(self) -> bool:
        """Whether every visible row still gives the fingerprint the build recorded."""
        try:
            return content_hash(self._connection()) == self.meta().content_hash
        except sqlite3.DatabaseError:
            return False


def _without(row: sqlite3.Row, *names: str) -> dict[str, Any]:
    return {name: row[name] for name in row.keys() if name not in names}  # noqa: SIM118 (Row)


_MOST_NAMED = 12  # names that a sentence can list


def _unknown(noun: str, wanted: str, known: list[str]) -> str:
    import difflib  # only for the reader's slip; the window starts without it

    near = difflib.get_close_matches(wanted, known, n=1, cutoff=0.6)
    hint = f" منظورتان «{near[0]}» بود؟" if near else ""
    if not near and len(known) <= _MOST_NAMED:
        hint = f" یکی از این‌ها را بنویسید: {'، '.join(known)}."
    return f"{noun} با شناسه‌ی «{shorten(wanted)}» در سند نیست.{hint}"
