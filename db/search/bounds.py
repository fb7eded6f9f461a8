"""The items that operators and filters of a query allow, looked up once for a whole answer."""

from collections.abc import Callable, Iterable
from functools import reduce
from operator import and_

from db.search.bitmaps import union
from db.search.fields import phrase_key
from db.search.groups import documents
from db.search.parsed_query import Group, Leaf, ParsedQuery, Part, Row, Unit, filters_of, texts_of
from db.search.wording import told


class Rows:
    """The documents of a query's rows, each of which lists alternatives joined by OR.

    Each alternative is looked up once, so that an answer agrees with itself while marks change.
    """

    def __init__(
        self,
        parsed: ParsedQuery,
        bitmap: Callable[[Leaf], int],
        led_to: Callable[[str], int],
        everything: int,
    ) -> None:
        """`bitmap` gives the documents of a leaf, `led_to` those that a word leads to."""
        self._parsed = parsed
        self._bitmap = bitmap
        self._led_to = led_to
        self._everything = everything
        self._made: dict[Leaf, int] = {}

    def allowed(self) -> int | None:
        """The documents that pass everything but the words; None when all do."""
        refused = [self._of(one, refused=True) for one in self._parsed.excluded]
        demanded = [self._any(row) for row in self._parsed.demanded]
        if not demanded and not refused:
            return None
        return reduce(and_, demanded, self._everything) & ~union(refused)

    def held(self) -> int:
        """The documents in whose text one of every row stands."""
        return self._all(texts_of(row) for row in self._parsed.alternatives)

    def granted(self) -> int:
        """The documents that pass a filter of every row."""
        return self._all(filters_of(row) for row in self._parsed.alternatives)

    def reason(self, document: int) -> str:
        """In Persian, the filters that let a document in which lacks the words of their rows."""
        lacked = (
            row
            for row in self._parsed.alternatives
            if self._parsed.by_meaning or not self._any(texts_of(row)) >> document & 1
        )
        standing = (
            told(one) for row in lacked for one in filters_of(row) if self._of(one) >> document & 1
        )
        return f"از راهِ صافی: {'، '.join(standing)}"

    def of(self, one: Leaf) -> int:
        """The documents of one leaf, looked up once."""
        if one not in self._made:
            self._made[one] = self._bitmap(one)
        return self._made[one]

    def _of(self, one: Part, *, refused: bool = False) -> int:
        return documents(one, self._of_leaf, self._everything, refused=refused)

    def _of_leaf(self, one: Leaf, refused: bool) -> int:
        """Asked for its subject a query wants of a word what it leads to."""
        if self._parsed.by_meaning and isinstance(one, Unit) and not refused:
            return self._led_to(phrase_key(one.text))
        return self.of(one)

    def _all(self, rows: Iterable[Row]) -> int:
        return reduce(and_, map(self._any, rows), self._everything)

    def _any(self, row: Row) -> int:
        """The documents of one of some alternatives; words that are asked for their subject are
        left to the score, unless groups of them must be told apart."""
        kinds = set(map(type, row)) if self._parsed.by_meaning else set()
        if Unit in kinds and Group not in kinds:
            return self._everything
        return union(map(self._of, row))


class Bounds:
    """A parsed query and the documents that pass everything of it but the words.

    `allowed` is a bitmap, None when all documents pass.
    """

    def __init__(self, parsed: ParsedQuery, rows: Rows, allowed: int | None) -> None:
        self.parsed = parsed
        self.rows = rows
        self.allowed = allowed
