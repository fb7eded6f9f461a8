"""`edition`: the whole edition as one JSON document, or its counts for a reader."""

import argparse
from typing import Any

from db.cli.command import Command, Context
from db.cli.output import write_json, write_line
from db.reference.models import Axis, Item, ItemKind
from db.reference.store import ReferenceStore
from db.text.normalize import persian_digits


def _add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="همه‌ی ویراست به صورت JSON")


def _run(arguments: argparse.Namespace, context: Context) -> int:
    if arguments.json:
        write_json(edition_as_json(context.reference), indent=1)
        return 0
    meta = context.reference.meta()
    write_line(f"ویراست {persian_digits(meta.edition_version)}")
    for axis in context.reference.axes():
        line = f"{axis.number}. {axis.title}: {axis.direction_count} جهت‌گیری"
        write_line(f"{persian_digits(line)} [{axis.slug}]")
    write_line(f"اثر انگشت متن: {meta.content_hash}")
    return 0


def edition_as_json(reference: ReferenceStore) -> dict[str, Any]:
    """Everything the edition holds, in document order; offsets are code points."""
    parts = [vars(part) | _review(reference, part.id) for part in reference.document_parts()]
    return {
        "document": {
            **{part["kind"]: part for part in parts if part["kind"] != "contact"},
            **vars(reference.meta()),
        },
        "axes": [_axis(reference, axis) for axis in reference.axes()],
        "contact": {"entries": [part for part in parts if part["kind"] == "contact"]},
        "themes": [vars(theme) for theme in reference.themes()],
    }


def _axis(reference: ReferenceStore, axis: Axis) -> dict[str, Any]:
    items = reference.items_of_axis(axis.slug)
    vision = next(item for item in items if item.kind is ItemKind.VISION)
    directions = (i for i in items if i.kind in (ItemKind.DIRECTION, ItemKind.FUNDAMENTAL))
    return {
        "slug": axis.slug,
        "number": axis.number,
        "title": axis.title,
        "title_verbatim": axis.title_verbatim,
        **_review(reference, axis.slug),
        "vision": _text(reference, vision),
        "directions": [_direction(reference, item) for item in directions],
    }


def _direction(reference: ReferenceStore, item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "number": item.number,
        "code": item.code,
        "kind": item.kind.value,
        "duplicate_of": item.duplicate_of,
        **_text(reference, item),
        "children": [_text(reference, child) for child in reference.children(item.id)],
    }


def _text(reference: ReferenceStore, item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "source_line": item.source_line,
        "verbatim": item.verbatim,
        "edited": item.edited,
        **_review(reference, item.id),
        "themes": [{"slug": t.slug, "title": t.title} for t in reference.themes_of(item.id)],
        "related": [{"id": r.item_id, "reason": r.reason} for r in reference.related(item.id)],
    }


def _review(reference: ReferenceStore, owner_id: str) -> dict[str, Any]:
    return {
        "errata": [vars(erratum) for erratum in reference.errata(owner_id)],
        "doubtful": [vars(doubt) for doubt in reference.doubtful(owner_id)],
    }


COMMAND = Command("edition", "ویراست سند و شناسنامه‌ی آن", _add_arguments, _run)
