"""`make bench-notes`: a store of 100,000 notes and 10,000 highlights beside an empty one."""

import argparse
import gc
import os
import resource
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from build_spec.bench.figures import Sample, p95, sampled
from build_spec.bench.note_scale import questions
from build_spec.bench.notes_store import OWNERS, lay
from build_spec.bench.notes_window import print_starts, window_samples
from build_spec.bench.window_acts import WARM_UPS
from db.paths import LEXICON_DATA, UserPaths
from db.reference.store import ReferenceStore
from db.search.lexicon import Lexicon
from db.search.notes import NoteIndex
from db.user.models import Colour, RemarkKind
from db.user.note_filter import NoteFilter
from db.user.note_indexes import NoteOrder
from db.user.opening import open_store
from db.user.store import UserStore
from desktop.common.entry_rows import CHUNK

NOTES, HIGHLIGHTS = 100_000, 10_000
RUNS = 60
START_RATIO = 1.2
_PAGE, _ADD, _SEARCH = 50.0, 20.0, 50.0  # milliseconds at p95
_ORDERS: tuple[NoteOrder, ...] = ("newest", "changed", "item", "due")


def timed(act: Callable[[int], object], runs: int) -> list[Sample]:
    """Each run, after one that is not counted; garbage is looked for between them, as the window
    does between events."""
    gc.disable()
    taken = []
    for number in range(runs + 1):
        taken.append(sampled(partial(act, number)))
        gc.collect(0)
    gc.enable()
    return taken[1:]


def print_line(title: str, taken: list[Sample], allowed: float) -> None:
    """Median and p95 on the clock and of the processor, beside what is allowed at p95."""
    walls, processors = [one.wall for one in taken], [one.processor for one in taken]
    verdict = "met" if p95(walls) <= allowed else "MISSED"
    figures = (statistics.median(walls), p95(walls), statistics.median(processors), p95(processors))
    columns = " ".join(f"{figure:8.2f}" for figure in figures)
    print(f"{title:52} {columns}  p95 ≤ {allowed:g} {verdict}", flush=True)


def filters(store: UserStore) -> dict[str, NoteFilter]:
    """Every filter of the page, by what it is on."""
    return {
        "all": NoteFilter(),
        "notes alone": NoteFilter(bookmarks=False),
        "bookmarks alone": NoteFilter(bookmarks=True),
        "of an axis": NoteFilter(axis="economy"),
        "of an item": NoteFilter(item_id="economy-8"),
        "of a kind": NoteFilter(kind=RemarkKind.CONFLICT),
        "of a colour": NoteFilter(colour=Colour.GREEN),
        "of a tag": NoteFilter(tag=store.tags()[0].tag.uuid),
        "of a meeting": NoteFilter(meeting=store.meetings()[0].uuid),
        "of a person": NoteFilter(person=OWNERS[0]),
        "of an author": NoteFilter(author=store.author.uuid),
        "of two years": NoteFilter(
            created_from="2021-01-01T00:00:00.000Z", created_before="2023-01-01T00:00:00.000Z"
        ),
        "due in a month": NoteFilter(due_from="2024-06-01", due_to="2024-07-01"),
        "written": NoteFilter(written=True),
        "bare highlights": NoteFilter(written=False),
        "private": NoteFilter(private=True),
        "open": NoteFilter(open_only=True),
        "of an axis and kind, open": NoteFilter(
            axis="environment", kind=RemarkKind.PROPOSAL, open_only=True
        ),
    }


def pages(store: UserStore) -> Iterator[tuple[str, Callable[[int], object]]]:
    """A screenful with its number of notes, for every filter and order."""
    for name, chosen in filters(store).items():
        for order in _ORDERS:

            def read(_: int, chosen: NoteFilter = chosen, order: NoteOrder = order) -> None:
                store.count_marks(chosen)
                store.marks(chosen, order=order, limit=CHUNK)

            yield f"marks {name}, order {order}", read


def measure_store(paths: UserPaths, runs: int) -> None:
    """Filtered pages, adding, and search, on the full store."""
    items = [item.id for item in ReferenceStore().items()]
    lexicon = Lexicon(LEXICON_DATA)
    lexicon.load()
    with (
        closing(open_store(paths.database).store) as store,
        closing(NoteIndex(paths.note_index, lexicon)) as index,
    ):
        for title, read in pages(store):
            print_line(title, timed(read, runs), _PAGE)

        def add(number: int) -> None:
            store.add_annotation(items[number % len(items)], note="در دستور جلسه‌ی بعد بیاید.")

        print_line("add a note, with the commit", timed(add, runs), _ADD)
        index.follow(store)
        learnt = sampled(index.learn)
        print(f"words of the notes learnt, beside the window {learnt.processor:27.2f}")
        queries = [query.text for query in questions()]
        searched = timed(lambda number: index.search(queries[number - 1]), len(queries))
        print_line(f"search of notes, {len(queries)} queries once each", searched, _SEARCH)
        print(f"memory with both open: {_peak():.0f} MB at the most")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure a filled store."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder, "full"), Path(folder, "empty")
        paths = lay(full, NOTES, HIGHLIGHTS)
        size = paths.database.stat().st_size / 2**20
        head = f"{NOTES:,} notes, {HIGHLIGHTS:,} highlights, {size:.0f} MB"
        print(f"{head:52} {'median':>8} {'p95':>8} {'cpu':>8} {'cpu p95':>8}  ms")
        measure_store(paths, chosen.runs)
        for title, taken in window_samples(full, chosen.runs // 4):
            print_line(title, taken[WARM_UPS:], _ADD if "saved" in title else _PAGE)
        print_starts(full, empty, START_RATIO)


if __name__ == "__main__":
    main()
