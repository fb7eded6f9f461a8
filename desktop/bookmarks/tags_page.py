"""«برچسب‌ها»: every tag with what carries it; renamed, merged, deleted."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from db.errors import KnownError
from db.user.models import Tag
from db.user.note_filter import NoteFilter
from db.user.tags import TagUse
from desktop.common.ask import ask_text, confirm
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import Entry, Heading, Row
from desktop.common.menus import show_menu
from desktop.common.note_acts import NoteActs, first_item, item_place
from desktop.common.note_entries import axis_of, item_words, note_entry, place_text
from desktop.common.page import Page
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.tokens import AXIS_ICONS
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.page_head import PageHead


class TagsPage(Page):
    """Tags at the right, what carries the current one beside them."""

    note_edit_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.acts = NoteActs(context, self)
        self.tags = EntryList(context.theme, "برچسب‌ها", margin=8)
        self.carriers = EntryList(context.theme, "آنچه این برچسب را دارد", several=True, margin=8)
        self.head = PageHead(context.theme, "برچسب‌ها")
        self.head.stand_over(column=False)
        self.empty = EmptyState(context.theme, "tags")
        self.empty.say("هنوز برچسبی نساخته‌اید", "با Ctrl+T به جهت‌گیری جاری برچسب بزنید.")
        self._split = QSplitter()
        self._split.addWidget(self.tags)
        self._split.addWidget(self.carriers)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([context.theme.px(250), 500])
        self._split.setChildrenCollapsible(False)
        self.stack = QStackedWidget()
        self.stack.setContentsMargins(12, 0, 12, 0)  # with the lists' own 8, below the title
        self.stack.addWidget(self._split)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.addWidget(self.head)
        layout.addWidget(self.stack, 1)
        self._connect()

    def _connect(self) -> None:
        self.tags.current_changed.connect(lambda _: self._show_carriers())
        self.tags.opened.connect(lambda _: self.carriers.setFocus())
        self.tags.edit_wanted.connect(self.rename)
        self.tags.delete_wanted.connect(lambda keys: self.delete(keys[0]))
        self.tags.menu_wanted.connect(self._open_menu)
        self.carriers.opened.connect(self._open)
        self.carriers.current_changed.connect(self._tell_item)
        self.carriers.edit_wanted.connect(self.note_edit_wanted)
        self.carriers.delete_wanted.connect(self._delete_notes)
        self.carriers.menu_wanted.connect(self._open_note_menu)
        self.acts.place_wanted.connect(self.place_wanted)
        self.acts.edit_wanted.connect(self.note_edit_wanted)
        self.acts.said.connect(self.said)
        self.context.reader.changed.connect(lambda _: self.refresh())

    def show_place(self, place: Place) -> None:
        self.refresh()
        if not self.tags.choose(place.key) and not self.tags.current_key():
            self.tags.choose_first()
        if not self.carriers.current_key():
            self.carriers.choose_first()

    def title(self) -> str:
        return self.head.title.plain

    def stops(self) -> tuple[QWidget, ...]:
        return (self.tags, self.carriers)

    def entrance(self) -> QWidget:
        return self.tags

    def current_item(self) -> str:
        entry = self.carriers.current()
        return first_item(self.context, entry.item_id) if entry else ""

    @Slot()
    def refresh(self) -> None:
        """Read tags and their uses again."""
        if not self.isVisibleTo(self.window()):
            return
        uses = self.context.reader.store.tags()
        self.tags.feed([_tag_entry(use) for use in uses])
        self.head.caption.say(f"{digits(len(uses))} برچسب")
        self.stack.setCurrentWidget(self._split if uses else self.empty)
        self._show_carriers()

    def _show_carriers(self) -> None:
        key = self.tags.current_key()
        self.carriers.feed(self._rows(key) if key else ())

    def _rows(self, tag: str) -> Iterator[Row]:
        use = next((use for use in self.context.reader.store.tags() if use.tag.uuid == tag), None)
        if use is None:
            return
        if use.items:
            yield Heading("بندهای سند", use.items)
            for item_id, names in self.context.reader.store.item_tags().items():
                if use.tag.name in names:
                    yield self._item_entry(item_id)
        if use.notes:
            yield Heading("یادداشت‌ها", use.notes)
            for note in self.context.reader.store.notes(NoteFilter(tag=tag), limit=1_000):
                yield note_entry(self.context, note)

    def _item_entry(self, item_id: str) -> Entry:
        where, slug = place_text(self.context, item_id), axis_of(self.context, item_id)
        words, key = item_words(self.context, item_id), f"item:{item_id}"
        return Entry(key, words, above=where, icon=AXIS_ICONS[slug], axis=slug, item_id=item_id)

    def _open(self, key: str) -> None:
        if key.startswith("item:"):
            self.place_wanted.emit(item_place(self.context, key.removeprefix("item:")))
        else:
            self.acts.open(key)

    def _tell_item(self, key: str) -> None:
        if key:
            self.item_chosen.emit(self.current_item())

    @Slot(tuple)
    def _delete_notes(self, keys: tuple[str, ...]) -> None:
        """Notes go to the trash; items only lose the tag."""
        store = self.context.reader.store
        current = self.tags.current()
        for key in (key for key in keys if key.startswith("item:")):
            item_id = key.removeprefix("item:")
            names = store.item_tags().get(item_id, ())
            kept = [name for name in names if current is None or f"#{name}" != current.title]
            self.context.reader.tell(store.set_item_tags(item_id, kept).change)
        self.acts.delete([key for key in keys if not key.startswith("item:")])

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
        question = f"برچسب «#{taken.name}» از پیش هست. «#{tag.name}» با آن یکی شود؟"
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
            inner.addAction(f"#{tag.name}", partial(self.merge, uuid, tag.uuid))
        menu.addSeparator()
        menu.addAction("حذف برچسب", lambda: self.delete(uuid))
        return menu

    def _open_menu(self, uuid: str, spot: QPoint) -> None:
        self.tags.choose(uuid)
        menu = self.menu(uuid)
        show_menu(menu, spot)

    def _open_note_menu(self, key: str, spot: QPoint) -> None:
        if not key.startswith("item:"):
            self.acts.run_menu((key,), spot)


def _tag_entry(use: TagUse) -> Entry:
    below = f"{digits(use.notes)} یادداشت · {digits(use.items)} بند"
    return Entry(use.tag.uuid, f"#{use.tag.name}", below=below, icon="tag", tone="accent")
