"""What the workbench panel asks of a tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from db.reference.models import Item
from desktop.common.context import Context
from desktop.common.widgets.steady_bar import SCROLL_BAR

EDGE = 16  # pixels between the panel's edges and what stands in it
BAR_EDGE = EDGE - SCROLL_BAR  # at the left of what scrolls


class PanelTab(QWidget):
    """A tab shows one item; its title may carry a count, which it tells when that changes."""

    title = ""
    counted = Signal(object)
    said = Signal(str)
    item_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def show_item(self, item: Item) -> None:
        """Fill the tab; called only while it is in sight."""
        raise NotImplementedError

    @staticmethod
    def count_of(context: Context, item: Item) -> int | None:
        """The number beside the title, known without the tab; None for no number."""
        return None
