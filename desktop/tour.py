"""A short tour of the real window, for machines without a display and for pictures to judge."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from db.errors import KnownError
from db.paths import user_paths
from desktop.app import build_window, close_context, open_context, open_engine, refuse
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.theme import prepare_application
from desktop.main_window import MainWindow

NOTE = "در دستور جلسه‌ی بعد بیاید."
QUERY = "پسماند"
SIZES = {"1366x768": (1366, 768, "1"), "911x480": (911, 480, "1.5")}
THEMES = ("light", "dark")


@dataclass
class Tourist:
    """Leads the window through its places, takes pictures, says what it saw."""

    window: MainWindow
    folder: Path
    prefix: str = ""

    def wait(self, milliseconds: int = 60) -> None:
        """Let the window work, as it does between a person's acts."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def picture(self, name: str) -> None:
        """Save what the window shows."""
        self.wait()
        path = self.folder / f"{self.prefix}{name}.png"
        if not self.window.grab().save(str(path)):
            raise KnownError(f"تصویر «{path}» نوشته نشد.")

    def say(self, text: str) -> None:
        sys.stdout.write(text + "\n")

    def search(self, text: str) -> None:
        """Search and wait until the results are there."""
        loop = QEventLoop()
        self.window.search.results_shown.connect(loop.quit)
        QTimer.singleShot(10_000, loop.quit)
        self.window.search_for(text)
        loop.exec()
        self.window.search.results_shown.disconnect(loop.quit)

    def tour(self) -> None:
        """Open an axis, search, bookmark, write a note."""
        window, context = self.window, self.window.context
        self.picture("1-home")
        window.navigator.go(Place("axis", "transport", "transport-1"))
        self.say(f"محور: {context.axis_title('transport')}")
        self.picture("2-axis")
        self.search(QUERY)
        results = window.search.results
        for hit in results.hits[:5] if results else ():
            self.say(f"{hit.item_id}\t{hit.text}")
        self.picture("3-search")
        window.open_item(results.hits[0].item_id if results and results.hits else "economy-1")
        window.panel.toggle_bookmark()
        window.panel.notes.composer.edit.setPlainText(NOTE)
        window.panel.notes.composer.finish()
        counts = context.reader.counts()
        self.say(digits(f"نشان: {counts.bookmarks}، یادداشت: {counts.notes}"))
        self.picture("4-note")

    def pages(self) -> None:
        """Every page and panel tab, in every theme."""
        window, context = self.window, self.window.context
        for theme in THEMES:
            self.prefix = f"{self.prefix.split('-')[0]}-{theme}-"
            context.theme.set_name(theme)
            window.navigator.go(Place("home"))
            self.picture("home")
            window.navigator.go(Place("axis", "infrastructure", "infrastructure-2"))
            window.focus_page()
            self.picture("axis")
            window.axis.set_verbatim(True)
            self.picture("verbatim")
            window.axis.set_verbatim(False)
            window.open_item("economy-8")
            window.open_panel()
            for tab in window.panel.tab_names():
                window.panel.show_tab(tab)
                self.picture(f"panel-{tab}")
            window.panel.show_tab("notes")
            if window.drawer_form:
                window.toggle_panel()
            self._search_pictures()

    def _search_pictures(self) -> None:
        self.search("زیرساخت فناوری")
        self.picture("search")
        self.search("ژژژژ قققق")
        self.picture("search-empty")
        self.window.leave_search()
        self.window.palette_.open()
        self.window.palette_.box.setText("ایمن")
        self.wait(400)
        self.picture("palette")
        self.window.palette_.close_palette()


def _open(folder: Path, user_folder: Path | str) -> Tourist:
    prepare_application(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    window = build_window(open_context(user_paths(user_folder)))
    window.begin()
    window.resize(1366, 768)
    window.show()
    open_engine(window.context)
    return Tourist(window, folder)


def _close(tourist: Tourist) -> None:
    tourist.window.close()
    close_context(tourist.window.context)


def run_tour(folder: Path, user_folder: Path | None) -> int:
    """The tour with a store of its own unless one is named; exit code."""
    with tempfile.TemporaryDirectory() as own:
        try:
            tourist = _open(folder, user_folder or own)
            tourist.tour()
            _close(tourist)
        except KnownError as error:
            return refuse(error)
    tourist.say(f"تصویرها در {folder}")
    return 0


def render_pages(folder: Path, size: str) -> int:
    """Every page at one size; the pixel ratio comes from QT_SCALE_FACTOR."""
    with tempfile.TemporaryDirectory() as own:
        tourist = _open(folder, own)
        tourist.window.resize(*SIZES[size][:2])
        tourist.prefix = f"{size}-"
        tourist.window.context.reader.toggle_bookmark("infrastructure-2")
        tourist.window.context.reader.add_note("infrastructure-2", NOTE, (21, 55))
        tourist.pages()
        _close(tourist)
    return 0


def main() -> int:
    """`python -m desktop.tour FOLDER` renders every page at every size, each in its own process."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    if len(sys.argv) > 2:
        return render_pages(folder, sys.argv[2])
    for size, (_, _, scale) in SIZES.items():
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, "-m", "desktop.tour", str(folder), size]
        subprocess.run(command, env=environment, check=True)
    return 0


if __name__ == "__main__":
    code = main()
    QApplication.processEvents()
    sys.exit(code)
