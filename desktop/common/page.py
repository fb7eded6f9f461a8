"""What the window asks of a page."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop.common.context import Context
from desktop.common.place import Place


class Page(QWidget):
    """A page shows places, says which item is under the reader's eye, and can be left and
    returned to: `state` and `restore` carry scroll and selection.

    `item_chosen` carries "" when no item is under the eye any longer; `said` tells what was done,
    `refused` what could not be done.
    """

    place_wanted = Signal(object)
    item_chosen = Signal(str)
    panel_wanted = Signal()
    several_changed = Signal()
    said = Signal(str)
    refused = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("page")
        # By the palette and not by the sheet: so Qt knows that nothing shines through.
        self.setAutoFillBackground(True)

    def show_place(self, place: Place) -> None:
        raise NotImplementedError

    def area(self) -> QAbstractScrollArea | None:
        """What scrolls, where that alone tells where on the page the reader is."""
        return None

    def state(self) -> dict[str, Any]:
        area = self.area()
        return {"scroll": area.verticalScrollBar().value()} if area else {}

    def restore(self, state: dict[str, Any]) -> None:
        """Put scroll and selection back; called after `show_place` and layout."""
        if area := self.area():
            area.verticalScrollBar().setValue(int(state.get("scroll", 0)))

    def stops(self) -> tuple[QWidget, ...]:
        """The widgets F6 visits on this page, in order."""
        return ()

    def entrance(self) -> QWidget | None:
        """Where the keyboard enters: the last stop, unless a list before it rules that one."""
        return self.stops()[-1] if self.stops() else None

    def current_item(self) -> str:
        """The id of the item under the reader's eye, or ""."""
        return ""

    def is_waiting(self) -> bool:
        """Whether what is shown is still that of a former place."""
        return False

    def selected_items(self) -> tuple[str, ...]:
        """The items of all selected rows; no more than the current one unless the reader selects
        several, and then `several_changed` follows."""
        return tuple(filter(None, (self.current_item(),)))

    def title(self) -> str:
        """What the page is called, where the item under the eye does not say where one is."""
        return ""

    def wants_panel(self) -> bool:
        """Whether the workbench panel belongs beside this page."""
        return True
