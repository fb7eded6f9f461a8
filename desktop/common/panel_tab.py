"""What the workbench panel asks of a tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.reference.models import Item
from desktop.common.context import Context


class PanelTab(QWidget):
    """A tab shows one item; its title may carry a count."""

    title = ""
    titled = Signal()
    said = Signal(str)
    item_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.count: int | None = None

    def show_item(self, item: Item) -> None:
        """Fill the tab; called only while it is in sight."""
        raise NotImplementedError

    def count_of(self, item: Item) -> int | None:
        """The number beside the title, known without filling the tab; None for no number."""
        return None

    def set_count(self, count: int | None) -> None:
        self.count = count
        self.titled.emit()
