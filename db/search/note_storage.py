"""The Whoosh index of the reader's own texts: written act by act, made anew when it must be."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple, Protocol

from whoosh.codec.whoosh3 import W3Codec
from whoosh.fields import ID, KEYWORD, STORED, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import LockError, create_in, open_dir
from whoosh.writing import CLEAR, MERGE_SMALL, OPTIMIZE

from db.search.fields import TERMS, WORD, words_of
from db.search.lexicon import Lexicon
from db.search.morphology import Morphology
from db.search.note_segments import Segments
from db.search.note_terms import NoteTerms
from db.search.note_words import NoteWords
from db.text import TEXT_RULES_VERSION

RULES = f"3.{TEXT_RULES_VERSION}"  # format of this index and of the words in it
_WORDS = "words.txt"  # beside the index
_BLOCK = 8_192  # texts: a list is read whole, and each block of it costs as much as 500 numbers
_PURGED = "purged"  # the kind of a text that was deleted for ever
_VERSION_ROW = "version"  # the document that says what the others were made from


class Searchable(Protocol):
    """A text of the reader's; `gone` says that the index must forget `uuid`."""

    @property
    def kind(self) -> str: ...
    @property
    def uuid(self) -> str: ...
    @property
    def item_id(self) -> str | None: ...
    @property
    def text(self) -> str: ...
    @property
    def gone(self) -> bool: ...


class Stored(NamedTuple):
    """What the index keeps of a text."""

    uuid: str
    kind: str
    item_id: str | None
    text: str


class IndexUnusableError(Exception):
    """The files are missing, damaged or cannot be written; the cause says how."""


class IndexBusyError(Exception):
    """Another process is writing."""


class NoteStorage:
    """One folder, one writer at a time, readers in any thread.

    Beside notes on a medium that cannot be written the index lives in memory.
    """

    def __init__(self, folder: Path, lexicon: Lexicon) -> None:
        self._folder = folder
        self._words = NoteWords(folder / _WORDS)
        self._terms = NoteTerms(Morphology(lexicon))
        self._writing, self._reading = Lock(), Lock()
        self._index: Any = None
        self._reader: Any = None
        self._segments: Segments | None = None
        self.version: tuple[str, int] | None = None

    def open(self) -> None:
        """Open what is there; IndexUnusableError when it is nothing, damaged or of other rules."""
        with _whoosh(), self._reading:
            self._index = open_dir(str(self._folder))
            if len(self._words.all()) < self._refresh():
                raise IndexUnusableError(_WORDS)

    def close(self) -> None:
        """Let go of the files."""
        with self._reading:
            if self._reader is not None:
                self._reader.close()
            self._index = self._reader = self._segments = self.version = None

    def _refresh(self) -> int:
        """Read what was written last; the number of words it was written with."""
        old, self._reader = self._reader, self._index.reader()
        if old is not None:
            old.close()
        folder = self._folder if self._words.lasts else None
        self._segments = Segments(self._reader, folder, self._segments)
        number = next(iter(self._reader.postings("uuid", _VERSION_ROW).all_ids()))
        rules, *written = self._reader.stored_fields(number)["text"].split(" ")
        if rules != RULES:
            raise IndexUnusableError(rules)
        lineage, revision, words = written
        self.version = (lineage, int(revision))
        return int(words)

    def make(self, entries: Iterable[Searchable], version: tuple[str, int]) -> None:
        """Write the whole index anew."""
        with self._writing, _whoosh():
            if self._index is None:
                self._index = self._created()
            self._write(entries, version, CLEAR)

    def _created(self) -> Any:
        """An empty index in the folder; in memory where nothing can be written."""
        shutil.rmtree(self._folder, ignore_errors=True)
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._words = NoteWords(self._folder / _WORDS)
            return create_in(str(self._folder), _schema())
        except OSError:
            self._words = NoteWords(None)
            return RamStorage().create_index(_schema())  # type: ignore[no-untyped-call]

    def update(self, entries: Iterable[Searchable], version: tuple[str, int]) -> None:
        """Write what changed; small segments are merged on the way.

        What is deleted for ever does not stay readable: a forgotten text lies in its segment until
        that is written again, and its words beside it.
        """
        entries = list(entries)
        forever = any(entry.kind == _PURGED for entry in entries)
        with self._writing, _whoosh():
            self._write(entries, version, OPTIMIZE if forever else MERGE_SMALL)
            if forever:
                words = self._words.all()
                self._words.keep(w for w in words if (TERMS, f"{WORD}:{w}") in self._reader)
                self._write((), version, MERGE_SMALL)

    def _write(
        self, entries: Iterable[Searchable], version: tuple[str, int], merge: Callable[..., Any]
    ) -> None:
        anew = merge is CLEAR
        codec = W3Codec(blocklimit=_BLOCK)  # type: ignore[no-untyped-call]
        writer = self._index.writer(limitmb=32, codec=codec)
        try:
            if anew:
                self._words.clear()
            for entry in entries:
                if not anew:
                    self._forget(writer, entry.uuid)
                if not entry.gone:
                    self._add(writer, entry)
            if not anew:
                self._forget(writer, _VERSION_ROW)
            text = f"{RULES} {version[0]} {version[1]} {len(self._words.all())}"
            writer.add_document(uuid=_VERSION_ROW, text=text)
        except BaseException:
            writer.cancel()  # else its lock would outlive it
            raise
        writer.commit(mergetype=merge)
        with self._reading:
            self._refresh()
            if self._segments is not None:
                self._segments.forget_others()

    def ready_common(self) -> None:
        """Write out the common terms of a large index, so that later searches read them at once.

        Takes a second for 100,000 texts, during which searches wait for one list at the most.
        """
        with self._reading:
            segments = self._segments
        for leaf in segments.unwritten() if segments else ():
            lists: dict[str, int] = {}
            for term in self._terms.of_words(self.words()):
                with self._reading, _whoosh():
                    if self._segments is not segments:
                        return  # written anew meanwhile; asked again after that
                    if leaf.is_common(term):
                        lists[term] = leaf.read(term)
            with self._reading, _whoosh():
                if self._segments is segments:
                    leaf.write(lists)

    def _forget(self, writer: Any, uuid: str) -> None:
        """Whoosh's own ways open every segment again for each text; the numbers are known here."""
        with self._reading:
            if self._reader.generation() + 1 != writer.generation:
                writer.delete_by_term("uuid", uuid)  # another process has written meanwhile
            elif ("uuid", uuid) in self._reader:
                for number in self._reader.postings("uuid", uuid).all_ids():
                    writer.delete_document(number)

    def _add(self, writer: Any, entry: Searchable) -> None:
        self._words.add(word.key for word in words_of(entry.text))
        writer.add_document(
            uuid=entry.uuid,
            kind=entry.kind,
            item_id=entry.item_id,
            text=entry.text,
            **{TERMS: " ".join(sorted(self._terms.of_text(entry.text)))},
        )

    def count(self) -> int:
        """Number of texts in the index."""
        with self._reading:
            return max(0, self._reader.doc_count() - 1) if self._reader else 0

    def holding(self, terms: Iterable[str]) -> int:
        """The bitmap of the texts that hold all of some typed terms."""
        with self._reading, _whoosh():
            return self._segments.holding(terms) if self._segments else 0

    def words(self) -> tuple[str, ...]:
        """Every word of the texts, and perhaps of former ones; the oldest first."""
        return self._words.all() if self._index is not None else ()

    def beginning(self, prefix: str, most: int) -> list[str]:
        """Typed terms that begin with `prefix`, in order, `most` at the most."""
        with self._reading, _whoosh():
            found = self._reader.expand_prefix(TERMS, prefix)
            return [term.decode("utf-8") for term, _ in zip(found, range(most), strict=False)]

    def stored(self, number: int) -> Stored:
        """What is kept of a text."""
        with self._reading, _whoosh():
            fields = self._reader.stored_fields(number)
            names = ("uuid", "kind", "item_id", "text")
            return Stored(*(fields.get(name) for name in names))


def _schema() -> Schema:
    return Schema(
        uuid=ID(stored=True, unique=True),
        kind=STORED,
        item_id=STORED,
        text=STORED,
        **{TERMS: KEYWORD},
    )


@contextmanager
def _whoosh() -> Iterator[None]:
    """One kind of failure for the many that damaged files lead to."""
    try:
        yield
    except LockError as error:
        raise IndexBusyError from error
    except Exception as error:
        raise IndexUnusableError from error
