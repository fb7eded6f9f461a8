"""Takes up what was left unfinished in any editor: after a crash, and when it is asked for."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from desktop.common.menus import show_menu
from desktop.common.note_entries import draft_place, draft_title, item_of
from desktop.common.persian import digits, rtl, verbatim
from desktop.common.saving import BOOKMARK, CAPTURE, EDIT, MEETING
from desktop.main_window import MainWindow
from desktop.meeting.strip import MeetingStrip

if TYPE_CHECKING:
    from desktop.notes.page import NotesPage


class Unfinished(QObject):
    """Opens each draft where it was typed; where that is gone, in the dialog of a new note."""

    def __init__(
        self,
        window: MainWindow,
        strip: MeetingStrip,
        notes: Callable[[], "NotesPage"],
        write_meeting: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._strip, self._notes = window, strip, notes
        self._write_meeting = write_meeting
        self._context = window.context
        window.navigator.when_made(
            "home", lambda: window.home.unfinished_wanted.connect(self.choose)
        )

    def take_up(self) -> None:
        """Open what was being written when the program stopped, and say what else was."""
        drafts = self._context.saving.drafts()
        if not drafts:
            return
        # In one line: a break within the bracket would part the axis from the number.
        where = draft_place(self._context, drafts[0]).replace(" ", "\u00a0")
        told = f"برنامه بار پیش ناگهان بسته شد. نوشته‌ی ناتمام شما ({where}) برگشت."
        if len(drafts) > 1:
            others = digits(len(drafts) - 1)
            told += f" {others} نوشته‌ی نیمه‌کاره‌ی دیگر در صفحه‌ی خانه است."
        go_on = partial(self.reopen, drafts[0].slot)
        self._window.banner.reassure(told, "ادامه‌ی نوشتن", go_on)
        go_on()

    def offer(self, slot: str) -> None:
        """Say that a text left unfinished is kept, with the way back to it."""
        told = "نوشته‌ی ناتمام نگه داشته شد."
        self._window.toast.offer(told, "ادامه‌ی نوشتن", partial(self.reopen, slot))

    @Slot()
    def choose(self) -> None:
        """Open the only draft, or the one chosen from a menu."""
        drafts = self._context.saving.drafts()
        if len(drafts) == 1:
            self.reopen(drafts[0].slot)
            return
        menu = QMenu(self._window)
        for draft in drafts:
            title = rtl(draft_title(self._context, draft))
            menu.addAction(verbatim(title), partial(self.reopen, draft.slot))
        show_menu(menu, QCursor.pos())

    def reopen(self, slot: str) -> None:
        """Go on writing a draft."""
        draft = self._context.saving.draft(slot)
        if draft is None:
            return
        item_id, uuid = draft.item_id, slot.removeprefix(EDIT)
        if slot.startswith(MEETING):
            self._write_meeting(slot.removeprefix(MEETING))
        elif slot == item_id and item_of(self._context, item_id):
            self._open(item_id)
            self._window.panel.show_tab("notes")
            self._window.panel.notes.composer.begin()
        elif slot.startswith(BOOKMARK) and self._has_line(item_id):
            self._window.panel.bookmark_note.begin()
        elif slot.startswith(CAPTURE) and self._strip.takes_remarks:
            self._strip.open_capture(item_id)
        elif slot.startswith(EDIT) and self._context.reader.note(uuid):
            self._notes().edit(uuid)
        else:
            self._notes().write(item_id, slot)

    def _open(self, item_id: str) -> None:
        self._window.open_item(item_id)
        self._window.panel_place.open()

    def _has_line(self, item_id: str) -> bool:
        """Whether the panel shows the line beside the bookmark of an item, after going there."""
        if not item_of(self._context, item_id):
            return False
        self._open(item_id)
        line = self._window.panel.bookmark_note
        return line.isVisibleTo(self._window.panel)
