"""Turns rows of the tables into records, and selectors back into columns."""

import json
from collections.abc import Sequence
from typing import Any

from db.record import names_in, values
from db.user.models import Annotation, Colour, Meeting, RemarkKind, Row, Stamped, TextSelector


def shaped[T: Stamped](kind: type[T], row: Row) -> T:
    """A record whose fields are the columns of its table."""
    return kind(**_own(kind, row))


def annotation(row: Row, tags: Sequence[str]) -> Annotation:
    """A row of `annotation` with the names of its live tags."""
    colour = row["colour"]
    own = _own(Annotation, row) | {
        "selector": selector(row),
        "kind": RemarkKind(str(row["kind"])),
        "colour": Colour(str(colour)) if colour else None,
        "tags": tuple(sorted(tags)),
    }
    return Annotation(**own)


def meeting(row: Row) -> Meeting:
    """A row of `meeting`."""
    own = _own(Meeting, row)
    return Meeting(**own | {"attendees": tuple(json.loads(own["attendees"]))})


def selector(row: Row) -> TextSelector | None:
    """The span a row speaks of; None when it speaks of the whole item."""
    if row["start"] is None:
        return None
    span: dict[str, Any] = {name: row[name] for name in ("start", "end", "exact")}
    return TextSelector(**span, prefix=str(row["prefix"]), suffix=str(row["suffix"]))


def selector_columns(span: TextSelector | None) -> Row:
    """The inverse of `selector`."""
    if span is None:
        return dict.fromkeys(("start", "end", "exact", "prefix", "suffix"))
    return values(span)


def _own(kind: type[Stamped], row: Row) -> dict[str, Any]:
    """The columns that are fields of `kind`."""
    own = {name: row[name] for name in names_in(kind) if name in row}
    return own | {"private": bool(row["private"])}
