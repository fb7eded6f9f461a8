"""`make screenshots`: every page of the real window in every form, for people to judge."""

import argparse
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import QApplication

from build_spec.pictured_states import States, after_a_crash, fill, grab_dialog
from build_spec.still import hold_still, reader_folder, tidy
from desktop.common.context import Context
from desktop.common.place import Place
from desktop.search.page import EMPTY_AFTER_MS
from desktop.tour import NOTE, Tourist, close_tourist, open_tourist

SIZES = {"1366x768": (1366, 768, "1"), "911x480": (911, 480, "1.5")}
THEMES = ("light", "dark", "contrast")
PLACES = {
    "home": Place("home"),
    "themes": Place("themes"),
    "theme": Place("themes", "air-pollution"),
    "source": Place("source"),
    "errata": Place("source", "errata"),
    "doubtful": Place("source", "doubtful"),
    "compare": Place("compare", "economy-2+economy-8+transport-3"),
    "bookmarks": Place("bookmarks"),
    "notes": Place("notes"),
    "notes-map": Place("notes", "map"),
    "tags": Place("tags"),
    "meetings": Place("meetings"),
    "trash": Place("trash"),
    "backups": Place("backups"),
    "settings": Place("settings"),
    "help-keys": Place("help", "keys"),
    "help-search": Place("help", "search"),
    "help-cite": Place("help", "cite"),
    "help-news": Place("help", "news"),
    "help-about": Place("help", "about"),
    "health": Place("health"),
    "fault-report": Place("fault-report"),
}
SEARCHES = {"search": "زیرساخت فناوری", "search-none": "ژژژژ قققق", "search-meant": "پسمند"}
QUOTED = "زیرساخت‌های اطلاعاتی و ارتباطاتی"
DIALOGS = {"quote": "tools.quote", "print": "file.print"}


class Photographer:
    """Leads a window through its pages in the theme it has."""

    def __init__(self, tourist: Tourist) -> None:
        self._tourist, self._window = tourist, tourist.window

    def pages(self) -> None:
        for name, place in PLACES.items():
            self._window.navigator.go(place)
            tidy(self._window)
            self._tourist.picture(name)
            self._window.context.settings["hints_seen"] = "search,row,present"

    def axis(self) -> None:
        window, picture = self._window, self._tourist.picture
        window.navigator.go(Place("axis", "infrastructure", "infrastructure-2"))
        tidy(window)
        window.focus_page()
        picture("axis")
        window.axis.set_verbatim(True)
        picture("verbatim")
        window.axis.set_verbatim(False)

    def panel(self) -> None:
        window = self._window
        window.open_item("economy-8")
        tidy(window)
        window.panel_place.open()
        for tab in window.panel.tab_names():
            window.panel.show_tab(tab)
            self._tourist.picture(f"panel-{tab}")
        window.panel.show_tab("notes")
        tidy(window)

    def searches(self) -> None:
        for name, query in SEARCHES.items():
            self._tourist.search(query)
            tidy(self._window)
            self._tourist.picture(name, 2 * EMPTY_AFTER_MS)  # by when the panel is let go
        self._window.way_back.leave_search()

    def palette(self) -> None:
        palette = self._window.palette_
        palette.open()
        self._tourist.picture("palette-empty")
        palette.box.setText("ایمن")
        self._tourist.wait(400)
        self._tourist.picture("palette")
        palette.close_palette()

    def dialogs(self) -> None:
        self._window.open_item("economy-2")
        for name, act in DIALOGS.items():
            grab_dialog(self._tourist, name, self._window.actions_[act].trigger)

    def everything(self) -> None:
        for part in (self.pages, self.axis, self.panel, self.searches, self.palette, self.dialogs):
            part()


def render(folder: Path, size: str, theme: str) -> None:
    """Every page in one size and theme; the pixel ratio comes from QT_SCALE_FACTOR."""
    with reader_folder(f"{size}-{theme}") as own:
        tourist = open_tourist(folder, own)
        hold_still()
        context = tourist.window.context
        # Neither may depend on how long a picture takes.
        context.settings["mark_read"] = False
        tourist.window.panel.recent.timer.setInterval(0)
        tourist.window.resize(*SIZES[size][:2])
        tourist.prefix = f"{size}-{theme}-"
        context.settings["theme"] = theme
        context.theme.set_name(theme)
        states = States(tourist)
        states.nothing_kept()
        _keep_little(context)
        Photographer(tourist).everything()
        fill(context.reader)
        states.everything()
        close_tourist(tourist)


def _keep_little(context: Context) -> None:
    """A bookmark and two notes."""
    reader, text = context.reader, context.reference.item("infrastructure-2").edited
    start = text.index(QUOTED)
    reader.toggle_bookmark("infrastructure-2")
    reader.add_note("infrastructure-2", NOTE, (start, start + len(QUOTED)))
    reader.add_note("environment-4", "سهم پسماند خشک با شورا هماهنگ شود.")


def main() -> None:
    """`python -m build_spec.pictures FOLDER [SIZE THEME [--crashed]]`: each in its own process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("size", nargs="?", choices=SIZES, help="all of them, when none is named")
    parser.add_argument("theme", nargs="?", choices=THEMES, help="all of them, when none is named")
    parser.add_argument("--crashed", action="store_true", help="only the window after a crash")
    chosen = parser.parse_args()
    folder: Path = chosen.folder
    if not (chosen.size and chosen.theme):
        for size, theme in product(SIZES, THEMES):
            if size == (chosen.size or size):
                for parts in ([], ["--crashed"]):
                    _run(folder, size, theme, parts)
    elif chosen.crashed:
        after_a_crash(folder, chosen.size, SIZES[chosen.size][:2], chosen.theme)
    else:
        render(folder, chosen.size, chosen.theme)
        QApplication.processEvents()


def _run(folder: Path, size: str, theme: str, parts: list[str]) -> None:
    scale = SIZES[size][2]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    command = [sys.executable, "-m", "build_spec.pictures", str(folder), size, theme, *parts]
    subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main()
