"""The values of filters as they are typed: of several words, or several in brackets."""

import re
from collections.abc import Callable

from db.search.parsed_query import Filter
from db.search.query import OR, filter_named
from db.text.tokens import fold

# As text: the start of the program has no filters to read, and is spared the making of these.
_NAME = r"""(?P<minus>[-−–]?)(?P<name>[^\s:"«»“”()|]+)[:：]"""
_QUOTED = r'"[^"]*"|«[^«»]*»|“[^“”]*”'
# A value that goes on after its first word, as «محور:حمل و نقل» does.
_OPEN = rf"""{_NAME}(?P<brackets>\(*)(?P<value>[^\s"«»|()]+(?:[ ]+(?![-−–])[^\s:"«»|()]+){{1,5}})"""
_IN_BRACKETS = (
    rf"""{_QUOTED}|(?<![^\s|(]){_NAME}\((?P<values>(?:{_QUOTED}|[^"«»“”():：])+)(?P<end>\)|\Z)"""
)
_PIECE = rf'{_QUOTED}|\||[^\s|"«»“”]+'


def spelt_out(text: str, is_name: Callable[[Filter], bool]) -> str:
    """A query whose filters have one value each, in quotes where it is of several words.

    Of those a value takes as many as make a name.
    """

    def quoted(found: re.Match[str]) -> str:
        """Brackets that open in front of the value stand around the filter then."""
        name = filter_named(found["name"])
        first, *others = found["value"].split()
        for count in range(len(others), 0, -1):
            value = " ".join((first, *others[:count]))
            if name and is_name(Filter(name, value)):
                signs = found["minus"] + found["brackets"]
                return " ".join((f'{signs}{found["name"]}:"{value}"', *others[count:]))
        return found.group()

    return re.sub(_OPEN, quoted, re.sub(_IN_BRACKETS, _apart, text))


def _apart(found: re.Match[str]) -> str:
    """A filter for each of the values in brackets, if they are values that «یا» joins."""
    values = _alternatives(found["values"]) if filter_named(found["name"] or "") else []
    if len(values) < 2 or not all(values):
        return found.group()
    filters = " | ".join(f'{found["name"]}:"{value}"' for value in values)
    return f"{found['minus']}({filters}{found['end']}"


def _alternatives(typed: str) -> list[str]:
    """What «یا» joins, if all of it may be values."""
    values: list[list[str]] = [[]]
    for piece in re.findall(_PIECE, typed):
        if fold(piece) in OR:
            values.append([])
        else:
            values[-1].append(piece)
    if any(_is_odd(value) for value in values):
        return []
    return [" ".join(value).strip('"«»“”') for value in values]


def _is_odd(value: list[str]) -> bool:
    """Whether a minus or a phrase among words shows that something else is meant."""
    return any(piece[0] in ('"«“-−–' if len(value) > 1 else "-−–") for piece in value)
