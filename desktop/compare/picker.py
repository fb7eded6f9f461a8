"""Choosing one more item for a comparison: the related ones first, any other by its words."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from db.reference.models import Item
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.item_entries import item_entry, item_place
from desktop.common.persian import digits
from desktop.common.widgets.dialogs import fit_into
from desktop.common.widgets.filter_edit import NOTHING, FilterEdit
from desktop.common.widgets.labels import LineLabel
from desktop.common.widgets.steady_bar import SCROLL_BAR

_BESIDE = 4  # pixels between the cards and the bar, and the edge across
_RELATED = "مرتبط با آنچه برگزیده‌اید"


class Picker(QDialog):
    """`chosen` is the id of the picked item after the dialog is accepted."""

    def __init__(self, context: Context, taken: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("افزودن به مقایسه")
        self._context, self._taken = context, taken
        self.chosen = ""
        self.list = EntryList(context.theme, "بندها", margin=_BESIDE)
        self.filter = FilterEdit(context.theme, "واژه‌ای از متن بند یا نام محور", self.list)
        self.caption = LineLabel("", "caption")
        layout, over = QVBoxLayout(self), QVBoxLayout()
        layout.setContentsMargins(16, 16, 16, 0)
        over.setContentsMargins(SCROLL_BAR + _BESIDE, 0, _BESIDE, 0)
        over.addWidget(self.filter)
        over.addWidget(self.caption)
        layout.addLayout(over)
        layout.addWidget(self.list)
        self.filter.narrowed.connect(self.refresh)
        self.list.opened.connect(self._take)
        self.list.clicked.connect(lambda _: self._take(self.list.current_key()))
        self.refresh()
        fit_into(self, parent, context.theme.px(560), context.theme.px(440))

    def offered(self) -> list[Item]:
        """Related items while nothing is typed, else all that hold the typed words."""
        reference = self._context.reference
        if not self.filter.text().strip() and self._taken:
            near = [one.item_id for taken in self._taken for one in reference.related(taken)]
            items = [reference.item(item_id) for item_id in dict.fromkeys(near)]
        else:
            items = [item for item in reference.items() if self._passes(item)]
        return [item for item in items if item.id not in self._taken]

    def _passes(self, item: Item) -> bool:
        return self.filter.passes(item.edited, item_place(self._context, item))

    @Slot()
    def refresh(self) -> None:
        typed = bool(self.filter.text().strip())
        items = self.offered()
        found = f"{digits(len(items))} بند از سند" if typed or not self._taken else _RELATED
        self.caption.say(found if items else NOTHING)
        self.list.feed(item_entry(self._context, item) for item in items)
        self.list.choose_first()
        if self.isVisible():
            announce(self.filter, self.caption.plain)

    @Slot(str)
    def _take(self, item_id: str) -> None:
        if item_id:
            self.chosen = item_id
            self.accept()
