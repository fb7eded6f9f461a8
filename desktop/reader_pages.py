"""Adds the pages of the reader's own data to the window, with their acts and lines in the rail."""

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from db.errors import KnownError
from db.user.models import Change
from desktop.backup.keeper import BackupKeeper
from desktop.common.actions import Act
from desktop.common.page import Page
from desktop.common.persian import digits
from desktop.common.place import Place, RailEntry
from desktop.main_window import MainWindow
from desktop.meeting_acts import MeetingActs
from desktop.row_menu import RowMenu
from desktop.shell.elsewhere import Elsewhere
from desktop.unfinished import Unfinished
from desktop.writing_acts import WritingActs

if TYPE_CHECKING:
    from desktop.backup.page import BackupPage
    from desktop.notes.page import NotesPage

_TAKEN_BACK = "برگردانده شد"
_RUNNING = "running"
_RAIL = (
    ("bookmarks", "نشان‌شده‌ها", "bookmark"),
    ("notes", "یادداشت‌های من", "notebook-pen"),
    ("tags", "برچسب‌ها", "tag"),
    ("meetings", "جلسه‌ها", "messages-square"),
)


class ReaderPages(QObject):
    """Connects the pages to the window; their insides are their own."""

    def __init__(self, window: MainWindow, rows: RowMenu) -> None:
        super().__init__(window)
        self._window = window
        rows.groups.append(("act.note_full", "act.tag"))
        context = window.context
        meetings = MeetingActs(window)
        self.unfinished = Unfinished(window, meetings.strip, lambda: self.notes, meetings.write)
        self.keeper = BackupKeeper(context, window.banner.say, self)
        self.keeper.purged.connect(
            lambda count: window.status.say(f"{digits(count)} حذف‌شده‌ی کهنه برای همیشه پاک شد")
        )
        self.elsewhere = Elsewhere(context.reader, context.paths.database, self)
        self._add_pages()
        self._add_places()
        WritingActs(window)
        self._add_file_acts()
        self._connect()
        self.count()

    def _add_pages(self) -> None:
        makers = (self._bookmarks, self._notes, self._tags, self._meetings)
        for (name, title, icon), make in zip(_RAIL, makers, strict=True):
            self._window.add_page(name, make, RailEntry(Place(name), title, icon))
        self._window.add_page("trash", self._trash)
        self._window.add_page("backups", self._backups)

    def _bookmarks(self) -> Page:
        from desktop.bookmarks.page import BookmarksPage

        return BookmarksPage(self._window.context)

    def _notes(self) -> Page:
        from desktop.notes.page import NotesPage

        page = NotesPage(self._window.context)
        page.rearranged.connect(self._window.arrange)
        page.set_aside.connect(self.unfinished.offer)
        return page

    def _tags(self) -> Page:
        from desktop.bookmarks.tags_page import TagsPage

        page = TagsPage(self._window.context)
        page.note_edit_wanted.connect(self._edit_note)
        return page

    def _meetings(self) -> Page:
        from desktop.meeting.page import MeetingPage

        page = MeetingPage(self._window.context)
        page.note_edit_wanted.connect(self._edit_note)
        page.set_aside.connect(self.unfinished.offer)
        return page

    def _trash(self) -> Page:
        from desktop.trash.page import TrashPage

        return TrashPage(self._window.context)

    def _backups(self) -> Page:
        from desktop.backup.page import BackupPage

        page = BackupPage(self._window.context)
        page.failed.connect(self._window.banner.say)
        page.moved.connect(lambda _: self._window.close())
        self.keeper.kept.connect(page.refresh_shown)
        return page

    @property
    def notes(self) -> "NotesPage":
        return cast("NotesPage", self._window.navigator.page_named("notes"))

    @property
    def backups(self) -> "BackupPage":
        return cast("BackupPage", self._window.navigator.page_named("backups"))

    @Slot(str)
    def _edit_note(self, uuid: str) -> None:
        self.notes.edit(uuid)

    def _connect(self) -> None:
        reader = self._window.context.reader
        reader.acted.connect(self.tell)
        reader.changed.connect(lambda _: self.count())

    def _go(self, page: str, key: str = "") -> None:
        self._window.visit(Place(page, key))

    def _add_places(self) -> None:
        add = self._window.actions_.add
        more = (
            ("notes", "map", "نقشه‌ی پوشش یادداشت‌ها", "map"),
            ("trash", "", "حذف‌شده‌ها", "trash-2"),
            ("backups", "", "پشتیبان‌ها", "archive-restore"),
        )
        places = [(page, "", title, icon) for page, title, icon in _RAIL]
        for number, (page, key, title, icon) in enumerate([*places, *more]):
            name = f"go.{page}_{key}" if key else f"go.{page}"
            add(Act(name, title, "go", 500 + number, (), icon), partial(self._go, page, key))

    def _add_file_acts(self) -> None:
        add = self._window.actions_.add
        copy = Act("file.backup", "پشتیبان‌گیری از یادداشت‌ها", "file", 500, (), "save")
        add(copy, lambda: self.backups.make())
        back = Act("file.restore", "بازیابی از پشتیبان…", "file", 501, (), "archive-restore")
        add(back, partial(self._go, "backups"))
        folder = Act("file.folder", "باز کردن پوشه‌ی داده", "file", 502, (), "folder-open")
        add(folder, lambda: self.backups.open_folder())

    @Slot(object)
    def tell(self, change: Change) -> None:
        """Say each act where it can be taken back."""
        if not change.rows and not change.whole:
            return
        undo = None if change.label.startswith(_TAKEN_BACK) else self._window.undoing.undo
        self._window.toast.say(change.label, undo)

    @Slot()
    def count(self) -> None:
        """Numbers in the rail."""
        reader, rows = self._window.context.reader, self._window.rail.rows
        store = reader.store
        counts = {
            "bookmarks": len(store.bookmarked_items()),
            "notes": reader.counts().notes,
            "tags": len(store.tag_names()),
            "meetings": len(store.meetings()),
        }
        for page, count in counts.items():
            rows.set_count(Place(page), count)

    def begin(self) -> None:
        """Before the window is shown: take up what a crash left unfinished."""
        if self._window.context.reader.recall(_RUNNING):
            self.unfinished.take_up()

    @Slot()
    def watch(self) -> None:
        """When it is painted: have the file looked at if that could wait, then keep watch."""
        wholeness = self._window.context.reader.store.wholeness
        if wholeness is None or wholeness.known:
            self._keep_watch()
            return
        self._window.context.background.run(
            "whole", wholeness.require, lambda _: self._keep_watch(), self._window.banner.say
        )

    def _keep_watch(self) -> None:
        with suppress(KnownError):
            self._window.context.reader.remember(_RUNNING, "1")
        self.keeper.begin()
        self.elsewhere.begin()

    def end(self) -> None:
        """The program was closed as it should be."""
        with suppress(KnownError):
            self._window.context.reader.remember(_RUNNING, "")
