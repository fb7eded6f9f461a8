"""The window over a reader's file of any size: its page of notes, its saves, its start."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from build_spec.bench.figures import Sample
from build_spec.bench.opened import open_window, settle
from build_spec.bench.window_acts import WARM_UPS, measure, measured
from desktop.common.place import Place
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.main_window import MainWindow
from desktop.notes.page import NotesPage

STARTS = 7
_KINDS = ("comment", "ambiguity", "conflict", "proposal", "resolution", "open", "all")
_ITEM = "economy-8"
_PLACES = {"home": Place("home"), "an item": Place("axis", "economy", _ITEM)}
_START = """
import sys, time
from pathlib import Path
from db.paths import user_paths
from desktop.app import close_context, open_context, stand
from desktop.common.theme import prepare_application
prepare_application(sys.argv[:1])
window = stand(open_context(user_paths(Path(sys.argv[1]))))
window.show()
window.repaint()
line = next(l for l in open("/proc/self/smaps_rollup") if l.startswith("Pss:"))
print(int(line.split()[1]) / 1024, time.process_time() * 1000, flush=True)
window.close()
close_context(window.context)
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


def _saves(window: MainWindow, runs: int) -> Iterator[Sample]:
    """Notes saved in the panel of the fullest item, as a person does: the index has followed the
    one before."""
    context = window.context

    def save(number: int) -> None:
        context.reader.add_note(_ITEM, f"در دستور جلسه‌ی {number} بیاید.")

    window.open_item(_ITEM)
    while window.axis.list.ahead.busy:  # as when somebody has read what the note is about
        settle()
    for number in range(runs + WARM_UPS):
        yield measured(save, number)
        loop = QEventLoop()
        context.finder.followed.connect(loop.quit)
        QTimer.singleShot(10_000, loop, loop.quit)
        loop.exec()
        context.finder.followed.disconnect(loop.quit)


def window_samples(folder: Path, runs: int) -> Iterator[tuple[str, list[Sample]]]:
    """Every filter and grouping of the page of notes, painted; then notes saved in the panel."""
    with open_window(folder) as window:
        window.navigator.go(Place("notes"))
        page = window.navigator.page
        if not isinstance(page, NotesPage):
            raise TypeError(page)
        for title, act in _pages(page):
            yield f"window, {title}", measure(act, runs)
        yield "window, a note saved and shown", list(_saves(window, runs))


def _start_of(folder: Path) -> tuple[float, float, float]:
    """From exec to the first paint: milliseconds, those of the processor, megabytes (PSS)."""
    begun = time.perf_counter()
    command = [sys.executable, "-c", _START, str(folder)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        line = child.stdout.readline()
        taken = (time.perf_counter() - begun) * 1000
    memory, processor = map(float, line.split())
    return taken, processor, memory


def _leave_at(folder: Path, place: Place) -> None:
    """End a session there, as a reader would; the next start begins with it."""
    with open_window(folder) as window:
        window.navigator.go(place)
        settle()


def print_starts(full: Path, empty: Path, allowed: float) -> None:
    """Both folders in turn, left at the same place: the machine's moods fall on both."""
    for name, place in _PLACES.items():
        for folder in (full, empty):
            _leave_at(folder, place)
        pairs = [(_start_of(full), _start_of(empty)) for _ in range(STARTS + 1)][1:]
        for store, index in (("full", 0), ("empty", 1)):
            taken, processor, memory = (
                statistics.median(pair[index][part] for pair in pairs) for part in range(3)
            )
            title = f"start at {name}, {store} store"
            print(f"{title:52} {taken:8.0f} {processor:17.0f} {memory:26.1f} MB")
        wall, processor = (
            statistics.median(one[part] / other[part] for one, other in pairs) for part in (0, 1)
        )
        verdict = "met" if wall <= allowed else "MISSED"
        print(f"full ÷ empty {wall:.2f}, processor {processor:.2f}  ≤ {allowed:g} {verdict}")
