"""«جلسه‌ها»: every meeting with what was marked in it."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from db.user.models import Meeting
from db.user.note_filter import NoteFilter
from desktop.common.context import Context
from desktop.common.entry_rows import Entry, Heading, Pill, Row
from desktop.common.note_entries import bookmark_entry, day_text, note_entries
from desktop.common.persian import digits
from desktop.common.saving import MEETING
from desktop.common.two_lists import TwoLists
from desktop.meeting.dialog import MeetingDialog


class MeetingPage(TwoLists):
    """Meetings at the right, the marks of the current one beside them.

    `set_aside` names the draft of a dialog that was left unfinished.
    """

    set_aside = Signal(str)

    def __init__(self, context: Context) -> None:
        names = "جلسه‌ها", "ثبت‌شده‌های این جلسه"
        super().__init__(context, "جلسه‌ها", "messages-square", names, 280)
        self.meetings, self.marks = self.owners, self.owned
        self.start_button = self.head.add_primary("plus", "جلسه‌ی تازه…")
        self.empty.say(
            "هنوز جلسه‌ای آغاز نکرده‌اید",
            "تا جلسه‌ای باز است، هر یادداشت، رنگ یا نشان به همان جلسه پیوند می‌خورد.",
        )
        self.start_button.clicked.connect(lambda: self.write(""))
        self.meetings.edit_wanted.connect(self.write)
        self.marks.opened.connect(self.acts.open)
        self.marks.delete_wanted.connect(self.acts.delete)
        self.marks.menu_wanted.connect(self._open_mark_menu)

    def stops(self) -> tuple[QWidget, ...]:
        return (self.start_button, *super().stops())

    def read_owners(self) -> None:
        found = self.context.reader.store.meetings()
        counts = self.context.reader.store.mark_counts("meeting")
        self.meetings.feed([_meeting_entry(one, counts.get(one.uuid, 0)) for one in found])
        self.show_count(f"{digits(len(found))} جلسه", some=bool(found))

    def rows_of(self, owner: str) -> Iterator[Row]:
        store, chosen = self.context.reader.store, NoteFilter(meeting=owner)
        marks = [mark for mark in store.all_bookmarks() if mark.meeting == owner]
        count = store.count_notes(chosen)
        if not count and not marks:
            yield Heading("در این جلسه چیزی ثبت نشده است")
        if count:
            yield Heading("یادداشت‌ها و رنگ‌ها", f"{digits(count)} مورد")
            yield from note_entries(self.context, chosen)
        if marks:
            yield Heading("نشان‌ها", f"{digits(len(marks))} نشان")
            for mark in marks:
                yield bookmark_entry(self.context, mark)

    @Slot(str)
    def write(self, uuid: str) -> None:
        """Ask for title, day and attendees of a new meeting, or correct those of one."""
        slot = f"{MEETING}{uuid}"
        dialog = MeetingDialog(self.context, self.window(), self._meeting(uuid), slot)
        dialog.saved.connect(self._go_on_with)
        dialog.set_aside.connect(self.set_aside)
        dialog.open()
        dialog.title.setFocus()

    @Slot(str)
    def _go_on_with(self, uuid: str) -> None:
        self.meetings.choose(uuid)
        self.meetings.setFocus()  # which the sign of an empty page could not give back

    def _meeting(self, uuid: str) -> Meeting | None:
        found = self.context.reader.store.meetings()
        return next((one for one in found if one.uuid == uuid), None)

    @Slot(str)
    def delete(self, uuid: str) -> None:
        """Move a meeting to the trash; its marks stay."""
        self.context.reader.tell(self.context.reader.store.delete_meeting(uuid).change)

    def menu(self, uuid: str) -> QMenu:
        """What can be done with a meeting."""
        menu, store, one = QMenu(self), self.context.reader.store, self._meeting(uuid)
        if one is None:
            return menu
        tell = self.context.reader.tell
        if one.is_running:
            menu.addAction("توقف", lambda: tell(store.pause_meeting(uuid).change))
        else:
            menu.addAction("ادامه‌ی جلسه", lambda: tell(store.resume_meeting(uuid).change))
        if not one.ended:
            menu.addAction("پایان جلسه", lambda: tell(store.end_meeting(uuid).change))
        menu.addAction("ویرایش…", lambda: self.write(uuid))
        menu.addSeparator()
        menu.addAction("حذف جلسه", lambda: self.delete(uuid))
        return menu

    def _open_mark_menu(self, key: str, spot: QPoint) -> None:
        keys = self.marks.chosen_keys()
        self.acts.run_menu(keys if key in keys else (key,), spot)


def _meeting_entry(one: Meeting, count: int) -> Entry:
    state = ("پایان‌یافته", "plain") if one.ended else ("متوقف", "warn")
    if one.is_running:
        state = ("در جریان", "ok")
    return Entry(
        key=one.uuid,
        title=one.title,
        below=" · ".join(filter(None, (day_text(one.date), "، ".join(one.attendees)))),
        icon="messages-square",
        tone="accent",
        pills=(Pill(state[0], state[1]), Pill(f"{digits(count)} مورد")),
    )
