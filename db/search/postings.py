"""Reads posting lists of the Whoosh index: a small index whole, a large one list by list."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from whoosh.index import open_dir

from db.errors import KnownError
from db.search.bitmaps import likeliest, members, of_numbers
from db.search.fields import (
    COMMON,
    LISTED,
    LISTED_FROM,
    SPREADS,
    TERMS,
    WHOLE,
    common_from,
)

type Counts = Mapping[int, float]
type Terms = tuple[str, ...]  # that an item must hold together
_NOWHERE: Counts = {}
_MOST_LISTS = 4_000  # lists and bitmaps of a large index that are kept in memory


def open_postings(folder: Path) -> "Postings":
    """The posting lists of a written index; KnownError when it is missing or damaged."""
    try:
        index = open_dir(str(folder), readonly=True)
        reader = index.reader()  # type: ignore[no-untyped-call]
        ids = tuple(fields["id"] for _, fields in reader.iter_docs())
        if (folder / SPREADS).exists():
            return LargePostings(ids, reader, folder)
        return Postings(ids, _whole(folder / WHOLE))
    except Exception as error:  # Whoosh raises many kinds for a damaged index
        sentence = "نمایه‌ی جست‌وجو باز نشد. برنامه را دوباره نصب کنید."
        raise KnownError(sentence) from error


class Postings:
    """Typed terms → {document number: frequency}, in memory as text; safe in any thread."""

    def __init__(self, ids: tuple[str, ...], lists: Mapping[str, str]) -> None:
        self.ids = ids
        self._lists = lists
        self._counts = lru_cache(maxsize=_MOST_LISTS)(_counts)
        self._size = (len(ids) + 7) // 8
        self.bits = lru_cache(maxsize=_MOST_LISTS)(self._bits_of)
        self._by_count = lru_cache(maxsize=_MOST_LISTS)(self._counted)

    @property
    def known(self) -> Mapping[str, object]:
        """The typed terms of the index."""
        return self._lists

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.known)

    def beginning(self, prefix: str) -> list[str]:
        """The typed terms of the index that begin with `prefix`, in order."""
        first = bisect_left(self._sorted, prefix)
        last = bisect_left(self._sorted, prefix + "\U0010ffff")
        return self._sorted[first:last]

    def spread(self, term: str) -> int:
        """In how many documents a typed term stands, without reading where."""
        return self._lists.get(term, "").count(":")

    def of(self, term: str) -> Counts:
        """Documents that hold a typed term, with the term's frequency in each."""
        where = self._lists.get(term)
        return self._counts(where) if where else _NOWHERE

    def bitmap(self, numbers: Iterable[int]) -> int:
        """Some documents as a long number, a bit a document."""
        return of_numbers(numbers, self._size)

    def _bits_of(self, term: str) -> int:
        """The documents that hold a typed term, as a bitmap."""
        return self.bitmap(self.of(term))

    def by_count(
        self, term: str, among: AbstractSet[int]
    ) -> Iterable[tuple[float, AbstractSet[int]]]:
        """How often a typed term stands in some documents, and in which so often."""
        counted = self._by_count(term)
        if len(among) == len(self.of(term)):
            return counted
        return ((count, documents & among) for count, documents in counted)

    def _counted(self, term: str) -> tuple[tuple[float, AbstractSet[int]], ...]:
        found: dict[float, set[int]] = {}
        for document, count in self.of(term).items():
            found.setdefault(count, set()).add(document)
        return tuple(found.items())

    is_large = False  # whether there are too many documents to give each a score

    def likeliest(self, words: Iterable[Iterable[Terms]], allowed: int | None) -> AbstractSet[int]:
        """The documents worth a score for words that may stand there as any of their terms."""
        return frozenset(range(len(self.ids)) if allowed is None else members(allowed))

    def holding(self, terms: Terms, within: AbstractSet[int] | None) -> AbstractSet[int]:
        """The documents that hold all of some terms."""
        first, *others = (self.of(term).keys() for term in terms)
        return set(first).intersection(*others) if others else first


class LargePostings(Postings):
    """Reads a list when it is first asked for; common terms come as bitmaps, a bit a document."""

    def __init__(self, ids: tuple[str, ...], reader: Any, folder: Path) -> None:
        super().__init__(ids, {})
        self._reader, self._lock = reader, Lock()
        self._spreads, self._common, self._listed = _spreads(folder / SPREADS, len(ids))
        self._bitmaps = (folder / COMMON).read_bytes()
        self._numbers = array("I", (folder / LISTED).read_bytes())
        self.of = lru_cache(maxsize=_MOST_LISTS)(self._of)  # type: ignore[method-assign]

    @property
    def known(self) -> Mapping[str, object]:
        """The typed terms of the index."""
        return self._spreads

    def spread(self, term: str) -> int:
        """In how many documents a typed term stands, without reading where."""
        return self._spreads.get(term, 0)

    def by_count(
        self, term: str, among: AbstractSet[int]
    ) -> Iterable[tuple[float, AbstractSet[int]]]:
        """Once: among so many items the one that says a thing often is one of many."""
        return ((1.0, among),)

    def _of(self, term: str) -> Counts:
        if term not in self._spreads:
            return _NOWHERE
        if term in self._common:
            return dict.fromkeys(members(self.bits(term)), 1.0)
        place = self._listed.get(term)
        if place is not None:
            numbers = self._numbers[place : place + self._spreads[term]]
            return dict.fromkeys(numbers, 1.0)
        with self._lock:
            return dict.fromkeys(self._reader.postings(TERMS, term).all_ids(), 1.0)

    def _bits_of(self, term: str) -> int:
        place = self._common.get(term)
        if place is None:
            return super()._bits_of(term)
        start = place * self._size
        return int.from_bytes(self._bitmaps[start : start + self._size], "little")

    is_large = True

    def likeliest(self, words: Iterable[Iterable[Terms]], allowed: int | None) -> AbstractSet[int]:
        """The documents that hold most of the words, the rarer words first."""
        found = []
        for variants in words:
            bits = 0
            for terms in variants:
                bits |= self._together(terms)
            found.append(bits)
        return likeliest(found, allowed)

    def _together(self, terms: Terms) -> int:
        bits = self.bits(terms[0])
        for term in terms[1:]:
            bits &= self.bits(term)
        return bits

    def holding(self, terms: Terms, within: AbstractSet[int] | None) -> AbstractSet[int]:
        """The documents among the likeliest that hold all of some terms."""
        if within is None:
            return super().holding(terms, within)
        found = within
        for term in terms:
            if term in self._common:
                start = self._common[term] * self._size
                bits = self._bitmaps
                found = {d for d in found if bits[start + (d >> 3)] >> (d & 7) & 1}
            else:
                found = self.of(term).keys() & found
        return found


def _whole(path: Path) -> dict[str, str]:
    """Posting lists as written: «document:frequency …», one for all terms that share it."""
    lists: dict[str, str] = {}
    for line in path.read_text("utf-8").split("\n"):
        where, _, terms = line.partition("\t")
        lists.update(dict.fromkeys(terms.split(" "), where))
    return lists


def _counts(where: str) -> Counts:
    places = (place.split(":") for place in where.split(" "))
    return {int(number): float(times) for number, times in places}


def _spreads(path: Path, count: int) -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    """The spread of every term; the places of the bitmaps and of the lists that are not Whoosh's.

    A bitmap's place counts bitmaps, a list's place counts document numbers.
    """
    spreads: dict[str, int] = {}
    common: dict[str, int] = {}
    listed: dict[str, int] = {}
    place = 0
    for line in path.read_text("utf-8").split("\n"):
        spread, terms = int(line.partition(" ")[0]), line.split(" ")[1:]
        spreads.update(dict.fromkeys(terms, spread))
        if spread >= common_from(count):
            common.update(zip(terms, range(len(common), len(common) + len(terms)), strict=True))
        elif spread >= LISTED_FROM:
            end = place + spread * len(terms)
            listed.update(zip(terms, range(place, end, spread), strict=True))
            place = end
    return spreads, common, listed
