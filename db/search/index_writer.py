"""Writes the Whoosh index of the edition."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import FileStorage, Storage

from db.search.fields import ALL_TERMS, READ_WHOLE, SPREADS, TERMS, Document, TermMaker, schema
from db.search.lexicon import Lexicon


class _NamedSegments(W3Codec):
    """Names the segment itself, where Whoosh would draw a name by lot."""

    def new_segment(self, storage: Storage, indexname: str) -> W3Segment:
        # The segment is pickled with its codec, so it gets Whoosh's own.
        codec = W3Codec()  # type: ignore[no-untyped-call]
        return W3Segment(codec, indexname, segid="edition")  # type: ignore[no-untyped-call]


class _TimelessStorage(FileStorage):
    """Hides when its files were written; Whoosh would note it inside the segment."""

    def file_modified(self, name: str) -> float:
        return 0.0


def write_index(documents: Sequence[Document], lexicon: Lexicon, folder: Path) -> int:
    """Write one merged segment into an empty folder; returns the number of documents."""
    folder.mkdir(parents=True)
    maker = TermMaker(lexicon)
    storage = _TimelessStorage(str(folder))  # type: ignore[no-untyped-call]
    codec = _NamedSegments()  # type: ignore[no-untyped-call]
    index = storage.create_index(schema())  # type: ignore[no-untyped-call]
    writer = index.writer(limitmb=64, codec=codec)
    small = len(documents) <= READ_WHOLE
    spreads = Counter[str]()
    for document in documents:
        terms = maker.terms(document)
        spreads.update(terms.keys())
        fields = dict.fromkeys((TERMS, ALL_TERMS)[: 1 + small], " ".join(sorted(terms.elements())))
        writer.add_document(id=document.id, axis=document.axis, kind=document.kind, **fields)
    writer.commit(optimize=True)
    # Whoosh leaves its lock; nobody writes to a bundled index again.
    for lock in folder.glob("*_WRITELOCK"):
        lock.unlink()
    if not small:
        _write_spreads(spreads, folder / SPREADS)
    return len(documents)


def _write_spreads(spreads: Counter[str], path: Path) -> None:
    """A line for all terms that stand in equally many documents."""
    lines: dict[int, list[str]] = defaultdict(list)
    for term, count in sorted(spreads.items()):
        lines[count].append(term)
    text = "\n".join(f"{count} {' '.join(terms)}" for count, terms in sorted(lines.items()))
    path.write_text(text, "utf-8", newline="\n")
