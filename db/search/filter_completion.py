"""Completions of filters: their names and the values they may take."""

import re
from collections.abc import Iterator, Sequence

from db.reference.store import ReferenceStore
from db.search.fields import phrase_key, words_of
from db.search.parsed_query import FILTER_NAMES
from db.search.query import filter_named
from db.search.value_names import FEW
from db.text.tokens import fold

_FILTER = re.compile(
    r"(?<![^\s|])(?P<signs>\(*[-−–]?\(*)(?P<name>[^\s:«\"“|()]+):\s*"
    r"(?P<before>\(+[^:()]*(?:\s(?:یا|(?i:or))\s|\|)\s*|\(*)"  # brackets, other values in them
    r"[«\"“]?(?P<value>[^:»\"”|)]*)\Z"
)
_NEEDS_NO_QUOTES = re.compile(r"[^\s\"«»“”|()（）﴿﴾]*")


def names_beginning(key: str) -> Iterator[str]:
    """The names of filters that begin so."""
    return (name for name in (*FILTER_NAMES.values(), *FILTER_NAMES) if name.startswith(key))


def completed_values(typed: str, reference: ReferenceStore, tags: Sequence[str]) -> Iterator[str]:
    """The whole query for each value that the filter at its end may take; best first."""
    opened = _FILTER.search(typed)
    known = filter_named(opened["name"]) if opened else None
    if opened and known:
        lead = typed[: opened.start()] + opened["signs"] + opened["name"]
        values = _values(known, opened["name"].isascii(), reference, tags)
        for value in _beginning(values, opened["value"].strip()):
            yield f"{lead}:{opened['before']}{quoted(value)}"


def quoted(value: str) -> str:
    """A value or a phrase as an operator needs it."""
    if _NEEDS_NO_QUOTES.fullmatch(value):
        return value
    return f'"{value}"' if "«" in value or "»" in value else f"«{value}»"


def _values(
    name: str, in_english: bool, reference: ReferenceStore, tags: Sequence[str]
) -> Sequence[str]:
    if name == "axis":
        return [axis.slug if in_english else axis.title for axis in reference.axes()]
    if name == "theme":
        return [theme.title for theme in reference.themes()]
    if name == "tag":
        return tags
    return [value.english if in_english else value.persian for value in FEW[name]]


def _beginning(values: Sequence[str], typed: str) -> list[str]:
    """The values a word of which begins as typed: by that word's place, then letter by letter."""
    wanted = phrase_key(typed)
    found: list[tuple[int, bool, int]] = []
    for order, value in enumerate(values):
        keys = [token.key for token in words_of(value)] or [fold(value)]
        ends = ("".join(keys[place:]).startswith(wanted) for place in range(len(keys)))
        place = next((place for place, begins in enumerate(ends) if begins), None)
        if place is not None:
            found.append((place, not value.startswith(typed), order))
    return [values[order] for _, _, order in sorted(found)]
