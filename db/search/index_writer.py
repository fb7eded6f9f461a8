"""Writes the Whoosh index of the edition."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import ID, KEYWORD, Schema
from whoosh.filedb.filestore import FileStorage, Storage

from db.search.bitmaps import of_numbers
from db.search.fields import (
    COMMON,
    GRAMS,
    IDS,
    LISTED,
    LISTED_FROM,
    READ_WHOLE,
    SPREADS,
    TERMS,
    WHOLE,
    Document,
    TermMaker,
    common_from,
)
from db.search.lexicon import Lexicon
from db.search.ngrams import gram_lines
from db.search.places import write_places, write_table


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


def _schema() -> Schema:
    """One document an item; the terms are made here, Whoosh stores and finds them."""
    return Schema(id=ID(stored=True, unique=True), axis=ID, kind=ID, **{TERMS: KEYWORD})


def write_index(documents: Sequence[Document], lexicon: Lexicon, folder: Path) -> int:
    """Write one merged segment into an empty folder; returns the number of documents."""
    folder.mkdir(parents=True)
    table = _Table(documents, TermMaker(lexicon))
    storage = _TimelessStorage(str(folder))  # type: ignore[no-untyped-call]
    codec = _NamedSegments()  # type: ignore[no-untyped-call]
    index = storage.create_index(_schema())  # type: ignore[no-untyped-call]
    writer = index.writer(limitmb=64, codec=codec)
    for document, terms in zip(documents, table.rare_terms(), strict=True):
        fields = {"id": document.id, "axis": document.axis, "kind": document.kind}
        writer.add_document(**fields, **{TERMS: terms})
    writer.commit(optimize=True)
    # Whoosh leaves its lock; nobody writes to a bundled index again.
    for lock in folder.glob("*_WRITELOCK"):
        lock.unlink()
    ids = "\n".join(document.id for document in documents)
    (folder / IDS).write_text(ids, "utf-8", newline="\n")
    if table.is_small:
        table.write_whole(folder)
        write_table(folder / GRAMS, gram_lines(document.texts[0] for document in documents))
    else:
        table.write_lists(folder)
    return len(documents)


class _Table:
    """The terms of all documents, as numbers: there are millions of them."""

    def __init__(self, documents: Sequence[Document], maker: TermMaker) -> None:
        self._count = len(documents)
        self.is_small = self._count <= READ_WHOLE
        self._listed = self._count + 1 if self.is_small else LISTED_FROM
        self._numbers: dict[str, int] = {}
        self._holding: list[array[int]] = []  # term by term, the documents
        self._rows = [
            self._noted(place, maker.terms(document)) for place, document in enumerate(documents)
        ]

    def _noted(self, place: int, terms: Counter[str]) -> "array[int]":
        row = array("I")
        for term, times in sorted(terms.items()):
            number = self._numbers.setdefault(term, len(self._numbers))
            if number == len(self._holding):
                self._holding.append(array("I"))
            self._holding[number].append(place)
            row.extend([number] * times)
        return row

    def rare_terms(self) -> Iterator[str]:
        """For each document its terms, repeated as often as they occur, without the listed ones.

        These Whoosh keeps; of a small index it keeps all.
        """
        names = list(self._numbers)
        for row in self._rows:
            yield " ".join(names[n] for n in row if len(self._holding[n]) < self._listed)

    def write_whole(self, folder: Path) -> None:
        """WHOLE: a line for each distinct posting list, with all terms that have it."""
        lists: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for place, row in enumerate(self._rows):
            for number, times in Counter(row).items():
                lists[number][times].append(place)
        size = (self._count + 7) // 8
        lines: dict[str, list[str]] = defaultdict(list)
        for term, number in sorted(self._numbers.items()):
            groups = sorted(lists[number].items())
            bitmaps = (f"{times}:{of_numbers(places, size):x}" for times, places in groups)
            lines[" ".join(bitmaps)].append(term)
        path, text = folder / WHOLE, bytearray()
        places: list[tuple[bytes, int]] = []
        for where, terms in sorted(lines.items()):
            text += f"{where}\t".encode()
            for key in (f"{term} ".encode() for term in terms):
                places.append((key, len(text)))
                text += key
            text += b"\n"
        path.write_bytes(text)
        write_places(path, places)

    def write_lists(self, folder: Path) -> None:
        """SPREADS: a line for each document frequency; COMMON and LISTED: the lists we keep."""
        lines: dict[int, list[str]] = defaultdict(list)
        for term, number in sorted(self._numbers.items()):
            lines[len(self._holding[number])].append(term)
        ordered = sorted(lines.items())
        text = "\n".join(f"{spread} {' '.join(terms)}" for spread, terms in ordered)
        (folder / SPREADS).write_text(text, "utf-8", newline="\n")
        size, common = (self._count + 7) // 8, common_from(self._count)
        with (folder / COMMON).open("wb") as bitmaps, (folder / LISTED).open("wb") as lists:
            for spread, terms in ordered:
                for holding in (self._holding[self._numbers[term]] for term in terms):
                    if spread >= common:
                        bitmaps.write(of_numbers(holding, size).to_bytes(size, "little"))
                    elif spread >= self._listed:
                        holding.tofile(lists)
