"""«یادداشت‌های من»: everything marked, grouped and filtered, or spread over the document."""

from typing import Any

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.common.announce import announce
from desktop.common.context import Context
from desktop.common.entry_list import EntryList
from desktop.common.note_acts import NoteActs, first_item, item_place
from desktop.common.note_entries import item_of
from desktop.common.page import Page
from desktop.common.persian import counted, digits
from desktop.common.place import Place
from desktop.common.widgets.buttons import Chip
from desktop.common.widgets.choice_box import ChoiceBox
from desktop.common.widgets.empty_state import EmptyState
from desktop.common.widgets.page_head import PageHead
from desktop.notes.coverage import LEGEND, CoverageMap, MapRoom
from desktop.notes.editor import NoteEditor
from desktop.notes.filters import Filters
from desktop.notes.groups import GROUPS, mark_rows

MAP = "map"
_TITLE, _MAP_TITLE = "یادداشت‌های من", "نقشه‌ی پوشش یادداشت‌ها"
_NONE = (
    "هنوز چیزی ننوشته‌اید و چیزی را رنگ یا نشان نکرده‌اید",
    "عبارتی را در متن پنل انتخاب کنید؛ برای رنگ Ctrl+H، برای یادداشت Ctrl+N و برای نشان Ctrl+D "
    "را بزنید.",
)
_FILTERED = ("چیزی با این صافی‌ها نیست", "صافی‌ها را بردارید تا همه‌ی یادداشت‌ها و نشان‌ها دیده شوند.")


class NotesPage(Page):
    """The list and the map of one set of notes; `rearranged` when the panel comes or goes.

    `set_aside` names the draft of a note that was left unfinished, `line_wanted` the item whose
    bookmark is to get other words.
    """

    rearranged = Signal()
    set_aside = Signal(str)
    line_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.acts = NoteActs(context, self)
        self.filters = Filters(context)
        self.list = EntryList(context.theme, "یادداشت‌های من", several=True)
        self.map = CoverageMap(context)
        self.empty = EmptyState(context.theme, "notebook-pen", for_list=True)
        self.stack = QStackedWidget()
        self._map_room = MapRoom(context, self.map)
        for widget in (self.list, self._map_room, self.empty):
            self.stack.addWidget(widget)
        self.stack.setMinimumHeight(1)  # in low windows it gives way, not the filters
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._build_head())
        layout.addWidget(self.filters)
        layout.addWidget(self.stack, 1)
        self._late = QTimer(self, singleShot=True, interval=0)
        self._by_due, self._before = False, "date"
        self._connect()

    def _build_head(self) -> PageHead:
        self.map_chip = Chip("نقشه‌ی پوشش")
        self.head = PageHead(self.context.theme, _TITLE, self.map_chip)
        self.group = ChoiceBox("گروه‌بندی", ((f"بر پایه‌ی {t}", key) for key, t in GROUPS.items()))
        self.more_chip = Chip("صافی‌ها")
        for widget in (self.group, self.more_chip):
            self.head.add(widget)
        self.head.stand_over()
        self.filters.stand_over()
        return self.head

    def _connect(self) -> None:
        self._late.timeout.connect(self.refresh)
        self.filters.changed.connect(self._filter)
        self.group.chosen.connect(self._show_rows)
        self.more_chip.toggled.connect(self.filters.more.setVisible)
        self.map_chip.toggled.connect(self.show_map)
        self.map.item_wanted.connect(self._open_item)
        self.list.opened.connect(self.acts.open)
        self.list.current_changed.connect(self._tell_item)
        self.list.edit_wanted.connect(self.edit)
        self.list.delete_wanted.connect(self.acts.delete)
        self.list.menu_wanted.connect(self._open_menu)
        self.acts.edit_wanted.connect(self.edit)
        self.acts.place_wanted.connect(self.place_wanted)
        self.acts.said.connect(self.said)
        self.context.reader.changed.connect(lambda _: self._late.start())

    def show_place(self, place: Place) -> None:
        self.map_chip.setChecked(place.key == MAP)
        self.refresh()
        if place.key not in ("", MAP):
            self.filters.reset()
            self.group.choose("axis")
            self.filters.choose(axis=place.key)

    def wants_panel(self) -> bool:
        return not self.map_chip.isChecked()

    def state(self) -> dict[str, Any]:
        return {"note": self.list.current_key(), "scroll": self.list.verticalScrollBar().value()}

    def restore(self, state: dict[str, Any]) -> None:
        self.list.choose(str(state.get("note", "")))
        self.list.verticalScrollBar().setValue(int(state.get("scroll", 0)))

    def title(self) -> str:
        return _MAP_TITLE if self.map_chip.isChecked() else _TITLE

    def stops(self) -> tuple[QWidget, ...]:
        return (self.group, self.map if self.map_chip.isChecked() else self.list)

    def current_item(self) -> str:
        entry = self.list.current()
        return first_item(self.context, entry.item_id) if entry else ""

    @Slot()
    def refresh(self) -> None:
        """Read notes and counts again; later, when the page is shown, if it is not."""
        if self.isVisibleTo(self.window()):
            self.filters.refresh()
            if self.map_chip.isChecked():
                self.map.cells.refresh()
            self._show_rows()

    @Slot()
    def _filter(self) -> None:
        """What is still to be settled comes by its due date, unless that is left again."""
        if self.filters.only_open != self._by_due:
            self._by_due = self.filters.only_open
            before, self._before = self._before, str(self.group.value())
            self.group.choose("due" if self._by_due else before)
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        chosen = self.filters.filter()
        count = self.context.reader.marked_count(chosen)
        self.list.feed(mark_rows(self.context, chosen, str(self.group.value())) if count else ())
        if not self.list.current_key():
            self.list.choose_first()
        active = self.filters.active
        self.more_chip.setText(f"صافی‌ها {digits(active)}" if active else "صافی‌ها")
        any_at_all = self.context.reader.marked_count()
        if not self.map_chip.isChecked():
            self.head.caption.say(self._held() if count == any_at_all else counted((count, "مورد")))
            announce(self.list, f"{digits(count)} مورد")
        if not count:
            self.empty.say(*(_FILTERED if any_at_all else _NONE))
        self._show_view(count)

    def _held(self) -> str:
        """All there is, told apart as the rail and the line at the bottom count it."""
        held = self.context.reader.totals()
        colours = held.marked - held.written
        return counted((held.written, "یادداشت"), (colours, "رنگ"), (held.bookmarks, "نشان"))

    def _show_view(self, count: int) -> None:
        if self.map_chip.isChecked():
            self.stack.setCurrentWidget(self._map_room)
        else:
            self.stack.setCurrentWidget(self.list if count else self.empty)

    @Slot(bool)
    def show_map(self, on: bool) -> None:
        """The map in the place of the list, or back."""
        for widget in (self.filters, self.group, self.more_chip):
            widget.setVisible(not on)
        # It takes the room of a panel that is open, so that its chip stays where it was pressed.
        spread = on and bool(self.context.settings["panel_open"])
        for part in (self.head, self._map_room):
            part.stand_over(column=not spread)
        if on:
            self.head.caption.say(LEGEND)
            self.map.cells.refresh()
            self._show_view(0)
        else:
            self._show_rows()
        self.rearranged.emit()

    def _open_item(self, item_id: str) -> None:
        """An item where it stands; an axis as the list of its notes, which stand nowhere else."""
        on_axis = item_of(self.context, item_id) is None
        place = Place("notes", item_id) if on_axis else item_place(self.context, item_id)
        self.place_wanted.emit(place)

    def _tell_item(self, key: str) -> None:
        if key:
            self.item_chosen.emit(self.current_item())

    @Slot(str)
    def edit(self, uuid: str) -> None:
        """Open the dialog on a note, or the line of a bookmark, wherever it was asked for."""
        store = self.context.reader.store
        note, bookmark = store.annotation(uuid), store.bookmark(uuid)
        if bookmark is not None and item_of(self.context, bookmark.item_id):
            self.line_wanted.emit(bookmark.item_id)
        if note is not None:
            self._open_editor(NoteEditor(self.context, self.window(), note.item_id, note))

    @Slot(str)
    def write(self, item_id: str, slot: str = "", span: tuple[int, int] | None = None) -> None:
        """Open the dialog for a new note on an item, words of it or an axis, or for a draft."""
        self._open_editor(NoteEditor(self.context, self.window(), item_id, slot=slot, span=span))

    def _open_editor(self, editor: NoteEditor) -> None:
        editor.saved.connect(lambda _: self.said.emit("یادداشت ذخیره شد"))
        editor.set_aside.connect(self.set_aside)
        editor.open()
        editor.fields.text.setFocus()

    def _open_menu(self, key: str, spot: QPoint) -> None:
        keys = self.list.chosen_keys()
        self.acts.run_menu(keys if key in keys else (key,), spot)
