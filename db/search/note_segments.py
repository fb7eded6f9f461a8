"""Posting lists of the note index as bitmaps, kept as long as their segment lives.

A save adds a small segment and leaves the others as they are, so that a search after it reads
nothing twice.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3LeafMatcher

from db.search.bitmaps import of_numbers
from db.search.fields import ROOT, STEM, TERMS, WORD
from db.search.note_bitmaps import (
    COMMON,
    LARGE,
    NoteBitmaps,
    bitmaps_of,
    keep_bitmaps,
    write_bitmaps,
)

# Kinds of term that say at least what a kind says: a word is its own stem and root.
_NARROWER = {STEM: (STEM, WORD), ROOT: (ROOT, STEM, WORD)}


class Segments:
    """All segments of one state of the index; numbers of texts run through them.

    `folder` is None for an index in memory.
    """

    def __init__(
        self, reader: Any, folder: Path | None = None, before: "Segments | None" = None
    ) -> None:
        self._folder = folder
        known = {leaf.name: leaf for leaf in before.leaves} if before else {}
        self.leaves: tuple[_Leaf, ...] = tuple(
            _Leaf(one, start, folder, known) for one, start in reader.leaf_readers()
        )

    def unwritten(self) -> "list[_Leaf]":
        """The large segments whose common terms are read from Whoosh."""
        return [leaf for leaf in self.leaves if leaf.wants_bitmaps]

    def forget_others(self) -> None:
        """Remove the bitmaps of segments that are no more."""
        if self._folder is not None:
            keep_bitmaps(self._folder, (leaf.name for leaf in self.leaves))

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

    def __init__(
        self, reader: Any, start: int, folder: Path | None, known: "dict[str, _Leaf]"
    ) -> None:
        segment = reader.segment()
        self.name: str = segment.segment_id()
        self.start = start
        self._reader, self._folder = reader, folder
        self._size = (reader.doc_count_all() + 7) // 8
        before = known.get(self.name)
        self.lists: dict[str, int] = before.lists if before else {}
        self.bitmaps: NoteBitmaps | None = before.bitmaps if before else None
        self.wants_bitmaps: bool = before.wants_bitmaps if before else False
        if before is None and folder is not None and reader.doc_count_all() >= LARGE:
            self.bitmaps = bitmaps_of(folder, self.name, self._size)
            self.wants_bitmaps = self.bitmaps is None
        self._gone = of_numbers(segment.deleted_docs(), self._size)

    def holding(self, term: str) -> int:
        found = self.lists.get(term)
        if found is None:
            found = self.lists[term] = self.read(term)
        return found & ~self._gone

    def is_common(self, term: str) -> bool:
        """Whether a typed term stands in so many texts that its list is better read as a bitmap."""
        return bool(self._reader.doc_frequency(TERMS, term) >= COMMON)

    def write(self, lists: Mapping[str, int]) -> None:
        """Keep the lists of common terms beside the index; a disk that refuses is not asked again
        and again."""
        self.wants_bitmaps = False
        if self._folder is not None:
            write_bitmaps(self._folder, self.name, self._size, lists)
            self.bitmaps = bitmaps_of(self._folder, self.name, self._size)

    def read(self, term: str) -> int:
        """The texts that hold a typed term, those that are gone among them."""
        if self.bitmaps is not None and term in self.bitmaps:
            with suppress(OSError):  # removed by another program; Whoosh's own files stay open
                return self.bitmaps.read(term)
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
