"""What brackets hold together: how it is put together while it is read, and what it allows."""

from collections.abc import Callable

from db.record import replace
from db.search.bitmaps import union
from db.search.content import StopWords, content_or_all
from db.search.parsed_query import Group, Leaf, ParsedQuery, Part, Row, Unit


class Level:
    """A pair of brackets whose end was not yet read, or the whole query."""

    def __init__(self, *, is_refused: bool = False) -> None:
        self.is_refused = is_refused
        self.rows: list[list[Part]] = []
        self.excluded: list[Part] = []
        self.or_pending = False
        self.not_pending = False

    def take(self, one: Part) -> None:
        """One of its own, or one more of the alternatives that «یا» joins."""
        if not self.or_pending:
            self.rows.append([one])
        elif one not in self.rows[-1]:
            self.rows[-1].append(one)
        self.or_pending = False

    def exclude(self, one: Part) -> None:
        """Keep out a part; of alternatives each by itself."""
        alone = _only_row(one)
        self.excluded += alone if alone else [one]

    def group(self) -> Group:
        """All of it, without the groups that no operator touches."""
        excluded, rows = list(self.excluded), list[Row]()
        for row in self.rows:
            first = row[0]
            if len(row) > 1:
                joined = (part for one in row for part in _only_row(one) or (one,))
                rows.append(tuple(dict.fromkeys(joined)))
            elif isinstance(first, Group):
                rows += first.rows
                excluded += first.excluded
            else:
                rows.append((first,))
        return Group(tuple(rows), tuple(dict.fromkeys(excluded)))


def _only_row(one: Part) -> Row:
    """The alternatives that are all a group holds."""
    if isinstance(one, Group) and len(one.rows) == 1 and not one.excluded:
        return one.rows[0]
    return ()


def documents(
    one: Part, of_leaf: Callable[[Leaf, bool], int], everything: int, *, refused: bool = False
) -> int:
    """The documents of a part; `of_leaf` gives those of a leaf and is told whether they are
    `refused`, to be kept out in the end."""
    if not isinstance(one, Group):
        return of_leaf(one, refused)
    found = everything
    for row in one.rows:
        found &= union(documents(part, of_leaf, everything, refused=refused) for part in row)
    for part in one.excluded:
        found &= ~documents(part, of_leaf, everything, refused=not refused)
    return found


def changed_within(parsed: ParsedQuery, change: Callable[[Group], Group]) -> ParsedQuery:
    """The query with its groups changed, the innermost first; not itself."""
    if not parsed.is_grouped:
        return parsed
    inner = _within(parsed, change)
    return replace(parsed, rows=inner.rows, excluded=inner.excluded)


def _within(group: Group, change: Callable[[Group], Group]) -> Group:
    def changed(one: Part) -> Part:
        return change(_within(one, change)) if isinstance(one, Group) else one

    rows = tuple(tuple(map(changed, row)) for row in group.rows)
    return Group(rows, tuple(map(changed, group.excluded)))


def with_alternatives(parsed: ParsedQuery, change: Callable[[Unit], Unit]) -> ParsedQuery:
    """The query with the words among its alternatives changed, but for what groups exclude."""

    def changed(one: Part) -> Part:
        if isinstance(one, Group):
            return Group(tuple(tuple(map(changed, row)) for row in one.rows), one.excluded)
        return change(one) if isinstance(one, Unit) and one.is_word else one

    rows = (tuple(map(changed, row)) if len(row) > 1 else row for row in parsed.rows)
    return replace(parsed, rows=tuple(rows))


def content(group: Group, stop_words: StopWords) -> Group:
    """A group that demands all but stop words, unless it holds nothing else."""
    rows = content_or_all(group.rows, lambda row: _is_stop_word(row, stop_words))
    return Group(tuple(rows), group.excluded)


def _is_stop_word(row: Row, stop_words: StopWords) -> bool:
    first = row[0]
    if len(row) > 1 or not isinstance(first, Unit):
        return False
    return first.is_word and stop_words.has_all(first.text)
