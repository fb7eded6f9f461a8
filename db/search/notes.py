"""Search over the reader's notes, tags and collections' names by the rules of the document."""

import logging
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path
from threading import Lock
from typing import Protocol

from db.search.keyboard import other_layout
from db.search.lexicon import Lexicon
from db.search.models import NoteAnswer, NoteHit
from db.search.note_search import NoteSearch
from db.search.note_storage import IndexBusyError, IndexUnusableError, NoteStorage, Searchable
from db.search.parsed_query import ParsedQuery
from db.search.query import LONGEST_QUERY, parse_query

_log = logging.getLogger(__name__)


class NoteFeed(Protocol):
    """The reader's texts; `data_version` is (lineage, revision) and grows with every act."""

    @property
    def data_version(self) -> tuple[str, int]: ...

    def searchable(self, since: int = 0) -> Iterable[Searchable]: ...


class Parser(Protocol):
    """Reads queries and tells the items that the filters of one allow; None when it has none."""

    def parsed(self, text: str) -> ParsedQuery: ...

    def filtered(self, parsed: ParsedQuery) -> AbstractSet[str] | None: ...


class _WithoutItems:
    """Reads queries where no document is known."""

    def parsed(self, text: str) -> ParsedQuery:
        return parse_query(text)

    def filtered(self, _: ParsedQuery) -> None:
        return None


class NoteIndex:
    """Found by the same words, folds and stems as the document; no failure reaches a save.

    `parser` is the document's, for what its filters mean.
    """

    def __init__(self, folder: Path, lexicon: Lexicon, parser: Parser | None = None) -> None:
        self._parser = parser or _WithoutItems()
        self._storage = NoteStorage(folder, lexicon)
        self._search = NoteSearch(self._storage, lexicon)
        self._learning = Lock()
        try:
            self._storage.open()
        except (IndexUnusableError, IndexBusyError) as error:
            self._drop("opened", error)

    def _drop(self, act: str, error: Exception) -> None:
        """Forget an index that fails; the next sync makes it anew. Says no word of any note."""
        cause = type(error.__cause__ or error).__name__
        _log.info("note index could not be %s (%s); it will be made anew", act, cause)
        self._storage.close()

    def close(self) -> None:
        """Let go of the files."""
        self._storage.close()

    @property
    def version(self) -> tuple[str, int] | None:
        """The act up to which texts were taken in; None while there is no index."""
        return self._storage.version

    def since(self, version: tuple[str, int]) -> int:
        """The act after which entries are missing here; 0 when all of them are wanted."""
        known = self.version
        if known is None or known[0] != version[0] or known[1] > version[1]:
            return 0
        return known[1]

    def follow(self, feed: NoteFeed) -> bool:
        """Bring the index up to the reader's data; False when it must be tried again later."""
        version = feed.data_version
        since = self.since(version)
        if self.sync(feed.searchable(since), version, since):
            return True
        return bool(since) and not self.since(version) and self.sync(feed.searchable(), version)

    def sync(self, entries: Iterable[Searchable], version: tuple[str, int], since: int = 0) -> bool:
        """Take in the entries written after act `since` (all, when 0); never raises.

        False when the index stays behind: another process writes, or the files failed.
        """
        entries = list(entries)
        try:
            if not since:
                self._storage.make(entries, version)
            elif since != self.since(version):
                return False
            elif entries:
                self._storage.update(entries, version)
        except IndexBusyError:
            _log.info("note index is being written by another process")
            return False
        except IndexUnusableError as error:
            self._drop("written", error)
            return False
        return True

    def learn(self) -> bool:
        """Make corrections ready for the words now in the index; True when there are new ones.

        Takes up to a second, during which searches correct by what was known before; of a large
        index that was written anew another one, after which searches take less.
        """
        with self._learning:
            try:
                self._storage.ready_common()
            except IndexUnusableError as error:
                _log.info(
                    "common words of the note index were not kept (%s)",
                    type(error.__cause__).__name__,
                )
            return self._search.learn()

    def search(self, text: str, limit: int = 20) -> tuple[NoteHit, ...]:
        """Notes, tags and collections that answer a query, best first.

        Filters keep to the notes on the items they allow.
        """
        return self.answer(text, limit).hits

    def answer(self, text: str, limit: int = 20) -> NoteAnswer:
        """As `search`, with the number of all texts that answer."""
        typed = text[:LONGEST_QUERY]
        if not self._storage.count():
            return NoteAnswer()
        try:
            for reading in (typed, *other_layout(typed)):
                parsed = self._parser.parsed(reading)
                answer = self._search.answer(parsed, limit, self._parser.filtered(parsed))
                if answer.hits:
                    return answer
        except (IndexUnusableError, IndexBusyError) as error:
            self._drop("read", error)
        return NoteAnswer()
