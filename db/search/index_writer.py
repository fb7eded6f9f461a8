"""Writes the Whoosh index of the edition."""

from collections.abc import Iterable
from pathlib import Path

from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import FileStorage, Storage

from db.search.fields import KNOWN_TERMS, TERMS, Document, TermMaker, schema
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


def write_index(documents: Iterable[Document], lexicon: Lexicon, folder: Path) -> int:
    """Write one merged segment into an empty folder; returns the number of documents."""
    folder.mkdir(parents=True)
    maker = TermMaker(lexicon)
    storage = _TimelessStorage(str(folder))  # type: ignore[no-untyped-call]
    codec = _NamedSegments()  # type: ignore[no-untyped-call]
    index = storage.create_index(schema())  # type: ignore[no-untyped-call]
    writer = index.writer(limitmb=64, codec=codec)
    count, known = 0, set[str]()
    for document in documents:
        terms = maker.terms(document)
        known |= terms.keys()
        text = " ".join(sorted(terms.elements()))
        writer.add_document(id=document.id, axis=document.axis, kind=document.kind, **{TERMS: text})
        count += 1
    writer.commit(optimize=True)
    # Whoosh leaves its lock; nobody writes to a bundled index again.
    for lock in folder.glob("*_WRITELOCK"):
        lock.unlink()
    (folder / KNOWN_TERMS).write_text("\n".join(sorted(known)), "utf-8", newline="\n")
    return count
