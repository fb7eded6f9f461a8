"""Writes the reference database with sqlite-utils; the same input gives the same bytes."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from db.build.edition import Edition, Entry
from db.build.proof import place_errata
from db.build.related import related_rows
from db.reference.content_hash import content_hash
from db.reference.schema import APPLICATION_ID, DDL, SCHEMA_VERSION
from db.text import TEXT_RULES_VERSION


def write_database(edition: Edition, source_hash: str, path: Path) -> dict[str, int]:
    """Write `path` anew and return the number of rows of each table."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.executescript(
        f"PRAGMA page_size = 4096; PRAGMA application_id = {APPLICATION_ID};"
        f"PRAGMA user_version = {SCHEMA_VERSION}; PRAGMA foreign_keys = ON; {DDL}"
    )
    database = Database(connection)
    with connection:
        for table, rows in _tables(edition).items():
            database.table(table).insert_all(rows)
    meta = {
        "edition_version": edition.version,
        "content_hash": content_hash(connection),
        "source_hash": source_hash,
        "text_rules_version": TEXT_RULES_VERSION,
    }
    with connection:
        database.table("meta").insert_all({"name": key, "value": meta[key]} for key in sorted(meta))
    connection.execute("VACUUM")
    counts = {name: database.table(name).count for name in sorted(database.table_names())}
    connection.close()
    return counts


def _tables(edition: Edition) -> dict[str, list[dict[str, Any]]]:
    entries = edition.entries()
    return {
        "document": [_text(entry, kind=entry.kind) for entry in entries if _is_title(entry)],
        "contact": [
            _text(entry, position=position, role=entry.role)
            for position, entry in enumerate(e for e in entries if e.kind == "contact")
        ],
        "axis": list(_axes(edition)),
        "item": list(_items(edition)),
        "erratum": [row for entry in entries for row in _errata(edition, entry)],
        "doubtful": [row for entry in entries for row in _doubtful(entry)],
        "theme": [
            {"slug": theme.slug, "position": position, "title": theme.title, "note": theme.note}
            for position, theme in enumerate(edition.themes)
        ],
        "item_theme": [
            {"theme": theme.slug, "item_id": item_id}
            for theme in edition.themes
            for item_id in theme.items
        ],
        "related": related_rows(edition),
    }


def _is_title(entry: Entry) -> bool:
    return entry.kind in ("title", "creator")


def _text(entry: Entry, **more: object) -> dict[str, Any]:
    return {
        "id": entry.id,
        **more,
        "source_line": entry.line,
        "verbatim": entry.verbatim,
        "edited": entry.edited,
    }


def _axes(edition: Edition) -> Iterator[dict[str, Any]]:
    for number, (slug, entries) in enumerate(edition.axes.items(), start=1):
        title = next(entry for entry in entries if entry.kind == "axis")
        yield {
            "slug": slug,
            "number": number,
            "title": title.edited,
            "title_verbatim": title.verbatim,
            "source_line": title.line,
        }


def _items(edition: Edition) -> Iterator[dict[str, Any]]:
    position = 0
    for axis_number, (slug, entries) in enumerate(edition.axes.items(), start=1):
        for entry in (entry for entry in entries if entry.kind != "axis"):
            position += 1
            _, _, place = entry.id.removeprefix(slug).partition("-")
            parent, _, child = place.partition(".")
            numbered = entry.kind in ("direction", "fundamental")
            yield {
                "id": entry.id,
                "axis": slug,
                "kind": entry.kind,
                "number": int(child or parent) if parent.isdigit() else None,
                "code": f"{axis_number}{int(parent):02d}" if numbered else None,
                "parent_id": f"{slug}-{parent}" if child else None,
                "position": position,
                "source_line": entry.line,
                "verbatim": entry.verbatim,
                "edited": entry.edited,
                "duplicate_of": entry.duplicate_of or None,
            }


def _errata(edition: Edition, entry: Entry) -> Iterator[dict[str, Any]]:
    for position, placed in enumerate(place_errata(edition, entry)):
        yield {
            "owner_id": entry.id,
            "position": position,
            "source": placed.entry.source,
            "corrected": placed.entry.corrected,
            "kind": placed.entry.kind,
            "confidence": placed.entry.confidence,
            "reason": placed.entry.reason,
            "verbatim_start": placed.verbatim[0],
            "verbatim_end": placed.verbatim[1],
            "edited_start": placed.edited[0],
            "edited_end": placed.edited[1],
        }


def _doubtful(entry: Entry) -> Iterator[dict[str, Any]]:
    for position, doubt in enumerate(entry.doubtful):
        start = entry.edited.index(doubt.fragment)
        yield {
            "owner_id": entry.id,
            "position": position,
            "fragment": doubt.fragment,
            "question": doubt.question,
            "alternatives": json.dumps(doubt.alternatives, ensure_ascii=False),
            "start": start,
            "end": start + len(doubt.fragment),
        }
