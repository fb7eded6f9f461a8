"""The items that operators and filters of a query allow, looked up once for a whole answer."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_

from db.search.bitmaps import union
from db.search.parsed_query import (
    FILTER_NAMES,
    Alternative,
    ParsedQuery,
    filters_of,
    units_of,
)


class Rows:
    """The rows of a query: each lists alternatives joined by OR.

    Each alternative is looked up once, so that an answer agrees with itself while marks change.
    """

    def __init__(
        self, parsed: ParsedQuery, bitmap: Callable[[Alternative], int], everything: int
    ) -> None:
        self._parsed = parsed
        self._bitmap = bitmap
        self._everything = everything
        self._made: dict[Alternative, int] = {}

    def each(self) -> list[int]:
        """The documents of each row, as bitmaps."""
        return [self._any(row) for row in self._parsed.alternatives]

    def held(self) -> int:
        """The documents in whose text a word of every row stands."""
        return self._all(units_of(row) for row in self._parsed.alternatives)

    def granted(self) -> int:
        """The documents that pass a filter of every row."""
        return self._all(filters_of(row) for row in self._parsed.alternatives)

    def reason(self, document: int) -> str:
        """In Persian, the filters that let a document in which lacks the words of their rows."""
        lacked = (
            row
            for row in self._parsed.alternatives
            if self._parsed.by_meaning or not self._any(units_of(row)) >> document & 1
        )
        standing = (
            f"{FILTER_NAMES[one.name]}:{one.value}"
            for row in lacked
            for one in filters_of(row)
            if self.of(one) >> document & 1
        )
        return f"از راهِ صافی: {'، '.join(standing)}"

    def of(self, one: Alternative) -> int:
        """The documents of one alternative or filter."""
        if one not in self._made:
            self._made[one] = self._bitmap(one)
        return self._made[one]

    def _all(self, rows: Iterable[Iterable[Alternative]]) -> int:
        return reduce(and_, map(self._any, rows), self._everything)

    def _any(self, row: Iterable[Alternative]) -> int:
        return union(map(self.of, row))


class Bounds:
    """A parsed query and the documents that pass everything of it but the words.

    `allowed` is a bitmap, None when all documents pass.
    """

    def __init__(self, parsed: ParsedQuery, rows: Rows, allowed: int | None) -> None:
        self.parsed = parsed
        self.rows = rows
        self.allowed = allowed
