"""A filtered list of corrections or doubtful places."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.persian import digits
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.column import Column
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.filter_edit import FilterEdit
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.labels import Explanation
from desktop.common.widgets.one_of import OneOf
from desktop.document.places import KINDS, Spot

ALL = ""


class SpotList(QWidget):
    """`opened` carries the spot to be seen in its text."""

    opened = Signal(object)

    def __init__(self, context: Context, title: str, note: str, spots: tuple[Spot, ...]) -> None:
        super().__init__()
        self._context, self._spots, self._kind = context, spots, ALL
        self._untold = True
        self.list = EntryList(context.theme, title)
        self.filter = FilterEdit(context.theme, f"جست‌وجو در {title}", self.list)
        self._chips: dict[str, Chip] = {}
        self._empty = EmptyState(context.theme, "circle-check", for_list=True)
        self._empty.say("چیزی با این واژه نیست", "واژه‌ی دیگری بنویسید یا «همه» را برگزینید.")
        head = Column(context.theme, over_list=True, top=4)
        head.rows.addWidget(Explanation(context.theme, note))
        head.rows.addWidget(self.filter)
        head.rows.addLayout(self._build_chips())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._empty, 1)
        self.filter.narrowed.connect(self.refresh)
        self.list.opened.connect(self._open)
        self.refresh()

    def _build_chips(self) -> Flow:
        row, counts = Flow(6), self._counts()
        self._group = OneOf(self)
        for kind, count in counts.items() if len(counts) > 2 else ():
            chip = self._chips[kind] = Chip(f"{KINDS.get(kind, 'همه')} {digits(count)}")
            chip.setAccessibleName(f"صافی {chip.text()}")
            chip.setChecked(kind == self._kind)
            chip.clicked.connect(lambda _=False, wanted=kind: self.set_kind(wanted))
            self._group.take(chip)
            row.addWidget(chip)
        return row

    def _counts(self) -> dict[str, int]:
        kinds = [spot.kind for spot in self._spots]
        most = sorted(dict.fromkeys(kinds), key=kinds.count, reverse=True)
        return {ALL: len(kinds)} | {kind: kinds.count(kind) for kind in most}

    def set_kind(self, kind: str) -> None:
        """Show one kind of corrections, or all."""
        self._kind = kind
        self.refresh()
        self.list.scrollToTop()

    def shown(self) -> list[Spot]:
        """What passes the chip and the typed words."""
        return [
            spot
            for spot in self._spots
            if self._kind in (ALL, spot.kind) and self.filter.passes(*spot.texts())
        ]

    @Slot()
    def refresh(self) -> None:
        shown = self.shown()
        self.list.feed(spot.entry for spot in shown)
        self.list.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        if not self.list.current_key():
            self.list.choose_first()
        self.tell_count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._untold:
            self.tell_count()

    def tell_count(self) -> None:
        """Read aloud how many are listed, as soon as they are in sight."""
        self._untold = not self.isVisible()
        if not self._untold:
            announce(self.list, f"{digits(len(self.shown()))} مورد")

    def current_item(self) -> str:
        entry = self.list.current()
        return entry.item_id if entry else ""

    def _open(self, key: str) -> None:
        found = next((spot for spot in self._spots if spot.entry.key == key), None)
        if found is not None:
            self.opened.emit(found)
