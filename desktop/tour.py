"""A short tour of the real window, for machines without a display."""

import sys
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from db.cli.output import prepare_streams
from db.errors import KnownError
from db.paths import user_paths
from desktop.app import build_window, close_context, open_context, open_engine, refuse
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.theme import prepare_application
from desktop.main_window import MainWindow
from desktop.printing.dialog import PrintDialog

NOTE = "در دستور جلسه‌ی بعد بیاید."
QUERY = "پسماند"
_PAUSE = 20  # milliseconds
_LAYOUTS = 6  # passes in which a slow machine lays out what has just been shown


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

    def picture(self, name: str, after: int = 160) -> None:
        """Save what the window shows, once all answers are there and all is laid out."""
        self.wait(after)
        while self.window.context.background.busy:
            self.wait(_PAUSE)
        for _ in range(_LAYOUTS):
            QApplication.processEvents()
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
        """Open an axis, search, bookmark, write a note, print it into a file."""
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
        self.export(self.folder / "5-printed.pdf")

    def export(self, path: Path) -> None:
        """Print what is shown, with the note, into a file by the print dialog."""
        QTimer.singleShot(0, partial(self._save_pdf, path))
        self.window.actions_["file.print"].trigger()
        if not path.exists():
            raise KnownError(f"پرونده‌ی «{path}» نوشته نشد.")
        self.say(f"چاپ در {path.name}")

    def _save_pdf(self, path: Path) -> None:
        dialog = self.window.findChild(PrintDialog)
        assert dialog is not None
        dialog.with_notes.setChecked(True)
        dialog.save_pdf(path)
        dialog.close()


def open_tourist(folder: Path, user_folder: Path | str) -> Tourist:
    prepare_application(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    window = build_window(open_context(user_paths(user_folder)))
    window.begin()
    window.resize(1366, 768)
    window.show()
    open_engine(window.context, window, window.context.finder.follow)
    return Tourist(window, folder)


def close_tourist(tourist: Tourist) -> None:
    tourist.window.close()
    close_context(tourist.window.context)


def run_tour(folder: Path, user_folder: Path | None) -> int:
    """The tour with a store of its own unless one is named; exit code."""
    prepare_streams()
    with tempfile.TemporaryDirectory() as own:
        try:
            tourist = open_tourist(folder, user_folder or own)
            tourist.tour()
            close_tourist(tourist)
        except KnownError as error:
            return refuse(error)
    tourist.say(f"تصویرها در {folder}")
    return 0
