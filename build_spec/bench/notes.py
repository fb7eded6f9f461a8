"""`make bench-notes`: a store of 100,000 notes and 10,000 highlights beside an empty one."""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from build_spec.bench.figures import p95
from build_spec.bench.notes_store import OWNERS, fill
from db.paths import LEXICON_DATA, UserPaths, user_paths
from db.reference.store import ReferenceStore
from db.search.lexicon import Lexicon
from db.search.notes import NoteIndex
from db.user.models import Colour, RemarkKind
from db.user.notes_page import NoteFilter, NoteOrder
from db.user.opening import open_store
from db.user.store import UserStore

NOTES, HIGHLIGHTS = 100_000, 10_000
RUNS = 100
STARTS = 7
START_RATIO = 1.2
_PAGE, _ADD, _SEARCH = 50.0, 20.0, 50.0  # milliseconds at p95
_FILTERS = {
    "all": NoteFilter(),
    "of an axis": NoteFilter(axis="economy"),
    "of a kind": NoteFilter(kind=RemarkKind.CONFLICT),
    "of a colour": NoteFilter(colour=Colour.GREEN),
    "of an owner": NoteFilter(owner=OWNERS[0]),
    "open": NoteFilter(open_only=True),
    "of an axis and kind, open": NoteFilter(
        axis="environment", kind=RemarkKind.PROPOSAL, open_only=True
    ),
}
_ORDERS: tuple[NoteOrder, ...] = ("newest", "changed", "item", "due")
_QUERIES = ("پسماند", "حمل‌ونقل عمومی", "مشارکت شهروندان", "بافت فرسوده", "هوای پاک", "شهر")
_START = """
import sys
from pathlib import Path
from db.paths import user_paths
from desktop.app import build_window, open_context
from desktop.common.theme import prepare_application
prepare_application(sys.argv[:1])
window = build_window(open_context(user_paths(Path(sys.argv[1]))))
window.begin()
window.show()
window.repaint()
line = next(l for l in open("/proc/self/smaps_rollup") if l.startswith("Pss:"))
print(int(line.split()[1]) / 1024, flush=True)
sys.stdout.flush()
import os
os._exit(0)
"""


def timed(act: Callable[[int], object], runs: int) -> list[float]:
    """Milliseconds of each run, after one that is not counted."""
    taken = []
    for number in range(runs + 1):
        begun = time.perf_counter()
        act(number)
        taken.append((time.perf_counter() - begun) * 1000)
    return taken[1:]


def print_line(title: str, taken: list[float], allowed: float) -> None:
    """Median and p95 beside what is allowed at p95."""
    most = p95(taken)
    verdict = "met" if most <= allowed else "MISSED"
    middle = statistics.median(taken)
    print(f"{title:52} {middle:8.2f} {most:8.2f}  p95 ≤ {allowed:g} {verdict}", flush=True)


def pages(store: UserStore) -> Iterator[tuple[str, Callable[[int], object]]]:
    """A screenful and the counts of the chips, for every filter and order."""
    for name, chosen in _FILTERS.items():
        for order in _ORDERS:

            def read(_: int, chosen: NoteFilter = chosen, order: NoteOrder = order) -> None:
                store.count_notes(chosen)
                store.notes(chosen, order=order)

            yield f"notes {name}, order {order}", read


def measure_store(paths: UserPaths, runs: int) -> None:
    """Filtered pages, adding, and search, on the full store."""
    items = [item.id for item in ReferenceStore().items()]
    with closing(open_store(paths.database).store) as store:
        for title, read in pages(store):
            print_line(title, timed(read, runs), _PAGE)

        def add(number: int) -> None:
            store.add_annotation(items[number % len(items)], note="در دستور جلسه‌ی بعد بیاید.")

        print_line("add a note, with the commit", timed(add, runs), _ADD)
        lexicon = Lexicon(LEXICON_DATA)
        lexicon.load()
        with closing(NoteIndex(paths.note_index, lexicon)) as index:
            begun = time.perf_counter()
            index.follow(store)
            print(f"index made in {time.perf_counter() - begun:.1f} s")

            def search(number: int) -> None:
                index.search(_QUERIES[number % len(_QUERIES)])

            print_line("search of notes", timed(search, runs), _SEARCH)


def start_of(folder: Path) -> tuple[float, float]:
    """Milliseconds from exec to the first paint, and megabytes (PSS)."""
    begun = time.perf_counter()
    command = [sys.executable, "-c", _START, str(folder)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    return (time.perf_counter() - begun) * 1000, float(child.stdout.split()[-1])


def measure_starts(full: Path, empty: Path) -> None:
    """Both folders in turn, so that the machine's moods fall on both."""
    pairs = [(start_of(full), start_of(empty)) for _ in range(STARTS + 1)][1:]
    ratios = [one[0] / other[0] for one, other in pairs]
    middle = statistics.median(ratios)
    verdict = "met" if middle <= START_RATIO else "MISSED"
    for name, index in (("full", 0), ("empty", 1)):
        times = statistics.median(pair[index][0] for pair in pairs)
        memory = statistics.median(pair[index][1] for pair in pairs)
        print(f"start, {name + ' store':45} {times:8.0f} ms {memory:8.1f} MB")
    print(f"full ÷ empty {middle:.2f}  ≤ {START_RATIO:g} {verdict}")


def main() -> None:
    """Fill a store and measure it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder, "full"), Path(folder, "empty")
        paths = user_paths(full)
        fill(paths.database, NOTES, HIGHLIGHTS)
        size = paths.database.stat().st_size / 2**20
        head = f"{NOTES:,} notes, {HIGHLIGHTS:,} highlights, {size:.0f} MB"
        print(f"{head:52} {'median':>8} {'p95':>8}")
        measure_store(paths, chosen.runs)
        measure_starts(full, empty)


if __name__ == "__main__":
    main()
