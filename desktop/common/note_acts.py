"""What can be done with marks in any list: open, recolour, move to a meeting, delete."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from db.user.models import Annotation, Colour
from desktop.common.context import Context
from desktop.common.icons import icon
from desktop.common.menus import show_menu
from desktop.common.note_entries import axis_of, day_text, item_of
from desktop.common.place import Place

COLOURS = {
    Colour.YELLOW: "زرد",
    Colour.GREEN: "سبز",
    Colour.BLUE: "آبی",
    Colour.PINK: "صورتی",
}


def item_place(context: Context, item_id: str, note: Annotation | None = None) -> Place:
    """Where an item stands in its axis, with the words a note is about marked."""
    slug = axis_of(context, item_id)
    if slug == item_id:
        return Place("axis", slug)
    if note is None or note.selector is None or context.reader.is_lost(note):
        return Place("axis", slug, item_id)
    from db.search.models import Span

    span = Span(note.selector.start, note.selector.end)
    return Place("axis", slug, item_id, {item_id: (span,)})


def first_item(context: Context, item_id: str) -> str:
    """The item itself, or the first one of the axis a mark stands on."""
    slug = axis_of(context, item_id)
    return item_id if item_of(context, item_id) else context.reference.items_of_axis(slug)[0].id


class NoteActs(QObject):
    """Acts on notes and bookmarks by their uuids; each is saved, told and can be undone."""

    place_wanted = Signal(object)
    edit_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent
        self._store = context.reader.store

    @Slot(str)
    def open(self, uuid: str) -> None:
        """Go to the item a mark stands on."""
        note = self._store.annotation(uuid)
        item_id = note.item_id if note else self._bookmarks().get(uuid, "")
        if item_id:
            self.place_wanted.emit(item_place(self._context, item_id, note))

    @Slot(tuple)
    def delete(self, uuids: Sequence[str]) -> None:
        """Move marks to the trash."""
        tell, bookmarks = self._context.reader.tell, self._bookmarks()
        for uuid in uuids:
            if uuid in bookmarks:
                tell(self._store.remove_bookmark(uuid).change)
        notes = [uuid for uuid in uuids if uuid not in bookmarks]
        if len(notes) == 1:
            tell(self._store.delete_annotation(notes[0]).change)
        elif notes:
            tell(self._store.delete_annotations(notes).change)

    def recolour(self, uuid: str, colour: Colour) -> None:
        self._context.reader.tell(self._store.edit_annotation(uuid, colour=colour).change)

    def close_remark(self, uuid: str, closed: bool) -> None:
        self._context.reader.tell(self._store.close_remark(uuid, closed=closed).change)

    def move(self, uuids: Sequence[str], meeting: str | None) -> None:
        """Let marks belong to a meeting, or to none."""
        self._context.reader.tell(self._store.move_to_meeting(uuids, meeting).change)

    def copy(self, note: Annotation) -> None:
        QGuiApplication.clipboard().setText(
            note.note or (note.selector.exact if note.selector else "")
        )
        self.said.emit("یادداشت کپی شد")

    def _bookmarks(self) -> dict[str, str]:
        return {mark.uuid: mark.item_id for mark in self._store.all_bookmarks()}

    def menu(self, uuids: Sequence[str]) -> QMenu:
        """The menu for the chosen marks."""
        menu, tokens = QMenu(self._parent), self._context.theme.tokens
        note = self._store.annotation(uuids[0]) if len(uuids) == 1 else None
        if len(uuids) == 1:
            menu.addAction("دیدن در متن", lambda: self.open(uuids[0]))
        if note:
            self._add_note_acts(menu, note)
        self.add_meetings(menu, uuids)
        menu.addSeparator()
        trash = icon("trash-2", tokens.muted, 18)
        menu.addAction(trash, "حذف", lambda: self.delete(uuids))
        return menu

    def _add_note_acts(self, menu: QMenu, note: Annotation) -> None:
        pencil = icon("pencil", self._context.theme.tokens.muted, 18)
        menu.addAction(pencil, "ویرایش", lambda: self.edit_wanted.emit(note.uuid))
        menu.addAction("کپی", lambda: self.copy(note))
        if note.selector:
            self.add_colours(menu.addMenu("تغییر رنگ"), note.uuid)
        closed = note.closed is not None
        text = "باز کردن پیگیری" if closed else "بستن پیگیری"
        menu.addAction(text, lambda: self.close_remark(note.uuid, not closed))

    def add_colours(self, menu: QMenu, uuid: str) -> None:
        """The four colours, each with a patch of itself."""
        for colour, title in COLOURS.items():
            patch = icon("square", self._context.theme.tokens.highlight(colour), 18, filled=True)
            menu.addAction(patch, title, partial(self.recolour, uuid, colour))

    def add_meetings(self, menu: QMenu, uuids: Sequence[str]) -> None:
        """A submenu of the meetings marks can be moved to."""
        meetings = self._store.meetings()[:15]
        if not meetings:
            return
        inner = menu.addMenu("بردن به جلسه")
        for one in meetings:
            title = f"{one.title}، {day_text(one.date)}"
            inner.addAction(title, partial(self.move, uuids, one.uuid))
        inner.addSeparator()
        inner.addAction("بیرون از جلسه", lambda: self.move(uuids, None))

    def run_menu(self, uuids: Sequence[str], spot: QPoint) -> None:
        menu = self.menu(uuids)
        show_menu(menu, spot)
