"""Posting lists: those of a small index from a file beside it, of a large one list by list."""

from abc import ABC, abstractmethod
from array import array
from bisect import bisect_left
from collections.abc import Container, Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from db.errors import KnownError
from db.search.bitmaps import likeliest, of_numbers, union
from db.search.fields import (
    COMMON,
    IDS,
    LISTED,
    LISTED_FROM,
    SPREADS,
    TERMS,
    WHOLE,
    common_from,
)
from db.search.places import mapped_places

type Terms = tuple[str, ...]  # that an item must hold together
type Counted = tuple[tuple[int, int], ...]  # how often a term stands there, in which documents
NOT_OPENED = "نمایه‌ی جست‌وجو باز نشد. برنامه را دوباره نصب کنید."
_MOST_LISTS = 4_000  # lists and bitmaps of an index that are kept in memory


def open_postings(folder: Path) -> "Postings":
    """The posting lists of a written index; KnownError when it is missing or damaged."""
    try:
        ids = tuple((folder / IDS).read_text("utf-8").split("\n"))
        if (folder / SPREADS).exists():
            return LargePostings(ids, _reader(folder), folder)
        return SmallPostings(ids, folder / WHOLE)
    except Exception as error:  # Whoosh raises many kinds for a damaged index
        raise KnownError(NOT_OPENED) from error


class Postings(ABC):
    """Typed terms → documents as bitmaps, a bit a document; safe in any thread."""

    is_large = False  # whether there are too many documents to give each a score

    def __init__(self, ids: tuple[str, ...]) -> None:
        self.ids = ids
        self.everything = (1 << len(ids)) - 1
        self._size = (len(ids) + 7) // 8
        self.bits = lru_cache(maxsize=_MOST_LISTS)(self._bits_of)
        self.by_count = lru_cache(maxsize=_MOST_LISTS)(self._by_count)

    @property
    @abstractmethod
    def known(self) -> Container[str]:
        """The typed terms of the index."""

    @abstractmethod
    def _terms(self) -> Iterable[str]:
        """All typed terms of the index."""

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._terms())

    def beginning(self, prefix: str) -> list[str]:
        """The typed terms of the index that begin with `prefix`, in order."""
        first = bisect_left(self._sorted, prefix)
        last = bisect_left(self._sorted, prefix + "\U0010ffff")
        return self._sorted[first:last]

    def spread(self, term: str) -> int:
        """In how many documents a typed term stands."""
        return self.bits(term).bit_count()

    def bitmap(self, numbers: Iterable[int]) -> int:
        """Some documents as a long number, a bit a document."""
        return of_numbers(numbers, self._size)

    def holding(self, terms: Terms) -> int:
        """The documents that hold all of some terms."""
        first, *others = terms
        found = self.bits(first)
        for term in others:
            found &= self.bits(term)
        return found

    def _bits_of(self, term: str) -> int:
        """The documents that hold a typed term."""
        return union(documents for _, documents in self.by_count(term))

    @abstractmethod
    def _by_count(self, term: str) -> Counted:
        """How often a typed term stands in a document, and in which so often."""

    def likeliest(self, words: Iterable[Iterable[Terms]], allowed: int | None) -> int | None:
        """The documents worth a score for words that may stand there as any of their terms.

        None when all documents are.
        """
        return None


class SmallPostings(Postings):
    """Lines «times:bitmap …<TAB>term term …», of which those that are asked for are read."""

    def __init__(self, ids: tuple[str, ...], path: Path) -> None:
        super().__init__(ids)
        self._text, self._places = mapped_places(path)

    @property
    def known(self) -> Container[str]:
        """The typed terms of the index."""
        return self

    def __contains__(self, term: object) -> bool:
        return self._places.end(f"{term} ".encode(errors="replace")) > 0

    def _terms(self) -> Iterable[str]:
        lines = self._text[:].decode().split("\n")
        return (term for line in lines for term in line.partition("\t")[2].split())

    def _by_count(self, term: str) -> Counted:
        end = self._places.end(f"{term} ".encode(errors="replace"))
        if not end:
            return ()
        start = self._text.rfind(b"\n", 0, end) + 1
        return _counted(self._text[start : self._text.find(b"\t", start)].decode())


class LargePostings(Postings):
    """Reads a list when it is first asked for; common terms come as bitmaps."""

    is_large = True

    def __init__(self, ids: tuple[str, ...], reader: Any, folder: Path) -> None:
        super().__init__(ids)
        self._reader, self._lock = reader, Lock()
        self._spreads, self._common, self._listed = _spreads(folder / SPREADS, len(ids))
        self._bitmaps = (folder / COMMON).read_bytes()
        self._numbers = array("I", (folder / LISTED).read_bytes())

    @property
    def known(self) -> Container[str]:
        """The typed terms of the index."""
        return self._spreads

    def _terms(self) -> Iterable[str]:
        return self._spreads

    def spread(self, term: str) -> int:
        """In how many documents a typed term stands, without reading where."""
        return self._spreads.get(term, 0)

    def _by_count(self, term: str) -> Counted:
        """Once: among so many items the one that says a thing often is one of many."""
        return ((1, self.bits(term)),)

    def _bits_of(self, term: str) -> int:
        place = self._common.get(term)
        if place is None:
            return self.bitmap(self._listed_in(term))
        start = place * self._size
        return int.from_bytes(self._bitmaps[start : start + self._size], "little")

    def _listed_in(self, term: str) -> Iterable[int]:
        if term not in self._spreads:
            return ()
        place = self._listed.get(term)
        if place is not None:
            return self._numbers[place : place + self._spreads[term]]
        with self._lock:
            return tuple(self._reader.postings(TERMS, term).all_ids())

    def likeliest(self, words: Iterable[Iterable[Terms]], allowed: int | None) -> int | None:
        """The documents that hold most of the words, the rarer words first."""
        found = (union(map(self.holding, variants)) for variants in words)
        return self.bitmap(likeliest(tuple(found), allowed))


def indexed_ids(folder: Path) -> frozenset[str]:
    """The items that Whoosh itself holds; KnownError as for `open_postings`."""
    try:
        return frozenset(fields["id"] for _, fields in _reader(folder).iter_docs())
    except Exception as error:
        raise KnownError(NOT_OPENED) from error


def _reader(folder: Path) -> Any:
    from whoosh.index import open_dir  # takes longer to load than a small index to open

    return open_dir(str(folder), readonly=True).reader()  # type: ignore[no-untyped-call]


def _counted(where: str) -> Counted:
    groups = (group.split(":") for group in where.split(" "))
    return tuple((int(times), int(documents, 16)) for times, documents in groups)


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
