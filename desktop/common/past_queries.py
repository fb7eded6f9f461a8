"""What the reader searched for before, kept with the notes and in no log."""

import json
from contextlib import suppress

from db.errors import KnownError
from desktop.common.reader import Reader
from desktop.common.settings import Settings

MOST = 50
_LONGEST = 200
_NAME = "queries"


class PastQueries:
    """The latest first; nothing is kept while the reader's setting says so."""

    def __init__(self, reader: Reader, settings: Settings) -> None:
        self._reader, self._settings = reader, settings
        self._queries: list[str] | None = None

    def latest(self) -> tuple[str, ...]:
        """What was kept, the latest first."""
        if self._queries is None:
            self._queries = self._read()
        return tuple(self._queries) if self._settings["keep_queries"] else ()

    def _read(self) -> list[str]:
        try:
            stored = json.loads(self._reader.recall(_NAME) or "[]")
        except ValueError:
            return []
        return [one for one in stored if isinstance(one, str)] if isinstance(stored, list) else []

    def keep(self, query: str) -> None:
        """Remember a query that led somewhere."""
        kept = self.latest()
        if self._settings["keep_queries"] and 0 < len(query) <= _LONGEST and kept[:1] != (query,):
            self._write([query, *(one for one in kept if one != query)][:MOST])

    def clear(self) -> None:
        """Forget them all."""
        self._write([])

    def _write(self, queries: list[str]) -> None:
        self._queries = queries
        # Where nothing can be written, they hold until the program is closed.
        with suppress(KnownError):
            self._reader.remember(_NAME, json.dumps(queries, ensure_ascii=False))
