"""`make screenshots`: every page of the real window in every form, for people to judge."""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from build_spec.pictured_states import States, after_a_crash, fill, grab_dialog
from desktop.common.place import Place
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
SLOW_PAGES = {"source": 1000, "health": 3000, "fault-report": 3000}  # milliseconds to fill
SEARCHES = {"search": "زیرساخت فناوری", "search-none": "ژژژژ قققق", "search-meant": "پسمند"}
QUOTED = "زیرساخت‌های اطلاعاتی و ارتباطاتی"
DIALOGS = {"quote": "tools.quote", "print": "file.print"}


def wear(tourist: Tourist, size: str, theme: str) -> None:
    """Let the window have a theme, and its next pictures the names of size and theme."""
    tourist.prefix = f"{size}-{theme}-"
    tourist.window.context.theme.set_name(theme)


class Photographer:
    """Leads a window through its pages in the theme it has."""

    def __init__(self, tourist: Tourist) -> None:
        self._tourist, self._window = tourist, tourist.window

    def pages(self) -> None:
        for name, place in PLACES.items():
            self._window.navigator.go(place)
            self._tourist.wait(SLOW_PAGES.get(name, 0))
            self._tourist.picture(name)
            self._window.toast.hide()
            self._window.context.settings["hints_seen"] = "search,row,present"

    def axis(self) -> None:
        window, picture = self._window, self._tourist.picture
        window.navigator.go(Place("axis", "infrastructure", "infrastructure-2"))
        window.focus_page()
        picture("axis")
        window.axis.set_verbatim(True)
        picture("verbatim")
        window.axis.set_verbatim(False)

    def panel(self) -> None:
        window = self._window
        window.open_item("economy-8")
        window.open_panel()
        for tab in window.panel.tab_names():
            window.panel.show_tab(tab)
            self._tourist.picture(f"panel-{tab}")
        window.panel.show_tab("notes")
        if window.panel_place.is_drawer:
            window.toggle_panel()

    def searches(self) -> None:
        for name, query in SEARCHES.items():
            self._tourist.search(query)
            self._tourist.picture(name)
        self._window.leave_search()

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


def render(folder: Path, size: str) -> None:
    """Every page at one size; the pixel ratio comes from QT_SCALE_FACTOR."""
    with tempfile.TemporaryDirectory() as own:
        tourist = open_tourist(folder, own)
        tourist.window.resize(*SIZES[size][:2])
        photographer, states = Photographer(tourist), States(tourist)
        for theme in THEMES:
            wear(tourist, size, theme)
            states.nothing_kept()
        reader = tourist.window.context.reader
        reader.toggle_bookmark("infrastructure-2")
        text = tourist.window.context.reference.item("infrastructure-2").edited
        start = text.index(QUOTED)
        reader.add_note("infrastructure-2", NOTE, (start, start + len(QUOTED)))
        reader.add_note("environment-4", "سهم پسماند خشک با شورا هماهنگ شود.")
        for theme in THEMES:
            wear(tourist, size, theme)
            photographer.everything()
        fill(reader)
        for theme in THEMES:
            wear(tourist, size, theme)
            states.everything()
        close_tourist(tourist)


def main() -> None:
    """`python -m build_spec.pictures FOLDER [SIZE [--crashed THEME]]`: each in its own process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("size", nargs="?", choices=SIZES, help="all of them, when none is named")
    parser.add_argument("--crashed", choices=THEMES, help="only the window after a crash")
    chosen = parser.parse_args()
    folder: Path = chosen.folder
    if chosen.crashed:
        after_a_crash(folder, chosen.size, SIZES[chosen.size][:2], chosen.crashed)
    elif chosen.size:
        render(folder, chosen.size)
        QApplication.processEvents()
    else:
        for size in SIZES:
            for parts in ([], *(["--crashed", theme] for theme in THEMES)):
                _run(folder, size, parts)


def _run(folder: Path, size: str, parts: list[str]) -> None:
    scale = SIZES[size][2]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    command = [sys.executable, "-m", "build_spec.pictures", str(folder), size, *parts]
    subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main()
