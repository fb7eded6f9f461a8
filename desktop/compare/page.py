"""The page of comparison: two to four items side by side."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.clipboard import copy
from desktop.common.context import Context
from desktop.common.page import Page
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.widgets.buttons import PicturedButton
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.page_head import PageHead
from desktop.compare.columns import Columns
from desktop.compare.picker import Picker
from desktop.compare.table import as_html, as_plain

MOST = 4
SEPARATOR = "+"


class ComparePage(Page):
    """`Place("compare", "id+id")`; every change of the set is a step the reader can take back."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.items: tuple[Item, ...] = ()
        self.head = PageHead(context.theme, "مقایسه")
        self.copy_button = self.head.add_primary("copy", "کپی جدول")
        self.add_button = PicturedButton(context.theme, "plus", "افزودن…")
        self.add_button.setAccessibleName("افزودن بندی به مقایسه")
        self.head.add(self.add_button)
        self.head.stand_over(column=False)
        self.columns = Columns(context)
        self.empty = EmptyState(context.theme, "columns-2", for_list=True)
        self.empty.say(
            "هنوز بندی برای مقایسه برگزیده نشده است",
            "در متن یا نتیجه‌های جست‌وجو یک بند، یا با Shift یا Ctrl دو تا چهار بند، برگزینید و "
            "Ctrl+L را بزنید. همین فرمان در فهرست کلیک راست و منوی ابزار هم هست.",
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.columns, 1)
        layout.addWidget(self.empty, 1)
        self.add_button.clicked.connect(self.pick)
        self.copy_button.clicked.connect(self.copy)
        self.columns.opened.connect(self._open)
        self.columns.removed.connect(self._remove)

    def show_place(self, place: Place) -> None:
        known = {item.id: item for item in self.context.reference.items()}
        wanted = dict.fromkeys(place.key.split(SEPARATOR))
        self.items = tuple(known[one] for one in wanted if one in known)[:MOST]
        self.columns.show_items(self.items)
        some = bool(self.items)
        self.columns.setVisible(some)
        self.empty.setVisible(not some)
        self.copy_button.setVisible(some)
        self.add_button.setEnabled(len(self.items) < MOST)
        self.head.caption.say(
            f"{digits(len(self.items))} بند از حداکثر {digits(MOST)} بند" if some else ""
        )
        if some:
            self.item_chosen.emit(self.items[-1].id)

    def place_of(self, items: tuple[str, ...]) -> Place:
        """Where a set of items is compared."""
        return Place("compare", SEPARATOR.join(items))

    def with_item(self, item_id: str) -> Place:
        """The present set and one more; the oldest gives way when there are four."""
        others = tuple(item.id for item in self.items if item.id != item_id)
        return self.place_of((*others[-(MOST - 1) :], item_id))

    @Slot()
    def pick(self) -> None:
        """Ask for one more item."""
        taken = tuple(item.id for item in self.items)
        picker = Picker(self.context, taken, self)
        if picker.exec() and picker.chosen:
            self.place_wanted.emit(self.with_item(picker.chosen))
        picker.deleteLater()

    @Slot()
    def copy(self) -> None:
        """The table as HTML for letters and tab-separated for everything else."""
        copy(as_plain(self.context, self.items), as_html(self.context, self.items))
        self.said.emit("کپی شد: جدول مقایسه")

    @Slot(str)
    def _open(self, item_id: str) -> None:
        item = self.context.reference.item(item_id)
        self.place_wanted.emit(Place("axis", item.axis, item_id))

    @Slot(str)
    def _remove(self, item_id: str) -> None:
        left = tuple(item.id for item in self.items if item.id != item_id)
        self.place_wanted.emit(self.place_of(left))

    def area(self) -> QScrollArea:
        return self.columns.area

    def stops(self) -> tuple[QWidget, ...]:
        return (self.add_button, self.columns.area) if self.items else (self.add_button,)

    def title(self) -> str:
        return "مقایسه"

    def wants_panel(self) -> bool:
        return False
