"""How a query was understood, in words for its reader."""

from db.search.filter_completion import quoted
from db.search.parsed_query import FILTER_NAMES, Filter, Group, ParsedQuery, Part, Row

_AS_GROUPED = "پرانتزها چنین خوانده شد: {}."
_LONGEST = 200  # letters of that, which is to be read at a glance


def understood(parsed: ParsedQuery) -> str | None:
    """What a reader is to know of it; None when it was read as anyone would."""
    as_grouped = [_AS_GROUPED.format(_cut(_inside(parsed)))] if parsed.is_grouped else []
    return " ".join((*as_grouped, *parsed.remarks)) or None


def told(one: Part) -> str:
    """A part as it could be typed, but that words are joined by «و»."""
    if isinstance(one, Group):
        return _inside(one)
    if isinstance(one, Filter):
        return f"{FILTER_NAMES[one.name]}:{quoted(one.value)}"
    return f"«{one.text}»" if one.is_phrase else one.text + "*" * one.is_prefix


def _inside(group: Group) -> str:
    is_only = len(group.rows) == 1 and not group.excluded
    rows = (_row(row) if is_only else _bracketed(row) for row in group.rows)
    refused = (f"نه {_bracketed((one,))}" for one in group.excluded)
    return "، ".join(filter(None, (" و ".join(rows), *refused)))


def _row(row: Row) -> str:
    return " یا ".join(_bracketed((one,)) for one in row)


def _bracketed(row: Row) -> str:
    """Alternatives as one thing among others."""
    if len(row) > 1:
        return f"({_row(row)})"
    return f"({told(row[0])})" if isinstance(row[0], Group) else told(row[0])


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
