"""Reads posting lists of the Whoosh index: a small index whole, a large one list by list."""

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from whoosh.index import open_dir

from db.errors import KnownError
from db.search.fields import ALL_TERMS, READ_WHOLE, SPREADS, SUBJECT_TYPES, TERMS

type Counts = Mapping[int, float]
_NOWHERE: Counts = {}


class Postings:
    """Typed terms → {document number: frequency}; safe to use from any thread."""

    def __init__(self, folder: Path) -> None:
        try:
            index = open_dir(str(folder), readonly=True)
            self._reader: Any = index.reader()  # type: ignore[no-untyped-call]
            stored = [fields for _, fields in self._reader.iter_docs()]
            self.ids: tuple[str, ...] = tuple(fields["id"] for fields in stored)
            self._whole = len(stored) <= READ_WHOLE
            self._lists = _inverted(fields[ALL_TERMS] for fields in stored) if self._whole else {}
            self._spreads = {} if self._whole else _spreads(folder / SPREADS)
        except Exception as error:  # Whoosh raises many kinds for a damaged index
            sentence = "نمایه‌ی جست‌وجو باز نشد. برنامه را دوباره نصب کنید."
            raise KnownError(sentence) from error
        self._lock = threading.Lock()

    @property
    def known(self) -> Container[str]:
        """The typed terms of the index."""
        return self._lists if self._whole else self._spreads

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._lists if self._whole else self._spreads)

    def beginning(self, prefix: str) -> list[str]:
        """The typed terms of the index that begin with `prefix`, in order."""
        first = bisect_left(self._sorted, prefix)
        last = bisect_left(self._sorted, prefix + "\U0010ffff")
        return self._sorted[first:last]

    def spread(self, term: str) -> int:
        """In how many documents a typed term stands, without reading where."""
        return len(self.of(term)) if self._whole else self._spreads.get(term, 0)

    def of(self, term: str) -> Counts:
        """Documents that hold a typed term, with the term's frequency in each."""
        found = self._lists.get(term)
        if found is None:
            if self._whole or term not in self._spreads:
                return _NOWHERE
            with self._lock:
                found = self._lists[term] = self._read(term)
        return found

    def _read(self, term: str) -> dict[int, float]:
        matcher = self._reader.postings(TERMS, term)
        if term[0] not in SUBJECT_TYPES:  # nobody asks how often
            return dict.fromkeys(matcher.all_ids(), 1.0)
        found: dict[int, float] = {}
        while matcher.is_active():
            found[matcher.id()] = matcher.weight()
            matcher.next()
        return found


def _inverted(documents: Iterable[str]) -> dict[str, dict[int, float]]:
    """Posting lists from the terms of every document, each as often as it stands there."""
    lists: dict[str, dict[int, float]] = {}
    for number, terms in enumerate(documents):
        for term, count in Counter(terms.split(" ")).items():
            found = lists.get(term)
            if found is None:
                lists[term] = {number: count}
            else:
                found[number] = count
    return lists


def _spreads(path: Path) -> dict[str, int]:
    spreads: dict[str, int] = {}
    for line in path.read_text("utf-8").split("\n"):
        count, *terms = line.split(" ")
        spreads.update(dict.fromkeys(terms, int(count)))
    return spreads
