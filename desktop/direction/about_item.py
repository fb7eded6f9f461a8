"""A part of the window that is about one item: the one the reader rests on."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from db.reference.models import Item
from desktop.common.context import Context

FOLLOW_AFTER_MS = 50
_CHOOSE_FIRST = "نخست جهت‌گیری‌ای را برگزینید."


class AboutItem(QWidget):
    """Letters and rows do not wait for it; whoever asks for its `item` finds the latest."""

    said = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.is_meant: Callable[[], bool] = lambda: True  # whether the page shows it
        self._item: Item | None = None
        self._coming = ""
        self._rest = QTimer(self, singleShot=True, interval=FOLLOW_AFTER_MS)
        self._rest.timeout.connect(self.arrive)

    def fill(self, item: Item) -> None:
        """Show everything about another item."""
        raise NotImplementedError

    def fill_again(self) -> None:
        """The same item is asked for."""

    @property
    def item(self) -> Item | None:
        """What it is about; whoever asks does not find it a step behind the list."""
        self.arrive()
        return self._item

    @property
    def is_empty(self) -> bool:
        return self._item is None

    def follow(self, item_id: str) -> None:
        """Show an item when the reader rests on it."""
        if self.is_empty:
            self.show_item(item_id)
            return
        self._coming = item_id
        self._rest.start()

    @Slot()
    def arrive(self) -> None:
        """Show at once what is still to come."""
        if self._coming:
            self.show_item(self._coming)

    def show_item(self, item_id: str) -> None:
        """Everything about one item."""
        self._stop_waiting()
        before, self._item = self._item, self.context.reference.item(item_id)
        if before is not None and before.id == item_id:
            self.fill_again()
        else:
            self.fill(self._item)

    def _stop_waiting(self) -> None:
        self._rest.stop()
        self._coming = ""

    def let_go(self) -> None:
        """Be about nothing, where the page shows no item any longer."""
        self._stop_waiting()
        self._item = None

    def wanted_item(self) -> Item | None:
        """What an act is to be done with; says so when nothing in sight has been chosen."""
        item = self.item if self.is_meant() else None
        if item is None:
            self.said.emit(_CHOOSE_FIRST)
        return item
