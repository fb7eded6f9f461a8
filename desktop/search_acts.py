"""What search does outside its own page: its keys, and what becomes of the notes it found."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from db.record import replace
from desktop.common.actions import Act
from desktop.common.menus import show_menu
from desktop.common.note_acts import NoteActs, item_place
from desktop.common.note_entries import item_of
from desktop.common.place import Place
from desktop.common.walk import Walk
from desktop.main_window import MainWindow
from desktop.search.question import ACCEPT_KEYS, INSIST_KEYS
from desktop.search.rows import NOTED
from desktop.walking import Walking

if TYPE_CHECKING:
    from db.search.models import NoteHit
    from desktop.bookmarks.page import BookmarksPage
    from desktop.notes.page import NotesPage


class SearchActs(QObject):
    """Knows the pages that notes, tags, collections and meetings are opened on."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        Walking(window)
        add = window.actions_.add
        accept = Act("search.accept", "پذیرفتن پیشنهاد جست‌وجو", "edit", 303, (ACCEPT_KEYS,))
        insist = Act("search.insist", "جست‌وجوی همان که نوشتم", "edit", 304, (INSIST_KEYS,))
        add(accept, lambda: window.search.offers.accept())
        add(insist, lambda: window.search.offers.insist())
        for act in (accept, insist):
            window.actions_[act.key].setEnabled(False)
        self._notes = NoteActs(window.context, window)
        self._notes.place_wanted.connect(window.visit)
        self._notes.edit_wanted.connect(self._edit)
        self._notes.said.connect(window.status.say)
        window.navigator.when_made("search", self._fit)

    def _fit(self) -> None:
        self._window.search.finds.note_wanted.connect(self.open_note)
        self._window.search.note_menu_wanted.connect(self._open_menu)
        self._window.search.list.note_edit_wanted.connect(self._edit)
        self._window.search.list.note_delete_wanted.connect(self._notes.delete)
        self._window.arranged.connect(self._keep_states)

    @Slot()
    def _keep_states(self) -> None:
        """Both answer a question, and only where it stands."""
        page = self._window.search
        asked = page.isVisible() and bool(page.offers.suggestion)
        self._window.actions_["search.accept"].setEnabled(asked)
        insisted = page.inquiry.is_literal
        self._window.actions_["search.insist"].setEnabled(asked and not insisted)

    @Slot(object)
    def open_note(self, walk: Walk) -> None:
        """Go to where the text of the reader's stands that a walk is at, the keyboard on it."""
        hit = walk.note
        if hit is None:
            return
        open_one = {
            "annotation": self._open_annotation,
            "bookmark": self._open_bookmark,
            "collection": self._open_collection,
        }.get(hit.kind, self._open_other)
        open_one(hit, walk)

    @Slot(object, QPoint)
    def _open_menu(self, hit: "NoteHit", spot: QPoint) -> None:
        if hit.kind in NOTED:
            self._notes.run_menu((hit.uuid,), spot)
            return
        menu = QMenu(self._window)
        menu.addAction("باز کردن", lambda: self._open_from_menu(hit))
        menu.addAction("کپی نام", lambda: self._copy(hit.text))
        show_menu(menu, spot)

    def _open_from_menu(self, hit: "NoteHit") -> None:
        if walk := self._window.search.finds.walk(hit.uuid):
            self.open_note(walk)

    def _copy(self, name: str) -> None:
        QGuiApplication.clipboard().setText(name)
        self._window.status.say("نام کپی شد")

    @Slot(str)
    def _edit(self, uuid: str) -> None:
        cast("NotesPage", self._window.navigator.page_named("notes")).edit(uuid)

    def _go(self, place: Place, walk: Walk) -> None:
        """The finds stay marked, and F3 leads on from there."""
        self._window.navigator.go(replace(place, hits=walk.hits | place.hits, walk=walk))

    def _open_annotation(self, hit: "NoteHit", walk: Walk) -> None:
        window = self._window
        note = window.context.reader.store.annotation(hit.uuid)
        if note is None or note.deleted is not None:
            window.status.say("این یادداشت دیگر نیست.")
            return
        self._go(item_place(window.context, note.item_id, note), walk)
        if item_of(window.context, note.item_id) is None:
            # The panel shows items; what stands on a whole axis is read in its own dialog.
            self._edit(hit.uuid)
            return
        window.panel_place.open()
        window.panel.show_tab("notes")
        window.panel.notes.seek(hit.uuid, hit.spans)

    def _open_bookmark(self, hit: "NoteHit", walk: Walk) -> None:
        if hit.item_id:
            self._go(item_place(self._window.context, hit.item_id), walk)
            self._window.panel_place.open()
            self._window.panel.arrive()
            self._window.panel.bookmark_note.begin()

    def _open_collection(self, hit: "NoteHit", walk: Walk) -> None:
        self._go(Place("bookmarks"), walk)
        page = cast("BookmarksPage", self._window.navigator.page_named("bookmarks"))
        page.tree.choose(hit.uuid)
        self._window.focus_page()

    def _open_other(self, hit: "NoteHit", walk: Walk) -> None:
        self._go(Place(f"{hit.kind}s", hit.uuid), walk)
        self._window.focus_page()
