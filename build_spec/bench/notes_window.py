"""The window over a reader's file of any size: its page of notes, its saves, its start."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from build_spec.bench.figures import Sample
from build_spec.bench.opened import open_window
from build_spec.bench.window_acts import measure
from desktop.common.place import Place
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage

STARTS = 7
_KINDS = ("comment", "ambiguity", "conflict", "proposal", "resolution", "open", "all")
_ITEM = "economy-8"
_START = """
import sys
from pathlib import Path
from db.paths import user_paths
from desktop.__main__ import look_early
folder = Path(sys.argv[1])
look = look_early(folder)
from desktop.app import build_window, open_context
from desktop.common.theme import prepare_application
prepare_application(sys.argv[:1])
window = build_window(open_context(user_paths(folder), look))
window.begin()
window.show()
window.repaint()
line = next(l for l in open("/proc/self/smaps_rollup") if l.startswith("Pss:"))
print(int(line.split()[1]) / 1024, flush=True)
sys.stdout.flush()
import os
os._exit(0)
"""


def _press(page: NotesPage, key: str) -> Callable[[int], object]:
    return lambda _: page.filters.choose_kind(key)


def _choose(box: ChoiceBox, index: int) -> Callable[[int], object]:
    def choose(_: int) -> None:
        box.setCurrentIndex(index)
        box.chosen.emit()

    return choose


def _pages(page: NotesPage) -> Iterator[tuple[str, Callable[[int], object]]]:
    for key in _KINDS:
        yield f"chip {key}", _press(page, key)
    for box in page.filters.findChildren(ChoiceBox):
        yield f"filter {box.itemText(1)}", _choose(box, 1)
        _choose(box, 0)(0)
    for index in range(page.group.count()):
        yield f"grouped {page.group.itemText(index)}", _choose(page.group, index)


def _adding(window: MainWindow) -> Callable[[int], object]:
    reader = window.context.reader
    window.open_item(_ITEM)
    return lambda number: reader.add_note(_ITEM, f"در دستور جلسه‌ی {number} بیاید.")


def window_samples(folder: Path, runs: int) -> Iterator[tuple[str, list[Sample]]]:
    """Every filter and grouping of the page of notes, painted; then notes saved in the panel."""
    with open_window(folder) as window:
        window.navigator.go(Place("notes"))
        page = window.navigator.page
        if not isinstance(page, NotesPage):
            raise TypeError(page)
        for title, act in _pages(page):
            yield f"window, {title}", measure(act, runs)
        yield "window, a note saved and shown", measure(_adding(window), runs)


def _start_of(folder: Path) -> tuple[float, float]:
    """Milliseconds from exec to the first paint, and megabytes (PSS)."""
    begun = time.perf_counter()
    command = [sys.executable, "-c", _START, str(folder)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    child = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    return (time.perf_counter() - begun) * 1000, float(child.stdout.split()[-1])


def print_starts(full: Path, empty: Path, allowed: float) -> None:
    """Both folders in turn, so that the machine's moods fall on both."""
    pairs = [(_start_of(full), _start_of(empty)) for _ in range(STARTS + 1)][1:]
    ratio = statistics.median(one[0] / other[0] for one, other in pairs)
    for name, index in (("full", 0), ("empty", 1)):
        times = statistics.median(pair[index][0] for pair in pairs)
        memory = statistics.median(pair[index][1] for pair in pairs)
        print(f"start, {name + ' store':45} {times:8.0f} ms {memory:8.1f} MB")
    print(f"full ÷ empty {ratio:.2f}  ≤ {allowed:g} {'met' if ratio <= allowed else 'MISSED'}")
