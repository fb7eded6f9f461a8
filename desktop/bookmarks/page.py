"""«نشان‌شده‌ها»: bookmarks in collections of the reader's own making."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.bookmarks.model import ITEM_ID, ORDERS, BookmarkModel
from desktop.bookmarks.tree import BookmarkTree
from desktop.common.ask import ask_text
from desktop.common.context import Context
from desktop.common.headed_page import HeadedPage
from desktop.common.menus import named_in_menu, show_menu
from desktop.common.note_acts import first_item, item_place
from desktop.common.note_entries import collection_paths
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.over_list import InColumn

_EMPTY = "هنوز چیزی نشان نکرده‌اید"
_NEXT = "با Ctrl+D جهت‌گیری جاری را نشان کنید. نشان‌ها را می‌توانید در مجموعه‌ها بچینید."


class BookmarksPage(HeadedPage):
    """The tree, its order, and what can be done with collections."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "نشان‌شده‌ها", "bookmark")
        self.rows = BookmarkModel(context, self.refused.emit)
        self.tree = BookmarkTree(context, self.rows)
        self.order = ChoiceBox("ترتیب نشان‌ها", ((title, key) for key, title in ORDERS.items()))
        self.new_button = QPushButton("مجموعه‌ی تازه…")
        self.head.add(self.order)
        self.head.add(self.new_button)
        self.empty.say(_EMPTY, _NEXT)
        self.hold(InColumn(context.theme, self.tree))
        self.head.stand_over()
        self._connect()

    def _connect(self) -> None:
        self.order.chosen.connect(self.refresh)
        self.new_button.clicked.connect(lambda: self.create_collection(None))
        self.tree.opened.connect(self._open)
        self.tree.current_changed.connect(self._tell_item)
        self.tree.delete_wanted.connect(self.delete)
        self.tree.menu_wanted.connect(self._open_menu)
        # Not at once: the line that is closed still has the keyboard to give back.
        again = Qt.ConnectionType.QueuedConnection
        self.tree.itemDelegate().closeEditor.connect(self.refresh, again)
        self.context.reader.changed.connect(lambda _: self.refresh())

    def show_place(self, place: Place) -> None:
        self.refresh()

    def state(self) -> dict[str, Any]:
        shown = {"mark": self.tree.current_uuid(), "order": self.order.value()}
        return super().state() | shown

    def restore(self, state: dict[str, Any]) -> None:
        self.order.choose(state.get("order"))
        self.refresh()
        self.tree.choose(str(state.get("mark", "")))
        super().restore(state)

    def area(self) -> BookmarkTree:
        return self.tree

    def stops(self) -> tuple[QWidget, ...]:
        return (self.order, self.tree)

    def current_item(self) -> str:
        item_id = self.tree.current_item()
        return first_item(self.context, item_id) if item_id else ""

    @Slot()
    def refresh(self) -> None:
        """Read collections and bookmarks again; once it is left, if a line is being written."""
        if self.tree.is_writing or not self.isVisibleTo(self.window()):
            return
        self.tree.refresh(str(self.order.value()))
        count = len(self.context.reader.store.bookmarked_items())
        self.show_count(f"{digits(count)} نشان", some=bool(self.rows.rowCount()))

    def _open(self, item_id: str) -> None:
        self.place_wanted.emit(item_place(self.context, item_id))

    def _tell_item(self, _: str) -> None:
        if self.current_item():
            self.item_chosen.emit(self.current_item())

    @Slot(str)
    def delete(self, uuid: str) -> None:
        """Move a bookmark, or a collection with all it holds, to the trash."""
        store = self.context.reader.store
        if self.rows.index_of(uuid).data(ITEM_ID):
            self.context.reader.tell(store.remove_bookmark(uuid).change)
        else:
            self.context.reader.tell(store.delete_collection(uuid).change)

    def create_collection(self, parent: str | None) -> None:
        """Ask for a title and make a collection."""
        title = ask_text(self, "مجموعه‌ی تازه", "عنوان مجموعه")
        if title:
            made = self.context.reader.store.create_collection(title, parent=parent)
            self.context.reader.tell(made.change)
            self.refresh()
            self.tree.choose(made.value.uuid)

    def menu(self, uuid: str) -> QMenu:
        """What can be done with a row."""
        menu, index = QMenu(self), self.rows.index_of(uuid)
        leaf = bool(index.data(ITEM_ID))
        if leaf:
            menu.addAction("دیدن در متن", lambda: self._open(str(index.data(ITEM_ID))))
            menu.addAction("یادداشت نشان", lambda: self.tree.edit(index))
        else:
            menu.addAction("تغییر نام", lambda: self.tree.edit(index))
            menu.addAction("زیرمجموعه‌ی تازه…", lambda: self.create_collection(uuid))
        self._add_targets(menu.addMenu("بردن به مجموعه"), uuid)
        menu.addAction("یک ردیف بالاتر", lambda: self.rows.step(uuid, -1))
        menu.addAction("یک ردیف پایین‌تر", lambda: self.rows.step(uuid, 1))
        menu.addSeparator()
        menu.addAction("برداشتن نشان" if leaf else "حذف مجموعه", lambda: self.delete(uuid))
        return menu

    def _add_targets(self, menu: QMenu, uuid: str) -> None:
        menu.addAction("بالاترین سطح", lambda: self.move_to(uuid, ""))
        for target, path in collection_paths(self.context.reader.store.collections()).items():
            if not self.rows.lies_in(target, uuid):
                menu.addAction(named_in_menu(path), partial(self.move_to, uuid, target))

    def move_to(self, uuid: str, collection: str) -> None:
        """Put a row last into a collection, or to the top level for ""."""
        self.rows.put(uuid, self.rows.index_of(collection), -1)

    def _open_menu(self, uuid: str, spot: QPoint) -> None:
        menu = self.menu(uuid)
        show_menu(menu, spot)
