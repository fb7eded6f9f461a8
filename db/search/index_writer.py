"""Writes the Whoosh index of the edition."""

from collections.abc import Iterable
from pathlib import Path

from whoosh.index import create_in

from db.search.fields import TERMS, Document, TermMaker, schema
from db.search.lexicon import Lexicon


def write_index(documents: Iterable[Document], lexicon: Lexicon, folder: Path) -> int:
    """Write one merged segment into an empty folder; returns the number of documents."""
    folder.mkdir(parents=True)
    maker = TermMaker(lexicon)
    writer = create_in(str(folder), schema()).writer(limitmb=64)
    count = 0
    for document in documents:
        terms = " ".join(sorted(maker.terms(document).elements()))
        writer.add_document(
            id=document.id, axis=document.axis, kind=document.kind, **{TERMS: terms}
        )
        count += 1
    writer.commit(optimize=True)
    return count
