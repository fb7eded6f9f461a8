"""Posting lists of the note index as bitmaps, kept as long as their segment lives.

A save adds a small segment and leaves the others as they are, so that a search after it reads
nothing twice.
"""

from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from typing import Any

from whoosh.codec.whoosh3 import W3LeafMatcher

from db.search.bitmaps import of_numbers
from db.search.fields import ROOT, STEM, TERMS, WORD

# Kinds of term that say at least what a kind says: a word is its own stem and root.
_NARROWER = {STEM: (STEM, WORD), ROOT: (ROOT, STEM, WORD)}


class Segments:
    """All segments of one state of the index; numbers of texts run through them."""

    def __init__(self, reader: Any, before: "Segments | None" = None) -> None:
        known = {leaf.name: leaf.lists for leaf in before.leaves} if before else {}
        self.leaves: tuple[_Leaf, ...] = tuple(
            _Leaf(one, start, known) for one, start in reader.leaf_readers()
        )

    def holding(self, terms: Iterable[str]) -> int:
        """The bitmap of the texts that hold all of some typed terms."""
        together = -1
        for term in terms:
            together &= self._of(term)
        return together

    def _of(self, term: str) -> int:
        kind, _, key = term.partition(":")
        bits = 0
        for leaf in self.leaves:
            for narrower in _NARROWER.get(kind, (kind,)):
                bits |= leaf.holding(f"{narrower}:{key}") << leaf.start
        return bits


class _Leaf:
    """One segment: its lists never change, but texts in it may go."""

    def __init__(self, reader: Any, start: int, known: dict[str, dict[str, int]]) -> None:
        segment = reader.segment()
        self.name: str = segment.segment_id()
        self.start = start
        self.lists = known.get(self.name, {})
        self._reader = reader
        self._size = (reader.doc_count_all() + 7) // 8
        self._gone = of_numbers(segment.deleted_docs(), self._size)

    def holding(self, term: str) -> int:
        found = self.lists.get(term)
        if found is None:
            found = self.lists[term] = self._read(term)
        return found & ~self._gone

    def _read(self, term: str) -> int:
        if (TERMS, term) not in self._reader:
            return 0
        return of_numbers(_numbers(self._reader.postings(TERMS, term)), self._size)


def _numbers(matcher: Any) -> Iterable[int]:
    """The texts of a posting list, those that are gone perhaps among them.

    Whoosh's own walk asks a matcher three things for each number, which is most of what a search
    for a common word costs.
    """
    unfiltered = getattr(matcher, "child", matcher)
    if isinstance(unfiltered, W3LeafMatcher):
        return chain.from_iterable(_blocks(unfiltered))
    numbers: Iterable[int] = matcher.all_ids()
    return numbers


def _blocks(matcher: Any) -> Iterator[Iterable[int]]:
    while matcher.is_active():
        matcher._read_data()  # noqa: SLF001
        steps = matcher._data[0]  # noqa: SLF001
        yield accumulate(steps)
        matcher._next_block()  # noqa: SLF001
