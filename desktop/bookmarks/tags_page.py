"""«برچسب‌ها»: every tag with what carries it; renamed, merged, deleted."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QMenu

from db.errors import KnownError
from db.user.models import Tag
from db.user.note_filter import NoteFilter
from db.user.tags import TagUse
from desktop.common.ask import ask_text, confirm
from desktop.common.context import Context
from desktop.common.entry_rows import Entry, Heading, Row
from desktop.common.menus import named_in_menu
from desktop.common.note_acts import item_place
from desktop.common.note_entries import axis_of, item_words, note_entries, place_text
from desktop.common.persian import counted, digits, shorten
from desktop.common.tokens import AXIS_ICONS
from desktop.common.two_lists import TwoLists


class TagsPage(TwoLists):
    """Tags at the right, what carries the current one beside them."""

    def __init__(self, context: Context) -> None:
        names = "برچسب‌ها", "آنچه این برچسب را دارد"
        super().__init__(context, "برچسب‌ها", "tags", names, 250)
        self.tags, self.carriers = self.owners, self.owned
        self.empty.say("هنوز برچسبی نساخته‌اید", "با Ctrl+T به جهت‌گیری جاری برچسب بزنید.")
        self.tags.edit_wanted.connect(self.rename)
        self.carriers.opened.connect(self._open)
        self.carriers.delete_wanted.connect(self._delete_notes)
        self.carriers.menu_wanted.connect(self._open_note_menu)

    def read_owners(self) -> None:
        uses = self.context.reader.store.tags()
        self.tags.feed([_tag_entry(use) for use in uses])
        self.show_count(f"{digits(len(uses))} برچسب", some=bool(uses))

    def rows_of(self, owner: str) -> Iterator[Row]:
        use = next((use for use in self.context.reader.store.tags() if use.tag.uuid == owner), None)
        if use is None:
            return
        if use.items:
            yield Heading("بندهای سند", f"{digits(use.items)} بند")
            for item_id, names in self.context.reader.store.item_tags().items():
                if use.tag.name in names:
                    yield self._item_entry(item_id)
        if use.notes:
            yield Heading("یادداشت‌ها", f"{digits(use.notes)} یادداشت")
            yield from note_entries(self.context, NoteFilter(tag=owner))

    def _item_entry(self, item_id: str) -> Entry:
        where, slug = place_text(self.context, item_id), axis_of(self.context, item_id)
        words, key = item_words(self.context, item_id), f"item:{item_id}"
        return Entry(key, words, above=where, icon=AXIS_ICONS[slug], axis=slug, item_id=item_id)

    def _open(self, key: str) -> None:
        if key.startswith("item:"):
            self.place_wanted.emit(item_place(self.context, key.removeprefix("item:")))
        else:
            self.acts.open(key)

    @Slot(tuple)
    def _delete_notes(self, keys: tuple[str, ...]) -> None:
        """Notes go to the trash; items only lose the tag."""
        store, tag = self.context.reader.store, self.tags.current_key()
        items = [key.removeprefix("item:") for key in keys if key.startswith("item:")]
        notes = [key for key in keys if not key.startswith("item:")]
        if items:
            self.context.reader.tell(store.untag_items(tag, items, without=notes).change)
        else:
            self.acts.delete(notes)

    @Slot(str)
    def rename(self, uuid: str) -> None:
        """Ask for another name; a taken one offers to merge instead."""
        use = next(use for use in self.context.reader.store.tags() if use.tag.uuid == uuid)
        name = ask_text(self, "تغییر نام برچسب", "نام تازه", use.tag.name)
        if name:
            self._try(lambda: self._rename(use.tag, name))

    def _rename(self, tag: Tag, name: str) -> None:
        store = self.context.reader.store
        taken = store.tag_named(name)
        if taken is None or taken.uuid == tag.uuid:
            self.context.reader.tell(store.rename_tag(tag.uuid, name).change)
            return
        present, former = shorten(taken.name), shorten(tag.name)
        question = f"برچسب «#{present}» از پیش هست. «#{former}» با آن یکی شود؟"
        if confirm(self, question, "یکی کردن"):
            self.merge(tag.uuid, taken.uuid)

    def merge(self, uuid: str, into: str) -> None:
        """Let everything that carries one tag carry another."""
        store, tell = self.context.reader.store, self.context.reader.tell
        self._try(lambda: tell(store.merge_tags(uuid, into).change))
        self.tags.choose(into)

    @Slot(str)
    def delete(self, uuid: str) -> None:
        store, tell = self.context.reader.store, self.context.reader.tell
        self._try(lambda: tell(store.delete_tag(uuid).change))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except KnownError as error:
            self.refused.emit(error.sentence)

    def menu(self, uuid: str) -> QMenu:
        """What can be done with a tag."""
        menu = QMenu(self)
        menu.addAction("تغییر نام…", lambda: self.rename(uuid))
        inner = menu.addMenu("یکی کردن با")
        others = [use.tag for use in self.context.reader.store.tags() if use.tag.uuid != uuid]
        inner.setEnabled(bool(others))
        for tag in others:
            inner.addAction(named_in_menu(f"#{tag.name}"), partial(self.merge, uuid, tag.uuid))
        menu.addSeparator()
        menu.addAction("حذف برچسب", lambda: self.delete(uuid))
        return menu

    def _open_note_menu(self, key: str, spot: QPoint) -> None:
        if not key.startswith("item:"):
            self.acts.run_menu((key,), spot)


def _tag_entry(use: TagUse) -> Entry:
    below = counted((use.notes, "یادداشت"), (use.items, "بند"))
    return Entry(use.tag.uuid, f"#{use.tag.name}", below=below, icon="tag", tone="accent")
