"""The page of the source: fact sheet, all corrections, all doubtful places."""

from typing import Any

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QAbstractScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.common.context import Context
from desktop.common.page import Page
from desktop.common.persian import digits
from desktop.common.place import Place
from desktop.common.widgets.column import Column
from desktop.common.widgets.labels import RichLabel
from desktop.common.widgets.segments import Segments
from desktop.document.places import Spot, all_doubtful, all_errata, target
from desktop.document.sheet import Sheet
from desktop.document.spot_list import SpotList

_ERRATA_NOTE = (
    "آنچه در متن اصلی نادرست آمده بود، با صورت درست و دلیل آن. "
    "با Enter جای آن در متن نشان داده می‌شود."
)
_DOUBTFUL_NOTE = "جاهایی که ویراستار درباره‌شان یقین نداشته و متن را همان‌گونه که بود نگه داشته است."


class SourcePage(Page):
    """`Place("source")` is the sheet; the keys `errata` and `doubtful` are the lists."""

    menu_wanted = Signal(str, QPoint)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        errata, doubtful = all_errata(context), all_doubtful(context)
        self.sheet = Sheet(context)
        self.errata = SpotList(context, "اصلاح‌ها", _ERRATA_NOTE, errata)
        self.doubtful = SpotList(context, "جاهای تردید", _DOUBTFUL_NOTE, doubtful)
        self._parts: dict[str, QWidget] = {
            "": self.sheet, "errata": self.errata, "doubtful": self.doubtful,
        }  # fmt: skip
        titles = {
            "": "شناسنامه",
            "errata": f"اصلاح‌ها {digits(len(errata))}",
            "doubtful": f"جاهای تردید {digits(len(doubtful))}",
        }
        self.segments = Segments(titles)
        self._build()
        self.segments.chosen.connect(lambda key: self.place_wanted.emit(Place("source", key)))
        self.sheet.said.connect(self.said)
        for spots in (self.errata, self.doubtful):
            spots.opened.connect(self._open)
            spots.list.menu_wanted.connect(self._ask_menu)
            spots.list.current_changed.connect(lambda _: self._tell_item())

    def _build(self) -> None:
        head = Column(self.context.theme, over_list=True)
        head.rows.addWidget(RichLabel("سند و منبع", "title"))
        head.rows.addWidget(self.segments)
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._stack, 1)

    def show_place(self, place: Place) -> None:
        key = place.key if place.key in self._parts else ""
        self.segments.show_chosen(key)
        self._stack.setCurrentWidget(self._parts[key])
        if spots := self.spots():
            spots.tell_count()
        if not key:
            self.sheet.check()
        self._tell_item()

    def spots(self) -> SpotList | None:
        """The list shown, if one is."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, SpotList) else None

    @Slot(object)
    def _open(self, spot: Spot) -> None:
        self.place_wanted.emit(target(self.context, spot))

    @Slot(str, QPoint)
    def _ask_menu(self, _: str, spot: QPoint) -> None:
        """What stands outside the axes is no item that anything could be done with."""
        if self.current_item():
            self.menu_wanted.emit(self.current_item(), spot)

    def _tell_item(self) -> None:
        if self.current_item():
            self.item_chosen.emit(self.current_item())

    def area(self) -> QAbstractScrollArea:
        spots = self.spots()
        return spots.list if spots else self.sheet.area

    def state(self) -> dict[str, Any]:
        spots = self.spots()
        if spots is None:
            return super().state()
        listed = {"current": spots.list.current_key(), "filter": spots.filter.text()}
        return super().state() | listed

    def restore(self, state: dict[str, Any]) -> None:
        spots = self.spots()
        if spots is not None:
            spots.filter.setText(str(state.get("filter", "")))
            spots.list.choose(str(state.get("current", "")))
        super().restore(state)

    def stops(self) -> tuple[QWidget, ...]:
        spots = self.spots()
        return (self.segments.current(), spots.list) if spots else (self.segments.current(),)

    def current_item(self) -> str:
        spots = self.spots()
        owner = spots.current_item() if spots else ""
        known = any(item.id == owner for item in self.context.reference.items())
        return owner if known else ""

    def title(self) -> str:
        return "سند و منبع"

    def wants_panel(self) -> bool:
        return self.spots() is not None
