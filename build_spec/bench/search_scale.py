"""The search over 1,000 to 100,000 items and notes: building, size, latency beside its peers.

Items are put together from real clauses of the document, with subject terms of the items the
clauses are from; queries are those of the half to tune on, each asked once.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from build_spec.bench import search_peers
from build_spec.bench.figures import Sample, megabytes, p95, sampled
from build_spec.bench.grades import Answer, Engine, GradedQuery, read_queries
from build_spec.bench.note_scale import CLAUSE, print_notes
from db.record import replace
from db.reference.models import Item
from db.reference.store import ReferenceStore
from db.search.engine import SearchEngine
from db.search.fields import Document
from db.search.index_writer import write_index
from db.search.lexicon import Lexicon
from db.search.models import SearchQuery

_SUBJECTS = 6  # of an item
_QUERIES = 40  # of each kind
_KINDS = ("ortho", "morph", "typo", "concept", "filter")
_SHOWN = 20
_SEED = 1404
_HEADINGS = f"{'':12}  build s   CPU s      MB  p50 ms  p95 ms   worst  CPU p95  ratio of p95"


class GrownReference(ReferenceStore):
    """The bundled document with invented items in the place of its own."""

    def __init__(self, items: list[Item]) -> None:
        super().__init__()
        self.grown = {item.id: item for item in items}

    def items(self) -> tuple[Item, ...]:
        """All grown items."""
        return tuple(self.grown.values())

    def item(self, item_id: str) -> Item:
        """One grown item."""
        return self.grown[item_id]


def grow(count: int) -> tuple[list[Item], list[Document]]:
    """Items of two to four real clauses each, and what the index is told of them."""
    choice = random.Random(_SEED)
    lexicon = Lexicon()
    clauses = [
        (clause.strip(), item)
        for item in ReferenceStore().items()
        for clause in CLAUSE.findall(item.edited)
    ]
    items, documents = [], []
    for number in range(count):
        parts = choice.sample(clauses, choice.randint(2, 4))
        text, first = "، ".join(clause for clause, _ in parts), parts[0][1]
        named = replace(first, id=f"{first.axis}-g{number}", position=number, code=None)
        items.append(replace(named, edited=text, verbatim=text, parent_id=None))
        terms = [term for _, item in parts for term in lexicon.subjects[item.id]]
        subjects = tuple(dict.fromkeys(choice.sample(terms, _SUBJECTS)))
        made = items[-1]
        documents.append(Document(made.id, made.axis, made.kind, (text,), subjects))
    return items, documents


def questions() -> list[GradedQuery]:
    """Some of each kind, in an order of their own."""
    choice = random.Random(_SEED)
    queries = [read_queries(kind, "tune") for kind in _KINDS]
    chosen = [q for found in queries for q in choice.sample(found, min(_QUERIES, len(found)))]
    choice.shuffle(chosen)
    return chosen


def own(items: list[Item], documents: list[Document], folder: Path) -> Engine:
    """This program's engine over the index in `folder`, which is written when it is not there."""
    if not folder.exists():
        write_index(documents, Lexicon(), folder)
    engine = SearchEngine(GrownReference(items), folder)

    def answer(query: GradedQuery) -> Answer:
        results = engine.search(SearchQuery(query.text, query.axis, _SHOWN))
        return Answer(tuple(hit.item_id for hit in results.hits), results.direct)

    return answer


def print_items(count: int, folder: Path) -> None:
    """One line an engine: seconds to build, megabytes on disk, milliseconds a query."""
    items, documents = grow(count)
    kept = " (index kept from before)" if folder.exists() else ""
    makers: dict[str, Callable[[Path], Engine]] = {
        "this": lambda _: own(items, documents, folder),
        **{name: partial(make, items) for name, make in search_peers.ON_DISK.items()},
    }
    print(f"\n{count:,} items{kept}\n{_HEADINGS}")
    base = 0.0
    for name, make in makers.items():
        with tempfile.TemporaryDirectory() as temporary:
            place = Path(temporary)
            wall, cpu = time.perf_counter(), time.process_time()
            engine = make(place)
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            asked = _asked(engine)
            size = megabytes(folder if name == "this" else place)
        times, worked = [one.wall for one in asked], [one.processor for one in asked]
        most = p95(times)
        base = base or most
        taken = f"{statistics.median(times):7.2f} {most:7.2f} {max(times):7.1f} {p95(worked):8.2f}"
        print(
            f"{name:12} {wall:8.1f} {cpu:7.1f} {size:7.1f} {taken} {base / most:6.2f}", flush=True
        )


def _asked(engine: Engine) -> list[Sample]:
    """What each query took."""
    engine(GradedQuery("گرم شدن", None, {}))
    return [sampled(partial(engine, query)) for query in questions()]


def main() -> None:
    """Command line: --items N … and --notes N …, sizes to measure; --keep DIR for the indexes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--notes", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    parser.add_argument("--keep", type=Path, help="folder to leave indexes in and take them from")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for count in options.items:
            print_items(count, (options.keep or Path(temporary)) / f"items-{count}")
    for count in options.notes:
        print_notes(count)


if __name__ == "__main__":
    main()
