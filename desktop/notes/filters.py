"""What of the notes is shown: chips for the kinds, drop-downs for everything else."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from db.record import replace
from db.user.clock import stamp
from db.user.models import REMARK_TITLES, RemarkKind
from db.user.note_filter import NoteFilter
from desktop.common.context import Context
from desktop.common.note_acts import COLOURS
from desktop.common.note_entries import LOST
from desktop.common.persian import digits
from desktop.common.widgets.buttons import Chip, LinkButton
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.date_field import DateField
from desktop.common.widgets.flow import Flow
from desktop.common.widgets.one_of import OneOf
from desktop.common.widgets.over_list import OverList
from desktop.notes.choices import choices_now

_OPEN, _ALL, _LOST, _BOOKMARK = "open", "all", "lost", "bookmark"
_TIMES = {
    "": "همه‌ی زمان‌ها",
    "0": "امروز",
    "6": "هفت روز گذشته",
    "29": "سی روز گذشته",
    "own": "از … تا …",
}
_TITLES = {
    _ALL: "همه",
    **{kind.value: title for kind, title in REMARK_TITLES.items()},
    _BOOKMARK: "نشان",
    _OPEN: "پیگیری باز",
    _LOST: LOST,
}
_NOT_BARE = (*(kind.value for kind in REMARK_TITLES), _BOOKMARK)
_WRITTEN = (("نوشته‌دار یا رنگ‌شده", None), ("فقط نوشته‌دار", True), ("فقط رنگ‌شده", False))
_PRIVATE = (("با خصوصی‌ها", None), ("فقط خصوصی‌ها", True), ("بدون خصوصی‌ها", False))


class Filters(OverList):
    """`filter()` is what the reader asks for; `changed` follows each choice."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.theme, top=4, bottom=6)
        self._context = context
        self._chips: dict[str, Chip] = {}
        self._group = OneOf(self)
        self._boxes = {
            "axis": ChoiceBox("محور"),
            "tag": ChoiceBox("برچسب"),
            "person": ChoiceBox("شخص"),
            "meeting": ChoiceBox("جلسه"),
            "collection": ChoiceBox("مجموعه"),
            "colour": ChoiceBox(
                "رنگ", [("همه‌ی رنگ‌ها", None), *((t, c) for c, t in COLOURS.items())]
            ),
            "written": ChoiceBox("نوشته یا رنگ", _WRITTEN),
            "private": ChoiceBox("یادداشت‌های خصوصی", _PRIVATE),
        }
        self.time = ChoiceBox("زمان ثبت", ((title, key) for key, title in _TIMES.items()))
        self.first = DateField(context.theme, "از تاریخ")
        self.last = DateField(context.theme, "تا تاریخ")
        self.clear = LinkButton("برداشتن صافی‌ها")
        layout = QVBoxLayout(self)
        self.keep(layout)
        layout.setSpacing(6)
        layout.addLayout(self._chip_row())
        self.more = QWidget()
        self._grid, self._columns = QGridLayout(self.more), 0
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        self._lay_boxes()
        for widget in (self.first, self.last, self.clear):
            widget.hide()
        self.more.hide()
        layout.addWidget(self.more)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._connect()

    def _chip_row(self) -> Flow:
        row = Flow(6)
        for key, title in _TITLES.items():
            chip = self._chips[key] = Chip(title)
            self._group.take(chip)
            row.addWidget(chip)
        self._chips[_ALL].setChecked(True)
        self.lost = self._chips[_LOST]
        self.lost.hide()
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_boxes()

    def _lay_boxes(self) -> None:
        """Columns of one width: two rows of drop-downs, or three where words would be cut."""
        around, gap = self._laid.contentsMargins(), self._grid.horizontalSpacing()
        room = self.width() - around.left() - around.right()
        least = max(box.least_width() for box in (*self._boxes.values(), self.time))
        columns = 5 if room >= 5 * least + 4 * gap else 3
        if columns == self._columns:
            return
        self._columns = columns
        boxes = (*self._boxes.values(), self.time)
        rows = -(-len(boxes) // columns)
        below = (self.first, self.last, self.clear)
        places = [divmod(place, columns) for place in range(len(boxes))]
        places += [(rows, column) for column in range(len(below))]
        for widget, (row, column) in zip((*boxes, *below), places, strict=True):
            self._grid.addWidget(widget, row, column)
        for column in range(5):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _connect(self) -> None:
        self._group.buttonClicked.connect(lambda _: self.changed.emit())
        for box in (*self._boxes.values(), self.time):
            box.chosen.connect(self._choose)
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _: self.changed.emit())
        self.clear.clicked.connect(self.reset)
        # The list is what was asked for; the numbers of the chips come after it.
        self._later.timeout.connect(self._count)
        self.changed.connect(self._later.start)
        self.changed.connect(self._offer_to_clear)

    @Slot()
    def _choose(self) -> None:
        self._forbid_kinds()
        for day in (self.first, self.last):
            day.setVisible(self.time.value() == "own")
        self.changed.emit()

    @Slot()
    def reset(self) -> None:
        """Show everything again."""
        self._chips[_ALL].setChecked(True)
        for box in (*self._boxes.values(), self.time):
            box.setCurrentIndex(0)
        self._choose()

    def choose(self, **wanted: object) -> None:
        """Set drop-downs by name, as other pages ask for it."""
        for name, value in wanted.items():
            self._boxes[name].choose(value)
        self._forbid_kinds()
        self.changed.emit()

    def _forbid_kinds(self) -> None:
        """A highlight alone is no remark, so it is of no kind; nor is it a bookmark."""
        bare = self._boxes["written"].value() is False
        for key in _NOT_BARE:
            self._chips[key].setDisabled(bare)
        if bare and self.chosen_kind() in _NOT_BARE:
            self._chips[_ALL].setChecked(True)

    def chosen_kind(self) -> str:
        """The chip that is pressed: a kind, "bookmark", "open", "lost" or "all"."""
        return next(key for key, chip in self._chips.items() if chip.isChecked())

    @property
    def only_open(self) -> bool:
        """Whether the remarks still to be settled are asked for."""
        return self.chosen_kind() == _OPEN

    def choose_kind(self, key: str) -> None:
        """Press a chip: a kind, "bookmark", "open" or "all"."""
        self._chips[key].setChecked(True)
        self.changed.emit()

    def refresh(self) -> None:
        """Read tags, people, meetings and collections again, and count the kinds."""
        for name, choices in choices_now(self._context).items():
            self._boxes[name].set_choices(choices)
        self._offer_to_clear()
        self._count()

    @Slot()
    def _offer_to_clear(self) -> None:
        self.clear.setVisible(self.active > 0)

    def _count(self) -> None:
        reader, base = self._context.reader, self._boxes_filter()
        remarks = replace(base, written=True)
        numbers = {} if base.written is False else reader.marked_counts("kind", remarks)
        for key in (_ALL, _BOOKMARK, _OPEN, _LOST):
            numbers[key] = reader.marked_count(self._filter_of(key))
        kept = reader.marked_count() > 0
        for key, chip in self._chips.items():
            number = f" {digits(numbers.get(key, 0))}" if kept else ""
            chip.setText(_TITLES[key] + number)
            chip.setAccessibleName(f"صافی {chip.text()}")
        # Only another edition of the document can take the words from under a note.
        self.lost.setVisible(bool(numbers[_LOST]) or self.lost.isChecked())

    @property
    def active(self) -> int:
        """How many drop-downs restrict the list."""
        boxes = (*self._boxes.values(), self.time)
        return sum(box.currentIndex() > 0 for box in boxes)

    def filter(self) -> NoteFilter:
        """What the reader asks for."""
        return self._filter_of(self.chosen_kind())

    def _filter_of(self, key: str) -> NoteFilter:
        """The drop-downs with one of the chips."""
        base = self._boxes_filter()
        if key == _ALL:
            return base
        if key == _BOOKMARK:
            return replace(base, bookmarks=True)
        if key == _OPEN:
            return replace(base, open_only=True)
        if key == _LOST:
            return replace(base, not_on=self._context.reader.store.edition)
        return replace(base, kind=RemarkKind(key), written=True)

    def _boxes_filter(self) -> NoteFilter:
        start, end = self._times()
        chosen = {name: box.value() for name, box in self._boxes.items()}
        return NoteFilter(**chosen, created_from=start, created_before=end)

    def _times(self) -> tuple[str | None, str | None]:
        """The reader's own days as times in UTC."""
        wanted = self.time.value()
        if not wanted:
            return None, None
        today = datetime.combine(datetime.now(), time()).astimezone()
        if wanted != "own":
            return stamp(today - timedelta(days=int(wanted))), None
        return stamp(self.first.begins()), stamp(self.last.begins() + timedelta(days=1))
