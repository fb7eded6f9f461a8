"""Reads posting lists of the Whoosh index, each at most once."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from whoosh.index import open_dir

from db.errors import KnownError
from db.search.fields import KNOWN_TERMS, TERMS

_NOWHERE: Mapping[int, float] = {}


class Postings:
    """Typed terms → {document number: frequency}; safe to use from any thread."""

    def __init__(self, folder: Path) -> None:
        try:
            index = open_dir(str(folder), readonly=True)
            self._reader: Any = index.reader()  # type: ignore[no-untyped-call]
            self.ids: tuple[str, ...] = tuple(
                fields["id"] for _, fields in self._reader.iter_docs()
            )
            known = (folder / KNOWN_TERMS).read_text("utf-8")
        except Exception as error:  # Whoosh raises many kinds for a damaged index
            sentence = "نمایه‌ی جست‌وجو باز نشد. برنامه را دوباره نصب کنید."
            raise KnownError(sentence) from error
        self.known = frozenset(known.split("\n"))
        self._lock = threading.Lock()
        self._seen: dict[str, Mapping[int, float]] = {}

    def of(self, term: str) -> Mapping[int, float]:
        """Documents that hold a typed term, with the term's frequency in each."""
        if term not in self.known:
            return _NOWHERE
        found = self._seen.get(term)
        if found is None:
            with self._lock:
                found = self._seen[term] = self._read(term)
        return found

    def _read(self, term: str) -> Mapping[int, float]:
        matcher = self._reader.postings(TERMS, term)
        found: dict[int, float] = {}
        while matcher.is_active():
            found[matcher.id()] = matcher.weight()
            matcher.next()
        return found
