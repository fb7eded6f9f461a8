"""The window's door to search: the document, the reader's own texts, and completions."""

import logging
from collections.abc import Sequence
from concurrent.futures import Future, wait
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from db.errors import KnownError
from db.record import replace
from db.reference.store import ReferenceStore
from db.user.glance import Glance
from desktop.common.background import Background
from desktop.common.reader import Reader

if TYPE_CHECKING:
    from db.search.engine import SearchEngine
    from db.search.models import SearchQuery, SearchResults
    from db.search.notes import NoteIndex

_LOG = logging.getLogger(__name__)
ENGINE_WAIT_S = 60
FOLLOW_AFTER_MS = 150  # after the paint of an act, whose thread it would hold up
MOST_NOTES = 60
_MOST_WORDS = 6
_MOST_INSTEAD = 3


class _Known[T](NamedTuple):
    """What the reader's file said after so many changes.

    Opening it at every letter costs more than completing one.
    """

    changes: int
    answer: T


class _Asked(NamedTuple):
    """A question, how often the reader's texts had changed by then, and what comes of it."""

    query: "SearchQuery"
    most_notes: int
    changes: int
    answer: "Future[SearchResults]"

    def is_same(self, query: "SearchQuery", most_notes: int, changes: int) -> bool:
        return (self.query, self.most_notes, self.changes) == (query, most_notes, changes)


class _Followed(NamedTuple):
    """Whether the index of the reader's texts has caught up, and whether it is another by now."""

    complete: bool
    answers_differ: bool


class Finder(QObject):
    """`search` and `complete` are for background threads and wait there for the engine.

    `followed` says that the index of the reader's texts has caught up with a save, `learnt` that
    slips of the keys are mended to words that are new in it.
    """

    followed = Signal()
    learnt = Signal()
    _knows_more = Signal()

    def __init__(
        self,
        engine: "Future[SearchEngine]",
        reference: ReferenceStore,
        reader: Reader,
        background: Background,
        folder: Path,
    ) -> None:
        super().__init__()
        self._engine, self._reference, self._background = engine, reference, background
        self._glance = Glance(reader.store.path)
        self._folder = folder
        self._making = Lock()
        self._notes: NoteIndex | None = None
        self._following = False
        # Acts come in bursts, each of them told at once.
        self._late = QTimer(self, singleShot=True, interval=FOLLOW_AFTER_MS)
        self._late.timeout.connect(self.follow)
        self._changes = 0
        self._tags = _Known[tuple[str, ...]](-1, ())
        self._words = _Known(-1, True)
        self._asking = Lock()
        self._asked: _Asked | None = None
        reader.changed.connect(self._has_changed)
        self._knows_more.connect(self._have_learnt, Qt.ConnectionType.QueuedConnection)

    @property
    def marks(self) -> Glance:
        """What the filters of a query ask of the reader's data."""
        return self._glance

    def search(self, query: "SearchQuery", most_notes: int = MOST_NOTES) -> "SearchResults":
        """The document's answer, with what of the reader's own texts answers too.

        The last question is answered once, however often and from wherever it is asked.
        """
        with self._asking:
            asked, changes = self._asked, self._changes
            known = asked is not None and asked.is_same(query, most_notes, changes)
            if asked is None or not known:
                asked = self._asked = _Asked(query, most_notes, changes, Future())
        if not known:
            try:
                asked.answer.set_result(self._found(query, most_notes))
            except Exception as error:
                self._asked = None
                asked.answer.set_exception(error)
                raise
        return asked.answer.result()

    def known(self, query: "SearchQuery", most_notes: int = MOST_NOTES) -> "SearchResults | None":
        """The answer of the last question, if this is the same; for the window's own thread."""
        asked = self._asked
        if asked is None or not asked.is_same(query, most_notes, self._changes):
            return None
        return asked.answer.result() if asked.answer.done() else None

    def let_answer(self) -> None:
        """Wait for the answer of a question under way; for threads with less urgent work."""
        asked = self._asked
        if asked is not None:
            wait((asked.answer,), ENGINE_WAIT_S)

    def _found(self, query: "SearchQuery", most_notes: int) -> "SearchResults":
        engine = self._engine.result(ENGINE_WAIT_S)
        results = engine.search(query)
        if not most_notes or (self._notes is None and not self._has_words()):
            return results
        own = self._own().answer(query.text, most_notes)
        return replace(results, notes=own.hits, note_count=own.count)

    def _has_words(self) -> bool:
        """Whether the reader has written anything: asking is quicker than loading an index."""
        known, changes = self._words, self._changes
        with suppress(KnownError):
            if known.changes != changes:
                known = self._words = _Known(changes, self._glance.has_words())
            return known.answer
        return True

    def complete(self, typed: str, past: Sequence[str]) -> tuple[str, ...]:
        """Whole queries that begin with what is typed, best first; `past` the latest first."""
        completer = self._engine.result(ENGINE_WAIT_S).completer
        return completer.complete(typed, past, self._tag_names())

    def _tag_names(self) -> tuple[str, ...]:
        known, changes = self._tags, self._changes
        if known.changes != changes:
            known = self._tags = _Known(changes, self._glance.tag_names())
        return known.answer

    def _has_changed(self, _: object) -> None:
        self._changes += 1
        self._late.start()

    def instead_of(self, text: str) -> tuple[str, ...]:
        """Queries that do find something, near to one that found nothing; else common themes."""
        from db.search.models import SearchQuery

        engine = self._engine.result(ENGINE_WAIT_S)
        words = [word for word in engine.parsed(text).words.split() if len(word) > 2][:_MOST_WORDS]
        offered = dict.fromkeys(
            word
            for word in words
            if len(words) > 1 and engine.search(SearchQuery(word, limit=1, literal=True)).direct
        )
        for word in words:
            beginnings = (word[:length] for length in range(len(word), 2, -1))
            found = (engine.completer.complete(part, limit=_MOST_INSTEAD) for part in beginnings)
            offered |= dict.fromkeys(next((titles for titles in found if titles), ()))
        offered |= dict.fromkeys(self._common_themes())
        return tuple(offered)[:_MOST_INSTEAD]

    def _common_themes(self) -> list[str]:
        """The themes under which most stands."""
        reference = self._reference
        sizes = {
            theme.title: len(reference.items_of_theme(theme.slug)) for theme in reference.themes()
        }
        return sorted(sizes, key=lambda title: -sizes[title])[:_MOST_INSTEAD]

    def _own(self) -> "NoteIndex":
        # Not at the start: Whoosh takes longer to load than the window.
        from db.search.notes import NoteIndex

        engine = self._engine.result(ENGINE_WAIT_S)
        with self._making:
            if self._notes is None:
                self._notes = NoteIndex(self._folder, engine.lexicon, engine)
            return self._notes

    @Slot()
    def follow(self) -> None:
        """Bring the index of the reader's texts up to date, beside the window."""
        if not self._engine.done() or self._engine.exception() is not None:
            return  # asked again when the engine stands
        if self._following:
            self._late.start()
            return
        self._following = True
        self._background.run(
            "note-index",
            self._follow,
            self._have_followed,
            self._have_failed,
        )

    def _follow(self) -> _Followed:
        """Who has written nothing needs no index; one that is there may have to forget."""
        if self._notes is None and not self._folder.exists() and not self._has_words():
            return _Followed(complete=True, answers_differ=False)
        index = self._own()
        before = index.version
        return _Followed(index.follow(self._glance), index.version != before)

    def _learn(self) -> None:
        """Tells of it from its thread: an answer that a later one outruns would be dropped."""
        if self._notes is not None and self._notes.learn():
            self._knows_more.emit()

    @Slot()
    def _have_learnt(self) -> None:
        self._changes += 1
        self.learnt.emit()

    def _have_followed(self, now: _Followed) -> None:
        self._following = False
        self._changes += now.answers_differ
        if now.complete:
            self.followed.emit()
        self._background.run("note-words", self._learn, lambda _: None, _LOG.info)

    def _have_failed(self, sentence: str) -> None:
        self._following = False
        _LOG.info("the note index stays behind: %s", sentence)

    def close(self) -> None:
        """Let go of the index's files; after the threads have ended."""
        self._late.stop()
        if self._notes is not None:
            self._notes.close()
