"""Writes the Whoosh index of the edition."""

from collections.abc import Iterable
from pathlib import Path

from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.filedb.filestore import Storage
from whoosh.index import create_in

from db.search.fields import TERMS, Document, TermMaker, schema
from db.search.lexicon import Lexicon


class _NamedSegments(W3Codec):
    """Names the segment itself, where Whoosh would draw a name by lot."""

    def new_segment(self, storage: Storage, indexname: str) -> W3Segment:
        # The segment is pickled with its codec, so it gets Whoosh's own.
        codec = W3Codec()  # type: ignore[no-untyped-call]
        return W3Segment(codec, indexname, segid="edition")  # type: ignore[no-untyped-call]


def write_index(documents: Iterable[Document], lexicon: Lexicon, folder: Path) -> int:
    """Write one merged segment into an empty folder; returns the number of documents."""
    folder.mkdir(parents=True)
    maker = TermMaker(lexicon)
    codec = _NamedSegments()  # type: ignore[no-untyped-call]
    # One compound file would hold the time of writing, and two builds would differ.
    writer = create_in(str(folder), schema()).writer(limitmb=64, codec=codec, compound=False)
    count = 0
    for document in documents:
        terms = " ".join(sorted(maker.terms(document).elements()))
        writer.add_document(
            id=document.id, axis=document.axis, kind=document.kind, **{TERMS: terms}
        )
        count += 1
    writer.commit(optimize=True)
    return count
