"""A long day in the window: thousands of scripted acts, and what they add to its memory."""

import gc
import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from build_spec.bench.window_acts import QUERIES, settle
from desktop.common.place import Place
from desktop.main_window import MainWindow

WARM_UP_SHARE = 0.1
PAGES = ("home", "themes", "source", "notes", "bookmarks", "tags", "trash", "settings", "help")
_SIZES = ((1366, 768), (1280, 720), (1093, 582), (911, 480))


class Day:
    """Chooses acts by chance, always by the same chance."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self._chance = window, random.Random(1404)
        reference = window.context.reference
        self._items = [item.id for item in reference.items()]
        self._axes = [axis.slug for axis in reference.axes()]
        self._acts: tuple[Callable[[], object], ...] = (
            *([self._read] * 6), *([self._open_item] * 6), self._search, self._palette,
            self._bookmark, self._note, self._visit, self._look, self._resize, self._back,
        )  # fmt: skip

    def act(self) -> None:
        self._chance.choice(self._acts)()
        settle()

    def _read(self) -> None:
        self.window.navigator.go(Place("axis", self._chance.choice(self._axes)))

    def _open_item(self) -> None:
        self.window.open_item(self._chance.choice(self._items))

    def _search(self) -> None:
        self.window.search_for(self._chance.choice(QUERIES))

    def _palette(self) -> None:
        self.window.palette_.open()
        self.window.palette_.box.setText(self._chance.choice(QUERIES))
        settle()
        self.window.palette_.close_palette()

    def _bookmark(self) -> None:
        self.window.panel.toggle_bookmark()

    def _note(self) -> None:
        """Write a note and take it back, so that the day ends with as many as it began."""
        reader = self.window.context.reader
        reader.add_note(self._chance.choice(self._items), "در دستور جلسه‌ی بعد بیاید.")
        settle()
        reader.undo()

    def _visit(self) -> None:
        self.window.navigator.go(Place(self._chance.choice(PAGES)))

    def _look(self) -> None:
        theme = self.window.context.theme
        if self._chance.random() < 0.5:
            theme.set_name(self._chance.choice(("light", "dark")))
        else:
            theme.set_zoom(self._chance.choice((1.0, 1.1, 1.3)))

    def _resize(self) -> None:
        self.window.resize(*self._chance.choice(_SIZES))

    def _back(self) -> None:
        self._chance.choice((self.window.navigator.back, self.window.navigator.forward))()


def resident_megabytes() -> float:
    """Memory of this process that is its own, after everything unused is let go."""
    gc.collect()
    for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Private_Dirty"):
            return int(line.split()[1]) / 1024
    raise ValueError("the kernel names no private memory")


def live(window: MainWindow, acts: int) -> tuple[float, float]:
    """Megabytes after a tenth of the acts, when every page was seen, and after all of them."""
    day, warm = Day(window), round(acts * WARM_UP_SHARE)
    before = 0.0
    for number in range(acts):
        if number == warm:
            before = resident_megabytes()
        day.act()
    window.context.background.finish()
    QApplication.processEvents()
    return before, resident_megabytes()
