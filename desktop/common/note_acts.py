"""What can be done with marks in any list: open, recolour, move to a meeting, delete."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from db.user.models import Annotation, Bookmark, Colour, Mark
from desktop.common.context import Context
from desktop.common.menus import menu_icon, named_in_menu, show_menu
from desktop.common.note_entries import axis_of, collection_paths, day_text, item_of, item_words
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
        mark = note or self._store.bookmark(uuid)
        if mark:
            self.place_wanted.emit(item_place(self._context, mark.item_id, note))

    @Slot(tuple)
    def delete(self, uuids: Sequence[str]) -> None:
        """Move marks to the trash, by one act."""
        if len(uuids) > 1:
            self._context.reader.tell(self._store.delete_marks(uuids).change)
        elif uuids:
            bookmark = self._store.bookmark(uuids[0]) is not None
            act = self._store.remove_bookmark if bookmark else self._store.delete_annotation
            self._context.reader.tell(act(uuids[0]).change)

    def recolour(self, uuid: str, colour: Colour) -> None:
        self._context.reader.tell(self._store.edit_annotation(uuid, colour=colour).change)

    def close_remark(self, uuid: str, closed: bool) -> None:
        self._context.reader.tell(self._store.close_remark(uuid, closed=closed).change)

    def move(self, uuids: Sequence[str], meeting: str | None) -> None:
        """Let marks belong to a meeting, or to none."""
        self._context.reader.tell(self._store.move_to_meeting(uuids, meeting).change)

    def shelve(self, uuid: str, collection: str | None) -> None:
        """Put a bookmark last into a collection, or out of all of them."""
        moved = self._store.move_bookmark(uuid, collection=collection)
        self._context.reader.tell(moved.change)

    def copy(self, mark: Mark) -> None:
        """The words of a note, else those that are marked."""
        QGuiApplication.clipboard().setText(mark.note or self._marked_words(mark))
        self.said.emit("یادداشت کپی شد" if mark.note else "کپی شد: متن")

    def _marked_words(self, mark: Mark) -> str:
        if isinstance(mark, Bookmark):
            return item_words(self._context, mark.item_id)
        return mark.selector.exact if mark.selector else ""

    def menu(self, uuids: Sequence[str]) -> QMenu:
        """The menu for the chosen marks."""
        menu, tokens = QMenu(self._parent), self._context.theme.tokens
        note = self._store.annotation(uuids[0]) if len(uuids) == 1 else None
        bookmark = self._store.bookmark(uuids[0]) if len(uuids) == 1 else None
        if len(uuids) == 1:
            menu.addAction("دیدن در متن", lambda: self.open(uuids[0]))
        if note:
            self._add_note_acts(menu, note)
        if bookmark:
            self._add_bookmark_acts(menu, bookmark)
        self.add_meetings(menu, uuids)
        menu.addSeparator()
        trash = menu_icon("trash-2", tokens.muted)
        menu.addAction(trash, "برداشتن نشان" if bookmark else "حذف", lambda: self.delete(uuids))
        return menu

    def _add_bookmark_acts(self, menu: QMenu, bookmark: Bookmark) -> None:
        pencil = menu_icon("pencil", self._context.theme.tokens.muted)
        line = menu.addAction(pencil, "یادداشت نشان", lambda: self.edit_wanted.emit(bookmark.uuid))
        line.setEnabled(item_of(self._context, bookmark.item_id) is not None)
        menu.addAction("کپی", lambda: self.copy(bookmark))
        shelves = collection_paths(self._store.collections())
        if shelves:
            inner = menu.addMenu("بردن به مجموعه")
            for uuid, path in shelves.items():
                inner.addAction(named_in_menu(path), partial(self.shelve, bookmark.uuid, uuid))
            inner.addSeparator()
            inner.addAction("بیرون از مجموعه", partial(self.shelve, bookmark.uuid, None))

    def _add_note_acts(self, menu: QMenu, note: Annotation) -> None:
        pencil = menu_icon("pencil", self._context.theme.tokens.muted)
        menu.addAction(pencil, "ویرایش…", lambda: self.edit_wanted.emit(note.uuid))
        menu.addAction("کپی", lambda: self.copy(note))
        if note.selector:
            self.add_colours(menu.addMenu("تغییر رنگ"), note.uuid)
        closed = note.closed is not None
        text = "باز کردن پیگیری" if closed else "بستن پیگیری"
        menu.addAction(text, lambda: self.close_remark(note.uuid, not closed))

    def add_colours(self, menu: QMenu, uuid: str) -> None:
        """The four colours, each with a patch of itself."""
        for colour, title in COLOURS.items():
            patch = menu_icon("square", self._context.theme.tokens.highlight(colour), filled=True)
            menu.addAction(patch, title, partial(self.recolour, uuid, colour))

    def add_meetings(self, menu: QMenu, uuids: Sequence[str]) -> None:
        """A submenu of the meetings marks can be moved to, the running one before all others."""
        meetings = sorted(self._store.meetings(), key=lambda one: one.is_running, reverse=True)[:15]
        if not meetings:
            return
        inner = menu.addMenu("بردن به جلسه")
        for one in meetings:
            title = named_in_menu(one.title, f"، {day_text(one.date)}")
            inner.addAction(title, partial(self.move, uuids, one.uuid))
        inner.addSeparator()
        inner.addAction("بیرون از جلسه", lambda: self.move(uuids, None))

    def run_menu(self, uuids: Sequence[str], spot: QPoint) -> None:
        menu = self.menu(uuids)
        show_menu(menu, spot)
