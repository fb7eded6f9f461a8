"""«حذف‌شده‌ها»: everything deleted comes back from here; only here it is deleted for ever."""

from PySide6.QtCore import QPoint, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from db.user.trash import TrashEntry
from desktop.common.ask import confirm
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.entry_rows import Entry
from desktop.common.menus import show_menu
from desktop.common.note_entries import day_text, item_words, place_text
from desktop.common.page import Page
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.page_head import PageHead

_KINDS = {
    "annotation": ("یادداشت", "notebook-pen"),
    "bookmark": ("نشان", "bookmark"),
    "collection": ("مجموعه", "folder"),
    "tag": ("برچسب", "tag"),
    "meeting": ("جلسه", "messages-square"),
}
_HIGHLIGHT = "رنگ", "highlighter"

_AFTERWARDS = "این حذف را دیگر نمی‌توان برگرداند."


class TrashPage(Page):
    """Restores and purges what is chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.list = EntryList(context.theme, "حذف‌شده‌ها", several=True)
        self.empty = EmptyState(context.theme, "trash-2", for_list=True)
        self.empty.say("چیزی حذف نشده است", "آنچه حذف کنید ۳۰ روز این‌جا نگه داشته می‌شود.")
        self.head = PageHead(context.theme, "حذف‌شده‌ها")
        self.restore_button = self.head.add_primary("undo-2", "بازگرداندن")
        self.purge_button = QPushButton("حذف برای همیشه…")
        self.empty_button = QPushButton("حذف همه…")
        for button in (self.purge_button, self.empty_button):
            button.setProperty("role", "danger")
            self.head.add(button)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head)
        self.head.stand_over()
        layout.addWidget(self.stack, 1)
        self.restore_button.clicked.connect(self.bring_back)
        self.purge_button.clicked.connect(self.purge)
        self.empty_button.clicked.connect(self.purge_all)
        self.list.opened.connect(lambda _: self.bring_back())
        self.list.delete_wanted.connect(lambda _: self.purge())
        self.list.menu_wanted.connect(self._open_menu)
        context.reader.changed.connect(lambda _: self.refresh())

    def show_place(self, place: Place) -> None:
        self.refresh()

    def title(self) -> str:
        return "حذف‌شده‌ها"

    def wants_panel(self) -> bool:
        return False

    def stops(self) -> tuple[QWidget, ...]:
        return (self.restore_button, self.list)

    @Slot()
    def refresh(self) -> None:
        """Read the trash again."""
        if not self.isVisibleTo(self.window()):
            return
        found = self.context.reader.store.trash()
        self.list.feed([self._entry(one) for one in found])
        if not self.list.current_key():
            self.list.choose_first()
        said = f"{digits(len(found))} مورد · هر مورد ۳۰ روز نگه داشته می‌شود"
        self.head.caption.say(said if found else "")
        for button in (self.restore_button, self.purge_button, self.empty_button):
            button.setEnabled(bool(found))
        self.stack.setCurrentWidget(self.list if found else self.empty)

    def _entry(self, one: TrashEntry) -> Entry:
        title, icon = _KINDS[one.kind] if one.written else _HIGHLIGHT
        where = f" · {place_text(self.context, one.item_id)}" if one.item_id else ""
        text = one.text
        if not text and one.item_id:
            text = item_words(self.context, one.item_id)
        side = f"حذف: {day_text(one.deleted)}"
        return Entry(one.uuid, text, above=title + where, side=side, icon=icon)

    @Slot()
    def bring_back(self) -> None:
        """Restore what is chosen to where it was."""
        restored = self.context.reader.store.restore(*self.list.chosen_keys())
        self.context.reader.tell(restored.change)

    @Slot()
    def purge(self) -> None:
        """Delete what is chosen for ever, if the reader says so again."""
        chosen = self.list.chosen_keys()
        many = f"این {digits(len(chosen))} مورد" if len(chosen) > 1 else "این مورد"
        question = f"{many} برای همیشه حذف شود؟ {_AFTERWARDS}"
        if chosen and confirm(self, question, "حذف برای همیشه"):
            self._purged(self.context.reader.store.purge(chosen))

    @Slot()
    def purge_all(self) -> None:
        """Empty the trash, if the reader says so again."""
        question = f"همه‌ی حذف‌شده‌ها برای همیشه پاک شوند؟ {_AFTERWARDS}"
        if confirm(self, question, "حذف همه"):
            self._purged(self.context.reader.store.empty_trash())

    def _purged(self, count: int) -> None:
        self.context.reader.renew()
        self.said.emit(f"{digits(count)} مورد برای همیشه حذف شد")

    def menu(self) -> QMenu:
        """What can be done with the chosen entries."""
        menu = QMenu(self)
        menu.addAction("بازگرداندن", self.bring_back)
        menu.addAction("حذف برای همیشه…", self.purge)
        return menu

    def _open_menu(self, key: str, spot: QPoint) -> None:
        if key not in self.list.chosen_keys():
            self.list.choose(key)
        menu = self.menu()
        show_menu(menu, spot)
