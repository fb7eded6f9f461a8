"""Stock engines over the same edited text, so that every figure has something beside it.

Each gets what it was made for: words joined by OR, phrases, exclusion and the axis as a field.
Filters inside the query (محور:…) are this program's own and are plain words to them.
"""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

import tantivy
from hazm import Normalizer, Stemmer, WordTokenizer
from whoosh.analysis.acore import Token
from whoosh.analysis.tokenizers import Tokenizer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.qparser.default import QueryParser
from whoosh.qparser.plugins import PlusMinusPlugin, WildcardPlugin
from whoosh.qparser.syntax import OrGroup
from whoosh.query.terms import Term

from build_spec.bench.grades import Answer, Engine, GradedQuery

_PIECE = re.compile(r'(?P<minus>-?)(?:"(?P<phrase>[^"]+)"|(?P<word>\w+(?:\u200c\w+)*))')
_DEPTH = 200


class Entry(Protocol):
    """What a peer is told of an item or a note."""

    @property
    def id(self) -> str: ...
    @property
    def axis(self) -> str: ...
    @property
    def edited(self) -> str: ...


def fts5(entries: Iterable[Entry], folder: Path | None = None) -> Engine:
    """SQLite FTS5 with unicode61 and bm25, in memory or in a folder."""
    database = sqlite3.connect(folder / "items.db" if folder else ":memory:")
    database.execute("CREATE VIRTUAL TABLE item USING fts5(id UNINDEXED, axis UNINDEXED, text)")
    rows = ((entry.id, entry.axis, entry.edited) for entry in entries)
    database.executemany("INSERT INTO item VALUES (?, ?, ?)", rows)
    database.commit()

    def answer(query: GradedQuery) -> Answer:
        wanted: list[str] = []
        refused: list[str] = []
        for piece in _PIECE.finditer(query.text):
            term = f'"{piece["phrase"] or piece["word"]}"'
            (refused if piece["minus"] else wanted).append(term)
        expression = f"({' OR '.join(wanted)})"
        if refused:
            expression += f" NOT ({' OR '.join(refused)})"
        found = database.execute(
            "SELECT id FROM item WHERE item MATCH ? AND (? IS NULL OR axis = ?)"
            " ORDER BY bm25(item), rowid LIMIT ?",
            (expression, query.axis, query.axis, _DEPTH),
        )
        ids = tuple(row[0] for row in found) if wanted else ()
        return Answer(ids, bool(ids))

    return answer


def tantivy_engine(entries: Iterable[Entry], folder: Path | None = None) -> Engine:
    """Tantivy with its default tokenizer, in memory or in a folder."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw")
    builder.add_text_field("axis", tokenizer_name="raw")
    builder.add_text_field("text")
    schema = builder.build()
    index = tantivy.Index(schema, path=str(folder) if folder else None)
    writer = index.writer(num_threads=1)
    for entry in entries:
        writer.add_document(tantivy.Document(id=entry.id, axis=entry.axis, text=entry.edited))
    writer.commit()
    index.reload()
    searcher = index.searcher()

    def answer(query: GradedQuery) -> Answer:
        asked, _ = index.parse_query_lenient(query.text, ["text"])
        if query.axis:
            axis = tantivy.Query.term_query(schema, "axis", query.axis)
            must = tantivy.Occur.Must
            asked = tantivy.Query.boolean_query([(must, asked), (must, axis)])
        hits = searcher.search(asked, _DEPTH).hits
        ids = tuple(str(searcher.doc(address)["id"][0]) for _, address in hits)
        return Answer(ids, bool(ids))

    return answer


class _HazmTokenizer(Tokenizer):
    """hazm's Normalizer, WordTokenizer and Stemmer in Whoosh's shape."""

    def __init__(self) -> None:
        self._normalizer, self._words, self._stemmer = Normalizer(), WordTokenizer(), Stemmer()

    def __call__(self, value: str, **_options: object) -> Iterator[Token]:
        token = Token(positions=True, chars=True, boost=1.0)
        for place, word in enumerate(self._words.tokenize(self._normalizer.normalize(value))):
            if word[0].isalnum():
                token.text, token.pos = self._stemmer.stem(word), place
                token.startchar, token.endchar = 0, len(word)
                yield token


def whoosh_and_hazm(entries: Iterable[Entry]) -> Engine:
    """Whoosh as one writes it first: hazm in the analyzer, QueryParser with OR, BM25F."""
    schema = Schema(id=ID(stored=True), axis=ID, text=TEXT(analyzer=_HazmTokenizer()))
    storage: Any = RamStorage()  # type: ignore[no-untyped-call]
    index = storage.create_index(schema)
    writer = index.writer()
    for entry in entries:
        writer.add_document(id=entry.id, axis=entry.axis, text=entry.edited)
    writer.commit()
    parser: Any = QueryParser("text", schema, group=OrGroup)
    parser.add_plugin(PlusMinusPlugin())  # type: ignore[no-untyped-call]
    parser.remove_plugin_class(WildcardPlugin)  # else a question mark empties every question
    searcher = index.searcher()

    def answer(query: GradedQuery) -> Answer:
        axis = Term("axis", query.axis) if query.axis else None
        hits = searcher.search(parser.parse(query.text), limit=_DEPTH, filter=axis)
        ids = tuple(hit["id"] for hit in hits)
        return Answer(ids, bool(ids))

    return answer


ON_DISK: dict[str, Callable[[Iterable[Entry], Path], Engine]] = {
    "FTS5": fts5,
    "Tantivy": tantivy_engine,
}
