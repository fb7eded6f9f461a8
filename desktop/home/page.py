"""The first page: where the reader was, the axes with progress, what they have marked."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from db.reference.models import Axis
from desktop.common.context import Context
from desktop.common.note_entries import draft_title
from desktop.common.page import Page
from desktop.common.persian import digits, shorten
from desktop.common.place import Place
from desktop.common.reader import NUMBERED
from desktop.common.tokens import AXIS_ICONS
from desktop.common.widgets.card_button import CardButton
from desktop.common.widgets.column import entitle
from desktop.common.widgets.labels import RichLabel
from desktop.common.widgets.layouts import clear, scrolling
from desktop.common.widgets.steady_bar import SCROLL_BAR

COLUMN = 1080
PICKED = 4
_NO_MARKS = "هنوز چیزی نشان نکرده‌اید. با Ctrl+D جهت‌گیری جاری را نشان کنید."


class HomePage(Page):
    """Cards that lead on; nothing here must be read to use the program.

    `resume` tells where «ادامه‌ی مطالعه» leads, None before anything was read.
    """

    unfinished_wanted = Signal()

    def __init__(self, context: Context, resume: Callable[[], Place | None]) -> None:
        super().__init__(context)
        self._resume_place = resume
        self._body = QWidget()
        self._column = QWidget(self._body)
        self._layout = QVBoxLayout(self._column)
        self._layout.setContentsMargins(20, 16, 20, 24)
        self._layout.setSpacing(10)
        self._build_title()
        self._resume = self._wide_card("ادامه‌ی مطالعه", "book-open")
        self._resume.prominent = True
        self._note = self._wide_card("آخرین یادداشت", "notebook-pen")
        self._unfinished = self._wide_card("نوشته‌های نیمه‌کاره", "pencil")
        self._top, self._axes_grid, self._picked_grid = QGridLayout(), QGridLayout(), QGridLayout()
        self._cards = {axis.slug: self._axis_card(axis) for axis in context.reference.axes()}
        self._assemble()
        self._note_item = ""
        self._resume.clicked.connect(self._go_on)
        self._note.clicked.connect(lambda: self._open_item(self._note_item))
        self._unfinished.clicked.connect(self.unfinished_wanted)
        context.saving.told.connect(self._show_unfinished)
        context.reader.changed.connect(lambda _: self.refresh())
        context.theme.changed.connect(self._arrange)

    def _build_title(self) -> None:
        parts = {part.kind: part.edited for part in self.context.reference.document_parts()}
        axes = self.context.reference.axes()
        total = sum(axis.direction_count for axis in axes)
        facts = (parts.get("creator", ""), f"{digits(len(axes))} محور", f"{digits(total)} جهت‌گیری")
        note = RichLabel(" · ".join(filter(None, facts)), "caption")
        entitle(self._layout, RichLabel(parts.get("title", ""), "title"), note)

    def _assemble(self) -> None:
        self._no_marks = RichLabel(_NO_MARKS, "caption")
        for grid in (self._top, self._axes_grid, self._picked_grid):
            grid.setSpacing(12)
        self._layout.addWidget(self._unfinished)
        self._layout.addLayout(self._top)
        self._add_section("محورها")
        self._layout.addLayout(self._axes_grid)
        self._add_section("برگزیده‌ی من")
        self._layout.addLayout(self._picked_grid)
        self._layout.addWidget(self._no_marks)
        self._layout.addStretch()
        centred = QVBoxLayout(self._body)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addWidget(self._column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(self._body, "page", edge=False)
        outer.addWidget(self._area)

    def _add_section(self, title: str) -> None:
        """A heading, farther from what ends above than from what it heads."""
        self._layout.addSpacing(self._layout.spacing())
        self._layout.addWidget(RichLabel(title, "section"))

    def _wide_card(self, title: str, icon: str) -> CardButton:
        card = CardButton(self.context.theme, title, "", 600)
        card.set_icon(icon)
        # A card that is not laid out would outlive the page.
        card.setParent(self._column)
        return card

    def _axis_card(self, axis: Axis) -> CardButton:
        card = CardButton(self.context.theme, axis.title, "", 600)
        card.set_icon(AXIS_ICONS[axis.slug], axis.slug)
        card.clicked.connect(lambda: self.place_wanted.emit(Place("axis", axis.slug)))
        return card

    def show_place(self, place: Place) -> None:
        self.refresh()

    def area(self) -> QScrollArea:
        return self._area

    def wants_panel(self) -> bool:
        return False

    @Slot()
    def refresh(self) -> None:
        """Read progress, last note and marks again."""
        if not self.isVisibleTo(self.window()):
            return
        reader = self.context.reader
        known = reader.read_items()
        for axis in self.context.reference.axes():
            items = self.context.reference.items_of_axis(axis.slug)
            read = sum(item.id in known for item in items if item.kind in NUMBERED)
            caption = f"{digits(axis.direction_count)} جهت‌گیری · {digits(read)} خوانده‌شده"
            card = self._cards[axis.slug]
            card.set_progress(read / axis.direction_count, digits(axis.number))
            card.say(axis.title, caption)
        self._show_resume()
        note = reader.last_note()
        self._note_item = note.item_id if note else ""
        self._note.say("آخرین یادداشت", shorten(note.text or note.quote, 60) if note else "")
        self._note.setVisible(note is not None)
        self._show_unfinished()
        self._show_picked()
        self._arrange()

    @Slot()
    def _show_unfinished(self) -> None:
        """What was begun in any editor and never finished."""
        if not self.isVisibleTo(self.window()):
            return
        drafts = self.context.saving.drafts()
        if drafts:
            latest, others = draft_title(self.context, drafts[0]), digits(len(drafts) - 1)
            more = f"، و {others} نوشته‌ی دیگر" if len(drafts) > 1 else ""
            self._unfinished.say("نوشته‌های نیمه‌کاره", latest + more)
        self._unfinished.setVisible(bool(drafts))

    def _show_resume(self) -> None:
        place = self._resume_place()
        if place is None:
            first = self.context.reference.axes()[0]
            self._resume.say("آغاز مطالعه", first.title)
            return
        where = self.context.axis_title(place.key)
        if place.item:
            where += " · " + self.context.row_title(self.context.reference.item(place.item))
        self._resume.say("ادامه‌ی مطالعه", where)

    def _show_picked(self) -> None:
        clear(self._picked_grid)
        marked = self.context.reader.bookmarks()[:PICKED]
        self._no_marks.setVisible(not marked)
        for index, item_id in enumerate(marked):
            item = self.context.reference.item(item_id)
            card = CardButton(self.context.theme, item.edited)
            card.set_icon(AXIS_ICONS[item.axis], item.axis)
            card.clicked.connect(lambda _=False, wanted=item_id: self._open_item(wanted))
            self._picked_grid.addWidget(card, index // 2, index % 2)

    def _go_on(self) -> None:
        first = Place("axis", self.context.reference.axes()[0].slug)
        self.place_wanted.emit(self._resume_place() or first)

    def _open_item(self, item_id: str) -> None:
        if item_id in {axis.slug for axis in self.context.reference.axes()}:
            self.place_wanted.emit(Place("notes", item_id))
        elif item_id:
            item = self.context.reference.item(item_id)
            self.place_wanted.emit(Place("axis", item.axis, item_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Four columns of axes where they fit, else two; the column centred."""
        zoom = self.context.theme.zoom
        room = self.width() - SCROLL_BAR
        width = min(room, round(COLUMN * zoom) + 40)
        side = (room - width) // 2
        layout = self._body.layout()
        if layout is not None:
            layout.setContentsMargins(side, 0, room - width - side, 0)
        columns = 4 if width / zoom >= 900 else 2
        for index, card in enumerate(self._cards.values()):
            self._axes_grid.addWidget(card, index // columns, index % columns)
        shown = [
            card for card in (self._resume, self._note) if card is not self._note or self._note_item
        ]
        for index, card in enumerate(shown):
            self._top.addWidget(card, 0, index)

    def stops(self) -> tuple[QWidget, ...]:
        return (self._resume,)
