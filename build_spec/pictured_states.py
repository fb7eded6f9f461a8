"""States that a fresh window does not show: nothing kept yet, very much kept, dialogs, notices."""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QScrollArea

from build_spec.still import hold_still, reader_folder, tidy
from db.paths import user_paths
from db.user.models import RemarkKind
from desktop.app import close_context, open_context, stand
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.reader import Reader
from desktop.common.theme import prepare_application
from desktop.notes.page import NotesPage
from desktop.quote.dialog import QuoteDialog
from desktop.tour import Tourist, close_tourist

LONG_NOTE = "یادداشت بلندی که جمله‌هایش یکی پس از دیگری می‌آید. " * 400
CHAIR = "رئیس کمیسیون"
LONG_TAG = "پیگیری‌های کمیسیون برنامه و بودجه درباره‌ی سهم هزینه‌های شهروندان"
QUOTES = {
    "exact": "توسعه‌ی اقتصادی شهر مبتنی بر فناوری‌های نوظهور، نرم و پاک",
    "different": "توسعه اقتصادی کشور مبتنی بر فناوری های نوظهور و نرم",
    "not-found": "این جمله در هیچ جای سند نیست",
}
_DIALOG_AFTER_MS, _AGAIN_MS = 700, 50


def grab_dialog(tourist: Tourist, name: str, ask: Callable[[], object]) -> None:
    """Ask for a dialog, take its picture when it stands and all answers are there, and close it."""
    done = QEventLoop()

    def grab() -> None:
        dialogs = tuple(_shown_dialogs(tourist))
        waiting = [dialog for dialog in dialogs if not dialog.isActiveWindow()]
        for dialog in waiting:
            dialog.activateWindow()
        if waiting or tourist.window.context.background.busy:
            QTimer.singleShot(_AGAIN_MS, grab)
            return
        for dialog in dialogs:
            dialog.grab().save(str(tourist.folder / f"{tourist.prefix}{name}.png"))
            dialog.close()
        tourist.window.activateWindow()  # where no window manager does
        QTimer.singleShot(0, done.quit)

    tidy(tourist.window)
    QTimer.singleShot(_DIALOG_AFTER_MS, grab)
    ask()
    done.exec()


def _shown_dialogs(tourist: Tourist) -> Iterator[QDialog]:
    return (one for one in tourist.window.findChildren(QDialog) if one.isVisible())


def fill(reader: Reader) -> None:
    """500 notes on one item, a note of 20,000 letters, a tag of 60, a meeting, a collection."""
    store = reader.store
    for number in range(500):
        store.add_annotation("economy-8", note=f"یادداشت {digits(number + 1)} بر بلندترین جهت‌گیری")
    store.add_annotation("transport-3", note=LONG_NOTE[:20_000], tags=(LONG_TAG, "فاوا"))
    store.set_item_tags("infrastructure-2", (LONG_TAG, "فاوا"))
    letters = store.create_collection("برای نامه‌ی مرداد").value.uuid
    store.add_bookmark("economy-9", note="سهم‌ها را با بودجه بسنجیم", collection=letters)
    store.add_bookmark("economy-8")
    for item_id in ("economy-vision", "culture-3"):
        store.delete_annotation(store.add_annotation(item_id, note="پاک‌شده").value.uuid)
    store.start_meeting("نشست سوم کمیسیون", date(2026, 11, 24), (CHAIR, "نماینده‌ی شهرداری"))
    for kind in RemarkKind:
        store.add_annotation("environment-15", note="نوشته‌ی جلسه", kind=kind, speaker=CHAIR)
    reader.mark_read(("economy-1", "economy-2", "transport-1"), read=True)
    reader.renew()


class States:
    """Leads a window through its states in the theme it has."""

    def __init__(self, tourist: Tourist) -> None:
        self._tourist, self._window = tourist, tourist.window

    def nothing_kept(self) -> None:
        """Before the first bookmark and note."""
        for page in ("home", "bookmarks", "notes", "compare"):
            self._window.navigator.go(Place(page))
            tidy(self._window)
            self._tourist.picture(f"empty-{page}")

    def hints(self) -> None:
        """The second sentence of the first day; the first is on the pictures before."""
        window, settings = self._window, self._window.context.settings
        tidy(window)
        settings["hints_seen"] = "search"
        window.navigator.go(Place("home"))
        window.navigator.go(Place("axis", "transport", "transport-0"))
        self._tourist.picture("hint-row")
        settings["hints_seen"] = "search,row,present"

    def much_kept(self) -> None:
        """Pages of a reader who has kept very much."""
        for page in ("home", "bookmarks", "notes", "notes-map", "tags", "meetings", "trash"):
            name, _, key = page.partition("-")
            self._window.navigator.go(Place(name, key))
            tidy(self._window)
            self._tourist.picture(f"full-{page}", 400)
        self._window.actions_["file.backup"].trigger()
        self._window.navigator.go(Place("backups"))
        self._tourist.picture("full-backups", 1500)
        self._filters()
        for item_id in ("economy-8", "transport-3", "economy-9"):
            self._item(item_id)

    def _filters(self) -> None:
        self._window.navigator.go(Place("notes"))
        tidy(self._window)
        notes = self._window.navigator.page_named("notes")
        assert isinstance(notes, NotesPage)
        notes.more_chip.setChecked(True)
        self._tourist.picture("notes-filters")
        notes.more_chip.setChecked(False)

    def _item(self, item_id: str) -> None:
        window = self._window
        window.open_item(item_id)
        tidy(window)
        window.focus_page()
        self._tourist.picture(f"full-axis-{item_id}", 300)
        window.panel_place.open()
        window.panel.show_tab("notes")
        self._tourist.picture(f"full-panel-{item_id}", 300)

    def acts(self) -> None:
        """A toast, the line of a meeting, the palette for a code, completions of the search box."""
        window, picture = self._window, self._tourist.picture
        window.open_item("transport-4")
        tidy(window)
        window.context.reader.toggle_bookmark("transport-4")
        picture("toast")
        tidy(window)
        window.actions_["meeting.capture"].trigger()
        picture("capture")
        tidy(window)
        palette = window.palette_
        palette.open()
        palette.box.setText("۲۱")
        picture("palette-code", 400)
        palette.close_palette()
        box = window.search_box
        box.setFocus()
        box.setText("حمل")
        box.textEdited.emit("حمل")
        picture("completions", 900)
        window.way_back.leave_search()
        tidy(window)

    def dialogs(self) -> None:
        """Everything that opens above the window, besides the system's own dialogs."""
        tourist, window = self._tourist, self._window
        window.open_item("economy-2")
        asked = {
            "note-editor": "act.note_full",
            "item-tags": "act.tag",
            "meeting-dialog": "meeting.start",
        }
        for name, act in asked.items():
            grab_dialog(tourist, name, window.actions_[act].trigger)
        for name, text in QUOTES.items():
            quote = window.actions_["tools.quote"]
            QTimer.singleShot(0, partial(self._quote, text))
            grab_dialog(tourist, f"quote-{name}", quote.trigger)
        self._tourist.search("پسماند")
        grab_dialog(tourist, "print-search", window.actions_["file.print"].trigger)
        window.way_back.leave_search()

    def _quote(self, text: str) -> None:
        for dialog in _shown_dialogs(self._tourist):
            if isinstance(dialog, QuoteDialog):
                dialog.set_text(text)

    def templates(self) -> None:
        """The end of the settings, where citations get a form of the reader's own."""
        window = self._window
        window.navigator.go(Place("settings"))
        tidy(window)
        self._tourist.wait()
        area = window.navigator.page_named("settings").findChild(QScrollArea)
        assert area is not None
        bar = area.verticalScrollBar()
        for part, share in (("template", 2), ("end", 1)):
            bar.setValue(bar.maximum() // share)  # it may have grown since
            self._tourist.picture(f"settings-{part}")

    def everything(self) -> None:
        for part in (self.hints, self.much_kept, self.acts, self.dialogs, self.templates):
            part()


def after_a_crash(folder: Path, size: str, form: tuple[int, int], theme: str) -> None:
    """A window that finds a broken file of settings and words that nobody finished."""
    prepare_application(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    hold_still()
    with reader_folder(f"{size}-{theme}-crashed") as own:
        before = open_context(user_paths(own))
        before.reader.store.save_draft("economy-2", "economy-2", "نوشته‌ای که برق رفت و نیم")
        before.reader.remember("running", "1")
        close_context(before)
        (own / "settings.toml").write_text("theme = ", "utf-8")
        tourist = Tourist(stand(open_context(user_paths(own))), folder, f"{size}-{theme}-")
        tourist.window.resize(*form)
        tourist.window.show()
        tourist.window.context.theme.set_name(theme)
        tidy(tourist.window)
        tourist.picture("after-a-crash", 1200)
        close_tourist(tourist)
