"""`make bench-memory`: a long day of thousands of scripted acts, and what they add to memory.

What a page, a dialog or a size of letters needs is built when it is first asked for; that is no
growth. Counting begins when each kind of act has been done, and every page, axis, tab and dialog
seen, once in every look: from there 10,000 acts may add 5 %. What nine tenths of the acts add to
the first is told too, for by then chance has led nearly everywhere.
"""

import argparse
import gc
import random
from collections.abc import Callable
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog

from build_spec.bench.opened import SIZE, open_window, settle
from desktop.common.place import Place
from desktop.main_window import MainWindow

ACTS = 10_000
GROWTH = 0.05
QUERIES = ("پسماند", "حمل‌ونقل عمومی", "مشارکت شهروندان", "بافت فرسوده", "هوای پاک", "زلزله")
PAGES = (
    *("home", "themes", "source", "notes", "bookmarks", "tags", "meetings", "trash"),
    *("backups", "settings", "help", "compare"),
)
NOTE = "در دستور جلسه‌ی بعد بیاید."
DIALOGS = ("tools.quote", "file.print", "act.note_full", "act.tag")
SWITCHES = ("view.verbatim", "view.panel", "view.rail", "edit.copy_cite", "act.mark_read")
_SIZES = ((1366, 768), (1280, 720), (1093, 582), (911, 480))
_THEMES = ("light", "dark", "contrast")
_ZOOMS = (1.0, 1.1, 1.3)


class Day:
    """Chooses acts at random, from a fixed seed."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self._chance = window, random.Random(1404)
        reference = window.context.reference
        self._items = [item.id for item in reference.items()]
        self._axes = [axis.slug for axis in reference.axes()]
        self._acts: tuple[Callable[[], object], ...] = (
            *([self._read] * 6), *([self._open_item] * 6), *([self._visit] * 2),
            self._search, self._palette, self._bookmark, self._note, self._look, self._resize,
            self._back, self._filter, self._tab, self._switch, self._dialog, self._compare,
            self._find_next,
        )  # fmt: skip

    def act(self) -> None:
        self._chance.choice(self._acts)()
        settle()

    def see_everything(self) -> None:
        """Each kind of act, and every page, axis, tab, dialog and answer, in every look."""
        theme = self.window.context.theme
        self._keep_note()
        for number, (name, zoom) in enumerate(product(_THEMES, _ZOOMS)):
            theme.set_name(name)
            theme.set_zoom(zoom)
            self.window.resize(*_SIZES[number % len(_SIZES)])
            self._see_all()

    def _keep_note(self) -> None:
        """Keep one note: without it, chance decides when the index of notes is loaded."""
        context, loop = self.window.context, QEventLoop()
        context.finder.learnt.connect(loop.quit)
        context.reader.add_note(self._items[0], NOTE)
        loop.exec()

    def _see_all(self) -> None:
        panel = self.window.panel
        for act in dict.fromkeys(self._acts):
            act()
            settle()
        for name in PAGES:
            self._visit_page(name)
        for query in QUERIES:
            self._search_for(query)
        for axis in self._axes:
            self.window.navigator.go(Place("axis", axis))
            settle()
        for tab in panel.tab_names():
            panel.show_tab(tab)
            settle()
        for key in DIALOGS:
            self._open_dialog(key)
        self._palette()
        self._type(QUERIES[0])

    def rest(self) -> None:
        """Go back to the size, look and page of the start, which are megabytes by themselves."""
        theme = self.window.context.theme
        theme.set_name("light")
        theme.set_zoom(1.0)
        self.window.resize(*SIZE)
        self._visit_page("home")

    def _visit_page(self, name: str) -> None:
        self.window.navigator.go(Place(name))
        settle()

    def _trigger(self, key: str) -> None:
        self.window.actions_[key].trigger()

    def _read(self) -> None:
        self.window.navigator.go(Place("axis", self._chance.choice(self._axes)))

    def _open_item(self) -> None:
        self.window.open_item(self._chance.choice(self._items))

    def _search(self) -> None:
        self._search_for(self._chance.choice(QUERIES))

    def _search_for(self, query: str) -> None:
        self.window.search_for(query)
        while self.window.context.background.busy:
            settle()

    def _find_next(self) -> None:
        """Open what was found, one find after the other."""
        self._search()
        for _ in range(self._chance.randint(1, 4)):
            self._trigger("edit.find_next")
            settle()

    def _type(self, query: str) -> None:
        """Into the search box, which completes it and goes to its answer by itself."""
        self._visit_page("home")
        self.window.search_box.begin()
        press = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, query)
        QApplication.sendEvent(self.window.search_box, press)
        navigator, background = self.window.navigator, self.window.context.background
        while background.busy or navigator.place is None or navigator.place.page == "home":
            settle()

    def _palette(self) -> None:
        self.window.palette_.open()
        self.window.palette_.box.setText(self._chance.choice(QUERIES))
        settle()
        self.window.palette_.close_palette()

    def _bookmark(self) -> None:
        self._trigger("act.bookmark")

    def _note(self) -> None:
        """Write, change and delete a note, then take all of it back."""
        reader, item_id = self.window.context.reader, self._chance.choice(self._items)
        reader.add_note(item_id, NOTE, (0, 12))
        note = reader.notes(item_id)[0]
        reader.edit_note(note, "در دستور جلسه‌ی نخست ماه بعد بیاید.")
        settle()
        reader.delete_note(note)
        settle()
        for _ in range(3):
            reader.undo()

    def _visit(self) -> None:
        self._visit_page(self._chance.choice(PAGES))

    def _look(self) -> None:
        theme = self.window.context.theme
        if self._chance.random() < 0.5:
            theme.set_name(self._chance.choice(_THEMES))
        else:
            theme.set_zoom(self._chance.choice(_ZOOMS))

    def _resize(self) -> None:
        self.window.resize(*self._chance.choice(_SIZES))

    def _back(self) -> None:
        self._trigger(self._chance.choice(("go.back", "go.forward")))

    def _filter(self) -> None:
        self._read()
        self.window.axis.set_filter(self._chance.choice(("all", "marked", "noted", "unread")))
        settle()
        self.window.axis.set_filter("all")

    def _tab(self) -> None:
        panel = self.window.panel
        panel.show_tab(self._chance.choice(panel.tab_names()))

    def _switch(self) -> None:
        """Do something and once more, which puts most of it back."""
        key = self._chance.choice(SWITCHES)
        self._trigger(key)
        settle()
        self._trigger(key)

    def _dialog(self) -> None:
        self._open_dialog(self._chance.choice(DIALOGS))

    def _open_dialog(self, key: str) -> None:
        """Open a dialog, let it be painted, and leave it."""
        QTimer.singleShot(0, _leave_dialogs)
        self._trigger(key)

    def _compare(self) -> None:
        self._open_item()
        self._trigger("act.compare_related")


def _leave_dialogs() -> None:
    settle()
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def resident_megabytes() -> float:
    """Memory of this process that is its own, after everything unused is let go.

    Pages of files that it maps are not: those written lately count as private and dirty, too.
    """
    gc.collect()
    for line in Path("/proc/self/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Anonymous"):
            return int(line.split()[1]) / 1024
    raise ValueError("the kernel names no memory of our own")


def live(window: MainWindow, acts: int) -> None:
    """Print the megabytes before the day and at each tenth of it, and how much was added."""
    day, tenth = Day(window), max(1, acts // 10)
    day.see_everything()
    day.rest()
    sizes = [resident_megabytes()]
    for number in range(acts):
        day.act()
        if (number + 1) % tenth == 0:
            day.rest()
            sizes.append(resident_megabytes())
    before, first, last = sizes[0], sizes[1], sizes[-1]
    grown = last / before - 1
    verdict = "met" if grown < GROWTH else "MISSED"
    print(f"MB when all has been seen: {before:.1f}")
    print("MB at each tenth: " + " ".join(f"{size:.1f}" for size in sizes[1:]))
    print(f"from the first tenth: {last / first - 1:+.1%}")
    span = f"{before:.1f} → {last:.1f} MB"
    print(f"{acts} acts: {span}, {grown:+.1%}  < {GROWTH:.0%} {verdict}")


def main() -> None:
    """One day in this process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--acts", type=int, default=ACTS)
    chosen = parser.parse_args()
    with open_window() as window:
        live(window, chosen.acts)


if __name__ == "__main__":
    main()
