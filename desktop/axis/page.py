"""The page of one axis: filters over the list of its vision and directions."""

from contextlib import suppress
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from db.errors import KnownError
from db.user.models import Change
from desktop.axis.filters import FilterBar
from desktop.axis.list_view import AxisList
from desktop.axis.nothing_passes import NothingPasses
from desktop.axis.trail import Trail
from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.page import Page
from desktop.common.place import Place
from desktop.common.source_marks import EDITED

READ_AFTER_MS = 3_000
SOURCE = "متن اصلی با اصلاح‌ها؛ پنل و کپی همان متن ویراسته را می‌دهند"
_LOW_WINDOW = 600


class AxisPage(Page):
    """Reading, marking and filtering one axis."""

    menu_wanted = Signal(str, QPoint)
    verbatim_changed = Signal(bool)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.filters = FilterBar(context.theme)
        self.copy_button = self.filters.add_tool("copy", "کپی همه‌ی محور")
        self.verbatim_button = self.filters.add_tool("scan-text", "متن اصلی با اصلاح‌ها (F12)")
        self.verbatim_button.setCheckable(True)
        self.list = AxisList(context)
        self.empty = NothingPasses(context.theme, self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.trail = Trail(context)
        self.trail.stand_over()
        layout.addWidget(self.filters)
        layout.addWidget(self.trail)
        layout.addWidget(self.list, 1)
        self._positions: dict[str, dict[str, Any]] = {}
        self.reading_timer = QTimer(self, singleShot=True, interval=READ_AFTER_MS)
        self._connect()

    def _connect(self) -> None:
        self.reading_timer.timeout.connect(self._mark_as_read)
        self.filters.on_axis.clicked.connect(
            lambda: self.place_wanted.emit(Place("notes", self.axis_slug()))
        )
        self.filters.filter_chosen.connect(self.set_filter)
        self.filters.source.clicked.connect(lambda: self.set_verbatim(False))
        self.empty.taken.connect(self._leave_filter)
        self.list.rows.modelReset.connect(self._tell_emptiness)
        self.verbatim_button.toggled.connect(self.set_verbatim)
        self.list.item_current.connect(self._item_became_current)
        self.list.several_changed.connect(self.several_changed)
        self.list.item_entered.connect(lambda _: self.panel_wanted.emit())
        self.list.bookmark_wanted.connect(self.context.reader.toggle_bookmark)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.context.reader.changed.connect(self._marks_changed)
        self.context.reader.acted.connect(self._acted)
        self.context.theme.resized.connect(self.list.relayout)

    def show_place(self, place: Place) -> None:
        """Show an axis; with an item, choose it; else where the reader left this axis."""
        self._remember()
        rows = self.list.rows
        rows.hits = dict(place.hits)
        rows.current_hit = place.item if place.hits else ""
        same = rows.axis is not None and rows.axis.slug == place.key
        if not same or (place.item and rows.row_of(place.item) < 0):
            rows.show_axis(place.key)
        self._show_counts()
        self.list.relayout()
        if place.item:
            self.list.choose(place.item)
        elif not same:
            self.restore(self._positions.get(place.key, {}))
        self._say_where()

    def _remember(self) -> None:
        if self.list.rows.axis is not None:
            self._positions[self.list.rows.axis.slug] = self.state()

    def state(self) -> dict[str, Any]:
        return {
            "item": self.list.current_id(),
            "scroll": self.list.verticalScrollBar().value(),
            "extent": self.list.extent(),
            "filter": self.list.rows.filter_name,
            "selected": self.list.several_rows(),
        }

    def restore(self, state: dict[str, Any]) -> None:
        wanted = state.get("filter", "all")
        if wanted != self.list.rows.filter_name:
            self.set_filter(wanted)
        if not (state.get("item") and self.list.choose(state["item"])):
            self._choose_first()
        self.list.select_too(map(self.list.rows.row_of, state.get("selected", ())))
        self.list.scroll_to(state.get("scroll", 0), state.get("extent", 0))

    def _choose_first(self) -> None:
        first = self.list.rows.first_item_row()
        if first >= 0:
            self.list.make_current(self.list.rows.index(first))
            self.list.show_row(first)
        else:
            self.item_chosen.emit("")

    def stops(self) -> tuple[QWidget, ...]:
        way_out = self.empty.way_out() if self.empty.isVisible() else None
        return (self.filters.first_chip(), way_out or self.list)

    def current_item(self) -> str:
        return self.list.current_id()

    def selected_items(self) -> tuple[str, ...]:
        return tuple(row.item.id for row in self.list.selected_rows())

    def axis_slug(self) -> str:
        """The shown axis, or ""."""
        axis = self.list.rows.axis
        return axis.slug if axis else ""

    @Slot(str)
    def set_filter(self, name: str) -> None:
        """Show only what passes; the chosen item stays chosen when it still shows."""
        chosen = self.list.current_id()
        self.list.rows.show_axis(self.axis_slug(), name)
        self._show_counts()
        self.list.relayout()
        if not self.list.choose(chosen):
            self._choose_first()
        self._say_where()
        announce(self.list, self.filters.first_chip().accessibleName())

    @Slot()
    def _tell_emptiness(self) -> None:
        """A list without a row has nothing that could show the keyboard."""
        rows, way_out = self.list.rows, self.empty.way_out()
        if rows.first_item_row() >= 0:
            self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if way_out is not None and way_out.hasFocus():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.empty.hide()
            return
        self.empty.show_filter(rows.filter_name)
        if self.list.hasFocus() and way_out is not None:
            way_out.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @Slot(str)
    def _leave_filter(self, _: str) -> None:
        self.list.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_filter("all")

    def title(self) -> str:
        """The axis, where no item of it is under the eye."""
        axis = self.list.rows.axis
        return axis.title if axis and not self.current_item() else ""

    def _say_where(self) -> None:
        self.trail.say(self.list.rows.axis, self.list.current_id())

    @Slot(bool)
    def set_verbatim(self, verbatim: bool) -> None:
        """Show the source's own characters with the corrections marked, or the edition."""
        self.list.rows.verbatim = verbatim
        self.filters.tell_source(verbatim)
        if self.verbatim_button.isChecked() != verbatim:
            self.verbatim_button.setChecked(verbatim)
        self.list.relayout()
        self.verbatim_changed.emit(verbatim)
        self.said.emit(SOURCE if verbatim else EDITED)

    def clear_hits(self) -> None:
        """Take the search marks away."""
        self.list.rows.hits, self.list.rows.current_hit = {}, ""
        self.list.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.window().height() / self.context.theme.zoom < _LOW_WINDOW
        if self.list.painter.texts.fold_visions != low:
            self.list.painter.texts.fold_visions = low
            self.list.relayout()

    @Slot(str)
    def _item_became_current(self, item_id: str) -> None:
        self.reading_timer.start()
        self._say_where()
        self.item_chosen.emit(item_id)

    @Slot()
    def _mark_as_read(self) -> None:
        item_id = self.list.current_id()
        if self.context.settings["mark_read"] and item_id and self.isVisible():
            # Nobody asked for this: nobody need wait for it, nor hear that the disk refused it.
            with suppress(KnownError), self.context.reader.store.waiting_briefly():
                self.context.reader.came_to_read(item_id)

    @Slot(object)
    def _acted(self, change: Change) -> None:
        """What the reader says of an item themselves stands."""
        if "read_mark" in change.tables and self.list.current_id() in change.item_ids:
            self.reading_timer.stop()

    @Slot(object)
    def _marks_changed(self, item_ids: frozenset[str]) -> None:
        if self.list.rows.axis is not None:
            self._show_counts()
            self.list.renew(item_ids)

    def _show_counts(self) -> None:
        self.filters.show_counts(self.list.rows.counts(), self.list.rows.filter_name)
        self.filters.tell_notes(self.context.reader.marks(self.axis_slug()).notes)
