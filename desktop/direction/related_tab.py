"""Other items that treat the same matter, with the reason."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from db.reference.models import Item, Related
from desktop.common.context import Context
from desktop.common.item_entries import item_place
from desktop.common.panel_tab import BAR_EDGE, EDGE, PanelTab
from desktop.common.persian import shorten
from desktop.common.tokens import AXIS_ICONS
from desktop.common.widgets.card_button import CardButton
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.layouts import clear, scrolling

_LENGTH = 110


class RelatedTab(PanelTab):
    """A click jumps; Alt+Left comes back."""

    title = "مرتبط"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(BAR_EDGE, 8, EDGE, 8)
        self._rows.setSpacing(6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(self._body)
        layout.addWidget(self._area)
        self._empty = EmptyState(context.theme, "link")
        self._empty.say("مورد مرتبطی ثبت نشده است", "موضوع‌های این بند با بند دیگری مشترک نیست.")
        layout.addWidget(self._empty)

    @staticmethod
    def count_of(context: Context, item: Item) -> int | None:
        return len(context.reference.related(item.id))

    def show_item(self, item: Item) -> None:
        clear(self._rows)
        related = self.context.reference.related(item.id)
        for one in related:
            card = self._row(one)
            self._rows.addWidget(card)
            card.show()  # Qt would show it later, and lay out nothing until then
        self._rows.addStretch()
        self._empty.setVisible(not related)
        self._area.setVisible(bool(related))
        # Else the first paint shows the cards as slivers.
        QApplication.sendPostedEvents(self._body, QEvent.Type.LayoutRequest.value)

    def _row(self, related: Related) -> CardButton:
        item = self.context.reference.item(related.item_id)
        card = CardButton(self.context.theme, shorten(item.edited, _LENGTH), related.reason)
        card.set_icon(AXIS_ICONS[item.axis], item.axis)
        card.set_caption(item_place(self.context, item))
        card.clicked.connect(lambda _=False, wanted=item.id: self.item_wanted.emit(wanted))
        return card
